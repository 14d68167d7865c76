"""Folding: what a gate computes of distinct sources that change.

Parallel synapses are added up, constants go into the threshold, and both regimes of inhibition are weights
already (an absolute inhibitor outweighs everything). What is left is a `Shape`, which very many gates share:
weights and a threshold where these are exact integers, else a truth table that the firing rule itself has
filled in, so that its sums are the float64 sums in the order of the edges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from circuitsim.engine.lower.counting import counted
from circuitsim.engine.lower.tables import at_least_table, tabled
from circuitsim.engine.lower.templates import Template
from circuitsim.engine.net import Net, Range
from circuitsim.kinds import Kind, Threshold
from circuitsim.sentences import Sentence

MOST_TABLED = 10
"""The most inputs of a gate without an exact integer form that is turned into a truth table."""
SMALL = 5
"""Up to how many inputs a threshold is looked at as a truth table too, which may take fewer lookups."""

Shape = tuple[tuple[int, ...] | None, int]
"""Weights and threshold; or None, and a truth table."""
Folded = tuple[Shape, tuple[int, ...]]
"""The shape of a gate, and the signals of its inputs."""


class UnfitError(Exception):
    """A circuit that has no Boolean form; `reason` says why, for people."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Folder:
    """Folds gates of a net whose signals in `fixed` are constants (by default silence alone)."""

    def __init__(self, net: Net, fixed: Mapping[int, float]) -> None:
        self._net = net
        self._fixed = fixed
        self._thresholds: dict[Any, Threshold | None] = {}

    def fold(self, gate: int, root: Sequence[int]) -> Folded:
        """What a gate computes.

        Parameters
        ----------
        root : sequence of int
            Which signal stands for each signal: itself, one that has always the same value, 0 for one that
            is always 0, or -1 for one that is always 1.

        Raises
        ------
        UnfitError
            Where the gate has no Boolean form.
        """
        net = self._net
        kind, sources = net.kinds[gate], net.sources[gate]
        exact = self._threshold(kind, gate)
        fixed = self._fixed
        weights: dict[int, int] = {}
        counts = kind.synapse == "counted"
        if exact is not None:
            threshold = exact.threshold
            for source, weight in zip(sources, exact.weights, strict=True):
                place = root[source]
                if place > 0:
                    weights[place] = weights.get(place, 0) + weight
                    if net.ranges[place] != Range.BIT:
                        break
                elif place < 0:
                    threshold -= weight
                elif source in fixed and fixed[source] not in (0, 1):
                    if not counts:
                        break
                    threshold -= weight * (fixed[source] > 0)
            else:
                rows = sorted([(weight, source) for source, weight in weights.items() if weight])
                return (tuple([w for w, _ in rows]), threshold), tuple([s for _, s in rows])
        return self._tabled(gate, root)

    def _threshold(self, kind: Kind, gate: int) -> Threshold | None:
        parameters, edges = self._net.parameters[gate], self._net.edges[gate]
        if kind.threshold is None:
            return None
        if kind.synapse != "counted":
            found: Threshold | None = kind.threshold(parameters, edges)
            return found
        key = (parameters["threshold"], parameters["inhibition"], *[(edge.kind, edge.count) for edge in edges])
        if key not in self._thresholds:
            self._thresholds[key] = kind.threshold(parameters, edges)
        return self._thresholds[key]

    def _tabled(self, gate: int, root: Sequence[int]) -> Folded:
        """The truth table of a gate by its own firing rule."""
        net = self._net
        sources = net.sources[gate]
        strength: dict[int, float] = {}
        for source, edge in zip(sources, net.edges[gate], strict=True):
            if root[source] > 0:
                strength[root[source]] = strength.get(root[source], 0.0) + abs(edge.weight or 0.0)
        inputs = sorted(strength, key=lambda source: (strength[source], source))  # the last decides most
        for signal in (gate, *inputs):
            if net.ranges[signal] != Range.BIT:
                raise UnfitError(not_a_bit(net, signal))
        if len(inputs) > MOST_TABLED:
            name = net.name(gate)
            raise UnfitError(
                Sentence("{id!r} sums {count} weights that float64 rounds", id=name, count=len(net.sources[gate]))
            )
        settings = np.arange(1 << len(inputs))
        columns = {source: (settings >> k & 1).astype(float) for k, source in enumerate(inputs)}
        arrivals = []
        for source, edge in zip(sources, net.edges[gate], strict=True):
            place = root[source]
            value: Any = columns[place] if place > 0 else self._fixed.get(source, float(place < 0))
            arrivals.append((value, edge))
        rule = net.kinds[gate].fire
        assert rule is not None
        with np.errstate(over="ignore", invalid="ignore"):
            fires = np.broadcast_to(rule(net.parameters[gate], arrivals), settings.shape)
        bits = np.packbits(fires.astype(bool), bitorder="little").tobytes()
        return (None, int.from_bytes(bits, "little")), tuple(inputs)


def not_a_bit(net: Net, signal: int) -> Sentence:
    """Says that a signal has other values than 0 and 1."""
    return Sentence("{id!r} can be another number than 0 and 1", id=net.name(signal))


def template_of(shape: Shape, inputs: int) -> Template:
    """The lookups of a shape.

    >>> template_of(((1, 1, 1), 2), 3).lookups
    [(232, (0, 1, 2))]
    """
    weights, threshold = shape
    if weights is None:
        return tabled(threshold, inputs)
    if inputs <= SMALL:
        one = tabled(at_least_table(weights, threshold), inputs)
        if inputs <= 3:
            return one
        return min(one, counted(weights, threshold), key=lambda template: len(template.lookups))
    return counted(weights, threshold)
