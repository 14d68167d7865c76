"""From node to node with Alt and the arrow keys, and nudging with the arrows alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import circuitsim as cs

ALT = Qt.KeyboardModifier.AltModifier
KEYS = {"l": Qt.Key.Key_Left, "r": Qt.Key.Key_Right, "u": Qt.Key.Key_Up, "d": Qt.Key.Key_Down}


@pytest.fixture
def window(open_window):
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_input("b", at=(0, 120))
    c.add_neuron("m", at=(200, 60))
    c.add_output("p", at=(400, 0))
    c.add_output("q", at=(400, 120))
    return open_window(c)


def walk(window, keys, modifier=ALT):
    for key in keys:
        QTest.keyClick(window.canvas, KEYS[key], modifier)


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [("a", "d", "b"), ("a", "r", "m"), ("b", "r", "m"), ("m", "r", "p"), ("p", "d", "q"), ("q", "ll", "a"),
     ("a", "l", "a"), ("q", "d", "q"), ("a", "rrdlld", "b"), ("m", "u", "a")],
)  # fmt: skip
def test_alt_and_an_arrow_select_the_next_node_that_way(window, start, keys, end):
    window.canvas.select(start)
    window.canvas.setFocus()
    walk(window, keys)
    assert window.canvas.selected_ids() == [end]
    assert window.document.undo_stack.count() == 0


def test_without_a_selection_it_begins_in_the_middle(window):
    window.canvas.setFocus()
    walk(window, "l")
    assert window.canvas.selected_ids() == ["m"]


def reached_from(window, start):
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for key in KEYS:
            window.canvas.select(here)
            walk(window, key)
            (there,) = window.canvas.selected_ids()
            if there not in reached:
                reached.add(there)
                waiting.append(there)
    return reached


def test_every_node_is_reached_from_any_other(window):
    nodes = set(window.document.circuit.nodes)
    assert all(reached_from(window, start) == nodes for start in nodes)


def test_a_node_out_of_sight_comes_into_sight(window):
    with window.document.edit("far") as circuit:
        circuit.add_neuron("far", at=(6000, 60))
    window.canvas.select("q")
    walk(window, "r")
    assert window.canvas.selected_ids() == ["far"]
    assert window.canvas.viewport().rect().contains(window.canvas.node_position("far"))


def test_an_empty_canvas_has_nowhere_to_go(open_window):
    window = open_window()
    walk(window, "lrud")
    assert window.canvas.selected_ids() == []


def test_the_arrows_alone_move_the_selection_by_a_step_of_the_grid(window):
    window.canvas.select("m", "q")
    window.canvas.setFocus()
    walk(window, "rrd", Qt.KeyboardModifier.NoModifier)
    places = window.document.circuit.layout
    assert (places["m"].x, places["m"].y) == (220, 70)
    assert (places["q"].x, places["q"].y) == (420, 130)
    assert window.document.undo_stack.count() == 1


def test_nodes_that_are_added_by_the_keys_are_found_by_the_keys(open_window):
    window = open_window()
    for key in (Qt.Key.Key_I, Qt.Key.Key_I, Qt.Key.Key_N, Qt.Key.Key_O):
        QTest.keyClick(window.canvas, key)
    nodes = set(window.document.circuit.nodes)
    assert len(nodes) == 4
    assert all(reached_from(window, start) == nodes for start in nodes)
