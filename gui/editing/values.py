"""Changing values: in place on the canvas, and in the inspector; names, labels and notes; the history."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QPointF, Qt

from circuitsim.errors import CircuitError
from circuitsim.kinds import EDGE_PARAMETERS, KINDS, Parameter
from circuitsim.records import Head
from gui.canvas.bundles import Bundle
from gui.canvas.view import CanvasView
from gui.edits import changing
from gui.edits.numbers import parse_as, show_number
from gui.feature import Feature
from gui.language import told, tr
from gui.panels.caption import Caption
from gui.panels.history import History
from gui.panels.inspector import Group, Inspector


class Values(Feature):
    """The inspector and the history, and the field on the canvas."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._inspector: Inspector | None = None
        self._history: History | None = None
        self.action("&Edit", "rename", tr("Re&name…"), tr("Name what is selected"), self.rename, "F2")
        self.action(
            "&Edit", "editLabel", tr("&Label…"), tr("Give what is selected a text to show"), self.label, "Shift+F2"
        )
        tip = tr("Type the threshold, bias, weight, count or initial value of what is selected")
        self.action("&Edit", "editValue", tr("T&hreshold or Weight…"), tip, self.value, "V")
        tip = tr(
            "Make the selected excitatory connections inhibitory, and the other way round; turn the sign of weights"
        )
        self.action("&Edit", "flipSynapses", tr("E&xcite or Inhibit"), tip, self.flip, "Shift+X")
        tip = tr("Change the name, the description and the timing of the circuit")
        self.action(
            "&Edit", "circuitProperties", tr("Circuit Pr&operties…"), tip, self.properties, "Alt+Return", "Alt+Enter"
        )
        self._inspector_dock = self.dock(
            "inspector", QT_TRANSLATE_NOOP("", "Inspector"), self._make_inspector, "Ctrl+I"
        )
        self.dock("history", QT_TRANSLATE_NOOP("", "History"), self._make_history, "Ctrl+H")

    def attach(self, canvas: CanvasView) -> None:
        """Answer a canvas on which something is to be edited."""
        canvas.edit_wanted.connect(partial(self._edit_wanted, canvas))
        canvas.selection_changed.connect(self._show)
        canvas.document.changed.connect(self._show)
        canvas.document.replaced.connect(self._show)
        caption = canvas.parentWidget().findChild(Caption)
        if caption is not None:
            caption.edit_wanted.connect(self.properties)
            caption.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            caption.addAction(self.window.actions_by_name["circuitProperties"])

    def follow(self, workspace: Any) -> None:
        """Show the selection and the history of another document."""
        super().follow(workspace)
        self._show()
        if self._history is not None:
            self._history.setStack(workspace.document.undo_stack)

    # Docks

    def _make_inspector(self) -> Inspector:
        self._inspector = Inspector(self.window)
        self._inspector.changed.connect(self._inspected)
        self._inspector.renamed.connect(self._give_name)
        self._inspector.labelled.connect(self._give_label)
        self._inspector.described.connect(self._describe)
        self._inspector.refused.connect(self.say)
        self._show()
        return self._inspector

    def _make_history(self) -> History:
        self._history = History(self.window)
        self._history.setStack(self.window.document.undo_stack)
        return self._history

    def _show(self, *_: object) -> None:
        if self._inspector is None:
            return
        canvas = self.canvas
        nodes = [canvas.circuit.node(id) for id in canvas.selection.ids() if id in canvas.circuit.graph]
        alone = (nodes[0].id, nodes[0].label or "") if len(nodes) == 1 else None
        groups = [*_node_groups(canvas, nodes), *_edge_groups(canvas, canvas.selection.bundles())]
        circuit = canvas.document.circuit
        self._inspector.show_groups(groups, alone, Head(circuit.name, circuit.description, circuit.timing))

    def _inspected(self, group: Group, name: str, value: object) -> None:
        canvas = self.canvas
        what = group.members[0] if group.what == "node" and len(group.members) == 1 else group.title
        text = tr("Set {parameter} of {name}").format(parameter=tr(name), name=what)
        with canvas.edit(text, merge=f"{group.what} {group.members} {name}") as circuit:
            if group.what == "node":
                changing.set_parameter(circuit, group.members, name, value)
            else:
                for keys in group.members:
                    changing.set_synapses(circuit, keys, name, value)
        self._show()

    # The circuit itself

    def properties(self) -> None:
        """Select nothing, and show what the circuit says of itself, to be changed."""
        self.canvas.selection.choose()
        dock = self._inspector_dock()
        dock.show()
        dock.raise_()
        if self._inspector is not None and self._inspector.about is not None:
            self._inspector.about.name.setFocus()
            self._inspector.about.name.selectAll()

    def _describe(self, name: str, value: str) -> None:
        text = {
            "name": tr("Name the circuit"),
            "description": tr("Describe the circuit"),
            "timing": tr("Change to unit-delay timing") if value == "unit-delay" else tr("Change to settled timing"),
        }[name]
        try:
            with self.window.document.edit(text, merge=f"circuit {name}") as circuit:
                setattr(circuit, name, value)
        except CircuitError as error:
            self.say(told(error))
            self._show()

    # Names

    def rename(self) -> None:
        """Ask for the name of the node that is selected, the text of the note, or where nothing is the circuit's."""
        if self.canvas.selection:
            self._edit_wanted(self.canvas, "name", None)
        else:
            self.properties()

    def label(self) -> None:
        """Ask for the label of the node that is selected."""
        canvas, ids = self.canvas, self.canvas.selection.ids()
        if len(ids) == 1:
            now = canvas.circuit.node(ids[0]).label or ""
            at = canvas.name_position(ids[0])
            what = tr("Label of {id}").format(id=ids[0])
            canvas.in_place.open_at(at, now, what, partial(self._give_label, ids[0]))

    def _give_name(self, id: str, text: str) -> None:
        canvas = self.canvas
        new = [id]
        with canvas.edit(tr("Rename {id} to {name}").format(id=id, name=text.strip())) as circuit:
            new.append(changing.rename(circuit, id, text))
        if new[-1] in canvas.net.index:
            canvas.select(new[-1])

    def _give_label(self, id: str, text: str) -> None:
        with self.canvas.edit(tr("Label {id}").format(id=id)) as circuit:
            circuit.set(id, label=text.strip() or None)

    # Values

    def value(self) -> None:
        """Ask for the value that is typed most of what is selected."""
        if self.canvas.selection.ids() or self.canvas.selection.bundles():
            self._edit_wanted(self.canvas, "typed", None)
        else:
            self.say(tr("Select a node or a connection first"))

    def flip(self) -> None:
        """Make the selected connections act the other way."""
        bundles = self.canvas.selection.bundles()
        if not bundles:
            self.say(tr("Select a connection first: click its line"))
            return
        keys = [key for bundle in bundles for key in bundle.keys]
        with self.canvas.edit(tr("Excite or inhibit")) as circuit:
            if not changing.flip(circuit, keys):
                self.say(tr("Only synapses into neurons and units excite or inhibit"))

    # In place

    def _edit_wanted(self, canvas: CanvasView, what: str, which: Any) -> None:
        if not self.is_shown(canvas):
            return
        if not canvas.scope.editable:
            return
        if what == "node":
            node = canvas.net.nodes[which]
            canvas.select(node.id)
            if node.kind in changing.TYPED:
                self._ask_parameter(canvas, [node.id], None)
            elif node.kind != "subcircuit":
                self._ask_name(canvas)
        elif what == "bundle":
            canvas.selection.choose(bundles=[which])
            self._ask_synapse(canvas, [canvas.net.bundles[which]], None)
        elif what == "note":
            self._ask_note(canvas, which)
        elif what == "typed":
            self._typed(canvas, which)
        elif what == "name":
            self._ask_name(canvas)

    def _typed(self, canvas: CanvasView, digit: str | None) -> None:
        ids, bundles = canvas.selection.ids(), canvas.selection.bundles()
        if ids:
            kinds = {canvas.circuit.node(id).kind for id in ids}
            if len(kinds) == 1 and kinds <= changing.TYPED.keys():
                self._ask_parameter(canvas, ids, digit)
            else:
                self.say(tr("Select neurons, units or delays alone to type their value"))
        elif bundles:
            self._ask_synapse(canvas, bundles, digit)

    def _ask_parameter(self, canvas: CanvasView, ids: list[str], typed: str | None) -> None:
        kind = canvas.circuit.node(ids[0]).kind
        name = changing.TYPED[kind]
        parameter = _named(KINDS[kind].parameters, name)
        now = show_number(canvas.circuit.node(ids[0]).parameters[name])

        def accept(text: str) -> None:
            value = parse_as(parameter, text)
            what = ids[0] if len(ids) == 1 else tr("%n nodes", "", len(ids))
            with canvas.edit(tr("Set {parameter} of {name}").format(parameter=tr(name), name=what)) as circuit:
                changing.set_parameter(circuit, ids, name, value)

        what = tr("{parameter} of {name}").format(parameter=tr(name), name=ids[0])
        canvas.in_place.open_at(
            canvas.node_position(ids[0]), now if typed is None else typed, what, accept, typed=typed is not None
        )

    def _ask_synapse(self, canvas: CanvasView, bundles: list[Bundle], typed: str | None) -> None:
        bundle = bundles[0]
        parameters = EDGE_PARAMETERS[KINDS[canvas.circuit.node(bundle.target).kind].synapse]
        numbers = [parameter for parameter in parameters if parameter.name in ("weight", "count")]
        if not numbers:
            text = tr("{source} to {target} carries a value as it is; there is nothing to set")
            self.say(text.format(source=bundle.source, target=bundle.target))
            return
        parameter = numbers[0]
        alike = [b for b in bundles if (b.weight is None) == (bundle.weight is None)]
        now = show_number(bundle.count if bundle.weight is None else bundle.weight)

        ends = {"parameter": tr(parameter.name), "source": bundle.source, "target": bundle.target}

        def accept(text: str) -> None:
            value = parse_as(parameter, text)
            with canvas.edit(tr("Set {parameter} of {source} to {target}").format(**ends)) as circuit:
                for one in alike:
                    changing.set_synapses(circuit, one.keys, parameter.name, value)

        what = tr("{parameter} of {source} to {target}").format(**ends)
        canvas.in_place.open_at(
            canvas.bundle_position(canvas.net.bundles.index(bundle)),
            now if typed is None else typed,
            what,
            accept,
            typed=typed is not None,
        )

    def _ask_name(self, canvas: CanvasView) -> None:
        ids = canvas.selection.ids()
        if len(ids) == 1:
            at = canvas.name_position(ids[0])
            what = tr("Name of {id}").format(id=ids[0])
            canvas.in_place.open_at(at, ids[0], what, partial(self._give_name, ids[0]))
        elif len(canvas.selection.notes) == 1 and not ids:
            self._ask_note(canvas, next(iter(canvas.selection.notes)))

    def _ask_note(self, canvas: CanvasView, rank: int) -> None:
        note = next(note for note in canvas.net.notes if note.rank == rank)
        at = canvas.mapFromScene(QPointF(note.x, note.y)) + QPoint(60, 8)

        def accept(text: str) -> None:
            with canvas.edit(tr("Edit a note") if text.strip() else tr("Delete a note")) as circuit:
                circuit.set_note(rank, text.replace("\\n", "\n") if text.strip() else None, note.x, note.y)

        canvas.in_place.open_at(at, note.text.replace("\n", "\\n"), tr("Text of the note; \\n begins a line"), accept)


