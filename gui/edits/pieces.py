"""Parts of a circuit that are copied, pasted and duplicated, as circuits of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import networkx as nx

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.records import Body, Contents, Definition, Head, Node
from gui.edits.adding import GRID, snap
from gui.edits.scope import circuit_of
from gui.language import tr

MIME = "application/x-circuitsim+json"
Place = tuple[float, float]


def cut_out(
    circuit: Circuit, ids: Iterable[str], notes: Iterable[int] = (), places: dict[str, Place] | None = None
) -> Circuit:
    """A copy of some nodes, the connections among them, some notes, and the definitions that they use.

    `places` says where nodes are drawn that the circuit gives no place.
    """
    chosen = set(ids)
    nodes = [node for node in circuit.nodes.values() if node.id in chosen]
    edges = [edge for edge in circuit.edges if edge.source in chosen and edge.target in chosen]
    at = {id: circuit.layout[id] for id in chosen if id in circuit.layout}
    used = _used(circuit, nodes)
    wanted = set(notes)
    piece = Circuit.from_contents(
        Contents(
            Head(circuit.name, timing=circuit.timing),
            Body(tuple(nodes), tuple(edges), at),
            notes=tuple(note for note in circuit.notes if note.rank in wanted),
            definitions=tuple(definition for name, definition in circuit.definitions.items() if name in used),
        )
    )
    for id, (x, y) in (places or {}).items():
        if id in chosen and id not in at:
            piece.place(id, x, y)
    return piece


def _used(circuit: Circuit, nodes: Iterable[Node]) -> set[str]:
    todo = [node.parameters["of"] for node in nodes if node.kind == "subcircuit"]
    found: set[str] = set()
    definitions = circuit.definitions
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += definitions[name].children()
    return found


def to_text(piece: Circuit) -> str:
    """A piece as the text of a circuit file."""
    return write_json(piece).decode()


def from_text(text: str) -> Circuit:
    """The circuit in a text; CircuitError, in words for people, where there is none."""
    if not text.strip():
        raise CircuitError(tr("The clipboard holds no circuit; copy some nodes first"))
    return read_json(text.encode("utf-8", "surrogatepass"), tr("the clipboard"), Circuit)


def insert(
    circuit: Circuit, piece: Circuit, at: Place | None = None, grid: float = GRID
) -> tuple[list[str], list[int]]:
    """Add a piece with ids of its own, its middle at a place on a grid; returns the new ids and notes."""
    dx, dy = _shift(piece, at, grid)
    names = _bring_definitions(circuit, piece)
    ids: dict[str, str] = {}
    for node in piece.nodes.values():
        ids[node.id] = new = fresh(circuit, node.id)
        given = dict(node.parameters)
        if "of" in given:
            given["of"] = names[given["of"]]
        place = piece.layout.get(node.id)
        where = None if place is None else (place.x + dx, place.y + dy, place.degrees)
        circuit.add(node.kind, new, label=node.label, at=where, **given)
    for edge in piece.edges:
        circuit.connect(
            ids[edge.source], ids[edge.target], kind=edge.kind, count=edge.count, weight=edge.weight,
            from_port=edge.from_port, to_port=edge.to_port,
        )  # fmt: skip
    notes = [circuit.add_note(note.text, note.x + dx, note.y + dy) for note in piece.notes]
    return list(ids.values()), notes


def fresh(circuit: Circuit, id: str) -> str:
    """The id itself where it is free, else its stem with the next free number."""
    if id not in circuit.graph:
        return id
    return circuit.fresh_id(id.rstrip("0123456789") or id)


def _shift(piece: Circuit, at: Place | None, grid: float) -> Place:
    points = [(place.x, place.y) for place in piece.layout.values()] + [(note.x, note.y) for note in piece.notes]
    if at is None or not points:
        return (20.0, 20.0) if at is None else (0.0, 0.0)
    middle = [(min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True)]
    return snap(at[0] - middle[0], grid), snap(at[1] - middle[1], grid)


def _bring_definitions(circuit: Circuit, piece: Circuit) -> dict[str, str]:
    """Define what a piece uses, under another name where that is taken; returns the new names."""
    uses = nx.DiGraph()
    definitions = piece.definitions
    uses.add_nodes_from(definitions)
    uses.add_edges_from((child, d.name) for d in definitions.values() for child in d.children())
    names: dict[str, str] = {}
    for name in nx.topological_sort(uses):
        body = _renamed(definitions[name], names)
        now = circuit.definitions.get(name)
        names[name] = name
        if now is not None and now.body.meaning() != body.meaning():
            names[name] = free_definition(circuit, name)
        if names[name] not in circuit.definitions:
            circuit.define(names[name], circuit_of(circuit, body))
    return names


def _renamed(definition: Definition, names: dict[str, str]) -> Body:
    nodes = tuple(
        replace(node, parameters={**node.parameters, "of": names[node.parameters["of"]]})
        if node.kind == "subcircuit" else node
        for node in definition.body.nodes
    )  # fmt: skip
    return replace(definition.body, nodes=nodes)


def free_definition(circuit: Circuit, stem: str) -> str:
    """A name that no definition has."""
    number = 2
    while f"{stem}_{number}" in circuit.definitions:
        number += 1
    return f"{stem}_{number}"
