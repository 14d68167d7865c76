"""A field on the canvas for the value of an input that takes any number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QDoubleValidator, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_WIDTH = 92


class ValueEditor(QLineEdit):
    """Opens over an input; Enter or a click elsewhere gives the value, Esc gives none."""

    given = Signal(str, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("valueEditor")
        self.setAccessibleName("Value of the input")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        validator = QDoubleValidator(self)
        validator.setLocale(self.locale().c())  # a point is a point, as in the files
        self.setValidator(validator)
        self._id = ""
        self.hide()

    def open_at(self, id: str, value: float, at: QPoint) -> None:
        """Ask for the value of an input, over the place where it is drawn."""
        self._id = id
        self.setText(f"{value:.12g}")
        self.selectAll()
        self.setFixedWidth(_WIDTH)
        self.move(at.x() - _WIDTH // 2, at.y() - self.sizeHint().height() // 2)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives, Esc does not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._id = ""
            self._finish()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While a number is typed, its keys are no shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere gives."""
        super().focusOutEvent(event)
        if self.isVisible():
            self._finish()

    def _finish(self) -> None:
        id, self._id = self._id, ""
        acceptable = self.hasAcceptableInput()
        self.hide()
        self.parentWidget().parentWidget().setFocus()
        if id and acceptable:
            self.given.emit(id, float(self.text()))
