"""A net that is played by compiled loops, a block of ticks at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.clock.plan import Plan, plan
from circuitsim.engine.lower.loops import has_numba
from circuitsim.engine.net import Net
from circuitsim.engine.packing import Words

Mode = Literal["auto", "synchronous", "events", "permute"]
Bits = NDArray[np.uint8]

COLD, WARM = 1_000_000, 20_000
"""From how many values (nodes times ticks) compiled loops are worth loading, and using once they are loaded."""

_FEWEST = 100  # ticks that are worth laying out a net
_BLOCK = 1 << 25  # about how many values and wide rows' synapses a block goes through: some hundredths of a second
_LONGEST = 1 << 16
_QUIET = 100  # where no more than one row in so many changes, events are quicker than permutations


def worth(net: Net, ticks: int) -> bool:
    """Whether so many ticks are done sooner with compiled loops, what it takes to load them included."""
    loaded = f"{__package__}.kernels" in sys.modules
    return ticks >= _FEWEST and len(net) * ticks >= (WARM if loaded else COLD)


@dataclass
class Quest:
    """How far a search for rest has come (Brent's method).

    Attributes
    ----------
    state, remembered : array or sequence of shape (n_keepers,)
        Of the present tick, and one that may come back.
    length, most : int
        How many ticks ago it was remembered, and after how many another one is.
    tick : int
    rests, cycles : bool
        Whether the state stays as it is; whether it is the remembered one, `length` ticks later.
    """

    state: Any
    remembered: Any
    length: int
    most: int
    tick: int
    rests: bool = False
    cycles: bool = False


class Compiled:
    """Plays a net whose values are 0 and 1.

    Attributes
    ----------
    block : int
        How many ticks are well played in one call: a multiple of 64, fewer where the net is large.
    """

    def __init__(self, layout: Plan, mode: Mode = "auto") -> None:
        from circuitsim.engine.clock import kernels
        from circuitsim.engine.clock.permute import LARGEST, SMALLEST, Lookups, usable

        self._plan = layout
        self.block = max(64, min(_LONGEST, _BLOCK // (layout.size + len(layout.synapses)) // 64 * 64))
        self._kernels = kernels
        self._mode = {"synchronous": kernels.SYNCHRONOUS, "events": kernels.EVENTS}.get(mode, kernels.AUTO)
        self._always = mode == "permute"
        suits = self._always or (mode == "auto" and SMALLEST <= layout.size <= LARGEST)
        self._lookups = Lookups(layout) if suits and usable(layout) else None
        self._changed = len(layout.tables)  # in the last tick
        self._rows = (
            np.uint64(layout.rows), layout.runs, layout.sources, layout.tables, layout.starts, layout.synapses,
            layout.weights, layout.bias,
        )  # fmt: skip

    def play(self, state: Sequence[float] | Bits, stimulus: Words, ticks: int, watch: Sequence[int] = ()) -> Any:
        """Make ticks from a state.

        Parameters
        ----------
        state : array or sequence of shape (n_keepers,)
        stimulus : array of uint64 of shape (n_inputs, n_words)
            Tick t is bit t % 64 of word t // 64.
        watch : sequence of int
            Signals.

        Returns
        -------
        state : array of uint8 of shape (n_keepers,)
            After the last tick.
        trace : array of uint64 of shape (n_watched, n_words)
        """
        layout = self._plan
        values = layout.values(state)
        places = layout.place[np.array(watch, np.int64)]
        trace = np.zeros((len(places), -(-ticks // 64)), np.uint64)
        ends = places, np.ascontiguousarray(stimulus), ticks, trace, values
        readers = layout.readers if self._mode != self._kernels.SYNCHRONOUS else _NO_READERS
        if layout.settled:
            self._kernels.play_settled(self._mode, layout.inputs, *self._rows, *readers, layout.delays, *ends)
        elif self._lookups is not None and (self._always or self._changed * _QUIET > len(layout.tables)):
            self._changed = self._lookups.play(values, stimulus, layout.inputs, ticks, places, trace)
        else:
            self._changed = self._kernels.play_unit(self._mode, layout.inputs, *self._rows, *readers, *ends)
        return values[layout.keepers], trace

    def lanes(self, streams: int, watch: Sequence[int]) -> Callable[[Words], Words]:
        """What goes on from reset with many streams at once, 64 to a word.

        It takes a stimulus of the shape (ticks, inputs, words) and gives what is watched, (ticks, watched, words).
        """
        from circuitsim.engine.clock.lanes import play_lanes

        layout = self._plan
        words = -(-streams // 64)
        values = np.repeat(-layout.values(layout.initial).astype(np.uint64)[:, None], words, axis=1)
        places = layout.place[np.array(watch, np.int64)]

        def play(stimulus: Words) -> Words:
            trace = np.zeros((len(stimulus), len(places), words), np.uint64)
            ends = layout.delays, places, np.ascontiguousarray(stimulus), trace, values
            play_lanes(layout.settled, layout.inputs, *self._rows, *ends)
            return trace

        return play

    def search(self, quest: Quest, inputs: Sequence[float], ticks: int) -> None:
        """Go on with a quest for rest, in unit-delay timing and with the inputs held, for at most so many ticks."""
        layout = self._plan
        now, then = layout.values(quest.state), layout.values(quest.remembered)
        for values in (now, then):
            values[layout.inputs : layout.inputs + len(inputs)] = inputs
        lap = np.array([quest.length, quest.most])
        made, why = self._kernels.rest_unit(*self._rows, now, then, lap, ticks)
        quest.state, quest.remembered = now[layout.keepers], then[layout.keepers]
        quest.length, quest.most = lap.tolist()
        quest.tick += made
        quest.rests, quest.cycles = why == self._kernels.RESTING, why == self._kernels.CYCLING


_NO_READERS = np.zeros(1, np.uint32), np.zeros(0, np.uint32), np.zeros((0, 4), np.uint32)
_known: WeakKeyDictionary[Net, Compiled | None] = WeakKeyDictionary()


def compiled(net: Net) -> Compiled | None:
    """What plays a net by compiled loops, where there is numba and its values allow that; made once for a net."""
    if net not in _known:
        layout = plan(net) if has_numba() else None
        _known[net] = None if layout is None else Compiled(layout)
    return _known[net]
