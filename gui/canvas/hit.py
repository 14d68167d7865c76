"""What is under a point: every node and every line is looked at, which is fast enough."""

from __future__ import annotations

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.canvas.frame import spans
from gui.canvas.shapes import Ints


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
    near = (box[:, 0] < x + reach) & (box[:, 2] > x - reach) & (box[:, 1] < y + reach) & (box[:, 3] > y - reach)
    lines = np.flatnonzero(near)
    if not len(lines):
        return None
    courses = net.curve.view(complex)[lines, :, 0]
    line, piece = np.nonzero(spans(courses.real, x - reach, x + reach) & spans(courses.imag, y - reach, y + reach))
    if not len(line):
        return None
    start = courses[line, piece]
    step, to = courses[line, piece + 1] - start, complex(x, y) - start
    length = np.maximum(np.abs(step), 1e-9)
    along = np.clip((to * step.conj()).real / length**2, 0, 1)
    distance = np.abs(to - along * step)
    best = int(np.argmin(distance))
    return int(net.line_bundle[lines[line[best]]]) if distance[best] <= reach else None


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
