"""What is met in real netlists, each trap as a small file of our own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

Read = Callable[..., tuple[cs.Circuit, list[str]]]
Problems = Callable[[str | bytes, str], str]


def rows(circuit: cs.Circuit) -> list[str]:
    """The outputs for every combination of the inputs, the last one the fastest."""
    points = np.array(list(product((0, 1), repeat=len(circuit.inputs))), float).reshape(-1, len(circuit.inputs))
    return ["".join(str(int(v)) for v in row) for row in cs.compile(circuit).run(points)]


def kinds(circuit: cs.Circuit) -> dict[str, str]:
    return {id: node.kind for id, node in circuit.nodes.items()}


# .bench


def test_nets_called_by_numbers_in_any_order_and_gates_of_many_inputs(read: Read) -> None:
    circuit, left_out = read(
        "# c\r\nOUTPUT(9)\r\n9 = nand(8,3 , 1)\r\n8=NOT( 2 )\r\nINPUT(1)\r\nINPUT(2)\r\n\r\nINPUT(3) # last\r\n",
        ".bench",
    )
    assert (circuit.inputs, circuit.outputs, left_out) == (["1", "2", "3"], ["9"], [])
    assert kinds(circuit)["9~"] == kinds(circuit)["8"] == "neuron"
    assert rows(circuit) == [str(int(not (a and c and not b))) for a, b, c in product((0, 1), repeat=3)]


def test_a_net_that_is_input_and_output(read: Read) -> None:
    circuit, _ = read("INPUT(a)\nINPUT(b)\nOUTPUT(a)\nOUTPUT(y)\ny = AND(a, b)\n", ".bench")
    assert circuit.outputs == ["a~out", "y"]
    assert circuit.evaluate(a=1, b=0) == {"a~out": 1, "y": 0}


@pytest.mark.parametrize("word", ["XOR", "XNOR"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 16, 17, 40])
def test_parity_of_any_number(read: Read, word: str, count: int) -> None:
    names = [f"i{k}" for k in range(count)]
    text = "".join(f"INPUT({name})\n" for name in names) + f"OUTPUT(y)\ny = {word}({', '.join(names)})\n"
    circuit, _ = read(text, ".bench")
    if count == 2:
        assert [node.kind for node in circuit.nodes.values()].count("neuron") == 2
    given = np.random.default_rng(count).integers(0, 2, (200, count))
    found = cs.compile(circuit).run(given)[:, 0]
    assert np.array_equal(found, (given.sum(1) + (word == "XNOR")) % 2)


def test_what_has_no_driver_is_0_and_told(read: Read) -> None:
    circuit, left_out = read("INPUT(a)\nOUTPUT(y)\ny = OR(a, Phi1H)\n", ".bench")
    assert left_out == ["FILE: line 3: net 'Phi1H' has no driver; it is taken as 0"]
    assert rows(circuit) == ["0", "1"]


def test_a_flip_flop_of_bench_starts_at_0_and_may_be_an_output(read: Read) -> None:
    circuit, left_out = read("INPUT(d)\nOUTPUT(q)\nq = DFF(d)\n", ".bench")
    assert left_out == []
    assert circuit.node("q~").parameters["initial"] == 0
    assert cs.Simulator(circuit).run(4, {"d": "1011"})["q"].tolist() == [0, 1, 0, 1]


def test_what_abc_writes_into_bench(read: Read) -> None:
    text = "INPUT(a)\nINPUT(b)\nOUTPUT(y)\nOUTPUT(z)\none = vdd\nnil = gnd\nt = LUT 0x8 (a, b)\n"
    circuit, _ = read(text + "y = XNOR(t, one)\nz = OR(nil, u)\nu = LUT 0x2 (a, b)\n", ".bench")
    assert rows(circuit) == ["00", "00", "01", "10"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INPUT(a)\ny = AND(a\n", "line 2: 'y = AND(a' is neither"),
        ("y = FOO(a)", "line 1: net 'y': there is no gate 'FOO'"),
        ("y = NOT(a, b)", "line 1: net 'y': 2 sources do not fit NOT"),
        ("y = DFF()", "line 1: net 'y': 0 sources do not fit DFF"),
        ("y = AND(a b)", "line 1: net 'y': a source is missing"),
        ("y = AND(a,,b)", "line 1: net 'y': a source is missing"),
        ("INPUT(y)\ny = AND(a,b)\n", "line 2: net 'y' is driven twice; the first time in line 1"),
        ("y = BUF(a)\ny = DFF(a)\n", "line 2: net 'y' is driven twice; the first time in line 1"),
        ("", "is empty"),
        ("a\0b", "is not text"),
        ('{"format": "circuitsim"}', "line 1:"),
    ],
)
def test_a_bench_file_that_is_wrong(problems: Problems, text: str, said: str) -> None:
    assert f"FILE: {said}" in problems(text, ".bench")


def test_every_problem_is_told_and_the_many_are_counted(problems: Problems) -> None:
    said = problems("what\n" * 150, ".bench")
    assert said.count("\n") == 100
    assert said.endswith("and 50 more problems")


def test_a_loop_of_gates_loads(read: Read) -> None:
    circuit, _ = read("INPUT(s)\nINPUT(r)\nOUTPUT(q)\nq = NOR(r, p)\np = NOR(s, q)\n", ".bench")
    with pytest.raises(cs.CircuitError, match="loop"):
        circuit.evaluate()


# BLIF


def blif(body: str, inputs: str = "a b c", outputs: str = "y") -> str:
    return f".model m\n.inputs {inputs}\n.outputs {outputs}\n{body}.end\n"


def test_covers_of_the_off_set_continued_lines_and_odd_names(read: Read) -> None:
    text = ".model \\\nm\n.inputs a[0] \\\n  1GAT(0) *c # d\n.outputs [10]\n"
    text += ".names a[0] 1GAT(0) *c \\\n[10]\n0-1 0\n11- 0\n"
    circuit, left_out = read(text, ".blif")
    assert (circuit.inputs, circuit.outputs, left_out) == (["a[0]", "1GAT(0)", "*c"], ["[10]"], [])
    assert rows(circuit) == [str(int(not ((not a and c) or (a and b)))) for a, b, c in product((0, 1), repeat=3)]


def test_every_cover_of_three_inputs(read: Read) -> None:
    """Each of the 256 functions, by its points, on and off; and those of one neuron are one neuron."""
    points = list(product("01", repeat=3))
    for function in range(256):
        on = [p for k, p in enumerate(points) if function >> k & 1]
        off = [p for p in points if p not in on]
        body = ".names a b c y\n" + "".join(f"{''.join(p)} 1\n" for p in on)
        body += ".names a b c z\n" + "".join(f"{''.join(p)} 0\n" for p in off)
        circuit, _ = read(blif(body, outputs="y z"), ".blif")
        want = [str(int(p in on)) for p in points]
        # A cover without rows is 0, whichever set it was meant for.
        assert rows(circuit) == [w + (w if off else "0") for w in want]


@pytest.mark.parametrize(
    ("cover", "neurons"),
    [
        ("11- 1\n1-1 1\n-11 1\n", 1),  # the majority
        ("11- 0\n1-1 0\n-11 0\n", 1),
        ("1-- 1\n-1- 1\n--1 1\n", 1),
        ("101 1\n", 1),
        ("100 1\n010 1\n001 1\n111 1\n", 2),  # the parity
        ("11- 1\n0-1 1\n", 2),  # a multiplexer
        ("110 1\n001 1\n", 2),
    ],
)
def test_how_many_neurons_a_cover_takes(read: Read, cover: str, neurons: int) -> None:
    circuit, _ = read(blif(f".names a b c y\n{cover}"), ".blif")
    assert list(kinds(circuit).values()).count("neuron") == neurons


def test_wide_covers(read: Read) -> None:
    names = " ".join(f"i{k}" for k in range(188))
    cover = f".names {names} y\n{'1' * 188} 1\n{'0' * 187}- 1\n{'-' * 187}1 1\n"
    circuit, _ = read(blif(cover, inputs=names), ".blif")
    given = np.zeros((4, 188))
    given[1, 100] = given[2, 187] = 1
    given[3] = 1
    assert cs.compile(circuit).run(given)[:, 0].tolist() == [1, 0, 1, 1]


def test_constants_and_covers_of_nothing(read: Read) -> None:
    body = ".names y\n1\n.names z\n.names w\n0\n.names a v\n"
    assert rows(read(blif(body, inputs="a", outputs="y z w v"), ".blif")[0]) == ["1000", "1000"]


def test_start_values_of_latches(read: Read) -> None:
    body = ".latch a q1 1\n.latch a q0 re clk 0\n.latch a q2 2\n.latch a q3\n.latch a q4 fe NIL 3\n"
    circuit, left_out = read(blif(body, inputs="a", outputs="q1 q0 q2 q3 q4") + ".wire_load_slope 0.0\n", ".blif")
    assert list(cs.Simulator(circuit).step().values()) == [1, 0, 0, 0, 0]
    assert left_out == ["FILE: 'q2', 'q3', 'q4' start at an unknown value; they start at 0"]


def test_what_moves_with_another_clock_is_told(read: Read) -> None:
    body = ".clock c1 c2\n.latch a p re c1 0\n.latch a q fe c2 0\n.latch a r ah c1 0\n"
    circuit, left_out = read(blif(body, inputs="a", outputs="p q r"), ".blif")
    assert circuit.inputs == ["a"]
    assert left_out == [
        "FILE: line 7: latch 'r' follows a level (ah); it moves with the tick",
        "FILE: there are clocks 'c1', 'c2'; every latch moves with the tick",
    ]


def test_an_input_that_is_missing_from_inputs(read: Read) -> None:
    circuit, left_out = read(blif(".names line1 a y\n11 1\n", inputs="a"), ".blif")
    assert left_out == ["FILE: line 4: net 'line1' has no driver; it is taken as 0"]
    assert rows(circuit) == ["0", "0"]


def test_ports_that_are_not_said_are_found(read: Read) -> None:
    circuit, _ = read(".names a b t\n11 1\n.names t y\n0 1\n", ".blif")
    assert (circuit.inputs, circuit.outputs) == (["a", "b"], ["y"])


HIERARCHY = """.model top
.inputs a b c
.outputs s co
.subckt half x=a y=b s=p co=q
.subckt half x=p y=c s=s co=r
.names q r co
00 0
.end
.model half
.inputs x y
.outputs s co
.names x y s
10 1
01 1
.names x y co
11 1
.end
"""


def test_models_become_subcircuits(read: Read) -> None:
    circuit, left_out = read(HIERARCHY, ".blif")
    assert left_out == []
    assert list(circuit.definitions) == ["half"]
    assert list(kinds(circuit).values()).count("subcircuit") == 2
    assert rows(circuit) == ["00", "10", "10", "01", "10", "01", "01", "11"]


def test_models_nested_deeply_compile(read: Read) -> None:
    depth = 3000
    models = "".join(
        f".model m{k}\n.inputs a\n.outputs y\n.subckt m{k + 1} a=a y=t\n.names t y\n0 1\n.end\n" for k in range(depth)
    )
    last = f".model m{depth}\n.inputs a\n.outputs y\n.names a y\n1 1\n.end\n"
    assert rows(read(models + last, ".blif")[0]) == ["0", "1"]


def test_what_yosys_writes(read: Read) -> None:
    text = """.model m
