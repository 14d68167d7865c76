"""A PNG written band by band: a large picture is never in memory whole, and can be given up in between."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUE_COLOR = 2


def png(
    width: int, height: int, bands: Iterable[NDArray[np.uint8]], *, title: str = "", dots_per_metre: int = 3780
) -> bytes:
    """The bytes of a PNG.

    Parameters
    ----------
    bands : iterable of arrays of shape (rows, width, 3)
        Red, green and blue, from top to bottom.

    Examples
    --------
    >>> picture = png(2, 3, [np.zeros((1, 2, 3), np.uint8), np.full((2, 2, 3), 255, np.uint8)])
    >>> picture[1:4], struct.unpack(">II", picture[16:24])
    (b'PNG', (2, 3))
    """
    packer = zlib.compressobj()
    parts = [
        _SIGNATURE,
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOR, 0, 0, 0)),
        _chunk(b"pHYs", struct.pack(">IIB", dots_per_metre, dots_per_metre, 1)),
    ]
    if title:
        parts.append(_chunk(b"iTXt", b"Title\0\0\0\0\0" + title.encode("utf-8", "replace")))
    for band in bands:
        rows = np.zeros((len(band), 1 + 3 * width), np.uint8)  # each row begins with its filter, of which 0 is none
        rows[:, 1:] = band.reshape(len(band), -1)
        parts.append(_chunk(b"IDAT", packer.compress(rows)))
    parts += [_chunk(b"IDAT", packer.flush()), _chunk(b"IEND", b"")]
    return b"".join(parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
