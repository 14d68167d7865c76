"""What training has just changed, drawn over the circuit: a dashed band along each synapse, and by how much."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import NEGATIVE
from gui.canvas.frame import Frame
from gui.canvas.node_texts import ON_LINE, show_value
from gui.canvas.primitives import draw_lines
from gui.canvas.routes import dashes
from gui.canvas.texts import Faces, Style, Text
from gui.language import tr
from gui.theme import Theme

Changes = Mapping[tuple[str, int | str], str]
"""By ("edge", key) and ("node", id), how much was added, in words."""

_BROAD, _ALPHA, _MOST_TOLD = 11.0, 95, 150
_TOLD_FROM = 0.65  # the scale from which there is room for texts on lines


def paint_taught(painter: QPainter, net: NetArrays, frame: Frame, theme: Theme, changes: Changes) -> None:
    """Paint it, in device coordinates."""
    keys = np.array([key for what, key in changes if what == "edge"], np.intp)
    lines = np.flatnonzero(np.isin(net.line_key, keys))
    lines = lines[frame.visible(net.box[lines])]
    if len(lines):
        zoom = min(max(frame.scale, 0.4), 2)
        band = theme.color("accent")
        band.setAlpha(_ALPHA)
        pen = QPen(band, _BROAD * zoom)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        draw_lines(painter, dashes(frame.points(net.curve[lines]), zoom * 1.2))
    if frame.scale >= _TOLD_FROM and len(changes) <= _MOST_TOLD:
        faces = Faces(theme)
        for text in _texts(net, frame, changes):
            faces.write(painter, text)


def _texts(net: NetArrays, frame: Frame, changes: Changes) -> list[Text]:
    """The weights and biases that changed, and by how much, over where they stand anyway."""
    found = []
    for number, text, x, y in net.bundle_labels:
        added = changes.get(("edge", net.bundles[number].keys[0]))
        if added is not None:
            color = "inhibit" if net.bundles[number].style == NEGATIVE else "accent"
            style = Style.of(ON_LINE * frame.scale, color, bold=True, plate=255)
            at = frame.points(np.array([x, y])).tolist()
            found.append(Text(f"{text} ({added})", *at, style))
    for (what, id), added in changes.items():
        row = net.index.get(str(id)) if what == "node" else None
        if row is not None:
            above = np.array([net.x[row], net.y[row] - net.half_height[row] - shapes.LETTER - 2])
            text = tr("bias {value}").format(value=show_value(net.nodes[row].parameters["bias"]))
            style = Style.of(ON_LINE * frame.scale, "ink", bold=True, plate=255)
            found.append(Text(f"{text} ({added})", *frame.points(above).tolist(), style))
    return found
