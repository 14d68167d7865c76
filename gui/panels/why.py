"""The card beside a node that says why it has its value."""

from __future__ import annotations

import html
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from circuitsim.errors import CircuitError
from gui.canvas.node_texts import show_value
from gui.language import told, tr
from gui.live.card import as_html, reason
from gui.live.panel import Workspace
from gui.theme import Theme

_WIDTH = 300
_APART = 14


class WhyCard(QFrame):
    """Explains one node of a workspace; a click on a name goes back to that cause."""

    walked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        canvas = workspace.canvas
        super().__init__(canvas.viewport())
        self.setObjectName("whyCard")
        self.setAccessibleName(tr("Why"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # the canvas lies below
        self.setFixedWidth(_WIDTH)
        self._workspace = workspace
        self.path: tuple[str, ...] = ()
        self._why = None
        self.heading = QLabel(self, objectName="whyHeading", textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.words = QLabel(self, objectName="whyWords", textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.words.linkActivated.connect(self._follow)
        self.words.setAccessibleName(tr("Reason"))
        close = QToolButton(self, text="✕", autoRaise=True, toolTip=tr("Close (Esc)"), objectName="whyClose")
        close.setAccessibleName(tr("Close"))
        close.clicked.connect(self.dismiss)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 10)
        layout.addLayout(top)
        layout.addWidget(self.words)
        workspace.run.values_changed.connect(self.refresh)
        canvas.zoomed.connect(self.put)
        canvas.horizontalScrollBar().valueChanged.connect(self.put)
        canvas.verticalScrollBar().valueChanged.connect(self.put)
        workspace.document.replaced.connect(self.dismiss)
        self.set_theme(canvas.theme)
        self.hide()

    def explain(self, path: tuple[str, ...]) -> None:
        """Explain a node."""
        self.path = path
        self.show()
        self.raise_()
        self.refresh()
        self.words.setFocus()

    def dismiss(self) -> None:
        """Take the card away."""
        self.hide()
        self._workspace.canvas.setFocus()

    def refresh(self) -> None:
        """Say it anew for the values that are shown now."""
        if not self.isVisible():
            return
        try:
            why = reason(self._workspace, self.path)
        except CircuitError:  # the node is not there any more
            self.hide()
            return
        if why is None:
            self.hide()
            return
        self._why = why
        name = html.escape("/".join(self.path))
        value = "" if why.value is None else f" = {show_value(why.value)}"
        muted = self._workspace.canvas.theme.muted
        when = tr("at tick {tick}").format(tick=why.tick)
        self.heading.setText(f'<b>{name}{value}</b> <span style="color: {muted}">{when}</span>')
        self.words.setText(as_html(why, self._workspace.canvas.theme.accent))
        self.setAccessibleDescription(self.text)
        self.resize(_WIDTH, self.layout().totalHeightForWidth(_WIDTH))
        self.put()

    @property
    def text(self) -> str:
        """The sentence."""
        return "" if self._why is None else told(self._why.sentence)

    def put(self, *_: object) -> None:
        """Beside the node, inside the canvas."""
        canvas = self._workspace.canvas
        if not self.isVisible() or not self.path or self.path[0] not in canvas.net.index:
            return
        self.move(self._best_place(canvas, canvas.net.index[self.path[0]]))

    def _best_place(self, canvas: Any, row: int) -> QPoint:
        """The place beside a node where the card covers least of other nodes and of names."""
        net, scale = canvas.net, canvas.scale_factor
        frame = np.array([canvas.mapFromScene(0, 0).toTuple() * 2])
        boxes = np.concatenate((net.node_boxes(), net.label_boxes())) * scale + frame
        left, top, right, bottom = boxes[row] + np.array([-_APART, -_APART, _APART, _APART])
        middle = (left + right - self.width()) / 2, (top + bottom - self.height()) / 2
        xs, ys = (right, left - self.width()), (bottom, top - self.height())
        corners = [(x, y) for y in ys for x in xs]
        sides = [(xs[0], middle[1]), (xs[1], middle[1]), (middle[0], ys[0]), (middle[0], ys[1])]
        room = canvas.viewport().size()
        most = np.array([room.width() - self.width() - 4, room.height() - self.height() - 4])
        places = np.clip(np.array([*corners, *sides]), 4, np.maximum(most, 4))
        size = np.array([self.width(), self.height()])
        low = np.maximum(places[:, None, :], boxes[None, :, :2])
        high = np.minimum((places + size)[:, None, :], boxes[None, :, 2:])
        covered = (high - low).clip(0).prod(axis=2).sum(axis=1)
        return QPoint(*np.round(places[int(np.argmin(covered))]).astype(int).tolist())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.setStyleSheet(
            f"#whyCard {{ background: {theme.raised}; border: 1px solid {theme.muted}; border-radius: 6px; }}"
            f"#whyCard QLabel {{ color: {theme.ink}; font-size: 13px; }}"
        )
        self.refresh()

    def _follow(self, link: str) -> None:
        if self._why is None:
            return
        cause = self._why.causes[int(link)]
        run, canvas = self._workspace.run, self._workspace.canvas
        if cause.tick != run.tick:
            run.seek(cause.tick)
        canvas.select(cause.path[0])
        self.explain(cause.path)
        self.walked.emit(cause.path)
