"""What is under a point: every node and every line is looked at, which is fast enough."""

from __future__ import annotations

import numpy as np

from gui.canvas.arrays import Ints, NetArrays


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
    curves = net.curve[lines]
    start, step = curves[:, :-1], np.diff(curves, axis=1)
    to = np.array([x, y]) - start
    length = (step**2).sum(2)
    t = np.clip((to * step).sum(2) / np.where(length > 0, length, 1), 0, 1)
    distance = np.hypot(*np.moveaxis(to - t[..., None] * step, 2, 0)).min(1)
    best = int(np.argmin(distance))
    return int(net.line_bundle[lines[best]]) if distance[best] <= reach else None


def nodes_inside(net: NetArrays, x0: float, y0: float, x1: float, y1: float) -> Ints:
    """The nodes that lie wholly inside a rectangle of the scene."""
    boxes = net.node_boxes()
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    return np.flatnonzero(
        (boxes[:, 0] >= left) & (boxes[:, 2] <= right) & (boxes[:, 1] >= top) & (boxes[:, 3] <= bottom)
    )
