"""The past of a simulator: back, go_to, snapshots, against a model that keeps everything."""

from __future__ import annotations

import tracemalloc
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import circuitsim as cs
from circuitsim.engine import history
from circuitsim.errors import HistoryError, InputError


def memory() -> cs.Circuit:
    """Settled, with state, a real input, a clock and a signed output."""
    c = cs.Circuit()
    c.add_input("set")
    c.add_input("x", domain="real")
    c.add_input("clock", drive={"pattern": "011", "repeat": True})
    c.add_neuron("q", 1)
    c.connect("set", "q")
    c.inhibit("clock", "q")
    c.connect(c.add_delay("was"), "q")
    c.connect("q", "was")
    c.add_tlu("sum", -1.0, "sign")
    c.connect("x", "sum")
    c.connect(c.add_delay("before", "x", initial=0.5), "sum", weight=-1.0)
    c.add_output("q_out", "q")
    c.add_output("sign", "sum")
    c.add_output("old", "before")
    return c


GIVEN = st.fixed_dictionaries(
    {},
    optional={
        "set": st.integers(0, 1),
        "x": st.sampled_from([0.0, 1.0, 1.5, -2.0]),
        "clock": st.integers(0, 1),
    },
)


class Past(RuleBasedStateMachine):
    """The model replays all inputs from reset in a fresh simulator: slow, and right."""

    timing: Any = "settled"

    def __init__(self) -> None:
        super().__init__()
        self.circuit = memory()
        self.circuit.timing = self.timing
        self.sim = cs.Simulator(self.circuit)
        self.applied: list[dict[str, float]] = []
        self.outputs: list[dict[str, float]] = []
        self.saved: list[tuple[Any, int, list[Any], list[Any]]] = []

    def replay(self) -> cs.Simulator:
        twin = cs.Simulator(self.circuit)
        for given in self.applied:
            twin.step(given)
        return twin

    @rule(given=GIVEN)
    def step(self, given: dict[str, float]) -> None:
        peeked = self.sim.peek(given)
        self.outputs.append(self.sim.step(given))
        assert peeked == self.outputs[-1]
        self.applied.append(self.sim.held)

    @rule(ticks=st.integers(0, 9), bits=st.text("01", max_size=5))
    def run_on(self, ticks: int, bits: str) -> None:
        trace = self.sim.run(ticks, {"set": bits})
        for k in range(ticks):
            self.outputs.append({id: trace[(id,)][k].item() for id in trace.outputs})
            self.applied.append({id: trace[(id,)][k].item() for id in trace.inputs})

    @precondition(lambda self: self.applied)
    @rule()
    def back(self) -> None:
        assert self.sim.back() == self.outputs.pop()
        self.applied.pop()

    @precondition(lambda self: not self.applied)
    @rule()
    def no_further_back(self) -> None:
        with pytest.raises(HistoryError, match="this is tick 0"):
            self.sim.back()

    @rule(data=st.data())
    def go_to(self, data: st.DataObject) -> None:
        tick = data.draw(st.integers(0, len(self.applied)))
        self.sim.go_to(tick)
        del self.applied[tick:], self.outputs[tick:]

    @rule()
    def reset(self) -> None:
        self.sim.reset()
        self.applied, self.outputs = [], []

    @rule()
    def save(self) -> None:
        self.saved.append((self.sim.snapshot(), len(self.applied), list(self.applied), list(self.outputs)))

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        snapshot, _, applied, outputs = data.draw(st.sampled_from(self.saved))
        self.sim.restore(snapshot)
        self.applied, self.outputs = list(applied), list(outputs)

    @invariant()
    def same(self) -> None:
        assert self.sim.tick == len(self.applied)
        assert self.sim.held == (self.applied[-1] if self.applied else {"set": 0, "x": 0, "clock": 0})
        assert self.sim.peek() == self.replay().peek()
        for tick, given in enumerate(self.applied):
            assert self.sim.inputs_at(tick) == given


class UnitDelayPast(Past):
    timing = "unit-delay"


TestPast = Past.TestCase
TestPast.settings = settings(deadline=None, max_examples=40, stateful_step_count=30)
TestUnitDelayPast = UnitDelayPast.TestCase
TestUnitDelayPast.settings = settings(deadline=None, max_examples=25, stateful_step_count=30)


