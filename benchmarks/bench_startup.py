"""How soon the command line answers: CPU time of `circuitsim --help` against importing its libraries.

Run: python benchmarks/bench_startup.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

from timing import in_turn, report

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
        "circuitsim run and": cpu_of("-m", "circuitsim", "run", "and"),
        "import circuitsim": cpu_of("-c", "import circuitsim"),
        peer: cpu_of("-c", peer),
    }
    seconds = in_turn(contenders, ROUNDS)
    for ours in list(contenders)[:-1]:
        report({ours: seconds[ours], peer: seconds[peer]}, ours, peer)
        print()


if __name__ == "__main__":
    main()
