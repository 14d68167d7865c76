"""Drawings of Logisim and Digital: what touches is connected, and what is not known is named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

Wire = tuple[tuple[int, int], tuple[int, int]]


def load(path: Path) -> tuple[cs.Circuit, list[str]]:
    left_out: list[Any] = []
    circuit = cs.load(path, left_out=left_out)
    return circuit, [sentence.replace(str(path), "FILE") for sentence in left_out]


def rows(circuit: cs.Circuit) -> list[str]:
    points = np.array(list(product((0, 1), repeat=len(circuit.inputs))), float).reshape(-1, len(circuit.inputs))
    return ["".join(str(int(v)) for v in row) for row in cs.compile(circuit).run(points)]


# Digital


def attribute(name: str, value: Any) -> str:
    if name == "rotation":
        inner = f'<rotation rotation="{value}"/>'
    elif name == "Testdata":
        inner = f"<testData><dataString>{value}</dataString></testData>"
    elif name == "inverterConfig":
        inner = "<inverterConfig>" + "".join(f"<string>{each}</string>" for each in value) + "</inverterConfig>"
    elif name == "customShape":
        pins = (f'<entry><string>{k}</string><pin><pos x="{x}" y="{y}"/></pin></entry>' for k, (x, y) in value.items())
        inner = f"<shape><pins>{''.join(pins)}</pins></shape>"
    elif isinstance(value, bool):
        inner = f"<boolean>{str(value).lower()}</boolean>"
    else:
        inner = f"<int>{value}</int>" if isinstance(value, int) else f"<string>{value}</string>"
    return f"<entry><string>{name}</string>{inner}</entry>"


def dig(
    parts: Iterable[tuple[str, int, int, Mapping[str, Any]]],
    wires: Iterable[Wire] = (),
    own: Mapping[str, Any] | None = None,
) -> str:
    """The text of a .dig file."""
    elements = "".join(
        f"<visualElement><elementName>{name}</elementName><elementAttributes>"
        f"{''.join(attribute(*each) for each in given.items())}</elementAttributes>"
        f'<pos x="{x}" y="{y}"/></visualElement>\n'
        for name, x, y, given in parts
    )
    lines = "".join(f'<wire><p1 x="{a}" y="{b}"/><p2 x="{c}" y="{d}"/></wire>\n' for (a, b), (c, d) in wires)
    attributes = "".join(attribute(*each) for each in (own or {}).items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<circuit><version>2</version><attributes>{attributes}</attributes>\n'
        f"<visualElements>{elements}</visualElements><wires>{lines}</wires></circuit>\n"
    )


HALF = dig(
    [
        ("In", 0, 0, {"Label": "a"}),
        ("In", 0, 40, {"Label": "b"}),
        ("XOr", 100, 0, {}),
        ("And", 100, 100, {}),
        ("Out", 200, 20, {"Label": "s"}),
        ("Out", 200, 120, {"Label": "c"}),
        ("Text", 0, 200, {"Description": "two gates"}),
    ],
    [
        ((0, 0), (60, 0)),
        ((60, 0), (100, 0)),
        ((60, 0), (60, 100)),
        ((60, 100), (100, 100)),
        ((0, 40), (40, 40)),
        ((40, 40), (100, 40)),
        ((40, 40), (40, 140)),
        ((40, 140), (100, 140)),
        ((160, 20), (200, 20)),
        ((160, 120), (200, 120)),
    ],
)


@pytest.fixture
def half(tmp_path: Path) -> Path:
    (tmp_path / "half.dig").write_text(HALF)
    return tmp_path


def test_gates_and_wires_of_digital(half: Path) -> None:
    circuit, left_out = load(half / "half.dig")
    assert (circuit.inputs, circuit.outputs, left_out) == (["a", "b"], ["s", "c"], [])
    assert rows(circuit) == ["00", "10", "10", "01"]


@pytest.mark.parametrize("shape", ["box", "drawn"])
def test_embedded_circuits_of_digital(half: Path, shape: str) -> None:
    if shape == "drawn":
        pins = {"a": (0, 0), "b": (0, 20), "s": (60, 0), "c": (60, 20)}
        own = "<entry><string>shapeType</string><shapeType>CUSTOM</shapeType></entry>" + attribute("customShape", pins)
        (half / "half.dig").write_text(HALF.replace("<attributes></attributes>", f"<attributes>{own}</attributes>"))
    parts = [
        ("In", 0, 0, {"Label": "a"}),
        ("In", 0, 20, {"Label": "b"}),
        ("In", 0, 60, {"Label": "ci"}),
        ("half.dig", 100, 0, {"Label": "first"}),
        ("half.dig", 200, 0, {}),
        ("Or", 300, 20, {}),
        ("Out", 400, 0, {"Label": "s"}),
        ("Out", 400, 40, {"Label": "co"}),
    ]
    wires = [
        ((0, 0), (100, 0)), ((0, 20), (100, 20)), ((160, 0), (200, 0)), ((0, 60), (180, 60)), ((180, 60), (180, 20)),
        ((180, 20), (200, 20)), ((260, 0), (400, 0)), ((260, 20), (300, 20)), ((160, 20), (170, 20)),
        ((170, 20), (170, 80)), ((170, 80), (280, 80)), ((280, 80), (280, 60)), ((280, 60), (300, 60)),
        ((360, 40), (400, 40)),
    ]  # fmt: skip
    (half / "full.dig").write_text(dig(parts, wires))
    circuit, left_out = load(half / "full.dig")
    assert left_out == []
    assert list(circuit.definitions) == ["half.dig"]
    assert "first" in circuit.nodes
    assert rows(circuit) == ["00", "10", "10", "01", "10", "01", "01", "11"]


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_parts_that_are_turned(tmp_path: Path, turn: int) -> None:
    def at(x: int, y: int) -> tuple[int, int]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]

    given = {"rotation": turn, "inverterConfig": ["In_2"], "Inputs": 3, "wideShape": True}
    parts = [("NOr", 0, 0, given)]
    parts += [("In", *at(*place), {"Label": name}) for name, place in (("a", (0, 0)), ("b", (-20, 20)), ("c", (0, 40)))]
    parts += [("Out", *at(100, 20), {"Label": "y"})]
    (tmp_path / "n.dig").write_text(dig(parts))
    circuit, left_out = load(tmp_path / "n.dig")
    assert left_out == []
    assert rows(circuit) == [str(int(not (a or not b or c))) for a, b, c in product((0, 1), repeat=3)]


def test_buses_splitters_tunnels_and_constants(tmp_path: Path) -> None:
    parts = [
        ("In", 0, 0, {"Label": "x", "Bits": 4}),
        ("Splitter", 40, 0, {"Input Splitting": "4", "Output Splitting": "1,2,1"}),
        ("Splitter", 100, 0, {"Input Splitting": "1,2,1", "Output Splitting": "4"}),
        ("Tunnel", 60, 0, {"NetName": "low"}),
        ("Tunnel", 100, 40, {"NetName": "low"}),
        ("Tunnel", 60, 40, {"NetName": "high"}),
        ("Tunnel", 100, 0, {"NetName": "high"}),
        ("Not", 160, 0, {"Bits": 4}),
        ("Out", 200, 0, {"Label": "y", "Bits": 4}),
        ("Const", 160, 100, {"Value": 5, "Bits": 4}),
        ("Out", 160, 100, {"Label": "five", "Bits": 4}),
    ]
    (tmp_path / "b.dig").write_text(dig(parts, [((0, 0), (40, 0)), ((60, 20), (100, 20)), ((120, 0), (160, 0))]))
    circuit, left_out = load(tmp_path / "b.dig")
    assert left_out == []
    assert circuit.inputs == [f"x[{k}]" for k in range(4)]
    found = circuit.evaluate({"x[0]": 1, "x[1]": 1})
    assert [found[f"y[{k}]"] for k in range(4)] == [1, 0, 1, 0]  # the ends changed places, then all inverted
    assert [found[f"five[{k}]"] for k in range(4)] == [1, 0, 1, 0]


def test_a_multiplexer(tmp_path: Path) -> None:
    parts = [("Multiplexer", 100, 0, {"Selector Bits": 1}), ("Out", 140, 20, {"Label": "y"})]
    parts += [("In", *place, {"Label": name}) for name, place in (("s", (120, 40)), ("a", (100, 0)), ("b", (100, 40)))]
    (tmp_path / "m.dig").write_text(dig(parts))
    assert rows(load(tmp_path / "m.dig")[0]) == ["0", "0", "1", "1", "0", "1", "0", "1"]


COUNTER = [
    ("Clock", 0, 20, {"Label": "C"}),
    ("D_FF", 100, 0, {"Label": "q0"}),
    ("T_FF", 100, 100, {"Label": "q1", "withEnable": True}),
    ("Out", 200, 0, {"Label": "low"}),
    ("Out", 200, 100, {"Label": "high"}),
]
WIRES: list[Wire] = [
    ((0, 20), (60, 20)), ((60, 20), (100, 20)), ((60, 20), (60, 120)), ((60, 120), (100, 120)),
    ((160, 0), (180, 0)), ((180, 0), (200, 0)), ((160, 20), (160, 60)), ((160, 60), (80, 60)), ((80, 60), (80, 0)),
    ((80, 0), (100, 0)), ((180, 0), (180, 80)), ((180, 80), (90, 80)), ((90, 80), (90, 100)), ((90, 100), (100, 100)),
    ((160, 100), (200, 100)),
]  # fmt: skip


def test_flip_flops_and_a_clock(tmp_path: Path) -> None:
    (tmp_path / "c.dig").write_text(dig(COUNTER, WIRES))
    circuit, left_out = load(tmp_path / "c.dig")
    assert left_out == []
    assert circuit.inputs == []
    trace = cs.Simulator(circuit).run(6)
    assert trace["low"].tolist() == [0, 1, 0, 1, 0, 1]
    assert trace["high"].tolist() == [0, 0, 1, 1, 0, 0]
    assert circuit.node("q0").kind == "delay"


@pytest.mark.parametrize(
    ("name", "pins", "next"),
    [
        ("JK_FF", ("J", "C", "K"), lambda v, q: int((v["J"] and not q) or (not v["K"] and q))),
        ("RS_FF", ("S", "C", "R"), lambda v, q: int(v["S"] or (not v["R"] and q))),
        ("D_FF", ("D", "C"), lambda v, q: v["D"]),
        ("T_FF", ("T", "C"), lambda v, q: v["T"] ^ q),
    ],
)
def test_each_flip_flop(tmp_path: Path, name: str, pins: tuple[str, ...], next: Any) -> None:
    parts = [
        (name, 0, 0, {"Default": 1, "Label": "ff"}),
        ("Out", 60, 0, {"Label": "q"}),
        ("Out", 60, 20, {"Label": "n"}),
    ]
    parts += [("Clock" if pin == "C" else "In", 0, 20 * k, {"Label": pin}) for k, pin in enumerate(pins)]
    (tmp_path / "f.dig").write_text(dig(parts))
    circuit, left_out = load(tmp_path / "f.dig")
    assert left_out == []
    given = np.random.default_rng(3).integers(0, 2, (60, len(circuit.inputs)))
    trace = cs.Simulator(circuit).run(60, given)
    q = 1
    for tick, row in enumerate(given.tolist()):
        assert (trace["q"][tick], trace["n"][tick]) == (q, 1 - q)
        q = next(dict(zip(circuit.inputs, row, strict=True)), q)


def test_set_and_reset_act_at_once(tmp_path: Path) -> None:
    parts = [("D_FF_AS", 0, 0, {}), ("Out", 60, 0, {"Label": "q"}), ("Clock", 0, 40, {})]
    parts += [("In", 0, y, {"Label": name}) for name, y in (("S", 0), ("D", 20), ("R", 60))]
    (tmp_path / "f.dig").write_text(dig(parts))
    trace = cs.Simulator(load(tmp_path / "f.dig")[0]).run(7, {"S": "0100001", "D": "1000110", "R": "0001000"})
    assert trace["q"].tolist() == [0, 1, 1, 0, 0, 1, 1]


def test_test_cases_become_tests(half: Path) -> None:
    cases = [
        ("Testcase", 300, 0, {"Label": "table", "Testdata": "a b c s\n0 0 0 0\n0 1 0 1 # so\n1 0 X 1\n0b1 0x1 1 0"}),
        (
            "Testcase",
            300,
            0,
            {"Label": "sums", "Testdata": "a b c s\nloop(i,2)\nloop(k,2)\n(i) (k) bits(2,i+k)\nend loop\nend loop"},
        ),
        (
            "Testcase",
            300,
            0,
            {
                "Label": "again",
                "Testdata": "a b s\nlet one = 3 - 2*1;\nrepeat(4) (n>>1) (n&amp;one) ((n>>1)^(n&amp;1))",
            },
        ),
        ("Testcase", 300, 0, {"Label": "wrong", "Testdata": "a b s\n0 0 1"}),
        ("Testcase", 300, 0, {"Label": "odd", "Testdata": "a b s\nwhile(1)\n0 0 0\nend while"}),
        ("Testcase", 300, 0, {"Label": "port", "Testdata": "a z\n0 0"}),
    ]
    text = HALF.replace(
        "</visualElements>",
        dig(cases).partition("<visualElements>")[2].partition("</visualElements>")[0] + "</visualElements>",
    )
    (half / "t.dig").write_text(text)
    circuit, left_out = load(half / "t.dig")
    assert [test.name for test in circuit.tests] == ["table", "sums", "again", "wrong"]
    assert [result.passed for result in circuit.run_tests()] == [True, True, True, False]
    assert circuit.tests[0].rows[2] == ((1, 0), (None, 1))
    assert [len(test.rows) for test in circuit.tests] == [4, 4, 4, 1]
    assert [line.partition("the test ")[2] for line in left_out] == [
        "'odd' is left out: 'while(1)' is not read",
        "'port' is left out: there is no port 'z'",
    ]


def test_a_clocked_test_case_looks_a_tick_later(tmp_path: Path) -> None:
    case = ("Testcase", 300, 0, {"Label": "counts", "Testdata": "C high low\nC 0 1\nC 1 0\nC 1 1\nC 0 0\nC 0 1"})
    (tmp_path / "c.dig").write_text(dig([*COUNTER, case], WIRES))
    circuit, left_out = load(tmp_path / "c.dig")
    assert left_out == []
    assert circuit.tests[0].clocked
    assert [result.passed for result in circuit.run_tests()] == [True]
    wrong = ("Testcase", 300, 0, {"Testdata": "C high low\nC 0 1\nC 1 1"})
    (tmp_path / "c.dig").write_text(dig([*COUNTER, wrong], WIRES))
    assert [result.passed for result in load(tmp_path / "c.dig")[0].run_tests()] == [False]


def test_endless_and_huge_test_cases_end(half: Path) -> None:
    for data in (
        "a s\nrepeat(99999999) 0 0",
        "a s\n" + "".join(f"loop({v},1000)\n" for v in "ijkl") + "0 0\n" + "end loop\n" * 4,
        "a s\nloop(i,2)\n0 0",
    ):
        case = (
            dig([("Testcase", 0, 0, {"Testdata": data})])
            .partition("<visualElements>")[2]
            .partition("</visualElements>")[0]
        )
        (half / "t.dig").write_text(HALF.replace("</visualElements>", case + "</visualElements>"))
        circuit, left_out = load(half / "t.dig")
        assert not circuit.tests
        assert "the test without a name is left out" in left_out[0]


def test_a_newer_version_is_told(half: Path) -> None:
    (half / "half.dig").write_text(HALF.replace("<version>2<", "<version>3<"))
    circuit, left_out = load(half / "half.dig")
    assert left_out == ["FILE: line 2: is of version 3, newer than 2; it is read as far as it is known"]
    assert rows(circuit) == ["00", "10", "10", "01"]


def test_attributes_that_stand_for_others(tmp_path: Path) -> None:
    """The program that writes these files says a value once, and then where it was."""
    parts = [
        ("Not", 0, 0, {"rotation": 1}), ("In", 0, 0, {"Label": "a"}), ("Out", 0, -40, {"Label": "y"}),
        ("Not", 100, 0, {"rotation": 1}), ("In", 100, 0, {"Label": "b"}), ("Out", 100, -40, {"Label": "z"}),
    ]  # fmt: skip
    text = dig(parts)
    same = '<rotation reference="../../../../visualElement/elementAttributes/entry[1]/rotation"/>'
    head, _, tail = text.rpartition('<rotation rotation="1"/>')
    (tmp_path / "r.dig").write_text(head + same + tail)
    circuit, left_out = load(tmp_path / "r.dig")
    assert left_out == []
    assert rows(circuit) == ["11", "10", "01", "00"]


def test_flip_flops_with_inverters_and_spread_splitters(tmp_path: Path) -> None:
    parts = [
        ("D_FF", 100, 0, {"inverterConfig": ["D", "C"]}), ("Clock", 80, 20, {}), ("In", 80, 0, {"Label": "d"}),
        ("Out", 160, 0, {"Label": "q"}),
        ("In", 0, 200, {"Label": "x", "Bits": 2}),
        ("Splitter", 0, 200, {"Input Splitting": "2", "Output Splitting": "1,1", "splitterSpreading": 3}),
        ("Out", 20, 200, {"Label": "low"}), ("Out", 20, 260, {"Label": "high"}),
    ]  # fmt: skip
    (tmp_path / "f.dig").write_text(dig(parts))
    circuit, left_out = load(tmp_path / "f.dig")
    assert left_out == []
    trace = cs.Simulator(circuit).run(4, {"d": "1010", "x[1]": "0110"})
    assert trace["q"].tolist() == [0, 0, 1, 0]
    assert trace["high"].tolist() == [0, 1, 1, 0]


def test_what_is_not_known_is_named_and_the_rest_opens(half: Path) -> None:
    parts = [
        ("RAMDualPort", 0, 0, {}), ("RAMDualPort", 0, 100, {}), ("nowhere.dig", 0, 200, {}),
        ("../half.dig", 0, 300, {}), ("In", 0, 400, {"Label": "a"}), ("Not", 0, 400, {}),
        ("Out", 40, 400, {"Label": "y"}),
    ]  # fmt: skip
    (half / "u.dig").write_text(dig(parts))
    circuit, left_out = load(half / "u.dig")
    assert rows(circuit) == ["1", "0"]
    assert "nowhere.dig: cannot be read: no such file or directory" in left_out[0]
    assert left_out[1] == (
        "FILE: parts that are not known are left out: 'RAMDualPort (2)', 'nowhere.dig (1)', '../half.dig (1)'"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<circuit>", "line 1: is not XML: no element found"),
        ("", "is not XML"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]><circuit/>', "line 1: declares a document type"),
        (dig([("In", 0, 0, {"Label": "a", "Bits": 1000})]), "'In' has 1000 bits"),
        (dig([("In", 0, 0, {"Label": "a"}), ("In", 0, 0, {"Label": "b"})]), "driven twice"),
    ],
)
def test_a_drawing_that_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.dig").write_text(text)
    with pytest.raises(cs.CircuitError) as caught:
        load(tmp_path / "x.dig")
    assert said in str(caught.value)


# Logisim


def circ(
    circuits: Mapping[str, tuple[Iterable[tuple[str, int, int, Mapping[str, Any]]], Iterable[Wire]]], **given: str
) -> str:
    """The text of a .circ file; parts whose name is a circuit's have no library."""
    drawn = []
    for name, (parts, wires) in circuits.items():
        lines = [f'<wire from="({a},{b})" to="({c},{d})"/>' for (a, b), (c, d) in wires]
        for part, x, y, attributes in parts:
            inner = "".join(f'<a name="{key}" val="{value}"/>' for key, value in attributes.items())
            library = "" if part in circuits else 'lib="1" '
            lines.append(f'<comp {library}loc="({x},{y})" name="{part}">{inner}</comp>')
        style = f'<a name="appearance" val="{given["style"]}"/>' if "style" in given else ""
        drawn.append(f'<circuit name="{name}">{style}' + "\n".join(lines) + given.get("appear", "") + "</circuit>")
    version = given.get("version", "3.8.0")
    return (
        f'<project source="{version}" version="1.0"><main name="{next(iter(circuits))}"/>'
        + "\n".join(drawn)
        + "</project>"
    )


