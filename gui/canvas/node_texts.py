"""The texts of a circuit: names, what stands inside nodes, and what stands on lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY, NEGATIVE
from gui.canvas.shapes import Ints
from gui.canvas.texts import Texts
from gui.language import tr
from gui.theme import SMALLEST_TEXT, Theme

if TYPE_CHECKING:
    from gui.canvas.frame import Frame

NAME, INSIDE, ON_LINE = 12.0, 15.0, 11.0
_LINES_FROM = 0.65  # the scale from which there is room for texts on lines


def show_value(value: float) -> str:
    """A value in few characters.

    >>> show_value(1.0), show_value(-0.25)
    ('1', '−0.25')
    """
    return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")


def paint_names(painter: QPainter, net: NetArrays, frame: Frame, texts: Texts, theme: Theme) -> None:
    """The names beside nodes, on a plate so that a line behind them does not matter."""
    plate = _plate(theme)
    boxes = net.label_boxes()
    ink, muted, bias = theme.color("ink"), theme.color("muted"), tr("bias {value}")
    for k in np.flatnonzero(frame.visible(boxes)):
        label = net.labels[k]
        left, top, right, bottom = boxes[k]
        x, y = frame.points(np.array([left + label.align * (right - left), (top + bottom) / 2]))
        if label.text:
            room = max(label.room * frame.scale, 30.0)
            texts.draw(
                painter,
                label.text,
                x,
                y,
                pixels=NAME * frame.scale,
                color=ink,
                align=label.align,
                room=room,
                plate=plate,
            )
        if net.code[k] == shapes.TLU:
            x, y = frame.points(np.array([net.x[k], net.y[k] - net.half_height[k] - shapes.LETTER - 2]))
            text = bias.format(value=show_value(net.nodes[k].parameters["bias"]))
            added = net.marked.get(("node", net.nodes[k].id), "")
            text = f"{text} ({added})" if added else text
            color = ink if added else muted
            texts.draw(
                painter, text, x, y, pixels=ON_LINE * frame.scale, color=color, bold=bool(added), plate=plate
            )  # fmt: skip


def paint_texts_on_lines(painter: QPainter, net: NetArrays, frame: Frame, texts: Texts, theme: Theme) -> None:
    """Weights and numbers of synapses."""
    if frame.scale < _LINES_FROM or not net.bundle_labels:
        return
    at = frame.points(np.array([(x, y) for _, _, x, y in net.bundle_labels]))
    inside = (at > -50).all(1) & (at < (frame.width + 50, frame.height + 50)).all(1)
    ink, inhibit, accent = theme.color("ink"), theme.color("inhibit"), theme.color("accent")
    plate = theme.color("paper")
    for row in np.flatnonzero(inside):
        number, text, _, _ = net.bundle_labels[row]
        added = net.marked.get(("edge", net.bundles[number].keys[0]), "")
        text = f"{text} ({added})" if added else text
        active = bool(net.bundle_active[number] or added)
        color = accent if active else ink
        if net.bundles[number].style in (INHIBITORY, NEGATIVE):
            color = inhibit
        x, y = at[row]
        texts.draw(painter, text, x, y, pixels=ON_LINE * frame.scale, color=color, bold=active, plate=plate)


def paint_node_texts(painter: QPainter, net: NetArrays, frame: Frame, nodes: Ints, texts: Texts, theme: Theme) -> None:
    """What stands inside nodes: thresholds, values, ports."""
    ink, on_accent = theme.color("ink"), theme.color("on_accent")
    at = frame.points(np.stack((net.x[nodes], net.y[nodes]), axis=1))
    for k, (x, y) in zip(nodes, at, strict=True):
        code = net.code[k]
        if code == shapes.SUBCIRCUIT:
            _paint_box_texts(painter, net, frame, int(k), texts, theme)
            continue
        text = _inside(net, int(k))
        if code == shapes.NEURON and net.nodes[k].parameters["inhibition"] == "relative":
            y -= 4 * frame.scale
        size = (INSIDE if len(text) < 4 else ON_LINE) * frame.scale
        color = on_accent if net.active[k] else ink
        room = max(2 * net.half_width[k] * frame.scale - 4, 24)
        if text:
            texts.draw(painter, text, x, y, pixels=size, color=color, bold=True, room=room)


def _inside(net: NetArrays, k: int) -> str:
    node = net.nodes[k]
    if node.kind == "neuron":
        return str(node.parameters["threshold"]).replace("-", "\N{MINUS SIGN}")
    if node.kind in ("input", "output"):
        return show_value(float(net.amount[k]))
    return {"bias": "1", "delay": "z⁻¹"}.get(node.kind, "")


def _paint_box_texts(painter: QPainter, net: NetArrays, frame: Frame, k: int, texts: Texts, theme: Theme) -> None:
    turn = int(net.turn[k])
    if turn % 2:  # texts are read from below or above
        x, y = frame.points(np.array([net.x[k], net.y[k]]))
        painter.save()
        painter.translate(x, y)
        painter.rotate(90 * turn)
        painter.translate(-x, -y)
        _paint_upright(painter, net, frame, k, texts, theme, 1)
        painter.restore()
    else:
        _paint_upright(painter, net, frame, k, texts, theme, -1 if turn else 1)


def _paint_upright(
    painter: QPainter, net: NetArrays, frame: Frame, k: int, texts: Texts, theme: Theme, way: int
) -> None:
    """The title and the ports; `way` is -1 for a box that stands on its head, whose texts do not."""
    node = net.nodes[k]
    ink, muted = theme.color("ink"), theme.color("muted")
    width = net.own_width[k]
    x, y = frame.points(np.array([net.x[k], net.y[k] + way * (shapes.TITLE / 2 + 1 - net.own_height[k])]))
    room = 2 * width * frame.scale - 8
    texts.draw(painter, node.label or node.id, x, y, pixels=NAME * frame.scale, color=ink, bold=True, room=room)
    longest = [max(map(len, names), default=0) for names in net.ports[node.id]]
    named = shapes.PORT_PITCH * frame.scale >= SMALLEST_TEXT
    for row in np.flatnonzero(net.port_node == k):
        sign = way if net.port_out[row] else -way
        px, py = frame.points(np.array([net.x[k] + sign * width, net.y[k] + way * net.port_y[row]]))
        on = bool(net.port_active[row])
        painter.setPen(QPen(ink, (2.2 if on else 1.2) * frame.scale))
        painter.setBrush(theme.color("accent" if on else "raised"))
        painter.drawEllipse(QPointF(px, py), 3.6 * frame.scale, 3.6 * frame.scale)
        if named:
            left_over = (
                room - 8 - longest[not net.port_out[row]] * SMALLEST_TEXT * 0.62
            )  # by the names on the other side
            texts.draw(
                painter, net.port_name[row], px - sign * 8 * frame.scale, py, pixels=ON_LINE * frame.scale,
                color=ink if on else muted, align=1.0 if sign > 0 else 0.0, room=max(left_over, room / 2), bold=on,
            )  # fmt: skip


def _plate(theme: Theme) -> QColor:
    plate = theme.color("paper")
    plate.setAlpha(215)
    return plate
