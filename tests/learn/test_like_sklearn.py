"""`Perceptron.like_sklearn` against scikit-learn: recorded vectors, and a fuzz of nasty problems."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.learn import compiled, engines, reference, unrolled

sklearn = pytest.importorskip("sklearn")
sparse = pytest.importorskip("scipy.sparse")
from sklearn.datasets import load_digits  # noqa: E402
from sklearn.linear_model import Perceptron as Theirs  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
FUZZ = int(os.environ.get("CIRCUITSIM_FUZZ", "1000"))
"""How many nasty problems; CI takes 20,000."""
GATES = {
    "AND": "and", "OR": "or", "NAND": "nand", "NOR": "nor", "XOR": "xor", "IMPLY": "a_implies_b",
    "NIMPLY": "a_and_not_b", "A": "a", "B": "b", "NOTA": "not_a",
}  # fmt: skip

# scikit-learn 1.9.1: data, parameters, weights, bias, epochs, mistakes of each (the rest are 0).
RECORDED: list[tuple[str, dict[str, Any], list[float], float, int, list[int]]] = [
    ("setosa", {}, [-0.7000000000000006, -1.2000000000000002], 2, 7, [4]),
    ("setosa", {"random_state": 1}, [-1.4, -2.0], 4, 7, [8]),
    ("setosa", {"max_iter": 1000, "tol": 1e-3, "random_state": 42}, [-1.4, -2.2], 4, 7, [8]),
    ("setosa", {"shuffle": False}, [-0.5000000000000004, -0.8], 2, 8, [2, 2]),
    ("setosa", {"eta0": 0.1}, [-0.07000000000000003, -0.12000000000000001], 0.2, 7, [4]),
    (
        "setosa", {"fit_intercept": False}, [1.0999999999999925, -24.900000000000034], 0, 10,
        [39, 26, 36, 26, 19, 22, 19, 23, 17, 21],
    ),
    ("setosa", {"n_iter_no_change": 2}, [-0.7000000000000006, -1.2000000000000002], 2, 4, [4]),
    ("setosa", {"class_weight": {0: 1, 1: 3}}, [-5.800000000000002, -8.600000000000001], 15, 8, [15, 2]),
    ("and", {}, [2, 2], -2, 10, [3, 1, 2, 1, 1, 1, 2, 1, 1, 1]),
    ("nand", {}, [-2, -2], 2, 10, [3, 1, 2, 1, 1, 1, 2, 1, 1, 1]),
    ("or", {}, [2, 2], -1, 7, [2, 2, 1, 1, 1]),
    ("nor", {}, [-2, -2], 1, 7, [2, 2, 1, 1, 1]),
    ("a_implies_b", {}, [-2, 3], 1, 9, [3, 2, 2, 2, 2]),
    ("a_and_not_b", {}, [2, -3], -1, 9, [3, 2, 2, 2, 2]),
    ("xor", {}, [0, 0], 0, 6, [4] * 6),
    ("and", {"shuffle": False, "tol": None, "max_iter": 50}, [3, 2], -4, 50, [2, 3, 3, 2, 2, 3, 2, 1]),
    ("or", {"shuffle": False, "tol": None, "max_iter": 50}, [2, 2], -1, 50, [3, 1, 2, 2, 1]),
]  # fmt: skip


def data_of(name: str) -> tuple[Any, Any]:
    """Petals of setosa against the rest, or a gate."""
    if name == "setosa":
        found = cs.dataset("iris").only("petal_length", "petal_width")
        return found.X, (found.y == 0).astype(int)
    found = cs.dataset(name)
    return found.X.astype(float), found.y


@pytest.mark.parametrize(("name", "parameters", "weights", "bias", "epochs", "mistakes"), RECORDED)
def test_recorded_runs(
    name: str, parameters: dict[str, Any], weights: list[float], bias: float, epochs: int, mistakes: list[int]
) -> None:
    model = cs.Perceptron.like_sklearn(**parameters).fit(*data_of(name))
    assert model.coef_[0].tolist() == weights
    assert model.intercept_[0] == bias
    assert model.n_iter_ == epochs
    assert model.mistakes_per_epoch_.tolist() == mistakes + [0] * (epochs - len(mistakes))


def test_float32_is_their_float32() -> None:
    X, y = data_of("setosa")
    model = cs.Perceptron.like_sklearn().fit(X.astype(np.float32), y)
    assert model.coef_.dtype == np.float32
    assert model.coef_[0].astype(float).tolist() == [-0.7000002861022949, -1.1999998092651367]
    assert (model.intercept_[0], model.n_iter_) == (2, 7)


@pytest.mark.parametrize(("inputs", "separable", "wrong"), [(2, 12, (1, 0, 0)), (3, 102, (26, 16, 21))])
def test_their_defaults_do_not_learn_gates_and_ours_do(inputs: int, separable: int, wrong: tuple[int, ...]) -> None:
    X = cs.dataset("parity", inputs=inputs).X.astype(float)
    tables = [[tt >> row & 1 for row in range(len(X))] for tt in range(1, (1 << len(X)) - 1)]
    tables = [table for table in tables if cs.separability(X, table)]
    assert len(tables) == separable
    for seed, count in zip((0, 1, 42), wrong, strict=True):
        models = [cs.Perceptron.like_sklearn(random_state=seed).fit(X, table) for table in tables]
        found = sum(model.score(X, table) < 1 for model, table in zip(models, tables, strict=True))
        assert found == count
    assert all(cs.Perceptron(tie="zero").fit(X, table).score(X, table) == 1 for table in tables)


@pytest.mark.parametrize("engine", [reference.learn, compiled.learn, None], ids=["reference", "compiled", "chosen"])
def test_every_vector_of_the_shared_file(shared: Path, engine: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine is not None:
        monkeypatch.setattr(engines, "learn", engine)
        monkeypatch.setattr("circuitsim.learn.estimator.SMALL", -1)
    iris = cs.dataset("iris")
    vectors = json.loads((shared / "perceptron" / "sklearn_1.9.1_vectors.json").read_text())["vectors"]
    assert len(vectors) == 50
    for vector in vectors:
        name = vector["name"]
        if name == "digits" and engine is reference.learn:
            continue  # slow
        if "early_stopping" in name and engine is compiled.learn:
            continue  # is learned by the reference alone
        parameters = {**(vector.get("params") or {})}
        if "class_weight" in parameters:
            parameters["class_weight"] = {int(k): w for k, w in parameters["class_weight"].items()}
        X, y = _described(name, vector.get("data") or name, iris)
        weights = 1.0 + np.arange(150) % 3 if "sample_weight" in name else None
        model = cs.Perceptron.like_sklearn(**parameters)
        if "early_stopping" in name:
            model.set_params(early_stopping=True)
        if "partial_fit" in name:
            for _ in range(3):
                model.partial_fit(X, y, classes=[0, 1])
        elif "warm_start" in name:
            model.set_params(max_iter=2, warm_start=True).fit(X, y).fit(X, y)
        else:
            model.fit(X, y, sample_weight=weights)
        expected = [[float.fromhex(value) for value in row] for row in vector["coef"]]
        assert model.coef_.tolist() == expected, name
        assert model.intercept_.tolist() == [float.fromhex(value) for value in vector["intercept"]], name
        if "n_iter" in vector:
            assert model.n_iter_ == vector["n_iter"], name
        if "t" in vector:
            assert model.t_ == vector["t"], name
        for output, counts in enumerate(vector.get("mistakes_per_epoch") or []):
            found = model.history_.mistakes(output)
            assert (found[: len(counts)], sum(found[len(counts) :])) == (counts, 0), name


def _described(name: str, data: str, iris: Any) -> tuple[Any, Any]:
    """The data that a vector of the file describes in words."""
    X, y = iris.X, iris.y
    if data.startswith("digits"):
        return load_digits(return_X_y=True)
    if name.startswith("gate "):
        return data_of(GATES[name.split()[1]])
    if data.startswith("csr"):
        return sparse.csr_matrix(X), y
    if "cols 2,3" in data or "petal" in name:
        X = X[:, 2:]
    if "float32" in name:
        X = X.astype(np.float32)
    return X, (y == 0).astype(int) if "target==0" in data or "setosa" in name else y


def test_every_oracle_of_the_shared_folder(shared: Path) -> None:
    """Exact runs by another program: "ge" is H(0) = 1, "gt" is H(0) = 0, "skl" scikit-learn's tie."""
    ties = {"ge": "heaviside", "gt": "zero", "skl": "error"}
    iris = cs.dataset("iris")
    seen = 0
    for path in sorted((shared / "oracles" / "perceptron").glob("*.json")):
        oracle = json.loads(path.read_text())
        name = oracle["name"]
        if name.startswith("gate_"):
            inputs = oracle["features"]
            X = cs.dataset("parity", inputs=inputs).X
            stem = name.removeprefix("gate_")
            y = (
                (X.sum(axis=1) >= 2).astype(int)
                if stem == "majority3"
                else cs.dataset({"imply": "a_implies_b"}.get(stem, stem)).y
            )
            targets = {"1": y}
        elif name.startswith("iris"):
            X = iris.X if name == "iris_all" else iris.X[:, 2:]
            targets = {key: (iris.y == int(key)).astype(int) for key in oracle["outputs"]}
        else:
            continue  # made from data that are not here (banknotes, sonar, the letters of SNNS)
        for key, runs in oracle["outputs"].items():
            for run, tie in ties.items():
                expected = runs[run]
                model = cs.Perceptron(tie=tie, stop="loss", tol=None, max_iter=expected["epochs_run"], exact=True)
                model.fit(X, targets[key])
                assert model.mistakes_per_epoch_.tolist() == expected["updates_per_epoch"], (name, key, run)
                assert [str(w) for w in model.exact_coef_[0]] == expected["w_exact"], (name, key, run)
                assert str(model.exact_intercept_[0]) == expected["b_exact"]
                assert bool(model.converged_) == expected["converged"]
                wrong = int((model.predict(X) != targets[key]).sum())
                assert wrong == expected["misclassified"]
                seen += 1
    assert seen == 3 * (7 + 3 + 3 + 1)


