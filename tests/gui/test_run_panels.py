"""The panels of a run, with real mouse and key events: time, why, tables, tests, waves, breakpoints."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu, QPushButton, QSlider, QSpinBox

import circuitsim as cs
from gui.feature import is_in_sight
from gui.running.watching import Watching

LEFT = Qt.MouseButton.LeftButton


def panel(window, name):
    watching = next(feature for feature in window.features if isinstance(feature, Watching))
    return watching.show_panel(name)


def press(qtbot, owner, name):
    qtbot.mouseClick(owner.findChild(QPushButton, name), LEFT)


def type_into(qtbot, owner, name, text, *, enter=True):
    field = owner.findChild(QLineEdit, name)
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def edit_cell(qtbot, view, index, text):
    view.setCurrentIndex(index)
    view.edit(index)
    field = next(field for field in view.viewport().findChildren(QLineEdit) if field.isVisible())
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not any(field.isVisible() for field in view.viewport().findChildren(QLineEdit)))


def choose(qtbot, view, row):
    index = view.model().index(row, 0)
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())


@pytest.fixture
def memory():
    """A delay in a loop: once set it stays set; and an output that shows it."""
    c = cs.Circuit("memory")
    c.add_input("set")
    c.add_input("reset")
    c.add_neuron("keep", threshold=1)
    c.add_delay("d", "keep")
    c.connect("set", "keep")
    c.connect("d", "keep")
    c.inhibit("reset", "keep")
    c.add_output("q", "keep")
    for k, id in enumerate(("set", "reset", "keep", "d", "q")):
        c.place(id, 120 * k, 80 * (k % 2))
    return c


# Time


def test_many_ticks_by_the_field_and_the_key(qtbot, open_window, memory):
    window = open_window(memory)
    count = window.findChild(QSpinBox, "tickCount")
    count.setValue(250)
    window.canvas.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.run.tick == 250)


def test_the_slider_goes_back_and_forth_and_a_press_gives_the_future_up(qtbot, open_window, memory):
    window = open_window(memory)
    for k in range(20):
        window.run.give({"set": int(k == 10)})
        window.run.step()
    slider = window.findChild(QSlider, "timeSlider")
    assert (slider.maximum(), slider.value()) == (20, 20)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert (window.run.tick, window.run.value("q")) == (0, 0)
    assert "of 20" in window.findChild(type(window.zoom_label), "timeLabel").text()
    for _ in range(10):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert (window.run.tick, window.run.value("set"), window.run.value("q")) == (10, 1, 1)
    window.actions_by_name["latest"].trigger()
    assert (window.run.tick, window.run.value("q")) == (20, 1)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.mouseClick(window.canvas.viewport(), LEFT, pos=window.canvas.node_position("set"))
    assert (window.run.latest, slider.maximum()) == (0, 0)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_inputs_are_told_what_to_do_by_the_right_mouse_button(qtbot, open_window, memory):
    window = open_window(memory)
    at = window.canvas.node_position("set")
    viewport = window.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    menu = window.findChild(QMenu, "nodeMenu")
    assert menu is not None
    names = {action.objectName() for action in menu.actions()}
    assert {"why", "drivePulse", "driveHold", "driveClock", "driveSequence", "driveRelease", "driveKeep"} <= names
    pulse = next(action for action in menu.actions() if action.objectName() == "drivePulse")
    pulse.trigger()
    menu.close()
    assert window.run.value("q") == 1
    window.run.step()
    assert (window.run.value("set"), window.run.value("q")) == (0, 1)


def test_the_inputs_panel_plays_a_typed_sequence_and_keeps_it_as_an_edit(qtbot, open_window, memory):
    window = open_window(memory)
    drives = panel(window, "drives")
    drives.table.selectRow(0)
    type_into(qtbot, drives, "driveText", "0110")
    assert drives.table.item(0, 2).text() == "plays 0110, in this run only"
    seen = []
    for _ in range(4):
        seen.append(window.run.value("set"))
        window.run.step()
    assert seen == [0, 1, 1, 0]
    assert window.document.undo_stack.count() == 0
    press(qtbot, drives, "drivesClock")
    press(qtbot, drives, "drivesKeep")
    assert window.document.undo_stack.count() == 1
    assert window.document.circuit.node("set").parameters["drive"].repeat
    window.document.undo_stack.undo()
    assert window.document.circuit.node("set").parameters["drive"] is None
    press(qtbot, drives, "drivesToggle")
    assert drives.table.item(0, 2).text() == "held at 1"
    press(qtbot, drives, "drivesRelease")
    assert drives.table.item(0, 2).text() == "free"
    type_into(qtbot, drives, "driveText", "0x1")
    assert "sequence" in window.statusBar().currentMessage()


# Why


def test_the_why_card_explains_and_a_click_walks_back(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    window.run.give({"a": 1, "b": 1})
    canvas = window.canvas
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.node_position("sum"))
    qtbot.keyClick(canvas, Qt.Key.Key_W)
    card = canvas.viewport().findChild(object, "whyCard")
    assert card.isVisible()
    assert card.text == "is 0, as one is"
    card.words.linkActivated.emit("0")
    assert canvas.selected_ids() == ["one"]
    assert card.text == "1 (a) + 1 (b) = 2 >= 1, but both inhibits: silent"
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.node_position("b"))
    assert card.text == "1 (a) + 0 (b) >= 1, no inhibitor active: fires"
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_in_unit_delay_timing_the_walk_goes_back_in_time(qtbot, open_window, half_adder):
    half_adder.timing = "unit-delay"
    window = open_window(half_adder)
    window.run.give({"a": 1})
    for _ in range(3):
        window.run.step()
    window.canvas.select("sum")
    window.actions_by_name["why"].trigger()
    card = window.canvas.viewport().findChild(object, "whyCard")
    card.words.linkActivated.emit("0")
    assert card.text.startswith("at tick 2: 1 (a)")
    card.words.linkActivated.emit("0")
    assert (window.run.tick, window.canvas.selected_ids()) == (2, ["a"])
    assert window.run.latest == 3


def test_without_one_node_selected_the_status_bar_says_what_to_do(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    window.actions_by_name["why"].trigger()
    assert "Select one node" in window.statusBar().currentMessage()


# Truth table


def table_of(qtbot, window):
    found = panel(window, "truthTable")
    qtbot.waitUntil(lambda: found.model.rows is not None and not found.is_working)
    return found


def test_the_live_row_is_marked_and_a_click_sets_the_inputs(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    table = table_of(qtbot, window)
    assert table.model.rowCount() == 4
    assert table.model.live == 0
    choose(qtbot, table.table, 3)
    assert (window.run.value("a"), window.run.value("b"), window.run.value("carry")) == (1, 1, 1)
    assert table.model.live == 3
    assert table.model.headerData(3, Qt.Orientation.Vertical).startswith("▶")


def test_expectations_are_judged_in_words_and_become_a_test(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    table = table_of(qtbot, window)
    column = table.model.columnCount() - 2
    for row, typed in ((1, "01"), (3, "1-"), (2, "11")):
        edit_cell(qtbot, table.table, table.model.index(row, column), typed)
    verdicts = [table.model.index(row, column + 1).data() for row in range(4)]
    assert verdicts == ["", "pass", "fail", "pass"]
    edit_cell(qtbot, table.table, table.model.index(0, column), "maybe")
    assert table.model.index(0, column).data() == ""
    assert window.statusBar().currentMessage().startswith("maybe is no expectation")
    assert "carry sum" in window.statusBar().currentMessage()
    press(qtbot, table, "rowsToTest")
    assert "Added the test truth table 2 with 3 rows" in window.statusBar().currentMessage()
    test = window.document.circuit.tests[-1]
    assert test.rows == (((0, 1), (0, 1)), ((1, 0), (1, 1)), ((1, 1), (1, None)))
    assert window.document.undo_stack.count() == 1


def test_the_table_of_a_selection(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    table = table_of(qtbot, window)
    window.canvas.select("one")
    qtbot.keyClick(table.of, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: table.model.rows is not None and table.model.rows.outputs == ("one~out",))
    assert table.model.rows.inputs == ("a", "b", "both")
    assert table.model.rows.found[:, 0].tolist() == [0, 0, 1, 0, 1, 0, 1, 0]
    window.run.give({"a": 1, "b": 1})
    assert table.model.live == 7


def test_above_twelve_inputs_a_sample_is_shown(qtbot, open_window):
    c = cs.Circuit()
    c.add_neuron("n", threshold=15)
    for k in range(15):
        c.connect(c.add_input(f"i{k}"), "n")
    c.add_output("y", "n")
    window = open_window(c)
    table = table_of(qtbot, window)
    assert "sample" in table.note.text()
    assert 100 < len(table.model.rows) <= 256
    assert table.model.rows.row_of({f"i{k}": 1 for k in range(15)}) is not None


def test_the_table_of_a_large_circuit_waits_until_it_is_asked_for(qtbot, open_window, monkeypatch, half_adder):
    monkeypatch.setattr("gui.panels.truth_table._LARGE", 5)
    window = open_window(half_adder)
    table = panel(window, "truthTable")
    qtbot.wait(200)
    assert table.model.rows is None
    assert "takes a while" in table.note.text()
    press(qtbot, table, "computeTable")
    qtbot.waitUntil(lambda: table.model.rows is not None)
    assert len(table.model.rows) == 4


def test_a_circuit_without_a_table_says_why(qtbot, open_window):
    c = cs.Circuit()
    c.add_output("y", c.add_input("x", domain="real"))
    window = open_window(c)
    table = panel(window, "truthTable")
    qtbot.waitUntil(lambda: "any number" in table.note.text())


# Tests


def test_a_failing_row_is_listed_and_seen(qtbot, open_window, half_adder):
    half_adder.add_test("wrong", ["00 00", "11 11"])
    window = open_window(half_adder)
    tests = panel(window, "tests")
    press(qtbot, tests, "runTests")
    qtbot.waitUntil(lambda: bool(tests.results))
    assert tests.summary.text() == "1 of 2 tests pass"
    item = tests.tree.topLevelItem(1)
    assert item.text(1) == "FAIL: 1 of 2 right"
    child = item.child(0)
    assert child.text(1) == "a=1 b=1: sum is 0, not 1"
    qtbot.mouseClick(tests.tree.viewport(), LEFT, pos=tests.tree.visualItemRect(child).center())
    assert (window.run.value("a"), window.run.value("b")) == (1, 1)
    assert window.canvas.selected_ids() == ["sum"]


def test_a_failing_tick_of_a_clocked_test_is_replayed(qtbot, open_window, memory):
    memory.add_test("hold", ["00 0", "10 1", "00 1", "00 0", "00 1"], clocked=True)
    window = open_window(memory)
    tests = panel(window, "tests")
    press(qtbot, tests, "runTests")
    qtbot.waitUntil(lambda: bool(tests.results))
    child = tests.tree.topLevelItem(0).child(0)
    assert child.text(0) == "tick 3"
    qtbot.mouseClick(tests.tree.viewport(), LEFT, pos=tests.tree.visualItemRect(child).center())
    qtbot.waitUntil(lambda: (window.run.tick, window.run.value("q")) == (3, 1))
    window.run.seek(1)
    assert window.run.value("set") == 1


def test_a_unit_delay_circuit_is_shown_at_rest(qtbot, open_window, half_adder):
    half_adder.timing = "unit-delay"
    half_adder.add_test("wrong", ["11 00"])
    window = open_window(half_adder)
    tests = panel(window, "tests")
    press(qtbot, tests, "runTests")
    qtbot.waitUntil(lambda: bool(tests.results))
    child = tests.tree.topLevelItem(1).child(0)
    qtbot.mouseClick(tests.tree.viewport(), LEFT, pos=tests.tree.visualItemRect(child).center())
    assert (window.run.value("carry"), window.run.value("sum")) == (1, 0)


def test_tests_are_added_edited_renamed_and_deleted_with_undo(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    before = window.document.circuit.tests
    tests = panel(window, "tests")
    press(qtbot, tests, "addTest")
    assert [test.name for test in window.document.circuit.tests] == ["truth table", "test 1"]
    tests.rows.setFocus()
    tests.rows.selectAll()
    qtbot.keyClicks(tests.rows, "11 10")
    press(qtbot, tests, "applyRows")
    assert window.document.circuit.tests[1].rows == (((1, 1), (1, 0)),)
    tests.tree.topLevelItem(1).setText(0, "both")
    assert window.document.circuit.tests[1].name == "both"
    press(qtbot, tests, "clockTest")
    assert window.document.circuit.tests[1].clocked
    tests.rows.selectAll()
    qtbot.keyClicks(tests.rows, "1 10")
    press(qtbot, tests, "applyRows")
    assert "line 1" in window.statusBar().currentMessage()
    press(qtbot, tests, "deleteTest")
    assert len(window.document.circuit.tests) == 1
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.circuit.tests == before


# Waveforms


def test_waves_follow_the_run_and_a_click_goes_to_a_tick(qtbot, open_window, memory):
    window = open_window(memory)
    for k in range(30):
        window.run.give({"set": int(k == 10), "reset": int(k == 20)})
        window.run.step()
    waves = panel(window, "waveforms")
    qtbot.waitUntil(lambda: waves.record.end == 30)
    assert waves.record.paths == [("set",), ("reset",), ("q",)]
    expected = [int(10 <= k < 20) for k in range(30)]
    assert waves.record.column(2).tolist() == expected
    window.run.step()
    qtbot.waitUntil(lambda: waves.record.end == 31)
    qtbot.wait(300)  # the dock comes in slowly, and the waves follow its width
    at = QPoint(round(waves.view.x_of(12) + waves.view.scale_x / 2), 60)
    qtbot.mouseClick(waves.view.viewport(), LEFT, pos=at)
    assert (window.run.tick, window.run.value("q")) == (12, 1)
    waves.view.setFocus()
    qtbot.keyClick(waves.view, Qt.Key.Key_Left)
    assert window.run.tick == 11
    qtbot.keyClick(waves.view, Qt.Key.Key_End)
    assert window.run.tick == 31


def test_a_signal_picked_late_has_its_past_and_is_found_by_search(qtbot, open_window, half_adder):
    outer = cs.Circuit()
    outer.define("ha", half_adder)
    outer.add_subcircuit("first", of="ha")
    for id in ("a", "b"):
        outer.connect(outer.add_input(id), "first", to_port=id)
    outer.add_output("y", "first", from_port="sum")
    window = open_window(outer)
    for k in range(8):
        window.run.give({"a": k % 2, "b": 1})
        window.run.step()
    waves = panel(window, "waveforms")
    type_into(qtbot, waves, "signalSearch", "both", enter=False)
    qtbot.waitUntil(lambda: waves.tree.topLevelItem(0).text(0) == "first/both")
    item = waves.tree.topLevelItem(0)
    item.setCheckState(0, Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: waves.record.end == 8)
    assert waves.record.paths[-1] == ("first", "both")
    assert waves.record.column(len(waves.record.paths) - 1).tolist() == [0, 1, 0, 1, 0, 1, 0, 1]


def test_waves_after_a_change_of_the_past_and_after_an_edit(qtbot, open_window, memory):
    window = open_window(memory)
    waves = panel(window, "waveforms")
    for _ in range(10):
        window.run.step()
    window.run.seek(4)
    window.run.toggle("set")
    window.run.step()
    window.run.step()
    qtbot.waitUntil(lambda: waves.record.end == 6)
    assert waves.record.column(2).tolist() == [0, 0, 0, 0, 1, 1]
    with window.document.edit("Add") as circuit:
        circuit.add_output("z", "keep")
    assert (waves.record.start, waves.record.end) == (6, 6)
    window.run.step()
    qtbot.waitUntil(lambda: waves.record.end == 7)
    assert waves.record.column(2).tolist() == [1]


def test_waves_are_exported(qtbot, open_window, memory, tmp_path):
    window = open_window(memory)
    window.run.give({"set": 1})
    for _ in range(5):
        window.run.step()
    waves = panel(window, "waveforms")
    qtbot.waitUntil(lambda: waves.record.end == 5)
    for kind, sign in (("csv", "tick,set,reset,q"), ("vcd", "$enddefinitions"), ("svg", "<svg")):
        waves.export(str(tmp_path / f"waves.{kind}"))
        assert sign in (tmp_path / f"waves.{kind}").read_text()
    waves.export(str(tmp_path / "waves.doc"))
    assert ".csv" in window.statusBar().currentMessage()


def test_zoom_and_pan_by_wheel_and_keys(qtbot, open_window, memory):
    window = open_window(memory)
    window.run.advance(3000)
    qtbot.waitUntil(lambda: window.run.tick == 3000)
    view = panel(window, "waveforms").view
    qtbot.waitUntil(lambda: view.record.end == 3000)
    scale = view.scale_x
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale_x < scale
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert view.tick_at(view.viewport().width() - 1) >= 2990
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert not view.following


# Reset


def test_reset_plays_the_sequences_of_the_run_again_and_lets_go_what_was_pressed(qtbot, open_window, memory):
    window = open_window(memory)
    run, canvas = window.run, window.canvas
    run.play("set", [0, 1, 1, 0])
    canvas.setFocus()
    qtbot.mouseClick(canvas.viewport(), LEFT, pos=canvas.node_position("reset"))
    assert run.value("reset") == 1

    def played(count):
        found = []
        for _ in range(count):
            found.append(run.value("set"))
            qtbot.keyClick(canvas, Qt.Key.Key_Period)
        return found

    for again in (2, 6, 6):  # in the midst of it, and after its end
        assert played(again) == [0, 1, 1, 0, 0, 0][:again]
        qtbot.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert (run.tick, run.value("reset")) == (0, 0)
    run.step()
    run.play("set", [1])  # a pulse is a press
    qtbot.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert played(3) == [0, 0, 0]
    run.play("set", [1, 1])
    run.release("set")
    qtbot.keyClick(canvas, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert played(2) == [0, 0]


# Breakpoints and snapshots


def test_a_breakpoint_stops_the_run_and_lights_up_its_nodes(qtbot, open_window, memory):
    window = open_window(memory)
    points = panel(window, "breakpoints")
    type_into(qtbot, points, "conditionText", "q and not set")
    assert points.list.count() == 1
    window.run.play("set", [0, 0, 0, 1])
    window.run.rate = 1000
    window.run.start()
    qtbot.waitUntil(lambda: not window.run.running)
    assert window.run.tick == 4
    assert set(window.canvas.selected_ids()) == {"q", "set"}
    assert "Stopped at tick 4" in points.note.text()
    points.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    window.run.advance(10)
    qtbot.waitUntil(lambda: window.run.tick == 14)
    assert not points.note.text()  # what was said of tick 4 is over
    press(qtbot, points, "removeBreakpoint")
    assert points.list.count() == 0


def test_a_condition_that_cannot_be_is_refused_with_a_reason(qtbot, open_window, memory):
    window = open_window(memory)
    points = panel(window, "breakpoints")
    for text, reason in (("open('x')", "cannot stand"), ("nobody", "no node"), ("q and", "not a condition")):
        type_into(qtbot, points, "conditionText", text)
        assert reason in points.note.text()
    assert points.list.count() == 0


def test_a_breakpoint_outlives_an_edit(qtbot, open_window, memory):
    window = open_window(memory)
    points = panel(window, "breakpoints")
    type_into(qtbot, points, "conditionText", "q")
    with window.document.edit("Rename") as circuit:
        circuit.rename("q", "p")
    assert "no node" in points.list.item(0).text()
    window.document.undo_stack.undo()
    assert points.list.item(0).text() == "q"
    assert len(window.run.stop_rules) == 1


def test_states_are_kept_by_name(qtbot, open_window, memory):
    window = open_window(memory)
    window.run.give({"set": 1})
    window.run.step()
    window.run.give({"set": 0})
    snapshots = panel(window, "snapshots")
    type_into(qtbot, snapshots, "snapshotName", "set once")
    window.run.reset()
    assert window.run.value("q") == 0
    snapshots.list.setCurrentRow(0)
    press(qtbot, snapshots, "restoreSnapshot")
    assert (window.run.tick, window.run.value("q")) == (1, 1)
    with window.document.edit("Set") as circuit:
        circuit.set("keep", threshold=2)
    assert "before an edit" in snapshots.list.item(0).text()
    window.run.step()
    press(qtbot, snapshots, "restoreSnapshot")
    assert window.run.tick == 2
    window.document.undo_stack.undo()
    press(qtbot, snapshots, "restoreSnapshot")
    assert window.run.value("q") == 1
    press(qtbot, snapshots, "removeSnapshot")
    assert snapshots.list.count() == 0


# Where the panels are

ALT = Qt.KeyboardModifier.AltModifier


def dock_of(window, name):
    return window.findChild(QDockWidget, f"{name}Dock")


def test_the_key_of_a_panel_brings_it_forward_before_it_closes_it(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    window.canvas.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(window.canvas, key, ALT)
    table, tests = dock_of(window, "truthTable"), dock_of(window, "tests")
    qtbot.waitUntil(lambda: is_in_sight(tests) and not is_in_sight(table))
    qtbot.keyClick(window.canvas, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: is_in_sight(table))
    assert not tests.isHidden()
    assert window.actions_by_name["show_truthTable"].isChecked()
    qtbot.keyClick(window.canvas, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: is_in_sight(tests))
    assert table.isHidden()
    assert not window.actions_by_name["show_truthTable"].isChecked()


def test_the_inspector_and_the_panels_share_one_place_and_none_is_squeezed(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    for name in ("inspector", "show_training", "show_truthTable"):
        window.actions_by_name[name].trigger()
    docks = [dock_of(window, name) for name in ("inspector", "training", "truthTable")]
    for name, dock in zip(("inspector", "show_training", "show_truthTable"), docks, strict=True):
        if not is_in_sight(dock):
            window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda dock=dock: is_in_sight(dock))
        assert dock.height() > 0.7 * window.canvas.height()
        assert dock.width() >= 360
        assert window.actions_by_name[name].isChecked()


def test_a_panel_that_opens_covers_nothing_that_was_in_sight(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    canvas = window.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)  # 100 %: the view is chosen
    canvas.pan(QPoint(canvas.viewport().width() - canvas.port_position("sum", "out").x() - 60, 0))
    assert canvas.sees_all()
    wide = canvas.width()
    qtbot.keyClick(canvas, Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: canvas.width() < wide - 300)
    qtbot.waitUntil(canvas.sees_all)
    assert canvas.scale_factor <= 1


def test_the_key_of_the_tables_puts_the_keyboard_into_them_and_escape_takes_it_back(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_7, ALT)
    view = panel(window, "nodeTable").node_view
    assert window.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().isValid()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert window.focusWidget() is window.canvas


# Neurons and wires


def test_a_half_adder_is_built_by_keyboard_alone(qtbot, open_window, half_adder):
    window = open_window()
    table = panel(window, "nodeTable")
    for kind, ids in (("input", "ab"), ("neuron", ("both", "one")), ("output", ("carry", "sum"))):
        for id in ids:
            table.kind.setCurrentText(kind)
            type_into(qtbot, table, "newId", id)
    table.tabs.setCurrentIndex(1)
    wires = [(s, t, "excitatory") for t in ("both", "one") for s in "ab"]
    wires += [("both", "one", "inhibitory"), ("both", "carry", "excitatory"), ("one", "sum", "excitatory")]
    for source, target, synapse in wires:
        table.synapse.setCurrentText(synapse)
        type_into(qtbot, table, "newSource", source, enter=False)
        type_into(qtbot, table, "newTarget", target)
    table.tabs.setCurrentIndex(0)
    row = table.nodes.records.index(window.document.circuit.node("one"))
    index = table.node_view.model().index(row, table.nodes.columns.index("threshold"))
    edit_cell(qtbot, table.node_view, index, "1")
    qtbot.waitUntil(lambda: window.document.circuit.node("one").parameters["threshold"] == 1)
    circuit = window.document.circuit
    assert [circuit.evaluate(a=a, b=b) for a in (0, 1) for b in (0, 1)] == [
        half_adder.evaluate(a=a, b=b) for a in (0, 1) for b in (0, 1)
    ]
    assert window.document.undo_stack.count() == 6 + 7 + 1


def test_an_end_of_a_wire_that_is_not_typed_is_asked_for(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    table = panel(window, "nodeTable")
    table.tabs.setCurrentIndex(1)
    type_into(qtbot, table, "newSource", "a")
    assert window.statusBar().currentMessage() == "Type the id of a node here: To (or box/port)"
    assert window.focusWidget() is table.target
    assert window.document.undo_stack.count() == 0


def test_rows_are_filtered_shown_on_the_canvas_and_deleted(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    table = panel(window, "nodeTable")
    type_into(qtbot, table, "tableFilter", "both", enter=False)
    assert table.node_view.model().rowCount() == 1
    choose(qtbot, table.node_view, 0)
    press(qtbot, table, "tableJump")
    assert window.canvas.selected_ids() == ["both"]
    choose(qtbot, table.node_view, 0)
    press(qtbot, table, "tableDelete")
    assert "both" not in window.document.circuit.nodes
    window.document.undo_stack.undo()
    table.tabs.setCurrentIndex(1)
    assert table.edge_view.model().rowCount() == 4
    type_into(qtbot, table, "newSource", "nobody", enter=False)
    type_into(qtbot, table, "newTarget", "one")
    assert "nobody" in window.statusBar().currentMessage()


# Cures


@pytest.fixture
def loop():
    """Two neurons that feed each other without a delay."""
    c = cs.Circuit()
    c.add_input("x", at=(0, 0))
    for k, id in enumerate(("p", "q"), 1):
        c.add_neuron(id, threshold=1, at=(120 * k, 0))
    c.connect("x", "p")
    c.connect("p", "q")
    c.connect("q", "p", count=2)
    c.add_output("y", "q", at=(360, 0))
    return c


def test_a_loop_is_lit_up_and_cured_by_a_delay(qtbot, open_window, loop):
    window = open_window(loop)
    assert window.canvas.net.wrong.sum() == 2
    press(qtbot, window, "cureDelay")
    assert window.run.error is None
    circuit = window.document.circuit
    delay = next(id for id, node in circuit.nodes.items() if node.kind == "delay")
    assert [edge.source for edge in circuit.incoming(delay)] == ["q"]
    assert [(edge.target, edge.count) for edge in circuit.outgoing(delay)] == [("p", 2)]
    assert window.findChild(QPushButton, "cureDelay") is None or not window.trouble_bar.isVisible()
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert window.run.error is not None


def test_a_loop_is_cured_by_unit_delay_timing(qtbot, open_window, loop):
    window = open_window(loop)
    press(qtbot, window, "cureTiming")
    assert (window.document.circuit.timing, window.run.error) == ("unit-delay", None)
    assert window.document.undo_stack.count() == 1


# All of them


def test_panels_follow_the_tab(qtbot, open_window, half_adder, memory, tmp_path):
    window = open_window(half_adder)
    names = ("truthTable", "tests", "waveforms", "drives", "breakpoints", "snapshots", "nodeTable")
    panels = [panel(window, name) for name in names]
    memory.save(tmp_path / "memory.json")
    window.open_path(tmp_path / "memory.json")
    assert window.document.circuit.name == "memory"
    assert all(each.workspace.document is window.document for each in panels)
    waves = panel(window, "waveforms")
    assert waves.record.paths == [("set",), ("reset",), ("q",)]
    window.run.step()
    window.close_tab()
    window.run.toggle("a")
    assert window.document.circuit.name == "half adder"
    assert waves.record.paths == [("a",), ("b",), ("carry",), ("sum",)]


def test_breakpoints_belong_to_their_tab(qtbot, open_window, half_adder, memory, tmp_path):
    window = open_window(half_adder)
    points = panel(window, "breakpoints")
    type_into(qtbot, points, "conditionText", "carry")
    memory.save(tmp_path / "memory.json")
    window.open_path(tmp_path / "memory.json")
    assert (points.list.count(), window.run.stop_rules) == (0, [])
    window.close_tab()
    assert points.list.count() == 1


def test_every_panel_has_a_name_and_shows_in_both_themes(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    for name in ("truthTable", "tests", "waveforms", "drives", "breakpoints", "snapshots", "nodeTable"):
        action = window.actions_by_name[f"show_{name}"]
        action.trigger()
        shown = panel(window, name)
        assert shown.isVisible()
        assert shown.accessibleName()
        assert action.toolTip()
        assert action.shortcut().toString()
    for theme in ("dark", "light"):
        window.set_theme(theme)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        window.grab()


def test_the_tables_show_and_edit_the_definition_that_the_canvas_shows(qtbot, open_window, half_adder):
    c = cs.Circuit()
    c.define("half", half_adder)
    c.add_subcircuit("h", of="half", at=(0, 0))
    window = open_window(c)
    tables = panel(window, "nodeTable")
    assert [record.id for record in tables.nodes.records] == ["h"]
    window.canvas.select("h")
    window.actions_by_name["lookInside"].trigger()
    assert [record.id for record in tables.nodes.records] == list(half_adder.nodes)
    type_into(qtbot, tables, "newId", "more")
    assert "look inside" in window.statusBar().currentMessage()
    assert window.document.undo_stack.count() == 0
    window.actions_by_name["editDefinition"].trigger()
    type_into(qtbot, tables, "newId", "more")
    assert "more" in [node.id for node in window.document.circuit.definitions["half"].body.nodes]
    assert window.document.undo_stack.count() == 1
    window.actions_by_name["goOut"].trigger()
    assert [record.id for record in tables.nodes.records] == ["h"]


@pytest.mark.parametrize(("typed", "value"), [("1/2", 0.5), ("0,25", 0.25), ("-3", -3.0)])
def test_numbers_in_the_tables_are_typed_as_anywhere(qtbot, open_window, typed, value):
    c = cs.Circuit()
    c.add_tlu("t")
    window = open_window(c)
    tables = panel(window, "nodeTable")
    column = tables.nodes.columns.index("bias")
    tables.nodes.setData(tables.nodes.index(0, column), typed)
    qtbot.waitUntil(lambda: window.document.circuit.node("t").parameters["bias"] == value)


def test_the_table_of_a_selection_in_a_definition_is_of_what_is_shown(qtbot, open_window, half_adder):
    c = cs.Circuit()
    c.define("half", half_adder)
    c.add_subcircuit("h", of="half", at=(100, 0))
    c.add_input("both", at=(0, 0))  # the name of a node inside, too
    c.connect("both", "h", to_port="a")
    window = open_window(c)
    window.canvas.select("h")
    window.actions_by_name["lookInside"].trigger()
    table = panel(window, "truthTable")
    window.canvas.select("both")
    table.of.setCurrentIndex(1)
    qtbot.waitUntil(lambda: table.model.rows is not None and table.model.rows.outputs == ("both~out",))
    assert table.model.rows.inputs == ("a", "b")
    assert table.model.rows.found[:, 0].tolist() == [0, 0, 0, 1]
    assert not table.keep.isEnabled(), "a test is of the circuit's own inputs and outputs"
    window.run.give({"both": 1})
    assert table.model.live == 2
