"""Time in a run: many ticks at once, going anywhere in the history, and inputs that play sequences."""

from __future__ import annotations

import pytest

import circuitsim as cs
from gui.document import Document
from gui.run import BUDGET, Run


@pytest.fixture
def counter():
    """An input behind a delay, and a neuron that goes on and off."""
    c = cs.Circuit("blink", timing="unit-delay")
    c.add_bias("one")
    c.add_neuron("n", threshold=1)
    c.connect("one", "n")
    c.inhibit("n", "n")
    c.add_output("light", "n")
    c.add_output("y", c.add_delay("d", c.add_input("x")))
    return c


@pytest.fixture
def clocked():
    """An input with a sequence of its own, and one without."""
    c = cs.Circuit()
    c.add_input("clock", drive={"pattern": "01", "repeat": True})
    c.add_input("x")
    c.add_output("y", c.add_delay("d", "x"))
    return c


def running(circuit):
    document = Document()
    run = Run(document)
    document.show(circuit)
    return document, run


def state(run):
    return run.tick, tuple(run.values), dict(run.given)


def recorded(run, ticks):
    seen = []
    for k in range(ticks):
        run.give({"x": k * 7 % 3 == 0})
        seen.append((run.tick, tuple(run.values)))
        run.step()
    return seen


def test_many_ticks_at_once(qtbot, counter):
    _, run = running(counter)
    run.advance(5000)
    qtbot.waitUntil(lambda: run.tick == 5000, timeout=20_000)
    assert not run.is_working
    assert not run.running
    assert run.value("light") == 0


def test_many_ticks_are_made_in_slices_and_can_be_stopped(qtbot, counter, monkeypatch):
    _, run = running(counter)
    run.advance(10_000_000)
    assert 0 < run.tick < 10_000_000
    assert run.is_working
    before = run.tick
    qtbot.waitUntil(lambda: run.tick > before)
    run.pause()
    at = run.tick
    qtbot.wait(50)
    assert (run.tick, run.is_working) == (at, False)
    assert BUDGET < 0.05


def test_any_tick_can_be_gone_to_and_the_future_stays(qapp, counter):
    _, run = running(counter)
    seen = recorded(run, 200)
    end = state(run)
    for tick in (150, 3, 170, 0, 199, 42, 43, 120):
        run.seek(tick)
        assert (run.tick, tuple(run.values)) == seen[tick]
        assert (run.latest, run.is_replaying) == (200, True)
    run.seek(10_000)
    assert state(run) == end
    assert not run.is_replaying


def test_forward_again_is_a_replay_and_then_the_present(qapp, counter):
    _, run = running(counter)
    seen = recorded(run, 30)
    end = state(run)
    run.seek(20)
    for tick in range(20, 30):
        assert (run.tick, tuple(run.values)) == seen[tick]
        run.step()
    assert state(run) == end
    run.step()
    assert (run.tick, run.latest) == (31, 31)


def test_a_change_at_an_earlier_tick_gives_up_what_came_after(qtbot, counter):
    _, run = running(counter)
    seen = recorded(run, 30)
    run.seek(10)
    with qtbot.waitSignal(run.rewritten) as heard:
        run.toggle("x")
    assert heard.args == [10]
    assert (run.tick, run.latest, run.is_replaying) == (10, 10, False)
    run.seek(5)
    assert tuple(run.values) == seen[5][1]


def test_the_clock_replays_too(qtbot, counter):
    _, run = running(counter)
    seen = recorded(run, 12)
    run.seek(3)
    run.rate = 500
    run.start()
    qtbot.waitUntil(lambda: run.tick > 12)
    run.pause()
    run.seek(8)
    assert tuple(run.values) == seen[8][1]


def test_values_of_an_earlier_tick_without_moving(qapp, counter):
    _, run = running(counter)
    seen = recorded(run, 100)
    run.seek(50)
    for tick in (0, 49, 99):
        assert tuple(run.values_at(tick)) == seen[tick][1]
    assert run.values_at(100) is None
    assert run.values_at(-1) is None
    assert (run.tick, run.latest) == (50, 100)


def test_a_pulse_lasts_one_tick(qapp, counter):
    _, run = running(counter)
    run.step()
    run.play("x", [1])
    values = []
    for _ in range(3):
        values.append((run.value("x"), run.value("y")))
        run.step()
    assert values == [(1, 0), (0, 1), (0, 0)]
    assert run.played == {}


def test_a_typed_sequence_ends_in_0_and_a_clock_does_not_end(qapp, counter):
    _, run = running(counter)
    run.play("x", [1, 1, 0, 1])
    seen = []
    for _ in range(6):
        seen.append(run.value("x"))
        run.step()
    assert seen == [1, 1, 0, 1, 0, 0]
    run.play("x", [0, 1], repeat=True)
    seen = []
    for _ in range(5):
        seen.append(run.value("x"))
        run.step()
    assert seen == [0, 1, 0, 1, 0]
    run.release("x")
    run.step()
    assert run.value("x") == 0


