"""What else can be done with mistakes: the average, the pocket, Hebb's rule, the delta rule.

* *averaged* (Freund and Schapire 1999): the mean of the weights after every instance.
* *pocket*, with ratchet (Gallant 1990): instances in a fresh random order; weights that were right for a
  longer run go into the pocket if they also get more of the training set right.
* *hebb* (1949): eta y x for every instance, once, whatever the answer.
* *delta* (Widrow and Hoff 1960, Adaline): eta (y - z) x, so that right answers move the weights too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import engines, exact, rule
from circuitsim.learn.history import History, change
from circuitsim.learn.reference import Cells, Learner, cells, learner, train
from circuitsim.learn.task import Outcome, Progress, Sparse, Task

VARIANTS = ("perceptron", "averaged", "pocket", "hebb", "delta")
_ALL = 100_000_000


def learn(variant: str, task: Task, progress: Progress | None, given: Any = None) -> Outcome:
    """Learn a task by a variant; exactly, on the instances as they were `given`, where they are."""
    if given is not None:
        if variant != "perceptron":
            raise DataError(f"exact=True goes with variant='perceptron', not {variant!r}")
        return exact.learn(task, given, progress)
    made: Callable[[Task, Progress | None], Outcome] = {
        "averaged": averaged, "pocket": pocket, "hebb": hebb, "delta": delta,
    }[variant]  # fmt: skip
    return made(task, progress)


def averaged(task: Task, progress: Progress | None) -> Outcome:
    """The mean of the weights: a correction at step t of T counts (T - t) / T."""
    outcome = engines.learn(replace(task, keep=_ALL), progress)
    history = History(task, outcome)
    weights, bias = task.weights.astype(np.float64), task.bias.copy()
    for correction in history:
        steps = outcome.epochs[correction.output] * task.count
        share = (steps - correction.epoch * task.count - correction.position) / steps
        added, moved = change(task, correction.row, correction.output, correction.times)
        weights[correction.output] += share * added
        bias[correction.output] += share * moved
    outcome.weights, outcome.bias = weights.astype(task.weights.dtype), bias
    outcome.last = _wrong(task, weights, bias)
    return outcome


def pocket(task: Task, progress: Progress | None) -> Outcome:
    """The best weights that the rule came by."""
    instances = cells(task)
    outputs, n = task.signs.shape
    weights, bias = task.weights.copy(), task.bias.copy()
    least = _wrong(task, weights, bias)
    epochs, mistakes = [0] * outputs, [0] * outputs
    per_epoch: list[int] = []
    stopped = False
    for output in range(outputs):
        one = learner(task, output)
        random = np.random.RandomState(task.seeds[0] or 0)
        run = 0
        for epoch in range(task.max_iter):
            wrong = longest = 0  # counted anew, so that a lucky run does not keep better weights out
            for number in random.permutation(n).tolist():
                before = list(one.weights), one.bias
                _, times = one.meet(number, instances[number])
                if not times:
                    run += 1
                    continue
                wrong += 1
                if run >= longest:
                    longest = run
                    now = _wrong_of(task, output, *before)
                    if now < least[output]:
                        least[output] = now
                        weights[output], bias[output] = before
                run = 0
            epochs[output], mistakes[output] = epoch + 1, mistakes[output] + wrong
            if epoch == len(per_epoch):
                per_epoch.append(0)
            per_epoch[epoch] += wrong
            if not one.finite():
                raise DataError(f"the weights left the range of floating-point numbers in epoch {epoch + 1}")
            now = _wrong_of(task, output, one.weights, one.bias)
            if now < least[output]:
                least[output] = now
                weights[output], bias[output] = one.weights, one.bias
            stopped = progress is not None and progress(epoch + 1, least[output]) is False
            if stopped or not least[output]:
                break
        if stopped:
            break
    return Outcome(weights, bias, epochs, mistakes, least, per_epoch, 0, _nothing, None, stopped)


def hebb(task: Task, progress: Progress | None) -> Outcome:
    """Every instance is added once, with its target's sign."""
    weights, bias = task.weights.astype(np.float64), task.bias.copy()
    for output in range(len(task.signs)):
        for row in range(task.count):
            added, moved = change(task, row, output, int(task.signs[output, row]))
            weights[output] += added
            bias[output] += moved
    last = _wrong(task, weights, bias)
    outputs = len(last)
    met = [task.count] * outputs
    return Outcome(weights.astype(task.weights.dtype), bias, [1] * outputs, met, last, [sum(met)], 0, _nothing)


@dataclass
class _Delta(Learner):
    """An output that learns from how far its net input is from the target."""

    def meet(self, number: int, instance: Cells) -> tuple[Any, int]:
        target = self.signs[number]
        z = self.arithmetic.net_input(self.weights, instance, self.bias)
        update = self.eta * (target - z) * self.weight(number)
        self.arithmetic.add(self.weights, instance, update)
        if self.learns_bias:
            self.bias += update * self.decay
        return z, rule.correction(z, target, self.tie)


def delta(task: Task, progress: Progress | None) -> Outcome:
    """Adaline: learns from every instance, and counts the answers that were wrong on the way."""
    learners = []
    for output in range(len(task.signs)):
        one = learner(task, output)
        learners.append(_Delta(**{name: getattr(one, name) for name in one.__dataclass_fields__}))
    outcome = train(replace(task, keep=0, watch=False), learners, cells(task), progress)
    outcome.kept, outcome.corrections = 0, _nothing
    return outcome


def _nothing() -> Any:
    return np.zeros(0, np.int64), np.zeros(0, np.int32)


def _wrong(task: Task, weights: Any, bias: Any) -> list[int]:
    """How many instances each output gets wrong."""
    return [_wrong_of(task, output, w, b) for output, (w, b) in enumerate(zip(weights, bias, strict=True))]


def _wrong_of(task: Task, output: int, weights: Any, bias: float) -> int:
    w = np.asarray(weights, np.float64)
    if isinstance(task.rows, Sparse):
        row = np.repeat(np.arange(task.count), np.diff(task.rows.indptr))
        z = np.bincount(row, task.rows.data * w[task.rows.indices], task.count) + bias
    else:
        z = task.rows @ w + bias
    signs = task.signs[output]
    if task.tie in ("heaviside", "zero"):
        right = (z >= 0 if task.tie == "heaviside" else z > 0) == (signs > 0)
    else:
        right = z * signs > 0
    if task.row_weights is not None:
        right |= task.row_weights == 0
    return int(np.count_nonzero(~right))
