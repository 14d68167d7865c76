"""Covering: fewer lookups that compute the same outputs, where nobody looks at the values in between.

A *cut* of a lookup is a set of up to three earlier values that determine it; it can stand as one lookup of these,
and what lies in between is not needed, unless something else needs it. Mapping for area as in FPGA tools
(Cong and Ding 1994; Mishchenko, Chatterjee and Brayton 2007):

1. every lookup keeps its few best cuts, merged from those of its operands;
2. *area flow* ranks them: what a cut costs with all below it, shared fairly among its readers;
3. *exact local area*: with a cover at hand, each lookup takes the cut that adds fewest lookups to it. Twice.

Numba compiles the loops, once an installation. They keep stacks of their own: circuits are deep.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from circuitsim.engine.lower.lookups import Lookups

KEPT = 6
"""How many cuts a lookup keeps, besides itself."""
EXACT = 2
"""Rounds of exact local area."""


def cover(lookups: Lookups) -> Lookups:
    """Lookups with the same outputs, as few as can be found quickly."""
    count = len(lookups)
    if not count:
        return lookups
    outputs = lookups.outputs[lookups.outputs >= 0].astype(np.int64)
    cuts, tables, sizes = _enumerate(lookups.inputs, lookups.operands, lookups.tables, outputs)
    best = _choose(lookups.inputs, outputs, cuts, sizes)
    kept = np.flatnonzero(best >= 0)
    return lookups.picked(kept, cuts[kept, best[kept]], tables[kept, best[kept]])


@njit(cache=True)
def _enumerate(inputs: Any, operands: Any, tables: Any, outputs: Any) -> Any:
    """The best cuts of every lookup by area flow: operands, tables, and how many."""
    count = len(tables)
    readers = np.zeros(inputs + count, np.int64)
    for v in range(count):
        for i in range(3):
            if operands[v, i] >= 0:
                readers[operands[v, i]] += 1
    for output in outputs:
        readers[output] += 1
    cuts = np.full((count, KEPT, 3), -1, np.int32)
    functions = np.zeros((count, KEPT), np.uint8)
    costs = np.zeros((count, KEPT), np.float32)
    sizes = np.zeros(count, np.int32)
    flow = np.zeros(inputs + count, np.float32)
    # One cut of each operand at a time; itself stands after those that it keeps.
    chosen = np.full((3, 3), -1, np.int32)
    table = np.zeros(3, np.uint8)
    pair = np.zeros(3, np.int32)
    union = np.zeros(3, np.int32)
    ways = np.ones(3, np.int64)
    for v in range(count):
        for i in range(3):
            operand = operands[v, i]
            ways[i] = 1 if operand < inputs else sizes[operand - inputs] + 1
        for i0 in range(ways[0]):
            _take(inputs, operands[v, 0], i0, ways[0], cuts, functions, chosen, table, 0)
            for i1 in range(ways[1]):
                _take(inputs, operands[v, 1], i1, ways[1], cuts, functions, chosen, table, 1)
                if not _merge(chosen[0], chosen[1], pair):
                    continue
                for i2 in range(ways[2]):
                    _take(inputs, operands[v, 2], i2, ways[2], cuts, functions, chosen, table, 2)
                    if not _merge(pair, chosen[2], union):
                        continue
                    cost = np.float32(1.0)
                    for leaf in union:
                        if leaf >= 0:
                            cost += flow[leaf]
                    at = _place(union, cost, cuts[v], costs[v], sizes[v])
                    if at < 0:
                        continue
                    last = min(sizes[v], KEPT - 1)
                    for k in range(last, at, -1):
                        costs[v, k], functions[v, k] = costs[v, k - 1], functions[v, k - 1]
                        cuts[v, k, 0], cuts[v, k, 1], cuts[v, k, 2] = (
                            cuts[v, k - 1, 0],
                            cuts[v, k - 1, 1],
                            cuts[v, k - 1, 2],
                        )
                    sizes[v] = last + 1
                    costs[v, at] = cost
                    cuts[v, at, 0], cuts[v, at, 1], cuts[v, at, 2] = union[0], union[1], union[2]
                    functions[v, at] = _compose(tables[v], chosen, table, union)
        flow[inputs + v] = costs[v, 0] / max(1, readers[inputs + v])
    return cuts, functions, sizes


@njit(cache=True)
def _take(
    inputs: Any, operand: Any, k: Any, ways: Any, cuts: Any, functions: Any, chosen: Any, table: Any, i: Any
) -> None:
    """Cut number k of an operand, the last one being itself."""
    if operand < inputs or k == ways - 1:
        chosen[i, 0], chosen[i, 1], chosen[i, 2] = operand, -1, -1
        table[i] = 0xAA if operand >= 0 else 0
        return
    node = operand - inputs
    chosen[i, 0], chosen[i, 1], chosen[i, 2] = cuts[node, k, 0], cuts[node, k, 1], cuts[node, k, 2]
    table[i] = functions[node, k]


@njit(cache=True)
def _merge(one: Any, other: Any, into: Any) -> bool:
    """The union of two ascending cuts (-1 fills up), or False where it has more than three values."""
    i = j = k = 0
    while True:
        a = one[i] if i < 3 else -1
        b = other[j] if j < 3 else -1
        if a < 0 and b < 0:
            break
        if k == 3:
            return False
        if b < 0 or (0 <= a < b):
            into[k] = a
            i += 1
        elif a < 0 or b < a:
            into[k] = b
            j += 1
        else:
            into[k] = a
            i += 1
            j += 1
        k += 1
    while k < 3:
        into[k] = -1
        k += 1
    return True


@njit(cache=True)
def _place(cut: Any, cost: Any, cuts: Any, costs: Any, size: Any) -> int:
    """Where a cut belongs among those that are kept; -1 where it is there already, or too dear."""
    at = size
    for k in range(size):
        if cuts[k, 0] == cut[0] and cuts[k, 1] == cut[1] and cuts[k, 2] == cut[2]:
            return -1
        if at == size and cost < costs[k]:
            at = k
    return at if at < KEPT else -1


@njit(cache=True)
def _compose(outer: Any, cuts: Any, tables: Any, union: Any) -> int:
    """The table of a lookup over the values of a merged cut."""
    found = 0
    for minterm in range(8):
        setting = 0
        for i in range(3):
            inner = 0
            for k in range(3):
                for place in range(3):
                    if cuts[i, k] >= 0 and union[place] == cuts[i, k] and minterm >> place & 1:
                        inner |= 1 << k
            if tables[i] >> inner & 1:
                setting |= 1 << i
        if outer >> setting & 1:
            found |= 1 << minterm
    return found


@njit(cache=True)
def _choose(inputs: Any, outputs: Any, cuts: Any, sizes: Any) -> Any:
    """Which cut each lookup stands for, -1 for those that are not needed."""
    count = len(sizes)
    best = np.zeros(count, np.int32)
    stack = np.zeros(3 * count + 3, np.int32)
    uses = np.zeros(inputs + count, np.int64)
    for output in outputs:
        uses[output] += 1
    for v in range(count - 1, -1, -1):
        if uses[inputs + v]:
            for leaf in cuts[v, 0]:
                if leaf >= 0:
                    uses[leaf] += 1
    for _ in range(EXACT):
        for v in range(count):
            if sizes[v] < 2:
                continue
            used = uses[inputs + v] > 0
            if used:
                _release(v, inputs, cuts, best, uses, stack)
            least, chosen = count + 1, 0
            for k in range(sizes[v]):
                best[v] = k
                area = _require(v, inputs, cuts, best, uses, stack)
                _release(v, inputs, cuts, best, uses, stack)
                if area < least:
                    least, chosen = area, k
            best[v] = chosen
            if used:
                _require(v, inputs, cuts, best, uses, stack)
    for v in range(count):
        if not uses[inputs + v]:
            best[v] = -1
    return best


@njit(cache=True)
def _require(v: Any, inputs: Any, cuts: Any, best: Any, uses: Any, stack: Any) -> int:
    """Use the cut of a lookup; how many lookups that brings into the cover, itself counted."""
    area, top = 1, 0
    stack[0] = v
    while top >= 0:
        at = stack[top]
        top -= 1
        for leaf in cuts[at, best[at]]:
            if leaf >= 0:
                uses[leaf] += 1
                if uses[leaf] == 1 and leaf >= inputs:
                    area += 1
                    top += 1
                    stack[top] = leaf - inputs
    return area


@njit(cache=True)
def _release(v: Any, inputs: Any, cuts: Any, best: Any, uses: Any, stack: Any) -> None:
    """The contrary of `_require`."""
    top = 0
    stack[0] = v
    while top >= 0:
        at = stack[top]
        top -= 1
        for leaf in cuts[at, best[at]]:
            if leaf >= 0:
                uses[leaf] -= 1
                if uses[leaf] == 0 and leaf >= inputs:
                    top += 1
                    stack[top] = leaf - inputs
