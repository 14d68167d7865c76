"""Saving circuits: in a file that is nobody else's, or with a message that says why not."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from circuitsim.errors import CircuitError
from circuitsim.formats import is_whole
from gui.files.dialogs import ask_about_foreign, file_dialog, plain_name
from gui.files.shipped import is_shipped
from gui.files.watch import FileWatch
from gui.language import told, tr


class Saving:
    """Saves the document of the tab that is shown."""

    def __init__(self, window: Any) -> None:
        self._window = window

    def save(self) -> None:
        """Save in the document's file; ask for one where it has none that holds all of the circuit.

        What another program wrote there is not overwritten without a question.
        """
        window = self._window
        path = window.document.path
        if path is None or not is_whole(path):
            self.ask()
        elif any(isinstance(each, FileWatch) and each.is_foreign(window.workspace) for each in window.features):
            ask_about_foreign(window, path, partial(self.save_to, path), self.ask)
        else:
            self.save_to(path)

    def ask(self) -> None:
        """Ask for a file to save in."""
        window = self._window
        title = tr("Save the circuit")
        dialog = file_dialog(window, title, QFileDialog.AcceptMode.AcceptSave, window.folder)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{plain_name(window.document.title)}.json")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str | os.PathLike[str]) -> bool:
        """Save in a file; False, and a message, where that fails."""
        target = Path(path)
        if not target.suffix:
            target = target.with_suffix(".json")
        if not is_whole(target):
            return self._write_netlist(target)
        window = self._window
        why_not = self._why_not(target)
        if why_not:
            window.message_bar.say(why_not.format(path=target), passing=True)
            return False
        try:
            window.document.save(target)
        except CircuitError as error:
            window.free_locks()
            text = tr("{problem}. Make room or get leave to write there, or save in another place.")
            window.message_bar.say(text.format(problem=told(error)), (tr("Save As…"), self.ask))
            return False
        window.message_bar.clear()
        window.statusBar().showMessage(tr("Saved {path}").format(path=target), 4000)
        return True

    def _write_netlist(self, target: Path) -> bool:
        """Write what the circuit computes for other tools; the document stays unsaved, for it holds more than that."""
        window = self._window
        try:
            window.document.circuit.save(target)
        except CircuitError as error:
            window.message_bar.say(told(error), passing=True)
            return False
        window.message_bar.pass_away()
        text = tr("Wrote {path}. It holds what the circuit computes; save as .json to keep the layout too.")
        window.statusBar().showMessage(text.format(path=target), 8000)
        return True

    def _why_not(self, target: Path) -> str:
        """Why nothing is written there; where nothing speaks against it the file is locked for this window."""
        window = self._window
        other = window.workspace_of(target.resolve())
        if other is not None and other is not window.workspace:
            return tr("{path} is open in another tab: close it there first, or save in another file.")
        if is_shipped(target.resolve()):
            return tr("{path} is an example that ships with circuitsim: save in another file.")
        if not window.locks.take(target):
            return tr("{path} is open in another window: close it there, or save in another file.")
        return ""
