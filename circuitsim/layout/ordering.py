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
SWEEPS, STEPS, ROUNDS = 4, 200, 4


def order_layers(plan: Chart, progress: Progress = silent) -> Ints:
    """The place of every entry within its layer."""
    share = min(1.0, LARGE / max(len(plan.left), 1))
    steps, rounds = round(STEPS * share), max(1, round(ROUNDS * share))
    best = plan.ranked(np.arange(len(plan.layer)))
    for number, start in enumerate(_starts(plan, steps)):
        progress(number * 0.15)
        found = best_of_sweeps(plan, _like(plan, plan.ranked(start), best), SWEEPS)
        exchange(plan, found)
        best = braid(plan, best, found) if number else found
        if not crossings(plan, best).any():
            break
    else:
        sift(plan, best, rounds, within(progress, 0.6, 1.0))
    return best


def _starts(plan: Chart, steps: int) -> Iterator[Floats | Ints]:
    yield np.arange(len(plan.layer))
    yield smooth(plan, steps)
    yield from walks(plan)


def _like(plan: Chart, place: Ints, other: Ints) -> Ints:
    """An order, or the same upside down, whichever is more like another one."""
    middle = (np.bincount(plan.layer) - 1)[plan.layer]
    if ((2 * place - middle) * (2 * other - middle)).sum() >= 0:
        return place
    return plan.ranked(-place)
