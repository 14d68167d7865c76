"""A net that is played by compiled loops, a block of ticks at a time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.clock.plan import Plan, plan
from circuitsim.engine.net import Net
from circuitsim.engine.words import Words

Mode = Literal["auto", "synchronous", "events"]

COLD, WARM = 2_000_000, 50_000
"""From how many values (nodes times ticks) compiled loops are worth loading, and using once they are loaded."""

_BLOCK = 1 << 20  # about how many values a block computes
_LONGEST = 1 << 14


def worth(net: Net, ticks: int) -> bool:
    """Whether so many ticks are done sooner with compiled loops, what it takes to load them included."""
    return len(net) * ticks >= (WARM if f"{__package__}.kernels" in sys.modules else COLD)


class Compiled:
    """Plays a net whose values are 0 and 1."""

    def __init__(self, layout: Plan, mode: Mode = "auto") -> None:
        from circuitsim.engine.clock import kernels

        self.plan = layout
        self.block = max(64, min(_LONGEST, _BLOCK // layout.size // 64 * 64))
        self._kernels = kernels
        self._mode = {"auto": kernels.AUTO, "synchronous": kernels.SYNCHRONOUS, "events": kernels.EVENTS}[mode]
        self._rows = (
            np.uint64(layout.rows), layout.runs, layout.sources, layout.tables, layout.starts, layout.synapses,
            layout.weights, layout.bias,
        )  # fmt: skip

    def play(
        self, state: Any, stimulus: Words, ticks: int, watch: Sequence[int] = ()
    ) -> tuple[NDArray[np.uint8], Words]:
        """Make ticks from a state.

        Parameters
        ----------
        state : array of uint8 or sequence of shape (n_keepers,)
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
        layout = self.plan
        values = layout.values(state)
        places = layout.place[np.array(watch, np.int64)]
        trace = np.zeros((len(places), -(-ticks // 64)), np.uint64)
        ends = places, np.ascontiguousarray(stimulus), ticks, trace, values
        readers = layout.readers if self._mode != self._kernels.SYNCHRONOUS else _NO_READERS
        if layout.net.timing == "settled":
            self._kernels.play_settled(self._mode, layout.inputs, *self._rows, *readers, layout.delays, *ends)
        else:
            self._kernels.play_unit(self._mode, layout.inputs, *self._rows, *readers, *ends)
        return values[layout.keepers], trace


_NO_READERS = np.zeros(1, np.int64), np.zeros(0, np.uint32)


def compiled(net: Net, mode: Mode = "auto") -> Compiled | None:
    """What plays a net by compiled loops, where its values allow that."""
    layout = plan(net)
    return None if layout is None else Compiled(layout, mode)
