"""Saving circuits: in a file that is nobody else's, or with a message that says why not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from circuitsim.errors import CircuitError
from gui.files.dialogs import file_dialog
from gui.files.shipped import is_shipped
from gui.language import told, tr


class Saving:
    """Saves the document of the tab that is shown."""

    def __init__(self, window: Any) -> None:
        self._window = window

    def save(self) -> None:
        """Save in the document's file; ask for one where it has none."""
        path = self._window.document.path
        if path is None:
            self.ask()
        else:
            self.save_to(path)

    def ask(self) -> None:
        """Ask for a file to save in."""
        window = self._window
        title = tr("Save the circuit")
        dialog = file_dialog(window, title, QFileDialog.AcceptMode.AcceptSave, window.folder)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{window.document.title.replace(' ', '_').removesuffix('.json')}.json")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str | os.PathLike[str]) -> bool:
        """Save in a file; False, and a message, where that fails."""
        target = Path(path)
        if not target.suffix:
            target = target.with_suffix(".json")
        window = self._window
        why_not = self._why_not(target)
        if why_not:
            window.message_bar.say(why_not.format(path=target))
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
