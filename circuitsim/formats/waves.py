"""Recordings to files: CSV for spreadsheets, VCD for wave viewers, SVG for people.

Each function takes a path, which is replaced atomically, or an open text file.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from html import escape  # that of xml.sax imports all that opens a URL
from typing import IO, Any

import numpy as np
from vcd import VCDWriter

from circuitsim.engine.net import Path
from circuitsim.engine.recording import Recording, printed
from circuitsim.formats.files import write_bytes

TICKS = "circuitsim: a time unit is a tick"
"""What a dump of ours says of itself."""
Target = str | os.PathLike[str] | IO[str]
Names = Sequence[str | Path] | None


def write_csv(recording: Recording, target: Target, names: Names = None) -> None:
    """A row a tick: the tick, then the named nodes (inputs and outputs, where none are named)."""
    names = recording.shown if names is None else names
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["tick", *map(printed, names)])
    columns = [recording[name].tolist() for name in names]
    for tick in range(len(recording)):
        writer.writerow([recording.start + tick, *(_plain(column[tick]) for column in columns)])
    _deliver(text.getvalue(), target)


def write_vcd(recording: Recording, target: Target, names: Names = None) -> None:
    """A value change dump, one microsecond a tick; subcircuits are scopes. Every watched node by default."""
    names = recording.watched if names is None else names
    text = io.StringIO()
    with VCDWriter(text, timescale="1 us", date="", comment=TICKS, init_timestamp=recording.start) as writer:
        variables: list[tuple[Any, Any]] = []
        taken: set[tuple[str, str]] = set()
        for name in names:
            *outer, inner = name.split("/") if isinstance(name, str) else name
            scope = ".".join(["circuit", *map(word, outer)])
            leaf = _free(word(inner), scope, taken)
            column = recording[name]
            kind, size = ("wire", 1) if column.dtype == np.uint8 else ("real", None)
            first = column[0].item() if len(column) else 0
            variable = writer.register_var(scope, leaf, kind, size=size, init=_vcd_value(first, kind))
            variables.append((variable, column))
        changes = [
            (tick, k)
            for k, (_, column) in enumerate(variables)
            for tick in (np.flatnonzero(column[1:] != column[:-1]) + 1).tolist()
        ]
        for tick, k in sorted(changes):
            variable, column = variables[k]
            kind = "wire" if column.dtype == np.uint8 else "real"
            writer.change(variable, recording.start + tick, _vcd_value(column[tick].item(), kind))
        writer.close(recording.start + len(recording))
    _deliver(text.getvalue(), target)


def write_svg(recording: Recording, target: Target, names: Names = None) -> None:
    """A timing diagram, one line a node, with tick numbers."""
    names = recording.shown if names is None else names
    ticks = len(recording)
    step = max(4, min(28, 1600 // max(1, ticks)))
    left = 24 + 8 * max((len(printed(name)) for name in names), default=0)
    width, height = left + step * ticks + 16, 40 + 36 * len(names)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    every = max(1, -(-40 // step)) if step < 20 else 1
    for tick in range(0, ticks, every):
        x = left + step * tick
        parts.append(f'<path d="M{x} 26V{height - 10}" stroke="#d8d8d8"/>')
        label = recording.start + tick
        parts.append(f'<text x="{x + step / 2:g}" y="18" text-anchor="middle" fill="#666666">{label}</text>')
    for k, name in enumerate(names):
        column = recording[name].astype(float) / 4  # so that no difference of two values overflows
        base = 58 + 36 * k
        parts.append(f'<text x="{left - 10}" y="{base - 4}" text-anchor="end">{escape(printed(name))}</text>')
        low, high = (min(0.0, column.min()), max(0.25, column.max())) if ticks else (0.0, 0.25)
        heights = base - 22 * ((column - low) / (high - low))
        line = "".join(
            f"{'M' if tick == 0 else 'V'}{f'{left} ' if tick == 0 else ''}{y:g}H{left + step * (tick + 1)}"
            for tick, y in enumerate(heights.tolist())
        )
        spoken = escape(f"{printed(name)}: " + " ".join(str(_plain(v)) for v in recording[name][:200].tolist()))
        parts.append(f'<path d="{line}" fill="none" stroke="#0072b2" stroke-width="2" aria-label="{spoken}"/>')
    parts.append("</svg>\n")
    _deliver("\n".join(parts), target)


def _plain(value: float) -> float:
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _vcd_value(value: float, kind: str) -> Any:
    return int(value) if kind == "wire" else float(value)


def word(name: str) -> str:
    """A name as a dump can hold it."""
    # VCD forbids white space alone, but a leading $ reads as a keyword, and a dot as a scope to our writer.
    return name.replace(".", "_").replace("$", "_") or "_"


def _free(leaf: str, scope: str, taken: set[tuple[str, str]]) -> str:
    k, name = 1, leaf
    while (scope, name) in taken:
        k += 1
        name = f"{leaf}_{k}"
    taken.add((scope, name))
    return name


def _deliver(text: str, target: Target) -> None:
    if isinstance(target, (str, os.PathLike)):
        write_bytes(target, text.encode())
    else:
        target.write(text)
