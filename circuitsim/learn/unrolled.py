"""Small fits at once: the rule's loop written out for a number of features, and run as plain Python.

For `w0*x0 + w1*x1 + b` Python needs a tenth of the time of a loop over lists, and no compiler has to
be loaded. Every instance comes multiplied by its target, +1 or -1: that turns no rounding around, so z
comes with the sign that tells right from wrong, and the bits are the reference's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import count, cycle, islice, repeat
from operator import itemgetter
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import orders
from circuitsim.learn.rule import Tie
from circuitsim.learn.task import Corrections, Outcome, Plateau, Progress, Sparse, Stop, Task, overflow

MOST_FEATURES = 64
_SOON = 6  # epochs


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
def written(
    features: int, tie: Tie, by_loss: bool, weighted: bool, decay: float, unit: bool, noting: bool
) -> Callable[..., Any]:
    """The loop for so many features, compiled; `decay` multiplies what the bias learns, `unit` says that eta is 1.

    One that is not `noting` counts corrections without a note of each, and leaves out the questions of every epoch:
    whether the weights are finite, and whether somebody wants to stop it.
    """
    every = range(features)
    weights = ", ".join(f"w{j}" for j in every)
    total = " + ".join(f"w{j} * x{j}" for j in every)
    limited = tie in ("heaviside", "zero")
    times = " * v" if tie == "sign" else "" if unit and not weighted else " * u"
    more = ["number"] * noting + ["limit"] * limited + ["u"] * weighted
    row = [*(f"x{j}" for j in every), "y", *more]
    doubled = "(u + u, number + DOUBLE) if z else (u, number)" if noting else "u + u if z else u"
    lines = [
        f"def learn({weights}, b, passes, n, max_iter, u, seen, stop, keep, tell):",
        "    notes, per_epoch, cycle, stopped, before = [], [], None, False, 0",
        "    note = notes.append" if noting else "",
        "    bad, best, bar = 0, INFINITY, INFINITY" if by_loss else "",
        "    _, tol, patience = stop" if by_loss else "",
        "    tol = -INFINITY if tol is None else tol" if by_loss else "",
        "    for rows in passes:",
        "        lost = 0.0" if by_loss else "",
        "" if noting else "        wrong = 0",
        f"        for {', '.join(row)} in rows:",
        f"            z = {total} + b * y",
        f"            if z <= {'limit' if limited else '0.0'}:",
        "                lost -= z" if by_loss else "",
        f"                v{', number' * noting} = {doubled}" if tie == "sign" else "",
        *(f"                w{j} += x{j}{times}" for j in every),
        f"                b += y{times}{f' * {decay!r}' * (decay != 1)}" if decay else "",
        "                note(number)" if noting else "                wrong += 1",
        "        after = len(notes)" if noting else "",
        "        wrong = after - before" if noting else "",
        "        per_epoch.append(wrong)",
    ]
    if noting:
        lines += [
            "        if wrong:",
            "            before = after",
            # A sum that is finite has finite terms; one that is not may have overflowed itself.
            f"            if ({' + '.join(f'w{j}' for j in every)} + b) * 0.0 != 0.0:",
            f"                if {' + '.join(f'w{j} * 0.0' for j in every)} + b * 0.0 != 0.0:",
            "                    raise OverflowError(len(per_epoch))",
            "            if after > keep:",
            "                del notes[keep:]",
            "                before = keep",
            "        if tell is not None and tell(len(per_epoch), wrong) is False:",
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
            "            per_epoch += [0] * Plateau(stop, best, bad).epochs_without_loss(max_iter - len(per_epoch))",
            "            break",
        ]
    else:
        lines += [
            "        if not wrong:",
            "            break",
            "        if seen is not None:",
            f"            state = ({weights}, b)",
            "            if state in seen:",
            "                cycle = seen[state], len(per_epoch)",
            "                break",
            "            seen[state] = len(per_epoch)",
        ]
    lines.append(f"    return [{weights}], b, per_epoch, notes, cycle, stopped")
    scope: dict[str, Any] = {"DOUBLE": DOUBLE, "INFINITY": math.inf, "Plateau": Plateau}
    exec("\n".join(filter(None, lines)), scope)
    made: Callable[..., Any] = scope["learn"]
    return made


@lru_cache(maxsize=256)
def table(features: int, tie: Tie, weighted: bool, noting: bool) -> Callable[..., Any]:
    """What multiplies every instance by its target: the tuples over which the loop goes."""
    every = range(features)
    plus, minus = (f"({', '.join(f'{sign}x{j}' for j in every)}, {sign}1.0{', number' * noting}" for sign in ("", "-"))
    if tie == "heaviside" or tie == "zero":
        limits = repr(_JUST_BELOW_0), "0.0"
        right, wrong = limits if tie == "heaviside" else limits[::-1]
        plus, minus = f"{plus}, {right}", f"{minus}, {wrong}"
    if weighted:
        plus, minus = f"{plus}, u", f"{minus}, u"
    instance = f"({', '.join(f'x{j}' for j in every)},)"
    each = f"zip({'count(), ' * noting}instances, targets{', moves' * weighted})"
    source = f"""
