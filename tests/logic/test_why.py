"""The reason for a value: its words, and that they are true."""

from __future__ import annotations

import pytest

import circuitsim as cs
from circuitsim.logic.why import MOST_TERMS, explain


def why(circuit, *path, ticks=0, **given):
    sim = cs.Simulator(circuit)
    before = None
    for _ in range(ticks):
        before = sim.look(given)
        sim.step(given)
    return explain(circuit, sim.net, path, sim.tick, sim.look(given), before)


@pytest.fixture
def cell():
    """A neuron of threshold 2 with a double synapse, a single one and an inhibitor."""
    c = cs.Circuit()
    for id in "abx":
        c.add_input(id)
    c.add_neuron("n", threshold=2)
    c.connect("a", "n", count=2)
    c.connect("b", "n")
    c.inhibit("x", "n")
    c.add_output("y", "n")
    return c


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"a": 1}, "2 (a twice) + 0 (b) >= 2, no inhibitor active: fires"),
        ({"b": 1}, "0 (a twice) + 1 (b) < 2, no inhibitor active: silent"),
        ({"a": 1, "b": 1}, "2 (a twice) + 1 (b) = 3 >= 2, no inhibitor active: fires"),
        ({"a": 1, "x": 1}, "2 (a twice) + 0 (b) >= 2, but x inhibits: silent"),
    ],
)
def test_a_neuron_with_absolute_inhibition(cell, given, words):
    assert str(why(cell, "n", **given)) == words


def test_separate_edges_are_counted_as_parallel_synapses(cell):
    cell.connect("b", "n")
    cell.connect("b", "n")
    assert str(why(cell, "n", b=1)) == "0 (a twice) + 3 (b 3 times) >= 2, no inhibitor active: fires"


def test_several_inhibitors(cell):
    cell.inhibit("b", "n")
    assert str(why(cell, "n", b=1, x=1)) == "0 (a twice) + 1 (b) < 2, but x and b inhibit: silent"


def test_relative_inhibition_subtracts(cell):
    cell.set("n", inhibition="relative")
    assert str(why(cell, "n", a=1, x=1)) == "2 (a twice) + 0 (b) - 1 (x) = 1 < 2: silent"
    assert str(why(cell, "n", a=1)) == "2 (a twice) + 0 (b) - 0 (x) >= 2: fires"


def test_a_neuron_that_nothing_reaches():
    c = cs.Circuit()
    c.add_neuron("n", threshold=0)
    assert str(why(c, "n")) == "0 (no synapse) >= 0: fires"


def test_of_many_sources_the_active_ones_are_named():
    c = cs.Circuit()
    c.add_neuron("n", threshold=3)
    for k in range(40):
        c.connect(c.add_input(f"i{k}"), "n")
    found = why(c, "n", i3=1, i30=1)
    assert str(found) == "1 (i3) + 1 (i30) + 0 (38 other sources) = 2 < 3: silent"
    every = why(c, "n", **{f"i{k}": 1 for k in range(40)})
    assert len(every.causes) == MOST_TERMS
    assert str(every).endswith(f"+ {40 - MOST_TERMS} ({40 - MOST_TERMS} other sources) = 40 >= 3: fires")


@pytest.mark.parametrize(
    ("step", "given", "words"),
    [
        ("heaviside", {"a": 1, "b": 1}, "0.5 x 1 (a) - 0.3 x 1 (b) - 0.5 (bias) = -0.3 < 0: silent"),
        ("heaviside", {"a": 1}, "0.5 x 1 (a) - 0.3 x 0 (b) - 0.5 (bias) = 0 >= 0: fires"),
        ("sign", {"a": 1}, "0.5 x 1 (a) - 0.3 x 0 (b) - 0.5 (bias) = 0: gives 0"),
        ("sign", {"b": 1}, "0.5 x 0 (a) - 0.3 x 1 (b) - 0.5 (bias) = -0.8 < 0: gives -1"),
    ],
)
def test_a_tlu(step, given, words):
    c = cs.Circuit()
    c.add_tlu("t", bias=-0.5, step=step)
    c.connect(c.add_input("a"), "t", weight=0.5)
    c.connect(c.add_input("b"), "t", weight=-0.3)
    assert str(why(c, "t", **given)) == words


