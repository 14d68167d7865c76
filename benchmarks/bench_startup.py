"""How soon the command line answers: CPU time of `circuitsim --help` against importing its libraries.

Run: python benchmarks/bench_startup.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

from results import Results, in_turn

ROUNDS = 15


def cpu_of(*arguments: str) -> Callable[[], float]:
    """Measures the user and system time of a fresh Python process."""

    def measure() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    return measure


def main() -> None:
    """Print the ratios."""
    print(f"Python {sys.version.split()[0]}, CPU time of whole processes, {ROUNDS} rounds in turn")
    peer = "import numpy, networkx"
    contenders = {
        "circuitsim --help": cpu_of("-m", "circuitsim", "--help"),
        "circuitsim table xor": cpu_of("-m", "circuitsim", "table", "xor"),
        "import circuitsim": cpu_of("-c", "import circuitsim"),
        peer: cpu_of("-c", peer),
    }
    seconds = in_turn(contenders, ROUNDS)
    results = Results()
    for ours, most in (("circuitsim --help", 2), ("circuitsim table xor", 1.3), ("import circuitsim", 1.4)):
        results.compare(ours, seconds, ours, peer, 1 / most, note=f"it may take {most} times as long")


if __name__ == "__main__":
    main()
