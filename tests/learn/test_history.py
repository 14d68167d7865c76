"""Every step of a run can be gone back to, to the bit."""

from __future__ import annotations

import itertools
import pickle
import warnings
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.errors import HistoryError
from circuitsim.learn import history as module
from circuitsim.learn.orders import binary_seed, epochs, permutation

pytestmark = pytest.mark.filterwarnings("ignore::circuitsim.errors.ConvergenceWarning")


def walked(X: Any, y: Any, order: Any, tie: str, steps: int) -> tuple[list[float], float]:
    """The weights after so many steps, by a walk that is written anew here."""
    weights, bias = [0.0] * X.shape[1], 0.0
    rows = list(itertools.islice((int(row) for each in order for row in each), steps))
    for row in rows:
        z = sum((w * v for w, v in zip(weights[1:], X[row].tolist()[1:], strict=True)), weights[0] * X[row, 0]) + bias
        said = z >= 0 if tie == "heaviside" else z > 0
        change = int(y[row]) - int(said)
        if change:
            weights = [w + change * v for w, v in zip(weights, X[row].tolist(), strict=True)]
            bias += change
    return weights, bias


@pytest.mark.parametrize("tie", ["heaviside", "zero"])
@pytest.mark.parametrize("shuffle", [False, True])
def test_every_step_is_rebuilt(tie: Any, shuffle: bool, petals: Any) -> None:
    y = (petals.y == 1).astype(int)
    model = cs.Perceptron(tie=tie, shuffle=shuffle, max_iter=4, random_state=3).fit(petals.X, y)
    history = model.history_
    order = list(itertools.islice(epochs(150, binary_seed(3) if shuffle else None), 4))
    for step in (0, 1, 2, 77, 150, 151, 433, 600):
        weights, bias = history.state_at(step)
        assert (weights[0].tolist(), bias[0]) == walked(petals.X, y, order, tie, step)
    assert history.state_at(600)[0].tolist() == model.coef_.tolist()


def test_a_step_tells_what_it_taught(gate: Any) -> None:
    history = cs.Perceptron().fit(np.array(gate), [0, 0, 0, 1]).history_
    first = history.step(0)
    assert (first.epoch, first.position, first.row, first.x.tolist()) == (0, 0, 0, [0, 0])
    assert (first.z.tolist(), first.answer.tolist(), first.target.tolist(), first.error.tolist()) == (
        [0],
        [1],
        [0],
        [-1],
    )
    assert (first.weight_change.tolist(), first.bias_change.tolist()) == ([[0, 0]], [-1])
    fourth = history.step(3)
    assert (fourth.row, fourth.z.tolist(), fourth.error.tolist()) == (3, [-1], [1])
    assert fourth.weight_change.tolist() == [[1, 1]]
    quiet = history.step(1)
    assert (quiet.error.tolist(), quiet.weight_change.tolist(), quiet.bias_change.tolist()) == ([0], [[0, 0]], [0])