.inputs a b
.outputs y z x
.gate NAND2 A=a B=b Y=t
.param INIT 1
.attr src "x.v:1"
.subckt $_DFF_P_ C=clk D=t Q=y
.conn a z
.subckt LUT4 I0=a O=x
.cname lut
.end
"""
    circuit, left_out = read(text, ".eblif")
    assert circuit.evaluate(a=1, b=1) == {"y": 0, "z": 1, "x": 0}
    assert cs.Simulator(circuit).run(2, {"a": "00"})["y"].tolist() == [0, 1]
    assert left_out == [
        "FILE: line 9: 'LUT4' is no model of this file; what it drives is 0",
        "FILE: line 3: net 'x' has no driver; it is taken as 0",
    ]


def test_what_is_no_logic_is_passed_over_and_what_is_unknown_told(read: Read) -> None:
    text = blif(".names a y\n1 1\n.area 3\n.strange 1\n.search other.blif\n.exdc\n.names y\n1\n")
    circuit, left_out = read(text, ".blif")
    assert rows(circuit)[0] == "0"
    assert [line.split(": ", 2)[2] for line in left_out] == [
        "'.strange' is left out: it is not known",
        ".search: other files are not read",
        ".exdc: what follows is left out",
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (".names a b y\n1 1\n", "line 5: net 'y': a row has 2 symbols 0, 1 or - and then 0 or 1, not '1 1'"),
        (".names a y\n1 1\n0 0\n", "line 4: net 'y': its rows give both 0 and 1"),
        (".names a y\nx 1\n", "line 5: net 'y': a row has 1 symbols"),
        ("11 1\n", "line 4: '11 1' belongs to no cover"),
        (".names\n", "line 4: .names names no net"),
        (".latch a\n", "line 4: .latch takes"),
        (".latch a q 7\n", "line 4: latch 'q'"),
        (".names a y\n1 1\n.names b y\n1 1\n", "line 6: net 'y' is driven twice; the first time in line 4"),
        (".subckt m a=a y=q\n", "a definition cannot contain itself"),
        (".subckt m a\n", "line 4: an instance is a model"),
        (".subckt n a=a zz=b\n.end\n.model n\n.inputs a\n.outputs y\n", "line 4: 'n' has no port 'zz'"),
        (".end\n.model m\n", "line 5: there is a model 'm' already"),
        (".end\n.names a y\n", "line 5: '.names' stands outside a .model"),
    ],
)
def test_a_blif_file_that_is_wrong(problems: Problems, body: str, said: str) -> None:
    assert f"FILE: {said}" in problems(blif(body), ".blif")


# AIGER


def test_aiger_as_text_with_constants_symbols_and_shared_outputs(read: Read) -> None:
    text = "aag 3 2 0 4 1\n2\n4\n6\n7\n1\n2\n6 5 2\ni0 an input\ni1 b\no0 s\no1 s\no3 b\nc\nanything i0\n"
    circuit, left_out = read(text, ".aag")
    assert left_out == []
    assert circuit.inputs == ["an_input", "b"]
    assert circuit.outputs == ["s", "s~", "o2", "b~out"]
    assert rows(circuit) == ["0110", "0110", "1011", "0111"]


def test_aiger_in_binary_with_long_deltas(read: Read) -> None:
    inputs = 300
    data = f"aig {inputs + 1} {inputs} 0 1 1\n{2 * inputs + 2}\n".encode() + bytes([1, 0xD4, 0x04]) + b"i0 first\n"
    circuit, _ = read(data, ".aig")  # 602 = 601 & 5
    assert circuit.inputs[:2] == ["first", "i1"]
    given = np.zeros((3, inputs))
    given[1, 299] = given[2, 1] = given[1, 1] = 1
    assert cs.compile(circuit).run(given)[:, 0].tolist() == [1, 0, 0]


def test_the_header_of_version_1_9(read: Read) -> None:
    text = "aag 4 1 2 0 1 1 1 1 1\n2\n4 8 1\n6 4 6\n4\n6\n1\n5\n3\n8 2 5\n"
    text += "b0 bad\nc0 a constraint\nj0 x\nf0 y\nc\nend\n"
    circuit, left_out = read(text, ".aag")
    assert circuit.outputs == ["bad"]
    assert [line.removeprefix("FILE: ") for line in left_out] == [
        "'l1' start at an unknown value; they start at 0",
        "there are no outputs; the bad states are taken for them",
        "constraints: left out, since that is no logic",
        "justice: left out, since that is no logic",
        "fairness: left out, since that is no logic",
    ]
    assert cs.Simulator(circuit).run(3, {"i0": "110"})["bad"].tolist() == [1, 0, 1]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "an AIGER file begins with aag or aig"),
        (b"aag 1 1\n", "line 1: the header must be 5 to 9 counts"),
        (b"aag 1 1 0 1 1\n", "line 1: the header counts 2 variables, and M is 1"),
        (b"aag 3 2 0 1 1\n2\n4\n6\n6 2\n", "line 5: must be 3 whole numbers"),
        (b"aag 3 2 0 1 1\n2\n4\n60\n6 2 4\n", "line 4: 60 is no literal here"),
        (b"aag 3 2 0 1 1\n2\n2\n6\n6 2 4\n", "line 3: net '2' is driven twice"),
        (b"aag 3 2 0 1 1\n2\n", "ends before all that its header counts"),
        (b"aag 99999999999 99999999999 0 0 0\n", "ends before all that its header counts"),
        (b"aig 99999999999 99999999999 0 0 0\n", "ends before all that its header counts"),
        (b"aig 3 2 0 1 1\n6\n\x02", "ends before all that its header counts"),
        (b"aig 3 2 0 1 1\n6\n\x00\x00", "AND 6: its sources must come before it"),
        (b"aig 3 2 0 1 1\n6\n" + b"\xff" * 40, "ends before all that its header counts"),
        (b"aag 1 0 1 0 0\n2 3 7\n", "line 2: latch 2: the start value must be 0, 1 or 2"),
    ],
)
def test_an_aiger_file_that_is_wrong(problems: Problems, data: bytes, said: str) -> None:
    found = problems(data, ".aag" if data.startswith(b"aag") else ".aig")
    assert found.startswith("FILE: ")
    assert said in found


# PLA and KISS2


def test_a_pla_with_broken_rows_and_other_signs(read: Read) -> None:
    text = ".i 3\n.o 2\n.ilb a b c\n.ob f g\n.p 3\n1\t2 |\n0 1~\n-11\n01 # half\n001 40\n"
    circuit, left_out = read(text, ".pla")
    assert (circuit.inputs, circuit.outputs, left_out) == (["a", "b", "c"], ["f", "g"], [])
    want = []
    for a, b, c in product((0, 1), repeat=3):
        f, g = (a and not c) or (not a and not b and c), b and c
        want.append(f"{int(f)}{int(g)}")
    assert rows(circuit) == want


def test_a_pla_without_names(read: Read) -> None:
    circuit, _ = read(".i 2\n.o 1\n.type fr\n11 1\n00 0\n.e\n", ".pla")
    assert (circuit.inputs, circuit.outputs) == (["x0", "x1"], ["z0"])
    assert rows(circuit) == ["0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".i 2\n.o 1\n1", "line 3: a row ends before its last symbol"),
        (".i 2\n.o 1\n1x1\n", "line 3: a row has 2 symbols"),
        (".i 2\n.o 1\n1111\n", "line 3: a row has 2 symbols"),
        ("11 1\n", "line 1: rows come after .i and .o"),
        (".o 1\n", "has no .i"),
        (".i two\n", "line 1: .i takes one whole number"),
        (".i 2\n.o 1\n.type g\n", "line 3: there is no type 'g'"),
        (".mv 8 5 3\n", "line 1: columns of more than two values"),
        (".i 900000\n.o 1\n", "says that there are 900001 columns"),
    ],
)
def test_a_pla_file_that_is_wrong(problems: Problems, text: str, said: str) -> None:
    assert f"FILE: {said}" in problems(text, ".pla")


def test_a_machine_in_kiss2(read: Read) -> None:
    """It answers 1 to the second of two 1s in a row."""
    text = ".i 1\n.o 1\n.p 4\n.s 2\n.r none\n1 one one 1\n0 one none 0\n1 none one 0\n0 none none 0\n.e\n"
    circuit, left_out = read(text, ".kiss2")
    assert left_out == []
    assert kinds(circuit)["none"] == kinds(circuit)["one"] == "delay"
    assert cs.Simulator(circuit).run(7, {"x0": "0110111"})["z0"].tolist() == [0, 0, 1, 0, 0, 1, 1]


def test_a_machine_where_any_state_is_meant(read: Read) -> None:
    text = ".i 1\n.o 1\n1 * home 0\n0 home away 1\n0 away away 1\n"
    trace = cs.Simulator(read(text, ".kiss2")[0]).run(4, {"x0": "0011"})
    assert trace["z0"].tolist() == [0, 1, 0, 0] or trace["z0"].tolist() == [1, 1, 0, 0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (".i 1\n.o 1\n1 a b\n", "line 3: a row has 1 symbols"),
        (".i 1\n.o 1\n.r c\n1 a b 1\n", "there is no state 'c'"),
        (".i 1\n1 a b 1\n", "has no .o"),
        (".i 1\n.o 1\n", "holds no row with a state"),
    ],
)
def test_a_kiss2_file_that_is_wrong(problems: Problems, text: str, said: str) -> None:
    assert f"FILE: {said}" in problems(text, ".kiss2")


# Verilog


def test_gates_and_escaped_names(read: Read) -> None:
    text = """// a comment
