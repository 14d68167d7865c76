"""Equal circuits are proved so, and what tells others apart is checked on the circuits themselves."""

from __future__ import annotations

import random
import shutil
import subprocess
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.logic.equal import Verdict, equal

pytest.importorskip("pysat", reason="python-sat is not installed")


def holds(found: Verdict, left: cs.Circuit, right: cs.Circuit) -> None:
    """Whether a counter-example is one."""
    assert not found.equal
    ends = []
    for circuit in (left, right):
        simulator = cs.Simulator(circuit)
        for row in found.inputs:
            last = simulator.step(row)
        ends.append(int(last[found.output]))
    assert tuple(ends) == found.values
    assert ends[0] != ends[1]


def net(seed: int, inputs: int = 5) -> cs.Circuit:
    """A few neurons and TLUs of small weights."""
    draw = random.Random(seed)
    c = cs.Circuit(str(seed))
    ids = [c.add_input(f"i{k}") for k in range(inputs)]
    for k in range(draw.randint(2, 8)):
        c.add_tlu(f"t{k}", bias=draw.randint(-3, 2))
        for source in draw.sample(ids, draw.randint(1, min(5, len(ids)))):
            c.connect(source, f"t{k}", weight=draw.choice([-2, -1, 1, 1, 2, 3]))
        ids.append(f"t{k}")
    c.add_output("y", ids[-1])
    return c


