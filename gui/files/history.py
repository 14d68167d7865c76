"""Keeps the undo history of every saved file, and takes it up again where the file is opened."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from circuitsim.errors import FileError
from circuitsim.records import Contents
from gui.document import ChangeCommand, Document
from gui.files.folders import data_folder
from gui.files.history_store import History, Step, save_history
from gui.workspace import Workspace

MOST_STEPS, MOST_FILES = 500, 100
FOLDER = "history"


def show_history(document: Document, history: History, path: Path) -> None:
    """Show a circuit with an undo stack that goes on where it was."""
    document.show(history.circuit, path)
    stack = document.undo_stack
    for step in history.steps[history.made :]:
        document.replay(step.change)  # the stack takes steps in that are made; those that were not are taken back
    for step in history.steps:
        stack.push(ChangeCommand(document, step.change, step.text))
    stack.setIndex(history.made)
    stack.setClean()


def steps_of(document: Document) -> tuple[tuple[Step, ...], int]:
    """The last steps of an undo stack, all if there are not too many, and how many of them are made."""
    stack = document.undo_stack
    first = max(0, stack.index() - MOST_STEPS)
    commands = [stack.command(k) for k in range(first, stack.count())]
    steps = tuple(Step(each.text(), each.change) for each in commands if isinstance(each, ChangeCommand))
    return steps, stack.index() - first


class UndoHistory(QObject):
    """Writes the history after a save and at the close, beside the window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._known: set[Workspace] = set()
        self._writer = ThreadPoolExecutor(max_workers=1)
        self._last: Future[None] | None = None
        window.workspace_closing.connect(self._closing)

    def follow(self, workspace: Workspace) -> None:
        """Keep the history of a document from now on."""
        if workspace not in self._known:
            self._known.add(workspace)
            workspace.document.named.connect(partial(self._keep, workspace))

    def _keep(self, workspace: Workspace) -> None:
        document = workspace.document
        if document.path is not None and not workspace.is_unsaved and document.undo_stack.count():
            contents = document.circuit.contents()  # they do not change any more, whatever the user does next
            self._last = self._writer.submit(_write, document.path, contents, *steps_of(document))

    def _closing(self, workspace: Workspace) -> None:
        if workspace in self._known:
            self._known.discard(workspace)
            self._keep(workspace)
            self.finish()

    def finish(self) -> None:
        """Wait until everything is on the disk."""
        if self._last is not None:
            self._last.result()


def _write(path: Path, contents: Contents, steps: tuple[Step, ...], made: int) -> None:
    folder = data_folder(FOLDER)
    try:
        save_history(folder, path, contents, steps, made)
    except FileError:
        return  # the file itself is saved; its history is a convenience
    kept = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
    for old in kept[MOST_FILES:]:
        old.unlink(missing_ok=True)
