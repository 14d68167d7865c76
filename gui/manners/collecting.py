"""Python's cycle collector runs in the event loop alone, and its long round only while nobody is at work.

By itself it runs wherever many objects are made: also in a thread, where it may find widgets, which must not be
destroyed there; and with a large circuit a full round takes more than a frame.
"""

from __future__ import annotations

import gc
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

_EVERY_MS = 500
_YOUNG, _ROUNDS = 2000, 10  # new objects that are worth a short round; short rounds that are worth a longer one
_STILL = 6  # how often in a row nothing may have moved before a full round


class Collecting(QObject):
    """Takes the collector over, for as long as the window lives."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._still = 0
        self._pointer = QCursor.pos()
        gc.disable()
        self.destroyed.connect(_give_back)
        timer = QTimer(self, interval=_EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> int | None:
        """Collect what is worth it; returns the generation that was looked through, None for none."""
        young, middle, old = gc.get_count()
        self._still = self._still + 1 if self._is_still() else 0
        generation = None
        if old > _ROUNDS and self._still >= _STILL:
            generation = 2
        elif middle > _ROUNDS:
            generation = 1
        elif young > _YOUNG:
            generation = 0
        if generation is not None:
            gc.collect(generation)
        return generation

    def _is_still(self) -> bool:
        """Whether nothing runs and nobody moves the mouse."""
        before, self._pointer = self._pointer, QCursor.pos()
        workspace = self._window.workspace
        busy = workspace.run.running or workspace.run.is_working or len(workspace.tasks)
        return not busy and before == self._pointer and not QApplication.mouseButtons().value


def _give_back(*_: object) -> None:
    gc.enable()
