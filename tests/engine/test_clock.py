"""Compiled ticks against the reference walk, node by node, and against traces that other programs made."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.engine import streams as lanes
from circuitsim.engine.clock import compiled as clock
from circuitsim.engine.clock import plan
from circuitsim.engine.clock.compiled import Compiled, Mode, compiled
from circuitsim.engine.net import Net
from circuitsim.engine.packing import pack, unpack
from circuitsim.engine.rest import rest
from circuitsim.engine.walk import Walk
from circuitsim.errors import HistoryError, InputError, NotSettledError, OscillationError

SHARED = Path(os.environ.get("CIRCUITSIM_SHARED", Path(__file__).parents[3] / "shared")) / "data"
MODES: tuple[Mode, ...] = ("auto", "synchronous", "events")


def net_of_bits(seed: int, timing: str, size: int = 40) -> cs.Circuit:
    """All kinds whose values are bits: both regimes, parallel edges, loops, fan-in 0 to 200, weights of all sizes."""
    rng = random.Random(seed)
    c = cs.Circuit(timing=timing)
    ids = [c.add_bias()]
    ids += [c.add_input(drive=rng.choice([None, "0110", {"pattern": "011", "repeat": True}])) for _ in range(4)]
    delays = [c.add_delay(initial=rng.choice([0, 1])) for _ in range(4)]
    ids += delays
    for _ in range(size):
        fan_in = rng.choice([0, 1, 2, 2, 3, 3, 4, 5, 6, 10, 200])
        if rng.random() < 0.6:
            id = c.add_neuron(
                threshold=rng.choice([-2, 0, 1, 2, 3, fan_in // 2, 10**30, -(10**30)]),
                inhibition=rng.choice(["absolute", "relative"]),
            )
            for _ in range(fan_in):
                kind = rng.choice(["excitatory", "excitatory", "excitatory", "inhibitory"])
                c.connect(rng.choice(ids), id, kind=kind, count=rng.choice([1, 1, 1, 2, 2**31 - 1]))
        else:
            id = c.add_tlu(bias=rng.choice([0, -1, 0.1, -0.3, 1e308]))
            for _ in range(fan_in):
                c.connect(rng.choice(ids), id, weight=rng.choice([1, -2, 0.5, 0.1, -0.3, 1e16, 1e308, -1e308, 5e-324]))
        ids.append(id)
    for delay in delays[1:]:
        c.connect(rng.choice(ids), delay)
    if timing == "unit-delay":  # and back: loops are free there, to oneself too
        gates = [id for id in ids if c.node(id).kind in ("neuron", "tlu")]
        for _ in range(size // 4):
            c.connect(rng.choice(ids), rng.choice(gates))
        c.connect(gates[0], gates[0])
    for id in ids[-6:]:
        c.add_output(None, id)
    return c


def stimulus_of(seed: int, ticks: int) -> Any:
    """Four inputs that change seldom, or often."""
    rng = np.random.default_rng(seed)
    changes = rng.random((4, ticks)) < rng.choice([0.01, 0.1, 0.5])
    return (np.cumsum(changes, axis=1) & 1).astype(np.uint8)


def walked(net: Net, stimulus: Any) -> tuple[Any, Any]:
    """Every value of every tick, and the state after the last, by the reference walk."""
    walk = Walk(net)
    state, rows = walk.start(), []
    for column in stimulus.T:
        rows.append(walk.look(state, column.tolist()))
        state = walk.advance(rows[-1])
    return np.array(rows), state


def player(net: Net, mode: Mode) -> Compiled:
    layout = plan.plan(net)
    assert layout is not None
    return Compiled(layout, mode)


@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**31), ticks=st.sampled_from([1, 2, 63, 64, 65, 130, 200]), size=st.integers(1, 60))
def test_every_mode_gives_what_the_walk_gives(timing: str, seed: int, ticks: int, size: int) -> None:
    net = Net(net_of_bits(seed, timing, size))
    stimulus = stimulus_of(seed, ticks)
    expected, last = walked(net, stimulus)
    for mode in MODES:
        state, trace = player(net, mode).play(Walk(net).start(), pack(stimulus), ticks, range(len(net)))
        assert np.array_equal(unpack(trace, ticks).T, expected), mode
        assert tuple(state.tolist()) == last


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data(), seed=st.integers(0, 2**31), ticks=st.sampled_from([1, 2, 63, 64, 65, 130]))
def test_permutations_of_bytes_give_what_rows_give(data: st.DataObject, seed: int, ticks: int) -> None:
    """Nets of up to a few tables, in which no row has more than four sources."""
    from circuitsim.engine.clock.permute import usable

    size = data.draw(st.sampled_from([1, 50, 511, 512, 513, 1020, 1500, 2100]))
    net = Net(net_of_few_sources(seed, size))
    layout = plan.plan(net)
    assert layout is not None
    if not usable(layout):
        pytest.skip("no AVX-512 VBMI here")
    stimulus = pack(stimulus_of(seed, ticks)[: len(net.inputs)])
    watch = data.draw(st.sampled_from([range(len(net)), [], net.outputs]))
    (one, seen), (other, also) = (
        Compiled(layout, mode).play(Walk(net).start(), stimulus, ticks, watch) for mode in ("permute", "synchronous")
    )
    assert np.array_equal(seen, also)
    assert np.array_equal(one, other)


def net_of_few_sources(seed: int, size: int) -> cs.Circuit:
    rng = random.Random(seed)
    c = cs.Circuit(timing="unit-delay")
    ids = [c.add_bias(), c.add_input(), c.add_input(), c.add_delay(initial=1)]
    ids += [
        c.add_neuron(threshold=rng.choice([0, 1, 1, 2]), inhibition=rng.choice(["absolute", "relative"]))
        for _ in range(size)
    ]
    for id in ids[4:]:
        for _ in range(rng.choice([0, 1, 2, 3, 4, 4, 4])):
            c.connect(rng.choice(ids), id, kind=rng.choice(["excitatory", "excitatory", "inhibitory"]))
    c.connect(ids[-1], ids[3])
    c.add_output("y", ids[-1])
    return c


@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
def test_a_large_net_goes_over_to_events_and_back(timing: str) -> None:
    """Bursts and rests, in a net with many words of rows."""
    net = Net(net_of_bits(3, timing, 700))
    stimulus = np.repeat(stimulus_of(1, 10), 20, axis=1)
    expected, last = walked(net, stimulus)
    for mode in MODES:
        state, trace = player(net, mode).play(Walk(net).start(), pack(stimulus), 200, range(len(net)))
        assert np.array_equal(unpack(trace, 200).T, expected)
        assert tuple(state.tolist()) == last


def test_values_other_than_bits_are_left_to_the_walk() -> None:
    for make in (
        lambda c: c.add_tlu("t", step="sign"),
        lambda c: c.add_input("r", domain="real"),
        lambda c: c.add_delay("d", initial=0.5),
    ):
        c = cs.Circuit()
        make(c)
        c.add_output("y", next(iter(c.nodes)))
        assert compiled(Net(c)) is None
        one, other = (cs.Simulator(c, engine=engine).run(5)["y"] for engine in ("compiled", "reference"))  # type: ignore
        assert one.tolist() == other.tolist()


def test_counts_that_float64_would_round_are_left_to_the_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    c = cs.Circuit()
    c.add_neuron("n", threshold=2**31)
    for k in range(6):
        for _ in range(100):
            c.connect(c.add_input(), "n", count=2**31 - 1, kind="inhibitory" if k == 5 else "excitatory")
    c.add_output("y", "n")
    stimulus = np.zeros((4, 600), np.uint8)
    stimulus[1:, 0], stimulus[2:, 1], stimulus[3, 599] = 1, 1, 1
    assert compiled(Net(c)) is not None
    assert cs.Simulator(c, engine="compiled").run(4, stimulus)["y"].tolist() == [0, 0, 1, 0]
    monkeypatch.setattr(plan, "_EXACT", 2.0**40)
    assert compiled(Net(c)) is None
    assert cs.Simulator(c, engine="compiled").run(4, stimulus)["y"].tolist() == [0, 0, 1, 0]


# The simulator


@pytest.fixture
def short_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_LONGEST", 64)


def both(seed: int, timing: str) -> tuple[cs.Simulator, cs.Simulator]:
    c = net_of_bits(seed, timing)
    return cs.Simulator(c, engine="compiled"), cs.Simulator(c, engine="reference")


def given_at(sim: cs.Simulator, seed: int, ticks: int) -> dict[str, Any]:
    columns = stimulus_of(seed, ticks)
    return {id: columns[k] for k, id in enumerate(sim.inputs) if (seed + k) % 3}


@pytest.mark.usefixtures("short_blocks")
@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data(), seed=st.integers(0, 2**31))
def test_runs_steps_and_the_past_are_those_of_the_reference(timing: str, data: st.DataObject, seed: int) -> None:
    fast, plain = both(seed, timing)
    saved: list[Any] = []
    for turn in range(8):
        what = data.draw(st.sampled_from(["run", "run", "step", "back", "go_to", "save", "restore"]))
        if what == "run":
            ticks = data.draw(st.sampled_from([0, 1, 63, 64, 65, 200]))
            one, other = (sim.run(ticks, given_at(sim, seed + turn, ticks)) for sim in (fast, plain))
            assert (one.start, len(one), one.names) == (other.start, len(other), other.names)
            for path in one.watched:
                assert one[path].dtype == other[path].dtype
                assert one[path].tolist() == other[path].tolist(), path
        elif what == "step":
            assert fast.step() == plain.step()
        elif what == "back" and plain.tick:
            assert fast.back() == plain.back()
        elif what == "go_to":
            tick = data.draw(st.integers(0, plain.tick))
            fast.go_to(tick)
            plain.go_to(tick)
        elif what == "save":
            saved.append((fast.snapshot(), plain.snapshot()))
        elif what == "restore" and saved:
            one, other = data.draw(st.sampled_from(saved))
            fast.restore(one)
            plain.restore(other)
        assert (fast.tick, fast.state, fast.held, fast.look()) == (plain.tick, plain.state, plain.held, plain.look())
        for tick in range(0, plain.tick, 17):
            assert fast.inputs_at(tick) == plain.inputs_at(tick)


@pytest.mark.usefixtures("short_blocks")
def test_what_stops_a_run_leaves_the_tick_that_was_reached() -> None:
    fast, plain = both(5, "unit-delay")

    def stop(part: float | None) -> None:
        if part is not None and part > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fast.run(256, given_at(fast, 1, 256), progress=stop)
    assert fast.tick == 192
    plain.run(192, {id: column[:192] for id, column in given_at(plain, 1, 256).items()})
    assert (fast.state, fast.held) == (plain.state, plain.held)
    assert fast.back() == plain.back()


def test_compiled_loops_are_loaded_where_the_work_is_worth_it() -> None:
    told = (
        "import sys, circuitsim as cs; sim = cs.Simulator(cs.example('blinker')); sim.run(1000); "
        "print('numba' in sys.modules); sim.run(500_000); print('numba' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "True"]


def test_an_engine_that_there_is_not_is_refused() -> None:
    with pytest.raises(InputError, match="'quick'"):
        cs.Simulator(cs.example("and"), engine="quick")  # type: ignore[arg-type]


def test_a_long_run_takes_little_memory_and_can_be_gone_back_from() -> None:
    """A bit a tick for each input and each watched node, and checkpoints that lie apart."""
    c = cs.Circuit()
    c.add_input("x")
    c.add_input("clock", drive={"pattern": "01", "repeat": True})
    c.add_delay("was")
    c.add_neuron("n", threshold=1, inhibition="relative")  # n = x xor was, a tick later
    c.add_neuron("both", threshold=2)
    for source in ("x", "was"):
        c.connect(source, "n")
        c.connect(source, "both")
    c.inhibit("both", "n", 2)
    c.connect("n", "was")
    c.add_output("y", "n")
    ticks = 1_000_000
    x = np.random.default_rng(1).integers(0, 2, ticks).astype(np.uint8)
    sim = cs.Simulator(c, engine="compiled")
    sim.run(64)
    sim.reset()
    tracemalloc.start()
    try:
        trace = sim.run(ticks, {"x": x}, watch=["y"])
        kept, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 4 * ticks / 8
    assert most < 4 * ticks
    expected = np.cumsum(x) & 1
    assert np.array_equal(trace["y"], expected)
    assert sim.back() == {"y": expected[-1]}
    sim.go_to(654_321)
    assert sim.step(x=0) == {"y": expected[654_320]}
    assert sim.inputs_at(123_457) == {"x": x[123_457], "clock": 1}
    with pytest.raises(HistoryError):
        sim.go_to(654_323)


def test_a_net_without_inputs_or_rows() -> None:
    empty = cs.Simulator(cs.Circuit(), engine="compiled")
    assert len(empty.run(100)) == 100
    c = cs.Circuit()
    c.add_output("y", c.add_delay("d", initial=1))
    c.add_delay("e", "d")
    sim = cs.Simulator(c, engine="compiled")
    trace = sim.run(3)
    assert (trace["y"].tolist(), trace["e"].tolist()) == ([1, 0, 0], [0, 1, 0])
    assert sim.back() == {"y": 0}


@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@pytest.mark.parametrize("bits", [True, False])
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**31), streams=st.sampled_from([1, 3, 64, 65, 200]), ticks=st.integers(0, 9))
def test_streams_are_simulators_of_their_own(timing: str, bits: bool, seed: int, streams: int, ticks: int) -> None:
    c = net_of_bits(seed, timing, size=15)
    if not bits:
        c.add_output("sign", c.add_tlu("t", step="sign"))
        c.connect(c.outputs[0] if c.node(c.outputs[0]).kind != "output" else c.inputs[0], "t", weight=-1)
    given = np.random.default_rng(seed).integers(0, 2, (streams, ticks, 4))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lanes, "_LANES", 128)
        patch.setattr(lanes, "_VALUES", 1000)
        found = cs.Simulator(c).run_many(given)
    assert found.shape == (streams, ticks, len(c.outputs))
    for stream in range(0, streams, max(1, streams // 5)):
        expected = cs.Simulator(c, engine="reference").run(ticks, given[stream], watch=c.outputs).table()
        assert found.dtype == (np.uint8 if bits else np.int8)
        assert np.array_equal(found[stream], expected)


def test_streams_of_another_shape_or_value_are_refused() -> None:
    sim = cs.Simulator(cs.example("and"))
    for wrong in ([[0, 1]], [[[0, 1, 1]]], 3):
        with pytest.raises(InputError, match="streams have the shape"):
            sim.run_many(wrong)
    with pytest.raises(InputError, match="takes 0 or 1, not 2"):
        sim.run_many([[[0, 2]]])
    with pytest.raises(InputError, match="numbers"):
        sim.run_many([[["a", "b"]]])


# Rest


def test_a_quest_for_rest_goes_over_to_compiled_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two counters of neurons: one stops at its end, one goes round; and rings whose periods multiply."""
    monkeypatch.setattr(clock, "_FEWEST", 1)
    for limit in (0, 10**12):  # compiled from the first look on, and not at all
        monkeypatch.setattr(clock, "COLD", limit)
        monkeypatch.setattr(clock, "WARM", limit)
        assert settled_after(300) == 301
        with pytest.raises(NotSettledError, match="after 200 ticks"):
            settled_after(300, 200)
        with pytest.raises(OscillationError) as error:
            rings(5, 7, 9).evaluate()
        assert error.value.period == 5 * 7 * 9
        assert set(error.value.nodes) == {f"n{length}_{k}" for length in (5, 7, 9) for k in range(length)}


