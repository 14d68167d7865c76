"""The same work over processes: the same bits, also where one of them is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.cli.main import main
from circuitsim.engine import distributed, equal
from circuitsim.engine.distributed import Cluster, connect
from circuitsim.errors import CircuitError, EngineError, InputError

pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # Dask and its friends warn of each other


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with connect(workers=2) as found:
        yield found


def parity(inputs: int, wrong: bool = False) -> cs.Circuit:
    """A chain of exclusive ors; a wrong one differs where all inputs are 1."""
    c = cs.Circuit()
    last = c.add_input("x0")
    for k in range(1, inputs):
        x, both, odd = c.add_input(f"x{k}"), c.add_neuron(f"both{k}", 2), c.add_neuron(f"odd{k}", 1)
        for source in (last, x):
            c.connect(source, both)
            c.connect(source, odd)
        c.inhibit(both, odd)
        last = odd
    if wrong:
        every = c.add_neuron("every", inputs)
        for id in c.inputs:
            c.connect(id, every)
        flipped = c.add_neuron("flipped", 1, "relative")
        c.connect(last, flipped)
        c.connect(every, flipped)
        c.inhibit(every, flipped, 2) if inputs % 2 else None
        last = flipped
    c.add_output("y", last)
    return c


def same(one: Any, other: Any) -> None:
    assert (one.patterns, one.signature) == (other.patterns, other.signature)
    assert np.array_equal(one.ones, other.ones)
    assert np.array_equal(one.toggles, other.toggles)


def test_tallies_are_those_of_one_process(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    c = parity(20)
    program = cs.compile(c)
    monkeypatch.setattr(distributed, "_PART", distributed.TILE)
    assert len(distributed._parts(program.counting())) == 8
    same(distributed.exhaust(c, cluster), program.exhaust())
    same(distributed.sample(c, cluster, 300_001, 7), program.sample(300_001, 7))
    with connect(workers=1) as alone:
        same(distributed.sample(c, alone, 300_001, 7), program.sample(300_001, 7))


def test_rows_are_those_of_one_process(cluster: Cluster) -> None:
    c = parity(9)
    c.add_output("r", c.add_tlu("t", step="sign"))
    c.connect(c.add_input("real", domain="real"), "t", weight=0.1)
    X = np.random.default_rng(1).integers(0, 2, (1000, 10)).astype(float)
    X[:, 9] = np.random.default_rng(2).normal(size=1000)
    found = np.concatenate(list(distributed.run_blocks(c, cluster, np.array_split(X, 7))))
    assert np.array_equal(found, cs.compile(c).run(X))
    X[567, 9] = np.nan
    with pytest.raises(InputError, match="pattern 567"):
        list(distributed.run_blocks(c, cluster, np.array_split(X, 7)))


def test_two_circuits_are_compared(cluster: Cluster) -> None:
    one, other = parity(15), parity(15, wrong=True)
    expected = equal.Pair(cs.compile(one), cs.compile(other)).compare()
    assert (expected.mismatches, expected.given) == (1, dict.fromkeys(one.inputs, 1))
    assert distributed.compare(one, other, cluster) == expected
    assert distributed.compare(one, one, cluster).equal


def test_errors_of_workers_come_home(cluster: Cluster) -> None:
    c = cs.Circuit(timing="unit-delay")
    c.add_neuron("n", threshold=1)
    c.connect(c.add_input("x"), "n")
    c.inhibit("n", "n")
    c.add_output("y", "n")
    with pytest.raises(CircuitError, match="never comes to rest") as error:
        distributed.exhaust(c, cluster)
    assert type(error.value).__name__ == "OscillationError"


def test_a_killed_worker_is_made_up_for(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    c = parity(22)
    monkeypatch.setattr(distributed, "_PART", distributed.TILE)
    told: list[float | None] = []
    killed: list[int] = []

    def follow(part: float | None) -> None:
        told.append(part)
        if len(told) == 3:
            pid = next(iter(cluster.client.run(os.getpid).values()))
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    found = distributed.exhaust(c, cluster, progress=follow)
    assert len(told) == 32
    assert told[-1] == 1
    same(found, cs.compile(c).exhaust())
    with pytest.raises(ProcessLookupError):
        os.kill(killed[0], 0)


def test_the_commands_take_a_scheduler(
    cluster: Cluster, tmp_path: Any, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    parity(12).save("p.json")
    address = cluster.client.scheduler.address
    outputs = []
    for more in ([], ["--scheduler", address]):
        for command in (
            ["exhaust", "p.json"],
            ["batch", "p.json", "--random", "5000"],
            ["exhaust", "p.json", "--equal", "p.json"],
        ):
            assert main([*command, *more]) == 0
        name = f"{len(more)}.csv"
        assert main(["batch", "p.json", "--random", "200000", "--out", name, *more]) == 0
        outputs.append((capfd.readouterr().out, (tmp_path / name).read_text()))
    assert outputs[0] == outputs[1]


def test_no_scheduler_there() -> None:
    with pytest.raises(EngineError, match="no Dask scheduler answers"), connect("tcp://127.0.0.1:9"):
        pass
