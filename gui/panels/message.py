"""A bar that says what went wrong, above the canvas: nothing waits for it to be answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from gui.theme import Theme

_MOST_LINES = 6


class MessageBar(QFrame):
    """One message at a time."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName("Message")
        self._label = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button = QToolButton(self, text="✕", autoRaise=True, toolTip="Close this message")
        button.setAccessibleName("Close this message")
        button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The message; empty for none."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Show a message; of a long one the first lines, and all of it as a tooltip."""
        lines = text.splitlines()
        shown = lines[:_MOST_LINES]
        if len(lines) > _MOST_LINES:
            shown.append(f"and {len(lines) - _MOST_LINES} more lines")
        self._label.setText("\n".join(shown))
        self._label.setToolTip(text if len(lines) > _MOST_LINES else "")
        self.setAccessibleDescription(text)
        self.show()

    def clear(self) -> None:
        """Take the message away."""
        self._label.clear()
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.error}; }}"
            f"#{self.objectName()} QLabel, #{self.objectName()} QToolButton {{ color: {theme.on_error}; }}"
        )
