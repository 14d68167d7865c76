"""Where another node may stand: as near as it goes to where it was wanted, and clear of all others."""

from __future__ import annotations

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.edits.adding import snap

_STEP, _REACH = 20.0, 25
_ROOM = (-64.0, -24.0, 64.0, 34.0)
"""What a node keeps free around it, for its name and for lines that turn."""


def _ways() -> tuple[np.ndarray, np.ndarray]:
    """Ways to places around, the nearest first; of two as near the lower one, as columns are read downwards."""
    down, right = np.mgrid[-_REACH : _REACH + 1, -_REACH : _REACH + 1] * _STEP
    down, right = down.ravel(), right.ravel()
    order = np.lexsort((np.abs(right), -down, np.hypot(down, right)))
    return right[order], down[order]


_RIGHT, _DOWN = _ways()


def free_place(net: NetArrays, half: tuple[float, float], x: float, y: float, grid: float) -> tuple[float, float]:
    """A place on a grid for a node of half that width and height; where all around is full, a little beside."""
    x, y = snap(x, grid), snap(y, grid)
    left, top, right, bottom = x - half[0], y - half[1], x + half[0], y + half[1]
    taken = np.concatenate((net.node_boxes(), net.label_boxes()[net.label_width > 0]))
    if not ((taken[:, :2] < (right, bottom)) & (taken[:, 2:] > (left, top))).all(1).any():
        return x, y  # room is only made by who has to move anyway
    far = _STEP * _REACH
    near = (taken[:, 0] < right + far + _ROOM[2]) & (taken[:, 2] > left - far + _ROOM[0])
    near &= (taken[:, 1] < bottom + far + _ROOM[3]) & (taken[:, 3] > top - far + _ROOM[1])
    there = taken[near][:, :, None]
    hit = (there[:, 0] < right + _RIGHT + _ROOM[2]) & (there[:, 2] > left + _RIGHT + _ROOM[0])
    hit &= (there[:, 1] < bottom + _DOWN + _ROOM[3]) & (there[:, 3] > top + _DOWN + _ROOM[1])
    free = np.flatnonzero(~hit.any(0))
    best = int(free[0]) if len(free) else 1
    return snap(x + float(_RIGHT[best]), grid), snap(y + float(_DOWN[best]), grid)
