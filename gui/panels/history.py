"""Every step that can be undone, by name; a click goes there."""

from __future__ import annotations

from PySide6.QtWidgets import QUndoView, QWidget

from gui.language import tr


class History(QUndoView):
    """The steps of the document that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAccessibleName(tr("History"))
        self.setEmptyLabel(tr("As it was opened"))
        self.setToolTip(tr("Choose a step to go back to it, or forward again"))
