"""A net laid out for compiled ticks: where each value stands, and what fires in which order.

Values are bytes, 0 or 1, at *places*: silence, biases, inputs, (settled: delays), then the *rows*, one for all
that fires, in the order in which it fires. A row with up to four sources is its firing rule, tabulated: 16 bits,
one for each combination. A wider row is a sum of weights in float64: a neuron's counts are exact there in any
order, and a TLU's are summed in the order of its edges with the bias last, as its rule does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.net import SILENCE, Net, Range
from circuitsim.engine.order import settling_order

FEW = 4
"""Up to how many sources a row is tabulated."""

_COMBINATIONS = [np.arange(1 << FEW) >> k & 1 for k in range(FEW)]
_ITSELF = 0b1010101010101010  # the table of a delay: its first source
_EXACT = 2.0**53  # sums of whole numbers below it are not rounded
_NEAR, _ROUNDS = 1 << 15, 10  # values that the first cache holds; a tenth of a second for 100,000 rows
_VETO = -1e300  # nothing outweighs it


@dataclass(frozen=True)
class Plan:
    """What the kernels read.

    Attributes
    ----------
    settled : bool
        The net's timing.
    place : array of uint32
        Of each signal of the net.
    biases, keepers : array of uint32
        The places of the net's biases and keepers.
    initial : array of uint8
        What the keepers have at tick 0.
    inputs, rows : int
        The places of the first input and of the first row.
    sources : array of uint32 of shape (4, n_rows)
        Places; silence (0) where there are fewer.
    tables : array of uint16 of shape (n_rows,)
    starts : array of int64 of shape (n_rows + 1,)
        Where the synapses of each wide row begin, in `synapses` (places) and `weights`.
    bias : array of float64 of shape (n_rows,)
    runs : array of int64 of shape (n_runs, 3)
        Rows of one sort that follow each other: first, last + 1, whether they are wide.
    delays : array of uint32 of shape (n_delays, 2)
        In settled timing, the place of each delay and that of its source; else empty.
    """

    settled: bool
    place: NDArray[np.uint32]
    biases: NDArray[np.uint32]
    keepers: NDArray[np.uint32]
    initial: NDArray[np.uint8]
    inputs: int
    rows: int
    sources: NDArray[np.uint32]
    tables: NDArray[np.uint16]
    starts: NDArray[np.int64]
    synapses: NDArray[np.uint32]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    runs: NDArray[np.int64]
    delays: NDArray[np.uint32]

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self.place)

    @cached_property
    def readers(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]:
        """By place, the rows that read it: where they begin, and their numbers; and the sources, row by row.

        A row here and there finds its sources in one line of the cache so.
        """
        numbers = np.arange(len(self.tables))
        rows = np.concatenate([*[numbers] * FEW, np.repeat(numbers, np.diff(self.starts))])
        places = np.concatenate([*self.sources, self.synapses])
        rows, places = rows[places > 0], places[places > 0]
        order = np.argsort(places, kind="stable")
        starts = np.zeros(self.size + 1, np.uint32)
        np.cumsum(np.bincount(places, minlength=self.size), out=starts[1:])
        return starts, rows[order].astype(np.uint32), np.ascontiguousarray(self.sources.T)

    def values(self, state: Sequence[float] | NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The values at all places: those of a state, biases 1, the rest 0."""
        found = np.zeros(self.size, np.uint8)
        found[self.biases] = 1
        found[self.keepers] = state
        return found


def plan(net: Net) -> Plan | None:
    """The net laid out, or None where it has values other than 0 and 1, or counts that float64 does not hold."""
    if any(span != Range.BIT for span in net.ranges):
        return None
    settled = net.timing == "settled"
    fires = settling_order(net) if settled else net.gates + net.delays
    distinct = {signal: dict.fromkeys(net.sources[signal]) for signal in fires}
    runs = _settling_runs(net, fires, distinct) if settled else _sorted_runs(fires, distinct)
    wide = {signal: _weights(net, signal) for run, is_wide in runs if is_wide for signal in run}
    if None in wide.values():
        return None
    order = [signal for run, _ in runs for signal in run]
    front = [SILENCE, *net.biases, *net.inputs, *(net.delays if settled else ())]
    place = np.zeros(len(net), np.uint32)
    place[front + order] = np.arange(len(net))
    sources = np.zeros((FEW, len(order)), np.uint32)
    tables = np.zeros(len(order), np.uint16)
    starts = np.zeros(len(order) + 1, np.int64)
    bias = np.zeros(len(order))
    synapses: list[int] = []
    weights: list[float] = []
    tabulate = _Tables(net)
    for row, signal in enumerate(order):
        form = wide.get(signal)
        if form is None:
            found = list(distinct[signal])
            sources[: len(found), row] = place[found]
            tables[row] = tabulate(signal, found)
        else:
            synapses += net.sources[signal]
            weights += form[0]
            bias[row] = form[1]
        starts[row + 1] = len(weights)
    ends = np.cumsum([0, *(len(run) for run, _ in runs)])

    def places(signals: Sequence[int]) -> NDArray[np.uint32]:
        return place[np.array(signals, np.int64)]

    initial = np.array([net.parameters[keeper].get("initial", 0) for keeper in net.keepers], np.uint8)
    return Plan(
        settled, place, places(net.biases), places(net.keepers), initial, 1 + len(net.biases), len(front),
        sources, tables, starts, places(synapses), np.array(weights, float), bias,
        np.array([(ends[k], ends[k + 1], is_wide) for k, (_, is_wide) in enumerate(runs)], np.int64).reshape(-1, 3),
        np.array(
            [(place[d], place[net.sources[d][0]] if net.sources[d] else 0) for d in net.delays] if settled else [],
            np.uint32,
        ).reshape(-1, 2),
    )  # fmt: skip


