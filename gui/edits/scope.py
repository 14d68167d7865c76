"""Which circuit is on the canvas: the document's own, or the definition of a subcircuit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QT_TRANSLATE_NOOP

from circuitsim.api import Circuit
from circuitsim.errors import EditError
from circuitsim.records import Body, Change, Contents, Definition, Head, Slot
from gui.document import Document
from gui.language import tr

ONLY_LOOKING = QT_TRANSLATE_NOOP("", "This is a look inside a running instance; choose Edit Definition to change it")
"""Why nothing can be changed inside an instance."""


def circuit_of(outer: Circuit, body: Body, name: str = "") -> Circuit:
    """A body as a circuit of its own, with the definitions that it may use."""
    head = Head(name, timing=outer.timing)
    return Circuit.from_contents(Contents(head, body, definitions=outer.contents().definitions))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at.

    Attributes
    ----------
    path : tuple of str
        The instances that were entered, from the outside in: values are looked up below it.
    definition : str or None
        The definition shown; None for the document's own circuit.
    editable : bool
        Whether edits reach the definition. Inside an instance one only looks.
    """

    path: tuple[str, ...] = ()
    definition: str | None = None
    editable: bool = True

    def read(self, document: Document) -> Circuit:
        """The circuit shown, as it is now."""
        outer = document.circuit
        if self.definition is None:
            return outer
        return circuit_of(outer, outer.definitions[self.definition].body, self.definition)

    def exists(self, document: Document) -> bool:
        """Whether there still is something to show."""
        outer = document.circuit
        if self.definition is not None and self.definition not in outer.definitions:
            return False
        return not self.path or self.definition_in(outer) == self.definition

    def after(self, change: Change) -> Scope:
        """The same, where a change has given its definition another name."""
        slot: Slot = ("definition", self.definition or "")
        if slot in change.after or slot not in change.before:
            return self
        rank = change.before[slot].rank  # type: ignore[union-attr]
        for (table, name), record in change.after.items():
            if table == "definition" and isinstance(record, Definition) and record.rank == rank:
                return replace(self, definition=str(name))
        return self

    def definition_in(self, outer: Circuit) -> str | None:
        """What the last instance of the path is an instance of; None where there is no such path."""
        nodes = {node.id: node for node in outer.nodes.values()}
        of: str | None = None
        for id in self.path:
            node = nodes.get(id)
            of = None if node is None else node.parameters.get("of")
            if of is None:
                return None
            nodes = {inner.id: inner for inner in outer.definitions[of].body.nodes}
        return of

    @contextmanager
    def edit(self, document: Document, text: str, *, merge: str = "") -> Iterator[Circuit]:
        """Edit what is shown, in one undo step."""
        if not self.editable:
            raise EditError(tr(ONLY_LOOKING))
        with document.edit(text, merge=merge) as outer:
            if self.definition is None:
                yield outer
            else:
                inner = self.read(document)
                version = inner.version
                yield inner
                if inner.version != version:
                    outer.define(self.definition, inner, replace=True)

    def inside(self, document: Document, id: str) -> Scope:
        """The inside of an instance."""
        of = self.read(document).node(id).parameters["of"]
        follows = bool(self.path) or self.definition is None  # a bare definition does not run
        return Scope((*self.path, id) if follows else (), of, editable=not follows)
