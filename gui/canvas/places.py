"""Where nodes are drawn that the document gives no place: in columns, in the direction of flow.

The document is not changed; the same circuit always looks the same.
"""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from circuitsim.store import Store

COLUMN, ROW = 120.0, 80.0
SNAP = 10.0


def place_all(circuit: Store) -> dict[str, tuple[float, float]]:
    """The centre of every node, in scene units."""
    placed = {id: (place.x, place.y) for id, place in circuit.layout.items()}
    loose = [id for id in circuit.nodes if id not in placed]
    if not loose:
        return placed
    taken = [*(y for _, y in placed.values()), *(note.y for note in circuit.notes)]
    top = max(taken, default=-ROW) + ROW
    left = min((x for x, _ in placed.values()), default=0.0)
    for column, ids in enumerate(columns(circuit, loose)):
        for row, id in enumerate(ids):
            placed[id] = left + column * COLUMN, top + row * ROW
    return placed


def columns(circuit: Store, ids: Sequence[str]) -> list[list[str]]:
    """The nodes by their longest distance from a source; loops count as one, outputs stand last."""
    graph = nx.DiGraph()
    graph.add_nodes_from(ids)
    known = set(ids)
    graph.add_edges_from((u, v) for u, v in circuit.graph.edges() if u in known and v in known and u != v)
    depth = _depths(graph)
    last = max(depth.values(), default=0)
    outputs = {id for id in ids if circuit.graph.nodes[id]["kind"] == "output"}
    if outputs and any(depth[id] == last and id not in outputs for id in ids):
        last += 1
    result: list[list[str]] = [[] for _ in range(last + 1)]
    for id in ids:
        result[last if id in outputs else depth[id]].append(id)
    return [_near_their_sources(graph, result, k) for k in range(len(result))]


def _depths(graph: nx.DiGraph) -> dict[str, int]:
    rank = {id: k for k, id in enumerate(graph)}
    acyclic = nx.DiGraph(graph)
    for component in list(nx.strongly_connected_components(graph)):
        if len(component) > 1:  # inside a loop only the edges in the document's order count as forward
            inner = [(u, v) for u, v in graph.subgraph(component).edges() if rank[u] >= rank[v]]
            acyclic.remove_edges_from(inner)
    depth: dict[str, int] = {}
    for id in nx.topological_sort(acyclic):
        depth[id] = max((depth[source] + 1 for source in acyclic.predecessors(id)), default=0)
    return depth


def _near_their_sources(graph: nx.DiGraph, result: list[list[str]], k: int) -> list[str]:
    if k == 0:
        return result[0]
    row = {id: place for column in result[:k] for place, id in enumerate(column)}

    def middle(id: str) -> float:
        rows = [row[source] for source in graph.predecessors(id) if source in row]
        return sum(rows) / len(rows) if rows else float("inf")

    result[k].sort(key=middle)
    return result[k]
