"""Tidy places for nodes: layers from left to right, few crossings, straight lines.

The method of Sugiyama, Tagawa and Toda (1981) in four steps, a module each: `layers` (loops opened,
a layer for every node), `crossings` (the order within each layer), `heights` (where in its layer each
node lies), and here what holds them together. All of it is linear in the size of the drawing
but for the sorting, and nothing recurses.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from circuitsim.layout.crossings import fewest_crossings
from circuitsim.layout.heights import settle_heights
from circuitsim.layout.layers import Chart, assign_layers, chart
from circuitsim.progress import Progress, silent, within

Size = tuple[float, float]


def tidy(
    sizes: Sequence[Size],
    edges: Sequence[tuple[int, int]],
    *,
    first: Sequence[int] = (),
    last: Sequence[int] = (),
    gap: Size = (60.0, 24.0),
    progress: Progress = silent,
) -> NDArray[np.float64]:
    """The centre of every node, of shape (n, 2).

    Parameters
    ----------
    sizes : sequence of (width, height)
        One a node.
    edges : sequence of (source, target)
        By the numbers of the nodes; parallel edges and self-loops may be among them.
    first, last : sequence of int
        Nodes that stand in the first and in the last layer: inputs and outputs.
    gap : (float, float)
        Between layers, and between nodes of a layer.
    progress : callable
        Is told the part that is done; what it raises ends the layout.

    Examples
    --------
    >>> tidy([(40, 40)] * 3, [(0, 2), (1, 2)], first=[0, 1], last=[2]).tolist()
    [[0.0, 0.0], [0.0, 64.0], [100.0, 32.0]]
    """
    count = len(sizes)
    if not count:
        return np.zeros((0, 2))
    progress(0.0)
    layer, forward = assign_layers(count, edges, first, last)
    progress(0.1)
    plan = chart(layer, forward)
    order = fewest_crossings(plan, within(progress, 0.15, 0.8))
    progress(0.8)
    width, height = np.array(sizes, float).reshape(count, 2).T
    thin = np.full(len(plan.layer) - count, 8.0)  # a line that passes a layer takes little room in it
    y = settle_heights(plan, order, np.concatenate([height, thin]), gap[1])
    x = _columns(plan, width, gap[0])[plan.layer[:count]]
    return np.stack([x, y[:count]], axis=1)


def _columns(plan: Chart, width: NDArray[np.float64], gap: float) -> NDArray[np.float64]:
    """The x of every layer, as wide as its widest node."""
    layers = int(plan.layer.max()) + 1
    widest = np.zeros(layers)
    np.maximum.at(widest, plan.layer[: len(width)], width)
    step = (widest[1:] + widest[:-1]) / 2 + gap
    return np.concatenate([[0.0], np.cumsum(step)])