module top (\\a[0] , b, y); /* two
lines */ input \\a[0] , b; output y; wire w;
nand #2 NAND2_0 (w, \\a[0] , b), (y, w, w, w); endmodule"""
    circuit, left_out = read(text, ".v")
    assert (circuit.inputs, circuit.outputs, left_out) == (["a[0]", "b"], ["y"], [])
    assert rows(circuit) == ["0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("a & b & c", lambda a, b, c: a & b & c),
        ("a & ~b", lambda a, b, c: a & (1 - b)),
        ("~(a | ~b)", lambda a, b, c: 1 - (a | (1 - b))),
        ("a ^ b ^ c", lambda a, b, c: a ^ b ^ c),
        ("~a ^ b", lambda a, b, c: 1 - (a ^ b)),
        ("a ~^ b", lambda a, b, c: 1 - (a ^ b)),
        ("a | b & c", lambda a, b, c: a | b & c),
        ("(a | b) & ~(b & c)", lambda a, b, c: (a | b) & (1 - (b & c))),
        ("a ? b : c", lambda a, b, c: b if a else c),
        ("a ? ~b : c ? b : 1'b1", lambda a, b, c: (1 - b) if a else (b if c else 1)),
        ("~~a", lambda a, b, c: a),
        ("~(~(a & b))", lambda a, b, c: a & b),
        ("!(a && b || c)", lambda a, b, c: 1 - (a & b | c)),
        ("1'b0 | a", lambda a, b, c: a),
        ("((((a))))", lambda a, b, c: a),
    ],
)
def test_expressions(read: Read, expression: str, value: Callable[[int, int, int], int]) -> None:
    text = f"module m(a,b,c,y); input a,b,c; output y; assign y = {expression}; endmodule"
    assert rows(read(text, ".v")[0]) == [str(value(*point)) for point in product((0, 1), repeat=3)]


