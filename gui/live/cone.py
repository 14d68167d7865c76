"""Some nodes of a circuit as a circuit of their own: their sources outside become its inputs."""

from __future__ import annotations

from collections.abc import Collection

from circuitsim.api import Circuit
from circuitsim.errors import InputError
from circuitsim.kinds import KINDS
from circuitsim.records import Body, Contents, Edge, Head
from gui.language import tr


def cut_out(circuit: Circuit, ids: Collection[str]) -> Circuit:
    """The selected nodes with their connections, and what feeds them from outside as inputs.

    Its outputs are the selected outputs and every selected node that feeds no other selected one.
    An input has the name of the node, or of the port (`fa0/sum`), that it stands for.

    >>> from circuitsim.api import example
    >>> cut_out(example("half_adder"), ["both"]).truth_table().columns
    ['a', 'b', 'both~out']
    """
    chosen = set(ids)
    if all(circuit.node(id).kind in ("input", "bias") for id in chosen):
        raise InputError(
            tr("select nodes that compute something: neurons, TLUs, subcircuits or outputs"), sorted(chosen)
        )
    head = Head(circuit.name, timing=circuit.timing)
    made = Circuit.from_contents(Contents(head, Body((), (), {}), definitions=circuit.contents().definitions))
    edges = [edge for edge in circuit.edges if edge.target in chosen]
    with made.transaction():
        sources = _add_sources(circuit, made, edges, chosen)
        for id, node in circuit.nodes.items():
            if id in chosen and id not in made.nodes:
                parameters = {name: value for name, value in node.parameters.items() if name != "drive"}
                made.add(node.kind, id, label=node.label, **parameters)
        for edge in edges:
            given = {name: getattr(edge, name) for name in ("kind", "count", "weight", "to_port")}
            source, port = sources.get((edge.source, edge.from_port), (edge.source, edge.from_port))
            made.connect(source, edge.target, from_port=port, **given)
        _add_outputs(circuit, made, chosen)
    return made


def _add_sources(
    circuit: Circuit, made: Circuit, edges: Collection[Edge], chosen: Collection[str]
) -> dict[tuple[str, str | None], tuple[str, None]]:
    """Inputs in the circuit's own order, then the other sources outside."""
    wanted = dict.fromkeys((edge.source, edge.from_port) for edge in edges if edge.source not in chosen)
    order = {id: k for k, id in enumerate(circuit.nodes)}
    sources: dict[tuple[str, str | None], tuple[str, None]] = {}
    inputs = [(id, None) for id in circuit.inputs if id in chosen]
    for id, port in sorted([*inputs, *wanted], key=lambda end: (circuit.node(end[0]).kind != "input", order[end[0]])):
        name = id if port is None else f"{id}/{port}"
        node = circuit.node(id)
        if node.kind == "bias":
            made.add_bias(name)
        else:
            made.add_input(name, domain=str(node.parameters.get("domain", "binary")), label=node.label)
        sources[id, port] = name, None
    return sources


def _add_outputs(circuit: Circuit, made: Circuit, chosen: Collection[str]) -> None:
    for id, node in circuit.nodes.items():
        if id not in chosen or not KINDS[node.kind].emits or node.kind in ("input", "bias"):
            continue
        if any(edge.target in chosen for edge in circuit.outgoing(id)):
            continue
        if node.kind == "subcircuit":
            for port in circuit.ports(node.parameters["of"], "output"):
                made.add_output(f"{id}/{port}", id, from_port=port)
        else:
            made.add_output(f"{id}~out", id)