def test_a_press_holds_a_sequence_and_the_next_lets_it_go(qapp, counter):
    _, run = running(counter)
    run.play("x", [0, 1], repeat=True)
    run.toggle("x")
    seen = []
    for _ in range(3):
        seen.append(run.value("x"))
        run.step()
    assert seen == [1, 1, 1]
    run.toggle("x")
    assert run.value("x") == 1
    run.step()
    assert run.value("x") == 0


def test_after_a_pulse_an_input_plays_its_own_sequence_again(qapp, clocked):
    _, run = running(clocked)
    run.play("clock", [1])
    seen = []
    for _ in range(5):
        seen.append(run.value("clock"))
        run.step()
    assert seen == [1, 1, 0, 1, 0]


def test_sequences_survive_going_back_and_forth(qapp, clocked):
    _, run = running(clocked)
    run.step()
    run.play("x", [1, 0, 0], repeat=True)
    seen = []
    for _ in range(10):
        seen.append(tuple(run.values))
        run.step()
    end = state(run)
    run.seek(4)
    assert tuple(run.values) == seen[3]
    run.seek(11)
    assert state(run) == end
    run.seek(5)
    run.toggle("clock")
    for tick in range(5, 10):
        assert run.value("x") == ((tick - 1) % 3 == 0)
        run.step()


def test_a_sequence_of_what_an_input_does_not_take_is_refused(qapp, counter):
    _, run = running(counter)
    with pytest.raises(cs.CircuitError):
        run.play("x", [0, 2])
    assert run.played == {}


def test_an_edit_while_running_keeps_going_and_says_so(qtbot, counter):
    document, run = running(counter)
    run.rate = 200
    run.give({"x": 1})
    run.start()
    qtbot.waitUntil(lambda: run.tick > 3)
    with qtbot.waitSignal(run.said) as heard, document.edit("Add") as circuit:
        circuit.add_output("also", "x")
    at = run.first
    assert at > 3
    assert f"goes on from tick {at}" in heard.args[0]
    assert run.running
    assert run.value("also") == 1
    qtbot.waitUntil(lambda: run.tick > at + 3)
    run.seek(0)
    assert run.tick == at


def test_a_name_a_label_and_a_drive_leave_the_whole_run_as_it_is(qtbot, counter):
    document, run = running(counter)
    run.give({"x": 1})
    for _ in range(5):
        run.step()
    light = [run.values_at(tick)[run.signal("light")] for tick in range(5)]
    with document.edit("Rename") as circuit:
        circuit.rename("x", "push")
        circuit.rename("light", "lamp")
    with document.edit("Label") as circuit:
        circuit.set("push", label="press me", drive={"pattern": "01"})
    assert (run.first, run.tick, run.value("push")) == (0, 5, 1)
    assert [run.values_at(tick)[run.signal("lamp")] for tick in range(5)] == light
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert (run.first, run.tick, run.value("x")) == (0, 5, 1)
    run.back()
    assert run.tick == 4


def test_what_an_edit_leaves_keeps_its_value_also_after_a_loop_was_mended(qtbot, clocked):
    document, run = running(clocked)
    run.give({"x": 1})
    for _ in range(3):
        run.step()
    kept = run.simulator.state
    with document.edit("Loop") as circuit:
        circuit.add_neuron("first", threshold=1)
        circuit.add_neuron("second", threshold=1)
        circuit.connect("first", "second")
        circuit.connect("second", "first")
    assert run.simulator is None
    document.undo_stack.undo()
    assert (run.tick, run.simulator.state, run.value("x")) == (3, kept, 1)


def test_a_stop_rule_stops_at_its_tick_and_the_run_can_go_on(qtbot, counter):
    _, run = running(counter)
    light = run.signal("light")
    run.stop_rules.append(lambda values: values[light] == 1)
    for at in (1, 3):
        with qtbot.waitSignal(run.stopped):
            run.advance(100)
        assert (run.tick, run.is_working) == (at, False)
    run.rate = 1000
    with qtbot.waitSignal(run.stopped):
        run.start()
    assert (run.tick, run.running) == (5, False)


def test_reset_forgets_sequences_and_the_future(qapp, counter):
    _, run = running(counter)
    recorded(run, 5)
    run.play("x", [1, 1])
    run.seek(2)
    run.reset()
    assert (run.tick, run.latest, run.played, run.overrides, run.is_replaying) == (0, 0, {}, {}, False)


def test_a_snapshot_brings_back_tick_inputs_and_past(qapp, counter):
    _, run = running(counter)
    seen = recorded(run, 10)
    kept, overrides, before = run.snapshot(), dict(run.overrides), state(run)
    run.reset()
    run.restore(kept, overrides, {})
    assert state(run) == before
    run.seek(4)
    assert tuple(run.values) == seen[4][1]
