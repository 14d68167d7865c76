"""The rule as compiled loops, for large tasks. Importing this module loads numba.

They give the reference's bits without always summing as it does. Only the sign of a net input decides, so
a quick sum (float32, many lanes, any order) comes first, with a rigorous bound on how far it can be
from the strict one:

    |quick - strict| <= 1.1 (features + 16) 2**-24 |w| |x|

Where the sign is not certain, a float64 sum in any order comes next, with 2**-53 in its bound, and only
then the strict sum, from left to right. Where instances and steps are integers on one grid and
|w| |x| < 2**52 (2**23 in float32), no sum is rounded at all, so any order gives the strict sum.

The loss decides when scikit-learn's training ends. It is summed from quick sums with a bound on its error;
where the bound leaves the decision open, the output becomes UNSURE, and is trained again with `strict`
losses. The bounds need norms that neither overflow nor vanish in float32; outside 1e-15 to 1e15 every sum is
strict. |w|**2 is carried along (it changes by 2 u wx + u**2 xx), with what rounding may add, and taken
anew in every epoch. Additions to the weights are never fused with the multiplication.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

HEAVISIDE, ZERO, ERROR, SIGN = range(4)
ACTIVE, DONE, CLEAN, BROKEN, UNSURE = range(5)
MISTAKES, LOSS = range(2)
_FAST = {"reassoc", "contract", "nsz", "arcp", "afn"}
_LOW, _HIGH = 1e-15, 1e15


@intrinsic
def _prefetch(typingctx: Any, array: Any, index: Any) -> Any:
    """Ask for the cache line of an element of a flat array."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        struct = cgutils.create_struct_proxy(signature.args[0])(context, builder, arguments[0])
        place = builder.gep(struct.data, [arguments[1]])
        pointer = builder.bitcast(place, ir.IntType(8).as_pointer())
        kind = ir.FunctionType(ir.VoidType(), [pointer.type, *[ir.IntType(32)] * 3])
        function = builder.module.declare_intrinsic("llvm.prefetch", [pointer.type], kind)
        word = ir.IntType(32)
        builder.call(function, [pointer, word(0), word(3), word(1)])
        return context.get_dummy_value()

    return types.void(array, types.intp), codegen


@njit(cache=True, nogil=True)
def permutation(count: int, seed: int) -> Any:
    """`orders.permutation`."""
    order = np.arange(count).astype(np.int32)
    state = np.uint32(seed if seed else 1)
    for i in range(count - 1):
        state ^= np.uint32(state << np.uint32(13))
        state ^= np.uint32(state >> np.uint32(17))
        state ^= np.uint32(state << np.uint32(5))
        j = i + np.int64(state & np.uint32(0x7FFFFFFF)) % (count - i)
        order[i], order[j] = order[j], order[i]
    return order


@njit(cache=True, nogil=True)
def _advance(order: Any, step: Any, scratch: Any) -> None:
    """The order of the next epoch."""
    for i in range(len(order)):
        scratch[i] = order[np.uint32(step[i])]
    order[:] = scratch


@njit(cache=True, nogil=True, inline="always")
def _times(z: float, sign: int, tie: int) -> int:
    """`rule.correction`."""
    if tie == SIGN:
        return sign - (np.int64(z > 0.0) - np.int64(z < 0.0))
    if tie == ERROR:
        right = z * sign > 0.0
    elif tie == HEAVISIDE:
        right = (z >= 0.0) == (sign > 0)
    else:
        right = (z > 0.0) == (sign > 0)
    return 0 if right else sign


@njit(cache=True, nogil=True)
def _blurred(lost: float, error: float, n: int) -> float:
    """How far a mean loss can be from the strict one, what its summation rounds included."""
    return 0.0 if error == 0.0 else (1.01 * error + 2.3e-16 * n * lost) / n