class _Tables:
    """The firing rules, each tabulated once: equal gates have equal tables."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._known: dict[Any, int] = {}

    def __call__(self, signal: int, distinct: Sequence[int]) -> int:
        net, kind = self._net, self._net.kinds[signal]
        if kind.role == "store":
            return _ITSELF if distinct else 0
        parameters = net.parameters[signal]
        at = {source: k for k, source in enumerate(distinct)}
        arriving = [(at[s], edge) for s, edge in zip(net.sources[signal], net.edges[signal], strict=True)]
        key = (kind.name, *parameters.values(), *((k, e.kind, e.count, e.weight) for k, e in arriving))
        if key not in self._known:
            assert kind.fire is not None
            with np.errstate(all="ignore"):  # inf and nan mean what they mean in the walk
                fired = kind.fire(parameters, [(_COMBINATIONS[k], edge) for k, edge in arriving])
            bits = np.broadcast_to(fired, (1 << FEW,))
            self._known[key] = int(np.packbits(bits.astype(bool), bitorder="little").view("<u2")[0])
        return self._known[key]


def _weights(net: Net, signal: int) -> tuple[list[float], float] | None:
    """A wide gate as weights by edge and a bias: it fires where their float64 sum reaches 0."""
    if net.kinds[signal].synapse == "weighted":
        return [edge.weight or 0.0 for edge in net.edges[signal]], net.parameters[signal]["bias"]
    threshold, inhibition = (net.parameters[signal][name] for name in ("threshold", "inhibition"))
    counts = [float(edge.count or 0) for edge in net.edges[signal]]
    reach = sum(counts) + 1
    if reach >= _EXACT:
        return None
    inhibits = [edge.kind == "inhibitory" for edge in net.edges[signal]]
    weights = [
        (_VETO if inhibition == "absolute" else -count) if against else count
        for count, against in zip(counts, inhibits, strict=True)
    ]
    return weights, -float(max(-reach, min(threshold, reach)))


_Runs = list[tuple[list[int], bool]]


def _sorted_runs(fires: Sequence[int], distinct: Mapping[int, Mapping[int, None]]) -> _Runs:
    """All fire together: the tabulated ones first."""
    parts: tuple[list[int], list[int]] = ([], [])
    for signal in fires:
        parts[len(distinct[signal]) > FEW].append(signal)
    few, many = parts
    if len(few) > _NEAR:
        few = _with_their_sources(few, [next(iter(distinct[signal]), SILENCE) for signal in few])
    return [(part, is_wide) for part, is_wide in ((few, False), (many, True)) if part]


def _with_their_sources(rows: Sequence[int], firsts: Sequence[int]) -> list[int]:
    """The rows in the order of their first sources, as nearly as some rounds make it: so these are read in order."""
    order, sources = np.array(rows), np.array(firsts)
    place = np.zeros(max(order.max(), sources.max()) + 1, np.int64)
    for _ in range(_ROUNDS):
        turn = np.argsort(place[sources], kind="stable")
        order, sources = order[turn], sources[turn]
        place[order] = np.arange(len(order))
    found: list[int] = order.tolist()
    return found


def _settling_runs(net: Net, order: Sequence[int], distinct: Mapping[int, Mapping[int, None]]) -> _Runs:
    """An order to settle in that seldom changes between tabulated and wide rows."""
    waiting = dict.fromkeys(order, 0)
    readers: dict[int, list[int]] = {signal: [] for signal in order}
    for signal in order:
        for source in distinct[signal]:
            if source in waiting:
                waiting[signal] += 1
                readers[source].append(signal)
    ready: tuple[list[int], list[int]] = ([], [])
    for signal in order:
        if not waiting[signal]:
            ready[len(distinct[signal]) > FEW].append(signal)
    return list(_alternate(ready, waiting, readers, distinct))


def _alternate(
    ready: tuple[list[int], list[int]],
    waiting: dict[int, int],
    readers: Mapping[int, Sequence[int]],
    distinct: Mapping[int, Mapping[int, None]],
) -> Iterator[tuple[list[int], bool]]:
    is_wide = False
    while ready[0] or ready[1]:
        run = ready[is_wide]
        for signal in run:  # grows as it is walked
            for reader in readers[signal]:
                waiting[reader] -= 1
                if not waiting[reader]:
                    ready[len(distinct[reader]) > FEW].append(reader)
        if run:
            yield list(run), is_wide
        run.clear()
        is_wide = not is_wide
