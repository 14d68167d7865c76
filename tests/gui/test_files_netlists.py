"""Files of other tools on the desktop: opened with what was left out, and never saved over by less than was shown."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

import circuitsim as cs

NET = "INPUT(a)\nOUTPUT(y)\ny = OR(a, nobody)\n"


def test_a_netlist_opens_and_what_is_left_out_is_said(open_window, tmp_path):
    path = tmp_path / "net.bench"
    path.write_text(NET)
    window = open_window(path)
    assert window.document.circuit.inputs == ["a"]
    assert window.document.path == path
    assert window.message_bar.text.endswith("line 3: net 'nobody' has no driver; it is taken as 0")


def test_many_things_left_out_are_counted(open_window, tmp_path):
    path = tmp_path / "net.bench"
    path.write_text("OUTPUT(y)\ny = OR(" + ", ".join(f"n{k}" for k in range(9)) + ")\n")
    assert open_window(path).message_bar.text.splitlines()[5:] == ["and 4 more"]


def test_saving_an_opened_netlist_asks_for_a_file_that_holds_all(open_window, tmp_path):
    path = tmp_path / "net.bench"
    path.write_text(NET)
    window = open_window(path)
    with window.document.edit("Move") as circuit:
        circuit.place("a", 10, 10)
    window.save()
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("net.json")
    dialog.reject()
    assert path.read_text() == NET


def test_writing_a_netlist_leaves_the_document_as_it_is(open_window, tmp_path, half_adder):
    window = open_window(half_adder)
    with window.document.edit("Move") as circuit:
        circuit.place("a", 10, 10)
    before = window.document.path
    assert window.save_to(tmp_path / "adder.blif")
    assert cs.load(tmp_path / "adder.blif").evaluate(a=1, b=1) == {"carry": 1, "sum": 0}
    assert window.document.path == before
    assert not window.document.undo_stack.isClean()


def test_every_ending_is_offered_at_once(open_window, half_adder):
    window = open_window(half_adder)
    window.ask_open()
    dialog = window.findChild(QFileDialog)
    first = dialog.nameFilters()[0]
    assert first.startswith("All circuits (")
    assert all(f"*{ending}" in first for ending in (".json", ".bench", ".blif", ".aig", ".pla", ".kiss2", ".v"))
    dialog.reject()
