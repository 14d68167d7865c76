"""Adding nodes: keys, double click, Tab, wires dropped on empty canvas, the palette."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import circuitsim as cs
from circuitsim.kinds import KINDS
from gui.canvas.arrays import NetArrays
from gui.canvas.free_place import free_place
from gui.edits import adding
from gui.edits.adding import ENTRY_MIME
from gui.panels.entry_list import ENTRY
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


@pytest.mark.parametrize("keys", ["NNN", "IIOOTTDDBBNN"])
def test_nodes_added_at_the_same_place_do_not_overlap_nor_cover_a_name(window, keys):
    for key in keys:
        press(window, getattr(Qt.Key, f"Key_{key}"))
    net = window.canvas.net
    assert len(net.nodes) == len(keys)
    boxes = net.node_boxes().tolist()
    everything = boxes + [box for box, width in zip(net.label_boxes().tolist(), net.label_width, strict=True) if width]
    for one, (left, top, right, bottom) in enumerate(everything):
        for other, (left2, top2, right2, bottom2) in enumerate(boxes):
            apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
            assert one == other or apart, (net.nodes[one % len(boxes)].id, net.nodes[other].id)
    at = window.canvas.viewport().rect()
    assert all(at.contains(window.canvas.node_position(node.id)) for node in net.nodes)


def test_a_subcircuit_stands_clear_of_what_is_there(window):
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
        QTest.keyClicks(popup(window).field, "full adder")
        QTest.keyClick(popup(window).field, Qt.Key.Key_Return)
    one, other = window.canvas.net.node_boxes().tolist()
    assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_node_is_not_moved_from_where_it_just_fits():
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    assert free_place(NetArrays(c), (20.0, 20.0), 52.0, 1.0, 10.0) == (50.0, 0.0)
    assert free_place(NetArrays(c), (20.0, 20.0), 29.0, 1.0, 10.0) != (30.0, 0.0)


def test_on_a_full_canvas_a_node_still_finds_a_place():
    c = cs.Circuit()
    for row in range(-14, 15):
        for column in range(-14, 15):
            c.add_neuron(f"n{row}_{column}", at=(column * 40, row * 40))
    assert free_place(NetArrays(c), (20.0, 20.0), 0.0, 0.0, 10.0) != (0.0, 0.0)


def test_the_palette_has_the_subcircuits_of_a_circuit_that_took_the_place_of_another(window):
    (dock,) = window.findChildren(Palette) or [open_palette(window)]
    assert not any(entry.act == "definition" for entry in shown(dock))
    inner = cs.Circuit()
    inner.add_input("x")
    inner.add_output("y")
    inner.connect("x", "y")
    c = cs.Circuit()
    c.define("part", inner)
    window.document.show(c)  # as after a crash, and by Reload
    assert [entry.name for entry in shown(dock) if entry.act == "definition"] == ["part"]


def icon(palette, name):
    (item,) = [palette.list.item(row) for row in range(palette.list.count()) if shown(palette)[row].name == name]
    return item.icon().pixmap(30, 30).toImage()


def test_the_icon_of_a_subcircuit_shows_what_is_in_it_and_follows_edits(open_window, qtbot):
    inner = cs.Circuit()
    inner.add_input("x", at=(0, 0))
    inner.add_output("y", at=(300, 0))
    inner.connect("x", "y")
    c = cs.Circuit()
    c.define("part", inner)
    window = open_window(c)
    palette = open_palette(window)
    icon(palette, "half_adder"), icon(palette, "full_adder"), icon(palette, "part")  # asked for, and painted later
    qtbot.waitUntil(lambda: not palette.is_painting())
    before = icon(palette, "part")
    assert (
        len({bytes(image.constBits()) for image in (icon(palette, "half_adder"), icon(palette, "full_adder"), before)})
        == 3
    )
    inner.add_neuron("n", at=(150, 200))
    with window.document.edit("edit") as circuit:
        circuit.define("part", inner, replace=True)
    icon(palette, "part")
    qtbot.waitUntil(lambda: not palette.is_painting())
    assert icon(palette, "part") != before


def open_palette(window):
    window.actions_by_name["palette"].trigger()
    (found,) = window.findChildren(Palette)
    return found


def shown(palette):
    return [palette.list.item(row).data(ENTRY) for row in range(palette.list.count())]


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
