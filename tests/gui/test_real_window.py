"""A real window on a virtual X server, clicked by xdotool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import pytest

REQUIRED = os.environ.get("CIRCUITSIM_REQUIRE_GUI") == "1"


pytestmark = [pytest.mark.x11, pytest.mark.slow]

CHILD = """
import sys
from PySide6.QtCore import QTimer
from gui.app import application, create_window
from circuitsim.api import example_path
app = application()
window = create_window(example_path("half_adder"))
window.show()
def tell():
    at = window.canvas.viewport().mapToGlobal(window.canvas.node_position("a"))
    print("at", at.x(), at.y(), flush=True)
def values():
    run = window.run
    print("values", *(f"{id}={run.value(id):g}" for id in ("a", "sum", "carry")), flush=True)
window.run.values_changed.connect(values)
QTimer.singleShot(700, tell)
QTimer.singleShot(25000, app.quit)
sys.exit(app.exec())
"""


@pytest.fixture
def display():
    """The number of a virtual X server."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    if missing:
        reason = f"NO REAL WINDOW IS TESTED: {' and '.join(missing)} not installed"
        pytest.fail(reason) if REQUIRED else pytest.skip(reason)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


def test_a_real_click_on_an_input_changes_the_outputs(display, root):
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        line = _wait_for(child, "at ")
        x, y = line.split()[1:]
        subprocess.run(["xdotool", "mousemove", x, y, "click", "1"], env=env, check=True, timeout=20)
        assert _wait_for(child, "values ").split() == ["values", "a=1", "sum=1", "carry=0"]
        subprocess.run(["xdotool", "click", "1"], env=env, check=True, timeout=20)
        assert _wait_for(child, "values ").split() == ["values", "a=0", "sum=0", "carry=0"]
        child.terminate()


def _wait_for(child, start):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        line = child.stdout.readline()
        if line.startswith(start):
            return line
        if not line:
            raise AssertionError(f"the window ended: {child.stderr.read()}")
    raise AssertionError(f"the window did not say {start!r}")
