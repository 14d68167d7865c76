"""The commands that run very many patterns: batch, exhaust."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from circuitsim.api import Circuit, compile
from circuitsim.cli.progress import Bar
from circuitsim.cli.source import open_circuit, print_json
from circuitsim.engine import distributed, equal, parallel, values
from circuitsim.engine.patterns import Random
from circuitsim.engine.program import Program
from circuitsim.engine.reduce import Tally
from circuitsim.errors import InputError
from circuitsim.formats.patterns import BLOCK, PatternWriter, open_patterns

MILLION = 1_000_000


def batch(given: Namespace) -> int:
    """Many patterns through the compiled circuit."""
    circuit = open_circuit(given.file)
    program = compile(circuit, given.engine)
    threads = parallel.count(given.threads)
    with _cluster(given, threads) as cluster:
        start = time.perf_counter()
        if given.patterns is None and given.out is None and _only_bits(program):
            with _Progress(given.random) as progress:
                if cluster is None:
                    found = program.sample(given.random, given.seed, threads=threads, progress=progress)
                else:
                    found = distributed.sample(
                        circuit, cluster, given.random, given.seed, engine=given.engine, progress=progress
                    )
            result = _tally(program, found)
        else:
            result = _stream(given, circuit, program, threads, cluster)
        threads = threads if cluster is None else cluster.workers
        seconds = time.perf_counter() - start
    patterns = result["patterns"]
    plan = program.plan(patterns)
    rate = patterns / seconds if seconds else 0.0
    said = {"engine": program.engine, "lookups": plan.lookups, "threads": threads, "seconds": seconds, "rate": rate}
    if given.json:
        print_json({**result, **said, "out": given.out})
    elif given.out is None:
        _print(result)
    lookups = f", {plan.lookups:,} lookups a pattern" if plan.lookups else ""
    why = f"; {plan.reason}" if plan.reason and program.engine == "words" else ""
    print(
        f"{patterns:,} patterns in {seconds:.3g} s: {_rate(rate)} (engine {program.engine}{lookups}, "
        f"{threads} {'thread' if threads == 1 else 'threads'}{why})",
        file=sys.stderr,
    )
    if given.out is not None:
        print(f"wrote {patterns:,} rows to {given.out}", file=sys.stderr)
    return 0


def exhaust(given: Namespace) -> int:
    """All patterns of a circuit, or of two that are to be equal."""
    circuit = open_circuit(given.file)
    program = compile(circuit, given.engine)
    threads = parallel.count(given.threads)
    stimulus = program.counting()
    program.check_packable()
    peer = None if given.equal is None else open_circuit(given.equal)
    pair = None if peer is None else equal.Pair(program, compile(peer, given.engine))
    seconds = program.plan(stimulus.patterns).seconds if pair is None else pair.plan(stimulus.patterns)[1]
    print(
        f"2**{len(program.inputs)} = {stimulus.patterns:,} patterns: about {_duration(seconds / threads)} "
        f"on {threads} {'thread' if threads == 1 else 'threads'}",
        file=sys.stderr,
    )
    with _cluster(given, threads) as cluster, _Progress(stimulus.patterns) as progress:
        start = time.perf_counter()
        if pair is None:
            if cluster is None:
                tally = program.exhaust(threads=threads, progress=progress)
            else:
                tally = distributed.exhaust(circuit, cluster, engine=given.engine, progress=progress)
            result = _tally(program, tally)
        elif cluster is None or peer is None:
            comparison = pair.compare(count=given.count, threads=threads, progress=progress)
        else:
            comparison = distributed.compare(
                circuit, peer, cluster, count=given.count, engine=given.engine, progress=progress
            )
        threads = threads if cluster is None else cluster.workers
        took = time.perf_counter() - start
    if pair is None:
        engine, patterns = program.engine, stimulus.patterns
        if not given.json:
            _print(result)
    else:
        engine, patterns = comparison.engine, comparison.patterns
        result = {
            "patterns": patterns,
            "equal": comparison.equal,
            "mismatches": comparison.mismatches if given.count else None,
            "given": comparison.given,
            "found": comparison.found,
            "other": comparison.others,
        }
        if not given.json:
            print(comparison)
            if given.count and not comparison.equal:
                print(f"{comparison.mismatches:,} of {patterns:,} patterns differ")
    rate = patterns / took if took else 0.0
    if given.json:
        print_json({**result, "engine": engine, "threads": threads, "seconds": took, "rate": rate})
    print(f"{patterns:,} patterns in {took:.3g} s: {_rate(rate)} (engine {engine})", file=sys.stderr)
    return 0 if pair is None or comparison.equal else 1


def _only_bits(program: Program) -> bool:
    try:
        program.check_packable()
    except InputError:
        return False
    return True


@contextmanager
def _cluster(given: Namespace, workers: int) -> Iterator[distributed.Cluster | None]:
    """The workers to use, where there are to be some."""
    if given.scheduler is None:
        yield None
        return
    with distributed.connect(None if given.scheduler == "local" else given.scheduler, workers) as cluster:
        yield cluster


def _stream(
    given: Namespace, circuit: Circuit, program: Program, threads: int, cluster: distributed.Cluster | None
) -> dict[str, Any]:
    """Patterns from a file or a seed, block by block, to a file or to counts."""
    net = program.net
    if given.patterns is not None:
        default = values.driven(net, 0, [0] * len(net.inputs))
        source = open_patterns(given.patterns, program.inputs, default)
        expected, blocks = source.count, source.blocks()
    else:
        expected, blocks = given.random, _drawn(program, program.random(given.random, given.seed))
    dtype = values.dtype_of([net.ranges[signal] for signal in net.outputs])
    active = np.zeros(len(net.outputs), np.int64)
    done = 0
    with _Progress(expected) as progress:
        writer = PatternWriter(given.out, program.outputs, dtype) if given.out is not None else None
        if cluster is None:
            found = program.run_blocks(blocks, max(1, expected), threads=threads)
        else:
            found = distributed.run_blocks(circuit, cluster, blocks, engine=given.engine)
        if writer is not None:
            with writer:
                for rows in found:
                    writer.write(rows)
                    progress(writer.count / max(1, expected))
            done = writer.count
        else:
            for rows in found:
                active += (rows > 0).sum(axis=0)
                done += len(rows)
                progress(done / max(1, expected))
    outputs = {id: {"ones": int(ones)} for id, ones in zip(program.outputs, active, strict=True)} if not writer else {}
    return {"patterns": done, "outputs": outputs}


def _drawn(program: Program, stimulus: Random) -> Iterator[NDArray[np.uint8]]:
    """Random patterns as rows."""
    values.only_bits(program.net)
    tile = stimulus.tile(BLOCK // 64)
    for first in range(0, stimulus.patterns, BLOCK):
        tile.move(first // 64)
        bits = np.unpackbits(np.ascontiguousarray(tile.words).view(np.uint8), axis=1, bitorder="little")
        yield np.ascontiguousarray(bits[:, : stimulus.patterns - first].T)


def _tally(program: Program, found: Tally) -> dict[str, Any]:
    outputs = {
        id: {"ones": int(ones), "toggles": int(toggles)}
        for id, ones, toggles in zip(program.outputs, found.ones, found.toggles, strict=True)
    }
    return {"patterns": found.patterns, "outputs": outputs, "signature": f"{found.signature:016x}"}


def _print(result: dict[str, Any]) -> None:
    """A line an output: how often it was 1, and how often it changed from a pattern to the next."""
    patterns = result["patterns"]
    lines = [["output", "ones", "share", *(["toggles"] if "signature" in result else [])]]
    for id, counts in result["outputs"].items():
        share = f"{counts['ones'] / patterns:.4f}" if patterns else ""
        lines.append([id, f"{counts['ones']:,}", share, *([f"{counts['toggles']:,}"] if "toggles" in counts else [])])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        first, *rest = [cell.ljust(widths[0]) if k == 0 else cell.rjust(widths[k]) for k, cell in enumerate(line)]
        print("  ".join([first, *rest]))
    if "signature" in result:
        print(f"signature {result['signature']}")


class _Progress:
    """The bar of so many patterns; it is told the part that is done."""

    def __init__(self, patterns: int) -> None:
        self._bar, self._patterns, self._start = Bar(patterns, "pattern"), patterns, time.perf_counter()

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._bar.__exit__(*error)

    def __call__(self, part: float | None) -> None:
        """Show how far it is, and how fast."""
        if part:
            done = round(part * self._patterns)
            self._bar(done, _rate(done / max(1e-9, time.perf_counter() - self._start)))


def _rate(rate: float) -> str:
    return f"{rate / MILLION:,.3g} million a second" if rate >= MILLION else f"{rate:,.0f} a second"


def _duration(seconds: float) -> str:
    for unit, size in (("days", 86400.0), ("hours", 3600.0), ("minutes", 60.0)):
        if seconds >= 2 * size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds:.1f} s" if seconds >= 0.1 else "0.1 s"
