"""Learning in fractions: no sum is ever rounded, and decimals are what was typed (0.1 is one tenth).

Every instance is multiplied by the common denominator D of all values, so that the walk is over whole
numbers: with w = eta W / D and b = eta B / D**2, z = eta (W X + B) / D**2, and a correction adds X to
W and D**2 to B. Beside it runs the walk in float64, until the two decide differently.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn.reference import Cells, Learner, learner, train
from circuitsim.learn.task import Outcome, Progress, Sparse, Task

Number = int | Fraction


class Departure(NamedTuple):
    """The first instance at which float64 decides otherwise than exact arithmetic."""

    epoch: int
    position: int
    row: int
    exact_z: Fraction
    float_z: float


def as_typed(value: Any) -> Number:
    """A number as it was written: the shortest decimal that a float stands for.

    >>> as_typed(0.1), as_typed(np.float64(5.1)), as_typed(3), as_typed(2.0)
    (Fraction(1, 10), Fraction(51, 10), 3, 2)
    """
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (Fraction, Decimal)):
        exact = Fraction(value)
    else:
        exact = Fraction(str(value)) if isinstance(value, np.floating) else Fraction(repr(float(value)))
    return exact.numerator if exact.denominator == 1 else exact


def table(given: Any) -> list[list[Number]]:
    """Rows as they were typed.

    >>> table([[0.5, 1], [Fraction(1, 3), 2]])
    [[Fraction(1, 2), 1], [Fraction(1, 3), 2]]
    """
    rows = given.values.tolist() if hasattr(given, "columns") else given
    if isinstance(rows, np.ndarray) and rows.dtype == np.float32:
        return [[as_typed(value) for value in row] for row in rows]
    rows = rows.tolist() if isinstance(rows, np.ndarray) else rows
    return [[as_typed(value) for value in row] for row in rows]


@dataclass
class _Exact(Learner):
    """An output that learns in whole numbers, and its twin in float64."""

    unit: Number = 1
    twin: Learner | None = None
    cells: Sequence[Cells] = ()
    met: int = 0
    departure: Departure | None = None

    def meet(self, number: int, instance: Cells) -> tuple[Any, int]:
        scaled, times = super().meet(number, instance)
        z = scaled * self.unit
        if self.twin is not None:
            float_z, float_times = self.twin.meet(number, self.cells[number])
            if float_times != times:
                epoch, position = divmod(self.met, len(self.signs))
                self.departure = Departure(epoch, position, number, Fraction(z), float_z)
                self.twin = None
        self.met += 1
        return z, times

    def finite(self) -> bool:
        return True


def learn(task: Task, given: Any, progress: Progress | None = None) -> Outcome:
    """Train every output exactly, on the instances as they were given."""
    if isinstance(task.rows, Sparse):
        raise DataError("exact=True takes dense instances: use X.toarray()")
    rows = table(given)
    scale = math.lcm(*(value.denominator for row in rows for value in row))
    every = range(len(rows[0]))
    scaled: list[Cells] = [(every, [int(value * scale) for value in row]) for row in rows]
    floats: list[Cells] = [(every, row) for row in task.rows.tolist()]
    eta = Fraction(as_typed(task.eta))
    learners = []
    for output in range(len(task.signs)):
        twin = learner(task, output)
        typed = None if twin.row_weights is None else [as_typed(weight) for weight in twin.row_weights]
        pair = tuple(as_typed(weight) for weight in twin.class_weights)
        one = _Exact(
            [_whole(as_typed(w) * scale / eta) for w in twin.weights], _whole(as_typed(twin.bias) * scale**2 / eta),
            twin.signs, (pair[0], pair[1]), typed, 1, task.tie, task.learns_bias,
            scale**2 * as_typed(task.decay), unit=eta / scale**2, twin=twin, cells=floats,
        )  # fmt: skip
        learners.append(one)
    outcome = train(replace(task, weights=task.weights.astype(object)), learners, scaled, progress)
    weights = [[Fraction(w * eta / scale) for w in one.weights] for one in learners]
    bias = [Fraction(one.bias * eta / scale**2) for one in learners]
    outcome.weights = np.array([[float(w) for w in row] for row in weights])
    outcome.bias = np.array([float(b) for b in bias])
    outcome.exact = weights, bias, [one.departure for one in learners]
    return outcome


def _whole(value: Number) -> Number:
    return value.numerator if value.denominator == 1 else value
