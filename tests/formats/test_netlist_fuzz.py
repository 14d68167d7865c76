"""Files cut, mixed and made up: a reader gives a circuit or a clear error, never anything else, and stays small."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import circuitsim as cs

SEEDS = {path.suffix: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "seeds").iterdir())}
UNHEALTHY = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
PIECES = [
    *"(){}[]<>,;:=.#\\'\"-~ \n\t\r\0", "INPUT(", ".names", ".end", ".subckt", "1'b0", "module", "endmodule", "9" * 30,
    "0x" + "f" * 50, "-1", "a", "é", "\N{ZERO WIDTH SPACE}", "\N{RIGHT-TO-LEFT OVERRIDE}", "aag", "aig", "]]>", "&amp;",
    "<!--", "~~", "?", "begin", "posedge", "loop(", "99999",
]  # fmt: skip


@st.composite
def broken(draw: st.DrawFn, seed: str) -> bytes:
    """A file with some slices cut out, doubled, moved, or replaced."""
    text = seed
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = text[start:end]
        how = draw(st.sampled_from(["cut", "double", "put", "move", "end"]))
        if how == "cut":
            text = text[:start] + text[end:]
        elif how == "double":
            text = text[:end] + piece + text[end:]
        elif how == "put":
            text = text[:start] + draw(st.sampled_from(PIECES)) + text[start:]
        elif how == "move":
            to = draw(st.integers(0, len(text)))
            text = text[:to] + piece + text[to:]
        else:
            text = text[:start]
    data = text.encode()
    if draw(st.booleans()) and draw(st.booleans()):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=5)) + data[at:]
    return data


def read(data: bytes, path: Path) -> cs.Circuit | None:
    """The circuit, or None where the file is refused: with its name."""
    path.write_bytes(data)
    said = ""
    try:
        return cs.load(path, left_out=[])
    except cs.CircuitError as error:
        said = str(error)
    assert said.startswith(str(path))
    return None


@pytest.fixture(autouse=True)
def _without_yosys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("circuitsim.formats.netlists.verilog.has_yosys", lambda: False)


@pytest.mark.parametrize("ending", SEEDS)
def test_the_seed_itself_is_read(tmp_path: Path, ending: str) -> None:
    assert read(SEEDS[ending].encode(), tmp_path / f"net{ending}") is not None


@pytest.mark.parametrize("ending", SEEDS)
@given(data=st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_broken_files(tmp_path: Path, ending: str, data: st.DataObject) -> None:
    circuit = read(data.draw(broken(SEEDS[ending])), tmp_path / f"net{ending}")
    if circuit is not None:  # and then it is sound: it is written, and read again
        circuit.save(tmp_path / "again.json")
        assert cs.load(tmp_path / "again.json").inputs == circuit.inputs


@given(data=st.binary(max_size=400), head=st.sampled_from([b"", b"aig 5 2 1 1 2\n10\n8\n", b"aig 3 1 0 1 2\n6\n"]))
@settings(max_examples=200, deadline=None, suppress_health_check=UNHEALTHY)
def test_binary_aiger(tmp_path: Path, data: bytes, head: bytes) -> None:
    read(head + data, tmp_path / "net.aig")


@pytest.mark.parametrize("ending", SEEDS)
def test_a_file_cut_anywhere(tmp_path: Path, ending: str) -> None:
    data = SEEDS[ending].encode()
    for end in range(0, len(data), 1 + len(data) // 150):
        read(data[:end], tmp_path / f"net{ending}")


@pytest.mark.parametrize("ending", SEEDS)
@pytest.mark.parametrize("other", SEEDS)
def test_a_file_with_the_ending_of_another(tmp_path: Path, ending: str, other: str) -> None:
    read(SEEDS[other].encode(), tmp_path / f"net{ending}")


HOSTILE = {
    "parentheses.v": "module m(y); output y; assign y = " + "(" * 100_000,
    "comments.v": "/*" * 100_000,
    "strings.bench": "a = AND(" + "a," * 100_000 + "a)\n",
    "parity.bench": "a = XOR(" + "a," * 20_000 + "a)\n",
    "columns.pla": ".i 999999\n.o 999999\n",
    "ranges.v": "module m(" + ",".join(f"a{k}" for k in range(100)) + ");"
    + "".join(f"input [9999:0] a{k};" for k in range(100)) + "endmodule",
    "counts.aag": "aag 9999999 9999999 0 0 0\n",
    "models.blif": "".join(f".model m{k}\n.subckt m{k + 1}\n.subckt m{k + 1}\n.end\n" for k in range(3000)),
    "continued.blif": ".model m\n.names a \\\n" + "\\\n" * 50_000,
    "nested.dig": "<circuit>" + "<a>" * 50_000 + "</a>" * 50_000 + "</circuit>",
    "wide.dig": "<circuit><visualElements>" + "<visualElement><elementName>And</elementName><elementAttributes><entry>"
    "<string>Inputs</string><int>1024</int></entry></elementAttributes></visualElement>" * 100
    + "</visualElements></circuit>",
    "wires.circ": '<project><circuit name="m">' + '<wire from="(0,0)" to="(999999999,0)"/>' * 5_000
    + "".join(f'<wire from="({k},0)" to="({k},9)"/>' for k in range(5_000)) + "</circuit></project>",
    "entities.dig": '<!DOCTYPE a [<!ENTITY b "' + "c" * 1000 + '">]><circuit>' + "&b;" * 1000 + "</circuit>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_memory_stays_a_multiple_of_the_size(tmp_path: Path, name: str) -> None:
    data = HOSTILE[name].encode()
    (tmp_path / "warm.bench").write_text("INPUT(a)\n")
    cs.load(tmp_path / "warm.bench")
    tracemalloc.start()
    try:
        read(data, tmp_path / name)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 20e6 + 1500 * len(data)


def test_embedded_drawings_that_embed_each_other(tmp_path: Path) -> None:
    part = (
        "<circuit><visualElements><visualElement><elementName>{}.dig</elementName><elementAttributes/></visualElement>"
    )
    for one, two in ("ab", "ba"):
        (tmp_path / f"{one}.dig").write_text(part.format(two) + "</visualElements></circuit>")
    circuit = cs.load(tmp_path / "a.dig", left_out=[])
    assert not circuit.inputs
