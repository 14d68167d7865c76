"""A pixmap that small pictures are painted on once, side by side, to be copied from it; it grows as they come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

_LOWEST = 128


class Sheet:
    """The pixmap, and where there is room on it.

    Attributes
    ----------
    pixmap : QPixmap
        What has been painted so far.
    height : int
        How much of it is taken.
    """

    def __init__(self, width: int) -> None:
        self.pixmap = QPixmap()
        self._width = self._widest = width
        self._x = self._y = self._row = 0

    @property
    def height(self) -> int:
        """How much of the sheet is taken, from the top."""
        return self._y + self._row

    def place(self, wide: int, high: int) -> tuple[int, int]:
        """The left and top of room for a picture."""
        if self._x and self._x + wide > self._width:
            self._x, self._y, self._row = 0, self._y + self._row, 0
        at = self._x, self._y
        self._x, self._row = self._x + wide, max(self._row, high)
        self._widest = max(self._widest, self._x)
        return at

    def painter(self) -> QPainter:
        """A painter of the pixmap, which has all the room that was given by now."""
        before = self.pixmap
        if self.height > before.height() or self._widest > before.width():
            self.pixmap = QPixmap(self._widest, max(self.height, 2 * before.height(), _LOWEST))
            self.pixmap.fill(Qt.GlobalColor.transparent)
            if not before.isNull():
                painter = QPainter(self.pixmap)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
                painter.drawPixmap(0, 0, before)
                painter.end()
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter
