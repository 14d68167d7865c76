"""The command palette: every action and every example, found by a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QWidget

import circuitsim as cs
from gui.manners.actions import commands
from gui.manners.command_list import KEYS, PLACES, REMARK
from gui.manners.fuzzy import ranked, score


@pytest.fixture(autouse=True)
def own_settings():
    QSettings().remove("recentCommands")
    yield
    QSettings().remove("recentCommands")


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


def test_every_key_is_shown_and_can_be_heard(open_window):
    window = open_window()
    _, shown = opened(window)
    for command, item in zip(commands(window), (shown.item(k) for k in range(shown.count())), strict=True):
        key = command.action.shortcut().toString()
        assert item.text() == command.title
        assert item.data(KEYS) == key
        assert item.data(Qt.ItemDataRole.AccessibleTextRole) == (f"{command.title}, {key}" if key else command.title)


def test_the_letters_that_were_found_are_marked(open_window):
    _, shown = opened(open_window(), "tick run")
    item = shown.item(0)
    assert item.text() == "Run: Tick"
    assert "".join(item.text()[place] for place in item.data(PLACES)) == "RunTick"


def test_what_was_used_last_comes_first_also_at_the_next_start(open_window):
    window = open_window()
    for text in ("run tick", "zoom in"):
        field, _ = opened(window, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    _, shown = opened(window)
    assert [shown.item(k).text() for k in range(3)] == ["View: Zoom In", "Run: Tick", "File: New"]
    assert shown.item(0).data(REMARK) == "recently used"
    window.findChild(QLineEdit, "commandField").clear()
    _, shown = opened(open_window(), "t")
    assert shown.item(0).text() == "Run: Tick"  # of all that a letter fits
    _, shown = opened(open_window(), "open")
    assert shown.item(0).text() == "File: Open…"  # but not before what fits better


def test_beyond_the_last_comes_the_first(open_window):
    field, shown = opened(open_window(), "zoom")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert shown.currentRow() == shown.count() - 1
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert shown.currentRow() == 0


def test_a_word_of_the_tip_finds_a_command_too(open_window):
    _, shown = opened(open_window(), "hierarchy")
    assert "Edit: Find…" in [shown.item(k).text() for k in range(shown.count())]


def test_where_nothing_fits_that_is_said_and_nothing_happens(open_window):
    window = open_window()
    field, shown = opened(window, "qqqq")
    assert shown.count() == 1
    assert "No command" in shown.item(0).text()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(field, key)
    assert field.isVisible()


def test_the_keyboard_goes_back_to_where_it_was(open_window, qtbot):
    window = open_window()
    window.browser.filter.setFocus()
    field, _ = opened(window)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.focusWidget() is window.browser.filter)


def test_it_stays_in_the_middle_of_a_window_that_changes_its_size(open_window, qtbot):
    window = open_window()
    opened(window)
    palette = window.findChild(QWidget, "commandPalette")
    for width in (1300, 700):
        window.resize(width, 600)
        QApplication.processEvents()
        assert abs(palette.geometry().center().x() - window.width() // 2) <= 1
        assert window.rect().contains(palette.geometry())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_wears_the_theme_and_its_texts_can_be_read(open_window, theme):
    window = open_window()
    opened(window)
    window.set_theme(theme)
    image = window.findChild(QWidget, "commandPalette").grab().toImage()
    ground = window.theme.color("raised").lightness()
    tones = {
        image.pixelColor(x, y).lightness()
        for x in range(20, image.width() - 40)
        for y in range(image.height() // 2, image.height() - 20)
    }
    assert ground in tones
    assert max(abs(tone - ground) for tone in tones) > 150
    window.set_theme("light")
