"""Patterns made where they are used, so that any number of them takes no memory.

Every pattern has a number, and what it is depends on that alone (and on a seed): work can be cut anywhere, over
threads or machines, and gives the same bits.

*Counting*: pattern p of n inputs is the number p in binary, the first input the most significant bit; the rows of a
truth table in their order.

*Random*: the words of input i are the outputs of the generator SplitMix64 (Steele, Lea and Flood 2014) from the
state that the seed's own generator gives as its output number i; word w holds the patterns 64 w to 64 w + 63.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.packing import Words, compiled_loops, spread, words_of

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_LOW = tuple(np.uint64(sum(((1 << (1 << k)) - 1) << at for at in range(1 << k, 64, 2 << k))) for k in range(6))
"""The word of counting's bit k, for the bits that change inside a word."""


def mixed(states: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's output for each state (in place)."""
    with np.errstate(over="ignore"):
        states ^= states >> np.uint64(30)
        states *= _FIRST
        states ^= states >> np.uint64(27)
        states *= _SECOND
        states ^= states >> np.uint64(31)
    return states


def splitmix64(state: int, first: int, count: int) -> NDArray[np.uint64]:
    """Outputs number `first` to `first + count - 1` of the generator that starts at a state.

    >>> [hex(word) for word in splitmix64(1234567, 0, 2).tolist()]
    ['0x599ed017fb08fc85', '0x2c73f08458540fa5']
    """
    numbers = np.arange(1, count + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        numbers += np.uint64(first & (2**64 - 1))
        numbers *= GOLDEN
        numbers += np.uint64(state & (2**64 - 1))
    return mixed(numbers)


class Tile(Protocol):
    """A piece of the stimulus that moves along; each thread has its own."""

    words: Words

    def move(self, first: int) -> None:
        """Hold the words from number `first` on, which is a multiple of the tile's length."""


class Stimulus(Protocol):
    """What gives the patterns."""

    inputs: int
    patterns: int

    def tile(self, words: int) -> Tile:
        """A tile of so many words, a power of two."""

    def pattern(self, number: int) -> list[int]:
        """One pattern."""


class Counting:
    """All 2**inputs patterns."""

    def __init__(self, inputs: int) -> None:
        self.inputs, self.patterns = inputs, 1 << inputs

    def tile(self, words: int) -> Tile:
        """A tile of so many words, a power of two."""
        return _Counted(self.inputs, words)

    def pattern(self, number: int) -> list[int]:
        """Pattern `number`, a bit an input."""
        return [number >> k & 1 for k in reversed(range(self.inputs))]


class _Counted:
    """Rows below `_fixed` never change: they have whole periods in a tile."""

    def __init__(self, inputs: int, words: int) -> None:
        self.words = spread(inputs, words)
        numbers = np.arange(words, dtype=np.uint64)
        self._moving: list[tuple[int, int]] = []  # row, and which bit of the tile's number it shows
        self._shown = 0
        for row in range(inputs):
            bit = inputs - 1 - row
            if bit < 6:
                self.words[row] = _LOW[bit]
            elif 1 << (bit - 6) < words:
                self.words[row] = np.where(numbers >> np.uint64(bit - 6) & np.uint64(1), _ALL, 0)
            else:
                self._moving.append((row, bit - 6))

    def move(self, first: int) -> None:
        changed = first ^ self._shown
        for row, bit in self._moving:
            if changed >> bit & 1:
                self.words[row] = _ALL if first >> bit & 1 else 0
        self._shown = first


class Random:
    """So many patterns of a seed."""

    def __init__(self, inputs: int, patterns: int, seed: int = 0) -> None:
        self.inputs, self.patterns = inputs, patterns
        self._states = splitmix64(seed, 0, inputs)
        self._compiled = compiled_loops(inputs * patterns)

    def tile(self, words: int) -> Tile:
        """A tile of so many words."""
        return _Drawn(self._states, words, self._compiled)

    def pattern(self, number: int) -> list[int]:
        """Pattern `number`, a bit an input."""
        tile = self.tile(1)
        tile.move(number // 64)
        return [int(word) >> number % 64 & 1 for word in tile.words[:, 0]]

    def all(self) -> Words:
        """All words at once, for those who want to hold them."""
        tile = self.tile(words_of(self.patterns))
        tile.move(0)
        return tile.words


class _Drawn:
    def __init__(self, states: NDArray[np.uint64], words: int, compiled: bool) -> None:
        self.words = spread(len(states), words)
        self._states, self._compiled = states, compiled
        with np.errstate(over="ignore"):
            self._steps = np.arange(1, words + 1, dtype=np.uint64) * GOLDEN

    def move(self, first: int) -> None:
        with np.errstate(over="ignore"):
            starts = self._states + np.uint64(first & (2**64 - 1)) * GOLDEN
            if self._compiled:
                import_module("circuitsim.engine.sweep_loops").draw(starts, self._steps, self.words)
                return
            np.add(self._steps, starts[:, None], out=self.words)
        mixed(self.words)
