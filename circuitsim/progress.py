"""How long work tells how far it is, and how it is stopped.

What may take long takes a `progress`: it is called now and then with the part that is done, from 0 to 1, or
with None where there is nothing new to tell. Whatever it raises ends the work and comes out again: so work is
cancelled.
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[float | None], object]


def silent(part: float | None) -> None:
    """A progress that nobody follows."""


def within(progress: Progress, start: float, end: float) -> Progress:
    """The progress of a part of the work, which goes from `start` to `end` of the whole.

    >>> within(print, 0.5, 0.75)(0.5)
    0.625
    """

    def tell(part: float | None) -> None:
        progress(None if part is None else start + (end - start) * part)

    return tell
