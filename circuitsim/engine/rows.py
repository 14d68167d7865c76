"""Many patterns through an executor, block by block, over threads."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import parallel, values
from circuitsim.engine.lowered import Executor
from circuitsim.engine.net import Net
from circuitsim.engine.packing import Words, compiled_loops, pack_rows, spread, unpack_rows, words_of
from circuitsim.errors import TooLargeError
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence

BLOCK = 1 << 16
"""Patterns of a block of rows: their words stay in the cache."""
PACKED_BLOCK = 1 << 13
"""Words of a block of packed patterns."""


def run_rows(
    net: Net,
    executor: Executor,
    patterns: NDArray[Any],
    threads: int | None = None,
    progress: Progress = silent,
) -> NDArray[np.uint8]:
    """A row of outputs for each row of inputs, all of them 0 or 1; column by column where the inputs are so."""
    count, width = len(patterns), len(net.outputs)
    by_column = patterns.flags.f_contiguous and not patterns.flags.c_contiguous
    try:
        out = np.empty((width, count), np.uint8).T if by_column else np.empty((count, width), np.uint8)
    except MemoryError:
        raise TooLargeError(
            Sentence(
                "the results of {count:,} patterns take {size:.1f} GB, more than there is; take them block by block "
                "(run_blocks, or batch)",
                count=count,
                size=count * width / 1e9,
            )
        ) from None
    compiled = compiled_loops(patterns.size + out.size)

    def run(start: int) -> None:
        end = start + BLOCK
        run_block(net, executor, patterns[start:end], start, out[start:end], compiled)

    for _ in parallel.in_order(range(0, count, BLOCK), run, threads, progress):
        pass
    return out


def run_block(
    net: Net, executor: Executor, rows: NDArray[Any], first: int, out: NDArray[np.uint8], compiled: bool
) -> None:
    """Fill `out` for the rows from number `first` on."""
    words = pack_rows(rows, compiled)
    if words is None:
        values.checked_block(net, rows, first)  # says which value it is
        raise AssertionError("a value that cannot be packed passed the check")
    found = spread(len(net.outputs), words_of(len(rows)))
    executor.run(words, found)
    unpack_rows(found, out, compiled)


def run_packed(
    executor: Executor, words: Words, out: Words, threads: int | None = None, progress: Progress = silent
) -> None:
    """Words of the outputs for words of the inputs."""

    def run(start: int) -> None:
        executor.run(words[:, start : start + PACKED_BLOCK], out[:, start : start + PACKED_BLOCK])

    for _ in parallel.in_order(range(0, out.shape[1], PACKED_BLOCK), run, threads, progress):
        pass
