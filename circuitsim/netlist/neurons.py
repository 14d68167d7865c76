"""The table from gates to neurons, written out in docs/netlists.md.

A gate becomes a few neurons, the last of which is its net. Each is a weight for every source, the neurons before
it among them, and a threshold: positive weights are excitatory synapses, negative ones inhibitory.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

WIDEST = 16
"""How many sources the neurons of one parity gate have at most; a wider gate is a tree of these."""
SEARCHED = 4
"""Up to how many sources every threshold function is found."""


class Neuron(NamedTuple):
    """A neuron of a gate. A synapse is the number of a source, or of a neuron before it, and a weight."""

    threshold: int
    inhibition: str
    synapses: tuple[tuple[int, int], ...]


@lru_cache(maxsize=4096)
def neurons(operator: str, count: int, rows: tuple[str, ...] = (), on: bool = True) -> tuple[Neuron, ...]:
    """The neurons of a gate with so many sources.

    >>> neurons("AND", 2)
    (Neuron(threshold=2, inhibition='absolute', synapses=((0, 1), (1, 1))),)
    >>> neurons("XOR", 2)[1]
    Neuron(threshold=1, inhibition='relative', synapses=((0, 1), (1, 1), (2, -2)))
    """
    ones, every = [1] * count, range(count)
    if operator == "AND":
        return (_neuron(every, ones, count),)
    if operator in ("OR", "BUF"):
        return (_neuron(every, ones, 1),)
    if operator == "NAND":
        return (_neuron(every, [-1] * count, 1 - count),)
    if operator in ("NOR", "NOT"):
        return (_neuron(every, [-1] * count, 0),)
    if operator in ("XOR", "XNOR"):
        return _parity(count, operator == "XOR")
    if operator == "ZERO":
        return (_neuron((), (), 1),)
    if operator == "COVER":
        return _cover(count, rows, on)
    raise ValueError(operator)


def _neuron(sources: Sequence[int], weights: Sequence[int], threshold: int) -> Neuron:
    """The neuron of these weights, with absolute inhibition where it comes to the same."""
    positive = sum(w for w in weights if w > 0)
    absolute = threshold == positive or min(weights, default=0) >= 0
    synapses = tuple((source, weight) for source, weight in zip(sources, weights, strict=True) if weight)
    return Neuron(threshold, "absolute" if absolute else "relative", synapses)


def _parity(count: int, odd: bool) -> tuple[Neuron, ...]:
    """How many sources are active, less 2 for every pair of them."""
    made: list[Neuron] = []
    ends = list(range(count))
    while len(ends) > WIDEST:
        groups = [ends[k : k + WIDEST] for k in range(0, len(ends), WIDEST)]
        ends = [_add_parity(made, count, group, True) for group in groups]
    _add_parity(made, count, ends, odd)
    return tuple(made)


def _add_parity(made: list[Neuron], count: int, sources: list[int], odd: bool) -> int:
    pairs = []
    for threshold in range(2, len(sources) + 1, 2):
        pairs.append(count + len(made))
        made.append(_neuron(sources, [1] * len(sources), threshold))
    sign = 1 if odd else -1
    weights = [sign] * len(sources) + [-2 * sign] * len(pairs)
    made.append(_neuron([*sources, *pairs], weights, 1 if odd else 0))
    return count + len(made) - 1


def _cover(count: int, rows: tuple[str, ...], on: bool) -> tuple[Neuron, ...]:
    """One neuron where one can do it; a parity; or a neuron a row, but for the widest, which the last one takes in."""
    cubes = [[(k, symbol == "1") for k, symbol in enumerate(row) if symbol != "-"] for row in dict.fromkeys(rows)]
    if not cubes:
        return neurons("ZERO", 0)
    cubes.sort(key=len)
    if not cubes[0]:  # a row that matches always
        return (_neuron((), (), 0),) if on else neurons("ZERO", 0)
    if len(cubes[-1]) > 1 and len(cubes) > 1 and count <= SEARCHED:
        truth = _truth(count, cubes)
        found = _threshold_functions(count).get(truth)
        if found is not None:
            return (_signed(range(count), found[0], found[1], on),)
        parity = _truth(count, [[(k, bool(b)) for k, b in enumerate(p)] for p in _points(count) if sum(p) % 2])
        if truth in (parity, parity ^ ((1 << 2**count) - 1)):
            return _parity(count, (truth == parity) == on)
    *others, widest = cubes
    weigh = len(widest)
    made: list[Neuron] = []
    sources, weights = [k for k, _ in widest], [1 if positive else -1 for _, positive in widest]
    threshold = sum(positive for _, positive in widest)
    for cube in others:
        if len(cube) == 1:
            ((source, positive),) = cube
        else:
            source, positive = count + len(made), True
            signs = [1 if wanted else -1 for _, wanted in cube]
            made.append(_neuron([k for k, _ in cube], signs, signs.count(1)))
        sources.append(source)
        weights.append(weigh if positive else -weigh)
        threshold -= 0 if positive else weigh
    made.append(_signed(sources, weights, threshold, on))
    return tuple(made)


def _signed(sources: Sequence[int], weights: Sequence[int], threshold: int, on: bool) -> Neuron:
    """The neuron of a sum, or its negation: the sum is below the threshold."""
    total: dict[int, int] = {}
    for source, weight in zip(sources, weights, strict=True):
        total[source] = total.get(source, 0) + (weight if on else -weight)
    return _neuron(list(total), list(total.values()), threshold if on else 1 - threshold)


def _points(count: int) -> list[tuple[int, ...]]:
    return list(product((0, 1), repeat=count))


def _truth(count: int, cubes: list[list[tuple[int, bool]]]) -> int:
    """Where some cube holds, a bit a point."""
    found = 0
    for bit, point in enumerate(_points(count)):
        if any(all(point[k] == positive for k, positive in cube) for cube in cubes):
            found |= 1 << bit
    return found


@cache
def _threshold_functions(count: int) -> dict[int, tuple[tuple[int, ...], int]]:
    """Weights and threshold by truth table: all threshold functions of up to four sources, as small as they go."""
    found: dict[int, tuple[tuple[int, ...], int]] = {}
    points = np.array(_points(count), np.int64).reshape(-1, count)
    bits = 1 << np.arange(len(points), dtype=np.int64)
    for weights in sorted(product(range(-3, 4), repeat=count), key=lambda weights: sum(map(abs, weights))):
        sums = points @ np.array(weights, np.int64)
        for threshold in np.unique(sums).tolist():
            found.setdefault(int(bits[sums >= threshold].sum()), (weights, threshold))
    return found
