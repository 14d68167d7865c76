"""Verdicts: every proof is checked here by arithmetic of its own."""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import permutations, product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.learn import separability as module
from circuitsim.learn.nearest import nearest, nearest_exactly
from circuitsim.learn.separability import Verdict, decide

FULL = bool(os.environ.get("CIRCUITSIM_FULL"))
"""Whether all 65,536 functions of four inputs are gone through, not every sixteenth."""
THRESHOLD = {1: 4, 2: 14, 3: 104, 4: 1882}


def checked(verdict: Verdict, X: Any, signs: list[int]) -> bool:
    """The verdict, after its proof was checked in fractions, from the definitions alone."""
    rows = [[Fraction(str(value)) for value in row] for row in X]
    if verdict.separable:
        assert verdict.weights is not None
        assert verdict.bias is not None
        sums = [sum(w * v for w, v in zip(verdict.weights, row, strict=True)) + verdict.bias for row in rows]
        assert min(z * sign for z, sign in zip(sums, signs, strict=True)) == 1
        square = sum(w * w for w in verdict.weights) + verdict.bias**2
        radius = max(sum(v * v for v in row) + 1 for row in rows)
        assert verdict.bound == radius * square // 1
        return True
    assert verdict.separable is False
    total = [Fraction(0)] * (len(rows[0]) + 1)
    for side, sign in ((verdict.positive, 1), (verdict.negative, -1)):
        assert side
        for row, times in side:
            assert signs[row] == sign
            assert times > 0
            total = [t + sign * times * v for t, v in zip(total, [*rows[row], Fraction(1)], strict=True)]
    assert total == [0] * len(total)
    return False


@pytest.mark.parametrize("inputs", [1, 2, 3, 4])
def test_every_boolean_function_of_few_inputs(inputs: int) -> None:
    X = [list(row) for row in product((0, 1), repeat=inputs)]
    step = 16 if inputs == 4 and not FULL else 1
    separable = 0
    for tt in range(0, 1 << len(X), step):
        signs = [1 if tt >> row & 1 else -1 for row in range(len(X))]
        separable += checked(decide([tuple(row) for row in X], signs), X, signs)
    if step == 1:
        assert separable == THRESHOLD[inputs]
    else:
        assert separable == sum(_is_threshold_4(tt) for tt in range(0, 1 << 16, step))


def _is_threshold_4(tt: int, known: set[int] = set()) -> bool:  # noqa: B006
    """By enumeration: all functions of four inputs with weights up to 3 and any threshold are the 1,882."""
    if not known:
        X = np.array(list(product((0, 1), repeat=4)))
        W = np.array(list(product(range(-3, 4), repeat=4)))
        sums = X @ W.T
        for threshold in range(-12, 14):
            known.update(((sums >= threshold) << np.arange(16)[:, None]).sum(axis=0).tolist())
        assert len(known) == THRESHOLD[4]
    return tt in known


@pytest.mark.parametrize(
    ("name", "weights", "bound"),
    [
        ("and", (2, 2, -3), 51), ("or", (2, 2, -1), 27), ("nand", (-2, -2, 3), 51), ("a", (2, 0, -1), 15),
        ("a_and_not_b", (2, -2, -1), 27),
    ],
)  # fmt: skip
def test_the_largest_margin_and_novikoffs_bound(name: str, weights: tuple[int, ...], bound: int) -> None:
    data = cs.dataset(name)
    verdict = cs.separability(data.X, data.y)
    assert (*verdict.weights, verdict.bias) == weights
    assert verdict.bound == bound
    assert verdict.margin == pytest.approx(1 / np.sqrt(sum(w * w for w in weights)))
    for tie, worst in zip(("heaviside", "zero"), WORST[name], strict=True):
        found = max(
            cs.Perceptron(tie=tie).fit(data.X[list(order)], data.y[list(order)]).n_mistakes_
            for order in permutations(range(4))
        )
        assert found == worst
        assert worst <= bound


WORST = {"and": (15, 12), "or": (5, 4), "nand": (12, 15), "a": (6, 5), "a_and_not_b": (7, 6)}
"""The most mistakes over all 24 orders, by H(0) = 1 and 0."""


def test_with_signs_as_inputs() -> None:
    X = [[-1, -1], [-1, 1], [1, -1], [1, 1]]
    for y in ([0, 0, 0, 1], [0, 1, 1, 1]):
        assert cs.separability(X, y).bound == 9


@pytest.mark.parametrize(
    ("inputs", "on", "says"),
    [
        (2, ["01", "10"], "01 + 10 = 00 + 11"),
        (2, ["00", "11"], "00 + 11 = 01 + 10"),
    ],
)
def test_proofs_in_words(inputs: int, on: list[str], says: str) -> None:
    X = [list(row) for row in product((0, 1), repeat=inputs)]
    y = ["".join(map(str, row)) in on for row in X]
    assert str(cs.separability(X, y)) == f"not separable: {says}"


