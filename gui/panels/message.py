"""A bar that says what went wrong, above the canvas: nothing waits for it to be answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.language import tr
from gui.theme import Theme

_MOST_LINES = 6


class Choice(NamedTuple):
    """A button beside a message: what stands on it, what it does, what it is called, and what it says of itself."""

    text: str
    act: Callable[[], object]
    name: str = ""
    tip: str = ""


class MessageBar(QFrame):
    """One message at a time."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Message"))
        self._passing = False
        self._label = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button = QToolButton(self, text="✕", autoRaise=True, toolTip=tr("Close this message"))
        button.setAccessibleName(tr("Close this message"))
        button.setObjectName(f"{name}Close")
        button.clicked.connect(self.clear)
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._choices = QWidget(self)
        self._row = QHBoxLayout(self._choices)
        self._row.setContentsMargins(0, 0, 0, 2)
        self._row.addStretch(1)
        self._choices.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._choices)
        self.hide()

    @property
    def text(self) -> str:
        """The message; empty for none."""
        return self._label.text()

    def say(self, text: str, *choices: Choice | tuple[str, Callable[[], object]], passing: bool = False) -> None:
        """Show a message; of a long one the first lines, and all of it as a tooltip.

        Parameters
        ----------
        choices : Choice or (str, callable)
            Buttons below it: what stands on each, and what it does.
        passing : bool
            Whether it is about something that was tried in vain: it goes as soon as something else is done.
        """
        self._passing = passing
        self.offer(*choices)
        lines = text.splitlines()
        shown = lines[:_MOST_LINES]
        if len(lines) > _MOST_LINES:
            hidden = len(lines) - _MOST_LINES
            shown.append(tr("and %n more lines", "", hidden))
        self._label.setText("\n".join(shown))
        self._label.setToolTip(text if len(lines) > _MOST_LINES else "")
        self.setAccessibleDescription(text)
        self.show()

    def offer(self, *choices: Choice | tuple[str, Callable[[], object]]) -> None:
        """Show other buttons below the message."""
        while self._row.count() > 1:
            old = self._row.takeAt(0).widget()
            old.setParent(None)
            old.deleteLater()
        for place, choice in enumerate(choices):
            text, act, name, tip = Choice(*choice)
            button = QPushButton(text, self._choices, toolTip=tip or text, objectName=name)
            button.clicked.connect(partial(_call, act))
            self._row.insertWidget(place, button)
        self._choices.setVisible(bool(choices))

    def clear(self) -> None:
        """Take the message away."""
        self.offer()
        self._passing = False
        self._label.clear()
        self.hide()
        self.closed.emit()

    def pass_away(self) -> None:
        """Something else is done now: a message of before goes, unless it waits for a decision."""
        if self._passing:
            self.clear()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {theme.error}; }}"
            f"#{self.objectName()} QLabel, #{self.objectName()} QToolButton {{ color: {theme.on_error}; }}"
        )


def _call(act: Callable[[], object], *_: object) -> None:
    act()
