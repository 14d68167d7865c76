"""What a run remembers, so that any earlier tick can be gone back to.

States are kept at checkpoints that lie further apart the longer the run is; inputs are kept where they
change, or as words of 64 ticks. A state in between is walked to from the checkpoint before it.
"""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.packing import Words, unpack
from circuitsim.engine.walk import State

Applied = tuple[float, ...]
_VALUES = 4_000_000  # how many numbers all checkpoints together may hold
_RECENT = 64
Packed = bytes | State


def _packed(state: State) -> Packed:
    """A state in a byte a number, where all are small whole numbers, as they nearly always are.

    >>> list(_packed((0, 1, 1))), _packed((0.5, 1)), _packed((-1,))
    ([0, 1, 1], (0.5, 1), (-1,))
    """
    try:
        return bytes(state)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return state


class History:
    """The recorded past of a simulator. Tick t is recorded before the simulator moves on to t + 1.

    Attributes
    ----------
    first : int
        The tick at which it begins.
    """

    def __init__(self, first: int = 0) -> None:
        self.first = first
        self._spacing = 1
        self._checkpoints: list[int] = []
        self._states: list[Packed] = []
        self._recent: dict[int, Packed] = {}
        self._changed: list[int] = []
        self._applied: list[Applied | Words] = []  # from those ticks on: the same all the time, or bits by tick

    def copy(self) -> History:
        """An independent copy; states and inputs, which never change, are shared."""
        twin = History(self.first)
        twin._spacing = self._spacing
        twin._checkpoints, twin._states, twin._recent = list(self._checkpoints), list(self._states), dict(self._recent)
        twin._changed, twin._applied = list(self._changed), list(self._applied)
        return twin

    def record(self, tick: int, state: State, applied: Applied) -> None:
        """Note the state at the beginning of a tick and the inputs applied in it."""
        self._note(tick, applied)
        packed = _packed(state)
        self._keep_at_hand(tick, packed)
        self._checkpoint(tick, packed)

    def record_block(self, tick: int, ticks: int, state: NDArray[np.uint8], words: Words) -> None:
        """Note the state at the beginning of many ticks, and the inputs applied in them: tick t of them is bit t."""
        constant = -(words[:, :1] & np.uint64(1))
        other = words ^ constant
        if ticks % 64 and len(other):
            other[:, -1] &= np.uint64((1 << ticks % 64) - 1)
        self._note(tick, words if other.any() else tuple((constant[:, 0] & np.uint64(1)).tolist()))
        self._checkpoint(tick, state.tobytes())

    def remember(self, tick: int, state: State) -> None:
        """Keep a state close at hand while it is among the last ones seen."""
        self._keep_at_hand(tick, _packed(state))

    def inputs_at(self, tick: int) -> Applied:
        """The inputs applied at a recorded tick."""
        number = bisect_right(self._changed, tick) - 1
        applied = self._applied[number]
        if isinstance(applied, tuple):
            return applied
        ago = tick - self._changed[number]
        bits = applied[:, ago // 64] >> np.uint64(ago % 64) & np.uint64(1)
        return tuple(bits.tolist())

    def bits_between(self, start: int, end: int) -> NDArray[np.uint8]:
        """The inputs applied from a tick up to another, all of them bits, of shape (n_inputs, end - start)."""
        found: list[NDArray[np.uint8]] = []
        for number in range(bisect_right(self._changed, start) - 1, bisect_right(self._changed, end - 1)):
            begins, applied = self._changed[number], self._applied[number]
            first = max(start, begins) - begins
            last = min([end, *self._changed[number + 1 : number + 2]]) - begins
            if isinstance(applied, tuple):
                found.append(np.repeat(np.array(applied, np.uint8)[:, None], last - first, axis=1))
            else:
                found.append(unpack(applied, last)[:, first:])
        return np.concatenate(found, axis=1)

    def before(self, tick: int) -> tuple[int, State]:
        """The last remembered tick that is not after this one, and its state."""
        number = bisect_right(self._checkpoints, tick) - 1
        recent = max((t for t in self._recent if t <= tick), default=-1)
        if recent >= self._checkpoints[number]:
            return recent, tuple(self._recent[recent])
        return self._checkpoints[number], tuple(self._states[number])

    def forget_from(self, tick: int) -> None:
        """Drop a tick and all that came after it."""
        for later in [t for t in self._recent if t >= tick]:
            del self._recent[later]
        keep = bisect_right(self._checkpoints, tick - 1)
        del self._checkpoints[keep:], self._states[keep:]
        keep = bisect_right(self._changed, tick - 1)
        del self._changed[keep:], self._applied[keep:]

    def _note(self, tick: int, applied: Applied | Words) -> None:
        last = self._applied[-1] if self._applied else None
        if not (isinstance(last, tuple) and isinstance(applied, tuple) and last == applied):
            self._changed.append(tick)
            self._applied.append(applied)

    def _keep_at_hand(self, tick: int, packed: Packed) -> None:
        self._recent[tick] = packed
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def _checkpoint(self, tick: int, packed: Packed) -> None:
        if self._checkpoints and tick < self._checkpoints[-1] + self._spacing:
            return
        self._checkpoints.append(tick)
        self._states.append(packed)
        if len(self._checkpoints) > max(16, _VALUES // max(1, len(packed))):
            self._spacing *= 2
            kept = [0]
            for number, at in enumerate(self._checkpoints):
                if at >= self._checkpoints[kept[-1]] + self._spacing:
                    kept.append(number)
            self._checkpoints = [self._checkpoints[number] for number in kept]
            self._states = [self._states[number] for number in kept]
