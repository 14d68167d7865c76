"""A popup on the canvas that asks what to add."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.language import tr
from gui.panels.entry_list import EntryList, Paint

WIDTH, HEIGHT = 270, 300


class QuickAdd(EntryList):
    """Opens at a point of the canvas; Esc or a click elsewhere closes it.

    Signals
    -------
    closed()
        It is gone, whether something was chosen or not.
    """

    closed = Signal()

    def __init__(self, paint: Paint, parent: QWidget) -> None:
        super().__init__(paint, parent)
        self.setObjectName("quickAdd")
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # the canvas lies below
        self.resize(WIDTH, HEIGHT)
        self.hide()
        self.field.setPlaceholderText(tr("Add: type a name or a meaning"))
        for part in (self.field, self.list):
            part.installEventFilter(self)

    def open_at(self, at: QPoint) -> None:
        """Ask, near a point of the parent."""
        room = self.parentWidget().rect()
        x = min(max(at.x() + 8, 0), max(room.width() - WIDTH, 0))
        y = min(max(at.y() + 8, 0), max(room.height() - HEIGHT, 0))
        self.move(x, y)
        if self._theme is not None:
            self.setStyleSheet(
                f"#quickAdd {{ background: {self._theme.panel}; border: 1px solid {self._theme.muted}; }}"
            )
        self.field.clear()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_back(self) -> None:
        """Close, and give the keys back to the canvas."""
        if self.isVisible():
            self.hide()
            self.parentWidget().parentWidget().setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it is gone."""
        super().hideEvent(event)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes, and so does leaving for another widget."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close_back()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # while one types, Esc and the arrow keys are no shortcuts
            return True
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.hide()
        return super().eventFilter(watched, event)
