"""The command palette: every action and every example, found by a few letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

import circuitsim as cs
from gui.manners.actions import commands
from gui.manners.fuzzy import ranked, score

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window, text=""):
    QTest.keyClick(window, Qt.Key.Key_P, BOTH)
    field = window.findChild(QLineEdit, "commandField")
    QTest.keyClicks(field, text)
    return field, window.findChild(QListWidget, "commandList")


def test_every_action_and_example_is_a_command(open_window):
    window = open_window()
    names = {command.name for command in commands(window)}
    assert {f"example_{name}" for name in cs.examples()} <= names
    assert {"undo", "tick", "fit", "saveAs", "export", "commands"} <= names
    field, shown = opened(window)
    assert shown.count() == len(commands(window))
    assert field.isVisible()


def test_letters_find_an_example_and_return_opens_it(open_window):
    window = open_window()
    field, shown = opened(window, "half add")
    assert "half adder" in shown.item(0).text()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.document.circuit.name == cs.example("half_adder").name
    assert not window.findChild(QWidget, "commandPalette").isVisible()


def test_the_arrows_choose_and_a_command_that_cannot_be_given_is_not(open_window, half_adder):
    window = open_window(half_adder)
    field, shown = opened(window, "editundo")
    assert "Undo" in shown.item(0).text()
    QTest.keyClick(field, Qt.Key.Key_Return)  # there is nothing to undo
    assert field.isVisible()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown.currentRow() == 2
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert shown.currentRow() == 0


def test_escape_leaves_and_the_canvas_has_the_keyboard(open_window, qtbot, half_adder):
    window = open_window(half_adder)
    field, _ = opened(window, "zoom")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    qtbot.waitUntil(lambda: window.focusWidget() is window.canvas)


def test_a_command_is_chosen_with_the_mouse(open_window, half_adder):
    window = open_window(half_adder)
    _, shown = opened(window, "run tick")
    item = next(shown.item(k) for k in range(shown.count()) if shown.item(k).text().startswith("Run: Tick"))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(item).center())
    assert window.run.tick == 1


def numbers(wanted, texts, favours=()):
    return [number for number, _ in ranked(wanted, texts, favours)]


def test_what_begins_a_word_comes_first():
    texts = ["Edit: Paste", "View: Zoom In", "Edit: Select All", "File: Save As…"]
    assert numbers("zi", texts)[0] == 1
    assert numbers("sa", texts)[0] in (2, 3)
    assert numbers("save", texts) == [3]
    assert numbers("", texts) == [0, 1, 2, 3]
    assert numbers("all select", texts) == [2]
    assert score("é", "Save") is None
