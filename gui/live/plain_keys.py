"""Plain keys in a list or a box go from row to row and search there: they are no shortcuts of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PlainKeys(QObject):
    """Takes the keys of some widgets before they become shortcuts; those with Ctrl, Alt or Meta, and Esc, it leaves.

    The list that a box pops up is a window with keys of its own; there Space chooses, as it has opened it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._boxes: dict[QObject, QComboBox] = {}

    def keep(self, widget: QWidget) -> None:
        """Keep the keys of a widget for it."""
        widget.installEventFilter(self)
        if isinstance(widget, QComboBox):
            self._boxes[widget.view()] = widget
            widget.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key."""
        if not isinstance(event, QKeyEvent):
            return False
        if watched in self._boxes:
            chooses = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
            return chooses and _choose(self._boxes[watched])
        own = not event.modifiers() & _COMMANDS and event.key() != Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and own:
            event.accept()
            return True
        return False


def _choose(box: QComboBox) -> bool:
    """Choose what is marked in the list of a box; False where that cannot be chosen."""
    index = box.view().currentIndex()
    if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
        return False
    box.hidePopup()
    box.setCurrentIndex(index.row())
    box.activated.emit(index.row())
    return True
