"""All steps of lowering, one after the other."""

from __future__ import annotations

from circuitsim.engine.lower.build import build
from circuitsim.engine.lower.fold import UnfitError, not_a_bit
from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.lower.loops import has_numba
from circuitsim.engine.lower.order import depth_first
from circuitsim.engine.net import Net, Range
from circuitsim.engine.order import resting_order
from circuitsim.sentences import Sentence

__all__ = ["UnfitError", "covered", "lower"]


def lower(net: Net) -> tuple[Lookups, int]:
    """The lookups of one evaluation from reset, and the ticks that a unit-delay net may take to come to rest.

    Raises
    ------
    UnfitError
        Where there are none: the net reads numbers or gives them, a gate is a wide sum that float64 rounds, or
        the net is a unit-delay one with a loop, which may not come to rest.
    """
    for signal in (*net.inputs, *net.outputs):
        if net.ranges[signal] != Range.BIT:
            raise UnfitError(not_a_bit(net, signal))
    order = resting_order(net)
    if order is None:
        raise UnfitError(Sentence("it has a loop, so it has to be ticked until it rests"))
    fixed: dict[int, float] = dict.fromkeys(net.biases, 1.0)
    ticks = 0
    if net.timing == "settled":
        fixed.update((delay, net.parameters[delay]["initial"]) for delay in net.delays)
    else:
        ticks = _depth(net, order)
    needed = _needed(net, order)
    lookups = build(net, [gate for gate in order if needed[gate]], net.inputs, fixed, net.outputs)
    return depth_first(lookups), ticks


def covered(lookups: Lookups) -> Lookups:
    """The same with fewer lookups, in order again; as they are where numba is missing."""
    if not has_numba():
        return lookups
    from circuitsim.engine.lower.cuts import cover

    return depth_first(cover(lookups))


def _needed(net: Net, order: list[int]) -> list[bool]:
    """Which signals the outputs depend on."""
    needed = [False] * len(net)
    for signal in net.outputs:
        needed[signal] = True
    for gate in reversed(order):
        if needed[gate]:
            for source in net.sources[gate]:
                needed[source] = True
    return needed


def _depth(net: Net, order: list[int]) -> int:
    level = [0] * len(net)
    for k in order:
        level[k] = 1 + max((level[source] for source in net.sources[k]), default=0)
    return max(level)
