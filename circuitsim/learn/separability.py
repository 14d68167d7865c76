"""Whether a line (a plane, ...) can tell two classes apart, with a proof that plain arithmetic checks.

Yes: weights that put every instance on its side; with the largest margin g and the longest instance R,
Rosenblatt's rule makes at most (R / g)**2 mistakes (Novikoff 1962). No: instances of one class and of
the other that, taken so many times each, have one sum: "01 + 10 = 00 + 11". Whatever the weights,
both sides of that get the same total, yet all on the left should get more than all on the right.

Numbers are taken as they were typed: 0.1 is one tenth. Floats find the answer, fractions prove it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import checks
from circuitsim.learn.exact import Number, table
from circuitsim.learn.nearest import kernel, nearest, nearest_exactly, whole
from circuitsim.learn.task import Sparse

PAIRS = 300
"""Up to how many different instances a proof of two and two is looked for first: it reads best."""
EXACT_WORK = 2_000_000
"""Up to how many multiplications (instances times features squared) the walk in fractions is tried."""

Row = tuple[Number, ...]


@dataclass(frozen=True)
class Verdict:
    """Whether two classes can be separated, and why.

    Attributes
    ----------
    separable : bool or None
        None where floats say no, and the problem is too large to prove it.
    weights, bias : list of Fraction, Fraction
        Of a separating line, such that the instance nearest to it has a net input of 1 or -1; if it can be.
    margin, radius : float
        g and R of Novikoff's bound, over the instances with a 1 for the bias.
    bound : int or None
        The most mistakes that the rule can make from zero weights, in whatever order.
    positive, negative : list of (row, times)
        If it cannot be: instances of each class, by number, and how often each is taken.
    """

    separable: bool | None
    text: str
    weights: list[Fraction] | None = None
    bias: Fraction | None = None
    margin: float | None = None
    radius: float | None = None
    bound: int | None = None
    positive: tuple[tuple[int, int], ...] = ()
    negative: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.separable)

    def __str__(self) -> str:
        return self.text

    def holds(self, X: Any, y: Any, fit_intercept: bool = True) -> bool:
        """Check the proof against the data, in fractions and from scratch."""
        rows, signs = table(X), _signs(y)
        if self.separable:
            assert self.weights is not None
            assert self.bias is not None
            sums = [sum(w * v for w, v in zip(self.weights, row, strict=True)) + self.bias for row in rows]
            return all(z * sign > 0 for z, sign in zip(sums, signs, strict=True))
        if not self.positive or not self.negative:
            return False
        sides = []
        for side, sign in ((self.positive, 1), (self.negative, -1)):
            if any(times <= 0 or signs[row] != sign for row, times in side):
                return False
            total = [sum(times * rows[row][j] for row, times in side) for j in range(len(rows[0]))]
            sides.append([*total, sum(times for _, times in side)] if fit_intercept else total)
        return sides[0] == sides[1]


def separability(X: Any, y: Any, *, fit_intercept: bool = True) -> Any:
    """Whether the classes of some instances can be separated linearly, with a proof.

    Parameters
    ----------
    X : array of shape (n_samples, n_features)
        The instances; Fractions and Decimals are taken exactly.
    y : array of shape (n_samples,) or (n_samples, outputs)
        Their classes, or a table of targets.
    fit_intercept : bool
        Whether there is a bias; without one the line must pass through the origin.

    Returns
    -------
    Verdict, or dict or list of Verdict
        One for two classes; for more one each, against the rest; for a table one a column.

    Examples
    --------
    >>> gate = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> print(separability(gate, [0, 1, 1, 0]))
    not separable: 01 + 10 = 00 + 11
    >>> found = separability(gate, [0, 0, 0, 1])
    >>> print(found)
    separable: 2 x1 + 2 x2 - 3 >= 1 for the one class and <= -1 for the other; at most 51 mistakes
    """
    checked = checks.instances(X)
    if isinstance(checked, Sparse):
        raise DataError("separability takes dense instances: use X.toarray()")
    rows = [tuple(row) for row in table(X)]
    if np.ndim(y) == 2 and np.shape(y)[1] > 1:
        return [decide(rows, signs, fit_intercept) for signs in checks.table(y, len(rows)).tolist()]
    labels = checks.labels(np.ravel(y), len(rows))
    classes = np.unique(labels)
    if len(classes) <= 2:
        return decide(rows, _signs(labels), fit_intercept)
    return {each: decide(rows, (labels == each).tolist(), fit_intercept) for each in classes.tolist()}


def decide(
    rows: Sequence[Row], targets: Iterable[Any], fit_intercept: bool = True, names: Sequence[str] | None = None
) -> Verdict:
    """The verdict on instances whose targets are +1 (or true), and the others."""
    signs = [1 if target > 0 else -1 for target in targets]
    names = [f"x{j}" for j in range(1, len(rows[0]) + 1)] if names is None else names
    scale = math.lcm(*(value.denominator for row in rows for value in row))
    ints = [[int(value * scale) for value in row] + [scale] * fit_intercept for row in rows]
    if len(set(signs)) == 1:
        if fit_intercept:
            return _yes(rows, ints, signs, scale, [0] * len(rows[0]) + [signs[0]], fit_intercept, names)
    else:
        proof = _two_and_two(ints, signs)
        if proof is not None:
            return _no(rows, signs, proof)
    vectors = [[sign * value for value in row] for row, sign in zip(ints, signs, strict=True)]
    largest = max(abs(value) for row in vectors for value in row) or 1
    floats = np.array([[value / largest for value in row] for row in vectors])
    stretch = np.abs(floats).max(axis=0)
    for scaled in (np.ones_like(stretch), np.where(stretch > 0, stretch, 1.0)):
        corral, _, point = nearest(floats / scaled)
        verdict = _prove(rows, ints, vectors, signs, scale, corral, point / scaled, fit_intercept, names)
        if verdict is not None:
            return verdict
    if len(rows) * len(ints[0]) ** 2 <= EXACT_WORK:
        found, shares = nearest_exactly(vectors)
        mixed = [sum(s * vectors[k][j] for k, s in zip(found, shares, strict=True)) for j in range(len(ints[0]))]
        if any(mixed):
            return _yes(rows, ints, signs, scale, mixed, fit_intercept, names)
        return _no(rows, signs, dict(zip(found, whole(shares), strict=True)))
    return Verdict(None, "not separable as far as float64 can tell; too large a problem to prove it")


def _signs(y: Any) -> list[int]:
    """+1 for the larger of two labels."""
    labels = np.ravel(np.asarray(y))
    classes = np.unique(labels)
    if len(classes) == 1:
        return [1 if labels[0] > 0 else -1] * len(labels)
    signs: list[int] = np.where(labels == classes[1], 1, -1).tolist()
    return signs


def _two_and_two(ints: list[list[int]], signs: list[int]) -> dict[int, int] | None:
    """One instance in both classes, or two and two with one sum."""
    sides: dict[int, dict[tuple[int, ...], int]] = {1: {}, -1: {}}
    for k, (row, sign) in enumerate(zip(ints, signs, strict=True)):
        sides[sign].setdefault(tuple(row), k)
    plus, minus = sides[1], sides[-1]
    for point, k in plus.items():
        if point in minus:
            return {k: 1, minus[point]: 1}
    if len(plus) + len(minus) > PAIRS:
        return None
    sums = {tuple(map(sum, zip(a, b, strict=True))): (a, b) for a, b in combinations_with_replacement(plus, 2)}
    for c, d in combinations_with_replacement(minus, 2):
        pair = sums.get(tuple(map(sum, zip(c, d, strict=True))))
        if pair is not None:
            proof: dict[int, int] = {}
            for k in (plus[pair[0]], plus[pair[1]], minus[c], minus[d]):
                proof[k] = proof.get(k, 0) + 1
            return proof
    return None


def _prove(
    rows: Sequence[Row], ints: list[list[int]], vectors: list[list[int]], signs: list[int], scale: int,
    corral: list[int], point: Any, fit_intercept: bool, names: Sequence[str],
) -> Verdict | None:  # fmt: skip
    """What floats found, proved in whole numbers; None where it does not stand."""
    size = float(np.abs(point).max())
    if size > 0:
        candidates = [[Fraction(float(value / size)) for value in point]]
        nearby = np.array(vectors[corral[0]], float) @ point
        if nearby > 0 and math.isfinite(nearby):
            for limit in (64, 4096):  # round numbers first
                tidy = [Fraction(float(value / nearby * scale)).limit_denominator(limit) for value in point]
                candidates.insert(-1, tidy)
        least = None
        for weights in candidates:
            if all(_dot(weights, vector) > 0 for vector in vectors):
                found = _yes(rows, ints, signs, scale, weights, fit_intercept, names)
                if least is None or (found.margin or 0) > (least.margin or 0) * (1 + 1e-9):
                    least = found
        if least is not None:
            return least
    if len(corral) <= 200:
        shares = kernel([vectors[k] for k in corral])
        if shares is not None and all(share > 0 for share in shares):
            return _no(rows, signs, dict(zip(corral, shares, strict=True)))
        if shares is not None and all(share < 0 for share in shares):
            return _no(rows, signs, {k: -share for k, share in zip(corral, shares, strict=True)})
    return None


def _yes(
    rows: Sequence[Row], ints: list[list[int]], signs: list[int], scale: int, found: Sequence[Any],
    fit_intercept: bool, names: Sequence[str],
) -> Verdict:  # fmt: skip
    sums = [sign * _dot(found, row) for row, sign in zip(ints, signs, strict=True)]
    nearest_one = Fraction(min(sums), scale)
    weights = [Fraction(value) / nearest_one for value in found]
    square = sum(value * value for value in weights)
    radius = max(Fraction(sum(value * value for value in row), scale**2) for row in ints)
    bound = math.floor(radius * square)
    bias = weights[-1] if fit_intercept else Fraction(0)
    weights = weights[:-1] if fit_intercept else weights
    text = (
        f"separable: {_line(weights, bias, names)} >= 1 for the one class and <= -1 for the other; "
        f"at most {bound:,} mistake{'s' * (bound != 1)}"
    )
    margin = 1 / math.sqrt(square) if square else math.inf
    return Verdict(True, text, weights, bias, margin, math.sqrt(radius), bound)


def _no(rows: Sequence[Row], signs: list[int], proof: dict[int, int]) -> Verdict:
    positive = tuple((k, times) for k, times in sorted(proof.items()) if signs[k] > 0)
    negative = tuple((k, times) for k, times in sorted(proof.items()) if signs[k] < 0)
    binary = all(value in (0, 1) for row in rows for value in row)

    def side(points: tuple[tuple[int, int], ...]) -> str:
        return " + ".join((f"{times} x " if times > 1 else "") + _point(rows[k], binary) for k, times in points)

    return Verdict(
        False, f"not separable: {side(positive) or '0'} = {side(negative) or '0'}", positive=positive, negative=negative
    )


def _point(row: Row, binary: bool) -> str:
    return "".join(map(str, row)) if binary else f"({', '.join(map(_shown, row))})"


def _line(weights: Sequence[Fraction], bias: Fraction, names: Sequence[str]) -> str:
    """A line in words, with few digits.

    >>> _line([Fraction(2), Fraction(-1, 2)], Fraction(-3), ["a", "b"])
    '2 a - 0.5 b - 3'
    """
    terms = [(w, name) for w, name in zip(weights, names, strict=True) if w][:12] + ([(bias, "")] if bias else [])
    said = ""
    for value, name in terms:
        size = " ".join(filter(None, ("" if abs(value) == 1 and name else _shown(abs(value)), name)))
        said += f"{' - ' if said else '-'}{size}" if value < 0 else f"{' + ' if said else ''}{size}"
    return said or "0"


def _shown(value: Number) -> str:
    return str(value) if isinstance(value, int) else f"{float(value):.6g}"


def _dot(one: Sequence[Any], other: Sequence[Any]) -> Any:
    return sum(a * b for a, b in zip(one, other, strict=True))
