"""Small fits at once: the rule's loop written out for a number of features, and run as plain Python.

For `w0*x0 + w1*x1 + b` Python needs a tenth of the time of a loop over lists, and no compiler has to
be loaded. Every instance comes multiplied by its target, +1 or -1: that turns no rounding around, so z
comes with the sign that tells right from wrong, and the bits are the reference's.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import orders
from circuitsim.learn.rule import Tie
from circuitsim.learn.task import Corrections, Outcome, Plateau, Progress, Sparse, Stop, Task, overflow

MOST_FEATURES = 64


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
def written(features: int, tie: Tie, by_loss: bool, weighted: bool, decay: float, unit: bool) -> Callable[..., Any]:
    """The loop for so many features, compiled; `decay` multiplies what the bias learns, `unit` says that eta is 1."""
    every = range(features)
    weights = ", ".join(f"w{j}" for j in every)
    total = " + ".join(f"w{j} * x{j}" for j in every)
    limited = tie in ("heaviside", "zero")
    times = " * v" if tie == "sign" else "" if unit and not weighted else " * u"
    row = [*(f"x{j}" for j in every), "y", "number", *(["limit"] if limited else []), *(["u"] if weighted else [])]
    lines = [
        f"def learn({weights}, b, rows, shuffle, max_iter, u, seen, stop, keep, tell):",
        "    notes, per_epoch, cycle, stopped = [], [], None, False",
        "    note = notes.append",
        "    n, bad, best, bar, patience = len(rows), 0, INFINITY, INFINITY, stop.patience" if by_loss else "",
        "    tol = -INFINITY if stop.tol is None else stop.tol" if by_loss else "",
        "    for epoch in range(max_iter):",
        "        if shuffle is not None:",
        "            rows = shuffle(rows)",
        "        before = len(notes)",
        "        lost = 0.0" if by_loss else "",
        f"        for {', '.join(row)} in rows:",
        f"            z = {total} + b * y",
        f"            if z <= {'limit' if limited else '0.0'}:",
        "                lost -= z" if by_loss else "",
        "                v, number = (u + u, number + DOUBLE) if z else (u, number)" if tie == "sign" else "",
        *(f"                w{j} += x{j}{times}" for j in every),
        f"                b += y{times}{f' * {decay!r}' * (decay != 1)}" if decay else "",
        "                note(number)",
        "        wrong = len(notes) - before",
        "        per_epoch.append(wrong)",
        "        if wrong:",
        # A sum that is finite has finite terms; one that is not may have overflowed itself.
        f"            if ({' + '.join(f'w{j}' for j in every)} + b) * 0.0 != 0.0:",
        f"                if {' + '.join(f'w{j} * 0.0' for j in every)} + b * 0.0 != 0.0:",
        "                    raise OverflowError(epoch + 1)",
        "            if before + wrong > keep:",
        "                del notes[keep:]",
        "        if tell is not None and tell(epoch + 1, wrong) is False:",
        "            stopped = True",
        "            break",
    ]
    if by_loss:
        lines += [
            "        lost /= n",
            "        bad = bad + 1 if lost > bar else 0",
            "        if lost < best:",
            "            best = lost",
            "            bar = best - tol",
            "        if bad >= patience:",
            "            break",
            "        if not wrong:",
            "            per_epoch += [0] * Plateau(stop, best, bad).epochs_without_loss(max_iter - epoch - 1)",
            "            break",
        ]
    else:
        lines += [
            "        if not wrong:",
            "            break",
            "        if seen is not None:",
            f"            state = ({weights}, b)",
            "            if state in seen:",
            "                cycle = seen[state], epoch + 1",
            "                break",
            "            seen[state] = epoch + 1",
        ]
    lines.append(f"    return [{weights}], b, per_epoch, notes, cycle, stopped")
    scope: dict[str, Any] = {"DOUBLE": DOUBLE, "INFINITY": math.inf, "Plateau": Plateau}
    exec("\n".join(filter(None, lines)), scope)
    made: Callable[..., Any] = scope["learn"]
    return made


@lru_cache(maxsize=256)
def table(features: int, tie: Tie, weighted: bool) -> Callable[..., Any]:
    """What multiplies every instance by its target: the tuples over which the loop goes."""
    every = range(features)
    plus, minus = (f"({', '.join(f'{sign}x{j}' for j in every)}, {sign}1.0, number" for sign in ("", "-"))
    if tie == "heaviside" or tie == "zero":
        limits = repr(_JUST_BELOW_0), "0.0"
        right, wrong = limits if tie == "heaviside" else limits[::-1]
        plus, minus = f"{plus}, {right}", f"{minus}, {wrong}"
    if weighted:
        plus, minus = f"{plus}, u", f"{minus}, u"
    instance = f"({', '.join(f'x{j}' for j in every)},)"
    each = f"enumerate(zip(instances, targets{', moves' * weighted}))"
    source = f"""
