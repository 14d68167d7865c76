"""The look of every node and line end, painted once into a sheet and then only copied.

Active is said three ways: filled, a heavier ring, the accent colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from gui.canvas import shapes
from gui.canvas.sheet import Sheet
from gui.theme import Theme

MARGIN = 8.0
_RING, _AROUND_RING = 3.6, 5.6  # how far from a node the ring round it runs, and one round another ring
"""How far, in scene units, what is drawn of a node reaches beyond it."""
_SHEET_WIDTH = 2048
ARROW, CIRCLE = -1, -2


@dataclass(frozen=True, slots=True)
class Look:
    """Whatever makes two nodes (or ends) look different, the texts on them aside.

    `code` is a kind, or ARROW or CIRCLE for the end of a line; `variant` is "relative" or "sign" for
    a node, and the colour token for an end.
    """

    code: int
    half_width: float
    half_height: float
    variant: str = ""
    active: bool = False
    selected: bool = False
    wrong: bool = False


class Sprites:
    """A sheet with all looks that have been asked for, at one scale."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self.theme, self.scale = theme, scale
        self._sheet = Sheet(_SHEET_WIDTH)
        self._where: dict[Look, tuple[float, float, float, float]] = {}

    @property
    def pixmap(self) -> QPixmap:
        """What looks are copied from."""
        return self._sheet.pixmap

    def sources(self, looks: Iterable[Look]) -> list[tuple[float, float, float, float]]:
        """Where each look is on the sheet: x, y, width, height."""
        wanted = list(looks)
        fresh = [look for look in dict.fromkeys(wanted) if look not in self._where]
        if fresh:
            self._paint(sorted(fresh, key=lambda look: look.half_height))
        return [self._where[look] for look in wanted]

    def _paint(self, looks: Sequence[Look]) -> None:
        for look in looks:
            w = math.ceil(2 * (look.half_width + MARGIN) * self.scale)
            h = math.ceil(2 * (look.half_height + MARGIN) * self.scale)
            self._where[look] = (*self._sheet.place(w, h), w, h)
        painter = self._sheet.painter()
        for look in looks:
            left, top, w, h = self._where[look]
            painter.save()
            painter.translate(left + w / 2, top + h / 2)
            painter.scale(self.scale, self.scale)
            paint_look(painter, look, self.theme)
            painter.restore()
        painter.end()


def paint_look(painter: QPainter, look: Look, theme: Theme) -> None:
    """Paint a look round the origin, in scene units."""
    if look.code in (ARROW, CIRCLE):
        paint_ends(painter, look, [(0.0, 0.0, 0)], theme)
        return
    if look.variant.startswith("turn "):
        turn = int(look.variant.removeprefix("turn "))
        painter.rotate(90 * turn)
        if turn % 2:
            look = replace(look, half_width=look.half_height, half_height=look.half_width)
    box = QRectF(-look.half_width, -look.half_height, 2 * look.half_width, 2 * look.half_height)
    if look.selected:
        away = _AROUND_RING if look.wrong else _RING
        _ring(painter, look, box.adjusted(-away, -away, away, away), QPen(theme.color("selection"), 2.2))
    if look.wrong:
        _ring(painter, look, box.adjusted(-2.5, -2.5, 2.5, 2.5), QPen(theme.color("error"), 3.4))
    place = painter.worldTransform()
    ring = max(3.0 if look.active else 1.5, 1 / math.hypot(place.m11(), place.m12()))  # a pixel at least
    painter.setBrush(theme.color("accent" if look.active else "raised"))
    painter.setPen(QPen(theme.color("ink"), ring))
    inset = ring / 2
    _outline(painter, look, box.adjusted(inset, inset, -inset, -inset))
    detail = _DETAILS.get(look.code)
    if detail is not None:
        detail(painter, look, theme.color("on_accent" if look.active else "ink"), theme)


