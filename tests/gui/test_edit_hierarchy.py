"""Subcircuits: made of a selection, opened, edited, looked into while they run, unpacked; and find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.canvas.arrays import NetArrays
from gui.edits import subcircuits
from gui.edits.scope import Scope
from gui.panels.find_bar import FindBar

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COMBINATIONAL = [
    name for name in cs.examples() if cs.example(name).timing == "settled" and 1 <= len(cs.example(name).inputs) <= 6
]


def behaviour(circuit):
    """The truth table where there is one, and the tests that the circuit carries."""
    results = [result.passed for result in circuit.run_tests()]
    try:
        table = circuit.truth_table()
    except cs.CircuitError:
        return results, None
    return results, [list(row) for row in table]


@pytest.mark.parametrize("name", cs.examples())
@pytest.mark.parametrize("part", [slice(None), slice(None, None, 2), slice(1, None, 3)], ids=["all", "half", "third"])
def test_a_subcircuit_computes_what_its_nodes_did_and_unpacks_again(name, part):
    circuit = cs.example(name)
    net = NetArrays(circuit)
    places = {node.id: (float(net.x[k]), float(net.y[k])) for k, node in enumerate(net.nodes)}
    expected = behaviour(circuit)
    chosen = [node.id for node in net.nodes][part]
    if all(circuit.node(id).kind in ("input", "output") for id in chosen):
        with pytest.raises(cs.CircuitError):
            subcircuits.make(circuit, chosen, "part", places)
        return
    instance = subcircuits.make(circuit, chosen, "part", places)
    assert behaviour(circuit) == expected
    subcircuits.unpack(circuit, instance, (0, 0))
    assert behaviour(circuit) == expected


@pytest.fixture
def window(open_window, half_adder):
    for k, id in enumerate(half_adder.nodes):
        half_adder.place(id, 120 * (k // 2), 80 * (k % 2))
    return open_window(half_adder)


def test_make_a_subcircuit_of_the_selection_in_one_step(window):
    before = write_json(window.document.circuit)
    table = behaviour(window.document.circuit)
    window.canvas.select_all()
    window.actions_by_name["makeSubcircuit"].trigger()
    circuit = window.document.circuit
    assert [node.kind for node in circuit.nodes.values()].count("subcircuit") == 1
    assert circuit.definitions["part"].body.ports("input") == ("a", "b")
    assert set(circuit.definitions["part"].body.ports("output")) == {"carry", "sum"}
    assert behaviour(circuit) == table
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


@pytest.fixture
def nested(open_window, half_adder):
    c = cs.Circuit("outer")
    c.define("half", half_adder)
    for k, id in enumerate("ab"):
        c.add_input(id, at=(0, 100 * k))
    c.add_subcircuit("h", of="half", at=(200, 50))
    c.add_subcircuit("g", of="half", at=(200, 250))
    for id in "ab":
        c.connect(id, "h", to_port=id)
        c.connect(id, "g", to_port=id)
    c.add_output("s", "h", from_port="sum", at=(400, 0))
    return open_window(c)


def lit(window):
    net = window.canvas.net
    return {node.id for node, on in zip(net.nodes, net.active, strict=True) if on}


def test_a_double_click_looks_inside_and_the_values_are_live(nested):
    QTest.mouseDClick(nested.canvas.viewport(), LEFT, NONE, nested.canvas.node_position("h"))
    assert nested.canvas.scope == Scope(("h",), "half", editable=False)
    assert "one" in nested.canvas.net.index
    assert lit(nested) == set()
    nested.run.toggle("a")
    assert lit(nested) == {"a", "one", "sum"}
    nested.run.toggle("b")
    assert lit(nested) == {"a", "b", "both", "carry"}


def test_inside_an_instance_one_only_looks(nested):
    before = write_json(nested.document.circuit)
    nested.canvas.select("h")
    nested.actions_by_name["lookInside"].trigger()
    nested.canvas.select("one")
    nested.canvas.setFocus()
    QTest.keyClick(nested.canvas, Qt.Key.Key_Delete)
    QTest.keyClick(nested.canvas, Qt.Key.Key_N)
    QTest.mouseClick(nested.canvas.viewport(), LEFT, NONE, nested.canvas.node_position("a"))
    assert write_json(nested.document.circuit) == before
    assert nested.document.undo_stack.count() == 0
    assert lit(nested) == set()


def test_the_definition_is_edited_for_every_instance_in_one_step(nested):
    before = write_json(nested.document.circuit)
    nested.canvas.select("h")
    nested.actions_by_name["editDefinition"].trigger()
    assert nested.canvas.scope.editable
    nested.canvas.select("both")
    nested.canvas.setFocus()
    QTest.keyClicks(nested.canvas, "1")
    QTest.keyClick(nested.canvas.in_place, Qt.Key.Key_Return)
    body = nested.document.circuit.definitions["half"].body
    assert next(n for n in body.nodes if n.id == "both").parameters["threshold"] == 1
    assert nested.document.undo_stack.count() == 1
    nested.run.toggle("a")
    assert "both" in lit(nested)  # still on the canvas, with its new meaning
    assert nested.canvas.scope.definition == "half"
    nested.document.undo_stack.undo()
    assert write_json(nested.document.circuit) == before


def test_a_definition_cannot_be_put_into_itself(nested):
    before = write_json(nested.document.circuit)
    nested.canvas.show_scope(Scope((), "half"))
    with nested.canvas.edit("Add half") as circuit:
        circuit.add_subcircuit("again", of="half")
    assert "cannot contain itself" in nested.statusBar().currentMessage()
    assert write_json(nested.document.circuit) == before


def test_the_bar_leads_back_out(nested):
    nested.canvas.select("h")
    nested.actions_by_name["lookInside"].trigger()
    bar = nested.canvas.breadcrumb
    assert bar.isVisible()
    assert any("looking inside" in label.text() for label in bar.findChildren(QLabel))
    bar.findChild(QToolButton, "crumb0").click()
    assert nested.canvas.scope == Scope()
    assert not bar.isVisible()
    nested.canvas.select("g")
    nested.actions_by_name["lookInside"].trigger()
    nested.actions_by_name["goOut"].trigger()
    assert nested.canvas.selected_ids() == ["g"]


def test_a_view_into_what_is_undone_goes_back_out(window):
    window.canvas.select_all()
    window.actions_by_name["makeSubcircuit"].trigger()
    window.actions_by_name["lookInside"].trigger()
    assert window.canvas.scope.definition == "part"
    window.document.undo_stack.undo()
    assert window.canvas.scope == Scope()
    assert not window.canvas.breadcrumb.isVisible()


def test_unpack_in_one_step(nested):
    before = write_json(nested.document.circuit)
    table = behaviour(nested.document.circuit)
    nested.canvas.select("h")
    nested.actions_by_name["unpack"].trigger()
    assert "h" not in nested.document.circuit.nodes
    assert behaviour(nested.document.circuit) == table
    assert nested.document.undo_stack.count() == 1
    nested.document.undo_stack.undo()
    assert write_json(nested.document.circuit) == before


def test_find_in_the_whole_hierarchy(nested):
    nested.canvas.setFocus()
    nested.actions_by_name["find"].trigger()
    bar = nested.canvas.viewport().findChild(FindBar)
    QTest.keyClicks(bar.field, "both")
    texts = [bar.list.item(row).text() for row in range(bar.list.count())]
    assert [text.split("   ")[0] for text in texts] == ["h › both", "g › both"]
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert nested.canvas.scope.path == ("g",)
    assert nested.canvas.selected_ids() == ["both"]
    assert not bar.isVisible()


def test_a_definition_takes_no_note_and_says_so(nested):
    nested.canvas.select("h")
    nested.actions_by_name["editDefinition"].trigger()
    assert nested.canvas.scope.definition is not None
    nested.actions_by_name["addNote"].trigger()
    assert "Notes stand in the circuit itself" in nested.statusBar().currentMessage()
    assert not nested.canvas.in_place.isVisible()
    assert nested.document.undo_stack.count() == 0