def pin(name: str, *, out: bool = False, **more: Any) -> dict[str, Any]:
    return {"label": name, **({"output": "true", "facing": "west"} if out else {}), **more}


@pytest.mark.parametrize("facing", ["east", "north", "west", "south"])
@pytest.mark.parametrize(
    ("gate", "length", "fire"),
    [
        ("AND Gate", 0, all), ("OR Gate", 0, any), ("NAND Gate", 10, lambda v: not all(v)),
        ("NOR Gate", 10, lambda v: not any(v)), ("XOR Gate", 10, lambda v: sum(v) == 1),
        ("XNOR Gate", 20, lambda v: sum(v) != 1), ("Odd Parity", 10, lambda v: sum(v) % 2),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("size", "heights"), [(30, (-10, 0, 10)), (50, (-20, 0, 20)), (70, (-30, 0, 30))])
def test_gates_of_logisim(
    tmp_path: Path, facing: str, gate: str, length: int, fire: Any, size: int, heights: tuple[int, ...]
) -> None:
    def at(x: int, y: int) -> tuple[int, int]:
        turned = {"east": (x, y), "north": (y, -x), "west": (-x, y), "south": (y, x)}[facing]
        return 200 + turned[0], 200 + turned[1]

    parts = [(gate, 200, 200, {"facing": facing, "size": size, "inputs": 3, "negate1": "true"})]
    for k, y in enumerate(heights):
        parts.append(("Pin", *at(-size - length - 10 * (k == 1), y), pin("abc"[k])))
    parts.append(("Pin", 200, 200, pin("y", out=True)))
    (tmp_path / "g.circ").write_text(circ({"main": (parts, [])}))
    circuit, left_out = load(tmp_path / "g.circ")
    assert left_out == []
    assert rows(circuit) == [str(int(fire([a, 1 - b, c]))) for a, b, c in product((0, 1), repeat=3)]


def test_inputs_that_nothing_drives_are_left_out(tmp_path: Path) -> None:
    """As old Logisim draws it: a gate has five inputs where the file does not say how many."""
    parts = [
        ("AND Gate", 100, 100, {}),
        ("Pin", 50, 80, pin("a")),
        ("Pin", 50, 120, pin("b")),
        ("Pin", 100, 100, pin("y", out=True)),
    ]
    (tmp_path / "g.circ").write_text(circ({"main": (parts, [])}, version="2.7.1"))
    circuit, left_out = load(tmp_path / "g.circ")
    assert left_out == []
    assert rows(circuit) == ["0", "0", "0", "1"]


def test_wires_join_where_one_ends_upon_the_other_and_cross_freely(tmp_path: Path) -> None:
    parts = [
        ("Pin", 0, 0, pin("a")), ("Pin", 50, -50, pin("b")), ("Pin", 100, 0, pin("x", out=True)),
        ("Pin", 50, 50, pin("y", out=True)), ("Pin", 30, 40, pin("z", out=True)),
    ]  # fmt: skip
    wires = [((0, 0), (100, 0)), ((50, -50), (50, 50)), ((30, 0), (30, 40))]
    (tmp_path / "w.circ").write_text(circ({"main": (parts, wires)}))
    assert rows(load(tmp_path / "w.circ")[0]) == ["000", "010", "101", "111"]


SUB = (
    [
        ("Pin", 100, 100, pin("a")), ("Pin", 100, 140, pin("b")), ("XOR Gate", 200, 120, {"size": 50, "inputs": 2}),
        ("Pin", 300, 120, pin("s", out=True)), ("AND Gate", 200, 220, {"size": 50, "inputs": 2}),
        ("Pin", 300, 220, pin("c", out=True)),
    ],
    [
        ((100, 100), (140, 100)), ((100, 140), (140, 140)), ((200, 120), (300, 120)), ((200, 220), (300, 220)),
        ((110, 100), (110, 200)), ((110, 200), (150, 200)), ((120, 140), (120, 240)), ((120, 240), (150, 240)),
    ],
)  # fmt: skip
APPEAR = (
    '<appear><rect x="50" y="50" width="30" height="30"/>'
    '<circ-port height="8" pin="100,100" width="8" x="46" y="56"/>'
    '<circ-port height="8" pin="100,140" width="8" x="46" y="66"/>'
    '<circ-port height="10" pin="300,120" width="10" x="75" y="55"/>'
    '<circ-port height="10" pin="300,220" width="10" x="75" y="65"/>'
    '<circ-anchor facing="east" height="6" width="6" x="77" y="57"/></appear>'
)


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"version": "2.7.1"}, {"a": (-30, 0), "b": (-30, 10), "s": (0, 0), "c": (0, 10)}),
        ({"style": "classic"}, {"a": (-30, 0), "b": (-30, 10), "s": (0, 0), "c": (0, 10)}),
        ({"style": "logisim_evolution"}, {"a": (-220, 0), "b": (-220, 20), "s": (0, 0), "c": (0, 20)}),
        ({"style": "custom", "appear": APPEAR}, {"a": (-30, 0), "b": (-30, 10), "s": (0, 0), "c": (0, 10)}),
    ],
)
@pytest.mark.parametrize("facing", ["east", "west"])
def test_circuits_in_circuits(
    tmp_path: Path, given: dict[str, str], places: dict[str, tuple[int, int]], facing: str
) -> None:
    sign = 1 if facing == "east" else -1
    parts = [("half", 500, 500, {"facing": facing})]
    for name, (x, y) in places.items():
        parts.append(("Pin", 500 + sign * x, 500 + sign * y, pin(name, out=name in "sc")))
    (tmp_path / "s.circ").write_text(circ({"main": (parts, []), "half": SUB}, **given))
    circuit, left_out = load(tmp_path / "s.circ")
    assert left_out == []
    assert rows(circuit) == ["00", "10", "10", "01"]
    assert list(circuit.definitions) == ["half"]


