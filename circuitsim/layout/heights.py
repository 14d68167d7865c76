"""How high each entry lies: near its neighbours, in the order of its layer, with room between."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from circuitsim.layout.layers import Chart, Ints, split

Floats = NDArray[np.float64]
ROUNDS = 8


def settle_heights(plan: Chart, place: Ints, height: Floats, gap: float) -> Floats:
    """The y of every entry.

    Each layer in turn moves to the mean of its neighbours, as nearly as order and room allow: that is
    an isotonic regression. Waypoints weigh more, so that long lines become straight.
    """
    count = len(plan.layer)
    layers = int(plan.layer.max()) + 1
    members = split(np.arange(count), plan.layer, layers)
    members = [entries[np.argsort(place[entries])] for entries in members]
    offsets = [_stacked(height[entries], gap) for entries in members]
    y = np.zeros(count)
    for entries, offset in zip(members, offsets, strict=True):
        y[entries] = offset - (offset[-1] / 2 if len(offset) else 0)
    degree = np.bincount(plan.edges.ravel(), minlength=count).astype(float)
    weight = np.where(height < 10, 4.0, 1.0)
    source, target = plan.edges
    for turn in range(ROUNDS if count < 100_000 else 3):
        order = range(layers) if turn % 2 else range(layers - 1, -1, -1)
        pull = _both_pulls(source, target, y, count)
        for k in order:
            entries = members[k]
            wanted = np.where(degree[entries] > 0, pull[entries] / np.maximum(degree[entries], 1), y[entries])
            y[entries] = isotonic(wanted - offsets[k], weight[entries]) + offsets[k]
    return np.asarray(y - y.min(), float)


def _both_pulls(source: Ints, target: Ints, y: Floats, count: int) -> Floats:
    pulls = np.bincount(target, weights=y[source], minlength=count)
    return np.asarray(pulls + np.bincount(source, weights=y[target], minlength=count), float)


def _stacked(height: Floats, gap: float) -> Floats:
    """Centres of entries that lie as close as the gap allows, from 0 down."""
    if not len(height):
        return np.zeros(0)
    return np.concatenate([[0.0], np.cumsum((height[1:] + height[:-1]) / 2 + gap)])


def isotonic(wanted: Floats, weight: Floats) -> Floats:
    """The non-decreasing values nearest to the wanted ones (pool adjacent violators).

    >>> isotonic(np.array([1.0, 3.0, 2.0]), np.ones(3)).tolist()
    [1.0, 2.5, 2.5]
    """
    means: list[float] = []
    weights: list[float] = []
    sizes: list[int] = []
    for value, heft in zip(wanted.tolist(), weight.tolist(), strict=True):
        size = 1
        while means and means[-1] > value:
            value = (value * heft + means[-1] * weights[-1]) / (heft + weights[-1])
            heft += weights.pop()
            size += sizes.pop()
            means.pop()
        means.append(value)
        weights.append(heft)
        sizes.append(size)
    return np.repeat(np.array(means, float), sizes)
