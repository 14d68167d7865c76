"""The engine for large tasks: packs the data, and hands them to the compiled kernels."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.errors import DataError
from circuitsim.learn import dense as _dense
from circuitsim.learn import kernels as _kernels
from circuitsim.learn import sparse as _sparse
from circuitsim.learn.rule import TIES
from circuitsim.learn.task import Array, Outcome, Plateau, Progress, Sparse, Task, overflow

# numba's own types for compiled functions know no more than eight arguments.
kernels: Any = _kernels
wide_rows: Any = _dense
sparse_rows: Any = _sparse

NARROW = 16
"""Up to how many features a strict sum is quicker than a filter before it."""
FEW = 64
"""Up to how many instances the dual form serves."""
AHEAD = 3
"""How many instances before its turn a row is asked for,"""
AHEAD_HALVES = 8
"""and one of four bits a number, which is shorter."""
LARGE = 1 << 24
"""Bytes of a table from which a coarser one before it pays,"""
LOSSY = 0.06
"""and which share of the length of a row may get lost in it: where more does, it seldom decides."""
CACHE = 1 << 15
"""Bytes of a block of rows that all outputs go through before the next."""


@dataclass
class _State:
    """What the kernels write: one entry an output, and the corrections."""

    weights: Array
    bias: Array
    state: NDArray[np.uint8]
    best: Array
    blur: Array
    bad: NDArray[np.int64]
    epochs: Array
    mistakes: Array
    last: Array
    per_epoch: Array
    kept: NDArray[np.int64]
    steps: NDArray[np.int64]
    marks: NDArray[np.int32]

    def of(self, begin: int, end: int) -> list[Any]:
        """The arrays of some outputs, in the order of the kernels' last arguments."""
        mine = slice(begin, end)
        return [
            self.state[mine], self.best[mine], self.blur[mine], self.bad[mine], self.epochs[mine],
            self.mistakes[mine], self.last[mine], self.per_epoch, self.kept, self.steps, self.marks, begin,
        ]  # fmt: skip


def learn(task: Task, progress: Progress | None = None, *, strict: bool = False) -> Outcome:
    """Train every output; `strict` sums every loss as the reference does."""
    outputs, n = task.signs.shape
    found = _State(
        task.weights.astype(np.float64),
        task.bias.copy(),
        np.zeros(outputs, np.uint8),
        np.full(outputs, math.inf),
        np.zeros(outputs),
        np.zeros(outputs, np.int64),
        np.zeros(outputs, np.int64),
        np.zeros(outputs, np.int64),
        np.zeros(outputs, np.int64),
        np.zeros(task.max_iter, np.int64),
        np.zeros(1, np.int64),
        np.empty(task.keep, np.int64),
        np.empty(task.keep, np.int32),
    )
    run = _runner(task, found, progress is None, strict)
    groups = [(0, outputs)] if len(task.seeds) == 1 else [(k, k + 1) for k in range(outputs)]
    cycles: list[tuple[int, int, int]] = []
    stopped = False
    for (begin, end), seed in zip(groups, task.seeds, strict=True):
        order = np.arange(n, dtype=np.int32)
        step = np.zeros(0, np.int32) if seed is None else kernels.permutation(n, seed)
        stride = 1 if task.watch or progress is not None else task.max_iter
        seen: list[dict[bytes, int]] = [{} for _ in range(begin, end)] if task.watch else []
        if task.watch:
            _repeats(found, seen, begin, 0)
        for first in range(0, task.max_iter, stride):
            run(order, step, begin, end, first, min(first + stride, task.max_iter))
            states = found.state[begin:end].tolist()
            if kernels.BROKEN in states:
                raise DataError(overflow(int(found.epochs[begin:end].max())))
            if progress is not None:
                now = found.epochs[begin:end] == first + 1
                stopped = progress(first + 1, int(found.last[begin:end][now].sum())) is False
            if stopped or kernels.ACTIVE not in states:
                break
            if task.watch:
                cycles += _repeats(found, seen, begin, first + 1)
        if stopped:
            break
    for output in np.flatnonzero(found.state == kernels.UNSURE).tolist():
        _train_again(task, found, output)
    for output in np.flatnonzero(found.state == kernels.CLEAN).tolist():
        plateau = Plateau(task.stop, float(found.best[output]), int(found.bad[output]))
        more = plateau.epochs_without_loss(task.max_iter - int(found.epochs[output]))
        found.epochs[output] += more
        found.last[output] = 0
    count = int(found.kept[0])
    corrections = _cut(found.steps, count), _cut(found.marks, count)
    return Outcome(
        found.weights.astype(task.weights.dtype), found.bias, found.epochs, found.mistakes, found.last,
        found.per_epoch[: int(found.epochs.max())].tolist(), count, lambda: corrections,
        min(cycles, key=lambda cycle: cycle[2], default=None), stopped,
    )  # fmt: skip


