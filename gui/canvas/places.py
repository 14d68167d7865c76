"""Where nodes are drawn that the document gives no place: tidily, in the direction of flow.

The document is not changed; the same circuit always looks the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from circuitsim.layout import tidy
from gui.canvas import shapes
from gui.canvas.shapes import Floats

if TYPE_CHECKING:
    from gui.canvas.arrays import NetArrays

SNAP = 10.0
GAP = (64.0, 34.0)
_BELOW = 80.0
_NAME = 22.0  # what a name takes up below its node


class Job:
    """A tidy layout of some nodes, ready to be computed, beside the window if need be."""

    def __init__(self, net: NetArrays, ids: Sequence[str], *, keep_middle: bool = True) -> None:
        self.ids = list(ids)
        rows = np.array([net.index[id] for id in self.ids], np.intp)
        number = {int(row): k for k, row in enumerate(rows)}
        self._sizes = [
            (2 * float(net.half_width[row]), 2 * float(net.half_height[row]) + (_NAME if net.labels[row].text else 0))
            for row in rows
        ]
        ends = zip(net.line_source.tolist(), net.line_target.tolist(), strict=True)
        self._edges = [(number[u], number[v]) for u, v in ends if u in number and v in number]
        self._first = [k for row, k in number.items() if net.code[row] == shapes.INPUT]
        self._last = [k for row, k in number.items() if net.code[row] == shapes.OUTPUT]
        self._middle = None
        if keep_middle and len(rows):
            self._middle = (
                (net.x[rows].min() + net.x[rows].max()) / 2,
                (net.y[rows].min() + net.y[rows].max()) / 2,
            )

    def compute(self) -> Floats:
        """The centres, on the grid, about where the nodes are now."""
        found: Floats = tidy(self._sizes, self._edges, first=self._first, last=self._last, gap=GAP)
        if self._middle is not None and len(found):
            found = found + np.array(self._middle) - (found.min(0) + found.max(0)) / 2
        return np.round(found / SNAP) * SNAP


def place_all(net: NetArrays) -> Mapping[str, tuple[float, float]]:
    """The centre of every node, in scene units."""
    placed = {id: (place.x, place.y) for id, place in net.circuit.layout.items()}
    loose = [node.id for node in net.nodes if node.id not in placed]
    if not loose:
        return placed
    taken = [*(y for _, y in placed.values()), *(note.y for note in net.circuit.notes)]
    left = min((x for x, _ in placed.values()), default=0.0)
    found = Job(net, loose, keep_middle=False).compute()
    found += np.array([left, max(taken, default=-_BELOW) + _BELOW]) - found.min(0)
    placed.update(zip(loose, map(tuple, found.tolist()), strict=True))  # type: ignore[arg-type]
    return placed
