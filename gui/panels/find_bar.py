"""Find a node anywhere in the hierarchy: a field over a list of what fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.language import tr
from gui.theme import Theme

Find = Callable[[str], Sequence[tuple[str, Any]]]


class FindBar(QWidget):
    """Opens over the canvas.

    Signals
    -------
    chosen(object)
        What belongs to the chosen row.
    """

    chosen = Signal(object)

    def __init__(self, find: Find, parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        self.setObjectName("findBar")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # the canvas lies below
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit(self, placeholderText=tr("Find a node by name, label or kind"), objectName="findField")
        self.field.setAccessibleName(tr("Find a node"))
        self.field.setToolTip(tr("Up and Down choose, Enter goes there, Esc closes"))
        self.list = QListWidget(self, objectName="findList")
        self.list.setAccessibleName(tr("Nodes that fit"))
        self._none = QLabel(tr("No node fits"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        for widget in (self.field, self.list, self._none):
            layout.addWidget(widget)
        self.field.textChanged.connect(self._show)
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
        self._show()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _show(self) -> None:
        self.list.clear()
        for title, what in self._find(self.field.text()):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, what)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._none.setVisible(bool(self.field.text()) and not self.list.count())

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
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
