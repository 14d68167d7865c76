"""The inputs of the circuit, what each one gives, and what it can be told to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.canvas.node_texts import show_value
from gui.language import tr
from gui.live import drives
from gui.live.panel import Link, Panel, Workspace

_BUTTONS = (
    (
        QT_TRANSLATE_NOOP("", "Toggle"),
        "toggle",
        QT_TRANSLATE_NOOP("", "Give 1 where it is 0, and 0 where it is anything else"),
    ),
    (QT_TRANSLATE_NOOP("", "Pulse"), "pulse", QT_TRANSLATE_NOOP("", "Give 1 for one tick, then 0")),
    (
        QT_TRANSLATE_NOOP("", "Hold"),
        "hold",
        QT_TRANSLATE_NOOP("", "Play nothing, and keep the value that it has now until you let it go"),
    ),
    (
        QT_TRANSLATE_NOOP("", "Clock"),
        "clock",
        QT_TRANSLATE_NOOP("", "Give 0 and 1 in turn, a tick each, until you let it go"),
    ),
    (
        QT_TRANSLATE_NOOP("", "Let go"),
        "release",
        QT_TRANSLATE_NOOP("", "Forget what was chosen in this run: it plays what the circuit says, or gives 0"),
    ),
    (
        QT_TRANSLATE_NOOP("", "Keep"),
        "keep",
        QT_TRANSLATE_NOOP(
            "", "Write the sequence that it plays into the circuit: an edit, which is saved with the file"
        ),
    ),
)


class DrivesPanel(Panel):
    """A row for each input; the buttons act on the selected rows."""

    title = QT_TRANSLATE_NOOP("", "Inputs")
    name = "drives"
    key = "Alt+4"
    tip = QT_TRANSLATE_NOOP("", "What each input gives: toggle, pulse, hold, clock or a sequence")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.table = QTableWidget(0, 3, self, objectName="drivesTable")
        self.table.setAccessibleName(tr("Inputs"))
        self.table.setHorizontalHeaderLabels([tr("Input"), tr("Value"), tr("Does")])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(24)
        self.table.setColumnWidth(1, 60)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.text = QLineEdit(self, objectName="driveText", placeholderText=tr("A sequence, like 0110"))
        self.text.setAccessibleName(tr("Sequence"))
        self.text.setToolTip(tr("What the selected inputs are to play, one symbol a tick"))
        self.repeat = QCheckBox(tr("repeat"), self, objectName="driveRepeat")
        self.repeat.setToolTip(tr("Play it again and again"))
        play = QPushButton(tr("Play"), self, objectName="drivePlay", toolTip=tr("Play the sequence from this tick on"))
        play.clicked.connect(self.play)
        self.text.returnPressed.connect(self.play)
        buttons = QGridLayout()
        for k, (text, what, tip) in enumerate(_BUTTONS):
            button = QPushButton(tr(text), self, objectName=f"drives{what.title()}", toolTip=tr(tip))
            button.clicked.connect(partial(self.apply, what))
            buttons.addWidget(button, k // 3, k % 3)
        typed = QHBoxLayout()
        for widget in (self.text, self.repeat, play):
            typed.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        layout.addLayout(typed)
        says = tr("All this is for this run, and no edit. Keep writes what an input plays into the circuit.")
        layout.addWidget(QLabel(says, self, objectName="drivesNote", wordWrap=True))

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """Every new value is shown."""
        yield workspace.run.compiled, self.show_all
        yield workspace.run.values_changed, self.show_values

    def show_all(self) -> None:
        """A row for each input."""
        ids = self._ids()
        self.table.setRowCount(len(ids))
        for row, id in enumerate(ids):
            for column in range(3):
                self.table.setItem(row, column, QTableWidgetItem(id if column == 0 else ""))
        if ids and not self.table.selectedItems():
            self.table.selectRow(0)
        self.show_values()

    def show_values(self) -> None:
        """The values and what the inputs do, as they are now."""
        if self.workspace is None or not self.isVisible():
            return
        run = self.workspace.run
        for row, id in enumerate(self._ids()[: self.table.rowCount()]):
            self.table.item(row, 1).setText(show_value(run.value(id)) if run.simulator is not None else "")
            self.table.item(row, 2).setText(drives.describe_drive(self.workspace, id))

    def showEvent(self, event: object) -> None:
        """What changed while it was hidden is shown now."""
        self.show_all()

    def selected(self) -> list[str]:
        """The inputs that the buttons act on."""
        ids = self._ids()
        return [ids[index.row()] for index in self.table.selectionModel().selectedRows() if index.row() < len(ids)]

    def apply(self, what: str, *_: object) -> None:
        """Tell the selected inputs to do something."""
        if self.workspace is None:
            return
        for id in self.selected():
            if what == "toggle":
                self.workspace.run.toggle(id)
            else:
                drives.attempt(self.say, partial(getattr(drives, what), self.workspace, id))

    def play(self) -> None:
        """Have the selected inputs play the typed sequence."""
        if self.workspace is None:
            return
        for id in self.selected():
            act = partial(drives.sequence, self.workspace, id, self.text.text(), repeat=self.repeat.isChecked())
            if not drives.attempt(self.say, act):
                break

    def _ids(self) -> tuple[str, ...]:
        return self.workspace.document.circuit.inputs if self.workspace is not None else ()
