"""The order within each layer that lets few lines cross: barycentre sweeps from several starts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from circuitsim.layout.layers import Chart, Ints, split
from circuitsim.progress import Progress, silent

Floats = NDArray[np.float64]
SWEEPS = 24
LARGE = 100_000
"""Up to how many entries a drawing is worth all starts and sweeps."""
PATIENCE = 5
"""After how many sweeps without fewer crossings a start is given up."""


class _Gaps:
    """The edges of a chart by the gap between two layers that they cross."""

    def __init__(self, plan: Chart) -> None:
        self.layers = int(plan.layer.max()) + 1
        self.members = split(np.arange(len(plan.layer)), plan.layer, self.layers)
        gap = plan.layer[plan.edges[0]]
        order = np.argsort(gap, kind="stable")
        self.gap, (self.left, self.right) = gap[order], plan.edges[:, order]
        bounds = np.searchsorted(self.gap, np.arange(self.layers + 1)).tolist()
        self.edges = [(self.left[a:b], self.right[a:b]) for a, b in pairwise(bounds)]
        # The number of each entry within its layer, for counting by layer.
        self.local = np.zeros(len(plan.layer), np.int64)
        for members in self.members:
            self.local[members] = np.arange(len(members))


def fewest_crossings(plan: Chart, progress: Progress = silent) -> Ints:
    """The place of every entry within its layer, the best of several starts.

    The starts are the given order, and depth-first and breadth-first walks: on layered nets one of them
    is mostly near to a good order.
    """
    gaps = _Gaps(plan)
    best, fewest = _ranks(gaps, np.arange(len(plan.layer), dtype=float)), -1
    # A large drawing gets fewer tries, so that the time grows no faster than its size.
    tries = max(1, min(3, LARGE // len(plan.layer)))
    sweeps = max(4, min(SWEEPS, 4 * LARGE // len(plan.layer)))
    for number, start in enumerate(_starts(plan)[:tries]):
        place = _ranks(gaps, start)
        stale = 0
        for sweep in range(sweeps):
            progress((number + sweep / sweeps) / tries)
            count = crossings(gaps.gap, place[gaps.left], place[gaps.right])
            if fewest < 0 or count < fewest:
                best, fewest, stale = place.copy(), count, 0
            else:
                stale += 1
            if not fewest or stale > PATIENCE:
                break
            _sweep(gaps, place, down=sweep % 2 == 0)
        if not fewest:
            break
    return best


def _ranks(gaps: _Gaps, key: Floats) -> Ints:
    place = np.zeros(len(key), np.int64)
    for members in gaps.members:
        place[members[np.argsort(key[members], kind="stable")]] = np.arange(len(members))
    return place


def _sweep(gaps: _Gaps, place: Ints, *, down: bool) -> None:
    """Order every layer by the mean place of its neighbours in the layer before it."""
    for layer in range(1, gaps.layers) if down else range(gaps.layers - 2, -1, -1):
        members = gaps.members[layer]
        count = len(members)
        if count < 2:
            continue
        far, near = gaps.edges[layer - 1] if down else gaps.edges[layer][::-1]
        local = gaps.local[near]
        degree = np.bincount(local, minlength=count)
        total = np.bincount(local, weights=place[far], minlength=count)
        now = place[members]
        if not degree.all():  # what has no neighbour there keeps its share of the way down
            reach = len(gaps.members[layer - 1 if down else layer + 1])
            total = np.where(degree, total, now * (reach / count))
            degree = np.maximum(degree, 1)
        order = np.lexsort((now, total / degree))
        place[members[order]] = np.arange(count)


def _starts(plan: Chart) -> list[Floats]:
    """The given order, and when each entry is first met on a walk over the lines, deep or wide."""
    count = len(plan.layer)
    both = np.concatenate([plan.edges, plan.edges[::-1]], axis=1)
    neighbours = [part.tolist() for part in split(both[1], both[0], count)]
    return [_deep(neighbours), _wide(neighbours), np.arange(count, dtype=float)]


def _deep(neighbours: list[list[int]]) -> Floats:
    met: dict[int, int] = {}
    for start in range(len(neighbours)):
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in met:
                met[node] = len(met)
                waiting += reversed(neighbours[node])
    return np.array([met[k] for k in range(len(neighbours))], float)


def _wide(neighbours: list[list[int]]) -> Floats:
    met: dict[int, int] = {}
    for start in range(len(neighbours)):
        if start in met:
            continue
        met[start] = len(met)
        queue = [start]
        for node in queue:  # grows as it is walked
            for other in neighbours[node]:
                if other not in met:
                    met[other] = len(met)
                    queue.append(other)
    return np.array([met[k] for k in range(len(neighbours))], float)


def crossings(gap: Ints, left: Ints, right: Ints) -> int:
    """How many pairs of lines of the same gap cross, by the places of their ends.

    Sorted by their left ends, lines cross where their right ends are inverted. Inversions are counted
    bit by bit, for all gaps at once: among lines whose higher bits are equal, a 1 before a 0.

    >>> crossings(np.array([0, 0, 0, 1]), np.array([0, 1, 2, 0]), np.array([2, 1, 0, 0]))
    3
    """
    if not len(left):
        return 0
    order = np.lexsort((right, left, gap))
    group, values = gap[order].astype(np.int64), right[order]
    count = 0
    for bit in range(int(values.max()).bit_length() - 1, -1, -1):
        ones = values >> bit & 1
        before = np.cumsum(ones) - ones
        starts = np.flatnonzero(np.concatenate([[True], group[1:] != group[:-1]]))
        base = np.repeat(before[starts], np.diff(np.concatenate([starts, [len(values)]])))
        count += int(((before - base) * (1 - ones)).sum())
        group = group * 2 + ones
        order = np.argsort(group, kind="stable")
        group, values = group[order], values[order]
    return count
