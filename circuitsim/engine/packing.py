"""Rows of patterns to words and back.

A pattern a row is what people have, a word of 64 patterns a signal is what runs; turning one into the other costs
more than running most circuits. Numpy does it well where the patterns of an input lie side by side; where the
inputs of a pattern do, loops compiled by numba are some five times faster, once numba is loaded.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.lower.loops import has_numba

Words = NDArray[np.uint64]
COMPILE_ABOVE, LOADED_ABOVE = 300_000_000, 50_000
"""From how many values compiled loops pay, where numba has to be loaded and where it is."""


def pack(bits: NDArray[Any]) -> Words:
    """Words of the truth of the last axis, filled up with 0.

    >>> pack(np.array([1, 0, 1])).tolist()
    [5]
    """
    count = bits.shape[-1]
    packed = np.packbits(bits.astype(bool, copy=False), axis=-1, bitorder="little")
    room = np.zeros((*bits.shape[:-1], -(-count // 64) * 8), np.uint8)
    room[..., : packed.shape[-1]] = packed
    return _little_endian(room.view(np.uint64))


def unpack(words: Words, count: int) -> NDArray[np.uint8]:
    """The first `count` bits of the last axis, as 0 and 1.

    >>> unpack(np.array([5], np.uint64), 4).tolist()
    [1, 0, 1, 0]
    """
    data = np.ascontiguousarray(_little_endian(words)).view(np.uint8)
    return np.unpackbits(data, axis=-1, count=count, bitorder="little")


def words_of(count: int) -> int:
    """How many words hold so many patterns."""
    return -(-count // 64)


def spread(rows: int, words: int) -> Words:
    """Room for rows of words, with a cache line between them where they would share few lines of the cache."""
    return np.zeros((rows, words + (words % 64 == 0) * 8), np.uint64)[:, :words]


def compiled_loops(values: int) -> bool:
    """Whether so many values are worth compiled loops, which are then loaded."""
    worth = values > (LOADED_ABOVE if "numba" in sys.modules else COMPILE_ABOVE) and has_numba() and _LITTLE
    if worth:
        _load()
    return worth


@cache
def _load() -> None:
    """Load the loops here, rather than in whichever thread needs them first: Ctrl-C may get lost while numba loads."""
    rows, words = np.zeros((64, 8), np.uint8), spread(8, 64)
    line, counts = np.zeros(64, np.uint64), np.zeros(8, np.int64)
    packing, sweeping = (import_module(f"circuitsim.engine.{name}_loops") for name in ("packing", "sweep"))
    packing.pack_rows(rows, words.view(np.uint8))
    packing.unpack_rows(words.view(np.uint8), rows)
    sweeping.draw(line[:8], line, words)
    sweeping.tally(words, line[:8], line, counts, counts)


def pack_rows(rows: NDArray[Any], compiled: bool) -> Words | None:
    """Words of a column each, from rows of 0 and 1; None where some value is another.

    >>> pack_rows(np.array([[1, 0], [1, 1]], np.uint8), False).tolist()
    [[3], [2]]
    """
    if rows.dtype.kind != "b" and not (rows.dtype.itemsize == 1 and rows.dtype.kind in "iu"):
        with np.errstate(invalid="ignore"):
            exact = rows.astype(np.uint8)
        if not np.array_equal(exact, rows):
            return None
        rows = exact
    data = rows.view(np.uint8)
    if compiled and data.flags.c_contiguous:
        found = spread(data.shape[1], words_of(len(data)))
        seen = import_module("circuitsim.engine.packing_loops").pack_rows(data, found.view(np.uint8))
        return found if seen <= 1 else None
    if rows.dtype.kind != "b" and data.size and data.max() > 1:
        return None
    return pack(data.view(bool).T)


def unpack_rows(words: Words, into: NDArray[np.uint8], compiled: bool) -> None:
    """The contrary: a row a pattern, into an array that is there."""
    if compiled and into.flags.c_contiguous and words.shape[0]:
        import_module("circuitsim.engine.packing_loops").unpack_rows(words.view(np.uint8), into)
    else:
        into[:] = unpack(words, len(into)).T


_LITTLE = sys.byteorder == "little"


def _little_endian(words: Words) -> Words:
    return words if _LITTLE else words.byteswap()
