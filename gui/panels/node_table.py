"""Nodes and connections as tables, for work by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from circuitsim.errors import CircuitError
from circuitsim.kinds import EDGE_KINDS, EDGE_PARAMETERS, KINDS
from circuitsim.records import Edge, Node
from gui.edits.numbers import parse_exact
from gui.edits.sequences import parse_sequence
from gui.language import told, tr
from gui.live.panel import Link, Panel, Workspace
from gui.panels.record_model import Record, RecordModel
from gui.tasks import Task

NODE_COLUMNS = (
    "id", "kind", "label",
    *dict.fromkeys(parameter.name for kind in KINDS.values() for parameter in kind.parameters),
)  # fmt: skip
EDGE_COLUMNS = (
    "from", "to",
    *dict.fromkeys(parameter.name for every in EDGE_PARAMETERS.values() for parameter in every),
    "from_port", "to_port",
)  # fmt: skip


class NodeTablePanel(Panel):
    """Add, connect, set, delete, and jump to the canvas; every edit is one undo step."""

    title = QT_TRANSLATE_NOOP("", "Neurons and Wires")
    name = "nodeTable"
    key = "Alt+7"
    tip = QT_TRANSLATE_NOOP("", "All nodes and connections as tables, to edit by keyboard alone")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.nodes = RecordModel(NODE_COLUMNS, self)
        self.edges = RecordModel(EDGE_COLUMNS, self)
        self.edges.edges_into = self._kind_of
        later = Qt.ConnectionType.QueuedConnection  # an edit makes the rows anew, while the cell is still being closed
        self.nodes.asked.connect(self._set_node, later)
        self.edges.asked.connect(self._set_edge, later)
        for model in (self.nodes, self.edges):
            model.arranging.connect(partial(self._arrange, model))
        self.filter = QLineEdit(self, objectName="tableFilter", placeholderText=tr("Filter"), clearButtonEnabled=True)
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setToolTip(tr("Show the rows in which this text occurs"))
        self.tabs = QTabWidget(self, objectName="nodeTableTabs")
        self.tabs.setAccessibleName(tr("Neurons and Wires"))
        self._tasks: dict[RecordModel, Task] = {}
        self.node_view = self._view("nodesView", self.nodes)
        self.edge_view = self._view("edgesView", self.edges)
        self.tabs.addTab(self._page(self.node_view, self._add_node_row()), tr("Neurons"))
        self.tabs.addTab(self._page(self.edge_view, self._add_edge_row()), tr("Wires"))
        self.setFocusProxy(self.node_view)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(self._common_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody needs gives the keys back to the canvas."""
        if event.key() == Qt.Key.Key_Escape and self.workspace is not None:
            self.workspace.canvas.setFocus()
        else:
            super().keyPressEvent(event)

    # What it is made of

    def _view(self, name: str, model: RecordModel) -> QTableView:
        self.filter.textChanged.connect(model.set_filter)
        view = QTableView(self, objectName=name)
        view.setAccessibleName(tr("Neurons") if model is self.nodes else tr("Wires"))
        view.setModel(model)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(24)
        return view

    def _page(self, view: QTableView, row: QHBoxLayout) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(view, 1)
        layout.addLayout(row)
        return page

    def _field(self, name: str, hint: str, act: Callable[..., None]) -> QLineEdit:
        field = QLineEdit(self, objectName=name, placeholderText=hint)
        field.setAccessibleName(hint)
        field.setToolTip(hint)
        field.returnPressed.connect(act)
        return field

    def _button(self, name: str, text: str, tip: str, act: Callable[..., None]) -> QPushButton:
        button = QPushButton(text, self, objectName=name, toolTip=tip)
        button.clicked.connect(act)
        return button

    def _add_node_row(self) -> QHBoxLayout:
        self.kind = QComboBox(self, objectName="newKind")
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.setToolTip(tr("The kind of the node that is added"))
        for name in (name for name, kind in KINDS.items() if kind.role != "instance"):
            self.kind.addItem(tr(name), name)
        self.kind.setCurrentIndex(self.kind.findData("neuron"))
        self.new_id = self._field("newId", tr("Id"), self.add_node)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.new_id, 1)
        row.addWidget(self._button("tableAdd", tr("Add"), tr("Add a node of this kind"), self.add_node))
        return row

    def _add_edge_row(self) -> QHBoxLayout:
        self.source = self._field("newSource", tr("From (or box/port)"), self.connect_nodes)
        self.target = self._field("newTarget", tr("To (or box/port)"), self.connect_nodes)
        self.value = self._field("newValue", tr("Count or weight"), self.connect_nodes)
        self.synapse = QComboBox(self, objectName="newSynapse")
        self.synapse.setAccessibleName(tr("Synapse"))
        self.synapse.setToolTip(tr("How the connection acts on a neuron"))
        for kind in EDGE_KINDS:
            self.synapse.addItem(tr(kind), kind)
        row = QHBoxLayout()
        for field in (self.source, self.target, self.synapse, self.value):
            row.addWidget(field, 1)
        row.addWidget(self._button("tableConnect", tr("Connect"), tr("Connect the two"), self.connect_nodes))
        return row

    def _common_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._button("tableJump", tr("Show on Canvas"), tr("Select it on the canvas"), self.jump))
        row.addStretch(1)
        row.addWidget(self._button("tableDelete", tr("Delete"), tr("Delete the selected rows"), self.delete))
        return row

    # What it shows

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """Every edit is shown, and the circuit of the hierarchy that the canvas shows."""
        yield workspace.document.changed, self.show_all
        yield workspace.canvas.scope_changed, self.show_all
        yield workspace.document.replaced, self.show_all

    def show_all(self, *_: object) -> None:
        """Show the records as they are, with the same rows chosen."""
        if self.workspace is None or not self.isVisible():
            return
        circuit = self.workspace.canvas.circuit
        for view, model, records in (
            (self.node_view, self.nodes, list(circuit.nodes.values())),
            (self.edge_view, self.edges, list(circuit.edges)),
        ):
            if records == model.records:
                continue
            at = view.currentIndex()
            model.show_records(records)
            view.setCurrentIndex(model.index(min(at.row(), model.rowCount() - 1), max(at.column(), 0)))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is shown now."""
        self.show_all()

    def _arrange(self, model: RecordModel, work: Callable[..., Any]) -> None:
        """Filter and sort very many records beside the window."""
        assert self.workspace is not None
        if model in self._tasks:
            self._tasks[model].end()
        self._tasks[model] = self.workspace.tasks.thread(tr("Sorting the table"), work, model.take)

    def _kind_of(self, id: str) -> str:
        assert self.workspace is not None
        return self.workspace.canvas.circuit.node(id).kind

    # What it does

    def _edit(self, text: str, act: Callable[[Any], object]) -> bool:
        assert self.workspace is not None
        try:
            with self.workspace.canvas.scope.edit(self.workspace.document, text) as circuit:
                act(circuit)
        except CircuitError as error:
            self.say(told(error))
            return False
        return True

    def _set_node(self, node: Node, column: str, value: str) -> None:
        if column == "id":
            self._edit(tr("Rename {id}").format(id=node.id), lambda circuit: circuit.rename(node.id, value.strip()))
        else:
            given = {column: _typed(column, value)}
            text = tr("Set {parameter} of {name}").format(parameter=tr(column), name=node.id)
            self._edit(text, lambda circuit: circuit.set(node.id, **given))

    def _set_edge(self, edge: Edge, column: str, value: str) -> None:
        given = {column: _typed(column, value)}
        text = tr("Set {parameter} of {source} to {target}").format(
            parameter=tr(column), source=edge.source, target=edge.target
        )
        self._edit(text, lambda circuit: circuit.set_edge(edge.key, **given))

    def add_node(self, *_: object) -> None:
        """Add a node."""
        kind, id = self.kind.currentData(), self.new_id.text().strip() or None
        text = tr("Add {name}").format(name=tr(kind))
        if self.workspace is not None and self._edit(text, lambda circuit: circuit.add(kind, id)):
            self.new_id.clear()
            self.node_view.selectRow(self.node_view.model().rowCount() - 1)

    def connect_nodes(self, *_: object) -> None:
        """Connect two nodes, with the synapse that the target takes."""
        for field in (self.source, self.target):
            if not field.text().strip():
                self.say(tr("Type the id of a node here: {field}").format(field=field.placeholderText()))
                field.setFocus()
                return
        text = tr("Connect {source} to {target}").format(source=self.source.text(), target=self.target.text())
        if self.workspace is not None and self._edit(text, self._connect):
            self.target.clear()
            self.source.setFocus()
            self.source.selectAll()

    def _connect(self, circuit: Any) -> None:
        source, from_port = _end(circuit, self.source.text().strip())
        target, to_port = _end(circuit, self.target.text().strip())
        synapse = KINDS[circuit.node(target).kind].synapse
        given: dict[str, Any] = {}
        if synapse == "counted":
            given["kind"] = self.synapse.currentData()
        typed = self.value.text().strip()
        if typed and synapse in ("counted", "weighted"):
            name = "count" if synapse == "counted" else "weight"
            given[name] = _typed(name, typed)
        circuit.connect(source, target, from_port=from_port, to_port=to_port, **given)

    def _chosen(self) -> list[Record]:
        nodes = self.tabs.currentIndex() == 0
        view, model = (self.node_view, self.nodes) if nodes else (self.edge_view, self.edges)
        return [model.record_at(index) for index in view.selectionModel().selectedRows()]

    def delete(self, *_: object) -> None:
        """Delete the chosen rows, in one undo step."""
        chosen = self._chosen()
        if chosen:
            self._edit(tr("Delete %n rows", "", len(chosen)), partial(_delete, chosen))

    def jump(self, *_: object) -> None:
        """Select the chosen nodes, or the ends of the chosen wires, on the canvas, and bring them into sight."""
        if self.workspace is None:
            return
        canvas = self.workspace.canvas
        ids: dict[str, None] = {}
        for record in self._chosen():
            ids.update(dict.fromkeys((record.id,) if isinstance(record, Node) else (record.source, record.target)))
        known = [id for id in ids if id in canvas.net.index]
        if known:
            canvas.select(*known)
            row = canvas.net.index[known[0]]
            canvas.centerOn(float(canvas.net.x[row]), float(canvas.net.y[row]))
            canvas.setFocus()


def _delete(chosen: Sequence[Record], circuit: Any) -> None:
    nodes = [record.id for record in chosen if isinstance(record, Node)]
    if nodes:
        circuit.remove(*nodes)
    for record in chosen:
        if isinstance(record, Edge):
            circuit.disconnect(record.key)


def _end(circuit: Any, text: str) -> tuple[str, str | None]:
    """A node, or a port of a subcircuit written `box/port`."""
    if text in circuit.nodes or "/" not in text:
        return text, None
    node, _, port = text.partition("/")
    return node, port


def _typed(column: str, text: str) -> Any:
    """What was typed into a cell, as the circuit takes it; numbers as they are typed anywhere."""
    text = text.strip()
    if column == "label":
        return text or None
    if column == "drive":
        return parse_sequence(text)
    if column in ("threshold", "count", "weight", "bias", "initial"):
        try:
            return parse_exact(text)
        except ValueError:
            return text  # the circuit says what it takes
    return text
