"""The course of lines: leave as a port looks, arrive as one looks, and go round what is in between.

A course is a row of points joined by curves that are level at both ends. One that would run over a
node or a name is tried again along other lanes, as long as the circuit is small enough to try.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gui.canvas.bends import Between, bent, other_lanes, usual_lanes
from gui.canvas.shapes import Bools, Floats, turn

Ints = NDArray[np.intp]

SAMPLES = 40
_TRIES = 80_000  # lines times obstacles, up to which detours are sought
_AT_A_TIME = 1024  # lines whose curves are made while they are in the cache
_TURN = 46.0
_SIDE = 6.0  # between two lines of a group
_INNER = 12.0  # how far inside the box that is kept clear for it a node is surely crossed
DASH, SPACE = 5.0, 4.0
"""Of an inhibitory line, in scene units."""
_T = np.linspace(0, 1, SAMPLES)[:, None]
_BEND = np.linspace(0, 1, SAMPLES // 2)[:, None]
_QUARTER = np.linspace(0, np.pi / 2, SAMPLES // 4)[:, None]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where lines begin and end, the box around the nodes at both ends, and how those are turned.

    `leaves` and `arrives` say how far to the right of others each lies where it begins and where it ends, `lane`
    how much further on it turns, so that lines do not cover each other.
    """

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    left: Floats
    top: Floats
    right: Floats
    bottom: Floats
    loops: NDArray[np.bool_]
    turn0: Ints
    turn1: Ints
    leaves: Floats
    arrives: Floats
    lane: Floats

    def take(self, rows: Ints) -> Ends:
        """Some of the lines."""
        return Ends(*(getattr(self, name)[rows] for name in self.__slots__))

    @property
    def side(self) -> Ints:
        """By how many right angles the end is turned against the beginning."""
        return (self.turn1 - self.turn0) % 4

    def seen(self) -> Ends:
        """The lines as they are seen from where they begin: there all leave to the right."""
        if not self.turn0.any():
            return self
        back = -self.turn0 % 4
        (x0, y0), (x1, y1) = turn(back, self.x0, self.y0), turn(back, self.x1, self.y1)
        (a, c), (b, d) = turn(back, self.left, self.top), turn(back, self.right, self.bottom)
        box = np.minimum(a, b), np.minimum(c, d), np.maximum(a, b), np.maximum(c, d)
        return replace(self, x0=x0, y0=y0, x1=x1, y1=y1, left=box[0], top=box[1], right=box[2], bottom=box[3])

    def unseen(self, curves: Floats) -> Floats:
        """Courses in `seen` as they are in the scene."""
        if self.turn0.any():
            x, y = turn(self.turn0[:, None], curves[..., 0], curves[..., 1])
            return np.stack((x, y), axis=2)
        return curves

    def between(self) -> Between:
        """The lines as `bends` takes them."""
        start, end = np.stack((self.x0, self.y0), axis=1), np.stack((self.x1, self.y1), axis=1)
        box = np.stack((self.left, self.top, self.right, self.bottom), axis=1)
        return Between(self.side, start, end, box, self.leaves, self.arrives, self.lane)


def is_small(lines: int, boxes: int) -> bool:
    """Whether detours are sought among so many lines and obstacles."""
    return lines * boxes <= _TRIES


def plain_routes(ends: Ends, numbers: Ints | None = None) -> Floats:
    """The course of every line without regard to what is in between: (lines, SAMPLES, 2).

    `numbers` are those of the lines among all, by which their lanes differ.
    """
    seen = ends.seen()
    curves = forward(seen.x0, seen.y0, seen.x1, seen.y1)
    numbers = np.arange(len(curves)) if numbers is None else numbers
    back = np.flatnonzero(is_backward(seen))
    if len(back):
        some = seen.take(back)
        level = np.where(
            some.loops, 0, numbers[back] % 4
        )  # so that lines along the same height do not cover each other
        curves[back] = around(some, some.top - 18 - level * 6.0, 18 + level * 5.0)
    turned = np.flatnonzero(seen.side)
    if len(turned):
        between = seen.take(turned).between()
        curves[turned] = bent(between, *usual_lanes(between), SAMPLES)
    return ends.unseen(curves)


def is_backward(seen: Ends) -> NDArray[np.bool_]:
    """Which lines have to turn round, though both ends look the same way."""
    result: NDArray[np.bool_] = (seen.x1 < seen.x0 + 24) | seen.loops
    return result & (seen.side == 0)


def routes(ends: Ends, boxes: Floats, skip: Ints, group: Ints) -> Floats:
    """The course of every line, round the boxes (x0, y0, x1, y1) save those that it skips.

    Lines of one group stay side by side.
    """
    curves = plain_routes(ends)
    if not len(boxes) or not is_small(len(curves), len(boxes)):
        return curves
    turned = (ends.turn0 > 0) | (ends.turn1 > 0)
    crossed = hits(curves, boxes, skip)
    crossed[turned] += _through_own(curves[turned], boxes, skip[turned])
    for number in np.unique(group[(crossed > 0) & ~ends.loops]):
        rows = np.flatnonzero(group == number)
        apart = (np.arange(len(rows)) - (len(rows) - 1) / 2) * _SIDE
        middle = len(rows) // 2
        k = int(rows[middle])
        lanes = _lanes(ends.take(np.array([k])).seen(), k)
        now, costs = _cost(curves[rows], boxes, skip[rows]), np.zeros(len(lanes))
        for row, off in zip(rows, apart, strict=True) if turned[k] else [(k, 0.0)]:
            tried = _detour(ends.take(np.full(len(lanes), row)), lanes, k, np.full(len(lanes), off))
            costs += _cost(tried, boxes, np.broadcast_to(skip[k], (len(lanes), skip.shape[1])))
        # Every lane between the two ends is as long as the other; the middle is clear of both ends' other lines.
        off_middle = 0.0 if turned[k] else np.abs(lanes[:, 1] - (ends.y0[k] + ends.y1[k]) / 2)
        best = int(np.argmin(costs + 0.02 * off_middle))
        if costs[best] < (now.sum() if turned[k] else now.max()):
            curves[rows] = _detour(ends.take(rows), np.tile(lanes[best], (len(rows), 1)), k, apart)
    return curves


