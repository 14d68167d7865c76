"""The canvas: a circuit that is shown, run and edited with the mouse and the keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from gui.canvas import hit, ports, shapes
from gui.canvas.describe import describe_bundle, describe_node
from gui.canvas.edge_pan import EdgePan
from gui.canvas.gestures import Gesture, Pointer, pan, press, press_twice
from gui.canvas.net_view import NetView
from gui.canvas.overlay import Wire
from gui.canvas.shapes import Ints
from gui.document import Document
from gui.edits import wiring
from gui.edits.adding import ENTRY_MIME, GRID
from gui.edits.numbers import show_number
from gui.edits.scope import ONLY_LOOKING, Scope
from gui.edits.wiring import End
from gui.language import told, tr
from gui.run import Run


class CanvasView(NetView):
    """Shows a document and what its run does.

    Attributes
    ----------
    grid : float
        How far apart the places are at which what is moved and added may stand.

    Signals
    -------
    pointed(str)
        A description of what is under the pointer; empty for nothing.
    quick_add_wanted(QPointF, object, bool)
        A node is to be added at a scene point, connected to an end or None, by an inhibitory synapse or not.
    edit_wanted(str, object)
        Something is to be edited: "node" and its row, "bundle" and its number, "note" and its number; "name" for
        what is selected, and "typed" with a digit.
    dropped(str, QPointF)
        An entry of the palette was dropped at a scene point.
    """

    pointed = Signal(str)
    quick_add_wanted = Signal(QPointF, object, bool)
    edit_wanted = Signal(str, object)
    dropped = Signal(str, QPointF)

    def __init__(self, document: Document, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(document, run, parent)
        self.grid = GRID
        self.inhibit_next = False
        self._gesture: Gesture | None = None
        self._gesture_button = Qt.MouseButton.NoButton
        self._space = self._x_held = self._pushes = False
        self._edge_pan = EdgePan(self._push_on, self)

    # What gestures do

    @contextmanager
    def edit(self, text: str, *, merge: str = "") -> Iterator[Circuit]:
        """Edit what is shown, in one undo step; what the circuit refuses is said, and changes nothing."""
        self._stop_gesture()
        if not self.scope.editable:
            self.refused.emit(tr(ONLY_LOOKING))
            with suppress(CircuitError):  # one refusal is enough
                yield self.scope.read(self.document)  # a copy that is thrown away
            return
        try:
            with self.scope.edit(self.document, text, merge=merge) as circuit:
                yield circuit
        except CircuitError as error:
            self.refused.emit(told(error))

    def connect_ends(self, one: End, other: End, *, inhibitory: bool) -> None:
        """Connect two ends."""
        source, target = wiring.ordered(one, other)
        text = tr("Inhibit {source} to {target}") if inhibitory else tr("Connect {source} to {target}")
        with self.edit(text.format(source=source.id, target=target.id)) as circuit:
            wiring.connect(circuit, one, other, inhibitory=inhibitory)
        self.inhibit_next = False

    def say_wire(self, wire: Wire) -> None:
        """Say in the status bar what a wire in progress will be, or why it may not be."""
        if wire.refused:
            text = tr("Not possible: {reason}").format(reason=wire.refused)
        elif wire.over is None:
            text = tr("Connection from {id}: Ctrl or X changes its kind, Esc cancels")
            if wire.inhibitory:
                text = tr("Inhibitory connection from {id}: Ctrl or X changes its kind, Esc cancels")
            text = text.format(id=wire.start.id)
        else:
            source, target = wiring.ordered(wire.start, wire.over)
            text = tr("Connection from {source} to {target}")
            if wire.inhibitory:
                text = tr("Inhibitory connection from {source} to {target}")
            text = text.format(source=source.id, target=target.id)
        self.pointed.emit(text)

    def press_input(self, id: str) -> None:
        """Toggle an input, or ask for the value of one that takes any number."""
        if self.scope != Scope():
            return  # inside an instance an input has the value of what feeds it
        if self.document.circuit.node(id).parameters["domain"] == "real" and self.run.simulator is not None:
            now = show_number(self.run.value(id))
            what = tr("Value of {id}").format(id=id)
            self.in_place.open_at(self.node_position(id), now, what, partial(self._give, id))
        else:
            self.run.toggle(id)
        self._point_at(self.viewport().mapFromGlobal(self.cursor().pos()))

    def commit_move(self, rows: Ints, dx: float, dy: float) -> None:
        """Make the shown places the document's."""
        places = [(self.net.nodes[k].id, float(self.net.x[k]), float(self.net.y[k])) for k in rows]
        notes = [note for note in self.net.notes if note.rank in self.selection.notes]
        self._gesture = None
        text = tr("Move")
        if len(places) + len(notes) > 1:
            text = tr("Move %n nodes", "", len(places)) if places else tr("Move notes")
        with self.edit(text) as circuit:
            for id, x, y in places:
                circuit.place(id, x, y)
            for note in notes:
                circuit.set_note(note.rank, note.text, note.x, note.y)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        button = event.button()
        if self._gesture is not None and button != self._gesture_button:
            return
        self._stop_gesture()  # its end was lost, or the button could not be pressed again
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._begin(pan(self, self._pointer(event)), button)
            self._pushes = False
        elif button == Qt.MouseButton.LeftButton:
            self._begin(press(self, self._pointer(event)), button)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what is there, or add something; on an input the second press is a press like any other."""
        at = self.mapToScene(event.position().toPoint())
        row = hit.node_at(self.net, at.x(), at.y())
        if event.button() != Qt.MouseButton.LeftButton or (row is not None and self.net.code[row] == shapes.INPUT):
            self.mousePressEvent(event)
            return
        net = self.net
        if row is not None:
            self.edit_wanted.emit("node", row)
        elif (note := hit.note_at(net, at.x(), at.y())) is not None:
            self.edit_wanted.emit("note", note)
        elif (bundle := self.bundle_at(at)) is not None:
            self.edit_wanted.emit("bundle", bundle)
        else:
            self.quick_add_wanted.emit(at, None, False)
        if self.net is net:
            self._begin(press_twice(self, self._pointer(event)), event.button())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture."""
        gesture, pointer = self._gesture, self._pointer(event)
        self._send(pointer)
        if gesture is not None and gesture is self._gesture and self._pushes:
            self._edge_pan.watch(self.viewport().rect(), pointer.position)
        if gesture is None or self.overlay.wire is None:
            self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == self._gesture_button:
            self._send(self._pointer(event, released=True))
            self._stop_gesture()

    def _push_on(self, way: QPoint) -> None:
        """Push the view on, with the pointer where it is."""
        if self._last is None or self._gesture is None:
            self._edge_pan.stop()
            return
        self.pan(way)
        self._last = replace(self._last, scene=self.mapToScene(self._last.position), released=False)
        self._send(self._last)

    def hideEvent(self, event: QHideEvent) -> None:
        """What the mouse was doing ends with the sight of it."""
        self._stop_gesture()
        super().hideEvent(event)

    def _pointer(self, event: QMouseEvent, *, released: bool = False) -> Pointer:
        at = event.position().toPoint()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        inhibit = (ctrl or self._x_held) != self.inhibit_next
        self._last = Pointer(at, self.mapToScene(at), shift, ctrl, inhibit, released)
        return self._last

    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self._gesture, self._gesture_button = gesture, button
        self._x_held, self._pushes = False, True
        next(gesture)

    def _send(self, pointer: Pointer) -> None:
        gesture = self._gesture
        if gesture is None:
            return
        try:
            gesture.send(pointer)
        except StopIteration:
            if self._gesture is gesture:
                self._gesture = None

    def _stop_gesture(self) -> None:
        self.end_glide()
        self._edge_pan.stop()
        gesture, self._gesture = self._gesture, None
        if gesture is not None and not gesture.gi_running:
            gesture.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An entry of the palette may be dropped here; files are the window's."""
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """It may be dropped anywhere."""
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped, and where."""
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()
            self.setFocus()
            what = event.mimeData().data(ENTRY_MIME).data().decode()
            self.dropped.emit(what, self.mapToScene(event.position().toPoint()))
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Esc is the gesture's own while there is one, whatever else it may cancel."""
        overrides = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if overrides and event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab searches for something to add; Shift+Tab leaves the canvas."""
        return False if forward else super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends a gesture or a selection; Space and Enter press the selected inputs; X inhibits."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_X and self._gesture is not None:
            if not event.isAutoRepeat():
                self._hold_x(not self._x_held)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._press_selected():
                self.edit_wanted.emit("name", None)
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat() and not self._press_selected():
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key == Qt.Key.Key_Tab:
            self._ask_what_to_add()
        elif event.text() and event.text() in "0123456789-" and not event.modifiers() & _COMMANDS:
            self.edit_wanted.emit("typed", event.text())
        else:
            super().keyPressEvent(event)

    @property
    def is_busy(self) -> bool:
        """Whether Esc would end something, and not only the selection."""
        return self._gesture is not None or self.inhibit_next

    def _ask_what_to_add(self) -> None:
        """Ask what to add at the pointer; while a wire is drawn, what to add at its end."""
        wire = self.overlay.wire
        self._stop_gesture()
        if wire is None:
            self.quick_add_wanted.emit(self.where_to_add(), None, False)
        else:
            self.quick_add_wanted.emit(QPointF(*wire.to), wire.start, wire.inhibitory)

    def _escape(self) -> None:
        if self._gesture is not None:
            self._stop_gesture()
        elif self.inhibit_next:
            self.inhibit_next = False
        else:
            self.selection.choose()

    def _hold_x(self, held: bool) -> None:
        self._x_held = held
        if self._last is not None:
            inhibit = (self._last.ctrl or held) != self.inhibit_next
            self._send(replace(self._last, inhibit=inhibit, released=False))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Without Space the left button no longer pans."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def _press_selected(self) -> bool:
        rows = np.flatnonzero(self.net.selected & (self.net.code == shapes.INPUT))
        for row in rows:
            self.press_input(self.net.nodes[row].id)
        return bool(len(rows))

    def leaveEvent(self, event: QEvent | QEnterEvent) -> None:
        """Nothing is under the pointer any more."""
        self.pointed.emit("")
        super().leaveEvent(event)

    def _point_at(self, at: QPoint) -> None:
        scene = self.mapToScene(at)
        row = hit.node_at(self.net, scene.x(), scene.y(), 2.0)
        bundle = self.bundle_at(scene) if row is None else None
        text = ""
        if row is not None:
            text = describe_node(self.net, self.run, row, self.scope.path, alive=self._alive())
        elif bundle is not None:
            text = describe_bundle(self.net, bundle, self.lighting.carried(bundle) if self._alive() else None)
        if self._gesture is None and not self._space:
            self._point_shape(scene, row)
        self.viewport().setToolTip(text)
        self.pointed.emit(text)

    def _point_shape(self, scene: QPointF, row: int | None) -> None:
        """Light up the port under the pointer, and show by the cursor what a press would do."""
        end = ports.port_at(self.net, scene.x(), scene.y(), self.scale_factor) if self.scope.editable else None
        if end != self.overlay.port:
            self.overlay.port = end
            self.viewport().update()
        pressable = row is not None and self.net.code[row] == shapes.INPUT
        shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if end is not None else shape)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
