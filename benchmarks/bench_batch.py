"""Very many patterns through combinational circuits, against ABC, Verilator, scipy and numpy.

Every result is compared first.

Run: python benchmarks/bench_batch.py [--quick] [circuits] [verilator] [large] [neurons] [arrays]
[proof] [growth]
CPU time of one thread, unless a row says otherwise; `benchmarks/circuits.py` says where the circuits come from.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from results import SECONDS, Results, Row, in_rounds, in_turn
from verilated import SETS, Combinational, signature, verilator, words

import circuitsim as cs
from circuits import ABC, PLACES, Ands, known, layered, multiplier
from circuitsim.engine.bitwise import BitwiseExecutor
from circuitsim.engine.equal import Pair
from circuitsim.engine.lower.pipeline import covered
from circuitsim.engine.native.executor import NativeExecutor
from circuitsim.engine.packing import pack, spread, unpack

ROUNDS = 7
CACHED = 1 << 17
"""Words of all inputs and outputs of a run: a megabyte, so that they stay in the cache."""
GOALS = {"c6288": (75, 120), "c7552": (40, 56), "multiplier": (28, 60), "log2": (30, 47), "hyp": (18, 40)}


def per_second(executor: Any, inputs: int, outputs: int, words: int | None = None) -> Callable[[], float]:
    """Measures patterns a second of CPU time, with the patterns in the cache."""
    words = words or max(64, CACHED // (inputs + outputs) // 64 * 64)
    given, found = spread(inputs, words), spread(outputs, words)
    given[:] = np.random.default_rng(0).integers(0, 2**64, given.shape, np.uint64)
    executor.run(given, found)

    def measure() -> float:
        runs, start = 0, time.thread_time()
        while (took := time.thread_time() - start) < 0.1:
            executor.run(given, found)
            runs += 1
        return runs * 64 * words / took

    return measure


def abc_per_second(ands: Ands, folder: Path) -> Callable[[], float]:
    """Measures patterns a second of ABC's &sim."""
    file = folder / "c.aig"
    ands.write(file)
    frames = max(4, 1_000_000_000 // max(1, len(ands.ands)) // 1024)

    def measure() -> float:
        said = subprocess.run(
            [ABC, "-c", f"&r {file}; &sim -F {frames} -W 1024"], capture_output=True, text=True, check=True
        )
        took = re.search(r"Time =\s*([0-9.]+) sec", said.stdout)
        assert took is not None, said.stdout
        return frames * 1024 * 32 / float(took[1])

    return measure


def check(ands: Ands, executor: Any) -> None:
    """Compare with an evaluator of its own, on 1,024 patterns."""
    bits = np.random.default_rng(1).integers(0, 2, (ands.inputs, 1024), np.uint8)
    rows = [int("".join(map(str, row[::-1])), 2) for row in bits.tolist()]
    found = np.zeros((len(ands.outputs), 16), np.uint64)
    executor.run(pack(bits), found)
    expected = ands.evaluate(rows, (1 << 1024) - 1)
    assert unpack(found, 1024).tolist() == [[row >> k & 1 for k in range(1024)] for row in expected]


def circuits(results: Results, rounds: int) -> None:
    """Well-known circuits against ABC, and how soon they are ready."""
    if ABC is None:
        results.leave_out("circuits against ABC: berkeley-abc is not installed")
        return
    for name in PLACES:
        ands = known(name)
        if ands is None:
            results.leave_out(f"{name}: not in the folder of circuits")
            continue
        _circuit(results, name, ands, rounds, GOALS[name])


def large(results: Results, rounds: int) -> None:
    """An array multiplier of some 200,000 ANDs, where code and data must stay in the caches, against ABC."""
    if ABC is None:
        return
    bits = 135
    with tempfile.TemporaryDirectory() as folder:
        netlist = Path(folder) / "c.blif"
        multiplier(bits, tree=False).save(netlist)
        ands = Ands.converted(netlist)
    _circuit(results, f"{bits}x{bits} array multiplier", ands, rounds, GOALS["hyp"])


def _circuit(results: Results, name: str, ands: Ands, rounds: int, goals: tuple[float, float]) -> None:
    circuit = ands.circuit()
    start = time.process_time()
    program = cs.compile(circuit, "native")
    lowered = program.lookups()
    assert lowered is not None
    native = lowered.executor(10**9)
    ready = time.process_time() - start
    check(ands, native)
    plan = program.plan(10**9)
    with tempfile.TemporaryDirectory() as folder:
        abc = abc_per_second(ands, Path(folder))
        ours, theirs = in_rounds(rounds, per_second(native, ands.inputs, len(ands.outputs)), abc)
        note = f"{len(ands.ands):,} ANDs, {plan.lookups:,} lookups, {plan.slots} slots; ready in {ready:.2f} s"
        results.add(Row(name, "patterns", "ABC &sim", ours, theirs, *goals, note))
        if name == "c6288":
            words = BitwiseExecutor(covered(lowered.lookups))
            check(ands, words)
            ours, theirs = in_rounds(rounds, per_second(words, ands.inputs, len(ands.outputs), 4096), abc)
            results.add(Row("c6288 in numpy words", "patterns", "ABC &sim", ours, theirs, 2))


def verilated(results: Results, rounds: int) -> None:
    """Two of the circuits against Verilator: a pattern an evaluation, and 64 in words as wide."""
    if verilator() is None:
        results.leave_out("circuits against Verilator: it is not installed")
        return
    for name, goals in (("c6288", (20, 3800)), ("multiplier", (17, None))):
        ands = known(name)
        if ands is None:
            results.leave_out(f"{name} against Verilator: not in the folder of circuits")
            continue
        lowered = cs.compile(ands.circuit(), "native").lookups()
        assert lowered is not None
        native = lowered.executor(10**9)
        check(ands, native)
        for lanes, goal in zip((64, 1), goals, strict=True):
            with tempfile.TemporaryDirectory() as folder:
                peer = Combinational(ands, lanes, Path(folder))
                given = words(SETS, ands.inputs, lanes)
                assert peer.signature == signature([ands.evaluate(row, (1 << lanes) - 1) for row in given])
                ours, theirs = in_rounds(rounds, per_second(native, ands.inputs, len(ands.outputs)), peer.per_second)
                peer.end()
            called = f"Verilator {peer.version}, {lanes} lane{'s' * (lanes > 1)}"
            note = f"Verilator and gcc took {peer.build_seconds:.0f} s"
            results.add(Row(name, "patterns", called, ours, theirs, goal, note=note))


def neurons(results: Results, rounds: int) -> None:
    """1,000 neurons of fan-in 16 against scipy's sparse product."""
    try:
        from scipy import sparse
    except ImportError:
        results.leave_out("neurons of fan-in 16: scipy is not installed")
        return
    rng = np.random.default_rng(0)
    c = cs.Circuit()
    ids = [c.add_input(f"i{k}") for k in range(1000)]
    weights = np.zeros((1000, 1000), np.int8)
    for k in range(1000):
        neuron = c.add_neuron(f"n{k}", 7, "relative")
        chosen = rng.choice(1000, 16, replace=False)
        for source in chosen[:15]:
            c.connect(ids[source], neuron)
        c.inhibit(ids[chosen[15]], neuron)
        weights[k, chosen[:15]], weights[k, chosen[15]] = 1, -1
        c.add_output(f"o{k}", neuron)
    lowered = cs.compile(c, "native").lookups()
    assert lowered is not None
    executor = lowered.executor(10**9)
    patterns = rng.integers(0, 2, (1000, 4096), np.int8)
    matrix = sparse.csr_matrix(weights)
    found = np.zeros((1000, 64), np.uint64)
    executor.run(pack(patterns), found)
    assert np.array_equal(unpack(found, 4096), (matrix @ patterns >= 7).astype(np.uint8))

    def theirs() -> float:
        start = time.thread_time()
        matrix @ patterns
        return 16_000 * 4096 / (time.thread_time() - start)

    measure = per_second(executor, 1000, 1000, 4096 // 64)
    a, b = in_rounds(rounds, lambda: 16_000 * measure(), theirs)
    results.add(Row("1,000 neurons of fan-in 16", "synapses", "scipy int8", a, b, 60, 90))


def proof(results: Results, bits: int, rounds: int) -> None:
    """Two multipliers of different structure on all patterns."""
    one, other = (cs.compile(multiplier(bits, tree=tree)) for tree in (False, True))

    def seconds(threads: int) -> Callable[[], float]:
        def measure() -> float:
            start = time.perf_counter()
            found = Pair(one, other).compare(threads=threads)
            assert found.equal
            assert found.patterns == 1 << 2 * bits
            return time.perf_counter() - start

        return measure

    seconds(1)()
    found = in_turn({"two threads": seconds(2), "one thread": seconds(1)}, rounds)
    work = f"{bits}x{bits} multipliers equal on 2**{2 * bits}"
    results.compare(work, found, "two threads", "one thread", 1.8, note="seconds on the clock")
    found["3.2 s"] = [3.2] * rounds
    results.compare(f"{work}, one thread", found, "one thread", "3.2 s", 1, 3.2 / 1.5, "what was asked for")


def arrays(results: Results, rounds: int) -> None:
    """A million rows of booleans through c6288, array to array, against packing them alone."""
    ands = known("c6288")
    if ands is None:
        results.leave_out("rows through c6288: not in the folder of circuits")
        return
    program = cs.compile(ands.circuit(), "native")
    patterns = np.random.default_rng(0).integers(0, 2, (1_000_000, 32), np.uint8).astype(bool)
    assert np.array_equal(program.run(patterns, threads=1)[:100], program.run(patterns[:100]))
    import numba  # noqa: F401  (so that the compiled loops are taken)

    program.run(patterns, threads=1)
    for name, given in (("row by row", patterns), ("input by input", np.asfortranarray(patterns))):

        def ours(given: Any = given) -> float:
            start = time.process_time()
            program.run(given, threads=1)
            return 1e6 / (time.process_time() - start)

        def theirs() -> float:
            start = time.process_time()
            np.packbits(patterns, axis=0)
            return 1e6 / (time.process_time() - start)

        a, b = in_rounds(rounds, ours, theirs)
        results.add(Row(f"1M patterns through c6288, {name}", "patterns", "packbits(axis=0)", a, b, 1 / 1.5, 2))


def growth(results: Results, most: int) -> None:
    """What a neuron costs as the net grows."""
    first: tuple[float, float] | None = None
    for count in (10**k for k in range(3, 7) if 10**k <= most):
        circuit = layered(count, width=min(1000, count // 10))
        start = time.process_time()
        program = cs.compile(circuit)
        lowered = program.lookups()
        assert lowered is not None
        native = NativeExecutor(covered(lowered.lookups))
        made = (time.process_time() - start) / count
        ran = 1 / per_second(native, len(program.inputs), len(program.outputs))() / count
        first = first or (made, ran)
        for what, now, before in (("compile", made, first[0]), ("run", ran, first[1])):
            work = f"{what} a neuron of {count:,}"
            results.add(Row(work, SECONDS, "of 1,000", [now], [before], *((1 / 5, 1 / 2) if count > 1000 else ())))


def main() -> None:
    """Print all rows."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--quick", action="store_true", help="smaller work, fewer rounds")
    given.add_argument("parts", nargs="*", help="only these")
    chosen = given.parse_args()
    rounds = 3 if chosen.quick else ROUNDS
    results = Results()
    parts: dict[str, Callable[[], None]] = {
        "circuits": lambda: circuits(results, rounds),
        "verilator": lambda: verilated(results, rounds),
        "large": lambda: large(results, rounds),
        "neurons": lambda: neurons(results, rounds),
        "arrays": lambda: arrays(results, rounds),
        "proof": lambda: proof(results, 12 if chosen.quick else 16, rounds),
        "growth": lambda: growth(results, 10**4 if chosen.quick else 10**6),
    }
    if unknown := set(chosen.parts) - set(parts):
        given.error(f"there is no {', '.join(sorted(unknown))}; the parts are {', '.join(parts)}")
    for name, show in parts.items():
        if name in (chosen.parts or parts) and not (chosen.quick and name in ("large", "verilator")):
            show()


if __name__ == "__main__":
    main()
