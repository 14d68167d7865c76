"""How high each entry lies: near its neighbours, in the order of its layer, with room between."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from circuitsim.layout.chart import Chart, Floats, Ints
from circuitsim.progress import Progress, silent

ROUNDS, FEWEST = 12, 4
EFFORT = 400_000
"""About how many entries are moved in all rounds together; a large drawing gets fewer of them."""


Stack = tuple[Ints, Floats]
"""The entries of a layer in their order, and their heights where they lie as close as they may."""


def settle_heights(plan: Chart, stacks: Sequence[Stack], grid: float, progress: Progress = silent) -> Floats:
    """The y of every entry, on a grid.

    Each layer in turn moves to where its lines would be level, as nearly as order and room allow: that is an
    isotonic regression. Lines between waypoints pull hardest, so that long lines become straight.
    """
    y = np.zeros(len(plan.layer))
    for own, offset in stacks:
        y[own] = offset - offset[-1] / 2
    sides = _pulls(plan)
    rounds = min(ROUNDS, max(FEWEST, EFFORT // len(y)))
    for turn in range(rounds):
        progress(turn / rounds)
        forward = turn % 2 == 0
        # First each layer follows the one before it, from either end; then it lies between both.
        pulling = sides if turn > 1 else sides[:1] if forward else sides[1:]
        for layer in range(plan.layers) if forward else reversed(range(plan.layers)):
            own, offset = stacks[layer]
            wanted, weight = _wanted(layer, own, y, pulling)
            level = isotonic(wanted - offset, weight)
            if turn >= rounds - 2:
                level = np.round(level / grid) * grid
            y[own] = level + offset
    return y


def stacked(plan: Chart, place: Ints, above: Floats, below: Floats, grid: float) -> list[Stack]:
    """The layers in their order, on a grid; `above` and `below` its middle each entry takes so much room."""
    result = []
    for members in plan.members:
        own = members[np.argsort(place[members])]
        apart = np.ceil((below[own][:-1] + above[own][1:]) / grid) * grid
        result.append((own, np.concatenate(([0.0], np.cumsum(apart)))))
    return result


def importance(plan: Chart) -> Floats:
    """How much each piece should be level: most between waypoints, least between nodes.

    A line that leads back leaves and reaches nodes on their other sides, and goes round them.
    """
    bends = (plan.left >= plan.nodes).astype(int) + (plan.right >= plan.nodes)
    pull = np.where(plan.back & (bends < 2), 0.1, np.array([1.0, 2.0, 8.0])[bends])
    result: Floats = pull * plan.weight
    return result


class _Pull:
    """What the lines on one side of the layers want."""

    def __init__(self, plan: Chart, owner: Ints, other: Ints, shift: Floats, first: int) -> None:
        self._plan, self._owner, self._other, self._shift = plan, owner, other, shift
        self._first = first  # the gap on this side of layer 0
        self._weight = importance(plan)
        self.mass = np.bincount(owner, weights=self._weight, minlength=len(plan.layer))

    def on(self, layer: int, own: Ints, y: Floats) -> Floats:
        """For each entry of a layer the sum of the heights it should have, each as often as it weighs."""
        gap = layer + self._first
        if not 0 <= gap < len(self._plan.gaps):
            return np.zeros(len(own))
        pieces = self._plan.gaps[gap]
        level = self._weight[pieces] * (y[self._other[pieces]] + self._shift[pieces])
        local = self._plan.local
        total = np.bincount(local[self._owner[pieces]], weights=level, minlength=len(own))
        return np.asarray(total[local[own]], float)


def _pulls(plan: Chart) -> list[_Pull]:
    shift = plan.leave - plan.arrive
    return [_Pull(plan, plan.right, plan.left, shift, -1), _Pull(plan, plan.left, plan.right, -shift, 0)]


def _wanted(layer: int, own: Ints, y: Floats, pulling: list[_Pull]) -> tuple[Floats, Floats]:
    """Where the entries of a layer should lie, and how much each of them weighs."""
    mass = sum(pull.mass[own] for pull in pulling)
    total = sum(pull.on(layer, own, y) for pull in pulling)
    held = mass > 0
    return np.where(held, total / np.where(held, mass, 1.0), y[own]), np.where(held, mass, 0.01)


def isotonic(wanted: Floats, weight: Floats) -> Floats:
    """The non-decreasing values nearest to the wanted ones (pool adjacent violators).

    >>> isotonic(np.array([1.0, 3.0, 2.0]), np.ones(3)).tolist()
    [1.0, 2.5, 2.5]
    """
    if (wanted[1:] >= wanted[:-1]).all():
        return wanted
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
