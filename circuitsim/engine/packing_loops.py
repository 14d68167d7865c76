"""The loops of packing.py, compiled. Importing this module loads numba."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def pack_rows(rows: Any, into: Any) -> Any:
    """Bit r of byte g of a column is row 8 g + r of it. Returns all values of the rows or-ed together."""
    count, width = rows.shape
    bits = np.zeros(width, np.uint8)
    seen = np.zeros(width, np.uint8)
    whole = count // 8
    for g in range(whole):
        eight = rows[8 * g : 8 * g + 8]
        bits[:] = 0
        for r in range(7, -1, -1):
            for k in range(width):
                seen[k] |= eight[r, k]
                bits[k] = (bits[k] << 1) | eight[r, k]
        for k in range(width):
            into[k, g] = bits[k]
    if 8 * whole < count:
        bits[:] = 0
        for r in range(count - 1, 8 * whole - 1, -1):
            for k in range(width):
                seen[k] |= rows[r, k]
                bits[k] = (bits[k] << 1) | rows[r, k]
        for k in range(width):
            into[k, whole] = bits[k]
    found = np.uint8(0)
    for k in range(width):
        found |= seen[k]
    return found


@njit(cache=True, nogil=True)
def unpack_rows(words: Any, into: Any) -> None:
    """The contrary."""
    count, width = into.shape
    bits = np.zeros(width, np.uint8)
    for g in range((count + 7) // 8):
        for k in range(width):
            bits[k] = words[k, g]
        for r in range(min(8, count - 8 * g)):
            row = into[8 * g + r]
            for k in range(width):
                row[k] = (bits[k] >> r) & 1
