"""Tidy places against Graphviz's dot: CPU time, and crossings of straight lines between the centres, counted alike.

Run: python benchmarks/bench_layout.py [--patience SECONDS]

Where dot is not there, or does not finish in its time (60 s unless told), ours stands alone.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable

import numba
import numpy as np
from numpy.typing import NDArray

from circuitsim.layout import tidy

Edges = list[tuple[int, int]]
Places = NDArray[np.float64]
SIZES = (100, 1_000, 3_000, 10_000)
GOALS = {100: 0.1, 1_000: 0.5, 10_000: 5.0}
"""Seconds of CPU time; the crossings are to be at most 1.6 times those of dot."""
ROUNDS = 3
POINTS = 72.0  # of an inch, which dot reckons in


def layered(count: int, seed: int = 1) -> Edges:
    """A random circuit: 2.4 edges a node, from layers not far back and nodes not far off; 2 % lead back."""
    rng = random.Random(seed)
    width = max(4, round(count**0.5))
    name = list(range(count))
    rng.shuffle(name)
    edges: Edges = []
    for _ in range(round(2.4 * count)):
        target = rng.randrange(width, count)
        source = target - width * rng.choice((1, 1, 1, 1, 2, 3)) + round(rng.gauss(0, 2.5))
        source = min(max(source, 0), count - 1)
        if rng.random() < 0.02:
            source, target = target, source
        edges.append((name[source], name[target]))
    return edges


def adder(count: int, seed: int = 1) -> Edges:
    """A ripple-carry adder of NANDs, nine a bit, with its inputs and outputs; of about so many nodes."""
    edges: Edges = []
    nodes, carry = 1, 0
    while nodes + 12 <= count:
        a, b, p, q, r, x, s, t, u, y, out, total = range(nodes, nodes + 12)
        nodes += 12
        edges += [(a, p), (b, p), (a, q), (p, q), (b, r), (p, r), (q, x), (r, x)]
        edges += [(x, s), (carry, s), (x, t), (s, t), (carry, u), (s, u), (t, y), (u, y), (s, out), (p, out)]
        edges.append((y, total))
        carry = out
    return edges


@numba.njit(cache=True)
def crossings(x: Places, y: Places, source: NDArray[np.int64], target: NDArray[np.int64]) -> int:
    """How many pairs of straight lines cross that share no node."""
    found = 0
    for one in range(len(source)):
        a, b = source[one], target[one]
        left, right = min(x[a], x[b]), max(x[a], x[b])
        for other in range(one):
            c, d = source[other], target[other]
            if a in (c, d) or b in (c, d) or max(x[c], x[d]) < left or min(x[c], x[d]) > right:
                continue
            of_c = (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a])
            of_d = (x[b] - x[a]) * (y[d] - y[a]) - (y[b] - y[a]) * (x[d] - x[a])
            of_a = (x[d] - x[c]) * (y[a] - y[c]) - (y[d] - y[c]) * (x[a] - x[c])
            of_b = (x[d] - x[c]) * (y[b] - y[c]) - (y[d] - y[c]) * (x[b] - x[c])
            found += of_c * of_d < 0 and of_a * of_b < 0
    return found


def ours(count: int, edges: Edges) -> tuple[float, Places]:
    """CPU seconds and places."""
    began = time.process_time()
    places = tidy(np.full((count, 4), 20.0), edges)
    return time.process_time() - began, places


def dots(count: int, edges: Edges, patience: float) -> tuple[float, Places] | None:
    """CPU seconds and places of dot; None where it does not finish."""
    lines = [f"{u} -> {v};" for u, v in edges]
    text = 'digraph { rankdir=LR; splines=line; node [shape=circle fixedsize=true width=0.55 label=""];\n'
    text += "\n".join((*(f"{k};" for k in range(count)), *lines, "}"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        found = subprocess.run(["dot", "-Tplain"], input=text, capture_output=True, text=True, timeout=patience)
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    places = np.zeros((count, 2))
    for line in found.stdout.splitlines():
        word = line.split()
        if word[0] == "node":
            places[int(word[1])] = float(word[2]) * POINTS, float(word[3]) * POINTS
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, places


def row(kind: str, size: int, make: Callable[[int], Edges], patience: float) -> None:
    """Print the figures of one net."""
    edges = sorted(set(make(size)))
    edges = [(u, v) for u, v in edges if u != v]
    count = max(map(max, edges)) + 1
    rounds = ROUNDS if size < 3_000 else 1
    tries = [ours(count, edges) for _ in range(rounds)]
    peer = dots(count, edges, patience) if shutil.which("dot") else None
    seconds = statistics.median(taken for taken, _ in tries)
    goal = f"{GOALS[size]:g}" if size in GOALS else ""
    source, target = np.array(edges).T
    mine = crossings(*np.ascontiguousarray(tries[0][1].T), source, target)
    text = f"{kind:8}{count:7,}{len(edges):8,}{seconds:9.2f}{goal:>6}{mine:11,}"
    if peer is not None:
        theirs = crossings(*np.ascontiguousarray(peer[1].T), source, target)
        text += f"{peer[0]:9.2f}{theirs:11,}{mine / max(theirs, 1):11.2f}"
    print(text, flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--patience", type=float, default=60.0)
    patience = parser.parse_args().patience
    tidy(np.full((3, 4), 20.0), [(0, 1), (1, 2)])  # what is imported at first use
    print(f"{'net':8}{'nodes':>7}{'edges':>8}{'seconds':>9}{'goal':>6}{'crossings':>11}", end="")
    print(f"{'dot, s':>9}{'crossings':>11}{'times dot':>11}")
    for kind, make in (("random", layered), ("adder", adder)):
        for size in SIZES:
            row(kind, size, make, patience)


if __name__ == "__main__":
    main()
