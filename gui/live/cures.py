"""What can be done about a loop that cannot settle."""

from __future__ import annotations

from collections.abc import Sequence

from circuitsim.api import Circuit
from circuitsim.records import Edge
from gui.document import Document
from gui.language import tr


def edge_to_cut(circuit: Circuit, loop: Sequence[str]) -> Edge | None:
    """An edge of the loop at which a delay can be put; None where the loop lies wholly inside a subcircuit.

    The one that leads back to the left, where the loop is drawn, is what a reader expects.
    """
    inside = {name if name in circuit.nodes else name.split("/")[0] for name in loop} & set(circuit.nodes)
    found = [edge for edge in circuit.edges if edge.source in inside and edge.target in inside]
    plain = [edge for edge in found if edge.source != edge.target or circuit.node(edge.source).kind != "subcircuit"]
    places = circuit.layout

    def backward(edge: Edge) -> tuple[float, int]:
        known = edge.source in places and edge.target in places
        return (places[edge.target].x - places[edge.source].x if known else 0.0, -edge.key)

    return min(plain or found, key=backward, default=None)


def insert_delay(document: Document, edge: Edge) -> str:
    """Put a delay into a connection, in one undo step; what the synapse was like stays."""
    text = tr("Insert a delay from {source} to {target}").format(source=edge.source, target=edge.target)
    with document.edit(text) as circuit:
        return delay_in(circuit, edge)


def delay_in(circuit: Circuit, edge: Edge) -> str:
    """Put a delay into a connection."""
    same = [
        other for other in circuit.edges
        if (other.source, other.target, other.from_port, other.to_port)
        == (edge.source, edge.target, edge.from_port, edge.to_port)
    ]  # fmt: skip
    for other in same:
        circuit.disconnect(other.key)
    delay = circuit.add_delay(at=_between(circuit, edge))
    circuit.connect(edge.source, delay, from_port=edge.from_port)
    for other in same:
        circuit.connect(
            delay, edge.target, to_port=other.to_port, kind=other.kind, count=other.count, weight=other.weight
        )
    return delay


def _between(circuit: Circuit, edge: Edge) -> tuple[float, float] | None:
    """Half way, and a little lower, so that it does not lie on what is there."""
    places = circuit.layout
    if edge.source not in places or edge.target not in places:
        return None
    one, other = places[edge.source], places[edge.target]
    return (one.x + other.x) / 2, max(one.y, other.y) + 80


def use_unit_delay(document: Document) -> None:
    """Give the circuit the timing in which every neuron takes a tick, in one undo step."""
    with document.edit(tr("Change to unit-delay timing")) as circuit:
        circuit.timing = "unit-delay"
