"""Learning against scikit-learn, in CPU time, in turn; results are compared bit for bit first.

The whole call is timed, from the arrays to the model: checks, packing and histories included. Data of the sizes of
MNIST and of a text collection are made here, from a seed, so that nothing has to be fetched.

Run: python benchmarks/bench_learning.py [row ...], where the rows are called and, iris, digits, mnist, fashion,
outputs, sparse and functions.
"""

from __future__ import annotations

import itertools
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from results import SECONDS, Results, Row, in_turn
from scipy.sparse import csr_matrix
from sklearn.datasets import load_digits
from sklearn.linear_model import Perceptron as Theirs
from sklearn.multioutput import MultiOutputClassifier

import circuitsim as cs

Array = Any
Fit = Callable[[], Any]
RESULTS = Results()


def pictures(count: int, seed: int, noise: float) -> tuple[Array, Array]:
    """Images of 784 pixels from 0 to 255 in ten classes, a share of whose pixels is wrong."""
    rng = np.random.default_rng(seed)
    drawn = rng.random((10, 784)) < 0.19
    y = rng.integers(0, 10, count)
    lit = drawn[y] ^ (rng.random((count, 784)) < noise)
    return (lit * rng.integers(1, 256, (count, 784))).astype(np.uint8), y


def texts(count: int = 100_000, words: int = 50_000, length: int = 94, seed: int = 0) -> tuple[Array, Array]:
    """Documents as weighted counts of words, as text classifiers have them."""
    rng = np.random.default_rng(seed)
    sizes = rng.poisson(length * 1.14, count).clip(1)
    ends = np.concatenate([[0], np.cumsum(sizes)])
    often = np.cumsum(1 / np.arange(1, words + 1) ** 0.9)
    which = np.searchsorted(often / often[-1], rng.random(ends[-1]))
    X = csr_matrix((np.ones(ends[-1]), which, ends), shape=(count, words))
    X.sum_duplicates()
    X.data *= (np.log(count / (1 + np.bincount(X.indices, minlength=words))) + 1)[X.indices]
    X.data /= np.repeat(np.sqrt(np.add.reduceat(X.data**2, X.indptr[:-1])), np.diff(X.indptr))
    z = X @ (rng.standard_normal(words) * (rng.random(words) < 0.1))
    return X, (z + 0.15 * z.std() * rng.standard_normal(count) > 0).astype(int)


def threshold_functions() -> tuple[Array, Array]:
    """The truth table of five inputs, and all its separable functions that are not constant: 94,570."""
    rows = np.array(list(itertools.product((0, 1), repeat=5)), np.int64)
    weights = np.array(list(itertools.product(range(-5, 6), repeat=5)), np.int64)
    codes: set[int] = set()
    place = 1 << np.arange(32, dtype=np.int64)
    for begin in range(0, len(weights), 20_000):
        sums = rows @ weights[begin : begin + 20_000].T
        for threshold in range(-24, 26):
            codes.update(np.unique(place @ (sums >= threshold)).tolist())
    codes -= {0, 2**32 - 1}
    found = np.array(sorted(codes))
    assert len(found) == 94_570
    return rows.astype(np.uint8), (found >> np.arange(32)[:, None] & 1).astype(np.uint8)


def cpu(fit: Fit, calls: int) -> Callable[[], float]:
    """Measures CPU seconds a call."""

    def measure() -> float:
        start = time.process_time()
        for _ in range(calls):
            fit()
        return (time.process_time() - start) / calls

    return measure


def same(ours: Any, theirs: Any) -> bool:
    """Whether two models are the same, to the bit."""
    models = getattr(theirs, "estimators_", [theirs])
    coef = np.vstack([model.coef_ for model in models])
    intercept = np.concatenate([model.intercept_ for model in models])
    epochs = max(model.n_iter_ for model in models)
    return (
        bool(np.array_equal(ours.coef_, coef))
        and bool(np.array_equal(ours.intercept_, intercept))
        and ours.n_iter_ == epochs
    )


