"""In which order gates settle, and which loops forbid it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import networkx as nx

from circuitsim.engine.net import Net
from circuitsim.errors import LoopError, name_some
from circuitsim.sentences import Sentence


def settling_order(net: Net) -> list[int]:
    """The gates, each after all that feed it.

    Raises
    ------
    LoopError
        Where gates feed each other in a loop without a delay.
    """
    order, waiting = _peel(net)
    if len(order) < len(net.gates):
        stuck = {gate for gate in net.gates if waiting[gate] > 0}
        loop = _loop_behind(net, min(stuck), stuck)
        names = [net.name(gate) for gate in loop]
        raise LoopError(
            Sentence(
                "{loop} has no delay, so it cannot settle; put a delay into it, "
                "or give the circuit the timing 'unit-delay'",
                loop=Sentence("the loop of {count} nodes {names}", count=len(loop), names=name_some(names))
                if len(loop) > 1
                else Sentence("the self-loop {names}", names=name_some(names)),
            ),
            names,
        )
    return order


def resting_order(net: Net) -> list[int] | None:
    """What has to be computed to know the values that hold while the inputs do, each after all that feed it.

    In settled timing these are the gates, in unit-delay timing the delays too; None where some are in a loop,
    so that there may be no such values.
    """
    order, _ = _peel(net, delays=net.timing == "unit-delay")
    return order if len(order) == len(net.gates) + (net.timing == "unit-delay") * len(net.delays) else None


def depth(net: Net) -> int:
    """The greatest number of gates on a way from an input or a delay; loops raise LoopError."""
    level = [0] * len(net)
    for gate in settling_order(net):
        level[gate] = 1 + max((level[source] for source in net.sources[gate]), default=0)
    return max(level, default=0)


def loops(net: Net, *, through_delays: bool) -> list[list[int]]:
    """One loop of each cyclic part of the net (its strongly connected components)."""
    signals = net.gates + (net.delays if through_delays else [])
    return list(_loops(net, signals))


def _peel(net: Net, *, delays: bool = False) -> tuple[list[int], list[int]]:
    """Gates (and delays) in the order in which they can be computed, and how many sources each waits for after all."""
    members = net.gates + net.delays if delays else net.gates
    inside = [False] * len(net)
    for member in members:
        inside[member] = True
    waiting = [0] * len(net)
    readers: list[list[int]] = [[] for _ in range(len(net))]
    for member in members:
        for source in net.sources[member]:
            if inside[source]:
                waiting[member] += 1
                readers[source].append(member)
    order = [member for member in members if not waiting[member]]
    for member in order:  # grows as it is walked
        for reader in readers[member]:
            waiting[reader] -= 1
            if not waiting[reader]:
                order.append(reader)
    return order, waiting


def _loops(net: Net, signals: Sequence[int]) -> Iterator[list[int]]:
    inside = set(signals)
    graph = nx.DiGraph()
    graph.add_nodes_from(signals)
    graph.add_edges_from((source, signal) for signal in signals for source in net.sources[signal] if source in inside)
    for component in nx.strongly_connected_components(graph):
        start = min(component)
        if len(component) > 1 or graph.has_edge(start, start):
            yield _loop_behind(net, start, component)


def _loop_behind(net: Net, start: int, inside: Collection[int]) -> list[int]:
    """A loop found by going back from source to source; every member of `inside` has a source inside."""
    steps: dict[int, int] = {}
    at = start
    while at not in steps:
        steps[at] = len(steps)
        at = next(source for source in net.sources[at] if source in inside)
    return list(steps)[steps[at] :][::-1]
