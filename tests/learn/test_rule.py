"""The rule itself: the tables of the literature, on every engine."""

from __future__ import annotations

import warnings
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.learn import compiled, engines, estimator, reference, rule, unrolled
from circuitsim.learn.task import Outcome, Task

ENGINES = {"reference": reference.learn, "unrolled": unrolled.learn, "compiled": compiled.learn}

# Weights, bias, mistakes: eq. 10-3, order 00 01 10 11, eta 1, from zero.
GATES = {
    "and": {
        "zero": ([2, 1], -2, 10), "heaviside": ([2, 1], -3, 11), "error": ([3, 2], -4, 18), "sign": ([4, 2], -5, 11),
    },
    "or": {
        "zero": ([1, 1], 0, 4), "heaviside": ([1, 1], -1, 5), "error": ([2, 2], -1, 9), "sign": ([2, 2], -1, 5),
    },
    "nand": {
        "zero": ([-2, -1], 3, 11), "heaviside": ([-2, -1], 2, 10), "error": ([-3, -2], 4, 18),
        "sign": ([-4, -2], 5, 11),
    },
    "nor": {
        "zero": ([-1, -1], 1, 5), "heaviside": ([-1, -1], 0, 4), "error": ([-2, -2], 1, 9), "sign": ([-2, -2], 1, 5),
    },
    "a_implies_b": {
        "zero": ([-1, 2], 1, 7), "heaviside": ([-1, 2], 0, 6), "error": ([-2, 3], 1, 11), "sign": ([-2, 4], 1, 7),
    },
}  # fmt: skip
PER_EPOCH = {
    ("and", "heaviside"): [2, 3, 3, 2, 1, 0], ("and", "zero"): [1, 3, 3, 2, 1, 0], ("or", "heaviside"): [2, 2, 1, 0],
    ("or", "zero"): [1, 2, 1, 0], ("and", "sign"): [2, 3, 3, 2, 1, 0], ("and", "error"): [2, 3, 3, 2, 2, 3, 2, 1, 0],
}  # fmt: skip


