"""Edges with the same ends, which are drawn and counted together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from circuitsim.records import Edge
from gui.language import written

SIDE_BY_SIDE = 3
PLAIN, EXCITATORY, INHIBITORY, NEGATIVE = range(4)
"""How a line is drawn: into an output, delay or port; the two synapses; a weight below 0."""


class Bundle(NamedTuple):
    """Edges with the same ends and the same meaning; `keys` are in the document's order, `text` stands on the line."""

    source: str
    target: str
    from_port: str | None
    to_port: str | None
    style: int
    count: int
    weight: float | None
    keys: tuple[int, ...]
    text: str

    @property
    def lines(self) -> int:
        """How many lines it is drawn as."""
        return self.count if self.count <= SIDE_BY_SIDE else 1


def bundle_up(edges: Iterable[Edge]) -> list[Bundle]:
    """The bundles of some edges, in the order of the first edge of each; only synapses into a neuron lie together."""
    groups: dict[object, list[Edge]] = {}
    for edge in edges:
        if edge.count is None:
            groups[edge.key] = [edge]
            continue
        ends = (edge.source, edge.target, edge.kind, edge.from_port)
        found = groups.get(ends)
        if found is None:
            groups[ends] = [edge]
        else:
            found.append(edge)
    return [_bundle(group) for group in groups.values()]


def _bundle(group: Sequence[Edge]) -> Bundle:
    first = group[0]
    count, style, text = 1, PLAIN, ""
    if first.count is not None:
        count = first.count if len(group) == 1 else sum([edge.count or 1 for edge in group])
        style = INHIBITORY if first.kind == "inhibitory" else EXCITATORY
        text = f"×{count}" if count > SIDE_BY_SIDE else ""
    elif first.weight is not None:
        style = NEGATIVE if first.weight < 0 else EXCITATORY
        text = written(first.weight, 4)
    keys = (first.key,) if len(group) == 1 else tuple([edge.key for edge in group])
    return Bundle(first.source, first.target, first.from_port, first.to_port, style, count, first.weight, keys, text)
