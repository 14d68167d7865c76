"""Find a node anywhere in the hierarchy: a field over a list of what fits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.language import tr
from gui.theme import Theme


class FindBar(QWidget):
    """Opens over the canvas.

    Signals
    -------
    asked(str)
        A text is to be looked for; `show_found` is told what was found.
    chosen(object)
        What belongs to the chosen row.
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # the canvas lies below
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looking = self._wanted = False  # whether a search is under way; whether Enter waits for it
        self.field = QLineEdit(self, objectName="findField")
        self.field.setPlaceholderText(tr("Find a node by name, label or kind, or by path: fa0/both"))
        self.field.setAccessibleName(tr("Find a node"))
        self.field.setToolTip(tr("Up and Down choose, Enter goes there, Esc closes"))
        self.list = QListWidget(self, objectName="findList")
        self.list.setAccessibleName(tr("Nodes that fit"))
        self._none = QLabel(tr("No node fits"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        for widget in (self.field, self.list, self._none):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.hide()

    def open(self, theme: Theme) -> None:
        """Ask, at the top of the canvas."""
        self.setStyleSheet(
            f"#findBar {{ background: {theme.panel}; border: 1px solid {theme.muted}; border-radius: 6px; }}"
        )
        self.resize(min(420, self.parentWidget().width()), 260)
        self.move((self.parentWidget().width() - self.width()) // 2, 8)
        self.field.selectAll()
        self._ask()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _ask(self, *_: object) -> None:
        self._looking, self._wanted = True, False
        self._none.hide()
        self.asked.emit(self.field.text())

    def show_found(self, found: Sequence[tuple[str, Any]]) -> None:
        """Show what was found: a title and what belongs to it."""
        self._looking = False
        self.list.clear()
        for title, what in found:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, what)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._none.setVisible(bool(self.field.text()) and not self.list.count())
        if self._wanted:
            self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem | None) -> None:
        if self._looking:
            self._wanted = True
        elif item is not None:
            what = item.data(Qt.ItemDataRole.UserRole)
            self._close()
            self.chosen.emit(what)

    def _close(self) -> None:
        self.hide()
        self.parentWidget().parentWidget().setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down choose, Enter goes there, Esc closes."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        return super().eventFilter(watched, event)