def table(instances, targets, plus, moves):
    return [
        {plus}) if target == plus else {minus})
        for {"number, " * noting}{instance}, target{", u" * weighted} in {each}
    ]
"""
    scope: dict[str, Any] = {"count": count}
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
    kind = features, task.tie, task.stop.kind == "loss", weighted, decay, task.eta == 1, True
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
            kind, instances, signs, 1, moves, start, bias[output], task.eta, seed, task.max_iter, seen, task.stop,
            room, progress,
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


Kind = tuple[int, Tie, bool, bool, float, bool, bool]
"""What `written` takes: features, tie, by the loss, weighted, decay of the bias, whether eta is 1, noting."""


def run(
    kind: Kind, instances: list[Any], targets: list[Any], plus: Any, moves: list[float] | None, weights: list[float],
    bias: float, eta: float, seed: int | None, max_iter: int, seen: dict[Any, int] | None, stop: Stop, keep: int = 0,
    progress: Progress | None = None,
) -> tuple[list[float], float, list[int], list[int], tuple[int, int] | None, bool]:  # fmt: skip
    """Train one output: weights, bias, mistakes by epoch, corrected instances, cycle, and whether it was stopped."""
    features, tie, _, weighted, _, _, noting = kind
    rows = table(features, tie, weighted, noting)(instances, targets, plus, moves)
    passes = islice(_passes(rows, seed), max_iter)
    try:
        found = written(*kind)(*weights, bias, passes, len(rows), max_iter, eta, seen, stop, keep, progress)
    except OverflowError as error:
        raise DataError(overflow(error.args[0])) from None
    return found  # type: ignore[no-any-return]


def _passes(rows: list[Any], seed: int | None) -> Iterator[Sequence[Any]]:
    """The rows in the order of each epoch, without end."""
    if seed is None or len(rows) == 1:
        return repeat(rows)
    shuffles = _shuffles(len(rows), seed)
    if len(shuffles) > 1:
        return cycle([shuffle(rows) for shuffle in shuffles])
    return _shuffled(rows, shuffles[0])


def _shuffled(rows: Sequence[Any], shuffle: Callable[[Any], Any]) -> Iterator[Sequence[Any]]:
    while True:
        rows = shuffle(rows)
        yield rows


@lru_cache(maxsize=64)
def _shuffles(size: int, seed: int) -> tuple[Callable[[Any], Any], ...]:
    """What puts rows into the order of each epoch, where these orders come back soon; otherwise of the next epoch.

    Small fits would spend most of their time with it.
    """
    step = orders.permutation(size, seed)
    order: list[int] = step
    found: list[Callable[[Any], Any]] = []
    while len(found) < _SOON:
        found.append(itemgetter(*order))
        order = [order[k] for k in step]
        if order == step:
            return tuple(found)
    return (found[0],)


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
