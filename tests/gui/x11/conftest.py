"""A virtual X server with a window manager, and the real program on it, driven by xdotool alone.

A test acts with the mouse and the keys and waits for what the window then says of itself (gui/manners/witness.py):
it never sleeps for a guessed time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import circuitsim as cs
from circuitsim.formats.json_reader import read_json

TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 25.0
"""Seconds that a condition may take on a busy machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder drives a real window."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.x11)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """The environment of programs on a virtual screen of its own."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        reason = f"NO REAL WINDOW IS TESTED: {' and '.join(missing)} not installed"
        pytest.fail(reason) if os.environ.get("CIRCUITSIM_REQUIRE_GUI") == "1" else pytest.skip(reason)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "Xvfb did not start"
    env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=env, **silent)
    yield env
    for process in (manager, server):
        process.terminate()
        process.wait(10)


class Desktop:
    """One running program, and what a person can do to it."""

    def __init__(self, env: dict[str, str], folder: Path, root: Path, *arguments: str) -> None:
        self._env = env
        self._file = folder / f"witness{time.monotonic_ns()}.json"
        self._errors = folder / f"{self._file.stem}.errors"
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "circuitsim", "gui", *arguments],
                cwd=root, env={**env, "CIRCUITSIM_WITNESS": str(self._file)}, stdout=errors, stderr=errors,
            )  # fmt: skip
        self.until(lambda seen: seen["active"] and "canvas" in seen["widgets"])

    # What it says

    @property
    def seen(self) -> dict:
        """What the window said last."""
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def until(self, holds: Callable[[dict], object]) -> dict:
        """Wait until something is true of the window, and return what it says then."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            seen = self.seen
            if seen and holds(seen):
                return seen
            assert self.process.poll() is None, f"the program ended: {self._errors.read_text()}"
            time.sleep(0.02)
        raise AssertionError(f"it did not come true; the window says {self.seen}; {self._errors.read_text()}")

    def until_nodes(self, *ids: str) -> dict:
        """Wait until the circuit has these nodes and no others, and return their places."""
        return self.until(lambda seen: set(seen["nodes"]) == set(ids))["nodes"]

    def until_steps(self, made: int) -> dict:
        """Wait until so many undo steps are made."""
        return self.until(lambda seen: seen["steps"][0] == made)

    @property
    def circuit(self) -> cs.Circuit:
        """The circuit shown."""
        return read_json(self.seen["text"].encode(), "the window", cs.Circuit)

    def edges(self) -> list[tuple[str, str, str | None]]:
        """The connections of the circuit shown."""
        return [(edge.source, edge.target, edge.kind) for edge in self.circuit.edges]

    # What a person does

    def act(self, *words: object) -> None:
        """Send events, as xdotool writes them."""
        subprocess.run(["xdotool", *map(str, words)], env=self._env, check=True, timeout=PATIENCE)

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.act("key", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.act("type", "--delay", "15", "--", text)

    def point(self, at: list[int]) -> None:
        """Move the pointer, by a way as a hand does, so that the window hears of it."""
        self.act("mousemove", at[0] - 3, at[1] - 3, "mousemove", at[0], at[1])

    def click(self, at: list[int], button: int = 1, times: int = 1) -> None:
        """Click somewhere."""
        self.point(at)
        self.act("click", "--repeat", times, "--delay", "60", button)

    def drag(
        self,
        start: list[int],
        end: list[int],
        *by: tuple[int, int],
        button: int = 1,
        hold: str = "",
        meanwhile: str = "",
    ) -> None:
        """Drag from one place to another, over others, with a key held or one pressed on the way."""
        self.point(start)
        words: list[object] = ["keydown", hold] if hold else []
        words += ["mousedown", button, "mousemove_relative", "--", 2, 2]
        halfway = (round((start[0] + end[0]) / 2), round((start[1] + end[1]) / 2))
        for x, y in (*by, halfway):
            words += ["mousemove", x, y, "sleep", "0.03"]
        if meanwhile:
            words += ["key", meanwhile]
        words += ["mousemove", end[0] - 2, end[1] - 1, "mousemove", end[0], end[1], "sleep", "0.03", "mouseup", button]
        self.act(*words, *(["keyup", hold] if hold else []))

    def spot(self, name: str, x: float = 0.5, y: float = 0.5) -> list[int]:
        """A place on a widget, by its name, in parts of its size."""
        left, top, width, height = self.until(lambda seen: name in seen["widgets"])["widgets"][name]
        return [round(left + x * width), round(top + y * height)]

    def connect(self, source: str, target: str, **how: str) -> None:
        """Draw a connection from one node to another, and wait until it is there."""
        before = self.seen
        self.drag(before["nodes"][source]["out"], before["nodes"][target]["in"], **how)
        self.until_steps(before["steps"][0] + 1)

    def add(self, key: str, at: list[int]) -> str:
        """Add a node at a place by its key; returns its name."""
        before = set(self.seen["nodes"])
        self.point(at)
        self.key(key)
        after = self.until(lambda seen: len(seen["nodes"]) == len(before) + 1)
        (new,) = set(after["nodes"]) - before
        return new

    def rename(self, id: str, name: str) -> None:
        """Select a node and name it."""
        self.select(id)
        self.key("F2")
        self.until(lambda seen: seen["focus"] == "inPlaceEditor")
        self.write(name)
        self.key("Return")
        self.until(lambda seen: name in seen["nodes"] and seen["focus"] == "canvas")

    def select(self, id: str) -> None:
        """Click a node, and wait until it is what is selected."""
        self.click(self.seen["nodes"][id]["middle"])
        self.until(lambda seen: seen["selected"] == [id])

    def end(self) -> None:
        """Kill the program, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)


@pytest.fixture
def desktop(screen: dict[str, str], tmp_path: Path, root: Path) -> Iterator[Callable[..., Desktop]]:
    """Starts the program; what it keeps for itself is in a folder of the test. The tour was seen, unless asked for."""
    env = {**screen, "HOME": str(tmp_path)}
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "settings"), ("XDG_CACHE_HOME", "cache")):
        env[name] = str(tmp_path / folder)
    started: list[Desktop] = []

    def start(*arguments: object, first: bool = False) -> Desktop:
        settings = tmp_path / "settings" / "circuitsim" / "circuitsim.conf"
        if not first and not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("[General]\ntourShown=true\n")
        started.append(Desktop(env, tmp_path, root, *map(str, arguments)))
        return started[-1]

    yield start
    for each in started:
        each.end()
