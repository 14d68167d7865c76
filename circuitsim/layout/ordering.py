"""The order within each layer that lets few lines cross: the best pieces of several tries, sifted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from circuitsim.layout.braid import braid
from circuitsim.layout.chart import Chart, Floats, Ints
from circuitsim.layout.crossings import crossings
from circuitsim.layout.exchange import exchange
from circuitsim.layout.sifting import sift
from circuitsim.layout.starts import smooth, walks
from circuitsim.layout.sweeps import best_of_sweeps
from circuitsim.progress import Progress, silent, within

LARGE = 25_000
"""How many pieces of lines a drawing may have before it gets fewer rounds of what takes long."""
SWEEPS, STEPS, ROUNDS = 8, 200, 4


def order_layers(plan: Chart, progress: Progress = silent) -> Ints:
    """The place of every entry within its layer.

    The nodes stand in the order in which they are given where that lets no more lines cross.
    """
    share = min(1.0, LARGE / max(len(plan.left), 1))
    steps, rounds = round(STEPS * share), max(1, round(ROUNDS * share))
    best = plan.local
    for number, start in enumerate(_starts(plan, steps)):
        progress(number * 0.15)
        found = best_of_sweeps(plan, plan.ranked(start), SWEEPS)
        best = braid(plan, best, found) if number else found
        exchange(plan, best)
        if not crossings(plan, best).any():
            break
    else:
        sift(plan, best, rounds, within(progress, 0.6, 1.0))
    return _upright(plan, best)


def _starts(plan: Chart, steps: int) -> Iterator[Floats | Ints]:
    yield np.arange(len(plan.layer))
    yield smooth(plan, steps)
    yield from walks(plan)


def _upright(plan: Chart, place: Ints) -> Ints:
    """The order, or the same upside down where that has inputs and outputs rather as they are given."""
    before, after = plan.sides
    ends = np.flatnonzero((before.degree[: plan.nodes] == 0) | (after.degree[: plan.nodes] == 0))
    layer, there, given = plan.layer[ends], place[ends], plan.local[ends]
    many = np.maximum(np.bincount(layer, minlength=plan.layers), 1)
    mean = np.bincount(layer, weights=given, minlength=plan.layers) / many
    if (there * (given - mean[layer])).sum() >= 0:
        return place
    turned = np.bincount(plan.layer)[plan.layer] - 1 - place
    return turned if crossings(plan, turned).sum() <= crossings(plan, place).sum() else place
