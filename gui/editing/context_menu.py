"""The menu of what is under the pointer, or of the selection: made of the actions that the window has already."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from gui.canvas import hit
from gui.canvas.view import CanvasView
from gui.edits import adding, changing
from gui.feature import Feature
from gui.language import tr
from gui.live import drives

SEPARATOR = ""
KINDS, DRIVES = "the kinds of nodes", "the drives of an input"
"""What is no action of the window and is filled in."""

NODES = (
    "why", SEPARATOR, DRIVES, SEPARATOR, "rename", "editLabel", "editValue", SEPARATOR,
    "lookInside", "editDefinition", "unpack", "makeSubcircuit", SEPARATOR,
    "cut", "copy", "duplicate", "delete", SEPARATOR, "rotate", "inspector",
)  # fmt: skip
WIRES = ("editValue", "flipSynapses", SEPARATOR, "delete", SEPARATOR, "inspector")
NOTES = ("rename", SEPARATOR, "cut", "copy", "duplicate", "delete")
CANVAS = (
    "quickAdd", KINDS, "addNote", SEPARATOR, "paste", "selectAll", SEPARATOR,
    "goOut", "editDefinition", "tidy", "fit", SEPARATOR, "circuitProperties",
)  # fmt: skip
_LOOKING = {
    "why", "lookInside", "editDefinition", "goOut", "copy", "selectAll", "fit", "inspector", "circuitProperties",
}  # fmt: skip
"""What can be done where one only looks."""


class ContextMenu(Feature):
    """The right mouse button, and the key for it."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.action(
            "&Edit",
            "contextMenu",
            tr("&Menu of the Selection"),
            tr("Show what can be done with what is selected; with the circuit, where nothing is"),
            self.open_for_selection,
            "Shift+F10",
        )

    def attach(self, canvas: CanvasView) -> None:
        """Answer the right mouse button and the Menu key on a canvas."""
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu."""
        if not isinstance(event, QContextMenuEvent):
            return False
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_for_selection()
        elif watched is self.canvas.viewport() and not self.canvas.is_busy:
            self._choose(event.pos())
            self._open(event.pos())
        return True

    def open_for_selection(self) -> None:
        """Open the menu of the selection beside it."""
        canvas = self.canvas
        ids, notes = canvas.selection.ids(), canvas.selection.notes
        if ids:
            row = canvas.net.index[ids[0]]
            right, below = canvas.net.x + canvas.net.half_width, canvas.net.y + canvas.net.half_height
            at = canvas.mapFromScene(QPointF(right[row], below[row]))  # what it is about stays in sight
        elif canvas.net.bundle_selected.any():
            at = canvas.bundle_position(int(canvas.net.bundle_selected.argmax()))
        elif notes:
            note = next(note for note in canvas.net.notes if note.rank in notes)
            at = canvas.mapFromScene(QPointF(note.x, note.y))
        else:
            at = canvas.viewport().rect().center()
        room = canvas.viewport().rect()
        self._open(QPoint(min(max(at.x(), 0), room.right()), min(max(at.y(), 0), room.bottom())))

    def _choose(self, at: QPoint) -> None:
        """Select what is under the pointer, unless it is selected already."""
        canvas, net = self.canvas, self.canvas.net
        scene = canvas.mapToScene(at)
        row = hit.node_at(net, scene.x(), scene.y(), 2.0)
        if row is not None:
            if not net.selected[row]:
                canvas.select_rows([row])
        elif (note := hit.note_at(net, scene.x(), scene.y())) is not None:
            if note not in canvas.selection.notes:
                canvas.selection.choose(notes=[note])
        elif (bundle := canvas.bundle_at(scene)) is not None:
            if not net.bundle_selected[bundle]:
                canvas.selection.choose(bundles=[bundle])
        else:
            canvas.selection.choose()

    def _open(self, at: QPoint) -> None:
        canvas, selection = self.canvas, self.canvas.selection
        canvas.setFocus()
        names = NODES if selection.ids() else WIRES if selection.bundles() else NOTES if selection.notes else CANVAS
        titles = {NODES: "nodeMenu", WIRES: "wireMenu", NOTES: "noteMenu", CANVAS: "canvasMenu"}
        menu = QMenu(canvas, objectName=titles[names], toolTipsVisible=True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            self._add(menu, name)
        canvas.menu_at = canvas.mapToScene(at)
        menu.aboutToHide.connect(partial(QTimer.singleShot, 0, partial(_forget_place, canvas)))  # it is acted on first
        menu.popup(canvas.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, name: str) -> None:
        canvas = self.canvas
        kinds = {canvas.circuit.node(id).kind for id in canvas.selection.ids()}
        if name == SEPARATOR:
            menu.addSeparator()
        elif name == DRIVES:
            if kinds == {"input"} and len(canvas.selection.ids()) == 1 and _is_outermost(canvas):
                drives.fill_menu(menu, _Shown(canvas), canvas.selection.ids()[0], self.say, self.window)
        elif not canvas.scope.editable and name not in _LOOKING:
            return
        elif name == KINDS:
            for kind in adding.KEYS:
                menu.addAction(self.window.actions_by_name[f"add_{kind}"])
        elif _fits(canvas, name, kinds):
            action = self.window.actions_by_name[name]
            if not (action.isCheckable() and action.isChecked()):  # what is open already need not be offered
                menu.addAction(action)


def _fits(canvas: CanvasView, name: str, kinds: set[str]) -> bool:
    """Whether an action makes sense for what is selected."""
    alone = int(np.count_nonzero(canvas.net.selected)) == 1
    if name in ("lookInside", "unpack"):
        return "subcircuit" in kinds
    if name == "editDefinition":
        return "subcircuit" in kinds or not canvas.scope.editable
    if name in ("why", "rename", "editLabel"):
        return alone or not kinds
    if name == "editValue":
        return not kinds or (len(kinds) == 1 and kinds <= changing.TYPED.keys())
    return name != "goOut" or not _is_outermost(canvas)


def _is_outermost(canvas: CanvasView) -> bool:
    return not canvas.scope.path and canvas.scope.definition is None


def _forget_place(canvas: CanvasView) -> None:
    canvas.menu_at = None


class _Shown:
    """The workspace that a canvas belongs to, as far as the drives of its inputs need it."""

    def __init__(self, canvas: CanvasView) -> None:
        self.canvas, self.document, self.run = canvas, canvas.document, canvas.run
