"""The rule for rows of many features, compiled. Importing this module loads numba.

The quick sum is one of whole numbers: each row, and the weights of each output, are divided by a scale and
rounded to 16 bits (`dots`), which rounds nothing more. With x = s p + e and w = t v + f, where p and v are whole,

    |w x - s t (v p)| <= |w| |e| + |f| (|x| + |e|)

Data and weights that are whole numbers already lose nothing: e = f = 0, and the quick sum is the strict one
as long as float64 can hold it. The scale of the weights follows |w|, so that |v| |p| < 2**31.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

from circuitsim.learn import dots as _dots
from circuitsim.learn.kernels import (
    ACTIVE,
    BROKEN,
    FAST,
    HIGH,
    LOSS,
    LOW,
    SIGN,
    any_order,
    blurred,
    close,
    finite,
    leaf,
    prefetch,
    reach_of,
    square_of,
    strict_sum,
    times_of,
    weight_of,
)  # fmt: skip

# numba's own type for intrinsics counts one argument too many.
dot: Any = _dots.dot
four_dots: Any = _dots.four_dots
dot_of_halves: Any = _dots.dot_of_halves

ROW = 60_000.0
"""How long a row in whole numbers may be."""
WEIGHTS = 32_000.0
"""The same for the weights of an output: so that none is above 2**15 - 1, and the product of both below 2**31."""
SQUARE, REACH, SCALE, SPREAD, INVERSE = range(5)
"""Of the weights of an output: |w|**2 at most; |w|, or infinity; their scale; |f| at most; and 1 over the scale."""
MOST = 1 << 20
"""Up to how many features the rounding of each keeps lengths near these."""


@njit(cache=True, nogil=True, fastmath=FAST)
def norms(rows: Any, lengths: Any) -> None:
    """Write the length of every row."""
    for i in range(len(rows)):
        total = 0.0
        for j in range(rows.shape[1]):
            total += np.float64(rows[i, j]) * np.float64(rows[i, j])
        lengths[i] = np.sqrt(total)


@njit(cache=True, nogil=True, fastmath=FAST | {"nnan"})
def bounds(rows: Any, whole: bool, single: bool, lengths: Any, quick: Any, meta: Any) -> None:
    """Rows for the filter, written to `quick` unless they are `whole` numbers already; and to `meta`, of each row,

    its scale, what |w| and what the rounding of the weights is multiplied by in the bound on the error, and 0.
    """
    d = rows.shape[1]
    slack = strictness(d, single)
    for i in range(len(rows)):
        length = lengths[i]
        usual = length == 0.0 or (length >= LOW and length <= HIGH)
        scale = 1.0
        lost = 0.0
        if not whole:
            largest = 0.0
            if usual:
                for j in range(d):
                    largest = max(largest, abs(np.float64(rows[i, j])))
            scale = np.float64(np.float32(max(length / ROW, largest / WEIGHTS)))
            usual = usual and scale > 0.0 and d <= MOST
            inverse = 1.0 / scale if usual else 0.0
            for j in range(d):
                x = np.float64(rows[i, j])
                near = np.int16(np.int32(np.rint(x * inverse))) if usual else np.int16(0)
                quick[i, j] = near
                rest = x - scale * np.float64(near)
                lost += rest * rest
        rest = np.sqrt(lost) * 1.001
        meta[i, 0] = scale
        meta[i, 1] = 1.000001 * (rest + slack * length) if usual else np.inf
        meta[i, 2] = 1.000001 * (length + rest)
        meta[i, 3] = 0.0


@njit(cache=True, nogil=True, fastmath=FAST | {"nnan"})
def halve(rows: Any, single: bool, lengths: Any, halves: Any, meta: Any) -> float:
    """Rows of numbers that are not negative in four bits each, with their `meta` as of `bounds`.

    A byte holds a number of the first half and one of the second, which may be shorter. Answers which share of its
    length the average row loses.
    """
    d, half = rows.shape[1], halves.shape[1]
    slack = strictness(d, single)
    share = 0.0
    for i in range(len(rows)):
        length = lengths[i]
        largest = 0.0
        for j in range(d):
            largest = max(largest, np.float64(rows[i, j]))
        scale = np.float64(np.float32(1.000001 * largest / 15.0))  # a little more, so that no number becomes 16
        usual = length >= LOW and length <= HIGH and scale > 0.0 and d <= MOST
        inverse = 1.0 / scale if usual else 0.0
        lost = 0.0
        for j in range(half):
            low = np.int32(np.float64(rows[i, j]) * inverse + 0.5)
            rest = np.float64(rows[i, j]) - scale * low
            lost += rest * rest
            halves[i, j] = low
        for j in range(d - half):
            high = np.int32(np.float64(rows[i, j + half]) * inverse + 0.5)
            rest = np.float64(rows[i, j + half]) - scale * high
            lost += rest * rest
            halves[i, j] |= np.uint8(high << 4)
        rest = np.sqrt(lost) * 1.001
        share += rest / length if usual else 1.0
        meta[i, 0] = scale
        meta[i, 1] = 1.000001 * (rest + slack * length) if usual else np.inf
        meta[i, 2] = 1.000001 * (length + rest)
        meta[i, 3] = 0.0
    return share / len(rows)


@njit(cache=True, nogil=True, inline="always")
def strictness(d: int, single: bool) -> float:
    """How far from each other any two orders of a sum can be, for |w| |x| = 1: what float64 rounds, or float32."""
    return 1.1 * (d + 16) * 2.0**-24 if single else 2.2 * (d + 16) * 2.0**-53


@njit(cache=True, nogil=True, inline="always")
def _scale(norm: float, scale: float, grid: float) -> float:
    """The power of two by which weights of a length are divided; `scale` if it still serves; 0 if none does."""
    if not (norm >= LOW and norm <= HIGH):
        return 0.0
    if norm <= WEIGHTS * grid:
        return grid
    if norm > WEIGHTS * scale or norm < 0.2 * WEIGHTS * scale:
        scale = math.ldexp(1.0, math.frexp(norm / WEIGHTS)[1])
    return max(scale, grid)


@njit(cache=True, nogil=True, inline="always")
def _spread(scale: float, grid: float, d: int) -> float:
    """How long what the rounding of the weights takes away can be."""
    return 0.0 if grid > 0.0 and scale == grid else 1.01 * scale * np.sqrt(np.float64(d))


@njit(cache=True, nogil=True, inline="always")
def _take_scale(sizes: Any, o: Any, scale: float, grid: float, d: int) -> None:
    sizes[o, SCALE] = scale
    sizes[o, SPREAD] = _spread(scale, grid, d)
    sizes[o, INVERSE] = 1.0 / scale if scale > 0.0 else 0.0


@leaf(fastmath={"reassoc"})
def _learn(rows: Any, r: Any, w: Any, v: Any, o: Any, update: float, inverse: float, single: bool) -> float:
    """Add a multiple of an instance to the weights; their net input before, as `any_order`, comes for nothing."""
    total = 0.0
    if single:
        small = np.float64(np.float32(update))
        for j in range(w.shape[1]):
            x = np.float64(rows[r, j])
            total += x * w[o, j]
            new = np.float64(np.float32(w[o, j] + x * small))
            w[o, j] = new
            v[o, j] = np.int16(np.int32(new * inverse))
    else:
        for j in range(w.shape[1]):
            x = np.float64(rows[r, j])
            total += x * w[o, j]
            new = w[o, j] + x * update
            w[o, j] = new
            v[o, j] = np.int16(np.int32(new * inverse))
    return total


@njit(cache=True, nogil=True, inline="always")
def _correct(
    rows: Any, r: Any, length: float, limit: float, spread: float, o: int, sign: int, z: float, number: int,
    v: Any, sizes: Any, lost: Any, error: Any, wrong: Any, w: Any, b: Any, row_weights: Any, class_weights: Any,
    rule: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """An instance that is not certainly right: find out, and learn from it."""
    slack, rounding, whole, grid, eta, single, tie, learns_bias, decay, by_loss, strict = rule
    bias = b[o]
    square = sizes[o, SQUARE]
    norm = sizes[o, REACH] if sizes[o, REACH] < np.inf else np.sqrt(square)
    reach = norm * length
    doubt = 0.0
    known = False  # whether the sign of z is certain
    sure = False  # whether z is the strict one
    exact = reach < grid * 2.0**52
    if sizes[o, REACH] < np.inf and limit < np.inf:
        doubt = sizes[o, REACH] * limit + spread
        known = abs(z) > doubt
        sure = exact and whole and sizes[o, SPREAD] == 0.0
        if not sure and not known:
            z = any_order(rows, r, w, o) + bias
            doubt = slack * reach
            known = abs(z) > doubt
            sure = exact
    if not sure and (not known or (by_loss and strict)):
        z = strict_sum(rows, r, w, o, single) + bias
        sure = True
    if sure or abs(z) > doubt:
        times = times_of(z, sign, tie)
    elif tie == SIGN:
        times = 2 * sign
    else:
        times = sign
    update = eta * times
    if times != 0 and (len(class_weights) > 0 or len(row_weights) > 0):
        update *= weight_of(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
    better = z
    if update != 0.0:
        # |w| can grow by no more than |update x|, so the scale can be known before.
        scale = _scale(norm + abs(update) * length, sizes[o, SCALE], grid)
        if scale != sizes[o, SCALE]:
            _take_scale(sizes, o, scale, grid, w.shape[1])
        better = _learn(rows, r, w, v, o, update, sizes[o, INVERSE], single) + bias
    elif by_loss and not sure and z * sign < doubt:
        better = any_order(rows, r, w, o) + bias
    if not sure and z * sign < doubt:
        z = better
        doubt = slack * reach
        sure = exact
    if by_loss and z * sign < doubt:
        if z * sign < 0.0:
            lost[o] += -(z * sign)
        if not sure:
            error[o] += doubt + 4e-16 * abs(z)
    if update == 0.0:
        return
    grown = update * update * length * length
    square += 2.0 * update * (z - bias) + grown + rounding * (square + grown + abs(update * bias))
    if not sure:
        square += 2.0 * abs(update) * doubt
    if not square < HIGH * HIGH or square < 1e-3 * grown:
        square = square_of(w, o) * (1.0 + 1e-9)
    sizes[o, SQUARE] = square
    sizes[o, REACH] = reach_of(square) if sizes[o, SCALE] > 0.0 else np.inf
    if learns_bias:
        b[o] = bias + update * decay
    wrong[o] += 1
    if kept[0] < len(steps):
        steps[kept[0]] = number
        marks[kept[0]] = (base + o) * 8 + times + 2
        kept[0] += 1


@njit(cache=True, nogil=True, inline="always")
def _ask(quick: Any, meta: Any, row: Any) -> None:
    """Ask for a row before its turn."""
    prefetch(meta, np.uint64(4) * row)
    _ask_whole(quick, row)


@njit(cache=True, nogil=True, inline="always")
def _ask_whole(table: Any, row: Any) -> None:
    """Ask for all lines of the cache that hold a row."""
    width = np.uint64(table.shape[1])
    for k in range(row * width, (row + np.uint64(1)) * width, np.uint64(64 // table.itemsize)):
        prefetch(table, k)


@leaf()
def _one(
    rows: Any, quick: Any, halves: Any, traits: Any, lengths: Any, meta: Any,
    order: Any, begin: int, end: int, ahead: int, signs: Any, o: int,
    v: Any, sizes: Any, lost: Any, error: Any, wrong: Any, w: Any, b: Any, row_weights: Any, class_weights: Any,
    rule: Any, kept: Any, steps: Any, marks: Any, base: int, number: int,
) -> None:  # fmt: skip
    """An output meets a block of rows."""
    whole, top, coarse = rule[2], rule[3] * 2.0**51, len(halves) > 0
    scale, bias, reach, spread = sizes[o, SCALE], b[o], sizes[o, REACH], sizes[o, SPREAD]
    exact = whole and spread == 0.0 and reach * ROW < top
    for i in range(begin, end):
        r = np.int64(np.uint32(order[i]))
        if ahead and i + ahead < len(order):
            later = np.uint64(np.uint32(order[i + ahead]))
            if coarse:
                _ask(halves, traits, later)
            else:
                _ask(quick, meta, later)
            if signs.shape[1] == 1:
                prefetch(signs, later)
        sign = np.int64(signs[r, o])
        if coarse:
            z = scale * np.float64(traits[r, 0]) * np.float64(dot_of_halves(halves, v, r, o)) + bias
            bar = reach * np.float64(traits[r, 1]) + spread * np.float64(traits[r, 2])
            if z * np.float64(sign) > bar:
                continue
        z = scale * np.float64(dot(quick, v, r, o))
        bar = 0.0
        if not exact:
            z *= np.float64(meta[r, 0])
            bar = reach * np.float64(meta[r, 1]) + spread * np.float64(meta[r, 2])
        z += bias
        if z * np.float64(sign) > bar:
            continue  # certainly right
        limit, width = np.float64(meta[r, 1]), np.float64(meta[r, 2])
        _correct(
            rows, r, lengths[r], limit, spread * width, o, sign, z, number + r, v, sizes, lost, error, wrong,
            w, b, row_weights, class_weights, rule, kept, steps, marks, base,
        )  # fmt: skip
        scale, bias, reach, spread = sizes[o, SCALE], b[o], sizes[o, REACH], sizes[o, SPREAD]
        exact = whole and spread == 0.0 and reach * ROW < top


@leaf()
def _four(
    rows: Any, quick: Any, lengths: Any, meta: Any, order: Any, begin: int, end: int, part: int, parts: int,
    often: bool, signs: Any, one: int, two: int, three: int, four: int,
    v: Any, sizes: Any, lost: Any, error: Any, wrong: Any, w: Any, b: Any, row_weights: Any, class_weights: Any,
    rule: Any, kept: Any, steps: Any, marks: Any, base: int, number: int,
) -> None:  # fmt: skip
    """Four outputs meet a block of rows, and ask for their part of the next block."""
    soon = end + part
    for i in range(begin, end):
        r = np.int64(np.uint32(order[i]))
        if i + end - begin == soon:
            soon += parts
            if i + end - begin < len(order):
                later = np.uint64(np.uint32(order[i + end - begin]))
                _ask(quick, meta, later)
                _ask_whole(signs, later)
                if often:
                    _ask_whole(rows, later)
        scale, limit, width = np.float64(meta[r, 0]), np.float64(meta[r, 1]), np.float64(meta[r, 2])
        sums = four_dots(quick, v, r, one, two, three, four)
        z1 = scale * sizes[one, SCALE] * np.float64(sums[0]) + b[one]
        z2 = scale * sizes[two, SCALE] * np.float64(sums[1]) + b[two]
        z3 = scale * sizes[three, SCALE] * np.float64(sums[2]) + b[three]
        z4 = scale * sizes[four, SCALE] * np.float64(sums[3]) + b[four]
        ok1 = z1 * np.float64(signs[r, one]) > sizes[one, REACH] * limit + sizes[one, SPREAD] * width
        ok2 = z2 * np.float64(signs[r, two]) > sizes[two, REACH] * limit + sizes[two, SPREAD] * width
        ok3 = z3 * np.float64(signs[r, three]) > sizes[three, REACH] * limit + sizes[three, SPREAD] * width
        ok4 = z4 * np.float64(signs[r, four]) > sizes[four, REACH] * limit + sizes[four, SPREAD] * width
        if ok1 & ok2 & ok3 & ok4:
            continue  # certainly right
        for k in range(4):
            o, z, ok = one, z1, ok1
            if k == 1:
                o, z, ok = two, z2, ok2
            elif k == 2:
                o, z, ok = three, z3, ok3
            elif k == 3:
                o, z, ok = four, z4, ok4
            if not ok:
                _correct(
                    rows, r, lengths[r], limit, sizes[o, SPREAD] * width, o, np.int64(signs[r, o]), z, number + r,
                    v, sizes, lost, error, wrong, w, b, row_weights, class_weights, rule, kept, steps, marks, base,
                )  # fmt: skip


@njit(cache=True, nogil=True)
def dense(
    rows: Any, quick: Any, halves: Any, traits: Any, whole: bool, lengths: Any, meta: Any, grid: float,
    block: int, ahead: int,
    order: Any, step: Any, signs: Any, w: Any, b: Any, row_weights: Any, class_weights: Any, eta: float,
    single: bool, tie: int, learns_bias: bool, decay: float, stop: int, tol: float, patience: int, strict: bool,
    first: int, last: int, state: Any, best: Any, blur: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any,
    per_epoch: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """Epochs `first` to `last` of outputs that share an order: block of rows, four outputs (or one), row.

    `signs` has a row for each instance.
    """
    n, d = rows.shape
    outputs = len(state)
    slack = strictness(d, single)
    rounding = 1e-6 + slack if single else 1e-14 + slack
    rule = (slack, rounding, whole, grid, eta, single, tie, learns_bias, decay, stop == LOSS, strict)
    given = order
    order, scratch = order.copy(), np.empty(n, np.int32)
    active = np.flatnonzero(state == ACTIVE)
    lost = np.zeros(outputs)
    error = np.zeros(outputs)
    sizes = np.zeros((outputs, 8))  # a line of the cache each
    wrong = np.zeros(outputs, np.int64)
    v = np.zeros((outputs, max(d, 2 * halves.shape[1])), np.int16)
    for epoch in range(first, last):
        if len(active) == 0:
            break
        if len(step):
            for i in range(n):
                scratch[i] = order[np.uint32(step[i])]
            order, scratch = scratch, order
        often = 2 * wrong.sum() >= n or epoch == first  # many rows will be learned from, and not only met
        for o in active:
            lost[o] = 0.0
            error[o] = 0.0
            wrong[o] = 0
            sizes[o, SQUARE] = square_of(w, o) * (1.0 + 1e-9)
            _take_scale(sizes, o, _scale(np.sqrt(sizes[o, SQUARE]), 0.0, grid), grid, d)
            sizes[o, REACH] = reach_of(sizes[o, SQUARE]) if sizes[o, SCALE] > 0.0 else np.inf
            for j in range(d):
                v[o, j] = np.int16(np.int32(w[o, j] * sizes[o, INVERSE]))
        for begin in range(0, n, block):
            end = min(begin + block, n)
            at = 0
            while at < len(active):
                size = 4 if at + 4 <= len(active) else 1
                one = active[at]
                if size == 4:
                    _four(
                        rows, quick, lengths, meta, order, begin, end, at // 4, len(active) // 4, often, signs,
                        one, active[at + 1], active[at + 2], active[at + 3],
                        v, sizes, lost, error, wrong, w, b, row_weights, class_weights,
                        rule, kept, steps, marks, base, epoch * n,
                    )  # fmt: skip
                else:
                    _one(
                        rows, quick, halves, traits, lengths, meta, order, begin, end, ahead if at == 0 else 0, signs,
                        one, v, sizes, lost, error, wrong, w, b, row_weights, class_weights,
                        rule, kept, steps, marks, base, epoch * n,
                    )  # fmt: skip
                at += size
        finished = False
        for o in active:
            epochs[o] = epoch + 1
            mistakes[o] += wrong[o]
            lately[o] = wrong[o]
            per_epoch[epoch] += wrong[o]
            if not np.isfinite(sizes[o, SQUARE] + b[o]) and not finite(w, o, b[o]):
                state[o] = BROKEN
                return
            doubted = blurred(lost[o], error[o], n)
            state[o] = close(stop, tol, patience, wrong[o], lost[o] / n, doubted, best, blur, bad, o)
            if state[o] != ACTIVE:
                finished = True
        if finished:
            active = active[state[active] == ACTIVE]
    given[:] = order
