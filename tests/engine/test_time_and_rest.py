"""The two timings, and what evaluating means where things take time."""

from __future__ import annotations

import time
import tracemalloc
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.engine.order import depth, loops
from circuitsim.engine.rest import rest
from circuitsim.engine.walk import Walk
from circuitsim.errors import LoopError, NotSettledError, OscillationError


def chain(length: int, timing: Any, kind: str = "neuron") -> cs.Circuit:
    c = cs.Circuit(timing=timing)
    last = c.add_input("x")
    for k in range(length):
        id = c.add_delay(f"n{k}") if kind == "delay" else c.add_neuron(f"n{k}", 1)
        c.connect(last, id)
        last = id
    c.add_output("y", last)
    return c


def ring(size: int, start: str = "pulse") -> cs.Circuit:
    """A pulse that goes round: period `size`."""
    c = cs.Circuit(timing="unit-delay")
    c.add_input(start)
    for k in range(size):
        c.add_delay(f"d{k}", initial=int(k == 0))
    for k in range(size):
        c.connect(f"d{k}", f"d{(k + 1) % size}")
    c.add_output("y", "d0")
    return c


def test_settled_goes_through_in_one_tick_and_unit_delay_in_as_many_as_there_are() -> None:
    assert cs.Simulator(chain(3, "settled")).run(5, {"x": "10100"})["y"].tolist() == [1, 0, 1, 0, 0]
    assert cs.Simulator(chain(3, "unit-delay")).run(7, {"x": "10100"})["y"].tolist() == [0, 0, 0, 1, 0, 1, 0]
    for timing in ("settled", "unit-delay"):
        found = cs.Simulator(chain(3, timing, "delay")).run(7, {"x": "10100"})["y"].tolist()
        assert found == [0, 0, 0, 1, 0, 1, 0]


def test_at_tick_zero_unit_delay_is_silent_whatever_the_rule_says() -> None:
    c = cs.Circuit(timing="unit-delay")
    c.add_neuron("always", 0)
    c.add_tlu("tonic", 1.0)
    c.add_tlu("minus", -1.0, "sign")
    c.add_delay("d", "always", initial=7)
    c.add_bias("one")
    for source in ("always", "tonic", "minus", "d", "one"):
        c.add_output(f"y_{source}", source)
    sim = cs.Simulator(c)
    assert list(sim.step().values()) == [0, 0, 0, 7, 1]
    assert list(sim.step().values()) == [1, 1, -1, 0, 1]
    assert list(sim.step().values()) == [1, 1, -1, 1, 1]


def test_inputs_biases_and_outputs_pass_at_once_in_both_timings() -> None:
    for timing in ("settled", "unit-delay"):
        c = cs.Circuit(timing=timing)
        c.add_output("y", c.add_input("x"))
        assert cs.Simulator(c).run(3, {"x": "101"})["y"].tolist() == [1, 0, 1]


def test_settled_delays_take_in_after_outputs_are_read() -> None:
    """A toggle: a neuron inhibited by its own value of a tick ago."""
    c = cs.Circuit()
    c.add_neuron("n", 0)
    c.inhibit(c.add_delay("d"), "n")
    c.connect("n", "d")
    c.add_output("y", "n")
    assert cs.Simulator(c).run(4)["y"].tolist() == [1, 0, 1, 0]
    assert c.evaluate() == {"y": 1}, "one step from reset"
    c.set("d", initial=1)
    assert c.evaluate() == {"y": 0}


def test_evaluating_settled_reads_delays_at_their_initial(engine: str) -> None:
    c = cs.Circuit()
    c.add_output("y", c.add_delay("d", c.add_input("x"), initial=1))
    assert cs.compile(c, engine).run([[0], [1]]).tolist() == [[1], [1]]


def test_evaluating_unit_delay_holds_the_inputs_until_nothing_changes(engine: str) -> None:
    c = chain(50, "unit-delay")
    assert cs.compile(c, engine).run([[0], [1]]).tolist() == [[0], [1]]
    c = chain(50, "unit-delay", "delay")
    c.set("n10", initial=1)
    assert cs.compile(c, engine).run([[0], [1]]).tolist() == [[0], [1]]


def test_the_tick_of_rest_and_the_limit(engine: str) -> None:
    c = chain(50, "unit-delay")
    program = cs.compile(c, engine)
    assert rest(Walk(program.net), [1])[1] == 50
    assert program.run([[1]], max_ticks=50).tolist() == [[1]]
    assert program.evaluate({"x": 1}, max_ticks=50) == {"y": 1}
    for run in (lambda: program.run([[1]], max_ticks=49), lambda: program.evaluate({"x": 1}, max_ticks=49)):
        with pytest.raises(NotSettledError, match="not settled after 49 ticks"):
            run()
    assert program.run([[0]], max_ticks=0).tolist() == [[0]]


@pytest.mark.parametrize("period", [2, 3, 5, 7, 12, 64, 97])
def test_an_oscillation_tells_its_period_and_its_nodes(engine: str, period: int) -> None:
    c = ring(period)
    c.add_neuron("still", 1)
    c.connect("pulse", "still")
    for run in (lambda: cs.compile(c, engine).run([[1], [0]]), lambda: c.evaluate(pulse=1), c.truth_table):
        with pytest.raises(OscillationError, match=f"repeats every {period} ticks") as error:
            run()
        assert error.value.period == period
        assert set(error.value.nodes) == {f"d{k}" for k in range(period)}


