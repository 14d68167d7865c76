"""All threshold functions of few inputs, learned at once: an output each."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs


def threshold_functions(inputs: int) -> tuple[Any, Any]:
    """The truth table, and every function of it that weights up to 5 and a threshold give, a column each."""
    rows = np.array(list(product((0, 1), repeat=inputs)), np.int64)
    weights = np.array(list(product(range(-5, 6), repeat=inputs)), np.int64)
    place = 1 << np.arange(len(rows), dtype=np.int64)
    codes: set[int] = set()
    for begin in range(0, len(weights), 20_000):
        sums = rows @ weights[begin : begin + 20_000].T
        for threshold in range(int(sums.min()), int(sums.max()) + 2):
            codes.update(np.unique(place @ (sums >= threshold)).tolist())
    found = np.array(sorted(codes))
    return rows, (found >> np.arange(len(rows))[:, None] & 1).astype(np.uint8)


@pytest.mark.parametrize(
    ("inputs", "count", "most", "epochs"),
    [(2, 14, 11, 6), (3, 104, 30, 12), (4, 1_882, 108, 38), (5, 94_572, 368, 133)],
)
def test_every_threshold_function_is_learned(inputs: int, count: int, most: int, epochs: int) -> None:
    """How many there are, and the most mistakes and epochs that one takes, as others have counted them."""
    X, Y = threshold_functions(inputs)
    assert Y.shape == (1 << inputs, count)  # Muroga's numbers, the two constants included
    model = cs.Perceptron(tie="zero", keep=10_000_000).fit(X, Y)
    assert model.converged_
    assert np.array_equal(model.predict(X), Y)
    mistakes = np.bincount([correction.output for correction in model.history_]) if inputs < 5 else None
    assert model.n_iter_ == epochs
    if mistakes is not None:
        assert mistakes.max() == most
    else:
        assert model.n_mistakes_ == 8_379_399 + 1  # of the constants, that which is always 1 takes one
