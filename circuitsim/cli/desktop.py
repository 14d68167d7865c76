"""The commands that open the desktop: the one place of the library that knows of `gui`."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import Namespace
from importlib.util import find_spec

from circuitsim.api import Simulator, example_path, examples, load
from circuitsim.cli.compute import assigned
from circuitsim.cli.source import open_circuit
from circuitsim.engine.recording import printed
from circuitsim.errors import CircuitError, RunError

DEMO = "counter_4bit"
DEMO_TICKS = 16


def demo(given: Namespace) -> int:
    """The desktop on a running example; without a display, the same example here."""
    reason = _no_desktop()
    if reason is None:
        from gui.app import main

        return int(main(str(example_path(DEMO)), running=True))
    print(f"circuitsim: {reason}; running the example {DEMO!r} here instead", file=sys.stderr)
    circuit = load(example_path(DEMO))
    print(f"{circuit.name}\n{circuit.description}\n")
    trace = Simulator(circuit).run(DEMO_TICKS)
    names = [printed(name) for name in trace.shown]
    width = max(map(len, ["tick", *names]))
    columns = [trace[name].tolist() for name in trace.shown]
    cell = len(str(DEMO_TICKS - 1)) + 1
    print(f"{'tick':<{width}}" + "".join(f"{tick:>{cell}}" for tick in range(DEMO_TICKS)))
    for name, column in zip(names, columns, strict=True):
        print(f"{name:<{width}}" + "".join(f"{value:>{cell}g}" for value in column))
    return 0


def gui(given: Namespace) -> int:
    """The desktop, or a picture of it."""
    path = None
    if given.file is not None:
        known = not os.path.exists(given.file) and given.file in examples()
        path = str(example_path(given.file)) if known else given.file
        open_circuit(given.file)  # an unreadable file is told here, before a window opens
    if given.screenshot is not None:
        return _screenshot(given, path)
    reason = _no_desktop()
    if reason is not None:
        raise RunError(f"{reason}; the other commands work without it (circuitsim --help)")
    from gui.app import main

    return int(main(path))


def _screenshot(given: Namespace, path: str | None) -> int:
    if path is None:
        raise CircuitError("--screenshot needs a FILE to show")
    if find_spec("PySide6") is None:
        raise RunError(_NOT_INSTALLED)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The offscreen platform warns of every window that it takes no size hints.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    reason = _probe()
    if reason is not None:
        raise RunError(reason)
    from gui.app import screenshot

    screenshot(path, given.screenshot, ticks=given.ticks, inputs=assigned(given.set), theme=given.theme)
    return 0


_NOT_INSTALLED = "the desktop needs PySide6, which is not installed (pip install 'circuitsim[gui]')"


def _no_desktop() -> str | None:
    """Why no window can be shown, or None."""
    if find_spec("PySide6") is None:
        return _NOT_INSTALLED
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return f"Qt is told to show nothing (QT_QPA_PLATFORM={platform})"
    if (
        sys.platform.startswith("linux")
        and not platform
        and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    ):
        return "there is no display"
    return _probe()


def _probe() -> str | None:
    """Start Qt in a child: a missing platform plugin or system library ends the process that tries."""
    try:
        child = subprocess.run(
            [sys.executable, "-c", "import sys; from gui.app import probe; sys.exit(probe())"],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"Qt does not start: {error}"
    if child.returncode == 0:
        return None
    lines = [line for line in child.stderr.splitlines() if line.strip()]
    return f"Qt does not start: {lines[-1].strip() if lines else f'status {child.returncode}'}"
