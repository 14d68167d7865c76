"""Definitions: named wherever they are used, copied, made independent, taken away; with the mouse and the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit, QMenu, QToolButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.edits.scope import Scope
from gui.panels.palette import Palette

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window, half_adder):
    """Two half adders, one of them inside "pair"."""
    inner = cs.Circuit()
    inner.define("half", half_adder)
    inner.add_subcircuit("h", of="half", at=(120, 0))
    for id in ("a", "b"):
        inner.connect(inner.add_input(id, at=(0, 60)), "h", to_port=id)
    inner.add_output("s", "h", from_port="sum", at=(300, 0))
    c = cs.Circuit("two")
    c.define("pair", inner)
    for k, (id, of) in enumerate((("p", "pair"), ("q", "half"))):
        c.add_subcircuit(id, of=of, at=(200, 200 * k))
        for port in ("a", "b"):
            c.connect(c.add_input(f"{id}_{port}", at=(0, 200 * k + (port == "b") * 60)), id, to_port=port)
    c.add_output("y", "p", from_port="s", at=(400, 0))
    c.add_output("z", "q", from_port="sum", at=(400, 200))
    return open_window(c)


def definitions(window):
    return set(window.document.circuit.definitions)


def palette(window):
    found = window.findChild(Palette)
    if found is None:
        window.actions_by_name["palette"].trigger()
        found = window.findChild(Palette)
    return found


def choose(shown, name):
    """Choose a definition in the palette, by its title."""
    (item,) = [
        shown.list.item(row) for row in range(shown.list.count())
        if shown.list.item(row).text() == name and "subcircuit of" in shown.list.item(row).toolTip()
    ]  # fmt: skip
    shown.list.setCurrentItem(item)
    shown.list.setFocus()
    return item


def menu_of(shown, name):
    at = shown.list.visualItemRect(choose(shown, name)).center()
    port = shown.list.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at))
    QApplication.sendEvent(port, event)
    menu = shown.findChildren(QMenu, "definitionMenu")[-1]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return {action.objectName(): action for action in menu.actions()}


def type_name(shown, text):
    field = next(field for field in shown.list.findChildren(QLineEdit) if field.isVisible())
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_key_names_the_definition_of_what_is_selected_everywhere(qtbot, window):
    before = write_json(window.document.circuit)
    window.canvas.select("q")
    qtbot.keyClick(window.canvas, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QInputDialog, "definitionDialog")
    assert dialog.textValue() == "half"
    dialog.setTextValue("half adder")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert definitions(window) == {"pair", "half_adder"}
    circuit = window.document.circuit
    assert circuit.node("q").parameters["of"] == "half_adder"
    assert list(circuit.definitions["pair"].children()) == ["half_adder"]
    assert window.run.error is None
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert write_json(circuit) == before


def test_f2_in_the_palette_names_it_where_it_stands(qtbot, window):
    shown = palette(window)
    choose(shown, "half")
    qtbot.keyClick(shown.list, Qt.Key.Key_F2)
    type_name(shown, "my adder")
    qtbot.waitUntil(lambda: definitions(window) == {"pair", "my_adder"})
    assert choose(shown, "my adder")
    qtbot.keyClick(shown.list, Qt.Key.Key_F2)
    type_name(shown, "pair")
    qtbot.waitUntil(lambda: "there is a definition 'pair' already" in window.statusBar().currentMessage())
    assert definitions(window) == {"pair", "my_adder"}


def test_the_menu_in_the_palette_copies_and_deletes_what_is_not_used(qtbot, window):
    shown = palette(window)
    actions = menu_of(shown, "half")
    assert not actions["deleteThisDefinition"].isEnabled()
    assert "q, pair" in actions["deleteThisDefinition"].toolTip()
    actions["copyThisDefinition"].trigger()
    assert definitions(window) == {"pair", "half", "half_2"}
    menu_of(shown, "half 2")["deleteThisDefinition"].trigger()
    assert definitions(window) == {"pair", "half"}
    choose(shown, "half")
    qtbot.keyClick(shown.list, Qt.Key.Key_Delete)
    assert "in use by" in window.statusBar().currentMessage()
    assert definitions(window) == {"pair", "half"}
    assert window.document.undo_stack.count() == 2


def test_the_menu_in_the_palette_renames_and_edits(qtbot, window):
    shown = palette(window)
    menu_of(shown, "pair")["renameThisDefinition"].trigger()
    type_name(shown, "couple")
    qtbot.waitUntil(lambda: definitions(window) == {"couple", "half"})
    menu_of(shown, "couple")["editThisDefinition"].trigger()
    assert window.canvas.scope == Scope((), "couple")


def test_a_definition_that_is_shown_keeps_being_shown_under_its_new_name(qtbot, window):
    canvas = window.canvas
    canvas.show_scope(Scope(("p",), "pair"))
    window.actions_by_name["renameDefinition"].trigger()
    dialog = window.findChild(QInputDialog, "definitionDialog")
    dialog.setTextValue("couple")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert canvas.scope == Scope(("p",), "couple")
    assert "h" in canvas.net.index
    crumb = next(button for button in window.findChildren(QToolButton) if button.objectName() == "crumb1")
    qtbot.waitUntil(lambda: window.findChild(QToolButton, "crumb1").text() == "p: couple")
    assert crumb
    window.document.undo_stack.undo()
    assert canvas.scope == Scope(("p",), "pair")
    window.document.undo_stack.redo()
    assert canvas.scope == Scope(("p",), "couple")


def test_one_instance_is_made_independent_of_the_others(window):
    window.canvas.select("q")
    window.actions_by_name["makeIndependent"].trigger()
    circuit = window.document.circuit
    assert circuit.node("q").parameters["of"] == "half_2"
    assert circuit.definitions["half_2"].body == circuit.definitions["half"].body
    assert list(circuit.definitions["pair"].children()) == ["half"]
    assert window.canvas.selected_ids() == ["q"]
    assert window.document.undo_stack.count() == 1


def test_unused_definitions_go_with_what_they_alone_used(window):
    window.actions_by_name["deleteUnused"].trigger()
    assert "in use" in window.statusBar().currentMessage()
    before = write_json(window.document.circuit)
    window.document.circuit.remove("p")
    window.document.circuit.remove("q")
    window.actions_by_name["deleteUnused"].trigger()
    assert definitions(window) == set()
    assert window.document.undo_stack.count() == 3
    window.document.undo_stack.setIndex(0)
    assert write_json(window.document.circuit) == before


def test_the_inspector_chooses_among_the_definitions(qtbot, window):
    window.actions_by_name["inspector"].trigger()
    window.document.circuit.copy_definition("half", "other")
    window.canvas.select("q")
    box = window.findChild(QComboBox, "inspect_of")
    assert {box.itemText(k) for k in range(box.count())} == {"pair", "half", "other"}
    assert box.currentText() == "half"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_O)  # as one types, what begins so is chosen
    assert window.document.circuit.node("q").parameters["of"] == "other"


def test_a_definition_is_dragged_out_of_the_palette(window, qtbot):
    """Drag and drop of a real window is tried by hand; here the two ends of it."""
    shown = palette(window)
    data = shown.list.mimeData([choose(shown, "half")])
    at = QPoint(60, 60)
    from PySide6.QtGui import QDropEvent

    event = QDropEvent(
        at, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop
    )  # fmt: skip
    window.canvas.dropEvent(event)
    added = window.canvas.selected_ids()
    assert [window.document.circuit.node(id).parameters["of"] for id in added] == ["half"]
    assert window.document.undo_stack.count() == 1
