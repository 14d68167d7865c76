"""A field on the canvas in which a value, a name or a note is changed where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.language import told, tr

Accept = Callable[[str], None]
_WIDTH = 110


class InPlaceEditor(QLineEdit):
    """Opens over what is edited. Enter or a click elsewhere accepts, Esc does not.

    Signals
    -------
    refused(str)
        Why the text was not accepted; it can be mended then.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inPlaceEditor")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Value"))
        self.setToolTip(tr("Value"))
        self._accept: Accept | None = None
        self.hide()

    def open_at(self, at: QPoint, text: str, what: str, accept: Accept, *, typed: bool = False) -> None:
        """Ask for a text; `accept` raises ValueError for one that will not do.

        With `typed` the text is what the user began to type, else what stands there now.
        """
        self._accept = accept
        self.setAccessibleName(what)
        self.setToolTip(what)
        self.setText(text)
        width = max(_WIDTH, self.fontMetrics().horizontalAdvance(text) + 30)
        self.setFixedWidth(min(width, self.parentWidget().width()))
        self.move(at.x() - self.width() // 2, at.y() - self.sizeHint().height() // 2)
        self.show()
        self.raise_()
        self.setFocus()
        if typed:
            self.end(False)
        else:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, Esc does not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(stay=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While one types, the keys are no shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere accepts; a look into another window, or a menu of the field, does not."""
        super().focusOutEvent(event)
        comes_back = event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and not comes_back:
            self._finish(stay=False)

    def _finish(self, *, stay: bool) -> None:
        accept = self._accept
        try:
            if accept is not None:
                self._accept = None  # accepting may take the focus away, which would accept once more
                accept(self.text())
        except ValueError as error:
            self.refused.emit(told(error))
            if stay:
                self._accept = accept
                self.selectAll()
                return
        self.cancel()

    def cancel(self) -> None:
        """Close, and leave everything as it was."""
        self._accept = None
        if self.isVisible():
            self.hide()
            self.parentWidget().parentWidget().setFocus()
