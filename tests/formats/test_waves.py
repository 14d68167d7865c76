"""Recordings as CSV, VCD and SVG, read back by readers of their own."""

from __future__ import annotations

import csv
import io
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

import circuitsim as cs


def two_levels() -> cs.Circuit:
    inner = cs.Circuit()
    inner.add_output("q", inner.add_delay("n.1", inner.add_input("p")))
    middle = cs.Circuit()
    middle.define("inner", inner)
    middle.add_input("p")
    middle.add_subcircuit("i[0]", of="inner")
    middle.connect("p", "i[0]", to_port="p")
    middle.add_output("q", "i[0]", from_port="q")
    c = cs.Circuit()
    c.define("middle", middle)
    c.add_input("a[0]")
    c.add_input("x", domain="real")
    c.add_subcircuit("m", of="middle")
    c.connect("a[0]", "m", to_port="p")
    c.add_tlu("s", step="sign")
    c.connect("x", "s")
    for id, source, port in (("y.1", "m", "q"), ("漢字", "a[0]", None), ("real", "x", None), ("sign", "s", None)):
        c.add_output(id, source, from_port=port)
    return c


def ambiguous() -> cs.Circuit:
    inner = cs.Circuit()
    inner.add_output("y", inner.add_input("x"))
    c = cs.Circuit()
    c.define("d", inner)
    c.add_input("a")
    c.add_subcircuit("s", of="d")
    c.connect("a", "s", to_port="x")
    c.add_output("s/y")
    return c


def record(c: cs.Circuit, ticks: int = 5, start: int = 0, **more: Any) -> cs.Trace:
    sim = cs.Simulator(c)
    sim.run(start)
    stimulus = {"a[0]": "01101", "x": [0.5, -1e300, 0, 0, 2]} if "x" in c.inputs else {"a": "01101"}
    return sim.run(ticks, stimulus, **more)


def read_vcd(text: str) -> tuple[dict[str, str], dict[str, list[tuple[int, float]]], list[int]]:
    """A tiny reader by the standard: variables (path to type), their changes, and the times."""
    tokens = iter(text.split())
    scope: list[str] = []
    kinds: dict[str, str] = {}
    names: dict[str, list[str]] = defaultdict(list)
    changes: dict[str, list[tuple[int, float]]] = defaultdict(list)
    times: list[int] = []

    def command() -> list[str]:
        words = []
        while (word := next(tokens)) != "$end":
            words.append(word)
        return words

    for token in tokens:
        if token == "$scope":
            scope.append(command()[1])
        elif token == "$upscope":
            assert command() == []
            scope.pop()
        elif token == "$var":
            words = command()
            assert len(words) == 4, words
            kind, size, code, name = words
            assert all("!" <= symbol <= "~" for symbol in code)
            assert (kind, size) in (("wire", "1"), ("real", "64"))
            path = "/".join([*scope, name.replace("/", "|")])
            assert path not in kinds, "every name once"
            kinds[path] = kind
            names[code].append(path)
        elif token in ("$timescale", "$date", "$version", "$comment", "$enddefinitions"):
            command()
        elif token in ("$dumpvars", "$end"):
            continue
        elif token.startswith("#"):
            assert not times or int(token[1:]) > times[-1]
            times.append(int(token[1:]))
        elif token[0] in "rR":
            for path in names[next(tokens)]:
                changes[path].append((times[-1] if times else 0, float(token[1:])))
        else:
            assert token[0] in "01", token
            assert token[1:] in names, token
            for path in names[token[1:]]:
                changes[path].append((times[-1] if times else 0, float(token[0])))
    assert scope == []
    return kinds, changes, times


def spread(changes: list[tuple[int, float]], start: int, ticks: int) -> list[float]:
    result, value, at = [], float("nan"), 0
    for tick in range(start, start + ticks):
        while at < len(changes) and changes[at][0] <= tick:
            value = changes[at][1]
            at += 1
        result.append(value)
    return result


