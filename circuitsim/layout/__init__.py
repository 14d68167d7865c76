"""Tidy places for nodes: layers from left to right, few crossings, straight lines.

The method of Sugiyama, Tagawa and Toda (1981), an idea a module. For each part of the net (`packing`): which
lines lead back (`loops`), a layer for every node (`layers`), long lines broken at waypoints (`chart`), the order
within each layer (`ordering`), how high in it each node lies (`heights`, `straight`). Nothing recurses, and the
time grows little faster than the drawing: a large one gets fewer rounds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from circuitsim.layout.anchors import anchored
from circuitsim.layout.chart import Chart, Floats, Ints, chart, split
from circuitsim.layout.heights import settle_heights, stacked
from circuitsim.layout.layers import assign_layers
from circuitsim.layout.loops import flow
from circuitsim.layout.ordering import order_layers
from circuitsim.layout.packing import pack, parts
from circuitsim.layout.straight import Straightening
from circuitsim.progress import Progress, silent, within

LINE = 12.0
"""How high a line is that passes a layer."""
STEEP = 0.2
"""How much wider a gap is for each unit that its lines rise or fall; at most it is twice as wide."""


def tidy(
    reach: ArrayLike,
    edges: Sequence[tuple[int, int]],
    *,
    ends: ArrayLike | None = None,
    first: Collection[int] = (),
    last: Collection[int] = (),
    gap: tuple[float, float] = (60.0, 30.0),
    grid: float = 10.0,
    progress: Progress = silent,
) -> Floats:
    """The centre of every node, of shape (n, 2), on a grid.

    Parameters
    ----------
    reach : array of shape (n, 4)
        How far every node reaches from its centre: to the left, up, to the right, down.
    edges : sequence of (source, target)
        By the numbers of the nodes; parallel edges and self-loops may be among them.
    ends : array of shape (m, 2), optional
        How far below the centres each edge begins and ends: where the ports are.
    first, last : collections of int
        Nodes that stand in the first and in the last layer: inputs and outputs.
    gap : (float, float)
        Between layers, and between nodes of a layer.
    grid : float
        What the places are multiples of.
    progress : callable
        Is told the part that is done; what it raises ends the layout.

    Examples
    --------
    >>> tidy([(20, 20, 20, 20)] * 3, [(0, 2), (1, 2)], first=[0, 1], last=[2]).tolist()
    [[20.0, 20.0], [20.0, 90.0], [130.0, 60.0]]
    """
    room = np.asarray(reach, float).reshape(-1, 4)
    lines = _distinct(edges, ends)
    groups = parts(len(room), lines.edges)
    number, part = np.zeros(len(room), np.int64), np.zeros(len(room), np.int64)
    for k, group in enumerate(groups):
        number[group], part[group] = np.arange(len(group)), k
    shares = split(np.arange(len(lines.edges)), part[lines.edges[:, 0]], len(groups))
    first, last = set(first), set(last)
    centres = np.zeros((len(room), 2))
    corners, sizes, done = [], [], 0
    for group, share in zip(groups, shares, strict=True):
        own = _Lines(number[lines.edges[share]], lines.ends[share], lines.weight[share])
        begin, end = ([k for k, node in enumerate(group.tolist()) if node in some] for some in (first, last))
        told = within(progress, done / len(room), (done + len(group)) / len(room))
        centres[group] = at = _lay_out(room[group], own, begin, end, gap, grid, told)
        corners.append((at - room[group, :2]).min(0))
        sizes.append(tuple((at + room[group, 2:]).max(0) - corners[-1]))
        done += len(group)
    if groups:
        shift = pack(sizes, 2 * gap[1]) - np.array(corners)
        centres += (np.ceil(shift / grid) * grid)[part]
    return centres


class _Lines(NamedTuple):
    """Lines by their nodes, both of shape (m, 2): where they begin and end; and how many of them there are."""

    edges: Ints
    ends: Floats
    weight: Ints


def _distinct(edges: Sequence[tuple[int, int]], ends: ArrayLike | None) -> _Lines:
    """Lines that lie side by side as one that weighs more; none to where it comes from."""
    nodes = np.array(edges, np.int64).reshape(-1, 2)
    heights = np.zeros(nodes.shape) if ends is None else np.asarray(ends, float).reshape(-1, 2)
    apart = nodes[:, 0] != nodes[:, 1]
    table, weight = np.unique(np.hstack((nodes, heights))[apart], axis=0, return_counts=True)
    return _Lines(table[:, :2].astype(np.int64), table[:, 2:], weight)


def _lay_out(
    room: Floats,
    lines: _Lines,
    first: list[int],
    last: list[int],
    gap: tuple[float, float],
    grid: float,
    progress: Progress,
) -> Floats:
    """The centres of nodes that lines connect."""
    progress(0.0)
    if len(room) == 1:
        return np.zeros((1, 2))
    edges = _forward(len(room), lines.edges, set(first))
    progress(0.05)
    layer = assign_layers(len(room), list(map(tuple, edges.tolist())), lines.weight.tolist(), first, last)
    plan = chart(layer, lines.edges, lines.ends, lines.weight)
    progress(0.15)
    outer = np.array(sorted((*first, *last)), np.int64)
    place = order_layers(anchored(plan, outer), within(progress, 0.15, 0.8))[: len(plan.layer)]
    waypoints = np.full(len(plan.layer) - len(room), LINE / 2)
    above, below = (np.concatenate((room[:, k] + gap[1] / 2, waypoints)) for k in (1, 3))
    stacks = stacked(plan, place, above, below, grid)
    y = settle_heights(plan, stacks, grid, within(progress, 0.8, 0.95))
    Straightening(plan, stacks, grid).improve(y)
    return np.stack((_columns(plan, room, y, gap[0], grid)[layer], y[: len(room)]), axis=1)


def _forward(count: int, edges: Ints, first: set[int]) -> Ints:
    """The edges with those that lead back, and those into what stands first, turned round."""
    lines = list(map(tuple, edges.tolist()))
    place = np.empty(count, np.int64)
    place[flow(count, lines, first)] = np.arange(count)
    begins = np.zeros(count, bool)
    begins[list(first)] = True
    u, v = edges.T
    back = np.where(begins[u] == begins[v], place[u] > place[v], begins[v])
    return np.where(back[:, None], edges[:, ::-1], edges)


def _columns(plan: Chart, room: Floats, y: Floats, gap: float, grid: float) -> Floats:
    """The x of every layer: as wide as its widest nodes, and further apart where lines are steep."""
    layer = plan.layer[: plan.nodes]
    left, right = np.zeros(plan.layers), np.zeros(plan.layers)
    np.maximum.at(left, layer, room[:, 0])
    np.maximum.at(right, layer, room[:, 2])
    rise = np.abs(y[plan.right] + plan.arrive - y[plan.left] - plan.leave)
    many = np.bincount(plan.gap, minlength=plan.layers - 1)
    mean = np.bincount(plan.gap, weights=rise, minlength=plan.layers - 1) / np.maximum(many, 1)
    steps = right[:-1] + left[1:] + gap + np.minimum(mean * STEEP, gap)
    return np.concatenate(([0.0], np.cumsum(np.ceil(steps / grid) * grid)))
