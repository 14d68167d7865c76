"""The tidy layout: one undo step, of everything or of the selection, small or in a thread."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.canvas.glide import Glide
from gui.editing import arranging


def tangle(count, seed=1):
    """A layered net with some loops, its nodes thrown about."""
    rng = random.Random(seed)
    c = cs.Circuit(timing="unit-delay")
    ids = [c.add_neuron(f"n{k}", at=(rng.randrange(-50, 50) * 10, rng.randrange(-50, 50) * 10)) for k in range(count)]
    for k, id in enumerate(ids[1:], 1):
        c.connect(ids[rng.randrange(max(0, k - 12), k)], id)
        if k % 20 == 0:
            c.connect(id, ids[k - 10])
    c.connect(ids[0], ids[0])
    return c


def settled(window):
    """Whether the canvas shows the document's places."""
    layout, net = window.document.circuit.layout, window.canvas.net
    return all((layout[n.id].x, layout[n.id].y) == (net.x[k], net.y[k]) for k, n in enumerate(net.nodes))


def overlaps(net):
    boxes = net.node_boxes()
    wide = np.minimum(boxes[:, None, 2], boxes[:, 2]) - np.maximum(boxes[:, None, 0], boxes[:, 0])
    high = np.minimum(boxes[:, None, 3], boxes[:, 3]) - np.maximum(boxes[:, None, 1], boxes[:, 1])
    return int(((wide > 0) & (high > 0)).sum()) - len(net.nodes)


def test_one_undo_step_on_the_grid_without_overlaps(open_window, qtbot):
    window = open_window(tangle(60))
    before = write_json(window.document.circuit)
    assert overlaps(window.canvas.net) > 0
    window.actions_by_name["tidy"].trigger()
    qtbot.waitUntil(lambda: settled(window))
    assert overlaps(window.canvas.net) == 0
    assert all(place.x % 10 == 0 and place.y % 10 == 0 for place in window.document.circuit.layout.values())
    assert window.document.undo_stack.count() == 1
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


def test_only_the_selection_is_laid_out(open_window, qtbot):
    window = open_window(tangle(30))
    before = dict(window.document.circuit.layout)
    chosen = [f"n{k}" for k in range(10)]
    window.canvas.select(*chosen)
    window.actions_by_name["tidy"].trigger()
    qtbot.waitUntil(lambda: settled(window))
    moved = {id for id, place in window.document.circuit.layout.items() if place != before[id]}
    assert moved
    assert moved <= set(chosen)


def test_a_large_net_is_laid_out_in_a_thread(open_window, qtbot, monkeypatch):
    monkeypatch.setattr(arranging, "AT_ONCE", 20)
    window = open_window(tangle(40))
    before = write_json(window.document.circuit)
    window.actions_by_name["tidy"].trigger()
    assert window.document.undo_stack.count() == 0  # the window goes on meanwhile
    qtbot.waitUntil(lambda: window.document.undo_stack.count() == 1 and settled(window))
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


@pytest.mark.parametrize("edit", [lambda c: c.add_neuron(), lambda c: c.remove("n3")])
def test_a_layout_of_what_was_changed_meanwhile_is_dropped(open_window, qtbot, monkeypatch, edit):
    monkeypatch.setattr(arranging, "AT_ONCE", 20)
    window = open_window(tangle(40))
    window.actions_by_name["tidy"].trigger()
    edit(window.document.circuit)
    qtbot.waitUntil(lambda: "changed meanwhile" in window.statusBar().currentMessage())
    assert window.document.undo_stack.count() == 1
    assert window.document.undo_stack.undoText() != "Tidy layout"


def test_a_tab_is_closed_while_its_nodes_are_on_their_way(open_window, qtbot):
    window = open_window(tangle(30))
    first = window.workspace
    window.open_example("xor")
    window.show_workspace(first)
    window.actions_by_name["tidy"].trigger()
    first.document.undo_stack.setClean()
    with qtbot.waitSignal(first.destroyed):
        window.close_tab()
    qtbot.wait(250)  # an animation that went on would be told of as an error


@pytest.mark.parametrize("act", ["nudgeRight", "copy", "undo", "press"])
def test_what_is_done_while_nodes_are_on_their_way_starts_from_where_they_go(open_window, qtbot, act):
    window = open_window(tangle(30))
    before = write_json(window.document.circuit)
    window.canvas.select("n3")
    window.canvas.select_all()
    window.actions_by_name["tidy"].trigger()
    glide = window.canvas.findChild(Glide)
    glide.pause()
    glide.setCurrentTime(80)
    assert not settled(window)
    goal = dict(window.document.circuit.layout)
    if act == "press":
        QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.MiddleButton, pos=QPoint(5, 5))
    else:
        window.actions_by_name[act].trigger()
    assert settled(window)
    if act == "nudgeRight":
        assert all(place.x == goal[id].x + 10 for id, place in window.document.circuit.layout.items())
    elif act == "undo":
        assert write_json(window.document.circuit) == before
