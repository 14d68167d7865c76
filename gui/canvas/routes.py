"""The course of lines: leave to the right, arrive from the left, and go round what is in between.

A course is a row of points joined by curves that are level at both ends. One that would run over a
node or a name is tried again along other heights, as long as the circuit is small enough to try.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.canvas.shapes import Floats, turn

SAMPLES = 40
_TRIES = 80_000  # lines times obstacles, up to which detours are sought
_TURN = 46.0
_SIDE = 6.0  # between two lines of a group
DASH, SPACE = 5.0, 4.0
"""Of an inhibitory line, in scene units."""
_T = np.linspace(0, 1, SAMPLES)[:, None]
_BEND = np.linspace(0, 1, SAMPLES // 2)[:, None]
_QUARTER = np.linspace(0, np.pi / 2, SAMPLES // 4)[:, None]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where lines begin and end, the top and bottom of the nodes at both ends, and how those are turned."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    top: Floats
    bottom: Floats
    loops: NDArray[np.bool_]
    turn0: NDArray[np.intp]
    turn1: NDArray[np.intp]

    def take(self, rows: NDArray[np.intp]) -> Ends:
        """Some of the lines."""
        return Ends(*(getattr(self, name)[rows] for name in self.__slots__))


def is_small(lines: int, boxes: int) -> bool:
    """Whether detours are sought among so many lines and obstacles."""
    return lines * boxes <= _TRIES


def plain_routes(ends: Ends, numbers: NDArray[np.intp] | None = None) -> Floats:
    """The course of every line without regard to what is in between: (lines, SAMPLES, 2).

    `numbers` are those of the lines among all, by which their lanes differ.
    """
    curves = forward(ends.x0, ends.y0, ends.x1, ends.y1)
    back = np.flatnonzero(is_backward(ends))
    if len(back):
        some = ends.take(back)
        number = back if numbers is None else numbers[back]
        level = np.where(some.loops, 0, number % 4)  # so that lines along the same height do not cover each other
        curves[back] = around(some, some.top - 18 - level * 6.0, 18 + level * 5.0)
    turned = np.flatnonzero((ends.turn0 > 0) | (ends.turn1 > 0))
    if len(turned):
        curves[turned] = _turned(ends.take(turned))
    return curves


def _turned(ends: Ends) -> Floats:
    """The course where a node is turned: out and in as its ports look, with one bend in between."""
    reach = np.maximum(np.hypot(ends.x1 - ends.x0, ends.y1 - ends.y0) * 0.5, 40)
    ax, ay = turn(ends.turn0, reach, 0.0)
    bx, by = turn(ends.turn1, reach, 0.0)
    return _cubic(ends.x0, ends.y0, ends.x0 + ax, ends.y0 + ay, ends.x1 - bx, ends.y1 - by, ends.x1, ends.y1, _T)


def is_backward(ends: Ends) -> NDArray[np.bool_]:
    """Which lines have to turn round."""
    result: NDArray[np.bool_] = (ends.x1 < ends.x0 + 24) | ends.loops
    return result & (ends.turn0 + ends.turn1 == 0)


def routes(ends: Ends, boxes: Floats, skip: NDArray[np.intp], group: NDArray[np.intp]) -> Floats:
    """The course of every line, round the boxes (x0, y0, x1, y1) save those that it skips.

    Lines of one group stay side by side.
    """
    curves = plain_routes(ends)
    if not len(boxes) or not is_small(len(curves), len(boxes)):
        return curves
    backward = is_backward(ends)
    crossed = hits(curves, boxes, skip)
    for number in np.unique(group[(crossed > 0) & ~ends.loops & (ends.turn0 + ends.turn1 == 0)]):
        rows = np.flatnonzero(group == number)
        k = int(rows[len(rows) // 2])
        lanes = _lanes(ends, k, bool(backward[k]))
        tried = _detour(ends.take(np.full(len(lanes), k)), lanes, k, bool(backward[k]))
        costs = _cost(tried, boxes, np.broadcast_to(skip[k], (len(lanes), skip.shape[1])))
        # Every lane between the two ends is as long as the other; the middle is clear of both ends' other lines.
        best = int(np.argmin(costs + 0.02 * np.abs(lanes - (ends.y0[k] + ends.y1[k]) / 2)))
        if costs[best] < _cost(curves[rows], boxes, skip[rows]).max():
            side_by_side = (np.arange(len(rows)) - (len(rows) - 1) / 2) * _SIDE
            curves[rows] = _detour(ends.take(rows), lanes[best] + side_by_side, k, bool(backward[k]))
    return curves


def _detour(ends: Ends, lanes: Floats, k: int, backward: bool) -> Floats:
    return around(ends, lanes, 18 + k % 4 * 5.0) if backward else through(ends, lanes)


def _cost(curves: Floats, boxes: Floats, skip: NDArray[np.intp]) -> Floats:
    return hits(curves, boxes, skip) * 400 + np.abs(np.diff(curves, axis=1)).sum((1, 2))


def hits(curves: Floats, boxes: Floats, skip: NDArray[np.intp]) -> NDArray[np.intp]:
    """How many boxes each course runs through.

    Of each straight piece the part inside a box is from the last time that it enters between two
    parallel sides to the first time that it leaves.
    """
    start = curves[:, :-1, None]
    step = np.diff(curves, axis=1)[:, :, None]
    step = np.where(np.abs(step) < 1e-9, 1e-9, step)
    one, other = (boxes[:, :2] - start) / step, (boxes[:, 2:] - start) / step
    enters = np.minimum(one, other).max(3)
    leaves = np.maximum(one, other).min(3)
    inside = ((enters < leaves) & (leaves > 0) & (enters < 1)).any(1)
    inside[np.arange(len(curves))[:, None], skip] = False
    result: NDArray[np.intp] = inside.sum(1)
    return result


def _lanes(ends: Ends, k: int, backward: bool) -> Floats:
    apart = ((k * 5) % 7 - 3) * 3.0  # so that two detours along the same height do not cover each other
    if backward:
        rows = np.arange(8) * 30.0
        between = (ends.y0[k] + ends.y1[k]) / 2 + np.array([0.0, 16, -16])
        outside = (ends.top[k] - 24 - rows, ends.bottom[k] + 34 + rows)
        return np.concatenate((*outside, between if abs(ends.y0[k] - ends.y1[k]) > 60 else [])) + apart
    y0, y1 = ends.y0[k], ends.y1[k]
    away = np.array([0.0, 26, -26, 40, -40, 56, -56, 80, -80, 120, -120])
    return np.concatenate((y0 + away, y1 + away, [(y0 + y1) / 2])) + apart


def forward(x0: Floats, y0: Floats, x1: Floats, y1: Floats, t: Floats = _T) -> Floats:
    """One curve from end to end."""
    reach = np.maximum(np.abs(x1 - x0) * 0.5, 12)
    return _cubic(x0, y0, x0 + reach, y0, x1 - reach, y1, x1, y1, t)


def through(ends: Ends, lane: Floats) -> Floats:
    """To another height, along it, and back to the height of the end."""
    bend = np.minimum(_TURN, (ends.x1 - ends.x0) / 3)
    first = forward(ends.x0, ends.y0, ends.x0 + bend, lane, _BEND)
    return np.concatenate((first, forward(ends.x1 - bend, lane, ends.x1, ends.y1, _BEND)), 1)


def around(ends: Ends, lane: Floats, bend: Floats | float) -> Floats:
    """Out to the right, back along a height above or below, and in from the left, with round corners."""
    out, into = np.sign(lane - ends.y0), np.sign(lane - ends.y1)
    r = np.minimum(bend, np.abs(lane - ends.y0) / 2)
    q = np.minimum(bend, np.abs(lane - ends.y1) / 2)
    sine, rest = np.sin(_QUARTER), 1 - np.cos(_QUARTER)
    from_x = np.maximum(ends.x0, ends.x1)  # so that the way back is never a way forward
    x = (from_x + r * sine, from_x + r * (1 - rest), ends.x1 - q * sine, ends.x1 - q * (1 - rest))
    y = (
        ends.y0 + out * r * rest,
        lane - out * r * (1 - sine),
        lane - into * q * rest,
        ends.y1 + into * q * (1 - sine),
    )
    curves = np.stack((np.concatenate(x).T, np.concatenate(y).T), axis=2)
    curves[:, 0, 0] = ends.x0
    return curves


def _cubic(
    ax: Floats, ay: Floats, bx: Floats, by: Floats, cx: Floats, cy: Floats, dx: Floats, dy: Floats, t: Floats
) -> Floats:
    a, b, c, d = ((1 - t) ** 3).T, (3 * t * (1 - t) ** 2).T, (3 * t * t * (1 - t)).T, (t**3).T
    result = np.empty((len(ax), len(t), 2))
    for axis, (w, x, y, z) in enumerate(((ax, bx, cx, dx), (ay, by, cy, dy))):
        # Not as a product of matrices: that may be spread over threads, which wait for each other longer than it takes.
        result[:, :, axis] = w[:, None] * a + x[:, None] * b + y[:, None] * c + z[:, None] * d
    return result


def pieces(curves: Floats) -> Floats:
    """The courses as short straight lines (x1, y1, x2, y2)."""
    return np.concatenate((curves[:, :-1], curves[:, 1:]), axis=2).reshape(-1, 4)


def dashes(curves: Floats, zoom: float) -> Floats:
    """The courses as dashes (x1, y1, x2, y2), each course beginning and ending with one."""
    dash, space = DASH * zoom, SPACE * zoom
    steps = np.hypot(*np.moveaxis(np.diff(curves, axis=1), 2, 0))
    lengths = steps.sum(1)
    # One long course out of all of them, with a gap between each two, so that one call measures every dash.
    starts = np.concatenate(([0.0], np.cumsum(lengths + 1.0)))[:-1]
    along = starts[:, None] + np.concatenate((np.zeros((len(curves), 1)), np.cumsum(steps, axis=1)), axis=1)
    count = np.maximum(np.round((lengths + space) / (dash + space)).astype(int), 1)
    period = (lengths + space) / count
    owner = np.repeat(np.arange(len(curves)), count)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    begin = starts[owner] + rank * period[owner]
    end = np.minimum(begin + period[owner] - space, starts[owner] + lengths[owner])
    flat = curves.reshape(-1, 2)
    return np.stack([np.interp(at, along.ravel(), flat[:, axis]) for at in (begin, end) for axis in (0, 1)], axis=1)
