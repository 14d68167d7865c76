"""Subcircuits: made of a selection, looked into while they run, edited, unpacked; and finding any node."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QBoxLayout

from gui.canvas.view import CanvasView
from gui.edits import finding, pieces, subcircuits
from gui.edits.scope import Scope
from gui.feature import Feature
from gui.language import tr
from gui.panels.breadcrumb import Breadcrumb
from gui.panels.find_bar import FindBar
from gui.tasks import Task
from gui.theme import Theme


class Hierarchy(Feature):
    """The Subcircuit part of the Arrange menu, the bar over the canvas, and Find."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._finding: Task | None = None
        menu = QT_TRANSLATE_NOOP("", "&Subcircuit")
        add = self.action
        add(
            menu,
            "makeSubcircuit",
            tr("&Make Subcircuit"),
            tr("Put the selected nodes into a subcircuit"),
            self.make,
            "Ctrl+G",
        )
        add(
            menu,
            "unpack",
            tr("&Unpack"),
            tr("Put the nodes of the selected subcircuit in its place"),
            self.unpack,
            "Ctrl+Shift+G",
        )
        self.separator(menu)
        add(
            menu,
            "lookInside",
            tr("&Look Inside"),
            tr("Show the selected subcircuit while it runs"),
            self.look_inside,
            "Ctrl+Down",
        )
        add(
            menu,
            "editDefinition",
            tr("&Edit Definition"),
            tr("Edit what all instances of it have in common"),
            self.edit_definition,
            "Ctrl+Shift+Down",
        )
        add(menu, "goOut", tr("&Go Out"), tr("Show the circuit around this one"), self.go_out, "Ctrl+Up")
        self.separator("&Edit")
        add("&Edit", "find", tr("&Find…"), tr("Find a node anywhere in the hierarchy"), self.find, "Ctrl+F")

    def attach(self, canvas: CanvasView) -> None:
        """Put a bar over a canvas."""
        bar = Breadcrumb(canvas.parentWidget())
        canvas.breadcrumb = bar
        holder = canvas.parentWidget().layout() if canvas.parentWidget() is not None else None
        if isinstance(holder, QBoxLayout):
            holder.insertWidget(holder.indexOf(canvas), bar)
        bar.set_theme(canvas.theme)
        bar.chosen.connect(canvas.show_scope)
        canvas.scope_changed.connect(partial(self._show_way, canvas, bar))
        canvas.edit_wanted.connect(partial(self._edit_wanted, canvas))

    def set_theme(self, theme: Theme) -> None:
        """Dress the bars over all canvases."""
        for workspace in self.window.workspaces:
            for bar in workspace.findChildren(Breadcrumb):
                bar.set_theme(theme)

    def _show_way(self, canvas: CanvasView, bar: Breadcrumb) -> None:
        outer = canvas.document.circuit
        path = canvas.scope.path
        found = [Scope(path[: depth + 1]).definition_in(outer) for depth in range(len(path))]
        bar.show_scope(canvas.scope, canvas.document.title, found)

    def _edit_wanted(self, canvas: CanvasView, what: str, which: object) -> None:
        if what == "node" and isinstance(which, int) and canvas.net.nodes[which].kind == "subcircuit":
            canvas.show_scope(canvas.scope.inside(canvas.document, canvas.net.nodes[which].id))

    # Make and unpack

    def make(self) -> None:
        """Put the selected nodes into a subcircuit."""
        canvas = self.canvas
        places = canvas.places()
        made: list[str] = []
        with canvas.edit(tr("Make a subcircuit")) as circuit:
            name = "part" if "part" not in circuit.definitions else pieces.free_definition(circuit, "part")
            made.append(subcircuits.make(circuit, set(canvas.selection.ids()), name, places))
        if made and made[0] in canvas.net.index:
            canvas.select(*made)

    def unpack(self) -> None:
        """Put the nodes of the selected subcircuits in their place."""
        canvas = self.canvas
        ids = [id for id in canvas.selection.ids() if canvas.circuit.node(id).kind == "subcircuit"]
        if not ids:
            self.say(tr("Select a subcircuit to unpack it"))
            return
        places, unpacked = canvas.places(), []
        one = tr("Unpack {id}").format(id=ids[0])
        with canvas.edit(one if len(ids) == 1 else tr("Unpack %n subcircuits", "", len(ids))) as circuit:
            for id in ids:
                unpacked += subcircuits.unpack(circuit, id, places[id])
        canvas.select(*(id for id in unpacked if id in canvas.net.index))

    # In and out

    def _chosen(self) -> str | None:
        canvas = self.canvas
        ids = [id for id in canvas.selection.ids() if canvas.circuit.node(id).kind == "subcircuit"]
        if not ids:
            self.say(tr("Select a subcircuit first"))
        return ids[0] if ids else None

    def look_inside(self) -> None:
        """Show the selected instance, with the values that it has now."""
        id = self._chosen()
        if id is not None:
            self.canvas.show_scope(self.canvas.scope.inside(self.canvas.document, id))

    def edit_definition(self) -> None:
        """Edit what is looked at, or what the selected instance is one of."""
        canvas, scope = self.canvas, self.canvas.scope
        if scope.editable:
            id = self._chosen()
            if id is None:
                return
            scope = scope.inside(canvas.document, id)
        canvas.show_scope(Scope(scope.path, scope.definition))

    def go_out(self) -> None:
        """Show the circuit around this one."""
        canvas = self.canvas
        path = canvas.scope.path[:-1]
        of = Scope(path).definition_in(canvas.document.circuit) if path else None
        last = canvas.scope.path[-1:]
        canvas.show_scope(Scope(path, of, editable=not path))
        if last and last[0] in canvas.net.index:
            canvas.select(*last)

    # Find

    def find(self) -> None:
        """Ask what to find."""
        canvas = self.canvas
        bar = canvas.viewport().findChild(FindBar, "findBar")
        if bar is None:
            bar = FindBar(canvas.viewport())
            bar.asked.connect(partial(self._look_for, self.window.workspace, bar))
            bar.chosen.connect(partial(_show_found, canvas))
        bar.open(canvas.theme)

    def _look_for(self, workspace: Any, bar: FindBar, text: str) -> None:
        """Look for a text beside the window; the last one that was typed counts."""
        if self._finding is not None:
            self._finding.end()
        contents = workspace.document.circuit.contents()

        def found(nodes: list[finding.Found]) -> None:
            bar.show_found([(finding.title(scope, node), (scope, node.id)) for scope, node in nodes])

        title = tr("Looking for {text}").format(text=text)
        self._finding = workspace.tasks.thread(title, lambda report: finding.find(contents, text, report), found)


def _show_found(canvas: CanvasView, what: tuple[Scope, str]) -> None:
    scope, id = what
    canvas.show_scope(scope)
    if id in canvas.net.index:
        canvas.reveal(id)
