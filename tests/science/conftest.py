"""Nets written as the literature tabulates them, and pulse trains to play to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.engine.net import Net
from circuitsim.engine.packing import pack
from circuitsim.engine.words import WordEngine


def net_of(inputs: str, rows: str, *, inhibition: str = "absolute", timing: Any = "unit-delay") -> cs.Circuit:
    """A net from lines like `n: 2; A x2, n; inh B` (threshold; excitatory synapses; inhibitory ones).

    Every neuron is an output of the circuit under the name `=n`.
    """
    c = cs.Circuit(timing=timing)
    for id in inputs.split():
        c.add_input(id)
    parsed = []
    for line in filter(None, (line.strip() for line in rows.split("\n"))):
        id, _, rest = line.partition(":")
        threshold, excite, *inhibit = [part.strip() for part in rest.split(";")]
        parsed.append((id.strip(), excite, inhibit[0].removeprefix("inh ") if inhibit else ""))
        c.add_neuron(parsed[-1][0], int(threshold), inhibition)
    for id, excite, inhibit in parsed:
        for kind, synapses in (("excitatory", excite), ("inhibitory", inhibit)):
            for synapse in filter(None, (synapse.strip() for synapse in synapses.split(","))):
                source, _, count = synapse.partition(" x")
                c.connect(source, id, kind=kind, count=int(count or 1))
        c.add_output(f"={id}", id)
    return c


def play(c: cs.Circuit, ticks: int = 0, **trains: str) -> dict[str, str]:
    """What every neuron does to pulse trains like "0100"; input names that are no words come as `x_`."""
    ticks = ticks or max(map(len, trains.values()))
    trace = cs.Simulator(c).run(ticks, trains)
    return {id: "".join(map(str, trace[(id,)].tolist())) for id in c.nodes}


def play_all(c: cs.Circuit, trains: np.ndarray[Any, Any], watch: list[str]) -> np.ndarray[Any, Any]:
    """Many stimuli at once, each a lane of the word engine: (lanes, ticks, inputs) to (lanes, ticks, watched)."""
    net = Net(c)
    engine, (lanes, ticks, _) = WordEngine(net), trains.shape
    state = engine.start(lanes)
    found = np.zeros((lanes, ticks, len(watch)), np.uint8)
    signals = [net.find((id,)) for id in watch]
    for tick in range(ticks):
        values = engine.look(state, [pack(column) for column in trains[:, tick].T], lanes)
        for k, signal in enumerate(signals):
            found[:, tick, k] = engine.numbers(signal, values[signal], lanes)
        state = engine.advance(values, lanes)
    return found


def all_histories(inputs: int, length: int) -> np.ndarray[Any, Any]:
    """Every pulse train of a length on so many lines: (2**(inputs * length), length, inputs)."""
    bits = inputs * length
    return (np.arange(1 << bits)[:, None] >> np.arange(bits) & 1).astype(np.uint8).reshape(-1, length, inputs)


@pytest.fixture(scope="session", name="net_of")
def _net_of() -> Callable[..., cs.Circuit]:
    return net_of


@pytest.fixture(scope="session", name="play")
def _play() -> Callable[..., dict[str, str]]:
    return play


@pytest.fixture(scope="session", name="play_all")
def _play_all() -> Callable[..., Any]:
    return play_all


@pytest.fixture(scope="session", name="all_histories")
def _all_histories() -> Callable[..., Any]:
    return all_histories
