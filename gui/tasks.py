"""What takes a while: each task has a title, tells how much of it is done, and can be cancelled.

Every workspace has a `Tasks`, and a strip at the foot of its canvas (`gui.panels.task_strip`) shows each task
that takes longer than a moment, with a Cancel button; Esc cancels the newest. There are three ways in::

    tasks.thread(title, work, done, failed)    # beside the window: `work(report)` touches no widget and no document
    tasks.slices(title, steps, done, failed)   # in the event loop, a little of the generator `steps` in every frame
    tasks.begin(title, stop)                   # somebody else does it, calls `report` now and then, and `end`

A thread calls `report(part)` or `report(part, text)` as often as it can: `part` goes from 0 to 1, or is None where
there is nothing new to tell; `text` takes the place of the title ("Reading adder.json", then "Laying it out").
Where the task was cancelled `report` raises `Stopped`, which has to pass through. So `report` does for every
`progress` of the library too (`circuitsim.progress`). A generator yields the part instead, and returns its
result; each step of it should take a few milliseconds at most. Where it is cancelled it is closed.

`done` gets the result, `failed` a CircuitError, `stopped` nothing. One of the three is called, in the event loop;
any other error is raised there.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Generator, Iterator
from queue import Empty, SimpleQueue
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from circuitsim import collector
from circuitsim.errors import CircuitError

SLICE = 0.008
"""Seconds of a frame that the steps of generators may take."""
_FRAME_MS, _POLL_MS = 16, 10
_SWITCH = 0.0005
"""After how many seconds a thread lets the event loop in; Python's own 5 ms would be felt several times a frame."""
_PATIENCE = 3.0
"""Seconds that closing waits for threads that are in the middle of something."""

Steps = Generator[float | None, None, Any]
Done = Callable[[Any], object]
Failed = Callable[[CircuitError], object]


class Report(Protocol):
    """How a thread says what part is done; it raises `Stopped` where nobody waits for the rest."""

    def __call__(self, part: float | None, text: str = "") -> None: ...


class Stopped(BaseException):
    """Ends the work of a task that was cancelled. It is no Exception, so that no handler takes it for a failure."""


def _nothing(*_: object) -> None:
    """What is called where nobody waits."""


class Task:
    """Something that takes a while.

    Attributes
    ----------
    title : str
        What is being done.
    part : float or None
        How much of it is done, from 0 to 1; None where that is not known (yet).
    is_on : bool
        Whether it is neither done nor cancelled.
    began : float
        When it began, by `time.monotonic`.
    """

    def __init__(self, title: str, forget: Callable[[Task], object], stop: Callable[[], object]) -> None:
        self.title = title
        self.part: float | None = None
        self.is_on = True
        self.began = time.monotonic()
        self._forget, self._stop = forget, stop

    def report(self, part: float | None, text: str = "") -> None:
        """Say how much is done, from any thread; raises `Stopped` once the task is over."""
        if not self.is_on:
            raise Stopped
        if part is not None:
            self.part = part
        if text:
            self.title = text

    def cancel(self) -> None:
        """Stop it, as its Cancel button does."""
        if self.is_on:
            self.end()
            self._stop()

    def end(self) -> None:
        """It is over, and nobody waits for it any more."""
        if self.is_on:
            self.is_on = False
            self._forget(self)


class Tasks(QObject):
    """The tasks of a workspace, in the order in which they began.

    Signals
    -------
    changed()
        A task has begun or is over.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._threads: list[threading.Thread] = []
        self._results: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._sliced: dict[Task, Callable[[], object]] = {}
        self._poll_timer = QTimer(self, interval=_POLL_MS)
        self._poll_timer.timeout.connect(self._poll)
        self._frame_timer = QTimer(self, interval=_FRAME_MS)
        self._frame_timer.timeout.connect(self._frame)

    def __iter__(self) -> Iterator[Task]:
        return iter(tuple(self._tasks))

    def __len__(self) -> int:
        return len(self._tasks)

    def begin(self, title: str, stop: Callable[[], object] = _nothing) -> Task:
        """A task that somebody else does; `stop` is what Cancel calls, after the task is over."""
        task = Task(title, self._forget, stop)
        self._tasks.append(task)
        self.changed.emit()
        return task

    def thread(
        self,
        title: str,
        work: Callable[[Report], Any],
        done: Done = _nothing,
        failed: Failed = _nothing,
        stopped: Callable[[], object] = _nothing,
    ) -> Task:
        """Do `work(report)` in a thread."""
        task = self.begin(title, stopped)
        thread = threading.Thread(target=_run, args=(task, work, done, failed, self._results), daemon=True)
        self._threads = [*(each for each in self._threads if each.is_alive()), thread]
        sys.setswitchinterval(min(_SWITCH, sys.getswitchinterval()))
        thread.start()
        self._poll_timer.start()
        return task

    def slices(
        self,
        title: str,
        steps: Steps,
        done: Done = _nothing,
        failed: Failed = _nothing,
        stopped: Callable[[], object] = _nothing,
    ) -> Task:
        """Do the steps of a generator in the event loop, as many in every frame as fit."""

        def stop() -> None:
            del self._sliced[task]
            steps.close()
            stopped()

        def step() -> None:
            try:
                task.report(next(steps))
            except StopIteration as end:
                self._end_slices(task)
                done(end.value)
            except CircuitError as error:
                self._end_slices(task)
                failed(error)
            except BaseException:
                self._end_slices(task)
                raise

        task = self.begin(title, stop)
        self._sliced[task] = step
        self._frame_timer.start()
        return task

    def finish(self) -> None:
        """Cancel everything, and wait for the threads to notice."""
        for task in self:
            task.cancel()
        until = time.monotonic() + _PATIENCE
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _forget(self, task: Task) -> None:
        self._tasks.remove(task)
        self.changed.emit()

    def _end_slices(self, task: Task) -> None:
        del self._sliced[task]
        task.end()

    def _poll(self) -> None:
        """Call what threads have left to be called."""
        if not any(each.is_alive() for each in self._threads):
            self._poll_timer.stop()
        while True:
            try:
                call = self._results.get_nowait()
            except Empty:
                return
            call()

    def _frame(self) -> None:
        began = time.perf_counter()
        while self._sliced:
            for step in tuple(self._sliced.values()):
                step()
            if time.perf_counter() - began > SLICE:
                return
        self._frame_timer.stop()


def _run(task: Task, work: Callable[[Report], Any], done: Done, failed: Failed, results: SimpleQueue[Any]) -> None:
    """What the thread does. It touches nothing of Qt: what is to be called is left in a queue."""
    try:
        with collector.held():  # it might find widgets, which must not be destroyed in a thread
            result = work(task.report)
    except Stopped:
        return
    except CircuitError as error:
        results.put(lambda error=error: _close(task, failed, error))
    except BaseException as error:
        results.put(lambda error=error: _close(task, _raise, error))
    else:
        results.put(lambda: _close(task, done, result))


def _close(task: Task, tell: Callable[[Any], object], what: Any) -> None:
    if task.is_on:
        task.end()
        tell(what)


def _raise(error: BaseException) -> None:
    raise error