@pytest.mark.parametrize(
    ("attributes", "ends"),
    [
        ({}, [(20, -20), (20, -10)]),
        ({"facing": "west"}, [(-20, 10), (-20, 20)]),
        ({"facing": "north"}, [(-10, -20), (-20, -20)]),
        ({"facing": "south"}, [(20, 20), (10, 20)]),
        ({"appear": "right"}, [(20, 10), (20, 20)]),
        ({"appear": "center"}, [(20, -10), (20, 0)]),
        ({"appear": "right", "spacing": 2}, [(20, 10), (20, 30)]),
        ({"bit0": 1, "bit1": 0}, [(20, -10), (20, -20)]),
    ],
)
def test_splitters(tmp_path: Path, attributes: dict[str, Any], ends: list[tuple[int, int]]) -> None:
    parts = [("Splitter", 100, 100, attributes), ("Pin", 100, 100, pin("x", width=2))]
    parts += [("Pin", 100 + x, 100 + y, pin(f"y{k}", out=True)) for k, (x, y) in enumerate(ends)]
    (tmp_path / "s.circ").write_text(circ({"main": (parts, [])}))
    circuit, left_out = load(tmp_path / "s.circ")
    assert left_out == []
    assert circuit.inputs == ["x[0]", "x[1]"]
    assert rows(circuit) == ["00", "01", "10", "11"]


