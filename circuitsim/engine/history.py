"""What a run remembers, so that any earlier tick can be gone back to.

States are kept at checkpoints that lie further apart the longer the run is; inputs are kept where
they change. A state in between is walked to from the checkpoint before it.
"""

from __future__ import annotations

from bisect import bisect_right

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
    """The recorded past of a simulator. Tick t is recorded before the simulator moves on to t + 1."""

    def __init__(self) -> None:
        self._spacing = 1
        self._checkpoints: dict[int, Packed] = {}
        self._recent: dict[int, Packed] = {}
        self._changed: list[int] = []
        self._applied: list[Applied] = []

    def copy(self) -> History:
        """An independent copy; states and inputs, which never change, are shared."""
        twin = History()
        twin._spacing = self._spacing
        twin._checkpoints, twin._recent = dict(self._checkpoints), dict(self._recent)
        twin._changed, twin._applied = list(self._changed), list(self._applied)
        return twin

    def record(self, tick: int, state: State, applied: Applied) -> None:
        """Note the state at the beginning of a tick and the inputs applied in it."""
        if not self._applied or self._applied[-1] != applied:
            self._changed.append(tick)
            self._applied.append(applied)
        packed = _packed(state)
        self._keep_at_hand(tick, packed)
        if tick % self._spacing == 0:
            self._checkpoints[tick] = packed
            most = max(16, _VALUES // max(1, len(state)))
            if len(self._checkpoints) > most:
                self._spacing *= 2
                self._checkpoints = {t: s for t, s in self._checkpoints.items() if t % self._spacing == 0}

    def remember(self, tick: int, state: State) -> None:
        """Keep a state close at hand while it is among the last ones seen."""
        self._keep_at_hand(tick, _packed(state))

    def _keep_at_hand(self, tick: int, packed: Packed) -> None:
        self._recent[tick] = packed
        if len(self._recent) > _RECENT:
            del self._recent[next(iter(self._recent))]

    def inputs_at(self, tick: int) -> Applied:
        """The inputs applied at a recorded tick."""
        return self._applied[bisect_right(self._changed, tick) - 1]

    def before(self, tick: int) -> tuple[int, State]:
        """The last remembered tick that is not after this one, and its state."""
        start = tick // self._spacing * self._spacing
        recent = max((t for t in self._recent if t <= tick), default=-1)
        if recent >= start:
            return recent, tuple(self._recent[recent])
        return start, tuple(self._checkpoints[start])

    def forget_from(self, tick: int) -> None:
        """Drop a tick and all that came after it."""
        for states in (self._checkpoints, self._recent):
            for later in [t for t in states if t >= tick]:
                del states[later]
        keep = bisect_right(self._changed, tick - 1)
        del self._changed[keep:], self._applied[keep:]
