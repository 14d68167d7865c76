"""The texts of a circuit: names, what stands inside nodes, and what stands on lines."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY, NEGATIVE
from gui.canvas.frame import Frame
from gui.canvas.labels import BESIDE, LABEL_GAP
from gui.canvas.shapes import Bools, Floats, Ints
from gui.canvas.texts import Style, Text
from gui.language import tr, written
from gui.theme import SMALLEST_TEXT

NAME, INSIDE, ON_LINE = 12.0, 15.0, 11.0
_HEIGHT = 1.2  # of a line of text, for its size
CONSTANT, VALUED = (
    np.array([code in kinds for code in range(len(shapes.CODE))])
    for kinds in ((shapes.NEURON, shapes.BIAS, shapes.DELAY), (shapes.INPUT, shapes.OUTPUT, shapes.SUBCIRCUIT))
)
"""Of every kind, whether there always stands the same in it, and whether it depends on values."""
_ROOM_FOR = 4  # characters
_LINES_FROM = 0.65  # the scale from which there is room for texts on lines
_VALUES_FROM = 0.36  # the scale from which a number goes into an input or an output, and a name on a box
_PLATE = 215  # how much of the paper is laid under a name, so that a line behind it does not matter


def show_value(value: float) -> str:
    """A value in few characters.

    >>> show_value(1.0), show_value(-0.25)
    ('1', '−0.25')
    """
    return written(value, 3)


def names(net: NetArrays, frame: Frame, rows: Ints) -> Iterator[Text]:
    """The names beside nodes."""
    style = Style.of(NAME * frame.scale, "ink", plate=_PLATE)
    bias, says = Style.of(ON_LINE * frame.scale, "muted", plate=_PLATE), tr("bias {value}")
    boxes = net.label_boxes(rows)
    anchor = boxes[:, 0] + net.label_align[rows] * (boxes[:, 2] - boxes[:, 0])
    at = frame.points(np.stack((anchor, boxes[:, 1]), axis=1))
    # A text that is shown larger than the rest, to be read, grows away from what it stands below.
    least, plain = _HEIGHT * style.size / 2, (boxes[:, 3] - boxes[:, 1]) * frame.scale / 2
    below, above = net.label_dy[rows] > 0, (net.turn[rows] == 2) & (net.label_align[rows] == 0.5)
    grown = np.maximum(plain, least)
    at[:, 1] += np.where(below, grown, np.where(above, 2 * plain - grown, plain))
    for row, (x, y) in zip(rows.tolist(), at.tolist(), strict=True):
        label = net.labels[row]
        if label.text:
            yield Text(label.text, x, y, style, label.align, int(max(label.room * frame.scale, 30.0)))
        if net.code[row] == shapes.TLU:
            text = says.format(value=show_value(net.nodes[row].parameters["bias"]))
            if net.turn[row] % 2:  # lines come and go above and below, and the name stands at the other side
                side = 1 if net.turn[row] == 1 else -1
                x, y = frame.points(np.array([net.x[row] + side * (net.half_width[row] + BESIDE), net.y[row]])).tolist()
                yield Text(text, x, y, bias, (1 - side) / 2)
            else:
                side = 1 if net.turn[row] == 2 else -1
                x, y = frame.points(
                    np.array([net.x[row], net.y[row] + side * (net.half_height[row] + LABEL_GAP)])
                ).tolist()
                yield Text(text, x, y + side * _HEIGHT * bias.size / 2, bias)


def on_lines(net: NetArrays, frame: Frame, lines: Ints) -> Iterator[Text]:
    """Weights and numbers of synapses, on lines that have some."""
    if frame.scale < _LINES_FROM or not net.bundle_labels:
        return
    for place in np.unique(net.label_of[net.line_bundle[lines]]).tolist():
        number, text, x, y = net.bundle_labels[place]
        active = bool(net.bundle_active[number])
        color = "accent" if active else "ink"
        if net.bundles[number].style in (INHIBITORY, NEGATIVE):
            color = "inhibit"
        style = Style.of(ON_LINE * frame.scale, color, bold=active, plate=255)
        yield Text(text, x * frame.scale + frame.dx, y * frame.scale + frame.dy, style)


def inside(net: NetArrays, frame: Frame, rows: Ints) -> Iterator[Text]:
    """What stands inside nodes whatever their values are: thresholds and the like; here as if nothing were active."""
    yield from _on_nodes(net, frame, rows, np.zeros(len(rows), bool))


def values(net: NetArrays, frame: Frame, rows: Ints) -> Iterator[Text]:
    """What stands inside nodes and depends on values: those of inputs and outputs, and ports, which are bold."""
    if frame.scale < _VALUES_FROM:
        return
    boxes = net.code[rows] == shapes.SUBCIRCUIT
    yield from _on_nodes(net, frame, rows[~boxes], net.active[rows[~boxes]])
    for row in rows[boxes].tolist():
        yield from _in_box(net, frame, row)


def every_inside(net: NetArrays, frame: Frame, rows: Ints) -> Iterator[Text]:
    """All that stands inside nodes."""
    constant = rows[CONSTANT[net.code[rows]]]
    yield from _on_nodes(net, frame, constant, net.active[constant])
    yield from values(net, frame, rows[VALUED[net.code[rows]]])


def _on_nodes(net: NetArrays, frame: Frame, rows: Ints, active: Bools) -> Iterator[Text]:
    scale, rooms = frame.scale, np.maximum(2 * net.half_width[rows] * frame.scale - 4, 24).astype(int)
    styles = {
        (short, on): Style.of((INSIDE if short else ON_LINE) * scale, "on_accent" if on else "ink", bold=True)
        for short in (False, True)
        for on in (False, True)
    }
    centres = frame.points(np.stack((net.x[rows], net.y[rows]), axis=1))
    columns = (rows, net.code[rows], active, rooms, centres)
    for row, code, on, room, (x, y) in zip(*(column.tolist() for column in columns), strict=True):
        text = _inside(net, row)
        if code == shapes.NEURON and net.nodes[row].parameters["inhibition"] == "relative":
            y -= 4 * scale
        yield Text(text, x, y, styles[len(text) < 4, on], room=room)


def _inside(net: NetArrays, row: int) -> str:
    node = net.nodes[row]
    if node.kind == "neuron":
        return str(node.parameters["threshold"]).replace("-", "\N{MINUS SIGN}")
    if node.kind in ("input", "output"):
        return _short(float(net.amount[row]))
    return {"bias": "1", "delay": "z⁻¹"}[node.kind]


def _short(value: float) -> str:
    """A value in as few characters as go into a node; pointed at, it is told with all its digits.

    >>> _short(1), _short(-1.25), _short(0.125)
    ('1', '−1.2', '0.12')
    """
    text = show_value(value)
    return text if len(text) <= _ROOM_FOR else written(value, 2)


def _in_box(net: NetArrays, frame: Frame, row: int) -> Iterator[Text]:
    """The title of a subcircuit and its ports. What is turned is read from the side; nothing stands on its head."""
    node, turn = net.nodes[row], int(net.turn[row])
    way, turn = (-1, 0) if turn == 2 else (1, turn)
    centre, width = np.array([net.x[row], net.y[row]]), float(net.own_width[row])

    def at(x: float, y: float) -> tuple[float, float]:
        shown = frame.points(centre + np.stack(shapes.turn(turn, x, y)))
        return float(shown[0]), float(shown[1])

    title = at(0.0, way * (shapes.TITLE / 2 + 1 - float(net.own_height[row])))
    room = 2 * width * frame.scale - 8
    yield Text(node.label or node.id, *title, Style.of(NAME * frame.scale, "ink", bold=True), 0.5, int(room), turn)
    if shapes.PORT_PITCH * frame.scale < SMALLEST_TEXT:
        return
    longest = [max(map(len, names), default=0) for names in net.ports[node.id]]
    for port in np.flatnonzero(net.port_node == row).tolist():
        sign = way if net.port_out[port] else -way
        on = bool(net.port_active[port])
        style = Style.of(ON_LINE * frame.scale, "ink" if on else "muted", bold=on)
        # by the names on the other side
        left_over = room - 8 - longest[not net.port_out[port]] * SMALLEST_TEXT * 0.62
        place = at(sign * (width - 8), way * float(net.port_y[port]))
        yield Text(net.port_name[port], *place, style, 1.0 if sign > 0 else 0.0, int(max(left_over, room / 2)), turn)


def ports(net: NetArrays, rows: Ints) -> tuple[Ints, Floats]:
    """The ports of some subcircuits, and where they are in the scene."""
    boxes = np.zeros(len(net.nodes), bool)
    boxes[rows] = True
    found = np.flatnonzero(boxes[net.port_node]) if len(net.port_node) else net.port_node
    owner = net.port_node[found]
    beside = np.where(net.port_out[found], 1, -1) * net.own_width[owner]
    dx, dy = shapes.turn(net.turn[owner], beside, net.port_y[found])
    return found, np.stack((net.x[owner] + dx, net.y[owner] + dy), axis=1)
