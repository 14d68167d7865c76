"""Layers of TLUs by matrix products, against sums in the order of the edges."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.engine import dense
from circuitsim.engine.dense import steps


def strictly(X: Any, W: Any, b: Any, step: str) -> Any:
    """The definition, in Python's floats."""
    found = []
    for x in X.tolist():
        row = []
        for weights, bias in zip(W.T.tolist(), b.tolist(), strict=True):
            total = 0.0
            for value, weight in zip(x, weights, strict=True):
                total += weight * value
            total += bias
            row.append(int(total >= 0) if step == "heaviside" else int(total > 0) - int(total < 0))
        found.append(row)
    return np.array(found).reshape(len(X), W.shape[1])


def problem(rng: np.random.Generator, sort: str) -> tuple[Any, Any, Any]:
    n, d, units = (int(k) for k in rng.integers([0, 0, 1], [30, 40, 20]))
    if sort == "whole":
        return rng.integers(-3, 4, (n, d)), rng.integers(-3, 4, (d, units)), rng.integers(-3, 4, units)
    if sort == "eighths":
        return rng.integers(0, 2, (n, d)), rng.integers(-30, 31, (d, units)) / 8, rng.integers(-30, 31, units) / 8
    X, W = rng.normal(size=(n, d)), rng.normal(size=(d, units))
    if sort == "decades":
        X, W = X * 10.0 ** rng.integers(-200, 200, (n, d)), W * 10.0 ** rng.integers(-150, 150, (d, units))
    if sort == "huge":
        W = np.clip(W, -1, 1) * rng.choice([1, 1e308, 1e-308], (d, units))
    if sort == "rounded":
        X, W = X.round(1), W.round(1)
    b = rng.normal(size=units)
    if sort in ("ties", "rounded") and n and d:  # a sum of nearly -b for some instance
        b = -np.array([sum(W[:, k] * X[rng.integers(n)]) for k in range(units)])
    return X, W, b


SORTS = ["whole", "eighths", "normal", "decades", "huge", "rounded", "ties"]


@pytest.mark.parametrize("step", ["heaviside", "sign"])
@pytest.mark.parametrize("sort", SORTS)
@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 2**31))
def test_every_bit_is_that_of_the_strict_sum(sort: str, step: Any, seed: int) -> None:
    X, W, b = problem(np.random.default_rng(seed), sort)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dense, "_ROWS", 7)
        patch.setattr(dense, "_COLUMNS", 5)
        patch.setattr(dense, "_PAIRS", 11)
        found = steps(X, W, b, step)
    assert found.dtype == (np.uint8 if step == "heaviside" else np.int8)
    assert np.array_equal(found, strictly(np.asarray(X, float), np.asarray(W, float), np.asarray(b, float), step))


def test_the_bound_holds_for_any_order_and_is_not_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ties that another order of summing gets wrong are taken anew, and few others are."""
    rng = np.random.default_rng(5)
    X, W = rng.normal(size=(400, 300)), rng.normal(size=(300, 50))
    b = -np.array([sum((W[:, k] * X[k]).tolist()) for k in range(50)])
    taken: list[int] = []
    strict = dense._strict
    monkeypatch.setattr(
        dense, "_strict", lambda X, W, b, row, unit: taken.append(len(row)) or strict(X, W, b, row, unit)
    )
    found = steps(X, W, b)
    assert 50 <= sum(taken) < 60
    assert np.array_equal(found, strictly(X, W, b, "heaviside"))
    naive = np.column_stack([(X @ W[:, k] + b[k] >= 0) for k in range(50)]), X[:, ::-1] @ W[::-1] + b >= 0
    assert any((found != other).any() for other in naive), "no tie that rounding decides: this test shows nothing"


def test_wholes_are_not_taken_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any) -> Any:
        raise AssertionError

    monkeypatch.setattr(dense, "_strict", never)
    rng = np.random.default_rng(6)
    X, W = rng.integers(0, 2, (100, 30)), rng.integers(-4, 5, (30, 10)) / 4
    assert np.array_equal(steps(X, W, np.zeros(10), "sign"), np.sign(X @ W))


def test_a_layer_in_its_circuit_answers_the_same() -> None:
    rng = np.random.default_rng(7)
    c = cs.Circuit()
    c.add_layer("out", [c.add_input(f"x{k}", domain="real") for k in range(5)], [f"t{k}" for k in range(4)])
    W, b = rng.normal(size=(5, 4)).round(1), rng.normal(size=4).round(1)
    for k in range(4):
        c.set(f"t{k}", bias=float(b[k]))
        for source, edge in enumerate(c.incoming(f"t{k}")):
            c.set_edge(edge.key, weight=float(W[source, k]))
        c.add_output(f"y{k}", f"t{k}")
    X = rng.normal(size=(200, 5)).round(1)
    assert np.array_equal(steps(X, W, b), cs.compile(c, "reference").run(X))


@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**31))
def test_layer_outputs_are_those_of_every_tlu_alone(timing: Any, seed: int) -> None:
    """Both steps, parallel edges, sources behind neurons; TLUs with different sources, or that feed each other."""
    rng = np.random.default_rng(seed)
    c = cs.Circuit(timing=timing)
    inputs = [c.add_input(f"x{k}") for k in range(4)]
    c.add_neuron("n", threshold=1)
    c.connect(inputs[0], "n")
    c.inhibit(inputs[1], "n")
    sources = [*inputs, "n", inputs[2]]
    ids = [
        c.add_tlu(f"t{k}", bias=round(float(rng.normal()), 1), step=rng.choice(["heaviside", "sign"])) for k in range(5)
    ]
    for id in ids:
        for source in sources[: 6 if seed % 3 else int(rng.integers(1, 7))]:
            c.connect(source, id, weight=round(float(rng.normal()), 1))
    if seed % 5 == 0:
        c.connect(ids[0], ids[1], weight=1.0)
    c.set_layer("l", ids)
    for id in ids:
        c.add_output(f"y{id}", id)
    X = rng.integers(0, 2, (20, 4))
    found = cs.layer_outputs(c, "l", X)
    expected = cs.compile(c, "reference").run(X)
    assert found.dtype == expected.dtype
    assert np.array_equal(found, expected)
