"""Every layer is ordered by where its neighbours are, from one end of the net to the other and back."""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints
from circuitsim.layout.crossings import crossings


def best_of_sweeps(plan: Chart, place: Ints, rounds: int) -> Ints:
    """The order with the fewest crossings, of the one given and those after sweeps there and back."""
    place = place.copy()
    best, fewest = place.copy(), crossings(plan, place).sum()
    for _ in range(rounds if fewest else 0):
        sweep(plan, place, forward=True)
        sweep(plan, place, forward=False)
        count = crossings(plan, place).sum()
        if count < fewest:
            best, fewest = place.copy(), count
    return best


def sweep(plan: Chart, place: Ints, *, forward: bool) -> None:
    """Order each layer by the mean place of its neighbours in the layer before."""
    if forward:
        near, end = plan.right, plan.left
        step, layers = plan.leave_step, range(1, plan.layers)
    else:
        near, end = plan.left, plan.right
        step, layers = plan.arrive_step, range(plan.layers - 2, -1, -1)
    shift = (step + 0.5) / plan.steps - 0.5  # a higher port is a little higher
    count = len(plan.layer)
    degree = np.bincount(near, weights=plan.weight, minlength=count)
    for layer in layers:
        members = plan.members[layer]
        if len(members) < 2 or layer in plan.fixed:
            continue
        gap = plan.gaps[layer - 1 if forward else layer]
        pull = plan.weight[gap] * (place[end[gap]] + shift[gap])
        total = np.bincount(plan.local[near[gap]], weights=pull, minlength=len(members))
        own, now = degree[members], place[members]
        if not own.all():  # what has no neighbour there keeps its share of the way down
            share = len(plan.members[layer - 1 if forward else layer + 1]) / len(members)
            total, own = np.where(own > 0, total, now * share), np.where(own > 0, own, 1)
        place[members[np.lexsort((now, total / own))]] = np.arange(len(members))
