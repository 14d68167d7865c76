"""What nodes did over a run of ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import values
from circuitsim.engine.net import Net, Path, Range
from circuitsim.engine.packing import Words, pack, unpack
from circuitsim.errors import InputError

_CHUNK = 4096  # a multiple of 64


class Recording:
    """The values of watched nodes, tick by tick.

    Attributes
    ----------
    inputs, outputs : list of str
        The ids, in the circuit's order.
    start : int
        The tick of the simulator at which the recording begins; arrays count from there.

    Columns of uint64 are words of 64 ticks, which are unpacked when they are asked for.
    """

    def __init__(
        self,
        net: Net,
        start: int,
        ticks: int,
        columns: Mapping[int, NDArray[Any]],
        watched: Sequence[str | Path] | None,
    ) -> None:
        self.inputs, self.outputs = net.input_ids, net.output_ids
        self.start = start
        self._net = net
        self._ticks = ticks
        self._columns = columns
        self._watched = watched

    def __len__(self) -> int:
        return self._ticks

    def __getitem__(self, name: str | Path) -> NDArray[Any]:
        """The values of a watched node, by id, printed path (`"fa0/both"`) or path, one a tick."""
        signal = self._net.find(name)
        if signal not in self._columns:
            raise InputError(f"{printed(name)!r} was not watched; name it in run(..., watch=[...])", [printed(name)])
        column = self._columns[signal]
        return unpack(column, self._ticks) if column.dtype == np.uint64 else column

    @property
    def watched(self) -> list[str | Path]:
        """The watched nodes: as they were named, or the path of every node, inputs and outputs first."""
        if self._watched is not None:
            return list(self._watched)
        found: dict[str | Path, None] = dict.fromkeys((id,) for id in (*self.inputs, *self.outputs))
        found.update(dict.fromkeys(path for path, signal in self._net.paths() if signal in self._columns))
        return list(found)

    @property
    def shown(self) -> list[str | Path]:
        """What a table or a diagram shows: the nodes that were named, or else inputs and outputs."""
        if self._watched is not None:
            return list(self._watched)
        return [(id,) for id in (*self.inputs, *self.outputs)]

    @property
    def names(self) -> list[str]:
        """The printed paths of the watched nodes."""
        return list(map(printed, self.watched))

    def table(self, names: Sequence[str | Path] | None = None) -> NDArray[Any]:
        """Columns side by side, of the shape (ticks, names); the outputs where none are named."""
        columns = [self[name] for name in ([(id,) for id in self.outputs] if names is None else names)]
        return np.stack(columns, axis=1) if columns else np.zeros((len(self), 0), np.uint8)


def printed(name: str | Path) -> str:
    """A path as people write it."""
    return name if isinstance(name, str) else "/".join(name)


class Recorder:
    """Collects a recording, in the narrowest types: a bit a tick where a signal is 0 or 1.

    Attributes
    ----------
    signals : list of int
        What is watched, each once.
    """

    def __init__(self, net: Net, signals: Sequence[int], ticks: int) -> None:
        self.signals = list(dict.fromkeys(signals))
        self._bits = [k for k, signal in enumerate(self.signals) if net.ranges[signal] == Range.BIT]
        self._words = np.zeros((len(self._bits), -(-ticks // 64)), np.uint64)
        self._numbers = {
            k: np.zeros(ticks, values.dtype_of([net.ranges[signal]]))
            for k, signal in enumerate(self.signals)
            if net.ranges[signal] != Range.BIT
        }
        self._rows: list[list[float]] = []
        self._done = 0

    def add(self, found: Sequence[float]) -> None:
        """Take what is watched from the values of a tick."""
        self._rows.append([found[signal] for signal in self.signals])
        if len(self._rows) == _CHUNK:
            self._flush()

    def add_block(self, ticks: int, words: Words) -> None:
        """Take many ticks, all watched signals being bits; every block but the last has a multiple of 64."""
        self._words[:, self._done // 64 : self._done // 64 + words.shape[1]] = words
        self._done += ticks

    def columns(self) -> Mapping[int, NDArray[Any]]:
        """The values by signal."""
        self._flush()
        found: dict[int, NDArray[Any]] = {self.signals[k]: column for k, column in self._numbers.items()}
        found.update((self.signals[k], row) for k, row in zip(self._bits, self._words, strict=True))
        return found

    def _flush(self) -> None:
        if self._rows:
            columns = list(zip(*self._rows, strict=True))
            for k, column in self._numbers.items():
                column[self._done : self._done + len(self._rows)] = columns[k]
            if self._bits:
                words = pack(np.array([columns[k] for k in self._bits]))
                self._words[:, self._done // 64 : self._done // 64 + words.shape[1]] = words
        self._done += len(self._rows)
        self._rows.clear()
