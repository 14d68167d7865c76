"""The tests that a circuit carries: results, failures, don't cares, the clock."""

from __future__ import annotations

from typing import Any

import pytest

import circuitsim as cs
from circuitsim.errors import LoopError


def memory() -> cs.Circuit:
    c = cs.Circuit()
    c.add_input("set")
    c.add_input("reset")
    c.add_neuron("q", 1)
    c.connect("set", "q")
    c.inhibit("reset", "q")
    c.connect(c.add_delay("was", "q"), "q")
    c.add_output("y", "q")
    return c


def real() -> cs.Circuit:
    c = cs.Circuit()
    c.add_tlu("t", -1.0, "sign")
    c.connect(c.add_input("x", domain="real"), "t")
    c.connect(c.add_input("b"), "t", weight=10.0)
    c.add_output("sign", "t")
    c.add_output("x~out", "x")
    return c


def test_rows_that_are_right_and_rows_that_are_wrong(half_adder: cs.Circuit, engine: Any) -> None:
    half_adder.add_test("wrong", ["00 01", "01 01", "11 11", "11 --"])
    right, wrong = half_adder.run_tests(engine)
    assert (right.passed, right.right, right.failures) == (True, 4, ())
    assert (wrong.passed, wrong.right) == (False, 2)
    assert [failure.row for failure in wrong.failures] == [0, 2]
    first = wrong.failures[0]
    assert (first.inputs, first.expected, first.found) == ((0, 0), (0, 1), (0, 0))
    assert str(right) == "truth table: 4 of 4 rows right"
    assert str(wrong).splitlines() == [
        "wrong: 2 of 4 rows right",
        "  row 0 (a=0 b=0): sum is 0, expected 1",
        "  row 2 (a=1 b=1): sum is 0, expected 1",
    ]


def test_columns_in_any_order_and_inputs_left_out(half_adder: cs.Circuit, engine: Any) -> None:
    half_adder.add_test("swapped", ["10 10", "11 01"], inputs=["b", "a"], outputs=["sum", "carry"])
    half_adder.add_test("a is 0", ["0 0", "1 1"], inputs=["b"], outputs=["sum"])
    half_adder.add_test("nothing given", [" 0"], inputs=[], outputs=["sum"])
    half_adder.add_test("nothing asked", ["00 "], outputs=[])
    half_adder.add_test("no rows", [])
    assert all(result.passed for result in half_adder.run_tests(engine))


def test_a_clocked_test_runs_from_reset(engine: Any) -> None:
    c = memory()
    c.add_test("latch", ["00 0", "10 1", "00 1", "01 0", "00 0", "10 1"], clocked=True)
    c.add_test("the same, by rows", ["00 0", "10 1", "00 0"])
    c.add_test("wrong", ["10 1", "00 0", "00 -", "01 1"], clocked=True)
    one, two, three = c.run_tests(engine)
    assert one.passed
    assert two.passed
    assert [failure.row for failure in three.failures] == [1, 3]
    assert "tick 3 (set=0 reset=1): y is 0, expected 1" in str(three)


def test_a_clocked_test_without_outputs_or_rows(engine: Any) -> None:
    c = memory()
    c.add_test("no outputs", ["00 ", "10 "], outputs=[], clocked=True)
    c.add_test("no rows", [], clocked=True)
    c.add_test("no inputs", [" 0", " 0"], inputs=[], clocked=True)
    assert [(result.passed, result.right) for result in c.run_tests(engine)] == [(True, 2), (True, 0), (True, 2)]


def test_outputs_whose_names_look_like_paths(engine: Any) -> None:
    inner = cs.Circuit()
    inner.add_output("y", inner.add_input("x"))
    c = cs.Circuit()
    c.define("d", inner)
    c.add_input("a")
    c.add_subcircuit("s", of="d")
    c.connect("a", "s", to_port="x")
    c.add_output("s/y", "s", from_port="y")
    for clocked in (False, True):
        c.add_test("t", ["0 0", "1 1", "1 0"], clocked=clocked)
    assert [[failure.row for failure in result.failures] for result in c.run_tests(engine)] == [[2], [2]]


@pytest.mark.parametrize("clocked", [False, True])
def test_real_and_signed_values(engine: Any, clocked: bool) -> None:
    c = real()
    rows: list[Any] = [[[1.5, 0], [1, 1.5]], [[1, 0], [0, None]], [[-1e300, 1], [-1, -1e300]], [[0.1, 0], [-1, 0.1]]]
    c.add_test("right", rows, clocked=clocked)
    c.add_test("wrong", [[[1.5, 0], [-1, None]], [[1.5, 0], [None, 1.25]]], clocked=clocked)
    right, wrong = c.run_tests(engine)
    assert right.passed
    assert "sign is 1, expected -1" in str(wrong)
    assert "x~out is 1.5, expected 1.25" in str(wrong)


def test_drives_play_in_clocked_tests_where_no_column_overrides_them(engine: Any) -> None:
    c = cs.Circuit()
    c.add_input("clock", drive={"pattern": "01", "repeat": True})
    c.add_output("y", "clock")
    c.add_test("plays", [" 0", " 1", " 0", " 1"], inputs=[], clocked=True)
    c.add_test("overridden", ["1 1", "1 1", "0 0", "0 0"], clocked=True)
    assert all(result.passed for result in c.run_tests(engine))


def test_a_long_list_of_failures_is_cut() -> None:
    c = memory()
    c.add_test("all wrong", ["10 0"] * 25)
    lines = str(c.run_tests()[0]).splitlines()
    assert len(lines) == 12
    assert lines[0] == "all wrong: 0 of 25 rows right"
    assert lines[-1] == "  and 15 more"


def test_many_patterns_cross_blocks(engine: Any) -> None:
    c = memory()
    count = 70_000 if engine == "words" else 200
    c.add_test("many", ["10 1", "00 0"] * (count // 2))
    assert c.run_tests(engine)[0].right == count // 2 * 2


def test_a_circuit_that_cannot_run_says_so() -> None:
    c = cs.Circuit()
    c.add_neuron("n", 1)
    c.connect("n", "n")
    c.add_output("y", "n")
    c.add_test("t", [" 0"])
    with pytest.raises(LoopError):
        c.run_tests()
    c.timing = "unit-delay"
    assert c.run_tests()[0].passed


def test_no_tests_no_results() -> None:
    assert memory().run_tests() == []
