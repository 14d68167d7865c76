"""Gates, flowers, and nasty problems for tests of learning."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

SHARED = Path(os.environ.get("CIRCUITSIM_SHARED", Path(__file__).parents[3] / "shared")) / "data"
GATE = [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.fixture
def gate() -> list[list[int]]:
    """The rows of a truth table of two inputs."""
    return GATE


@pytest.fixture(scope="session")
def petals() -> Any:
    """Petal length and width of the 150 flowers."""
    return cs.dataset("iris").only("petal_length", "petal_width")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference runs of other programs, where they are laid beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no shared data beside the checkout")
    return SHARED


def problem(seed: int, wide: bool = False) -> tuple[Any, Any, dict[str, Any], Any]:
    """A nasty problem: ties, duplicates, near-ties, tiny numbers, columns over many decades.

    Instances, labels, parameters that scikit-learn's Perceptron has too, and weights of the instances.
    """
    rng = np.random.default_rng(seed)
    n, d = (
        (int(rng.integers(20, 120)), int(rng.integers(17, 200)))
        if wide
        else (int(rng.integers(2, 40)), int(rng.integers(1, 12)))
    )
    classes = int(rng.choice([2, 2, 2, 3, 4]))
    X: Any = [
        lambda: rng.integers(0, 2, (n, d)).astype(float),
        lambda: rng.integers(-3, 4, (n, d)) / 10,
        lambda: rng.standard_normal((n, d)),
        lambda: rng.standard_normal((n, d)) * 10.0 ** rng.integers(-12, 12, d),
        lambda: rng.standard_normal((n, d)) * 1e-20,
        lambda: np.resize(np.repeat(rng.standard_normal((max(1, n // 3), d)), 3, axis=0), (n, d)),
        lambda: 1 + rng.integers(-3, 4, (n, d)) * 1e-15,
        lambda: rng.integers(0, 255, (n, d)).astype(np.uint8),
        lambda: np.round(rng.standard_normal((n, d)), 1),
    ][rng.integers(9)]()
    if rng.random() < 0.1:
        X = X.astype(np.float32)
    y = rng.integers(0, classes, n)
    if rng.random() < 0.5:
        along = X @ rng.standard_normal(d)
        y = np.digitize(along, np.quantile(along, np.linspace(0, 1, classes + 1)[1:-1]))
    y[:2] = [0, 1]
    parameters: dict[str, Any] = {
        "random_state": int(rng.integers(0, 1000)),
        "eta0": float(rng.choice([1, 1, 0.1, 0.3, 2])),
        "tol": [1e-3, 0.0, None, 0.1, 1e-3][rng.integers(5)],
        "max_iter": int(rng.choice([1, 5, 50, 300])),
        "shuffle": bool(rng.random() < 0.8),
        "fit_intercept": bool(rng.random() < 0.85),
    }
    if rng.random() < 0.1:
        parameters["class_weight"] = "balanced"
    if rng.random() < 0.1:
        parameters["n_iter_no_change"] = int(rng.integers(1, 8))
    weights = None
    if rng.random() < 0.1:
        weights = rng.integers(0, 3, n) + rng.random(n)
        weights[rng.integers(n)] = 0
    if rng.random() < 0.2:
        from scipy.sparse import csr_matrix

        X = csr_matrix(X)
    return X, y, parameters, weights


@pytest.fixture(scope="session", name="problem")
def _problem() -> Any:
    return problem
