"""Results reduced where they are made, so that any number of them takes no memory.

Two pieces that follow each other are joined by `then`: so the result is the same however the work was cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.packing import Words, words_of
from circuitsim.engine.patterns import GOLDEN, mixed

_ONE, _ROW = np.uint64(1), np.uint64(0xD1342543DE82EF95)


def ones(words: Words) -> NDArray[np.int64]:
    """How many bits of each row are set.

    >>> ones(np.array([[7, 1], [0, 0]], np.uint64)).tolist()
    [4, 0]
    """
    if hasattr(np, "bitwise_count"):
        counts = np.bitwise_count(words)
    else:  # before numpy 2
        counts = np.unpackbits(np.ascontiguousarray(words).view(np.uint8), axis=1)
    found: NDArray[np.int64] = counts.sum(axis=1, dtype=np.int64)
    return found


def masked(words: Words, patterns: int) -> Words:
    """The words with all but the first `patterns` bits cleared (in place)."""
    whole, rest = divmod(patterns, 64)
    if rest:
        words[:, whole] &= np.uint64((1 << rest) - 1)
        whole += 1
    words[:, whole:] = 0
    return words


@dataclass
class Tally:
    """What outputs did over many patterns.

    Attributes
    ----------
    patterns : int
        How many there were.
    ones : array of int64
        How often each output was 1.
    toggles : array of int64
        How often each output changed from a pattern to the next.
    signature : int
        64 bits that depend on every value and its place: equal runs have equal ones, others hardly ever.
    """

    patterns: int
    ones: NDArray[np.int64]
    toggles: NDArray[np.int64]
    signature: int
    _first: NDArray[np.bool_]
    _last: NDArray[np.bool_]

    @classmethod
    def of(cls, found: Words, first: int, patterns: int, compiled: bool = False) -> Tally:
        """The tally of words from number `first` on, of which so many patterns count."""
        words = masked(found, patterns)[:, : words_of(patterns)]
        end = np.uint64((patterns - 1) % 64)
        last = words[:, -1]
        rest = ones(((last ^ last >> _ONE) & ((_ONE << end) - _ONE))[:, None])  # changes inside the last word
        with np.errstate(over="ignore"):
            rows = np.arange(1, len(words) + 1, dtype=np.uint64) * _ROW
            places = np.arange(first + 1, first + words.shape[1] + 1, dtype=np.uint64) * GOLDEN
        if compiled:
            counts, toggles = np.zeros((2, len(words)), np.int64)
            loops = import_module("circuitsim.engine.sweep_loops")
            signature = int(loops.tally(words, rows, places, counts, toggles))
        else:
            counts = ones(words)
            toggles = ones(words[:, :-1] ^ (words[:, :-1] >> _ONE | words[:, 1:] << np.uint64(63)))
            with np.errstate(over="ignore"):
                signature = int(mixed(words ^ (places + rows[:, None])).sum(dtype=np.uint64))
        start, stop = words[:, 0] & _ONE, last >> end & _ONE
        return cls(patterns, counts, toggles + rest, signature, start.astype(bool), stop.astype(bool))

    def then(self, other: Tally) -> Tally:
        """This and the one that follows it."""
        return Tally(
            self.patterns + other.patterns,
            self.ones + other.ones,
            self.toggles + other.toggles + (self._last != other._first),
            (self.signature + other.signature) % 2**64,
            self._first,
            other._last,
        )


@dataclass(frozen=True)
class Differences:
    """Where two circuits differ.

    Attributes
    ----------
    patterns : int
        How many were looked at.
    count : int
        In how many of them some output differs.
    first : int or None
        The number of the first of these.
    """

    patterns: int
    count: int
    first: int | None

    @classmethod
    def of(cls, found: Words, first: int, patterns: int) -> Differences:
        """From a single row that is 1 where they differ."""
        row = found[0]
        if not row.any():
            return cls(patterns, 0, None)
        masked(found, patterns)
        wrong = np.flatnonzero(row)
        if not len(wrong):
            return cls(patterns, 0, None)
        word = int(row[wrong[0]])
        lowest = (word & -word).bit_length() - 1
        return cls(patterns, int(ones(found)[0]), 64 * (first + int(wrong[0])) + lowest)

    def then(self, other: Differences) -> Differences:
        """This and the one that follows it."""
        first = other.first if self.first is None else self.first
        return Differences(self.patterns + other.patterns, self.count + other.count, first)
