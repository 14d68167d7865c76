"""Recipes: each of the 256 tables as a few of and, or, xor, not, for machines without lookups of three bits."""

from __future__ import annotations

from functools import cache
from typing import Literal

from circuitsim.engine.lower.lookups import A, B, C

Operation = Literal["and", "or", "xor", "not"]
Step = tuple[Operation, int, int]
"""What to do with which two: 0, 1 and 2 are the operands, 3 and on the results of the steps before. `not` has one."""


@cache
def recipes() -> tuple[tuple[Step, ...], ...]:
    """The recipe of each table: the last step gives the result. Constants and plain operands have no steps.

    >>> recipes()[A & B & C]
    (('and', 1, 2), ('and', 0, 3))
    """
    terms = _shortest()
    return tuple(_steps(table, terms) for table in range(256))


Term = tuple[Operation, int, int]


def _shortest() -> dict[int, Term | None]:
    """How each table is made of shorter ones, by size: all of one size are found before the next."""
    found: dict[int, Term | None] = {A: None, B: None, C: None}
    by_size = [[A, B, C]]
    while len(found) < 254:  # all but the constants
        fresh: dict[int, Term] = {}
        size = len(by_size)
        for f in by_size[size - 1]:
            fresh.setdefault(~f & 255, ("not", f, f))
        for one in range((size + 1) // 2):
            for f in by_size[one]:
                for g in by_size[size - 1 - one]:
                    fresh.setdefault(f & g, ("and", f, g))
                    fresh.setdefault(f | g, ("or", f, g))
                    fresh.setdefault(f ^ g, ("xor", f, g))
        fresh = {table: term for table, term in fresh.items() if table not in found and 0 < table < 255}
        found.update(fresh)
        by_size.append(list(fresh))
    return found


def _steps(table: int, terms: dict[int, Term | None]) -> tuple[Step, ...]:
    steps: list[Step] = []
    at = {A: 0, B: 1, C: 2}

    def make(table: int) -> int:
        if table not in at:
            term = terms[table]
            assert term is not None
            operation, f, g = term
            one, other = make(f), make(g)
            steps.append((operation, min(one, other), max(one, other)))
            at[table] = 2 + len(steps)
        return at[table]

    if 0 < table < 255:
        make(table)
    return tuple(steps)
