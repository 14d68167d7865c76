"""What the circuit is called, and what it says of itself."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.document import Document
from gui.language import of_example, tr
from gui.theme import LIGHT, Theme

_LONGEST = 420


class Caption(QLabel):
    """The name and the description of the document, above the canvas; hidden where there is neither.

    Signals
    -------
    edit_wanted()
        It was clicked twice: what it says is to be changed.
    """

    edit_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self.setAccessibleName(tr("About this circuit"))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMargin(10)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._document = document
        self._theme = LIGHT
        document.named.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document says now."""
        title, words = of_example(self._document.circuit.name, self._document.circuit.description)
        words = words.strip()
        short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"
        name = html.escape(title)
        marked = re.sub("`([^`]+)`", rf'<span style="color: {self._theme.ink}">\1</span>', html.escape(short))
        self.setText(f'<b>{name}</b>&ensp;<span style="color: {self._theme.muted}">{marked}</span>')
        hint = tr("Double click to change the name and the description")
        self.setToolTip(hint if short == words else f"{html.escape(words)}<p><i>{html.escape(hint)}</i></p>")
        self.setVisible(bool(title or words))

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self._theme = theme
        self.setStyleSheet(f"background: {theme.paper}; color: {theme.ink}; border-bottom: 1px solid {theme.grid};")
        self.refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the name and the description."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit()
