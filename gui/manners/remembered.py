"""What the window remembers from one start to the next: its size and place, its docks, the rate."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings

from gui.workspace import Workspace

_VERSION = 1
"""Of the arrangement of docks: one that was saved under another number is not taken up."""


class Remembered(QObject):
    """Takes up the settings of the last time, and keeps those of this one.

    The desktop makes one for its window; a window that is only made for a picture or a test has none.
    """

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._rate = _number(QSettings().value("rate"))
        geometry, state = QSettings().value("geometry"), QSettings().value("docks")
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            window.restoreState(state, _VERSION)
        for workspace in window.workspaces:
            self._take_up(workspace)
        window.workspace_added.connect(self._take_up)

    def _take_up(self, workspace: Workspace) -> None:
        if self._rate is not None:
            workspace.run.rate = self._rate

    def save(self) -> None:
        """Keep everything for the next start."""
        settings = QSettings()
        settings.setValue("geometry", self._window.saveGeometry())
        settings.setValue("docks", self._window.saveState(_VERSION))
        settings.setValue("rate", self._window.run.rate)


def _number(value: object) -> float | None:
    try:
        return float(str(value))
    except ValueError:
        return None
