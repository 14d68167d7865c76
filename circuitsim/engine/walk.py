"""The reference walk: what a circuit means, one signal at a time. Every faster way is tested against it.

Two-phase: `look` gives every value of a tick from the state and the inputs, `advance` gives the
state of the next tick from those values. Nothing is written while anything is still being read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from circuitsim.engine.net import Net
from circuitsim.engine.order import settling_order

State = tuple[float, ...]
Values = list[float]


class Walk:
    """A net that is walked signal by signal.

    The state is one value for each of the net's `keepers`.
    """

    def __init__(self, net: Net) -> None:
        self.net = net
        self._settles = net.timing == "settled"
        self._order = settling_order(net) if self._settles else net.gates

    def start(self) -> State:
        """The state at tick 0: a delay has its `initial`, everything else is silent."""
        return tuple(_number(self.net.parameters[k].get("initial", 0)) for k in self.net.keepers)

    def look(self, state: State, inputs: Sequence[float]) -> Values:
        """Every value at a tick, by signal, for one value of each input."""
        net = self.net
        values: Values = [0] * len(net)
        for bias in net.biases:
            values[bias] = 1
        for signal, value in zip(net.inputs, inputs, strict=True):
            values[signal] = value
        for signal, value in zip(self.net.keepers, state, strict=True):
            values[signal] = value
        if self._settles:
            for gate in self._order:
                values[gate] = self._fire(gate, values)
        return values

    def advance(self, values: Values) -> State:
        """The state of the next tick."""
        return tuple([self._next(keeper, values) for keeper in self.net.keepers])

    def _next(self, keeper: int, values: Values) -> float:
        if self.net.kinds[keeper].role == "gate":
            return self._fire(keeper, values)
        sources = self.net.sources[keeper]
        return values[sources[0]] if sources else 0

    def _fire(self, gate: int, values: Any) -> float:
        net = self.net
        arrivals = [(values[s], edge) for s, edge in zip(net.sources[gate], net.edges[gate], strict=True)]
        rule = net.kinds[gate].fire
        assert rule is not None
        result: float = rule(net.parameters[gate], arrivals)
        return result


def _number(value: float) -> float:
    return int(value) if value in (-1, 0, 1) else value
