"""The rule for rows in compressed form, compiled. Importing this module loads numba.

What the filter reads of a value is one word: the feature above, and below a whole number that the row's own
scale makes of the value. With x = s p + e,

    |w x - s (w p)| <= |w| |e| + 1.1 (values + 16) 2**-24 |w| |s p|
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from circuitsim.learn.kernels import (
    ACTIVE,
    BROKEN,
    FAST,
    HIGH,
    LOSS,
    LOW,
    SIGN,
    advance,
    blurred,
    close,
    finite,
    prefetch,
    reach_of,
    square_of,
    times_of,
    weight_of,
)  # fmt: skip


@njit(cache=True, nogil=True)
def pack(data: Any, indices: Any, indptr: Any, shift: Any, quick: Any, meta: Any) -> bool:
    """Rows for the filter: a word for each value, its feature above `shift` bits and a whole number, 0 in the middle.

    Writes the words to `quick`, and to `meta` by how much a row was divided and its part of the bound on the error;
    infinity where no bound holds. Answers whether the features of every row stand in order, each once.
    """
    ordered = True
    middle = (np.int64(1) << (np.int64(shift) - 1)) - 1
    for i in range(len(indptr) - 1):
        begin, end = indptr[i], indptr[i + 1]
        largest = 0.0
        for k in range(begin, end):
            largest = max(largest, abs(np.float64(data[k])))
            ordered &= k == begin or indices[k] > indices[k - 1]
        scale = np.float64(np.float32(largest / middle))
        total = 0.0
        lost = 0.0
        usual = scale >= LOW and largest <= HIGH
        for k in range(begin, end):
            value = np.float64(data[k])
            near = min(max(np.int64(np.rint(value / scale)), -middle), middle) if usual else 0
            rest = value - near * scale
            total += value * value
            lost += rest * rest
            quick[k] = (np.uint64(indices[k]) << np.uint64(shift)) | np.uint64(near + middle)
        length = np.sqrt(total)
        rest = np.sqrt(lost)
        limit = 1.01 * rest + 1.1 * 2.0**-24 * (end - begin + 16) * (length + rest)
        meta[i, 0] = scale
        meta[i, 1] = 1.000001 * limit if usual and length <= HIGH else np.inf
    return ordered


@njit(cache=True, nogil=True)
def names_twice(indices: Any, indptr: Any, features: int) -> bool:
    """Whether a row names a feature more than once."""
    latest = np.full(features, -1, np.int32)
    for i in range(len(indptr) - 1):
        for k in range(indptr[i], indptr[i + 1]):
            if latest[indices[k]] == i:
                return True
            latest[indices[k]] = i
    return False


@njit(cache=True, nogil=True, fastmath=FAST)
def _quick(quick: Any, shift: Any, begin: int, end: int, w: Any) -> Any:
    """The sum over a packed row, in float32 and four lanes."""
    one, two, three, four = np.float32(0.0), np.float32(0.0), np.float32(0.0), np.float32(0.0)
    mask = (np.uint64(1) << np.uint64(shift)) - np.uint64(1)
    middle = np.int64(mask >> np.uint64(1))
    k = begin
    while k + np.uint64(3) < end:
        one += np.float32(np.int64(quick[k] & mask) - middle) * w[quick[k] >> shift]
        two += np.float32(np.int64(quick[k + np.uint64(1)] & mask) - middle) * w[quick[k + np.uint64(1)] >> shift]
        three += np.float32(np.int64(quick[k + np.uint64(2)] & mask) - middle) * w[quick[k + np.uint64(2)] >> shift]
        four += np.float32(np.int64(quick[k + np.uint64(3)] & mask) - middle) * w[quick[k + np.uint64(3)] >> shift]
        k += np.uint64(4)
    while k < end:
        one += np.float32(np.int64(quick[k] & mask) - middle) * w[quick[k] >> shift]
        k += np.uint64(1)
    return (one + two) + (three + four)


@njit(cache=True, nogil=True, fastmath=FAST)
def _any_order(data: Any, quick: Any, shift: Any, begin: int, end: int, w: Any) -> float:
    """The sum in float64 and four lanes."""
    one, two, three, four = 0.0, 0.0, 0.0, 0.0
    k = begin
    while k + np.uint64(3) < end:
        one += data[k] * w[quick[k] >> shift]
        two += data[k + np.uint64(1)] * w[quick[k + np.uint64(1)] >> shift]
        three += data[k + np.uint64(2)] * w[quick[k + np.uint64(2)] >> shift]
        four += data[k + np.uint64(3)] * w[quick[k + np.uint64(3)] >> shift]
        k += np.uint64(4)
    while k < end:
        one += data[k] * w[quick[k] >> shift]
        k += np.uint64(1)
    return (one + two) + (three + four)


@njit(cache=True, nogil=True, fastmath=FAST)
def _length(data: Any, begin: int, end: int) -> float:
    total = 0.0
    for k in range(begin, end):
        total += np.float64(data[k]) * np.float64(data[k])
    return np.sqrt(total)


@njit(cache=True, nogil=True)
def _strict(data: Any, quick: Any, shift: Any, begin: int, end: int, w: Any, single: bool) -> float:
    total = 0.0
    if single:
        for k in range(begin, end):
            total += np.float64(np.float32(w[quick[k] >> shift]) * np.float32(data[k]))
        return np.float64(np.float32(total))
    for k in range(begin, end):
        total += w[quick[k] >> shift] * np.float64(data[k])
    return total


@njit(cache=True, nogil=True)
def sparse(
    data: Any, indptr: Any, quick: Any, shift: Any, meta: Any, w32: Any, ahead: int,
    order: Any, step: Any, signs: Any, w: Any, b: Any, row_weights: Any, class_weights: Any, eta: float,
    single: bool, tie: int, learns_bias: bool, decay: float, stop: int, tol: float, patience: int, strict: bool,
    first: int, last: int, state: Any, best: Any, blur: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any,
    per_epoch: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """The same for rows in compressed form, output by output; indices are unsigned."""
    n = len(indptr) - 1
    line = np.uint64(64 // quick.itemsize)
    bounds = meta.reshape(-1)
    scratch = np.empty(n, np.int32)
    mine = order.copy()
    by_loss = stop == LOSS
    weighted = len(class_weights) > 0 or len(row_weights) > 0
    unit64 = 1.1 * (2.0**-24 if single else 2.0**-52)
    for o in range(len(state)):
        if state[o] != ACTIVE:
            continue
        for i in range(n):
            mine[i] = order[i]
        wo = w[o]
        w32o = w32[o]
        so = signs[o]
        bias = b[o]
        for epoch in range(first, last):
            if len(step):
                advance(mine, step, scratch)
            lost = 0.0
            error = 0.0
            wrong = 0
            square = square_of(w, o) * (1.0 + 1e-9)
            norm = reach_of(square)
            for i in range(n):
                r = np.uint32(mine[i])
                if i + 2 * ahead < n:
                    prefetch(indptr, np.uint32(mine[i + 2 * ahead]))
                    later = np.uint32(mine[i + ahead])
                    for k in range(np.uint64(indptr[later]), np.uint64(indptr[later + np.uint32(1)]), line):
                        prefetch(quick, k)
                    prefetch(bounds, np.uint64(2) * np.uint64(later))
                    prefetch(so, later)
                begin = np.uint64(indptr[r])
                end = np.uint64(indptr[r + np.uint32(1)])
                sign = np.int64(so[r])
                limit = np.float64(meta[r, 1])
                z = np.float64(meta[r, 0]) * np.float64(_quick(quick, shift, begin, end, w32o)) + bias
                if z * sign > norm * limit:
                    continue  # certainly right
                length = _length(data, begin, end)
                known = False
                doubt = 0.0
                if norm < np.inf and limit < np.inf:
                    known = abs(z) > norm * limit
                    z = _any_order(data, quick, shift, begin, end, wo) + bias
                    doubt = unit64 * (np.float64(end - begin) + 16.0) * norm * length
                    if z * sign > doubt:
                        continue
                    known = known or abs(z) > doubt
                if not known or (by_loss and strict):
                    z = _strict(data, quick, shift, begin, end, wo, single) + bias
                    doubt = 0.0
                if doubt == 0.0 or abs(z) > doubt:
                    times = times_of(z, sign, tie)
                elif tie == SIGN:
                    times = 2 * sign
                else:
                    times = sign
                if z * sign < 0.0:
                    lost += -(z * sign)
                if doubt > 0.0:
                    error += doubt + 4e-16 * abs(z)
                if times == 0:
                    continue
                update = eta * times
                if weighted:
                    update *= weight_of(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
                    if update == 0.0:
                        continue
                if single:
                    small = np.float64(np.float32(update))
                    for k in range(begin, end):
                        j = quick[k] >> shift
                        w32o[j] = np.float32(wo[j] + np.float64(data[k]) * small)
                        wo[j] = np.float64(w32o[j])
                else:
                    for k in range(begin, end):
                        j = quick[k] >> shift
                        new = wo[j] + np.float64(data[k]) * update
                        wo[j] = new
                        w32o[j] = np.float32(new)
                grown = update * update * length * length
                rounding = (1e-6 if single else 1e-14) + unit64 * (np.float64(end - begin) + 16.0)
                square += 2.0 * update * (z - bias) + grown + rounding * (square + grown + abs(update * bias))
                square += 2.0 * abs(update) * doubt
                if not square < HIGH * HIGH or square < 1e-3 * grown:
                    square = square_of(w, o) * (1.0 + 1e-9)
                norm = reach_of(square)
                if learns_bias:
                    bias += update * decay
                wrong += 1
                if kept[0] < len(steps):
                    steps[kept[0]] = epoch * n + r
                    marks[kept[0]] = (base + o) * 8 + times + 2
                    kept[0] += 1
            epochs[o] = epoch + 1
            mistakes[o] += wrong
            lately[o] = wrong
            per_epoch[epoch] += wrong
            if not finite(w, o, bias):
                state[o] = BROKEN
                return
            doubted = blurred(lost, error, n)
            state[o] = close(stop, tol, patience, wrong, lost / n, doubted, best, blur, bad, o)
            if state[o] != ACTIVE:
                break
        b[o] = bias
    if len(step):
        for _ in range(first, last):
            advance(order, step, scratch)
