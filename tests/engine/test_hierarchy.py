"""Subcircuits and pass-throughs: boundaries that add nothing, depth that costs nothing, loops that are named."""

from __future__ import annotations

import json
import time
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.errors import InputError, LoopError, TooLargeError
from circuitsim.formats.json_reader import read_json

TIMINGS = ("settled", "unit-delay")


def wire() -> cs.Circuit:
    c = cs.Circuit()
    c.add_output("y", c.add_input("x"))
    return c


def inverter() -> cs.Circuit:
    c = cs.Circuit()
    c.add_input("x")
    c.add_neuron("n", 0)
    c.inhibit("x", "n")
    c.add_output("y", "n")
    return c


def wrapped(name: str, of: str, inside: cs.Circuit, copies: int = 1) -> cs.Circuit:
    """A circuit that is `copies` instances of `inside` in a row."""
    c = cs.Circuit()
    c.define(of, inside)
    last: tuple[str, str | None] = (c.add_input("x"), None)
    for k in range(copies):
        id = c.add_subcircuit(f"{name}{k}", of=of)
        c.connect(last[0], id, from_port=last[1], to_port="x")
        last = id, "y"
    c.add_output("y", last[0], from_port=last[1])
    return c


def test_three_levels_invert_eight_times(engine: str) -> None:
    c = wrapped("c", "four", wrapped("b", "two", wrapped("a", "not", inverter(), 2), 2), 2)
    assert cs.compile(c, engine).run([[0], [1]]).tolist() == [[0], [1]]
    assert len(cs.compile(c).net.gates) == 8
    trace = cs.Simulator(c).run(2, {"x": "01"})
    assert trace["c1/b0/a1/n"].tolist() == trace["c1", "b0", "a1", "n"].tolist() == [0, 1]
    assert trace["c1/b0/a0/n"].tolist() == [1, 0]


@pytest.mark.parametrize("timing", TIMINGS)
def test_a_boundary_adds_no_tick(timing: Any) -> None:
    c = wrapped("s", "wire", wire(), 5)
    c.timing = timing
    assert cs.Simulator(c).run(4, {"x": "0110"})["y"].tolist() == [0, 1, 1, 0]


def read(nodes: list[dict[str, Any]], edges: list[dict[str, Any]], definitions: dict[str, Any], timing: str) -> Any:
    data = {"format": "circuitsim", "version": 1, "timing": timing, "nodes": nodes, "edges": edges}
    return read_json(json.dumps({**data, "definitions": definitions}).encode(), "data", cs.Circuit)


def around(of: str) -> dict[str, Any]:
    """A body that passes its input through an instance."""
    return {
        "nodes": [{"id": "x", "kind": "input"}, {"id": "s", "kind": "subcircuit", "of": of},
                  {"id": "y", "kind": "output"}],
        "edges": [{"from": "x", "to": "s", "to_port": "x"}, {"from": "s", "to": "y", "from_port": "y"}],
    }  # fmt: skip


@pytest.mark.parametrize("timing", TIMINGS)
def test_two_thousand_levels_are_linear_and_no_recursion(timing: Any) -> None:
    bottom = {
        "nodes": [{"id": "x", "kind": "input"}, {"id": "n", "kind": "neuron", "threshold": 0},
                  {"id": "y", "kind": "output"}],
        "edges": [{"from": "x", "to": "n", "kind": "inhibitory"}, {"from": "n", "to": "y"}],
    }  # fmt: skip

    def measure(levels: int) -> float:
        definitions = {"d0": bottom} | {f"d{k}": around(f"d{k - 1}") for k in range(1, levels)}
        top = around(f"d{levels - 1}")
        c = read(top["nodes"], top["edges"], definitions, timing)
        start = time.process_time()
        assert (c.evaluate(x=0), c.evaluate(x=1)) == ({"y": 1}, {"y": 0})
        net = cs.Simulator(c).net
        assert net.name(net.gates[0]) == "/".join(["s"] * levels) + "/n"
        return time.process_time() - start

    # Ten times the levels; a quadratic way takes a hundred times as long, however often it is measured.
    assert min(measure(4000) for _ in range(3)) < 30 * max(measure(400), 0.02)


@pytest.mark.parametrize("timing", TIMINGS)
def test_a_long_chain_of_instances(timing: Any) -> None:
    c = wrapped("s", "wire", wire(), 3000)
    c.timing = timing
    assert c.evaluate(x=1) == {"y": 1}


def doubling(bottom: list[dict[str, Any]], levels: int) -> cs.Circuit:
    """Each definition is two instances of the one before."""
    definitions: dict[str, Any] = {"d0": {"nodes": bottom, "edges": []}}
    for k in range(1, levels):
        pair = [{"id": id, "kind": "subcircuit", "of": f"d{k - 1}"} for id in "ab"]
        definitions[f"d{k}"] = {"nodes": pair, "edges": []}
    circuit: cs.Circuit = read([{"id": "s", "kind": "subcircuit", "of": f"d{levels - 1}"}], [], definitions, "settled")
    return circuit


def test_definitions_that_unfold_exponentially_are_counted_first() -> None:
    c = doubling([{"id": "b", "kind": "bias"}], 60)
    start = time.process_time()
    with pytest.raises(TooLargeError, match="more than the limit of 20,000,000"):
        cs.compile(c)
    with pytest.raises(TooLargeError, match="more than the limit of 1,000"):
        cs.compile(c, largest=1000)
    assert time.process_time() - start < 2
    small = doubling([{"id": "b", "kind": "bias"}], 8)
    assert cs.compile(small).run(np.zeros((1, 0))).shape == (1, 0)


