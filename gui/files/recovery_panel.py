"""What a crash has left: a list, each entry to be opened or given up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from gui.files.recovery_store import Left
from gui.language import tr

_MOST_ROWS = 4


class RecoveryPanel(QWidget):
    """Lists circuits that were not saved.

    Signals
    -------
    recovered(Left), discarded(Left)
        What the user wants of an entry.
    emptied()
        There is nothing more to be decided.
    """

    recovered = Signal(object)
    discarded = Signal(object)
    emptied = Signal()

    def __init__(self, left: Sequence[Left], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(tr("circuitsim ended without saving these circuits. Open them again, or discard them."), self)
        words.setWordWrap(True)
        self.list = QListWidget(self, objectName="recoveryList")
        self.list.setAccessibleName(tr("Circuits that were not saved"))
        for each in left:
            item = QListWidgetItem(each.title if each.path is None else f"{each.title}    {each.path}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, each)
        self.list.setCurrentRow(0)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)  # the dock has a border
        row = self.list.sizeHintForRow(0)
        self.list.setMaximumHeight(min(len(left), _MOST_ROWS) * row + 2 * self.list.frameWidth() + 4)
        self.list.itemActivated.connect(self._recover)
        buttons = QHBoxLayout()
        for name, text, tip, slot in (
            ("recover", tr("&Open It Again"), tr("Open the chosen circuit as it was kept"), self._recover),
            ("discardRecovery", tr("D&iscard It"), tr("Give the chosen circuit up for good"), self._discard),
        ):
            button = QPushButton(text, self, objectName=name, toolTip=tip)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        for part in (words, self.list):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def _take(self) -> Left | None:
        item = self.list.takeItem(self.list.currentRow())
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def _recover(self, *_: object) -> None:
        left = self._take()
        if left is not None:
            self.recovered.emit(left)
        self._end()

    def _discard(self, *_: object) -> None:
        left = self._take()
        if left is not None:
            self.discarded.emit(left)
        self._end()

    def _end(self) -> None:
        if not self.list.count():
            self.emptied.emit()
