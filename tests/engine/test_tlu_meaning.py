"""What a threshold logic unit computes: float64, in the order of its edges, the bias last."""

from __future__ import annotations

import math
from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs


def tlu(weights: list[float], bias: float = 0.0, step: str = "heaviside", domain: str = "binary") -> cs.Circuit:
    c = cs.Circuit()
    c.add_tlu("t", bias, step)
    for k, weight in enumerate(weights):
        c.connect(c.add_input(f"x{k}", domain=domain), "t", weight=weight)
    c.add_output("y", "t")
    return c


def at(c: cs.Circuit, engine: Any, row: list[float]) -> float:
    found = cs.compile(c, engine).run([row])[0, 0].item()
    assert c.evaluate(dict(zip(c.inputs, row, strict=True))) == {"y": found}
    return float(found)


def test_the_steps_at_zero(engine: str) -> None:
    assert at(tlu([1.0]), engine, [0]) == 1
    assert at(tlu([1.0], step="sign"), engine, [0]) == 0
    assert at(tlu([1.0], -1.0, "sign"), engine, [0]) == -1
    assert at(tlu([1.0], -0.5, "sign"), engine, [1]) == 1
    assert at(tlu([], 0.0), engine, []) == 1
    assert at(tlu([], 0.0, "sign"), engine, []) == 0
    assert at(tlu([], -0.0), engine, []) == 1
    assert at(tlu([-0.0], -0.0, "sign"), engine, [1]) == 0
    assert at(tlu([], -5e-324), engine, []) == 0


@pytest.mark.parametrize("domain", ["binary", "real"])
@pytest.mark.parametrize(
    ("weights", "bias", "expected"),
    [
        ([0.1, 0.2, -0.3], 0.0, 1),  # 5.6e-17 is left over
        ([0.1, -0.3, 0.2], 0.0, 1),  # 2.8e-17
        ([0.2, -0.3, 0.1], 0.0, 1),
        ([-0.1, -0.2, 0.3], 0.0, -1),
        ([0.1, 0.2], -0.3, 1),
        ([0.3, -0.2], -0.1, -1),
        ([1e16, 1.0, -1e16], 0.0, 0),  # the 1 is lost in the sum
        ([1e16, -1e16, 1.0], 0.0, 1),
        ([1.0, 1e16, -1e16], 0.0, 0),
        ([1e16, 1.0], -1e16, 0),  # the bias comes last: were it first, this would be 1
        ([1.0, 1.0, 1e16], -1e16, 1),
        ([1e16, 1.0, 1.0], -1e16, 0),
        ([1e308, 1e308, -1e308], -1e308, 1),  # inf stays inf
        ([1e308, -1e308, 1e308], -1e308, 0),
        ([-1e308, -1e308, 1e308], 1e308, -1),
        ([2.0**53, 1.0, -(2.0**53)], 0.0, 0),
        ([2.0**53, 1.0, -(2.0**53)], -0.5, -1),  # integers would say 0.5: the sums are too long to be exact
        ([2.0**53, 1.0, 1.0, -(2.0**53)], -1.0, -1),
        ([2.0**51, 1.0, 1.0, -(2.0**51)], -1.0, 1),
        ([5e-324, 5e-324], -1e-323, 0),
    ],
)
def test_sums_in_the_order_of_the_edges(
    engine: str, weights: list[float], bias: float, expected: int, domain: str
) -> None:
    total = 0.0
    for weight in weights:
        total += weight
    total += bias
    sign = (total > 0) - (total < 0)
    assert sign == expected, "the case itself"
    ones: list[float] = [1] * len(weights)
    assert at(tlu(weights, bias, "sign", domain), engine, ones) == sign
    assert at(tlu(weights, bias, "heaviside", domain), engine, ones) == int(total >= 0)


def test_infinity_less_infinity_is_no_number_and_no_pulse(engine: str) -> None:
    c = tlu([1e308, 1e308], 0.0, "heaviside", "real")
    assert at(c, engine, [10.0, -10.0]) == 0
    assert at(c, engine, [10.0, 10.0]) == 1
    c.set("t", step="sign")
    assert at(c, engine, [10.0, -10.0]) == 0
    assert at(c, engine, [-10.0, -10.0]) == -1


def test_the_order_is_that_of_the_edges_not_of_the_inputs(engine: str) -> None:
    c = cs.Circuit()
    for id in "abc":
        c.add_input(id)
    c.add_tlu("t", step="sign")
    for id, weight in (("b", 1e16), ("c", -1e16), ("a", 1.0)):
        c.connect(id, "t", weight=weight)
    c.add_output("y", "t")
    assert at(c, engine, [1, 1, 1]) == 1
    first = min(edge.key for edge in c.edges)
    c.disconnect(first)
    c.connect("b", "t", weight=1e16)  # now last: (-1e16 + 1) + 1e16
    assert at(c, engine, [1, 1, 1]) == (-1e16 + 1.0 + 1e16 > 0)


def test_parallel_edges_are_two_terms(engine: str) -> None:
    c = tlu([1e16, 1.0, -1e16], step="sign")
    c.connect("x1", "t", weight=1.0)
    assert at(c, engine, [1, 1, 1]) == 1
    assert at(c, engine, [0, 1, 0]) == 1


@pytest.mark.parametrize("seed", range(6))
def test_arbitrary_weights_agree_with_python_on_every_row(engine: str, seed: int) -> None:
    """Integers, dyadic fractions and others, of which the last have no exact integer form."""
    random = np.random.default_rng(seed)
    for scale in (1.0, 0.125, 0.1, 1e15, 2.0**50):
        weights = (random.integers(-9, 10, 7) * scale).tolist()
        bias = float(random.integers(-9, 10) * scale)
        rows = list(product((0, 1), repeat=7))
        found = cs.compile(tlu(weights, bias), engine).run(rows)[:, 0].tolist()
        for row, bit in zip(rows, found, strict=True):
            total = 0.0
            for weight, value in zip(weights, row, strict=True):
                total += weight * value
            assert bit == (total + bias >= 0)


def test_real_values_multiply_in_float64(engine: str) -> None:
    c = tlu([0.1, 3.0], -0.3, "sign", "real")
    for x, z in [(3.0, 0.0), (0.0, 0.1), (1.0, 0.2 / 3), (2.9999999999999996, 0.0), (math.pi, -math.e)]:
        total = 0.0 + 0.1 * x + 3.0 * z + -0.3
        assert at(c, engine, [x, z]) == (total > 0) - (total < 0)


def test_minus_one_is_a_number_to_a_tlu(engine: str) -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_tlu("s", step="sign")
    c.add_tlu("t", -0.5)
    c.connect("x", "s")
    c.connect("s", "t", weight=-1.0)
    c.add_output("y", "t")
    assert cs.compile(c, engine).run([[-3.0], [0.0], [2.0]]).tolist() == [[1], [0], [0]]
