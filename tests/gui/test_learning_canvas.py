"""What training changes on the canvas: weights and biases are taken over where they stand, and marked."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import circuitsim as cs
from gui.canvas.arrays import NetArrays
from gui.canvas.follow import follow


@pytest.fixture
def circuit():
    c = cs.Circuit()
    c.add_layer("out", ["a", "b"], ["t", "u"])
    for k, id in enumerate(("a", "b")):
        c.place(id, 0, 160 * k)
    for k, id in enumerate(("t", "u")):
        c.place(id, 260, 160 * k)
    return c


def changed(circuit, act):
    """The change that some edits make."""
    found = []
    stop = circuit.listen(found.append)
    with circuit.transaction():
        act()
    stop()
    return found[0]


def test_other_weights_are_as_if_everything_were_built_anew(circuit):
    net = NetArrays(circuit)
    before = net.curve.copy()
    keys = [edge.key for edge in circuit.incoming("t")]

    def act():
        circuit.set_edge(keys[0], weight=-2.5)
        circuit.set_edge(keys[1], weight=4)
        circuit.set("t", bias=-1)

    assert follow(net, changed(circuit, act)) is None  # all lines are drawn in proportion to the largest weight
    anew = NetArrays(circuit)
    assert net.bundles == anew.bundles
    assert net.nodes == anew.nodes
    assert [text for _, text, _, _ in net.bundle_labels] == [text for _, text, _, _ in anew.bundle_labels]
    for name in ("line_width", "line_style", "line_bundle", "curve"):
        assert np.array_equal(getattr(net, name), getattr(anew, name)), name
    assert np.array_equal(net.curve, before)


def test_an_edit_of_something_else_is_no_matter_of_weights(circuit):
    net = NetArrays(circuit)
    key = circuit.incoming("t")[0].key

    def act():
        circuit.set_edge(key, weight=3)
        circuit.set("t", label="another name")

    follow(net, changed(circuit, act))
    assert net.labels[net.index["t"]].text == "another name"
    assert net.bundles[0].text == "3"


def pixels(canvas):
    """What a canvas shows, as numbers."""
    QApplication.processEvents()
    image = canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


@pytest.mark.parametrize("what", ["weight", "bias"])
def test_the_canvas_shows_a_new_weight_and_bias_at_once(qtbot, open_window, circuit, what):
    circuit.set_edge(circuit.incoming("u")[0].key, weight=9)  # the thickest line stays the thickest
    window = open_window(circuit)
    canvas = window.canvas
    key = window.document.circuit.incoming("t")[0].key
    before = pixels(canvas)
    with window.document.edit("train") as edited:
        if what == "bias":
            edited.set("t", bias=-1.5)
        else:
            edited.set_edge(key, weight=0.0001)  # as thin as one of 0, and with a longer text
    after = pixels(canvas)
    assert np.abs(after - before).max() > 100
    canvas._laid_out += 1  # what was kept is painted anew
    canvas.viewport().update()
    assert np.abs(after - pixels(canvas)).max() <= 2


def test_what_was_taught_is_marked_and_goes_away(qtbot, open_window, circuit):
    window = open_window(circuit)
    canvas = window.canvas
    edge = window.document.circuit.incoming("t")[0]
    QApplication.processEvents()
    plain = canvas.grab().toImage()
    canvas.mark({("edge", edge.key): "+1", ("node", "u"): "−1"})
    QApplication.processEvents()
    marked = canvas.grab().toImage()
    assert marked != plain
    window.document.circuit.remove("t")  # what is marked may be gone
    QApplication.processEvents()
    canvas.grab()
    window.undo()
    canvas.mark({})
    QApplication.processEvents()
    assert canvas.grab().toImage() == plain
