"""Sharing: lookups that do the same become one (structural hashing), as where two circuits have parts in common."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from circuitsim.engine.lower.lookups import UNUSED, Lookups, as_array


def shared(lookups: Lookups) -> Lookups:
    """The same outputs, with every lookup of equal tables and operands, in whichever order, made once.

    >>> both = np.array([[0, 1, UNUSED], [1, 0, UNUSED]], np.int32)
    >>> twins = Lookups(2, both, np.array([0x22, 0x44], np.uint8), as_array([2, 3]))
    >>> shared(twins).outputs.tolist()
    [2, 2]
    """
    inputs = lookups.inputs
    place = list(range(inputs))
    made: dict[tuple[int, tuple[int, ...]], int] = {}
    operands: list[list[int]] = []
    tables: list[int] = []
    for reads, table in zip(lookups.operands.tolist(), lookups.tables.tolist(), strict=True):
        mine = [place[read] for read in reads if read != UNUSED]
        distinct = sorted(set(mine))
        table = rearranged(table, tuple([distinct.index(read) for read in mine]))
        key = table, tuple(distinct)
        if key not in made:
            made[key] = inputs + len(tables)
            operands.append([*distinct, *[UNUSED] * (3 - len(distinct))])
            tables.append(table)
        place.append(made[key])
    outputs = [place[value] if value >= 0 else value for value in lookups.outputs.tolist()]
    return Lookups(inputs, as_array(operands).reshape(-1, 3), np.array(tables, np.uint8), as_array(outputs))


@lru_cache(maxsize=1 << 12)
def rearranged(table: int, positions: tuple[int, ...]) -> int:
    """The table of other operands, where operand number k of the old ones is number `positions[k]` of the new.

    >>> rearranged(0x22, (1, 0)) == 0x44
    True
    """
    found = 0
    for minterm in range(8):
        setting = sum((minterm >> position & 1) << k for k, position in enumerate(positions))
        found |= (table >> setting & 1) << minterm
    return found