@njit(cache=True, nogil=True)
def _close(
    stop: int, tol: float, patience: int, wrong: int, mean: float, error: float, best: Any, blur: Any, bad: Any, o: int
) -> int:
    """What an output is after an epoch: `task.Plateau`, for tol < 0 meaning None.

    `error` says how far the mean loss can be from the strict one, `blur` the same for the best so far.
    """
    if stop == MISTAKES:
        return DONE if wrong == 0 else ACTIVE
    if tol >= 0.0:
        doubt = error + blur[o]
        if doubt > 0.0 and abs(mean - (best[o] - tol)) <= 2.0 * doubt + 1e-15 * (mean + tol):
            return UNSURE
        if mean > best[o] - tol:
            bad[o] += 1
        else:
            bad[o] = 0
    else:
        bad[o] = 0
    if mean + error < best[o] - blur[o]:
        blur[o] = error
    elif mean - error <= best[o] + blur[o]:
        blur[o] = max(blur[o], error)
    best[o] = min(best[o], mean)
    if bad[o] >= patience:
        return DONE
    return CLEAN if wrong == 0 and mean == 0.0 else ACTIVE


@njit(cache=True, nogil=True, fastmath=_FAST)
def _quick(rows: Any, r: Any, w: Any, o: Any) -> Any:
    """A float32 sum in whatever order is quickest."""
    total = np.float32(0.0)
    for j in range(w.shape[1]):
        total += np.float32(rows[r, j]) * w[o, j]
    return total


@njit(cache=True, nogil=True, fastmath=_FAST)
def _any_order(rows: Any, r: Any, w: Any, o: Any) -> float:
    """A float64 sum in whatever order is quickest."""
    total = 0.0
    for j in range(w.shape[1]):
        total += np.float64(rows[r, j]) * w[o, j]
    return total


@njit(cache=True, nogil=True)
def _strict(rows: Any, r: Any, w: Any, o: Any, single: bool) -> float:
    """The sum of the reference."""
    total = 0.0
    if single:
        for j in range(w.shape[1]):
            total += np.float64(np.float32(w[o, j]) * np.float32(rows[r, j]))
        return np.float64(np.float32(total))
    for j in range(w.shape[1]):
        total += w[o, j] * np.float64(rows[r, j])
    return total


@njit(cache=True, nogil=True, fastmath={"reassoc"})
def _add(rows: Any, r: Any, w: Any, w32: Any, o: Any, update: float, single: bool) -> float:
    """Add a multiple of an instance to the weights; their net input before, as `_any_order`, comes for nothing."""
    total = 0.0
    if single:
        small = np.float64(np.float32(update))
        for j in range(w.shape[1]):
            x = np.float64(rows[r, j])
            total += x * w[o, j]
            new = np.float32(w[o, j] + x * small)
            w[o, j] = np.float64(new)
            w32[o, j] = new
    else:
        for j in range(w.shape[1]):
            x = np.float64(rows[r, j])
            total += x * w[o, j]
            new = w[o, j] + x * update
            w[o, j] = new
            w32[o, j] = np.float32(new)
    return total


@njit(cache=True, nogil=True)
def _weight(class_weights: Any, row_weights: Any, o: int, plus: int, r: int, single: bool) -> float:
    """What a correction is multiplied by."""
    weight = 1.0
    if len(class_weights):
        weight = np.float64(class_weights[o, plus])
    if len(row_weights):
        weight = weight * np.float64(row_weights[r])
        if single:
            weight = np.float64(np.float32(weight))
    return weight


@njit(cache=True, nogil=True, fastmath=_FAST)
def _square(w: Any, o: Any) -> float:
    total = 0.0
    for j in range(w.shape[1]):
        total += w[o, j] * w[o, j]
    return total


@njit(cache=True, nogil=True, fastmath=_FAST)
def norms(rows: Any) -> Any:
    """The length of every row."""
    found = np.empty(len(rows))
    for i in range(len(rows)):
        row = rows[i]
        total = 0.0
        for j in range(len(row)):
            total += np.float64(row[j]) * np.float64(row[j])
        found[i] = np.sqrt(total)
    return found


