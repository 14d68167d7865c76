"""The rows of a truth table that is looked at: all of them, or a sample where there are very many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.api import Circuit
from circuitsim.engine.net import Range
from circuitsim.engine.program import Program
from circuitsim.errors import InputError, OscillationError
from circuitsim.logic.table import MOST_INPUTS
from circuitsim.progress import Progress, silent, within
from gui.language import tr

AT_ONCE = 12
"""Up to how many inputs every row is computed unasked."""
_SAMPLE = 256


@dataclass(frozen=True)
class Rows:
    """Given inputs and found outputs, a row each.

    Attributes
    ----------
    restless : array of bool
        The rows in which the circuit never comes to rest: what is found in them says nothing.
    oscillation : OscillationError or None
        What goes on in the first of these.
    whole : bool
        Whether these are all combinations, in counting order.
    note : str
        What to say of the table as a whole; empty for nothing.
    """

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    given: NDArray[Any]
    found: NDArray[Any]
    restless: NDArray[np.bool_]
    oscillation: OscillationError | None = None
    whole: bool = True
    note: str = ""

    def __len__(self) -> int:
        return len(self.given)

    def row_of(self, values: Mapping[str, float]) -> int | None:
        """The row of some inputs, where it is shown."""
        if not all(id in values for id in self.inputs):
            return None
        wanted = [values[id] for id in self.inputs]
        if self.whole:
            return int("".join("1" if value else "0" for value in wanted) or "0", 2) if set(wanted) <= {0, 1} else None
        hits = np.flatnonzero((self.given == np.array(wanted, float)).all(axis=1))
        return int(hits[0]) if len(hits) else None


def compute_rows(circuit: Circuit, *, whole: bool = False, seed: int = 0, progress: Progress = silent) -> Rows:
    """The truth table; above 12 inputs a sample of 256 rows, unless the `whole` of up to 20 inputs is asked for."""
    progress(None)
    program = Program(circuit)
    for id, signal in zip(program.inputs, program.net.inputs, strict=True):
        if program.net.ranges[signal] == Range.REAL:
            said = tr("input {id!r} takes any number, so there is no truth table")
            raise InputError(said.format(id=id), [id])
    count = len(program.inputs)
    whole = count <= (MOST_INPUTS if whole else AT_ONCE)
    if whole:
        given = (np.arange(1 << count)[:, None] >> np.arange(count)[::-1] & 1).astype(np.uint8)
    else:
        given = _sample(count, seed)
    found, restless = program.run_each(given, progress=within(progress, 0.0, 0.95))
    oscillation = _oscillation(program, given, restless, progress)
    note = ". ".join(_notes(program, given, restless, whole=whole))
    inputs, outputs = tuple(program.inputs), tuple(program.outputs)
    return Rows(inputs, outputs, given, found, restless, oscillation, whole, note)


def _notes(program: Program, given: NDArray[Any], restless: NDArray[np.bool_], *, whole: bool) -> list[str]:
    notes = []
    if not whole:
        notes.append(tr("A sample of {count} of 2^{inputs} rows").format(count=len(given), inputs=given.shape[1]))
    if program.net.timing == "settled" and program.net.delays:
        notes.append(tr("Each row is the first tick after a reset"))
    if restless.any():
        count = int(restless.sum())
        notes.append(
            tr("{count} of {all} rows never come to rest; they show ~").format(
                count=f"{count:,}", all=f"{len(given):,}"
            )
        )
    return notes


def _oscillation(
    program: Program, given: NDArray[Any], restless: NDArray[np.bool_], progress: Progress
) -> OscillationError | None:
    """What goes on in the first restless row."""
    if restless.any():
        first = int(np.flatnonzero(restless)[0])
        try:
            program.run(given[first : first + 1], progress=within(progress, 0.95, 1.0))
        except OscillationError as error:
            return error
    return None


def _sample(count: int, seed: int) -> NDArray[Any]:
    """All 0, all 1, each input alone where there is room, and rows drawn at random, in counting order."""
    drawn = np.random.default_rng(seed).integers(0, 2, (_SAMPLE, count), dtype=np.uint8)
    fixed = np.concatenate((np.zeros((1, count)), np.ones((1, count)), np.eye(count)[: _SAMPLE // 2]))
    every = np.concatenate((fixed.astype(np.uint8), drawn))[:_SAMPLE]
    return np.unique(every, axis=0)
