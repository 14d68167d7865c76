"""Changes of parameters, connections and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from circuitsim.api import Circuit
from circuitsim.errors import EditError
from gui.language import tr

TYPED = {"neuron": "threshold", "tlu": "bias", "delay": "initial"}
"""The parameter of each kind that is typed straight onto the canvas."""


def set_parameter(circuit: Circuit, ids: Iterable[str], name: str, value: Any) -> None:
    """Give several nodes the same value."""
    for id in ids:
        circuit.set(id, **{name: value})


def set_synapses(circuit: Circuit, keys: Sequence[int], name: str, value: Any) -> None:
    """Change edges that are shown as one connection; a count is that of all of them together."""
    if name == "count":
        circuit.set_edge(keys[0], count=value)
        for key in keys[1:]:
            circuit.disconnect(key)
    else:
        for key in keys:
            circuit.set_edge(key, **{name: value})


def flip(circuit: Circuit, keys: Iterable[int]) -> int:
    """Make excitatory synapses inhibitory and the other way round, turn the sign of weights; returns how many."""
    flipped = 0
    for edge in map(circuit.edge, keys):
        if edge.kind is not None:
            circuit.set_edge(edge.key, kind="excitatory" if edge.kind == "inhibitory" else "inhibitory")
        elif edge.weight is not None:
            circuit.set_edge(edge.key, weight=0.0 - edge.weight)
        else:
            continue
        flipped += 1
    return flipped


def remove(circuit: Circuit, ids: Sequence[str], keys: Iterable[int], notes: Iterable[int]) -> None:
    """Remove nodes, edges and notes."""
    if ids:
        circuit.remove(*ids)
    left = {edge.key for edge in circuit.edges} if keys else set()
    for key in keys:
        if key in left:
            circuit.disconnect(key)
    for rank in notes:
        circuit.set_note(rank, None)


def rename(circuit: Circuit, id: str, text: str) -> str:
    """Name a node: a text with blanks becomes its label, any other its id; returns the id."""
    text = text.strip()
    if not text:
        raise EditError(tr("A name must not be empty"))
    if " " in text:
        circuit.set(id, label=text)
        return id
    if circuit.node(id).label is not None:
        circuit.set(id, label=None)
    circuit.rename(id, text)
    return text
