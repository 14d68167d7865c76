"""Places that nothing takes: for boxes (left, top, right, bottom) that should cover no others."""

from __future__ import annotations

import numpy as np

from gui.canvas.shapes import Bools, Floats

_MOST = 2_000_000  # pairs of boxes that are compared in a round
_RINGS = 12
_STEP = 4  # grid steps from ring to ring


def nearest_spare(boxes: Floats, taken: Floats, gap: float, grid: float) -> Floats:
    """The shortest way by which boxes are moved together until they cover nothing of what is taken.

    Looked for in rings around where they are; what finds nothing there goes below everything.

    >>> nearest_spare(np.array([[0.0, 0, 20, 20]]), np.array([[10.0, 0, 40, 20]]), 0.0, 10.0).tolist()
    [0.0, -40.0]
    """
    grown = taken + np.array([-gap, -gap, gap, gap])
    near = grown[_meet(grown, _round(boxes), _RINGS * _STEP * grid)]
    for ring in range(_RINGS if len(boxes) * len(near) <= _MOST else 0):
        for way in _ring(ring):
            shift: Floats = way * _STEP * grid
            if not _meet(boxes[:, None] + np.tile(shift, 2), near[None], 0.0).any():
                return shift
    if not len(grown):
        return np.zeros(2)
    return np.array([0.0, np.ceil((grown[:, 3].max() - boxes[:, 1].min()) / grid) * grid])


def above(boxes: Floats, drawing: Floats, gap: float, grid: float) -> list[tuple[float, float] | None]:
    """New top left corners, in a column above a drawing, for the boxes that lie over it; None for the others."""
    whole = _round(drawing)
    over = _meet(boxes, whole, gap)
    x, y = float(np.floor(whole[0] / grid) * grid), float(whole[1])
    corners: list[tuple[float, float] | None] = [None] * len(boxes)
    for number in np.flatnonzero(over)[::-1].tolist():
        width, height = (boxes[number, 2:] - boxes[number, :2]).tolist()
        while True:
            y = float(np.floor((y - gap - height) / grid) * grid)
            met = boxes[~over & _meet(boxes, np.array([x, y, x + width, y + height]), gap / 2)]
            if not len(met):
                break
            y = float(met[:, 1].min())
        corners[number] = x, y
    return corners


def _round(boxes: Floats) -> Floats:
    """The box around all."""
    return np.concatenate((boxes[:, :2].min(0), boxes[:, 2:].max(0)))


def _meet(boxes: Floats, others: Floats, reach: float) -> Bools:
    """Which boxes come nearer to the others than some way."""
    result: Bools = (boxes[..., 0] < others[..., 2] + reach) & (others[..., 0] < boxes[..., 2] + reach)
    return result & (boxes[..., 1] < others[..., 3] + reach) & (others[..., 1] < boxes[..., 3] + reach)


def _ring(ring: int) -> Floats:
    """The points of a square ring, nearest first."""
    side = np.arange(-ring, ring + 1.0)
    points = np.stack(np.meshgrid(side, side), axis=2).reshape(-1, 2)
    points = points[np.abs(points).max(axis=1) == ring]
    return points[np.argsort(np.hypot(*points.T), kind="stable")]
