"""Lookups: what every step of lowering takes and gives.

A *lookup* is a Boolean function of up to three values: bit a + 2b + 4c of its 8-bit `table` is what it
gives for a, b and c. Values are numbered: first the inputs, then the lookups, each after all that it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Tables = NDArray[np.uint8]

FALSE, TRUE = -1, -2
"""What an output names that is always 0, or always 1."""
UNUSED = -1
"""An operand that a lookup of fewer than three does not have; its table does not depend on it."""

A, B, C = 0xAA, 0xCC, 0xF0
"""The tables of the three operands themselves; any other table is made of them by and, or, xor, not."""


@dataclass(frozen=True)
class Lookups:
    """A Boolean network of lookups.

    Attributes
    ----------
    inputs : int
        How many inputs there are: the values from 0 on.
    operands : array of int32 of shape (n, 3)
        What each lookup reads: values, all different, all smaller than its own number; UNUSED at the end.
    tables : array of uint8 of shape (n,)
        What it gives.
    outputs : array of int32
        The values that are wanted, FALSE or TRUE.
    """

    inputs: int
    operands: Ints
    tables: Tables
    outputs: Ints

    def __len__(self) -> int:
        return len(self.tables)

    def __str__(self) -> str:
        """A line a lookup: its number, its table in hexadecimal, and what it reads.

        >>> print(Lookups(2, as_array([[0, 1, UNUSED]]), np.array([A & B], np.uint8), as_array([2, TRUE])))
        2 = 88(0, 1)
        outputs: 2, true
        """
        shown = {FALSE: "false", TRUE: "true"}
        lines = [
            f"{self.inputs + k} = {table:02x}({', '.join(str(value) for value in operands if value != UNUSED)})"
            for k, (operands, table) in enumerate(zip(self.operands.tolist(), self.tables.tolist(), strict=True))
        ]
        outputs = ", ".join(shown.get(value, str(value)) for value in self.outputs.tolist())
        return "\n".join([*lines, f"outputs: {outputs}"])

    def values(self, rows: Sequence[int], mask: int) -> list[int]:
        """The plain meaning, for tests: the outputs as bit vectors, from those of the inputs.

        >>> both = Lookups(2, as_array([[0, 1, UNUSED]]), np.array([A & B], np.uint8), as_array([2]))
        >>> [bin(row) for row in both.values([0b0011, 0b0101], 0b1111)]
        ['0b1']
        """
        found = list(rows)
        for operands, table in zip(self.operands.tolist(), self.tables.tolist(), strict=True):
            found.append(look_up(table, [0 if v == UNUSED else found[v] for v in operands], mask))
        constant = {FALSE: 0, TRUE: mask}
        return [constant[v] if v < 0 else found[v] for v in self.outputs.tolist()]

    def picked(self, order: Any, operands: Any, tables: Any) -> Lookups:
        """Only the lookups of `order`, in that order, with operands and tables that may be others, renumbered."""
        inputs = self.inputs
        number = np.arange(-1, inputs + len(self) + 1, dtype=np.int32)  # by value + 1: UNUSED stays
        number[inputs + order + 1] = inputs + np.arange(len(order), dtype=np.int32)
        outputs = np.where(self.outputs < 0, self.outputs, number[np.maximum(self.outputs, 0) + 1])
        return Lookups(inputs, number[operands + 1], tables, outputs.astype(np.int32))


def look_up(table: int, operands: Sequence[int], mask: int) -> int:
    """A lookup on bit vectors, minterm by minterm.

    >>> bin(look_up(A ^ B ^ C, [0b0011, 0b0101, 0b1111], 0b1111))
    '0b1001'
    """
    found = 0
    for minterm in range(8):
        if table >> minterm & 1:
            term = mask
            for k, row in enumerate(operands):
                term &= row if minterm >> k & 1 else ~row
            found |= term
    return found


def support(table: int) -> int:
    """Which operands a table depends on, as a mask.

    >>> support(A & C)
    5
    """
    return sum(
        1 << k for k, (mask, by) in enumerate(((A, 1), (B, 2), (C, 4))) if (table & mask) >> by != table & ~mask & 255
    )


def as_array(values: Any) -> Ints:
    """Numbers of values as an array."""
    return np.asarray(values, np.int32)
