"""Of two orders the best pieces: each layer takes the order with which the fewest lines cross on the whole."""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints
from circuitsim.layout.crossings import crossings


def braid(plan: Chart, one: Ints, other: Ints) -> Ints:
    """The best of two orders, layer by layer."""
    orders = np.stack((one, other))
    cost = np.array([[crossings(plan, a, b) for b in orders] for a in orders])
    total = np.zeros(len(orders), np.int64)
    came = []
    for gap in range(plan.layers - 1):
        ways = total[:, None] + cost[:, :, gap]
        came.append(ways.argmin(0))
        total = ways.min(0)
    chosen = [int(total.argmin())]
    for before in reversed(came):
        chosen.append(int(before[chosen[-1]]))
    result: Ints = orders[np.array(chosen[::-1])[plan.layer], np.arange(len(plan.layer))]
    return result
