"""The circuit file: every rule, each problem with its place, all at once, and soon."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

import circuitsim as cs
from circuitsim.errors import InvalidFileError
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json


def data(**more: Any) -> dict[str, Any]:
    return {"format": "circuitsim", "version": 1, "nodes": [], "edges": [], **more}


def read(content: Any) -> cs.Circuit:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_json(text, "f.json", cs.Circuit)


def problems(content: Any) -> list[str]:
    with pytest.raises(InvalidFileError) as error:
        read(content)
    assert error.value.count >= len(error.value.problems)
    return [str(problem) for problem in error.value.problems]


NODE = {"id": "n", "kind": "neuron"}
TLU = {"id": "t", "kind": "tlu"}
IN = {"id": "a", "kind": "input"}
OUT = {"id": "y", "kind": "output"}
DEF = {"d": {"nodes": [{"id": "p", "kind": "input"}, {"id": "q", "kind": "output"}], "edges": []}}
SUB = {"id": "s", "kind": "subcircuit", "of": "d"}


def nodes(*entries: Any, **more: Any) -> dict[str, Any]:
    return data(nodes=list(entries), **more)


def edges(*entries: Any) -> dict[str, Any]:
    return data(nodes=[IN, NODE, TLU, OUT, SUB], definitions=DEF, edges=list(entries))


def with_test(**entry: Any) -> dict[str, Any]:
    full = {"name": "t", "inputs": ["a"], "outputs": ["y"], "rows": ["0 0"], **entry}
    return data(nodes=[IN, OUT], tests=[full])


CASES: list[tuple[Any, str]] = [
    ([], "is not a circuit: it holds a list, not an object"),
    (5, "is not a circuit: it holds a number"),
    (None, "is not a circuit: it holds null"),
    ({}, "format: must be 'circuitsim'"),
    ({"format": "other", "version": 1}, "format: must be 'circuitsim'"),
    ({"format": "circuitsim"}, "version: must be a version"),
    (data(version=0), "version: must be a version"),
    (data(version=True), "version: must be a version"),
    (data(version="1"), "version: must be a version"),
    (data(version=2), "version: is 2, newer than the version 1 that this circuitsim reads; update circuitsim"),
    (data(version=10**4000), "version:"),
    ({"format": "circuitsim", "version": 1}, "nodes: is missing"),
    (data(nodes={}), "nodes: must be a list"),
    (data(edges={}), "edges: must be a list"),
    (data(edge=[]), "edge: is nothing that a circuit has; did you mean 'edges'?"),
    (data(name=3), "name: must be text, not 3"),
    (data(name="\ud800"), "name: holds half of a surrogate pair"),
    (data(description=None), "description: must be text, not null"),
    (data(timing="fast"), "timing: must be 'settled' or 'unit-delay'"),
    (data(timing=[]), "timing: must be"),
    (nodes(7), "nodes[0]: must be an object, not a number"),
    (nodes({}), "nodes[0].id: is missing"),
    (nodes({"id": "n"}), "nodes[0].kind: is missing"),
    (nodes({"id": "n", "kind": "nuron"}), "nodes[0].kind: must be a kind of node, not 'nuron'; did you mean 'neuron'?"),
    (nodes({"id": "n", "kind": {}}), "nodes[0].kind: must be a kind of node, not an object"),
    (nodes({**NODE, "id": ""}), "nodes[0].id: must not be empty"),
    (nodes({**NODE, "id": "a b"}), "nodes[0].id: must be printable characters without white space, not 'a b'"),
    (nodes({**NODE, "id": "\ud800"}), "nodes[0].id: must be printable"),
    (nodes({**NODE, "id": None}), "nodes[0].id: must be text, not null"),
    (nodes(NODE, NODE), "nodes[1].id: 'n' is taken by another node"),
    (nodes({**NODE, "treshold": 1}), "nodes[0].treshold: is nothing that a neuron has; did you mean 'threshold'?"),
    (nodes(IN, NODE, {**NODE, "id": "m", "threshold": 1.5}), "nodes[2].threshold: must be an integer, not 1.5"),
    (nodes({**NODE, "threshold": True}), "nodes[0].threshold: must be an integer, not true"),
    (nodes({**NODE, "threshold": "2"}), "nodes[0].threshold: must be an integer, not '2'"),
    (nodes({**NODE, "inhibition": "total"}), "nodes[0].inhibition: must be 'absolute' or 'relative', not 'total'"),
    (nodes({**NODE, "label": None}), "nodes[0].label: must be text"),
    (nodes({**TLU, "bias": float("nan")}), "nodes[0].bias: must be a finite number, not nan"),
    (nodes({**TLU, "bias": float("-inf")}), "nodes[0].bias: must be a finite number, not -inf"),
    (nodes({**TLU, "bias": 10**400}), "nodes[0].bias: is too large for a float64"),
    (nodes({**TLU, "step": "relu"}), "nodes[0].step: must be 'heaviside' or 'sign', not 'relu'"),
    (nodes({"id": "d", "kind": "delay", "initial": []}), "nodes[0].initial: must be a number, not a list"),
    (nodes({**IN, "domain": "complex"}), "nodes[0].domain: must be 'binary' or 'real'"),
    (nodes({**IN, "drive": {"pattern": "012"}}), "nodes[0].drive: must have a pattern of 0 and 1, not '012'"),
    (nodes({**IN, "drive": {"pattern": ""}}), "nodes[0].drive: must have a pattern of 0 and 1"),
    (nodes({**IN, "drive": {}}), "nodes[0].drive: must have a pattern of 0 and 1, not null"),
    (nodes({**IN, "drive": {"pattern": "1", "repeat": 1}}), "nodes[0].drive: must have true or false for repeat"),
    (nodes({**IN, "drive": {"pattern": "1", "speed": 1}}), "nodes[0].drive: has the unknown key 'speed'"),
    (nodes({**IN, "drive": 5}), "nodes[0].drive: must be like"),
    (nodes({"id": "s", "kind": "subcircuit"}), "nodes[0].of: is missing"),
    (nodes(SUB), "nodes[0].of: there is no definition 'd'"),
    (edges(7), "edges[0]: must be an object, not a number"),
    (edges({}), "edges[0].from: is missing"),
    (edges({"from": "a"}), "edges[0].to: is missing"),
    (edges({"from": "q", "to": "n"}), "edges[0].from: there is no node 'q'"),
    (edges({"from": ["a"], "to": "n"}), "edges[0].from: must be the id of a node, not a list"),
    (edges({"from": "n", "to": "a"}), "edges[0].to: 'a' is an input, which takes no connection"),
    (edges({"from": "y", "to": "n"}), "edges[0].from: 'y' is an output, and nothing goes out of an output"),
    (edges({"from": "a", "to": "y"}, {"from": "n", "to": "y"}), "edges[1].to: 'y' has a source already"),
    (edges({"from": "a", "to": "n", "count": 0}), "edges[0].count: must be from 1 to"),
    (edges({"from": "a", "to": "n", "count": 10**4000}), "edges[0].count: "),
    (edges({"from": "a", "to": "n", "count": 1.5}), "edges[0].count: must be an integer"),
    (edges({"from": "a", "to": "n", "weight": 1}), "edges[0].weight: is nothing that an edge into a neuron has"),
    (edges({"from": "a", "to": "t", "count": 1}), "edges[0].count: is nothing that an edge into a tlu has"),
    (edges({"from": "a", "to": "y", "kind": "inhibitory"}), "edges[0].kind: is nothing that an edge into an output"),
    (edges({"from": "a", "to": "n", "kind": "x"}), "edges[0].kind: must be 'excitatory' or 'inhibitory', not 'x'"),
    (edges({"from": "a", "to": "s"}), "edges[0].to_port: is missing: name the input of subcircuit 's'"),
    (edges({"from": "a", "to": "s", "to_port": "r"}), "edges[0].to_port: 'r' is no input of subcircuit 's'"),
    (edges({"from": "a", "to": "s", "to_port": []}), "edges[0].to_port: "),
    (edges({"from": "s", "to": "n", "from_port": "p"}), "edges[0].from_port: 'p' is no output of subcircuit 's'"),
    (edges({"from": "a", "to": "n", "from_port": "p"}), "edges[0].from_port: 'a' is an input, which has no named"),
    (data(definitions=[]), "definitions: must be an object, not a list"),
    (data(definitions={"d": 1}), 'definitions["d"]: must be an object, not a number'),
    (data(definitions={"d": {}}), 'definitions["d"].nodes: is missing'),
    (data(definitions={"a b": {"nodes": []}}), "definitions: must be printable characters without white space"),
    (data(definitions={"d": {"nodes": [], "timing": "settled"}}), 'definitions["d"].timing: is nothing that'),
    (data(definitions={"d": {"nodes": [{**NODE, "threshold": 0.5}]}}), 'definitions["d"].nodes[0].threshold: must'),
    (data(definitions={"d": {"nodes": [NODE], "edges": [{"from": "n", "to": "m"}]}}),
     'definitions["d"].edges[0].to: there is no node \'m\''),
    (data(definitions={"d": {"nodes": [SUB]}}), "a definition cannot contain itself: 'd' uses 'd'"),
    (data(definitions={"d": {"nodes": [{**SUB, "of": "e"}]}, "e": {"nodes": [SUB]}}), "cannot contain itself"),
    (data(layers=[]), "layers: must be an object"),
    (data(layers={"l": 1}), 'layers["l"]: must be a list'),
    (data(nodes=[NODE], layers={"l": ["n"]}), 'layers["l"][0]: \'n\' is a neuron; a layer is made of TLUs'),
    (data(nodes=[TLU], layers={"l": ["t", "t"]}), 'layers["l"][1]: \'t\' stands twice'),
    (data(nodes=[TLU], layers={"l": ["t", "u"]}), 'layers["l"][1]: there is no node \'u\''),
    (data(nodes=[TLU], layers={"l": [5]}), 'layers["l"][0]: must be an id'),
    (data(tests=[1]), "tests[0]: must be an object"),
    (with_test(rows=None), "tests[0].rows: is missing"),
    (with_test(rows=["00 0"]), "tests[0].rows[0]: has 2 input values for 1 input"),
    (with_test(rows=["0 0", "1 2"]), "tests[0].rows[1]: must be "),
    (with_test(rows=["- 0"]), "tests[0].rows[0]: must be "),
    (with_test(rows=[[0, 0]]), "tests[0].rows[0]: must be a string like"),
    (with_test(rows=[[[0.5], [0]]]), "tests[0].rows[0]: input 'a' takes 0 or 1, not 0.5"),
    (with_test(rows=[[[None], [0]]]), "tests[0].rows[0]: must be a number, not null"),
    (with_test(rows=[[[0], [True]]]), "tests[0].rows[0]: must be a number, not true"),
    (with_test(inputs=["b"]), "tests[0].inputs[0]: there is no input 'b'"),
    (with_test(outputs=["a"]), "tests[0].outputs[0]: there is no output 'a'"),
    (with_test(inputs=["a", "a"], rows=["00 0"]), "tests[0].inputs[1]: 'a' stands twice"),
    (with_test(inputs=[1]), "tests[0].inputs: must be a list of ids"),
    (with_test(clocked=1), "tests[0].clocked: must be true or false"),
    (with_test(ticks=1), "tests[0].ticks: is nothing that a test has"),
    (with_test(name=1), "tests[0].name: must be text"),
    (data(notes=[1]), "notes[0]: must be an object"),
    (data(notes=[{"text": "x"}]), "notes[0].at: must be [x, y]"),
    (data(notes=[{"text": "x", "at": [0, 0, 0]}]), "notes[0].at: must be [x, y]"),
    (data(notes=[{"text": 1, "at": [0, 0]}]), "notes[0].text: must be text"),
    (data(notes=[{"text": "x", "at": [0, 0], "font": 1}]), "notes[0].font: is nothing that a note has"),
    (nodes(NODE, layout={"n": [0]}), 'layout["n"]: must be [x, y], or [x, y, degrees]'),
    (nodes(NODE, layout={"n": [0, float("inf")]}), 'layout["n"]: must be a finite number'),
    (nodes(NODE, layout={"m": [0, 0]}), 'layout["m"]: there is no such node'),
    (nodes(NODE, layout=[]), "layout: must be an object"),
    (b"", "is not JSON"),
    (b"{", "the file seems to be cut off"),
    (b"\xff\xfe{}", "is not UTF-8 text (byte 0)"),
    (b'{"format": "circuitsim",}', "is not JSON"),
    (b"[" * 10_000, "nested too deeply"),
    (b"[" * 10_000 + b"]" * 10_000, "nested too deeply"),
    (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "nested too deeply"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "words"), CASES, ids=range(len(CASES)))
def test_a_rule_that_is_broken_is_told_with_its_place(content: Any, words: str) -> None:
    found = problems(content)
    assert any(words in problem for problem in found), found


def test_the_places_stand_at_the_beginning_of_a_line_with_the_source() -> None:
    with pytest.raises(InvalidFileError) as error:
        read(nodes({**NODE, "threshold": 0.5}))
    assert str(error.value) == "f.json: nodes[0].threshold: must be an integer, not 0.5"


TWICE = [
    ('{"format":"circuitsim","version":1,"version":1,"nodes":[],"edges":[]}', "version: is given twice"),
    ('"nodes":[{"id":"n","kind":"neuron","id":"n"}]', "nodes[0].id: is given twice"),
    ('"nodes":[{"id":"a","kind":"input","drive":{"pattern":"01","pattern":"1"}}]', "nodes[0].drive"),
    ('"nodes":[{"id":"n","kind":"neuron"}],"edges":[{"from":"n","to":"n","to":"n"}]', "edges[0].to: is given twice"),
    ('"nodes":[{"id":"n","kind":"neuron"}],"layout":{"n":[0,0],"n":[1,1]}', "'n' twice"),
    ('"nodes":[],"layers":{"l":[],"l":[]}', "'l' twice"),
    ('"nodes":[],"tests":[{"name":"t","name":"u","inputs":[],"outputs":[],"rows":[]}]', "tests[0].name: is given"),
    ('"nodes":[],"notes":[{"text":"t","text":"u","at":[0,0]}]', "notes[0].text: is given twice"),
    ('"nodes":[],"definitions":{"d":{"nodes":[]},"d":{"nodes":[]}}', "'d' twice"),
    ('"nodes":[],"definitions":{"d":{"nodes":[],"nodes":[]}}', "is given twice"),
    ('"nodes":[],"definitions":{"d":{"nodes":[{"id":"n","kind":"bias","id":"m"}]}}', "is given twice"),
]


@pytest.mark.parametrize(("text", "words"), TWICE)
def test_a_key_that_is_given_twice(text: str, words: str) -> None:
    whole = text if text.startswith("{") else '{"format":"circuitsim","version":1,' + text + "}"
    found = problems(whole.encode())
    assert any(words in problem for problem in found), found


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1" * 5000, "-" + "9" * 4301])
@pytest.mark.parametrize(
    "where",
    [
        '"nodes":[{"id":"n","kind":"neuron","threshold":%s}]',
        '"nodes":[{"id":"n","kind":"tlu","bias":%s}]',
        '"nodes":[{"id":"n","kind":"neuron"}],"edges":[{"from":"n","to":"n","count":%s}]',
        '"nodes":[{"id":"n","kind":"tlu"}],"edges":[{"from":"n","to":"n","weight":%s}]',
        '"nodes":[{"id":"n","kind":"tlu"}],"layout":{"n":[%s,0]}',
        '"nodes":[{"id":"n","kind":"tlu","label":%s}]',
        '"nodes":[{"id":%s,"kind":"tlu"}]',
        '"nodes":[{"id":"n","kind":%s}]',
        '"nodes":%s',
        '"name":%s,"nodes":[]',
        '"extra":%s,"nodes":[]',
        '"nodes":[{"id":"n","kind":"input","drive":%s}]',
        '"nodes":[{"id":"a","kind":"input","domain":"real"}],'
        '"tests":[{"name":"t","inputs":["a"],"outputs":[],"rows":[[[%s],[]]]}]',
    ],
)
def test_numbers_that_no_circuit_has(where: str, number: str) -> None:
    text = '{"format":"circuitsim","version":1,' + where % number + "}"
    found = problems(text.encode())
    assert "_LongNumber" not in "".join(found)


def test_thresholds_may_be_long_but_not_without_end() -> None:
    c = read(nodes({**NODE, "threshold": 10**3000}))
    assert c.node("n").parameters["threshold"] == 10**3000
    assert read(write_json(c)).node("n").parameters["threshold"] == 10**3000
    assert c.evaluate() == {}


def test_a_byte_order_mark_and_white_space_are_fine() -> None:
    assert read(b"\xef\xbb\xbf \n" + json.dumps(data(name="x")).encode() + b"\n\n").name == "x"


def test_all_problems_are_told_at_once() -> None:
    content = data(
        name=1,
        timing="x",
        nodes=[{**NODE, "threshold": 0.5}, {**TLU, "bias": "x", "step": 1}, {"id": "a b", "kind": "bias"}],
        edges=[{"from": "n", "to": "zzz"}],
        layers={"l": ["n"]},
        tests=[{"name": "t", "inputs": ["q"], "outputs": [], "rows": []}],
        notes=[{"at": 1}],
        layout={"t": 5},
        extra=1,
    )
    places = [problem.split(":")[0] for problem in problems(content)]
    assert sorted(places) == sorted(
        [
            "extra", "name", "timing", "nodes[0].threshold", "nodes[1].bias", "nodes[1].step", "nodes[2].id",
            "edges[0].to", 'layout["t"]', 'layers["l"][0]', "tests[0].inputs[0]", "notes[0].at",
        ]
    )  # fmt: skip


def test_the_first_hundred_and_the_number_of_the_rest() -> None:
    content = nodes(*({**NODE, "id": f"n{k}", "threshold": 0.5} for k in range(1234)))
    with pytest.raises(InvalidFileError) as error:
        read(content)
    assert (error.value.count, len(error.value.problems)) == (1234, 100)
    lines = str(error.value).splitlines()
    assert len(lines) == 101
    assert lines[99].startswith("f.json: nodes[99].threshold:")
    assert lines[100] == "f.json: and 1134 more problems"


def test_names_in_messages_cannot_break_the_lines() -> None:
    content = nodes({**NODE, "a\nb\x1b[31m": 1}, layout={"x\ny": [0, 0]})
    content["two\nlines"] = 1
    assert all("\n" not in problem and "\x1b" not in problem for problem in problems(content))


def many(kind: str, count: int) -> dict[str, Any]:
    if kind == "problems":
        return nodes(*({"id": f"n{k}", "kind": "neuron", "threshold": 0.5, "more": 1} for k in range(count)))
    if kind == "unknown ends":
        return data(edges=[{"from": f"a{k}", "to": f"b{k}"} for k in range(count)])
    if kind == "keys":
        return data(**{f"k{k}": 1 for k in range(count)})
    if kind == "layer":
        return nodes(
            *({"id": f"t{k}", "kind": "tlu"} for k in range(count)), layers={"l": [f"t{k}" for k in range(count)]}
        )
    if kind == "unknown columns":
        test = {"name": "t", "inputs": [f"x{k}" for k in range(count)], "outputs": [], "rows": []}
        return nodes(*({"id": f"t{k}", "kind": "input"} for k in range(count)), tests=[test])
    if kind == "ports":
        wide = {"d": {"nodes": [{"id": f"i{k}", "kind": "input"} for k in range(count)]}}
        return nodes(
            IN, SUB, definitions=wide, edges=[{"from": "a", "to": "s", "to_port": f"i{k}"} for k in range(count)]
        )
    if kind == "unknown ports":
        wide = {"d": {"nodes": [{"id": f"i{k}", "kind": "input"} for k in range(count)]}}
        return nodes(
            IN, SUB, definitions=wide, edges=[{"from": "a", "to": "s", "to_port": f"j{k}"} for k in range(count)]
        )
    if kind == "definitions":
        chain: dict[str, Any] = {"d": {"nodes": []}}
        for k in range(count):
            chain[f"d{k}"] = {"nodes": [{"id": "s", "kind": "subcircuit", "of": f"d{k - 1}" if k else "d"}]}
        return data(definitions=chain)
    if kind == "definitions in a ring":
        ring = {
            f"d{k}": {"nodes": [{"id": "s", "kind": "subcircuit", "of": f"d{(k + 1) % count}"}]} for k in range(count)
        }
        return data(definitions=ring)
    if kind == "fan in":
        return nodes(IN, NODE, edges=[{"from": "a", "to": "n"} for k in range(count)])
    names = [f"i{k}" for k in range(count)]
    test = {"name": "t", "inputs": names, "outputs": ["y"], "rows": ["0" * count + " 0"]}
    return nodes(*({"id": id, "kind": "input"} for id in names), OUT, tests=[test])


@pytest.mark.parametrize(
    "kind",
    ["problems", "unknown ends", "keys", "layer", "unknown columns", "ports", "unknown ports", "definitions",
     "definitions in a ring", "fan in", "wide test"],
)  # fmt: skip
def test_nothing_takes_long(kind: str) -> None:
    """Twenty thousand of anything in a few seconds."""
    text = json.dumps(many(kind, 20_000)).encode()
    start = time.process_time()
    try:
        c = read(text)
        if kind == "wide test":
            assert c.run_tests()[0].passed
        else:
            c.run_tests()
            cs.compile(c)
    except cs.CircuitError as error:
        told = str(error)
        assert len(told) < 10_000_000
    assert time.process_time() - start < 6


def test_long_names_do_not_make_endless_messages() -> None:
    content = nodes(*({"id": f"{k}" + "x" * 200_000, "kind": "bias"} for k in range(8)))
    content["edges"] = [{"from": "q", "to": "q"}] * 100
    with pytest.raises(InvalidFileError) as error:
        read(content)
    assert len(str(error.value)) < 1_000_000


def test_the_examples_of_the_contract_are_written_as_they_are(half_adder: cs.Circuit) -> None:
    half_adder.place("a", 0, 0)
    half_adder.place("b", 0, 80)
    lines = write_json(half_adder).decode().splitlines()
    assert lines[:6] == [
        "{",
        '  "format": "circuitsim",',
        '  "version": 1,',
        '  "name": "half adder",',
        '  "description": "Two neurons add two bits.",',
        '  "timing": "settled",',
    ]
    assert '    {"id": "both", "kind": "neuron"},' in lines, "a default is not written"
    assert '    {"from": "both", "to": "one", "kind": "inhibitory"},' in lines
    assert lines[-4:] == ['    "a": [0, 0],', '    "b": [0, 80]', "  }", "}"]


def test_moving_one_node_changes_one_line(half_adder: cs.Circuit) -> None:
    for k, id in enumerate(half_adder.nodes):
        half_adder.place(id, k, k)
    before = write_json(half_adder).decode().splitlines()
    half_adder.place("one", 7.25, -3, 90)
    after = write_json(half_adder).decode().splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [('    "one": [3, 3],', '    "one": [7.25, -3, 90],')]


def test_rows_as_strings_and_as_lists() -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_output("y", "x")
    c.add_test("t", [[[1], [1]], [[1.5], [None]], [[0], [None]], [[0], [-1]], [[1e300], [0.1]]])
    text = write_json(c).decode()
    assert '"1 1"' in text
    assert "[[1.5], [null]]" in text
    assert '"0 -"' in text
    assert "[[0], [-1]]" in text
    assert read(text.encode()).tests[0].rows == c.tests[0].rows
    d = cs.Circuit()
    d.add_output("y", d.add_bias("b"))
    d.add_test("t", [" 1"])
    assert '" 1"' in write_json(d).decode()
    assert d.run_tests()[0].passed
