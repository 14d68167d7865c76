"""Work in a thread, with its result brought back to the event loop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QTimer

from circuitsim.errors import CircuitError

_POLL_MS = 15


class Worker(QObject):
    """Does one thing at a time; what is started later takes the place of what was started before.

    The thread touches nothing of Qt: it leaves its result in a queue that a timer looks into. A
    result that nobody waits for any more is dropped.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._found: SimpleQueue[tuple[Any, BaseException | None]] | None = None
        self._done: Callable[[Any], None] = _nothing
        self._failed: Callable[[CircuitError], None] = _nothing
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a result is awaited."""
        return self._found is not None

    def start(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[CircuitError], None]
    ) -> None:
        """Do some work; then call one of the two with its result or its error."""
        found: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
        self._found, self._done, self._failed = found, done, failed
        threading.Thread(target=_run, args=(work, found), daemon=True).start()
        self._timer.start()

    def cancel(self) -> None:
        """Wait for the result no longer."""
        self._found = None
        self._timer.stop()

    def _poll(self) -> None:
        if self._found is None:
            return
        try:
            result, error = self._found.get_nowait()
        except Empty:
            return
        self.cancel()
        if error is None:
            self._done(result)
        elif isinstance(error, CircuitError):
            self._failed(error)
        else:
            raise error


def _run(work: Callable[[], Any], found: SimpleQueue[tuple[Any, BaseException | None]]) -> None:
    try:
        found.put((work(), None))
    except BaseException as error:  # raised again in the event loop
        found.put((None, error))


def _nothing(_: Any) -> None:
    """What is called when nothing is awaited."""