def _outline(painter: QPainter, look: Look, box: QRectF) -> None:
    if look.code in shapes.ROUND:
        painter.drawEllipse(box)
    else:
        radius = 9.0 if look.code == shapes.INPUT else 4.0
        painter.drawRoundedRect(box, radius, radius)


def _ring(painter: QPainter, look: Look, box: QRectF, pen: QPen) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    _outline(painter, look, box)


def paint_ends(painter: QPainter, look: Look, places: Iterable[tuple[float, float, int]], theme: Theme) -> None:
    """Paint ends of lines that look alike, each in its place (x, y, right angles that it is turned by)."""
    color = theme.color(look.variant)
    half = shapes.HEAD / 2
    if look.code == ARROW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        wide = 5.4 if look.active else 4.4
        corners = (-half, -wide), (half, 0.0), (-half, wide)
        for x, y, turn in places:
            turned = [shapes.turn(turn, *corner) for corner in corners]
            painter.drawPolygon(QPolygonF([QPointF(x + float(dx), y + float(dy)) for dx, dy in turned]))
        return
    ring = 2.4 if look.active else 1.5
    painter.setPen(QPen(color, ring))
    painter.setBrush(theme.color("paper"))
    for x, y, _ in places:
        painter.drawEllipse(QPointF(x, y), half - ring / 2, half - ring / 2)


def _paint_neuron(painter: QPainter, look: Look, color: QColor, theme: Theme) -> None:
    if look.variant != "relative":
        return
    y = look.half_height * 0.56  # a small plus over a minus: inhibition is counted against excitation
    painter.setPen(QPen(color, 1.3))
    painter.drawLine(QPointF(-3, y - 2), QPointF(3, y - 2))
    painter.drawLine(QPointF(0, y - 5), QPointF(0, y + 1))
    painter.drawLine(QPointF(-3, y + 3.5), QPointF(3, y + 3.5))


def _paint_tlu(painter: QPainter, look: Look, color: QColor, theme: Theme) -> None:
    r = look.half_width
    painter.setPen(QPen(color, 1.2))
    painter.drawLine(QPointF(0, 2 - r), QPointF(0, r - 2))
    painter.setPen(QPen(color, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x = -r * 0.46
    painter.drawPolyline([QPointF(x + a, b) for a, b in ((4.5, -7), (-5, -7), (1, 0), (-5, 7), (4.5, 7))])
    x = r * 0.46
    if look.variant == "sign":
        steps = ((-7, 7), (-2, 7), (-2, 0), (2, 0), (2, -7), (7, -7))
    else:
        steps = ((-6.5, 6), (0, 6), (0, -6), (6.5, -6))
    painter.drawPolyline([QPointF(x + a, b) for a, b in steps])


def _paint_output(painter: QPainter, look: Look, color: QColor, theme: Theme) -> None:
    faint = QColor(color)
    faint.setAlpha(110)
    painter.setPen(QPen(faint, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = look.half_width - 4.5
    painter.drawEllipse(QPointF(0, 0), inner, inner)


def _paint_input(painter: QPainter, look: Look, color: QColor, theme: Theme) -> None:
    faint = QColor(color)
    faint.setAlpha(120)
    painter.setPen(QPen(faint, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    low = look.half_height - 5.5  # the front of a key that can be pressed
    painter.drawLine(QPointF(9 - look.half_width, low), QPointF(look.half_width - 9, low))


def _paint_box(painter: QPainter, look: Look, color: QColor, theme: Theme) -> None:
    painter.setPen(QPen(theme.color("grid"), 1.0))
    y = shapes.TITLE - look.half_height
    painter.drawLine(QPointF(4 - look.half_width, y), QPointF(look.half_width - 4, y))


_DETAILS: dict[int, Callable[[QPainter, Look, QColor, Theme], None]] = {
    shapes.NEURON: _paint_neuron,
    shapes.TLU: _paint_tlu,
    shapes.OUTPUT: _paint_output,
    shapes.INPUT: _paint_input,
    shapes.SUBCIRCUIT: _paint_box,
}
