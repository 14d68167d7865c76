"""How many ticks are due, and how many a second are really made."""

from __future__ import annotations

from collections import deque

_WINDOW = 1.0  # seconds over which the true rate is measured


class Pace:
    """Turns the time that passes into ticks that are due, and measures those that were made."""

    def __init__(self) -> None:
        self._owed = 0.0
        self._last = 0.0
        self._made: deque[tuple[float, int]] = deque()

    def begin(self, now: float) -> None:
        """Start: one tick is due at once."""
        self._owed, self._last = 1.0, now
        self._made.clear()

    def forget(self) -> None:
        """Nothing is due, and nothing was measured."""
        self._owed = 0.0
        self._made.clear()

    def fall_due(self, now: float, rate: float) -> None:
        """Count what has fallen due since the last time."""
        self._owed += (now - self._last) * rate
        self._last = now

    def take(self) -> bool:
        """Take one of the ticks that are due, where there is one."""
        if self._owed < 1:
            return False
        self._owed -= 1
        return True

    def let_go(self) -> None:
        """Ticks that did not fit are not made up for."""
        self._owed = min(self._owed, 1.0)

    def measure(self, now: float, made: int, rate: float) -> None:
        """Note that ticks were made."""
        span = max(_WINDOW, 4 / rate)
        self._made.append((now, made))
        while len(self._made) > 2 and now - self._made[0][0] > span:
            self._made.popleft()

    @property
    def measured(self) -> float | None:
        """Ticks a second over about the last second; None until there is something to measure."""
        if len(self._made) < 2 or self._made[-1][0] == self._made[0][0]:
            return None
        (first, _), (last, _) = self._made[0], self._made[-1]
        return sum(count for _, count in list(self._made)[1:]) / (last - first)
