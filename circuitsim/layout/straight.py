"""Lines that can be level are made level: chains of nodes, and the waypoints of a long line, lie at one height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from circuitsim.layout.chart import Chart, Floats
from circuitsim.layout.heights import Stack

Chain = list[tuple[int, float]]
"""Entries from left to right, and how far below the first each of them should lie."""


class Straightening:
    """Moves chains one after the other.

    A chain is held together by lines that are the only one at both their ends. It goes to where its other
    lines lead, as near as there is room; one that has no room as a whole is broken where it bends most.
    """

    def __init__(self, plan: Chart, stacks: Sequence[Stack], grid: float) -> None:
        self._plan, self._grid = plan, grid
        count = len(plan.layer)
        self._upper, self._lower = [-1] * count, [-1] * count
        self._apart = [0.0] * count  # from the entry above
        for own, offset in stacks:
            for above, entry, apart in zip(own.tolist(), own[1:].tolist(), np.diff(offset).tolist(), strict=False):
                self._upper[entry], self._lower[above], self._apart[entry] = above, entry, apart
        self._before, self._after = self._ends()

    def _ends(self) -> tuple[list[list[tuple[int, float, int]]], list[list[tuple[int, float, int]]]]:
        """Of every entry, the other ends of its lines to the left and right, how far they lie below, and weights."""
        plan = self._plan
        before: list[list[tuple[int, float, int]]] = [[] for _ in plan.layer]
        after: list[list[tuple[int, float, int]]] = [[] for _ in plan.layer]
        inner = (plan.left >= plan.nodes) & (plan.right >= plan.nodes)
        there = ~plan.back | inner  # at its nodes, a line that leads back goes round them
        columns = (column[there] for column in (plan.left, plan.right, plan.leave - plan.arrive, plan.weight))
        for left, right, fall, weight in zip(*(column.tolist() for column in columns), strict=True):
            before[right].append((left, fall, weight))
            after[left].append((right, -fall, weight))
        return before, after

    def chains(self) -> list[Chain]:
        """All of them; an entry without a chain is one by itself."""
        held = {}
        for entry, ends in enumerate(self._after):
            if len(ends) == 1 and len(self._before[ends[0][0]]) == 1:
                held[entry] = ends[0][0], round(-ends[0][1] / self._grid) * self._grid
        result = []
        for entry in sorted(set(range(len(self._after))) - {after for after, _ in held.values()}):
            chain = [(entry, 0.0)]
            while chain[-1][0] in held:
                after, fall = held[chain[-1][0]]
                chain.append((after, chain[-1][1] + fall))
            result.append(chain)
        return result

    def improve(self, y: Floats) -> None:
        """Move all chains, long ones first."""
        height = y.tolist()
        waiting = sorted(self.chains(), key=len)
        while waiting:
            chain = waiting.pop()
            low, high = self._room(chain, height)
            if low <= high:
                level = self._wanted(chain, height, low, high)
                for entry, fall in chain:
                    height[entry] = level + fall
            elif len(chain) > 1:
                bends = [abs(height[b] - g - height[a] + f) for (a, f), (b, g) in pairwise(chain)]
                cut = bends.index(max(bends)) + 1
                waiting += [part for part in (chain[:cut], chain[cut:]) if len(part) > 1]
        y[:] = height

    def _room(self, chain: Chain, height: list[float]) -> tuple[float, float]:
        """Between which heights the first of a chain may lie."""
        low, high = -math.inf, math.inf
        for entry, fall in chain:
            if (upper := self._upper[entry]) >= 0:
                low = max(low, height[upper] + self._apart[entry] - fall)
            if (lower := self._lower[entry]) >= 0:
                high = min(high, height[lower] - self._apart[lower] - fall)
        return low, high

    def _wanted(self, chain: Chain, height: list[float], low: float, high: float) -> float:
        """Where on the grid the first of a chain should lie.

        Between one line before and one after it, level with either; else in the middle of all lines.
        """
        (first, _), (last, fall) = chain[0], chain[-1]
        before = [(self._snapped(height[other] + drop), weight) for other, drop, weight in self._before[first]]
        after = [(self._snapped(height[other] + drop - fall), weight) for other, drop, weight in self._after[last]]
        now = height[first]
        if len(before) == len(after) == 1:
            level = [at for at, _ in (*before, *after) if low <= at <= high]
            if level:
                return min(level, key=lambda at: abs(at - now))
        ends = [*before, *after]
        if not ends:
            return min(max(now, low), high)
        mean = sum(at * weight for at, weight in ends) / sum(weight for _, weight in ends)
        return min(max(self._snapped(mean), low), high)

    def _snapped(self, y: float) -> float:
        return round(y / self._grid) * self._grid
