"""The walk, level by level: all gates of a level at once, in numpy. For one stimulus through a wide net.

It gives what the reference walk gives. A gate that has no exact integer form is fired as there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.forms import exact_form
from circuitsim.engine.net import SILENCE, Net
from circuitsim.engine.walk import State, Values, Walk

FEWEST, NARROWEST = 256, 16
"""From how many gates, and how many a level on the average, numpy is worth its calls."""


def fastest_walk(net: Net) -> Walk:
    """The walk that suits a net: both give the same values."""
    if len(net.gates) < FEWEST:
        return Walk(net)
    wide = Levels(net)
    return wide if len(net.gates) >= NARROWEST * wide.depth else Walk(net)


class _Group:
    """Gates that are counted together."""

    def __init__(self, net: Net, gates: Sequence[int]) -> None:
        forms = {gate: exact_form(net, gate) for gate in gates}
        self.odd = [gate for gate, form in forms.items() if form is None or not _fits(*form)]
        exact = [(gate, form) for gate, form in forms.items() if form is not None and _fits(*form)]
        # A synapse of weight 0 from silence gives every gate at least one, which reduceat needs.
        synapses = [[(SILENCE, 0), *weights.items()] for _, (weights, _) in exact]
        self.gates = np.array([gate for gate, _ in exact], np.int64)
        self.thresholds = np.array([_clipped(*form) for _, form in exact], np.int64)
        self.sources = np.array([source for gate in synapses for source, _ in gate], np.int64)
        self.weights = np.array([weight for gate in synapses for _, weight in gate], np.int64)
        counts = np.array([len(gate) for gate in synapses], np.int64)
        self.starts = np.cumsum(counts) - counts

    def fire(self, values: NDArray[np.float64], into: NDArray[np.float64]) -> None:
        """Put what the gates make of the values into another array (or the same)."""
        if len(self.gates):
            excitation = np.add.reduceat(self.weights * (values[self.sources] > 0), self.starts)
            into[self.gates] = excitation >= self.thresholds


def _fits(weights: dict[int, int], threshold: int) -> bool:
    return sum(map(abs, weights.values())) < 2**62


def _clipped(weights: dict[int, int], threshold: int) -> int:
    reach = sum(map(abs, weights.values())) + 1
    return max(-reach, min(threshold, reach))


class Levels(Walk):
    """A net that is walked level by level."""

    def __init__(self, net: Net) -> None:
        super().__init__(net)
        self._groups = [_Group(net, gates) for gates in self._by_level()]
        self.depth = len(self._groups)
        self._keepers = np.array(net.keepers, np.int64)
        self._delayed = np.array([net.sources[k][0] if net.sources[k] else SILENCE for k in net.delays], np.int64)

    def look(self, state: State, inputs: Sequence[float]) -> Values:
        """Every value at a tick, as in the reference walk."""
        net = self.net
        values = np.zeros(len(net))
        values[net.biases] = 1
        values[net.inputs] = inputs
        values[self._keepers] = state
        if self._settles:
            for group in self._groups:
                self._fire_group(group, values, values)
        found: Values = values.tolist()
        return found

    def advance(self, values: Values) -> State:
        """The state of the next tick, as in the reference walk."""
        now = np.array(values, float)
        following = now.copy()
        if not self._settles:
            for group in self._groups:
                self._fire_group(group, now, following)
        following[self.net.delays] = now[self._delayed]
        kept = following[self._keepers]
        binary = bool((((kept == 0) | (kept == 1)) & ~np.signbit(kept)).all())
        return tuple(kept.astype(np.int8).tolist() if binary else kept.tolist())

    def _fire_group(self, group: _Group, values: NDArray[np.float64], into: NDArray[np.float64]) -> None:
        group.fire(values, into)
        with np.errstate(all="ignore"):  # inf and nan mean here what they mean to Python's floats
            for gate in group.odd:
                into[gate] = self._fire(gate, values)

    def _by_level(self) -> list[list[int]]:
        """The gates by how many gates come before them in a tick; all together in unit-delay timing."""
        net = self.net
        if not self._settles:
            return [net.gates]
        level = [0] * len(net)
        groups: list[list[int]] = []
        for gate in self._order:
            level[gate] = 1 + max((level[source] for source in net.sources[gate]), default=0)
            if level[gate] > len(groups):
                groups.append([])
            groups[level[gate] - 1].append(gate)
        return groups
