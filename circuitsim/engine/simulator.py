"""The clock: a circuit stepped through time, forwards and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim import collector
from circuitsim.engine import values
from circuitsim.engine.clock.compiled import Compiled, compiled, worth
from circuitsim.engine.history import Applied, History
from circuitsim.engine.levels import fastest_walk
from circuitsim.engine.net import LARGEST, Net, Path
from circuitsim.engine.packing import pack
from circuitsim.engine.recording import Recorder, Recording
from circuitsim.engine.stimulus import Stimulus
from circuitsim.engine.streams import run_streams
from circuitsim.engine.walk import State
from circuitsim.errors import HistoryError, InputError
from circuitsim.progress import Progress, silent
from circuitsim.records import Contents
from circuitsim.sentences import Sentence
from circuitsim.store import Store

ClockEngine = Literal["auto", "compiled", "reference"]
WATCH_ALL = 100_000_000
"""Up to how many values a run without `watch` records every node."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole state of a simulator at a tick, its past included."""

    tick: int
    state: State
    held: Applied
    history: History


class Simulator:
    """Steps a circuit through time.

    A step at tick t applies the inputs of t, reports the values at t, then moves on to t + 1. An
    input that is not given plays its drive, or else holds its value.

    Parameters
    ----------
    circuit : Circuit
        Later edits do not reach the simulator; make another one.
    largest : int
        The most nodes that the circuit may unfold to.
    engine : {"auto", "compiled", "reference"}
        What makes the ticks of a run; all give the same bits. "auto" takes compiled loops where the work is
        worth loading them and all values are 0 and 1, else the walk.

    Examples
    --------
    >>> import circuitsim as cs
    >>> c = cs.Circuit("memory")
    >>> c.add_output("y", c.add_delay("d", c.add_input("x")))
    'y'
    >>> sim = cs.Simulator(c)
    >>> sim.step(x=1), sim.step(), sim.back(), sim.tick
    ({'y': 0}, {'y': 1}, {'y': 1}, 1)
    """

    recording: type[Recording] = Recording

    def __init__(self, circuit: Store | Contents, *, largest: int = LARGEST, engine: ClockEngine = "auto") -> None:
        if engine not in ("auto", "compiled", "reference"):
            raise InputError(f"the engine must be 'auto', 'compiled' or 'reference', not {engine!r}")
        self._engine = engine
        with collector.held():
            self.net = Net(circuit, largest)
            self.walk = fastest_walk(self.net)
        self.inputs, self.outputs = self.net.input_ids, self.net.output_ids
        self.reset()

    @property
    def tick(self) -> int:
        """The tick that the next step makes; 0 after a reset."""
        return self._tick

    @property
    def first(self) -> int:
        """The earliest tick that can be gone back to: 0, or where `carry_on` began."""
        return self._history.first

    @property
    def state(self) -> State:
        """What the values of the present tick follow from, besides the inputs."""
        return self._state

    @property
    def held(self) -> dict[str, float]:
        """What each input holds, from the last step."""
        return dict(zip(self.inputs, self._held, strict=True))

    def reset(self) -> None:
        """Go to tick 0 with everything silent, delays at their `initial`, inputs cleared, and no past."""
        self._tick = 0
        self._state = self.walk.start()
        self._held: Applied = (0,) * len(self.inputs)
        self._history = History()

    def step(self, given: Mapping[str, Any] | None = None, /, **named: Any) -> dict[str, float]:
        """Make one tick, and return the outputs at it."""
        return self._named_outputs(self._advance(self._applied(given, named)))

    def peek(self, given: Mapping[str, Any] | None = None, /, **named: Any) -> dict[str, float]:
        """The outputs that `step` would return, without moving on."""
        return self._named_outputs(self.look(given, **named))

    def look(self, given: Mapping[str, Any] | None = None, /, **named: Any) -> Sequence[float]:
        """The value of every signal of `net` at the present tick, without moving on."""
        return self.walk.look(self._state, self._applied(given, named))

    def back(self) -> dict[str, float]:
        """Take the last step back: tick, state and held inputs are as before it.

        Returns
        -------
        dict
            The outputs at the tick gone back to, as its step reported them.

        Raises
        ------
        HistoryError
            At tick 0, or where `carry_on` began.
        """
        if self._tick == self.first:
            raise HistoryError(
                Sentence("this is tick {tick}, where the run begins; there is nothing to go back to", tick=self._tick)
            )
        tick = self._tick - 1
        applied = self._history.inputs_at(tick)
        self._go_to(tick)
        return self._named_outputs(self.walk.look(self._state, applied))

    def go_to(self, tick: int) -> None:
        """Go back to an earlier tick, as if the steps from there on had not been made."""
        if not self.first <= values.ticks_of(tick) <= self._tick:
            raise self._not_in_the_past(tick)
        if tick < self._tick:
            self._go_to(tick)

    def inputs_at(self, tick: int) -> dict[str, float]:
        """The inputs that were applied at an earlier tick."""
        if not self.first <= values.ticks_of(tick) < self._tick:
            raise self._not_in_the_past(tick)
        return dict(zip(self.inputs, self._history.inputs_at(tick), strict=True))

    def _not_in_the_past(self, tick: int) -> HistoryError:
        reached = Sentence("the run has reached tick {tick}", tick=self._tick)
        if self.first:
            reached = Sentence("the run goes from tick {first} to tick {tick}", first=self.first, tick=self._tick)
        return HistoryError(Sentence("tick {tick} is not in the past: {reached}", tick=tick, reached=reached))

    def carry_on(self, other: Simulator, renamed: Mapping[str, str] | None = None) -> None:
        """Go on from where the simulator of the circuit before an edit is.

        It is at the same tick. A node that was there already, and is of the same kind, keeps its value where it
        can take it; an input goes on holding what it held. All else begins as at tick 0. The ticks before
        were another circuit's: they cannot be gone back to.

        Parameters
        ----------
        other : Simulator
            Of the circuit before the edit.
        renamed : dict, optional
            New ids of nodes by their old ones.

        Examples
        --------
        >>> import circuitsim as cs
        >>> c = cs.Circuit("memory")
        >>> c.add_output("y", c.add_delay("d", c.add_input("x")))
        'y'
        >>> before = cs.Simulator(c)
        >>> before.step(x=1)
        {'y': 0}
        >>> _ = c.add_output("z", "d")
        >>> sim = cs.Simulator(c)
        >>> sim.carry_on(before)
        >>> sim.tick, sim.step()
        (1, {'y': 1, 'z': 1})
        """
        ids = renamed or {}
        values_of, net = other.look(), self.net
        known: dict[Path, tuple[str, float]] = {}
        for signal in (*other.net.gates, *other.net.delays):
            first, *rest = other.net.path(signal)
            known[(ids.get(first, first), *rest)] = other.net.kinds[signal].name, values_of[signal]
        state = list(self.walk.start())
        for k, keeper in enumerate(net.keepers):
            kind, value = known.get(net.path(keeper), ("", 0))
            if kind == net.kinds[keeper].name and net.ranges[keeper].takes(value):
                state[k] = value
        held = {ids.get(id, id): value for id, value in other.held.items()}
        self._held = tuple(
            held[id] if id in held and net.ranges[signal].takes(held[id]) else 0
            for id, signal in zip(self.inputs, net.inputs, strict=True)
        )
        self._tick, self._state, self._history = other.tick, tuple(state), History(other.tick)

    def snapshot(self) -> Snapshot:
        """The whole state, for `restore`."""
        return Snapshot(self._tick, self._state, self._held, self._history.copy())

    def restore(self, snapshot: Snapshot) -> None:
        """Go to a snapshot, its past included."""
        if len(snapshot.state) != len(self._state) or len(snapshot.held) != len(self.inputs):
            raise HistoryError(Sentence("this snapshot is of another circuit; take a new one"))
        self._tick, self._state, self._held = snapshot.tick, snapshot.state, snapshot.held
        self._history = snapshot.history.copy()

    def run(
        self,
        ticks: int | None = None,
        stimulus: Any = None,
        watch: Iterable[str | Path] | None = None,
        *,
        progress: Progress = silent,
    ) -> Any:
        """Make many ticks from the present one, and return what the watched nodes did.

        Parameters
        ----------
        ticks : int, optional
            How many; as many as the stimulus has where left out.
        stimulus : dict or array, optional
            By input a string like `"0101"` or a list of values (a shorter one ends in 0), or an array
            of shape (ticks, n_inputs). An input that is not given plays its drive, or is 0.
        watch : iterable of str or tuple, optional
            Ids and paths; every node where left out, or the outputs alone above 10**8 values.
        progress : callable
            Is told the part that is done; what it raises ends the run at the tick that was reached.

        Returns
        -------
        Trace
        """
        ticks = self._length(ticks, stimulus)
        given = Stimulus(self.net, stimulus, ticks)
        signals, watched = self._watched(ticks, watch)
        recorder = Recorder(self.net, signals, ticks)
        start = self._tick
        fast = self._compiled(ticks)
        if fast is not None:
            self._play(fast, given, recorder, ticks, progress)
        else:
            for k, applied in enumerate(given.rows(start)):
                progress(k / ticks)
                recorder.add(self._advance(applied))
        return self.recording(self.net, start, ticks, recorder.columns(), watched)

    def run_many(self, streams: Any, *, progress: Progress = silent) -> NDArray[Any]:
        """Run many stimulus streams at once, each from reset; the simulator itself stays where it is.

        Parameters
        ----------
        streams : array of shape (n_streams, n_ticks, n_inputs)
            0 and 1, or any finite number for an input of domain "real".
        progress : callable
            Is told the part that is done; what it raises ends the run.

        Returns
        -------
        array of shape (n_streams, n_ticks, n_outputs)
            uint8 where all outputs are 0 or 1, int8 where some can be -1, else float64.

        Examples
        --------
        >>> import circuitsim as cs
        >>> c = cs.Circuit("memory")
        >>> c.add_output("y", c.add_delay("d", c.add_input("x")))
        'y'
        >>> cs.Simulator(c).run_many([[[1], [0], [1]], [[0], [1], [1]]])[:, :, 0].tolist()
        [[0, 1, 0], [0, 0, 1]]
        """
        return run_streams(self.net, streams, progress)

    def _compiled(self, ticks: int) -> Compiled | None:
        """What plays the net by compiled loops, where that can be and is worth it for so many ticks."""
        if self._engine == "reference" or not ticks or (self._engine == "auto" and not worth(self.net, ticks)):
            return None
        return self._fast

    @cached_property
    def _fast(self) -> Compiled | None:
        return compiled(self.net)

    def _play(self, fast: Compiled, given: Stimulus, recorder: Recorder, ticks: int, progress: Progress) -> None:
        state = np.array(self._state, np.uint8)
        start = self._tick
        try:
            for first in range(0, ticks, fast.block):
                progress(first / ticks)
                block = min(fast.block, ticks - first)
                words = given.words(start + first, first, block)
                self._history.record_block(start + first, block, state, words)
                state, trace = fast.play(state, words, block, recorder.signals)
                recorder.add_block(block, trace)
                self._tick += block
        finally:
            self._state = tuple(state.tolist())
            self._history.forget_from(self._tick)
            if self._tick > start:
                self._held = self._history.inputs_at(self._tick - 1)

    def _applied(self, given: Mapping[str, Any] | None, named: Mapping[str, Any]) -> Applied:
        applied = values.driven(self.net, self._tick, self._held)
        for number, value in values.numbered(self.net, given, named).items():
            applied[number] = values.one_value(self.net, number, value)
        return tuple(applied)

    def _advance(self, applied: Applied) -> list[float]:
        found = self.walk.look(self._state, applied)
        self._history.record(self._tick, self._state, applied)
        self._state = self.walk.advance(found)
        self._held = applied
        self._tick += 1
        return found

    def _go_to(self, tick: int) -> None:
        history = self._history
        at, state = history.before(tick)
        fast = self._compiled(tick - at)
        if fast is not None:
            state = tuple(fast.play(state, pack(history.bits_between(at, tick)), tick - at)[0].tolist())
            at = tick
        while at < tick:
            history.remember(at, state)
            state = self.walk.advance(self.walk.look(state, history.inputs_at(at)))
            at += 1
        self._held = history.inputs_at(tick - 1) if tick else (0,) * len(self.inputs)
        self._tick, self._state = tick, state
        history.forget_from(tick)

    def _named_outputs(self, found: Sequence[float]) -> dict[str, float]:
        return {
            id: values.plain(self.net, signal, found[signal])
            for id, signal in zip(self.outputs, self.net.outputs, strict=True)
        }

    def _length(self, ticks: int | None, stimulus: Any) -> int:
        if ticks is not None:
            return values.ticks_of(ticks)
        given = list(stimulus.values()) if isinstance(stimulus, Mapping) else [stimulus]
        lengths = [len(sequence) for sequence in given if hasattr(sequence, "__len__")]
        if not lengths:
            raise InputError("say how many ticks to run: run(100)")
        return max(lengths)

    def _watched(self, ticks: int, watch: Iterable[str | Path] | None) -> tuple[list[int], list[str | Path] | None]:
        if watch is not None:
            watched: list[str | Path] = [watch] if isinstance(watch, str) else list(watch)
            return [self.net.find(name) for name in watched], watched
        if len(self.net) * ticks <= WATCH_ALL:
            return list(range(len(self.net))), None
        return self.net.outputs, [(id,) for id in self.outputs]
