"""The choice of what to learn from: a set, points of one's own or a file; and which column goes where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.language import tr
from gui.last_folder import begin_there
from gui.learning import sources
from gui.learning.sources import FILE, NO_COLUMN, OWN, SETS, Columns, Table

_ROW, _MOST_ROWS = 26, 5


class DataBox(QWidget):
    """A box with all sets, and below it a table that says what feeds and teaches what.

    Signals
    -------
    chosen(str)
        A set was chosen by its name.
    file_chosen(str)
        A file was chosen.
    target_chosen(str)
        The column of the classes of a file.
    columns_chosen()
        `columns` has changed.
    """

    chosen = Signal(str)
    file_chosen = Signal(str)
    target_chosen = Signal(str)
    columns_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ""
        self.box = QComboBox(self, objectName="trainingData")
        self.box.setAccessibleName(tr("Data"))
        self.box.setToolTip(tr("What to learn from"))
        self.box.setPlaceholderText(tr("Choose what to learn from"))
        for name in sources.gates()[:6]:
            self.box.addItem(sources.gate_title(name), name)
        self.box.insertSeparator(self.box.count())
        for name, title in (*SETS.items(), *OWN.items()):
            self.box.addItem(tr(title), name)
        self.box.insertSeparator(self.box.count())
        for name in sources.gates()[6:]:
            self.box.addItem(sources.gate_title(name), name)
        self.box.setCurrentIndex(-1)
        self.box.activated.connect(self._chosen)
        label = QLabel(tr("Data"), self)
        label.setBuddy(self.box)
        self.fold = QToolButton(self, objectName="trainingColumns", text=tr("Columns"), checkable=True)
        self.fold.setArrowType(Qt.ArrowType.RightArrow)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setToolTip(tr("Show which column feeds which input, and what each TLU is to learn"))
        self.fold.toggled.connect(self._fold)
        self.target = QComboBox(self, objectName="trainingTarget")
        self.target.setAccessibleName(tr("Column of the classes"))
        self.target.setToolTip(tr("The column of the file that holds the classes"))
        self.target.activated.connect(lambda *_: self.target_chosen.emit(self.target.currentData()))
        self.target_label = QLabel(tr("Classes in"), self)
        self.target_label.setBuddy(self.target)
        self.table = QTableWidget(0, 2, self, objectName="trainingColumnTable")
        self.table.setAccessibleName(tr("Columns"))
        self.table.setHorizontalHeaderLabels([tr("In the circuit"), tr("In the data")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        top, file = QHBoxLayout(), QHBoxLayout()
        for part, stretch in ((label, 0), (self.box, 1), (self.fold, 0)):
            top.addWidget(part, stretch)
        for part, stretch in ((self.target_label, 0), (self.target, 1)):
            file.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addLayout(file)
        layout.addWidget(self.table)
        self._boxes: list[QComboBox] = []
        self._inputs = 0
        self.show_file(None)
        self._fold(False)

    def show_chosen(self, name: str) -> None:
        """Show which set is learned from."""
        self._name = name
        self.box.setCurrentIndex(self.box.findData(name) if name else -1)

    def _chosen(self, index: int) -> None:
        name = self.box.itemData(index)
        if name == FILE:
            self.box.setCurrentIndex(self.box.findData(self._name) if self._name else -1)
            self.ask_file()
        else:
            self.chosen.emit(name)

    def ask_file(self) -> QFileDialog:
        """Ask for a file; the dialog does not hold anything up."""
        dialog = QFileDialog(self, tr("Learn from a table"), "", tr("Tables (*.csv *.tsv *.txt *.data);;All files (*)"))
        dialog.setObjectName("trainingFileDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_chosen)
        begin_there(dialog, "tables")
        dialog.open()
        return dialog

    def show_file(self, table: Table | None) -> None:
        """Show the columns of a file, where one is learned from."""
        for part in (self.target, self.target_label):
            part.setVisible(table is not None)
        title = tr(OWN[FILE]) if table is None else tr("{name}, or another file…").format(name=Path(table.path).name)
        self.box.setItemText(self.box.findData(FILE), title)
        if table is not None:
            self.target.clear()
            for name in table.names:
                self.target.addItem(name, name)
            self.target.insertSeparator(self.target.count())
            self.target.addItem(tr("a column of 0 and 1 for each TLU"), NO_COLUMN)
            self.target.setCurrentIndex(self.target.findData(table.target))

    def show_columns(
        self, inputs: Sequence[str], tlus: Sequence[str], features: Sequence[str], classes: Sequence[str], now: Columns
    ) -> None:
        """Offer the features for every input, and the classes for every TLU."""
        self._inputs, self._boxes = len(inputs), []
        self.table.setRowCount(len(inputs) + len(tlus))
        rows = [(tr("input {name}"), id, features, name) for id, name in zip(inputs, now.inputs, strict=True)]
        rows += [(tr("TLU {name}"), id, classes, name) for id, name in zip(tlus, now.targets, strict=True)]
        for row, (text, id, offered, name) in enumerate(rows):
            title = text.format(name=id)
            self.table.setItem(row, 0, QTableWidgetItem(title))
            box = QComboBox(self.table, objectName=f"trainingColumn_{id}")
            box.setAccessibleName(title)
            box.setToolTip(tr("The column that feeds it") if row < len(inputs) else tr("When it should fire"))
            box.addItem(tr("none"), NO_COLUMN)
            for each in offered:
                box.addItem(each, each)
            box.setCurrentIndex(max(box.findData(name), 0))
            box.activated.connect(lambda *_: self.columns_chosen.emit())
            self.table.setCellWidget(row, 1, box)
            self._boxes.append(box)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + _ROW * min(len(rows), _MOST_ROWS) + 4)

    @property
    def columns(self) -> Columns:
        """What is chosen now."""
        names = [str(box.currentData()) for box in self._boxes]
        return Columns(tuple(names[: self._inputs]), tuple(names[self._inputs :]))

    def _fold(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
