"""Many stimulus streams at once, each a run of its own from reset."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import values
from circuitsim.engine.clock.compiled import Compiled, compiled
from circuitsim.engine.net import Net, Range
from circuitsim.engine.packing import pack, unpack
from circuitsim.engine.words import WordEngine
from circuitsim.errors import InputError
from circuitsim.progress import Progress, silent

_LANES = 4096  # streams at a time
_VALUES = 1 << 24  # values of inputs and outputs at a time


def run_streams(net: Net, streams: Any, progress: Progress = silent) -> NDArray[Any]:
    """The outputs of shape (streams, ticks, outputs), for inputs of shape (streams, ticks, inputs)."""
    array = np.asarray(streams)
    if array.ndim != 3 or array.shape[2] != len(net.inputs):
        raise InputError(
            f"streams have the shape {array.shape}; they must be (n_streams, n_ticks, {len(net.inputs)}): "
            "a stream is a table with a row for each tick and a column for each input"
        )
    count, ticks, _ = array.shape
    table = values.patterns(net, array.reshape(count * ticks, len(net.inputs)))
    checked = values.checked_block(net, table, 0).reshape(array.shape)
    result = np.zeros((count, ticks, len(net.outputs)), values.dtype_of([net.ranges[signal] for signal in net.outputs]))
    fast = compiled(net)
    for first in range(0, count, _LANES):
        progress(first / count)
        lanes = slice(first, first + _LANES)
        if fast is not None:
            _run_compiled(fast, net, checked[lanes], result[lanes])
        else:
            _run_words(net, checked[lanes], result[lanes], progress)
    return result


def _run_compiled(fast: Compiled, net: Net, given: NDArray[Any], result: NDArray[Any]) -> None:
    """Some streams, by compiled loops, some ticks at a time."""
    count, ticks, width = given.shape
    lanes = fast.lanes(count, net.outputs)
    step = max(1, _VALUES // max(1, count * max(width, len(net.outputs))))
    for first in range(0, ticks, step):
        trace = lanes(pack(given[:, first : first + step].transpose(1, 2, 0)))
        result[:, first : first + step] = unpack(trace, count).transpose(2, 0, 1)


def _run_words(net: Net, given: NDArray[Any], result: NDArray[Any], progress: Progress) -> None:
    """Some streams, tick by tick through the word engine."""
    engine, count = WordEngine(net), len(given)
    state = engine.start(count)
    for tick in range(given.shape[1]):
        progress(None)
        columns = [
            pack(column) if net.ranges[signal] == Range.BIT else column.astype(float)
            for signal, column in zip(net.inputs, given[:, tick].T, strict=True)
        ]
        found = engine.look(state, columns, count)
        for k, signal in enumerate(net.outputs):
            result[:, tick, k] = engine.numbers(signal, found[signal], count)
        state = engine.advance(found, count)
