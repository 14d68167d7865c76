"""Notices that another program has changed an open file."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject

from circuitsim.api import load
from circuitsim.errors import CircuitError, FileError
from circuitsim.formats.files import read_bytes
from circuitsim.sentences import Sentence
from gui.files.dialogs import listed
from gui.language import told, tr
from gui.workspace import Workspace


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except FileError:
        return None


class FileWatch(QObject):
    """Watches the files of all tabs; what is on the disk is compared, so that our own saves are no news."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._known: dict[Workspace, tuple[Path | None, str | None]] = {}  # what was told of last
        self._agreed: dict[Workspace, tuple[Path | None, str | None]] = {}  # what was read or written here
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._changed)
        window.workspace_closing.connect(self._closing)

    def follow(self, workspace: Workspace) -> None:
        """Watch the file of a document from now on."""
        if workspace not in self._known:
            self._known[workspace] = None, None
            workspace.document.named.connect(partial(self._agree, workspace))
            workspace.document.clean_changed.connect(partial(self._named, workspace))
            self._agree(workspace)

    def is_foreign(self, workspace: Workspace) -> bool:
        """Whether the file of a document holds what another program wrote, and nobody has decided on that."""
        path, digest = self._agreed.get(workspace, (None, None))
        found = None if path is None or path != workspace.document.path else _digest(path)
        return found is not None and found != digest

    def _agree(self, workspace: Workspace, *_: object) -> None:
        """The file was read or written just now."""
        if workspace in self._known and not workspace.is_unsaved:
            self._named(workspace)
            self._agreed[workspace] = self._known[workspace]

    def _named(self, workspace: Workspace, *_: object) -> None:
        if workspace not in self._known or workspace.is_unsaved:
            return  # what is on the disk is known when it was read or written just now
        path = workspace.document.path
        self._known[workspace] = path, None if path is None else _digest(path)
        self._watch_all()

    def _watch_all(self) -> None:
        wanted = {str(path) for path, _ in self._known.values() if path is not None and path.exists()}
        gone = set(self._watcher.files()) - wanted
        if gone:
            self._watcher.removePaths(list(gone))
        new = wanted - set(self._watcher.files())
        if new:
            self._watcher.addPaths(list(new))

    def _closing(self, workspace: Workspace) -> None:
        self._known.pop(workspace, None)
        self._agreed.pop(workspace, None)
        self._watch_all()

    def _changed(self, name: str) -> None:
        self._watch_all()  # a file that was replaced is not watched any more
        for workspace, (path, digest) in self._known.items():
            if path is not None and str(path) == name:
                found = _digest(path)
                if found != digest:
                    self._known[workspace] = path, found
                    self._tell(workspace, path, there=found is not None)

    def _tell(self, workspace: Workspace, path: Path, *, there: bool) -> None:
        bar = workspace.message_bar
        if not there:
            text = tr("{path} was removed or cannot be read. The circuit is still open here: save it to keep it.")
            bar.say(text.format(path=path))
            return
        text = tr("Another program has changed {path}.")
        if workspace.is_unsaved:
            text = tr("Another program has changed {path}. Reloading gives up the changes that you have not saved.")
        bar.say(
            text.format(path=path),
            (tr("Reload"), partial(self._reload, workspace, path)),
            (tr("Keep Mine"), partial(self._keep, workspace)),
        )

    def _reload(self, workspace: Workspace, path: Path) -> None:
        left_out: list[Sentence] = []
        try:
            circuit = load(path, left_out=left_out)
        except CircuitError as error:
            workspace.message_bar.say(told(error))
            return
        workspace.document.show(circuit, path)
        if left_out:
            workspace.message_bar.say(listed(left_out))

    def _keep(self, workspace: Workspace) -> None:
        workspace.document.undo_stack.resetClean()  # the file holds something else now
        self._agreed[workspace] = self._known[workspace]  # to be overwritten by the next save
        workspace.message_bar.clear()
