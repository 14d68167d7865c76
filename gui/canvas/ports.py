"""The ports of nodes: where they are, and which is under the pointer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from circuitsim.kinds import KINDS
from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.edits.wiring import End, Side

REACH = 10.0
"""Scene units round a port that belong to it; at small scales as many pixels."""
_BODY = 0.55  # how much of the way from the middle to a port belongs to the node and not to the port


def ends_of(net: NetArrays, row: int) -> Iterator[End]:
    """Every port of a node."""
    node = net.nodes[row]
    kind = KINDS[node.kind]
    sides: tuple[tuple[Side, bool, int], ...] = (("in", kind.sources != 0, 0), ("out", kind.emits, 1))
    for side, there, number in sides:
        if node.id in net.ports:
            yield from (End(node.id, side, name) for name in net.ports[node.id][number])
        elif there:
            yield End(node.id, side)


def port_at(net: NetArrays, x: float, y: float, scale: float) -> End | None:
    """The nearest port whose area a scene point lies in."""
    reach = REACH / min(scale, 1.0)
    near = (np.abs(net.x - x) <= net.half_width + net.half_height + reach) & (
        np.abs(net.y - y) <= net.half_height + net.half_width + reach
    )
    best, found = reach, None
    for row in np.flatnonzero(near).tolist():
        for end in ends_of(net, row):
            px, py = net.port(end.id, end.side, end.port)
            away = float(np.hypot(px - x, py - y))
            if away <= best and not _in_body(net, row, px, py, x, y):
                best, found = away, end
    return found


def _in_body(net: NetArrays, row: int, px: float, py: float, x: float, y: float) -> bool:
    """Whether a point belongs to the middle of a node, by which it is moved."""
    if net.code[row] == shapes.SUBCIRCUIT:
        return False
    way = np.array([px - net.x[row], py - net.y[row]])
    length = float(way @ way)
    along = float(np.array([x - net.x[row], y - net.y[row]]) @ way) / length if length else 1.0
    return along < _BODY


def nearest_end(net: NetArrays, row: int, side: Side, y: float) -> End | None:
    """The port on one side of a node that is nearest in height; None where it has none."""
    ends = [end for end in ends_of(net, row) if end.side == side]
    return min(ends, key=lambda end: abs(net.port(end.id, end.side, end.port)[1] - y), default=None)
