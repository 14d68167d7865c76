"""A layer of 10,000 TLUs on real numbers: our bits of the strict sums, against the matrix product alone.

One thread, float64. The product is measured as `X @ W`, which makes room for its result, and into room that is there.

Run: python benchmarks/bench_dense.py
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from results import Results, in_turn

from circuitsim.engine.dense import steps

TLUS, ROUNDS = 10_000, 5


def seconds(work: Callable[[], Any]) -> Callable[[], float]:
    """Measures CPU time."""

    def measure() -> float:
        start = time.thread_time()
        work()
        return time.thread_time() - start

    return measure


def layer(results: Results, inputs: int, instances: int) -> None:
    """Print the ratios for a layer on so many inputs."""
    rng = np.random.default_rng(inputs)
    X, W = rng.normal(size=(instances, inputs)), rng.normal(size=(inputs, TLUS))
    b, room = rng.normal(size=TLUS), np.zeros((instances, TLUS))
    decided = np.abs(X @ W + b) > 1e-6
    assert np.array_equal(steps(X, W, b)[decided], (X @ W + b >= 0)[decided])
    contenders = {
        "step(X W + b)": seconds(lambda: steps(X, W, b)),
        "X @ W": seconds(lambda: X @ W),
        "np.matmul(X, W, out=room)": seconds(lambda: np.matmul(X, W, out=room)),
    }
    measured = in_turn(contenders, ROUNDS)
    for peer, least in (("X @ W", 1 / 1.1), ("np.matmul(X, W, out=room)", None)):
        work = f"step(X W + b), {instances:,} instances, {inputs:,} inputs"
        results.compare(work, measured, "step(X W + b)", peer, least)


def main() -> None:
    """Print the ratios."""
    results = Results()
    for inputs, instances in ((100, 10_000), (784, 5_000), (2_000, 2_000)):
        layer(results, inputs, instances)


if __name__ == "__main__":
    main()
