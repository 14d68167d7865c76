"""Runs lookups as machine code. Calls leave Python's lock to others, so that threads run side by side."""

from __future__ import annotations

import ctypes
import threading
import time
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.native.code import SMALL, module
from circuitsim.engine.native.host import Host, compiled, host

Words = NDArray[np.uint64]
_ALIGNMENT = 64
_CROWDED = 1024
"""Rows that lie a multiple of so many bytes apart share few lines of the cache."""


class NativeExecutor:
    """Lookups compiled to machine code.

    Parameters
    ----------
    target : Host, optional
        What the code is made for; the machine itself where it is left out.
    small : int
        Up to how many lookups the circuit counts as small (see code.py).

    Attributes
    ----------
    seconds : float
        How long compiling took.
    """

    name: Literal["native"] = "native"

    def __init__(self, lookups: Lookups, target: Host | None = None, small: int = SMALL) -> None:
        start = time.perf_counter()
        target = target or host()
        self._chunked = len(lookups) > small
        text, scratch = module(lookups, target, small)
        self._engine = compiled(text, target, 0 if self._chunked else 1)  # holds the code
        takes = [ctypes.c_void_p, ctypes.c_int64] * 2 + [ctypes.c_int64, ctypes.c_void_p]
        self.address: int = self._engine.get_function_address("run")
        self._code = ctypes.CFUNCTYPE(None, *takes)(self.address)
        copied = ctypes.CFUNCTYPE(None, *takes, ctypes.c_int64, ctypes.c_int64)
        self._code_copied = copied(self._engine.get_function_address("run_copied"))
        self._lanes = target.lanes
        self._scratch_words = scratch // 8
        self._local = threading.local()
        self.seconds = time.perf_counter() - start

    def run(self, given: Words, out: Words) -> None:
        """Fill `out` (outputs, words) from `given` (inputs, words); both may be parts of longer rows."""
        given = _in_rows(given)
        width = out.shape[1]
        blocks = width // self._lanes
        if blocks:
            self._call(given, out, blocks)
        done = blocks * self._lanes
        if done < width:
            last = np.zeros((len(given), self._lanes), np.uint64)
            last[:, : width - done] = given[:, done:]
            found = np.empty((len(out), self._lanes), np.uint64)
            self._call(last, found, 1)
            out[:, done:] = found[:, : width - done]

    def _call(self, given: Words, out: Words, blocks: int) -> None:
        inputs = self._chunked or (given.strides[0] % _CROWDED == 0 and blocks > 1)
        outputs = out.strides[0] % _CROWDED == 0 and blocks > 1
        where = given.ctypes.data, given.strides[0], out.ctypes.data, out.strides[0], blocks, self._memory().ctypes.data
        if inputs or outputs:
            self._code_copied(*where, inputs, outputs)
        else:
            self._code(*where)

    def _memory(self) -> Words:
        """The scratch memory, made once for each thread."""
        if not hasattr(self._local, "memory"):
            self._local.memory = aligned(self._scratch_words)
        memory: Words = self._local.memory
        return memory


def aligned(words: int) -> Words:
    """Words at the start of a cache line."""
    room = np.empty(words + _ALIGNMENT // 8, np.uint64)
    start = -room.ctypes.data % _ALIGNMENT // 8
    return room[start : start + words]


def _in_rows(words: Any) -> Words:
    """The words in rows whose entries lie side by side."""
    return words if words.strides[1] == 8 or words.shape[1] == 1 else np.ascontiguousarray(words)
