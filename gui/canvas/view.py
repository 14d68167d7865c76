"""The canvas: a circuit that is shown, run and edited with the mouse and the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QLabel, QWidget

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.records import HEAD, Change
from gui.canvas import hit, ports, shapes
from gui.canvas.arrays import Ints, NetArrays
from gui.canvas.describe import describe_bundle, describe_node
from gui.canvas.gestures import Gesture, Pointer, pan, press
from gui.canvas.in_place import InPlaceEditor
from gui.canvas.item import EVERYWHERE, NetItem
from gui.canvas.light import Lighting
from gui.canvas.overlay import Overlay, Wire
from gui.canvas.frame import Frame
from gui.canvas.painter import NetPainter
from gui.canvas.pan_zoom import Box, PanZoomView
from gui.canvas.selection import Selection
from gui.canvas.shapes import Floats
from gui.canvas.value_editor import ValueEditor
from gui.document import Document
from gui.edits import wiring
from gui.edits.adding import ENTRY_MIME
from gui.edits.scope import Scope
from gui.edits.wiring import End
from gui.run import Run
from gui.theme import LIGHT, Theme

_REACH = 6.0  # pixels from a line within which it is hit
EMPTY = (
    "Nothing here yet.\n\nPress N for a neuron, I for an input, O for an output, or Tab to search;\n"
    "drag from one node's right side to another's left to connect them.\n\n"
    "Or pick an example from the list on the left, or Open a circuit file (Ctrl+O)."
)


class CanvasView(PanZoomView):
    """Shows a document and what its run does.

    Signals
    -------
    pointed(str)
        A description of what is under the pointer; empty for nothing.
    refused(str)
        Why something could not be done.
    selection_changed()
        Something else is selected.
    scope_changed()
        Another circuit of the hierarchy is shown, or the one shown has changed its name.
    quick_add_wanted(QPointF, object, bool)
        A node is to be added at a scene point, connected to an end or None, by an inhibitory synapse or not.
    edit_wanted(str, object)
        Something is to be edited: "node" and its row, "bundle" and its number, "note" and its number; "name" for
        what is selected, and "typed" with a digit.
    dropped(str, QPointF)
        An entry of the palette was dropped at a scene point.
    """

    pointed = Signal(str)
    refused = Signal(str)
    selection_changed = Signal()
    scope_changed = Signal()
    quick_add_wanted = Signal(QPointF, object, bool)
    edit_wanted = Signal(str, object)
    dropped = Signal(str, QPointF)

    def __init__(self, document: Document, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.run = document, run
        self.scope = Scope()
        self.overlay = Overlay()
        self.selection = Selection(lambda: self.net, self._selected)
        self.inhibit_next = False
        self._painter = NetPainter(LIGHT)
        self._laid_out = 0  # counts layouts, so that kept paintings know when they are stale
        self._gesture: Gesture | None = None
        self._gesture_button = Qt.MouseButton.NoButton
        self._space = self._x_held = False
        self._last: Pointer | None = None
        self._read()
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item = NetItem(self.viewport(), self.paint_frame)
        scene.addItem(self._item)
        self.setScene(scene)
        self._set_up()
        document.replaced.connect(self._replaced)
        document.changed.connect(self._changed)
        run.compiled.connect(self._rebuild)
        run.values_changed.connect(self._light)

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setAccessibleName("Circuit")
        self.setAccessibleDescription("The circuit: click an input to toggle it, drag nodes to move them")
        self.setSceneRect(EVERYWHERE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self._hint = QLabel(EMPTY, self.viewport(), alignment=Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("emptyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.in_place = InPlaceEditor(self.viewport())
        self.in_place.refused.connect(self.refused)
        self.value_editor = ValueEditor(self.viewport())
        self.value_editor.given.connect(self._give)
        self._show_hint()

    # What is shown

    @property
    def circuit(self) -> Circuit:
        """The circuit shown: the document's, or a definition of it."""
        return self._circuit

    def _read(self) -> None:
        if not self.scope.exists(self.document):
            self.scope = Scope()
        self._circuit = self.scope.read(self.document)
        self.net = NetArrays(self._circuit)
        self.lighting = Lighting(self.net, self.run, self.scope.path, alive=self._alive())

    def _alive(self) -> bool:
        """Whether what is shown has values: all but a definition that was opened by itself."""
        return self.scope.definition is None or bool(self.scope.path)

    def show_scope(self, scope: Scope) -> None:
        """Show another circuit of the hierarchy."""
        if scope != self.scope and scope.exists(self.document):
            self._stop_gesture()
            self.selection.clear_quietly()
            self.scope = scope
            self._rebuild()
            self.scope_changed.emit()
            self.fit()

    def _rebuild(self) -> None:
        """Build the arrays anew, with the same nodes selected."""
        self._stop_gesture()
        scope, ids = self.scope, set(self.selection.ids())
        self._read()
        self.net.selected[:] = [node.id in ids for node in self.net.nodes]
        self.selection.mark()
        self._laid_out += 1
        self._show_hint()
        self.viewport().update()
        self.selection_changed.emit()
        if scope != self.scope:
            self.scope_changed.emit()

    def _replaced(self) -> None:
        self.selection.clear_quietly()
        self._selected()
        if self.scope != Scope():
            self.show_scope(Scope())
        self._hand_set = False
        self.fit()

    def _changed(self, change: Change) -> None:
        self._stop_gesture()  # an edit from elsewhere ends what the mouse was doing
        if not any(slot[0] in ("node", "edge", "definition") or slot == HEAD for slot in change.slots):
            self._places_changed(change)  # whatever else changes, the run has compiled and told so
            self._show_hint()
        self.viewport().update()

    def _places_changed(self, change: Change) -> None:
        ids = [str(slot[1]) for slot in change.slots if slot[0] == "place"]
        lines = None
        if len(ids) == len(change.slots):
            before = self.net.box.copy()
            lines = self.net.follow_places(ids)
        else:
            self.net.read_places()
            self.selection.mark()
        if lines is None:
            self._laid_out += 1
        else:
            self._painter.touch(np.concatenate((before[lines], self.net.box[lines])))
            self.put_down()

    def _light(self) -> None:
        self.lighting.show()
        self.viewport().update()

    def _selected(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def _show_hint(self) -> None:
        self._hint.setVisible(not self.net.nodes and not self.circuit.notes)
        self._hint.setGeometry(self.viewport().rect())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._painter = NetPainter(theme)
        self._hint.setStyleSheet(f"color: {theme.muted}; font-size: 15px")
        self.setBackgroundBrush(theme.color("paper"))
        self.viewport().update()

    @property
    def theme(self) -> Theme:
        """The theme painted in."""
        return self._painter.theme

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        """Paint the circuit as it is now."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.paint(painter, self.net, frame, key=(self._laid_out, id(self.net)))
        self.overlay.paint(painter, self.net, frame, self.theme)

    def contents_box(self) -> Box | None:
        """The box around the whole circuit."""
        return self.net.bounds()

    def _give(self, id: str, value: float) -> None:
        if id in self.net.index:
            self.run.give({id: value})

    # Places

    def node_position(self, id: str) -> QPoint:
        """The centre of a node, in the viewport."""
        row = self.net.index[id]
        return self.mapFromScene(QPointF(self.net.x[row], self.net.y[row]))

    def port_position(self, id: str, side: str, port: str | None = None) -> QPoint:
        """Where lines leave a node ("out") or reach it ("in"), in the viewport."""
        return self.mapFromScene(QPointF(*self.net.port(id, side, port)))

    def where_to_add(self) -> QPointF:
        """The scene point at the pointer, or in the middle where the pointer is elsewhere."""
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if self._last is not None and self.viewport().underMouse():
            at = self._last.position
        inside = self.viewport().rect().contains(at) and self.viewport().underMouse()
        return self.mapToScene(at if inside else self.viewport().rect().center())

    def bundle_at(self, at: QPointF) -> int | None:
        """The connection at a scene point."""
        return hit.bundle_at(self.net, at.x(), at.y(), _REACH / self.scale_factor)

    def reveal(self, *ids: str) -> None:
        """Bring nodes into sight and select them."""
        self.select(*ids)
        boxes = self.net.node_boxes()[[self.net.index[id] for id in ids]]
        centre = (boxes[:, :2].min(0) + boxes[:, 2:].max(0)) / 2
        if not self.viewport().rect().adjusted(40, 40, -40, -40).contains(self.mapFromScene(QPointF(*centre))):
            self.centerOn(*centre)
        self._hand_set = True

    def places(self) -> dict[str, tuple[float, float]]:
        """Where every node is shown, also those that the document gives no place."""
        xs, ys = self.net.x.tolist(), self.net.y.tolist()
        return {node.id: (x, y) for node, x, y in zip(self.net.nodes, xs, ys, strict=True)}

    def show_at(self, rows: Ints, at: Floats) -> None:
        """Show nodes elsewhere, on their way to their places."""
        self._lift(rows)
        self.net.move(rows, at[:, 0] - self.net.x[rows], at[:, 1] - self.net.y[rows])
        self.viewport().update()

    def read_places(self) -> None:
        """Show every node where the circuit has it."""
        self.net.read_places()
        self._laid_out += 1
        self.viewport().update()

    # Selection

    def selected_ids(self) -> list[str]:
        """The ids of the selected nodes."""
        return self.selection.ids()

    def select(self, *ids: str) -> None:
        """Select these nodes alone."""
        self.select_rows([self.net.index[id] for id in ids])

    def select_rows(self, rows: Iterable[int], *, keep: bool = False, toggle: bool = False) -> None:
        """Select nodes by their row in the arrays."""
        self.selection.choose(rows, keep=keep, toggle=toggle)

    def select_all(self) -> None:
        """Select every node, connection and note."""
        net = self.net
        self.selection.choose(
            range(len(net.nodes)), bundles=range(len(net.bundles)), notes=[note.rank for note in net.notes]
        )

    # What gestures do

    @contextmanager
    def edit(self, text: str, *, merge: str = "") -> Iterator[Circuit]:
        """Edit what is shown, in one undo step; what the circuit refuses is said, and changes nothing."""
        self._stop_gesture()
        if not self.scope.editable:
            self.refused.emit("This is a look inside a running instance; choose Edit Definition to change it")
            yield self.scope.read(self.document)  # a copy that is thrown away
            return
        try:
            with self.scope.edit(self.document, text, merge=merge) as circuit:
                yield circuit
        except CircuitError as error:
            self.refused.emit(str(error))

    def connect_ends(self, one: End, other: End, *, inhibitory: bool) -> None:
        """Connect two ends."""
        source, target = wiring.ordered(one, other)
        with self.edit(f"{'Inhibit' if inhibitory else 'Connect'} {source.id} to {target.id}") as circuit:
            wiring.connect(circuit, one, other, inhibitory=inhibitory)
        self.inhibit_next = False

    def say_wire(self, wire: Wire) -> None:
        """Say in the status bar what a wire in progress will be, or why it may not be."""
        way = "inhibitory connection" if wire.inhibitory else "connection"
        if wire.refused:
            text = f"Not possible: {wire.refused}"
        elif wire.over is None:
            text = f"{way.capitalize()} from {wire.start.id}: Ctrl or X changes its kind, Esc cancels"
        else:
            source, target = wiring.ordered(wire.start, wire.over)
            text = f"{way.capitalize()} from {source.id} to {target.id}"
        self.pointed.emit(text)

    def press_input(self, id: str) -> None:
        """Toggle an input, or ask for the value of one that takes any number."""
        if self.scope != Scope():
            return  # inside an instance an input has the value of what feeds it
        if self.document.circuit.node(id).parameters["domain"] == "real" and self.run.simulator is not None:
            self.value_editor.open_at(id, self.run.value(id), self.node_position(id))
        else:
            self.run.toggle(id)
        self._point_at(self.viewport().mapFromGlobal(self.cursor().pos()))

    def show_moved(self, rows: Ints, dx: float, dy: float) -> None:
        """Show what is selected elsewhere; the document does not change."""
        chosen = self.selection.notes
        if chosen:
            self.net.notes = tuple(
                replace(note, x=note.x + dx, y=note.y + dy) if note.rank in chosen else note for note in self.net.notes
            )
            self._laid_out += 1
        self._lift(rows)
        self.net.move(rows, dx, dy)
        self.viewport().update()

    def _lift(self, rows: Ints) -> None:
        """Take the lines of nodes that move off what lies still."""
        lines = self.net.lines_at(rows)
        fresh = lines[~self.net.lifted[lines]]
        self._painter.touch(self.net.box[fresh])
        self.net.lifted[fresh] = True

    def put_down(self) -> None:
        """Let lines lie still again."""
        lines = np.flatnonzero(self.net.lifted)
        self._painter.touch(self.net.box[lines])
        self.net.lifted[:] = False

    def commit_move(self, rows: Ints, dx: float, dy: float) -> None:
        """Make the shown places the document's."""
        places = [(self.net.nodes[k].id, float(self.net.x[k]), float(self.net.y[k])) for k in rows]
        notes = [note for note in self.net.notes if note.rank in self.selection.notes]
        self._gesture = None
        what = "" if len(places) + len(notes) == 1 else f" {len(places)} nodes" if places else " notes"
        with self.edit(f"Move{what}") as circuit:
            for id, x, y in places:
                circuit.place(id, x, y)
            for note in notes:
                circuit.set_note(note.rank, note.text, note.x, note.y)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the circuit in sight."""
        super().resizeEvent(event)
        self._hint.setGeometry(self.viewport().rect())

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        if self._gesture is not None:
            return
        button = event.button()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._begin(pan(self, self._pointer(event)), button)
        elif button == Qt.MouseButton.LeftButton:
            self._begin(press(self, self._pointer(event)), button)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what is there, or add something; on an input the second press is a press like any other."""
        at = self.mapToScene(event.position().toPoint())
        row = hit.node_at(self.net, at.x(), at.y())
        if event.button() != Qt.MouseButton.LeftButton or (row is not None and self.net.code[row] == shapes.INPUT):
            self.mousePressEvent(event)
        elif row is not None:
            self.edit_wanted.emit("node", row)
        elif (note := hit.note_at(self.net, at.x(), at.y())) is not None:
            self.edit_wanted.emit("note", note)
        elif (bundle := self.bundle_at(at)) is not None:
            self.edit_wanted.emit("bundle", bundle)
        else:
            self.quick_add_wanted.emit(at, None, False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture."""
        gesture = self._gesture
        self._send(self._pointer(event))
        if gesture is None or self.overlay.wire is None:
            self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == self._gesture_button:
            self._send(self._pointer(event, released=True))
            self._stop_gesture()

    def _pointer(self, event: QMouseEvent, *, released: bool = False) -> Pointer:
        at = event.position().toPoint()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        inhibit = (ctrl or self._x_held) != self.inhibit_next
        self._last = Pointer(at, self.mapToScene(at), shift, ctrl, inhibit, released)
        return self._last

    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self._gesture, self._gesture_button = gesture, button
        self._x_held = False
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
            what = event.mimeData().data(ENTRY_MIME).data().decode()
            self.dropped.emit(what, self.mapToScene(event.position().toPoint()))
        else:
            event.ignore()

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
            self.quick_add_wanted.emit(self.where_to_add(), None, False)
        elif event.text() and event.text() in "0123456789-" and not event.modifiers() & _COMMANDS:
            self.edit_wanted.emit("typed", event.text())
        else:
            super().keyPressEvent(event)

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
            text = describe_bundle(self.net, bundle)
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
