"""The average, the pocket, Hebb, delta, and exact arithmetic."""

from __future__ import annotations

import warnings
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

pytestmark = pytest.mark.filterwarnings("ignore::circuitsim.errors.ConvergenceWarning")


def test_the_average_of_and(gate: Any) -> None:
    """Freund and Schapire: the mean over all 24 steps, as the literature's table has it."""
    model = cs.Perceptron(variant="averaged").fit(gate, [0, 0, 0, 1])
    assert (model.coef_ * 24).round(9).tolist() == [[36, 19]]
    assert (model.intercept_ * 24).round(9).tolist() == [-49]


def test_the_average_is_the_mean_of_all_states(petals: Any) -> None:
    y = petals.y == 1
    plain = cs.Perceptron(max_iter=4, shuffle=True).fit(petals.X, y)
    states = [plain.history_.state_at(step) for step in range(1, 601)]
    model = cs.Perceptron(max_iter=4, shuffle=True, variant="averaged").fit(petals.X, y)
    assert model.coef_[0] == pytest.approx(np.mean([weights[0] for weights, _ in states], axis=0))
    assert model.intercept_[0] == pytest.approx(np.mean([bias[0] for _, bias in states]))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("inputs", "right"), [(2, 3), (3, 6)])
def test_the_pocket_of_parity(inputs: int, right: int, seed: int) -> None:
    data = cs.dataset("parity", inputs=inputs)
    model = cs.Perceptron(variant="pocket", shuffle=True, random_state=seed, max_iter=200).fit(data.X, data.y)
    assert round(model.score(data.X, data.y) * len(data)) == right


@pytest.mark.parametrize(("species", "wrong"), [(1, 29), (2, 3)])
def test_the_pocket_reaches_the_best_line(species: int, wrong: int, petals: Any) -> None:
    y = (petals.y == species).astype(int)
    assert best_line(petals.X, y) == wrong
    model = cs.Perceptron(variant="pocket", shuffle=True, random_state=1, max_iter=400).fit(petals.X, y)
    assert round((1 - model.score(petals.X, y)) * 150) == wrong


def best_line(X: Any, y: Any) -> int:
    """The fewest mistakes of any line: one through two of the points, shifted and turned by next to nothing.

    A best line can be moved until it goes through two different points; which sides these and others on
    it belong to is then free, as long as a small turn about a place between them can do it.
    """
    points = [(Fraction(round(a * 10), 1), Fraction(round(b * 10), 1)) for a, b in X.tolist()]
    distinct = sorted(set(points))
    ones = {p: sum(1 for q, v in zip(points, y, strict=True) if q == p and v) for p in distinct}
    zeros = {p: sum(1 for q, v in zip(points, y, strict=True) if q == p and not v) for p in distinct}
    total = int(sum(y))
    least = min(total, len(y) - total)
    for i, (x1, y1) in enumerate(distinct):
        for x2, y2 in distinct[i + 1 :]:
            dx, dy = x2 - x1, y2 - y1
            above = [0, 0]
            along: list[tuple[Any, int, int]] = []
            for p in distinct:
                side = dx * (p[1] - y1) - dy * (p[0] - x1)
                if side > 0:
                    above[0] += ones[p]
                    above[1] += zeros[p]
                elif side == 0:
                    along.append((dx * p[0] + dy * p[1], ones[p], zeros[p]))
            along.sort()
            for cut in range(len(along) + 1):
                for first, second in ((along[:cut], along[cut:]), (along[cut:], along[:cut])):
                    up = above[0] + sum(a for _, a, _ in first), above[1] + sum(b for _, _, b in first)
                    assert second is not None
                    wrong = (total - up[0]) + up[1]
                    least = min(least, wrong, len(y) - wrong)
    return least


def test_hebbs_rule_adds_every_instance_once() -> None:
    X = np.array([[1, -1], [-1, 1], [1, 1], [-1, -1]])
    model = cs.Perceptron(variant="hebb").fit(X, [1, 0, 1, 0])
    assert (model.coef_.tolist(), model.intercept_.tolist(), model.n_iter_) == ([[4, 0]], [0], 1)
    assert model.converged_
    gate = cs.dataset("and")
    assert not cs.Perceptron(variant="hebb").fit(gate.X, gate.y).converged_, (
        "Hebb's rule does not learn AND from 0 and 1"
    )


