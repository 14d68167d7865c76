"""Truth tables: their order, and the ways in which they are shown."""

from __future__ import annotations

import csv
import io
import time
from itertools import product
from xml.etree import ElementTree

import pytest

import circuitsim as cs
from circuitsim.errors import InputError, OscillationError, TooLargeError


def named(*names: str) -> cs.Circuit:
    c = cs.Circuit()
    for name in names:
        c.add_output(f"{name}~out", c.add_input(name))
    return c


def test_rows_count_with_the_first_input_the_most_significant() -> None:
    table = named("c", "a", "b").truth_table()
    assert table.inputs == ["c", "a", "b"]
    assert table.outputs == ["c~out", "a~out", "b~out"]
    assert [tuple(row[:3]) for row in table.rows] == list(product((0, 1), repeat=3))
    assert all(row[:3] == row[3:] for row in table)
    assert table.rows[5] == (1, 0, 1, 1, 0, 1)
    assert len(table) == 8
    assert table.columns == ["c", "a", "b", "c~out", "a~out", "b~out"]


def test_as_text_csv_and_markdown(half_adder: cs.Circuit) -> None:
    table = half_adder.truth_table()
    assert str(table).splitlines() == [
        "a b | carry sum",
        "0 0 |     0   0",
        "0 1 |     0   1",
        "1 0 |     0   1",
        "1 1 |     1   0",
    ]
    assert table.to_csv() == "a,b,carry,sum\n0,0,0,0\n0,1,0,1\n1,0,0,1\n1,1,1,0\n"
    assert table.to_markdown().splitlines() == [
        "| a | b | carry | sum |",
        "| ---: | ---: | ---: | ---: |",
        "| 0 | 0 | 0 | 0 |",
        "| 0 | 1 | 0 | 1 |",
        "| 1 | 0 | 0 | 1 |",
        "| 1 | 1 | 1 | 0 |",
    ]


def test_names_are_escaped() -> None:
    table = named("<script>", "a,b", "x|y", '"', "&amp;").truth_table()
    root = ElementTree.fromstring(table._repr_html_())
    heads = [cell.text for cell in root.iter("th")]
    assert heads == table.columns
    assert len(list(root.iter("tr"))) == 33
    assert next(csv.reader(io.StringIO(table.to_csv()))) == table.columns
    line = table.to_markdown().splitlines()[0]
    assert line.replace("\\|", "").count("|") == len(table.columns) + 1


def test_signs_and_reals_come_out_as_they_are() -> None:
    c = cs.Circuit()
    c.add_tlu("t", step="sign")
    c.connect(c.add_input("a"), "t", weight=-2.0)
    c.add_output("sign", "t")
    c.add_output("half", c.add_delay("d", initial=0.5))
    assert c.truth_table().rows == [(0, 0, 0.5), (1, -1, 0.5)]
    c.remove("half")
    assert c.truth_table().rows == [(0, 0), (1, -1)]


def test_no_inputs_no_outputs() -> None:
    c = cs.Circuit()
    assert c.truth_table().rows == [()]
    c.add_output("y", c.add_bias("b"))
    assert c.truth_table().rows == [(1,)]
    assert [line.strip(" |") for line in str(c.truth_table()).splitlines()] == ["y", "1"]
    c.remove("y")
    c.add_input("a")
    assert [tuple(row) for row in c.truth_table()] == [(0,), (1,)]
    assert ElementTree.fromstring(c.truth_table()._repr_html_()).tag == "table"


def test_given_values_override_drives() -> None:
    c = named("a")
    c.set("a", drive="1")
    assert c.truth_table().rows == [(0, 0), (1, 1)]


def test_unit_delay_circuits_are_held_until_they_rest() -> None:
    c = named("a", "b")
    c.timing = "unit-delay"
    c.add_neuron("n", 2)
    c.connect("a", "n")
    c.connect("b", "n")
    c.add_neuron("m", 1)
    c.connect("n", "m")
    c.add_output("y", "m")
    assert [row[-1] for row in c.truth_table()] == [0, 0, 0, 1]
    c.inhibit("m", "m")
    with pytest.raises(OscillationError):
        c.truth_table()


def test_what_has_no_table() -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    with pytest.raises(InputError, match="input 'x' takes any number") as error:
        c.truth_table()
    assert error.value.nodes == ("x",)
    with pytest.raises(TooLargeError, match=r"21 inputs has 2\*\*21 rows, more than the limit of 2\*\*20"):
        named(*(f"i{k}" for k in range(21))).truth_table()


@pytest.mark.slow
def test_twenty_inputs_are_a_matter_of_seconds() -> None:
    start = time.process_time()
    table = named(*(f"i{k}" for k in range(20))).truth_table()
    assert len(table) == 2**20
    assert table.rows[-2][:20] == (1,) * 19 + (0,)
    assert time.process_time() - start < 20
