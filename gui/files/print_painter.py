"""A circuit painted for paper: every shape is drawn as a shape, on white, without the grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from circuitsim.progress import Progress, silent
from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY
from gui.canvas.frame import Frame
from gui.canvas.node_texts import NAME, every_inside, names, on_lines
from gui.canvas.painter import HEAVIER, NetPainter
from gui.canvas.primitives import draw_curves
from gui.canvas.routes import dash_pattern
from gui.canvas.sprites import ARROW, CIRCLE, Look, paint_ends, paint_look
from gui.canvas.texts import Faces
from gui.canvas.visible import ALL, Visible
from gui.theme import LIGHT

PAPER = replace(LIGHT, name="paper", paper="#ffffff", panel="#ffffff", raised="#ffffff", ink="#000000")
MARGIN = 12.0
_OFTEN = 50  # shapes after which somebody may want to know how far it is
_Place = tuple[float, float, int]
_TOKENS = {False: ("excite", "excite", "inhibit", "inhibit"), True: ("accent", "accent", "inhibit", "inhibit")}


class PrintPainter(NetPainter):
    """Paints at full detail. On the screen shapes are copied from a sheet of pixels, which would blur in print."""

    def __init__(self, progress: Progress = silent) -> None:
        super().__init__(PAPER)
        self._faces = Faces(PAPER)
        self._progress = progress
        self._done = self._shapes = 0

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame) -> None:
        """Paint a circuit."""
        lit = int(net.bundle_active.sum())
        self._done, self._shapes = 0, len(net.nodes) + 2 * (len(net.line_bundle) + lit)  # a line has a head
        seen = self._look(net, frame)
        self._paint_still(painter, seen)
        self._paint_values(painter, seen)
        self._paint_nodes(painter, seen)

    def _tell(self) -> None:
        self._done += 1
        if not self._done % _OFTEN:
            self._progress(min(1.0, self._done / self._shapes))

    def _paint_grid(self, painter: QPainter, frame: Frame, area: QRect) -> None:
        """Paper has none."""

    def _look(self, net: NetArrays, frame: Frame) -> Visible:
        return Visible(net, frame, np.arange(len(net.line_bundle)), detail=ALL)

    def _paint_lines(self, painter: QPainter, seen: Visible, *, active: bool, part: QRect | None = None) -> None:
        """Each line as one path, which an editor of drawings can take hold of; those with the same pen together."""
        net, zoom = seen.net, seen.zoom
        lines = seen.lines[net.bundle_active[net.line_bundle[seen.lines]]] if active else seen.lines
        for line in lines[np.lexsort((net.line_width[lines], net.line_style[lines]))].tolist():
            self._tell()
            style, width = int(net.line_style[line]), float(net.line_width[line])
            pen = QPen(self.theme.color(_TOKENS[active][style]), (width + (HEAVIER if active else 0)) * zoom)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            course = seen.frame.points(net.curve[[line]])
            if style == INHIBITORY:
                pen.setDashPattern([part / pen.widthF() for part in dash_pattern(course[0], zoom)])
            painter.setPen(pen)
            draw_curves(painter, course)
        self._paint_heads(painter, seen, active=active)

    def _paint_selected(self, painter: QPainter, seen: Visible, part: QRect | None) -> None:
        """Nothing is selected on paper."""

    def _paint_heads(self, painter: QPainter, seen: Visible, *, active: bool) -> None:
        half, net = shapes.HEAD / 2, seen.net
        lines = seen.lines[net.bundle_active[net.line_bundle[seen.lines]]] if active else seen.lines
        for style, token in enumerate(_TOKENS[active]):
            rows = lines[net.line_style[lines] == style]
            turns = net.turn[net.line_target[rows]]
            at = seen.frame.points(net.curve[rows, -1] + np.stack(shapes.turn(turns, half, 0.0), axis=1))
            look = Look(CIRCLE if style == INHIBITORY else ARROW, half, half, token, active)
            paint_ends(painter, look, self._told(zip(*at.T.tolist(), turns.tolist(), strict=True)), self.theme)

    def _told(self, places: Iterable[_Place]) -> Iterator[_Place]:
        for place in places:
            self._tell()
            yield place

    def _paint_sprites(self, painter: QPainter, seen: Visible) -> None:
        net = seen.net
        for node in seen.nodes.tolist():
            look = Look(*net.looks[net.look[node]], active=bool(net.active[node]))
            self._place(painter, seen.frame, look, np.array([net.x[node], net.y[node]]))

    def _write_names(self, painter: QPainter, seen: Visible) -> None:
        for text in names(seen.net, seen.frame, seen.named):
            self._faces.write(painter, text)

    def _write_on_lines(self, painter: QPainter, seen: Visible) -> None:
        for text in on_lines(seen.net, seen.frame, seen.labelled):
            self._faces.write(painter, text)

    def _write_inside(self, painter: QPainter, seen: Visible) -> None:
        for text in every_inside(seen.net, seen.frame, seen.nodes):
            self._faces.write(painter, text)

    def _place(self, painter: QPainter, frame: Frame, look: Look, at: np.ndarray) -> None:
        self._tell()
        x, y = frame.points(at)
        painter.save()
        painter.translate(x, y)
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