def test_deep_parentheses_do_not_recurse(read: Read) -> None:
    depth = 20_000
    text = f"module m(a,y); input a; output y; assign y = {'~(' * depth}a{')' * depth}; endmodule"
    assert rows(read(text, ".v")[0]) == ["0", "1"]


DFF = "module dff (CK,Q,D); input CK,D; output Q; nmos n1(a,b,c); trireg t; endmodule\n"
MACHINE = "module m(CK,GND,a,q); input CK,GND,a; output q; wire n; xor x1(n,a,q); dff d1({pins}); endmodule"


@pytest.mark.parametrize(("head", "pins"), [(DFF, "CK,q,n"), ("", "CK,q,n"), ("", "q,n"), (DFF, ".D(n),.CK(CK),.Q(q)")])
def test_flip_flops_however_they_are_drawn(read: Read, head: str, pins: str) -> None:
    circuit, left_out = read(head + MACHINE.format(pins=pins), ".v")
    assert cs.Simulator(circuit).run(5, {"a": "11010"})["q"].tolist() == [0, 1, 0, 0, 1]
    told = ["FILE: line " + str(1 + bool(head)) + ": input 'CK' is the clock: every tick is one"]
    assert left_out == (told if "CK" in pins else [])


def test_always_with_a_start_value_modules_and_vectors(read: Read) -> None:
    text = """module pair(input clk, input d, output q); reg q = 1'b1; always @(posedge clk) q <= d; endmodule
module top(clk, x, y); input clk; input [1:0] x; output [1:0] y;
pair p0(.clk(clk), .d(x[0]), .q(y[0])); pair p1(clk, x[1], y[1]);
endmodule"""
    circuit, left_out = read(text, ".v")
    assert (circuit.inputs, circuit.outputs) == (["x[1]", "x[0]"], ["y[1]", "y[0]"])
    assert cs.Simulator(circuit).step() == {"y[1]": 1, "y[0]": 1}
    assert left_out == ["FILE: line 2: input 'clk' is the clock: every tick is one"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("module m(1, y); input 1; output y; endmodule", "line 1: expected a name, not '1'"),
        ("module m(a);\ninput a;\n", "line 3: expected 'endmodule'"),
        ("module m(y); output y;\nassign y = a +\n b; endmodule", "line 2: expected ';', not '+'"),
        ("module m(y); output y; assign y = (a; endmodule", "line 1: ';' stands where an expression"),
        ("module m(y); output y; not (y, a); not (y, b); endmodule", "line 1: net 'y' is driven twice"),
        ("module m(y); endmodule", "line 1: port 'y' of module 'm' has no direction"),
        ("wire x;", "line 1: expected module, not 'wire'"),
        ("", "holds no module"),
        ("module m(y); output [3:0] y; assign y = 1'b0; endmodule", "line 1: net 'y' is a vector"),
        ("module m(y); output y; always @(a) y <= a; endmodule", "line 1: only flip-flops are read"),
        ("module m(y); output y; m x(.y(y)); endmodule", "a definition cannot contain itself"),
    ],
)
def test_a_verilog_file_that_is_wrong(
    problems: Problems, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setattr("circuitsim.formats.netlists.verilog.has_yosys", lambda: False)
    found = problems(text, ".v")
    assert said in found
    assert found.startswith("FILE: ")


def test_verilog_that_is_not_structural_says_what_reads_it(problems: Problems, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("circuitsim.formats.netlists.verilog.has_yosys", lambda: False)
    found = problems("module m(input [3:0] a, output [3:0] y); assign y = a + 1; endmodule", ".v")
    assert "line 1: net 'y' is a vector" in found
    assert "pip install 'circuitsim[verilog]'" in found


GENERAL = """module counter(input clk, input rst, input en, output reg [3:0] q, output done);
  parameter N = 10;
  assign done = (q == N-1);
  always @(posedge clk or posedge rst)
    if (rst) q <= 3;
    else if (en) q <= done ? 0 : q + 1;
endmodule
"""


def test_general_verilog_goes_through_yosys(read: Read) -> None:
    pytest.importorskip("pyosys", reason="pyosys is not installed")
    circuit, left_out = read(GENERAL, ".v")
    assert (circuit.inputs, circuit.outputs) == (["rst", "en"], ["q[0]", "q[1]", "q[2]", "q[3]", "done"])
    assert left_out[-1] == "FILE: input 'clk' is the clock: every tick is one"
    trace = cs.Simulator(circuit).run(20, {"rst": "1", "en": "01111111110011111111"})
    counts = sum(trace[f"q[{k}]"].astype(int) << k for k in range(4))
    assert counts.tolist()[1:] == [3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9]


def test_verilog_that_yosys_does_not_take_either(problems: Problems) -> None:
    pytest.importorskip("pyosys", reason="pyosys is not installed")
    found = problems("module m(input a, output y);\n assign y = a +; endmodule", ".v")
    assert found.splitlines() == [
        "FILE: line 2: expected ';', not '+'",
        "FILE: Yosys: line 2: ERROR: syntax error, unexpected ';'",
    ]


def test_a_module_that_is_not_there_is_told(read: Read) -> None:
    text = "module m(a,y); input a; output y; RAM r(.A(a), .Y(y)); endmodule"
    _, left_out = read(text, ".v")
    assert left_out == [
        "FILE: line 1: module 'RAM' is not in this file; what 'r' drives is 0",
        "FILE: line 1: net 'y' has no driver; it is taken as 0",
    ]


# What is left out


def test_what_is_left_out_is_a_warning_of_python(tmp_path: Any) -> None:
    path = tmp_path / "net.bench"
    path.write_text("OUTPUT(y)\ny = NOT(nobody)\n")
    with pytest.warns(cs.LeftOutWarning, match="'nobody' has no driver"):
        cs.load(path)


def test_the_many_that_are_left_out_are_counted(read: Read) -> None:
    _, left_out = read("OUTPUT(y)\n" + "".join(f"y{k} = NOT(x{k})\n" for k in range(250)), ".bench")
    assert len(left_out) == 101
    assert left_out[-1] == "FILE: and 151 more that is left out"


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Any) -> None:
    path = tmp_path / "net.bench"
    path.write_text("INPUT(a)\n" + "".join(f"y{k} = NOT(a)\n" for k in range(50_000)))
    parts: list[float] = []
    cs.load(path, progress=lambda part: parts.append(part or 0.0))
    assert parts == sorted(parts)
    assert len(parts) >= 5

    class StopError(Exception):
        pass

    def stop(part: float | None) -> None:
        raise StopError

    with pytest.raises(StopError):
        cs.load(path, progress=stop)
