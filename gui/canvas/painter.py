"""A circuit painted from its arrays, with less detail the smaller it is shown.

All is painted in device coordinates, so that nothing is blurred and no text is smaller than it may
be. Lines at rest are painted once and kept while the view stands still; a frame of a running
circuit paints the active lines over them, then the nodes.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import EXCITATORY, INHIBITORY, NEGATIVE, PLAIN
from gui.canvas.frame import EDGE, Frame
from gui.canvas.ground import MARGIN as AHEAD
from gui.canvas.ground import Ground
from gui.canvas.node_texts import paint_names, paint_node_texts, paint_texts_on_lines
from gui.canvas.primitives import draw_curves, draw_fragments, draw_lines, draw_points, draw_rects
from gui.canvas.routes import dashes, pieces
from gui.canvas.shapes import Floats, Ints
from gui.canvas.sprites import ARROW, CIRCLE, MARGIN, Look, Sheet
from gui.canvas.texts import Texts
from gui.theme import Theme

SPRITES, CURVES, TEXTS = 0.12, 0.3, 0.45
"""Scales from which nodes are more than squares, lines are curved, and texts are shown."""

_TOKENS = {PLAIN: "excite", EXCITATORY: "excite", INHIBITORY: "inhibit", NEGATIVE: "inhibit"}
_ACTIVE_TOKENS = {PLAIN: "accent", EXCITATORY: "accent", INHIBITORY: "inhibit", NEGATIVE: "inhibit"}
_GRID = 20.0
_FEW, _MANY = 60, 2500
"""Below so many lines none is looked at closely; above so many all are thin and straight."""
_SMOOTH, _SMOOTH_ACTIVE = 300, 60
"""Up to how many lines each is one stroke; active ones are painted in every frame. Beyond the first number
none is smoothed, which is six times faster."""


class NetPainter:
    """Paints circuits in one theme; keeps what can be used again."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.texts = Texts()
        self._sheet = Sheet(theme, 1.0)
        self._ground = Ground()
        self._strokes: tuple[object, list[tuple[int, Floats, Ints]]] | None = None
        self._lines: tuple[object, Frame, Ints] | None = None

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame, *, key: object = None) -> None:
        """Paint a circuit.

        Parameters
        ----------
        key : object
            Says what the arrays hold; while it is the same, lines at rest are not painted again.
        """
        lines = self._seen(net, frame, key)
        thin = frame.scale < CURVES or len(lines) > _MANY
        if key is None:
            self._paint_ground(painter, net, frame, lines, thin=thin)
        else:
            crowded = len(lines) > _SMOOTH  # of the whole view, so that all parts of it look alike
            part = partial(self._paint_part, net=net, thin=thin, crowded=crowded)
            self._ground.draw(painter, frame, (key, thin, crowded), part)
        lifted = np.flatnonzero(net.lifted)
        if len(lifted):
            lifted = lifted[frame.visible(net.box[lifted])]
            lines = np.concatenate((lines[~net.lifted[lines]], lifted))
        self._paint_lines(painter, net, frame, lifted, active=False, thin=thin)
        self._paint_marked(painter, net, frame, lines)
        self._paint_selected(painter, net, frame, lines)
        if frame.scale >= SPRITES:
            lit = lines[net.bundle_active[net.line_bundle[lines]]]
            if not thin and len(lit) > _SMOOTH_ACTIVE and key is not None:
                self._paint_many_lit(painter, net, frame, lit)
                lit = lit[net.lifted[lit]]
            self._paint_lines(painter, net, frame, lit, active=True, thin=thin)
        self._paint_nodes(painter, net, frame)

    def _paint_nodes(self, painter: QPainter, net: NetArrays, frame: Frame) -> None:
        nodes = np.flatnonzero(frame.visible(net.node_boxes() + np.array([-MARGIN, -MARGIN, MARGIN, MARGIN])))
        if frame.scale < SPRITES:
            self._paint_squares(painter, net, frame, nodes)
            return
        if frame.scale >= TEXTS:
            paint_names(painter, net, frame, self.texts, self.theme)
            paint_texts_on_lines(painter, net, frame, self.texts, self.theme)
        self._paint_sprites(painter, net, frame, nodes)
        if frame.scale >= TEXTS:
            paint_node_texts(painter, net, frame, nodes, self.texts, self.theme)

    def touch(self, boxes: Floats) -> None:
        """Paint what lies still in some scene boxes anew: lines there were lifted, moved or put down."""
        self._ground.touch(boxes)

    def _seen(self, net: NetArrays, frame: Frame, key: object) -> Ints:
        """The visible lines, and some about them, looked up again when the lines or the view have moved far."""
        if key is None:
            return self._visible_lines(net, frame)
        now = (key, net.moves, frame.scale, frame.width, frame.height)
        held = self._lines
        if held is None or held[0] != now or not _near(frame, held[1]):
            self._lines = held = now, frame, self._visible_lines(net, frame.grown(AHEAD))
        return held[2]

    # At rest

    def _paint_part(self, painter: QPainter, frame: Frame, *, net: NetArrays, thin: bool, crowded: bool) -> None:
        lines = self._visible_lines(net, frame)
        self._paint_ground(painter, net, frame, lines[~net.lifted[lines]], thin=thin, crowded=crowded)

    def _paint_ground(
        self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints, *, thin: bool, crowded: bool | None = None
    ) -> None:
        painter.fillRect(QRectF(0, 0, frame.width, frame.height), self.theme.color("paper"))
        if frame.scale >= TEXTS:
            self._paint_grid(painter, frame)
            self._paint_notes(painter, net, frame)
        self._paint_lines(painter, net, frame, lines, active=False, thin=thin, crowded=crowded)

    def _paint_grid(self, painter: QPainter, frame: Frame) -> None:
        step = _GRID * frame.scale * (2 if frame.scale < 0.9 else 1)
        x = np.arange(frame.dx % step - step, frame.width + step, step).round()
        y = np.arange(frame.dy % step - step, frame.height + step, step).round()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self.theme.color("grid"), 2))
        draw_points(painter, np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_notes(self, painter: QPainter, net: NetArrays, frame: Frame) -> None:
        font = painter.font()
        font.setPixelSize(max(11, round(12 * frame.scale)))
        painter.setFont(font)
        painter.setPen(self.theme.color("muted"))
        for note in net.notes:
            x, y = frame.points(np.array([note.x, note.y]))
            painter.drawText(
                QRectF(x, y, 4000, 4000), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, note.text
            )

    # Lines

    def _visible_lines(self, net: NetArrays, frame: Frame) -> Ints:
        """The lines of which a part can be seen; the box of a long one says little."""
        lines = np.flatnonzero(frame.visible(net.box))
        if frame.scale < CURVES or len(lines) < _FEW:
            return lines
        curves = frame.points(net.curve[lines])
        low, high = np.minimum(curves[:, :-1], curves[:, 1:]), np.maximum(curves[:, :-1], curves[:, 1:])
        edge = EDGE + shapes.HEAD * frame.scale  # what is drawn beyond the last point
        seen = ((low < (frame.width + edge, frame.height + edge)) & (high > -edge)).all(2)
        return lines[seen.any(1)]

    def _paint_lines(
        self,
        painter: QPainter,
        net: NetArrays,
        frame: Frame,
        lines: Ints,
        *,
        active: bool,
        thin: bool,
        crowded: bool | None = None,
    ) -> None:
        if thin:
            self._paint_thin_lines(painter, net, frame, lines, active=active)
            return
        zoom = min(max(frame.scale, 0.6), 2.5)
        if crowded is None:
            crowded = len(lines) > _SMOOTH
        smooth = not crowded and (not active or len(lines) <= _SMOOTH_ACTIVE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not crowded)
        widths = np.round(net.line_width[lines] * 2) / 2
        groups = net.line_style[lines] * 100 + widths * 10
        for group in np.unique(groups):
            chosen = lines[groups == group]
            style, width = int(net.line_style[chosen[0]]), float(widths[groups == group][0])
            dashed = style == INHIBITORY
            token = (_ACTIVE_TOKENS if active else _TOKENS)[style]
            broad = (width + (1.4 if active else 0)) * zoom
            pen = QPen(self.theme.color(token), max(round(broad), 1) if crowded else broad)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # a round cap would be stroked as a path, several times slower
            painter.setPen(pen)
            curves = frame.points(net.curve[chosen] if smooth or frame.scale > 1 else net.curve[chosen, ::3])
            if smooth and not dashed:
                draw_curves(painter, curves)
            else:
                draw_lines(painter, frame.inside(dashes(curves, zoom) if dashed else pieces(curves)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_ends(painter, net, frame, lines, active=active)

    def _paint_many_lit(self, painter: QPainter, net: NetArrays, frame: Frame, lit: Ints) -> None:
        """Many lines that carry a value, from strokes that are cut as often as the visible lines are looked up."""
        assert self._lines is not None
        base = self._lines[1].grown(AHEAD)
        if self._strokes is None or self._strokes[0] is not self._lines:
            self._strokes = self._lines, _strokes(net, base, self._lines[2])
        painter.save()
        painter.translate(frame.dx - base.dx, frame.dy - base.dy)
        zoom = min(max(frame.scale, 0.6), 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for style, strokes, owner in self._strokes[1]:
            pen = QPen(self.theme.color(_ACTIVE_TOKENS[style]), max(round(2.8 * zoom), 2))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            draw_lines(painter, strokes[net.bundle_active[net.line_bundle[owner]] & ~net.lifted[owner]])
        painter.restore()
        self._paint_ends(painter, net, frame, lit, active=True)

    def _paint_selected(self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints) -> None:
        """A broad band under the selected lines."""
        chosen = lines[net.bundle_selected[net.line_bundle[lines]]]
        if not len(chosen):
            return
        band = self.theme.color("selection")
        band.setAlpha(120)
        painter.setPen(QPen(band, 8 * min(max(frame.scale, 0.5), 2)))
        draw_curves(painter, frame.points(net.curve[chosen]))

    def _paint_marked(self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints) -> None:
        """A broad dashed band under the lines that training has just changed."""
        keys = [key for what, key in net.marked if what == "edge"]
        chosen = lines[np.isin(net.line_key[lines], keys)] if keys else lines[:0]
        if not len(chosen):
            return
        zoom = min(max(frame.scale, 0.5), 2)
        band = self.theme.color("accent")
        band.setAlpha(110)
        pen = QPen(band, 12 * zoom)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, dashes(frame.points(net.curve[chosen]), zoom * 1.2))

    def _paint_thin_lines(self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints, *, active: bool) -> None:
        """Straight lines one pixel wide, which the raster engine draws without stroking a path."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        straight = frame.points(np.concatenate((net.curve[lines, 0], net.curve[lines, -1]), axis=1))
        inhibits = np.isin(net.line_style[lines], (INHIBITORY, NEGATIVE))
        for style, chosen in ((EXCITATORY, ~inhibits), (INHIBITORY, inhibits)):
            color = self.theme.color((_ACTIVE_TOKENS if active else _TOKENS)[style])
            painter.setPen(QPen(color if active else _between(color, self.theme.color("paper")), 0))
            draw_lines(painter, straight[chosen])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_ends(self, painter: QPainter, net: NetArrays, frame: Frame, lines: Ints, *, active: bool) -> None:
        if not len(lines):
            return
        sheet = self._sheet_for(frame)
        tokens = _ACTIVE_TOKENS if active else _TOKENS
        half = shapes.HEAD / 2
        looks = [
            Look(CIRCLE if style == INHIBITORY else ARROW, half, half, tokens[style], active) for style in range(4)
        ]
        sources = np.array(sheet.sources(looks))[net.line_style[lines]]
        turns = net.turn[net.line_target[lines]]
        centres = net.curve[lines, -1] + np.stack(shapes.turn(turns, half, 0.0), axis=1)
        draw_fragments(painter, frame.points(centres), sources, sheet.pixmap, 1 / frame.ratio, turns * 90.0)

    # Nodes

    def _sheet_for(self, frame: Frame) -> Sheet:
        scale = frame.scale * frame.ratio
        if self._sheet.scale != scale:
            self._sheet = Sheet(self.theme, scale)
        return self._sheet

    def _paint_sprites(self, painter: QPainter, net: NetArrays, frame: Frame, nodes: Ints) -> None:
        if not len(nodes):
            return
        number = net.look[nodes] * 8 + net.active[nodes] * 4 + net.selected[nodes] * 2 + net.wrong[nodes]
        present, row = np.unique(number, return_inverse=True)
        looks = [
            Look(*net.looks[k // 8], active=bool(k & 4), selected=bool(k & 2), wrong=bool(k & 1))
            for k in present.tolist()
        ]
        sheet = self._sheet_for(frame)
        sources = np.array(sheet.sources(looks))[row]
        at = frame.points(np.stack((net.x[nodes], net.y[nodes]), axis=1))
        corner = np.round((at - sources[:, 2:] / 2 / frame.ratio) * frame.ratio) / frame.ratio
        draw_fragments(painter, corner + sources[:, 2:] / 2 / frame.ratio, sources, sheet.pixmap, 1 / frame.ratio)

    def _paint_squares(self, painter: QPainter, net: NetArrays, frame: Frame, nodes: Ints) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        side = max(2.0, 34 * frame.scale)
        corner = frame.points(np.stack((net.x[nodes], net.y[nodes]), axis=1)) - side / 2
        rects = np.concatenate((corner, np.full((len(nodes), 2), side)), axis=1)
        wrong, selected, active = net.wrong[nodes], net.selected[nodes], net.active[nodes]
        painter.setPen(Qt.PenStyle.NoPen)
        for chosen, token in (
            (~(active | selected | wrong), "muted"),
            (active & ~selected & ~wrong, "accent"),
            (selected & ~wrong, "selection"),
            (wrong, "error"),
        ):
            painter.setBrush(self.theme.color(token))
            draw_rects(painter, rects[chosen])


def _near(frame: Frame, held: Frame) -> bool:
    """Whether what was looked up for a frame, and around it, does for another."""
    return max(abs(frame.dx - held.dx), abs(frame.dy - held.dy)) <= AHEAD


def _strokes(net: NetArrays, frame: Frame, lines: Ints) -> list[tuple[int, Floats, Ints]]:
    """The visible pieces of lines as (x1, y1, x2, y2) by style, each with the number of its line."""
    found = []
    for style in np.unique(net.line_style[lines]).tolist():
        chosen = lines[net.line_style[lines] == style]
        cut = pieces(frame.points(net.curve[chosen, ::3]))
        seen = frame.sees(cut)
        if style == INHIBITORY:
            seen[1::2] = False  # every other piece: dashed
        owner = np.repeat(chosen, len(cut) // max(len(chosen), 1))
        found.append((style, cut[seen], owner[seen]))
    return found


def _between(one: QColor, other: QColor) -> QColor:
    """A colour half way to another: unlike a translucent one, it is drawn without blending."""
    return QColor(*((a + b) // 2 for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)))
