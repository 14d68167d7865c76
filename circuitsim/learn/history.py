"""Every correction of a training run, kept small: any step of it can be rebuilt, to the bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from circuitsim.errors import DataError, HistoryError
from circuitsim.learn import orders, rule
from circuitsim.learn.reference import Double, Single, cells_of
from circuitsim.learn.task import Array, Corrections, Outcome, Rows, Sparse, Task

EVERY = 1024
"""After how many corrections the weights are kept."""


class Correction(NamedTuple):
    """An output that was wrong: `times` says how many times eta x was added (-2 to 2)."""

    epoch: int
    position: int
    row: int
    output: int
    times: int


@dataclass(frozen=True, slots=True)
class Step:
    """One instance, and what it taught; arrays have an entry, or a row, for each output.

    Attributes
    ----------
    number, epoch, position, row : int
        The step of the run; its epoch, its place in the epoch, and which instance it met.
    x : array of shape (features,)
        The instance.
    z : array
        The net inputs.
    answer, target, error : arrays
        What each output said, what it should say, and whether (and how often) it was corrected.
    weight_change, bias_change : arrays of shape (outputs, features) and (outputs,)
        What was added.
    """

    number: int
    epoch: int
    position: int
    row: int
    x: Array
    z: Array
    answer: Array
    target: Array
    error: Array
    weight_change: Array
    bias_change: Array


class History:
    """The corrections of a run over a task, in order of time.

    Examples
    --------
    >>> from circuitsim import Perceptron
    >>> model = Perceptron().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> model.history_, len(model.history_), model.history_[0]
    (<History: 11 corrections in 24 steps>, 11, Correction(epoch=0, position=0, row=0, output=0, times=-1))
    >>> weights, bias = model.history_.state_at(4)
    >>> weights.tolist(), bias.tolist()
    ([[1.0, 1.0]], [0.0])
    """

    def __init__(self, task: Task, outcome: Outcome) -> None:
        self._task = task
        self._corrections = outcome.corrections
        self._kept_count = outcome.kept
        self.epochs = len(outcome.per_epoch)
        self.complete = outcome.kept == sum(outcome.per_epoch)
        self._kept: dict[int, tuple[Array, Array]] = {}

    def __repr__(self) -> str:
        rest = "" if self.complete else " (the first of more)"
        return f"<History: {len(self)} corrections in {self.steps} steps{rest}>"

    def __getstate__(self) -> dict[str, Any]:
        """The data stay behind: a model that is stored does not take its training set along."""
        steps, marks = self._arrays
        state = dict(self.__dict__, _kept={}, _arrays=(steps, marks), _corrections=None)
        state.pop("_times", None)
        return state | {"_task": replace(self._task, rows=np.zeros((0, 0)))}

    @property
    def task(self) -> Task:
        """What was learned."""
        return self._task

    @cached_property
    def _arrays(self) -> Corrections:
        return self._corrections()

    @property
    def _steps(self) -> NDArray[np.int64]:
        return self._arrays[0]

    @property
    def _marks(self) -> NDArray[np.int32]:
        return self._arrays[1]

    @property
    def steps(self) -> int:
        """How many instances were met, over all epochs."""
        return self.epochs * self._task.count

    def with_rows(self, rows: Rows) -> History:
        """The history of a model that was stored, with its training data again."""
        twin = History.__new__(History)
        twin.__dict__ = dict(self.__dict__, _task=replace(self._task, rows=rows), _kept={})
        return twin

    def __len__(self) -> int:
        return self._kept_count

    def __iter__(self) -> Iterator[Correction]:
        return (self[k] for k in range(len(self)))

    def __getitem__(self, k: int) -> Correction:
        time, entry = self._times
        which = int(entry[k])
        epoch, row = divmod(int(self._steps[which]), self._task.count)
        output, times = divmod(int(self._marks[which]), 8)
        return Correction(epoch, int(time[k]) % self._task.count, row, output, times - 2)

    @cached_property
    def _times(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The step of each correction in order of time, and its place in the arrays that were kept."""
        n, seeds = self._task.count, self._task.seeds
        epoch, row = np.divmod(self._steps, n)
        time = self._steps.copy()
        for k, seed in enumerate(seeds):
            mine = np.ones(len(time), bool) if len(seeds) == 1 else self._marks // 8 == k
            if seed is None or not mine.any():
                continue
            latest = int(epoch[mine].max())
            place = np.empty(n, np.int64)
            for e, order in enumerate(islice(orders.epochs(n, seed), latest + 1)):
                place[order] = np.arange(n)
                now = mine & (epoch == e)
                time[now] = e * n + place[row[now]]
        entry = np.lexsort((self._marks, time))
        return time[entry], entry

    def mistakes(self, output: int | None = None) -> list[int]:
        """The mistakes of every epoch, of one output or of all."""
        mine = slice(None) if output is None else self._marks // 8 == output
        found: list[int] = np.bincount(self._steps[mine] // self._task.count, minlength=self.epochs).tolist()
        return found

    def row_at(self, step: int, output: int = 0) -> int:
        """Which instance a step meets; outputs have orders of their own where they were shuffled apart."""
        epoch, position = divmod(self._checked(step, self.steps - 1), self._task.count)
        seeds = self._task.seeds
        order = next(islice(orders.epochs(self._task.count, seeds[output if len(seeds) > 1 else 0]), epoch, None))
        return int(order[position])

    def state_at(self, step: int) -> tuple[Array, Array]:
        """Weights and biases after so many steps, exactly as training had them."""
        self._checked(step, self.steps)
        time, entry = self._times
        until = int(np.searchsorted(time, step))
        if not self.complete and until == len(time):
            raise HistoryError(f"the first {len(time)} corrections were kept; the step {step} is after them (keep=)")
        nearest = max((k for k in self._kept if k <= until), default=0)
        if nearest:
            weights, bias = (array.copy() for array in self._kept[nearest])
        else:
            weights, bias = self._task.weights.copy(), self._task.bias.copy()
        for k in range(nearest, until):
            if k % EVERY == 0 and k:
                self._kept.setdefault(k, (weights.copy(), bias.copy()))
            which = int(entry[k])
            output, times = divmod(int(self._marks[which]), 8)
            change, moved = self._change(int(self._steps[which]) % self._task.count, output, times - 2)
            weights[output] += change
            bias[output] += moved
        return weights, bias

    def step(self, number: int) -> Step:
        """What happened at a step, where all outputs meet the same instance."""
        task = self._task
        if len(task.seeds) > 1:
            raise HistoryError("each output saw the instances in an order of its own; there is no common step")
        weights, bias = self.state_at(number)
        row = self.row_at(number)
        return meet(task, weights, bias, number, row)

    def _change(self, row: int, output: int, times: int) -> tuple[Array, float]:
        return change(self._task, row, output, times)

    def _checked(self, step: int, most: int) -> int:
        if not 0 <= step <= most:
            raise HistoryError(f"there is no step {step}; the run has the steps 0 to {most}")
        if self._task.rows.shape[0] != self._task.count:
            raise HistoryError("this history was stored without the data; give them back by with_rows(X)")
        return step


def instance(rows: Rows, row: int) -> Array:
    """One instance as an array, in float64 (or float32, if the data are)."""
    if not isinstance(rows, Sparse):
        return np.asarray(rows[row], np.float32 if rows.dtype == np.float32 else np.float64)
    found = np.zeros(rows.shape[1], rows.dtype)
    begin, end = rows.indptr[row : row + 2]
    np.add.at(found, rows.indices[begin:end], rows.data[begin:end])
    return found


def change(task: Task, row: int, output: int, times: int) -> tuple[Array, float]:
    """What a correction adds to the weights, as wide as float64 needs it, and to the bias."""
    arithmetic = Single() if task.single else Double()
    plus = task.signs[output, row] > 0
    weight = 1.0 if task.class_weights is None else float(task.class_weights[output, int(plus)])
    if task.row_weights is not None:
        weight = arithmetic.product(weight, float(task.row_weights[row]))
    update = task.eta * times * weight
    wide = float(np.float32(update)) if task.single else update
    if isinstance(task.rows, Sparse):
        begin, end = task.rows.indptr[row : row + 2]
        moved = np.zeros(task.rows.shape[1])
        if len(np.unique(task.rows.indices[begin:end])) != end - begin:
            raise DataError("a row names a feature twice; sum such duplicates before training")
        moved[task.rows.indices[begin:end]] = task.rows.data[begin:end].astype(np.float64) * wide
    else:
        moved = task.rows[row].astype(np.float64) * wide
    return moved, update * task.decay if task.learns_bias else 0.0


def meet(task: Task, weights: Array, bias: Array, number: int, row: int) -> Step:
    """What meeting an instance does to outputs in some state, which is left as it is."""
    arithmetic = Single() if task.single else Double()
    x = instance(task.rows, row)
    cells = cells_of(task.rows, row)
    z = [arithmetic.net_input(w, cells, b) for w, b in zip(weights.tolist(), bias.tolist(), strict=True)]
    target = task.signs[:, row]
    answers = [rule.answer(value, task.tie) for value in z]
    times = [rule.correction(value, sign, task.tie) for value, sign in zip(z, target.tolist(), strict=True)]
    changes = [change(task, row, output, count) for output, count in enumerate(times)]
    shown = target if task.tie == "sign" else (target > 0).astype(np.int8)
    return Step(
        number, number // task.count, number % task.count, row, x, np.array(z), np.array(answers), shown,
        np.array(times), np.array([moved for moved, _ in changes]), np.array([b for _, b in changes]),
    )  # fmt: skip
