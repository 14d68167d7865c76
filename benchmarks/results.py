"""What a benchmark found: rows of ratios, printed, and kept as JSON for the page that is made of all of them."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

Measure = Callable[[], float]
SECONDS = "s"


@dataclass
class Row:
    """One piece of work: how many times faster than a peer, round by round, and what was hoped for.

    Figures are rates of some `unit` a second; or seconds, of which fewer are better.
    """

    work: str
    unit: str
    peer: str
    ours: list[float]
    theirs: list[float]
    least: float | None = None
    aim: float | None = None
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """How many times faster, round by round."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return [b / a if self.unit == SECONDS else a / b for a, b in pairs]

    def __str__(self) -> str:
        ratios = self.ratios
        middle, low, high = statistics.median(ratios), min(ratios), max(ratios)
        goals = (("at least", self.least), ("aim", self.aim))
        return "  ".join(
            [
                f"{self.work:<44} {self._figure(self.ours):<22}",
                f"{self.peer} {self._figure(self.theirs)}: {middle:.3g} times (from {low:.3g} to {high:.3g})",
                *(f"{word} {value:.3g}" for word, value in goals if value is not None),
                *([self.note] if self.note else []),
            ]
        )

    def cells(self) -> list[str]:
        """The same as the cells of a table."""
        ratios = self.ratios
        goals = ["" if value is None else f"{value:.3g}" for value in (self.least, self.aim)]
        spread = f"{min(ratios):.3g}, {max(ratios):.3g}" if len(ratios) > 1 else ""
        peer = f"{self.peer}: {self._figure(self.theirs)}"
        return [
            self.work,
            self._figure(self.ours),
            peer,
            f"**{statistics.median(ratios):.3g}**",
            spread,
            *goals,
            self.note,
        ]

    def _figure(self, values: list[float]) -> str:
        middle = statistics.median(values)
        return time_of(middle) if self.unit == SECONDS else f"{middle:.3g} {self.unit}/s"


@dataclass
class Results:
    """All rows of a run, on this machine; kept as JSON where CIRCUITSIM_BENCHMARK_ROWS names a file."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Keep a row, and print it."""
        self.rows.append(row)
        print(row, flush=True)
        self._keep()

    def compare(
        self, work: str, seconds: Mapping[str, list[float]], ours: str, peer: str, least: float | None = None,
        aim: float | None = None, note: str = "",
    ) -> None:  # fmt: skip
        """Add a row of seconds that were measured in turn."""
        self.add(Row(work, SECONDS, peer, seconds[ours], seconds[peer], least, aim, note))

    def leave_out(self, what: str) -> None:
        """Say what could not be measured, and why."""
        self.left_out.append(what)
        print(f"left out: {what}", flush=True)
        self._keep()

    def _keep(self) -> None:
        path = os.environ.get("CIRCUITSIM_BENCHMARK_ROWS")
        if path:
            data = {"rows": [asdict(row) for row in self.rows], "left_out": self.left_out}
            Path(path).write_text(json.dumps(data))


def in_turn(contenders: Mapping[str, Measure], rounds: int) -> dict[str, list[float]]:
    """What each contender measures, `rounds` times, one after the other in every round."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            found[name].append(measure())
    return found


def in_rounds(rounds: int, ours: Measure, theirs: Measure) -> tuple[list[float], list[float]]:
    """The same for two."""
    found = in_turn({"ours": ours, "theirs": theirs}, rounds)
    return found["ours"], found["theirs"]


def time_of(seconds: float) -> str:
    """A duration with its unit."""
    power = next((power for power in range(3) if seconds * 1000**power >= 1), 3)
    return f"{seconds * 1000**power:.3g} {('s', 'ms', 'µs', 'ns')[power]}"


def machine() -> dict[str, Any]:
    """What it was measured on."""
    import llvmlite.binding as llvm

    features = llvm.get_host_cpu_features()
    return {
        "cpu": llvm.get_host_cpu_name(),
        "features": [name for name in ("avx2", "avx512f", "avx512vbmi", "gfni") if features.get(name)],
        "cores": len(os.sched_getaffinity(0)),
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "versions": {name: _version(name) for name in ("numpy", "numba", "llvmlite", "scipy", "networkx")},
        "commit": commit(),
    }


def commit() -> str:
    """Of what it was measured."""
    said = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return said.stdout.strip()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
