"""Where the desktop starts."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from circuitsim.errors import FileError
from gui.files.opening import is_large
from gui.language import chosen, of_system, speak, spoken
from gui.manners.collecting import Collecting
from gui.manners.remembered import Remembered
from gui.manners.witness import bear_witness
from gui.theme import LIGHT, dress
from gui.window import MainWindow

NAME = "circuitsim"


def create_window(path: str | os.PathLike[str] | None = None, *, running: bool = False) -> MainWindow:
    """A window on the running QApplication, not shown yet.

    Parameters
    ----------
    path : path, optional
        The circuit file to open, and wait for; a file that cannot be read is told of in the window.
    running : bool
        Whether the clock ticks from the start.
    """
    if not spoken():
        speak(chosen() or of_system())
    window = MainWindow()
    if path is not None:
        window.open_path(path, wait=True)
    if running:
        window.run.start()
    return window


def application() -> QApplication:
    """The QApplication, made where there is none."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    made = QApplication(sys.argv[:1] or [NAME])
    made.setApplicationName(NAME)
    made.setOrganizationName(NAME)
    made.setApplicationDisplayName(NAME)
    dress(made, LIGHT)
    return made


def main(path: str | None = None, *, running: bool = False) -> int:
    """Run the desktop until its window is closed, and return the exit status."""
    app = application()
    large = path is not None and is_large(Path(path))
    window = create_window(None if large else path, running=running)
    app.aboutToQuit.connect(Remembered(window).save)
    Collecting(window)
    window.show()
    if large and path is not None:
        window.open_path(path)
    if not window.offer_recovery() and path is None:
        window.offer_tour()
    bear_witness(window)
    return app.exec()


def probe() -> int:
    """0 where Qt can start. Run it in a process of its own: where a platform plugin is missing Qt aborts."""
    application()
    return 0


def screenshot(
    path: str | os.PathLike[str],
    target_png: str | os.PathLike[str],
    *,
    size: tuple[int, int] = (1280, 800),
    ticks: int = 0,
    inputs: Mapping[str, float] | None = None,
    theme: str = "light",
) -> None:
    """Save a picture of the window on a circuit.

    Parameters
    ----------
    path, target_png : path
        The circuit file, and the picture to write.
    size : (int, int)
        Of the window, in pixels.
    ticks : int
        How many ticks to make first.
    inputs : dict, optional
        The inputs to set first.
    theme : {"light", "dark"}
        What to dress the window in.
    """
    app = application()
    window = create_window(path)
    window.set_theme(theme)
    window.resize(*size)
    window.show()
    window.run.give(inputs or {})
    for _ in range(ticks):
        window.run.step()
    app.processEvents()  # the list asks for its pictures as it is painted
    while window.browser.model.is_painting():
        app.processEvents()
    saved = window.grab().save(os.fspath(target_png))
    window.close()
    if not saved:
        raise FileError(f"{os.fspath(target_png)}: the picture cannot be written; its ending must be .png or the like")
