"""Slots: where values stand between being made and being read for the last time.

A slot is taken again as soon as its value is done with, the one that was freed last first, as it is still in the
cache. A value that is an output stands in its row of the result instead, from the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.lower.lookups import Ints, Lookups
from circuitsim.engine.lower.loops import loop

NOWHERE = -1


@dataclass(frozen=True)
class Slots:
    """Where the value of each lookup stands.

    Attributes
    ----------
    count : int
        How many slots there are.
    slot : array of int32 of shape (n,)
        The slot of each lookup's value; NOWHERE for one that has none.
    row : array of int32 of shape (n,)
        The output whose row the value stands in; NOWHERE for one that is no output.
    copies : list of (int, int)
        The other outputs, and the value that each is a copy of (FALSE and TRUE among them).
    """

    count: int
    slot: Ints
    row: Ints
    copies: list[tuple[int, int]]


def allocate(lookups: Lookups, step: int | None = None) -> Slots:
    """Give values their slots.

    With `step` the lookups are cut into chunks of so many: only what a later chunk reads gets a slot, and a
    slot is free again in the chunk after its last reader's, as blocks may be in different places of one chunk.
    """
    inputs, count = lookups.inputs, len(lookups)
    row = np.full(count, NOWHERE, np.int32)
    copies = []
    for k, value in enumerate(lookups.outputs.tolist()):
        if value >= inputs and row[value - inputs] == NOWHERE:
            row[value - inputs] = k
        else:
            copies.append((k, value))
    clock = np.arange(count) if step is None else np.arange(count) // step
    last = np.full(inputs + count + 1, -1, np.int64)  # the entry at -1 is for unused operands
    np.maximum.at(last, lookups.operands.ravel(), np.repeat(clock, 3))
    last = last[inputs:-1]
    if step is None:
        needed = row == NOWHERE
    else:
        needed = (row == NOWHERE) & (last > clock)
        last = last + 1
    slot, used = loop(assign, count, count, clock, last, needed)
    return Slots(used, np.asarray(slot, np.int32), row, copies)


def assign(count: Any, clock: Any, last: Any, needed: Any) -> Any:
    """A slot for each value that needs one: it is free from `last` on, before anything is made then."""
    slot = [-1] * count
    # Those that become free at a time, as a chain: the first of each time, and the one after each.
    head = [-1] * (count + 2)
    after = [-1] * count
    free = [0 for _ in range(0)]
    used = 0
    now = -1
    for k in range(count):
        while now < clock[k]:
            now += 1
            v = head[now]
            while v >= 0:
                free.append(slot[v])
                v = after[v]
        if needed[k]:
            if len(free) == 0:
                free.append(used)
                used += 1
            slot[k] = free.pop()
            end = last[k]
            if end > now:
                after[k] = head[end]
                head[end] = k
            else:  # nobody reads it
                free.append(slot[k])
    return slot, used


def rows_of(lookups: Lookups, slots: Slots) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Operands and targets as rows of one table: the inputs, then the slots, then the outputs; unused ones are -1."""
    inputs = lookups.inputs
    place = np.where(slots.row == NOWHERE, inputs + slots.slot, inputs + slots.count + slots.row)
    table = np.concatenate([np.arange(inputs), place, [-1]]).astype(np.int32)
    return table[lookups.operands], table[inputs:-1]
