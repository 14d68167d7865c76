"""Every action of the window in one table: its name, text, keys, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.language import tr

SEPARATOR = ""
PASSING = "passing"
"""A property that is true of actions that come and go, such as recent files: their keys are not to be chosen."""
Keys = QKeySequence.StandardKey

DOCK = "dock"
"""A property of an action that shows and hides a dock: the dock's name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action, its text and tip as they are shown. `slot` names the method of the window that it calls."""

    name: str
    text: str
    tip: str
    keys: tuple[str | Keys, ...] = ()
    slot: str = ""
    checkable: bool = False


def entries() -> Mapping[str, tuple[Entry | str, ...]]:
    """The menus by their titles in English, which are their names too, each with its actions."""
    return {
        QT_TRANSLATE_NOOP("", "&File"): (
            Entry("new", tr("&New"), tr("Start with an empty circuit"), (Keys.New,), "new"),
            Entry("open", tr("&Open…"), tr("Open a circuit file"), (Keys.Open,), "ask_open"),
            SEPARATOR,
            Entry("save", tr("&Save"), tr("Save the circuit"), (Keys.Save,), "save"),
            Entry(
                "saveAs",
                tr("Save &As…"),
                tr("Save the circuit in another file"),
                (Keys.SaveAs, "Ctrl+Shift+S"),
                "ask_save",
            ),
            SEPARATOR,
            Entry("closeTab", tr("&Close Tab"), tr("Close this circuit"), ("Ctrl+W",), "close_tab"),
            Entry("quit", tr("&Quit"), tr("Close the window"), ("Ctrl+Q",), "close"),
        ),
        QT_TRANSLATE_NOOP("", "&Edit"): (
            Entry("undo", tr("&Undo"), tr("Take the last edit back"), (Keys.Undo,), "undo"),
            Entry("redo", tr("&Redo"), tr("Make the edit again"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            SEPARATOR,
            Entry("delete", tr("&Delete"), tr("Remove the selected nodes"), ("Del", "Backspace"), "delete_selected"),
            Entry("selectAll", tr("Select &All"), tr("Select every node"), (Keys.SelectAll,), "select_all"),
        ),
        QT_TRANSLATE_NOOP("", "&Run"): (
            Entry(
                "run", tr("&Run"), tr("Let the clock tick, or pause it"), ("R", "F5"), "toggle_running", checkable=True
            ),
            Entry("tick", tr("&Tick"), tr("Make one tick"), (".",), "tick"),
            Entry("back", tr("&Back"), tr("Go back by one tick"), (",",), "back"),
            Entry(
                "reset",
                tr("R&eset"),
                tr("Go to tick 0: inputs that were pressed are let go, sequences begin anew"),
                ("Ctrl+R",),
                "reset",
            ),
            SEPARATOR,
            Entry(
                "unitDelay",
                tr("&Unit-Delay Timing"),
                tr("Every neuron takes a tick, as in 1943; else all of them settle within one"),
                ("Ctrl+U",),
                "set_unit_delay",
                checkable=True,
            ),
        ),
        QT_TRANSLATE_NOOP("", "&View"): (
            Entry("zoomIn", tr("Zoom &In"), tr("Show it larger"), (Keys.ZoomIn, "Ctrl+="), "zoom_in"),
            Entry("zoomOut", tr("Zoom &Out"), tr("Show it smaller"), (Keys.ZoomOut,), "zoom_out"),
            Entry("zoomFull", tr("Actual &Size"), tr("Show it at 100 %"), ("Ctrl+0",), "zoom_full"),
            Entry("fit", tr("&Fit"), tr("Show the whole circuit"), ("Home", "Shift+1"), "fit"),
            Entry(
                "fitSelection",
                tr("Fit the Sel&ection"),
                tr("Show what is selected as large as it goes"),
                ("F",),
                "fit_selection",
            ),
            SEPARATOR,
            Entry("nextTab", tr("Next &Tab"), tr("Go to the next open circuit"), ("Ctrl+PgDown",), "next_tab"),
            Entry(
                "previousTab", tr("Pre&vious Tab"), tr("Go to the open circuit before"), ("Ctrl+PgUp",), "previous_tab"
            ),
            SEPARATOR,
            Entry(
                "dark",
                tr("&Dark Theme"),
                tr("Light lines on a dark ground"),
                ("Ctrl+Shift+D",),
                "set_dark",
                checkable=True,
            ),
            Entry(
                "systemTheme",
                tr("Theme of the S&ystem"),
                tr("Be light or dark as the desktop is"),
                ("Ctrl+Alt+D",),
                "follow_system",
            ),
        ),
        QT_TRANSLATE_NOOP("", "E&xamples"): (),
        QT_TRANSLATE_NOOP("", "&Help"): (
            Entry("about", tr("&About circuitsim"), tr("What this is, and its version"), ("Shift+F1",), "about"),
        ),
    }


def build_menus(window: QMainWindow) -> dict[str, QAction]:
    """Fill the menu bar of a window, and return its actions by name."""
    actions: dict[str, QAction] = {}
    for title, rows in entries().items():
        menu = window.menuBar().addMenu(tr(title))
        menu.setObjectName(f"menu{title.replace('&', '')}")
        menu.menuAction().setObjectName(f"{menu.objectName()}Action")
        menu.setToolTipsVisible(True)
        for entry in rows:
            if isinstance(entry, Entry):
                actions[entry.name] = _action(window, entry)
                menu.addAction(actions[entry.name])
            else:
                menu.addSeparator().setObjectName(f"{menu.objectName()}Separator{len(menu.actions())}")
    return actions


def add_action(
    window: Any, menu: str, entry: Entry, slot: Callable[..., object], *, before: str | None = None
) -> QAction:
    """Add an action to a menu ("&File"), at its end or before another action; it is in `actions_by_name` too.

    Parameters
    ----------
    entry : Entry
        Name, text, tip and keys; its `slot` is not looked at.
    slot : callable
        What is called; with whether it is checked, for a checkable one.
    """
    action = _make(window, entry)
    if entry.checkable:
        action.toggled.connect(slot)
    else:
        action.triggered.connect(lambda *_: slot())
    where = window.findChild(QMenu, f"menu{menu.replace('&', '')}")
    where.insertAction(window.actions_by_name[before] if before is not None else None, action)
    window.actions_by_name[entry.name] = action
    return action


def _action(window: QMainWindow, entry: Entry) -> QAction:
    action = _make(window, entry)
    (action.toggled if entry.checkable else action.triggered).connect(getattr(window, entry.slot))
    return action


def _make(window: QMainWindow, entry: Entry) -> QAction:
    action = QAction(entry.text, window, objectName=entry.name, checkable=entry.checkable)
    keys: list[QKeySequence] = []
    for key in entry.keys:
        keys += QKeySequence.keyBindings(key) if isinstance(key, Keys) else [QKeySequence(key)]
    keys = [key for k, key in enumerate(keys) if key not in keys[:k]]  # a platform may have named one of them
    action.setStatusTip(entry.tip)
    give_keys(action, keys)
    return action


def give_keys(action: QAction, keys: Sequence[QKeySequence]) -> None:
    """Set the keys of an action; its tooltip says what its status tip says, and the first key."""
    action.setShortcuts(list(keys))
    shown = f" ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
    action.setToolTip(action.statusTip() + shown)
