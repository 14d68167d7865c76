"""A circuit on the screen: what of the hierarchy is shown, where everything is, what is selected."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QLabel, QWidget

from circuitsim import collector
from circuitsim.api import Circuit
from circuitsim.errors import InputError
from circuitsim.records import Change
from gui import ahead
from gui.canvas import hit
from gui.canvas.arrays import NetArrays
from gui.canvas.follow import follow
from gui.canvas.frame import Frame
from gui.canvas.gestures import Pointer
from gui.canvas.glide import Glide
from gui.canvas.in_place import InPlaceEditor
from gui.canvas.item import EVERYWHERE, NetItem
from gui.canvas.kept_painter import KeptPainter
from gui.canvas.light import Lighting
from gui.canvas.overlay import Overlay
from gui.canvas.pan_zoom import Box, PanZoomView
from gui.canvas.selection import Selection
from gui.canvas.shapes import Floats, Ints
from gui.canvas.taught import Changes, paint_taught
from gui.document import Document
from gui.edits.adding import KEYS
from gui.edits.numbers import parse_number
from gui.edits.scope import Scope
from gui.language import told, tr
from gui.run import Run
from gui.theme import LIGHT, Theme

_REACH = 6.0  # pixels from a line within which it is hit
EMPTY = QT_TRANSLATE_NOOP(
    "",
    "Nothing here yet.\n\n"
    "Press {neuron} for a neuron, {input} for an input, {output} for an output, or Tab to search;\n"
    "drag from one node's right side to another's left to connect them.\n\n"
    "Or pick an example from the list on the left, or Open a circuit file ({open}).",
)


class NetView(PanZoomView):
    """Shows a circuit and what its run does; `CanvasView` adds what the mouse and the keys do.

    Signals
    -------
    refused(str)
        Why something could not be done.
    selection_changed()
        Something else is selected.
    scope_changed()
        Another circuit of the hierarchy is shown, or the one shown has changed its name.
    """

    refused = Signal(str)
    selection_changed = Signal()
    scope_changed = Signal()

    def __init__(self, document: Document, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.run = document, run
        self.scope = Scope()
        self.overlay = Overlay()
        self.menu_at: QPointF | None = None
        self.taught: Changes = {}
        self.selection = Selection(lambda: self.net, self._selected)
        self._painter = KeptPainter(LIGHT)
        self._laid_out = 0  # counts layouts, so that kept paintings know when they are stale
        self._last: Pointer | None = None
        self._glide: Glide | None = None
        self._followed: Change | None = None
        self._read()
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item = NetItem(self.viewport(), self.paint_frame)
        scene.addItem(self._item)
        self.setScene(scene)
        self._set_up()
        document.replaced.connect(self._replaced)
        document.changed.connect(self._catch_up)
        run.compiled.connect(self._compiled)
        run.values_changed.connect(self._light)
        run.oscillated.connect(self._light)

    def _set_up(self) -> None:
        self.setObjectName("canvas")
        self.setAccessibleName(tr("Circuit"))
        self.setAccessibleDescription(tr("The circuit: click an input to toggle it, drag nodes to move them"))
        self.setSceneRect(EVERYWHERE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it is all painted, and not cleared first
        self.setAcceptDrops(True)
        self._hint = QLabel(self.viewport(), alignment=Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("emptyHint")
        font = self._hint.font()
        font.setPixelSize(15)
        self._hint.setFont(font)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.in_place = InPlaceEditor(self.viewport())
        self.in_place.refused.connect(self.refused)
        self.name_keys(**KEYS, open="Ctrl+O")
        self._show_hint()

    # What is shown

    @property
    def circuit(self) -> Circuit:
        """The circuit shown: the document's, or a definition of it."""
        return self._circuit

    def _read(self) -> None:
        if not self.scope.exists(self.document):
            self.scope = Scope()
        self._outer = self.document.circuit
        with collector.held():
            self._circuit = self.scope.read(self.document)
            self.net = ahead.take(self._circuit, NetArrays) or NetArrays(self._circuit)
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
        self._laid_out += 1
        self._show_anew()
        if scope != self.scope:
            self.scope_changed.emit()

    def _catch_up(self) -> bool:
        """Take over the last edit, whoever tells of it first: the document, or the run that was compiled."""
        change = self.document.latest
        renamed = change is not None and change is not self._followed and self._rename(change)
        if self._outer is not self.document.circuit:
            self._rebuild()
        elif change is None or change is self._followed:
            return False
        elif self.scope == Scope():
            self._follow(change)
        elif any(table in ("node", "edge", "place", "note", "definition", "head") for table, _ in change.slots):
            self._rebuild()
        self._followed = change
        if renamed:
            self.scope_changed.emit()
        return True

    def _rename(self, change: Change) -> bool:
        """Go on with a definition that has another name now; whether any on the way here may have one."""
        self.scope = self.scope.after(change)
        gone = any(slot[0] == "definition" and slot not in change.after for slot in change.before)
        return gone and self.scope != Scope()

    def _follow(self, change: Change) -> None:
        self._stop_gesture()  # an edit from elsewhere ends what the mouse was doing
        with collector.held():
            touched = follow(self.net, change)
        if touched is None:
            self._laid_out += 1
        else:
            self._painter.touch(touched)
        self._show_anew()

    def _show_anew(self) -> None:
        self.selection.mark()
        self._relight()
        self._show_hint()
        self.selection_changed.emit()

    def _relight(self) -> None:
        self.lighting = Lighting(self.net, self.run, self.scope.path, alive=self._alive())
        self.viewport().update()

    def _compiled(self) -> None:
        if not self._catch_up():
            self._relight()

    def _replaced(self) -> None:
        self.selection.clear_quietly()
        self._selected()
        if self.scope != Scope():
            self.show_scope(Scope())
        self._hand_set = False
        self.fit()

    def _light(self) -> None:
        self.lighting.show()
        if self._gesture is None and self.viewport().underMouse():
            self._point_at(self.viewport().mapFromGlobal(self.cursor().pos()))  # what is pointed at has new values
        self.viewport().update()

    def _selected(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    def mark(self, changes: Changes) -> None:
        """Show what training has just changed, and by how much."""
        if changes != self.taught:
            self.taught = changes
            self.viewport().update()

    def name_keys(self, **keys: str) -> None:
        """Say on an empty canvas which keys do what, by the names in `EMPTY`."""
        self._hint.setText(tr(EMPTY).format(**keys))

    def _show_hint(self) -> None:
        self._hint.setVisible(not self.net.nodes and not self.circuit.notes)
        self._hint.setGeometry(self.viewport().rect())

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._painter = KeptPainter(theme)
        colors = self._hint.palette()
        colors.setColor(QPalette.ColorRole.WindowText, theme.color("muted"))
        self._hint.setPalette(colors)
        self.viewport().update()

    @property
    def theme(self) -> Theme:
        """The theme painted in."""
        return self._painter.theme

    def paint_frame(self, painter: QPainter, frame: Frame) -> None:
        """Paint the circuit as it is now."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, 0, math.ceil(frame.width), math.ceil(frame.height))  # without one Qt paints far slower
        self._painter.paint(painter, self.net, frame, self._arrays)
        if self.taught and self.scope == Scope():
            paint_taught(painter, self.net, frame, self.theme, self.taught)
        self.overlay.paint(painter, self.net, frame, self.theme)

    @property
    def _arrays(self) -> object:
        """Says what the arrays hold, save for what the painter is told to touch."""
        return self._laid_out, id(self.net)

    def contents_box(self) -> Box | None:
        """The box around the whole circuit."""
        return self.net.bounds()

    def _give(self, id: str, text: str) -> None:
        """Give an input the number that was typed; ValueError where it is none."""
        if id in self.net.index:
            try:
                self.run.give({id: parse_number(text)})
            except InputError as error:
                raise ValueError(told(error)) from None

    # Places

    def node_position(self, id: str) -> QPoint:
        """The centre of a node, in the viewport."""
        row = self.net.index[id]
        return self.mapFromScene(QPointF(self.net.x[row], self.net.y[row]))

    def port_position(self, id: str, side: str, port: str | None = None) -> QPoint:
        """Where lines leave a node ("out") or reach it ("in"), in the viewport."""
        return self.mapFromScene(QPointF(*self.net.port(id, side, port)))

    def where_to_add(self) -> QPointF:
        """The scene point at the pointer, or in the middle where the pointer is elsewhere.

        While a menu is open on the canvas it is `menu_at`, where that was asked for.
        """
        if self.menu_at is not None:
            return self.menu_at
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if self._last is not None and self.viewport().underMouse():
            at = self._last.position
        inside = self.viewport().rect().contains(at) and self.viewport().underMouse()
        return self.mapToScene(at if inside else self.viewport().rect().center())

    def name_position(self, id: str) -> QPoint:
        """Where the name of a node stands, in the viewport; its centre where the name stands inside."""
        row = self.net.index[id]
        if not self.net.labels[row].text:
            return self.node_position(id)
        left, top, right, bottom = self.net.label_boxes()[row].tolist()
        return self.mapFromScene(QPointF((left + right) / 2, (top + bottom) / 2))

    def bundle_position(self, number: int) -> QPoint:
        """Where the text of a connection stands, or would stand, in the viewport."""
        for labelled, _, x, y in self.net.bundle_labels:
            if labelled == number:
                return self.mapFromScene(QPointF(x, y))
        line = int((self.net.line_bundle == number).argmax())
        return self.mapFromScene(QPointF(*self.net.curve[line, self.net.curve.shape[1] // 2].tolist()))

    def bundle_at(self, at: QPointF) -> int | None:
        """The connection at a scene point."""
        seen = self.viewport().rect().contains(self.mapFromScene(at))
        drawn = self._painter.drawn(self.net, self._arrays) if seen else None
        return hit.bundle_at(self.net, at.x(), at.y(), _REACH / self.scale_factor, drawn)

    def reveal(self, *ids: str) -> None:
        """Bring nodes into sight and select them."""
        self.select(*ids)
        boxes = self.net.node_boxes()[[self.net.index[id] for id in ids]]
        centre = (boxes[:, :2].min(0) + boxes[:, 2:].max(0)) / 2
        if not self.viewport().rect().adjusted(40, 40, -40, -40).contains(self.mapFromScene(QPointF(*centre))):
            self.centerOn(*centre)
        self._hand_set = True

    def fit_selection(self) -> None:
        """Show the selected nodes as large as they go; the whole circuit where none is selected."""
        rows = np.flatnonzero(self.net.selected)
        if not len(rows):
            self.fit()
            return
        boxes = np.concatenate((self.net.node_boxes()[rows], self.net.label_boxes()[rows]))
        self.fit_box(*boxes[:, :2].min(0).tolist(), *boxes[:, 2:].max(0).tolist())

    def places(self) -> dict[str, tuple[float, float]]:
        """Where every node is shown, also those that the document gives no place."""
        self.end_glide()
        xs, ys = self.net.x.tolist(), self.net.y.tolist()
        return {node.id: (x, y) for node, x, y in zip(self.net.nodes, xs, ys, strict=True)}

    def show_at(self, rows: Ints, at: Floats) -> None:
        """Show nodes elsewhere, on their way to their places."""
        self._lift(rows)
        self.net.move(rows, at[:, 0] - self.net.x[rows], at[:, 1] - self.net.y[rows])
        self.viewport().update()

    def glide(self, rows: Ints, start: Floats) -> None:
        """Show nodes go to the places where they are now, from where they were."""
        self.end_glide()
        self._glide = Glide(self, rows, start)

    def end_glide(self) -> None:
        """Show every node where it is, and no longer on its way."""
        if self._glide is not None:
            glide, self._glide = self._glide, None
            glide.end()
            glide.deleteLater()

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
        """Take nodes that move, and their lines, off what lies still."""
        risen = rows[~self.net.carried[rows]]
        if not len(risen):
            return
        lines = self.net.lines_at(risen)
        fresh = lines[~self.net.lifted[lines]]
        self._painter.touch(np.concatenate((self.net.box[fresh], self.net.node_boxes(risen))))
        self.net.lifted[fresh], self.net.carried[risen] = True, True

    def put_down(self) -> None:
        """Let lines lie still again."""
        lines, nodes = np.flatnonzero(self.net.lifted), np.flatnonzero(self.net.carried)
        self._painter.touch(np.concatenate((self.net.box[lines], self.net.node_boxes(nodes))))
        self.net.lifted[:], self.net.carried[:] = False, False
        self.net.moves += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the circuit in sight."""
        super().resizeEvent(event)
        self._hint.setGeometry(self.viewport().rect())

    def _stop_gesture(self) -> None:
        """End what the mouse is doing, where it does something."""
