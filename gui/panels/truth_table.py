"""The truth table of the circuit or of the selected nodes, beside what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.logic.table import MOST_INPUTS
from gui.canvas.node_texts import show_value
from gui.edits.scope import Scope
from gui.language import told, tr
from gui.live.cone import cut_out
from gui.live.drives import attempt
from gui.live.panel import Link, Panel, Workspace
from gui.live.rows import Rows, compute_rows
from gui.tasks import Report
from gui.theme import LIGHT, Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_WAIT_MS = 120
_BESIDE = 16  # what a cell has beside its text
_ROW, _MEASURED = 24, 32  # the height of a row; and how many are measured for the width of the columns
_LARGE = 3000  # nodes from which the table is computed only when asked for
_MOST_TESTED = 4096  # rows that become a test without having been chosen
RESTLESS = "~"
"""What stands where the circuit never comes to rest."""


class TableModel(QAbstractTableModel):
    """Inputs, outputs, what was expected, and whether it was found.

    Signals
    -------
    refused(str)
        Why what was typed is no expectation.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Rows | None = None
        self.live: int | None = None
        self.expected: dict[int, str] = {}
        self.theme = LIGHT

    def show_rows(self, rows: Rows | None) -> None:
        """Show another table; what was typed stays where the columns are the same."""
        same = rows is not None and self.rows is not None and (rows.inputs, rows.outputs, len(rows)) == (
            self.rows.inputs, self.rows.outputs, len(self.rows)
        )  # fmt: skip
        self.beginResetModel()
        self.rows, self.live = rows, None
        if not same:
            self.expected = {}
        self.endResetModel()

    def show_live(self, row: int | None) -> None:
        """Mark the row of the present inputs."""
        before, self.live = self.live, row
        for changed in {before, row} - {None}:
            self.dataChanged.emit(self.index(changed, 0), self.index(changed, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, changed, changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() or self.rows is None else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Inputs, outputs, expected, verdict."""
        return 0 if parent.isValid() or self.rows is None else len(self.rows.inputs) + len(self.rows.outputs) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Names above; the live row is marked at the side."""
        if role != Role.DisplayRole or self.rows is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"▶ {section}" if section == self.live else str(section)
        names = (*self.rows.inputs, *(name.removesuffix("~out") for name in self.rows.outputs))
        return (*names, tr("expected"), "")[section] if section < len(names) + 2 else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows."""
        if self.rows is None:
            return None
        row, column = index.row(), index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return self._text(row, column)
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.FontRole and (row == self.live or self._is_output(column)):
            font = QFont()
            font.setBold(True)
            return font
        if role == Role.BackgroundRole and row == self.live:
            return self.theme.color("grid")
        if role == Role.ForegroundRole and (self.verdict(row) == "fail" or self.rows.restless[row]):
            return self.theme.color("error")
        if role == Role.ToolTipRole and column == self.columnCount() - 2:
            return tr("What you expect: a 0, a 1 or a - for each output")
        if role == Role.ToolTipRole and self.rows.restless[row] and self._is_output(column):
            return tr("With these inputs the circuit never comes to rest. Click to set them, then let it run.")
        return None

    def _is_output(self, column: int) -> bool:
        assert self.rows is not None
        return len(self.rows.inputs) <= column < len(self.rows.inputs) + len(self.rows.outputs)

    def _text(self, row: int, column: int) -> str:
        rows = self.rows
        assert rows is not None
        if column < len(rows.inputs):
            return str(int(rows.given[row, column]))
        column -= len(rows.inputs)
        if column < len(rows.outputs):
            if rows.restless[row]:
                return RESTLESS
            return show_value(float(rows.found[row, column]))
        return self.expected.get(row, "") if column == len(rows.outputs) else tr(self.verdict(row))

    def verdict(self, row: int) -> str:
        """Whether a row is as expected, in a word."""
        typed = self.expected.get(row)
        if self.rows is None or typed is None:
            return ""
        if self.rows.restless[row]:
            return "fail" if set(typed) != {"-"} else "pass"
        pairs = zip(typed, self.rows.found[row].tolist(), strict=True)
        passed = all(wanted == "-" or int(wanted) == found for wanted, found in pairs)
        return QT_TRANSLATE_NOOP("", "pass") if passed else QT_TRANSLATE_NOOP("", "fail")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The expected column can be typed into."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == self.columnCount() - 2 else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take in what was typed: one of 0, 1 and - for each output, or nothing."""
        if role != Role.EditRole or self.rows is None:
            return False
        typed = "".join(str(value).split())
        if typed and (len(typed) != len(self.rows.outputs) or set(typed) - set("01-")):
            text = tr("{typed} is no expectation: type a 0, a 1 or a - for each output: {outputs}")
            self.refused.emit(text.format(typed=str(value).strip(), outputs=" ".join(self.rows.outputs)))
            return False
        if typed:
            self.expected[index.row()] = typed
        else:
            self.expected.pop(index.row(), None)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), self.columnCount() - 1))
        return True


