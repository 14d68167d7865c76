"""The walk by levels gives what the reference walk gives, signal by signal."""

from __future__ import annotations

import random

import pytest

import circuitsim as cs
from circuitsim.engine.levels import Levels, fastest_walk
from circuitsim.engine.net import Net
from circuitsim.engine.walk import Walk


def random_circuit(seed: int, timing: str, size: int = 40) -> cs.Circuit:
    """All kinds, parallel edges, both regimes, exact and inexact weights, signs, reals, missing sources."""
    rng = random.Random(seed)
    c = cs.Circuit(timing=timing)
    ids = [c.add_bias()]
    ids += [c.add_input(domain=rng.choice(["binary", "binary", "real"])) for _ in range(4)]
    ids += [c.add_delay(initial=rng.choice([0, 0, 1, -1, 2.5])) for _ in range(4)]
    delays = ids[-4:]
    for _ in range(size):
        if rng.random() < 0.6:
            id = c.add_neuron(
                threshold=rng.choice([-2, 0, 1, 2, 3, 10**30]), inhibition=rng.choice(["absolute", "relative"])
            )
            for _ in range(rng.randrange(5)):
                c.connect(
                    rng.choice(ids), id,
                    kind=rng.choice(["excitatory", "excitatory", "inhibitory"]), count=rng.choice([1, 1, 2, 2**31 - 1]),
                )  # fmt: skip
        else:
            id = c.add_tlu(bias=rng.choice([0, -1, 0.1, 1e308]), step=rng.choice(["heaviside", "heaviside", "sign"]))
            for _ in range(rng.randrange(5)):
                c.connect(rng.choice(ids), id, weight=rng.choice([1, -2, 0.5, 0.1, -0.3, 1e16, 1e308, -1e308]))
        ids.append(id)
    for delay in delays[1:]:
        c.connect(rng.choice(ids), delay)
    if timing == "unit-delay":  # and back: loops are free there
        gates = [id for id in ids if c.node(id).kind == "neuron"]
        for _ in range(10):
            c.connect(rng.choice(ids), rng.choice(gates))
    for id in ids[-6:]:
        c.add_output(None, id)
    return c


@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
@pytest.mark.parametrize("seed", range(150))
def test_every_value_of_every_tick_is_the_same(seed: int, timing: str) -> None:
    net = Net(random_circuit(seed, timing))
    walk, levels = Walk(net), Levels(net)
    rng = random.Random(seed)
    states = walk.start(), levels.start()
    for _ in range(12):
        inputs = [
            rng.choice([0, 1]) if net.parameters[k]["domain"] == "binary" else rng.choice([-1.5, 0, 1e308, 0.1])
            for k in net.inputs
        ]
        values = walk.look(states[0], inputs), levels.look(states[1], inputs)
        assert values[0] == values[1]
        states = walk.advance(values[0]), levels.advance(values[1])
        assert states[0] == states[1]


def test_the_walk_is_chosen_by_the_shape_of_the_net() -> None:
    wide, deep = cs.Circuit(), cs.Circuit()
    source = wide.add_input("x")
    last = deep.add_input("x")
    for _ in range(400):
        wide.connect(source, wide.add_neuron(threshold=1))
        following = deep.add_neuron(threshold=1)
        deep.connect(last, following)
        last = following
    assert type(fastest_walk(Net(wide))) is Levels
    assert type(fastest_walk(Net(deep))) is Walk
    assert type(fastest_walk(Net(cs.example("full_adder")))) is Walk


def test_a_wide_net_in_the_simulator_goes_back_and_forth() -> None:
    c = random_circuit(7, "unit-delay", size=600)
    sim = cs.Simulator(c)
    assert type(sim.walk) is Levels
    stimulus = {id: [k % 3 == 0 for k in range(30)] for id in sim.inputs}
    trace = sim.run(30, stimulus)
    again = cs.Simulator(c)
    again.walk = Walk(again.net)
    plain = again.run(30, stimulus)
    assert all((plain[id] == trace[id]).all() for id in sim.outputs)
    seen = {id: trace[id][29].item() for id in sim.outputs}
    assert sim.back() == seen
    sim.go_to(3)
    assert sim.step(dict.fromkeys(sim.inputs, True)) == {id: trace[id][3].item() for id in sim.outputs}
