"""Very many patterns, made here and reduced here, tile by tile, over threads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, Self, TypeVar

from circuitsim.engine import parallel
from circuitsim.engine.lowered import Executor
from circuitsim.engine.packing import Words, spread, words_of
from circuitsim.engine.patterns import Stimulus
from circuitsim.progress import Progress, silent

TILE = 2048
"""Words of a tile at the most: those of a few dozen inputs stay in the second cache."""
PIECE = 64
"""Tiles that a thread does at a time, at the most."""
MOMENT = 0.1
"""Seconds that a piece takes at the most: so often is progress told, and so soon is work stopped."""


class Reduced(Protocol):
    """What comes of a piece of the work."""

    def then(self, other: Self) -> Self:
        """This and what follows it."""


R = TypeVar("R", bound=Reduced)


def sweep(
    executor: Executor,
    outputs: int,
    stimulus: Stimulus,
    reduce: Callable[[Words, int, int], R],
    threads: int | None = None,
    progress: Progress = silent,
    stop: Callable[[R], bool] = lambda found: False,
    part: tuple[int, int] | None = None,
    pace: float = 0.0,
) -> R:
    """Run a stimulus and reduce what comes out.

    Parameters
    ----------
    reduce : callable
        Takes words of the outputs, the number of the first word, and how many patterns count.
    stop : callable
        Whether what came so far is enough.
    part : tuple of int, optional
        From which word to which, where it is not all; the first is a multiple of a tile.
    pace : float
        Seconds that a word is expected to take.
    """
    total = words_of(stimulus.patterns)
    tile = min(TILE, 1 << max(0, total - 1).bit_length())
    while tile > 8 and tile * pace > MOMENT:
        tile //= 2
    piece = tile * (min(PIECE, max(1, int(MOMENT / (tile * pace)))) if pace else PIECE)
    begin, end = part or (0, total)
    pieces = range(begin, end, piece)

    def run(start: int) -> R:
        given, found = stimulus.tile(tile), spread(outputs, tile)
        sofar: R | None = None
        for first in range(start, min(start + piece, end), tile):
            given.move(first)
            executor.run(given.words, found)
            some = reduce(found, first, min(64 * tile, stimulus.patterns - 64 * first))
            sofar = some if sofar is None else sofar.then(some)
        assert sofar is not None
        return sofar

    whole: R | None = None
    for found in parallel.in_order(pieces, run, threads, progress):
        whole = found if whole is None else whole.then(found)
        if stop(whole):
            break
    assert whole is not None  # there is at least one pattern
    return whole
