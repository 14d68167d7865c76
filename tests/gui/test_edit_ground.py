"""What is kept of a painting: after pushing, dragging and editing it is what painting anew would give."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import circuitsim as cs
from gui.canvas.routes import is_small

ROUNDING = 5e-4  # a stroke on the border between two pixels may fall to either
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def net(count, seed=3):
    rng = random.Random(seed)
    c = cs.Circuit(timing="unit-delay")
    for k in range(count):
        c.add_neuron(f"n{k}", at=(k % 20 * 120, k // 20 * 100))
    for k in range(2 * count):
        c.connect(f"n{k % count}", f"n{rng.randrange(count)}", kind=rng.choice(["excitatory", "inhibitory"]))
    return c


@pytest.fixture
def canvas(open_window):
    return open_window(net(300)).canvas


def differing(canvas):
    """The share of pixels that differ, as far as an eye could tell, from a painting from scratch."""
    kept = canvas.grab().toImage()
    canvas.set_theme(canvas.theme)  # a new painter, which has kept nothing
    fresh = canvas.grab().toImage()
    one, other = (np.frombuffer(i.constBits(), np.uint8).reshape(i.height(), i.width(), -1) for i in (kept, fresh))
    return float((np.abs(one.astype(int) - other).max(2) > 8).mean())


@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0])
def test_pushing(canvas, scale):
    canvas.set_zoom(scale)
    canvas.grab()
    for way in ((7, 3), (-90, 40), (-90, 40), (300, -200), (5, 5)):
        canvas.pan(QPoint(*way))
        canvas.grab()
    assert differing(canvas) < ROUNDING


@pytest.mark.parametrize("scale", [0.2, 0.7])
def test_dragging_and_letting_go(canvas, scale):
    assert not is_small(len(canvas.net.curve), len(canvas.net.nodes))  # only large nets are laid anew in part
    canvas.set_zoom(scale)
    canvas.grab()
    shown = canvas.viewport().rect().adjusted(80, 80, -80, -80)
    id = next(n.id for n in canvas.net.nodes if shown.contains(canvas.node_position(n.id)))
    start, port = canvas.node_position(id), canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    for step in (20, 40, 60):
        QTest.mouseMove(port, start + QPoint(step, step // 2))
        canvas.grab()
    assert canvas.net.lifted.any()
    QTest.mouseRelease(port, LEFT, NONE, start + QPoint(60, 30))
    assert not canvas.net.lifted.any()
    canvas.selection.choose()
    assert differing(canvas) < ROUNDING


def test_a_place_taken_over_is_where_a_new_layout_has_it(canvas):
    canvas.document.circuit.place("n7", 555, 444)
    curve, box = canvas.net.curve.copy(), canvas.net.box.copy()
    canvas.net.read_places()
    assert np.allclose(canvas.net.curve, curve)
    assert np.allclose(canvas.net.box, box)


def test_pushing_while_many_lines_are_active(canvas):
    canvas.set_zoom(0.6)
    canvas.net.bundle_active[::2] = True
    canvas.grab()
    for way in ((40, 30), (60, 50), (90, -20)):  # the last leaves what was looked up ahead
        canvas.pan(QPoint(*way))
        canvas.grab()
    assert canvas.net.bundle_active.sum() > 60
    assert differing(canvas) < ROUNDING


def test_escape_brings_the_very_same_lines_back(open_window):
    canvas = open_window(cs.example("full_adder")).canvas
    curve, before = canvas.net.curve.copy(), canvas.grab().toImage()
    start, port = canvas.node_position("two"), canvas.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    QTest.mouseMove(port, start + QPoint(50, 60))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, NONE, start + QPoint(50, 60))
    assert np.array_equal(canvas.net.curve, curve)
    canvas.selection.choose()
    QTest.mouseMove(port, QPoint(5, 5))
    assert canvas.grab().toImage() == before