def _cut(array: Array, count: int) -> Array:
    """The first entries, without what would be kept in memory for nothing."""
    return array[:count] if 2 * count > len(array) else array[:count].copy()


def _train_again(task: Task, found: _State, output: int) -> None:
    """Take an output up whose end was not sure: what it learned until then was right, and stays."""
    mine = slice(output, output + 1)
    again = replace(
        task, signs=task.signs[mine], weights=task.weights[mine], bias=task.bias[mine], watch=False,
        seeds=task.seeds if len(task.seeds) == 1 else task.seeds[mine],
        class_weights=None if task.class_weights is None else task.class_weights[mine],
    )  # fmt: skip
    outcome = learn(again, strict=True)
    done = int(found.epochs[output])
    found.weights[output], found.bias[output] = outcome.weights[0], outcome.bias[0]
    found.epochs[output], found.mistakes[output] = outcome.epochs[0], outcome.mistakes[0]
    found.last[output] = outcome.last[0]
    found.per_epoch[done : len(outcome.per_epoch)] += np.array(outcome.per_epoch[done:], np.int64)
    steps, marks = outcome.corrections()
    later = steps >= done * task.count
    kept = int(found.kept[0])
    end = min(kept + int(later.sum()), len(found.steps))
    found.steps[kept:end] = steps[later][: end - kept]
    found.marks[kept:end] = marks[later][: end - kept] + output * 8
    found.kept[0] = end
    found.state[output] = kernels.DONE


def _repeats(found: _State, seen: list[dict[bytes, int]], begin: int, epoch: int) -> list[tuple[int, int, int]]:
    """Two epochs after which an output's weights were the same, and the output, which is done."""
    cycles = []
    for output, mine in enumerate(seen, begin):
        if found.state[output] != kernels.ACTIVE:
            continue
        # Adding 0 makes one zero of the two, as a comparison does.
        key = (found.weights[output] + 0.0).tobytes() + (found.bias[output] + 0.0).tobytes()
        if key in mine:
            found.state[output] = kernels.DONE
            cycles.append((mine[key], epoch, output))
        mine.setdefault(key, epoch)
    return cycles


