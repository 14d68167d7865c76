"""The word engine against the reference walk, on shipped circuits, over the same random patterns.

Run: python benchmarks/bench_engines.py
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from results import Results, in_turn

import circuitsim as cs

CIRCUITS = ("full_adder", "adder_8bit", "multiplier_4bit", "parity_8")
FEW, MANY, ROUNDS = 500, 262_144, 5


def per_pattern(program: Any, patterns: np.ndarray) -> Callable[[], float]:
    """Measures CPU seconds a pattern."""

    def measure() -> float:
        start = time.process_time()
        program.run(patterns)
        return (time.process_time() - start) / len(patterns)

    return measure


def main() -> None:
    """Print the ratios; every result is compared first."""
    rng, results = np.random.default_rng(0), Results()
    for name in CIRCUITS:
        circuit = cs.example(name)
        words, walk = cs.compile(circuit, "words"), cs.compile(circuit, "reference")
        patterns = rng.integers(0, 2, (MANY, len(circuit.inputs)), np.uint8)
        assert np.array_equal(words.run(patterns)[:FEW], walk.run(patterns[:FEW])), name
        contenders = {
            "reference walk": per_pattern(walk, patterns[:FEW]),
            "word engine": per_pattern(words, patterns),
        }
        seconds, note = in_turn(contenders, ROUNDS), f"{len(words.net) - 1} signals; time a pattern"
        results.compare(f"{name}, in words", seconds, "word engine", "reference walk", note=note)


if __name__ == "__main__":
    main()
