"""A layer of threshold logic units on real values: step(X W + b) by matrix products, with the reference's bits.

A TLU's sum is taken in the order of its edges, the bias last (docs/semantics.md); BLAS takes it in another
order. Both are near the true sum: with n products and any order of adding,

    |computed - true| <= g sum |x| |w|,    g = n u / (1 - n u),    u = 2**-53    (Higham 2002, section 4.2),

and sum |x| |w| <= ||x|| ||w||. Where the computed sum is further from -b than both errors together, the step is
certain; elsewhere the sum is taken once more as the reference does. Numbers on one grid that is coarse enough
are summed without rounding in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim.progress import Progress, silent

Array = NDArray[np.float64]
Bits = NDArray[np.bool_]
Step = Literal["heaviside", "sign"]

_UNIT = 2.0**-53
_TINY = 2.0**-1022  # what a product may lose where it vanishes, and more
_GRIDS = (0, 8, 16, 24)
_ROWS, _COLUMNS = 512, 1000  # sums at a time: BLAS is quick with so many, and a cache holds them
_PAIRS = 1 << 18  # sums at a time that are taken anew


def steps(X: Any, W: Any, b: Any, step: Step = "heaviside", *, progress: Progress = silent) -> NDArray[Any]:
    """What TLUs with the same sources answer, to the bit as the reference does.

    Parameters
    ----------
    X : array of shape (n_instances, n_sources)
        What the sources are, in the order of the TLUs' edges.
    W : array of shape (n_sources, n_tlus)
    b : array of shape (n_tlus,)
    step : {"heaviside", "sign"}
    progress : callable
        Is told the part that is done; what it raises ends the work.

    Returns
    -------
    array of shape (n_instances, n_tlus)
        uint8 for "heaviside", int8 for "sign".

    Examples
    --------
    >>> steps([[1.0, 1.0, 1.0]], [[1e16, 1e16], [-1e16, 1.0], [1.0, -1e16]], [-1.0, -1.0]).tolist()
    [[1, 0]]
    """
    X, W, b = np.ascontiguousarray(X, float), np.ascontiguousarray(W, float), np.asarray(b, float)
    signed = step == "sign"
    result = np.zeros((len(X), W.shape[1]), np.int8 if signed else np.uint8)
    room = np.empty((min(_ROWS, len(X)), min(_COLUMNS, len(b))))
    flags = np.empty((2, *room.shape), bool)
    starts = [(first, left) for first in range(0, len(X), _ROWS) for left in range(0, len(b), _COLUMNS)]
    with np.errstate(over="ignore", invalid="ignore"):
        long, wide, scale = _lengths(X), _lengths(W.T), _scale(X, W, b)
        for number, (first, left) in enumerate(starts):
            progress(number / len(starts))
            rows, columns = slice(first, first + _ROWS), slice(left, left + _COLUMNS)
            block, weights, bias, into = X[rows], W[:, columns], b[columns], result[rows, columns]
            sums = np.matmul(block, weights, out=room[: len(block), : len(bias)])
            most = long[rows].max() * wide[columns] + np.abs(bias)
            exact = bool((most * scale < 2.0**53).all())  # whole numbers on one grid: no sum is rounded
            error = np.zeros(len(bias)) if exact else _error(len(W), most)
            above, not_below = (part[: len(block), : len(bias)] for part in flags)
            (np.greater if signed else np.greater_equal)(sums, error - bias, out=above)
            np.greater_equal(sums, -error - bias, out=not_below)
            into[:] = above.view(np.int8) + not_below.view(np.int8) - 1 if signed else above
            if not exact:
                uncertain = np.not_equal(above, not_below, out=not_below)
                uncertain[:, np.isnan(error)] = True
                for row, unit in _pairs(uncertain):
                    total = _strict(block, weights, bias, row, unit)
                    into[row, unit] = (total > 0) * 1 - (total < 0) * 1 if signed else total >= 0
    return result


def _lengths(rows: Array) -> Array:
    """At least the Euclidean lengths of rows; inf where a square overflows."""
    n = rows.shape[1]
    squares = np.einsum("ij,ij->i", rows, rows)
    lengths: Array = np.sqrt(squares * (1 + 4 * (n + 2) * _UNIT) + n * _TINY)
    return lengths


def _scale(*arrays: Array) -> float:
    """What makes products of the first two, and the third, whole numbers; inf where it is not found."""
    found = [next((2.0**k for k in _GRIDS if _whole(array, 2.0**k)), np.inf) for array in arrays]
    return max(found[0] * found[1], found[2])


def _whole(array: Array, scale: float) -> bool:
    """Whether scaled numbers are whole; the first ones mostly tell."""
    flat = array.ravel()
    return all(bool((part * scale == np.rint(part * scale)).all()) for part in (flat[:64], flat))


def _error(n: int, most: Array) -> Array:
    """How far apart the two sums, the bias included, can be at most; nan where that is not known."""
    slack = 2 * (n + 4) * _UNIT / (1 - 2 * (n + 4) * _UNIT)
    bound: Array = 1.01 * slack * most + 2 * (n + 1) * _TINY
    bound[~np.isfinite(bound)] = np.nan
    return bound


def _pairs(uncertain: Bits) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    where = np.flatnonzero(uncertain)
    for first in range(0, len(where), _PAIRS):
        yield np.divmod(where[first : first + _PAIRS], uncertain.shape[1])


def _strict(X: Array, W: Array, b: Array, row: NDArray[np.int64], unit: NDArray[np.int64]) -> Array:
    """Some sums in the reference's order."""
    total = np.zeros(len(row))
    for source in range(len(W)):
        total += W[source, unit] * X[row, source]
    return total + b[unit]
