"""The keys of a field that is typed in, where they are the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from gui.panels.integer_box import IntegerBox

_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FieldKeys(QObject):
    """Undo is the field's own while something in it is not accepted yet, and else that of the window."""

    def keep(self, field: QWidget) -> None:
        """Watch the keys of a field."""
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key through to the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and any(event.matches(step) for step in _STEPS) and not _is_modified(watched):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return False


def _is_modified(field: QObject) -> bool:
    if isinstance(field, QPlainTextEdit):
        return field.document().isModified()
    return isinstance(field, (QLineEdit, IntegerBox)) and field.isModified()
