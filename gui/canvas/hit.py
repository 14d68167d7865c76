"""What is under a point: every node and every line is looked at, which is fast enough."""

from __future__ import annotations

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.canvas.shapes import Bools, Floats, Ints


def node_at(net: NetArrays, x: float, y: float, slack: float = 0.0) -> int | None:
    """The uppermost node at a scene point."""
    dx, dy = np.abs(net.x - x), np.abs(net.y - y)
    inside = (dx <= net.half_width + slack) & (dy <= net.half_height + slack)
    inside &= ~net.round | (dx**2 + dy**2 <= (net.half_width + slack) ** 2)
    found = np.flatnonzero(inside)
    return int(found[-1]) if len(found) else None


def bundle_at(net: NetArrays, x: float, y: float, reach: float) -> int | None:
    """The bundle whose nearest line passes within `reach` of a scene point."""
    box = net.box
    near = (box[:, 0] - reach < x) & (box[:, 2] + reach > x) & (box[:, 1] - reach < y) & (box[:, 3] + reach > y)
    lines = np.flatnonzero(near)
    if not len(lines):
        return None
    xs, ys = net.curve[lines, :, 0], net.curve[lines, :, 1]
    line, piece = np.nonzero(_spans(xs, x, reach) & _spans(ys, y, reach))
    if not len(line):
        return None
    start = np.stack((xs[line, piece], ys[line, piece]), axis=1)
    step = np.stack((xs[line, piece + 1], ys[line, piece + 1]), axis=1) - start
    to = np.array([x, y]) - start
    length = (step**2).sum(1)
    t = np.clip((to * step).sum(1) / np.where(length > 0, length, 1), 0, 1)
    distance = np.hypot(*(to - t[:, None] * step).T)
    best = int(np.argmin(distance))
    return int(net.line_bundle[lines[line[best]]]) if distance[best] <= reach else None


def _spans(along: Floats, at: float, reach: float) -> Bools:
    """Which pieces of some courses pass a coordinate."""
    over, under = along > at - reach, along < at + reach
    result: Bools = (over[:, :-1] | over[:, 1:]) & (under[:, :-1] | under[:, 1:])
    return result


def note_at(net: NetArrays, x: float, y: float) -> int | None:
    """The number of the note at a scene point."""
    for note, (left, top, right, bottom) in zip(net.notes, net.note_boxes(), strict=True):
        if left <= x <= right and top <= y <= bottom:
            return note.rank
    return None


def nodes_inside(net: NetArrays, x0: float, y0: float, x1: float, y1: float, *, touch: bool = False) -> Ints:
    """The nodes that lie wholly inside a rectangle of the scene, or those that it touches."""
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    sign = -1 if touch else 1
    wide, high = net.half_width * sign, net.half_height * sign
    return np.flatnonzero(
        (net.x - wide >= left) & (net.x + wide <= right) & (net.y - high >= top) & (net.y + high <= bottom)
    )
