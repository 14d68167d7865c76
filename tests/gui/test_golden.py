"""The canvas looks as it looked when somebody last looked at it and was content.

The pictures in golden/ are made by `CIRCUITSIM_MAKE_GOLDEN=1 pytest tests/gui/test_golden.py`; look at
each before it is committed. A font travels with the tests, so that letters are the same everywhere;
one pixel in a thousand may still differ between systems.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QTreeWidget, QWidget

from circuitsim.api import Circuit, example, example_path
from gui.live.wave_view import WaveView

HERE = Path(__file__).parent
MAKE = os.environ.get("CIRCUITSIM_MAKE_GOLDEN") == "1"
WIDTH, HEIGHT = 900, 560
MOST = 0.001
"""The share of pixels that may differ."""


class Scene(NamedTuple):
    """What a picture shows."""

    example: str
    theme: str = "light"
    ticks: int = 0
    inputs: dict[str, float] = {}  # noqa: RUF012 - never changed
    selected: tuple[str, ...] = ()
    zoom: float = 0.0  # 0 fits the view

    @property
    def name(self) -> str:
        """The name of the picture."""
        return f"{self.example}_{self.theme}" + (f"_x{self.zoom:g}" if self.zoom else "")


SCENES = [
    Scene("full_adder", inputs={"a": 1, "b": 1}),
    Scene("full_adder", "dark", inputs={"a": 1, "carry_in": 1}, selected=("two", "odd")),
    Scene("heat_and_cold", ticks=2, inputs={"cold": 1}),
    Scene("heat_and_cold", "dark", ticks=3, inputs={"cold": 1}),
    Scene("full_adder_two_tlus", inputs={"a": 1, "b": 1}),
    Scene("perceptron_2_3", "dark", inputs={"x1": 0.5, "x2": -1.25}),
    Scene("relative_vs_absolute", inputs={"a": 1, "b": 1, "d": 1}),
    Scene("serial_adder", "dark", ticks=3),
    Scene("d_flip_flop", ticks=1, inputs={"d": 1}),
    Scene("counter_4bit", ticks=6),
    Scene("counter_4bit", "dark", ticks=7, zoom=1.4),
    Scene("adder_8bit", inputs={"a0": 1, "b0": 1, "b1": 1}),
    Scene("multiplier_4bit", zoom=0.2),
    Scene("seven_segment", "dark", zoom=0.45),
    Scene("binary_scaler", ticks=5),
]


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> object:
    """The font of the tests, for as long as a test runs."""
    before = qapp.font()
    for file in sorted((HERE / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0
    font = QFont("DejaVu Sans")
    font.setPixelSize(13)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_picture(scene: Scene, open_window, qtbot) -> None:
    window = open_window(example_path(scene.example))
    window.set_theme(scene.theme)
    canvas = window.canvas
    canvas.setParent(None)
    qtbot.addWidget(canvas)
    canvas.setFixedSize(WIDTH, HEIGHT)
    canvas.show()
    inputs = {id: value for id, value in scene.inputs.items() if id in window.document.circuit.inputs}
    assert inputs == scene.inputs, "the scene names inputs that the example has"
    window.run.give(inputs)
    for _ in range(scene.ticks):
        window.run.step()
    canvas.fit()
    if scene.zoom:
        canvas.set_zoom(scene.zoom)
    if scene.selected:
        canvas.select(*scene.selected)
    QApplication.processEvents()
    compare(canvas.viewport(), scene.name)


def compare(widget: QWidget, name: str) -> None:
    """Whether a widget looks as in the golden picture of that name."""
    found = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    target = HERE / "golden" / f"{name}.png"
    if MAKE:
        assert found.save(str(target))
        return
    wanted = QImage(str(target)).convertToFormat(QImage.Format.Format_RGB32)
    assert wanted.size() == found.size()
    share = float((np.abs(pixels(found) - pixels(wanted)).max(axis=2) > 24).mean())
    if share > MOST:
        found.save(str(HERE / "golden" / f"{name}.found.png"))
    assert share <= MOST, f"{share:.2%} of the pixels differ; look at {name}.found.png beside the golden picture"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_why_card(theme: str, open_window) -> None:
    window = open_window(example_path("full_adder"))
    window.set_theme(theme)
    window.dock.hide()
    window.resize(WIDTH, 640)
    QApplication.processEvents()
    window.run.give({"a": 1, "b": 1})
    window.canvas.select("only_one")
    window.actions_by_name["why"].trigger()
    QApplication.processEvents()
    compare(window.canvas.viewport().findChild(QWidget, "whyCard"), f"why_card_{theme}")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_waveforms(theme: str, open_window, qtbot) -> None:
    window = open_window(example_path("heat_and_cold"))
    window.set_theme(theme)
    window.actions_by_name["show_waveforms"].trigger()
    for cold in (1, 0, 0, 0, 0, 1, 1, 0, 0, 0):
        window.run.give({"cold": cold})
        window.run.step()
    (view,) = window.findChildren(WaveView)
    view.setParent(None)
    qtbot.addWidget(view)
    view.setFixedSize(640, 200)
    view.show()
    qtbot.waitUntil(lambda: view.record.end == window.run.latest)
    compare(view, f"waveforms_{theme}")


def test_failing_row(open_window, qtbot) -> None:
    circuit = example("full_adder")
    circuit.set("only_one", threshold=2)
    window = open_window(circuit)
    window.actions_by_name["show_tests"].trigger()
    qtbot.mouseClick(window.findChild(QPushButton, "runTests"), Qt.MouseButton.LeftButton)
    tree = window.findChild(QTreeWidget, "testsTree")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1 and tree.topLevelItem(0).childCount() == 3)
    row = tree.visualItemRect(tree.topLevelItem(0).child(1)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert window.canvas.selected_ids() == ["sum"]
    tree.setParent(None)
    qtbot.addWidget(tree)
    tree.setFixedSize(420, 120)
    tree.show()
    QApplication.processEvents()
    compare(tree, "failing_row_light")


@pytest.mark.parametrize(("theme", "zoom"), [("light", 0.0), ("dark", 1.0)])
def test_net_of_10000(theme: str, zoom: float, open_window, qtbot) -> None:
    """Rings of neurons, their pulses a third of the way round; some inhibit a neuron two rings below."""
    c, side = Circuit(timing="unit-delay"), 100
    for k in range(side * side):
        c.add_neuron(f"n{k}", threshold=1, at=(k % side * 110, k // side * 90))
    for k in range(side * side):
        c.connect(f"n{k}", f"n{k // side * side + (k + 1) % side}")
        if k % 7 == 0:
            c.inhibit(f"n{k}", f"n{(k + 2 * side) % (side * side)}")
    start = c.add_input("start", at=(-120, 0))
    for ring in range(0, side, 3):
        c.connect(start, f"n{ring * side}")
    window = open_window(c)
    window.set_theme(theme)
    qtbot.waitUntil(lambda: len(window.canvas.net.nodes) == side * side + 1 and window.run.simulator is not None)
    for tick in range(33):
        window.run.give({"start": tick % 5 < 3})
        window.run.step()
    canvas = window.canvas
    canvas.setParent(None)
    qtbot.addWidget(canvas)
    canvas.setFixedSize(WIDTH, HEIGHT)
    canvas.show()
    canvas.fit()
    if zoom:
        canvas.set_zoom(zoom)
        canvas.centerOn(11 * 110, 3 * 90)
    QApplication.processEvents()
    compare(canvas.viewport(), f"net_of_10000_{theme}" + ("_x1" if zoom else ""))


def pixels(image: QImage) -> np.ndarray:
    """The colours as numbers, of shape (height, width, 3)."""
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return data[..., :3].astype(int)


def test_a_changed_picture_is_found(open_window, qtbot) -> None:
    """The measure of this file is not blind: an input that is pressed is more than a thousandth."""
    window = open_window(example_path("full_adder"))
    before = pixels(window.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    window.run.toggle("a")
    after = pixels(window.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    assert (np.abs(before - after).max(axis=2) > 24).mean() > MOST
    assert QPoint(0, 0) != window.canvas.node_position("a")
