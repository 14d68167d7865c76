"""What a circuit says of itself, in fields: its name, its description, its timing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from circuitsim.records import Head
from gui.language import tr
from gui.live.plain_keys import PlainKeys
from gui.panels.field_keys import FieldKeys


class CircuitFields(QWidget):
    """What is typed is the circuit's at once: there is nothing to accept, and nothing to lose.

    Signals
    -------
    changed(str, str)
        "name", "description" or "timing" was given a value.
    """

    changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("circuitFields")
        self._head = Head()
        self.name = QLineEdit(self, objectName="circuitName")
        self.name.setAccessibleName(tr("Name of the circuit"))
        self.name.setToolTip(tr("What the circuit is called"))
        self.name.textEdited.connect(self._named)
        self.description = QPlainTextEdit(self, objectName="circuitDescription", tabChangesFocus=True)
        self.description.setAccessibleName(tr("Description of the circuit"))
        self.description.setToolTip(tr("What the circuit is for, and how to use it; `a name` stands out"))
        self.description.setMinimumHeight(14 * self.fontMetrics().lineSpacing())
        self.description.textChanged.connect(self._described)
        self.timing = QComboBox(self, objectName="circuitTiming")
        self.timing.setAccessibleName(tr("Timing"))
        self.timing.setToolTip(tr("Every neuron takes a tick, as in 1943; else all of them settle within one"))
        self.timing.addItem(tr("settled timing"), "settled")
        self.timing.addItem(tr("unit-delay timing"), "unit-delay")
        self.timing.activated.connect(self._timed)
        PlainKeys(self).keep(self.timing)
        undo = FieldKeys(self)
        undo.keep(self.name)
        undo.keep(self.description)
        form = QFormLayout()
        form.addRow(tr("name"), self.name)
        form.addRow(tr("timing"), self.timing)
        about = QLabel(tr("description"), self)
        about.setBuddy(self.description)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(f"<b>{tr('Circuit')}</b>", self))
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(self.description)

    def show_head(self, head: Head) -> None:
        """Show what a circuit says of itself."""
        self._head = head
        if self.name.text() != head.name:
            self.name.setText(head.name)
        if self.description.toPlainText() != head.description:
            self.description.setPlainText(head.description)
        self.name.setModified(False)
        self.description.document().setModified(False)
        self.timing.setCurrentIndex(self.timing.findData(head.timing))

    def _named(self, text: str) -> None:
        self.changed.emit("name", text)

    def _described(self) -> None:
        text = self.description.toPlainText()
        if text != self._head.description:
            self.changed.emit("description", text)

    def _timed(self, index: int) -> None:
        self.changed.emit("timing", self.timing.itemData(index))
