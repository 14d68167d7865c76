"""The open document: a circuit, its undo stack, and the file that it came from.

Whoever edits the circuit, each change that reaches it becomes one undo step.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from circuitsim.api import Circuit, example, load
from circuitsim.records import HEAD, Change
from gui.language import of_example, tr

_MERGING = 1


class ChangeCommand(QUndoCommand):
    """The one kind of undo step: a change that has been made, and can be taken back.

    Steps in a row with the same `merge` become one: the presses of an arrow key, the clicks of a spin box.
    """

    def __init__(self, document: Document, change: Change, text: str, merge: str = "") -> None:
        super().__init__(text)
        self._document = document
        self._change = change
        self._merge = merge
        self._made = True  # the stack calls redo() as it takes a command in

    @property
    def change(self) -> Change:
        """What the step changes."""
        return self._change

    def redo(self) -> None:
        """Make the change again."""
        if self._made:
            self._made = False
        else:
            self._document.replay(self._change)

    def undo(self) -> None:
        """Take the change back."""
        self._document.replay(self._change.inverse())

    def id(self) -> int:
        """Which steps Qt offers for merging."""
        return _MERGING if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step in, where it goes on with this one."""
        if not isinstance(other, ChangeCommand) or other._merge != self._merge:
            return False
        self._change = Change.merge([self._change, other._change])
        self.setObsolete(not self._change)
        return True


class Document(QObject):
    """A circuit that is shown, edited and saved.

    Attributes
    ----------
    latest : Change or None
        The last change; None for a circuit that has just been shown.

    Signals
    -------
    changed(Change)
        After every edit, undo and redo.
    replaced()
        Another circuit is shown.
    named()
        The path or the circuit's name has changed.
    clean_changed(bool)
        Whether the file has every change, from now on.
    """

    changed = Signal(object)
    replaced = Signal()
    named = Signal()
    clean_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        # Heard here and not at the stack: a stack that is destroyed says that it is clean once more.
        self.undo_stack.cleanChanged.connect(self.clean_changed)
        self.path: Path | None = None
        self.latest: Change | None = None
        self._text = self._merge = ""
        self._replaying = False
        self._stop_listening: Callable[[], None] = _nothing
        self.show(Circuit())

    @property
    def circuit(self) -> Circuit:
        """The circuit shown."""
        return self._circuit

    @property
    def title(self) -> str:
        """What the window calls the document."""
        if self.path is not None:
            return self.path.name
        return of_example(self.circuit.name, self.circuit.description)[0] or tr("Untitled")

    def new(self) -> None:
        """Show an empty circuit."""
        self.show(Circuit())

    def open(self, path: str | os.PathLike[str]) -> None:
        """Show the circuit in a file; where it cannot be read, CircuitError, and all stays as it was."""
        self.show(load(path), Path(path))

    def open_example(self, name: str) -> None:
        """Show a copy of an example: saving it asks for a path."""
        self.show(example(name))

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the circuit, and go on with that file."""
        self.circuit.save(path)
        self.path = Path(path)
        self.undo_stack.setClean()
        self.named.emit()

    @contextmanager
    def edit(self, text: str, *, merge: str = "") -> Iterator[Circuit]:
        """Make one undo step of all edits inside; where one fails, none is made.

        Parameters
        ----------
        text : str
            What the step is called in the Edit menu.
        merge : str
            Steps in a row that give the same word here become one.
        """
        before = self._text, self._merge
        self._text, self._merge = text, merge
        try:
            with self._circuit.transaction():
                yield self._circuit
        finally:
            self._text, self._merge = before

    def replay(self, change: Change) -> None:
        """Apply a change that is in the undo stack already."""
        self._replaying = True
        try:
            self._circuit.apply(change)
        finally:
            self._replaying = False

    def show(self, circuit: Circuit, path: Path | None = None) -> None:
        """Show another circuit, with nothing to undo."""
        self._stop_listening()
        self.undo_stack.clear()
        self.latest = None
        self._circuit = circuit
        self.path = path
        self._stop_listening = circuit.listen(self._heard)
        self.replaced.emit()
        self.named.emit()

    def _heard(self, change: Change) -> None:
        if not self._replaying:
            self.undo_stack.push(ChangeCommand(self, change, self._text or tr("Edit"), self._merge))
        self.latest = change
        self.changed.emit(change)
        if HEAD in change.slots:
            self.named.emit()


def _nothing() -> None:
    """What ends no listening."""