@pytest.mark.parametrize(
    ("given", "appearance", "places"),
    [
        (
            {"version": "2.7.1"},
            {},
            {"D": (-40, 20), "C": (-40, 0), "q": (0, 0), "n": (0, 20), "R": (-10, 30), "EN": (-20, 30)},
        ),
        ({}, {"appearance": "classic"}, {"D": (-40, 20), "C": (-40, 0), "q": (0, 0), "n": (0, 20), "R": (-10, 30)}),
        ({}, {}, {"D": (-10, 10), "C": (-10, 50), "q": (50, 10), "n": (50, 50), "R": (20, 60)}),
    ],
)
def test_a_flip_flop_of_logisim(
    tmp_path: Path, given: Any, appearance: Any, places: dict[str, tuple[int, int]]
) -> None:
    parts = [("D Flip-Flop", 300, 300, {"label": "ff", **appearance})]
    for name, (x, y) in places.items():
        kind = "Clock" if name == "C" else "Pin"
        parts.append((kind, 300 + x, 300 + y, pin(name, out=name in "qn")))
    (tmp_path / "f.circ").write_text(circ({"main": (parts, [])}, **given))
    circuit, left_out = load(tmp_path / "f.circ")
    assert left_out == []
    stimulus = {"D": "101111", "R": "000010"} | ({"EN": "110111"} if "EN" in places else {})
    trace = cs.Simulator(circuit).run(7, stimulus)
    held = [0, 1, 0, 0, 0, 0, 1] if "EN" in places else [0, 1, 0, 1, 0, 0, 1]
    assert trace["q"].tolist() == held
    assert trace["n"].tolist() == [1 - value for value in held]


