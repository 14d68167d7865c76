"""Neighbours in a layer change places, for as long as that lets fewer lines cross."""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints, Side

ROUNDS = 50


def exchange(plan: Chart, place: Ints, rounds: int = ROUNDS) -> None:
    """Change places in all layers at once.

    In a turn every second layer looks at every second pair of neighbours: these do not depend on each
    other, so that each gain is real. Only where something has changed is looked at again.
    """
    order = np.lexsort((place, plan.layer))
    layer, number = plan.layer[order], place[order]
    together = (layer[1:] == layer[:-1]) & ~np.isin(layer[1:], list(plan.fixed))
    turns = [
        np.flatnonzero(together & (layer[:-1] % 2 == odd) & (number[:-1] % 2 == start))
        for odd in (0, 1)
        for start in (0, 1)
    ]
    stale = [np.ones(len(place), bool) for _ in turns]
    for _ in range(rounds):
        quiet = True
        for marks, pairs in zip(stale, turns, strict=True):
            pairs = pairs[marks[order[pairs]] | marks[order[pairs + 1]]]
            marks[:] = False
            pairs = pairs[_gain(plan, place, order[pairs], order[pairs + 1]) > 0]
            if not len(pairs):
                continue
            quiet = False
            upper, lower = order[pairs], order[pairs + 1]
            place[upper] += 1
            place[lower] -= 1
            order[pairs], order[pairs + 1] = lower, upper
            moved = np.zeros(len(place), bool)
            moved[upper] = moved[lower] = True
            reached = [side.owner[moved[side.other]] for side in plan.sides]
            for marks in stale:
                marks |= moved
                for entries in reached:
                    marks[entries] = True
        if quiet:
            return


def _gain(plan: Chart, place: Ints, upper: Ints, lower: Ints) -> Ints:
    """How many crossings fewer there are where each pair has changed places."""
    base = place * plan.steps
    return sum((_crossed(side, base, upper, lower) for side in plan.sides), np.zeros(len(upper), np.int64))


def _crossed(side: Side, base: Ints, upper: Ints, lower: Ints) -> Ints:
    """Crossings of the lines on one side as the pairs stand, less those if they stood the other way."""
    many = side.degree[lower]
    each = side.degree[upper] * many
    pair = np.repeat(np.arange(len(upper)), each)
    number = np.arange(len(pair)) - (np.cumsum(each) - each)[pair]
    many = many[pair]
    one, other = side.start[upper][pair] + number // many, side.start[lower][pair] + number % many
    end = base[side.other] + side.step
    crossed = np.sign(end[one] - end[other]) * side.weight[one] * side.weight[other]
    return np.bincount(pair, weights=crossed, minlength=len(upper)).astype(np.int64)
