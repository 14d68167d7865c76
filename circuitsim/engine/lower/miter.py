"""The miter of two circuits: one output, which is 1 where some of theirs differ (Brand 1993)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from circuitsim.engine.lower.lookups import FALSE, TRUE, UNUSED, A, B, C, Ints, Lookups, as_array
from circuitsim.engine.lower.share import shared

XOR2, NOT, OR2, OR3 = A ^ B, ~A & 255, A | B, A | B | C


def miter(one: Lookups, other: Lookups, inputs: Sequence[int], outputs: Sequence[int]) -> Lookups:
    """Both circuits over the same inputs, what they have in common made once, and whether they differ.

    Parameters
    ----------
    inputs, outputs : sequence of int
        For each of the first circuit's, the number of the second's.
    """
    count, first = one.inputs, one.inputs + len(one)
    place = np.full(other.inputs + len(other) + 1, UNUSED, np.int32)  # by value of the second; the last for UNUSED
    place[list(inputs)] = np.arange(count, dtype=np.int32)
    place[other.inputs : -1] = first + np.arange(len(other), dtype=np.int32)
    theirs = place[other.operands]
    both = shared(
        Lookups(
            count,
            np.concatenate([one.operands, theirs]),
            np.concatenate([one.tables, other.tables]),
            np.concatenate([one.outputs, _moved(other.outputs[list(outputs)], place)]),
        )
    )
    operands, tables = both.operands.tolist(), both.tables.tolist()

    def look_up(table: int, *reads: int) -> int:
        operands.append([*reads, *[UNUSED] * (3 - len(reads))])
        tables.append(table)
        return count + len(tables) - 1

    wrong: list[int] = []
    half = len(one.outputs)
    for a, b in zip(both.outputs[:half].tolist(), both.outputs[half:].tolist(), strict=True):
        if a == b:
            continue
        if a < 0 and b < 0:
            wrong = [TRUE]
            break
        if a < 0 or b < 0:
            value, constant = max(a, b), min(a, b)
            wrong.append(value if constant == FALSE else look_up(NOT, value))
        else:
            wrong.append(look_up(XOR2, a, b))
    wrong = list(dict.fromkeys(wrong))
    at = 0
    while len(wrong) - at > 1:
        some = wrong[at : at + 3]
        at += len(some)
        wrong.append(look_up(OR3 if len(some) == 3 else OR2, *some))
    result = wrong[at] if wrong else FALSE
    return Lookups(count, as_array(operands).reshape(-1, 3), np.array(tables, np.uint8), as_array([result]))


def _moved(values: Ints, place: Ints) -> Ints:
    return np.where(values < 0, values, place[np.maximum(values, 0)])
