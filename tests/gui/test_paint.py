"""Painting: every kind of node at every size, active and not, and circuits that are edited meanwhile."""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.canvas.node_texts import names, show_value
from gui.canvas.painter import NetPainter
from gui.canvas.routes import dash_pattern, dashes
from gui.canvas.texts import Style
from gui.theme import DARK, LIGHT, SMALLEST_TEXT


def paint(net, scale, theme=LIGHT, size=400):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    NetPainter(theme).paint(painter, net, Frame(scale, size / 2, size / 2, size, size))
    painter.end()
    return image


def count(image, color):
    wanted, found = QColor(color).rgb(), 0
    for y in range(image.height()):
        found += sum(image.pixel(x, y) == wanted for x in range(image.width()))
    return found


@pytest.fixture
def one(qapp):
    """One neuron that two inputs reach, at the middle of the picture."""
    c = cs.Circuit()
    c.add_neuron("n", threshold=1, at=(0, 0))
    c.connect(c.add_input("a", at=(-120, -40)), "n")
    c.inhibit(c.add_input("b", at=(-120, 40)), "n")
    return NetArrays(c)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [0.05, 0.2, 0.4, 1.0, 3.0])
def test_an_active_node_is_filled_with_the_accent(one, theme, scale):
    assert count(paint(one, scale, theme), theme.accent) == 0
    one.active[0] = True
    filled = count(paint(one, scale, theme), theme.accent)
    assert filled > 0.3 * np.pi * (20 * scale) ** 2


def test_a_line_that_carries_a_value_is_heavier(one):
    def inked():
        image = paint(one, 1.0)
        return sum(image.pixelColor(130, y) != QColor(LIGHT.paper) for y in range(150, 200))

    at_rest = inked()
    one.bundle_active[:] = True
    assert inked() > at_rest > 0


def test_wrong_and_selected_nodes_stand_out(one):
    for rows, color in ((one.wrong, LIGHT.error), (one.selected, LIGHT.selection)):
        rows[0] = True
        assert count(paint(one, 1.0), color) > 50
        rows[0] = False
        assert count(paint(one, 1.0), color) == 0


def test_relative_inhibition_looks_different(one):
    absolute = paint(one, 1.0)
    one.circuit.set("n", inhibition="relative")
    assert paint(NetArrays(one.circuit), 1.0) != absolute


def test_dashes_begin_and_end_with_the_line():
    line = np.stack((np.linspace(0, 100, 40), np.zeros(40)), axis=1)
    found = dashes(line[None], 1.0)
    assert found[0, 0] == 0
    assert found[-1, 2] == pytest.approx(100)
    assert (found[1:, 0] > found[:-1, 2]).all()


@pytest.mark.parametrize("length", [3.0, 8.0, 17.0, 100.0])
def test_a_dash_pattern_begins_and_ends_with_the_line(length):
    line = np.stack((np.linspace(0, length, 40), np.zeros(40)), axis=1)
    dash, space = dash_pattern(line, 1.0)
    count = (length + space) / (dash + space)
    assert dash > 0
    assert count == pytest.approx(round(count)) or length < dash


def test_no_text_is_smaller_than_it_may_be():
    assert Style.of(3, "ink").size == SMALLEST_TEXT


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (1.0, "1"), (-1, "−1"), (0.123456, "0.123"), (1e9, "1e+09")])
def test_values_are_shown_in_few_characters(value, text):
    assert show_value(value) == text


KINDS = ("input", "bias", "neuron", "tlu", "delay", "output", "subcircuit")


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_undo_and_painting_agree(open_window, seed):
    rng = random.Random(seed)
    inner = cs.Circuit()
    inner.add_output("out", inner.add_neuron("n"))
    inner.connect(inner.add_input("in"), "n")
    window = open_window()
    window.document.circuit.define("box", inner)
    window.document.circuit.timing = rng.choice(["settled", "unit-delay"])
    states = [write_json(window.document.circuit)]
    start = window.document.undo_stack.count()
    for _ in range(40):
        edit(window.document, rng)
        if write_json(window.document.circuit) != states[-1]:
            states.append(write_json(window.document.circuit))
        if window.run.simulator is not None:
            window.run.step()
        window.canvas.set_zoom(rng.choice([0.05, 0.2, 0.4, 1, 3]))
        window.canvas.pan(QPoint(rng.randint(-50, 50), rng.randint(-50, 50)))
        window.canvas.viewport().repaint()
        assert set(window.canvas.net.index) == set(window.document.circuit.nodes)
        assert sum(len(bundle.keys) for bundle in window.canvas.net.bundles) == len(window.document.circuit.edges)
    while window.document.undo_stack.index() > start:
        assert write_json(window.document.circuit) == states.pop()
        window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == states.pop()


