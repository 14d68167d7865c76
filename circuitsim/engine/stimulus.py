"""What the inputs are given over a run, whole blocks of ticks at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import values
from circuitsim.engine.history import Applied
from circuitsim.engine.net import Net, Range
from circuitsim.engine.packing import Words, pack, unpack
from circuitsim.errors import InputError
from circuitsim.records import Drive

_CHUNK = 4096  # a multiple of 64


class Stimulus:
    """Checked, and in the narrowest form: a bit a tick for an input that takes 0 and 1.

    An input that is not given plays its drive, or is 0.
    """

    def __init__(self, net: Net, given: Any, ticks: int) -> None:
        self._net = net
        self._ticks = ticks
        self._given = {k: self._column(k, column) for k, column in self._columns(given)}
        self._drives: dict[int, Drive] = {
            k: net.parameters[signal]["drive"]
            for k, signal in enumerate(net.inputs)
            if k not in self._given and net.parameters[signal]["drive"] is not None
        }

    def words(self, tick: int, first: int, ticks: int) -> Words:
        """Some ticks of inputs that all are bits, of shape (n_inputs, n_words).

        Parameters
        ----------
        tick : int
            Of the simulator, which drives go by.
        first : int
            Of the stimulus: a multiple of 64.
        """
        found = np.zeros((len(self._net.inputs), -(-ticks // 64)), np.uint64)
        for k, words in self._given.items():
            found[k] = words[first // 64 : first // 64 + found.shape[1]]
        for k, drive in self._drives.items():
            found[k] = pack(played(drive, tick, ticks))
        return found

    def rows(self, tick: int) -> Iterator[Applied]:
        """What all inputs are given, tick by tick, from a tick of the simulator on."""
        for first in range(0, self._ticks, _CHUNK):
            ticks = min(_CHUNK, self._ticks - first)
            columns: list[list[Any]] = [[0] * ticks] * len(self._net.inputs)
            for k, column in self._given.items():
                bits = column.dtype == np.uint64
                part = unpack(column[first // 64 :], ticks) if bits else column[first : first + ticks]
                columns[k] = part.tolist()
            for k, drive in self._drives.items():
                columns[k] = played(drive, tick + first, ticks).tolist()
            yield from zip(*columns, strict=True) if columns else [()] * ticks

    def _columns(self, given: Any) -> Iterator[tuple[int, NDArray[Any]]]:
        if given is None:
            return
        if isinstance(given, Mapping):
            for k, sequence in values.numbered(self._net, given).items():
                yield k, values.sequence(self._net, k, sequence, self._ticks)
            return
        table = values.patterns(self._net, given)
        if len(table) != self._ticks:
            raise InputError(f"the stimulus has {len(table)} rows for {self._ticks} ticks; give one row a tick")
        yield from enumerate(values.checked_block(self._net, table, 0).T)

    def _column(self, k: int, column: NDArray[Any]) -> NDArray[Any]:
        return pack(column) if self._net.ranges[self._net.inputs[k]] == Range.BIT else column.astype(float)


def played(drive: Drive, tick: int, ticks: int) -> NDArray[np.uint8]:
    """What a drive gives from a tick on.

    >>> played(Drive("011", repeat=True), 1, 4).tolist(), played(Drive("011"), 1, 4).tolist()
    ([1, 1, 0, 1], [1, 1, 0, 0])
    """
    pattern = np.frombuffer(drive.pattern.encode(), np.uint8) - ord("0")
    if drive.repeat:
        return np.resize(np.roll(pattern, -(tick % len(pattern))), ticks)
    found = np.zeros(ticks, np.uint8)
    rest = pattern[tick : tick + ticks]
    found[: len(rest)] = rest
    return found