def test_two_and_two_are_enough_for_the_known_cases() -> None:
    X = [list(row) for row in product((0, 1), repeat=4)]
    unate = [(a and b) or (c and d) for a, b, c, d in X]
    verdict = cs.separability(X, unate)
    assert sum(times for _, times in verdict.positive) == sum(times for _, times in verdict.negative) == 2
    X3 = [list(row) for row in product((0, 1), repeat=3)]
    assert not cs.separability(X3, [a if s else b for s, a, b in X3])


@pytest.mark.parametrize("columns", [(2, 3), (0, 1), (0, 1, 2, 3)])
def test_iris(columns: tuple[int, ...]) -> None:
    iris = cs.dataset("iris")
    X = iris.X[:, columns]
    found = cs.separability(X, iris.y)
    for species, expected in ((0, True), (1, False), (2, False)):
        signs = np.where(iris.y == species, 1, -1).tolist()
        assert checked(found[species], X.tolist(), signs) == expected
        assert found[species].holds(X, iris.y == species)


def test_matlabs_five_vectors() -> None:
    X = [[-0.5, -0.5], [-0.5, 0.5], [0.3, -0.5], [-0.1, 1]]
    assert cs.separability(X, [1, 1, 0, 0])
    verdict = cs.separability([*X, [-0.8, 0]], [1, 1, 0, 0, 0])
    assert (verdict.positive, verdict.negative) == (((0, 7), (1, 4)), ((2, 3), (4, 8)))
    assert [round(times / 22, 4) for _, times in verdict.positive + verdict.negative] == [
        0.3182,
        0.1818,
        0.1364,
        0.3636,
    ]


def test_other_shapes_of_targets(gate: Any) -> None:
    verdicts = cs.separability(gate, cs.dataset("gates").y)
    assert sum(map(bool, verdicts)) == 14
    assert cs.separability(gate, ["no", "yes", "yes", "yes"])
    constant = cs.separability(gate, [1, 1, 1, 1])
    assert constant
    assert constant.bound is not None


def test_through_the_origin(gate: Any) -> None:
    assert cs.separability([[1, 2], [2, 1]], [0, 1], fit_intercept=False)
    verdict = cs.separability([[1, 1], [2, 2]], [0, 1], fit_intercept=False)
    assert not verdict
    assert verdict.holds([[1, 1], [2, 2]], [0, 1], fit_intercept=False)


def test_a_false_proof_does_not_hold(gate: Any) -> None:
    verdict = cs.separability(gate, [0, 1, 1, 0])
    assert verdict.holds(gate, [0, 1, 1, 0])
    assert not verdict.holds(gate, [0, 1, 1, 1])
    assert not cs.separability(gate, [0, 0, 0, 1]).holds(gate, [0, 1, 1, 1])


def test_random_sets_by_floats_and_by_fractions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Points on a coarse grid, so that many lie on one line: floats and the walk in fractions agree."""
    rng = np.random.default_rng(1)
    for _ in range(60):
        X = rng.integers(-2, 3, (int(rng.integers(2, 12)), int(rng.integers(1, 4)))) / 10
        signs = np.where(rng.random(len(X)) < 0.5, 1, -1).tolist()
        found = checked(cs.separability(X, signs), X.tolist(), signs)
        with monkeypatch.context() as patch:
            patch.setattr(module, "_prove", lambda *given: None)
            patch.setattr(module, "_two_and_two", lambda *given: None)
            rows = [tuple(row) for row in module.table(X)]
            assert checked(decide(rows, signs), X.tolist(), signs) == found


def test_separable_by_a_hair() -> None:
    X = [[1.0, 0.0], [1.0 + 1e-9, 0.0], [0.0, 1.0]]
    assert checked(cs.separability(X, [0, 1, 0]), X, [-1, 1, -1])
    far = [[1e12, 1e-6], [1e12, 2e-6]]
    assert checked(cs.separability(far, [0, 1]), far, [-1, 1])


def test_the_nearest_point_in_both_arithmetics() -> None:
    rng = np.random.default_rng(2)
    for _ in range(30):
        points = rng.integers(-4, 5, (int(rng.integers(1, 9)), 3))
        point = nearest(points.astype(float))[2]
        corral, shares = nearest_exactly(points.tolist())
        exact = [float(sum(s * points[k, j] for k, s in zip(corral, shares, strict=True))) for j in range(3)]
        assert point == pytest.approx(exact, abs=1e-6)


def test_bad_input(gate: Any) -> None:
    for X, y in (([[0], [np.nan]], [0, 1]), ([[0], [1]], [0, 1, 1]), ([], [])):
        with pytest.raises(cs.CircuitError):
            cs.separability(X, y)
