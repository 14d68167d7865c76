"""DOT, GraphML, the script, and the tables: each read back by what it is for."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json

AWKWARD = 'a"b\\c|d&e_%{}~^<>#$`*'


@pytest.fixture
def awkward() -> cs.Circuit:
    """Names with every sign that some format takes for its own."""
    c = cs.Circuit(f"all {AWKWARD}", description="one\ntwo | three")
    c.add_input(AWKWARD, label='two\nlines "quoted"', drive={"pattern": "01", "repeat": True})
    c.add_neuron("n|1", threshold=-(10**30), inhibition="relative")
    c.connect(AWKWARD, "n|1", count=3)
    c.inhibit(AWKWARD, "n|1")
    c.add_output("y", "n|1")
    return c


@pytest.mark.parametrize("name", cs.examples())
def test_the_script_builds_every_example(name: str, tmp_path: Path) -> None:
    circuit = cs.example(name)
    circuit.save(tmp_path / "built.py")
    found: dict[str, Any] = {}
    exec((tmp_path / "built.py").read_text(encoding="utf-8"), found)
    assert write_json(found["circuit"]) == write_json(circuit)


def test_the_script_of_awkward_names(awkward: cs.Circuit, tmp_path: Path) -> None:
    awkward.save(tmp_path / "built.py")
    found: dict[str, Any] = {}
    exec((tmp_path / "built.py").read_text(encoding="utf-8"), found)
    assert write_json(found["circuit"]) == write_json(awkward)


@pytest.mark.parametrize("name", ["half_adder", "adder_4bit", "counter_4bit", "iris_setosa"])
def test_graphml_read_back_by_networkx(name: str, tmp_path: Path) -> None:
    circuit = cs.example(name)
    circuit.save(tmp_path / "g.graphml")
    graph = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert set(graph) == set(circuit.nodes)
    assert all(graph.nodes[id]["kind"] == node.kind for id, node in circuit.nodes.items())
    found = sorted((u, v, d.get("kind"), d.get("count"), d.get("weight")) for u, v, d in graph.edges(data=True))
    key = [(e.source, e.target, e.kind, e.count, e.weight) for e in circuit.edges]
    assert found == sorted(key)


def test_graphml_of_awkward_names(awkward: cs.Circuit, tmp_path: Path) -> None:
    awkward.add_note("x", 0, 0)
    awkward.set("y", label="bell \x07")
    awkward.save(tmp_path / "g.graphml")
    graph = nx.read_graphml(io.BytesIO((tmp_path / "g.graphml").read_bytes()))
    assert graph.nodes[AWKWARD]["drive"] == "01..."
    assert graph.nodes["n|1"]["threshold"] == str(-(10**30))


def test_dot_is_taken_by_graphviz(awkward: cs.Circuit, tmp_path: Path) -> None:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed")
    for circuit in (awkward, *map(cs.example, ("adder_4bit", "counter_4bit", "iris_setosa"))):
        circuit.save(tmp_path / "c.dot")
        ran = subprocess.run(
            ["dot", "-Tplain", str(tmp_path / "c.dot")], capture_output=True, text=True, timeout=60, check=True
        )
        assert ran.stdout.count("\nnode ") == len(circuit.nodes)
        assert ran.stdout.count("\nedge ") == len(circuit.edges)


def test_dot_says_what_inhibits(tmp_path: Path, half_adder: cs.Circuit) -> None:
    half_adder.save(tmp_path / "c.dot")
    text = (tmp_path / "c.dot").read_text(encoding="utf-8")
    assert '  "both" -> "one" [arrowhead=dot, color=firebrick];' in text
    assert '  "both" [shape=circle, label="both\\n≥2"];' in text


def test_the_table_of_nodes_in_markdown(tmp_path: Path, half_adder: cs.Circuit) -> None:
    half_adder.save(tmp_path / "c.md")
    lines = (tmp_path / "c.md").read_text(encoding="utf-8").splitlines()
    assert lines[:5] == ["# half adder", "", "Two neurons add two bits.", "", "| node | kind | parameters | sources |"]
    assert "| one | neuron | ≥ 1 | a, b, ¬both |" in lines


def test_tables_keep_to_their_columns_whatever_the_names(tmp_path: Path, awkward: cs.Circuit) -> None:
    awkward.save(tmp_path / "c.md")
    rows = [line for line in (tmp_path / "c.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}
    awkward.save(tmp_path / "c.tex")
    rows = [line for line in (tmp_path / "c.tex").read_text(encoding="utf-8").splitlines() if line.endswith(r" \\")]
    assert {len(re.findall(r"(?<!\\)&", row)) for row in rows} == {3}
    assert len(rows) == 1 + len(awkward.nodes)


def test_the_truth_table_in_latex() -> None:
    assert cs.example("and").truth_table().to_latex().splitlines() == [
        r"\begin{tabular}{rr|r}",
        r"a & b & y \\ \hline",
        r"0 & 0 & 0 \\",
        r"0 & 1 & 0 \\",
        r"1 & 0 & 0 \\",
        r"1 & 1 & 1 \\",
        r"\end{tabular}",
    ]
