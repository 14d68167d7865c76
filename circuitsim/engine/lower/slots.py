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


def rows_and_copies(lookups: Lookups) -> tuple[Ints, list[tuple[int, int]]]:
    """The output in whose row each lookup's value stands, and the outputs that are copies."""
    row = np.full(len(lookups), NOWHERE, np.int32)
    copies = []
    for k, value in enumerate(lookups.outputs.tolist()):
        if value >= lookups.inputs and row[value - lookups.inputs] == NOWHERE:
            row[value - lookups.inputs] = k
        else:
            copies.append((k, value))
    return row, copies


def allocate(lookups: Lookups) -> Slots:
    """Give values their slots."""
    inputs, count = lookups.inputs, len(lookups)
    row, copies = rows_and_copies(lookups)
    last = np.full(inputs + count + 1, -1, np.int64)  # the entry at -1 is for unused operands
    np.maximum.at(last, lookups.operands.ravel(), np.repeat(np.arange(count), 3))
    slot, used = loop(assign, count, count, last[inputs:-1], row)
    return Slots(used, np.asarray(slot, np.int32), row, copies)


def assign(count: Any, last: Any, row: Any) -> Any:
    """A slot for each value that is no output; its last reader may put its own result there."""
    slot = [-1] * count
    # Those that are read for the last time at one lookup, as a chain: the first, and the one after each.
    head = [-1] * count
    after = [-1] * count
    free = [0 for _ in range(0)]
    used = 0
    for k in range(count):
        v = head[k]
        while v >= 0:
            free.append(slot[v])
            v = after[v]
        if row[k] < 0:
            if len(free) == 0:
                free.append(used)
                used += 1
            slot[k] = free.pop()
            end = last[k]
            if end > k:
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
