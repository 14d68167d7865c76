"""Which lines lead back: a sequence of the nodes in which few lines do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

PASSES = 10


def flow(count: int, edges: Sequence[tuple[int, int]], first: Collection[int] = ()) -> list[float]:
    """A number for every node; a line to a lower one leads back.

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
    return key


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
    own = key[node]
    others = sorted([(key[u], -1) for u in into] + [(key[v], 1) for v in out])
    back = fewest = here = 0  # lines that lead back, over those that do at the very front
    best = -1
    for place, (other, change) in enumerate(others):
        back += change
        if other < own:
            here = back
        if back < fewest:
            fewest, best = back, place
    if fewest == here:
        return False
    low = others[best][0] if best >= 0 else others[0][0] - 2
    high = others[best + 1][0] if best + 1 < len(others) else low + 2
    key[node] = (low + high) / 2
    return True
