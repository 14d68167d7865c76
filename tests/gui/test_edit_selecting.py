"""Selecting, moving, arranging, copying and deleting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import circuitsim as cs
from circuitsim.api import example_path
from circuitsim.formats.json_writer import write_json
from gui.edits import pieces

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def window(open_window):
    c = cs.Circuit("three")
    for k, id in enumerate("abc"):
        c.add_neuron(id, threshold=k + 1, at=(130 * k, 70 * k))
    c.connect("a", "b")
    c.inhibit("b", "c", count=2)
    c.add_note("remember", 0, 220)
    return open_window(c)


def at(window, id):
    return window.canvas.node_position(id)


def middle(window, source, target):
    net = window.canvas.net
    line = next(k for k, n in enumerate(net.line_bundle) if net.bundles[n].source == source)
    x, y = net.curve[line, 20]
    return window.canvas.mapFromScene(x, y)


def band(window, start, end, modifiers=NONE):
    port = window.canvas.viewport()
    QTest.mousePress(port, LEFT, modifiers, start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, modifiers, end)


def layout(window):
    return {id: (place.x, place.y) for id, place in window.document.circuit.layout.items()}


def do(window, name):
    window.actions_by_name[name].trigger()


def test_ctrl_clicks_toggle(window):
    for id, expected in (("a", ["a"]), ("b", ["a", "b"]), ("a", ["b"])):
        QTest.mouseClick(window.canvas.viewport(), LEFT, CTRL, at(window, id))
        assert window.canvas.selected_ids() == expected


def test_a_band_drawn_to_the_left_selects_what_it_touches(window):
    a, far = at(window, "a"), QPoint(-60, -60)
    band(window, a + far, a)  # to the right: the node is not wholly inside
    assert window.canvas.selected_ids() == []
    band(window, a, a + far)
    assert window.canvas.selected_ids() == ["a"]


def test_ctrl_toggles_with_a_band(window):
    window.canvas.select("a", "b")
    far = QPoint(-60, -60)
    band(window, at(window, "a") + far, at(window, "a") - far, CTRL)
    assert window.canvas.selected_ids() == ["b"]


def test_a_click_on_a_wire_selects_it_and_delete_removes_it(window):
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, middle(window, "a", "b"))
    (bundle,) = window.canvas.selection.bundles()
    assert (bundle.source, bundle.target) == ("a", "b")
    assert window.canvas.selected_ids() == []
    before = write_json(window.document.circuit)
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert [edge.source for edge in window.document.circuit.edges] == ["b"]
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_and_backspace_remove_everything_selected_in_one_step(window, key):
    before = write_json(window.document.circuit)
    do(window, "selectAll")
    QTest.keyClick(window.canvas, key)
    circuit = window.document.circuit
    assert (len(circuit.nodes), len(circuit.edges), len(circuit.notes)) == (0, 0, 0)
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


@pytest.mark.parametrize(
    ("name", "axis", "value"),
    [("alignLeft", 0, 0), ("alignRight", 0, 260), ("alignTop", 1, 0), ("alignBottom", 1, 140), ("alignRow", 1, 70)],
)
def test_align(window, name, axis, value):
    window.canvas.select("a", "b", "c")
    do(window, name)
    assert [place[axis] for place in layout(window).values()] == pytest.approx([value] * 3, abs=8)
    assert window.document.undo_stack.count() == 1


def test_distribute_makes_equal_gaps(window):
    window.document.circuit.place("b", 30, 70)
    window.canvas.select("a", "b", "c")
    do(window, "distributeX")
    assert layout(window)["b"][0] == pytest.approx(130, abs=8)


def test_arrows_nudge_by_a_step_of_the_grid_and_merge(window):
    before = write_json(window.document.circuit)
    window.canvas.select("b")
    window.canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(window.canvas, key)
    assert layout(window)["b"] == (150, 80)
    assert window.document.undo_stack.count() == 1
    window.canvas.select("c")
    QTest.keyClick(window.canvas, Qt.Key.Key_Left)
    assert window.document.undo_stack.count() == 2
    window.document.undo_stack.setIndex(0)
    assert write_json(window.document.circuit) == before


def test_a_nudge_there_and_back_leaves_no_step(window):
    window.canvas.select("b")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    QTest.keyClick(window.canvas, Qt.Key.Key_Left)
    assert window.document.undo_stack.count() == 0


def test_copy_and_paste_give_fresh_ids_at_the_pointer(window):
    window.canvas.select("b", "c")
    do(window, "copy")
    text = QApplication.clipboard().text()
    assert '"format": "circuitsim"' in text
    assert QApplication.clipboard().mimeData().hasFormat(pieces.MIME)
    do(window, "paste")
    nodes = window.document.circuit.nodes
    assert len(nodes) == 5
    fresh = window.canvas.selected_ids()
    assert set(fresh) == set(nodes) - set("abc")
    assert [nodes[id].parameters["threshold"] for id in fresh] == [2, 3]
    (edge,) = [edge for edge in window.document.circuit.edges if edge.source in fresh]
    assert (edge.target, edge.kind, edge.count) == (fresh[1], "inhibitory", 2)
    assert window.document.undo_stack.count() == 1


def test_a_piece_travels_as_text_to_another_window(window, open_window):
    window.canvas.select("a", "b")
    do(window, "cut")
    assert list(window.document.circuit.nodes) == ["c"]
    text = QApplication.clipboard().text()
    other = open_window()
    QApplication.clipboard().setText(text)  # as it would come out of a mail
    other.actions_by_name["paste"].trigger()
    assert list(other.document.circuit.nodes) == ["a", "b"]
    assert len(other.document.circuit.edges) == 1


@pytest.mark.parametrize("text", ["", "not JSON", "{}", '{"format": "circuitsim", "version": 99}', "[1, 2", "\ud83d"])
def test_what_is_no_circuit_gives_a_message_and_changes_nothing(window, text):
    before = write_json(window.document.circuit)
    QApplication.clipboard().setText(text)
    do(window, "paste")
    assert "cannot be pasted" in window.statusBar().currentMessage()
    assert write_json(window.document.circuit) == before
    QApplication.clipboard().setText(write_json(cs.example("and")).decode())
    do(window, "paste")
    assert not window.statusBar().currentMessage()  # what was said of the first attempt is over


def test_pasting_a_subcircuit_brings_its_definition_under_a_free_name(open_window):
    one, other = cs.Circuit(), cs.Circuit()
    for circuit, threshold in ((one, 1), (other, 2)):
        inner = cs.Circuit()
        inner.add_neuron("n", threshold=threshold)
        inner.connect(inner.add_input("i"), "n")
        inner.add_output("o", "n")
        circuit.define("box", inner)
        circuit.add_subcircuit("s", of="box", at=(0, 0))
    text = pieces.to_text(one)
    window = open_window(other)
    QApplication.clipboard().setText(text)
    do(window, "paste")
    definitions = window.document.circuit.definitions
    assert [d.body.nodes[0].parameters["threshold"] for d in definitions.values()] == [2, 1]
    (id,) = window.canvas.selected_ids()
    assert window.document.circuit.node(id).parameters["of"] == "box_2"


def test_duplicate_puts_a_copy_beside(window):
    window.canvas.select("a", "b")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_D, CTRL)
    fresh = window.canvas.selected_ids()
    assert len(fresh) == 2
    assert [layout(window)[id] for id in fresh] == [(20, 20), (150, 90)]
    assert window.document.undo_stack.count() == 1


def test_notes_are_selected_moved_edited_and_deleted(window):
    canvas = window.canvas
    spot = canvas.mapFromScene(20, 228)
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, spot)
    assert len(canvas.selection.notes) == 1
    band(window, spot, spot + QPoint(70, 0))
    (note,) = window.document.circuit.notes
    assert note.x > 0
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, canvas.mapFromScene(note.x + 20, note.y + 8))
    canvas.in_place.selectAll()
    QTest.keyClicks(canvas.in_place, "written")
    QTest.keyClick(canvas.in_place, Qt.Key.Key_Return)
    (note,) = window.document.circuit.notes
    assert note.text == "written"
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, canvas.mapFromScene(note.x + 20, note.y + 8))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert window.document.circuit.notes == ()
    assert window.document.undo_stack.count() == 3


def test_rotation_turns_ports_and_lines(window):
    before = write_json(window.document.circuit)
    window.canvas.select("b")
    do(window, "rotate")
    assert window.document.circuit.layout["b"].degrees == 90
    centre = at(window, "b")
    out, into = (window.canvas.port_position("b", side) for side in ("out", "in"))
    assert abs(out.x() - centre.x()) <= 1 < out.y() - centre.y()
    assert abs(into.x() - centre.x()) <= 1 < centre.y() - into.y()
    net = window.canvas.net
    line = next(k for k, n in enumerate(net.line_bundle) if net.bundles[n].source == "b")
    first = net.curve[line, 1] - net.curve[line, 0]
    assert first[1] > abs(first[0])  # it leaves downwards
    for _ in range(3):
        do(window, "rotate")
    assert window.document.circuit.layout["b"].degrees == 0
    window.document.undo_stack.setIndex(0)
    assert write_json(window.document.circuit) == before


def test_f_shows_what_is_selected_and_everything_where_nothing_is(open_window) -> None:
    window = open_window(example_path("full_adder"))
    canvas = window.canvas
    whole = canvas.scale_factor
    canvas.select("two")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.scale_factor >= whole
    middle = canvas.viewport().rect().center()
    assert (canvas.node_position("two") - middle).manhattanLength() < 60
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.scale_factor == whole


def test_a_deleted_input_is_told_of_where_tests_lose_its_column(open_window, half_adder):
    window = open_window(half_adder)
    window.canvas.select("both")
    do(window, "delete")
    assert not window.message_bar.isVisible()  # no test speaks of it
    do(window, "undo")
    before = write_json(window.document.circuit)
    window.canvas.select("a")
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert window.message_bar.isVisible()
    assert "columns of a: truth table." in window.message_bar.text
    button = next(each for each in window.message_bar.findChildren(QPushButton) if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert write_json(window.document.circuit) == before
    assert not window.message_bar.isVisible()
