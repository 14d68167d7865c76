"""The parts of a net that nothing connects stand side by side, in rows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from circuitsim.layout.chart import Floats, Ints

SHAPE = 1.6
"""How much wider than high the whole should be."""


def parts(count: int, edges: Ints) -> list[Ints]:
    """The nodes of each part, in the order of their first nodes."""
    boss = list(range(count))
    for u, v in edges.tolist():
        while boss[u] != u:
            boss[u] = boss[boss[u]]
            u = boss[u]
        while boss[v] != v:
            boss[v] = boss[boss[v]]
            v = boss[v]
        boss[max(u, v)] = min(u, v)
    for node, above in enumerate(boss):  # a boss has the lowest number of its part
        boss[node] = boss[above]
    _, part = np.unique(np.array(boss, np.int64), return_inverse=True)
    order = np.argsort(part, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(part[order])) + 1) if count else []


def pack(boxes: Sequence[tuple[float, float]], gap: float) -> Floats:
    """The top left corner of each box (width, height), from left to right in rows, in their order.

    >>> pack([(40, 20), (40, 20), (100, 30)], 10.0).tolist()
    [[0.0, 0.0], [50.0, 0.0], [0.0, 30.0]]
    """
    area = sum((width + gap) * (height + gap) for width, height in boxes)
    widest = max([(SHAPE * area) ** 0.5, *(width for width, _ in boxes)])
    corners = []
    x = y = tallest = 0.0
    for width, height in boxes:
        if x and x + width > widest:
            x, y, tallest = 0.0, y + tallest + gap, 0.0
        corners.append((x, y))
        x += width + gap
        tallest = max(tallest, height)
    return np.array(corners, float).reshape(len(boxes), 2)
