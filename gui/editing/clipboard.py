"""Copy, cut, paste, duplicate and delete. What is copied is the text of a circuit file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from gui.edits import changing, pieces
from gui.feature import Feature


class Clipboard(Feature):
    """What the Edit menu does with the selection."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.separator("&Edit")
        add = self.action
        add("&Edit", "cut", "Cu&t", "Copy the selection and remove it", self.cut, "Ctrl+X")
        add("&Edit", "copy", "&Copy", "Copy the selection, as text that any program takes", self.copy, "Ctrl+C")
        add("&Edit", "paste", "&Paste", "Add what was copied, at the pointer", self.paste, "Ctrl+V")
        add("&Edit", "duplicate", "D&uplicate", "Add a copy of the selection beside it", self.duplicate, "Ctrl+D")

    def _piece(self) -> Circuit:
        canvas = self.canvas
        return pieces.cut_out(canvas.circuit, canvas.selection.ids(), canvas.selection.notes, canvas.places())

    def copy(self) -> bool:
        """Put the selection on the clipboard; False where nothing is selected."""
        piece = self._piece()
        if not piece.nodes and not piece.notes:
            self.say("Nothing is selected; click a node or drag a rectangle round some")
            return False
        data = QMimeData()
        text = pieces.to_text(piece)
        data.setText(text)
        data.setData(pieces.MIME, text.encode())
        QApplication.clipboard().setMimeData(data)
        self.say(f"Copied {len(piece.nodes)} nodes")
        return True

    def cut(self) -> None:
        """Copy the selection, and remove it."""
        if self.copy():
            self.remove("Cut")

    def paste(self) -> None:
        """Add the circuit on the clipboard."""
        data = QApplication.clipboard().mimeData()
        own = data is not None and data.hasFormat(pieces.MIME)
        text = "" if data is None else data.data(pieces.MIME).data().decode("utf-8", "replace") if own else data.text()
        try:
            piece = pieces.from_text(text)
        except CircuitError as error:
            self.say(f"This cannot be pasted: {str(error).splitlines()[0]}")
            return
        at = self.canvas.where_to_add()
        self._insert("Paste", piece, (at.x(), at.y()))

    def duplicate(self) -> None:
        """Add a copy of the selection a little below it."""
        piece = self._piece()
        if piece.nodes or piece.notes:
            self._insert("Duplicate", piece, None)

    def _insert(self, text: str, piece: Circuit, at: pieces.Place | None) -> None:
        canvas = self.canvas
        added: list[str] = []
        notes: list[int] = []
        with canvas.edit(text) as circuit:
            added, notes = pieces.insert(circuit, piece, at, canvas.grid)
        canvas.selection.choose([canvas.net.index[id] for id in added if id in canvas.net.index], notes=notes)
        canvas.stay()

    def remove(self, verb: str = "Delete") -> None:
        """Remove what is selected: nodes with their connections, connections, notes."""
        canvas = self.canvas
        ids, keys, notes = canvas.selection.ids(), set(canvas.selection.keys), set(canvas.selection.notes)
        count = len(ids) + len(canvas.selection.bundles()) + len(notes)
        if not count:
            return
        if len(ids) == 1 == count:
            what = ids[0]
        else:
            what = f"{len(ids)} nodes" if len(ids) > 1 else "a connection" if keys and not ids else "the selection"
        with canvas.edit(f"{verb} {what}") as circuit:
            changing.remove(circuit, ids, keys, notes)
