"""The panel that trains a layer, as the window knows it: what it is made of is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.live.panel import Link, Panel, Workspace
from gui.theme import Theme


class TrainingPanel(Panel):
    """Trains the TLUs of a layer where they stand; what does it is the `desk`."""

    title = QT_TRANSLATE_NOOP("", "Training")
    name = "training"
    key = "Alt+8"
    tip = QT_TRANSLATE_NOOP("", "Train a layer of TLUs: step by step or at a run, with plots and proofs")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.desk: Any = import_module("gui.learning.desk").Desk(say, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.desk)
        self.setFocusProxy(self.desk.layer_box)

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """What is selected may be another layer."""
        yield workspace.canvas.selection_changed, self._selected

    def _selected(self) -> None:
        if self.isVisible():
            self.desk.follow_selection()

    def show_all(self) -> None:
        """Show the training of the document."""
        self.desk.follow(self.workspace)

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        super().set_theme(theme)
        self.desk.set_theme(theme)
