"""How many lines cross in each gap between two layers."""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints


def crossings(plan: Chart, left: Ints, right: Ints | None = None) -> Ints:
    """The crossings in each gap, where entries have their places from `left` at the gap's left, `right` at its right.

    Sorted by their left ends, lines cross where their right ends are inverted. Inversions are counted
    bit by bit, for all gaps at once: among lines whose higher bits are equal, a 1 before a 0. Then each such
    group is split, zeros before ones.
    """
    total = np.zeros(max(plan.layers - 1, 0))
    if not len(plan.left):
        return total.astype(np.int64)
    begin = left[plan.left] * plan.steps + plan.leave_step
    end = (left if right is None else right)[plan.right] * plan.steps + plan.arrive_step
    size = int(max(begin.max(), end.max())) + 1
    gap = plan.gap  # pieces are in the order of gaps, and stay so
    order = np.argsort((gap * size + begin) * size + end)
    value, weight = end[order], plan.weight[order]
    plain = bool((weight == 1).all())
    bounds = np.searchsorted(gap, np.arange(plan.layers))
    start, stop = bounds[gap], bounds[gap + 1]  # of the group of each line
    place = np.arange(len(gap))
    for bit in range((size - 1).bit_length() - 1, -1, -1):
        one = (value >> bit) & 1
        ones = _sums(one)
        before = ones[:-1] - ones[start]
        if plain:
            crossed = before * (1 - one)
        else:
            heavy = _sums(one * weight)
            crossed = (heavy[:-1] - heavy[start]) * (1 - one) * weight
        total += np.bincount(gap, weights=crossed, minlength=len(total))
        if bit:
            middle = stop - (ones[stop] - ones[start])
            target = np.where(one, middle + before, place - before)
            value, weight = _put(value, target), weight if plain else _put(weight, target)
            is_low = place < middle
            start, stop = np.where(is_low, start, middle), np.where(is_low, middle, stop)
    return total.astype(np.int64)


def _sums(values: Ints) -> Ints:
    """The sums of the first values: of none, of one, and so on."""
    return np.concatenate(([0], np.cumsum(values)))


def _put(values: Ints, target: Ints) -> Ints:
    result = np.empty_like(values)
    result[target] = values
    return result
