"""What of a run an edit leaves as it is."""

from __future__ import annotations

import pytest

import circuitsim as cs
from circuitsim.records import Change
from gui.carrying import NOTHING, carried, computes_otherwise


@pytest.fixture
def circuit():
    c = cs.example("half_adder")
    changes: list[Change] = []
    c.listen(changes.append)
    c.made = changes
    return c


def meant(circuit):
    return carried(Change.merge(circuit.made))


def test_names_labels_and_drives_are_nothing_to_a_run(circuit):
    circuit.rename("a", "left")
    circuit.set("left", label="left side", drive={"pattern": "01"})
    circuit.rename("both", "carrying")
    circuit.name = "adder of two"
    assert meant(circuit) == ({"a": "left", "both": "carrying"}, True)


def test_a_place_a_description_and_a_test_are_no_edit_of_what_runs(circuit):
    circuit.place("a", 7, 8)
    circuit.name, circuit.description = "adder of two", "of bits"
    circuit.add_test("more", ["00 00"])
    assert not computes_otherwise(Change.merge(circuit.made))
    circuit.timing = "unit-delay"
    assert computes_otherwise(Change.merge(circuit.made))


@pytest.mark.parametrize(
    "edit",
    [
        lambda c: c.set("one", threshold=2),
        lambda c: c.connect("a", "both"),
        lambda c: c.remove("one"),
        lambda c: c.add_neuron("more"),
        lambda c: setattr(c, "timing", "unit-delay"),
        lambda c: c.define("part", cs.example("and")),
    ],
)
def test_what_computes_otherwise_is_another_run(circuit, edit):
    edit(circuit)
    assert not meant(circuit).same


def test_two_edits_are_as_one(circuit):
    circuit.rename("a", "b1")
    first = meant(circuit)
    circuit.made.clear()
    circuit.rename("b1", "b2")
    circuit.set("one", threshold=3)
    assert first.then(meant(circuit)) == ({"a": "b2"}, False)
    assert NOTHING.then(first) == first