def test_digits_is_the_recorded_hash() -> None:
    model = cs.Perceptron.like_sklearn().fit(*load_digits(return_X_y=True))
    assert hashlib.sha256(model.coef_.tobytes()).hexdigest()[:16] == "434f5e0dd7186d34"
    assert hashlib.sha256(model.intercept_.tobytes()).hexdigest()[:16] == "f84938fc80dad428"
    assert model.n_iter_ == 22


def both(X: Any, y: Any, parameters: dict[str, Any], weights: Any) -> tuple[Any, Any]:
    """What each of the two learns; zeros have no sign here. None where the weights overflow."""
    found = []
    for make in (Theirs, cs.Perceptron.like_sklearn):
        try:
            model = make(**parameters).fit(X, y, sample_weight=weights)
        except ValueError:
            found.append(None)
            continue
        found.append((
            (model.coef_ + 0.0).tobytes(), (model.intercept_ + 0.0).tobytes(), model.coef_.dtype,
            model.intercept_.dtype, model.n_iter_, model.t_, model.classes_.tolist(),
        ))  # fmt: skip
    return found[0], found[1]


@pytest.mark.parametrize("part", range(4))
def test_a_fuzz_of_nasty_problems(part: int, problem: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quarter on each: as chosen, everything compiled, the filter for the narrow too, and wide problems by halves."""
    if part:
        monkeypatch.setattr(engines, "COMPILE_ABOVE", 0)
        monkeypatch.setattr(engines, "LOADED_ABOVE", 0)
        monkeypatch.setattr("circuitsim.learn.estimator.SMALL", -1)
    if part == 2:
        monkeypatch.setattr(compiled, "NARROW", 0)
    if part == 3:
        monkeypatch.setattr(compiled, "LARGE", 0)
        monkeypatch.setattr(compiled, "LOSSY", 1.0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for seed in range(part * 1_000_000, part * 1_000_000 + FUZZ // 4):
            theirs, ours = both(*problem(seed, wide=part == 3))
            assert ours == theirs, f"problem({seed}, wide={part == 3})"


def test_unrolled_is_what_small_fits_run_on(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []
    real = unrolled.run
    monkeypatch.setattr(unrolled, "run", lambda *given: called.append(given) or real(*given))
    cs.Perceptron.like_sklearn().fit(*data_of("setosa"))
    assert called
