"""Each entry goes to the place of its layer where its lines cross the fewest others."""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints
from circuitsim.layout.crossings import Shorts
from circuitsim.progress import Progress, silent

TURNS = 6
WIDEST = 400
"""The most entries of a layer that is sifted: each of them is compared with each."""


def sift(plan: Chart, place: Ints, rounds: int, progress: Progress = silent) -> None:
    """Sift layer by layer, from left to right and back, for as long as something moves."""
    stale = [True] * plan.layers
    for number in range(rounds):
        progress(number / rounds)
        for layer in reversed(range(plan.layers)) if number % 2 else range(plan.layers):
            progress(None)
            if stale[layer]:
                stale[layer] = False
                if _sift_layer(plan, place, layer):
                    stale[max(layer - 1, 0)] = stale[min(layer + 1, plan.layers - 1)] = True
        if not any(stale):
            return


def _sift_layer(plan: Chart, place: Ints, layer: int) -> bool:
    """Whether anything moved.

    All entries look at once at what they would gain; of moves over the same places the best are made.
    """
    members = plan.members[layer]
    if not 2 <= len(members) <= WIDEST or layer in plan.fixed:
        return False
    members = members[np.argsort(place[members])]
    worse = _worse(plan, place, layer, members)
    count = len(members)
    order = np.arange(count)
    for turn in range(TURNS):
        # What it costs an entry to stand behind the others up to some place, in comparison with before all.
        cost = np.zeros((count, count + 1), np.int32)
        np.cumsum(worse[order[:, None], order], axis=1, out=cost[:, 1:])
        best = cost.argmin(1)
        here = np.arange(count)
        gain = cost[here, here] - cost[here, best]
        movers = np.flatnonzero(gain > 0)
        if not len(movers):
            return turn > 0
        key = here.astype(float)
        taken = bytearray(count)
        for mover in movers[np.argsort(-gain[movers], kind="stable")].tolist():
            target = int(best[mover])
            start, stop = min(mover, target), max(mover + 1, target)
            if taken.find(1, start, stop) < 0:
                taken[start:stop] = b"\1" * (stop - start)
                key[mover] = target - 0.5
        order = order[np.argsort(key)]
        place[members[order]] = here
    return True


def _worse(plan: Chart, place: Ints, layer: int, members: Ints) -> Shorts:
    """How many crossings more there are where the row's entry is below the column's, than where it is above."""
    count = len(members)
    number = np.empty(count, np.int64)
    number[plan.local[members]] = np.arange(count)
    result = np.zeros((count, count), np.int32)
    for owner, ends, weight in _sides(plan, place, layer):
        order = np.argsort(number[plan.local[owner]])
        row, weight = number[plan.local[owner]][order], weight[order]
        known, column = np.unique(ends[order], return_inverse=True)
        flat = np.bincount(row * len(known) + column, weights=weight, minlength=count * len(known))
        lines = flat.reshape(count, len(known)).astype(np.int32)
        above = np.cumsum(lines, axis=1, dtype=np.int32) - lines  # of each entry's lines, those that end above a place
        starts = np.flatnonzero(np.diff(row, prepend=-1))
        crossed = np.zeros((count, count), np.int32)  # with the column's entry above the row's
        crossed[:, row[starts]] = np.add.reduceat(above[:, column] * weight.astype(np.int32), starts, axis=1)
        result += crossed - crossed.T
    return result


def _sides(plan: Chart, place: Ints, layer: int) -> list[tuple[Ints, Ints, Ints]]:
    """On both sides of a layer the owner of each piece, where it ends, and its weight."""
    sides = []
    if layer > 0 and len(plan.left[plan.gaps[layer - 1]]):
        gap = plan.gaps[layer - 1]
        sides.append((plan.right[gap], place[plan.left[gap]] * plan.steps + plan.leave_step[gap], plan.weight[gap]))
    if layer < plan.layers - 1 and len(plan.left[plan.gaps[layer]]):
        gap = plan.gaps[layer]
        sides.append((plan.left[gap], place[plan.right[gap]] * plan.steps + plan.arrive_step[gap], plan.weight[gap]))
    return sides
