"""The rule as compiled loops, for large tasks. Importing this module loads numba.

They give the reference's bits without always summing as it does. Only the sign of a net input decides, so
a quick sum (float32, many lanes, any order) comes first, with a rigorous bound on how far it can be
from the strict one:

    |quick - strict| <= 1.1 (features + 16) 2**-24 |w| |x|

Only where the sign is not certain, or the instance is answered wrongly, the strict sum is taken, from left
to right in float64. Where instances and steps are integers on one grid and |w| |x| < 2**52 (2**23 in
float32), no sum is rounded at all, so any order gives the strict sum.

The bound needs norms that neither overflow nor vanish in float32; outside 1e-15 to 1e15 every sum is strict.
Additions to the weights are element by element and are never fused with the multiplication.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

HEAVISIDE, ZERO, ERROR, SIGN = range(4)
ACTIVE, DONE, CLEAN, BROKEN = range(4)
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


@njit(cache=True, nogil=True, inline="always")
def _advance(order: Any, step: Any, scratch: Any) -> None:
    """The order of the next epoch."""
    for i in range(len(order)):
        scratch[i] = order[step[i]]
    for i in range(len(order)):
        order[i] = scratch[i]


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


@njit(cache=True, nogil=True, inline="always")
def _close(stop: int, tol: float, patience: int, wrong: int, mean: float, best: Any, bad: Any, o: int) -> int:
    """What an output is after an epoch: `task.Plateau`, for tol < 0 meaning None."""
    if stop == MISTAKES:
        return DONE if wrong == 0 else ACTIVE
    if tol >= 0.0 and mean > best[o] - tol:
        bad[o] += 1
    else:
        bad[o] = 0
    best[o] = min(best[o], mean)
    if bad[o] >= patience:
        return DONE
    return CLEAN if wrong == 0 and mean == 0.0 else ACTIVE


@njit(cache=True, nogil=True, fastmath=_FAST)
def _quick(row: Any, w: Any) -> Any:
    """A float32 sum in whatever order is quickest."""
    total = np.float32(0.0)
    for j in range(len(w)):
        total += np.float32(row[j]) * w[j]
    return total


@njit(cache=True, nogil=True, fastmath=_FAST)
def _any_order(row: Any, w: Any) -> float:
    """A float64 sum in whatever order is quickest."""
    total = 0.0
    for j in range(len(w)):
        total += np.float64(row[j]) * w[j]
    return total


@njit(cache=True, nogil=True)
def _strict(row: Any, w: Any, single: bool) -> float:
    """The sum of the reference."""
    total = 0.0
    if single:
        for j in range(len(w)):
            total += np.float64(np.float32(w[j]) * np.float32(row[j]))
        return np.float64(np.float32(total))
    for j in range(len(w)):
        total += w[j] * np.float64(row[j])
    return total


@njit(cache=True, nogil=True)
def _add(row: Any, w: Any, update: float, single: bool) -> None:
    """Add a multiple of an instance to the weights."""
    if single:
        small = np.float64(np.float32(update))
        for j in range(len(w)):
            w[j] = np.float64(np.float32(w[j] + np.float64(row[j]) * small))
    else:
        for j in range(len(w)):
            w[j] += np.float64(row[j]) * update


@njit(cache=True, nogil=True, fastmath=_FAST)
def _norm(w: Any) -> float:
    total = 0.0
    for j in range(len(w)):
        total += w[j] * w[j]
    return np.sqrt(total)


@njit(cache=True, nogil=True)
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
def _finite(w: Any, b: float) -> bool:
    for j in range(len(w)):
        if not np.isfinite(w[j]):
            return False
    return bool(np.isfinite(b))


@njit(cache=True, nogil=True)
def dense(
    rows: Any, quick: Any, lengths: Any, order: Any, step: Any, signs: Any, w: Any, b: Any, w32: Any, nw: Any,
    row_weights: Any, class_weights: Any, eta: float, grid: float, single: bool, tie: int, learns_bias: bool,
    decay: float, stop: int, tol: float, patience: int, first: int, last: int, block: int, ahead: int,
    state: Any, best: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any, per_epoch: Any, kept: Any,
    steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """Epochs `first` to `last` of outputs that share an order: block of rows, output, row."""
    n, d = rows.shape
    flat = quick.reshape(-1)
    line = max(1, 64 // flat.itemsize)
    slack = 1.1 * (d + 16) * 2.0**-24
    exact64, exact32 = grid * 2.0**52, grid * 2.0**23
    scratch = np.empty(len(order), np.int32)
    active = np.flatnonzero(state == ACTIVE)
    lost = np.zeros(len(state))
    wrong = np.zeros(len(state), np.int64)
    for epoch in range(first, last):
        if len(active) == 0:
            break
        if len(step):
            _advance(order, step, scratch)
        for o in active:
            lost[o] = 0.0
            wrong[o] = 0
        for begin in range(0, n, block):
            end = min(begin + block, n)
            for o in active:
                wo = w[o]
                w32o = w32[o]
                so = signs[o]
                norm = nw[o]
                bias = b[o]
                usual = norm >= _LOW and norm <= _HIGH
                for i in range(begin, end):
                    r = order[i]
                    if ahead and i + ahead < n:
                        at = np.int64(order[i + ahead]) * d
                        for k in range(at, at + d, line):
                            _prefetch(flat, k)
                    row = rows[r]
                    sign = np.int64(so[r])
                    length = lengths[r]
                    reach = norm * length
                    if usual and ((length >= _LOW and length <= _HIGH) or length == 0.0):
                        q = np.float64(_quick(quick[r], w32o)) + bias
                        if abs(q) > slack * reach:
                            if (q > 0.0) == (sign > 0):
                                continue
                            if reach < exact32:
                                z = q
                            elif reach < exact64:
                                z = _any_order(row, wo) + bias
                            else:
                                z = _strict(row, wo, single) + bias
                        elif reach < exact32:
                            z = q
                        elif reach < exact64:
                            z = _any_order(row, wo) + bias
                        else:
                            z = _strict(row, wo, single) + bias
                    else:
                        z = _strict(row, wo, single) + bias
                    times = _times(z, sign, tie)
                    if z * sign < 0.0:
                        lost[o] += -(z * sign)
                    if times == 0:
                        continue
                    update = eta * times
                    if len(class_weights) or len(row_weights):
                        weight = 1.0
                        if len(class_weights):
                            weight = np.float64(class_weights[o, 1 if sign > 0 else 0])
                        if len(row_weights):
                            weight = weight * np.float64(row_weights[r])
                            if single:
                                weight = np.float64(np.float32(weight))
                        update *= weight
                        if update == 0.0:
                            continue
                    _add(row, wo, update, single)
                    norm = _norm(wo)
                    usual = norm >= _LOW and norm <= _HIGH
                    for j in range(d):
                        w32o[j] = np.float32(wo[j])
                    if learns_bias:
                        bias += update * decay
                    wrong[o] += 1
                    if kept[0] < len(steps):
                        steps[kept[0]] = epoch * n + r
                        marks[kept[0]] = (base + o) * 8 + times + 2
                        kept[0] += 1
                nw[o] = norm
                b[o] = bias
        finished = False
        for o in active:
            epochs[o] = epoch + 1
            mistakes[o] += wrong[o]
            lately[o] = wrong[o]
            per_epoch[epoch] += wrong[o]
            if not np.isfinite(nw[o] + b[o]) and not _finite(w[o], b[o]):
                state[o] = BROKEN
                return
            state[o] = _close(stop, tol, patience, wrong[o], lost[o] / n, best, bad, o)
            if state[o] != ACTIVE:
                finished = True
        if finished:
            active = active[state[active] == ACTIVE]


@njit(cache=True, nogil=True)
def narrow(
    rows: Any, order: Any, step: Any, signs: Any, w: Any, b: Any, row_weights: Any, class_weights: Any,
    eta: float, single: bool, tie: int, learns_bias: bool, decay: float, stop: int, tol: float, patience: int,
    first: int, last: int, state: Any, best: Any, bad: Any, epochs: Any, mistakes: Any, lately: Any, per_epoch: Any,
    kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """The same for few features: output by output, with strict sums alone."""
    n, d = rows.shape
    scratch = np.empty(n, np.int32)
    mine = order.copy()
    shuffled = len(step) > 0
    weighted = len(class_weights) > 0 or len(row_weights) > 0
    wo = np.empty(d)
    keep = len(steps)
    for o in range(len(state)):
        if state[o] != ACTIVE:
            continue
        so = signs[o]
        for j in range(d):
            wo[j] = w[o, j]
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
                z = 0.0
                if single:
                    z = _strict(rows[r], wo, True)
                else:
                    for j in range(d):
                        z += wo[j] * np.float64(rows[r, j])
                z += bias
                sign = np.int64(so[r])
                times = _times(z, sign, tie)
                if times == 0:
                    if z * sign < 0.0:
                        lost -= z * sign
                    continue
                if z * sign < 0.0:
                    lost -= z * sign
                update = eta * times
                if weighted:
                    weight = 1.0
                    if len(class_weights):
                        weight = np.float64(class_weights[o, 1 if sign > 0 else 0])
                    if len(row_weights):
                        weight = weight * np.float64(row_weights[r])
                        if single:
                            weight = np.float64(np.float32(weight))
                    update *= weight
                    if update == 0.0:
                        continue
                if single:
                    _add(rows[r], wo, update, True)
                else:
                    for j in range(d):
                        wo[j] += np.float64(rows[r, j]) * update
                if learns_bias:
                    bias += update * decay
                wrong += 1
                if kept[0] < keep:
                    steps[kept[0]] = epoch * n + r
                    marks[kept[0]] = (base + o) * 8 + times + 2
                    kept[0] += 1
            epochs[o] = epoch + 1
            mistakes[o] += wrong
            lately[o] = wrong
            per_epoch[epoch] += wrong
            if not _finite(wo, bias):
                state[o] = BROKEN
                return
            state[o] = _close(stop, tol, patience, wrong, lost / n, best, bad, o)
            if state[o] != ACTIVE:
                break
        for j in range(d):
            w[o, j] = wo[j]
        b[o] = bias
    if shuffled:
        for _ in range(first, last):
            _advance(order, step, scratch)


@njit(cache=True, nogil=True)
def sparse_norms(data: Any, indptr: Any) -> Any:
    """The length of every row, of a matrix in which no row names a feature twice."""
    found = np.empty(len(indptr) - 1)
    for i in range(len(found)):
        total = 0.0
        for k in range(indptr[i], indptr[i + 1]):
            total += np.float64(data[k]) * np.float64(data[k])
        found[i] = np.sqrt(total)
    return found


@njit(cache=True, nogil=True, fastmath=_FAST)
def _sparse_quick(data: Any, indices: Any, begin: int, end: int, w: Any) -> float:
    one = 0.0
    two = 0.0
    three = 0.0
    four = 0.0
    k = begin
    while k + 3 < end:
        one += np.float64(data[k]) * w[indices[k]]
        two += np.float64(data[k + 1]) * w[indices[k + 1]]
        three += np.float64(data[k + 2]) * w[indices[k + 2]]
        four += np.float64(data[k + 3]) * w[indices[k + 3]]
        k += 4
    while k < end:
        one += np.float64(data[k]) * w[indices[k]]
        k += 1
    return (one + two) + (three + four)


@njit(cache=True, nogil=True)
def _sparse_strict(data: Any, indices: Any, begin: int, end: int, w: Any, single: bool) -> float:
    total = 0.0
    if single:
        for k in range(begin, end):
            total += np.float64(np.float32(w[indices[k]]) * np.float32(data[k]))
        return np.float64(np.float32(total))
    for k in range(begin, end):
        total += w[indices[k]] * np.float64(data[k])
    return total


@njit(cache=True, nogil=True)
def sparse(
    data: Any, indices: Any, indptr: Any, lengths: Any, order: Any, step: Any, signs: Any, w: Any, b: Any,
    row_weights: Any, class_weights: Any, eta: float, single: bool, tie: int, learns_bias: bool, decay: float,
    stop: int, tol: float, patience: int, first: int, last: int, ahead: int, state: Any, best: Any, bad: Any,
    epochs: Any, mistakes: Any, lately: Any, per_epoch: Any, kept: Any, steps: Any, marks: Any, base: int,
) -> None:  # fmt: skip
    """The same for rows in compressed form, output by output; the quick sum is one of four lanes in float64.

    |w| is kept up to date from the entries that change, and taken anew in every epoch: what rounding adds
    to its square in between is less than a millionth of the largest square.
    """
    n = len(indptr) - 1
    scratch = np.empty(n, np.int32)
    mine = order.copy()
    for o in range(len(state)):
        if state[o] != ACTIVE:
            continue
        for i in range(n):
            mine[i] = order[i]
        wo = w[o]
        so = signs[o]
        bias = b[o]
        for epoch in range(first, last):
            if len(step):
                _advance(mine, step, scratch)
            lost = 0.0
            wrong = 0
            square = _norm(wo) ** 2
            peak = square
            norm = np.sqrt(square + 1e-6 * peak)
            usual = norm >= _LOW and norm <= _HIGH
            for i in range(n):
                r = mine[i]
                if i + ahead < n:
                    later = mine[i + ahead]
                    for k in range(indptr[later], indptr[later + 1], 8):
                        _prefetch(data, k)
                    for k in range(indptr[later], indptr[later + 1], 16):
                        _prefetch(indices, k)
                begin = indptr[r]
                end = indptr[r + 1]
                sign = np.int64(so[r])
                length = lengths[r]
                if usual and length >= _LOW and length <= _HIGH:
                    q = _sparse_quick(data, indices, begin, end, wo) + bias
                    slack = 2.2 * (end - begin + 16) * (2.0**-24 if single else 2.0**-53)
                    if abs(q) > slack * norm * length and (q > 0.0) == (sign > 0):
                        continue
                z = _sparse_strict(data, indices, begin, end, wo, single) + bias
                times = _times(z, sign, tie)
                if z * sign < 0.0:
                    lost += -(z * sign)
                if times == 0:
                    continue
                update = eta * times
                if len(class_weights) or len(row_weights):
                    weight = 1.0
                    if len(class_weights):
                        weight = np.float64(class_weights[o, 1 if sign > 0 else 0])
                    if len(row_weights):
                        weight = weight * np.float64(row_weights[r])
                        if single:
                            weight = np.float64(np.float32(weight))
                    update *= weight
                    if update == 0.0:
                        continue
                small = np.float64(np.float32(update)) if single else update
                for k in range(begin, end):
                    j = indices[k]
                    old = wo[j]
                    new = old + np.float64(data[k]) * small
                    if single:
                        new = np.float64(np.float32(new))
                    wo[j] = new
                    square += new * new - old * old
                peak = max(peak, square)
                norm = np.sqrt(max(square, 0.0) + 1e-6 * peak)
                usual = norm >= _LOW and norm <= _HIGH
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
            if not _finite(wo, bias):
                state[o] = BROKEN
                return
            state[o] = _close(stop, tol, patience, wrong, lost / n, best, bad, o)
            if state[o] != ACTIVE:
                break
        b[o] = bias
    if len(step):
        for _ in range(first, last):
            _advance(order, step, scratch)
