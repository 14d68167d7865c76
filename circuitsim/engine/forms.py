"""Gates as exact integer thresholds, which the faster engines count with."""

from __future__ import annotations

from circuitsim.engine.net import Net, Range
from circuitsim.kinds import Threshold


def exact_form(net: Net, gate: int) -> tuple[dict[int, int], int] | None:
    """The gate's exact integer threshold with parallel edges added up, where it has one."""
    kind = net.kinds[gate]
    if kind.threshold is None:
        return None
    only_bits = all(net.ranges[s] == Range.BIT for s in net.sources[gate])
    if kind.synapse == "weighted" and not only_bits:
        return None
    form: Threshold | None = kind.threshold(net.parameters[gate], net.edges[gate])
    if form is None:
        return None
    merged: dict[int, int] = {}
    for source, weight in zip(net.sources[gate], form.weights, strict=True):
        merged[source] = merged.get(source, 0) + weight
    return {source: weight for source, weight in merged.items() if weight}, form.threshold
