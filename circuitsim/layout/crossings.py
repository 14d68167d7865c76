"""How many lines cross in each gap between two layers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from circuitsim.layout.chart import Chart, Ints

Shorts = NDArray[np.int32]


def crossings(plan: Chart, left: Ints, right: Ints | None = None) -> Ints:
    """The crossings in each gap, where entries have their places from `left` at the gap's left, `right` at its right.

    Sorted by their left ends, lines cross where their right ends are inverted. Inversions are counted
    bit by bit, for all gaps at once: among lines whose higher bits are equal, a 1 before a 0. Then each such
    group is split, zeros before ones.
    """
    begin = left[plan.left] * plan.steps + plan.leave_step
    end = (left if right is None else right)[plan.right] * plan.steps + plan.arrive_step
    size = int(max(begin.max(initial=0), end.max(initial=0))) + 1
    order = np.argsort((plan.gap * size + begin) * size + end)
    value = end[order].astype(np.int32)
    weight = plan.weight[order].astype(np.int32) if (plan.weight != 1).any() else None
    bounds = np.searchsorted(plan.gap, np.arange(plan.layers))
    start, stop = bounds[plan.gap], bounds[plan.gap + 1]  # of the group of each line
    place = np.arange(len(value))
    crossed = np.zeros(len(value), np.int64)
    for bit in range((size - 1).bit_length() - 1, -1, -1):
        one = (value & (1 << bit)) != 0
        ones = _sums(one)
        first = ones.take(start)
        before = ones[:-1] - first
        if weight is None:
            crossed += before * ~one
        else:
            heavy = _sums(one * weight)
            crossed += (heavy[:-1] - heavy.take(start)) * (~one * weight)
        if bit:
            middle = stop - (ones.take(stop) - first)
            target = np.where(one, middle + before, place - before)
            value = _put(value, target)
            weight = None if weight is None else _put(weight, target)
            is_low = place < middle
            start, stop = np.where(is_low, start, middle), np.where(is_low, middle, stop)
    total = np.concatenate(([0], np.cumsum(crossed)))  # lines never leave their gap
    return np.diff(total[bounds])


def _sums(values: NDArray[np.generic]) -> Shorts:
    """The sums of the first values: of none, of one, and so on."""
    result = np.zeros(len(values) + 1, np.int32)
    np.cumsum(values, out=result[1:])
    return result


def _put(values: Shorts, target: Ints) -> Shorts:
    result = np.empty_like(values)
    result[target] = values
    return result
