"""The document: one undo step an edit, whoever makes it, and files."""

from __future__ import annotations

import pytest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.document import Document


@pytest.fixture
def document(qapp, half_adder, tmp_path):
    half_adder.save(tmp_path / "half.json")
    result = Document()
    result.open(tmp_path / "half.json")
    return result


def test_many_edits_are_one_step_and_it_can_be_taken_back(document):
    before = write_json(document.circuit)
    with document.edit("Grow") as circuit:
        circuit.add_neuron("more", threshold=1)
        circuit.connect("a", "more")
        circuit.place("more", 10, 20)
        circuit.set("both", threshold=1)
    after = write_json(document.circuit)
    assert document.undo_stack.count() == 1
    assert document.undo_stack.undoText() == "Grow"
    document.undo_stack.undo()
    assert write_json(document.circuit) == before
    assert document.undo_stack.isClean()
    document.undo_stack.redo()
    assert write_json(document.circuit) == after


def test_an_edit_that_fails_leaves_nothing(document):
    before = write_json(document.circuit)

    def add_twice():
        with document.edit("Fail") as circuit:
            circuit.add_neuron("more")
            circuit.add_neuron("more")

    with pytest.raises(cs.CircuitError):
        add_twice()
    assert write_json(document.circuit) == before
    assert document.undo_stack.count() == 0


def test_an_edit_without_a_change_is_no_step(document):
    with document.edit("Nothing") as circuit:
        circuit.set("both", threshold=2)
    assert document.undo_stack.count() == 0


def test_an_edit_past_the_document_can_be_undone_too(document):
    before = write_json(document.circuit)
    document.circuit.set("both", threshold=7)
    document.circuit.remove("one")
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert write_json(document.circuit) == before


def test_the_listeners_hear_every_step(document):
    heard = []
    document.changed.connect(heard.append)
    with document.edit("Move") as circuit:
        circuit.place("a", 5, 5)
    document.undo_stack.undo()
    assert heard[1] == heard[0].inverse()


def test_the_circuit_before_is_no_longer_heard(document):
    old = document.circuit
    document.new()
    old.set("both", threshold=9)
    assert document.undo_stack.count() == 0


def test_saving_gives_the_same_file_and_a_clean_state(document, tmp_path):
    document.circuit.place("a", 40, 40)
    assert not document.undo_stack.isClean()
    document.save(tmp_path / "other.json")
    assert document.undo_stack.isClean()
    assert document.path == tmp_path / "other.json"
    assert (tmp_path / "other.json").read_bytes() == write_json(document.circuit)


def test_a_file_that_cannot_be_read_leaves_the_document(document, tmp_path):
    document.circuit.place("a", 40, 40)
    before = write_json(document.circuit)
    (tmp_path / "broken.json").write_text('{"format": "circuitsim", "version": 1, "nodes": [{"id": 3}')
    with pytest.raises(cs.CircuitError):
        document.open(tmp_path / "broken.json")
    assert write_json(document.circuit) == before
    assert document.path == tmp_path / "half.json"
    assert document.undo_stack.count() == 1


def test_an_example_is_a_copy_that_has_no_path(document):
    document.open_example("and")
    assert document.path is None
    assert write_json(document.circuit) == write_json(cs.example("and"))
