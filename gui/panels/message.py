"""A bar that says what went wrong, above the canvas: nothing waits for it to be answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

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
        button.setObjectName(f"{name}Close")
        button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._label, 1)
        self._choices = QHBoxLayout()
        layout.addLayout(self._choices)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The message; empty for none."""
        return self._label.text()

    def say(self, text: str, *choices: tuple[str, Callable[[], object]]) -> None:
        """Show a message; of a long one the first lines, and all of it as a tooltip.

        Parameters
        ----------
        choices : (str, callable)
            Buttons beside it: what stands on each, and what it does.
        """
        self._offer(choices)
        lines = text.splitlines()
        shown = lines[:_MOST_LINES]
        if len(lines) > _MOST_LINES:
            shown.append(f"and {len(lines) - _MOST_LINES} more lines")
        self._label.setText("\n".join(shown))
        self._label.setToolTip(text if len(lines) > _MOST_LINES else "")
        self.setAccessibleDescription(text)
        self.show()

    def _offer(self, choices: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        while self._choices.count():
            self._choices.takeAt(0).widget().deleteLater()
        for text, act in choices:
            button = QPushButton(text, self, toolTip=text)
            button.clicked.connect(partial(_call, act))
            self._choices.addWidget(button)

    def clear(self) -> None:
        """Take the message away."""
        self._offer(())
        self._label.clear()
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.error}; }}"
            f"#{self.objectName()} QLabel, #{self.objectName()} QToolButton {{ color: {theme.on_error}; }}"
        )


def _call(act: Callable[[], object], *_: object) -> None:
    act()