def settled_after(length: int, most: int = 10_000) -> int:
    """The tick at which a chain of neurons has come to rest."""
    c = cs.Circuit(timing="unit-delay")
    last = c.add_input("x")
    for k in range(length):
        following = c.add_neuron(f"n{k}", threshold=1)
        c.connect(last, following)
        last = following
    c.add_output("y", last)
    net = Net(c)
    values, tick = rest(Walk(net), [1], most)
    assert values[net.outputs[0]] == 1
    return tick + 1


def rings(*lengths: int) -> cs.Circuit:
    """Rings in each of which one pulse goes round; it starts at tick 0 from a delay."""
    c = cs.Circuit(timing="unit-delay")
    for length in lengths:
        for k in range(length):
            if k:
                c.add_neuron(f"n{length}_{k}", threshold=1)
            else:
                c.add_delay(f"n{length}_{k}", initial=1)
        for k in range(length):
            c.connect(f"n{length}_{k}", f"n{length}_{(k + 1) % length}")
    return c


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**31))
def test_the_rest_of_random_nets_is_the_same(seed: int) -> None:
    c = net_of_bits(seed, "unit-delay", size=12)
    found: list[Any] = []
    for limit in (0, 10**12):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "_FEWEST", 0)
            patch.setattr(clock, "COLD", limit)
            patch.setattr(clock, "WARM", limit)
            try:
                found.append(rest(Walk(Net(c)), [1, 0, 1, 1]))
            except OscillationError as error:
                found.append((error.period, error.nodes, error.given))
    assert found[0] == found[1]


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**31))
def test_patterns_that_move_on_are_followed_one_by_one(seed: int) -> None:
    """Mixed patterns: some at rest at once, some late, some never."""
    c = net_of_bits(seed, "unit-delay", size=10)
    patterns = np.array([[k >> bit & 1 for bit in range(4)] for k in range(16)] * 5)[: 70 + seed % 10]
    found = []
    for limit in (0, 10**12):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(clock, "_FEWEST", 0)
            patch.setattr(clock, "COLD", limit)
            patch.setattr(clock, "WARM", limit)
            outputs, restless = cs.compile(c, "words").run_each(patterns)
            found.append((outputs[~restless].tolist(), restless.tolist()))
            if restless.any():
                with pytest.raises(OscillationError) as error:
                    cs.compile(c, "words").run(patterns)
                with pytest.raises(OscillationError) as again:
                    rest(Walk(Net(c)), list(error.value.given.values()))
                assert (error.value.period, error.value.nodes) == (again.value.period, again.value.nodes)
    assert found[0] == found[1]


