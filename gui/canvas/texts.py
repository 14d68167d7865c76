"""Short texts, each laid out and painted once, on a sheet, and then only copied."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.canvas.primitives import draw_fragments, draw_rects
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


class Face:
    """A style as it is drawn in a theme."""

    def __init__(self, style: Style, theme: Theme) -> None:
        self._font = QFont()
        self._font.setPixelSize(style.size)
        self._font.setBold(style.bold)
        self._metrics = QFontMetricsF(self._font)
        self._ascent, self.height = self._metrics.ascent(), float(math.ceil(self._metrics.height()))
        self._ink, self._plate = theme.color(style.color), theme.color("paper")
        self._plate.setAlpha(style.plate)

    def cut(self, text: str, room: int) -> tuple[str, float]:
        """A text cut to its room, and its width."""
        width = self._metrics.horizontalAdvance(text)
        if width > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = self._metrics.horizontalAdvance(text)
        return text, width

    def draw(self, painter: QPainter, texts: Sequence[tuple[str, float, float, float]]) -> None:
        """Draw texts (text, left, top, width), each on its plate."""
        if self._plate.alpha():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._plate)
            boxes = [(left - _BESIDE, top, width + 2 * _BESIDE, self.height) for _, left, top, width in texts]
            draw_rects(painter, np.array(boxes))
        painter.setFont(self._font)
        painter.setPen(self._ink)
        for text, left, top, _ in texts:
            painter.drawText(QPointF(left, top + self._ascent), text)


class Faces(dict[Style, Face]):
    """The faces of a theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def __missing__(self, style: Style) -> Face:
        face = self[style] = Face(style, self._theme)
        return face

    def write(self, painter: QPainter, text: Text) -> None:
        """Draw a text where it belongs."""
        face = self[text.style]
        shown, width = face.cut(text.text, text.room)
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(90 * text.turn)
        painter.translate(-text.x, -text.y)
        left, top = round(text.x - width * text.align), round(text.y - face.height / 2)
        face.draw(painter, [(shown, left, top, width)])
        painter.restore()


class Texts:
    """A sheet of texts, for one sharpness of the screen."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.ratio = ratio
        self._faces = Faces(theme)
        self._sheet = Sheet(_WIDTH)
        self._where: dict[Key, int] = {}
        self._keys: list[Key] = []
        self._table: list[tuple[float, float, float, float, float, float]] = []
        self._fresh: dict[Style, list[tuple[str, float, float, float]]] = {}

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
        table = np.array([self._table[row] for row in rows])
        sources, size = table[:, :4], table[:, 4:]
        along = (0.5 - align) * size[:, 0]
        if turn.any():
            lying = (turn % 2 == 0)[:, None]
            cos, sin = np.round(np.cos(turn * np.pi / 2)), np.round(np.sin(turn * np.pi / 2))
            middle = np.stack((x + along * cos, y + along * sin), axis=1)
            box, beside = np.where(lying, size, size[:, ::-1]), np.where(lying, (_BESIDE, 0), (0, _BESIDE))
            half = np.where(lying, sources[:, 2:], sources[:, :1:-1]) / 2
        else:
            middle, box, beside, half = np.stack((x + along, y), axis=1), size, (_BESIDE, 0), sources[:, 2:] / 2
        corner = np.floor((middle - box / 2) * self.ratio + 0.5)
        return Placed(np.array(rows), (corner + half) / self.ratio - beside, sources, turn * 90.0)

    def in_color(self, placed: Placed, color: str) -> Placed:
        """The same texts in another colour."""
        if not len(placed.rows):
            return placed
        numbers, which = np.unique(placed.rows, return_inverse=True)
        keys = [self._keys[number] for number in numbers.tolist()]
        rows = [self._find((text, style._replace(color=color), room)) for text, style, room in keys]
        return placed._replace(
            rows=np.array(rows)[which], sources=np.array([self._table[row][:4] for row in rows])[which]
        )

    def draw(self, painter: QPainter, *placed: Placed) -> None:
        """Copy texts from the sheet."""
        self._paint_fresh()
        for _, centres, sources, degrees in placed:
            draw_fragments(painter, centres, sources, self._sheet.pixmap, 1 / self.ratio, degrees)

    def _find(self, key: Key) -> int:
        row = self._where.get(key)
        if row is None:
            row = self._where[key] = self._add(*key)
            self._keys.append(key)
        return row

    def _add(self, text: str, style: Style, room: int) -> int:
        face = self._faces[style]
        shown, width = face.cut(text, room)
        wide, high = math.ceil((width + 2 * _BESIDE) * self.ratio), math.ceil(face.height * self.ratio)
        x, y = self._sheet.place(wide, high)
        self._table.append((x, y, wide, high, width, face.height))
        self._fresh.setdefault(style, []).append((shown, x / self.ratio + _BESIDE, y / self.ratio, width))
        return len(self._table) - 1

    def _paint_fresh(self) -> None:
        if not self._fresh:
            return
        painter = self._sheet.painter()
        painter.scale(self.ratio, self.ratio)
        for style, texts in self._fresh.items():
            self._faces[style].draw(painter, texts)
        painter.end()
        self._fresh.clear()
