"""The commands that compute: run, table, simulate."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import Any

from circuitsim.api import Simulator, Trace
from circuitsim.cli.source import open_circuit, print_json, warn
from circuitsim.engine.recording import printed
from circuitsim.errors import InputError
from circuitsim.formats.stimulus import read_stimulus


def run(given: Namespace) -> int:
    """One evaluation."""
    found = open_circuit(given.file).evaluate(assigned(given.set))
    if given.json:
        print_json(found)
        return 0
    width = max(map(len, found), default=0)
    for name, value in found.items():
        print(f"{name:<{width}} = {value}")
    return 0


def assigned(pairs: list[tuple[str, str]]) -> dict[str, float]:
    """What `--set` says, as numbers."""
    result: dict[str, float] = {}
    for name, text in pairs:
        try:
            result[name] = float(text)
        except ValueError:
            raise InputError(f"input {name!r} takes a number, not {text[:60]!r}", [name]) from None
    return result


def table(given: Namespace) -> int:
    """The truth table."""
    found = open_circuit(given.file).truth_table()
    if given.json or given.format == "json":
        split = len(found.inputs)
        rows = [{"inputs": row[:split], "outputs": row[split:]} for row in found]
        print_json({"inputs": list(found.inputs), "outputs": list(found.outputs), "rows": rows})
    elif given.format == "csv":
        sys.stdout.write(found.to_csv())
    elif given.format == "latex":
        print(found.to_latex())
    else:
        print(found.to_markdown() if given.format == "markdown" else found)
    return 0


def simulate(given: Namespace) -> int:
    """A run through time, printed or written to files."""
    simulator = Simulator(open_circuit(given.file))
    stimulus: dict[str, Any] = {}
    if given.stimulus:
        stimulus.update(read_stimulus(given.stimulus, simulator.inputs, warn, step=given.step))
    stimulus.update(given.drive)
    if given.ticks is None and not stimulus:
        raise InputError("say how many ticks to run: --ticks 20")
    trace = simulator.run(given.ticks, stimulus, watch=_watched(given, simulator))
    for path, write in ((given.csv, trace.to_csv), (given.vcd, trace.to_vcd), (given.svg, trace.to_svg)):
        if path is not None:
            write(path)
            print(f"wrote {len(trace)} ticks to {path}", file=sys.stderr)
    names = trace.shown
    if given.json:
        shown = {printed(name): trace[name].tolist() for name in names}
        print_json({"start": trace.start, "ticks": len(trace), "values": shown})
    elif not (given.csv or given.vcd or given.svg):
        _print_trace(trace, names)
    return 0


def _watched(given: Namespace, simulator: Simulator) -> list[Any] | None:
    """All nodes for a wave viewer; otherwise what is shown, so that long runs stay small."""
    if given.watch or given.vcd:
        return given.watch or None
    return [(id,) for id in (*simulator.inputs, *simulator.outputs)]


def _print_trace(trace: Trace, names: list[Any]) -> None:
    """A line of symbols a node where all are 0 or 1, else a line a tick."""
    columns = [trace[name] for name in names]
    if all(column.dtype.kind == "u" for column in columns):
        width = max((len(printed(name)) for name in names), default=0)
        for name, column in zip(names, columns, strict=True):
            print(f"{printed(name):<{width}}  {''.join(map(str, column.tolist()))}")
        return
    print("\t".join(["tick", *map(printed, names)]))
    for tick, row in enumerate(zip(*(column.tolist() for column in columns), strict=True)):
        print("\t".join([str(trace.start + tick), *(f"{value:g}" for value in row)]))
