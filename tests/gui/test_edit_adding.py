"""Adding nodes: keys, double click, Tab, wires dropped on empty canvas, the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import circuitsim as cs
from circuitsim.kinds import KINDS
from gui.edits import adding
from gui.edits.adding import ENTRY_MIME
from gui.panels.palette import Palette
from gui.panels.quick_add import QuickAdd

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window):
    return open_window()


def kinds(window):
    return [node.kind for node in window.document.circuit.nodes.values()]


def popup(window):
    (found,) = window.canvas.viewport().findChildren(QuickAdd)
    return found


def press(window, key):
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key)


@pytest.mark.parametrize(("kind", "key"), adding.KEYS.items())
def test_a_key_adds_each_kind_on_the_grid(window, kind, key):
    press(window, getattr(Qt.Key, f"Key_{key}"))
    assert kinds(window) == [kind]
    (place,) = window.document.circuit.layout.values()
    assert (place.x % 10, place.y % 10) == (0, 0)
    assert window.canvas.selected_ids() == list(window.document.circuit.nodes)
    assert window.document.undo_stack.count() == 1


def test_nodes_added_at_the_same_place_lie_beside_each_other(window):
    for _ in range(3):
        press(window, Qt.Key.Key_N)
    assert len({(place.x, place.y) for place in window.document.circuit.layout.values()}) == 3


def test_a_double_click_on_empty_canvas_asks_and_adds_there(window):
    at = QPoint(300, 220)
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, at)
    assert popup(window).isVisible()
    QTest.keyClicks(popup(window).field, "thresh")
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    assert not popup(window).isVisible()
    assert kinds(window) == ["tlu"]
    (id,) = window.document.circuit.nodes
    way = window.canvas.node_position(id) - at
    assert way.manhattanLength() <= 14


def test_tab_asks_and_escape_adds_nothing(window):
    press(window, Qt.Key.Key_Tab)
    assert popup(window).isVisible()
    QTest.keyClick(popup(window).field, Qt.Key.Key_Escape)
    assert not popup(window).isVisible()
    assert kinds(window) == []


def test_the_arrow_keys_choose_in_the_popup(window):
    press(window, Qt.Key.Key_Tab)
    QTest.keyClick(popup(window).field, Qt.Key.Key_Down)
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    assert kinds(window) == [list(KINDS)[1]]


@pytest.mark.parametrize("side", ["out", "in"])
def test_a_wire_dropped_on_empty_canvas_asks_and_connects(open_window, side):
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    window = open_window(c)
    start = window.canvas.port_position("n", side)
    end = start + QPoint(150 if side == "out" else -150, 40)
    QTest.mousePress(window.canvas.viewport(), LEFT, NONE, start)
    QTest.mouseMove(window.canvas.viewport(), end)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, end)
    assert window.canvas.overlay.wire is not None  # it stays in sight while one looks for its end
    shown = {popup(window).list.item(k).text() for k in range(popup(window).list.count())}
    assert any("Input" in text for text in shown) == (side == "in")  # only what could be connected is offered
    QTest.keyClicks(popup(window).field, "mccull")
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    assert window.canvas.overlay.wire is None
    (edge,) = window.document.circuit.edges
    assert "n" in (edge.source, edge.target)
    assert edge.source != edge.target
    assert (edge.source == "n") == (side == "out")
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert list(window.document.circuit.nodes) == ["n"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("veto", "Inhibitory connection"),
        ("add", "full adder"),
        ("neuron", "McCulloch-Pitts neuron"),
        ("lamp", "Output"),
        ("perceptron", "Threshold logic unit"),
        ("xor", "xor"),
        ("nothing of the kind", None),
    ],
)
def test_search_by_name_and_by_meaning(text, title):
    found = [entry.title for entry in adding.search(adding.entries(), text)]
    assert (title in found) if title else found == []
    if text in ("veto", "neuron", "xor"):
        assert found[0] == title


def test_every_kind_and_every_example_can_be_found():
    titles = {entry.name for entry in adding.entries()}
    assert titles >= set(cs.examples())
    assert titles >= {kind.name for kind in KINDS.values() if kind.role != "instance"}


@pytest.fixture
def palette(window):
    window.actions_by_name["palette"].trigger()
    (found,) = window.findChildren(Palette)
    return found


def test_the_palette_adds_on_enter(window, palette):
    QTest.keyClicks(palette.field, "half adder")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    (node,) = window.document.circuit.nodes.values()
    assert (node.kind, node.parameters["of"]) == ("subcircuit", "half_adder")
    assert window.document.undo_stack.count() == 1


def test_an_entry_is_dragged_onto_the_canvas(window, palette):
    QTest.keyClicks(palette.field, "delay")
    data = palette.list.mimeData([palette.list.item(0)])
    assert isinstance(data, QMimeData)
    assert data.hasFormat(ENTRY_MIME)
    at, port = QPoint(260, 180), window.canvas.viewport()
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(port, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(port, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE))
    (id,) = window.document.circuit.nodes
    assert window.document.circuit.node(id).kind == "delay"
    assert (window.canvas.node_position(id) - at).manhattanLength() <= 14


def test_the_inhibitory_entry_connects_two_selected_nodes(open_window):
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(200, 0))
    window = open_window(c)
    window.canvas.select("a", "n")
    window.actions_by_name["quickAdd"].trigger()
    QTest.keyClicks(popup(window).field, "veto")
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    (edge,) = window.document.circuit.edges
    assert (edge.source, edge.target, edge.kind) == ("a", "n", "inhibitory")


def test_a_note_is_added_and_written(window):
    window.actions_by_name["addNote"].trigger()
    QTest.keyClicks(window.canvas.in_place, "a thought")
    QTest.keyClick(window.canvas.in_place, Qt.Key.Key_Return)
    (note,) = window.document.circuit.notes
    assert note.text == "a thought"


def test_tab_while_a_wire_is_drawn_asks_for_its_end(open_window):
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    window = open_window(c)
    start = window.canvas.port_position("n", "out")
    end = start + QPoint(150, 40)
    QTest.mousePress(window.canvas.viewport(), LEFT, NONE, start)
    QTest.mouseMove(window.canvas.viewport(), end)
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, end)
    QTest.keyClicks(popup(window).field, "lamp")
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    (edge,) = window.document.circuit.edges
    assert (edge.source, window.document.circuit.node(edge.target).kind) == ("n", "output")


def test_a_press_on_the_popup_does_not_reach_the_canvas_below(open_window):
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    window = open_window(c)
    window.canvas.select("n")
    press(window, Qt.Key.Key_Tab)
    QTest.mouseClick(popup(window), LEFT, NONE, QPoint(2, 2))
    assert window.canvas.selected_ids() == ["n"]


def test_the_popup_outlives_the_tab_in_which_it_was_opened_first(window, qtbot):
    press(window, Qt.Key.Key_Tab)
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    first = window.workspace
    window.open_example("xor")
    window.document.undo_stack.setClean()
    first.document.undo_stack.setClean()
    with qtbot.waitSignal(first.destroyed):
        window.close_workspace(first)
    before = len(kinds(window))
    press(window, Qt.Key.Key_Tab)
    QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    assert len(kinds(window)) == before + 1
