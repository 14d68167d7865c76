"""What one neuron does, over both engines: thresholds, parallel synapses, both regimes of inhibition."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs


def column(c: cs.Circuit, engine: Any) -> str:
    """The first output over all rows, A the most significant."""
    rows = list(product((0, 1), repeat=len(c.inputs)))
    return "".join(str(int(v)) for v in cs.compile(c, engine).run(np.array(rows).reshape(len(rows), -1))[:, 0])


def neuron(threshold: int, excite: str, inhibit: str = "", inhibition: str = "absolute") -> cs.Circuit:
    """One neuron; each letter of `excite` and `inhibit` is one synapse, "AAB" being two from A and one from B."""
    c = cs.Circuit()
    for id in sorted(set(excite + inhibit)):
        c.add_input(id)
    c.add_neuron("n", threshold, inhibition)
    for id in dict.fromkeys(excite):
        c.connect(id, "n", count=excite.count(id))
    for id in dict.fromkeys(inhibit):
        c.inhibit(id, "n", inhibit.count(id))
    c.add_output("y", "n")
    return c


@pytest.mark.parametrize(
    ("threshold", "excite", "inhibit", "absolute", "relative"),
    [
        (2, "AA", "", "01", "01"),
        (2, "AB", "", "0001", "0001"),
        (2, "AABB", "", "0111", "0111"),
        (2, "AA", "B", "0010", "0010"),
        (1, "A", "B", "0010", "0010"),
        (1, "AA", "B", "0010", "0011"),
        (1, "A", "BB", "0010", "0010"),
        (0, "", "B", "10", "10"),
        (0, "A", "", "11", "11"),
        (0, "A", "B", "1010", "1011"),
        (-1, "", "BB", "10", "10"),
        (-2, "", "BB", "10", "11"),
        (-1, "A", "B", "1010", "1111"),
        (-5, "A", "B", "1010", "1111"),
        (3, "AB", "", "0000", "0000"),
        (3, "AB", "B", "0000", "0000"),
        (1, "A", "A", "00", "00"),
        (0, "A", "A", "10", "11"),
        (1, "AA", "A", "00", "01"),
        (2, "AAA", "AB", "0000", "0010"),
        (10**30, "AB", "A", "0000", "0000"),
        (-(10**30), "AB", "A", "1100", "1111"),
    ],
)
def test_a_neuron_in_both_regimes(
    engine: str, threshold: int, excite: str, inhibit: str, absolute: str, relative: str
) -> None:
    assert column(neuron(threshold, excite, inhibit), engine) == absolute
    assert column(neuron(threshold, excite, inhibit, "relative"), engine) == relative


def test_the_comparison_is_at_least(engine: str) -> None:
    """The print of 1943 says "exceeds", every later text `>=`: two of two fire at threshold 2."""
    assert column(neuron(2, "AB"), engine) == "0001"
    assert column(neuron(3, "ABC"), engine) == "00000001"
    assert column(neuron(2, "ABC"), engine) == "00010111"


@pytest.mark.parametrize("inhibition", ["absolute", "relative"])
def test_the_greatest_counts_do_not_overflow(engine: str, inhibition: str) -> None:
    most = 2**31 - 1
    c = cs.Circuit()
    for k in range(5):
        c.add_input(f"i{k}")
    c.add_neuron("n", 5 * most, inhibition)
    for k in range(5):
        c.connect(f"i{k}", "n", count=most)
    c.add_output("y", "n")
    assert column(c, engine) == "0" * 31 + "1"
    c.set("n", threshold=4 * most + 1)
    assert column(c, engine) == "0" * 31 + "1"
    c.set("n", threshold=4 * most)
    assert column(c, engine).count("1") == 6


def test_two_edges_mean_what_a_count_of_two_means(engine: str) -> None:
    one, two = neuron(2, "AA"), neuron(2, "A")
    two.connect("A", "n")
    assert two.graph.number_of_edges("A", "n") == 2
    assert column(one, engine) == column(two, engine) == "01"
    two.inhibit("A", "n", 3)
    assert column(two, engine) == "00"


def test_only_what_is_greater_than_zero_is_active(engine: str) -> None:
    """A sign output of -1 is no pulse, and neither is a negative real; a small positive one is a whole pulse."""
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_tlu("s", step="sign")
    c.connect("x", "s")
    for source in ("s", "x"):
        c.add_neuron(f"on_{source}", 1)
        c.connect(source, f"on_{source}")
        c.add_neuron(f"off_{source}", 0)
        c.inhibit(source, f"off_{source}")
        c.add_output(f"y_{source}", f"on_{source}")
        c.add_output(f"z_{source}", f"off_{source}")
    c.add_output("sign", "s")
    found = cs.compile(c, engine).run([[-1e-300], [-5.0], [0.0], [1e-300], [0.5], [3.0]])
    sign = [-1, -1, 0, 1, 1, 1]
    assert found.tolist() == [[int(s > 0), int(s <= 0), int(s > 0), int(s <= 0), s] for s in sign]


def test_an_active_real_counts_once_however_large(engine: str) -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_neuron("n", 2)
    c.connect("x", "n")
    c.add_output("y", "n")
    assert cs.compile(c, engine).run([[1e9], [2.0]]).tolist() == [[0], [0]]


@pytest.mark.parametrize("inhibition", ["absolute", "relative"])
def test_a_neuron_without_synapses(engine: str, inhibition: str) -> None:
    for threshold, expected in ((-1, 1), (0, 1), (1, 0)):
        c = cs.Circuit()
        c.add_output("y", c.add_neuron("n", threshold, inhibition))
        assert cs.compile(c, engine).run(np.zeros((3, 0))).tolist() == [[expected]] * 3
        assert c.evaluate() == {"y": expected}


def test_the_bias_neuron_is_always_one(engine: str) -> None:
    c = cs.Circuit()
    c.add_bias("one")
    c.add_output("y", "one")
    c.add_output("silent")
    assert cs.compile(c, engine).run(np.zeros((2, 0))).tolist() == [[1, 0], [1, 0]]


def test_a_self_loop_latches_in_unit_delay_and_is_refused_settled() -> None:
    c = cs.Circuit(timing="unit-delay")
    c.add_input("s")
    c.add_neuron("q", 1)
    c.connect("s", "q")
    c.connect("q", "q")
    c.add_output("y", "q")
    assert cs.Simulator(c).run(6, {"s": "010"})["y"].tolist() == [0, 0, 1, 1, 1, 1]
    c.timing = "settled"
    with pytest.raises(cs.CircuitError, match=r"self-loop 'q' has no delay.*'unit-delay'") as error:
        c.evaluate(s=1)
    assert error.value.nodes == ("q",)
