"""Runs lookups in numpy: each by its recipe of and, or, xor, not, over rows of words that stay in the cache."""

from __future__ import annotations

import threading
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.lower.lookups import TRUE, A, B, C, Lookups
from circuitsim.engine.lower.recipes import recipes
from circuitsim.engine.lower.slots import allocate, rows_of

Words = NDArray[np.uint64]
WIDTH = 4096
"""Words of a block."""
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_UFUNCS = {"and": np.bitwise_and, "or": np.bitwise_or, "xor": np.bitwise_xor, "not": np.invert}


class BitwiseExecutor:
    """Lookups as calls of numpy."""

    name: Literal["words"] = "words"
    seconds = 0.0

    def __init__(self, lookups: Lookups) -> None:
        slots = allocate(lookups)
        operands, targets = rows_of(lookups, slots)
        self._inputs, self._outputs = lookups.inputs, len(lookups.outputs)
        self._slots = slots.count
        self._copies = slots.copies
        self._targets = targets
        self._local = threading.local()
        self._steps, self._spare = _steps(operands.tolist(), lookups.tables.tolist(), targets.tolist(), self._first)

    @property
    def _first(self) -> int:
        """The row after the inputs, slots and outputs."""
        return self._inputs + self._slots + self._outputs

    def run(self, given: Words, out: Words) -> None:
        """Fill `out` (outputs, words) from `given` (inputs, words); both may be parts of longer rows."""
        for start in range(0, out.shape[1], WIDTH):
            self._block(given[:, start : start + WIDTH], out[:, start : start + WIDTH])

    def _block(self, given: Words, out: Words) -> None:
        if not hasattr(self._local, "room"):
            self._local.room = np.empty((self._slots + self._spare, WIDTH), np.uint64)
        room = self._local.room[:, : out.shape[1]]
        rows = [*given, *room[: self._slots], *out, *room[self._slots :]]
        for ufunc, a, b, target in self._steps:
            if b < 0:
                ufunc(rows[a], rows[target])
            else:
                ufunc(rows[a], rows[b], rows[target])
        for output, value in self._copies:
            if value < 0:
                out[output] = _ALL if value == TRUE else 0
            else:
                out[output] = rows[value if value < self._inputs else self._targets[value - self._inputs]]


def _steps(
    operands: list[list[int]], tables: list[int], targets: list[int], spare: int
) -> tuple[list[tuple[np.ufunc, int, int, int]], int]:
    """Calls of numpy on numbered rows, and how many spare rows they need from number `spare` on."""
    found: list[tuple[np.ufunc, int, int, int]] = []
    most = 0
    for reads, table, target in zip(operands, tables, targets, strict=True):
        if table in (0, 255):  # x xor x
            found.append((np.bitwise_xor, target, target, target))
            if table:
                found.append((np.invert, target, -1, target))
            continue
        steps = recipes()[table]
        if not steps:
            found.append((np.positive, reads[(A, B, C).index(table)], -1, target))
            continue
        # Steps before the last go to spare rows: the target may be a row that a later step still reads.
        names = [*reads, *range(spare, spare + len(steps) - 1), target]
        most = max(most, len(steps) - 1)
        for k, (operation, one, other) in enumerate(steps):
            found.append((_UFUNCS[operation], names[one], -1 if operation == "not" else names[other], names[3 + k]))
    return found, most
