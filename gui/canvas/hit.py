"""What is under a point: every node is looked at, and every line that is drawn, which is fast enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.canvas.frame import spans
from gui.canvas.shapes import Ints


def node_at(net: NetArrays, x: float, y: float, slack: float = 0.0) -> int | None:
    """The uppermost node at a scene point."""
    dx, dy = net.x - x, net.y - y
    rows = np.flatnonzero((np.abs(dx) <= net.half_width + slack) & (np.abs(dy) <= net.half_height + slack))
    far = net.round[rows] & (np.hypot(dx[rows], dy[rows]) > net.half_width[rows] + slack)
    found = rows[~far]
    return int(found[-1]) if len(found) else None


class Drawn(NamedTuple):
    """Lines that are drawn, each as far as `ends` from both its ends; infinite for the whole of it."""

    lines: Ints
    ends: float


def bundle_at(net: NetArrays, x: float, y: float, reach: float, drawn: Sequence[Drawn] | None = None) -> int | None:
    """The bundle whose nearest line passes within `reach` of a scene point; of lines that are drawn, if it is said."""
    if drawn is None:
        drawn = [Drawn(np.arange(len(net.line_bundle)), np.inf)]
    found = [_nearest(net, complex(x, y), reach, each) for each in drawn]
    distance, line = min(found, default=(np.inf, -1))
    return int(net.line_bundle[line]) if distance <= reach else None


def _nearest(net: NetArrays, at: complex, reach: float, drawn: Drawn) -> tuple[float, int]:
    """How far the nearest line within reach is, and its number; infinite and -1 where there is none."""
    box = net.box if len(drawn.lines) == len(net.box) else net.box[drawn.lines]
    x, y = at.real, at.imag
    near = (box[:, 0] < x + reach) & (box[:, 2] > x - reach) & (box[:, 1] < y + reach) & (box[:, 3] > y - reach)
    lines = drawn.lines[near]
    points = net.curve.view(complex)[:, :, 0]
    if np.isfinite(drawn.ends):  # what is drawn is no farther from an end than it is along the line
        ends = np.abs(points[lines, 0] - at), np.abs(points[lines, -1] - at)
        lines = lines[np.minimum(*ends) <= drawn.ends + reach]
    courses = points[lines]
    passing = spans(courses.real, x - reach, x + reach) & spans(courses.imag, y - reach, y + reach)
    line, piece = np.divmod(np.flatnonzero(passing), passing.shape[1])
    start = courses[line, piece]
    step = courses[line, piece + 1] - start
    length = np.maximum(np.abs(step), 1e-9)
    share = np.clip(((at - start) * step.conj()).real / length**2, 0, 1)
    distance = np.abs(at - start - share * step)
    close = np.flatnonzero(distance <= reach)
    if np.isfinite(drawn.ends):
        steps = np.abs(np.diff(courses[line[close]], axis=1))
        along = steps.cumsum(1)[np.arange(len(close)), piece[close]] - ((1 - share) * length)[close]
        close = close[(along <= drawn.ends) | (along >= steps.sum(1) - drawn.ends)]
    if not len(close):
        return np.inf, -1
    best = close[np.argmin(distance[close])]
    return float(distance[best]), int(lines[line[best]])


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