def counter() -> cs.Circuit:
    """Three settled toggles: each tick is another state."""
    c = cs.Circuit()
    c.add_input("x")
    carry = "x"
    for k in range(3):
        c.add_delay(f"b{k}")
        c.add_neuron(f"c{k}", 2)
        c.add_neuron(f"t{k}", 1, "relative")
        for source in (carry, f"b{k}"):
            c.connect(source, f"c{k}")
            c.connect(source, f"t{k}")
        c.inhibit(f"c{k}", f"t{k}", 2)
        c.connect(f"t{k}", f"b{k}")
        c.add_output(f"y{k}", f"t{k}")
        carry = f"c{k}"
    return c


def value(outputs: dict[str, float]) -> float:
    return sum(bit * 2**k for k, bit in enumerate(outputs.values()))


def test_a_long_run_can_be_gone_back_from_to_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few checkpoints, so that the walk from one to the next is what is tested."""
    monkeypatch.setattr(history, "_VALUES", 20)
    sim = cs.Simulator(counter())
    sim.run(5000, {"x": "1" * 5000}, watch=["y0"])
    for tick in range(4999, 4700, -1):
        assert value(sim.back()) == (tick + 1) % 8
    sim.go_to(3210)
    assert value(sim.step(x=1)) == 3211 % 8
    sim.go_to(17)
    for tick in range(16, -1, -1):
        assert value(sim.back()) == (tick + 1) % 8
    with pytest.raises(HistoryError):
        sim.back()


def test_memory_of_the_past_is_bounded_where_inputs_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_VALUES", 100)
    sim = cs.Simulator(counter())
    sim.run(20_000, watch=["y0"])
    kept = sim._history
    assert len(kept._checkpoints) <= 34
    assert len(kept._recent) <= 65
    assert len(kept._applied) == 1


@pytest.mark.parametrize("tick", [-1, 4, 10**30])
def test_only_the_past_can_be_gone_to(tick: int) -> None:
    sim = cs.Simulator(counter())
    sim.run(3)
    with pytest.raises((HistoryError, InputError)):
        sim.go_to(tick)
    with pytest.raises((HistoryError, InputError)):
        sim.inputs_at(tick)
    assert sim.tick == 3


def test_a_snapshot_of_another_circuit_is_refused() -> None:
    with pytest.raises(HistoryError, match="of another circuit"):
        cs.Simulator(counter()).restore(cs.Simulator(memory()).snapshot())


def test_what_is_watched() -> None:
    sim = cs.Simulator(counter())
    trace = sim.run(4, {"x": "1111"}, watch=["y0", "c0"])
    assert trace.names == ["y0", "c0"]
    assert trace["y0"].tolist() == [1, 0, 1, 0]
    assert (trace.inputs, trace.outputs) == (["x"], ["y0", "y1", "y2"])
    with pytest.raises(InputError, match="'y1' was not watched"):
        _ = trace["y1"]
    with pytest.raises(InputError, match="there is no node"):
        sim.run(1, watch=["nope"])
    assert sim.tick == 4, "a refused run makes no tick"
    assert len(sim.run(5, watch=[])) == 5
    everything = sim.run(1)
    assert set(everything.names) == set(counter().nodes)


def test_a_binary_past_takes_a_byte_a_number_in_wide_nets_too() -> None:
    count, ticks = 400, 500  # wide enough to be walked level by level
    c = cs.Circuit(timing="unit-delay")
    for k in range(count):
        c.add_neuron(f"n{k}", threshold=1)
    for k in range(count):
        c.connect(f"n{k}", f"n{(k + 1) % count}")
    c.connect(c.add_input("x"), "n0")
    sim = cs.Simulator(c)
    sim.run(ticks, watch=[])  # loads whatever makes it fast
    sim.reset()
    sim.step(x=1)
    tracemalloc.start()
    try:
        sim.run(ticks, watch=[])
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert taken < 1.6 * count * ticks
    sim.go_to(1)
    assert sim.look()[sim.net.find(("n0",))] == 1
