"""The palette: all there is to add, in a dock."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.panels.entry_list import EntryList, Paint


class Palette(EntryList):
    """Stays open; what is taken is added in the middle of the canvas, what is dragged where it is let go."""

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(paint, parent)
        self.setObjectName("palette")
        self.setMinimumWidth(200)