@pytest.mark.parametrize("start", [0, 7])
def test_vcd_gives_back_every_value(start: int) -> None:
    trace = record(two_levels(), start=start)
    text = io.StringIO()
    trace.to_vcd(text)
    kinds, changes, times = read_vcd(text.getvalue())
    expected = {
        "circuit/a[0]": (("a[0]",), "wire"),
        "circuit/x": (("x",), "real"),
        "circuit/s": (("s",), "real"),
        "circuit/y_1": (("y.1",), "wire"),
        "circuit/漢字": (("漢字",), "wire"),
        "circuit/real": (("real",), "real"),
        "circuit/sign": (("sign",), "real"),
        "circuit/m/p": (("m", "p"), "wire"),
        "circuit/m/q": (("m", "q"), "wire"),
        "circuit/m/i[0]/p": (("m", "i[0]", "p"), "wire"),
        "circuit/m/i[0]/q": (("m", "i[0]", "q"), "wire"),
        "circuit/m/i[0]/n_1": (("m", "i[0]", "n.1"), "wire"),
    }
    assert kinds == {name: kind for name, (_, kind) in expected.items()}
    for name, (path, _) in expected.items():
        assert spread(changes[name], start, 5) == trace[path].astype(float).tolist(), name
    assert times[0] == start
    assert times[-1] == start + 5, "the last tick is seen for its whole length"


@pytest.mark.parametrize("name", ["$end", "$var", "$", "#1", "b1", "0!", ".", "..", "/", "a//b", "'\"", "\\x", "[3:0]"])
def test_odd_names_leave_a_vcd_that_can_be_read(name: str) -> None:
    c = cs.Circuit()
    c.add_input("a")
    c.add_delay(name, "a")
    c.add_output(f"{name}~", name)
    trace = record(c)
    text = io.StringIO()
    trace.to_vcd(text)
    kinds, changes, _ = read_vcd(text.getvalue())
    assert len(kinds) == 3
    columns = sorted(spread(found, 0, 5) for found in changes.values())
    assert columns == sorted([[0, 1, 1, 0, 1], [0, 0, 1, 1, 0], [0, 0, 1, 1, 0]])


def test_names_that_become_the_same_are_kept_apart() -> None:
    c = cs.Circuit()
    for id in ("a", "p.q", "p_q", "p/q"):
        c.add_input(id)
    text = io.StringIO()
    cs.Simulator(c).run(2, {"p.q": "01", "p_q": "10"}).to_vcd(text)
    kinds, _, _ = read_vcd(text.getvalue())
    assert len(kinds) == 4


def test_a_recording_whose_printed_names_are_ambiguous() -> None:
    """The output "s/y" and the port y inside s print the same, and both are written."""
    trace = record(ambiguous())
    table = io.StringIO()
    trace.to_csv(table)
    rows = list(csv.DictReader(io.StringIO(table.getvalue())))
    assert [row["a"] for row in rows] == list("01101")
    assert [row["s/y"] for row in rows] == list("00000"), "the circuit's own output"
    vcd, svg = io.StringIO(), io.StringIO()
    trace.to_vcd(vcd)
    trace.to_svg(svg)
    assert trace.table().tolist() == [[0]] * 5
    columns = sorted(spread(found, 0, 5) for found in read_vcd(vcd.getvalue())[1].values())
    assert columns == [[0] * 5, [0, 1, 1, 0, 1], [0, 1, 1, 0, 1], [0, 1, 1, 0, 1]]


def test_csv_is_a_row_a_tick() -> None:
    text = io.StringIO()
    record(two_levels(), start=3).to_csv(text)
    rows = list(csv.reader(io.StringIO(text.getvalue())))
    assert rows[0] == ["tick", "a[0]", "x", "y.1", "漢字", "real", "sign"]
    assert rows[1] == ["3", "0", "0.5", "0", "0", "0.5", "1"]
    assert rows[2] == ["4", "1", "-1e+300", "0", "1", "-1e+300", "-1"]
    assert [row[0] for row in rows[1:]] == ["3", "4", "5", "6", "7"]
    assert "\r" not in text.getvalue()