def _named(parameters: Iterable[Parameter], name: str) -> Parameter:
    return next(parameter for parameter in parameters if parameter.name == name)


def _node_groups(canvas: CanvasView, nodes: list[Any]) -> list[Group]:
    groups = []
    for kind in dict.fromkeys(node.kind for node in nodes):
        members = [node for node in nodes if node.kind == kind]
        of = KINDS[kind]
        title = f"{told(of.title)} {members[0].id}" if len(members) == 1 else f"{len(members)} × {told(of.title)}"
        values = {p.name: tuple(node.parameters[p.name] for node in members) for p in of.parameters}
        names = tuple(canvas.circuit.definitions) if kind == "subcircuit" else ()
        groups.append(Group("node", title, tuple(node.id for node in members), of.parameters, values, names))
    return groups


def _edge_groups(canvas: CanvasView, bundles: list[Bundle]) -> list[Group]:
    groups = []
    by_synapse: dict[str, list[Bundle]] = {}
    for bundle in bundles:
        by_synapse.setdefault(KINDS[canvas.circuit.node(bundle.target).kind].synapse, []).append(bundle)
    for synapse, members in by_synapse.items():
        first = members[0]
        many = tr("{count} connections", "", len(members)).format(count=len(members))
        title = f"{first.source} → {first.target}" if len(members) == 1 else many
        parameters = EDGE_PARAMETERS[synapse]  # type: ignore[index]
        edges = [canvas.circuit.edge(bundle.keys[0]) for bundle in members]
        values = {p.name: tuple(getattr(edge, p.name) for edge in edges) for p in parameters}
        if "count" in values:
            values["count"] = tuple(bundle.count for bundle in members)
        groups.append(Group("edge", title, tuple(bundle.keys for bundle in members), parameters, values))
    return groups