def edit(document, rng):
    """One random edit; one that the circuit refuses changes nothing."""
    ids = list(document.circuit.nodes)
    try:
        with document.edit("Random") as circuit:
            act = rng.choice("aaccccpr") if ids else "a"
            if act == "a":
                kind = rng.choice(KINDS)
                circuit.add(kind, at=None if rng.random() < 0.3 else (rng.randint(-300, 300), rng.randint(-200, 200)),
                            **({"of": "box"} if kind == "subcircuit" else {}))  # fmt: skip
            elif act == "c":
                source, target = rng.choice(ids), rng.choice(ids)
                ports = {}
                if circuit.node(source).kind == "subcircuit":
                    ports["from_port"] = "out"
                if circuit.node(target).kind == "subcircuit":
                    ports["to_port"] = "in"
                if circuit.node(target).kind == "neuron":
                    ports |= {"count": rng.randint(1, 5), "kind": rng.choice(["excitatory", "inhibitory"])}
                circuit.connect(source, target, **ports)
            elif act == "p":
                circuit.place(rng.choice(ids), rng.randint(-300, 300), rng.randint(-200, 200))
            else:
                circuit.remove(rng.choice(ids))
    except cs.CircuitError:
        pass


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_the_bias_of_a_turned_tlu_keeps_clear_of_its_lines(qapp, turn):
    c = cs.Circuit()
    c.add_tlu("t", at=(0, 0))
    c.place("t", 0, 0, 90 * turn)
    net = NetArrays(c)
    bias = next(
        text for text in names(net, Frame(1, 0, 0, 400, 400), np.array([net.index["t"]])) if "bias" in text.text
    )
    width = 7.0 * len(bias.text)
    left, right = bias.x - width * bias.align, bias.x + width * (1 - bias.align)
    for side in ("in", "out"):
        x, y = net.port("t", side)
        assert not (left < x < right and abs(bias.y - y) < 25), side


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_loop_keeps_clear_of_the_name_however_its_node_is_turned(qapp, turn):
    c = cs.Circuit(timing="unit-delay")
    c.add_neuron("a_rather_long_name", at=(0, 0))
    c.connect("a_rather_long_name", "a_rather_long_name")
    c.place("a_rather_long_name", 0, 0, 90 * turn)
    net = NetArrays(c)
    left, top, right, bottom = net.label_boxes()[0].tolist()
    x, y = net.curve[0].T
    assert not ((x > left) & (x < right) & (y > top) & (y < bottom)).any()


def test_a_small_net_keeps_its_names_and_thresholds_far_below_full_size(qapp):
    c = cs.Circuit()
    for k in range(3):
        c.add_neuron("MMMM" if k == 0 else f"n{k}", threshold=8, at=(0, 400 * k))
    small = NetArrays(c)
    for k in range(400):
        c.add_neuron(f"more{k}", threshold=8, at=(4000, 100 * k))
    large = NetArrays(c)
    for scale, net, named in ((0.25, small, False), (0.32, small, True), (0.44, small, True), (0.44, large, False)):
        image = paint(net, scale)
        middle = image.width() // 2
        inside = image.copy(QRect(middle - 3, middle - 4, 6, 8))
        below = image.copy(QRect(middle - 20, middle + int(20 * scale) + 3, 40, 16))
        for part in (inside, below):
            assert (count(part, LIGHT.ink) > 1) == named, (scale, named)


@pytest.mark.parametrize("wrong", [False, True])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("quarter", [0, 1, 2])
def test_the_ring_round_a_node_keeps_clear_of_its_name(qapp, scale, quarter, wrong):
    c = cs.Circuit()
    kinds = ("input", "bias", "neuron", "tlu", "delay", "output")
    for k, kind in enumerate(kinds):
        c.add(kind, f"g{k}gy", at=(260 * k, 0, 90 * quarter))
    net = NetArrays(c)
    net.selected[:], net.wrong[:] = True, wrong

    def painted():
        image = QImage(int(1600 * scale), int(200 * scale), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = Frame(scale, 150 * scale, 100 * scale, image.width(), image.height())
        NetPainter(LIGHT).paint(painter, net, frame)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(int)

    named = painted()
    net.labels = [label._replace(text="") for label in net.labels]
    bare = painted()
    letters = np.abs(named - bare).max(2) > 30
    ring = np.abs(bare - np.array(LIGHT.color("selection").getRgb()[:3][::-1])).max(2) < 60
    assert letters.sum() > 100 * scale
    assert ring.sum() > 100 * scale
    assert not (letters & ring).any()
    grown = ring.copy()
    for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
        grown |= np.roll(ring, step, axis)
    assert not (letters & grown).any()  # and there is a pixel between them
