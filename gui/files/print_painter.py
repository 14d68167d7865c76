"""A circuit painted for paper: every shape is drawn as a shape, on white, without the grid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from circuitsim.progress import Progress, silent
from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY
from gui.canvas.frame import Frame
from gui.canvas.node_texts import NAME
from gui.canvas.painter import NetPainter
from gui.canvas.shapes import Ints
from gui.canvas.sprites import ARROW, CIRCLE, Look, paint_look
from gui.theme import LIGHT

PAPER = replace(LIGHT, name="paper", paper="#ffffff", panel="#ffffff", raised="#ffffff", ink="#000000")
MARGIN = 12.0
_OFTEN = 50  # shapes after which somebody may want to know how far it is
_TOKENS = {False: ("excite", "excite", "inhibit", "inhibit"), True: ("accent", "accent", "inhibit", "inhibit")}


class PrintPainter(NetPainter):
    """Paints at full detail. On the screen shapes are copied from a sheet of pixels, which would blur in print."""

    def __init__(self, progress: Progress = silent) -> None:
        super().__init__(PAPER)
        self._progress = progress
        self._placed = self._shapes = 0

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame, *, key: object = None) -> None:
        """Paint a circuit."""
        self._placed, self._shapes = 0, len(net.nodes) + len(net.line_bundle) + int(net.bundle_active.sum())
        super().paint(painter, net, frame, key=key)

    def _paint_grid(self, painter: QPainter, frame: Frame) -> None:
        """Paper has none."""

    def _paint_ends(self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints, *, active: bool) -> None:
        half = shapes.HEAD / 2
        for line in lines.tolist():
            style = int(net.line_style[line])
            look = Look(CIRCLE if style == INHIBITORY else ARROW, half, half, _TOKENS[active][style], active)
            turn = net.turn[net.line_target[[line]]]
            at = net.curve[line, -1] + np.stack(shapes.turn(turn, half, 0.0), axis=1)[0]
            self._place(painter, frame, look, at, float(turn[0]) * 90)

    def _paint_sprites(self, painter: QPainter, net: NetArrays, frame: Frame, nodes: Ints) -> None:
        for node in nodes.tolist():
            look = Look(*net.looks[net.look[node]], active=bool(net.active[node]))
            self._place(painter, frame, look, np.array([net.x[node], net.y[node]]))

    def _place(self, painter: QPainter, frame: Frame, look: Look, at: np.ndarray, angle: float = 0.0) -> None:
        self._placed += 1
        if not self._placed % _OFTEN:
            self._progress(min(1.0, self._placed / self._shapes))
        x, y = frame.points(at)
        painter.save()
        painter.translate(x, y)
        painter.rotate(angle)
        painter.scale(frame.scale, frame.scale)
        paint_look(painter, look, self.theme)
        painter.restore()


def whole_bounds(net: NetArrays) -> tuple[float, float, float, float]:
    """The box around all that is drawn at full size, with names as wide as the font really makes them."""
    boxes = [np.array([net.bounds() or (0.0, 0.0, 1.0, 1.0)])]
    font = QFont()
    font.setPixelSize(round(NAME))
    metrics = QFontMetricsF(font)
    labels = net.label_boxes()
    for k, label in enumerate(net.labels):
        width = metrics.horizontalAdvance(label.text) + 4
        left, top, right, bottom = labels[k]
        anchor = left + label.align * (right - left)
        boxes.append(np.array([(anchor - label.align * width, top, anchor + (1 - label.align) * width, bottom)]))
    for note in net.notes:
        lines = note.text.splitlines() or [""]
        width = max(metrics.horizontalAdvance(line) for line in lines)
        boxes.append(np.array([(note.x, note.y, note.x + width, note.y + len(lines) * metrics.lineSpacing())]))
    every = np.concatenate(boxes)
    left, top = every[:, :2].min(0) - MARGIN
    right, bottom = every[:, 2:].max(0) + MARGIN
    return float(left), float(top), float(right), float(bottom)
