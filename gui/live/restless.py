"""A circuit that never comes to rest: said in words, and what brings it to rest, tried on copies of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from circuitsim.api import Circuit
from circuitsim.engine.net import Range
from circuitsim.engine.program import Program
from circuitsim.errors import LoopError, OscillationError, RunError
from circuitsim.records import Edge
from gui.document import Document
from gui.language import tr
from gui.live.cures import delay_in, edge_to_cut
from gui.tasks import Report

_SECONDS, _MOST_TRIED, _MOST_INPUTS = 3.0, 32, 10
_MAX_TICKS, _MOST_DELAYS = 20_000, 8
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Cures:
    """What was found to bring a circuit to rest.

    Attributes
    ----------
    cut : Edge or None
        A connection without which it comes to rest, with the inputs in question.
    every : bool
        Whether it then comes to rest with all inputs.
    delays : tuple of Edge or None
        Where delays have to be put so that the circuit can have settled timing, in which it is at rest
        after a tick; None where that was not found.
    """

    cut: Edge | None = None
    every: bool = False
    delays: tuple[Edge, ...] | None = None


def find_cures(copy: Callable[[], Circuit], error: OscillationError, report: Report) -> Cures:
    """Try what may bring a circuit to rest, for a few seconds at most."""
    circuit = copy()
    cut, every = _find_cut(circuit, error, report)
    return Cures(cut, every, _find_delays(circuit, report))


def cut_connection(document: Document, edge: Edge) -> None:
    """Take a connection away, with the synapses beside it, in one undo step."""
    text = tr("Cut the connection from {source} to {target}").format(source=edge.source, target=edge.target)
    with document.edit(text) as circuit:
        _cut(circuit, edge)


def settle_with_delays(document: Document, edges: Sequence[Edge]) -> None:
    """Change to settled timing and put delays where loops need them, in one undo step."""
    with document.edit(tr("Change to settled timing")) as circuit:
        circuit.timing = "settled"
        for edge in edges:
            delay_in(circuit, edge)


def _cut(circuit: Circuit, edge: Edge) -> None:
    for other in circuit.incoming(edge.target):
        if _ends(other) == _ends(edge):
            circuit.disconnect(other.key)


def _ends(edge: Edge) -> tuple[str, str, str | None, str | None]:
    return edge.source, edge.target, edge.from_port, edge.to_port


def _find_delays(circuit: Circuit, report: Report) -> tuple[Edge, ...] | None:
    settled = circuit.copy()
    settled.timing = "settled"
    found: list[Edge] = []
    for _ in range(_MOST_DELAYS + 1):
        report(None)
        try:
            Program(settled)
        except LoopError as error:
            edge = edge_to_cut(settled, error.nodes)
            if edge is None or edge.key not in {other.key for other in circuit.edges}:
                return None
            found.append(edge)
            delay_in(settled, edge)
        else:
            return tuple(found)
    return None


def _find_cut(circuit: Circuit, error: OscillationError, report: Report) -> tuple[Edge | None, bool]:
    until = time.monotonic() + _SECONDS
    best: tuple[int, int, Edge] | None = None
    tried = _in_loop(circuit, error)[:_MOST_TRIED]
    for number, edge in enumerate(tried):
        report(number / len(tried))
        restless = _restless_without(circuit, edge, error, report)
        if restless is not None and (best is None or restless < best[0]):
            best = restless, number, edge
        if restless == 0 or time.monotonic() > until:
            break
    return (None, False) if best is None else (best[2], best[0] == 0)


def _in_loop(circuit: Circuit, error: OscillationError) -> list[Edge]:
    """The connections among what keeps changing, those that lead back first."""
    changing = {name if name in circuit.nodes else name.split("/")[0] for name in error.nodes} & set(circuit.nodes)
    found = {_ends(edge): edge for edge in circuit.edges if edge.source in changing and edge.target in changing}
    places = circuit.layout

    def forward(edge: Edge) -> float:
        known = edge.source in places and edge.target in places
        return places[edge.target].x - places[edge.source].x if known else 0.0

    return sorted(found.values(), key=forward)


def _restless_without(circuit: Circuit, edge: Edge, error: OscillationError, report: Report) -> int | None:
    """With how many inputs there is still no rest when a connection is cut; None where that does not help at all."""
    trial = circuit.copy()
    _cut(trial, edge)
    program = Program(trial)
    given = [[error.given[id] for id in program.inputs]]
    try:
        if program.run_each(given, max_ticks=_MAX_TICKS, progress=report)[1].any():
            return None
        count = len(program.inputs)
        if count > _MOST_INPUTS or {Range.REAL} & {program.net.ranges[signal] for signal in program.net.inputs}:
            return 1  # not known to be more, and not known to be none
        every = np.arange(1 << count)[:, None] >> np.arange(count)[::-1] & 1
        return int(program.run_each(every, max_ticks=_MAX_TICKS, progress=report)[1].sum())
    except RunError:
        return None


def describe_given(error: OscillationError) -> str:
    """The inputs that were held, in a few words.

    >>> describe_given(OscillationError("", 2, (), {"a": 1, "b": 0}))
    'a = 1 and b = 0'
    """
    given = error.given
    if not given:
        return tr("no inputs")
    if len(given) <= _NAMED:
        return _listed([f"{id} = {value:g}" for id, value in given.items()])
    there = [f"{id} = {value:g}" for id, value in given.items() if value]
    if not there:
        return tr("all inputs at 0")
    more = [*there[:_NAMED], tr("{count} more").format(count=len(there) - _NAMED)] if len(there) > _NAMED else there
    return tr("{inputs}, all others at 0").format(inputs=_listed(more))


def describe_oscillation(error: OscillationError) -> str:
    """What goes on, where, and what to do."""
    names = list(error.nodes[:_NAMED])
    if len(error.nodes) > _NAMED:
        names.append(tr("{count} more").format(count=len(error.nodes) - _NAMED))
    return tr(
        "With {inputs} held still, this circuit never comes to rest: its state comes back every {period} ticks, and "
        "{nodes} keep changing. If it is meant to go on for ever, let it run (R) instead of waiting for rest."
    ).format(inputs=describe_given(error), period=f"{error.period:,}", nodes=_listed(names))


def _listed(words: Sequence[str]) -> str:
    """Words in a sentence."""
    if len(words) == 1:
        return words[0]
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])
