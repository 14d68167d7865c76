"""What changed in a circuit's meaning; its places, notes and labels are no part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import circuitsim as cs
from circuitsim.logic.difference import differences

EDITS: dict[str, tuple[Callable[[cs.Circuit], object], list[str]]] = {
    "a threshold": (lambda c: c.set("both", threshold=1), ["~ node both: threshold 2 -> 1"]),
    "a domain": (lambda c: c.set("a", drive="01"), ["~ node a: drive None -> 01"]),
    "a node": (lambda c: c.add_delay("d"), ["+ node d: delay, initial 0"]),
    "a removed node": (
        lambda c: c.remove("sum"),
        ["- node sum: output", "- edge one -> sum", "~ test truth table: a b | carry sum -> a b | carry"],
    ),
    "a count": (lambda c: c.connect("a", "one"), ["~ edge a -> one: excitatory -> excitatory x2"]),
    "another kind of synapse": (
        lambda c: c.set_edge(c.incoming("one")[0].key, kind="inhibitory"),
        ["~ edge a -> one: excitatory -> inhibitory"],
    ),
    "the timing": (lambda c: setattr(c, "timing", "unit-delay"), ["~ timing: settled -> unit-delay"]),
    "a test": (lambda c: c.add_test("", ["00 00"]), ["+ test without a name: 1 rows"]),
    "a definition": (lambda c: c.define("and", cs.example("and")), ["+ definition and: 4 nodes"]),
    "a place": (lambda c: c.place("a", 5, 5), []),
    "a note": (lambda c: c.add_note("x", 0, 0), []),
    "a label": (lambda c: c.set("a", label="A"), []),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit(name: str, half_adder: cs.Circuit) -> None:
    after = half_adder.copy()
    edit, expected = EDITS[name]
    edit(after)
    assert list(map(str, differences(half_adder, after))) == expected
    back = [{"+": "-", "-": "+", "~": "~"}[entry.sign] for entry in differences(after, half_adder)]
    assert back == [entry.sign for entry in differences(half_adder, after)]


def test_two_edges_mean_what_a_count_means(half_adder: cs.Circuit) -> None:
    one, two = half_adder.copy(), half_adder.copy()
    one.connect("a", "one")
    two.set_edge(two.incoming("one")[0].key, count=2)
    assert differences(one, two) == []


def test_inside_a_definition() -> None:
    c = cs.example("adder_4bit")
    d = c.copy()
    name = next(iter(c.definitions))
    inner = cs.Circuit.from_contents(type(c.contents())(c.contents().head, c.definitions[name].body))
    neuron = next(id for id, node in inner.nodes.items() if node.kind in ("neuron", "tlu"))
    inner.set(neuron, **({"threshold": 9} if inner.node(neuron).kind == "neuron" else {"bias": 9}))
    d.define(name, inner, replace=True)
    (found,) = differences(c, d)
    assert found.where == f"definition {name}, node {neuron}"


def test_the_order_of_ports_is_told() -> None:
    circuits = []
    for order in ("ab", "ba"):
        c = cs.Circuit()
        for id in order:
            c.add_input(id)
        circuits.append(c)
    assert list(map(str, differences(*circuits))) == ["~ inputs: a b -> b a"]


def test_the_order_of_a_sum_is_told_only_where_it_may_round() -> None:
    for weights, told in (((0.1, 0.2), 1), ((0.5, 2.0), 0)):
        circuits = []
        for order in ((0, 1), (1, 0)):
            c = cs.Circuit()
            for k in (0, 1):
                c.add_input(f"i{k}")
            c.add_tlu("t")
            for k in order:
                c.connect(f"i{k}", "t", weight=weights[k])
            circuits.append(c)
        assert len(differences(*circuits)) == told


def test_a_row_that_changed(half_adder: cs.Circuit) -> None:
    c = half_adder.copy()
    c.remove_test(c.tests[0].rank)
    c.add_test("truth table", ["00 00", "01 01", "10 -1", "11 1-"])
    assert list(map(str, differences(half_adder, c))) == ["~ test truth table: row 2: 10 01 -> 10 -1, and 1 more rows"]
