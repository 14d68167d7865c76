"""Subcircuits: made of a selection, opened, edited, looked into while they run, unpacked; and find."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.canvas.arrays import NetArrays
from gui.edits import finding, subcircuits
from gui.edits.scope import Scope, circuit_of
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


def open_find(window):
    window.canvas.setFocus()
    window.actions_by_name["find"].trigger()
    return window.canvas.viewport().findChild(FindBar)


def found_in(bar):
    return [bar.list.item(row).text().split("   ")[0] for row in range(bar.list.count())]


def test_find_in_the_whole_hierarchy(qtbot, nested):
    bar = open_find(nested)
    QTest.keyClicks(bar.field, "both")
    qtbot.waitUntil(lambda: found_in(bar) == ["h › both", "g › both"])
    QTest.keyClick(bar.field, Qt.Key.Key_Down)
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert nested.canvas.scope.path == ("g",)
    assert nested.canvas.selected_ids() == ["both"]
    assert not bar.isVisible()


def test_enter_waits_for_what_is_being_looked_for(qtbot, nested):
    bar = open_find(nested)
    QTest.keyClicks(bar.field, "g/bo")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: nested.canvas.selected_ids() == ["both"])
    assert nested.canvas.scope.path == ("g",)


def test_what_is_not_there_is_told(qtbot, nested):
    bar = open_find(nested)
    QTest.keyClicks(bar.field, "nobody")
    qtbot.waitUntil(lambda: any(label.isVisible() for label in bar.findChildren(QLabel)))
    assert not bar.list.count()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def deep(levels):
    """Each definition holds two of the one before: two to the power of `levels` neurons named "here"."""
    inner = cs.Circuit()
    inner.add_output("y", inner.add_neuron("here"))
    outer = cs.Circuit()
    outer.define("d0", inner)
    for level in range(1, levels):
        body = cs.Circuit()
        for definition in outer.definitions.values():
            body.define(definition.name, circuit_of(outer, definition.body))
        for id in ("left", "right"):
            body.add_subcircuit(id, of=f"d{level - 1}")
        outer.define(f"d{level}", body)
    outer.add_subcircuit("top", of=f"d{levels - 1}")
    outer.add_neuron("elsewhere")
    return outer


def test_it_does_not_matter_into_how_many_nodes_a_circuit_unfolds():
    contents = deep(40).contents()
    found = finding.find(contents, "here")
    assert len(found) == finding.MOST
    assert found[0][1].id == "elsewhere"
    assert {len(scope.path) for scope, _ in found[1:]} == {40}
    assert finding.find(contents, "nobody") == []
    (only,) = finding.find(contents, "top/" + "left/" * 39 + "here")
    assert only[0].path == ("top", *["left"] * 39)


def test_a_search_is_stopped_by_what_its_progress_raises():
    class EnoughError(Exception):
        pass

    def stop(part):
        raise EnoughError

    with pytest.raises(EnoughError):
        finding.find(deep(3).contents(), "here", stop)


def test_a_definition_takes_no_note_and_says_so(nested):
    nested.canvas.select("h")
    nested.actions_by_name["editDefinition"].trigger()
    assert nested.canvas.scope.definition is not None
    nested.actions_by_name["addNote"].trigger()
    assert "Notes stand in the circuit itself" in nested.statusBar().currentMessage()
    assert not nested.canvas.in_place.isVisible()
    assert nested.document.undo_stack.count() == 0
