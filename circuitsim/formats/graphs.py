"""The graph of a circuit for programs that draw and measure graphs: DOT (Graphviz) and GraphML."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx as nx

from circuitsim.records import Body, Drive, Edge, Node
from circuitsim.store import Store

_SHAPES = {
    "input": "shape=invhouse", "output": "shape=house", "bias": "shape=circle", "neuron": "shape=circle",
    "tlu": "shape=doublecircle", "delay": "shape=square", "subcircuit": "shape=box3d",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def write_dot(circuit: Store) -> bytes:
    """A digraph, from left to right: what inhibits ends in a dot, as McCulloch and Pitts drew it."""
    body = circuit.body()
    lines = [f"digraph {_text(circuit.name or 'circuit')} {{", "  rankdir=LR;"]
    lines += [f"  {_text(node.id)} [{_SHAPES[node.kind]}, label={_text(_title(node))}];" for node in body.nodes]
    lines += [f"  {_text(edge.source)} -> {_text(edge.target)}{_edge(edge)};" for edge in body.edges]
    for kind, rank in (("input", "source"), ("output", "sink")):
        ids = body.ports(kind)  # type: ignore[arg-type]
        if ids:
            lines.append(f"  {{rank={rank}; {'; '.join(map(_text, ids))}}}")
    return ("\n".join([*lines, "}"]) + "\n").encode()


def _title(node: Node) -> str:
    parameters = node.parameters
    title = node.label if node.label is not None else node.id
    if node.kind == "neuron":
        return f"{title}\n≥{parameters['threshold']}" + (" rel." if parameters["inhibition"] == "relative" else "")
    if node.kind == "tlu":
        return f"{title}\n{parameters['bias']:+g}"
    if node.kind == "subcircuit":
        return f"{title}\n{parameters['of']}"
    return title


def _edge(edge: Edge) -> str:
    parts = []
    if edge.kind == "inhibitory":
        parts.append("arrowhead=dot, color=firebrick")
    if edge.count not in (None, 1):
        parts.append(f"label={_text(f'×{edge.count}')}")
    if edge.weight is not None:
        parts.append(f"label={_text(f'{edge.weight:g}')}")
    ends = (("taillabel", edge.from_port), ("headlabel", edge.to_port))
    parts += [f"{name}={_text(port)}" for name, port in ends if port is not None]
    return f" [{', '.join(parts)}]" if parts else ""


def _text(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


def write_graphml(circuit: Store) -> bytes:
    """GraphML as networkx writes it: a node's kind and parameters, an edge's kind, count, weight and ports."""
    graph = nx.MultiDiGraph(name=_CONTROL.sub("\N{REPLACEMENT CHARACTER}", circuit.name))
    body: Body = circuit.body()
    for node in body.nodes:
        place = body.layout.get(node.id)
        at = {} if place is None else {"x": place.x, "y": place.y}
        given = {"kind": node.kind, **node.parameters, "label": node.label, **at}
        graph.add_node(node.id, **{name: _plain(value) for name, value in given.items() if value is not None})
    for edge in body.edges:
        names = ("kind", "count", "weight", "from_port", "to_port")
        given = {name: getattr(edge, name) for name in names}
        attributes = {name: _plain(value) for name, value in given.items() if value is not None}
        graph.add_edge(edge.source, edge.target, key=edge.key, **attributes)
    data = io.BytesIO()
    nx.write_graphml_xml(graph, data)  # the variant on lxml differs in what it accepts
    return data.getvalue()


def _plain(value: Any) -> Any:
    """What GraphML has a type for; its integers have 64 bits, and XML has no control characters."""
    if isinstance(value, Drive):
        return value.pattern + ("..." if value.repeat else "")
    if isinstance(value, int) and abs(value) >= 2**63:
        return str(value)
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
