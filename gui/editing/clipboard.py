"""Copy, cut, paste, duplicate and delete. What is copied is the text of a circuit file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.records import Test
from gui.edits import changing, pieces
from gui.feature import Feature
from gui.language import told, tr


class Clipboard(Feature):
    """What the Edit menu does with the selection."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.separator("&Edit")
        add = self.action
        tip = tr("Copy the selection, as text that any program takes")
        add("&Edit", "cut", tr("Cu&t"), tr("Copy the selection and remove it"), self.cut, "Ctrl+X")
        add("&Edit", "copy", tr("&Copy"), tip, self.copy, "Ctrl+C")
        add("&Edit", "paste", tr("&Paste"), tr("Add what was copied, at the pointer"), self.paste, "Ctrl+V")
        tip = tr("Add a copy of the selection beside it")
        add("&Edit", "duplicate", tr("Duplicat&e"), tip, self.duplicate, "Ctrl+D")

    def _piece(self) -> Circuit:
        canvas = self.canvas
        return pieces.cut_out(canvas.circuit, canvas.selection.ids(), canvas.selection.notes, canvas.places())

    def copy(self) -> bool:
        """Put the selection on the clipboard; False where nothing is selected."""
        piece = self._piece()
        if not piece.nodes and not piece.notes:
            self.say(tr("Nothing is selected; click a node or drag a rectangle round some"))
            return False
        data = QMimeData()
        text = pieces.to_text(piece)
        data.setText(text)
        data.setData(pieces.MIME, text.encode())
        QApplication.clipboard().setMimeData(data)
        self.say(tr("Copied %n nodes", "", len(piece.nodes)))
        return True

    def cut(self) -> None:
        """Copy the selection, and remove it."""
        if self.copy():
            self.remove(cut=True)

    def paste(self) -> None:
        """Add the circuit on the clipboard."""
        data = QApplication.clipboard().mimeData()
        own = data is not None and data.hasFormat(pieces.MIME)
        text = "" if data is None else data.data(pieces.MIME).data().decode("utf-8", "replace") if own else data.text()
        try:
            piece = pieces.from_text(text)
        except CircuitError as error:
            self.say(tr("This cannot be pasted: {problem}").format(problem=told(error).splitlines()[0]))
            return
        at = self.canvas.where_to_add()
        self._insert(tr("Paste"), piece, (at.x(), at.y()))

    def duplicate(self) -> None:
        """Add a copy of the selection a little below it."""
        piece = self._piece()
        if piece.nodes or piece.notes:
            self._insert(tr("Duplicate"), piece, None)

    def _insert(self, text: str, piece: Circuit, at: pieces.Place | None) -> None:
        canvas = self.canvas
        added: list[str] = []
        notes: list[int] = []
        with canvas.edit(text) as circuit:
            added, notes = pieces.insert(circuit, piece, at, canvas.grid)
        canvas.selection.choose([canvas.net.index[id] for id in added if id in canvas.net.index], notes=notes)
        canvas.stay()
        self.window.statusBar().clearMessage()  # what was said of an attempt before is no longer true

    def remove(self, *, cut: bool = False) -> None:
        """Remove what is selected: nodes with their connections, connections, notes."""
        canvas = self.canvas
        ids, keys, notes = canvas.selection.ids(), set(canvas.selection.keys), set(canvas.selection.notes)
        count = len(ids) + len(canvas.selection.bundles()) + len(notes)
        if not count:
            return
        if len(ids) == 1 == count:
            what = ids[0]
        else:
            what = tr("the selection")
            if len(ids) > 1:
                what = tr("%n nodes", "", len(ids))
            elif keys and not ids:
                what = tr("a connection")
        text = tr("Cut {what}") if cut else tr("Delete {what}")
        before = self.window.document.circuit.tests
        with canvas.edit(text.format(what=what)) as circuit:
            changing.remove(circuit, ids, keys, notes)
        self._tell_of_tests(before)

    def _tell_of_tests(self, before: Sequence[Test]) -> None:
        """Say which tests have lost columns, or all: their rows may contradict each other now."""
        left = {test.rank: test for test in self.window.document.circuit.tests}
        changed = [test for test in before if left.get(test.rank) != test]
        if not changed:
            return
        gone: dict[str, None] = {}
        for test in changed:
            now = left.get(test.rank)
            kept = set() if now is None else {*now.inputs, *now.outputs}
            gone.update(dict.fromkeys({*test.inputs, *test.outputs} - kept))
        text = tr(
            "The tests have lost the columns of {ids}: {tests}. Rows that differed only there may contradict now."
        )
        names = ", ".join(test.name for test in changed)
        self.window.message_bar.say(
            text.format(ids=", ".join(sorted(gone)), tests=names), (tr("Undo"), self.window.undo), passing=True
        )
