"""Runs a circuit gate by gate: by the reference walk, or in columns where it has no lookups."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim import collector
from circuitsim.engine.levels import fastest_walk
from circuitsim.engine.net import Net, Range
from circuitsim.engine.packing import Words, pack, unpack
from circuitsim.engine.rest import MAX_TICKS, rest, rest_of_all, rest_of_each
from circuitsim.engine.walk import Walk
from circuitsim.engine.words import Column, WordEngine
from circuitsim.errors import OscillationError
from circuitsim.progress import Progress, silent

WIDTH = 1 << 10
"""Words that are run at once: their columns stay in the cache."""
Restless = NDArray[np.bool_] | None
"""Where patterns that never come to rest are noted; None where they are an error."""


class Gatewise:
    """A net, run gate by gate."""

    def __init__(self, net: Net, name: Literal["reference", "words"]) -> None:
        self.net, self.name = net, name
        self._walk = Walk(net) if name == "reference" else fastest_walk(net)

    def look(self, inputs: list[float], max_ticks: int, progress: Progress = silent) -> list[float]:
        """Every value of one evaluation from reset."""
        if self.net.timing == "settled":
            progress(None)
            return self._walk.look(self._walk.start(), inputs)
        return rest(self._walk, inputs, max_ticks, progress)[0]

    def run_block(
        self, block: NDArray[Any], result: NDArray[Any], max_ticks: int, progress: Progress, restless: Restless
    ) -> None:
        """Fill the rows of a result from rows that are checked."""
        net = self.net
        if self.name == "reference":
            result[:] = self._walked(block, max_ticks, progress, restless)
            return
        columns = [
            pack(column) if net.ranges[signal] == Range.BIT else column.astype(float)
            for signal, column in zip(net.inputs, block.T, strict=True)
        ]
        found = self._columns(columns, len(block), max_ticks, progress, restless)
        for k, (signal, column) in enumerate(zip(net.outputs, found, strict=True)):
            result[:, k] = self._engine.numbers(signal, column, len(block))

    def executor(self, max_ticks: int) -> GatewiseExecutor:
        """What runs it as executors run lookups."""
        return GatewiseExecutor(self, max_ticks)

    def run_words(self, given: Words, max_ticks: int) -> list[Column]:
        """Rows of words of the outputs from those of the inputs."""
        count = 64 * given.shape[1]
        if self.name == "reference":
            return list(pack(self._walked(unpack(given, count).T, max_ticks, silent, None).T))
        return self._columns(list(given), count, max_ticks, silent, None)

    @cached_property
    def _engine(self) -> WordEngine:
        with collector.held():
            return WordEngine(self.net)

    def _walked(self, block: NDArray[Any], max_ticks: int, progress: Progress, restless: Restless) -> NDArray[Any]:
        net = self.net
        found = []
        for k, row in enumerate(block):
            try:
                found.append(self.look(row.tolist(), max_ticks, progress))
            except OscillationError:
                if restless is None:
                    raise
                restless[k] = True
                found.append([0.0] * len(net))
        rows = [[row[signal] for signal in net.outputs] for row in found]
        return np.array(rows, float).reshape(len(block), len(net.outputs))

    def _columns(
        self, columns: list[Column], count: int, max_ticks: int, progress: Progress, restless: Restless
    ) -> list[Column]:
        engine = self._engine
        if self.net.timing == "settled":
            found = engine.look(engine.start(count), columns, count)
        elif restless is not None:
            found, restless[:] = rest_of_each(engine, columns, count, max_ticks, progress)
        else:
            found = rest_of_all(engine, columns, count, max_ticks, progress)
        return [found[signal] for signal in self.net.outputs]


class GatewiseExecutor:
    """Runs words through a net whose inputs and outputs are all bits."""

    seconds = 0.0

    def __init__(self, gatewise: Gatewise, max_ticks: int = MAX_TICKS) -> None:
        self._gatewise, self._max_ticks = gatewise, max_ticks
        self.name: Literal["reference", "words", "native"] = gatewise.name

    def run(self, given: Words, out: Words) -> None:
        """Fill `out` (outputs, words) from `given` (inputs, words)."""
        for start in range(0, out.shape[1], WIDTH):
            # Where there are no inputs, `given` still tells how many words there are.
            found = self._gatewise.run_words(given[:, start : start + WIDTH], self._max_ticks)
            for k, column in enumerate(found):
                out[k, start : start + WIDTH] = column