def test_csv_of_chosen_names_and_awkward_ones() -> None:
    c = cs.Circuit()
    for id in ("a", 'q"', "c,d", "=1+1"):
        c.add_input(id)
    trace = cs.Simulator(c).run(1)
    text = io.StringIO()
    trace.to_csv(text, names=['q"', "c,d", "=1+1"])
    assert next(csv.reader(io.StringIO(text.getvalue()))) == ["tick", 'q"', "c,d", "=1+1"]
    with pytest.raises(cs.CircuitError, match="there is no node 'nope'"):
        trace.to_csv(io.StringIO(), names=["nope"])


def test_what_was_watched_is_what_is_written() -> None:
    trace = record(two_levels(), watch=["m/q", ("m", "i[0]", "n.1")])
    text = io.StringIO()
    trace.to_csv(text)
    assert text.getvalue().splitlines()[0] == "tick,m/q,m/i[0]/n.1"
    vcd = io.StringIO()
    trace.to_vcd(vcd)
    assert set(read_vcd(vcd.getvalue())[0]) == {"circuit/m/q", "circuit/m/i[0]/n_1"}


NS = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("ticks", [0, 1, 5, 400, 3000])
def test_svg_is_sound_xml_with_a_line_for_each_name(ticks: int) -> None:
    trace = cs.Simulator(two_levels()).run(ticks, {"a[0]": "01" * (ticks // 2)})
    text = io.StringIO()
    trace.to_svg(text)
    root = ElementTree.fromstring(text.getvalue())
    assert root.tag == f"{NS}svg"
    words = [element.text for element in root.iter(f"{NS}text")]
    for name in ("a[0]", "x", "y.1", "漢字", "real", "sign"):
        assert name in words
    lines = [path for path in root.iter(f"{NS}path") if path.get("aria-label")]
    assert len(lines) == 6
    width = float(root.get("width", "nan"))
    assert all(0 <= float(x) <= width for line in lines for x in _numbers(line.get("d", ""), "H"))


def _numbers(path: str, command: str) -> list[str]:
    return [part.split("V")[0] for part in path.split(command)[1:]]


def test_svg_escapes_names_and_bears_any_value() -> None:
    c = cs.Circuit()
    for id in ("<b>&\"'", "x"):
        c.add_input(id, domain="real")
    trace = cs.Simulator(c).run(4, {"x": [1e308, -1e308, 0, 5e-324], "<b>&\"'": [-1, -2, 3, 0.5]})
    text = io.StringIO()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        trace.to_svg(text)
    root = ElementTree.fromstring(text.getvalue())
    assert "<b>&\"'" in [element.text for element in root.iter(f"{NS}text")]
    assert "nan" not in text.getvalue()
    assert "inf" not in text.getvalue()


@pytest.mark.parametrize("ending", ["csv", "vcd", "svg"])
def test_to_a_path_or_an_open_file(tmp_path: Path, ending: str) -> None:
    trace = record(two_levels())
    write = getattr(trace, f"to_{ending}")
    text = io.StringIO()
    write(text)
    for target in (tmp_path / f"t.{ending}", str(tmp_path / f"u.{ending}")):
        write(target)
        assert Path(target).read_text(encoding="utf-8") == text.getvalue()
    with pytest.raises(cs.CircuitError, match="cannot be written"):
        write(tmp_path / "missing" / "t")


@pytest.mark.parametrize("ending", ["csv", "vcd", "svg"])
def test_recordings_of_nothing(ending: str) -> None:
    empty = cs.Circuit()
    for trace in (cs.Simulator(empty).run(3), record(two_levels(), 0), record(two_levels(), 3, watch=[])):
        text = io.StringIO()
        getattr(trace, f"to_{ending}")(text)
        if ending == "vcd":
            read_vcd(text.getvalue())
        elif ending == "svg":
            ElementTree.fromstring(text.getvalue())
        else:
            assert len(text.getvalue().splitlines()) == 1 + len(trace)


def test_columns_have_the_narrowest_types() -> None:
    trace = record(two_levels())
    assert trace["a[0]"].dtype == np.uint8
    assert trace["sign"].dtype == np.int8
    assert trace["real"].dtype == np.float64