def _runner(task: Task, found: _State, at_once: bool, strict: bool) -> Any:
    """A function that runs some epochs of some outputs."""
    tie = TIES.index(task.tie)
    ends = (
        kernels.LOSS if task.stop.kind == "loss" else kernels.MISTAKES,
        -1.0 if task.stop.tol is None else float(task.stop.tol),
        task.stop.patience,
    )
    n, wide = task.count, not isinstance(task.rows, Sparse) and task.rows.shape[1] > NARROW
    # The kernel for wide rows has several outputs meet one instance; the others go output by output.
    signs = np.ascontiguousarray(task.signs.T).T if wide and len(task.seeds) == 1 else np.ascontiguousarray(task.signs)
    row_weights = np.zeros(0) if task.row_weights is None else task.row_weights
    class_weights = np.zeros((0, 2)) if task.class_weights is None else task.class_weights

    def middle(order: Any, step: Any, begin: int, end: int) -> tuple[Any, ...]:
        """The arguments that all kernels share."""
        mine = slice(begin, end)
        return (
            order, step, signs[mine].T if wide else signs[mine], found.weights[mine], found.bias[mine], row_weights,
            class_weights[mine] if len(class_weights) else class_weights, task.eta, task.single, tie,
            task.learns_bias, float(task.decay), *ends, strict,
        )  # fmt: skip

    if isinstance(task.rows, Sparse):
        sparse = task.rows
        indices = sparse.indices.view(np.uint32)
        words = np.empty(len(indices), np.uint32 if sparse.shape[1] <= 1 << 16 else np.uint64)
        shift = words.dtype.type(words.itemsize * 4)
        meta = np.empty((n, 2), np.float32)
        ordered = sparse_rows.pack(sparse.data, indices, sparse.indptr, shift, words, meta)
        if not ordered and sparse_rows.names_twice(indices, sparse.indptr, sparse.shape[1]):
            meta[:, 1] = math.inf  # no bound holds: every sum is strict
        w32 = found.weights.astype(np.float32)

        def run_sparse(order: Any, step: Any, begin: int, end: int, first: int, last: int) -> None:
            head = sparse.data, sparse.indptr, words, shift, meta, w32[begin:end], AHEAD
            sparse_rows.sparse(*head, *middle(order, step, begin, end), first, last, *found.of(begin, end))

        return run_sparse

    rows = packed(task.rows)
    features = rows.shape[1]
    gram = _gram(task, rows) if at_once else None
    if gram is not None:

        def run_dual(order: Any, step: Any, begin: int, end: int, first: int, last: int) -> None:
            kernels.dual(
                rows,
                gram,
                np.ascontiguousarray(signs),
                found.weights,
                found.bias,
                task.eta,
                tie,
                *ends,
                last,
                *found.of(begin, end),
            )

        return run_dual

    if not wide:

        def run_narrow(order: Any, step: Any, begin: int, end: int, first: int, last: int) -> None:
            kernels.narrow(rows, *middle(order, step, begin, end), first, last, *found.of(begin, end))

        return run_narrow

    lengths, meta = np.empty(n), np.empty((n, 4), np.float32)
    wide_rows.norms(rows, lengths)
    whole = rows.dtype in (np.uint8, np.int16) and int(rows.min()) > -(1 << 15) and lengths.max() <= wide_rows.ROW
    quick = rows if whole else np.empty(rows.shape, np.int16)
    wide_rows.bounds(rows, whole, task.single, lengths, quick, meta)
    halves, traits = _halves(task, rows, quick, lengths)
    grid = 0.0 if task.single else _grid(task, rows)
    narrow = max(8, CACHE // (features * quick.itemsize))
    ahead = AHEAD_HALVES if len(halves) else AHEAD if quick.nbytes > 1 << 19 else 0

    def run_dense(order: Any, step: Any, begin: int, end: int, first: int, last: int) -> None:
        block = narrow if end - begin > 1 else len(order)
        head = rows, quick, halves, traits, whole, lengths, meta, grid, block, ahead
        wide_rows.dense(*head, *middle(order, step, begin, end), first, last, *found.of(begin, end))

    return run_dense


def _halves(task: Task, rows: Array, quick: Array, lengths: Array) -> tuple[Array, Array]:
    """Rows in four bits a number and their traits, empty where they would not serve.

    They are a first filter for what the caches do not hold, where outputs go through it one by one.
    """
    n, features = rows.shape
    none = np.empty((0, 0), np.uint8), np.empty((0, 4), np.float32)
    if quick.nbytes < LARGE or (len(task.signs) > 1 and len(task.seeds) == 1) or features < 64 or rows.min() < 0:
        return none
    line = 64
    half = -(-features // (2 * line)) * line
    space = np.empty(n * half + line, np.uint8)
    begin = -space.ctypes.data % line
    halves, traits = space[begin : begin + n * half].reshape(n, half), np.empty((n, 4), np.float32)
    rest = wide_rows.halve(rows, task.single, lengths, halves, traits)
    return (halves, traits) if rest < LOSSY else none


def _gram(task: Task, rows: Array) -> Array | None:
    """The Gram matrix of few instances of whole numbers, a 1 for the bias included; None where it does not serve."""
    n, features = rows.shape
    plain = task.row_weights is None and task.class_weights is None and task.learns_bias and task.decay == 1
    if n > FEW or rows.dtype.kind not in "iu" or not plain or task.single or task.watch or task.seeds != (None,):
        return None
    if task.weights.any() or task.bias.any():
        return None
    most = max(abs(int(rows.max())), abs(int(rows.min())))
    reach = 2 * n * task.max_iter * (features * most**2 + 1)
    if reach * (task.eta / _unit(task.eta)) >= 2**52:
        return None
    wide = rows.astype(np.int64)
    return (wide @ wide.T + 1).astype(np.int32 if reach < 2**31 else np.int64)


def packed(rows: Array) -> Array:
    """Whole numbers in the narrowest type that holds them; never a wider copy."""
    if rows.dtype == np.float64:
        if not (rows[: min(len(rows), 8)] % 1 == 0).all():
            return rows
        for small_type in (np.uint8, np.int16):
            limits = np.iinfo(small_type)
            small = np.empty(rows.shape, small_type)
            if kernels.narrowed(rows.reshape(-1), small.reshape(-1), float(limits.min), float(limits.max)):
                return small
        return rows
    if rows.dtype.kind in "iu" and rows.dtype not in (np.uint8, np.int16):
        low, high = int(rows.min()), int(rows.max())
        for narrow in (np.uint8, np.int16, np.int32, np.int64):
            if np.iinfo(narrow).min <= low and high <= np.iinfo(narrow).max:
                return rows if rows.dtype == narrow else rows.astype(narrow)
        return rows.astype(np.float64)
    return rows


def _grid(task: Task, rows: Array) -> float:
    """A power of two of which all weights are multiples, where the instances are whole numbers; else 0."""
    if rows.dtype.kind not in "iu" or task.row_weights is not None or task.class_weights is not None:
        return 0.0
    grid = _unit(task.eta)
    for start in (task.weights, task.bias):
        if start.any() and (np.asarray(start, np.float64) % grid != 0).any():
            return 0.0
    return 0.0 if task.bias.any() and np.abs(task.bias).max() >= grid * 2**50 else grid


def _unit(value: float) -> float:
    """The largest power of two that divides a number.

    >>> _unit(12.0), _unit(0.75)
    (4.0, 0.25)
    """
    top, bottom = value.as_integer_ratio()
    return math.ldexp(float(top & -top), 1 - bottom.bit_length())
