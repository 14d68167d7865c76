"""What is odd about a circuit that is well formed: missing sources, loops, neurons that never fire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from circuitsim.engine.net import Net
from circuitsim.engine.order import loops
from circuitsim.errors import RunError, name_some
from circuitsim.kinds import KINDS
from circuitsim.records import Body, Edge, Node
from circuitsim.store import Store


@dataclass(frozen=True, slots=True)
class Finding:
    """One odd thing. An error keeps the circuit from running, a warning does not."""

    severity: Literal["error", "warning"]
    message: str
    nodes: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.severity}: {self.message}"


def lint(circuit: Store) -> list[Finding]:
    """Everything odd about a circuit, errors first."""
    findings = [*_unable_to_run(circuit)]
    definitions = circuit.definitions
    inputs = {name: definition.body.ports("input") for name, definition in definitions.items()}
    bodies = [("", circuit.body()), *((f"in definition {name!r}, ", d.body) for name, d in definitions.items())]
    for where, body in bodies:
        findings += [Finding("warning", where + message, nodes) for message, nodes in _odd(body, inputs)]
    return findings


def _unable_to_run(circuit: Store) -> Iterator[Finding]:
    try:
        net = Net(circuit)
    except RunError as error:
        yield Finding("error", str(error), error.nodes)
        return
    if circuit.timing == "settled":
        for loop in loops(net, through_delays=False):
            names = tuple(net.name(signal) for signal in loop)
            yield Finding(
                "error",
                f"the loop through {name_some(names)} has no delay, so it cannot settle; "
                "put a delay into it, or give the circuit the timing 'unit-delay'",
                names,
            )


def _odd(body: Body, inputs: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    incoming: dict[str, list[Edge]] = {node.id: [] for node in body.nodes}
    for edge in body.edges:
        incoming[edge.target].append(edge)
    for node in body.nodes:
        kind = KINDS[node.kind]
        edges = incoming[node.id]
        if kind.sources == 1 and not edges:
            yield f"{node.kind} {node.id!r} has no source, so it is 0", (node.id,)
        if kind.role == "instance":
            fed = {edge.to_port for edge in edges}
            for port in inputs[node.parameters["of"]]:
                if port not in fed:
                    yield f"port {port!r} of subcircuit {node.id!r} has no source, so it is 0", (node.id,)
        if node.kind == "neuron":
            yield from _neuron(node, edges)


def _neuron(node: Node, edges: list[Edge]) -> Iterator[tuple[str, tuple[str, ...]]]:
    excitatory = sum(edge.count or 0 for edge in edges if edge.kind == "excitatory")
    threshold = node.parameters["threshold"]
    if excitatory < threshold:
        yield (
            f"neuron {node.id!r} can never fire: its threshold is {threshold}, "
            f"and it has {excitatory} excitatory synapse{'s' * (excitatory != 1)}",
            (node.id,),
        )
