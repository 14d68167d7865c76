"""Where nodes are drawn that the document gives no place: tidily, in the direction of flow.

The document is not changed; the same circuit always looks the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from circuitsim.layout import tidy
from circuitsim.progress import Progress, silent
from circuitsim.records import Change, Note, Place, Record, Slot
from gui.canvas import shapes
from gui.canvas.labels import LINE
from gui.canvas.shapes import Floats
from gui.canvas.spare import above, nearest_spare

if TYPE_CHECKING:
    from gui.canvas.arrays import NetArrays

SNAP = 10.0
GAP = (60.0, 24.0)
_BELOW = 80.0
_SHARED = 22.0  # how far a name below a node may reach into the gap beside it
_ABOVE_TLU = 18.0  # room for the bias
_LOOP = 26.0  # room above a node for a line from it to itself


class Found(NamedTuple):
    """A layout that was computed: the centres of the nodes, and the notes where they stand then."""

    centres: Floats
    notes: tuple[Note, ...]


class Job:
    """A tidy layout of some nodes, ready to be computed in any thread: the circuit may be edited meanwhile.

    All nodes come to stand upright, about where they are now. Where these are only some of the nodes, they go to
    the nearest place where they cover nothing; where these are all, notes make room for them.
    """

    def __init__(self, net: NetArrays, ids: Sequence[str], *, keep_middle: bool = True) -> None:
        self.ids = list(ids)
        self.rows = rows = np.array([net.index[id] for id in self.ids], np.intp)
        self._layout = net.circuit.body().layout
        self._net = net
        self._middle = None
        if keep_middle and len(rows):
            self._net = net.twin()
            self._net.stand_upright(rows)
            x, y = net.x[rows], net.y[rows]
            self._middle = np.array([x.min() + x.max(), y.min() + y.max()]) / 2

    def compute(self, progress: Progress = silent) -> Found:
        """The centres, on the grid."""
        net, rows = self._net, self.rows
        number = np.full(len(net.nodes), -1)
        number[rows] = np.arange(len(rows))
        edges = np.stack((number[net.line_source], number[net.line_target]), axis=1)
        inside = np.flatnonzero((edges >= 0).all(axis=1))
        reach = self._reach()
        centres = tidy(
            reach,
            edges[inside],
            ends=net.port_heights(inside),
            first=np.flatnonzero(net.code[rows] == shapes.INPUT).tolist(),
            last=np.flatnonzero(net.code[rows] == shapes.OUTPUT).tolist(),
            gap=GAP,
            grid=SNAP,
            progress=progress,
        )
        if self._middle is None or not len(rows):
            return Found(centres, net.notes)
        centres += np.round((self._middle - (centres.min(0) + centres.max(0)) / 2) / SNAP) * SNAP
        boxes = np.concatenate((centres - reach[:, :2], centres + reach[:, 2:]), axis=1)
        if len(rows) == len(net.nodes):
            return Found(centres, self._notes_beside(boxes))
        others = np.setdiff1d(np.arange(len(net.nodes)), rows)
        taken = np.concatenate((net.node_boxes()[others], net.label_boxes()[others], net.note_boxes()))
        return Found(centres + nearest_spare(boxes, taken, GAP[1], SNAP), net.notes)

    def _notes_beside(self, boxes: Floats) -> tuple[Note, ...]:
        """The notes, those that would lie over the circuit in a column above it."""
        corners = above(self._net.note_boxes(), boxes, GAP[1], SNAP)
        return tuple(
            note if at is None else replace(note, x=at[0], y=at[1])
            for note, at in zip(self._net.notes, corners, strict=True)
        )

    def _reach(self) -> Floats:
        """How far each node reaches from its centre with its name and its loops: left, up, right, down."""
        net, rows = self._net, self.rows
        width, height = net.half_width[rows], net.half_height[rows]
        name_left, name_top = net.label_dx[rows] - net.label_width[rows] * net.label_align[rows], net.label_dy[rows]
        name_right, named = name_left + net.label_width[rows], net.label_width[rows] > 0
        shared = np.where(name_top > height, _SHARED, 0.0)
        left = np.where(named, np.maximum(width, -name_left - shared), width)
        right = np.where(named, np.maximum(width, name_right - shared), width)
        down = np.where(named, np.maximum(height, name_top + LINE), height)
        up = np.where(net.code[rows] == shapes.TLU, height + _ABOVE_TLU, height)
        up[np.isin(rows, net.line_source[net.line_source == net.line_target])] += _LOOP
        return np.stack((left, up, right, down), axis=1)

    def change(self, found: Found) -> Change:
        """The edit that puts everything there."""
        before: dict[Slot, Record] = {}
        after: dict[Slot, Record] = {}
        for id, (x, y) in zip(self.ids, found.centres.tolist(), strict=True):
            now, place = self._layout.get(id), Place(x, y)
            if place != now:
                after["place", id] = place
                if now is not None:
                    before["place", id] = now
        for now_note, note in zip(self._net.notes, found.notes, strict=True):
            if note != now_note:
                before["note", note.rank], after["note", note.rank] = now_note, note
        return Change(before, after)

    def laid(self, found: Found) -> NetArrays:
        """The arrays with everything there, and all lines laid."""
        self._net.notes = found.notes
        self._net.put_elsewhere(self.rows, found.centres)
        return self._net


def place_all(net: NetArrays) -> Mapping[str, tuple[float, float]]:
    """The centre of every node, in scene units."""
    placed = {id: (place.x, place.y) for id, place in net.circuit.layout.items()}
    loose = [node.id for node in net.nodes if node.id not in placed]
    if not loose:
        return placed
    taken = [*(y for _, y in placed.values()), *(note.y for note in net.circuit.notes)]
    left = min((x for x, _ in placed.values()), default=0.0)
    found = Job(net, loose, keep_middle=False).compute().centres
    found += np.array([left, max(taken, default=-_BELOW) + _BELOW]) - found.min(0)
    placed.update(zip(loose, map(tuple, found.tolist()), strict=True))  # type: ignore[arg-type]
    return placed
