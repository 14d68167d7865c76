"""Sets that are made: truth tables, and clouds of points."""

from __future__ import annotations

from itertools import product

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn.data.tables import DataSet

GATES = {
    "false": "0000", "nor": "1000", "b_and_not_a": "0100", "not_a": "1100", "a_and_not_b": "0010", "not_b": "1010",
    "xor": "0110", "nand": "1110", "and": "0001", "xnor": "1001", "b": "0101", "a_implies_b": "1101", "a": "0011",
    "b_implies_a": "1011", "or": "0111", "true": "1111",
}  # fmt: skip
"""The functions of two inputs: the output for 00, 01, 10 and 11."""


def gate(name: str) -> DataSet:
    """One function of two inputs."""
    return DataSet(name, _rows(2), np.array(list(map(int, GATES[name]))), ["a", "b"], ["0", "1"], "a truth table")


def gates() -> DataSet:
    """All functions of two inputs, a column each."""
    targets = np.array([list(map(int, bits)) for bits in GATES.values()]).T
    return DataSet("gates", _rows(2), targets, ["a", "b"], list(GATES), "the 16 functions of two inputs")


def parity(inputs: int = 3) -> DataSet:
    """Whether an odd number of inputs is 1.

    >>> parity(2).y.tolist()
    [0, 1, 1, 0]
    """
    if not 1 <= inputs <= 16:
        raise DataError(f"parity takes 1 to 16 inputs, not {inputs}")
    rows = _rows(inputs)
    names = [f"x{j}" for j in range(1, inputs + 1)]
    return DataSet("parity", rows, rows.sum(axis=1) % 2, names, ["even", "odd"], "parity of all inputs")


def blobs(count: int = 100, classes: int = 2, spread: float = 1.0, seed: int = 0) -> DataSet:
    """Round clouds on a circle of radius 4; with a spread of 1 they touch now and then."""
    if count < classes or classes < 2 or spread < 0:
        raise DataError("blobs takes at least 2 classes, a point for each, and a spread of 0 or more")
    random = np.random.default_rng(seed)
    y = np.arange(count) % classes
    angle = 2 * np.pi * y / classes + np.pi / 4
    X = 4 * np.column_stack([np.cos(angle), np.sin(angle)]) + spread * random.standard_normal((count, 2))
    names = [f"cloud {k}" for k in range(1, classes + 1)]
    return DataSet("blobs", X.round(2), y, ["x", "y"], names, f"clouds drawn from the seed {seed}")


def moons(count: int = 100, noise: float = 0.1, seed: int = 0) -> DataSet:
    """Two half circles, each reaching into the other: no line can separate them."""
    if count < 2 or noise < 0:
        raise DataError("moons takes at least 2 points, and a noise of 0 or more")
    random = np.random.default_rng(seed)
    y = np.arange(count) % 2
    angle = np.pi * random.random(count)
    X = np.column_stack([np.where(y == 0, np.cos(angle), 1 - np.cos(angle)), np.where(y == 0, 1, -1) * np.sin(angle)])
    X[:, 1] += 0.5 * y
    X += noise * random.standard_normal((count, 2))
    return DataSet("moons", X.round(2), y, ["x", "y"], ["upper", "lower"], f"half circles drawn from the seed {seed}")


def _rows(inputs: int) -> np.ndarray:
    return np.array(list(product((0, 1), repeat=inputs)), np.uint8)
