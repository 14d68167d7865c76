"""A circuit painted from its arrays, with less detail the smaller it is shown.

All is painted in device coordinates, so that nothing is blurred and no text is smaller than it may be.
From below: what lies still; the lines that are selected or carry a value; the nodes.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import EXCITATORY, INHIBITORY, NEGATIVE, PLAIN
from gui.canvas.frame import Frame
from gui.canvas.node_texts import CONSTANT, VALUED, inside, names, on_lines, ports, values
from gui.canvas.primitives import draw_boxes, draw_fragments, in_pixels
from gui.canvas.shapes import Floats, Ints
from gui.canvas.sprites import ARROW, CIRCLE, Look, Sprites
from gui.canvas.texts import Texts
from gui.canvas.visible import SPRITES, TEXTS, Visible
from gui.theme import Theme

_TOKENS = {PLAIN: "excite", EXCITATORY: "excite", INHIBITORY: "inhibit", NEGATIVE: "inhibit"}
_ACTIVE_TOKENS = {PLAIN: "accent", EXCITATORY: "accent", INHIBITORY: "inhibit", NEGATIVE: "inhibit"}
HEAVIER = 1.4
"""How much broader a line is that carries a value."""
_FINER = 2 / 3
"""How much finer lines are in a crowd."""
_FAR = 0.65
"""How near the ground lines are from afar, where they are many and what counts are the nodes."""
_GRID = 20.0


class NetPainter:
    """Paints circuits in one theme, `bare` without any text."""

    def __init__(self, theme: Theme, *, bare: bool = False) -> None:
        self.theme = theme
        self._bare = bare
        self._color = cache(theme.color)
        self._texts = Texts(theme, 1.0)
        self._sprites = Sprites(theme, 1.0)

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame) -> None:
        """Paint a circuit, all of it anew."""
        self._take_sheets(frame)
        seen = self._look(net, frame)
        self._paint_still(painter, seen)
        self._paint_values(painter, seen)
        self._paint_nodes(painter, seen)

    def _texts_of(self, seen: Visible) -> bool:
        return seen.has_texts and not self._bare

    def _look(self, net: NetArrays, frame: Frame) -> Visible:
        """What can be seen."""
        return Visible(net, frame, np.arange(len(net.line_bundle)))

    def _take_sheets(self, frame: Frame) -> bool:
        """Have sheets for the scale and the sharpness of a frame; whether the texts are on a new one."""
        scale = frame.scale * frame.ratio
        if self._sprites.scale != scale:
            self._sprites = Sprites(self.theme, scale)
        if not self._texts.is_full and self._texts.ratio == frame.ratio:
            return False
        self._texts = Texts(self.theme, frame.ratio)
        return True

    # At rest

    def _paint_still(self, painter: QPainter, seen: Visible, part: QRect | None = None) -> None:
        frame = seen.frame
        pixels = frame.in_pixels()
        area = part or QRect(0, 0, math.ceil(pixels.width), math.ceil(pixels.height))
        with in_pixels(painter, frame.ratio):
            painter.fillRect(area, self._color("paper"))
        if frame.scale >= TEXTS:
            self._paint_grid(painter, frame, area)
        if self._texts_of(seen):
            self._paint_notes(painter, seen.net, frame)
        self._paint_lines(painter, seen, active=False, part=part)
        if frame.scale < SPRITES:
            self._paint_squares(painter, seen, ("muted",))

    def _paint_grid(self, painter: QPainter, frame: Frame, area: QRect) -> None:
        """Dots in an area, which is in pixels of the screen: one row of them is copied as often as there are rows."""
        pixels, side = frame.in_pixels(), max(2, round(2 * frame.ratio))
        step = _GRID * pixels.scale * (2 if frame.scale < 0.9 else 1)
        x, y = (
            np.floor(np.arange((start - low) % step - step, length + step, step) + 0.5).astype(int) - side // 2
            for start, low, length in (
                (pixels.dx, area.x(), area.width()),
                (pixels.dy, area.y(), area.height()),
            )
        )
        row = QPixmap(area.width(), side)
        row.fill(self._color("paper"))
        inner = QPainter(row)
        for at in x.tolist():
            inner.fillRect(at, 0, side, side, self._color("grid"))
        inner.end()
        with in_pixels(painter, frame.ratio):
            for at in y.tolist():
                painter.drawPixmap(area.x(), area.y() + at, row)

    def _paint_notes(self, painter: QPainter, net: NetArrays, frame: Frame) -> None:
        font = painter.font()
        font.setPixelSize(max(11, round(12 * frame.scale)))
        painter.setFont(font)
        painter.setPen(self._color("muted"))
        for note in net.notes:
            x, y = frame.points(np.array([note.x, note.y]))
            painter.drawText(
                QRectF(x, y, 4000, 4000), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, note.text
            )

    # Lines

    def _paint_lines(self, painter: QPainter, seen: Visible, *, active: bool, part: QRect | None = None) -> None:
        """Lines at rest, or those that carry a value."""
        by, paper = seen.frame.ratio, self._color("paper")
        chosen = seen.net.bundle_active if active else None
        part = seen.narrow(part)
        with in_pixels(painter, by):
            for style, width, full, faint in seen.groups:
                color = self._color((_ACTIVE_TOKENS if active else _TOKENS)[style])
                broad = by
                if seen.detail.curved:
                    width *= 1 if seen.detail.whole else _FINER
                    broad = (width + (HEAVIER if active else 0)) * seen.zoom * by
                    if active and not seen.detail.smooth:
                        broad = max(broad, 2)
                elif not active:
                    color = _between(color, paper, _FAR if seen.frame.scale < SPRITES else 0.5)
                faint.draw(painter, _between(color, paper), broad, chosen, part)
                full.draw(painter, color, broad, chosen, part)
        if seen.detail.curved:
            self._paint_heads(painter, seen, active=active)

    def _paint_selected(self, painter: QPainter, seen: Visible, part: QRect | None) -> None:
        """A broad band under the selected lines."""
        net = seen.net
        if not net.bundle_selected.any():
            return
        band = _between(self._color("selection"), self._color("paper"))
        broad = (8 * seen.zoom if seen.detail.curved else 3) * seen.frame.ratio
        part = seen.narrow(part)
        with in_pixels(painter, seen.frame.ratio):
            for group in seen.groups:
                for strokes in (group.faint, group.full):
                    strokes.draw(painter, band, broad, net.bundle_selected, part)

    def _paint_heads(self, painter: QPainter, seen: Visible, *, active: bool) -> None:
        lines, at, degrees = seen.heads
        if active:
            lit = seen.net.bundle_active[seen.net.line_bundle[lines]]
            lines, at, degrees = lines[lit], at[lit], degrees[lit]
        if not len(lines):
            return
        half = shapes.HEAD / 2
        looks = [
            Look(CIRCLE if style == INHIBITORY else ARROW, half, half, tokens[style], lit)
            for lit, tokens in ((False, _TOKENS), (True, _ACTIVE_TOKENS))
            for style in range(4)
        ]
        sources = np.array(self._sprites.sources(looks))[seen.net.line_style[lines] + 4 * active]
        draw_fragments(painter, at, sources, self._sprites.pixmap, 1 / seen.frame.ratio, degrees)

    # What has values

    def _paint_values(self, painter: QPainter, seen: Visible, part: QRect | None = None) -> None:
        self._paint_selected(painter, seen, part)
        if seen.frame.scale >= SPRITES:
            self._paint_lines(painter, seen, active=True, part=part)

    def _paint_nodes(self, painter: QPainter, seen: Visible, part: QRect | None = None) -> None:
        if seen.frame.scale < SPRITES:
            self._paint_squares(painter, seen, ("accent", "selection", "error"))
            return
        texts = self._texts_of(seen)
        if texts:
            self._write_names(painter, seen)
            self._write_on_lines(painter, seen)
        self._paint_sprites(painter, seen)
        if texts:
            self._paint_ports(painter, seen)
            self._write_inside(painter, seen)

    def _write_names(self, painter: QPainter, seen: Visible) -> None:
        if "names" not in seen.kept:
            seen.kept["names"] = self._texts.place(list(names(seen.net, seen.frame, seen.named)))
        self._texts.draw(painter, seen.kept["names"])

    def _write_on_lines(self, painter: QPainter, seen: Visible) -> None:
        self._texts.draw(painter, self._texts.place(list(on_lines(seen.net, seen.frame, seen.labelled))))

    def _write_inside(self, painter: QPainter, seen: Visible) -> None:
        net, frame = seen.net, seen.frame
        if "inside" not in seen.kept:
            rows = seen.nodes[CONSTANT[net.code[seen.nodes]]]
            seen.kept["rows"], seen.kept["values"] = rows, seen.nodes[VALUED[net.code[seen.nodes]]]
            seen.kept["inside"] = self._texts.place(list(inside(net, frame, rows)))
        constant, lit = seen.kept["inside"], net.active[seen.kept["rows"]]
        if lit.any():
            if "lit" not in seen.kept:
                seen.kept["lit"] = self._texts.in_color(constant, "on_accent")
            constant = constant._replace(sources=np.where(lit[:, None], seen.kept["lit"].sources, constant.sources))
        valued = self._texts.place(list(values(net, frame, seen.kept["values"])))
        self._texts.draw(painter, constant, valued)

    def _paint_sprites(self, painter: QPainter, seen: Visible) -> None:
        net, nodes, ratio = seen.net, seen.nodes, seen.frame.ratio
        if not len(nodes):
            return
        number = net.look[nodes] * 8 + net.active[nodes] * 4 + net.selected[nodes] * 2 + net.wrong[nodes]
        sources = self._looks_of(net, number)
        half = sources[:, 2:] / 2
        centres = (np.floor(seen.centres * ratio - half + 0.5) + half) / ratio
        draw_fragments(painter, centres, sources, self._sprites.pixmap, 1 / ratio)

    def _looks_of(self, net: NetArrays, number: Ints) -> Floats:
        """Where on the sheet looks are: eight for each look at rest."""
        found, row = np.unique(number, return_inverse=True)
        looks = [
            Look(*net.looks[k // 8], active=bool(k & 4), selected=bool(k & 2), wrong=bool(k & 1))
            for k in found.tolist()
        ]
        return np.array(self._sprites.sources(looks))[row]

    def _paint_squares(self, painter: QPainter, seen: Visible, tokens: Collection[str]) -> None:
        """Nodes as squares, those alone that have one of some colours."""
        net, nodes, by = seen.net, seen.nodes, seen.frame.ratio
        side = max(2, round(34 * seen.frame.scale * by))
        wrong, selected, active = net.wrong[nodes], net.selected[nodes], net.active[nodes]
        with in_pixels(painter, by):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(Qt.PenStyle.NoPen)
            for token, chosen in (
                ("muted", None),
                ("accent", active & ~selected & ~wrong),
                ("selection", selected & ~wrong),
                ("error", wrong),
            ):
                if token in tokens:
                    centres = seen.centres if chosen is None else seen.centres[chosen]
                    corner = np.floor(centres * by - side / 2 + 0.5).astype(np.int32)
                    painter.setBrush(self._color(token))
                    draw_boxes(painter, np.concatenate((corner, corner + (side - 1)), axis=1))

    def _paint_ports(self, painter: QPainter, seen: Visible) -> None:
        """A small circle at each port of a subcircuit, heavier where it carries a value."""
        found, places = ports(seen.net, seen.nodes)
        scale = seen.frame.scale
        for port, (x, y) in zip(found.tolist(), seen.frame.points(places).tolist(), strict=True):
            on = bool(seen.net.port_active[port])
            painter.setPen(QPen(self._color("ink"), (2.2 if on else 1.2) * scale))
            painter.setBrush(self._color("accent" if on else "raised"))
            painter.drawEllipse(QPointF(x, y), 3.6 * scale, 3.6 * scale)


def _between(one: QColor, other: QColor, part: float = 0.5) -> QColor:
    """A colour on its way to another: unlike a translucent one, it is drawn without blending."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * part) for a, b in pairs))
