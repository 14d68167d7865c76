"""The palette: all there is to add, in a dock, and the place where definitions are named."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem, QWidget

from gui.edits.adding import Entry
from gui.panels.entry_list import ENTRY, EntryList, Paint


class Palette(EntryList):
    """Stays open; what is taken is added in the middle of the canvas, what is dragged where it is let go.

    Signals
    -------
    renamed(str, str)
        A definition was given another name.
    deleted(str)
        A definition is to go.
    menu_wanted(str, QPoint)
        What can be done with a definition is asked for, at a point of the screen.
    """

    renamed = Signal(str, str)
    deleted = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(paint, parent)
        self.setObjectName("palette")
        self.setMinimumWidth(200)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)  # F2 is taken before it is a shortcut
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.itemChanged.connect(self._changed)

    def edit_name(self, name: str) -> None:
        """Have the name of a definition typed where it stands."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            entry: Entry = item.data(ENTRY)
            if (entry.act, entry.name) == ("definition", name):
                self.list.setCurrentItem(item)
                self.list.blockSignals(True)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.list.blockSignals(False)
                self.list.editItem(item)

    def _changed(self, item: QListWidgetItem) -> None:
        entry: Entry = item.data(ENTRY)
        if item.text() != entry.title:
            self.renamed.emit(entry.name, item.text())

    def _definition(self) -> str | None:
        item = self.list.currentItem()
        entry: Entry | None = None if item is None else item.data(ENTRY)
        return entry.name if entry is not None and entry.act == "definition" else None

    def _open_menu(self, at: QPoint) -> None:
        if self.list.itemAt(at) is not None and (name := self._definition()) is not None:
            self.menu_wanted.emit(name, self.list.viewport().mapToGlobal(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 names the chosen definition, Delete takes it away, the Menu key offers all."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if watched is self.list and event.type() in keys and isinstance(event, QKeyEvent):
            name = self._definition()
            if name is not None and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.key() == Qt.Key.Key_F2:
                    self.edit_name(name)
                else:
                    self.deleted.emit(name)
                return True
        return super().eventFilter(watched, event)
