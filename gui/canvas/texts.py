"""Texts laid out once and drawn many times."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

from gui.theme import SMALLEST_TEXT

_KEPT = 4000


class Texts:
    """A painter of many short texts, at a size in pixels."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, int, bool, int], tuple[QStaticText, float, float]] = {}
        self._fonts: dict[tuple[int, bool], QFont] = {}

    def draw(
        self,
        painter: QPainter,
        text: str,
        x: float,
        y: float,
        *,
        pixels: float,
        color: QColor,
        align: float = 0.5,
        bold: bool = False,
        room: float = 1e6,
        plate: QColor | None = None,
    ) -> None:
        """Draw a text whose middle height is at y; `align` 0 begins at x, 0.5 is centred, 1 ends there.

        What is longer than `room` is cut short; `plate` is what lies under the text.
        """
        size = max(SMALLEST_TEXT, round(pixels))
        laid, width, height = self._lay(text, size, bold, int(room))
        left, top = round(x - width * align), round(y - height / 2)
        if plate is not None:
            painter.fillRect(QRectF(left - 2, top, width + 4, height), plate)
        painter.setFont(self._font(size, bold))
        painter.setPen(color)
        painter.drawStaticText(QPointF(left, top), laid)

    def _font(self, size: int, bold: bool) -> QFont:
        if (size, bold) not in self._fonts:
            font = QFont()
            font.setPixelSize(size)
            font.setBold(bold)
            self._fonts[size, bold] = font
        return self._fonts[size, bold]

    def _lay(self, text: str, size: int, bold: bool, room: int) -> tuple[QStaticText, float, float]:
        key = (text, size, bold, room)
        if key not in self._laid:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            font = self._font(size, bold)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            laid = QStaticText(shown)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=font)
            self._laid[key] = (laid, laid.size().width(), laid.size().height())
        return self._laid[key]
