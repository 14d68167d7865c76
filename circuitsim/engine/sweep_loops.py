"""The loops of patterns.py and reduce.py, compiled. Importing this module loads numba.

All numbers are uint64: numba makes floats of mixed ones.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_1, _2, _4, _56 = np.uint64(1), np.uint64(2), np.uint64(4), np.uint64(56)
_27, _30, _31, _63 = np.uint64(27), np.uint64(30), np.uint64(31), np.uint64(63)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_PAIRS, _NIBBLES = np.uint64(0x3333333333333333), np.uint64(0x0F0F0F0F0F0F0F0F)
_ODD, _SUM = np.uint64(0x5555555555555555), np.uint64(0x0101010101010101)


@njit(cache=True, nogil=True)
def mixed(state: Any) -> Any:
    """SplitMix64's output for a state."""
    state = (state ^ (state >> _30)) * _FIRST
    state = (state ^ (state >> _27)) * _SECOND
    return state ^ (state >> _31)


@njit(cache=True, nogil=True)
def draw(starts: Any, steps: Any, into: Any) -> None:
    """A row of outputs for each state; `steps` is what each output adds to it."""
    for row in range(len(starts)):
        start, line = starts[row], into[row]
        for k in range(len(steps)):
            line[k] = mixed(start + steps[k])


@njit(cache=True, nogil=True)
def count(word: Any) -> Any:
    """How many bits are set; LLVM knows it as one instruction."""
    word = word - ((word >> _1) & _ODD)
    word = (word & _PAIRS) + ((word >> _2) & _PAIRS)
    word = (word + (word >> _4)) & _NIBBLES
    return (word * _SUM) >> _56


@njit(cache=True, nogil=True)
def tally(words: Any, rows: Any, places: Any, ones: Any, toggles: Any) -> Any:
    """Fill ones and toggles within rows of words whose rest is 0; the sum of their hashes."""
    signature = np.uint64(0)
    for row in range(len(words)):
        line, own = words[row], rows[row]
        set_bits = changes = np.uint64(0)
        for k in range(len(places)):
            word = line[k]
            set_bits += count(word)
            signature += mixed(word ^ (places[k] + own))
        for k in range(len(places) - 1):
            changes += count(line[k] ^ ((line[k] >> _1) | (line[k + 1] << _63)))
        ones[row], toggles[row] = set_bits, changes
    return signature
