"""Interleaving: lookups that wait for each other are moved apart a little.

Depth first, most lookups read what has just been made, and a CPU that could do several at a time waits. List
scheduling (Gibbons and Muchnick 1986) with a narrow view mends that: of the next WINDOW lookups in order, the first
whose operands were made at least DELAY lookups ago is next, else the one that has waited longest. A wide view would
keep too many values alive. For a multiplier it even halves what has to be stored, as little chains end sooner.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.lower.loops import loop

WINDOW, DELAY = 24, 6


def interleaved(lookups: Lookups) -> Lookups:
    """The same lookups in an order that keeps a CPU busy."""
    count = len(lookups)
    order = np.asarray(loop(arrange, count, count, lookups.inputs, lookups.operands, WINDOW, DELAY), np.int64)
    return lookups.picked(order, lookups.operands[order], lookups.tables[order])


def arrange(count: Any, inputs: Any, operands: Any, window: Any, delay: Any) -> Any:
    """The numbers of the lookups in the new order."""
    made = [-1] * count  # when
    order = [0 for _ in range(0)]
    view = list(range(min(window, count)))
    following = len(view)
    for now in range(count):
        best, oldest = -1, now
        for j in range(len(view)):
            latest = -delay
            ready = True
            for operand in operands[view[j]]:
                if operand >= inputs:
                    when = made[operand - inputs]
                    if when < 0:
                        ready = False
                        break
                    latest = max(latest, when)
            if ready and latest < oldest:
                best, oldest = j, latest
                if latest <= now - delay:
                    break
        v = view.pop(best)
        made[v] = now
        order.append(v)
        if following < count:
            view.append(following)
            following += 1
    return order
