"""Adding nodes: a key for each kind, the quick-add popup, the palette, and drops on the canvas."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QPainter

from circuitsim.api import Circuit, example
from circuitsim.errors import CircuitError
from circuitsim.kinds import KINDS
from circuitsim.records import Change
from gui.canvas.free_place import free_place
from gui.canvas.icon import paint_icon
from gui.canvas.overlay import Wire
from gui.canvas.shapes import CODE, box_size, half_sizes
from gui.canvas.view import CanvasView
from gui.editing.definitions import Definitions
from gui.edits import adding, wiring
from gui.edits.adding import Entry
from gui.edits.scope import ONLY_LOOKING, Scope
from gui.edits.wiring import End
from gui.feature import Feature
from gui.language import told, tr
from gui.panels.palette import Palette
from gui.panels.quick_add import QuickAdd
from gui.theme import Theme


class Adding(Feature):
    """The Insert menu, the palette and the popup."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._palette: Palette | None = None
        self._asked: tuple[CanvasView, QPointF, End | None, bool] | None = None
        menu = QT_TRANSLATE_NOOP("", "&Insert")
        for kind, key in adding.KEYS.items():
            title, meaning = told(KINDS[kind].title), told(KINDS[kind].meaning)
            tip = tr("Add: {title}, {meaning}").format(title=title, meaning=meaning)
            self.action(menu, f"add_{kind}", title, tip, partial(self.add_kind, kind), key)
        for name in ("open", *(f"add_{kind}" for kind in adding.KEYS)):
            window.actions_by_name[name].changed.connect(self._keys_changed)
        self.separator(menu)
        self.action(
            menu, "quickAdd", tr("&Search What to Add…"), tr("Search for something to add"), self.ask, "Ctrl+Space"
        )
        self.action(menu, "addNote", tr("No&te"), tr("Write a text on the canvas"), self.add_note, "Shift+N")
        self.dock("palette", QT_TRANSLATE_NOOP("", "Palette"), self._make_palette, "Ctrl+Shift+A", right=False)

    def attach(self, canvas: CanvasView) -> None:
        """Answer a canvas that asks what to add."""
        canvas.quick_add_wanted.connect(partial(self._asked_for, canvas))
        canvas.dropped.connect(partial(self._dropped, canvas))
        canvas.refused.connect(self.say)
        canvas.scope_changed.connect(self._close_popup)
        canvas.document.replaced.connect(self._close_popup)
        canvas.document.replaced.connect(self._refresh)
        canvas.document.changed.connect(self._changed)

    def follow(self, workspace: Any) -> None:
        """Show the definitions of the document that is shown."""
        super().follow(workspace)
        self._keys_changed()

    def set_theme(self, theme: Theme) -> None:
        """Paint the icons in another theme."""
        self._refresh()

    def entries(self) -> list[Entry]:
        """All there is to add to the document that is shown."""
        found = adding.entries(list(self.canvas.document.circuit.definitions))
        return [replace(each, key=self._key(f"add_{each.name}")) if each.key else each for each in found]

    def _key(self, name: str) -> str:
        """The key that an action has now."""
        text: str = self.window.actions_by_name[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return text

    def _keys_changed(self) -> None:
        """Name the keys as they are, wherever they are named."""
        kinds = {kind: self._key(f"add_{kind}") or tr("the Insert menu") for kind in adding.KEYS}
        opening = self._key("open") or tr("the File menu")
        for workspace in self.window.workspaces:
            workspace.canvas.name_keys(**kinds, open=opening)
        self._refresh()

    def _changed(self, change: Change) -> None:
        if any(slot[0] == "definition" for slot in change.slots):
            self._refresh()

    def _paint(self, painter: QPainter, entry: Entry, theme: Theme) -> None:
        """Paint the icon of an entry: of a subcircuit, what is in it."""
        inside = None
        if entry.act == "definition" and entry.name in self.canvas.document.circuit.definitions:
            inside = Scope((), entry.name).read(self.canvas.document)
        elif entry.act == "example":
            with suppress(CircuitError):  # a broken file must not keep the others from being shown
                inside = example(entry.name)
        paint_icon(painter, entry, theme, inside)

    def _refresh(self, *_: object) -> None:
        if self._palette is not None:
            self._palette.set_entries(self.entries(), self.canvas.theme)

    def _make_palette(self) -> Palette:
        self._palette = Palette(self._paint, self.window)
        self._palette.chosen.connect(self._chosen_in_palette)
        definitions = next(feature for feature in self.window.features if isinstance(feature, Definitions))
        later = Qt.ConnectionType.QueuedConnection  # an edit makes the list anew, while the name is still being closed
        self._palette.renamed.connect(definitions.rename, later)
        self._palette.deleted.connect(definitions.delete)
        self._palette.menu_wanted.connect(partial(_open_menu, definitions, self._palette))
        self._refresh()
        return self._palette

    def _chosen_in_palette(self, entry: Entry) -> None:
        self.take(entry, self.canvas.mapToScene(self.canvas.viewport().rect().center()))

    # Ways to add

    def add_kind(self, kind: str) -> None:
        """Add a node of a kind where the pointer is."""
        entry = next(entry for entry in adding.entries() if (entry.act, entry.name) == ("kind", kind))
        self.take(entry, self.canvas.where_to_add())

    def add_note(self) -> None:
        """Write a note where the pointer is."""
        canvas, at = self.canvas, self.canvas.where_to_add()
        if canvas.scope.definition is not None:
            self.say(tr("Notes stand in the circuit itself, not in a subcircuit: go out to write one"))
            return
        with canvas.edit(tr("Add a note")) as circuit:
            rank = circuit.add_note(tr("Note"), adding.snap(at.x(), canvas.grid), adding.snap(at.y(), canvas.grid))
            canvas.selection.clear_quietly()
            canvas.selection.notes = {rank}
        if canvas.selection.notes:
            canvas.edit_wanted.emit("note", next(iter(canvas.selection.notes)))

    def ask(self) -> None:
        """Ask what to add where the pointer is."""
        self._asked_for(self.canvas, self.canvas.where_to_add(), None, False)

    def _asked_for(self, canvas: CanvasView, at: QPointF, wire: End | None, inhibitory: bool) -> None:
        if not canvas.scope.editable:
            self.say(tr(ONLY_LOOKING))
            return
        popup = _popup_on(canvas)
        if popup is None:
            popup = QuickAdd(self._paint, canvas.viewport())
            popup.chosen.connect(self._chosen_in_popup)
            popup.closed.connect(partial(_show_wire, canvas, None))
        self._asked = (canvas, at, wire, inhibitory)
        popup.set_entries([entry for entry in self.entries() if adding.fits(canvas.circuit, entry, wire)], canvas.theme)
        popup.open_at(canvas.mapFromScene(at))
        if wire is not None:
            _show_wire(canvas, Wire(wire, (at.x(), at.y()), inhibitory))

    def _close_popup(self) -> None:
        popup = _popup_on(self.canvas)
        if popup is not None:
            popup.close_back()

    def _chosen_in_popup(self, entry: Entry) -> None:
        if self._asked is None:
            return
        self._close_popup()
        (_, at, wire, inhibitory), self._asked = self._asked, None
        self.take(entry, at, wire, inhibitory=inhibitory)

    def _dropped(self, canvas: CanvasView, what: str, at: QPointF) -> None:
        act, _, name = what.partition("/")
        for entry in self.entries():
            if (entry.act, entry.name) == (act, name):
                self.take(entry, at)

    def take(self, entry: Entry, at: QPointF, wire: End | None = None, *, inhibitory: bool = False) -> None:
        """Add an entry at a scene point; one that is a connection connects what is selected."""
        canvas = self.canvas
        if entry.act == "connection":
            self._connect_selected(inhibitory=entry.name == "inhibitory")
            return
        added = []
        canvas.end_glide()
        with canvas.edit(tr("Add {name}").format(name=entry.title)) as circuit:
            x, y = free_place(canvas.net, _half(circuit, entry), at.x(), at.y(), canvas.grid)
            added.append(adding.add(circuit, entry, x, y, wire, inhibitory=inhibitory, grid=canvas.grid))
        if added and added[0] in canvas.net.index:
            canvas.select(*added)
            canvas.stay()

    def _connect_selected(self, *, inhibitory: bool) -> None:
        canvas, ids = self.canvas, self.canvas.selection.ids()
        if len(ids) == 2:
            source, target = sorted(ids, key=lambda id: float(canvas.net.x[canvas.net.index[id]]))
            one = wiring.free_port(canvas.circuit, source, "out")
            canvas.connect_ends(one, wiring.free_port(canvas.circuit, target, "in"), inhibitory=inhibitory)
            return
        canvas.inhibit_next = inhibitory
        if inhibitory:
            said = tr("Drag from a port: the next connection is inhibitory. Or select two nodes and choose this again")
        else:
            said = tr("Drag from a port: the next connection is excitatory. Or select two nodes and choose this again")
        self.say(said)


def _half(circuit: Circuit, entry: Entry) -> tuple[float, float]:
    """Half the width and height that the node of an entry will have."""
    if entry.act == "kind":
        width, height = half_sizes(np.array([CODE[entry.name]]), np.array([1]))
        return float(width[0]), float(height[0])
    known = circuit.definitions
    nodes = known[entry.name].body.nodes if entry.name in known else example(entry.name).nodes.values()
    ports = [[node.id for node in nodes if node.kind == kind] for kind in ("input", "output")]
    return box_size(entry.name, *ports)


def _popup_on(canvas: CanvasView) -> QuickAdd | None:
    """The popup of a canvas, once it was asked for; it goes with its tab."""
    return canvas.viewport().findChild(QuickAdd)


def _show_wire(canvas: CanvasView, wire: Wire | None) -> None:
    """Go on showing the wire for whose end something is looked for."""
    canvas.overlay.wire = wire
    canvas.viewport().update()


def _open_menu(definitions: Definitions, palette: Palette, name: str, at: QPoint) -> None:
    definitions.open_menu(name, at, palette)
