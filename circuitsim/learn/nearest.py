"""The point of a convex hull that is nearest to the origin (Wolfe 1976), in floats or in fractions.

Of the vectors y (x, 1) of a classification problem it decides everything: if the nearest point p is
not 0, then p separates the classes, with the largest margin there is, |p|. If it is 0, the convex
combination that makes it proves that nothing can.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def nearest(vectors: Floats, most: int = 20_000) -> tuple[list[int], Floats, Floats]:
    """Which vectors, with which shares, make the nearest point, and that point; in floats.

    >>> corral, shares, point = nearest(np.array([[2.0, 0.0], [0.0, 2.0], [3.0, 3.0]]))
    >>> corral, shares.tolist(), point.tolist()
    ([0, 1], [0.5, 0.5], [1.0, 1.0])
    """
    squares = np.einsum("ij,ij->i", vectors, vectors)
    corral = [int(squares.argmin())]
    shares = np.ones(1)
    point = vectors[corral[0]].copy()
    tiny = 1e-12 * float(squares.max())
    for _ in range(most):
        length = float(point @ point)
        if length <= tiny * 1e-6:
            break
        along = vectors @ point
        farthest = int(along.argmin())
        if along[farthest] >= length - max(tiny * 1e-3, 1e-12 * length) or farthest in corral:
            break
        corral.append(farthest)
        shares = np.append(shares, 0.0)
        while True:
            wanted = _affine(vectors[corral])
            if (wanted > 1e-14).all():
                shares = wanted
                break
            falling = wanted <= 1e-14
            room = shares[falling] - wanted[falling]
            step = min(1.0, float((shares[falling] / np.where(room > 0, room, np.inf)).min()))
            shares = np.asarray(np.maximum(step * wanted + (1 - step) * shares, 0.0), np.float64)
            shares[np.flatnonzero(falling)[np.argmin(shares[falling])]] = 0.0
            keep = shares > 1e-14
            corral = [k for k, stays in zip(corral, keep.tolist(), strict=True) if stays]
            shares = shares[keep] / shares[keep].sum()
            if len(corral) == 1:
                break
        point = shares @ vectors[corral]
    return corral, shares, point


def _affine(points: Floats) -> Floats:
    """The shares, of any sign, that make the point nearest to the origin on the plane through some points."""
    k = len(points)
    system = np.ones((k + 1, k + 1))
    system[0, 0] = 0.0
    system[1:, 1:] = points @ points.T
    right = np.zeros(k + 1)
    right[0] = 1.0
    try:
        found = np.linalg.solve(system, right)
    except np.linalg.LinAlgError:
        found = np.linalg.lstsq(system, right, rcond=None)[0]
    return np.asarray(found[1:], np.float64)


Vector = Sequence[Fraction | int]


def nearest_exactly(vectors: Sequence[Vector]) -> tuple[list[int], list[Fraction]]:
    """The same in fractions: which vectors make the nearest point, and with which shares.

    >>> corral, shares = nearest_exactly([(1, 1), (-1, 1), (0, -1)])
    >>> corral, [str(share) for share in shares]
    ([2, 0, 1], ['1/2', '1/4', '1/4'])
    """
    squares = [_dot(v, v) for v in vectors]
    start = min(range(len(vectors)), key=squares.__getitem__)
    corral, shares = [start], [Fraction(1)]
    while True:
        point = _mix(shares, [vectors[k] for k in corral])
        length = _dot(point, point)
        along = [_dot(v, point) for v in vectors]
        farthest = min(range(len(vectors)), key=along.__getitem__)
        if length == 0 or along[farthest] >= length:
            return corral, shares
        corral.append(farthest)
        shares.append(Fraction(0))
        while True:
            wanted = _affine_exactly([vectors[k] for k in corral])
            if all(share > 0 for share in wanted):
                shares = wanted
                break
            step = min(a / (a - b) for a, b in zip(shares, wanted, strict=True) if b <= 0 and a > b)
            shares = [step * b + (1 - step) * a for a, b in zip(shares, wanted, strict=True)]
            kept = [k for k, share in enumerate(shares) if share > 0]
            corral, shares = [corral[k] for k in kept], [shares[k] for k in kept]


def _affine_exactly(points: Sequence[Vector]) -> list[Fraction]:
    k = len(points)
    rows = [[Fraction(0), *[Fraction(1)] * k, Fraction(1)]]
    rows += [[Fraction(1), *(Fraction(_dot(p, q)) for q in points), Fraction(0)] for p in points]
    return solve(rows)[1:]


def solve(rows: list[list[Fraction]]) -> list[Fraction]:
    """The solution of a square system whose right side is the last column.

    >>> [str(x) for x in solve([[Fraction(2), Fraction(1), Fraction(3)], [Fraction(0), Fraction(4), Fraction(2)]])]
    ['5/4', '1/2']
    """
    count = len(rows)
    for k in range(count):
        pivot = next(r for r in range(k, count) if rows[r][k])
        rows[k], rows[pivot] = rows[pivot], rows[k]
        inverse = 1 / rows[k][k]
        rows[k] = [value * inverse for value in rows[k]]
        for r in range(count):
            if r != k and rows[r][k]:
                factor = rows[r][k]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k], strict=True)]
    return [row[-1] for row in rows]


def kernel(columns: Sequence[Sequence[int]]) -> list[int] | None:
    """Whole numbers, not all 0, whose combination of the columns is 0, where there is one up to scale.

    Elimination without fractions (Bareiss 1968).

    >>> kernel([(1, 1), (-1, 1), (0, -2)])
    [1, 1, 1]
    """
    rows = [list(row) for row in zip(*columns, strict=True)]
    width, last = len(columns), 1
    pivots: list[int] = []
    for column in range(width):
        r = len(pivots)
        found = next((k for k in range(r, len(rows)) if rows[k][column]), None)
        if found is None:
            continue
        rows[r], rows[found] = rows[found], rows[r]
        pivot = rows[r][column]
        for k in range(len(rows)):
            if k != r:
                factor = rows[k][column]
                rows[k] = [(a * pivot - factor * b) // last for a, b in zip(rows[k], rows[r], strict=True)]
        last = pivot
        pivots.append(column)
    free = [column for column in range(width) if column not in pivots]
    if len(free) != 1:
        return None
    shares = [Fraction(0)] * width
    shares[free[0]] = Fraction(1)
    for row, column in zip(rows, pivots, strict=False):
        shares[column] = Fraction(-row[free[0]], row[column])
    return whole(shares)


def whole(shares: Sequence[Fraction]) -> list[int]:
    """The smallest whole numbers in the same proportions.

    >>> whole([Fraction(1, 2), Fraction(1, 3)])
    [3, 2]
    """
    scale = int(np.lcm.reduce([share.denominator for share in shares], dtype=object))
    numbers = [int(share * scale) for share in shares]
    divisor = int(np.gcd.reduce(np.array(numbers, dtype=object))) or 1
    return [number // divisor for number in numbers]


def _dot(one: Vector, other: Vector) -> Fraction | int:
    return sum((a * b for a, b in zip(one, other, strict=True)), 0)


def _mix(shares: Sequence[Fraction], points: Sequence[Vector]) -> list[Fraction]:
    return [Fraction(sum(s * v for s, v in zip(shares, column, strict=True))) for column in zip(*points, strict=True)]