def table(instances, targets, plus, moves):
    return [
        {plus}) if target == plus else {minus})
        for number, ({instance}, target{", u" * weighted}) in {each}
    ]
"""
    scope: dict[str, Any] = {}
    exec(source, scope)
    made: Callable[..., Any] = scope["table"]
    return made


DOUBLE = 1 << 40
"""Added to the number of an instance in the notes where 2 eta x was added."""


_JUST_BELOW_0 = -5e-324

Run = tuple[list[int], list[int], list[int]]
"""Of an output: its targets, the mistakes of each epoch, and the numbers of the instances that were corrected."""


def learn(task: Task, progress: Progress | None = None) -> Outcome:
    """Train every output, one after the other."""
    assert not isinstance(task.rows, Sparse)
    features = task.rows.shape[1]
    weighted = task.class_weights is not None or task.row_weights is not None
    decay = task.decay if task.learns_bias else 0.0
    loop = written(features, task.tie, task.stop.kind == "loss", weighted, decay, task.eta == 1)
    runs: list[Run] = []
    weights, bias, instances = task.weights.tolist(), task.bias.tolist(), task.rows.astype(np.float64).tolist()
    total: list[int] = []
    cycle, stopped, room = None, False, task.keep
    for output, signs in enumerate(task.signs.tolist()):
        moves = _moves(task, output, signs) if weighted else None
        seed = task.seeds[output if len(task.seeds) > 1 else 0]
        start = weights[output]
        seen = {(*start, bias[output]): 0} if task.watch else None
        weights[output], bias[output], per_epoch, notes, again, stopped = run(
            loop, instances, signs, 1, moves, start, bias[output], task.tie, task.eta, seed, task.max_iter, seen,
            task.stop, room, progress,
        )  # fmt: skip
        runs.append((signs, per_epoch, notes))
        room -= len(notes)
        total = per_epoch if not total else _sum(total, per_epoch)
        if again is not None and cycle is None:
            cycle = (*again, output)
        if stopped:
            break
    outputs = len(task.signs)
    epochs, mistakes, last = [0] * outputs, [0] * outputs, [0] * outputs
    for output, (_, per_epoch, _) in enumerate(runs):
        epochs[output], mistakes[output], last[output] = len(per_epoch), sum(per_epoch), per_epoch[-1]
    return Outcome(
        np.array(weights), np.array(bias), epochs, mistakes, last, total,
        task.keep - room, lambda: corrections(runs), cycle, stopped,
    )  # fmt: skip


def run(
    loop: Callable[..., Any], instances: list[Any], targets: list[Any], plus: Any, moves: list[float] | None,
    weights: list[float], bias: float, tie: Tie, eta: float, seed: int | None, max_iter: int,
    seen: dict[Any, int] | None, stop: Stop, keep: int, progress: Progress | None,
) -> tuple[list[float], float, list[int], list[int], tuple[int, int] | None, bool]:  # fmt: skip
    """Train one output: weights, bias, mistakes by epoch, corrected instances, cycle, and whether it was stopped."""
    rows = table(len(weights), tie, moves is not None)(instances, targets, plus, moves)
    n = len(rows)
    shuffle = None if seed is None or n == 1 else _shuffle(n, seed)
    try:
        found = loop(*weights, bias, rows, shuffle, max_iter, eta, seen, stop, keep, progress)
    except OverflowError as error:
        raise DataError(overflow(error.args[0])) from None
    return found  # type: ignore[no-any-return]


@lru_cache(maxsize=64)
def _shuffle(count: int, seed: int) -> Callable[[Any], Any]:
    """Shuffles rows for the next epoch; remembered, for small fits spend most of their time here otherwise."""
    return itemgetter(*orders.permutation(count, seed))


def _moves(task: Task, output: int, signs: list[int]) -> list[float]:
    """What x is multiplied by when an instance is answered wrongly, in size."""
    weights = (1.0, 1.0) if task.class_weights is None else task.class_weights[output].tolist()
    each = [1.0] * len(signs) if task.row_weights is None else task.row_weights.tolist()
    return [task.eta * (weights[sign > 0] * weight) for sign, weight in zip(signs, each, strict=True)]


def corrections(runs: list[Run]) -> Corrections:
    """The corrections as an `Outcome` has them, from the notes of each output."""
    steps: list[int] = []
    marks: list[int] = []
    for output, (signs, per_epoch, notes) in enumerate(runs):
        n, base, at = len(signs), output * 8 + 2, 0
        for epoch, wrong in enumerate(per_epoch):
            for note in notes[at : at + wrong]:
                number = note & DOUBLE - 1
                steps.append(epoch * n + number)
                marks.append(base + signs[number] * (2 if note >= DOUBLE else 1))
            at += wrong
    return np.array(steps, np.int64), np.array(marks, np.int32)


def _sum(one: list[int], other: list[int]) -> list[int]:
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    return [a + b for a, b in zip(long, short, strict=False)] + long[len(short) :]
