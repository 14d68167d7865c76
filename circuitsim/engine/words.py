"""The word engine: many patterns at once, 64 to a machine word, gate by gate, in numpy.

It runs what does not run as lookups: numbers, and loops that have to be ticked until they rest.

A signal that is 0 or 1 is a row of uint64 words, pattern k being bit k % 64 of word k // 64; any
other signal is a row of float64 values, one a pattern. A gate whose rule has an exact integer form
over bits is counted in bit slices; any other gate goes through the rule of the table, element by element.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.forms import exact_form
from circuitsim.engine.net import SILENCE, Net, Range
from circuitsim.engine.order import settling_order
from circuitsim.engine.packing import Words, pack, unpack

Column = NDArray[Any]
"""A signal's values: words (uint64) where it is a bit, else one float64 a pattern."""

_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)


class WordEngine:
    """A net that is run over `count` patterns at once.

    `start`, `look` and `advance` mean what they mean in the reference walk; a state and the values
    are lists of columns.
    """

    def __init__(self, net: Net) -> None:
        self.net = net
        self._settles = net.timing == "settled"
        self._order = settling_order(net) if self._settles else net.gates
        self._forms = {gate: exact_form(net, gate) for gate in net.gates}

    def start(self, count: int) -> list[Column]:
        """The state at tick 0 of `count` patterns."""
        initial = [self.net.parameters[k].get("initial", 0) for k in self.net.keepers]
        return [self._constant(k, value, count) for k, value in zip(self.net.keepers, initial, strict=True)]

    def look(self, state: Sequence[Column], inputs: Sequence[Column], count: int) -> list[Column]:
        """The column of every signal, from those of the state and of the inputs."""
        net = self.net
        zero = np.zeros(-(-count // 64), np.uint64)
        values: list[Column] = [zero] * len(net)
        for bias in net.biases:
            values[bias] = ~zero
        for signal, column in zip(net.inputs, inputs, strict=True):
            values[signal] = column
        for signal, column in zip(self.net.keepers, state, strict=True):
            values[signal] = column
        if self._settles:
            for gate in self._order:
                values[gate] = self._fire(gate, values, count)
        return values

    def advance(self, values: Sequence[Column], count: int) -> list[Column]:
        """The state of the next tick."""
        return [self._next(keeper, values, count) for keeper in self.net.keepers]

    def numbers(self, signal: int, column: Column, count: int) -> Column:
        """A column as one number a pattern."""
        return unpack(column, count) if self.net.ranges[signal] == Range.BIT else column

    def _next(self, keeper: int, values: Sequence[Column], count: int) -> Column:
        net = self.net
        if net.kinds[keeper].role == "gate":
            return self._fire(keeper, values, count)
        source = net.sources[keeper][0] if net.sources[keeper] else SILENCE
        column = values[source]
        if net.ranges[keeper] != Range.BIT and net.ranges[source] == Range.BIT:
            return unpack(column, count).astype(float)
        return column

    def _constant(self, signal: int, value: float, count: int) -> Column:
        if self.net.ranges[signal] == Range.BIT:
            return np.full(-(-count // 64), _ALL if value else 0, np.uint64)
        return np.full(count, float(value))

    def _fire(self, gate: int, values: Sequence[Column], count: int) -> Column:
        net = self.net
        form = self._forms[gate]
        if form is not None:
            merged, threshold = form
            rows = [(self._active(s, values[s]), weight) for s, weight in merged.items()]
            return at_least(rows, threshold, -(-count // 64))
        arrivals = [
            (self.numbers(s, values[s], count), edge)
            for s, edge in zip(net.sources[gate], net.edges[gate], strict=True)
        ]
        rule = net.kinds[gate].fire
        assert rule is not None
        with np.errstate(over="ignore", invalid="ignore"):  # inf and nan mean what they mean in the walk
            result = np.broadcast_to(rule(net.parameters[gate], arrivals), (count,))
        return pack(result) if net.ranges[gate] == Range.BIT else result.astype(float)

    def _active(self, signal: int, column: Column) -> Words:
        return column if self.net.ranges[signal] == Range.BIT else pack(column > 0)


def at_least(rows: Sequence[tuple[Words, int]], threshold: int, width: int) -> Words:
    """Where the weights of the set bits add up to the threshold.

    A weight -w on x is w on (not x), less w. The sums are held in bit slices, slice i being the
    bits of value 2**i, and compared with the threshold from the top.

    >>> a, b = np.array([0b0011], np.uint64), np.array([0b0101], np.uint64)
    >>> bin(at_least([(a, 1), (b, 1)], 2, 1)[0]), bin(at_least([(a, 1), (b, -1)], 1, 1)[0])
    ('0b1', '0b10')
    """
    threshold -= sum(weight for _, weight in rows if weight < 0)
    total = sum(abs(weight) for _, weight in rows)
    if threshold <= 0:
        return np.full(width, _ALL, np.uint64)
    if threshold > total:
        return np.zeros(width, np.uint64)
    slices = [np.zeros(width, np.uint64) for _ in range(total.bit_length())]
    for column, weight in rows:
        _add(slices, ~column if weight < 0 else column, abs(weight))
    enough: Words = np.full(width, _ALL, np.uint64)
    for i, bits in enumerate(slices):
        # from the lowest slice up: a higher slice overrules what the lower ones said
        if threshold >> i & 1:
            enough = bits & enough
        else:
            enough = bits | enough
    return enough


def _add(slices: list[Words], bits: Words, weight: int) -> None:
    """Add `weight` to every sum whose bit is set."""
    carry: Words | None = None
    for i in range(len(slices)):
        if not weight >> i and carry is None:
            return
        here = slices[i]
        if weight >> i & 1:
            if carry is None:
                slices[i], carry = here ^ bits, here & bits
            else:
                either = here ^ bits
                slices[i], carry = either ^ carry, (here & bits) | (either & carry)
        elif carry is not None:
            slices[i], carry = here ^ carry, here & carry