# Traces that other programs made


def neurons_of(bench: str, timing: str) -> cs.Circuit:
    """A netlist of gates as a circuit: every gate one neuron, every flip-flop a delay."""
    c = cs.Circuit(timing=timing)
    wires: list[tuple[str, str, list[str]]] = []
    for line in bench.splitlines():
        words = re.findall(r"[^\s=(),]+", line.split("#")[0])
        if words and words[0] == "INPUT":
            c.add_input(words[1])
        elif words and words[0] != "OUTPUT":
            wires.append((words[0], words[1].upper(), words[2:]))
    for id, gate, sources in wires:
        if gate == "DFF":
            c.add_delay(id)
        else:
            threshold = {"AND": len(sources), "OR": 1, "BUFF": 1, "NAND": 1 - len(sources), "NOR": 0, "NOT": 0}[gate]
            c.add_neuron(id, threshold, "relative")
    for id, gate, sources in wires:
        for source in sources:
            c.connect(source, id, kind="inhibitory" if gate in ("NAND", "NOR", "NOT") else None)
    return c


def bits(rows: list[str]) -> Any:
    return np.array([[int(symbol) for symbol in row] for row in rows], np.uint8).reshape(len(rows), -1)


@pytest.mark.parametrize("engine", ["compiled", "reference"])
@pytest.mark.parametrize(
    "oracle",
    ["unit_delay/c17", "unit_delay/s27", "unit_delay/s298", "s27", "s298", "s344", "s386", "s1423", "s820", "s5378"],
)
def test_oracles_of_other_programs(oracle: str, engine: Any) -> None:
    if not SHARED.is_dir():
        pytest.skip("no shared data beside the checkout")
    name = oracle.split("/")[-1]
    folder = "iscas85" if name.startswith("c") else "iscas89"
    about = json.loads((SHARED / "oracles" / f"{oracle}.json").read_text())
    with (SHARED / "oracles" / f"{oracle}.csv").open() as file:
        rows = list(csv.DictReader(file))
    timing = "unit-delay" if "/" in oracle else "settled"
    c = neurons_of((SHARED / "circuits" / folder / f"{name}.bench").read_text(), timing)
    assert set(about["inputs"]) == set(c.inputs)
    watched = about["outputs"] + about.get("state", [])
    columns = bits([row["inputs"] for row in rows])
    sim = cs.Simulator(c, engine=engine)
    trace = sim.run(len(rows), dict(zip(about["inputs"], columns.T, strict=True)), watch=watched)
    expected = bits([row["outputs"] + (row.get("state") or "") for row in rows])
    assert np.array_equal(trace.table(watched), expected)


def test_blocks_are_whole_words_of_ticks() -> None:
    for size in (1, 100, 100_000):
        c = cs.Circuit()
        for _ in range(min(size, 3000)):
            c.add_neuron()
        found = player(Net(c), "auto")
        assert found.block % 64 == 0
        assert found.block >= 64
