"""From node to node by where they stand."""

from __future__ import annotations

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.canvas.shapes import Ints

_ASIDE = 2.0
"""How much farther a node seems for each unit that it lies beside the way."""


def towards(net: NetArrays, rows: Ints, way: tuple[int, int]) -> int | None:
    """The next node on a way, `(1, 0)` to the right, from the middle of some others; None where there is none."""
    dx, dy = net.x - net.x[rows].mean(), net.y - net.y[rows].mean()
    along, aside = dx * way[0] + dy * way[1], np.abs(dx * way[1] - dy * way[0])
    ahead = along > 1e-6
    ahead[rows] = False
    if not ahead.any():
        return None
    return int(np.where(ahead, along + _ASIDE * aside, np.inf).argmin())


def nearest(net: NetArrays, x: float, y: float) -> int | None:
    """The node nearest to a point; None where there is no node."""
    return int(np.hypot(net.x - x, net.y - y).argmin()) if len(net.nodes) else None
