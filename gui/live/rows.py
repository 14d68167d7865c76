"""The rows of a truth table that is looked at: all of them, or a sample where there are too many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.api import Circuit
from circuitsim.engine.net import Range
from circuitsim.engine.program import Program
from circuitsim.errors import InputError
from gui.language import tr

MOST_INPUTS = 12
"""Up to how many inputs every row is shown."""
_SAMPLE = 256
_MAX_TICKS, _WORK = 20_000, 5_000_000  # ticks in which a unit-delay circuit may come to rest; and ticks times nodes


@dataclass(frozen=True)
class Rows:
    """Given inputs and found outputs, a row each.

    Attributes
    ----------
    note : str
        What to say of the table as a whole; empty for nothing.
    """

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    given: NDArray[Any]
    found: NDArray[Any]
    note: str = ""

    def __len__(self) -> int:
        return len(self.given)

    def row_of(self, values: Mapping[str, float]) -> int | None:
        """The row of some inputs, where it is shown."""
        if not all(id in values for id in self.inputs):
            return None
        wanted = np.array([values[id] for id in self.inputs], float)
        hits = np.flatnonzero((self.given == wanted).all(axis=1))
        return int(hits[0]) if len(hits) else None


def compute_rows(circuit: Circuit, seed: int = 0) -> Rows:
    """The truth table, or a sample of 256 rows above 12 inputs."""
    program = Program(circuit)
    for id, signal in zip(program.inputs, program.net.inputs, strict=True):
        if program.net.ranges[signal] == Range.REAL:
            said = tr("input {id!r} takes any number, so there is no truth table")
            raise InputError(said.format(id=id), [id])
    count = len(program.inputs)
    note = ""
    if count <= MOST_INPUTS:
        given = (np.arange(1 << count)[:, None] >> np.arange(count)[::-1] & 1).astype(np.uint8)
    else:
        given = _sample(count, seed)
        note = tr("A sample of {shown} of 2^{inputs} rows").format(shown=len(given), inputs=count)
    if program.net.timing == "settled" and program.net.delays:
        note = ". ".join(filter(None, (note, tr("Each row is the first tick after a reset"))))
    found = program.run(given, max_ticks=max(100, min(_MAX_TICKS, _WORK // len(program.net))))
    return Rows(tuple(program.inputs), tuple(program.outputs), given, found, note)


def _sample(count: int, seed: int) -> NDArray[Any]:
    """All 0, all 1, each input alone where there is room, and rows drawn at random, in counting order."""
    drawn = np.random.default_rng(seed).integers(0, 2, (_SAMPLE, count), dtype=np.uint8)
    fixed = np.concatenate((np.zeros((1, count)), np.ones((1, count)), np.eye(count)[: _SAMPLE // 2]))
    every = np.concatenate((fixed.astype(np.uint8), drawn))[:_SAMPLE]
    return np.unique(every, axis=0)