def test_steps_and_states_agree_everywhere(problem: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in range(40):
            X, y, parameters, weights = problem(seed)
            parameters["max_iter"] = min(parameters["max_iter"], 3)
            tie = ["heaviside", "zero", "error", "sign"][seed % 4]
            model = cs.Perceptron(**{**parameters, "tol": 1e-3}, tie=tie).fit(X, y, sample_weight=weights)
            history = model.history_
            state = history.state_at(0)
            for step in range(history.steps):
                told = history.step(step)
                after = history.state_at(step + 1)
                changed = (state[0] + told.weight_change).astype(state[0].dtype)
                if parameters.get("class_weight") is None and weights is None:
                    assert np.array_equal(changed, after[0])
                assert np.array_equal(told.z, told.z)
                state = after
            assert (state[0] + 0.0).tobytes() == (model.coef_ + 0.0).tobytes()


def test_orders_of_their_own_have_no_common_step() -> None:
    iris = cs.dataset("iris")
    model = cs.Perceptron.like_sklearn(max_iter=3).fit(iris.X, iris.y)
    weights, bias = model.history_.state_at(450)
    assert (weights.tolist(), bias.tolist()) == (model.coef_.tolist(), model.intercept_.tolist())
    with pytest.raises(HistoryError, match="order of its own"):
        model.history_.step(0)


def test_checkpoints_change_nothing(petals: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    y = (petals.y == 1).astype(int)
    monkeypatch.setattr(module, "EVERY", 7)
    history = cs.Perceptron(max_iter=10).fit(petals.X, y).history_
    forward = [history.state_at(step)[0].tobytes() for step in range(0, 1500, 50)]
    backward = [history.state_at(step)[0].tobytes() for step in reversed(range(0, 1500, 50))]
    assert forward == backward[::-1]


def test_only_so_many_are_kept(petals: Any) -> None:
    y = (petals.y == 1).astype(int)
    for X in (petals.X, np.tile(petals.X, (30, 20))):
        model = cs.Perceptron(max_iter=5, keep=10).fit(X, np.resize(y, len(X)))
        assert len(model.history_) == 10
        assert not model.history_.complete
        model.history_.state_at(model.history_[5].epoch * len(X))
        with pytest.raises(HistoryError, match="first 10 corrections"):
            model.history_.state_at(model.history_.steps)


def test_steps_that_are_not_there(gate: Any) -> None:
    history = cs.Perceptron().fit(np.array(gate), [0, 0, 0, 1]).history_
    for step in (-1, 25):
        with pytest.raises(HistoryError, match="no step"):
            history.state_at(step)


def test_a_stored_history_takes_its_data_back(gate: Any) -> None:
    model = pickle.loads(pickle.dumps(cs.Perceptron().fit(np.array(gate), [0, 0, 0, 1])))
    assert len(model.history_) == 11
    assert [correction.row for correction in model.history_][:3] == [0, 3, 0]
    with pytest.raises(HistoryError, match="with_rows"):
        model.history_.state_at(3)
    assert model.history_.with_rows(np.array(gate)).state_at(24)[0].tolist() == [[2, 1]]


def test_permutations_are_scikit_learns() -> None:
    assert permutation(4, binary_seed(0)) == [3, 1, 2, 0]
    assert permutation(10, binary_seed(0)) == [7, 0, 6, 8, 1, 3, 2, 4, 9, 5]
    assert permutation(150, binary_seed(0))[:8] == [127, 109, 134, 2, 49, 78, 114, 3]
    from circuitsim.learn import kernels

    for count in (1, 2, 3, 100, 4097):
        assert kernels.permutation(count, binary_seed(count)).tolist() == permutation(count, binary_seed(count))


@pytest.mark.parametrize("tie", ["heaviside", "zero", "error", "sign"])
@pytest.mark.parametrize("stop", ["mistakes", "loss"])
@pytest.mark.parametrize("shuffle", [False, True])
def test_a_small_fit_has_the_history_of_a_large_one(
    tie: Any, stop: str, shuffle: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small fit makes its history when it is asked for: from what it learned, whatever became of that since."""
    rng = np.random.default_rng(5)
    for count in (2, 3, 4, 7, 40):
        X, y = rng.integers(-3, 4, (count, 2)).astype(float), np.arange(count) % 2
        model = cs.Perceptron(tie=tie, stop=stop, shuffle=shuffle, max_iter=30, random_state=count)
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr("circuitsim.learn.estimator.SMALL", -1)
            large = list(model.fit(X, y).history_)
            weights, bias, epochs = model.coef_.copy(), model.intercept_.copy(), model.mistakes_per_epoch_
        small = model.fit(X, y)
        X *= 0
        model.set_params(eta0=7.0)
        assert (list(small.history_), small.mistakes_per_epoch_.tolist()) == (large, epochs.tolist())
        assert (small.coef_.tolist(), small.intercept_.tolist()) == (weights.tolist(), bias.tolist())
        state = small.history_.state_at(small.history_.steps)
        assert (state[0].tolist(), state[1].tolist()) == (weights.tolist(), bias.tolist())
