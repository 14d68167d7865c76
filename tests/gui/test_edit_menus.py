"""The menus on the canvas: of nodes, connections, notes and the circuit, by the mouse and by the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

import circuitsim as cs

MENUS = ("nodeMenu", "wireMenu", "noteMenu", "canvasMenu")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window):
    inner = cs.Circuit()
    inner.add_input("x")
    inner.add_output("y")
    inner.connect("x", "y")
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(220, 0))
    c.add_tlu("t", at=(440, 0))
    c.define("part", inner)
    c.add_subcircuit("box", of="part", at=(440, 200))
    c.connect("a", "n")
    c.connect("n", "t", weight=0.5)
    c.add_note("hello", 0, 180)
    return open_window(c)


def the_menu(window):
    (menu,) = [menu for name in MENUS for menu in window.canvas.findChildren(QMenu, name) if menu.isVisible()]
    return menu


def right_click(window, at):
    viewport = window.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    QTest.mouseRelease(viewport, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    return the_menu(window)


def names(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def pick(menu, name):
    """Choose an entry by the mouse."""
    window = menu.parentWidget().window()
    (action,) = [action for action in menu.actions() if action.objectName() == name]
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    QApplication.processEvents()
    window.activateWindow()  # a popup takes the activity of the window away, where there is no display
    QApplication.processEvents()


def test_a_neuron_offers_what_can_be_done_with_it(window):
    menu = right_click(window, window.canvas.node_position("n"))
    assert menu.objectName() == "nodeMenu"
    assert window.canvas.selected_ids() == ["n"]
    found = names(menu)
    for name in ("why", "rename", "editLabel", "editValue", "cut", "copy", "duplicate", "delete", "makeSubcircuit"):
        assert name in found
        assert window.actions_by_name[name] in menu.actions()  # the action itself, with its key and its tip
    assert not {"lookInside", "unpack", "drivePulse"} & set(found)
    pick(menu, "delete")
    assert "n" not in window.document.circuit.nodes


def test_the_threshold_is_typed_after_it_was_chosen(window):
    pick(right_click(window, window.canvas.node_position("n")), "editValue")
    QTest.keyClicks(window.canvas.in_place, "7")  # the old one is selected
    QTest.keyClick(window.canvas.in_place, Qt.Key.Key_Return)
    assert window.document.circuit.node("n").parameters["threshold"] == 7


def test_several_selected_nodes_stay_so(window):
    window.canvas.select("n", "t")
    menu = right_click(window, window.canvas.node_position("t"))
    assert window.canvas.selected_ids() == ["n", "t"]
    assert not {"why", "rename", "editValue"} & set(names(menu))
    pick(menu, "delete")
    assert set(window.document.circuit.nodes) == {"a", "box"}


def test_a_subcircuit_is_looked_into(window):
    menu = right_click(window, window.canvas.node_position("box"))
    assert {"lookInside", "editDefinition", "unpack"} <= set(names(menu))
    pick(menu, "lookInside")
    assert window.canvas.scope.path == ("box",)
    menu = right_click(window, window.canvas.node_position("x"))
    assert not {"delete", "rename", "cut"} & set(names(menu))  # one only looks
    assert "why" in names(menu)
    menu.close()
    menu = right_click(window, QPoint(5, 5))
    assert {"goOut", "editDefinition"} <= set(names(menu))
    pick(menu, "goOut")
    assert window.canvas.scope.path == ()


def test_an_input_keeps_its_drives(window):
    menu = right_click(window, window.canvas.node_position("a"))
    assert {"why", "driveToggle", "driveClock", "rename", "delete"} <= set(names(menu))
    pick(menu, "driveHold")
    assert window.run.overrides == {"a": 0}


@pytest.mark.parametrize(("number", "before", "after"), [(0, "excitatory", "inhibitory"), (1, 0.5, -0.5)])
def test_a_connection_is_turned_round_and_back(window, number, before, after):
    def sign():
        edge = window.document.circuit.edges[number]
        return edge.kind if edge.kind is not None else edge.weight

    assert sign() == before
    menu = right_click(window, window.canvas.bundle_position(number))
    assert menu.objectName() == "wireMenu"
    assert {"editValue", "flipSynapses", "delete"} <= set(names(menu))
    pick(menu, "flipSynapses")
    assert sign() == after
    QTest.keyClick(window.canvas, Qt.Key.Key_X, SHIFT)
    assert sign() == before
    assert window.document.undo_stack.count() == 2


def test_a_connection_takes_its_weight_and_goes(window):
    pick(right_click(window, window.canvas.bundle_position(1)), "editValue")
    QTest.keyClicks(window.canvas.in_place, "2,5")
    QTest.keyClick(window.canvas.in_place, Qt.Key.Key_Return)
    assert window.document.circuit.edges[1].weight == 2.5
    pick(right_click(window, window.canvas.bundle_position(1)), "delete")
    assert len(window.document.circuit.edges) == 1


def test_a_note_is_edited(window):
    note = window.canvas.net.note_boxes()[0]
    at = window.canvas.mapFromScene((note[0] + note[2]) / 2, (note[1] + note[3]) / 2)
    menu = right_click(window, at)
    assert menu.objectName() == "noteMenu"
    pick(menu, "rename")
    QTest.keyClicks(window.canvas.in_place, "bye")
    QTest.keyClick(window.canvas.in_place, Qt.Key.Key_Return)
    assert [note.text for note in window.document.circuit.notes] == ["bye"]


def test_empty_canvas_adds_and_pastes_where_it_was_clicked(window):
    canvas = window.canvas
    at = QPoint(canvas.viewport().width() - 90, 60)
    pick(right_click(window, at), "add_delay")
    (added,) = [node.id for node in window.document.circuit.nodes.values() if node.kind == "delay"]
    assert (canvas.node_position(added) - at).manhattanLength() <= 14
    QTest.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    at = QPoint(70, canvas.viewport().height() - 60)
    menu = right_click(window, at)
    assert menu.objectName() == "canvasMenu"
    assert canvas.selected_ids() == []
    assert {"quickAdd", "add_neuron", "addNote", "paste", "selectAll", "tidy", "circuitProperties"} <= set(names(menu))
    pick(menu, "paste")
    (pasted,) = canvas.selected_ids()
    assert (canvas.node_position(pasted) - at).manhattanLength() <= 14
    assert canvas.menu_at is None


@pytest.mark.parametrize("way", ["Shift+F10", "the Menu key"])
@pytest.mark.parametrize("what", ["node", "wire", "note", "nothing"])
def test_the_keyboard_opens_the_menu_of_the_selection_and_works_in_it(window, way, what):
    canvas = window.canvas
    expected = {"node": "nodeMenu", "wire": "wireMenu", "note": "noteMenu", "nothing": "canvasMenu"}[what]
    canvas.selection.choose(
        rows=[canvas.net.index["n"]] if what == "node" else [],
        bundles=[0] if what == "wire" else [],
        notes=[canvas.net.notes[0].rank] if what == "note" else [],
    )
    canvas.setFocus()
    if way == "Shift+F10":
        QTest.keyClick(canvas, Qt.Key.Key_F10, SHIFT)
    else:
        at = canvas.rect().center()
        QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, canvas.mapToGlobal(at)))
    menu = the_menu(window)
    assert menu.objectName() == expected
    before = len(window.document.circuit.nodes), len(window.document.circuit.edges), len(window.document.circuit.notes)
    if what == "nothing":
        menu.setActiveAction(window.actions_by_name["selectAll"])
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert len(canvas.selected_ids()) == before[0]
        return
    while menu.activeAction() is not window.actions_by_name["delete"]:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    circuit = window.document.circuit
    now = len(circuit.nodes), len(circuit.edges), len(circuit.notes)
    assert (
        now
        == {
            "node": (before[0] - 1, 0, before[2]),
            "wire": (before[0], before[1] - 1, before[2]),
            "note": (*before[:2], 0),
        }[what]
    )


def test_a_right_click_in_the_middle_of_a_drag_opens_nothing(window):
    viewport, at = window.canvas.viewport(), window.canvas.node_position("n")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(viewport, at + QPoint(40, 40))
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    assert not [menu for name in MENUS for menu in window.canvas.findChildren(QMenu, name)]
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(40, 40))
