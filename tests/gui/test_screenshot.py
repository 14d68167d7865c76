"""The command that makes a picture of the window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    command = [sys.executable, "-m", "circuitsim", "gui", *map(str, arguments)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_saved_without_a_display_and_without_noise(tmp_path: Path, theme: str) -> None:
    target = tmp_path / "window.png"
    done = run("full_adder", "--set", "a=1", "--set", "b=1", "--theme", theme, "--screenshot", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1280, 800)
    corner = image.pixelColor(image.width() - 40, image.height() // 2)
    assert (corner.lightness() > 200) == (theme == "light")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["full_adder", "--set", "z=1"], "there is no input 'z'"),
        (["nowhere.json"], "cannot be read"),
        ([], "needs a FILE"),
    ],
)
def test_what_cannot_be_shown_is_said(tmp_path: Path, arguments: list[str], word: str) -> None:
    done = run(*arguments, "--screenshot", tmp_path / "window.png")
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = run("full_adder", "--screenshot", tmp_path / "no" / "folder.png")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