def test_what_logisim_has_and_we_do_not_is_named(tmp_path: Path) -> None:
    parts = [
        ("Adder", 0, 0, {}), ("Text", 0, 50, {"text": "x"}), ("Pin", 70, 100, pin("a")), ("NOT Gate", 100, 100, {}),
        ("Pin", 100, 100, pin("y", out=True)), ("Power", 0, 200, {}), ("LED", 0, 200, {"label": "on"}),
        ("Constant", 0, 300, {"value": "0x0"}), ("Pin", 0, 300, pin("off", out=True)),
    ]  # fmt: skip
    (tmp_path / "u.circ").write_text(circ({"main": (parts, [])}))
    circuit, left_out = load(tmp_path / "u.circ")
    assert rows(circuit) == ["110", "010"]
    assert left_out == ["FILE: parts that are not known are left out: 'Adder (1)'"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html/>", "is no project of Logisim"),
        ('<project source="2.7.1"/>', "holds no circuit"),
        (circ({"main": ([("main", 0, 0, {})], [])}), "a definition cannot contain itself: 'main' uses 'main'"),
        ('<project><circuit name="m"><wire from="(0,0)" to="here"/></circuit></project>', "a wire goes from a place"),
        (circ({"m": ([("AND Gate", 0, 0, {"inputs": 999})], [])}), "999 inputs do not fit AND Gate"),
        (circ({"m": ([("Pin", 0, 0, {"width": 99})], [])}), "'Pin' has 99 bits"),
    ],
)
def test_a_project_that_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "x.circ").write_text(text)
    with pytest.raises(cs.CircuitError) as caught:
        load(tmp_path / "x.circ")
    assert said in str(caught.value)
