"""Conditions over names: what they mean, and that nothing else is let in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.logic.condition import LONGEST, parse


def holds(text, **values):
    return parse(text).holds(values.__getitem__)


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("carry and not a", {"carry": 1, "a": 0}, True),
        ("carry and not a", {"carry": 1, "a": 1}, False),
        ("count0 == 1", {"count0": 1}, True),
        ("count0 == 1", {"count0": 0}, False),
        ("a or b", {"a": 0, "b": 1}, True),
        ("x", {"x": -1}, False),
        ("not x", {"x": -1}, True),
        ("x == -1", {"x": -1}, True),
        ("0 <= x < 1", {"x": 0.5}, True),
        ("0 <= x < 1", {"x": 1}, False),
        ("a + b + c >= 2", {"a": 1, "b": 0, "c": 1}, True),
        ("2 * a - b != 1", {"a": 1, "b": 1}, False),
        ("(a or b) and not (a and b)", {"a": 1, "b": 1}, False),
        ("(a and b) + c == 2", {"a": 1, "b": 1, "c": 1}, True),
    ],
)
def test_meaning(text, values, expected):
    assert holds(text, **values) is expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("b and a and b", ("b", "a")),
        ("fa0/both", ("fa0/both",)),
        ("cpu/alu/fa0/both == 1", ("cpu/alu/fa0/both",)),
        ("a[0] and not a[12]", ("a[0]", "a[12]")),
        ("reg/q[3]", ("reg/q[3]",)),
        ("'10' or \"P.0\"", ("10", "P.0")),
        ("'and' and not 'or'", ("and", "or")),
    ],
)
def test_names(text, names):
    assert parse(text).names == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "a and",
        "a b",
        "a = 1",
        "a := 1",
        "__import__('os').system('true')",
        "a.__class__",
        "f(1)",
        "[a for a in b]",
        "lambda: 1",
        "a if b else c",
        "a ** 9",
        "a / 2",
        "a // b",
        "a[b]",
        "a[True]",
        "{1}",
        "a in b",
        "a is b",
        "1j",
        "None",
        "b'x'",
        "f'{a}'",
        "~a",
        "a & b",
        "await a",
        "yield",
        "*a",
        "a\x00b",
        "not " * 200 + "a",
        "~" * 900 + "a",
        "(" * 300 + "a" + ")" * 300,
        "a" * (LONGEST + 1),
    ],
)
def test_all_else_is_refused_with_a_reason(text):
    with pytest.raises(cs.CircuitError) as caught:
        parse(text)
    assert str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_condition_follows_a_run(half_adder):
    sim = cs.Simulator(half_adder)
    found = parse("carry and not sum").bind(sim.net)
    assert [found(sim.look(a=a, b=b)) for a in (0, 1) for b in (0, 1)] == [False, False, False, True]


def test_a_condition_reaches_into_subcircuits(half_adder):
    outer = cs.Circuit()
    outer.define("ha", half_adder)
    outer.add_subcircuit("one", of="ha")
    for id in ("a", "b"):
        outer.connect(outer.add_input(id), "one", to_port=id)
    sim = cs.Simulator(outer)
    found = parse("one/both == 1").bind(sim.net)
    assert (found(sim.look(a=1, b=1)), found(sim.look(a=1, b=0))) == (True, False)


def test_an_unknown_name_is_told_of(half_adder):
    with pytest.raises(cs.CircuitError, match=r"there is no node 'cary'.*carry"):
        parse("cary").bind(cs.Simulator(half_adder).net)


@given(st.text(max_size=60))
def test_no_text_does_more_than_raise_our_own_error(text):
    try:
        condition = parse(text)
    except cs.CircuitError:
        return
    assert condition.holds(lambda name: 1) in (True, False)


_leaves = st.sampled_from(["a", "b", "c", "0", "1"])
_texts = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        inner.map(lambda x: f"(not {x})"),
        st.tuples(inner, st.sampled_from(["and", "or", "==", "<", ">="]), inner).map(lambda t: f"({' '.join(t)})"),
    ),
    max_leaves=8,
)


@given(_texts, st.integers(0, 7))
def test_over_bits_it_means_what_python_means(text, bits):
    values = {name: bits >> k & 1 for k, name in enumerate("abc")}
    assert holds(text, **values) is bool(eval(text, {}, values))
