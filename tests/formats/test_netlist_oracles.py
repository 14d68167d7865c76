"""Benchmark circuits of five suites give, to the bit, what two to four other simulators agreed on."""

from __future__ import annotations

import csv
import gzip
import json
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.formats.netlists.bench import read_bench
from circuitsim.netlist.netlist import Reading

ORACLES = [
    "aag_and", "aag_halfadder", "aag_or", "aag_toggle-re", "aag_xor1", "aag_xorxormiter", "c1355", "c17", "c432",
    "c499", "c6288", "c880", "epfl_adder", "epfl_bar", "epfl_cavlc", "epfl_ctrl", "epfl_int2float", "epfl_sin",
    "epfl_voter", "fsm_bbara", "fsm_lion", "itc_b01_opt", "itc_b02_opt", "itc_b06_opt", "itc_b12_opt",
    "lgs_9symml", "lgs_alu4", "lgs_cm82a", "lgs_majority", "lgs_mult16a", "pla_9sym", "pla_con1", "pla_rd53",
    "pla_xor5", "s1423", "s27", "s298", "s344", "s386", "s400", "s5378", "s820",
]  # fmt: skip


def table(path: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """An oracle: what it says of itself, and its columns as bits."""
    about = json.loads(path.read_text())
    data = path.with_name(about["file"])
    with gzip.open(data, "rt") if data.suffix == ".gz" else data.open() as file:
        rows = list(csv.DictReader(file))
    columns = {
        name: np.array([list(map(int, row[name])) for row in rows], np.uint8).reshape(len(rows), -1)
        for name in rows[0]
        if name != "t"
    }
    return about, columns


def file_of(shared: Path, about: dict[str, Any]) -> Path:
    """The circuit's file: the folders of the oracle's tools are one level deeper."""
    suite, *_, name = about["source"].split("/")
    return shared / "circuits" / suite / name


@pytest.mark.parametrize("name", ORACLES)
def test_an_oracle(shared: Path, name: str) -> None:
    about, columns = table(shared / "oracles" / f"{name}.json")
    circuit = cs.load(file_of(shared, about), left_out=[])
    assert circuit.inputs == about["inputs"]
    assert [id.removesuffix("~out") for id in circuit.outputs] == about["outputs"]
    given, expected = columns["inputs"], columns["outputs"]
    assert len(given) == 1000
    if about["sequential"]:
        trace = cs.Simulator(circuit).run(len(given), given, watch=circuit.outputs)
        found = np.stack([trace[id] for id in circuit.outputs], axis=1)
    else:
        found = cs.compile(circuit).run(given)
    assert np.array_equal(found, expected)


def test_there_is_no_other_oracle(shared: Path) -> None:
    assert sorted(path.stem for path in (shared / "oracles").glob("*.json")) == sorted(ORACLES)


@pytest.mark.parametrize("name", ["c17", "s27", "s298"])
def test_every_node_of_a_unit_delay_trace(shared: Path, name: str) -> None:
    about, columns = table(shared / "oracles" / "unit_delay" / f"{name}.json")
    circuit = cs.load(file_of(shared, about), left_out=[])
    circuit.timing = "unit-delay"
    nodes = [f"{id}~" if id in circuit.outputs else id for id in about["state"]]
    trace = cs.Simulator(circuit).run(1000, columns["inputs"], watch=[*nodes, *circuit.outputs])
    assert np.array_equal(np.stack([trace[id] for id in nodes], axis=1), columns["state"])
    assert np.array_equal(np.stack([trace[id] for id in circuit.outputs], axis=1), columns["outputs"])


def test_the_unit_delay_trace_of_c432_over_its_gates(shared: Path) -> None:
    """An XOR of its net is two neurons, so the gates of the reader are walked here one by one."""
    about, columns = table(shared / "oracles" / "unit_delay" / "c432.json")
    path = file_of(shared, about)
    module = read_bench(path.read_bytes(), Reading(str(path), print)).top
    fire = {
        "AND": all, "OR": any, "NAND": lambda v: not all(v), "NOR": lambda v: not any(v), "NOT": lambda v: not any(v),
        "BUF": any, "XOR": lambda v: sum(v) % 2,
    }  # fmt: skip
    assert not module.latches
    now = dict.fromkeys((gate.net for gate in module.gates), 0)
    for given, expected in zip(columns["inputs"].tolist(), columns["state"].tolist(), strict=True):
        now.update(zip(about["inputs"], given, strict=True))
        assert [now[net] for net in about["state"]] == expected
        now.update({g.net: int(fire[g.operator]([now[net] for net in g.sources])) for g in module.gates})


@pytest.mark.slow
def test_a_chain_of_45000_gates_loads_compiles_and_runs(tmp_path: Path) -> None:
    """Nothing recurses: a carry through 15,000 adders, each of three gates one behind the other."""
    stages = 15_000
    lines = [".model chain", ".inputs a b", f".outputs c{stages}", ".names b c0", "1 1"]
    for k in range(stages):
        lines += [
            f".names a c{k} x{k}",
            "10 1",
            "01 1",
            f".names x{k} a y{k}",
            "00 0",
            f".names y{k} c{k} c{k + 1}",
            "11 1",
        ]
    (tmp_path / "chain.blif").write_text("\n".join([*lines, ".end"]) + "\n")
    circuit = cs.load(tmp_path / "chain.blif")
    assert len(circuit.nodes) == 2 + 1 + 4 * stages + 1
    assert cs.compile(circuit).run(list(product((0, 1), repeat=2)))[:, 0].tolist() == [0, 1, 0, 1]
    circuit.save(tmp_path / "chain.aig")
    again = cs.load(tmp_path / "chain.aig")
    assert cs.compile(again).run(list(product((0, 1), repeat=2)))[:, 0].tolist() == [0, 1, 0, 1]
