"""Which values are in registers, and when others are stored and loaded.

There are some thirty registers. Where one is needed and none is free, the value goes whose next reader comes last,
which no other choice beats (Belady 1966); it is stored first, unless it stands in memory already, as inputs and
outputs do. LLVM then has nothing left to decide, so that its quickest compiler makes code as good as its best, in a
quarter of the time. That is for large circuits; a small one has as many registers as it likes, and LLVM's best
compiler, which looks for an order too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.lower.loops import loop
from circuitsim.engine.lower.slots import rows_and_copies

LOAD_INPUT, LOAD_SLOT, LOAD_ROW, STORE_SLOT, LOOK_UP, END = range(6)


@dataclass(frozen=True)
class Moves:
    """What to do, one after the other.

    Attributes
    ----------
    moves : list of list of [int, int, int]
        For each chunk: what (LOAD_INPUT, ...), with which value, and from or to where: a number of an input, of a slot
        or of an output. A lookup's place is the output that it is stored to, or NOWHERE.
    slots : int
        How many slots there are.
    copies : list of (int, int)
        Outputs that are copies, and of which value (see `slots.rows_and_copies`).
    """

    moves: list[list[list[int]]]
    slots: int
    copies: list[tuple[int, int]]


def allocate(lookups: Lookups, registers: int, chunk: int) -> Moves:
    """The moves of lookups in chunks of so many; between two chunks nothing is left in registers."""
    row, copies = rows_and_copies(lookups)
    count = len(lookups)
    flat, slots = loop(schedule, count, count, lookups.inputs, lookups.operands, row, registers, chunk)
    triples = np.array(flat, np.int64).reshape(-1, 3)
    ends = np.flatnonzero(triples[:, 0] == END)
    parts = [part[part[:, 0] != END].tolist() for part in np.split(triples, ends)]
    return Moves([part for part in parts if part] or [[]], slots, copies)


def schedule(count: Any, inputs: Any, operands: Any, row: Any, registers: Any, chunk: Any) -> Any:
    """The moves as one list, three numbers each, and how many slots they need."""
    never = count + 1
    after = [never] * (inputs + count)  # the next reader of each value, as seen from a lookup on
    following = [never] * (4 * count)  # of its operands and of its result
    for k in range(count - 1, -1, -1):
        following[4 * k + 3] = after[inputs + k]
        for i in range(3):
            if operands[k][i] >= 0:
                following[4 * k + i] = after[operands[k][i]]
        for i in range(3):
            if operands[k][i] >= 0:
                after[operands[k][i]] = k
    held = [-1] * registers
    until = [0] * registers
    idle = list(range(registers - 1, -1, -1))
    where = [-1] * (inputs + count)
    slot = [-1] * (inputs + count)
    free = [0 for _ in range(0)]
    slots = 0
    moves = [0 for _ in range(0)]
    for k in range(count):
        for i in range(4):
            value = operands[k][i] if i < 3 else inputs + k
            if i == 3:
                for j in range(3):  # operands that nobody reads any more leave their registers and slots
                    read = operands[k][j]
                    if read >= 0:
                        until[where[read]] = following[4 * k + j]
                        if following[4 * k + j] == never:
                            held[where[read]] = -1
                            idle.append(where[read])
                            if slot[read] >= 0:
                                free.append(slot[read])
                target = row[k]
                moves.append(4)
                moves.append(value)
                moves.append(target)
                if following[4 * k + 3] == never:
                    continue
            elif value < 0 or where[value] >= 0:
                continue
            # A register: a free one, or that of the value that is not needed for longest.
            best = 0
            if len(idle):
                best = idle.pop()
            else:
                for r in range(1, registers):
                    if until[r] > until[best]:
                        best = r
            old = held[best]
            if old >= 0:
                where[old] = -1
                if old >= inputs and row[old - inputs] < 0 and slot[old] < 0:
                    if len(free) == 0:
                        free.append(slots)
                        slots += 1
                    slot[old] = free.pop()
                    moves.append(3)
                    moves.append(old)
                    moves.append(slot[old])
            held[best] = value
            where[value] = best
            until[best] = k if i < 3 else following[4 * k + 3]
            if i < 3:
                if value < inputs:
                    moves.append(0)
                    moves.append(value)
                    moves.append(value)
                elif row[value - inputs] >= 0:
                    moves.append(2)
                    moves.append(value)
                    moves.append(row[value - inputs])
                else:
                    moves.append(1)
                    moves.append(value)
                    moves.append(slot[value])
        if (k + 1) % chunk == 0:
            for r in range(registers):
                old = held[r]
                if old >= 0:
                    held[r] = -1
                    idle.append(r)
                    where[old] = -1
                    if old >= inputs and row[old - inputs] < 0 and slot[old] < 0:
                        if len(free) == 0:
                            free.append(slots)
                            slots += 1
                        slot[old] = free.pop()
                        moves.append(3)
                        moves.append(old)
                        moves.append(slot[old])
            moves.append(5)
            moves.append(0)
            moves.append(0)
    return moves, slots
