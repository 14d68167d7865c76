"""What runs: the simulator of the open circuit, the inputs set by hand, and the clock.

Nothing here is an edit: toggling an input leaves no undo step and no unsaved mark.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from circuitsim.api import Simulator
from circuitsim.errors import CircuitError
from circuitsim.kinds import Drive
from circuitsim.records import HEAD, Change
from gui.document import Document

FRAME_MS = 16
BUDGET = 0.006
"""Seconds of every frame that ticks may take; the rest is for painting and for the user."""
SLOWEST, FASTEST = 0.5, 1000.0
_WINDOW = 1.0  # seconds over which the true rate is measured


class Run(QObject):
    """A circuit being run.

    Attributes
    ----------
    simulator : Simulator or None
        None where the circuit cannot run; `error` says why.
    overrides : dict
        The inputs set by hand.
    values : array
        The value of every signal at the present tick.

    Signals
    -------
    values_changed()
        There are new values: after a tick, a toggle, an edit.
    compiled()
        There is another simulator, or an error instead of one.
    state_changed()
        Started, paused, or another rate was chosen or measured.
    """

    values_changed = Signal()
    compiled = Signal()
    state_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.simulator: Simulator | None = None
        self.error: CircuitError | None = None
        self.overrides: dict[str, float] = {}
        self.values = np.zeros(1)
        self._rate = 4.0
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._owed = 0.0
        self._last = 0.0
        self._made: deque[tuple[float, int]] = deque()
        document.replaced.connect(self._start_anew)
        document.changed.connect(self._heard)
        self._start_anew()

    # The simulator

    def _start_anew(self) -> None:
        self.pause()
        self.overrides = {}
        self._compile()

    def _heard(self, change: Change) -> None:
        if any(slot[0] in ("node", "edge", "definition") or slot == HEAD for slot in change.slots):
            self._compile()

    def _compile(self) -> None:
        circuit = self._document.circuit
        self.simulator, self.error = None, None
        try:
            self.simulator = Simulator(circuit)
        except CircuitError as error:
            self.error = error
            self.pause()
        nodes = circuit.nodes
        self.overrides = {
            id: value
            for id, value in self.overrides.items()
            if id in nodes and nodes[id].kind == "input" and (value in (0, 1) or self._is_real(id))
        }
        self._look()
        self.compiled.emit()
        self.values_changed.emit()

    def _is_real(self, id: str) -> bool:
        return bool(self._document.circuit.node(id).parameters["domain"] == "real")

    def _look(self) -> None:
        if self.simulator is None:
            self.values = np.zeros(1)
        else:
            self.values = np.array(self.simulator.look(self.overrides), float)

    def signal(self, *path: str) -> int:
        """The number of a node's signal, for `values`; 0, silence, where nothing can run."""
        return 0 if self.simulator is None else self.simulator.net.find(path)

    def value(self, *path: str) -> float:
        """The value of a node, or of a port by (subcircuit, port)."""
        return float(self.values[self.signal(*path)])

    # Inputs

    def toggle(self, id: str) -> None:
        """Press an input: 0 becomes 1, all else 0. One that plays a drive is held, and let go again."""
        if self.simulator is None:
            return
        if self._drive(id) is not None and id in self.overrides:
            del self.overrides[id]
        else:
            self.overrides[id] = int(self.value(id) == 0)
        self._look()
        self.values_changed.emit()

    def give(self, values: Mapping[str, float]) -> None:
        """Set inputs by hand; InputError for one that is not there or a value it does not take."""
        if self.simulator is None:
            return
        self.simulator.look(values)
        self.overrides.update(values)
        self._look()
        self.values_changed.emit()

    def _drive(self, id: str) -> Drive | None:
        drive: Drive | None = self._document.circuit.node(id).parameters["drive"]
        return drive

    # Time

    @property
    def tick(self) -> int:
        """The tick that is shown."""
        return 0 if self.simulator is None else self.simulator.tick

    def step(self) -> None:
        """Make one tick."""
        if self.simulator is not None:
            self.simulator.step(self.overrides)
            self._look()
            self.values_changed.emit()

    def back(self) -> None:
        """Show the tick before, with the inputs that it had."""
        if self.simulator is None or self.simulator.tick == 0:
            return
        self.pause()
        applied = self.simulator.inputs_at(self.simulator.tick - 1)
        self.simulator.back()
        tick = self.simulator.tick
        self.overrides = {
            id: value
            for id, value in applied.items()
            if (drive := self._drive(id)) is None or drive.symbol(tick) != value
        }
        self._look()
        self.values_changed.emit()

    def reset(self) -> None:
        """Tick 0, everything silent, inputs let go."""
        if self.simulator is None:
            return
        self.pause()
        self.simulator.reset()
        self.overrides = {}
        self._look()
        self.values_changed.emit()

    # The clock

    @property
    def running(self) -> bool:
        """Whether the clock is ticking."""
        return self._timer.isActive()

    @property
    def rate(self) -> float:
        """Ticks a second, as chosen."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        self._rate = min(max(rate, SLOWEST), FASTEST)
        self._owed = 0.0
        self._made.clear()
        self.state_changed.emit()

    @property
    def true_rate(self) -> float | None:
        """Ticks a second, as measured over about the last second; None until there is something to measure."""
        if len(self._made) < 2 or self._made[-1][0] == self._made[0][0]:
            return None
        (first, _), (last, _) = self._made[0], self._made[-1]
        return sum(count for _, count in list(self._made)[1:]) / (last - first)

    def start(self) -> None:
        """Let the clock tick."""
        if self.simulator is None or self.running:
            return
        self._owed, self._last = 1.0, time.perf_counter()
        self._made.clear()
        self._timer.start()
        self.state_changed.emit()

    def pause(self) -> None:
        """Stop the clock; the tick stays."""
        if self._timer.isActive():
            self._timer.stop()
            self._made.clear()
            self.state_changed.emit()

    def _frame(self) -> None:
        """As many ticks as are due and fit the budget; those that do not fit are not made up for."""
        simulator = self.simulator
        if simulator is None:
            return
        now = time.perf_counter()
        self._owed += (now - self._last) * self._rate
        self._last = now
        made = 0
        while self._owed >= 1:
            simulator.step(self.overrides)
            self._owed -= 1
            made += 1
            if time.perf_counter() - now > BUDGET:
                self._owed = min(self._owed, 1.0)
                break
        if made:
            self._measure(now, made)
            self._look()
            self.values_changed.emit()

    def _measure(self, now: float, made: int) -> None:
        span = max(_WINDOW, 4 / self._rate)
        self._made.append((now, made))
        while len(self._made) > 2 and now - self._made[0][0] > span:
            self._made.popleft()
        self.state_changed.emit()