def test_inputs_outputs_and_the_bias_neuron(cell):
    cell.add_input("clock", drive={"pattern": "01", "repeat": True})
    cell.add_bias("one")
    cell.add_output("loose")
    assert str(why(cell, "a", a=1)) == "is given 1 from outside"
    assert str(why(cell, "clock", ticks=1)) == "plays 1 at tick 1, from its sequence 01, repeated"
    assert str(why(cell, "clock", clock=1)) == "is given 1 from outside"
    assert str(why(cell, "one")) == "is always 1"
    assert str(why(cell, "loose")) == "is 0: nothing is connected to it"
    found = why(cell, "y", a=1)
    assert str(found) == "is 1, as n is"
    assert [(cause.path, cause.value, cause.tick) for cause in found.causes] == [(("n",), 1, 0)]


def test_a_delay_tells_the_tick_before():
    c = cs.Circuit()
    c.add_delay("d", c.add_input("x"), initial=1)
    assert str(why(c, "d")) == "is 1 at tick 0, its initial value"
    found = why(c, "d", ticks=5, x=1)
    assert str(found) == "is 1, as x was 1 at tick 4"
    assert found.causes[0].tick == 4


def test_in_unit_delay_timing_the_tick_before_counts(cell):
    cell.timing = "unit-delay"
    assert str(why(cell, "n", a=1)) == "is 0 at tick 0: in unit-delay timing nothing has come in yet"
    found = why(cell, "n", ticks=3, a=1)
    assert str(found) == "at tick 2: 2 (a twice) + 0 (b) >= 2, no inhibitor active: fires"
    assert {cause.tick for cause in found.causes} == {2}
    assert why(cell, "y", ticks=3, a=1).causes[0].tick == 3


def test_the_tick_before_is_asked_for(cell):
    sim = cs.Simulator(cell)
    cell.timing = "unit-delay"
    sim = cs.Simulator(cell)
    sim.step()
    with pytest.raises(cs.CircuitError, match="the tick before"):
        explain(cell, sim.net, ("n",), 1, sim.look())


def test_subcircuits_are_walked_into_and_out_of(half_adder):
    c = cs.Circuit()
    c.define("ha", half_adder)
    c.add_subcircuit("first", of="ha")
    for id in "ab":
        c.connect(c.add_input(id), "first", to_port=id)
    c.add_output("sum", "first", from_port="sum")
    top = why(c, "sum", a=1)
    assert (str(top), top.causes[0].path) == ("is 1, as first/sum is", ("first", "sum"))
    assert str(why(c, "first", a=1)) == "is a ha; it gives first/carry = 0, first/sum = 1"
    assert str(why(c, "first", "sum", a=1)) == "is 1, as first/one is"
    inner = why(c, "first", "one", a=1)
    assert str(inner) == "1 (first/a) + 0 (first/b) >= 1, no inhibitor active: fires"
    port = why(c, "first", "a", a=1)
    assert (str(port), port.causes[0].path) == ("is 1, as a is", ("a",))


def test_names_that_are_not_there(cell):
    for path in (("nobody",), ("n", "inside")):
        with pytest.raises(cs.CircuitError):
            why(cell, *path)


@pytest.mark.parametrize("name", cs.examples())
def test_every_sentence_of_every_example_ends_in_the_value_that_the_circuit_has(name):
    circuit = cs.example(name)
    sim = cs.Simulator(circuit)
    before = None
    paths = [path for path, _ in sim.net.paths()][:150]
    for tick in range(3):
        given = {id: (tick + k) % 2 for k, id in enumerate(sim.inputs)}
        now = sim.look(given)
        for path in paths:
            found = explain(circuit, sim.net, path, tick, now, before)
            assert found.value == now[sim.net.find(path)]
            for cause in found.causes:
                values = now if cause.tick == tick else before
                assert cause.value == values[sim.net.find(cause.path)]
            words = str(found)
            for ending, value in ((": fires", 1), (": silent", 0), (": gives -1", -1)):
                if words.endswith(ending):
                    assert found.value == value
            if words.startswith("is "):
                assert words.startswith((f"is {found.value:.6g}", f"is given {found.value:.6g}", "is always 1"))
        before = now
        sim.step(given)
