"""Courses with round corners, between two ends of which one is turned against the other.

All is seen from the first end: there a line leaves to the right. At the other it arrives going down (side 1), back
to the left (2) or up (3). It runs along two lanes in between: a vertical one at `across`, then a level one at
`along`; one that is not needed is NaN. Lines that share a lane lie side by side in it, in the order in which they
leave or arrive.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.canvas.shapes import Bools, Floats

Ints = NDArray[np.intp]

ARCS = 4
STUB = 30.0
"""How far a line goes straight on before it may turn."""
_ROUND = 40.0
_NEAREST, _STEP, _LANES = 30.0, 30.0, 6


class Between(NamedTuple):
    """Lines between ends that look differently; one row a line.

    Attributes
    ----------
    side : array
    start, end : arrays of shape (n, 2)
    box : array of shape (n, 4)
        Left, top, right and bottom around the nodes at both ends.
    leaves, arrives : arrays
        How far to the right of a lane's middle each lies, by where it leaves and by where it arrives.
    lane : array
        How much further on each turns, so that those of different nodes do not cover each other.
    """

    side: Ints
    start: Floats
    end: Floats
    box: Floats
    leaves: Floats
    arrives: Floats
    lane: Floats


def usual_lanes(lines: Between) -> tuple[Floats, Floats]:
    """The lanes (across, along) that are taken where nothing is in the way."""
    (x0, y0), (x1, y1) = lines.start.T, lines.end.T
    _, top, right, bottom = lines.box.T
    back, up = lines.side == 2, np.where(lines.side == 3, -1.0, 1.0)
    level = np.abs(y1 - y0) < _ROUND  # there is no room to turn round between them
    ahead = (x1 > x0 + STUB / 2) & ((y1 - y0) * up > STUB / 2)
    nearest, beyond = y1 - up * STUB, np.where(up > 0, top - _NEAREST, bottom + _NEAREST)
    over = x1 < x0 + STUB  # it has to go back past the node that it comes from
    along = np.where(over & ((nearest - beyond) * up > 0), beyond, nearest)
    behind = level & (x1 < x0)
    across = np.where(back, np.where(behind, x1 + STUB, right + STUB), np.where(ahead, np.nan, x0 + STUB)) + lines.lane
    return across, np.where(back, np.where(level, top - _NEAREST, np.nan), np.where(ahead, np.nan, along))


def other_lanes(lines: Between) -> tuple[Floats, Floats]:
    """Lanes to be tried for the first of some lines where something is in the way."""
    (x0, y0), (x1, y1), side = lines.start[0], lines.end[0], lines.side[0]
    left, top, right, bottom = lines.box[0]
    steps = np.arange(_LANES) * _STEP
    heights = np.concatenate((top - STUB - steps, bottom + STUB + steps, [(y0 + y1) / 2]))
    if side == 2:
        across = np.concatenate((right + STUB + steps, [max(x0, x1) + STUB, x1 + STUB]))
        ways = [(x, y) for x in across for y in (np.nan, *heights)]
    else:
        up = 1 if side == 1 else -1
        nearest = y1 - up * STUB
        heights = np.concatenate((heights, nearest - up * steps[:4]))
        across = np.concatenate((x0 + STUB + steps, right + STUB + steps, [(x0 + x1) / 2, left - STUB]))
        ways = [(x, y) for x in across if x >= x0 + STUB for y in heights if (nearest - y) * up >= 0]
    return tuple(np.array(ways, float).reshape(-1, 2).T)  # type: ignore[return-value]


def bent(lines: Between, across: Floats, along: Floats, samples: int) -> Floats:
    """The courses along some lanes: (lines, samples, 2)."""
    corners, count = np.zeros((len(across), ARCS, 2)), np.ones(len(across), np.intp)
    corners[:, 0] = np.stack((lines.end[:, 0], lines.start[:, 1]), axis=1)
    back = lines.side == 2
    for chosen, find in (
        (~back & ~np.isnan(across), _three),
        (back & np.isnan(along), _two),
        (back & ~np.isnan(along), _four),
    ):
        if chosen.any():
            some = Between(*(part[chosen] for part in lines))
            found = np.stack(find(some, across[chosen], along[chosen]), axis=0)  # (corners, 2, lines)
            corners[chosen, : len(found)], count[chosen] = np.moveaxis(found, 2, 0), len(found)
    _fill(corners, count, lines.end)
    return _rounded(lines.start, corners, lines.end, samples)


Corners = list[tuple[Floats, Floats]]


def _two(lines: Between, across: Floats, along: Floats) -> Corners:
    y0, y1 = lines.start[:, 1], lines.end[:, 1]
    x = across - np.sign(y1 - y0) * (lines.leaves + lines.arrives)
    return [(x, y0), (x, y1)]


def _three(lines: Between, across: Floats, along: Floats) -> Corners:
    y0, x1 = lines.start[:, 1], lines.end[:, 0]
    x = across - np.sign(along - y0) * lines.leaves
    y = along + np.sign(x1 - across) * lines.arrives
    return [(x, y0), (x, y), (x1, y)]


def _four(lines: Between, across: Floats, along: Floats) -> Corners:
    (x0, y0), y1 = lines.start.T, lines.end[:, 1]
    out = x0 + STUB + lines.lane
    first = out - np.sign(along - y0) * lines.leaves
    y = along + np.sign(across - out) * (lines.leaves + lines.arrives)
    x = across - np.sign(y1 - along) * lines.arrives
    return [(first, y0), (first, y), (x, y), (x, y1)]


def _fill(corners: Floats, count: Ints, end: Floats) -> None:
    """Corners that are not needed lie on the last piece, where they do not turn."""
    last = corners[np.arange(len(corners)), count - 1]
    for k in range(ARCS):
        free: Bools = count <= k
        part = ((k + 1 - count) / (ARCS + 1 - count))[:, None]
        corners[free, k] = (last + (end - last) * part)[free]


def _rounded(start: Floats, corners: Floats, end: Floats, samples: int) -> Floats:
    points = np.concatenate((start[:, None], corners, end[:, None]), axis=1)
    steps = np.diff(points, axis=1)
    lengths = np.hypot(steps[..., 0], steps[..., 1])
    ways = steps / np.maximum(lengths, 1e-9)[..., None]
    share = lengths / 2
    share[:, 0], share[:, -1] = lengths[:, 0], lengths[:, -1]
    radius = np.minimum(np.minimum(share[:, :-1], share[:, 1:]), _ROUND)[..., None]
    enter, leave = -radius * ways[:, :-1], radius * ways[:, 1:]
    angle = np.linspace(0, np.pi / 2, samples // ARCS)[None, None, :, None]
    arcs = corners[:, :, None] + enter[:, :, None] * (1 - np.sin(angle)) + leave[:, :, None] * (1 - np.cos(angle))
    courses = arcs.reshape(len(start), samples, 2)
    courses[:, 0], courses[:, -1] = start, end
    return courses
