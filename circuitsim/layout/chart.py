"""Nodes and the waypoints of long lines in their layers: what is put in order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Side(NamedTuple):
    """The pieces of lines on one side of all entries, entry by entry.

    Those of an entry are the `degree` from `start` on; `other` is the entry at the other end, `step` the number of
    the height there, `weight` how many lines the piece counts as.
    """

    owner: Ints
    other: Ints
    step: Ints
    weight: Ints
    start: Ints
    degree: Ints


@dataclass(frozen=True)
class Chart:
    """Nodes and waypoints, each in a layer; every piece of a line joins neighbouring layers.

    Attributes
    ----------
    nodes : int
        How many there are; they are the first entries, the others are waypoints.
    layer : array
        Of every entry.
    left, right : arrays
        The entries at both ends of every piece, in the order of layers.
    leave, arrive : arrays
        How far below the middle of its entry a piece begins and ends: where a port is.
    weight : array
        How many lines a piece counts as.
    back : array of bool
        Whether a piece belongs to a line that leads back, to the left.
    fixed : set of int
        Layers whose entries stay as they are given.
    """

    nodes: int
    layer: Ints
    left: Ints
    right: Ints
    leave: Floats
    arrive: Floats
    weight: Ints
    back: Bools
    fixed: frozenset[int] = frozenset()

    @cached_property
    def layers(self) -> int:
        """How many layers there are."""
        return int(self.layer.max(initial=-1)) + 1

    @cached_property
    def members(self) -> list[Ints]:
        """The entries of each layer."""
        return split(np.arange(len(self.layer)), self.layer, self.layers)

    @cached_property
    def local(self) -> Ints:
        """The number of every entry among the members of its layer."""
        return self.ranked(np.arange(len(self.layer)))

    @cached_property
    def gap(self) -> Ints:
        """The gap between layers that each piece crosses, by the layer to its left."""
        return self.layer[self.left]

    @cached_property
    def gaps(self) -> list[slice]:
        """The pieces of each gap."""
        bounds = np.searchsorted(self.gap, np.arange(self.layers)).tolist()
        return [slice(a, b) for a, b in pairwise(bounds)]

    @cached_property
    def steps(self) -> int:
        """How many different heights pieces have at entries: a place is multiplied by it, and a step added."""
        return len(self._heights)

    @cached_property
    def leave_step(self) -> Ints:
        """The number of the height at which each piece begins."""
        return np.searchsorted(self._heights, self.leave)

    @cached_property
    def arrive_step(self) -> Ints:
        """The number of the height at which each piece ends."""
        return np.searchsorted(self._heights, self.arrive)

    @cached_property
    def _heights(self) -> Floats:
        return np.unique(np.concatenate((self.leave, self.arrive, [0.0])))

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """The pieces to the left of the entries, and those to the right."""
        return (
            self._side(self.right, self.left, self.leave_step),
            self._side(self.left, self.right, self.arrive_step),
        )

    def _side(self, owner: Ints, other: Ints, step: Ints) -> Side:
        order = np.argsort(owner, kind="stable")
        degree = np.bincount(owner, minlength=len(self.layer))
        start = np.cumsum(degree) - degree
        return Side(owner[order], other[order], step[order], self.weight[order], start, degree)

    def ranked(self, key: Floats | Ints) -> Ints:
        """The place of every entry within its layer, by a key; in a fixed layer as they are given."""
        if self.fixed:
            key = np.where(np.isin(self.layer, list(self.fixed)), np.arange(len(key)), key)
        order = np.lexsort((key, self.layer))
        layer = self.layer[order]
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order)) - np.searchsorted(layer, layer)
        return place


def split(values: Ints, group: Ints, groups: int) -> list[Ints]:
    """The values of each group, in their order."""
    order = np.argsort(group, kind="stable")
    bounds = np.searchsorted(group[order], np.arange(groups + 1)).tolist()
    ordered = values[order]
    return [ordered[a:b] for a, b in pairwise(bounds)]


def chart(layer: Ints, edges: Ints, ends: Floats, weight: Ints) -> Chart:
    """Break lines that pass layers at waypoints, one a layer; what stays within a layer is left out.

    Parameters
    ----------
    layer : array
        Of every node.
    edges, ends : arrays of shape (m, 2)
        The nodes at both ends of every line, and how far below their middles the line begins and ends.
    weight : array
        How many lines each counts as.
    """
    turned = layer[edges[:, 0]] > layer[edges[:, 1]]
    edges, ends = np.where(turned[:, None], edges[:, ::-1], edges), np.where(turned[:, None], ends[:, ::-1], ends)
    keep = layer[edges[:, 0]] != layer[edges[:, 1]]
    (u, v), (leave, arrive), weight, back = edges[keep].T, ends[keep].T, weight[keep], turned[keep]
    pieces = layer[v] - layer[u]
    line = np.repeat(np.arange(len(u)), pieces)
    step = np.arange(len(line)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    is_first, is_last = step == 0, step == pieces[line] - 1
    waypoint = len(layer) + np.cumsum(~is_last) - 1  # at the right end of each piece but the last of a line
    left = np.where(is_first, u[line], np.roll(waypoint, 1))
    right = np.where(is_last, v[line], waypoint)
    gap = layer[u[line]] + step
    order = np.argsort(gap, kind="stable")
    return Chart(
        nodes=len(layer),
        layer=np.concatenate((layer, (gap + 1)[~is_last])),
        left=left[order],
        right=right[order],
        leave=np.where(is_first, leave[line], 0.0)[order],
        arrive=np.where(is_last, arrive[line], 0.0)[order],
        weight=weight[line][order],
        back=back[line][order],
    )
