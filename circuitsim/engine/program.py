"""A circuit compiled once, to be run over many patterns.

`Program` is the seam between what is asked and how it is computed: everything above it sees arrays
of patterns, everything below it is an engine. There are two: "reference", the plain walk that
states the meaning, and "words", 64 patterns to a machine word. They give the same bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim import collector
from circuitsim.engine import values
from circuitsim.engine.levels import fastest_walk
from circuitsim.engine.net import LARGEST, Net, Range
from circuitsim.engine.rest import MAX_TICKS, rest, rest_of_all, rest_of_each
from circuitsim.engine.walk import Walk
from circuitsim.engine.words import Column, WordEngine, pack, unpack
from circuitsim.errors import InputError, OscillationError
from circuitsim.progress import Progress, silent
from circuitsim.store import Store

Engine = Literal["words", "reference"]
ENGINES: tuple[Engine, ...] = ("words", "reference")
BLOCK = 1 << 16
"""Patterns that the word engine takes at once: their columns stay in the cache."""


class Program:
    """A circuit compiled once; `circuitsim.compile` makes one.

    Attributes
    ----------
    inputs, outputs : list of str
        The ids of the columns, in order.
    engine : {"words", "reference"}
        What computes.
    """

    def __init__(self, circuit: Store, engine: Engine = "words", *, largest: int = LARGEST) -> None:
        if engine not in ENGINES:
            raise InputError(f"there is no engine {engine!r}; there is {' and '.join(map(repr, ENGINES))}")
        self.engine = engine
        with collector.held():
            self.net = Net(circuit, largest)
            self._walk = Walk(self.net) if engine == "reference" else fastest_walk(self.net)
            self._words = WordEngine(self.net) if engine == "words" else None
        self.inputs, self.outputs = self.net.input_ids, self.net.output_ids

    def run(self, patterns: Any, *, max_ticks: int = MAX_TICKS, progress: Progress = silent) -> NDArray[Any]:
        """Evaluate every pattern from reset.

        Parameters
        ----------
        patterns : array of shape (n_patterns, n_inputs)
            0 and 1, or any finite number for an input of domain "real".
        max_ticks : int
            How long a unit-delay circuit may take to come to rest.
        progress : callable
            Is told the part that is done; what it raises ends the run.

        Returns
        -------
        array of shape (n_patterns, n_outputs)
            uint8 where all outputs are 0 or 1, int8 where some can be -1, else float64.

        Raises
        ------
        InputError
            Where the shape or a value does not fit; the message names row and input.
        OscillationError, NotSettledError
            Where a unit-delay circuit finds no rest.

        Examples
        --------
        >>> import circuitsim as cs
        >>> cs.compile(cs.example("and")).run([[0, 1], [1, 1]]).tolist()
        [[0], [1]]
        """
        return self._run(patterns, max_ticks, progress, None)

    def run_each(
        self, patterns: Any, *, max_ticks: int = MAX_TICKS, progress: Progress = silent
    ) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """What `run` gives, and which patterns never come to rest; what stands in their rows is left open.

        Examples
        --------
        >>> import circuitsim as cs
        >>> c = cs.Circuit(timing="unit-delay")
        >>> c.add_input("x"), c.add_neuron("n", threshold=1), c.add_output("y", "n")
        ('x', 'n', 'y')
        >>> key = c.connect("x", "n"), c.inhibit("n", "n")
        >>> found, restless = cs.compile(c).run_each([[0], [1]])
        >>> found[0].tolist(), restless.tolist()
        ([0], [False, True])
        """
        restless = np.zeros(len(values.patterns(self.net, patterns)), bool)
        return self._run(patterns, max_ticks, progress, restless), restless

    def _run(
        self, patterns: Any, max_ticks: int, progress: Progress, restless: NDArray[np.bool_] | None
    ) -> NDArray[Any]:
        """Block by block; patterns without rest are noted in `restless`, or else are an error."""
        array = values.patterns(self.net, patterns)
        ranges = [self.net.ranges[signal] for signal in self.net.outputs]
        result = np.zeros((len(array), len(ranges)), values.dtype_of(ranges))
        for start in range(0, len(array), BLOCK):
            progress(start / len(array))
            block = values.checked_block(self.net, array[start : start + BLOCK], start)
            some = None if restless is None else restless[start : start + BLOCK]
            if self._words is None:
                result[start : start + BLOCK] = self._run_reference(block, max_ticks, progress, some)
            else:
                columns = [
                    pack(column) if self.net.ranges[signal] == Range.BIT else column.astype(float)
                    for signal, column in zip(self.net.inputs, block.T, strict=True)
                ]
                found = self._run_words(self._words, columns, len(block), max_ticks, progress, some)
                for k, (signal, column) in enumerate(zip(self.net.outputs, found, strict=True)):
                    result[start : start + BLOCK, k] = self._words.numbers(signal, column, len(block))
        return result

    def run_packed(self, words: Any, *, max_ticks: int = MAX_TICKS) -> NDArray[np.uint64]:
        """Evaluate 64 patterns a word: pattern k is bit k % 64 of word k // 64.

        Parameters
        ----------
        words : array of uint64 of shape (n_inputs, n_words)

        Returns
        -------
        array of uint64 of shape (n_outputs, n_words)

        Raises
        ------
        InputError
            For another shape or type, or where an input or output is not 0 or 1 alone.

        Examples
        --------
        >>> import circuitsim as cs, numpy as np
        >>> words = np.array([[0b0011], [0b0101]], np.uint64)
        >>> int(cs.compile(cs.example("and")).run_packed(words)[0, 0])
        1
        """
        array = np.asarray(words)
        for ids, signals, word in (
            (self.inputs, self.net.inputs, "input"),
            (self.outputs, self.net.outputs, "output"),
        ):
            for id, signal in zip(ids, signals, strict=True):
                if self.net.ranges[signal] != Range.BIT:
                    raise InputError(f"{word} {id!r} is not 0 or 1 alone, so it has no packed form; use run", [id])
        if array.dtype != np.uint64 or array.ndim != 2 or len(array) != len(self.inputs):
            raise InputError(
                f"packed patterns must be uint64 of the shape ({len(self.inputs)}, n_words), "
                f"not {array.dtype} of {array.shape}"
            )
        result = np.zeros((len(self.outputs), array.shape[1]), np.uint64)
        step = BLOCK // 64
        for start in range(0, array.shape[1], step):
            block = array[:, start : start + step]
            width = block.shape[1]
            if self._words is None:
                rows = unpack(block, width * 64)
                found: list[Column] = list(pack(self._run_reference(rows.T, max_ticks).T))
            else:
                found = self._run_words(self._words, list(block), width * 64, max_ticks)
            for k, column in enumerate(found):
                result[k, start : start + step] = column
        return result

    def evaluate(
        self, given: Mapping[str, Any] | None = None, /, *, max_ticks: int = MAX_TICKS, **named: Any
    ) -> dict[str, float]:
        """One evaluation from reset, by names; an input that is not given plays its drive, or is 0."""
        net = self.net
        inputs = values.driven(net, 0, [0] * len(net.inputs))
        for k, value in values.numbered(net, given, named).items():
            inputs[k] = values.one_value(net, k, value)
        found = self._look(inputs, max_ticks)
        return {
            id: values.plain(net, signal, found[signal]) for id, signal in zip(self.outputs, net.outputs, strict=True)
        }

    def _look(self, inputs: list[float], max_ticks: int, progress: Progress = silent) -> list[float]:
        if self.net.timing == "settled":
            progress(None)
            return self._walk.look(self._walk.start(), inputs)
        return rest(self._walk, inputs, max_ticks, progress)[0]

    def _run_reference(
        self,
        block: NDArray[Any],
        max_ticks: int,
        progress: Progress = silent,
        restless: NDArray[np.bool_] | None = None,
    ) -> NDArray[Any]:
        found = []
        for k, row in enumerate(block):
            try:
                found.append(self._look(row.tolist(), max_ticks, progress))
            except OscillationError:
                if restless is None:
                    raise
                restless[k] = True
                found.append([0.0] * len(self.net))
        return np.array([[row[signal] for signal in self.net.outputs] for row in found], float).reshape(
            len(block), len(self.outputs)
        )

    def _run_words(
        self,
        engine: WordEngine,
        columns: list[Column],
        count: int,
        max_ticks: int,
        progress: Progress = silent,
        restless: NDArray[np.bool_] | None = None,
    ) -> list[Column]:
        if self.net.timing == "settled":
            found = engine.look(engine.start(count), columns, count)
        elif restless is not None:
            found, restless[:] = rest_of_each(engine, columns, count, max_ticks, progress)
        else:
            found = rest_of_all(engine, columns, count, max_ticks, progress)
        return [found[signal] for signal in self.net.outputs]
