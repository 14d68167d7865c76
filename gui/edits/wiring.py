"""Connecting two ends, and why two ends cannot be connected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from circuitsim import rules
from circuitsim.api import Circuit
from circuitsim.errors import EditError
from circuitsim.kinds import KINDS
from gui.language import told, tr

Side = Literal["in", "out"]


@dataclass(frozen=True, slots=True)
class End:
    """Where a line begins or ends: a side of a node, and there a port of a subcircuit."""

    id: str
    side: Side
    port: str | None = None


def connect(circuit: Circuit, one: End, other: End, *, inhibitory: bool = False) -> int:
    """Connect two ends, whichever of them was taken first, and return the edge's key.

    A second connection of the same ends is another edge and not a larger count: each gesture leaves
    one record, which can be chosen, changed and deleted by itself.
    """
    source, target = ordered(one, other)
    return circuit.connect(
        source.id, target.id, from_port=source.port, to_port=target.port, **carried(circuit, target, inhibitory)
    )


def ordered(one: End, other: End) -> tuple[End, End]:
    """The source and the target."""
    if one.side == other.side:
        raise EditError(tr("A connection leads from a port on the right of a node to one on the left"))
    return (one, other) if one.side == "out" else (other, one)


def carried(circuit: Circuit, target: End, inhibitory: bool) -> dict[str, Any]:
    """What a new edge into a node carries."""
    synapse = KINDS[circuit.node(target.id).kind].synapse
    if not inhibitory:
        return {}
    if synapse == "counted":
        return {"kind": "inhibitory"}
    if synapse == "weighted":
        return {"weight": -1.0}
    said = tr("{id} takes a value as it is; only a neuron or a threshold logic unit can be inhibited")
    raise EditError(said.format(id=target.id))


def refusal(circuit: Circuit, one: End, other: End, *, inhibitory: bool = False) -> str:
    """Why two ends cannot be connected; empty where they can."""
    try:
        source, target = ordered(one, other)
        given = carried(circuit, target, inhibitory)
        for name, port in (("from_port", source.port), ("to_port", target.port)):
            if port is not None:
                given[name] = port
        ends = circuit.node(source.id), circuit.node(target.id)
        rules.join(0, *ends, given, circuit.ports, circuit.occupied, _refuse)
    except EditError as error:
        return told(error)
    return ""


def _refuse(field: str, message: str, known: rules.Known | None = None) -> NoReturn:
    raise EditError(message)


def free_port(circuit: Circuit, id: str, side: Side) -> End:
    """The end of a node that a new connection takes: for a subcircuit its first free port."""
    node = circuit.node(id)
    if node.kind != "subcircuit":
        return End(id, side)
    names = tuple(circuit.ports(node.parameters["of"], "input" if side == "in" else "output"))
    free = [name for name in names if side == "out" or not circuit.occupied(id, name)]
    return End(id, side, next(iter(free or names), None))
