"""Small fits at once: the rule's loop written out for a number of features, and run as plain Python.

For `w0*x0 + w1*x1 + b` Python needs a tenth of the time of a loop over lists, and no compiler has to
be loaded. The additions are those of the reference, in its order, so the bits are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import orders
from circuitsim.learn.rule import Tie
from circuitsim.learn.task import Outcome, Plateau, Progress, Sparse, Task, overflow

MOST_FEATURES = 64

_WRONG = {
    "heaviside": "(z >= 0.0) is not plus",
    "zero": "(z > 0.0) is not plus",
    "error": "z <= 0.0 if plus else z >= 0.0",
    "sign": "z <= 0.0 if plus else z >= 0.0",
}


def takes(task: Task) -> bool:
    """Whether the task is of the kind that is written out here."""
    return (
        not isinstance(task.rows, Sparse)
        and not task.single
        and task.held_back is None
        and 1 <= task.rows.shape[1] <= MOST_FEATURES
        and (task.row_weights is None or bool(np.all(task.row_weights)))
        and (task.class_weights is None or bool(np.all(task.class_weights)))
    )


@lru_cache(maxsize=256)
def written(features: int, tie: Tie, by_loss: bool) -> Callable[..., Any]:
    """The loop for so many features, compiled."""
    every = range(features)
    weights = ", ".join(f"w{j}" for j in every)
    values = ", ".join(f"x{j}" for j in every)
    total = " + ".join(f"w{j} * x{j}" for j in every)
    lines = [
        f"def learn({weights}, b, rows, step, max_iter, decay, seen, plateau, keep, tell):",
        "    notes, per_epoch, cycle, stopped = [], [], None, False",
        "    note = notes.append",
        "    for epoch in range(max_iter):",
        "        if step is not None:",
        "            rows = [rows[k] for k in step]",
        "        wrong = 0",
        "        lost = 0.0" if by_loss else "",
        f"        for {values}, plus, u, number in rows:",
        f"            z = {total} + b",
        f"            if {_WRONG[tie]}:",
        "                lost -= z if plus else -z" if by_loss else "",
        "                if z: u += u; number += DOUBLE" if tie == "sign" else "",
        *(f"                w{j} += x{j} * u" for j in every),
        "                b += u * decay",
        "                wrong += 1",
        "                note(number)",
        "        per_epoch.append(wrong)",
        f"        if {' + '.join(f'w{j} * 0.0' for j in every)} + b * 0.0 != 0.0:",
        "            raise OverflowError(epoch + 1)",
        "        if len(notes) > keep:",
        "            note = IGNORE",
        "        if tell is not None and tell(epoch + 1, wrong) is False:",
        "            stopped = True",
        "            break",
    ]
    if by_loss:
        lines += [
            "        if plateau.ends(lost / len(rows)):",
            "            break",
            "        if not wrong:",
            "            per_epoch += [0] * plateau.epochs_without_loss(max_iter - epoch - 1)",
            "            break",
        ]
    else:
        lines += ["        if not wrong:", "            break"]
    lines += [
        "        if seen is not None:",
        f"            state = ({weights}, b)",
        "            if state in seen:",
        "                cycle = seen[state], epoch + 1",
        "                break",
        "            seen[state] = epoch + 1",
        f"    return [{weights}], b, per_epoch, notes, cycle, stopped",
    ]
    scope: dict[str, Any] = {"DOUBLE": DOUBLE, "IGNORE": lambda number: None}
    exec("\n".join(filter(None, lines)), scope)
    made: Callable[..., Any] = scope["learn"]
    return made


DOUBLE = 1 << 40
"""Added to the number of an instance in the notes where 2 eta x was added."""


def learn(task: Task, progress: Progress | None = None) -> Outcome:
    """Train every output, one after the other."""
    outputs, n = task.signs.shape
    instances = task.rows.tolist()  # type: ignore[union-attr]
    loop = written(len(instances[0]), task.tie, task.stop.kind == "loss")
    weights, bias = task.weights.copy(), task.bias.copy()
    epochs, mistakes, last = [0] * outputs, [0] * outputs, [0] * outputs
    total: list[int] = []
    steps: list[int] = []
    marks: list[int] = []
    cycle, stopped = None, False
    for output in range(outputs):
        signs = task.signs[output].tolist()
        moves = _moves(task, output, signs)
        rows = [(*x, s > 0, u, k) for k, (x, s, u) in enumerate(zip(instances, signs, moves, strict=True))]
        seed = task.seeds[output if len(task.seeds) > 1 else 0]
        step = None if seed is None else orders.small_permutation(n, seed)
        begin = weights[output].tolist(), float(bias[output])
        seen = {(*begin[0], begin[1]): 0} if task.watch else None
        decay = task.decay if task.learns_bias else 0.0
        try:
            found, last_bias, per_epoch, notes, again, stopped = loop(
                *begin[0], begin[1], rows, step, task.max_iter, decay, seen, Plateau(task.stop), task.keep, progress
            )
        except OverflowError as error:
            raise DataError(overflow(error.args[0])) from None
        weights[output], bias[output] = found, last_bias
        epochs[output], mistakes[output], last[output] = len(per_epoch), sum(per_epoch), per_epoch[-1]
        total = per_epoch if not total else _sum(total, per_epoch)
        room = task.keep - len(steps)
        _keep(steps, marks, notes, per_epoch, signs, output, room, task)
        cycle = cycle or (None if again is None else (*again, output))
        if stopped:
            break
    return Outcome(
        weights, bias, np.array(epochs, np.int64), np.array(mistakes, np.int64), np.array(last, np.int64), total,
        np.array(steps, np.int64), np.array(marks, np.int32), cycle, stopped,
    )  # fmt: skip


def _moves(task: Task, output: int, signs: list[int]) -> list[float]:
    """What x is multiplied by when an instance is answered wrongly."""
    if task.class_weights is None and task.row_weights is None:
        plus, minus = task.eta, -task.eta
        return [plus if sign > 0 else minus for sign in signs]
    weights = (1.0, 1.0) if task.class_weights is None else task.class_weights[output].tolist()
    each = [1.0] * len(signs) if task.row_weights is None else task.row_weights.tolist()
    return [task.eta * sign * (weights[sign > 0] * weight) for sign, weight in zip(signs, each, strict=True)]


def _keep(
    steps: list[int], marks: list[int], notes: list[int], per_epoch: list[int], signs: list[int],
    output: int, room: int, task: Task,
) -> None:  # fmt: skip
    """Write down the corrections of an output, as an `Outcome` has them."""
    n, base, at = len(signs), output * 8 + 2, 0
    for epoch, wrong in enumerate(per_epoch):
        for note in notes[at : min(at + wrong, room)]:
            number = note & DOUBLE - 1
            steps.append(epoch * n + number)
            marks.append(base + signs[number] * (2 if note >= DOUBLE else 1))
        at += wrong
        if at >= room:
            break


def _sum(one: list[int], other: list[int]) -> list[int]:
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    return [a + b for a, b in zip(long, short, strict=False)] + long[len(short) :]


