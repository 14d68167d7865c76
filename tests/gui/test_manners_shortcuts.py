"""Keys of actions: listed, changed by pressing the new key, kept, and never meaning two things."""

from __future__ import annotations

import inspect
import re
from itertools import chain

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcutEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QToolButton

from gui.canvas.view import CanvasView
from gui.manners.actions import commands
from gui.manners.fixed_keys import CANVAS, fixed
from gui.manners.shortcut_dialog import KeyList

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_settings():
    QSettings().remove("shortcuts")
    yield
    QSettings().remove("shortcuts")


def key_list(window) -> KeyList:
    return next(feature for feature in window.features if isinstance(feature, KeyList))


@pytest.fixture
def opened(open_window, half_adder):
    """The window and its dialog, opened by key."""
    window = open_window(half_adder)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F1, CTRL)
    dialog = key_list(window).dialog
    assert dialog.isVisible()
    return window, dialog


def back_to(window):
    """Give the keyboard to the canvas, as a click on the window does."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.canvas.setFocus()


def rows(dialog):
    tree = dialog.tree
    heads = [tree.topLevelItem(k) for k in range(tree.topLevelItemCount())]
    return {(head.text(0), head.child(j).text(0)): head.child(j) for head in heads for j in range(head.childCount())}


def choose(dialog, *words):
    """Type into the search field, and go to the first row found."""
    dialog.search.setFocus()
    dialog.search.clear()
    QTest.keyClicks(dialog.search, " ".join(words))
    dialog.tree.setFocus()
    assert dialog.tree.chosen() is not None


def press(dialog, key, modifiers=NONE, place=0):
    """Enter on the row, then the new key, as a user does it."""
    QTest.keyClick(dialog.tree, Qt.Key.Key_Return)
    field = dialog.slots.fields[place]
    QTest.keyClick(field, key, modifiers)


class Shortcuts(QObject):
    """Takes every shortcut on its way to an action, and notes it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QShortcutEvent) and isinstance(watched, QAction):
            self.found.append((watched.objectName(), event.isAmbiguous()))
            return True
        return False


# No key means two things


def test_no_key_belongs_to_two_actions_or_to_the_canvas(open_window) -> None:
    window = open_window()
    keys = [(key, each.name) for each in commands(window) for key in each.action.shortcuts()]
    assert len({key for key, _ in keys}) == len(keys)
    for key, name in keys:
        assert fixed(key) is None, name
        assert key.count() == 1, f"{name}: a key that begins another would wait for it"
    letters = [QKeySequence.mnemonic(action.text()) for action in window.menuBar().actions()]
    assert len(set(letters)) == len(letters)
    assert not set(letters) & {key for key, _ in keys}


def test_each_key_pressed_on_the_canvas_reaches_its_action_and_no_other(open_window, half_adder) -> None:
    window = open_window(half_adder)
    back_to(window)
    for each in commands(window):
        each.action.setEnabled(True)
    filter = Shortcuts()
    QApplication.instance().installEventFilter(filter)
    try:
        for each in commands(window):
            for sequence in each.action.shortcuts():
                combination = sequence[0]
                if combination.key().value >= Qt.Key.Key_Back.value:
                    continue  # the keys "New" and "Open" of some keyboards, which the test cannot press
                filter.found.clear()
                QTest.keyClick(window.canvas, combination.key(), combination.keyboardModifiers())
                assert filter.found == [(each.name, False)], sequence.toString()
    finally:
        QApplication.instance().removeEventFilter(filter)


def test_plain_keys_are_typed_in_fields_and_are_no_shortcuts_there(open_window, half_adder) -> None:
    window = open_window(half_adder)
    for each in commands(window):
        for sequence in each.action.shortcuts():
            text = sequence.toString()
            if len(text) == 1 and text.isprintable():
                window.browser.filter.clear()
                window.browser.filter.setFocus()
                QTest.keyClicks(window.browser.filter, text.lower())
                assert window.browser.filter.text() == text.lower()
    assert len(window.document.circuit.nodes) == len(half_adder.nodes)
    assert window.run.tick == 0


# The list


def test_the_list_has_every_action_by_menu_with_its_keys(opened) -> None:
    window, dialog = opened
    found = rows(dialog)
    for each in commands(window):
        if not each.name.startswith("recent"):
            item = found[": ".join(each.menus), key_list(window).shortcuts.text(each.name)]
            assert item.text(1) == ", ".join(key.toString() for key in each.action.shortcuts())
            assert item.text(2) == "default"


def test_the_list_has_every_key_of_the_canvas_that_is_no_action(opened) -> None:
    _, dialog = opened
    shown = " ".join(item.text(1) for (head, _), item in rows(dialog).items() if head.startswith("On the canvas"))
    source = inspect.getsource(CanvasView.keyPressEvent)
    names = set(re.findall(r"Key_(\w+)", source))
    assert names >= {"Escape", "Tab", "Space", "X", "Return"}
    listed = {QKeySequence(name) for name in chain.from_iterable(key.keys for key in CANVAS)}
    for name in names:
        assert QKeySequence(getattr(Qt.Key, f"Key_{name}")) in listed, name
    for word in ("Tab", "Space", "Esc", "Enter", "X", "0 – 9"):
        assert word in shown