@pytest.fixture(params=["unrolled", "compiled", "reference"])
def on(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every engine in turn."""
    monkeypatch.setattr(estimator, "SMALL", -1)
    monkeypatch.setattr(engines, "learn", ENGINES[request.param])
    return str(request.param)


@pytest.mark.parametrize("tie", rule.TIES)
@pytest.mark.parametrize("name", GATES)
def test_gates_by_every_tie(name: str, tie: Any, on: str) -> None:
    data = cs.dataset(name)
    model = cs.Perceptron(tie=tie).fit(data.X, data.y)
    weights, bias, mistakes = GATES[name][tie]
    assert (model.coef_[0].tolist(), model.intercept_[0], model.n_mistakes_) == (weights, bias, mistakes)
    assert model.converged_
    if (name, tie) in PER_EPOCH:
        assert model.mistakes_per_epoch_.tolist() == PER_EPOCH[name, tie]


@pytest.mark.parametrize(
    ("tie", "weights", "bias", "per_epoch"),
    [
        ("heaviside", [-0.6000000000000003, -0.8], 2, [1, 3, 0]),
        ("zero", [-0.5000000000000004, -0.8], 2, [2, 2, 0]),
        ("error", [-0.5000000000000004, -0.8], 2, [2, 2, 0]),
        ("sign", [-4.000000000000002, -4.599999999999999], 11, None),
    ],
)
def test_setosa_by_every_tie(tie: Any, weights: list[float], bias: float, per_epoch: Any, petals: Any, on: str) -> None:
    model = cs.Perceptron(tie=tie).fit(petals.X, petals.y == 0)
    assert (model.coef_[0].tolist(), model.intercept_[0]) == (weights, bias)
    assert model.n_mistakes_ == (12 if tie == "sign" else 4)
    if per_epoch:
        assert model.mistakes_per_epoch_.tolist() == per_epoch


def test_the_path_of_and(gate: Any, on: str) -> None:
    """Every weight after every instance, as the literature's table has them."""
    path = """(0,0,-1)(0,0,-1)(0,0,-1)(1,1,0) (1,1,-1)(1,0,-2)(1,0,-2)(2,1,-1) (2,1,-1)(2,0,-2)(1,0,-3)(2,1,-2)
    (2,1,-2)(2,1,-2)(1,1,-3)(2,2,-2) (2,2,-2)(2,1,-3)(2,1,-3)(2,1,-3)"""
    history = cs.Perceptron().fit(np.array(gate), [0, 0, 0, 1]).history_
    states = [history.state_at(step) for step in range(1, 21)]
    found = "".join(f"({w[0, 0]:g},{w[0, 1]:g},{b[0]:g})" for w, b in states)
    assert found == "".join(path.split())


def test_matlabs_four_vectors(on: str) -> None:
    X = np.array([[-0.5, -0.5], [-0.5, 0.5], [0.3, -0.5], [-0.1, 1]])
    model = cs.Perceptron().fit(X, [1, 1, 0, 0])
    assert (model.coef_[0].tolist(), model.intercept_[0]) == ([-2, -0.5], 0)
    assert model.mistakes_per_epoch_.tolist() == [1, 2, 3, 0]


def test_an_outlier_takes_35_epochs(on: str) -> None:
    X = np.array([[-0.5, -0.5], [-0.5, 0.5], [0.3, -0.5], [-0.1, 1], [-40, 50]])
    assert cs.Perceptron().fit(X, [1, 1, 0, 0, 1]).n_iter_ == 35


@pytest.mark.parametrize(("eta", "mistakes"), [(1, 12), (0.1, 16)])
def test_eta_matters_only_away_from_zero(eta: float, mistakes: int, gate: Any, on: str) -> None:
    X = np.array(gate)
    start = {"coef_init": [[1.0, 1.0]], "intercept_init": [1.0]}
    if eta == 1:
        assert cs.Perceptron(eta0=eta).fit(X, [0, 0, 0, 1], **start).n_mistakes_ == mistakes
    assert cs.Perceptron(eta0=7).fit(X, [0, 0, 0, 1]).n_mistakes_ == 11


def test_a_non_zero_start_with_a_tenth_exactly(gate: Any) -> None:
    model = cs.Perceptron(eta0=0.1, exact=True)
    model.fit(np.array(gate), [0, 0, 0, 1], coef_init=[[1.0, 1.0]], intercept_init=[1.0])
    assert model.n_mistakes_ == 16


@pytest.mark.parametrize(
    ("inputs", "mistakes", "epochs", "total"), [(1, 3, 3, None), (2, 11, 6, None), (3, 30, 12, 1328)]
)
def test_all_threshold_functions_of_few_inputs(inputs: int, mistakes: int, epochs: int, total: Any, on: str) -> None:
    X = cs.dataset("parity", inputs=inputs).X
    tables = [[tt >> row & 1 for row in range(len(X))] for tt in range(1 << len(X))]
    learned = [np.transpose(table) for table in tables if cs.separability(X, table)]
    assert len(learned) == {1: 4, 2: 14, 3: 104}[inputs]
    model = cs.Perceptron().fit(X, np.column_stack(learned))
    counts = [sum(model.history_.mistakes(k)) for k in range(len(learned))]
    assert model.converged_
    assert (max(counts), model.n_iter_) == (mistakes, epochs)
    assert np.array_equal(model.predict(X), np.column_stack(learned))
    if total:
        assert sum(counts) == model.n_mistakes_ == total


def task_of(seed: int, problem: Any, monkeypatch: pytest.MonkeyPatch, wide: bool) -> Task:
    """A task made of a nasty problem, with everything varied that a task has."""
    rng = np.random.default_rng(seed)
    X, y, parameters, weights = problem(seed, wide)
    if rng.random() < 0.5:
        parameters.pop("class_weight", None)
    if rng.random() < 0.3:
        parameters.pop("class_weight", None)
        y = rng.integers(0, 2, (X.shape[0], int(rng.integers(2, 6))))
    kept: list[Task] = []

    def keep(task: Task, progress: Any = None) -> Outcome:
        kept.append(task)
        raise KeyboardInterrupt

    more: dict[str, Any] = {
        "tie": rule.TIES[seed % 4],
        "stop": ["mistakes", "loss"][seed // 4 % 2],
        "orders": ["shared", "apart"][seed // 8 % 2],
    }
    model = cs.Perceptron(**parameters, **more)
    with monkeypatch.context() as patch:
        patch.setattr(estimator, "SMALL", -1)
        patch.setattr(engines, "learn", keep)
        with pytest.raises(KeyboardInterrupt):
            model.fit(X, y, sample_weight=weights)
    task = kept[0]
    if rng.random() < 0.3:
        start = rng.integers(-3, 3, task.weights.shape).astype(task.weights.dtype)
        task = replace(task, weights=start, bias=rng.integers(-3, 3, task.bias.shape).astype(float))
    return task


def found(learn: Any, task: Task) -> Any:
    """All of an outcome, in a form that can be compared; zeros have no sign."""
    try:
        outcome = learn(task)
    except cs.CircuitError as error:
        return str(error)
    steps, marks = outcome.corrections()
    order = np.lexsort((steps, marks))
    plain = [(np.asarray(each) + 0.0).tolist() for each in (outcome.weights, outcome.bias)]
    counts = [np.asarray(each).tolist() for each in (outcome.epochs, outcome.mistakes, outcome.last)]
    return plain, counts, outcome.per_epoch, outcome.cycle, steps[order].tolist(), marks[order].tolist()


@pytest.mark.parametrize("wide", [False, True])
def test_engines_give_the_same_bits(wide: bool, problem: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(60 if wide else 200):
        task = task_of(seed, problem, monkeypatch, wide)
        expected = found(reference.learn, task)
        for narrow in (16, 0):
            monkeypatch.setattr(compiled, "NARROW", narrow)
            assert found(compiled.learn, task) == expected, seed
        if unrolled.takes(task):
            assert found(unrolled.learn, task) == expected, seed


def test_a_loss_on_the_edge_is_summed_strictly(monkeypatch: pytest.MonkeyPatch) -> None:
    """With tol=0 and a cycle, losses are equal again and again: bounds decide nothing."""
    rng = np.random.default_rng(0)
    X, y = np.round(rng.standard_normal((40, 30)), 1), rng.integers(0, 2, 40)
    X = np.vstack([X, X])
    y = np.concatenate([y, 1 - y])
    kept = []
    real = compiled.learn
    monkeypatch.setattr(compiled, "learn", lambda *given, **named: kept.append(named) or real(*given, **named))
    monkeypatch.setattr(engines, "COMPILE_ABOVE", 0)
    monkeypatch.setattr(engines, "LOADED_ABOVE", 0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", cs.ConvergenceWarning)
        ours = cs.Perceptron.like_sklearn(tol=0.0, shuffle=False, max_iter=400).fit(X, y)
        sure = len(kept)
        monkeypatch.setattr(engines, "learn", reference.learn)
        plain = cs.Perceptron.like_sklearn(tol=0.0, shuffle=False, max_iter=400).fit(X, y)
    assert sure >= 1
    assert (ours.coef_.tobytes(), ours.n_iter_) == (plain.coef_.tobytes(), plain.n_iter_)


def test_overflow_is_said(on: str) -> None:
    X = np.full((2, 20), 1e308)
    X[1] = -1e308
    with pytest.raises(cs.CircuitError, match="left the range"):
        cs.Perceptron(max_iter=5, eta0=1e10).fit(X, [0, 1])


def test_progress_is_told_and_can_end_it(on: str) -> None:
    data = cs.dataset("xor")
    told: list[tuple[int, int]] = []

    def progress(epoch: int, wrong: int) -> bool:
        told.append((epoch, wrong))
        return epoch < 2

    with pytest.warns(cs.ConvergenceWarning, match="stopped"):
        model = cs.Perceptron(max_iter=50).fit(data.X, data.y, progress=progress)
    assert told == [(1, 3), (2, 3)]
    assert (model.n_iter_, model.converged_) == (2, False)
