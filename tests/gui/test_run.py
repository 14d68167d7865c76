"""What runs: ticks, back, reset, the clock and its true rate, and circuits that cannot run."""

from __future__ import annotations

import time

import pytest

import circuitsim as cs
import gui.run as room
from gui.document import Document
from gui.run import BUDGET, FASTEST, SLOWEST, Run


@pytest.fixture
def counter():
    """A neuron that goes on and off, and a memory of one tick behind an input."""
    c = cs.Circuit("blink", timing="unit-delay")
    c.add_bias("one")
    c.add_neuron("n", threshold=1)
    c.connect("one", "n")
    c.inhibit("n", "n")
    c.add_output("light", "n")
    c.add_output("y", c.add_delay("d", c.add_input("x")))
    return c


def running(circuit, qapp):
    document = Document()
    run = Run(document)
    document.show(circuit)
    return document, run


def test_ticks_go_forward_and_back_with_the_inputs_they_had(qapp, counter):
    _, run = running(counter, qapp)
    seen = []
    for x in (1, 0, 1, 1, 0):
        run.give({"x": x})
        seen.append((run.tick, run.value("x"), run.value("y"), run.value("light")))
        run.step()
    assert [light for *_, light in seen] == [0, 1, 0, 1, 0]
    assert [y for _, _, y, _ in seen] == [0, 1, 0, 1, 1]
    for expected in reversed(seen):
        run.back()
        assert (run.tick, run.value("x"), run.value("y"), run.value("light")) == expected
    run.back()
    assert run.tick == 0


def test_what_is_shown_is_what_the_simulator_says(qapp, counter):
    _, run = running(counter, qapp)
    plain = cs.Simulator(counter)
    for x in (0, 1, 1, 0):
        run.give({"x": x})
        expected = plain.peek(x=x)
        assert {id: run.value(id) for id in counter.outputs} == expected
        run.step()
        plain.step(x=x)


def test_reset_lets_inputs_go(qapp, counter):
    _, run = running(counter, qapp)
    run.toggle("x")
    run.step()
    run.reset()
    assert (run.tick, run.value("x"), run.overrides) == (0, 0, {})


def test_a_driven_input_is_held_by_a_press_and_let_go_by_the_next(qapp):
    c = cs.Circuit()
    c.add_input("clock", drive={"pattern": "01", "repeat": True})
    _, run = running(c, qapp)
    values = []
    for _ in range(4):
        values.append(run.value("clock"))
        run.step()
    assert values == [0, 1, 0, 1]
    run.toggle("clock")
    assert run.value("clock") == 1
    run.step()
    run.step()
    assert run.value("clock") == 1
    run.toggle("clock")
    assert run.value("clock") == 0
    run.step()
    run.back()
    assert run.overrides == {}


def test_a_value_that_an_input_does_not_take_changes_nothing(qapp, counter):
    _, run = running(counter, qapp)
    with pytest.raises(cs.CircuitError):
        run.give({"x": 2})
    assert run.overrides == {}


@pytest.mark.parametrize("rate", [20.0, 200.0])
def test_the_clock_ticks_and_tells_its_true_rate(qtbot, counter, rate):
    _, run = running(counter, None)
    run.rate = rate
    began = time.perf_counter()
    run.start()
    assert run.running
    qtbot.waitUntil(lambda: run.tick >= 0.6 * rate, timeout=20_000)
    assert run.true_rate == pytest.approx(run.tick / (time.perf_counter() - began), rel=0.4)
    assert run.true_rate < 1.2 * rate
    tick = run.tick
    run.pause()
    qtbot.wait(60)
    assert (run.tick, run.true_rate) == (tick, None)


@pytest.mark.parametrize("rate", [0.5, 7.0, 60.0, 1000.0])
def test_with_frames_in_time_the_true_rate_is_the_chosen_one(qapp, counter, monkeypatch, rate):
    _, run = running(counter, None)
    now = [0.0]
    monkeypatch.setattr(room.time, "perf_counter", lambda: now[0])
    run.rate = rate
    run.start()
    for _ in range(round(10 / 0.016)):
        now[0] += 0.016
        run._frame()
    assert run.tick == pytest.approx(10 * rate + 1, abs=1.5)
    assert run.true_rate == pytest.approx(rate, rel=0.02)
    run.pause()


def test_a_circuit_too_large_for_the_rate_keeps_to_its_budget_and_says_so(qtbot, counter, monkeypatch):
    _, run = running(counter, None)
    now = [0.0]
    monkeypatch.setattr(room.time, "perf_counter", lambda: now[0])
    step = run.simulator.step

    def slow(given):
        now[0] += 0.004
        return step(given)

    monkeypatch.setattr(run.simulator, "step", slow)
    run.rate = 1000
    run.start()
    for _ in range(100):
        before = run.tick
        now[0] += 0.016
        run._frame()
        assert run.tick - before <= BUDGET // 0.004 + 1
    assert 60 < run.true_rate < 200
    run.pause()


def test_the_rate_stays_in_its_range(qapp, counter):
    _, run = running(counter, qapp)
    run.rate = 1e9
    assert run.rate == FASTEST
    run.rate = 0
    assert run.rate == SLOWEST


def test_a_loop_is_told_of_and_cured_by_an_edit(qapp):
    c = cs.Circuit()
    for id in ("p", "q"):
        c.add_neuron(id, threshold=1)
    c.connect("p", "q")
    back = c.connect("q", "p")
    document, run = running(c, qapp)
    assert run.simulator is None
    assert set(run.error.nodes) == {"p", "q"}
    for act in (run.step, run.back, run.reset, run.start):
        act()
    assert run.tick == 0
    with document.edit("Cut") as circuit:
        circuit.disconnect(back)
    assert run.error is None
    document.undo_stack.undo()
    assert run.error is not None
    document.circuit.timing = "unit-delay"
    assert run.error is None


def test_moving_a_node_does_not_disturb_a_run(qapp, counter):
    document, run = running(counter, qapp)
    run.step()
    with document.edit("Move") as circuit:
        circuit.place("n", 10, 10)
    assert run.tick == 1
