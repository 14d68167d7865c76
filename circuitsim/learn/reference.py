"""The reference engine: the rule walked instance by instance in plain Python. Slow, and right.

The other engines are tested against it, and the exact mode runs on it with Fractions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import orders, rule
from circuitsim.learn.task import Outcome, Plateau, Progress, Rows, Sparse, Task, overflow

Cells = tuple[Sequence[int], Sequence[Any]]
"""An instance: which features it has, and their values."""


def cells(task: Task) -> list[Cells]:
    """Every instance, as Python numbers."""
    rows = task.rows
    if isinstance(rows, Sparse):
        ends = rows.indptr.tolist()
        indices, data = rows.indices.tolist(), rows.data.tolist()
        return [(indices[a:b], data[a:b]) for a, b in pairwise(ends)]
    every = range(rows.shape[1])
    return [(every, row) for row in rows.tolist()]


def cells_of(rows: Rows, number: int) -> Cells:
    """One instance, as Python numbers."""
    if isinstance(rows, Sparse):
        begin, end = rows.indptr[number : number + 2].tolist()
        return rows.indices[begin:end].tolist(), rows.data[begin:end].tolist()
    return range(rows.shape[1]), rows[number].tolist()


class Double:
    """Python's own arithmetic: float64, or exact where the numbers are Fractions."""

    def net_input(self, weights: Sequence[Any], instance: Cells, bias: Any) -> Any:
        """The weighted sum."""
        indices, values = instance
        return rule.net_input([weights[j] for j in indices], values, bias)

    def add(self, weights: list[Any], instance: Cells, update: Any) -> None:
        """Add a multiple of the instance to the weights."""
        for j, value in zip(*instance, strict=True):
            weights[j] += value * update

    def product(self, one: Any, other: Any) -> Any:
        """The weight of a class times that of an instance."""
        return one * other


class Single(Double):
    """float32 data as scikit-learn takes it: products in float32, their sum in float64, rounded before the bias."""

    def net_input(self, weights: Sequence[Any], instance: Cells, bias: Any) -> Any:
        total = 0.0
        for j, value in zip(*instance, strict=True):
            total += float(np.float32(weights[j]) * np.float32(value))
        return float(np.float32(total)) + bias

    def add(self, weights: list[Any], instance: Cells, update: Any) -> None:
        update = float(np.float32(update))
        for j, value in zip(*instance, strict=True):
            weights[j] = float(np.float32(weights[j] + value * update))

    def product(self, one: Any, other: Any) -> Any:
        return float(np.float32(one) * np.float32(other))


@dataclass
class Learner:
    """One output, in the middle of its training."""

    weights: list[Any]
    bias: Any
    signs: list[int]
    class_weights: tuple[Any, Any] = (1.0, 1.0)
    row_weights: list[Any] | None = None
    eta: Any = 1.0
    tie: rule.Tie = "heaviside"
    learns_bias: bool = True
    decay: Any = 1.0
    arithmetic: Double = field(default_factory=Double)

    def meet(self, number: int, instance: Cells) -> tuple[Any, int]:
        """Answer an instance, and learn from it: the net input, and how many times eta x was added."""
        target = self.signs[number]
        z = self.arithmetic.net_input(self.weights, instance, self.bias)
        times = rule.correction(z, target, self.tie)
        update = self.eta * times * self.weight(number)
        if update == 0:
            return z, 0
        self.arithmetic.add(self.weights, instance, update)
        if self.learns_bias:
            self.bias += update * self.decay
        return z, times

    def finite(self) -> bool:
        """Whether all weights are finite numbers."""
        return all(map(math.isfinite, (*self.weights, self.bias)))

    def weight(self, number: int) -> Any:
        """What the correction by an instance is multiplied by."""
        weight = self.class_weights[self.signs[number] > 0]
        return weight if self.row_weights is None else self.arithmetic.product(weight, self.row_weights[number])


def learner(task: Task, output: int) -> Learner:
    """An output at the start of a task."""
    weights = (1.0, 1.0) if task.class_weights is None else tuple(task.class_weights[output].tolist())
    return Learner(
        task.weights[output].tolist(),
        float(task.bias[output]),
        task.signs[output].tolist(),
        (weights[0], weights[1]),
        None if task.row_weights is None else task.row_weights.tolist(),
        task.eta,
        task.tie,
        task.learns_bias,
        task.decay,
        Single() if task.single else Double(),
    )


def learn(task: Task, progress: Progress | None = None) -> Outcome:
    """Train every output, one after the other; they do not depend on each other."""
    return train(task, [learner(task, output) for output in range(len(task.signs))], cells(task), progress)


def train(task: Task, learners: Sequence[Learner], instances: list[Cells], progress: Progress | None) -> Outcome:
    """Have learners meet the instances of a task until it ends."""
    outputs, n = task.signs.shape
    epochs, mistakes, last = ([0] * outputs for _ in range(3))
    per_epoch: list[int] = []
    steps: list[int] = []
    marks: list[int] = []
    cycle = None
    stopped = False
    for output, one in enumerate(learners):
        seed = task.seeds[output if len(task.seeds) > 1 else 0]
        plateau = Plateau(task.stop)
        seen = {(*one.weights, one.bias): 0} if task.watch else {}
        for epoch, order in enumerate(islice(orders.epochs(n, seed), task.max_iter)):
            wrong, lost = 0, 0.0
            for number in order.tolist():
                if task.held_back is not None and task.held_back[number]:
                    continue
                z, times = one.meet(number, instances[number])
                lost += rule.loss(z, one.signs[number])
                if times:
                    wrong += 1
                    if len(steps) < task.keep:
                        steps.append(epoch * n + number)
                        marks.append(output * 8 + times + 2)
            if not one.finite():
                raise DataError(overflow(epoch + 1))
            if epoch == len(per_epoch):
                per_epoch.append(0)
            per_epoch[epoch] += wrong
            epochs[output], last[output] = epoch + 1, wrong
            mistakes[output] += wrong
            if progress is not None and progress(epoch + 1, wrong) is False:
                stopped = True
                break
            if task.stop.kind == "score":
                if plateau.ends_by_score(_score(task, one, instances)):
                    break
            elif task.stop.kind == "loss":
                if plateau.ends(lost / n):
                    break
            elif not wrong:
                break
            if task.watch:
                state = (*one.weights, one.bias)
                if state in seen:
                    cycle = cycle or (seen[state], epoch + 1, output)
                    break
                seen[state] = epoch + 1
        if stopped:
            break
    weights = np.array([one.weights for one in learners], task.weights.dtype)
    bias = np.array([one.bias for one in learners], task.weights.dtype if task.weights.dtype == object else np.float64)
    return Outcome(
        weights, bias, epochs, mistakes, last, per_epoch, len(steps),
        lambda: (np.array(steps, np.int64), np.array(marks, np.int32)), cycle, stopped,
    )  # fmt: skip


def _score(task: Task, one: Learner, instances: list[Cells]) -> float:
    """The share of the held-back instances that are right, each with its weight."""
    assert task.held_back is not None
    numbers = np.flatnonzero(task.held_back).tolist()
    weights = None if one.row_weights is None else [one.row_weights[k] for k in numbers]
    z = (one.arithmetic.net_input(one.weights, instances[k], one.bias) for k in numbers)
    right = [(value > 0) == (one.signs[k] > 0) for k, value in zip(numbers, z, strict=True)]
    return float(np.average(right, weights=weights))
