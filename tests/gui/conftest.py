"""Tests of the window run without a display; where Qt cannot start they are skipped, and say so.

CIRCUITSIM_REQUIRE_GUI=1 makes them fail instead of being skipped.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # what is asked of the system is English

HERE = Path(__file__).parent
REQUIRED = os.environ.get("CIRCUITSIM_REQUIRE_GUI") == "1"
_NOISE = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def _reason() -> str | None:
    """Why Qt cannot start, found out in a child: where a library is missing the process that tries may be aborted."""
    code = "import sys; from gui.app import probe; sys.exit(probe())"
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=HERE.parents[1], capture_output=True, text=True, timeout=120, check=False
    )
    if child.returncode == 0:
        return None
    lines = child.stderr.strip().splitlines() or [f"status {child.returncode}"]
    telling = [line for line in lines if "Error:" in line or "Could not" in line]
    return f"NO TEST OF THE WINDOW IS RUN: Qt cannot start here: {(telling or lines)[-1]}"


WHY_NOT = _reason()


class Blocked(pytest.Module):
    """A test file that cannot be imported here."""

    def collect(self) -> Iterable[pytest.Item]:
        """Skip the file or, where the window is required, fail."""
        if REQUIRED:
            raise self.CollectError(WHY_NOT)
        pytest.skip(str(WHY_NOT), allow_module_level=True)


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, list, list]:
    """Where Qt cannot start no test file is imported, neither for its tests nor for its doctests."""
    found = yield
    return [Blocked.from_parent(parent, path=file_path)] if WHY_NOT and found else found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder is a gui test."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.gui)
            item.add_marker(pytest.mark.qt_log_ignore(_NOISE, extend=True))


@pytest.fixture(scope="session", autouse=True)
def settings_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, locks and what is kept for recovery are in folders that are thrown away."""
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    from PySide6.QtCore import QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path_factory.mktemp("settings")))


@pytest.fixture
def spoken() -> str:
    """The language of the windows that are opened; a test module may have another one."""
    return "en"


@pytest.fixture
def open_window(qtbot, tmp_path, spoken) -> Callable:
    """Opens a window on a circuit, a file or nothing, shows it and waits for it."""
    from gui.app import create_window
    from gui.language import speak

    speak(spoken)
    opened = []

    def open_one(what=None, **more):
        path = what
        if what is not None and not isinstance(what, (str, Path)):
            path = tmp_path / f"circuit{len(opened)}.json"
            what.save(path)
        window = create_window(path, **more)
        opened.append(window)
        qtbot.addWidget(window)
        window.resize(1100, 700)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_one
    for window in opened:
        for workspace in window.workspaces:
            workspace.document.undo_stack.setClean()  # so that closing asks nothing
    speak("en")


class StallMeter:
    """Measures how long the event loop is held up while a test waits in it.

    A timer of 5 ms notes the time between its calls. Of a gap only that part counts which is ours: what the event
    loop itself computed, or the time in which it waited and no thread of this process waited for a processor. So
    a lock of the interpreter that another thread holds counts, and a machine that is shared with others does not.
    Cycles are not collected meanwhile, as in the desktop, where that waits until nobody is at work.

    Attributes
    ----------
    longest : float
        Seconds of the longest stall of the last measurement.
    """

    MOST = 0.1
    """Seconds that the event loop may be held up by whatever takes long: twice the goal, as machines are shared."""

    def __init__(self) -> None:
        self.longest = 0.0

    @contextmanager
    def measure(self) -> Generator[None]:
        """Measure what the event loop does inside."""
        from PySide6.QtCore import Qt, QTimer

        gc.collect()
        gc.disable()
        stalls: list[float] = []
        last = time.perf_counter(), time.thread_time(), _waits()

        def note() -> None:
            nonlocal last
            now = time.perf_counter(), time.thread_time(), _waits()
            waited = sum(seconds - last[2].get(thread, 0.0) for thread, seconds in now[2].items())
            stalls.append(max(now[1] - last[1], now[0] - last[0] - waited))
            last = now

        timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(note)
        timer.start()
        try:
            yield
            note()
        finally:
            timer.stop()
            gc.enable()
        self.longest = max(stalls)

    def least(self, act: Callable[[], object], rounds: int = 3) -> float:
        """The longest stall of the best of some rounds: what is in the code stalls in every one of them."""
        found = []
        for _ in range(rounds):
            with self.measure():
                act()
            found.append(self.longest)
            if self.longest <= self.MOST:
                break
        return min(found)


def _waits() -> dict[int, float]:
    """Seconds that each thread of this process has waited for a processor, where the system tells."""
    found: dict[int, float] = {}
    for thread in threading.enumerate():
        try:
            text = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text()
            found[thread.native_id or 0] = int(text.split()[1]) * 1e-9
        except (OSError, IndexError, ValueError):
            continue
    return found


@pytest.fixture
def stalls() -> StallMeter:
    """Measures how long the event loop is held up."""
    return StallMeter()
