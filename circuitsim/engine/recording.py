"""What nodes did over a run of ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import values
from circuitsim.engine.net import Net, Path
from circuitsim.errors import InputError

_CHUNK = 4096


class Recording:
    """The values of watched nodes, tick by tick.

    Attributes
    ----------
    inputs, outputs : list of str
        The ids, in the circuit's order.
    start : int
        The tick of the simulator at which the recording begins; arrays count from there.
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
        return self._columns[signal]

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
    """Collects a recording tick by tick, in the narrowest types."""

    def __init__(self, net: Net, signals: Sequence[int], ticks: int) -> None:
        self._signals = list(dict.fromkeys(signals))
        self._columns = {signal: np.zeros(ticks, values.dtype_of([net.ranges[signal]])) for signal in self._signals}
        self._rows: list[list[float]] = []
        self._done = 0

    def add(self, found: Sequence[float]) -> None:
        """Take what is watched from the values of a tick."""
        self._rows.append([found[signal] for signal in self._signals])
        if len(self._rows) == _CHUNK:
            self._flush()

    def columns(self) -> Mapping[int, NDArray[Any]]:
        """The values by signal."""
        self._flush()
        return self._columns

    def _flush(self) -> None:
        if self._rows:
            for signal, column in zip(self._signals, zip(*self._rows, strict=True), strict=True):
                self._columns[signal][self._done : self._done + len(column)] = column
        self._done += len(self._rows)
        self._rows.clear()
