"""Where nodes are drawn that the document gives no place: tidily, in the direction of flow.

The document is not changed; the same circuit always looks the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from circuitsim.layout import tidy
from circuitsim.progress import Progress, silent
from circuitsim.records import Change, Place, Record, Slot
from gui.canvas import shapes
from gui.canvas.labels import LINE
from gui.canvas.shapes import Floats

if TYPE_CHECKING:
    from gui.canvas.arrays import NetArrays

SNAP = 10.0
GAP = (60.0, 24.0)
_BELOW = 80.0
_SHARED = 22.0  # how far a name below a node may reach into the gap beside it
_ABOVE_TLU = 18.0  # room for the bias
_LOOP = 26.0  # room for a line from a node to itself, above it and on both sides


class Job:
    """A tidy layout of some nodes, ready to be computed in any thread: the circuit may be edited meanwhile."""

    def __init__(self, net: NetArrays, ids: Sequence[str], *, keep_middle: bool = True) -> None:
        self.ids = list(ids)
        self.rows = rows = np.array([net.index[id] for id in self.ids], np.intp)
        self._net = net.twin() if keep_middle else net
        self._layout = net.circuit.body().layout
        self._middle = None
        if keep_middle and len(rows):
            self._middle = (
                (net.x[rows].min() + net.x[rows].max()) / 2,
                (net.y[rows].min() + net.y[rows].max()) / 2,
            )

    def compute(self, progress: Progress = silent) -> Floats:
        """The centres, on the grid, about where the nodes are now."""
        net, rows = self._net, self.rows
        number = np.full(len(net.nodes), -1)
        number[rows] = np.arange(len(rows))
        edges = np.stack((number[net.line_source], number[net.line_target]), axis=1)
        inside = np.flatnonzero((edges >= 0).all(axis=1))
        found = tidy(
            self._reach(),
            edges[inside],
            ends=net.port_heights(inside),
            first=np.flatnonzero(net.code[rows] == shapes.INPUT).tolist(),
            last=np.flatnonzero(net.code[rows] == shapes.OUTPUT).tolist(),
            gap=GAP,
            grid=SNAP,
            progress=progress,
        )
        if self._middle is not None and len(found):
            found = found + np.array(self._middle) - (found.min(0) + found.max(0)) / 2
        return np.round(found / SNAP) * SNAP

    def _reach(self) -> Floats:
        """How far each node reaches from its centre with its name and its loops: left, up, right, down."""
        net, rows = self._net, self.rows
        width, height = net.half_width[rows], net.half_height[rows]
        left = net.label_dx[rows] - net.label_width[rows] * net.label_align[rows]
        top, named = net.label_dy[rows], net.label_width[rows] > 0
        right = left + net.label_width[rows]
        below = top > height
        share = np.where(below, _SHARED, 0.0)
        up = np.where(net.code[rows] == shapes.TLU, height + _ABOVE_TLU, height)
        loops = np.isin(rows, net.line_source[net.line_source == net.line_target])
        return np.stack(
            (
                np.where(named, np.maximum(width, -left - share), width),
                np.where(loops, up + _LOOP, up),
                np.where(named, np.maximum(width, right - share), width),
                np.where(named, np.maximum(height, top + LINE), height),
            ),
            axis=1,
        )

    def change(self, centres: Floats) -> Change:
        """The edit that moves the nodes to these centres; each keeps its turn."""
        before: dict[Slot, Record] = {}
        after: dict[Slot, Record] = {}
        for id, (x, y) in zip(self.ids, centres.tolist(), strict=True):
            now = self._layout.get(id)
            place = Place(x, y, 0.0 if now is None else now.degrees)
            if place != now:
                after["place", id] = place
                if now is not None:
                    before["place", id] = now
        return Change(before, after)

    def laid(self, centres: Floats) -> NetArrays:
        """The arrays with the nodes there, and all lines laid."""
        self._net.put_elsewhere(self.rows, centres)
        return self._net


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