def test_an_oscillation_after_a_long_start(engine: str) -> None:
    """An edge, forty ticks late, starts two rings: the period is their least common multiple, whatever came before."""
    c = cs.Circuit(timing="unit-delay")
    last = c.add_input("x")
    for k in range(40):
        last = c.add_delay(f"wait{k}", last)
    c.add_delay("was", last)
    c.add_neuron("edge", 1)
    c.connect(last, "edge")
    c.inhibit("was", "edge")
    for size in (3, 4):
        ids = [c.add_neuron(f"r{size}_{k}", 1) for k in range(size)]
        for k in range(size):
            c.connect(ids[k - 1], ids[k])
        c.connect("edge", ids[0])
    c.add_output("y", "r3_0")
    program = cs.compile(c, engine)
    assert program.run([[0]]).tolist() == [[0]]
    with pytest.raises(OscillationError) as error:
        program.run([[1]])
    assert error.value.period == 12
    assert {name.split("_")[0] for name in error.value.nodes} == {"r3", "r4"}


def test_one_pattern_of_many_that_oscillates_is_found(engine: str) -> None:
    c = cs.Circuit(timing="unit-delay")
    for id in ("a", "b"):
        c.add_input(id)
    c.add_neuron("n", 2)
    c.connect("a", "n")
    c.connect("b", "n")
    c.inhibit("n", "n")
    c.add_output("y", "n")
    program = cs.compile(c, engine)
    assert program.run([[0, 0], [0, 1], [1, 0]] * 50).tolist() == [[0]] * 150
    with pytest.raises(OscillationError) as error:
        program.run([[0, 0]] * 100 + [[1, 1]] + [[1, 0]] * 20)
    assert (error.value.period, error.value.nodes) == (2, ("n",))


def test_patterns_without_rest_are_told_beside_the_others(engine: str) -> None:
    c = cs.Circuit(timing="unit-delay")
    c.add_input("run")
    c.add_input("x")
    for size in (2, 3):
        for k in range(size):
            c.add_neuron(f"r{size}_{k}", 1)
        for k in range(size):
            c.connect(f"r{size}_{k - 1 if k else size - 1}", f"r{size}_{k}")
    c.add_neuron("edge", 1)  # fires at every second tick while it is told to run
    c.connect("run", "edge")
    c.inhibit("edge", "edge")
    c.connect("edge", "r2_0")
    c.add_output("y", "x")
    program = cs.compile(c, engine)
    patterns = [[k % 3 == 0, k % 2] for k in range(150)]
    told: list[float | None] = []
    found, restless = program.run_each(patterns, progress=told.append)
    assert restless.tolist() == [k % 3 == 0 for k in range(150)]
    assert [row[0] for row, moving in zip(found.tolist(), restless.tolist(), strict=True) if not moving] == [
        k % 2 for k in range(150) if k % 3
    ]
    assert told
    with pytest.raises(OscillationError) as error:
        program.run(patterns)
    assert error.value.given == {"run": 1, "x": 0}


def test_a_run_is_ended_by_what_its_progress_raises(engine: str) -> None:
    class EnoughError(Exception):
        pass

    def stop(part: float | None) -> None:
        raise EnoughError

    for run in (
        lambda: cs.compile(ring(5), engine).run([[1]], progress=stop),
        lambda: cs.Simulator(ring(5)).run(10, progress=stop),
    ):
        with pytest.raises(EnoughError):
            run()


def rings(*sizes: int) -> cs.Circuit:
    """Rings side by side, a pulse in each: the period is the least common multiple of their sizes."""
    c = cs.Circuit(timing="unit-delay")
    for size in sizes:
        for j in range(size):
            c.add_delay(f"r{size}_{j}", initial=int(j == 0))
        for j in range(size):
            c.connect(f"r{size}_{j}", f"r{size}_{(j + 1) % size}")
    return c


def test_an_astronomical_period_ends_as_not_settled_in_constant_memory() -> None:
    program = cs.compile(rings(61, 59, 53, 47, 43, 41, 37, 31, 29, 23, 19, 17))
    with pytest.raises(NotSettledError):
        program.evaluate({}, max_ticks=6000)  # long enough to load whatever makes it fast
    tracemalloc.start()
    with pytest.raises(NotSettledError):
        program.evaluate({}, max_ticks=6000)
    few = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    with pytest.raises(NotSettledError):
        program.evaluate({}, max_ticks=120_000)
    many = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert many < few * 1.5 + 50_000


def test_a_period_of_thousands_is_exact() -> None:
    with pytest.raises(OscillationError) as error:
        rings(7, 11, 13).evaluate()
    assert error.value.period == 1001
    assert len(error.value.nodes) == 31


def test_depth_and_loops() -> None:
    assert depth(cs.compile(chain(7, "settled")).net) == 7
    net = cs.compile(ring(4)).net
    assert loops(net, through_delays=False) == []
    (loop,) = loops(net, through_delays=True)
    assert {net.name(signal) for signal in loop} == {"d0", "d1", "d2", "d3"}
    latch = cs.Circuit(timing="unit-delay")
    latch.add_neuron("q", 1)
    latch.connect("q", "q")
    with pytest.raises(LoopError):
        depth(cs.compile(latch).net)


@pytest.mark.parametrize("kind", ["neuron", "delay"])
@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
def test_a_long_line_needs_no_recursion(timing: Any, kind: str) -> None:
    count = 20_000
    start = time.process_time()
    c = chain(count, timing, kind)
    sim = cs.Simulator(c)
    assert sim.step(x=1) == {"y": int(timing == "settled" and kind == "neuron")}
    assert cs.compile(c).run(np.ones((2, 1)), max_ticks=count).shape == (2, 1) if timing == "settled" else True
    assert time.process_time() - start < 10
