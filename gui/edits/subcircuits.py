"""Some nodes become a subcircuit, and an instance becomes its nodes again; what is computed stays the same.

Connections that go on keep their keys: a threshold logic unit adds up what arrives in the order of
its edges, and the order must not change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from circuitsim.api import Circuit
from circuitsim.errors import EditError
from circuitsim.records import Change, Edge, Node
from gui.edits.adding import snap
from gui.edits.pieces import Place, fresh
from gui.language import tr

Source = tuple[str, str | None]
"""A node, and one of its ports where it is an instance."""


def make(circuit: Circuit, ids: Collection[str], name: str, places: dict[str, Place]) -> str:
    """Put nodes into a definition and an instance of it in their place; returns the instance's id.

    Inputs and outputs stay outside: they are what the ports are named after.
    """
    nodes = [node for node in circuit.nodes.values() if node.id in ids and node.kind not in ("input", "output")]
    if not nodes:
        raise EditError(
            tr("Select some neurons, units, delays or subcircuits first; inputs and outputs become its ports")
        )
    inside = {node.id for node in nodes}
    edges = [edge for edge in circuit.edges if edge.source in inside or edge.target in inside]
    crossing = _Crossing(circuit, inside, edges)
    inner = _inner(circuit, nodes, edges, crossing, places)
    circuit.define(name, inner)
    xs, ys = zip(*(places[id] for id in inside), strict=True)
    middle = snap((min(xs) + max(xs)) / 2), snap((min(ys) + max(ys)) / 2)
    instance = circuit.add("subcircuit", fresh(circuit, name), of=name, at=middle)
    _reconnect(circuit, instance, inside, edges, crossing)
    circuit.remove(*(node.id for node in nodes))
    return instance


class _Crossing:
    """The names of the ports that the crossing edges need, by what drives them."""

    def __init__(self, circuit: Circuit, inside: set[str], edges: Iterable[Edge]) -> None:
        self.into: dict[Source, str] = {}
        self.out: dict[Source, str] = {}
        taken = set(inside)
        for edge in edges:
            source = edge.source, edge.from_port
            if edge.source not in inside and source not in self.into:
                stem = edge.source if edge.from_port is None else f"{edge.source}_{edge.from_port}"
                self.into[source] = _free(stem, taken)
        outgoing = [edge for edge in edges if edge.target not in inside]
        for edge in sorted(outgoing, key=lambda edge: circuit.node(edge.target).kind != "output"):
            source = edge.source, edge.from_port
            if source not in self.out:
                of_output = circuit.node(edge.target).kind == "output"
                self.out[source] = _free(edge.target if of_output else f"{edge.source}_out", taken)


def _free(stem: str, taken: set[str]) -> str:
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}_{number}", number + 1
    taken.add(name)
    return name


def _inner(
    circuit: Circuit, nodes: Iterable[Node], edges: Iterable[Edge], crossing: _Crossing, places: dict[str, Place]
) -> Circuit:
    inner = Circuit(timing=circuit.timing)
    for definition in circuit.definitions.values():
        inner.apply(Change({}, {("definition", definition.name): definition}))
    at = [places[node.id] for node in nodes]
    left, right = min(x for x, _ in at) - 140, max(x for x, _ in at) + 140
    top = min(y for _, y in at)
    for k, (source, name) in enumerate(crossing.into.items()):
        real = circuit.node(source[0]).parameters.get("domain") == "real"
        inner.add_input(name, domain="real" if real else "binary", at=(left, top + 80 * k))
    for node in nodes:
        place = (*places[node.id], circuit.layout[node.id].degrees if node.id in circuit.layout else 0.0)
        inner.add(node.kind, node.id, label=node.label, at=place, **node.parameters)
    ids = {node.id for node in nodes}
    for edge in edges:
        if edge.target in ids:
            source, port = (edge.source, edge.from_port)
            if source not in ids:
                source, port = crossing.into[source, port], None
            inner.connect(source, edge.target, from_port=port, to_port=edge.to_port, **_carried(edge))
    for k, ((source, port), name) in enumerate(crossing.out.items()):
        inner.add_output(name, source, from_port=port, at=(right, top + 80 * k))
    return inner


def _carried(edge: Edge) -> dict[str, object]:
    return {"kind": edge.kind, "count": edge.count, "weight": edge.weight}


def _reconnect(circuit: Circuit, instance: str, inside: set[str], edges: Iterable[Edge], crossing: _Crossing) -> None:
    fed: set[Source] = set()
    for edge in edges:
        source = edge.source, edge.from_port
        if edge.source in inside and edge.target in inside:
            continue
        if edge.target in inside:
            if source in fed:
                circuit.disconnect(edge.key)
                continue
            fed.add(source)
            plain = {"kind": None, "count": None, "weight": None}
            _swap(circuit, edge, replace(edge, target=instance, to_port=crossing.into[source], **plain))
        else:
            _swap(circuit, edge, replace(edge, source=instance, from_port=crossing.out[source]))


def _swap(circuit: Circuit, edge: Edge, other: Edge) -> None:
    circuit.apply(Change({("edge", edge.key): edge}, {("edge", edge.key): other}))


@dataclass(frozen=True, slots=True)
class _Instance:
    """An instance and what its ports are fed by, inside and outside."""

    id: str
    inner: dict[str, Edge]
    outer: dict[str, Edge]
    ports: frozenset[str]
    ids: dict[str, str]

    def behind(self, source: Source) -> Source | None:
        """What a source of the inside or of the instance is once the instance is gone; None for silence."""
        seen: set[Source] = set()
        now: Source | None = source
        while now is not None and now not in seen:
            seen.add(now)
            id, port = now
            if id == self.id:  # an output port of the instance: what feeds it inside
                edge = self.inner.get(port or "")
                now = None if edge is None else ("inside/" + edge.source, edge.from_port)
            elif id.startswith("inside/") and id.removeprefix("inside/") in self.ports:
                edge = self.outer.get(id.removeprefix("inside/"))
                now = None if edge is None else (edge.source, edge.from_port)
            elif id.startswith("inside/"):
                return self.ids[id.removeprefix("inside/")], port
            else:
                return now
        return None


def unpack(circuit: Circuit, id: str, at: Place) -> list[str]:
    """Put the nodes of a definition in the place of an instance; returns their ids."""
    node = circuit.node(id)
    if node.kind != "subcircuit":
        raise EditError(tr("{id} is no subcircuit; select one to unpack").format(id=id))
    body = circuit.definitions[node.parameters["of"]].body
    inputs, outputs = body.ports("input"), set(body.ports("output"))
    ids: dict[str, str] = {}
    kept = [inner for inner in body.nodes if inner.kind not in ("input", "output")]
    points = [(body.layout[inner.id].x, body.layout[inner.id].y) for inner in kept if inner.id in body.layout]
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)] or [0.0, 0.0]
    for inner in kept:
        new = inner.id if inner.id not in circuit.graph else fresh(circuit, f"{id}_{inner.id}")
        ids[inner.id] = new
        place = body.layout.get(inner.id)
        where = None
        if place is not None:
            where = (snap(place.x - middle[0] + at[0]), snap(place.y - middle[1] + at[1]), place.degrees)
        circuit.add(inner.kind, new, label=inner.label, at=where, **inner.parameters)
    instance = _Instance(
        id,
        {edge.target: edge for edge in body.edges if edge.target in outputs},
        {edge.to_port or "": edge for edge in circuit.incoming(id)},
        frozenset(inputs),
        ids,
    )
    for edge in body.edges:
        source = instance.behind(("inside/" + edge.source, edge.from_port))
        if edge.target not in outputs and source is not None:
            circuit.connect(source[0], ids[edge.target], from_port=source[1], to_port=edge.to_port, **_carried(edge))
    for edge in circuit.outgoing(id):
        source = instance.behind((id, edge.from_port))
        if source is None or edge.target == id:
            circuit.disconnect(edge.key)
        else:
            _swap(circuit, edge, replace(edge, source=source[0], from_port=source[1]))
    circuit.remove(id)
    return list(ids.values())
