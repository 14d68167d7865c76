"""What is preferred acts at once, and at the next start."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDockWidget, QMenu, QPushButton, QSpinBox

from gui.canvas.glide import Glide
from gui.files.autosave import Autosave
from gui.manners.preferences import Preferences
from gui.settings import AUTOSAVE, SETTINGS, SNAP

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def own_settings():
    def forget():
        for key in ("preferences", "theme", "language"):
            QSettings().remove(key)

    forget()
    yield
    forget()


@pytest.fixture
def opened(open_window, half_adder):
    """A window, and the dialog opened by key."""
    window = open_window(half_adder)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Comma, CTRL)
    dialog = feature(window, Preferences).dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    return window, dialog


def feature(window, kind):
    return next(each for each in window.features if isinstance(each, kind))


def focus(widget):
    """Give the keyboard to a field of the dialog, as a click on it does."""
    widget.window().activateWindow()
    QTest.qWaitForWindowActive(widget.window())
    widget.setFocus()


def toggle(dialog, name):
    box = dialog.findChild(QCheckBox, name)
    QTest.mouseClick(box, LEFT, NONE, QPoint(10, box.height() // 2))


def turn(canvas, angle, pixels=QPoint(), modifiers=NONE):  # noqa: B008
    """Turn the wheel over the middle of the canvas."""
    at = QPointF(canvas.viewport().rect().center())
    event = QWheelEvent(
        at, canvas.viewport().mapToGlobal(at), pixels, angle, Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


def seen(canvas):
    return canvas.mapToScene(canvas.viewport().rect().center())


# The wheel


def test_a_notched_wheel_zooms_unless_it_is_to_pan(opened) -> None:
    window, dialog = opened
    canvas = window.canvas
    canvas.set_zoom(1.0)
    turn(canvas, QPoint(0, 120))
    assert canvas.scale_factor == pytest.approx(1.2)
    toggle(dialog, "wheelZooms")
    before = seen(canvas)
    turn(canvas, QPoint(0, -120))
    assert canvas.scale_factor == pytest.approx(1.2)
    assert seen(canvas).y() > before.y()
    assert seen(canvas).x() == pytest.approx(before.x())
    before = seen(canvas)
    turn(canvas, QPoint(0, -120), modifiers=SHIFT)
    assert seen(canvas).x() > before.x()
    assert seen(canvas).y() == pytest.approx(before.y())


def test_ctrl_and_the_wheel_always_zooms_and_a_trackpad_always_pans(opened) -> None:
    window, dialog = opened
    canvas = window.canvas
    for _ in range(2):
        canvas.set_zoom(1.0)
        turn(canvas, QPoint(0, 120), modifiers=CTRL)
        assert canvas.scale_factor == pytest.approx(1.2)
        before = seen(canvas)
        turn(canvas, QPoint(0, -12), QPoint(0, -9))
        assert canvas.scale_factor == pytest.approx(1.2)
        assert seen(canvas).y() > before.y()
        before = seen(canvas)
        turn(canvas, QPoint(0, -31))  # a trackpad that tells no pixels
        assert canvas.scale_factor == pytest.approx(1.2)
        assert seen(canvas).y() > before.y()
        toggle(dialog, "wheelZooms")


# The grid


def drag(canvas, id, by):
    start = canvas.node_position(id)
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    for part in (0.5, 1.0):
        QTest.mouseMove(canvas.viewport(), start + by * part)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, start + by)


def place(window, id):
    found = window.document.circuit.layout[id]
    return found.x, found.y


def test_without_the_grid_a_node_is_put_anywhere_and_with_it_comes_back_to_it(opened) -> None:
    window, dialog = opened
    canvas = window.canvas
    with window.document.edit("Place") as circuit:
        circuit.place("both", 140, 0)
    canvas.set_zoom(1.0)
    drag(canvas, "both", QPoint(13, 7))
    assert place(window, "both") == (150, 10)
    toggle(dialog, "snapToGrid")
    drag(canvas, "both", QPoint(13, 7))
    assert place(window, "both") == (163, 17)
    toggle(dialog, "snapToGrid")
    drag(canvas, "both", QPoint(20, 0))
    assert place(window, "both") == (180, 20)


def test_what_is_added_stands_on_the_grid_or_where_the_pointer_is(opened) -> None:
    window, dialog = opened
    canvas = window.canvas
    canvas.set_zoom(1.0)
    for snapped, at in ((True, (333, 217)), (False, (333, 417))):
        before = set(window.document.circuit.nodes)
        canvas.where_to_add = lambda at=at: QPointF(*at)
        window.actions_by_name["add_neuron"].trigger()
        (new,) = set(window.document.circuit.nodes) - before
        assert place(window, new) == ((330, 220) if snapped else at)
        toggle(dialog, "snapToGrid")


# Motion, autosave, theme


def test_without_motion_a_layout_is_there_at_once(opened) -> None:
    window, dialog = opened
    assert window.isAnimated()
    window.actions_by_name["tidy"].trigger()
    assert is_moving(window)
    window.canvas.end_glide()
    toggle(dialog, "motion")
    assert not window.isAnimated()
    window.actions_by_name["tidy"].trigger()
    assert not is_moving(window)


def is_moving(window) -> bool:
    glide = window.canvas.findChild(Glide)
    return glide is not None and glide.state() == Glide.State.Running


def test_unsaved_changes_are_kept_after_the_chosen_time(opened, qtbot) -> None:
    window, dialog = opened
    timer = feature(window, Autosave)._timer
    assert timer.interval() == 30_000
    box = dialog.findChild(QSpinBox, "autosaveSeconds")
    focus(box)
    box.selectAll()
    QTest.keyClicks(box, "7")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert timer.interval() == 7_000
    assert timer.isActive()
    assert AUTOSAVE.read() == 7


def test_the_theme_is_chosen_and_follows_the_menu(opened) -> None:
    window, dialog = opened
    combo = dialog.findChild(QComboBox, "themeChoice")
    assert combo.currentText() == "That of the system"
    focus(combo)
    QTest.keyClick(combo, Qt.Key.Key_End)
    assert window.theme.name == "dark"
    assert window.actions_by_name["dark"].isChecked()
    window.actions_by_name["dark"].trigger()
    assert combo.currentText() == "Light"
    window.actions_by_name["systemTheme"].trigger()
    assert combo.currentText() == "That of the system"
    assert QSettings().value("theme") is None


def test_the_theme_that_the_system_has_can_be_chosen_for_good(opened, monkeypatch) -> None:
    window, dialog = opened
    combo = dialog.findChild(QComboBox, "themeChoice")
    focus(combo)
    QTest.keyClick(combo, Qt.Key.Key_Down)  # light, which it is already
    monkeypatch.setattr("gui.window.system_theme", lambda: "dark")
    window._system_changed()
    assert window.theme.name == "light"


# Kept, restored, reset


def test_what_is_chosen_holds_in_the_next_window_and_in_every_tab(opened, open_window) -> None:
    window, dialog = opened
    for name in ("wheelZooms", "snapToGrid", "motion"):
        toggle(dialog, name)
    window.open_example("xor")
    again = open_window()
    again.open_example("and")
    again.open_example("or")
    for each in (window, again):
        assert [workspace.canvas.wheel_zooms for workspace in each.workspaces] == [False] * len(each.workspaces)
        assert {workspace.canvas.grid for workspace in each.workspaces} == {1.0}
        assert not each.isAnimated()


def test_defaults_are_restored_and_nothing_stays_in_the_settings(opened) -> None:
    window, dialog = opened
    for name in ("wheelZooms", "snapToGrid", "motion"):
        toggle(dialog, name)
    window.choose_theme("dark")
    QTest.mouseClick(dialog.findChild(QPushButton, "restoreDefaults"), LEFT)
    assert window.canvas.wheel_zooms
    assert window.canvas.grid == 10
    assert window.isAnimated()
    assert all(dialog.findChild(QCheckBox, name).isChecked() for name in ("wheelZooms", "snapToGrid", "motion"))
    assert not [key for key in QSettings().allKeys() if key.startswith("preferences/") or key == "theme"]


@pytest.mark.parametrize("value", ["nonsense", "", "-3", ["1", "2"], "9" * 30, "٣"])
def test_settings_that_make_no_sense_are_passed_over(value) -> None:
    for setting in SETTINGS.values():
        QSettings().setValue(f"preferences/{setting.key}", value)
    assert SNAP.read() is True
    assert AUTOSAVE.read() == (AUTOSAVE.most if value == "9" * 30 else AUTOSAVE.default)


def test_the_layout_is_reset(opened) -> None:
    window, dialog = opened
    window.dock.hide()
    for name in ("inspector", "show_tests", "show_waveforms"):
        window.actions_by_name[name].trigger()
    tests = window.findChild(QDockWidget, "testsDock")
    tests.setFloating(True)
    QTest.mouseClick(dialog.findChild(QPushButton, "resetLayout"), LEFT)
    assert window.dock.isVisible()
    others = [dock for dock in window.findChildren(QDockWidget) if dock is not window.dock]
    assert len(others) >= 3
    assert not any(dock.isVisible() or dock.isFloating() for dock in others)
    assert not window.actions_by_name["show_tests"].isChecked()
    window.actions_by_name["show_tests"].trigger()
    assert tests.isVisible()


def test_the_dialog_is_used_by_keyboard_alone(opened) -> None:
    window, dialog = opened
    dialog.findChild(QComboBox, "themeChoice").setFocus()
    names = []
    for _ in range(12):
        names.append(dialog.focusWidget().objectName())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert {
        "themeChoice",
        "motion",
        "wheelZooms",
        "snapToGrid",
        "autosaveSeconds",
        "resetLayout",
        "closePreferences",
    } <= set(names)
    QTest.keyClick(dialog.findChild(QCheckBox, "motion"), Qt.Key.Key_Space)
    assert not window.isAnimated()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_language_can_be_chosen_here_too(open_window) -> None:
    window = open_window()
    actions = window.findChild(QMenu, "menuLanguage").actions()
    window.actions_by_name["preferences"].trigger()
    combo = feature(window, Preferences).dialog.findChild(QComboBox, "languageChoice")
    assert combo.count() == len(actions) >= 3
    assert combo.currentText() == "System Language"
    focus(combo)
    QTest.keyClick(combo, Qt.Key.Key_End)
    assert actions[-1].isChecked()
    actions[1].trigger()
    window.actions_by_name["preferences"].trigger()
    assert combo.currentIndex() == 1
