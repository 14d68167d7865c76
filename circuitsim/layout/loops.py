"""Which lines lead back: a sequence of the nodes in which few lines do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

PASSES = 10


def flow(count: int, edges: Sequence[tuple[int, int]], first: Collection[int] = ()) -> list[int]:
    """The nodes in an order in which few lines lead back.

    A walk to the depth begins at the nodes that nothing leads to; a node comes before all that is
    first met from it. Then each node in turn goes to where the fewest of its own lines lead back, until none
    gains by that. Nodes of the first layer are where the walk begins, and what leads to them is left out.
    """
    into: list[list[int]] = [[] for _ in range(count)]
    out: list[list[int]] = [[] for _ in range(count)]
    start = set(first)
    for u, v in edges:
        if v not in start and u != v:
            into[v].append(u)
            out[u].append(v)
    order = _deep(into, out)
    key = [0.0] * count
    for place, node in enumerate(order):
        key[node] = float(place)
    for turn in range(PASSES):
        moved = [_settle(key, node, into[node], out[node]) for node in (reversed(order) if turn % 2 else order)]
        if not any(moved):
            break
    return sorted(range(count), key=key.__getitem__)


def _deep(into: list[list[int]], out: list[list[int]]) -> list[int]:
    """Every node before those that are first met from it."""
    left: list[int] = []
    met = [False] * len(out)
    for start in sorted(range(len(out)), key=lambda k: (len(into[k]) > 0, len(into[k]) - len(out[k]))):
        if met[start]:
            continue
        met[start] = True
        path = [(start, iter(out[start]))]
        while path:
            node, others = path[-1]
            for other in others:
                if not met[other]:
                    met[other] = True
                    path.append((other, iter(out[other])))
                    break
            else:
                left.append(node)
                path.pop()
    return left[::-1]


def _settle(key: list[float], node: int, into: list[int], out: list[int]) -> bool:
    """Move a node to where the fewest of its lines lead back."""
    change: dict[float, int] = {}  # by the keys of its neighbours: what passing them changes
    for others, step in ((into, -1), (out, 1)):
        for other in others:
            change[key[other]] = change.get(key[other], 0) + step
    places = sorted(change)
    back = fewest = here = 0  # lines that lead back, over those that do at the very front
    best = -1
    for number, place in enumerate(places):
        back += change[place]
        if place < key[node]:
            here = back
        if back < fewest:
            fewest, best = back, number
    if fewest == here:
        return False
    low = places[best] if best >= 0 else places[0] - 2
    high = places[best + 1] if best + 1 < len(places) else low + 2
    key[node] = (low + high) / 2
    return True
