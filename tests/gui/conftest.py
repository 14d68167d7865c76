"""Tests of the window run without a display; where Qt cannot start they are skipped, and say so.

CIRCUITSIM_REQUIRE_GUI=1 makes them fail instead of being skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # what is asked of the system is English

HERE = Path(__file__).parent
REQUIRED = os.environ.get("CIRCUITSIM_REQUIRE_GUI") == "1"
_NOISE = "This plugin does not support (propagateSizeHints|raise)"


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