@given(seed=st.integers(0, 10**9), change=st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_verdict_is_that_of_all_inputs(seed: int, change: bool) -> None:
    left, right = net(seed), net(seed)
    draw = random.Random(seed)
    if change:
        edge = draw.choice([edge for edge in right.edges if edge.weight is not None])
        right.set_edge(edge.key, weight=edge.weight + draw.choice([-1, 1]))
    else:  # the same sums, every weight and bias doubled: another net of gates
        for edge in right.edges:
            if edge.weight is not None:
                right.set_edge(edge.key, weight=2 * edge.weight)
        for id, node in right.nodes.items():
            if node.kind == "tlu":
                right.set(id, bias=2 * node.parameters["bias"] + 1)
    points = np.array(list(product((0, 1), repeat=5)))
    same = np.array_equal(cs.compile(left).run(points), cs.compile(right).run(points))
    found = equal(left, right)
    assert found.equal == same
    assert found.equal or change
    if not found.equal:
        holds(found, left, right)


def majority(count: int, threshold: int, *, sorted_out: bool) -> cs.Circuit:
    """At least so many of the inputs: one neuron, or a triangle of ANDs and ORs that sorts them."""
    c = cs.Circuit()
    wires = [c.add_input(f"i{k}") for k in range(count)]
    if not sorted_out:
        c.add_neuron("n", threshold=threshold)
        for wire in wires:
            c.connect(wire, "n")
        c.add_output("y", "n")
        return c
    for k in range(count):
        for j in range(count - 1 - k):
            pair = wires[j], wires[j + 1]
            for name, need in (("or", 1), ("and", 2)):
                c.add_neuron(f"{name}{k}_{j}", threshold=need)
                for wire in pair:
                    c.connect(wire, f"{name}{k}_{j}")
            wires[j], wires[j + 1] = f"or{k}_{j}", f"and{k}_{j}"
    c.add_output("y", wires[threshold - 1])
    return c


def test_a_threshold_against_a_sorting_network() -> None:
    """24 inputs: nothing here is enumerated."""
    assert equal(majority(11, 6, sorted_out=False), majority(11, 6, sorted_out=True)).equal
    left, right = majority(24, 12, sorted_out=False), majority(24, 12, sorted_out=False)
    right.set("n", threshold=13)
    found = equal(left, right)
    holds(found, left, right)
    assert sum(found.inputs[0].values()) == 12


def test_what_random_inputs_never_find() -> None:
    """The circuits differ for one of 2**40 inputs."""
    circuits = []
    for threshold in (40, 41):
        c = cs.Circuit()
        c.add_neuron("n", threshold=threshold)
        for k in range(40):
            c.connect(c.add_input(f"i{k}"), "n")
        c.add_output("y", "n")
        circuits.append(c)
    found = equal(*circuits)
    holds(found, *circuits)
    assert set(found.inputs[0].values()) == {1}


def counter(bits: int, wrong_at: int | None = None) -> cs.Circuit:
    """Counts its pulses; one that is wrong gives 1 when it comes to some number."""
    c = cs.Circuit()
    c.add_input("go")
    for k in range(bits):
        c.add_delay(f"q{k}")
    carry = "go"
    for k in range(bits):
        both = c.add_neuron(f"both{k}", threshold=2)
        one = c.add_neuron(f"one{k}", threshold=1, inhibition="relative")
        for source in (carry, f"q{k}"):
            c.connect(source, both)
            c.connect(source, one)
        c.inhibit(both, one, count=2)
        c.connect(one, f"q{k}")
        carry = both
    hit = c.add_neuron("hit", threshold=0 if wrong_at is None else bin(wrong_at).count("1"))
    if wrong_at is None:
        c.set(hit, threshold=1)
    else:
        for k in range(bits):
            (c.connect if wrong_at >> k & 1 else c.inhibit)(f"q{k}", hit)
    c.add_output("y", hit)
    return c


def test_clocked_circuits_are_followed_from_reset() -> None:
    left, right = counter(4), counter(4, wrong_at=9)
    assert equal(left, right, ticks=9).equal
    found = equal(left, right, ticks=20)
    assert found.ticks == 10
    holds(found, left, right)
    assert [row["go"] for row in found.inputs[:9]] == [1] * 9


def test_two_files_of_one_benchmark(shared: Path) -> None:
    circuits = shared / "circuits"

    def load(name: str) -> cs.Circuit:
        return cs.load(circuits / name, left_out=[])

    assert equal(load("iscas85/c499.bench"), load("iscas85/c1355.bench"), by_order=True).equal
    assert equal(load("iscas85/c432.bench"), load("iscas85/c432.v"), by_order=True).equal
    assert equal(load("iscas89/s27.bench"), load("iscas89/s27.v")).equal
    assert equal(load("epfl/adder.blif"), load("epfl/adder.aig")).equal


def test_ports_of_other_names_are_named() -> None:
    left, right = cs.example("and"), cs.example("not")
    with pytest.raises(cs.CircuitError, match="other inputs: 'b'"):
        equal(left, right)
    with pytest.raises(cs.CircuitError, match="there are 2 and 1 inputs"):
        equal(left, right, by_order=True)


def test_a_loop_is_named() -> None:
    c = cs.Circuit()
    c.add_input("a")
    for id in ("x", "y"):
        c.add_neuron(id, threshold=1)
    c.connect("x", "y")
    c.connect("y", "x")
    c.add_output("o", "y")
    with pytest.raises(cs.CircuitError, match=r"the loop through '[xy]', '[xy]' has no delay"):
        equal(c, c.copy())


def test_a_multiplier_that_abc_has_rewritten(shared: Path, tmp_path: Path) -> None:
    """Proved by what is equal inside: outputs alone are far too hard for a solver."""
    abc = shutil.which("berkeley-abc")
    if abc is None:
        pytest.skip("berkeley-abc is not installed")
    source, target = shared / "circuits" / "iscas85" / "c6288.bench", tmp_path / "again.blif"
    steps = (
        f"read_bench {source}; strash; balance; rewrite; refactor; balance; rewrite -z; if -K 4; write_blif {target}"
    )
    subprocess.run([abc, "-c", steps], check=True, capture_output=True, timeout=120)
    left, right = cs.load(source, left_out=[]), cs.load(target, left_out=[])
    assert equal(left, right).equal
    neuron = next(id for id in list(right.nodes)[700:] if right.node(id).kind == "neuron")
    right.set(neuron, threshold=right.node(neuron).parameters["threshold"] + 1)
    holds(equal(left, right), left, right)
