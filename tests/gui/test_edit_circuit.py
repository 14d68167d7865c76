"""What a circuit says of itself is changed in the inspector, while nothing of it is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QLineEdit, QPlainTextEdit

import circuitsim as cs
from circuitsim.api import example_path
from circuitsim.formats.json_writer import write_json

LEFT, NONE, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    window = open_window()
    window.open_path(example_path("heat_and_cold"), wait=True)
    return window


def name(window):
    return window.findChild(QLineEdit, "circuitName")


def description(window):
    return window.findChild(QPlainTextEdit, "circuitDescription")


def open_by(window, way):
    if way == "caption":
        QTest.mouseDClick(window.caption, LEFT, NONE, window.caption.rect().center())
    elif way == "key":
        QTest.keyClick(window.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    else:
        window.canvas.selection.choose()
        QTest.keyClick(window.canvas, Qt.Key.Key_F2)


@pytest.mark.parametrize("way", ["caption", "key", "rename"])
def test_the_name_of_a_copy_of_an_example_is_changed_and_saved(window, way, tmp_path):
    window.canvas.select(next(iter(window.document.circuit.nodes)))
    open_by(window, way)
    assert name(window).hasFocus()
    QTest.keyClicks(name(window), "Warm")  # the old name is selected
    assert window.document.circuit.name == "Warm"
    assert "Warm" in window.caption.text()
    assert window.document.undo_stack.count() == 1
    assert window.save_to(tmp_path / "warm.json")
    assert cs.load(tmp_path / "warm.json").name == "Warm"


def test_the_description_is_typed_and_shown_and_one_step_to_undo(window):
    before = write_json(window.document.circuit)
    open_by(window, "key")
    description(window).setFocus()
    description(window).selectAll()
    QTest.keyClicks(description(window), "Feels cold")
    QTest.keyClick(description(window), Qt.Key.Key_Return)
    QTest.keyClicks(description(window), "by `heat`.")
    assert window.document.circuit.description == "Feels cold\nby `heat`."
    assert "Feels cold" in window.caption.text()
    assert window.document.undo_stack.count() == 1
    QTest.keyClick(description(window), Qt.Key.Key_Z, CTRL)  # the keyboard is still in the field
    assert write_json(window.document.circuit) == before
    assert description(window).toPlainText() == window.document.circuit.description
    QTest.keyClick(description(window), Qt.Key.Key_Y, CTRL)
    assert window.document.circuit.description == "Feels cold\nby `heat`."


def test_the_timing_is_chosen(window):
    open_by(window, "key")
    before = window.document.circuit.timing
    timing = window.findChild(QComboBox, "circuitTiming")
    assert timing.currentData() == before
    timing.setFocus()
    QTest.keyClick(timing, Qt.Key.Key_Up if before == "unit-delay" else Qt.Key.Key_Down)
    assert window.document.circuit.timing != before
    assert timing.currentData() == window.document.circuit.timing
    QTest.keyClick(timing, Qt.Key.Key_Z, CTRL)
    assert timing.currentData() == window.document.circuit.timing == before


def test_the_fields_follow_the_tab_and_give_way_to_a_selection(window):
    open_by(window, "key")
    window.new()
    assert name(window).text() == window.document.circuit.name == ""
    QTest.keyClicks(name(window), "Second")
    window.previous_tab()
    QApplication.processEvents()
    assert name(window).text() == window.document.circuit.name == "Heat and cold"
    window.canvas.select(next(iter(window.document.circuit.nodes)))
    QApplication.processEvents()
    assert name(window) is None


def test_the_panel_is_raised_from_behind_another(window, qtbot):
    open_by(window, "key")
    dock = window.findChild(QDockWidget, "inspectorDock")
    window.actions_by_name["history"].trigger()
    window.tabifyDockWidget(dock, window.findChild(QDockWidget, "historyDock"))
    window.findChild(QDockWidget, "historyDock").raise_()
    qtbot.waitUntil(lambda: name(window).visibleRegion().isEmpty())
    QTest.keyClick(window.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not name(window).visibleRegion().isEmpty())
    assert name(window).hasFocus()
