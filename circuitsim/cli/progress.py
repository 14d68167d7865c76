"""A progress bar on a terminal's standard error; nothing where that is no terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType

WIDTH = 30


class Bar:
    """Shows how far something has come, at most ten times a second, and is gone when it ends.

    `after` is how many seconds pass before it shows at all.
    """

    def __init__(self, total: int, unit: str, *, after: float = 0.0) -> None:
        self._total, self._unit = max(1, total), unit
        self._shown = sys.stderr.isatty()
        self._next = time.monotonic() + after
        self._drawn = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def __call__(self, done: int, says: str = "") -> None:
        """Say how much is done."""
        if not self._shown or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + 0.1
        self._drawn = True
        full = WIDTH * min(done, self._total) // self._total
        line = f"[{'#' * full}{'.' * (WIDTH - full)}] {self._unit} {done:,} of {self._total:,}  {says}"
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
