"""A simulator of an edited circuit goes on from where that of the circuit before the edit was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import circuitsim as cs


def ring(size: int, timing: str = "unit-delay") -> cs.Circuit:
    """A pulse that goes round, started by an input; every node is an output too."""
    c = cs.Circuit("ring", timing=timing)
    c.add_input("x")
    for k in range(size):
        c.add_neuron(f"n{k}", threshold=1) if timing == "unit-delay" else c.add_delay(f"n{k}")
    for k in range(size):
        c.connect(f"n{k}", f"n{(k + 1) % size}")
        c.add_output(f"y{k}", f"n{k}")
    if timing == "unit-delay":
        c.connect("x", "n0")
    return c


@given(st.integers(2, 6), st.integers(1, 20))
def test_an_edit_that_changes_nothing_in_it_changes_nothing_in_the_run(size: int, ticks: int) -> None:
    c = ring(size)
    before = cs.Simulator(c)
    before.step(x=1)
    before.run(ticks)
    c.add_output("more", "n0")
    after = cs.Simulator(c)
    after.carry_on(before)
    assert after.tick == before.tick == ticks + 1
    for _ in range(2 * size):
        expected, found = before.step(), after.step()
        assert found.pop("more") == expected["y0"]
        assert found == expected


def test_what_is_renamed_keeps_its_value_and_what_is_new_begins_silent() -> None:
    c = ring(3)
    before = cs.Simulator(c)
    before.step(x=1)
    c.rename("n0", "start")
    c.rename("x", "press")
    c.add_delay("late", "start", initial=1)
    after = cs.Simulator(c)
    after.carry_on(before, {"n0": "start", "x": "press"})
    net = after.net
    assert [after.look()[net.find(name)] for name in ("start", "n1", "late", "press")] == [1, 0, 1, 1]
    forgot = cs.Simulator(c)
    forgot.carry_on(before)
    assert [forgot.look()[net.find(name)] for name in ("start", "press")] == [0, 0]


def test_a_value_that_a_node_cannot_take_any_more_is_given_up() -> None:
    c = cs.Circuit(timing="unit-delay")
    c.add_input("x", domain="real")
    c.add_tlu("t", step="sign", bias=-1)
    c.connect("x", "t")
    c.add_output("y", "t")
    before = cs.Simulator(c)
    before.step(x=0.5)
    assert before.look()[before.net.find("t")] == -1
    c.set("t", step="heaviside")
    c.set("x", domain="binary")
    after = cs.Simulator(c)
    after.carry_on(before)
    assert (after.look()[after.net.find("t")], after.held) == (0, {"x": 0})


def test_gates_keep_their_values_where_time_passes_otherwise() -> None:
    c = cs.Circuit(timing="settled")
    c.add_input("x")
    c.add_neuron("n", threshold=1)
    c.connect("x", "n")
    c.add_output("y", "n")
    before = cs.Simulator(c)
    before.step(x=1)
    c.timing = "unit-delay"
    after = cs.Simulator(c)
    after.carry_on(before)
    assert after.peek() == {"y": 1}


def test_the_ticks_before_cannot_be_gone_back_to() -> None:
    c = ring(3)
    before = cs.Simulator(c)
    before.run(5, {"x": "1"})
    after = cs.Simulator(c)
    after.carry_on(before)
    assert after.first == 5
    with pytest.raises(cs.CircuitError, match="tick 5, where the run begins"):
        after.back()
    with pytest.raises(cs.CircuitError, match="from tick 5 to tick 5"):
        after.go_to(4)
    after.run(100)
    after.go_to(50)
    snapshot = after.snapshot()
    after.reset()
    assert (after.first, after.tick) == (0, 0)
    after.restore(snapshot)
    assert (after.first, after.tick) == (5, 50)
    with pytest.raises(cs.CircuitError, match="from tick 5 to tick 50"):
        after.inputs_at(3)
