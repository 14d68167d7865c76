"""Real mouse and key events on the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import circuitsim as cs
from circuitsim.formats.json_writer import write_json

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)

NOWHERE = QPoint()


@pytest.fixture
def window(open_window, half_adder):
    for k, id in enumerate(half_adder.nodes):
        half_adder.place(id, 120 * (k // 2), 80 * (k % 2))
    return open_window(half_adder)


def click(window, id, modifiers=NONE):
    QTest.mouseClick(window.canvas.viewport(), LEFT, modifiers, window.canvas.node_position(id))


def drag(window, start, way, *, release=True, button=LEFT):
    port = window.canvas.viewport()
    QTest.mousePress(port, button, NONE, start)
    for step in (4, 2, 1):
        QTest.mouseMove(port, start + way / step)
    if release:
        QTest.mouseRelease(port, button, NONE, start + way)


def lit(window):
    return {node.id for node, on in zip(window.canvas.net.nodes, window.canvas.net.active, strict=True) if on}


def test_a_click_on_an_input_toggles_it_and_the_outputs_follow(window):
    assert lit(window) == set()
    click(window, "a")
    assert lit(window) == {"a", "one", "sum"}
    click(window, "b")
    assert lit(window) == {"a", "b", "both", "carry"}
    click(window, "a")
    assert lit(window) == {"b", "one", "sum"}


def test_toggling_is_no_edit(window):
    click(window, "a")
    assert window.document.undo_stack.count() == 0
    assert not window.isWindowModified()


def test_two_fast_clicks_toggle_twice(window):
    click(window, "b")
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("a"))  # two presses
    assert lit(window) == {"b", "one", "sum"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_the_selected_input(window, key):
    window.canvas.select("b")
    QTest.keyClick(window.canvas, key)
    assert "b" in lit(window)


def test_a_drag_is_one_undo_step_and_undo_gives_the_same_file(window):
    before = write_json(window.document.circuit)
    x, y = window.document.circuit.layout["one"].x, window.document.circuit.layout["one"].y
    drag(window, window.canvas.node_position("one"), QPoint(60, 90))
    place = window.document.circuit.layout["one"]
    assert (place.x, place.y) != (x, y)
    assert place.x % 10 == 0
    assert place.y % 10 == 0
    assert window.document.undo_stack.count() == 1
    after = write_json(window.document.circuit)
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before
    window.document.undo_stack.redo()
    assert write_json(window.document.circuit) == after


def test_a_drag_of_several_nodes_moves_all_of_them_in_one_step(window):
    layout = dict(window.document.circuit.layout)
    window.canvas.select("both", "one")
    drag(window, window.canvas.node_position("both"), QPoint(0, 70))
    moved = {id for id, place in window.document.circuit.layout.items() if place != layout[id]}
    assert moved == {"both", "one"}
    assert window.document.undo_stack.count() == 1


def test_escape_takes_a_drag_back(window):
    before, at = write_json(window.document.circuit), window.canvas.node_position("one")
    drag(window, at, QPoint(60, 90), release=False)
    assert window.canvas.node_position("one") != at
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, at)
    assert window.canvas.node_position("one") == at
    assert write_json(window.document.circuit) == before
    assert window.document.undo_stack.count() == 0


def test_a_dragged_input_is_not_toggled(window):
    drag(window, window.canvas.node_position("a"), QPoint(40, 40))
    assert lit(window) == set()


def test_clicks_select_and_shift_adds(window):
    click(window, "both")
    assert window.canvas.selected_ids() == ["both"]
    click(window, "one", SHIFT)
    assert window.canvas.selected_ids() == ["both", "one"]
    click(window, "both", SHIFT)
    assert window.canvas.selected_ids() == ["one"]
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.canvas.selected_ids() == []


def test_a_rubber_band_selects_what_lies_inside(window):
    a, b = (window.canvas.node_position(id) for id in ("both", "one"))
    far = QPoint(60, 60)
    drag(window, a - far, b - a + far * 2)
    assert window.canvas.selected_ids() == ["both", "one"]


def test_delete_and_undo(window):
    before = write_json(window.document.circuit)
    click(window, "both")
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert "both" not in window.document.circuit.nodes
    assert "both" not in window.canvas.net.index
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert write_json(window.document.circuit) == before
    assert "both" in window.canvas.net.index


def wheel(window, at, notches, modifiers=NONE, pixels=NOWHERE):
    port = window.canvas.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(port.mapToGlobal(at)), pixels, QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


@pytest.mark.parametrize("modifiers", [NONE, CTRL])
@pytest.mark.parametrize("notches", [1, -1, 3])
def test_the_wheel_zooms_and_what_is_under_the_cursor_stays(window, modifiers, notches):
    at = QPoint(200, 150)
    before, scale = window.canvas.mapToScene(at), window.canvas.scale_factor
    wheel(window, at, notches, modifiers)
    assert (window.canvas.scale_factor > scale) == (notches > 0)
    way = window.canvas.mapToScene(at) - before
    assert way.manhattanLength() * window.canvas.scale_factor <= 2


def test_a_trackpad_pans(window):
    at, scale = window.canvas.node_position("a"), window.canvas.scale_factor
    wheel(window, QPoint(200, 150), 1, NONE, QPoint(30, -20))
    assert window.canvas.node_position("a") - at == QPoint(30, -20)
    assert window.canvas.scale_factor == scale


def test_the_middle_button_pans(window):
    at = window.canvas.node_position("a")
    drag(window, QPoint(300, 300), QPoint(48, 36), button=MIDDLE)
    assert window.canvas.node_position("a") - at == QPoint(48, 36)


def test_space_and_the_left_button_pan(window):
    at = window.canvas.node_position("both")
    QTest.keyPress(window.canvas, Qt.Key.Key_Space)
    drag(window, at, QPoint(48, 36))
    QTest.keyRelease(window.canvas, Qt.Key.Key_Space)
    assert window.canvas.node_position("both") - at == QPoint(48, 36)
    assert window.document.undo_stack.count() == 0


def test_fit_shows_everything(window):
    window.canvas.set_zoom(4.0)
    window.canvas.pan(QPoint(5000, 5000))
    window.findChild(type(window.actions_by_name["fit"]), "fit").trigger()
    port = window.canvas.viewport().rect()
    assert all(port.contains(window.canvas.node_position(id)) for id in window.document.circuit.nodes)


def test_ports_are_beside_their_node(window):
    canvas = window.canvas
    centre = canvas.node_position("both")
    assert canvas.port_position("both", "in").x() < centre.x() < canvas.port_position("both", "out").x()


def test_the_status_bar_tells_what_is_under_the_pointer(window):
    QTest.mouseMove(window.canvas.viewport(), window.canvas.node_position("both"))
    text = window.pointed_label.text()
    assert "both" in text
    assert "threshold 2" in text
    assert "value 0" in text


def test_an_input_inside_a_run_keeps_its_value_when_the_circuit_is_edited(window):
    click(window, "a")
    with window.document.edit("Threshold") as circuit:
        circuit.set("both", threshold=1)
    assert lit(window) == {"a", "both", "carry"}


def test_an_input_of_any_number_asks_for_it(open_window):
    c = cs.Circuit()
    c.add_tlu("t", bias=-1.5)
    c.connect(c.add_input("x", domain="real"), "t")
    c.add_output("y", "t")
    window = open_window(c)
    editor = window.canvas.in_place
    for typed, key, expected in (
        ("1.75", Qt.Key.Key_Return, 1.75),
        ("-3", Qt.Key.Key_Enter, -3),
        ("-7/2", Qt.Key.Key_Enter, -3.5),
        ("-3", Qt.Key.Key_Return, -3),
        ("9", Qt.Key.Key_Escape, -3),
    ):
        click(window, "x")
        assert editor.isVisible()
        QTest.keyClicks(editor, typed)
        QTest.keyClick(editor, key)
        assert not editor.isVisible()
        assert window.run.value("x") == expected
        assert window.run.value("y") == (expected >= 1.5)
    assert window.document.undo_stack.count() == 0


def test_an_example_of_every_kind_of_node_can_be_pointed_at(open_window):
    inner = cs.Circuit()
    inner.add_output("y", inner.add_delay("d", inner.add_input("x")))
    c = cs.Circuit()
    c.define("box", inner)
    for kind, given in (("input", {}), ("bias", {}), ("neuron", {}), ("tlu", {}), ("delay", {}), ("output", {})):
        c.add(kind, kind, **given)
    c.add_subcircuit("box", of="box")
    window = open_window(c)
    for id in c.nodes:
        QTest.mouseMove(window.canvas.viewport(), window.canvas.node_position(id))
        assert window.pointed_label.text().startswith(id)


def test_a_drag_right_after_a_click_moves_and_edits_nothing(window):
    at, port = window.canvas.node_position("one"), window.canvas.viewport()
    x = window.document.circuit.layout["one"].x
    QTest.mouseClick(port, LEFT, NONE, at)
    QTest.mouseDClick(port, LEFT, NONE, at)  # the second press in a row, still down
    assert window.canvas.in_place.isVisible()
    for way in (QPoint(20, 0), QPoint(60, 0)):
        QTest.mouseMove(port, at + way)
    QTest.mouseRelease(port, LEFT, NONE, at + QPoint(60, 0))
    assert not window.canvas.in_place.isVisible()
    assert window.document.circuit.layout["one"].x > x
    assert window.document.undo_stack.count() == 1


def test_a_press_whose_end_was_lost_does_not_lock_the_canvas(window):
    QTest.mousePress(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("one"))
    click(window, "both")
    assert window.canvas.selected_ids() == ["both"]


def test_the_canvas_has_the_keys_from_the_start(window, open_window, qtbot):
    for each in (window, open_window()):
        each.activateWindow()
        qtbot.waitUntil(each.canvas.hasFocus)


def test_an_empty_canvas_is_shown_at_its_actual_size(open_window):
    assert open_window().canvas.scale_factor == 1.0


def test_what_the_mouse_was_doing_ends_when_its_tab_is_left(window):
    before = write_json(window.document.circuit)
    drag(window, window.canvas.node_position("one"), QPoint(60, 90), release=False)
    first = window.workspace
    window.open_example("xor")
    window.show_workspace(first)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, QPoint(10, 10))
    assert write_json(window.document.circuit) == before


@pytest.mark.parametrize("what", ["node", "wire", "band"])
def test_the_view_goes_on_where_something_is_dragged_beyond_its_edge(window, qtbot, what):
    canvas, port = window.canvas, window.canvas.viewport()
    canvas.set_zoom(1.0)
    start = {
        "node": canvas.node_position("one"),
        "wire": canvas.port_position("one", "out"),
        "band": canvas.node_position("one") + QPoint(0, 60),
    }[what]
    beyond = QPoint(port.width() + 30, start.y())
    shown = canvas.mapToScene(QPoint(0, 0))
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, start + QPoint(20, 0))
    QTest.mouseMove(port, beyond)
    qtbot.waitUntil(lambda: (canvas.mapToScene(QPoint(0, 0)) - shown).x() > 120)
    if what == "node":
        assert abs(canvas.node_position("one").x() - beyond.x()) <= 16, "it stays under the pointer"
    elif what == "band":
        assert canvas.overlay.band.left() < start.x() - 100, "it begins where it began in the circuit"
    inside = QPoint(port.width() // 2, start.y())
    QTest.mouseMove(port, inside)
    still = canvas.mapToScene(QPoint(0, 0))
    qtbot.wait(60)
    assert canvas.mapToScene(QPoint(0, 0)) == still
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, inside)
    assert window.document.undo_stack.count() == 0


def test_a_short_drag_at_the_edge_does_not_push_the_view(window, qtbot):
    canvas, port = window.canvas, window.canvas.viewport()
    canvas.set_zoom(1.0)
    canvas.pan(QPoint(port.width() - 8 - canvas.node_position("one").x(), 0))
    at, shown = canvas.node_position("one"), canvas.mapToScene(QPoint(0, 0))
    drag(window, at, QPoint(-6, 4), release=False)
    qtbot.wait(60)
    assert canvas.mapToScene(QPoint(0, 0)) == shown
    QTest.mouseRelease(port, LEFT, NONE, at)
