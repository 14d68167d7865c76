"""Docks that had to make room in a small window are as wide as before when there is room again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget

from gui.feature import is_in_sight

_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockWidths(QObject):
    """Watches the window and its docks: what changes while the window keeps its size is wanted so."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._size = window.size()
        self._wanted: dict[QDockWidget, int] = {}
        self._giving = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._give)
        for watched in (window, *window.findChildren(QDockWidget)):
            watched.installEventFilter(self)

    def follow(self, workspace: Any) -> None:
        """Docks belong to the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is wanted; the docks of a window that takes a new size are told of it before the window."""
        if event.type() == QEvent.Type.Resize:
            if watched is self._window:
                self._size = self._window.size()
                self._soon.start()
            elif isinstance(watched, QDockWidget) and not self._giving and self._window.size() == self._size:
                self._wanted[watched] = watched.width()
        elif isinstance(event, QChildEvent) and event.polished() and isinstance(event.child(), QDockWidget):
            event.child().installEventFilter(self)
        return False

    def _give(self) -> None:
        """Let docks have what they want, as far as there is room now."""
        window = self._window
        narrow = [dock for dock, wide in self._wanted.items() if is_in_sight(dock) and dock.width() < wide]
        narrow = [dock for dock in narrow if not dock.isFloating() and window.dockWidgetArea(dock) in _SIDES]
        if narrow:
            self._giving = True
            window.resizeDocks(narrow, [self._wanted[dock] for dock in narrow], Qt.Orientation.Horizontal)
            QTimer.singleShot(0, self, self._given)  # when the window has laid them out

    def _given(self) -> None:
        self._giving = False
