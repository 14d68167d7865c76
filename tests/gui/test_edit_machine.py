"""Random gestures and edits through the window: undone to the start and redone to the end, byte for byte."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json

LEFT = Qt.MouseButton.LeftButton
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ACTIONS = (
    "add_neuron", "add_tlu", "add_input", "add_output", "add_bias", "add_delay", "cut", "copy", "paste", "duplicate",
    "delete", "selectAll", "alignLeft", "alignRow", "distributeX", "rotate", "nudgeLeft", "nudgeDown", "makeSubcircuit",
    "unpack", "lookInside", "editDefinition", "goOut", "undo", "redo", "tidy", "tick",
)  # fmt: skip
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_X, Qt.Key.Key_Space)

where = st.tuples(st.integers(0, 11), st.sampled_from(["in", "middle", "out", "nowhere"]), st.integers(-120, 120))
gesture = st.one_of(
    st.tuples(st.just("drag"), where, where, st.sampled_from(MODIFIERS), st.booleans()),
    st.tuples(st.just("click"), where, st.sampled_from(MODIFIERS)),
    st.tuples(st.just("action"), st.sampled_from(ACTIONS)),
    st.tuples(st.just("type"), st.sampled_from(["3", "-1", "x", "1/2", "0,5"])),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("rename"), st.sampled_from(["a", "fresh", "two words", ""])),
)


@pytest.fixture
def window(open_window):
    return open_window()


def start_anew(window):
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(150, 0))
    c.add_neuron("m", at=(150, 120))
    c.add_output("y", at=(300, 0))
    c.connect("a", "n")
    c.add_note("a note", 0, 160)
    window.document.show(c)


def point(canvas, at):
    number, side, off = at
    ids = list(canvas.net.index)
    middle = canvas.viewport().rect().center()
    if side == "nowhere" or not ids:
        return middle + QPoint(off * 2, off)
    id = ids[number % len(ids)]
    if side == "middle" or (id in canvas.net.ports and not canvas.net.ports[id][side == "out"]):
        return canvas.node_position(id)
    return canvas.port_position(id, side)


def do(window, act):
    canvas = window.canvas
    port = canvas.viewport()
    if act[0] == "drag":
        start, end = point(canvas, act[1]), point(canvas, act[2])
        QTest.mousePress(port, LEFT, act[3], start)
        QTest.mouseMove(port, (start + end) / 2)
        QTest.mouseMove(port, end)
        if act[4]:
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(port, LEFT, act[3], end)
    elif act[0] == "click":
        QTest.mouseClick(port, LEFT, act[2], point(canvas, act[1]))
    elif act[0] == "action":
        window.actions_by_name[act[1]].trigger()
    elif act[0] == "key":
        QTest.keyClick(canvas, act[1])
    elif act[0] == "type":
        QTest.keyClicks(canvas, act[1][0])
        field = canvas.in_place
        if field.isVisible():
            QTest.keyClicks(field, act[1][1:])
            QTest.keyClick(field, Qt.Key.Key_Return)
            QTest.keyClick(field, Qt.Key.Key_Escape)
    else:
        window.actions_by_name["rename"].trigger()
        if canvas.in_place.isVisible():
            canvas.in_place.setText(act[1])
            QTest.keyClick(canvas.in_place, Qt.Key.Key_Return)
            QTest.keyClick(canvas.in_place, Qt.Key.Key_Escape)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(acts=st.lists(gesture, min_size=5, max_size=40))
def test_undo_to_the_start_and_redo_to_the_end(window, acts):
    start_anew(window)
    stack = window.document.undo_stack
    start = write_json(window.document.circuit)
    for act in acts:
        do(window, act)
        canvas = window.canvas
        assert set(canvas.net.index) == set(canvas.circuit.nodes)
        assert sum(len(bundle.keys) for bundle in canvas.net.bundles) == len(canvas.circuit.edges)
    stack.setIndex(stack.count())
    states = [write_json(window.document.circuit)]
    while stack.canUndo():
        stack.undo()
        states.append(write_json(window.document.circuit))
    assert states[-1] == start
    for state in reversed(states[:-1]):
        stack.redo()
        assert write_json(window.document.circuit) == state
