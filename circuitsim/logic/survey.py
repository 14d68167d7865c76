"""A circuit in figures: what it is made of, how deep it is, which loops it has."""

from __future__ import annotations

from collections import Counter
from typing import Any

from circuitsim.engine.net import Net
from circuitsim.engine.order import depth, loops
from circuitsim.errors import LoopError
from circuitsim.store import Store


def survey(circuit: Store) -> dict[str, Any]:
    """Name, timing, inputs and outputs, nodes by kind, synapses, depth and loops, as plain data.

    `unfolded` counts the nodes with every subcircuit opened; `depth` is the longest way through gates
    in a tick (None where a loop forbids one); `loops` names one loop of each cyclic part.
    """
    net = Net(circuit)
    try:
        deepest: int | None = depth(net)
    except LoopError:
        deepest = None
    found = loops(net, through_delays=True)
    return {
        "name": circuit.name,
        "description": circuit.description,
        "timing": circuit.timing,
        "inputs": list(circuit.inputs),
        "outputs": list(circuit.outputs),
        "nodes": dict(Counter(node.kind for node in circuit.nodes.values())),
        "edges": len(circuit.edges),
        "synapses": sum(edge.count or 1 for edge in circuit.edges),
        "definitions": list(circuit.definitions),
        "unfolded": len(net) - 1,
        "depth": deepest,
        "loops": [[net.name(signal) for signal in loop] for loop in found],
        "layers": {name: list(members) for name, members in circuit.layers.items()},
        "tests": [test.name for test in circuit.tests],
    }
