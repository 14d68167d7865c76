"""Connections drawn with the mouse: both directions, inhibitory, parallel, loops, refusals, cancelling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(200, 0))
    c.add_tlu("t", at=(200, 150))
    c.add_output("y", at=(400, 0))
    return open_window(c)


def draw(window, start, end, modifiers=NONE, *, by=(), release=True):
    port = window.canvas.viewport()
    QTest.mousePress(port, LEFT, modifiers, start)
    for point in (*by, start + (end - start) / 2, end):
        QTest.mouseMove(port, point)
    if release:
        QTest.mouseRelease(port, LEFT, modifiers, end)


def ends(window):
    return [(e.source, e.target, e.kind, e.weight) for e in window.document.circuit.edges]


def out(window, id):
    return window.canvas.port_position(id, "out")


def into(window, id):
    return window.canvas.port_position(id, "in")


def test_from_an_out_port_to_an_in_port(window):
    draw(window, out(window, "a"), into(window, "n"))
    assert ends(window) == [("a", "n", "excitatory", None)]
    assert window.document.undo_stack.count() == 1
    assert window.document.undo_stack.undoText() == "Connect a to n"


def test_from_an_out_port_to_the_middle_of_a_node(window):
    draw(window, out(window, "a"), window.canvas.node_position("n"))
    assert ends(window) == [("a", "n", "excitatory", None)]


def test_back_from_an_in_port(window):
    draw(window, into(window, "n"), out(window, "a"))
    draw(window, into(window, "y"), window.canvas.node_position("n"))
    assert [pair[:2] for pair in ends(window)] == [("a", "n"), ("n", "y")]


def test_ctrl_makes_it_inhibitory(window):
    draw(window, out(window, "a"), into(window, "n"), CTRL)
    draw(window, out(window, "a"), into(window, "t"), CTRL)
    assert ends(window) == [("a", "n", "inhibitory", None), ("a", "t", None, -1.0)]


def test_x_while_dragging_makes_it_inhibitory(window):
    start, end = out(window, "a"), into(window, "n")
    draw(window, start, end, release=False)
    QTest.keyClick(window.canvas, Qt.Key.Key_X)
    assert window.canvas.overlay.wire.inhibitory
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, end)
    assert ends(window) == [("a", "n", "inhibitory", None)]
    draw(window, start, end)  # the key counts for one connection
    assert ends(window)[1] == ("a", "n", "excitatory", None)


def test_the_same_gesture_again_adds_a_parallel_synapse_and_each_can_be_counted(window):
    for number in range(1, 6):
        draw(window, out(window, "a"), into(window, "n"))
        net = window.canvas.net
        (bundle,) = net.bundles
        assert bundle.count == number
        assert len(net.line_bundle) == (number if number <= 3 else 1)
        assert bundle.text == ("" if number <= 3 else f"×{number}")
    assert window.document.undo_stack.count() == 5


def test_a_self_loop_only_when_the_drag_leaves_and_comes_back(window):
    window.document.circuit.timing = "unit-delay"
    port = out(window, "n")
    draw(window, port, into(window, "n"), by=())
    assert ends(window) == []
    away = port + QPoint(80, 60)
    draw(window, port, window.canvas.node_position("n"), by=(away,))
    assert ends(window) == [("n", "n", "excitatory", None)]


def test_a_press_without_movement_selects(window):
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, out(window, "n"))
    assert window.canvas.selected_ids() == ["n"]
    assert ends(window) == []
    assert window.document.undo_stack.count() == 0


def test_escape_cancels(window):
    before = write_json(window.document.circuit)
    draw(window, out(window, "a"), into(window, "n"), release=False)
    assert window.canvas.overlay.wire is not None
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, into(window, "n"))
    assert window.canvas.overlay.wire is None
    assert write_json(window.document.circuit) == before


def test_the_port_under_the_pointer_lights_up(window):
    QTest.mouseMove(window.canvas.viewport(), out(window, "n") + QPoint(5, 3))
    assert window.canvas.overlay.port is not None
    assert (window.canvas.overlay.port.id, window.canvas.overlay.port.side) == ("n", "out")
    before = window.canvas.grab().toImage()
    QTest.mouseMove(window.canvas.viewport(), window.canvas.node_position("n"))
    assert window.canvas.overlay.port is None
    assert window.canvas.grab().toImage() != before


@pytest.mark.parametrize(
    ("start", "end", "modifiers", "why"),
    [
        (("n", "out"), ("a", None), NONE, "takes no connection"),
        (("n", "in"), ("y", None), NONE, "nothing goes out of y"),
        (("n", "out"), ("t", "out"), NONE, ""),
        (("n", "out"), ("y", "in"), CTRL, "takes a value as it is"),
    ],
)
def test_an_end_that_takes_no_connection_says_why_and_refuses(window, start, end, modifiers, why):
    first = window.canvas.port_position(*start)
    last = window.canvas.port_position(*end) if end[1] else window.canvas.node_position(end[0])
    draw(window, first, last, modifiers, release=False)
    if why:
        QTest.mouseMove(window.canvas.viewport(), last)
        assert window.canvas.overlay.wire.refused or modifiers == CTRL  # simulated moves carry no modifiers
        QTest.mouseRelease(window.canvas.viewport(), LEFT, modifiers, last)
        assert why in window.pointed_label.text()
        assert ends(window) == []
    else:  # over the wrong side of a node the right side is meant
        QTest.mouseRelease(window.canvas.viewport(), LEFT, modifiers, last)
        assert [pair[:2] for pair in ends(window)] == [("n", "t")]


def test_an_output_with_a_source_takes_no_second_one(window):
    draw(window, out(window, "n"), into(window, "y"))
    draw(window, out(window, "t"), into(window, "y"), release=False)
    assert "source already" in window.pointed_label.text()
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, into(window, "y"))
    assert [pair[:2] for pair in ends(window)] == [("n", "y")]
    assert window.document.undo_stack.count() == 1


def test_the_ports_of_a_subcircuit(open_window):
    inner = cs.Circuit()
    inner.add_input("p")
    inner.add_input("q")
    inner.add_output("r", "q")
    c = cs.Circuit()
    c.define("box", inner)
    c.add_subcircuit("s", of="box", at=(200, 0))
    c.add_input("a", at=(0, 0))
    c.add_output("y", at=(400, 0))
    window = open_window(c)
    draw(window, window.canvas.port_position("s", "in", "q"), out(window, "a"))
    draw(window, window.canvas.port_position("s", "out", "r"), window.canvas.node_position("y"))
    assert [(e.source, e.from_port, e.target, e.to_port) for e in c_edges(window)] == [
        ("a", None, "s", "q"),
        ("s", "r", "y", None),
    ]


def c_edges(window):
    return window.document.circuit.edges


def test_undo_and_redo_of_connections_give_the_same_bytes(window):
    states = [write_json(window.document.circuit)]
    for modifiers in (NONE, NONE, CTRL):
        draw(window, out(window, "a"), into(window, "n"), modifiers)
        states.append(write_json(window.document.circuit))
    stack = window.document.undo_stack
    for state in reversed(states[:-1]):
        stack.undo()
        assert write_json(window.document.circuit) == state
    for state in states[1:]:
        stack.redo()
        assert write_json(window.document.circuit) == state


def test_a_bar_that_comes_while_one_draws_moves_nothing(window, qtbot):
    """A loop is told of above the canvas, and the next connection begins where the pointer is already."""
    canvas = window.canvas

    def on_screen(id):
        return canvas.viewport().mapTo(window, canvas.node_position(id))

    draw(window, out(window, "n"), into(window, "y"))
    before = {id: on_screen(id) for id in canvas.net.index}
    high = canvas.height()
    with window.document.edit("Connect") as circuit:
        circuit.connect("n", "n")
    qtbot.waitUntil(lambda: window.trouble_bar.isVisible() and canvas.height() < high)
    assert {id: on_screen(id) for id in canvas.net.index} == before
    window.undo()
    qtbot.waitUntil(lambda: canvas.height() == high)
    assert {id: on_screen(id) for id in canvas.net.index} == before
