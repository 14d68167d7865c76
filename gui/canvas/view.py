"""The canvas: a view of the circuit that is panned, zoomed, pressed and dragged."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsScene,
    QGraphicsView,
    QLabel,
    QWidget,
)

from circuitsim.records import HEAD, Change
from gui.canvas import hit, shapes
from gui.canvas.arrays import Ints, NetArrays
from gui.canvas.describe import describe_bundle, describe_node
from gui.canvas.gestures import Gesture, Pointer, pan, press
from gui.canvas.item import EVERYWHERE, NetItem
from gui.canvas.light import Lighting
from gui.canvas.painter import Frame, NetPainter
from gui.canvas.value_editor import ValueEditor
from gui.document import Document
from gui.run import Run
from gui.theme import LIGHT, Theme

SMALLEST, LARGEST = 0.02, 8.0
_STEP = 1.2  # zoom of one notch
_FIT_LARGEST = 1.6
_FIT_MARGIN = 28
_NOTHING = (-500.0, -350.0, 500.0, 350.0)
_REACH = 6.0  # pixels from a line within which it is hit
EMPTY = (
    "Nothing here yet.\n\nPick an example from the list on the left,\nor open a circuit file with File › Open (Ctrl+O)."
)


class CanvasView(QGraphicsView):
    """Shows a document and what its run does.

    Signals
    -------
    pointed(str)
        A description of what is under the pointer; empty for nothing.
    zoomed(float)
        The scale has changed.
    selection_changed()
        Other nodes are selected.
    """

    pointed = Signal(str)
    zoomed = Signal(float)
    selection_changed = Signal()

    def __init__(self, document: Document, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.run = document, run
        self.band: QRect | None = None
        self._painter = NetPainter(LIGHT)
        self._laid_out = 0  # counts layouts, so that kept paintings know when they are stale
        self._gesture: Gesture | None = None
        self._gesture_button = Qt.MouseButton.NoButton
        self._space = False
        self._hand_set = False  # whether the user chose the view; until then it keeps fitting
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.viewport().setMouseTracking(True)
        self._hint = QLabel(EMPTY, self.viewport(), alignment=Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("emptyHint")
        self.value_editor = ValueEditor(self.viewport())
        self.value_editor.given.connect(self._give)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._show_hint()

    # What is shown

    def _read(self) -> None:
        self.net = NetArrays(self.document.circuit)
        self.lighting = Lighting(self.net, self.run)

    def _rebuild(self) -> None:
        """Build the arrays anew, with the same nodes selected."""
        self._stop_gesture()
        selected = set(self.selected_ids())
        self._read()
        self.net.selected[:] = [node.id in selected for node in self.net.nodes]
        self._laid_out += 1
        self._show_hint()
        self.viewport().update()
        self.selection_changed.emit()

    def _replaced(self) -> None:
        self.select_rows([])
        self._hand_set = False
        self.fit()

    def _changed(self, change: Change) -> None:
        if not any(slot[0] in ("node", "edge", "definition") or slot == HEAD for slot in change.slots):
            self.net.read_places()  # whatever else changes, the run has compiled and told so
        self._laid_out += 1
        self.viewport().update()

    def _light(self) -> None:
        self.lighting.show()
        self.viewport().update()

    def _show_hint(self) -> None:
        self._hint.setVisible(not self.net.nodes and not self.document.circuit.notes)
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
        if self.band is not None:
            fill = QColor(self.theme.color("selection"))
            painter.setPen(QPen(fill, 1))
            fill.setAlpha(40)
            painter.setBrush(fill)
            painter.drawRect(self.band)

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

    # Selection

    def selected_ids(self) -> list[str]:
        """The ids of the selected nodes."""
        return [self.net.nodes[k].id for k in np.flatnonzero(self.net.selected)]

    def select(self, *ids: str) -> None:
        """Select these nodes alone."""
        self.select_rows([self.net.index[id] for id in ids])

    def select_rows(self, rows: Iterable[int], *, keep: bool = False, toggle: bool = False) -> None:
        """Select nodes by their row in the arrays."""
        chosen = list(rows)
        selected = self.net.selected.copy() if keep else np.zeros_like(self.net.selected)
        selected[chosen] = ~selected[chosen] if toggle else True
        if (selected != self.net.selected).any():
            self.net.selected = selected
            self.viewport().update()
            self.selection_changed.emit()

    def select_all(self) -> None:
        """Select every node."""
        self.select_rows(range(len(self.net.nodes)))

    # What gestures do

    def press_input(self, id: str) -> None:
        """Toggle an input, or ask for the value of one that takes any number."""
        if self.document.circuit.node(id).parameters["domain"] == "real" and self.run.simulator is not None:
            self.value_editor.open_at(id, self.run.value(id), self.node_position(id))
        else:
            self.run.toggle(id)
        self._point_at(self.viewport().mapFromGlobal(self.cursor().pos()))

    def show_moved(self, rows: Ints, dx: float, dy: float) -> None:
        """Show nodes elsewhere; the document does not change."""
        self.net.move(rows, dx, dy)
        self._laid_out += 1
        self.viewport().update()

    def commit_move(self, rows: Ints) -> None:
        """Make the shown places the document's."""
        places = [(self.net.nodes[k].id, float(self.net.x[k]), float(self.net.y[k])) for k in rows]
        with self.document.edit("Move" if len(places) == 1 else f"Move {len(places)} nodes") as circuit:
            for id, x, y in places:
                circuit.place(id, x, y)

    # The view

    @property
    def scale_factor(self) -> float:
        """Pixels for a scene unit."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show the whole circuit."""
        bounds = self.net.bounds() or _NOTHING
        self._fit_box(*bounds)
        self._hand_set = False

    def _fit_box(self, left: float, top: float, right: float, bottom: float) -> None:
        room = self.viewport().size()
        wide = max(room.width() - 2 * _FIT_MARGIN, 20) / max(right - left, 1)
        high = max(room.height() - 2 * _FIT_MARGIN, 20) / max(bottom - top, 1)
        self._set_scale(min(wide, high, _FIT_LARGEST))
        self.centerOn((left + right) / 2, (top + bottom) / 2)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, with the scene point under `at` (the middle where left out) staying where it is."""
        at = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(at)
        self._set_scale(self.scale_factor * factor)
        self.pan(at - self.mapFromScene(before))
        self._hand_set = True

    def set_zoom(self, scale: float) -> None:
        """Zoom to a scale; 1 is 100 %."""
        self.zoom(scale / self.scale_factor)

    def pan(self, way: QPoint) -> None:
        """Push the canvas by so many pixels."""
        for bar, step in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(bar.value() - step)
        self._hand_set = True

    def _set_scale(self, scale: float) -> None:
        scale = min(max(scale, SMALLEST), LARGEST)
        self.resetTransform()
        self.scale(scale, scale)
        self.zoomed.emit(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the circuit in sight."""
        super().resizeEvent(event)
        self._hint.setGeometry(self.viewport().rect())
        if not self._hand_set:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the whole circuit in sight."""
        super().showEvent(event)
        if not self._hand_set:
            self.fit()

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
        """The second press of a fast pair is a press like any other."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture."""
        self._send(self._pointer(event))
        self._point_at(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        if event.button() == self._gesture_button:
            self._send(self._pointer(event, released=True))
            self._stop_gesture()

    def _pointer(self, event: QMouseEvent, *, released: bool = False) -> Pointer:
        at = event.position().toPoint()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return Pointer(at, self.mapToScene(at), shift, released)

    def _begin(self, gesture: Gesture, button: Qt.MouseButton) -> None:
        self._gesture, self._gesture_button = gesture, button
        next(gesture)

    def _send(self, pointer: Pointer) -> None:
        if self._gesture is None:
            return
        try:
            self._gesture.send(pointer)
        except StopIteration:
            self._gesture = None

    def _stop_gesture(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None and not gesture.gi_running:
            gesture.close()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notched wheel, or Ctrl with any, zooms at the cursor; a trackpad pans."""
        notches = event.angleDelta().y() / 120
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.pixelDelta().isNull() or with_ctrl:
            self.zoom(_STEP**notches, event.position().toPoint())
        else:
            self.pan(event.pixelDelta())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends a gesture or a selection; Space and Enter press the selected inputs."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._gesture is not None:
                self._stop_gesture()
            else:
                self.select_rows([])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_selected()
        elif key == Qt.Key.Key_Space:
            if not event.isAutoRepeat() and not self._press_selected():
                self._space = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            super().keyPressEvent(event)

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
        text = ""
        if row is not None:
            text = describe_node(self.net, self.run, row)
        else:
            bundle = hit.bundle_at(self.net, scene.x(), scene.y(), _REACH / self.scale_factor)
            if bundle is not None:
                text = describe_bundle(self.net, bundle)
        if self._gesture is None and not self._space:
            pressable = row is not None and self.net.code[row] == shapes.INPUT
            shape = Qt.CursorShape.PointingHandCursor if pressable else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        self.viewport().setToolTip(text)
        self.pointed.emit(text)
