"""A layer for every node, so that all lines together are short.

Layers are the dual of a flow: were each node to take in as much as it gives out, every line had to
carry one unit, and lines that are longer than they need be carry none. So units are sent from
nodes with more lines out than in to nodes with more lines in than out, each along the shortest way,
counted in layers that lines are too long by; the nodes passed on that way move to the right by as much
as they can (successive shortest paths). Where every unit finds its way, no layers are shorter.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from heapq import heappop, heappush
from operator import mul
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

LONGEST = 6
"""Layers that a line leads over, on the average, above which inputs leave the first layer for their targets."""
EFFORT = 600_000
"""About how many nodes are looked at on all ways together; in a larger net long ways are given up."""


class _Line(NamedTuple):
    """A line from left to right, how many layers it leads over at least, and how many lines it counts as."""

    source: int
    target: int
    least: int
    weight: int


def assign_layers(
    count: int,
    edges: Sequence[tuple[int, int]],
    weight: Sequence[int],
    first: Collection[int] = (),
    last: Collection[int] = (),
) -> Ints:
    """The layer of every node; `edges` form no loop, but for those among or into the nodes that stand first."""
    if first or last:
        layer = _with_ends(count, edges, weight, set(first), set(last) - set(first))
        u, v = np.array(edges, np.int64).reshape(-1, 2).T
        if np.abs(layer[v] - layer[u]).sum() <= LONGEST * len(edges):
            return layer
    return _shortest(count, [_Line(u, v, 1, w) for (u, v), w in zip(edges, weight, strict=True)])


def _with_ends(
    count: int, edges: Sequence[tuple[int, int]], weight: Sequence[int], first: set[int], last: set[int]
) -> Ints:
    """Layers where one node stands for all that are first, and one for all that are last and lead nowhere."""
    leads = {u for u, _ in edges}
    last = {node for node in last if node not in leads}
    left, right = count, count + 1
    alias = [left if k in first else right if k in last else k for k in range(count)] + [left, right]
    lines = [_Line(alias[u], alias[v], 1, w) for (u, v), w in zip(edges, weight, strict=True) if alias[u] != alias[v]]
    begun, ended = {line.target for line in lines}, {line.source for line in lines}
    inner = [k for k in range(count) if alias[k] == k]
    if first:
        lines += [_Line(left, k, 0, 0) for k in inner if k not in begun]
    if last:
        lines += [_Line(k, right, 0, 0) for k in inner if k not in ended]
    return _shortest(count + 2, lines)[alias[:count]]


def _shortest(count: int, lines: list[_Line]) -> Ints:
    out: list[list[tuple[int, int, int]]] = [[] for _ in range(count)]
    into: list[list[tuple[int, int, int]]] = [[] for _ in range(count)]
    wanted = [0] * count
    for number, (u, v, least, weight) in enumerate(lines):
        out[u].append((v, least, number))
        into[v].append((u, least, number))
        wanted[v] += weight
        wanted[u] -= weight
    order = _topological(into, out)
    layer = _near(order, into, out, wanted)
    sent = [0] * len(lines)
    reach = min(max(40, EFFORT // max(count, 1)), 400)
    for node in reversed(order):
        while wanted[node] < 0 and _send(node, layer, out, into, wanted, sent, reach):
            pass
    result = np.array(layer, np.int64)
    return result - result.min() if count else result


Lines = list[list[tuple[int, int, int]]]
"""Of every node the other ends of its lines, how many layers they lead over at least, and their numbers."""


def _near(order: list[int], into: Lines, out: Lines, wanted: list[int]) -> list[int]:
    """Layers to begin with: as far left, or right, as can be, then each node to the side where it has more lines."""
    left = [0] * len(order)
    for node in order:
        left[node] = max((left[other] + least for other, least, _ in into[node]), default=0)
    right = list(left)
    for node in reversed(order):
        if out[node]:
            right[node] = min(right[other] - least for other, least, _ in out[node])
    for layer in (left, right):
        for _ in range(2):
            for node in reversed(order):
                if wanted[node] <= 0 and out[node]:
                    layer[node] = min(layer[other] - least for other, least, _ in out[node])
            for node in order:
                if wanted[node] > 0:
                    layer[node] = max(layer[other] + least for other, least, _ in into[node])
    return min(left, right, key=lambda layer: sum(map(mul, layer, wanted)))


def _send(
    start: int, layer: list[int], out: Lines, into: Lines, wanted: list[int], sent: list[int], reach: int
) -> bool:
    """Send what a node gives out too much to the nearest that lacks it; whether one was within reach."""
    away = {start: 0}
    came: dict[int, tuple[int, int, int]] = {}  # from where, on which line, and along or against it
    level = [start]  # nodes at the distance looked at
    later: list[tuple[int, int]] = []
    distance = 0
    met: set[int] = set()
    while (level or later) and len(met) <= reach:
        if level:
            node = level.pop()
        else:
            distance, node = heappop(later)
        if node in met:
            continue
        met.add(node)
        if wanted[node] > 0:
            break
        free = distance - layer[node]
        for other, least, line in out[node]:
            far = free + layer[other] - least
            if far < away.get(other, far + 1):
                away[other] = far
                came[other] = node, line, 1
                if far == distance:
                    level.append(other)
                else:
                    heappush(later, (far, other))
        for other, _, line in into[node]:
            if sent[line] and distance < away.get(other, distance + 1):
                away[other] = distance
                came[other] = node, line, -1
                level.append(other)
    else:
        return False
    if distance:
        for other in met:
            layer[other] += distance - away[other]
    way = []
    end = node
    amount = min(-wanted[start], wanted[end])
    while node != start:
        node, line, sign = came[node]
        way.append((line, sign))
        if sign < 0:
            amount = min(amount, sent[line])
    for line, sign in way:
        sent[line] += sign * amount
    wanted[start] += amount
    wanted[end] -= amount
    return True


def _topological(into: Lines, out: Lines) -> list[int]:
    waiting = list(map(len, into))
    order = [k for k, n in enumerate(waiting) if not n]
    for node in order:  # grows as it is walked
        for other, _, _ in out[node]:
            waiting[other] -= 1
            if not waiting[other]:
                order.append(other)
    return order
