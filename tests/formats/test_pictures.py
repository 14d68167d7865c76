"""Pictures without a desktop: every node and line is there, and the files are what their endings say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import circuitsim as cs

SVG = "{http://www.w3.org/2000/svg}"


def drawn(circuit: cs.Circuit, path: Path) -> ElementTree.Element:
    circuit.save(path)
    return ElementTree.parse(path).getroot()


@pytest.mark.parametrize("name", cs.examples())
def test_every_node_and_line_of_every_example(name: str, tmp_path: Path) -> None:
    circuit = cs.example(name)
    root = drawn(circuit, tmp_path / "c.svg")
    assert {g.get("data-id") for g in root.iter(f"{SVG}g") if g.get("data-id")} == set(circuit.nodes)
    lines = [(p.get("data-from"), p.get("data-to")) for p in root.iter(f"{SVG}path") if p.get("data-from")]
    assert sorted(lines) == sorted((edge.source, edge.target) for edge in circuit.edges)
    texts = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert all((node.label or id)[:20] in texts for id, node in circuit.nodes.items())


def test_nodes_stand_where_they_are_placed(tmp_path: Path, half_adder: cs.Circuit) -> None:
    half_adder.place("a", -300, 70)
    half_adder.place("both", 5, 5, 90)
    root = drawn(half_adder, tmp_path / "c.svg")
    at = {g.get("data-id"): g.get("transform") for g in root.iter(f"{SVG}g") if g.get("data-id")}
    assert at["a"] == "translate(-300 70)"
    assert at["both"] == "translate(5 5)"
    assert any(g.get("transform") == "rotate(90)" for g in root.iter(f"{SVG}g"))


def test_nodes_without_a_place_do_not_cover_each_other(tmp_path: Path) -> None:
    circuit = cs.example("adder_4bit")
    bare = type(circuit).from_contents(circuit.contents())
    for id in list(bare.layout):
        assert id in circuit.nodes
    root = drawn(circuit, tmp_path / "c.svg")
    places = [g.get("transform") for g in root.iter(f"{SVG}g") if g.get("data-id")]
    assert len(set(places)) == len(places)


def test_awkward_names_are_escaped(tmp_path: Path) -> None:
    c = cs.Circuit('a<b&"c"\x07')
    c.add_input('<&">')
    c.add_tlu("t", label="two\nlines")
    c.connect('<&">', "t", weight=-0.5)
    root = drawn(c, tmp_path / "c.svg")
    assert '<&">' in {g.get("data-id") for g in root.iter(f"{SVG}g")}
    assert drawn(cs.Circuit(), tmp_path / "empty.svg").get("width") is not None


def test_png_and_pdf(tmp_path: Path, half_adder: cs.Circuit) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    half_adder.save(tmp_path / "c.png")
    data = (tmp_path / "c.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    root = drawn(half_adder, tmp_path / "c.svg")
    assert int.from_bytes(data[16:20]) == 3 * int(root.get("width") or 0)
    try:
        import cairosvg  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("cairosvg, or the cairo below it, is not installed")
    half_adder.save(tmp_path / "c.pdf")
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    """In a process where the libraries cannot be imported."""
    code = (
        "import sys; sys.modules['resvg_py'] = sys.modules['cairosvg'] = None\n"
        "import circuitsim as cs\n"
        "for ending in ('png', 'pdf'):\n"
        "    try: cs.example('and').save(f'{sys.argv[1]}/x.{ending}')\n"
        "    except cs.CircuitError as error: print(error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "pip install 'circuitsim[png]'" in ran.stdout
    assert "pip install 'circuitsim[pdf]'" in ran.stdout
    assert not list(tmp_path.iterdir())


def test_no_qt_is_loaded(tmp_path: Path) -> None:
    code = (
        "import sys; import circuitsim as cs\n"
        "cs.example('and').save(sys.argv[1])\n"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "x.svg")], check=True)
