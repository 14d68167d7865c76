"""A small picture of something that can be added."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from circuitsim.store import Store
from gui.canvas.shapes import CODE, SUBCIRCUIT, half_sizes
from gui.canvas.sprites import ARROW, CIRCLE, Look, paint_look
from gui.canvas.thumbnail import paint_thumbnail
from gui.edits.adding import Entry
from gui.theme import Theme

_INSIDE = {"neuron": "θ", "bias": "1", "delay": "z\N{SUPERSCRIPT MINUS}\N{SUPERSCRIPT ONE}"}
"""What stands in a node whatever its numbers are."""
_SIDE = 30.0


def paint_icon(painter: QPainter, entry: Entry, theme: Theme, inside: Store | None = None) -> None:
    """Paint an entry into a square of 30 pixels; a subcircuit as a box with what is inside."""
    if inside is not None:
        _paint_inside(painter, theme, inside)
        return
    painter.translate(_SIDE / 2, _SIDE / 2)
    if entry.act == "connection":
        _paint_line(painter, theme, inhibitory=entry.name == "inhibitory")
        return
    code = CODE[entry.name] if entry.act == "kind" else SUBCIRCUIT
    width, height = half_sizes(np.array([code]), np.array([1]))
    half = (26.0, 22.0) if code == SUBCIRCUIT else (float(width[0]), float(height[0]))
    scale = 0.85 * _SIDE / 2 / max(half)
    painter.scale(scale, scale)
    paint_look(painter, Look(code, *half), theme)
    if entry.act == "kind" and (text := _INSIDE.get(entry.name)):
        font = painter.font()
        font.setPixelSize(round(half[1] * (1.1 if len(text) > 1 else 1.0)))
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(QRectF(-half[0], -half[1], 2 * half[0], 2 * half[1]), Qt.AlignmentFlag.AlignCenter, text)


def _paint_line(painter: QPainter, theme: Theme, *, inhibitory: bool) -> None:
    token = "inhibit" if inhibitory else "excite"
    style = Qt.PenStyle.DashLine if inhibitory else Qt.PenStyle.SolidLine
    painter.setPen(QPen(theme.color(token), 1.8, style))
    painter.drawLine(QPointF(-13, 0), QPointF(4, 0))
    painter.translate(8, 0)
    paint_look(painter, Look(CIRCLE if inhibitory else ARROW, 5, 5, token), theme)


def _paint_inside(painter: QPainter, theme: Theme, inside: Store) -> None:
    box = QRectF(0.5, 3.5, _SIDE - 1, _SIDE - 7)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), paint_thumbnail(inside, theme, box.size().toSize(), ratio))
    painter.setPen(QPen(theme.color("muted"), 1))
    painter.drawRoundedRect(box, 2, 2)
