"""Sweep a circuit: over many random patterns, how often is each output active?

Try: python sweep.py adder_8bit 100000
Prints:
adder_8bit: 100000 patterns of 17 inputs
...
"""

from __future__ import annotations

import sys

import numpy as np

import circuitsim as cs


def main(name: str, count: int, seed: int = 0) -> None:
    """Print the share of patterns in which each output is 1."""
    program = cs.compile(cs.example(name))
    patterns = np.random.default_rng(seed).integers(0, 2, (count, len(program.inputs)), dtype=np.uint8)
    active = program.run(patterns).mean(axis=0)
    print(f"{name}: {count} patterns of {len(program.inputs)} inputs")
    for output, share in zip(program.outputs, active, strict=True):
        print(f"{output:>8} {share:7.3f} {'#' * round(40 * share)}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
