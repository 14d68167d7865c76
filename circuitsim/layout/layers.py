"""A layer for every node: loops opened, sources left of targets, edges short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chart:
    """Nodes and the waypoints of long edges, each in a layer; every edge joins neighbouring layers.

    The first entries of `layer` are the nodes, the others waypoints. `edges` has the shape (2, m).
    """

    layer: Ints
    edges: Ints


LONGEST = 20
"""Layers passed by an edge, on the average, above which inputs leave the first layer for their targets."""


def assign_layers(
    count: int, edges: Sequence[tuple[int, int]], first: Sequence[int], last: Sequence[int]
) -> tuple[Ints, list[tuple[int, int]]]:
    """The layer of every node, and the edges with those that close a loop turned round."""
    forward = _opened(count, [(u, v) for u, v in dict.fromkeys(edges) if u != v], first)
    sources: list[list[int]] = [[] for _ in range(count)]
    targets: list[list[int]] = [[] for _ in range(count)]
    for u, v in forward:
        sources[v].append(u)
        targets[u].append(v)
    order = _topological(sources, targets)
    layer = _compact(order, sources, targets, set(first))
    if _length(layer, forward) > LONGEST * len(forward):
        layer = _compact(order, sources, targets, set())
    else:
        end = max(layer)
        for node in last:
            if not targets[node]:
                layer[node] = end
    return np.array(layer) - min(layer), forward


def _compact(order: list[int], sources: list[list[int]], targets: list[list[int]], pinned: set[int]) -> list[int]:
    """Layers in which lines are short: the better of two ways to begin, each with what can move moved."""
    left = [0] * len(order)
    for node in order:
        left[node] = max((left[s] + 1 for s in sources[node]), default=0)
    right = list(left)
    for node in reversed(order):
        if targets[node] and node not in pinned:
            right[node] = min(right[t] for t in targets[node]) - 1
    for layer in (left, right):
        for _ in range(2):
            for node in reversed(order):
                if len(targets[node]) >= len(sources[node]) and targets[node] and node not in pinned:
                    layer[node] = min(layer[t] for t in targets[node]) - 1
            for node in order:
                if len(sources[node]) > len(targets[node]) and node not in pinned:
                    layer[node] = max(layer[s] for s in sources[node]) + 1
    lengths = [sum(layer[t] - layer[node] for node in order for t in targets[node]) for layer in (left, right)]
    return left if lengths[0] <= lengths[1] else right


def _length(layer: list[int], edges: list[tuple[int, int]]) -> int:
    return sum(layer[v] - layer[u] for u, v in edges)


def _opened(count: int, edges: list[tuple[int, int]], first: Sequence[int]) -> list[tuple[int, int]]:
    """Turn round the edges that lead back in a sequence in which few do (Eades, Lin and Smyth 1993).

    Sinks are taken to the end and sources to the front as long as there are any; else the node with most
    edges out over edges in goes to the front. Nodes of the first layer count as sources.
    """
    targets: list[list[int]] = [[] for _ in range(count)]
    sources: list[list[int]] = [[] for _ in range(count)]
    pinned = set(first)
    for u, v in edges:
        if v not in pinned:
            targets[u].append(v)
            sources[v].append(u)
    into, out = list(map(len, sources)), list(map(len, targets))
    taken = [False] * count
    front: list[int] = []
    back: list[int] = []
    ready = [k for k in range(count - 1, -1, -1) if not into[k] or not out[k]]
    by_lead: dict[int, dict[int, None]] = {}
    for k in range(count):
        by_lead.setdefault(out[k] - into[k], {})[k] = None
    highest = max(by_lead, default=0)
    for _ in range(count):
        node = -1
        while ready and node < 0:
            candidate = ready.pop()
            node = candidate if not taken[candidate] else -1
        if node < 0:
            while not by_lead.get(highest):
                highest -= 1
            node = next(iter(by_lead[highest]))
        taken[node] = True
        del by_lead[out[node] - into[node]][node]
        (back if not out[node] and into[node] else front).append(node)
        for others, own in ((targets[node], into), (sources[node], out)):
            for other in others:
                if not taken[other]:
                    del by_lead[out[other] - into[other]][other]
                    own[other] -= 1
                    by_lead.setdefault(out[other] - into[other], {})[other] = None
                    highest = max(highest, out[other] - into[other])
                    if not own[other]:
                        ready.append(other)
    rank = {node: k for k, node in enumerate([*front, *reversed(back)])}
    return list(dict.fromkeys((u, v) if rank[u] < rank[v] else (v, u) for u, v in edges))


def _topological(sources: list[list[int]], targets: list[list[int]]) -> list[int]:
    waiting = list(map(len, sources))
    order = [k for k, n in enumerate(waiting) if not n]
    for node in order:  # grows as it is walked
        for target in targets[node]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return order


def split(values: Ints, group: Ints, groups: int) -> list[Ints]:
    """The values of each group, in their order."""
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(groups + 1)).tolist()
    ordered = values[order]
    return [ordered[a:b] for a, b in pairwise(bounds)]


def chart(layer: Ints, edges: Sequence[tuple[int, int]]) -> Chart:
    """Break edges that pass layers at waypoints, one a layer."""
    if not edges:
        return Chart(layer, np.zeros((2, 0), np.int64))
    u, v = np.array(edges).T
    u, v = np.where(layer[u] <= layer[v], u, v), np.where(layer[u] <= layer[v], v, u)
    keep = layer[u] != layer[v]
    u, v = u[keep], v[keep]
    passed = layer[v] - layer[u] - 1
    total = int(passed.sum())
    edge = np.repeat(np.arange(len(u)), passed)
    begin = np.cumsum(passed) - passed
    step = np.arange(total) - begin[edge]
    waypoint = len(layer) + np.arange(total)
    ends = np.where(passed > 0, len(layer) + begin + passed - 1, u)
    heads = np.where(step == 0, u[edge], waypoint - 1)
    return Chart(
        np.concatenate([layer, layer[u[edge]] + 1 + step]),
        np.stack([np.concatenate([heads, ends]), np.concatenate([waypoint, v])]),
    )
