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
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication

from circuitsim.api import example_path

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
    found = canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    target = HERE / "golden" / f"{scene.name}.png"
    if MAKE:
        assert found.save(str(target))
        return
    wanted = QImage(str(target)).convertToFormat(QImage.Format.Format_RGB32)
    assert wanted.size() == found.size()
    share = float((np.abs(pixels(found) - pixels(wanted)).max(axis=2) > 24).mean())
    if share > MOST:
        found.save(str(HERE / "golden" / f"{scene.name}.found.png"))
    assert share <= MOST, f"{share:.2%} of the pixels differ; look at {scene.name}.found.png beside the golden picture"


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
