"""A circuit that never comes to rest says so, lights up what keeps changing, and offers what was tried and helps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.live.restless import describe_given, describe_oscillation, find_cures
from gui.running.watching import Watching

LEFT = Qt.MouseButton.LeftButton


def panel(window, name):
    return next(feature for feature in window.features if isinstance(feature, Watching)).show_panel(name)


def press(qtbot, owner, name):
    qtbot.mouseClick(owner.findChild(QPushButton, name), LEFT)


@pytest.fixture
def latch():
    """Two neurons that hold each other down: with both inputs at 0 they change together for ever."""
    c = cs.Circuit("latch", timing="unit-delay")
    for k, id in enumerate(("set", "reset")):
        c.add_input(id, at=(0, 120 * k))
    for k, id in enumerate(("q", "p")):
        c.add_neuron(id, threshold=0, at=(160, 120 * k))
    c.inhibit("reset", "q")
    c.inhibit("set", "p")
    c.inhibit("q", "p")
    c.inhibit("p", "q")
    c.add_output("y", "q", at=(320, 0))
    return c


@pytest.fixture
def blinker():
    """A neuron that holds itself down while it is told to run: no delay brings it to rest."""
    c = cs.Circuit("blinker", timing="unit-delay")
    c.add_input("run", at=(0, 0))
    c.add_neuron("n", threshold=1, at=(160, 0))
    c.connect("run", "n")
    c.inhibit("n", "n")
    c.add_output("y", "n", at=(320, 0))
    return c


def lit(window):
    net = window.canvas.net
    return {node.id for node, wrong in zip(net.nodes, net.wrong.tolist(), strict=True) if wrong}


def wait_for_cures(qtbot, window):
    qtbot.waitUntil(lambda: window.run.oscillation is not None and not len(window.workspace.tasks))


def test_the_truth_table_shows_the_other_rows_and_names_the_oscillation(qtbot, open_window, latch):
    window = open_window(latch)
    table = panel(window, "truthTable")
    wait_for_cures(qtbot, window)
    shown = [table.model.index(row, 2).data() for row in range(4)]
    assert shown == ["~", "0", "1", "0"]
    assert "1 of 4 rows never come to rest" in table.note.text()
    text = window.trouble_bar.text
    assert "set = 0 and reset = 0" in text
    assert "every 2 ticks" in text
    assert "q and p" in text
    assert lit(window) == {"q", "p"}
    table.model.setData(table.model.index(0, 3), "1")
    assert table.model.verdict(0) == "fail"
    assert "never comes to rest" in table.model.data(table.model.index(0, 2), Qt.ItemDataRole.ToolTipRole)


def test_closing_the_message_puts_the_light_out(qtbot, open_window, latch):
    window = open_window(latch)
    panel(window, "truthTable")
    wait_for_cures(qtbot, window)
    window.trouble_bar.clear()
    assert window.run.oscillation is None
    assert lit(window) == set()


@pytest.mark.parametrize("cure", ["cureCut", "cureSettled"])
def test_what_was_tried_cures_the_latch_in_one_step(qtbot, open_window, latch, cure):
    window = open_window(latch)
    before = write_json(window.document.circuit)
    panel(window, "truthTable")
    wait_for_cures(qtbot, window)
    button = window.trouble_bar.findChild(QPushButton, cure)
    assert ("Tried: with all inputs" if cure == "cureCut" else "A delay is put into") in button.toolTip()
    qtbot.mouseClick(button, LEFT)
    assert window.document.undo_stack.count() == 1
    assert len(window.document.circuit.truth_table()) == 4
    assert not window.trouble_bar.isVisible()
    assert lit(window) == set()
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


def test_what_does_not_help_is_not_offered(qtbot, open_window, latch):
    """Two latches side by side: to cut one connection is not enough."""
    for id in ("q", "p"):
        latch.add_neuron(f"{id}2", threshold=0)
    latch.inhibit("q2", "p2")
    latch.inhibit("p2", "q2")
    window = open_window(latch)
    window.run.settle()
    wait_for_cures(qtbot, window)
    names = {button.objectName() for button in window.trouble_bar.findChildren(QPushButton)}
    assert names == {"cureWatch", "cureSettled"}
    press(qtbot, window.trouble_bar, "cureSettled")
    assert sum(node.kind == "delay" for node in window.document.circuit.nodes.values()) == 2


def test_watching_begins_with_the_inputs_and_shows_the_nodes(qtbot, open_window, blinker):
    window = open_window(blinker)
    panel(window, "truthTable")
    wait_for_cures(qtbot, window)
    press(qtbot, window.trouble_bar, "cureWatch")
    qtbot.waitUntil(lambda: window.run.tick >= 24)
    waves = panel(window, "waveforms")
    qtbot.waitUntil(lambda: waves.record.end >= 24)
    assert waves.record.paths == [("run",), ("n",)]
    assert waves.record.column(1).tolist()[:6] == [0, 1, 0, 1, 0, 1]
    assert window.run.value("run") == 1
    assert window.document.undo_stack.count() == 0


def test_settled_timing_is_a_cure_where_delays_are_in_every_loop(qtbot, open_window):
    c = cs.Circuit("ring", timing="unit-delay")
    c.add_neuron("n", threshold=0, at=(0, 0))
    c.add_delay("d", "n", at=(120, 0))
    c.inhibit("d", "n")
    c.add_output("y", "n", at=(240, 0))
    window = open_window(c)
    window.actions_by_name["settle"].trigger()
    wait_for_cures(qtbot, window)
    press(qtbot, window.trouble_bar, "cureSettled")
    assert (window.document.circuit.timing, window.run.error) == ("settled", None)
    assert window.document.undo_stack.count() == 1


def test_settling_by_key_stops_at_rest_or_tells_what_goes_on(qtbot, open_window, latch):
    window = open_window(latch)
    canvas = window.canvas
    canvas.setFocus()
    window.run.give({"set": 1})
    qtbot.keyClick(canvas, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not window.run.is_working)
    assert "At rest" in window.statusBar().currentMessage()
    assert window.run.value("y") == 1
    window.run.reset()
    qtbot.keyClick(canvas, Qt.Key.Key_S)
    wait_for_cures(qtbot, window)
    assert window.run.oscillation.period == 2
    assert window.run.oscillation.given == {"set": 0, "reset": 0}
    assert lit(window) == {"q", "p"}


def test_settling_holds_what_plays(qtbot, open_window, blinker):
    blinker.set("run", drive={"pattern": "01", "repeat": True})
    window = open_window(blinker)
    window.run.settle()
    qtbot.waitUntil(lambda: not window.run.is_working)
    assert window.run.overrides == {"run": 0}
    assert window.run.oscillation is None


def test_the_tests_panel_names_it_too(qtbot, open_window, latch):
    latch.add_test("holds", ["10 1", "00 1"])
    window = open_window(latch)
    tests = panel(window, "tests")
    press(qtbot, tests, "runTests")
    wait_for_cures(qtbot, window)
    assert "set = 0 and reset = 0" in window.trouble_bar.text
    assert lit(window) == {"q", "p"}


def test_inside_a_subcircuit_the_box_is_lit_and_the_node_when_one_looks_inside(qtbot, open_window, blinker):
    outer = cs.Circuit("outer", timing="unit-delay")
    outer.define("blinker", blinker)
    outer.add_input("go", at=(0, 0))
    outer.add_subcircuit("box", of="blinker", at=(160, 0))
    outer.connect("go", "box", to_port="run")
    outer.add_output("y", "box", from_port="y", at=(320, 0))
    window = open_window(outer)
    window.run.give({"go": 1})
    window.run.settle()
    wait_for_cures(qtbot, window)
    assert lit(window) == {"box"}
    window.canvas.select("box")
    window.actions_by_name["lookInside"].trigger()
    assert lit(window) == {"n"}


def test_an_edit_forgets_it(qtbot, open_window, blinker):
    window = open_window(blinker)
    window.run.give({"run": 1})
    window.run.settle()
    wait_for_cures(qtbot, window)
    with window.document.edit("Add") as circuit:
        circuit.add_input("other")
    assert window.run.oscillation is None
    assert not window.trouble_bar.isVisible()


def test_a_step_on_the_way_to_a_goal_ends_the_way(qtbot, open_window, blinker):
    window = open_window(blinker)
    for interrupt in (window.run.step, lambda: window.document.undo_stack.undo()):
        with window.document.edit("Add a note") as circuit:
            circuit.add_neuron()
        window.run.advance(5_000_000)
        assert window.run.is_working
        interrupt()
        assert not window.run.is_working
        assert not window.run.running
        qtbot.waitUntil(lambda: not len(window.workspace.tasks))


def test_many_inputs_are_named_by_those_that_are_not_0():
    given = {f"x{k}": int(k in (3, 8)) for k in range(12)}
    error = cs.errors.OscillationError("", 3, ["p", *(f"n{k}" for k in range(9))], given)
    assert describe_given(error) == "x3 = 1 and x8 = 1, all others at 0"
    assert describe_given(cs.errors.OscillationError("", 2, (), dict.fromkeys(given, 0))) == "all inputs at 0"
    assert "and 4 more keep changing" in describe_oscillation(error)


def test_cures_are_tried_on_copies(latch):
    before = write_json(latch)
    with pytest.raises(cs.errors.OscillationError) as error:
        latch.evaluate()
    told = []
    cures = find_cures(latch.copier(), error.value, told.append)
    assert (cures.cut.source, cures.cut.target) in {("q", "p"), ("p", "q")}
    assert cures.every
    assert len(cures.delays) == 1
    assert told
    assert write_json(latch) == before
