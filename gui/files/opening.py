"""Opening circuits: read and made ready in a thread where the file is large, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from circuitsim import collector
from circuitsim.api import Circuit, example, load
from circuitsim.errors import CircuitError
from circuitsim.progress import Progress, silent, within
from circuitsim.sentences import Sentence
from gui import ahead
from gui.canvas.arrays import NetArrays
from gui.files.dialogs import listed
from gui.files.folders import data_folder
from gui.files.history import FOLDER, show_history
from gui.files.history_store import History, load_history
from gui.files.shipped import is_shipped
from gui.language import told, tr
from gui.run import compiled
from gui.tasks import Report
from gui.workspace import Workspace

LARGE = 100_000
"""Bytes of a file from which on it is read in a thread."""


class Opened(NamedTuple):
    """What a file holds, what was done to it before, and what could not be opened of it."""

    circuit: Circuit
    history: History | None = None
    left_out: Sequence[Sentence] = ()


class Opening:
    """Opens files and examples in the tabs of a window."""

    def __init__(self, window: Any) -> None:
        self._window = window
        self._reading: set[Path] = set()

    def open_path(self, path: Path, *, wait: bool = False) -> None:
        """Show the circuit in a file, or say what is wrong with it; `wait` until it is shown, however large it is."""
        target = path.resolve()
        already = self._window.workspace_of(target)
        if already is not None:
            self._window.show_workspace(already)
        elif target not in self._reading:
            shipped = is_shipped(target)
            read = partial(_read, path, None if shipped else data_folder(FOLDER))
            self._open(
                path.name, read, partial(self._show, None if shipped else path), wait or not is_large(path), target
            )

    def open_example(self, name: str) -> None:
        """Show a copy of an example."""
        self._open(name, lambda _: Opened(example(name)), partial(self._show, None), True)

    def _open(
        self,
        name: str,
        read: Callable[[Progress], Opened],
        show: Callable[[Opened], None],
        at_once: bool,
        target: Path | None = None,
    ) -> None:
        if at_once:
            try:
                opened = read(silent)
            except CircuitError as error:
                self._window.message_bar.say(told(error), passing=True)
            else:
                show(opened)
            return
        if target is not None:
            self._reading.add(target)

        def ended(act: Callable[[Any], object], found: Any = None) -> None:
            self._reading.discard(target)
            act(found)

        self._window.workspace.tasks.thread(
            tr("Reading {name}").format(name=name),
            partial(_make_ready, read),
            partial(ended, show),
            partial(ended, lambda error: self._window.message_bar.say(told(error), passing=True)),
            partial(ended, lambda _: None),
        )

    def _show(self, path: Path | None, opened: Opened) -> None:
        circuit, history, left_out = opened
        window = self._window
        window.message_bar.pass_away()
        free = path is None or window.locks.take(path)
        workspace: Workspace = window.free_workspace()  # only now: where reading fails there is no empty tab
        if history is not None and path is not None and free:
            show_history(workspace.document, history, path)
        else:
            workspace.document.show(circuit, path if free else None)
        if not free:
            text = tr("{path} is open in another window. This is a copy: saving it asks for a place.")
            workspace.message_bar.say(text.format(path=path))
        elif left_out:
            workspace.message_bar.say(listed(left_out))


def is_large(path: Path) -> bool:
    """Whether reading a file would be felt."""
    try:
        return path.stat().st_size > LARGE
    except (OSError, ValueError):
        return False  # reading it says what is wrong


def _read(path: Path, histories: Path | None, progress: Progress) -> Opened:
    history = None if histories is None else load_history(histories, path)
    if history is not None:
        return Opened(history.circuit, history)
    left_out: list[Sentence] = []
    return Opened(load(path, left_out=left_out, progress=progress), None, left_out)


def _make_ready(read: Callable[[Progress], Opened], report: Report) -> Opened:
    """Read, compile and lay out: all that showing the circuit needs."""
    with collector.held():
        opened = read(within(report, 0.0, 0.5))
        circuit = opened.circuit
        _ = circuit.graph  # made at its first use, which would hold up the window
        report(0.5, tr("Getting ready to run"))
        ahead.make(circuit, compiled)
        report(0.7, tr("Laying it out"))
        ahead.make(circuit, NetArrays)
    return opened