def _detour(ends: Ends, lanes: Floats, k: int, apart: Floats) -> Floats:
    """The courses along some lanes: rows of (across, along), of which a line between ends alike takes the second."""
    seen = ends.seen()
    if seen.side[0]:
        curves = bent(seen.between(), lanes[:, 0], lanes[:, 1], SAMPLES)
    elif is_backward(seen)[0]:
        curves = around(seen, lanes[:, 1] + apart, 18 + k % 4 * 5.0)
    else:
        curves = through(seen, lanes[:, 1] + apart)
    return ends.unseen(curves)


def _cost(curves: Floats, boxes: Floats, skip: Ints) -> Floats:
    length = np.abs(np.diff(curves, axis=1)).sum((1, 2))
    return (hits(curves, boxes, skip) + _through_own(curves, boxes, skip)) * 400 + length


def _through_own(curves: Floats, boxes: Floats, skip: Ints) -> Ints:
    """Through how many of its own two nodes each course runs, and not only up to them."""
    inner = boxes[skip] + np.array([_INNER, _INNER, -_INNER, -_INNER])
    result: Ints = _inside(curves, inner[:, None]).sum(1)
    return result


def hits(curves: Floats, boxes: Floats, skip: Ints) -> Ints:
    """How many boxes each course runs through."""
    inside = _inside(curves, boxes[None, None])
    inside[np.arange(len(curves))[:, None], skip] = False
    result: Ints = inside.sum(1)
    return result


def _inside(curves: Floats, boxes: Floats) -> Bools:
    """Whether each course runs through each box, of shape (1 or lines, 1, boxes, 4).

    Of each straight piece the part inside a box is from the last time that it enters between two
    parallel sides to the first time that it leaves.
    """
    start = curves[:, :-1, None]
    step = np.diff(curves, axis=1)[:, :, None]
    step = np.where(np.abs(step) < 1e-9, 1e-9, step)
    one, other = (boxes[..., :2] - start) / step, (boxes[..., 2:] - start) / step
    enters = np.minimum(one, other).max(3)
    leaves = np.maximum(one, other).min(3)
    result: Bools = ((enters < leaves) & (leaves > 0) & (enters < 1)).any(1)
    return result


def _lanes(seen: Ends, k: int) -> Floats:
    """What is tried for one line."""
    apart = ((k * 5) % 7 - 3) * 3.0  # so that two detours along the same height do not cover each other
    if seen.side[0]:
        return np.stack(other_lanes(seen.between()), axis=1) + apart
    y0, y1 = float(seen.y0[0]), float(seen.y1[0])
    if is_backward(seen)[0]:
        rows = np.arange(8) * 30.0
        between = (y0 + y1) / 2 + np.array([0.0, 16, -16])
        outside = (seen.top[0] - 24 - rows, seen.bottom[0] + 34 + rows)
        along = np.concatenate((*outside, between if abs(y0 - y1) > 60 else [])) + apart
    else:
        away = np.array([0.0, 26, -26, 40, -40, 56, -56, 80, -80, 120, -120])
        along = np.concatenate((y0 + away, y1 + away, [(y0 + y1) / 2])) + apart
    return np.stack((np.full_like(along, np.nan), along), axis=1)


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
    # Not as a product of matrices: that may be spread over threads, which wait for each other longer than it takes.
    weights = ((1 - t) ** 3).T, (3 * t * (1 - t) ** 2).T, (3 * t * t * (1 - t)).T, (t**3).T
    result = np.empty((len(ax), len(t), 2))
    sums, terms = np.empty((2, _AT_A_TIME, len(t)))
    for axis, ends in enumerate(((ax, bx, cx, dx), (ay, by, cy, dy))):
        for start in range(0, len(ax), _AT_A_TIME):
            rows = slice(start, start + _AT_A_TIME)
            total = sums[: len(ax[rows])]
            np.multiply(ends[0][rows, None], weights[0], out=total)
            for end, weight in zip(ends[1:], weights[1:], strict=True):
                total += np.multiply(end[rows, None], weight, out=terms[: len(total)])
            result[rows, :, axis] = total
    return result


def pieces(curves: Floats) -> Floats:
    """The courses as short straight lines (x1, y1, x2, y2)."""
    return np.concatenate((curves[:, :-1], curves[:, 1:]), axis=2).reshape(-1, 4)


def dash_pattern(course: Floats, zoom: float) -> tuple[float, float]:
    """A dash and a space, so that the course begins and ends with a dash."""
    dash, space = DASH * zoom, SPACE * zoom
    length = float(np.hypot(*np.diff(course, axis=0).T).sum())
    count = max(round((length + space) / (dash + space)), 1)
    return max((length + space) / count - space, 0.1 * dash), space


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
