"""Plain keys in a list or a box go from row to row and search there: they are no shortcuts of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class PlainKeys(QObject):
    """Takes the keys of some widgets before they become shortcuts; those with Ctrl, Alt or Meta, and Esc, it leaves."""

    def keep(self, widget: QWidget) -> None:
        """Keep the keys of a widget for it."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = not event.modifiers() & _COMMANDS and event.key() != Qt.Key.Key_Escape
            if own:
                event.accept()
                return True
        return super().eventFilter(watched, event)
