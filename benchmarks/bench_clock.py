"""One stimulus through clocked nets, in ticks a second: `Simulator.run` against Verilator, scipy and itself.

Random nets: four synapses a neuron, half of them inhibitory (relative), threshold 1, wired at random, unit-delay;
a fifth of the neurons changes in a tick. Quiet nets: rings with one pulse in 200 neurons, each neuron with three more
synapses that do not decide.
States are compared after the same number of ticks. CPU time of one thread, contenders in turn.

Run: python benchmarks/bench_clock.py [--million] [N ...]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from results import Results, Row, in_turn
from verilated import Clocked, Neuron, verilator

import circuitsim as cs
from circuitsim.engine.clock import plan
from circuitsim.engine.clock.compiled import Compiled, Mode
from circuitsim.engine.net import Net
from circuitsim.engine.words import Words

ROUNDS, WORK = 5, 60_000_000  # values that a contender computes in a round
DIGITAL = {20: 283_000, 60: 92_000, 2_402: 6_100}
"""Ticks a second of Digital 0.31 on its own examples of so many nodes, as they were measured for us."""


def random_neurons(count: int) -> list[Neuron]:
    """Sources, kinds and thresholds."""
    rng = random.Random(count)
    found = []
    for _ in range(count):
        sources = [rng.randrange(-1, count) for _ in range(4)]
        inhibits = [rng.random() < 0.5 for _ in sources]
        excitatory = [s for s, against in zip(sources, inhibits, strict=True) if not against]
        inhibitory = [s for s, against in zip(sources, inhibits, strict=True) if against]
        found.append(Neuron(excitatory, inhibitory, 1))
    return found


def circuit_of(neurons: list[Neuron]) -> cs.Circuit:
    """Neurons n0, n1, ... and one input."""
    c = cs.Circuit(timing="unit-delay")
    x = c.add_input("x")
    ids = [c.add_neuron(f"n{k}", threshold=neuron.threshold, inhibition="relative") for k, neuron in enumerate(neurons)]
    for id, neuron in zip(ids, neurons, strict=True):
        for source in neuron.excitatory:
            c.connect(x if source < 0 else ids[source], id)
        for source in neuron.inhibitory:
            c.inhibit(x if source < 0 else ids[source], id)
    c.add_output("y", ids[0])
    return c


def rings(count: int) -> cs.Circuit:
    """A hundredth of the neurons change in every tick."""
    rng = random.Random(count)
    c = cs.Circuit(timing="unit-delay")
    length = 200
    for k in range(count):
        if k % length:
            c.add_neuron(f"n{k}", threshold=4)
        else:
            c.add_delay(f"n{k}", initial=1)
    for k in range(count):
        if k % length:
            c.connect(f"n{k - 1}", f"n{k}", count=4)
            for _ in range(3):
                c.connect(f"n{rng.randrange(count)}", f"n{k}")
        else:
            c.connect(f"n{k + length - 1}", f"n{k}")
    return c


def gates(count: int) -> cs.Circuit:
    """A settled net like those that people draw: two sources a neuron, one node in eight a delay, one clock."""
    rng = random.Random(count)
    c = cs.Circuit()
    ids = [c.add_input("x", drive={"pattern": "01", "repeat": True})]
    delays = [c.add_delay() for _ in range(max(1, count // 8))]
    ids += delays
    while len(ids) < count - 1:
        id = c.add_neuron(threshold=rng.choice([1, 2]), inhibition="relative")
        for _ in range(2):
            c.connect(rng.choice(ids), id, kind=rng.choice(["excitatory"] * 3 + ["inhibitory"]))
        ids.append(id)
    for delay in delays:
        c.connect(rng.choice(ids), delay)
    c.add_output("y", ids[-1])
    return c


class Ours:
    """`Simulator.run`, from where it stands."""

    def __init__(self, circuit: cs.Circuit, ticks: int, watch: list[str] | None) -> None:
        self.simulator = cs.Simulator(circuit, engine="compiled")
        self.ticks, self.watch, self.done = ticks, watch, 0

    def __call__(self) -> float:
        start = time.thread_time()
        self.simulator.run(self.ticks, {"x": np.ones(self.ticks, np.uint8)}, watch=self.watch)
        self.done += self.ticks
        return time.thread_time() - start


class Played:
    """Our kernels without the simulator around them, in one mode."""

    def __init__(self, circuit: cs.Circuit, ticks: int, mode: Mode) -> None:
        net = Net(circuit)
        layout = plan.plan(net)
        assert layout is not None
        self.player, self.ticks, self.done = Compiled(layout, mode), ticks, 0
        self.state: Any = [net.parameters[k].get("initial", 0) for k in net.keepers]
        shape = len(net.inputs), -(-ticks // 64)
        self.stimulus: Words = np.full(shape, 2**64 - 1, np.uint64)
        self.player.play(self.state, self.stimulus, 1)

    def __call__(self) -> float:
        start = time.thread_time()
        self.state, _ = self.player.play(self.state, self.stimulus, self.ticks)
        self.done += self.ticks
        return time.thread_time() - start


class Scipy:
    """A sparse matrix of int8."""

    def __init__(self, neurons: list[Neuron], ticks: int) -> None:
        self.ticks, self.done = ticks, 0
        entries = [(k, s + 1, 1) for k, neuron in enumerate(neurons) for s in neuron.excitatory]
        entries += [(k, s + 1, -1) for k, neuron in enumerate(neurons) for s in neuron.inhibitory]
        rows, columns, weights = np.array(entries).T
        shape = len(neurons), len(neurons) + 1
        self.matrix = scipy.sparse.csr_matrix((weights.astype(np.int8), (rows, columns)), shape)
        self.thresholds = np.array([neuron.threshold for neuron in neurons], np.int8)
        self.values = np.zeros(len(neurons) + 1, np.int8)
        self.values[0] = 1

    def __call__(self) -> float:
        start = time.thread_time()
        for _ in range(self.ticks):
            self.values[1:] = self.matrix @ self.values >= self.thresholds
        self.done += self.ticks
        return time.thread_time() - start


def small(results: Results) -> None:
    """Nets of the sizes of Digital's examples, everything watched."""
    for nodes, digital in DIGITAL.items():
        ours = Ours(gates(nodes), min(WORK // nodes, 200_000) // 64 * 64, None)
        ours()
        rates = [ours.ticks / ours() for _ in range(ROUNDS)]
        work, note = f"{nodes:,} nodes, all watched", "its figure as it was told to us"
        results.add(Row(work, "ticks", "Digital", rates, [float(digital)] * ROUNDS, 3, 10, note))


def random_nets(results: Results, count: int, folder: Path) -> None:
    """Against Verilator where it builds in time, and scipy."""
    neurons = random_neurons(count)
    begin = time.perf_counter()
    circuit = circuit_of(neurons)
    built = time.perf_counter()
    ticks = max(2_000, min(WORK // count, 10_000))
    ours = Ours(circuit, ticks * (20 if count < 20_000 else 1), ["y"])
    rows = Played(circuit, ticks, "synchronous")
    peers: dict[str, Any] = {"circuitsim": ours, "circuitsim, row by row": rows, "scipy int8": Scipy(neurons, ticks)}
    laid_out = time.perf_counter() - built
    ours()
    note = f"circuit made in {built - begin:.1f} s, laid out three ways in {laid_out:.1f} s"
    contenders = {name: per_tick(peer, peer.ticks) for name, peer in peers.items()}
    verilated = None
    if verilator() is not None and count <= 10_000:
        verilated = Clocked(neurons, folder)
        contenders["Verilator"] = per_tick(lambda: verilated.run(ticks), ticks)
    seconds = in_turn(contenders, ROUNDS)
    work = f"{count:,} random neurons"
    goals = {100_000: 2, 1_000_000: 1.3}
    results.compare(work, seconds, "circuitsim", "scipy int8", goals.get(count), note=note)
    results.compare(work, seconds, "circuitsim", "circuitsim, row by row")
    if verilated is not None:
        name, build = f"Verilator {verilated.version}", f"Verilator and gcc took {verilated.build_seconds:.0f} s"
        seconds[name] = seconds.pop("Verilator")
        least, aim = {1_000: (1.4, 25), 10_000: (2, 6)}.get(count, (None, None))
        results.compare(work, seconds, "circuitsim", name, least, aim, build)
        results.compare(f"{work}, row by row", seconds, "circuitsim, row by row", name)
        check_equal(circuit, verilated.end(), ticks * ROUNDS)
    check_equal(circuit, peers["scipy int8"].values[1:].tolist(), ticks * ROUNDS)


def check_equal(circuit: cs.Circuit, state: list[int], ticks: int) -> None:
    """Compare a peer's state with ours after as many ticks."""
    simulator = cs.Simulator(circuit, engine="compiled")
    simulator.run(ticks, {"x": np.ones(ticks, np.uint8)}, watch=["y"])
    assert list(simulator.state) == state


def quiet_nets(results: Results, count: int) -> None:
    """Event-driven against row by row, one neuron in a hundred changing."""
    circuit = rings(count)
    ticks = max(20, min(WORK // count, 10_000))
    contenders: dict[str, Any] = {}
    modes: tuple[Mode, ...] = ("synchronous", "auto")
    players = {mode: Played(circuit, ticks, mode) for mode in modes}
    for mode, player in players.items():
        contenders[f"{mode}"] = per_tick(player, ticks)
    work = f"{count:,} neurons in rings, 1 % change in a tick"
    results.compare(work, in_turn(contenders, ROUNDS), "auto", "synchronous", 3.5, note="row by row is our own kernel")
    assert np.array_equal(players["synchronous"].state, players["auto"].state)


def per_tick(measure: Callable[[], float], ticks: int) -> Callable[[], float]:
    """The same a tick."""
    return lambda: measure() / ticks


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", metavar="N", nargs="*", type=int, help="only random nets of so many neurons")
    parser.add_argument("--million", action="store_true", help="nets of a million neurons too: minutes to make")
    given = parser.parse_args()
    sizes = given.sizes or [1_000, 10_000, 100_000] + [1_000_000] * given.million
    results = Results()
    if not given.sizes:
        small(results)
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            random_nets(results, count, Path(folder))
    for count in [] if given.sizes else sizes[1:]:
        quiet_nets(results, count)


if __name__ == "__main__":
    main()
