"""One stimulus through random unit-delay nets: the walk by levels against the reference walk.

Three synapses a neuron, a fifth of them inhibitory, wired at random. Every value of every tick is
compared first.

Run: python benchmarks/bench_clock.py
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from timing import in_turn, report

import circuitsim as cs
from circuitsim.engine.levels import Levels
from circuitsim.engine.net import Net
from circuitsim.engine.walk import Walk

SIZES, TICKS, ROUNDS = (300, 1_000, 10_000, 100_000), 5, 5


def random_net(count: int) -> Net:
    """Neurons with thresholds 1 and 2, three synapses each on the average."""
    rng = random.Random(count)
    c = cs.Circuit(timing="unit-delay")
    ids = [c.add_input("x")]
    ids += [c.add_neuron(f"n{k}", threshold=rng.choice([1, 2])) for k in range(count)]
    for _ in range(3 * count):
        kind = "inhibitory" if rng.random() < 0.2 else "excitatory"
        c.connect(rng.choice(ids), rng.choice(ids[1:]), kind=kind)
    return Net(c)


def ticks(walk: Walk) -> Callable[[], float]:
    """Measures CPU seconds a tick."""

    def measure() -> float:
        state = walk.start()
        start = time.process_time()
        for _ in range(TICKS):
            state = walk.advance(walk.look(state, [1]))
        return (time.process_time() - start) / TICKS

    return measure


def main() -> None:
    """Print the ratios."""
    for size in SIZES:
        net = random_net(size)
        levels, walk = Levels(net), Walk(net)
        states = levels.start(), walk.start()
        for _ in range(TICKS):
            values = levels.look(states[0], [1]), walk.look(states[1], [1])
            assert values[0] == values[1]
            states = levels.advance(values[0]), walk.advance(values[1])
        print(f"{size} neurons, time a tick")
        contenders = {"reference walk": ticks(walk), "walk by levels": ticks(levels)}
        report(in_turn(contenders, ROUNDS), "reference walk", "walk by levels")
        print()


if __name__ == "__main__":
    main()
