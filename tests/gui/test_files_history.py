"""Undo survives closing and reopening the document."""

from __future__ import annotations

import json

import pytest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from circuitsim.records import Body, Drive, Edge, Node, Test
from gui.files.folders import data_folder
from gui.files.history import FOLDER
from gui.files.history_store import decode, encode, load_history


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def edited(window):
    """Some edits that renumber edges and take nodes out; the file of every state, from the first."""
    document, states = window.document, []
    states.append(write_json(document.circuit))
    for text, act in (
        ("Remove b", lambda c: c.remove("b")),
        ("Add one", lambda c: c.add_neuron("extra", threshold=2)),
        ("Connect twice", lambda c: c.connect("a", "extra", count=2)),
        ("Rename", lambda c: setattr(c, "name", "renamed")),
        ("Move", lambda c: c.place("extra", 12.5, 7)),
        ("Note", lambda c: c.add_note("hello", 3, 4)),
    ):
        with document.edit(text) as circuit:
            act(circuit)
        states.append(write_json(document.circuit))
    return states


def test_undo_goes_on_after_closing_and_reopening(open_window, half_adder):
    window = open_window(half_adder)
    path, states = window.document.path, edited(window)
    window.save()
    window.close()
    again = open_window(path)
    stack = again.document.undo_stack
    assert not again.isWindowModified()
    assert stack.count() == len(states) - 1
    assert "Note" in again.actions_by_name["undo"].text()
    for state in reversed(states[:-1]):
        again.actions_by_name["undo"].trigger()
        assert write_json(again.document.circuit) == state
    assert not stack.canUndo()
    assert again.isWindowModified()
    while stack.canRedo():
        stack.redo()
    assert write_json(again.document.circuit) == states[-1] == path.read_bytes()
    assert not again.isWindowModified()


def test_what_can_be_made_again_survives_too(open_window, half_adder):
    window = open_window(half_adder)
    path, states = window.document.path, edited(window)
    for _ in range(3):
        window.document.undo_stack.undo()
    window.save()
    window.close()
    again = open_window(path)
    assert write_json(again.document.circuit) == states[-4]
    for state in states[-3:]:
        again.actions_by_name["redo"].trigger()
        assert write_json(again.document.circuit) == state


def test_a_history_is_passed_over_when_the_file_holds_something_else(open_window, half_adder):
    window = open_window(half_adder)
    path = window.document.path
    edited(window)
    window.save()
    window.close()
    assert load_history(data_folder(FOLDER), path) is not None
    other = cs.load(path)
    other.name = "changed elsewhere"
    other.save(path)
    assert load_history(data_folder(FOLDER), path) is None
    again = open_window(path)
    assert again.document.circuit.name == "changed elsewhere"
    assert again.document.undo_stack.count() == 0


@pytest.mark.parametrize("damage", ["{", "[]", '{"format": "circuitsim-history-2"}', "made", "record"])
def test_a_damaged_history_is_passed_over(open_window, half_adder, damage):
    window = open_window(half_adder)
    path = window.document.path
    edited(window)
    window.save()
    window.close()
    (file,) = data_folder(FOLDER).glob("*.json")
    if damage == "made":
        damage = json.dumps({**json.loads(file.read_text()), "made": 99})
    elif damage == "record":
        damage = file.read_text().replace('"Neuron"', '"Evil"').replace('["Node"', '["os.system"')
    file.write_text(damage)
    again = open_window(path)
    assert again.document.undo_stack.count() == 0
    assert write_json(again.document.circuit) == path.read_bytes()


def test_every_record_comes_back_as_it_was():
    for record in (
        Node("a", "input", 3, {"drive": Drive("01", repeat=True), "weights": (1, 2.5)}, "ä"),
        Edge(7, "a", "b", "inhibitory", 2),
        Test(1, "t", ("a",), ("b",), (((1, 0), (None, 1)),), True),
        Body((), (), {}),
    ):
        found = decode(json.loads(json.dumps(encode(record))))
        assert found == record
        assert type(found) is type(record)
