"""Inputs and outputs stand in the circuit's order, where that costs few crossings.

Beside the first and the last layer another one is added, in which each node there has an anchor; the anchors stay in
order. Where two nodes stand the other way round, the lines to their anchors cross, and that counts nearly
as much as other crossings do.
"""

from __future__ import annotations

import numpy as np

from circuitsim.layout.chart import Chart, Ints

LINE, HOLD = 8, 7
"""What a line counts as, and what the line to an anchor does: a little less, so that no line crosses in vain."""


def anchored(plan: Chart, nodes: Ints) -> Chart:
    """The chart with anchors for those of some nodes that stand in the first or the last layer."""
    end = plan.layers - 1
    begins, closes = nodes[plan.layer[nodes] == 0], nodes[plan.layer[nodes] == end]
    count = len(plan.layer)
    left, right = count + np.arange(len(begins)), count + len(begins) + np.arange(len(closes))
    still = np.zeros(len(begins)), np.zeros(len(closes))
    hold = np.full(len(begins), HOLD), np.full(len(closes), HOLD)
    return Chart(
        nodes=plan.nodes,
        layer=np.concatenate((plan.layer + 1, np.zeros(len(begins), np.int64), np.full(len(closes), end + 2))),
        left=np.concatenate((left, plan.left, closes)),
        right=np.concatenate((begins, plan.right, right)),
        leave=np.concatenate((still[0], plan.leave, still[1])),
        arrive=np.concatenate((still[0], plan.arrive, still[1])),
        weight=np.concatenate((hold[0], plan.weight * LINE, hold[1])),
        back=np.concatenate((still[0] > 0, plan.back, still[1] > 0)),
        fixed=frozenset((0, end + 2)),
    )
