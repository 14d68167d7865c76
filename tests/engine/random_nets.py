"""Random nets of a seed, quickly: all kinds, both regimes, both timings, wide gates, thresholds out of reach."""

from __future__ import annotations

import random

import circuitsim as cs

WEIGHTS = {
    "whole": lambda rng: rng.choice([1.0, -1.0, 2.0, 0.5, 0.0, -3.0]),
    "rounded": lambda rng: rng.choice([0.1, 0.2, 0.3, -0.1, -0.2, -0.3, 0.7]),
    "any": lambda rng: rng.gauss(0, 1),
    "huge": lambda rng: rng.choice([1e300, -1e300, 1e-300, 2.0**53, 1.0]),
}


def random_net(seed: int, *, bits: bool = False) -> cs.Circuit:
    """A net of a seed; with `bits` one whose every value is 0 or 1, and which comes to rest."""
    rng = random.Random(seed)
    c = cs.Circuit(timing=rng.choice(["settled", "unit-delay"]))
    odd = not bits and rng.random() < 0.3
    ids = [
        c.add_input(f"i{k}", domain="real" if odd and rng.random() < 0.3 else "binary")
        for k in range(rng.randint(0, 8))
    ]
    if rng.random() < 0.4:
        ids.append(c.add_bias("one"))
    delays = []
    for k in range(rng.randint(0, 3)):
        initial = rng.choice([0.5, -1, 2]) if odd else rng.randint(0, 1)
        delays.append(c.add_delay(f"d{k}", initial=initial))
        ids.append(delays[-1])
    for k in range(rng.randint(0, 14)):
        ids.append(_gate(rng, c, f"g{k}", ids, odd))
    loops = c.timing == "unit-delay" and not bits
    if loops and rng.random() < 0.5:
        gates = [id for id in ids if id.startswith("g")]
        for id in rng.sample(gates, min(2, len(gates))):
            c.connect(rng.choice(gates), id)  # a self-loop among them
    for delay in delays:
        # In unit-delay timing a delay is in no loop where it reads inputs alone.
        sources = ids if c.timing == "settled" or loops else [id for id in ids if id[0] in "io"]
        if sources and rng.random() < 0.8:
            c.connect(rng.choice(sources), delay)
    for k in range(rng.randint(1, 5)):
        c.add_output(f"o{k}", rng.choice(ids) if ids and rng.random() < 0.95 else None)
    return c


def _gate(rng: random.Random, c: cs.Circuit, id: str, ids: list[str], odd: bool) -> str:
    width = rng.choice([rng.randint(0, 4)] * 12 + [rng.randint(5, 13)] * 4 + [rng.randint(14, 200)])
    sources = [rng.choice(ids) for _ in range(width)] if ids else []
    if rng.random() < 0.6:
        threshold = rng.choice([0, 1, 1, 2, 2, 3, width // 2, width // 3, width, -1, -(10**30), 10**30])
        c.add_neuron(id, threshold, rng.choice(["absolute", "relative"]))
        share = rng.choice([0.0, 0.1, 0.5])
        for source in sources:
            count = rng.choice([1, 1, 1, 1, 2, 3, 2**31 - 1])
            (c.inhibit if rng.random() < share else c.connect)(source, id, count=count)
    else:
        style = rng.choice(["whole", "rounded", "any"] + ["huge"] * odd)
        c.add_tlu(id, rng.choice([0.0, -0.5, 0.3, -0.3, 1.0]), "sign" if odd and rng.random() < 0.3 else "heaviside")
        for source in sources:
            c.connect(source, id, weight=WEIGHTS[style](rng))
    return id
