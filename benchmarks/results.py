"""What a benchmark found: rows of ratios, printed, and kept as JSON for the page that is made of all of them."""

from __future__ import annotations

import json
import platform
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any


@dataclass
class Row:
    """One piece of work: how many times faster than a peer, round by round, and what was hoped for."""

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
        """Ours against theirs, round by round."""
        return [a / b for a, b in zip(self.ours, self.theirs, strict=True)]

    def __str__(self) -> str:
        ratios = self.ratios
        middle, low, high = statistics.median(ratios), min(ratios), max(ratios)
        goals = (("at least", self.least), ("aim", self.aim))
        return "  ".join(
            [
                f"{self.work:<44} {statistics.median(self.ours):>9.3g} {self.unit:<11}",
                f"{self.peer} {statistics.median(self.theirs):.3g}: {middle:.3g} times (from {low:.3g} to {high:.3g})",
                *(f"{word} {value:.3g}" for word, value in goals if value is not None),
                *([self.note] if self.note else []),
            ]
        )


@dataclass
class Results:
    """All rows of a run, on this machine."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, row: Row) -> None:
        """Keep a row, and print it."""
        self.rows.append(row)
        print(row, flush=True)

    def leave_out(self, what: str) -> None:
        """Say what could not be measured, and why."""
        self.left_out.append(what)
        print(f"left out: {what}", flush=True)

    def write(self, path: Path) -> None:
        """As JSON."""
        data = {"machine": machine(), "rows": [asdict(row) for row in self.rows], "left_out": self.left_out}
        path.write_text(json.dumps(data, indent=1))


def in_rounds(rounds: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[list[float], list[float]]:
    """Both, one after the other, so many times."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def machine() -> dict[str, Any]:
    """What it was measured on."""
    import llvmlite.binding as llvm

    features = llvm.get_host_cpu_features()
    return {
        "cpu": llvm.get_host_cpu_name(),
        "features": [name for name in ("avx2", "avx512f", "avx512vbmi", "gfni") if features.get(name)],
        "cores": len(__import__("os").sched_getaffinity(0)),
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "versions": {name: _version(name) for name in ("numpy", "numba", "llvmlite", "scipy", "networkx")},
        "commit": subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
        ).stdout.strip(),
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