def test_fixed_keys_are_listed_but_cannot_be_changed(opened) -> None:
    _, dialog = opened
    item = next(item for (head, _), item in rows(dialog).items() if head.startswith("On the canvas"))
    dialog.tree.setCurrentItem(item)
    assert dialog.tree.chosen() is None
    assert not dialog.slots.isVisible()
    assert "cannot be changed" in dialog.findChild(QLabel, "shortcutCaption").text()


def test_enter_in_the_search_goes_on_to_the_new_key_as_the_caption_says(opened) -> None:
    _, dialog = opened
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, "fit")
    assert "Press Enter, then the new key" in dialog.caption.text()
    name = dialog.tree.chosen()
    QApplication.processEvents()  # what was found is shown
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.slots.isAncestorOf(dialog.focusWidget())
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_F9)
    assert [key.toString() for key in dialog._shortcuts.keys(name)][:1] == ["F9"]
    dialog._shortcuts.reset_all()


def test_the_search_finds_by_word_and_by_key(opened) -> None:
    _, dialog = opened
    QTest.keyClicks(dialog.search, "ctrl+r")
    found = [name for (_, name), item in rows(dialog).items() if not item.isHidden()]
    assert found == ["Reset"]
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "zoom view")
    found = [name for (_, name), item in rows(dialog).items() if not item.isHidden()]
    assert found == ["Zoom In", "Zoom Out"]


def test_the_list_can_be_copied(opened) -> None:
    _, dialog = opened
    QTest.mouseClick(dialog.findChild(QPushButton, "copyShortcuts"), LEFT)
    text = QGuiApplication.clipboard().text()
    assert re.search(r"^  Undo +Ctrl\+Z", text, re.MULTILINE)
    assert re.search(r"^File$", text, re.MULTILINE)
    assert "Tab" in text
    assert "half adder" not in text  # examples have no keys


def test_the_dialog_holds_nothing_up_and_escape_closes_it(opened) -> None:
    window, dialog = opened
    assert not dialog.isModal()
    window.actions_by_name["tick"].trigger()
    assert window.run.tick == 1
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# Changing


def test_a_new_key_is_pressed_and_in_force_and_kept(opened, open_window) -> None:
    window, dialog = opened
    dialog.tree.setCurrentItem(rows(dialog)["Run", "Tick"])
    press(dialog, Qt.Key.Key_F9)
    action = window.actions_by_name["tick"]
    assert [key.toString() for key in action.shortcuts()] == ["F9"]
    assert action.toolTip() == "Make one tick (F9)"
    assert rows(dialog)["Run", "Tick"].text(1) == "F9"
    assert "." in rows(dialog)["Run", "Tick"].text(2)
    dialog.close()
    back_to(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_F9)
    QTest.keyClick(window.canvas, Qt.Key.Key_Period)
    assert window.run.tick == 1
    again = open_window()
    assert [key.toString() for key in again.actions_by_name["tick"].shortcuts()] == ["F9"]
    assert again.actions_by_name["tick"].toolTip() == "Make one tick (F9)"


def test_a_key_of_another_action_is_named_and_can_be_taken_over(opened, open_window) -> None:
    window, dialog = opened
    choose(dialog, "why?")
    press(dialog, Qt.Key.Key_R, CTRL)
    message, agree = dialog.findChild(QLabel, "shortcutMessage"), dialog.findChild(QPushButton, "shortcutAgree")
    assert message.text() == "Ctrl+R belongs to Run: Reset."
    assert window.actions_by_name["why"].shortcut().toString() == "W"  # not before it is agreed to
    QTest.keyClick(agree, Qt.Key.Key_Space)
    assert window.actions_by_name["why"].shortcut().toString() == "Ctrl+R"
    assert window.actions_by_name["reset"].shortcuts() == []
    assert (
        window.actions_by_name["reset"].toolTip()
        == "Go to tick 0: inputs that were pressed are let go, sequences begin anew"
    )
    again = open_window()
    assert again.actions_by_name["reset"].shortcuts() == []
    assert again.actions_by_name["why"].shortcut().toString() == "Ctrl+R"


@pytest.mark.parametrize(
    ("key", "modifiers", "word"),
    [(Qt.Key.Key_X, NONE, "inhibitory"), (Qt.Key.Key_Space, NONE, "pan"), (Qt.Key.Key_F, ALT, "File menu")],
)
def test_a_key_that_cannot_be_had_is_refused_in_words(opened, key, modifiers, word) -> None:
    window, dialog = opened
    choose(dialog, "why?")
    press(dialog, key, modifiers)
    assert word in dialog.findChild(QLabel, "shortcutMessage").text()
    assert not dialog.findChild(QPushButton, "shortcutAgree").isVisible()
    assert window.actions_by_name["why"].shortcut().toString() == "W"
    assert dialog.slots.fields[0].keySequence().toString() == "W"


