"""What runs: the simulator of the open circuit, the inputs set by hand, and the clock.

Nothing here is an edit: toggling an input leaves no undo step and no unsaved mark.

Going to an earlier tick keeps what was recorded after it: forward again it is replayed, with the
inputs that there were. It is given up when something is changed at the earlier tick.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from circuitsim.api import Circuit, Simulator
from circuitsim.engine.net import unfolded_size
from circuitsim.engine.rest import MAX_TICKS, Lap
from circuitsim.engine.simulator import Snapshot
from circuitsim.engine.walk import Walk
from circuitsim.errors import CircuitError, OscillationError
from circuitsim.kinds import Drive
from circuitsim.records import Change, Contents
from gui import ahead
from gui.carrying import Carried, carried, computes_otherwise
from gui.document import Document
from gui.language import tr
from gui.pace import Pace
from gui.played import Played
from gui.tasks import Task, Tasks

FRAME_MS = 16
BUDGET = 0.006
"""Seconds of every frame that ticks may take; the rest is for painting and for the user."""
SLOWEST, FASTEST = 0.5, 1000.0
AT_ONCE = 1500
"""Up to how many unfolded nodes a circuit is compiled at once: about the time of two frames."""
_NEAR = 64  # ticks that are rather replayed from here than from a checkpoint


def compiled(circuit: Circuit | Contents) -> Simulator | CircuitError:
    """A simulator of a circuit, or why there is none."""
    try:
        return Simulator(circuit)
    except CircuitError as error:
        return error


StopRule = Callable[[Sequence[float]], bool]


@dataclass(frozen=True, slots=True)
class _Tape:
    """The recorded run, kept while an earlier tick is shown."""

    end: Snapshot
    overrides: Mapping[str, float]


class Run(QObject):
    """A circuit being run.

    Attributes
    ----------
    simulator : Simulator or None
        None where the circuit cannot run; `error` says why.
    oscillation : OscillationError or None
        What was found to go on for ever with the inputs held still, until an edit or `tell_oscillation(None)`.
    overrides : dict
        The inputs set by hand.
    played : dict
        The sequences that inputs play in this run only.
    values : array
        The value of every signal at the present tick.
    stop_rules : list
        Functions of all values of a tick; where one is true after a tick, the run stops.

    Signals
    -------
    values_changed()
        There are new values: after a tick, a toggle, an edit.
    compiled()
        There is another simulator, or an error instead of one.
    state_changed()
        Started, paused, or another rate was chosen or measured.
    rewritten(int)
        What was recorded from a tick on holds no more.
    stopped()
        A stop rule was true.
    said(str)
        Something the user should know.
    came_back(int)
        The circuit was to settle, and is in a state again that it was in so many ticks ago.
    oscillated()
        `oscillation` is another one, or none.
    """

    values_changed = Signal()
    compiled = Signal()
    state_changed = Signal()
    rewritten = Signal(int)
    stopped = Signal()
    said = Signal(str)
    came_back = Signal(int)
    oscillated = Signal()

    def __init__(self, document: Document, parent: QObject | None = None, tasks: Tasks | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._tasks = Tasks(self) if tasks is None else tasks
        self._compiling: Task | None = None
        self.simulator: Simulator | None = None
        self.error: CircuitError | None = None
        self.oscillation: OscillationError | None = None
        self.overrides: dict[str, float] = {}
        self.played: dict[str, Played] = {}
        self._over: dict[str, Played] = {}  # sequences that were played to their end
        self.stop_rules: list[StopRule] = []
        self.values = np.zeros(1)
        self._rate = 4.0
        self._tape: _Tape | None = None
        self._goal: int | None = None
        self._start = 0  # where the way to the goal began
        self._lap: Lap | None = None  # while the circuit is to settle
        self._watchful = False  # whether stop rules count on the way to the goal
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._frame)
        self._pace = Pace()
        self._before: tuple[Simulator, Carried] | None = None  # what another simulator goes on from, edits since
        document.replaced.connect(self._start_anew)
        document.changed.connect(self._heard)
        self._start_anew()

    # The simulator

    def _start_anew(self) -> None:
        self.pause()
        self.overrides, self.played = {}, {}
        self._before = None
        self._compile()

    def _heard(self, change: Change) -> None:
        if not computes_otherwise(change):
            return
        meant = carried(change)
        if self.simulator is not None:
            self._before = self.simulator, meant
        elif self._before is not None:
            self._before = self._before[0], self._before[1].then(meant)
        self.overrides = {meant.renamed.get(id, id): value for id, value in self.overrides.items()}
        self.played = {meant.renamed.get(id, id): played for id, played in self.played.items()}
        if not meant.same:
            self._tape = None
        self._compile()

    def _compile(self) -> None:
        """Make another simulator: a small one at once, a large one in a thread, while which nothing can be stepped."""
        circuit = self._document.circuit
        self._drop_goal()
        self.simulator = self.error = None
        self.tell_oscillation(None)
        if self._compiling is not None:
            self._compiling.cancel()
            self._compiling = None
        made = ahead.take(circuit, compiled)
        contents = circuit.contents()
        if made is None and unfolded_size(contents) > AT_ONCE:
            self._compiling = self._tasks.thread(
                tr("Getting ready to run"), lambda report: compiled(contents), self._compiled, stopped=self._given_up
            )
        self._take_over(made if made is not None or self._compiling is not None else compiled(contents))

    def _compiled(self, made: Simulator | CircuitError) -> None:
        self._compiling = None
        self._take_over(made)

    def _given_up(self) -> None:
        self._compiling = None
        self._take_over(CircuitError(tr("getting ready was cancelled; edit the circuit or open it again to run it")))

    @property
    def is_compiling(self) -> bool:
        """Whether another simulator is being made, beside the window."""
        return self._compiling is not None

    def _take_over(self, made: Simulator | CircuitError | None) -> None:
        if isinstance(made, Simulator):
            self.simulator = made
            self._carry_on(made)
        elif made is not None:
            self.error, self._tape = made, None
            self.pause()
        self.overrides = {id: value for id, value in self.overrides.items() if self._takes(id, value)}
        self.played = {
            id: played for id, played in self.played.items() if all(self._takes(id, value) for value in played.values)
        }
        self._look()
        self.compiled.emit()
        self.rewritten.emit(0)
        self.values_changed.emit()

    def _carry_on(self, made: Simulator) -> None:
        """Go on from where the run was before the edit; it keeps its past where the edit leaves that true."""
        if self._before is None:
            return
        (before, meant), self._before = self._before, None
        if meant.same:
            made.restore(before.snapshot())
        elif before.tick:
            made.carry_on(before, meant.renamed)
            self.said.emit(tr("The circuit was edited: the run goes on from tick {tick}").format(tick=before.tick))

    def _takes(self, id: str, value: float) -> bool:
        nodes = self._document.circuit.nodes
        if id not in nodes or nodes[id].kind != "input":
            return False
        return value in (0, 1) or nodes[id].parameters["domain"] == "real"

    def _look(self) -> None:
        if self.simulator is None:
            self.values = np.zeros(1)
        else:
            self.values = np.array(self.simulator.look(self.given), float)

    def _show(self) -> None:
        self._look()
        self.values_changed.emit()

    def signal(self, *path: str) -> int:
        """The number of a node's signal, for `values`; 0, silence, where nothing can run."""
        return 0 if self.simulator is None else self.simulator.net.find(path)

    def signals_in(self, path: tuple[str, ...]) -> Mapping[str, int]:
        """The signals of the nodes of the circuit, or of an instance, by id; none where nothing can run."""
        return {} if self.simulator is None else self.simulator.net.signals_in(path)

    def value(self, *path: str) -> float:
        """The value of a node, or of a port by (subcircuit, port)."""
        return float(self.values[self.signal(*path)])

    @property
    def walk(self) -> Walk | None:
        """The walk that the simulator takes; another one of a large net would take long to make."""
        return None if self.simulator is None else self.simulator.walk

    def values_at(self, tick: int) -> Sequence[float] | None:
        """The value of every signal at a tick that was reached; nothing moves. None where it was not made."""
        past, walk = self.snapshot(), self.walk
        if past is None or walk is None or not past.history.first <= tick < past.tick:
            return None
        at, state = past.history.before(tick)
        for passed in range(at, tick):
            state = walk.advance(walk.look(state, past.history.inputs_at(passed)))
        return walk.look(state, past.history.inputs_at(tick))

    # Inputs

    @property
    def given(self) -> dict[str, float]:
        """What inputs are given at the present tick: by hand, or from a sequence of this run."""
        return {**{id: played.value(self.tick) for id, played in self.played.items()}, **self.overrides}

    def toggle(self, id: str) -> None:
        """Press an input: 0 becomes 1, all else 0. One that plays a sequence is held, and let go again."""
        if self.simulator is None:
            return
        self._change_here()
        if id in self.overrides and (self._drive(id) is not None or id in self.played):
            del self.overrides[id]
        else:
            self.overrides[id] = int(self.value(id) == 0)
        self._show()

    def give(self, values: Mapping[str, float]) -> None:
        """Set inputs by hand; InputError for one that is not there or a value it does not take."""
        if self.simulator is None:
            return
        self.simulator.look(values)
        self._change_here()
        self.overrides.update(values)
        self._show()

    def play(self, id: str, values: Sequence[float], *, repeat: bool = False) -> None:
        """Have an input play a sequence from the present tick on, in this run only.

        A pulse is `[1]`, a clock `[0, 1]` repeated.
        """
        if self.simulator is None or not values:
            return
        for value in values:
            self.simulator.look({id: value})
        self._change_here()
        for known in (self.overrides, self._over):
            known.pop(id, None)
        self.played[id] = Played(tuple(values), repeat, self.tick)
        self._show()

    def release(self, id: str) -> None:
        """Let an input go: it plays what the circuit says, or is 0."""
        if self.simulator is None:
            return
        self._change_here()
        for known in (self.overrides, self.played, self._over):
            known.pop(id, None)
        if self._drive(id) is None:
            self.overrides[id] = 0  # the simulator would hold the last value
        self._show()

    def _drive(self, id: str) -> Drive | None:
        drive: Drive | None = self._document.circuit.node(id).parameters["drive"]
        return drive

    def _change_here(self) -> None:
        """From here on the run is another one: what was recorded after this tick is given up."""
        if self._tape is not None:
            self._drop_goal()
            self._tape = None
            self.rewritten.emit(self.tick)
            self.state_changed.emit()

    # Time

    @property
    def tick(self) -> int:
        """The tick that is shown."""
        return 0 if self.simulator is None else self.simulator.tick

    @property
    def latest(self) -> int:
        """The last tick that has been reached; later than `tick` after going back."""
        return self.tick if self._tape is None else self._tape.end.tick

    @property
    def first(self) -> int:
        """The earliest tick that can be gone back to: 0, or that of the last edit which made another circuit of it."""
        return 0 if self.simulator is None else self.simulator.first

    @property
    def is_replaying(self) -> bool:
        """Whether an earlier tick is shown, with what was recorded after it at hand."""
        return self._tape is not None

    @property
    def is_working(self) -> bool:
        """Whether ticks are being made towards a goal, slice by slice."""
        return self._goal is not None

    @property
    def is_settling(self) -> bool:
        """Whether they are made until nothing changes any more."""
        return self._lap is not None

    @property
    def way(self) -> tuple[int, int] | None:
        """The ticks at which the way to the goal began and at which it ends; None without a goal."""
        return None if self._goal is None else (self._start, self._goal)

    def step(self) -> None:
        """Make one tick, or show the next one of those that were recorded."""
        if self.simulator is not None:
            self._drop_goal()
            stop = self._tick_once()
            self._show()
            if stop:
                self._stop()

    def advance(self, ticks: int) -> None:
        """Make many ticks, in slices that leave the window alive."""
        if self.simulator is not None and ticks > 0:
            self.pause()
            self._head_for(self.tick + ticks, watchful=True)

    def settle(self, most: int = MAX_TICKS) -> None:
        """Hold the inputs still, and make ticks until nothing changes any more, or the state comes back."""
        if self.simulator is not None:
            self.pause()
            self._change_here()
            held = {id: self.value(id) for id in self.simulator.inputs}
            self.played, self.overrides = {}, held
            self._lap = Lap(self.simulator.state)
            self._head_for(self.tick + most)

    def tell_oscillation(self, error: OscillationError | None) -> None:
        """Keep what somebody has found to go on for ever; None forgets it."""
        if error is not self.oscillation:
            self.oscillation = error
            self.oscillated.emit()

    def back(self) -> None:
        """Show the tick before, with the inputs that it had."""
        if self.simulator is not None and self.tick > self.first:
            self.seek(self.tick - 1)

    def seek(self, tick: int) -> None:
        """Show any tick from the first to the latest, with the inputs that it had."""
        if self.simulator is None:
            return
        self.pause()
        self._goal = None
        tick = min(max(tick, self.first), self.latest)
        if self._tape is None and tick < self.tick:
            self._tape = _Tape(self.simulator.snapshot(), dict(self.overrides))
        if self._tape is not None and not 0 <= tick - self.tick <= _NEAR:
            start = self._tape.end.history.before(tick)[0] if tick < self._tape.end.tick else tick
            self.simulator.restore(self._tape.end)
            self.simulator.go_to(start)
        self._arrive()
        self._head_for(tick)

    def _head_for(self, tick: int, *, watchful: bool = False) -> None:
        self._start, self._goal, self._watchful = self.tick, tick, watchful
        self._go_on()
        if self._goal is not None:
            self._timer.start()
        self.state_changed.emit()

    def _go_on(self) -> None:
        """Ticks until the goal, a stop rule, or the end of the budget."""
        began, stop = time.perf_counter(), False
        while self._goal is not None and self.tick < self._goal and not stop:
            before = self.simulator.state if self.simulator is not None else None
            stop = self._tick_once() and self._watchful
            if self._lap is not None and self._is_settled(before):
                break
            if time.perf_counter() - began > BUDGET:
                break
        if stop or self._goal is None or self.tick >= self._goal:
            if self._lap is not None and self._goal is not None:
                self.said.emit(tr("Not settled after {count} ticks").format(count=f"{self.tick - self._start:,}"))
            self._goal = self._lap = None
            self._timer.stop()
        self._show()
        if stop:
            self._stop()

    def _drop_goal(self) -> None:
        """Go to no goal any more; a clock that ticks goes on ticking."""
        if self._goal is not None:
            self._goal = self._lap = None
            self._timer.stop()
            self.state_changed.emit()

    def _is_settled(self, before: object) -> bool:
        """Whether there is nothing more to come: all is at rest, or the state has come back."""
        assert self.simulator is not None
        assert self._lap is not None
        state = self.simulator.state
        at_rest = state == before
        if not at_rest and not self._lap.came_back(state):
            return False
        self._goal = None
        if at_rest:
            self.said.emit(tr("At rest at tick {tick}").format(tick=f"{self.tick:,}"))
        else:
            self.came_back.emit(self._lap.length)
        return True

    def _stop(self) -> None:
        self.pause()
        self.stopped.emit()

    def _tick_once(self) -> bool:
        """One tick forward; whether a stop rule is true there."""
        assert self.simulator is not None
        self.simulator.step(self.given)
        if self._tape is None:
            self._end_sequences()
        self._arrive()
        if not self.stop_rules:
            return False
        found = self.simulator.look(self.given)
        return any(rule(found) for rule in self.stop_rules)

    def _end_sequences(self) -> None:
        for id in [id for id, played in self.played.items() if played.is_over(self.tick)]:
            self._over[id] = self.played.pop(id)
            if self._drive(id) is None:
                self.overrides.setdefault(id, 0)  # the simulator would hold the last value

    def _arrive(self) -> None:
        """Have the inputs of a recorded tick; at the end of the recording go on with those of the present."""
        if self._tape is None or self.simulator is None:
            return
        tick = self.tick
        if tick >= self._tape.end.tick:
            self.overrides, self._tape = dict(self._tape.overrides), None
            return
        applied = zip(self.simulator.inputs, self._tape.end.history.inputs_at(tick), strict=True)
        self.overrides = {id: value for id, value in applied if self._otherwise(id) != value}

    def _otherwise(self, id: str) -> float | None:
        """What an input gets at this tick when it is not set by hand."""
        if id in self.played:
            return self.played[id].value(self.tick)
        drive = self._drive(id)
        return None if drive is None else drive.symbol(self.tick)

    def inputs_at(self, tick: int) -> tuple[float, ...]:
        """The inputs that were applied at a tick before `latest`."""
        assert self.simulator is not None
        if self._tape is not None:
            return self._tape.end.history.inputs_at(tick)
        return tuple(self.simulator.inputs_at(tick).values())

    def snapshot(self) -> Snapshot | None:
        """The whole run up to `latest`."""
        if self.simulator is None:
            return None
        return self.simulator.snapshot() if self._tape is None else self._tape.end

    def reset(self, *, replay: bool = False) -> None:
        """Tick 0, everything silent, inputs let go; `replay` has the sequences of this run begin anew."""
        if self.simulator is None:
            return
        self.pause()
        self.simulator.reset()
        self._tape = self._goal = None
        anew = {
            id: Played(played.values, played.repeat)
            for id, played in {**self._over, **self.played}.items()
            if replay and played.values != (1,) and all(self._takes(id, value) for value in played.values)
        }  # a pulse is a press, and no sequence
        self.overrides, self.played, self._over = {}, anew, {}
        self.rewritten.emit(0)
        self._show()

    def restore(self, snapshot: Snapshot, overrides: Mapping[str, float], played: Mapping[str, Played]) -> None:
        """Go to a state of this run, its past included."""
        if self.simulator is None:
            return
        self.simulator.restore(snapshot)
        self.pause()
        self._tape = self._goal = None
        self.overrides, self.played = dict(overrides), dict(played)
        self.rewritten.emit(0)
        self._show()

    # The clock

    @property
    def running(self) -> bool:
        """Whether the clock is ticking."""
        return self._timer.isActive() and self._goal is None

    @property
    def rate(self) -> float:
        """Ticks a second, as chosen."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        self._rate = min(max(rate, SLOWEST), FASTEST)
        self._pace.forget()
        self.state_changed.emit()

    @property
    def true_rate(self) -> float | None:
        """Ticks a second, as measured over about the last second; None until there is something to measure."""
        return self._pace.measured

    def start(self) -> None:
        """Let the clock tick."""
        if (self.simulator is None and not self.is_compiling) or self.running:
            return
        self._goal = None
        self._pace.begin(time.perf_counter())
        self._timer.start()
        self.state_changed.emit()

    def pause(self) -> None:
        """Stop the clock; the tick stays."""
        self._goal = self._lap = None
        if self._timer.isActive():
            self._timer.stop()
            self._pace.forget()
            self.state_changed.emit()

    def _frame(self) -> None:
        """As many ticks as are due and fit the budget; those that do not fit are not made up for."""
        if self.simulator is None:
            return
        now = time.perf_counter()
        if self._goal is not None:
            self._go_on()
            self.state_changed.emit()
            return
        self._pace.fall_due(now, self._rate)
        made, stop = 0, False
        while self._pace.take() and not stop:
            stop = self._tick_once()
            made += 1
            if time.perf_counter() - now > BUDGET:
                self._pace.let_go()
                break
        if made:
            self._pace.measure(now, made, self._rate)
            self.state_changed.emit()
            self._show()
        if stop:
            self._stop()