def test_instances_of_nothing_are_counted_too() -> None:
    """Without a node at the bottom, 2**26 empty instances would still have to be unfolded."""
    with pytest.raises(TooLargeError):
        cs.compile(doubling([], 27))


def test_a_size_of_thousands_of_digits_is_an_error_like_any_other() -> None:
    with pytest.raises(TooLargeError):
        cs.compile(doubling([{"id": "b", "kind": "bias"}], 15_000))


@pytest.mark.parametrize("timing", TIMINGS)
def test_a_loop_of_pass_throughs_is_refused_in_both_timings(timing: Any, engine: str) -> None:
    c = cs.Circuit(timing=timing)
    c.define("wire", wire())
    for id in "ab":
        c.add_subcircuit(id, of="wire")
    c.connect("a", "b", from_port="y", to_port="x")
    c.connect("b", "a", from_port="y", to_port="x")
    for run in (lambda: cs.compile(c, engine), lambda: cs.Simulator(c), c.evaluate):
        with pytest.raises(LoopError, match="nothing drives this loop") as error:
            run()
        assert set(error.value.nodes) == {"a/x", "a/y", "b/x", "b/y"}


@pytest.mark.parametrize("timing", TIMINGS)
def test_an_instance_may_feed_itself_through_a_neuron(timing: Any) -> None:
    c = cs.Circuit(timing=timing)
    c.define("not", inverter())
    c.add_subcircuit("s", of="not")
    c.connect("s", "s", from_port="y", to_port="x")
    c.add_output("y", "s", from_port="y")
    if timing == "settled":
        with pytest.raises(LoopError) as error:
            c.evaluate()
        assert error.value.nodes == ("s/n",)
    else:
        assert cs.Simulator(c).run(5)["y"].tolist() == [0, 1, 0, 1, 0]


def test_a_loop_without_a_delay_names_its_nodes_and_nothing_else(engine: str) -> None:
    c = cs.Circuit()
    c.add_input("x")
    for id in ("before", "p", "q", "r", "after"):
        c.add_neuron(id, 1)
    for pair in ("x before", "before p", "p q", "q r", "r p", "r after"):
        c.connect(*pair.split())
    with pytest.raises(LoopError, match="put a delay into it, or give the circuit the timing 'unit-delay'") as error:
        cs.compile(c, engine)
    assert sorted(error.value.nodes) == ["p", "q", "r"]
    key = next(edge.key for edge in c.edges if (edge.source, edge.target) == ("r", "p"))
    c.disconnect(key)
    c.connect("r", c.add_delay("d"))
    c.connect("d", "p")
    assert cs.compile(c, engine).run([[1]]).shape == (1, 0)


def test_inner_inputs_ignore_their_drive_and_missing_ones_are_silent(engine: str) -> None:
    inner = cs.Circuit()
    inner.add_input("x", drive={"pattern": "1", "repeat": True})
    inner.add_output("y", "x")
    c = cs.Circuit()
    c.define("d", inner)
    c.add_subcircuit("s", of="d")
    c.add_output("y", "s", from_port="y")
    assert cs.compile(c, engine).run(np.zeros((1, 0))).tolist() == [[0]]
    assert cs.Simulator(c).step() == {"y": 0}


def test_real_and_signed_values_pass_through_ports_and_delays(engine: str) -> None:
    inner = cs.Circuit()
    inner.add_input("x")  # binary, were it driven from outside
    inner.add_output("y", inner.add_delay("d", "x", initial=0.25))
    inner.add_output("now", "x")
    c = cs.Circuit()
    c.define("d", inner)
    c.add_input("x", domain="real")
    c.add_subcircuit("s", of="d")
    c.connect("x", "s", to_port="x")
    for port in ("y", "now"):
        c.add_output(port, "s", from_port=port)
    assert cs.compile(c, engine).run([[-2.5]]).tolist() == [[0.25, -2.5]]
    sim = cs.Simulator(c)
    assert [sim.step(x=v)["y"] for v in (-2.5, 1e200, 0.1)] == [0.25, -2.5, 1e200]


def test_printed_paths_that_can_mean_two_nodes() -> None:
    c = cs.Circuit()
    c.define("d", wire())
    c.add_input("a")
    c.add_subcircuit("s", of="d")
    c.connect("a", "s", to_port="x")
    c.add_output("s/y")
    trace = cs.Simulator(c).run(2, {"a": "11"})
    with pytest.raises(InputError, match="more than one node"):
        _ = trace["s/y"]
    assert (trace["s", "y"].tolist(), trace[("s/y",)].tolist()) == ([1, 1], [0, 0])
    with pytest.raises(InputError, match="there is no node 'nope'"):
        _ = trace["nope"]
    with pytest.raises(InputError):
        _ = trace[()]


def test_a_great_ring_is_refused_soon() -> None:
    count = 50_000
    nodes = [{"id": f"n{k}", "kind": "neuron"} for k in range(count)]
    c = read(nodes, [{"from": f"n{k}", "to": f"n{(k + 1) % count}"} for k in range(count)], {}, "settled")
    start = time.process_time()
    with pytest.raises(LoopError, match="the loop of 50000 nodes") as error:
        cs.compile(c)
    assert len(error.value.nodes) == count
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("name", "hint"),
    [("add0/twoo", "did you mean 'add0/two'"), ("bit0/two", "there is 'add0', 'add1', 'add2', 'add3'"),
     ("carri", "did you mean 'carry'"), ("add0/two/x", "there is none")],
)  # fmt: skip
def test_a_path_that_leads_nowhere_says_where_it_could_lead(name: str, hint: str) -> None:
    with pytest.raises(InputError, match=f"there is no node '{name}'; {hint}"):
        cs.Simulator(cs.example("adder_4bit")).run(2, watch=[name])