class TruthTablePanel(Panel):
    """Computes the table when it is seen; a click on a row sets the inputs."""

    title = QT_TRANSLATE_NOOP("", "Truth Table")
    name = "truthTable"
    key = "Alt+1"
    tip = QT_TRANSLATE_NOOP("", "Every combination of the inputs, of the circuit or of the selected nodes")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self._scope = Scope()  # of the table that is shown
        self.model = TableModel(self)
        self.model.refused.connect(self.say)
        self.table = QTableView(self, objectName="truthTableView")
        self.table.setAccessibleName(tr("Truth table"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        # As it is painted, the header asks for every row of a column whether it is selected: here none ever is.
        self.table.horizontalHeader().setSelectionModel(QItemSelectionModel(self.model, self))
        self.table.clicked.connect(self.set_inputs)
        self.table.activated.connect(self.set_inputs)
        self.of = QComboBox(self, objectName="truthTableOf")
        self.of.setAccessibleName(tr("Table of"))
        self.of.setToolTip(tr("Whose table it is: that of the circuit, or of the selected nodes"))
        self.of.addItems([tr("Circuit"), tr("Selection")])
        self.of.currentIndexChanged.connect(self.compute)
        self.note = QLabel(self, objectName="truthTableNote", wordWrap=True)
        self.anyway = QPushButton(tr("Compute"), self, objectName="computeTable", visible=False)
        self.anyway.setToolTip(tr("Compute all rows now; this can take a while, and can be cancelled"))
        self.anyway.clicked.connect(self.compute_all)
        self.keep = QPushButton(tr("Make These Rows a Test"), self, objectName="rowsToTest")
        self.keep.setToolTip(tr("A test in the file: the rows with an expectation, or those chosen, or all of them"))
        self.keep.clicked.connect(self.make_test)
        top = QHBoxLayout()
        top.addWidget(self.of)
        top.addStretch(1)
        top.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.anyway)
        layout.addWidget(self.table, 1)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self.compute)

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """An edit makes another table; a toggle another live row."""
        yield workspace.run.compiled, self._later
        yield workspace.run.values_changed, self.show_live
        yield workspace.canvas.selection_changed, self._selected

    def show_all(self) -> None:
        """Forget the table, and compute it when it is seen."""
        self.stop_working()
        self.model.show_rows(None)
        self._later()

    def showEvent(self, event: QShowEvent) -> None:
        """It is computed when it is seen."""
        self._later()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        super().set_theme(theme)
        self.model.theme = theme
        self.table.viewport().update()

    def _later(self) -> None:
        if not self.isVisible() or self.workspace is None:
            return
        large = not self.of_selection and len(self.workspace.document.circuit.nodes) > _LARGE
        if large:
            self.stop_working()
            self.model.show_rows(None)
            self._offer(tr("Compute"), tr("The table of so large a circuit takes a while."))
        else:
            self._soon.start()

    def _selected(self) -> None:
        if self.of.currentIndex() == 1:
            self._later()

    @property
    def of_selection(self) -> bool:
        """Whether the table is that of the selected nodes."""
        return self.of.currentIndex() == 1

    def compute(self, *_: object) -> None:
        """Compute the table, or a sample of a very long one."""
        self._compute(whole=False)

    def compute_all(self, *_: object) -> None:
        """Compute every row, however many there are."""
        self._compute(whole=True)

    def _compute(self, *, whole: bool) -> None:
        if self.workspace is None or not self.isVisible():
            return
        circuit, ids, canvas = self.workspace.document.circuit, None, self.workspace.canvas
        self._scope = canvas.scope if self.of_selection else Scope()
        if self.of_selection:  # of what the canvas shows, which may be a definition
            circuit = canvas.circuit
            ids = [id for id in canvas.selected_ids() if id in circuit.nodes]
        self.work(
            tr("Computing the truth table"),
            partial(_rows_of, circuit.copier(), ids, whole),
            self._done,
            self._failed,
            self._cancelled,
        )

    def _done(self, rows: Rows) -> None:
        self.model.show_rows(rows)
        more = not rows.whole and len(rows.inputs) <= MOST_INPUTS
        self._say(rows.note)
        if more:
            count = f"{1 << len(rows.inputs):,}"
            self._offer(tr("Compute All {count} Rows").format(count=count), rows.note)
        self.keep.setEnabled(bool(rows.outputs) and self._is_of_circuit(rows))
        self._size_columns()
        self.show_live()
        if self.workspace is not None and not self.of_selection and rows.oscillation is not None:
            self.workspace.run.tell_oscillation(rows.oscillation)

    def _size_columns(self) -> None:
        """As wide as what is in them, and as what may yet come into the last ones."""
        self.table.resizeColumnsToContents()
        room, last = self.table.fontMetrics(), self.model.columnCount() - 1
        verdicts = max(room.horizontalAdvance(tr(verdict)) for verdict in ("pass", "fail"))
        self.table.setColumnWidth(last, max(self.table.columnWidth(last), verdicts + _BESIDE))

    def _is_of_circuit(self, rows: Rows) -> bool:
        """Whether the columns are inputs and outputs of the circuit: a test can have no others."""
        assert self.workspace is not None
        circuit = self.workspace.document.circuit
        if self._scope != Scope():
            return False
        return set(rows.inputs) <= set(circuit.inputs) and set(rows.outputs) <= set(circuit.outputs)

    def _failed(self, error: CircuitError) -> None:
        self.model.show_rows(None)
        self.keep.setEnabled(False)
        self._say(told(error))

    def _cancelled(self) -> None:
        self.model.show_rows(None)
        self.keep.setEnabled(False)
        self._offer(tr("Compute"), tr("Cancelled."))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.anyway.hide()

    def _offer(self, button: str, text: str) -> None:
        """Say why not everything is there, and what gets it."""
        self._say(text)
        self.anyway.setText(button)
        self.anyway.show()

    def show_live(self) -> None:
        """Mark the row of the present inputs."""
        rows, workspace = self.model.rows, self.workspace
        if rows is None or workspace is None or workspace.run.simulator is None or not self.isVisible():
            return
        net, values = workspace.run.simulator.net, workspace.run.values
        present: dict[str, float] = {}
        if self._scope.definition is not None and not self._scope.path:
            return  # a definition by itself has no values
        for name in rows.inputs:
            try:
                own = self._scope == Scope() and name in workspace.document.circuit.nodes
                path = (*self._scope.path, *((name,) if own else name.split("/")))
                present[name] = float(values[net.find(path)])
            except CircuitError:  # the table is of the circuit before the last edit
                return
        row = rows.row_of(present)
        if row != self.model.live:
            self.model.show_live(row)

    def set_inputs(self, index: QModelIndex) -> None:
        """Give the inputs the values of a row, as far as they are inputs of the circuit."""
        rows, workspace = self.model.rows, self.workspace
        if rows is None or workspace is None or index.column() >= len(rows.inputs) + len(rows.outputs):
            return
        values = dict(zip(rows.inputs, rows.given[index.row()].tolist(), strict=True))
        known = workspace.document.circuit.inputs if self._scope == Scope() else ()
        attempt(self.say, partial(workspace.run.give, {id: value for id, value in values.items() if id in known}))
        if any(id not in known for id in values):
            self.say(tr("Some columns of this table are nodes inside the circuit: only its own inputs were set."))

    def make_test(self) -> None:
        """Put the rows into the file as a test, in one undo step."""
        rows, workspace = self.model.rows, self.workspace
        if rows is None or workspace is None:
            return
        chosen = self._chosen_rows(rows)
        if not len(chosen):
            self.say(tr("In none of these rows does the circuit come to rest, so there is nothing to expect."))
            return
        if len(chosen) > _MOST_TESTED:
            text = tr("{count} rows are many for a test: choose some first, or type what to expect.")
            self.say(text.format(count=f"{len(chosen):,}"))
            return
        lines = [[rows.given[k].tolist(), self._wanted(rows, k)] for k in chosen.tolist()]
        name = _free_name({test.name for test in workspace.document.circuit.tests})
        attempt(self.say, partial(self._add_test, workspace, name, lines, rows))

    def _chosen_rows(self, rows: Rows) -> NDArray[np.intp]:
        """Those with an expectation; else of those that are selected, or of all, those that come to rest."""
        if self.model.expected:
            return np.array(sorted(self.model.expected), np.intp)
        selected = np.zeros(len(rows), bool)
        for part in self.table.selectionModel().selection():
            selected[part.top() : part.bottom() + 1] = True
        if selected.sum() <= 1:  # one is what a click leaves behind
            selected[:] = True
        return np.flatnonzero(selected & ~rows.restless)

    def _add_test(self, workspace: Workspace, name: str, lines: list[Any], rows: Rows) -> None:
        with workspace.document.edit(tr("Add test {name}").format(name=name)) as circuit:
            circuit.add_test(name, lines, inputs=rows.inputs, outputs=rows.outputs)
        said = tr("Added the test {name} with %n rows: the Tests panel shows and runs it", "", len(lines))
        self.say(said.format(name=name))

    def _wanted(self, rows: Rows, row: int) -> list[float | None]:
        typed = self.model.expected.get(row)
        if typed is None:
            return list(rows.found[row].tolist())
        return [None if symbol == "-" else int(symbol) for symbol in typed]


def _rows_of(copy: Callable[[], Circuit], ids: Sequence[str] | None, whole: bool, report: Report) -> Rows:
    """The rows of a circuit, or of some nodes of it."""
    circuit = copy()
    return compute_rows(circuit if ids is None else cut_out(circuit, ids), whole=whole, progress=report)


def _free_name(taken: set[str]) -> str:
    name, k = tr("truth table"), 2
    while name in taken:
        name, k = tr("truth table {number}").format(number=k), k + 1
    return name
