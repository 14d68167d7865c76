"""What the window remembers from one start to the next: its size and place, its docks, the rate."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize
from PySide6.QtWidgets import QDockWidget

from gui.menus import DOCK
from gui.workspace import Workspace

_VERSION = 2
"""Of the arrangement of docks: one that was saved under another number is not taken up."""
_FRAME = QSize(0, 36)
"""What a window manager puts around a window: not known before the window is shown."""
_AT_FIRST = ["paletteDock"]
"""What is open besides the examples where nobody has chosen yet: who builds for the first time sees what with."""


class Remembered(QObject):
    """Takes up the settings of the last time, and keeps those of this one.

    The desktop makes one for its window; a window that is only made for a picture or a test has none.
    """

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._rate = _number(QSettings().value("rate"))
        geometry, state = QSettings().value("geometry"), QSettings().value("docks")
        open_docks = _names(QSettings().value("openDocks")) if QSettings().contains("openDocks") else _AT_FIRST
        for name in open_docks:
            self._open(name)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        self._fit_screen()
        if isinstance(state, QByteArray):
            window.restoreState(state, _VERSION)
        window.canvas.setFocus()
        for workspace in window.workspaces:
            self._take_up(workspace)
        window.workspace_added.connect(self._take_up)

    def _fit_screen(self) -> None:
        """The window is not larger than the screen that it is on, which may be another one than the last time."""
        window, room = self._window, self._window.screen().availableSize()
        if not window.isMaximized() and not window.isFullScreen():
            window.resize(window.size().boundedTo(room - _FRAME))

    def _take_up(self, workspace: Workspace) -> None:
        if self._rate is not None:
            workspace.run.rate = self._rate

    def _open(self, name: str) -> None:
        """Build a dock that was open: else there is nothing for its place to be given to."""
        for action in self._window.actions_by_name.values():
            if action.property(DOCK) == name and not action.isChecked():
                action.trigger()

    def save(self) -> None:
        """Keep everything for the next start."""
        settings = QSettings()
        settings.setValue("geometry", self._window.saveGeometry())
        settings.setValue("docks", self._window.saveState(_VERSION))
        docks = (dock for dock in self._window.findChildren(QDockWidget) if not dock.isHidden())
        settings.setValue("openDocks", [dock.objectName() for dock in docks])
        settings.setValue("rate", self._window.run.rate)


def _names(value: object) -> list[str]:
    """What was kept as a list; an ini file gives a list of one as its only entry."""
    found = [value] if isinstance(value, str) else value
    return [str(name) for name in found] if isinstance(found, list) else []


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None
