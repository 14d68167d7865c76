"""Work in pieces over threads, with progress, stopped cleanly.

Numpy and machine code leave Python's lock to others, so threads use all cores. Results come in the order
of the pieces, whatever thread they were made in: so what is made of them is the same on any number of threads.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TYPE_CHECKING, TypeVar

from circuitsim.errors import InputError
from circuitsim.progress import Progress, silent

if TYPE_CHECKING:
    from concurrent.futures import Future

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def count(threads: int | None) -> int:
    """How many threads: all cores that this process may use, where it is left open.

    >>> count(3)
    3
    """
    if threads is None:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if isinstance(threads, bool) or not isinstance(threads, int) or threads < 1:
        raise InputError(f"the number of threads must be 1 or more, not {threads!r}")
    return threads


def in_order(
    pieces: Iterable[Piece],
    work: Callable[[Piece], Result],
    threads: int | None = None,
    progress: Progress = silent,
) -> Iterator[Result]:
    """The results of all pieces.

    Parameters
    ----------
    threads : int, optional
        How many work side by side; all cores where it is left out.
    progress : callable
        Is told the part that is done, where the number of pieces is known; what it raises ends the work, once
        the pieces that have begun are finished.

    Examples
    --------
    >>> list(in_order([1, 2, 3], lambda piece: piece * piece, 2))
    [1, 4, 9]
    """
    total = len(pieces) if isinstance(pieces, Sized) else None
    workers = count(threads) if total is None else min(count(threads), total)

    def tell(done: int) -> None:
        progress(None if total is None else done / total)

    if workers <= 1:
        for k, piece in enumerate(pieces):
            tell(k)
            yield work(piece)
        return
    from concurrent.futures import ThreadPoolExecutor  # what runs in one thread starts sooner without

    with ThreadPoolExecutor(workers) as pool:
        waiting: deque[Future[Result]] = deque()
        done = 0
        try:
            for piece in pieces:
                waiting.append(pool.submit(work, piece))
                if len(waiting) > 2 * workers:
                    tell(done)
                    yield waiting.popleft().result()
                    done += 1
            while waiting:
                tell(done)
                yield waiting.popleft().result()
                done += 1
        finally:
            for future in waiting:
                future.cancel()
