"""On a display with several pixels to a point the window is as large as ever, and sharper."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]
CHILD = """
import json, sys
from PySide6.QtCore import QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from circuitsim.api import example_path
from gui.app import application, create_window
app = application()
window = create_window(example_path("full_adder"))
window.set_theme("light")
window.resize(1000, 640)
window.show()
window.run.give({"a": 1, "b": 1})
app.processEvents()
while window.browser.model.is_painting():
    app.processEvents()
canvas = window.canvas
canvas.set_zoom(1.0)
app.processEvents()
canvas.viewport().grab().save(sys.argv[2] + "/canvas.png")
window.browser.list.viewport().grab().save(sys.argv[2] + "/list.png")
window.transport.grab().save(sys.argv[2] + "/bar.png")
print(json.dumps({
    "ratio": window.devicePixelRatioF(),
    "points": [canvas.viewport().width(), canvas.viewport().height()],
    "node": [canvas.node_position("two").x(), canvas.node_position("two").y()],
}))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What a window of a scale tells of itself, and its pictures."""

    def show(scale: str) -> tuple[dict, dict[str, QImage]]:
        folder = tmp_path_factory.mktemp(f"scale{scale}")
        env = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(folder), str(folder)],
            cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        pictures = {file.stem: QImage(str(file)) for file in Path(folder).glob("*.png")}
        return json.loads(done.stdout), pictures

    return {scale: show(scale) for scale in ("1", "1.5", "2")}


def grey(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].astype(int)


def edges(image: QImage) -> int:
    """How many neighbours differ by much: where something is blurred no two do."""
    return int((np.abs(np.diff(grey(image), axis=1)) > 90).sum())


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_everything_is_where_it_was_with_more_pixels(shown, scale) -> None:
    (plain, pictures), (told, large) = shown["1"], shown[scale]
    factor = float(scale)
    assert (plain["ratio"], told["ratio"]) == (1, factor)
    assert told["points"] == plain["points"]
    assert told["node"] == plain["node"]
    for name, picture in pictures.items():
        assert large[name].width() == pytest.approx(picture.width() * factor, abs=1), name
        assert large[name].height() == pytest.approx(picture.height() * factor, abs=1), name


@pytest.mark.parametrize("scale", ["1.5", "2"])
@pytest.mark.parametrize("name", ["canvas", "list", "bar"])
def test_it_is_sharp_and_not_only_enlarged(shown, scale, name) -> None:
    plain, large = shown["1"][1][name], shown[scale][1][name]
    mode = Qt.TransformationMode.SmoothTransformation
    enlarged = plain.scaled(large.size(), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    assert edges(large) > 1.15 * edges(plain)
    assert edges(large) > 1.5 * edges(enlarged)


@pytest.mark.parametrize("scale", ["1.5", "2"])
def test_it_shows_the_same(shown, scale) -> None:
    """Made small again it is the picture that it was, up to what a pixel can tell."""
    plain, large = shown["1"][1]["canvas"], shown[scale][1]["canvas"]
    mode = Qt.TransformationMode.SmoothTransformation
    small = grey(large.scaled(plain.size(), Qt.AspectRatioMode.IgnoreAspectRatio, mode))
    assert (np.abs(small - grey(plain)) > 64).mean() < 0.01
