"""A search field over a list of things to add: what the palette and the quick-add popup share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.edits.adding import ENTRY_MIME, Entry, search
from gui.language import tr
from gui.theme import Theme

Paint = Callable[[QPainter, Entry, Theme], None]
ENTRY = Qt.ItemDataRole.UserRole


class _Item(QListWidgetItem):
    """An entry; its icon is painted when it comes into sight."""

    def __init__(self, entry: Entry, icon: Callable[[Entry], QIcon]) -> None:
        super().__init__(entry.title + (f"   {entry.key}" if entry.key else ""))
        self._entry, self._icon = entry, icon
        self.setData(ENTRY, entry)
        self.setToolTip(f"{entry.title}: {entry.meaning}")
        self.setStatusTip(entry.meaning)

    def data(self, role: int) -> Any:
        """What is shown."""
        return self._icon(self._entry) if role == Qt.ItemDataRole.DecorationRole else super().data(role)


class _Entries(QListWidget):
    """Entries that can be dragged out."""

    def mimeTypes(self) -> list[str]:
        """What a dragged entry is carried as."""
        return [ENTRY_MIME]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The dragged entry, by its act and name."""
        data = QMimeData()
        for item in items[:1]:
            entry: Entry = item.data(ENTRY)
            data.setData(ENTRY_MIME, f"{entry.act}/{entry.name}".encode())
        return data


class EntryList(QWidget):
    """Type to search; Enter, a double click or a drag takes the entry.

    Signals
    -------
    chosen(Entry)
        An entry was taken.
    """

    chosen = Signal(object)

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._theme: Theme | None = None
        self._entries: list[Entry] = []
        self._icons: dict[Entry, QIcon] = {}
        self._wanted: dict[Entry, None] = {}
        empty = QPixmap(30, 30)
        empty.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(empty)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_next)
        self.field = QLineEdit(self, placeholderText=tr("Search by name or meaning"), clearButtonEnabled=True)
        self.field.setObjectName("entrySearch")
        self.field.setAccessibleName(tr("Search what can be added"))
        self.field.setToolTip(tr("Up and Down choose, Enter adds"))
        self.list = _Entries(self)
        self.list.setObjectName("entries")
        self.list.setAccessibleName(tr("What can be added"))
        self.list.setDragEnabled(True)
        self.list.setIconSize(QSize(30, 30))
        self.list.setSpacing(1)
        self.list.setUniformItemSizes(True)
        self.setFocusProxy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemDoubleClicked.connect(self._take)
        self.list.installEventFilter(self)

    def set_entries(self, entries: Sequence[Entry], theme: Theme) -> None:
        """Show other entries, or the same in another theme."""
        self._wanted = {}
        kept = {} if theme != self._theme else self._icons
        self._icons = {entry: icon for entry, icon in kept.items() if entry.act != "definition"}  # these change
        if (list(entries), theme) != (self._entries, self._theme):
            self._entries, self._theme = list(entries), theme
            self._show()
        self.list.viewport().update()

    def _show(self) -> None:
        self.list.clear()
        for entry in search(self._entries, self.field.text()):
            self.list.addItem(_Item(entry, self._icon))
        self.list.setCurrentRow(0)

    def _icon(self, entry: Entry) -> QIcon:
        """The icon; that of a subcircuit takes longer and follows, one a turn of the event loop."""
        if entry in self._icons:
            return self._icons[entry]
        if entry.act not in ("definition", "example"):
            self._icons[entry] = self._painted(entry)
            return self._icons[entry]
        self._wanted[entry] = None
        self._timer.start()
        return self._blank

    def _paint_next(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        entry = next(iter(self._wanted))
        del self._wanted[entry]
        self._icons[entry] = self._painted(entry)
        self.list.viewport().update()

    def is_painting(self) -> bool:
        """Whether icons are still to be painted."""
        return bool(self._wanted)

    def _painted(self, entry: Entry) -> QIcon:
        pixmap = QPixmap(60, 60)
        pixmap.setDevicePixelRatio(2)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._theme is not None:
            self._paint(painter, entry, self._theme)
        painter.end()
        return QIcon(pixmap)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(ENTRY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go to the list while one types; Enter takes what is chosen."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)
