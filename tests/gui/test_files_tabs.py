"""Several documents in one window."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QTabBar

import circuitsim as cs
from circuitsim.api import example_path
from circuitsim.formats.json_writer import write_json
from gui.files.shipped import is_shipped

CTRL = Qt.KeyboardModifier.ControlModifier


def test_examples_open_in_tabs_and_each_keeps_its_own_undo_and_run(open_window):
    window = open_window()
    window.open_example("xor")
    assert len(window.workspaces) == 1  # the empty tab was taken
    window.open_example("blinker")
    window.run.step()
    assert [each.document.circuit.name for each in window.workspaces] == [
        cs.example(name).name for name in ("xor", "blinker")
    ]
    assert window.findChild(QLabel, "tickLabel").text() == "Tick 1"
    QTest.keyClick(window, Qt.Key.Key_PageUp, CTRL)
    assert window.document is window.workspaces[0].document
    assert window.findChild(QLabel, "tickLabel").text() == "Tick 0"
    first = window.document.circuit.inputs[0]
    window.document.circuit.place(first, 1, 2)
    assert window.actions_by_name["undo"].isEnabled()
    window.actions_by_name["nextTab"].trigger()
    assert not window.actions_by_name["undo"].isEnabled()
    window.actions_by_name["tick"].trigger()
    assert (window.workspaces[0].run.tick, window.workspaces[1].run.tick) == (0, 2)


def test_the_title_and_the_tab_tell_what_is_unsaved(open_window, half_adder):
    window = open_window(half_adder)
    window.open_example("xor")
    window.workspaces[0].document.circuit.place("a", 9, 9)
    assert window.tabs.tabText(0).endswith("\N{BULLET}")
    assert not window.isWindowModified()  # the tab that is shown has no changes
    window.show_workspace(window.workspaces[0])
    assert window.isWindowModified()
    assert "circuit0.json" in window.windowTitle()


def test_the_tab_bar_is_hidden_while_there_is_one_tab(open_window):
    window = open_window()
    bar = window.tabs.findChild(QTabBar)
    assert not bar.isVisible()
    window.open_example("and")
    window.open_example("or")
    assert bar.isVisible()


def test_a_file_that_is_open_is_shown_again_and_not_opened_twice(open_window, half_adder):
    window = open_window(half_adder)
    path, first = window.document.path, window.workspace
    window.open_example("xor")
    window.open_path(path)
    assert window.workspace is first
    assert len(window.workspaces) == 2


def test_closing_the_last_tab_leaves_an_empty_one(open_window, half_adder):
    window = open_window(half_adder)
    QTest.keyClick(window, Qt.Key.Key_W, CTRL)
    assert len(window.workspaces) == 1
    assert not window.document.circuit.nodes
    window.open_example("xor")
    assert len(window.workspaces) == 1


def test_a_tab_that_is_left_stops_running(open_window):
    window = open_window()
    window.open_example("blinker")
    window.run.start()
    window.open_example("xor")
    assert not window.workspaces[0].run.running
    assert not window.actions_by_name["run"].isChecked()


def test_every_dropped_file_gets_a_tab(open_window, half_adder, tmp_path):
    paths = [tmp_path / name for name in ("one.json", "two.json")]
    for path in paths:
        half_adder.save(path)
    window, data = open_window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    assert [each.document.path for each in window.workspaces] == paths


def test_a_shipped_example_is_opened_as_a_copy_and_never_written(open_window, tmp_path):
    path = example_path("half_adder")
    before = path.read_bytes()
    window = open_window(path)
    assert is_shipped(path.resolve())
    assert window.document.path is None
    window.document.circuit.place("a", 5, 5)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()  # it asks where
    dialog.close()
    assert not window.save_to(path)
    assert "example" in window.message_bar.text
    assert path.read_bytes() == before
    assert window.save_to(tmp_path / "half_adder.json")
    assert not is_shipped(tmp_path / "half_adder.json")
    assert (tmp_path / "half_adder.json").read_bytes() == write_json(window.document.circuit)


def test_a_file_that_another_tab_has_open_is_not_overwritten(open_window, half_adder):
    window = open_window(half_adder)
    path, before = window.document.path, window.document.path.read_bytes()
    window.open_example("xor")
    assert not window.save_to(path)
    assert "another tab" in window.message_bar.text
    assert path.read_bytes() == before
