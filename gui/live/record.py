"""What some signals did in a run, tick by tick, kept up with it as it goes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from circuitsim.api import Trace
from circuitsim.engine.net import Path
from circuitsim.engine.values import dtype_of
from circuitsim.engine.walk import State
from circuitsim.errors import CircuitError
from gui.run import FRAME_MS, Run

BUDGET = 0.005
"""Seconds of a frame in which it catches up with the run."""
LONGEST = 1_000_000
"""Ticks that are kept; of a longer run the last ones."""


class Record(QObject):
    """Columns of values, filled from what the run remembers of itself.

    It walks the recorded inputs anew, in slices, so that a signal that is picked late has its whole
    past, and the run itself is not slowed down when nobody looks.

    Attributes
    ----------
    paths : list of Path
        The signals, as they were picked.
    start : int
        The first tick that is kept.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.paths: list[Path] = []
        self.start = 0
        self._run: Run | None = None
        self._signals: list[int] = []
        self._columns: list[NDArray[Any]] = []
        self._length = 0
        self._state: State | None = None
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._catch_up)

    def follow(self, run: Run | None, paths: Sequence[Path] = ()) -> None:
        """Keep up with another run."""
        self._run = run
        self.pick(paths)

    def pick(self, paths: Sequence[Path]) -> None:
        """Keep these signals; those that the circuit does not have are left out."""
        found: dict[Path, int] = {}
        simulator = self._run.simulator if self._run is not None else None
        for path in paths if simulator is not None else ():
            try:
                found[path] = simulator.net.find(path)
            except CircuitError:
                continue
        self.paths, self._signals = list(found), list(found.values())
        self._begin_at(max(self._run.first, self._run.latest - LONGEST) if self._run is not None else 0, empty=True)

    def forget_from(self, tick: int) -> None:
        """The run is another one from a tick on."""
        if tick < self.end:
            self._begin_at(max(tick, self.start), empty=tick <= self.start)

    def _begin_at(self, tick: int, *, empty: bool) -> None:
        run = self._run
        past = run.snapshot() if run is not None else None
        if past is None or run is None or run.simulator is None or run.walk is None:
            self._state, self._columns, self._length = None, [], 0
            self._timer.stop()
        else:
            if empty:
                ranges = run.simulator.net.ranges
                self._columns = [np.zeros(1024, dtype_of([ranges[signal]])) for signal in self._signals]
                self.start, self._length = tick, 0
            self._state = past.state if tick == past.tick else self._state_before(tick, past.history)
            self._length = tick - self.start
            self._catch_up()
        self.changed.emit()

    def _state_before(self, tick: int, history: Any) -> State:
        """Where the walk goes on; a checkpoint a little earlier will do, as what it gives is the same."""
        at, state = history.before(tick)
        walk = self._run.walk if self._run is not None else None
        assert walk is not None
        for passed in range(at, tick):
            state = walk.advance(walk.look(state, history.inputs_at(passed)))
        return state  # type: ignore[no-any-return]

    # Keeping up

    @property
    def end(self) -> int:
        """The tick after the last one that is kept."""
        return self.start + self._length

    def wake(self) -> None:
        """The run has gone on."""
        if self._state is not None and self._run is not None and self.end < self._run.latest:
            self._catch_up()

    def _catch_up(self) -> None:
        run, began = self._run, time.perf_counter()
        if run is None or run.simulator is None or run.walk is None or self._state is None:
            self._timer.stop()
            return
        walk, before = run.walk, self._length
        while self._signals and self.end < run.latest and time.perf_counter() - began < BUDGET:
            found = walk.look(self._state, run.inputs_at(self.end))
            self._add(found)
            self._state = walk.advance(found)
        if self._signals and self.end < run.latest:
            self._timer.start()
        else:
            self._timer.stop()
        if self._length != before:
            self.changed.emit()

    def _add(self, found: Sequence[float]) -> None:
        if self._columns and self._length == len(self._columns[0]):
            self._make_room()
        for column, signal in zip(self._columns, self._signals, strict=True):
            column[self._length] = found[signal]
        self._length += 1

    def _make_room(self) -> None:
        if self._length >= LONGEST:
            half = self._length // 2
            for column in self._columns:
                column[:half] = column[half : 2 * half]
            self.start, self._length = self.start + half, half
        else:
            self._columns = [np.concatenate((column, np.zeros_like(column))) for column in self._columns]

    # What it holds

    def column(self, k: int) -> NDArray[Any]:
        """The values of signal number k, from `start` to `end`."""
        return self._columns[k][: self._length]

    def value(self, k: int, tick: int) -> float | None:
        """The value of signal number k at a tick; that of the present one comes from the run."""
        run = self._run
        if run is not None and run.simulator is not None and tick == run.tick:
            return float(run.values[self._signals[k]])
        if self.start <= tick < self.end:
            return float(self._columns[k][tick - self.start])
        return None

    def trace(self) -> Trace | None:
        """What is kept, for the writers of CSV, VCD and SVG."""
        if self._run is None or self._run.simulator is None or not self._length or not self._signals:
            return None
        columns = {signal: self.column(k) for k, signal in enumerate(self._signals)}
        return Trace(self._run.simulator.net, self.start, self._length, columns, list(self.paths))
