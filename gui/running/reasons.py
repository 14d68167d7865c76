"""Why a node has its value: the card on the canvas."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from gui.canvas.view import CanvasView
from gui.feature import Feature
from gui.language import tr
from gui.live.panel import Workspace
from gui.panels.why import WhyCard
from gui.theme import Theme


class Reasons(Feature):
    """Key W."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._cards: dict[CanvasView, WhyCard] = {}
        window.theme_changed.connect(self.set_theme)
        self.action("&Run", "why", tr("&Why?"), tr("Say why the selected node has its value"), self.explain, "W")

    def attach(self, canvas: CanvasView) -> None:
        """Answer Esc on a canvas."""
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes the card."""
        if event.type() == QEvent.Type.KeyPress and watched is self.canvas and watched in self._cards:
            card = self._cards[self.canvas]
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and card.isVisible():
                card.dismiss()
                return True
        return False

    @staticmethod
    def _workspace(canvas: CanvasView) -> Workspace:
        return _Shown(canvas)

    def card(self, canvas: CanvasView) -> WhyCard:
        """The card on a canvas."""
        if canvas not in self._cards:
            self._cards[canvas] = WhyCard(self._workspace(canvas))
            canvas.destroyed.connect(partial(self._forget, canvas))
        return self._cards[canvas]

    def _forget(self, canvas: CanvasView, *_: object) -> None:
        self._cards.pop(canvas, None)

    def explain(self) -> None:
        """Explain the selected node."""
        canvas = self.canvas
        ids = canvas.selected_ids()
        if canvas.run.simulator is None:
            self.say(tr("This circuit cannot run yet, so there are no values to explain."))
        elif canvas.scope.definition is not None and not canvas.scope.path:
            self.say(tr("A definition has no values of its own: look inside an instance of it."))
        elif len(ids) != 1:
            self.say(tr("Select one node, then ask why it has its value."))
        else:
            self.card(canvas).explain((*canvas.scope.path, ids[0]))

    def set_theme(self, theme: Theme) -> None:
        """Show the cards in a theme."""
        for card in self._cards.values():
            card.set_theme(theme)


class _Shown:
    """The workspace that a canvas belongs to."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas, self.document, self.run = canvas, canvas.document, canvas.run