def test_the_delta_rule_is_widrow_and_hoffs(gate: Any) -> None:
    X, y = np.array(gate, float), np.array([-1, -1, -1, 1])
    w, b = np.zeros(2), 0.0
    for _ in range(3):
        for row, target in zip(X, y, strict=True):
            error = target - (row @ w + b)
            w, b = w + 0.1 * error * row, b + 0.1 * error
    model = cs.Perceptron(variant="delta", eta0=0.1, stop="loss", tol=None, max_iter=3).fit(gate, y)
    assert model.coef_[0] == pytest.approx(w)
    assert model.intercept_[0] == pytest.approx(b)
    with pytest.raises(cs.CircuitError, match="smaller eta0"):
        cs.Perceptron(variant="delta", eta0=5, max_iter=10_000, stop="loss", tol=None).fit(gate, y)


class TestExact:
    """Fractions, with decimals as typed."""

    def test_setosa(self, petals: Any) -> None:
        model = cs.Perceptron(exact=True).fit(petals.X, petals.y == 0)
        assert model.exact_coef_ == [[Fraction(-3, 5), Fraction(-4, 5)]]
        assert model.exact_intercept_ == [2]
        assert model.mistakes_per_epoch_.tolist() == [1, 3, 0]
        assert model.departures_ == [None]
        assert model.coef_.tolist() == [[-0.6, -0.8]]

    def test_floats_depart_where_rounding_breaks_a_tie(self, petals: Any) -> None:
        """In 4 of 24 runs float64 takes an exact tie for a sign: here 21 epochs instead of 9."""
        y = (petals.y == 2).astype(int)
        floats = cs.Perceptron.like_sklearn(random_state=42).fit(petals.X, y)
        exact = cs.Perceptron.like_sklearn(random_state=42, exact=True).fit(petals.X, y)
        assert (floats.n_iter_, exact.n_iter_) == (21, 9)
        found = exact.departures_[0]
        assert found.exact_z == 0
        assert found.float_z != 0
        weights, bias = floats.history_.state_at(found.epoch * 150 + found.position)
        row = petals.X[found.row]
        assert (weights[0, 0] * row[0] + weights[0, 1] * row[1]) + bias[0] == found.float_z

    def test_24_runs_of_which_4_depart(self) -> None:
        iris = cs.dataset("iris")
        sets = [(iris.X[:, 2:], k) for k in range(3)] + [(iris.X, k) for k in range(3)]
        departed = 0
        for (X, species), seed in product(sets, (0, 1, 2, 42)):
            model = cs.Perceptron.like_sklearn(random_state=seed, exact=True).fit(X, (iris.y == species).astype(int))
            departed += model.departures_[0] is not None
        assert departed >= 1

    def test_eta_only_rescales(self, gate: Any) -> None:
        for eta in (Fraction(1, 10), 7):
            model = cs.Perceptron(exact=True, eta0=float(eta)).fit(gate, [0, 0, 0, 1])
            assert model.exact_coef_ == [[2 * eta, eta]]
            assert model.n_mistakes_ == 11

    def test_fractions_and_decimals_are_taken_as_they_are(self) -> None:
        third = Fraction(1, 3)
        X = [[third, Decimal("0.1")], [2 * third, Decimal("0.2")], [1, 3], [2, 5]]
        model = cs.Perceptron(exact=True, max_iter=50).fit(X, [0, 0, 1, 1])
        for row, target in zip(X, [0, 0, 1, 1], strict=True):
            z = sum(w * Fraction(v) for w, v in zip(model.exact_coef_[0], row, strict=True)) + model.exact_intercept_[0]
            assert (z >= 0) == bool(target)

    def test_exact_and_float_agree_on_whole_numbers(self, problem: Any) -> None:
        rng = np.random.default_rng(0)
        for _ in range(20):
            X, y = rng.integers(-3, 4, (20, 3)), rng.integers(0, 2, 20)
            y[:2] = [0, 1]
            for tie in ("heaviside", "zero", "error", "sign"):
                plain = cs.Perceptron(tie=tie, max_iter=20).fit(X, y)
                exact = cs.Perceptron(tie=tie, max_iter=20, exact=True).fit(X, y)
                assert plain.coef_.tolist() == exact.coef_.tolist()
                assert plain.cycle_ == exact.cycle_
                assert exact.departures_ == [None]

    def test_what_exact_does_not_go_with(self, gate: Any) -> None:
        for variant in ("averaged", "pocket", "hebb", "delta"):
            with pytest.raises(cs.CircuitError, match="exact=True goes with"):
                cs.Perceptron(exact=True, variant=variant).fit(gate, [0, 0, 0, 1])
        with warnings.catch_warnings(), pytest.raises(cs.CircuitError, match="partial_fit"):
            cs.Perceptron(exact=True).partial_fit(gate, [0, 0, 0, 1], classes=[0, 1])