@njit(cache=True, nogil=True)
def _finite(w: Any, o: Any, b: float) -> bool:
    for j in range(w.shape[1]):
        if not np.isfinite(w[o, j]):
            return False
    return bool(np.isfinite(b))


@njit(cache=True, nogil=True, fastmath=_FAST)
def _quick_four(rows: Any, r: Any, w: Any, one: Any, two: Any, three: Any, four: Any) -> Any:
    """The quick sums of four outputs at once: the row is loaded but once."""
    a = np.float32(0.0)
    b = np.float32(0.0)
    c = np.float32(0.0)
    d = np.float32(0.0)
    for j in range(w.shape[1]):
        x = np.float32(rows[r, j])
        a += x * w[one, j]
        b += x * w[two, j]
        c += x * w[three, j]
        d += x * w[four, j]
    return a, b, c, d


@njit(cache=True, nogil=True, inline="always")
def _correct(
    rows: Any, r: Any, length: float, limit: float, o: int, sign: int, quick: float, number: int,
    w32: Any, squares: Any, reaches: Any, lost: Any, error: Any, wrong: Any, slacks: Any,
    w: Any, b: Any, row_weights: Any, class_weights: Any, eta: float, single: bool, tie: int, learns_bias: bool,
    decay: float, by_loss: bool, strict: bool, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """An instance that is not certainly right: find out, and learn from it."""
    slack32, slack64, rounding, exact32, exact64 = slacks
    bias = b[o]
    square = squares[o]
    norm = np.sqrt(square)
    reach = norm * length
    z = quick
    doubt = 0.0
    known = False  # whether the sign of z is certain
    sure = False  # whether z is the strict one
    if reaches[o] < np.inf and limit < np.inf:
        doubt = slack32 * reach
        known = abs(z) > doubt
        sure = reach < exact32
        if not sure and not known:
            z = _any_order(rows, r, w, o) + bias
            doubt = slack64 * reach
            known = abs(z) > doubt
            sure = reach < exact64
    if not sure and (not known or (by_loss and strict)):
        z = _strict(rows, r, w, o, single) + bias
        sure = True
    if sure or abs(z) > doubt:
        times = _times(z, sign, tie)
    elif tie == SIGN:
        times = 2 * sign
    else:
        times = sign
    update = eta * times
    if times != 0 and (len(class_weights) > 0 or len(row_weights) > 0):
        update *= _weight(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
    better = 0.0
    if update != 0.0:
        better = _add(rows, r, w, w32, o, update, single) + bias
    elif by_loss and not sure and z * sign < doubt:
        better = _any_order(rows, r, w, o) + bias
    if by_loss and z * sign < doubt:
        if not sure:
            z = better
            doubt = slack64 * reach
            sure = reach < exact64
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
    if not square < _HIGH * _HIGH or square < 1e-3 * grown:
        square = _square(w, o) * (1.0 + 1e-9)
    squares[o] = square
    reaches[o] = _reach(square)
    if learns_bias:
        b[o] = bias + update * decay
    wrong[o] += 1
    if kept[0] < len(steps):
        steps[kept[0]] = number
        marks[kept[0]] = (base + o) * 8 + times + 2
        kept[0] += 1


@njit(cache=True, nogil=True, inline="always")
def _reach(square: float) -> float:
    """|w|, or infinity where float32 does not bear it: then nothing is certain."""
    norm = np.sqrt(square)
    return norm if norm >= _LOW and norm <= _HIGH else np.inf


@njit(cache=True, nogil=True)
def dense(
    rows: Any, quick: Any, lengths: Any, w32: Any, squares: Any, grid: float, block: int, ahead: int,
    order: Any, step: Any, signs: Any, w: Any, b: Any, row_weights: Any, class_weights: Any, eta: float,
    single: bool, tie: int, learns_bias: bool, decay: float, stop: int, tol: float, patience: int, strict: bool,
    first: int, last: int, state: Any, best: Any, blur: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any,
    per_epoch: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """Epochs `first` to `last` of outputs that share an order: block of rows, four outputs (or one), row.

    `signs` has a row for each instance.
    """
    n, d = rows.shape
    flat = quick.reshape(-1)
    line = np.uint64(max(1, 64 // flat.itemsize))
    slack32 = 1.1 * (d + 16) * 2.0**-24
    slack64 = slack32 if single else 2.2 * (d + 16) * 2.0**-53
    rounding = 1e-6 + slack32 if single else 1e-14 + slack64
    slacks = (slack32, slack64, rounding, grid * 2.0**23, grid * 2.0**52)
    by_loss = stop == LOSS
    limits = np.empty(n)
    for i in range(n):
        length = lengths[i]
        limits[i] = slack32 * length if length == 0.0 or (length >= _LOW and length <= _HIGH) else np.inf
    scratch = np.empty(len(order), np.int32)
    active = np.flatnonzero(state == ACTIVE)
    lost = np.zeros(len(state))
    error = np.zeros(len(state))
    reaches = np.zeros(len(state))
    group = np.zeros(4, np.uint32)
    sums = np.zeros(4)
    wrong = np.zeros(len(state), np.int64)
    for epoch in range(first, last):
        if len(active) == 0:
            break
        if len(step):
            _advance(order, step, scratch)
        for o in active:
            lost[o] = 0.0
            error[o] = 0.0
            wrong[o] = 0
            squares[o] = _square(w, o) * (1.0 + 1e-9)
            reaches[o] = _reach(squares[o])
        for begin in range(0, n, block):
            end = min(begin + block, n)
            at = 0
            while at < len(active):
                size = 4 if at + 4 <= len(active) else 1
                for k in range(size):
                    group[k] = active[at + k]
                at += size
                o = group[0]
                bias = b[o]
                far = reaches[o]
                for i in range(begin, end):
                    r = np.uint32(order[i])
                    if ahead and i + ahead < n:
                        head = np.uint64(np.uint32(order[i + ahead])) * np.uint64(d)
                        for k in range(head, head + np.uint64(d), line):
                            _prefetch(flat, k)
                    limit = limits[r]
                    if size == 1:
                        z = np.float64(_quick(quick, r, w32, o)) + bias
                        if z * np.float64(signs[r, o]) > far * limit:
                            continue  # certainly right
                        sums[0] = z
                    else:
                        four = _quick_four(quick, r, w32, group[0], group[1], group[2], group[3])
                        sums[0] = np.float64(four[0]) + b[group[0]]
                        sums[1] = np.float64(four[1]) + b[group[1]]
                        sums[2] = np.float64(four[2]) + b[group[2]]
                        sums[3] = np.float64(four[3]) + b[group[3]]
                    for k in range(size):
                        o = group[k]
                        sign = np.int64(signs[r, o])
                        if not sums[k] * np.float64(sign) > reaches[o] * limit:
                            _correct(
                                rows, r, lengths[r], limit, o, sign, sums[k], epoch * n + np.int64(r),
                                w32, squares, reaches, lost, error, wrong, slacks,
                                w, b, row_weights, class_weights, eta, single, tie, learns_bias,
                                decay, by_loss, strict, kept, steps, marks, base,
                            )  # fmt: skip
                    bias = b[group[0]]
                    far = reaches[group[0]]
        finished = False
        for o in active:
            epochs[o] = epoch + 1
            mistakes[o] += wrong[o]
            lately[o] = wrong[o]
            per_epoch[epoch] += wrong[o]
            if not np.isfinite(squares[o] + b[o]) and not _finite(w, o, b[o]):
                state[o] = BROKEN
                return
            blurred = _blurred(lost[o], error[o], n)
            state[o] = _close(stop, tol, patience, wrong[o], lost[o] / n, blurred, best, blur, bad, o)
            if state[o] != ACTIVE:
                finished = True
        if finished:
            active = active[state[active] == ACTIVE]


@njit(cache=True, nogil=True)
def narrow(
    rows: Any, order: Any, step: Any, signs: Any, w: Any, b: Any, row_weights: Any, class_weights: Any,
    eta: float, single: bool, tie: int, learns_bias: bool, decay: float, stop: int, tol: float, patience: int,
    strict: bool, first: int, last: int, state: Any, best: Any, blur: Any, bad: Any, epochs: Any, mistakes: Any,
    lately: Any, per_epoch: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """The same for few features: output by output, with strict sums alone."""
    n, d = rows.shape
    scratch = np.empty(n, np.int32)
    mine = order.copy()
    shuffled = len(step) > 0
    weighted = len(class_weights) > 0 or len(row_weights) > 0
    wo = np.empty((1, d))
    w32 = np.empty((1, d), np.float32)
    for o in range(len(state)):
        if state[o] != ACTIVE:
            continue
        so = signs[o]
        for j in range(d):
            wo[0, j] = w[o, j]
        bias = b[o]
        if shuffled:
            for i in range(n):
                mine[i] = order[i]
        for epoch in range(first, last):
            if shuffled:
                _advance(mine, step, scratch)
            lost = 0.0
            wrong = 0
            for i in range(n):
                r = np.int64(mine[i]) if shuffled else i
                sign = np.int64(so[r])
                z = _strict(rows, r, wo, 0, single) + bias
                times = _times(z, sign, tie)
                if z * sign < 0.0:
                    lost -= z * sign
                if times == 0:
                    continue
                update = eta * times
                if weighted:
                    update *= _weight(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
                    if update == 0.0:
                        continue
                _add(rows, r, wo, w32, 0, update, single)
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
            if not _finite(wo, 0, bias):
                state[o] = BROKEN
                return
            state[o] = _close(stop, tol, patience, wrong, lost / n, 0.0, best, blur, bad, o)
            if state[o] != ACTIVE:
                break
        for j in range(d):
            w[o, j] = wo[0, j]
        b[o] = bias
    if shuffled:
        for _ in range(first, last):
            _advance(order, step, scratch)


@njit(cache=True, nogil=True)
def dual(
    rows: Any, gram: Any, signs: Any, w: Any, b: Any, eta: float, tie: int, stop: int, tol: float, patience: int,
    last: int, state: Any, best: Any, blur: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any, per_epoch: Any,
    kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """Few instances of whole numbers, from zero weights, in the order of the rows: the dual form.

    The net inputs of all instances are kept, in units of eta; a correction by instance r adds row r of the
    Gram matrix to them. They are whole numbers, so nothing is ever rounded.
    """
    n, d = rows.shape
    z = np.empty(n, gram.dtype)
    low = np.empty(n, gram.dtype)
    added = np.empty(n, np.int64)
    for o in range(len(state)):
        so = signs[o]
        for i in range(n):
            z[i] = 0
            added[i] = 0
            # Right where sign * z > low: a tie is right for +1 (heaviside), for -1 (zero), or for neither.
            low[i] = -1 if (tie == HEAVISIDE and so[i] > 0) or (tie == ZERO and so[i] < 0) else 0
        for epoch in range(last):
            lost = 0
            wrong = 0
            for i in range(n):
                sign = np.int64(so[i])
                far = sign * z[i]
                if far > low[i]:
                    continue
                lost -= far
                line = gram[i]
                times = 2 * sign if tie == SIGN and far < 0 else sign
                if times == 1:
                    for k in range(n):
                        z[k] += line[k]
                elif times == -1:
                    for k in range(n):
                        z[k] -= line[k]
                else:
                    for k in range(n):
                        z[k] += times * line[k]
                added[i] += times
                wrong += 1
                if kept[0] < len(steps):
                    steps[kept[0]] = epoch * n + i
                    marks[kept[0]] = (base + o) * 8 + times + 2
                    kept[0] += 1
            epochs[o] = epoch + 1
            mistakes[o] += wrong
            lately[o] = wrong
            per_epoch[epoch] += wrong
            state[o] = _close(stop, tol, patience, wrong, eta * lost / n, 0.0, best, blur, bad, o)
            if state[o] != ACTIVE:
                break
        total = 0
        for i in range(n):
            total += added[i]
        b[o] = total * eta
        for j in range(d):
            total = 0
            for i in range(n):
                total += added[i] * np.int64(rows[i, j])
            w[o, j] = total * eta


@njit(cache=True, nogil=True)
def sparse_pack(data: Any, indices: Any, indptr: Any, shift: Any, quick: Any, meta: Any) -> bool:
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
        usual = scale >= _LOW and largest <= _HIGH
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
        meta[i, 1] = 1.000001 * limit if usual and length <= _HIGH else np.inf
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


@njit(cache=True, nogil=True, fastmath=_FAST)
def _sparse_quick(quick: Any, shift: Any, begin: int, end: int, w: Any) -> Any:
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


@njit(cache=True, nogil=True, fastmath=_FAST)
def _sparse_any_order(data: Any, quick: Any, shift: Any, begin: int, end: int, w: Any) -> float:
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


@njit(cache=True, nogil=True, fastmath=_FAST)
def _sparse_length(data: Any, begin: int, end: int) -> float:
    total = 0.0
    for k in range(begin, end):
        total += np.float64(data[k]) * np.float64(data[k])
    return np.sqrt(total)


@njit(cache=True, nogil=True)
def _sparse_strict(data: Any, quick: Any, shift: Any, begin: int, end: int, w: Any, single: bool) -> float:
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
                _advance(mine, step, scratch)
            lost = 0.0
            error = 0.0
            wrong = 0
            square = _square(w, o) * (1.0 + 1e-9)
            norm = _reach(square)
            for i in range(n):
                r = np.uint32(mine[i])
                if i + 2 * ahead < n:
                    _prefetch(indptr, np.uint32(mine[i + 2 * ahead]))
                    later = np.uint32(mine[i + ahead])
                    for k in range(np.uint64(indptr[later]), np.uint64(indptr[later + np.uint32(1)]), line):
                        _prefetch(quick, k)
                    _prefetch(bounds, np.uint64(2) * np.uint64(later))
                    _prefetch(so, later)
                begin = np.uint64(indptr[r])
                end = np.uint64(indptr[r + np.uint32(1)])
                sign = np.int64(so[r])
                limit = np.float64(meta[r, 1])
                z = np.float64(meta[r, 0]) * np.float64(_sparse_quick(quick, shift, begin, end, w32o)) + bias
                if z * sign > norm * limit:
                    continue  # certainly right
                length = _sparse_length(data, begin, end)
                known = False
                doubt = 0.0
                if norm < np.inf and limit < np.inf:
                    known = abs(z) > norm * limit
                    z = _sparse_any_order(data, quick, shift, begin, end, wo) + bias
                    doubt = unit64 * (np.float64(end - begin) + 16.0) * norm * length
                    if z * sign > doubt:
                        continue
                    known = known or abs(z) > doubt
                if not known or (by_loss and strict):
                    z = _sparse_strict(data, quick, shift, begin, end, wo, single) + bias
                    doubt = 0.0
                if doubt == 0.0 or abs(z) > doubt:
                    times = _times(z, sign, tie)
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
                    update *= _weight(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
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
                if not square < _HIGH * _HIGH or square < 1e-3 * grown:
                    square = _square(w, o) * (1.0 + 1e-9)
                norm = _reach(square)
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
            if not _finite(w, o, bias):
                state[o] = BROKEN
                return
            blurred = _blurred(lost, error, n)
            state[o] = _close(stop, tol, patience, wrong, lost / n, blurred, best, blur, bad, o)
            if state[o] != ACTIVE:
                break
        b[o] = bias
    if len(step):
        for _ in range(first, last):
            _advance(order, step, scratch)
