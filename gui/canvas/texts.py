"""Short texts, each laid out and painted once, on a sheet, and then only copied."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.canvas.primitives import draw_fragments
from gui.canvas.shapes import Floats, Ints
from gui.canvas.sheet import Sheet
from gui.theme import SMALLEST_TEXT, Theme

_WIDTH, _MOST = 1024, 2048
_BESIDE = 2  # how much broader than its text a plate is, on each side


class Style(NamedTuple):
    """How a text looks: its size in pixels, the token of its colour, and what lies under it."""

    size: int
    color: str
    bold: bool = False
    plate: int = 0

    @classmethod
    def of(cls, pixels: float, color: str, *, bold: bool = False, plate: int = 0) -> Style:
        """A style whose text is not too small to be read; `plate` is how much paper is under it, up to 255."""
        return cls(max(SMALLEST_TEXT, round(pixels)), color, bold, plate)


class Text(NamedTuple):
    """A text whose middle height is at (x, y).

    `align` 0 begins there, 0.5 is centred, 1 ends there. What is longer than `room` is cut short; `turn`
    counts the right angles that it is turned by.
    """

    text: str
    x: float
    y: float
    style: Style
    align: float = 0.5
    room: int = 1_000_000
    turn: int = 0


Key = tuple[str, Style, int]


class Placed(NamedTuple):
    """Texts found on the sheet, ready to be copied: to where, from where, and how turned."""

    rows: Ints
    centres: Floats
    sources: Floats
    degrees: Floats


class Type:
    """Measures and draws single texts."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}
        self._inks: dict[tuple[str, int], tuple[QColor, QColor]] = {}

    def lay(self, text: str, style: Style, room: int) -> tuple[str, float, float]:
        """A text cut to its room, with its width and height."""
        metrics = self._font(style)[1]
        width = metrics.horizontalAdvance(text)
        if width > room:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(text)
        return text, width, float(math.ceil(metrics.height()))

    def write(self, painter: QPainter, text: Text) -> None:
        """Draw a text where it belongs."""
        shown, width, height = self.lay(text.text, text.style, text.room)
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(90 * text.turn)
        painter.translate(-text.x, -text.y)
        left, top = round(text.x - width * text.align), round(text.y - height / 2)
        self.draw(painter, shown, text.style, QRectF(left, top, width, height))
        painter.restore()

    def draw(self, painter: QPainter, text: str, style: Style, box: QRectF) -> None:
        """Draw what was laid out, in its own box."""
        font, metrics = self._font(style)
        ink, plate = self._ink(style)
        if style.plate:
            painter.fillRect(box.adjusted(-_BESIDE, 0, _BESIDE, 0), plate)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(box.x(), box.y() + metrics.ascent()), text)

    def _font(self, style: Style) -> tuple[QFont, QFontMetricsF]:
        key = style.size, style.bold
        if key not in self._fonts:
            font = QFont()
            font.setPixelSize(style.size)
            font.setBold(style.bold)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]

    def _ink(self, style: Style) -> tuple[QColor, QColor]:
        key = style.color, style.plate
        if key not in self._inks:
            plate = self._theme.color("paper")
            plate.setAlpha(style.plate)
            self._inks[key] = self._theme.color(style.color), plate
        return self._inks[key]


class Texts:
    """A sheet of texts, for one sharpness of the screen."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.ratio = ratio
        self._type = Type(theme)
        self._sheet = Sheet(_WIDTH)
        self._where: dict[Key, int] = {}
        self._keys: list[Key] = []
        self._sources: list[tuple[float, float, float, float]] = []
        self._sizes: list[tuple[float, float]] = []
        self._fresh: list[tuple[str, Style, QRectF]] = []

    @property
    def is_full(self) -> bool:
        """Whether it is time for a new sheet: what is on this one may be of no more use."""
        return self._sheet.height > _MOST

    def place(self, texts: Sequence[Text]) -> Placed:
        """Find texts on the sheet; those that are not there yet are added."""
        if not texts:
            return Placed(np.zeros(0, np.intp), np.zeros((0, 2)), np.zeros((0, 4)), np.zeros(0))
        rows = [self._find((each.text, each.style, each.room)) for each in texts]
        x, y, align, turn = np.array([(each.x, each.y, each.align, each.turn) for each in texts]).T
        size, sources = np.array([self._sizes[row] for row in rows]), np.array([self._sources[row] for row in rows])
        along = (0.5 - align) * size[:, 0]
        cos, sin = np.round(np.cos(turn * np.pi / 2)), np.round(np.sin(turn * np.pi / 2))
        middle = np.stack((x + along * cos, y + along * sin), axis=1)
        lying = (turn % 2 == 0)[:, None]
        corner = middle - np.where(lying, size, size[:, ::-1]) / 2
        half = np.where(lying, sources[:, 2:], sources[:, :1:-1]) / 2 / self.ratio
        beside = np.where(lying, (_BESIDE, 0), (0, _BESIDE))
        centres = np.floor(corner * self.ratio + 0.5) / self.ratio - beside + half
        return Placed(np.array(rows), centres, sources, turn * 90.0)

    def in_color(self, placed: Placed, color: str) -> Placed:
        """The same texts in another colour."""
        numbers, which = np.unique(placed.rows, return_inverse=True)
        if not len(numbers):
            return placed
        keys = [self._keys[number] for number in numbers.tolist()]
        rows = [self._find((text, style._replace(color=color), room)) for text, style, room in keys]
        sources = np.array([self._sources[row] for row in rows])
        return placed._replace(rows=np.array(rows)[which], sources=sources[which])

    def draw(self, painter: QPainter, *placed: Placed) -> None:
        """Copy texts from the sheet."""
        self._paint_fresh()
        _, centres, sources, degrees = (np.concatenate(column) for column in zip(*placed, strict=True))
        draw_fragments(painter, centres, sources, self._sheet.pixmap, 1 / self.ratio, degrees)

    def _find(self, key: Key) -> int:
        row = self._where.get(key)
        if row is None:
            row = self._where[key] = self._add(*key)
            self._keys.append(key)
        return row

    def _add(self, text: str, style: Style, room: int) -> int:
        shown, width, height = self._type.lay(text, style, room)
        wide, high = math.ceil((width + 2 * _BESIDE) * self.ratio), math.ceil(height * self.ratio)
        x, y = self._sheet.place(wide, high)
        self._sources.append((x, y, wide, high))
        self._sizes.append((width, height))
        self._fresh.append((shown, style, QRectF(x / self.ratio + _BESIDE, y / self.ratio, width, height)))
        return len(self._sources) - 1

    def _paint_fresh(self) -> None:
        if not self._fresh:
            return
        painter = self._sheet.painter()
        painter.scale(self.ratio, self.ratio)
        for text, style, box in self._fresh:
            self._type.draw(painter, text, style, box)
        painter.end()
        self._fresh.clear()
