"""Every action and every widget that takes the keyboard says what it is and what it does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QTabBar,
    QToolBar,
    QWidget,
)

from circuitsim.api import example_path
from gui.manners.actions import commands
from gui.menus import PASSING

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def full_window(open_window):
    """A window with every dock open."""
    QSettings().remove("recentFiles")
    window = open_window(example_path("full_adder"))
    for command in commands(window):
        if command.menus[0] in ("Panels",) or command.name in ("palette", "inspector", "history"):
            command.action.trigger()
    window.canvas.select("two")
    window.dock.show()
    QApplication.processEvents()
    return window


def told(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def own(widget: QWidget) -> bool:
    """Whether we made it: Qt makes parts of its own widgets, tab bars of docks, and lists that boxes pop up."""
    parent = widget.parentWidget()
    qt_made = any(name.startswith("qt_") for name in (widget.objectName(), parent.objectName()))
    popped = parent.metaObject().className().startswith("QComboBoxPrivate")
    of_tabs = isinstance(parent, QTabBar) or (isinstance(widget, QTabBar) and isinstance(parent, QMainWindow))
    viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return not (qt_made or popped or of_tabs or viewport)


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and own(widget)
    ]


def test_every_action_has_a_name_a_text_a_tip_and_keys(full_window) -> None:
    found = commands(full_window)
    assert len(found) > 100
    assert len({each.name for each in found}) == len(found)
    for each in found:
        action = each.action
        assert each.name, each.title
        assert each.text, each.name
        assert action.statusTip() or action.property(PASSING), each.name
        assert action.toolTip().startswith(action.statusTip()), each.name
        reached_otherwise = each.name.startswith("example_") or action.property(PASSING) or "Language" in each.menus
        assert action.shortcuts() or reached_otherwise, f"{each.title} has no key"


def test_the_tip_names_the_first_key(full_window) -> None:
    for each in commands(full_window):
        key = each.action.shortcut().toString()
        if key:
            assert each.action.toolTip() == f"{each.action.statusTip()} ({key})", each.name


def test_every_button_of_the_bars_has_a_text_or_an_icon_and_a_tip(full_window) -> None:
    bars = full_window.findChildren(QToolBar)
    actions = [action for bar in bars for action in bar.actions() if not action.isSeparator()]
    named = [action for action in actions if action.objectName()]
    assert {"run", "tick", "back", "reset", "advance", "latest"} <= {action.objectName() for action in named}
    for action in named:
        assert action.text() or not action.icon().isNull(), action.objectName()
        assert action.toolTip(), action.objectName()


def test_every_action_anywhere_has_a_name_or_belongs_to_qt(full_window) -> None:
    for action in full_window.findChildren(QAction):
        made_by_qt = isinstance(action.parent(), (QDockWidget, QToolBar, QLineEdit))
        if not action.isSeparator() and not made_by_qt and action.text():
            assert action.objectName(), action.text()


def test_every_widget_that_takes_the_keyboard_has_a_name_and_says_what_it_is(full_window) -> None:
    found = focusable(full_window)
    assert len(found) > 60
    for widget in found:
        where = f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent().objectName()!r}"
        assert widget.objectName(), where
        assert told(widget), where


def test_every_control_has_a_tip(full_window) -> None:
    for widget in focusable(full_window):
        if isinstance(widget, CONTROLS):
            where = f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent().objectName()!r}"
            assert widget.toolTip(), where


def test_every_dock_is_open_and_has_a_title(full_window) -> None:
    docks = full_window.findChildren(QDockWidget)
    assert len(docks) >= 11
    for dock in docks:
        assert dock.objectName()
        assert dock.windowTitle()
        assert not dock.isHidden()


@pytest.mark.parametrize("name", ["shortcuts", "preferences", "commands", "find", "quickAdd", "why", "tour", "addNote"])
def test_what_opens_over_the_window_says_what_it_is_too(full_window, name) -> None:
    full_window.actions_by_name[name].trigger()
    for widget in (widget for widget in focusable(full_window) if widget.isVisible()):
        where = f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent().objectName()!r}"
        assert widget.objectName(), where
        assert told(widget), where
        assert widget.toolTip() or not isinstance(widget, CONTROLS), where