def test_a_key_is_added_and_taken_away(opened) -> None:
    window, dialog = opened
    choose(dialog, "why?")
    press(dialog, Qt.Key.Key_F8, place=1)
    assert [key.toString() for key in window.actions_by_name["why"].shortcuts()] == ["W", "F8"]
    QTest.mouseClick(dialog.slots.findChild(QToolButton, "removeKey0"), LEFT)
    assert [key.toString() for key in window.actions_by_name["why"].shortcuts()] == ["F8"]


def test_escape_in_a_field_leaves_the_key_as_it_was(opened) -> None:
    window, dialog = opened
    choose(dialog, "why?")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.tree
    assert window.actions_by_name["why"].shortcut().toString() == "W"


def test_one_and_all_are_reset(opened, open_window) -> None:
    window, dialog = opened
    shortcuts = key_list(window).shortcuts
    for name, key in (("tick", "F9"), ("back", "F10"), ("why", ".")):
        shortcuts.give(name, [QKeySequence(key)])
    choose(dialog, "why?")
    QTest.mouseClick(dialog.findChild(QPushButton, "resetShortcut"), LEFT)
    assert window.actions_by_name["why"].shortcut().toString() == "W"
    assert window.actions_by_name["tick"].shortcut().toString() == "F9"
    QTest.mouseClick(dialog.findChild(QPushButton, "resetAllShortcuts"), LEFT)
    assert "2" in dialog.findChild(QLabel, "shortcutMessage").text()
    assert window.actions_by_name["tick"].shortcut().toString() == "F9"
    QTest.mouseClick(dialog.findChild(QPushButton, "shortcutAgree"), LEFT)
    assert window.actions_by_name["tick"].shortcut().toString() == "."
    assert open_window().actions_by_name["back"].shortcut().toString() == ","


def test_resetting_asks_for_a_key_that_another_has_now(opened) -> None:
    window, dialog = opened
    key_list(window).shortcuts.give("why", [QKeySequence(".")])  # tick has none now
    dialog.tree.setCurrentItem(rows(dialog)["Run", "Tick"])
    QTest.mouseClick(dialog.findChild(QPushButton, "resetShortcut"), LEFT)
    assert dialog.findChild(QLabel, "shortcutMessage").text() == ". belongs to Run: Why?."
    QTest.mouseClick(dialog.findChild(QPushButton, "shortcutAgree"), LEFT)
    assert window.actions_by_name["tick"].shortcut().toString() == "."
    assert window.actions_by_name["why"].shortcuts() == []


def test_settings_that_make_no_sense_are_passed_over(open_window) -> None:
    QSettings().setValue("shortcuts/tick", "X; nonsense")
    QSettings().setValue("shortcuts/back", ["a", "b"])
    QSettings().setValue("shortcuts/no_such_action", "F9")
    window = open_window()
    assert window.actions_by_name["tick"].shortcuts() == []
    assert window.actions_by_name["back"].shortcut().toString() == ","


def test_a_chosen_key_wins_over_a_default_that_came_later(open_window) -> None:
    QSettings().setValue("shortcuts/about", "Ctrl+R")
    window = open_window()
    assert window.actions_by_name["about"].shortcut().toString() == "Ctrl+R"
    assert window.actions_by_name["reset"].shortcuts() == []


def test_an_action_of_an_example_can_have_a_key(opened) -> None:
    window, dialog = opened
    choose(dialog, "examples", "majority")
    press(dialog, Qt.Key.Key_F7)
    dialog.close()
    back_to(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_F7)
    assert window.document.circuit.name.lower().startswith("majority")


def test_keys_that_are_named_elsewhere_follow(open_window) -> None:
    window = open_window()
    window.actions_by_name["palette"].trigger()
    hint = window.findChild(QLabel, "emptyHint")
    entries = window.findChild(QListWidget, "entries")

    def listed() -> list[str]:
        return [entries.item(k).text() for k in range(entries.count())]

    assert "Press N for a neuron" in hint.text()
    assert "McCulloch-Pitts neuron   N" in listed()
    key_list(window).shortcuts.give("add_neuron", [QKeySequence("Shift+M")])
    key_list(window).shortcuts.give("open", [])
    assert "Press Shift+M for a neuron" in hint.text()
    assert "(the File menu)" in hint.text()
    assert "McCulloch-Pitts neuron   Shift+M" in listed()
    window.open_example("and")
    window.new()
    shown = [each for each in window.findChildren(QLabel, "emptyHint") if each.isVisible()]
    assert len(shown) == 1
    assert "Press Shift+M for a neuron" in shown[0].text()
