"""The rule as compiled loops, for large tasks. Importing this module loads numba.

They give the reference's bits without always summing as it does. Only the sign of a net input decides, so
a quick sum comes first, with a rigorous bound on how far it can be from the strict one (`dense`, `sparse`).
Where the sign is not certain, a float64 sum in any order comes next, which is off by no more than

    2.2 (features + 16) 2**-53 |w| |x|

and only then the strict sum, from left to right. Where instances and steps are integers on one grid and
|w| |x| < 2**52, no sum is rounded at all, so any order gives the strict sum.

The loss decides when scikit-learn's training ends. It is summed from sums in any order, with a bound on its error;
where the bound leaves the decision open, the output becomes UNSURE, and is trained again with `strict`
losses. Lengths outside 1e-15 to 1e15 make every sum strict. |w|**2 is carried along (it changes by
2 u wx + u**2 xx), with what rounding may add, and taken anew in every epoch. Additions to the weights are never
fused with the multiplication.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.core import cgutils
from numba.extending import intrinsic

HEAVISIDE, ZERO, ERROR, SIGN = range(4)
ACTIVE, DONE, CLEAN, BROKEN, UNSURE = range(5)
MISTAKES, LOSS = range(2)
FAST = {"reassoc", "contract", "nsz", "arcp", "afn"}
LOW, HIGH = 1e-15, 1e15
Function = TypeVar("Function", bound=Callable[..., Any])


def leaf(**options: Any) -> Callable[[Function], Function]:
    """Compile a function that makes no arrays: then it need not count who uses those that it is given.

    numba counts with atomic steps, four for each call with two arrays: longer than many a sum here.
    """
    compile_it: Any = njit
    made: Callable[[Function], Function] = compile_it(cache=True, nogil=True, _nrt=False, **options)
    return made


@intrinsic
def prefetch(typingctx: Any, array: Any, index: Any) -> Any:
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


@leaf()
def narrowed(numbers: Any, small: Any, least: float, most: float) -> bool:
    """Copy numbers into a narrower type of whole numbers, as long as they are whole and fit; whether all did."""
    for begin in range(0, len(numbers), 4096):
        block, copied = numbers[begin : begin + 4096], small[begin : begin + 4096]
        others = np.int64(0)
        for i in range(len(block)):
            number = block[i]
            whole = np.int32(min(max(number, least), most))  # what a number too large would be cast to is not defined
            copied[i] = whole
            others += np.int64(np.float64(whole) != number)
        if others:
            return False
    return True


@leaf()
def advance(order: Any, step: Any, scratch: Any) -> None:
    """The order of the next epoch."""
    for i in range(len(order)):
        scratch[i] = order[np.uint32(step[i])]
    for i in range(len(order)):
        order[i] = scratch[i]


@njit(cache=True, nogil=True, inline="always")
def times_of(z: float, sign: int, tie: int) -> int:
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
def blurred(lost: float, error: float, n: int) -> float:
    """How far a mean loss can be from the strict one, what its summation rounds included."""
    return 0.0 if error == 0.0 else (1.01 * error + 2.3e-16 * n * lost) / n


@leaf()
def close(
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


@leaf(fastmath=FAST)
def any_order(rows: Any, r: Any, w: Any, o: Any) -> float:
    """A float64 sum in whatever order is quickest."""
    total = 0.0
    for j in range(w.shape[1]):
        total += np.float64(rows[r, j]) * w[o, j]
    return total


@leaf()
def strict_sum(rows: Any, r: Any, w: Any, o: Any, single: bool) -> float:
    """The sum of the reference."""
    total = 0.0
    if single:
        for j in range(w.shape[1]):
            total += np.float64(np.float32(w[o, j]) * np.float32(rows[r, j]))
        return np.float64(np.float32(total))
    for j in range(w.shape[1]):
        total += w[o, j] * np.float64(rows[r, j])
    return total


@leaf()
def add(rows: Any, r: Any, w: Any, o: Any, update: float, single: bool) -> None:
    """Add a multiple of an instance to the weights."""
    if single:
        small = np.float64(np.float32(update))
        for j in range(w.shape[1]):
            w[o, j] = np.float64(np.float32(w[o, j] + np.float64(rows[r, j]) * small))
    else:
        for j in range(w.shape[1]):
            w[o, j] += np.float64(rows[r, j]) * update


@leaf()
def weight_of(class_weights: Any, row_weights: Any, o: int, plus: int, r: int, single: bool) -> float:
    """What a correction is multiplied by."""
    weight = 1.0
    if len(class_weights):
        weight = np.float64(class_weights[o, plus])
    if len(row_weights):
        weight = weight * np.float64(row_weights[r])
        if single:
            weight = np.float64(np.float32(weight))
    return weight


@leaf(fastmath=FAST)
def square_of(w: Any, o: Any) -> float:
    total = 0.0
    for j in range(w.shape[1]):
        total += w[o, j] * w[o, j]
    return total


@leaf()
def finite(w: Any, o: Any, b: float) -> bool:
    for j in range(w.shape[1]):
        if not np.isfinite(w[o, j]):
            return False
    return bool(np.isfinite(b))


@njit(cache=True, nogil=True, inline="always")
def reach_of(square: float) -> float:
    """|w|, or infinity where float32 does not bear it: then nothing is certain."""
    norm = np.sqrt(square)
    return norm if norm >= LOW and norm <= HIGH else np.inf


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
                advance(mine, step, scratch)
            lost = 0.0
            wrong = 0
            for i in range(n):
                r = np.int64(mine[i]) if shuffled else i
                sign = np.int64(so[r])
                z = strict_sum(rows, r, wo, 0, single) + bias
                times = times_of(z, sign, tie)
                if z * sign < 0.0:
                    lost -= z * sign
                if times == 0:
                    continue
                update = eta * times
                if weighted:
                    update *= weight_of(class_weights, row_weights, o, 1 if sign > 0 else 0, r, single)
                    if update == 0.0:
                        continue
                add(rows, r, wo, 0, update, single)
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
            if not finite(wo, 0, bias):
                state[o] = BROKEN
                return
            state[o] = close(stop, tol, patience, wrong, lost / n, 0.0, best, blur, bad, o)
            if state[o] != ACTIVE:
                break
        for j in range(d):
            w[o, j] = wo[0, j]
        b[o] = bias
    if shuffled:
        for _ in range(first, last):
            advance(order, step, scratch)


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
            state[o] = close(stop, tol, patience, wrong, eta * lost / n, 0.0, best, blur, bad, o)
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