def row(
    name: str, ours: Fit, theirs: Fit, goals: tuple[float, float], calls: tuple[int, int] = (1, 1), rounds: int = 3
) -> None:
    """Add how many times quicker ours is."""
    assert same(ours(), theirs()), name
    seconds = in_turn({"ours": cpu(ours, calls[0]), "scikit-learn": cpu(theirs, calls[1])}, rounds)
    RESULTS.compare(name, seconds, "ours", "scikit-learn", *goals, note="the same bits")


def functions_of_five(rounds: int = 5) -> None:
    """Print how long it takes to learn all separable functions of five inputs, and what they get right."""
    X, Y = threshold_functions()
    model = cs.Perceptron(tie="zero")
    model.fit(X, Y)
    assert model.converged_
    assert (model.n_mistakes_, model.n_iter_) == (8_379_399, 133)
    assert np.array_equal(model.predict(X), Y)
    taken = in_turn({"ours": cpu(lambda: model.fit(X, Y), 1)}, rounds)["ours"]
    sample = Y.T[::100]
    start = time.process_time()
    right = sum(Theirs().fit(X, y).score(X, y) == 1 for y in sample)
    each = (time.process_time() - start) / len(sample)
    note = f"of {len(sample)} scikit-learn gets {right} right, and would take {each * 94_570:.0f} s for all"
    asked = [0.4] * rounds
    RESULTS.add(Row("94,570 functions of five inputs", SECONDS, "asked", taken, asked, 1, 0.4 / 0.25, note))


def main(chosen: list[str]) -> None:
    """Print the table, or the rows that are asked for."""
    warnings.simplefilter("ignore")
    like = cs.Perceptron.like_sklearn
    gate = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]])
    petals = cs.dataset("iris").only("petal_length", "petal_width").against_the_rest("setosa")
    both = np.array([0, 0, 0, 1])

    def and_gate() -> None:
        row("AND, 4 x 2", lambda: like().fit(gate, both), lambda: Theirs().fit(gate, both), (40, 50), (400, 40), 7)

    def iris() -> None:
        X, y = np.ascontiguousarray(petals.X), petals.y
        row("iris petals, 150 x 2", lambda: like().fit(X, y), lambda: Theirs().fit(X, y), (10, 14), (200, 40), 7)

    def digits() -> None:
        X, y = load_digits(return_X_y=True)
        row("digits, 1797 x 64, 10 classes", lambda: like().fit(X, y), lambda: Theirs().fit(X, y), (8, 15), (10, 3), 7)

    def mnist() -> None:
        X, y = pictures(10_000, 0, 0.22)
        row("pictures, 10,000 x 784", lambda: like().fit(X, y), lambda: Theirs().fit(X, y), (25, 40), (3, 1))

    def fashion() -> None:
        X, y = pictures(60_000, 0, 0.35)
        row("pictures, 60,000 x 784, mixed", lambda: like().fit(X, y), lambda: Theirs().fit(X, y), (15, 30), rounds=1)

    def outputs() -> None:
        rng = np.random.default_rng(0)
        X = rng.standard_normal((10_000, 256))
        Y = X @ rng.standard_normal((256, 100)) + 4 * rng.standard_normal((10_000, 100)) > 0
        Y = Y.astype(int)
        row(
            "100 outputs, 10,000 x 256",
            lambda: like().fit(X, Y),
            lambda: MultiOutputClassifier(Theirs()).fit(X, Y),
            (15, 30),
        )

    def sparse() -> None:
        X, y = texts()
        row(f"CSR, {X.nnz / len(y):.0f} a row", lambda: like().fit(X, y), lambda: Theirs().fit(X, y), (1.2, 4))

    rows = {
        "and": and_gate, "iris": iris, "digits": digits, "mnist": mnist, "fashion": fashion, "outputs": outputs,
        "sparse": sparse, "functions": functions_of_five,
    }  # fmt: skip
    if unknown := set(chosen) - set(rows):
        sys.exit(f"there is no row {', '.join(sorted(unknown))}; the rows are {', '.join(rows)}")
    for name, show in rows.items():
        if not chosen or name in chosen:
            show()


if __name__ == "__main__":
    main(sys.argv[1:])
