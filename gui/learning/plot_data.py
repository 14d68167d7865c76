"""The instances, and the line of each TLU, which can be dragged; points of one's own are clicked here."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from gui.language import tr
from gui.learning.geometry import Box, crossing, remaining, through
from gui.learning.plot import AxisChoice, Plot, roomy
from gui.learning.session import Weights
from gui.learning.view import View
from gui.learning.words import source_name

MOST_DRAWN, MOST_LINES = 5_000, 8
_HOW_TO_CLICK = QT_TRANSLATE_NOOP(
    "", "Left click: ✕ should fire. Right click: ● should be silent. Drag to move, Del removes."
)
_REACH = 9  # pixels from a point within which it is hit


class DataPlot(Plot):
    """Discs are to be silent, crosses are to fire.

    Signals
    -------
    line_dragged(str, object), line_dropped()
        The line of a TLU was dragged: its new weights; and the drag is over.
    point_added(float, float, int), point_moved(int, float, float), point_removed(int)
        Points of one's own were clicked.
    picked(int)
        An instance was clicked.
    """

    title = QT_TRANSLATE_NOOP("", "Data")
    tip = QT_TRANSLATE_NOOP("", "The instances and the line of each TLU; drag the line, or its ends")
    name = "dataPlot"

    line_dragged = Signal(str, object)
    line_dropped = Signal()
    point_added = Signal(float, float, int)
    point_moved = Signal(int, float, float)
    point_removed = Signal(int)
    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = AxisChoice(self.name, self)
        self.choice.chosen.connect(self.draw)
        self.axes.addWidget(self.choice)
        self._lines: list[Any] = []
        self._rings = pg.ScatterPlotItem(pxMode=True)
        self._discs = pg.ScatterPlotItem(pxMode=True, symbol="o", size=8)
        self._crosses = pg.ScatterPlotItem(pxMode=True, symbol="x", size=9)
        self._met = pg.ScatterPlotItem(pxMode=True, symbol="s", size=20)
        self._fires = QGraphicsPolygonItem()
        self._fires.setZValue(-10)
        for item in (self._fires, self._rings, self._discs, self._crosses, self._met):
            self.item.addItem(item)
        self._handle: Any = None
        self._setting = self._dragging_line = False
        self._box: Box = (-1, -1, 1, 1)
        self._at = np.zeros((0, 2))
        self._shown: object = None
        self._held: int | None = None
        self.editable = False
        self.chosen_point: int | None = None
        self.item.vb.setMouseEnabled(False, False)
        self.widget.viewport().installEventFilter(self)
        self.widget.installEventFilter(self)

    # Drawing

    def draw(self) -> None:
        """Draw the instances and the lines."""
        view = self.view
        if view is None:
            self._clear()
            if self.editable:
                self._set_range("")
                self.legend.setText(tr(_HOW_TO_CLICK))
            return
        unit, task, _ = view.session.place(view.tlu)
        free = view.free_sources()
        self.choice.offer([source_name(unit.sources[k]) for k in free])
        if not free:
            self._clear()
            return
        a, b = (free[k] for k in self.choice.picked)
        rows = np.asarray(task.rows, float)
        up = rows[:, b] if b != a else np.zeros(len(rows))
        self._at = np.column_stack((rows[:, a], up))
        self._set_range((id(view.session.X), view.tlu, a, b, len(rows)))
        names = source_name(unit.sources[a]), source_name(unit.sources[b]) if b != a else ""
        for side, text in zip(("bottom", "left"), names, strict=True):
            self.item.setLabel(side, text, color=self.theme.ink)
        self._draw_points(view)
        self._draw_lines(view, a, b)
        self._tell(view, len(free), is_seen=self._handle is not None)

    def _clear(self) -> None:
        for item in (self._rings, self._discs, self._crosses, self._met):
            item.setData([], [])
        for line in self._lines:
            self.item.removeItem(line)
        self._lines = []
        self._drop_handle()
        self._fires.setPolygon([])
        self.choice.offer([])
        for side in ("bottom", "left"):
            self.item.setLabel(side, "", color=self.theme.ink)
        self._at = np.zeros((0, 2))
        self.legend.setText("")

    def _set_range(self, what: object) -> None:
        """Points that are clicked or dragged move no axis; other data have other axes."""
        editable = self.editable
        key = "points" if editable else what
        if key == self._shown or self._held is not None:
            return
        self._shown = key
        x, y = self._at.T if len(self._at) else (np.zeros(1), np.zeros(1))
        (left, right), (bottom, top) = roomy(x.min(), x.max()), roomy(y.min(), y.max())
        if editable:
            left, right, bottom, top = min(left, -5), max(right, 5), min(bottom, -5), max(top, 5)
        self._box = left, bottom, right, top
        self.item.vb.setRange(xRange=(left, right), yRange=(bottom, top), padding=0)

    def _draw_points(self, view: View) -> None:
        fires = view.session.targets(view.tlu) > 0
        _, right = view.answers[view.tlu]
        drawn = slice(0, MOST_DRAWN)
        at, fires, right = self._at[drawn], fires[drawn], right[drawn]
        self._discs.setData(*at[~fires].T, pen=self.pen("inhibit", 1), brush=pg.mkBrush(self.wash("inhibit", 200)))
        self._crosses.setData(*at[fires].T, pen=self.pen("accent", 1), brush=pg.mkBrush(self.theme.color("accent")))
        self._rings.setData(*at[~right].T, symbol="o", size=17, pen=self.pen("error", 1.5), brush=None)
        row = view.row
        self._met.setData(
            *(at[[row]].T if row is not None and row < len(at) else ([], [])), brush=None, pen=self.pen("ink", 2)
        )

    def _draw_lines(self, view: View, a: int, b: int) -> None:
        for line in self._lines:
            self.item.removeItem(line)
        self._lines = []
        styles = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
        others = [id for id in view.state if id != view.tlu]
        for k, id in enumerate(others[:MOST_LINES]):
            line = self._line(view, id, a, b)
            ends = None if line is None else crossing(self._box, *line)
            if ends is not None:
                drawn = pg.PlotCurveItem(*np.array(ends).T, pen=self.pen("muted", 1.5, styles[k % 3]))
                text = pg.TextItem(id, color=self.theme.color("muted"), anchor=(0, 0))
                text.setPos(*max(ends, key=lambda end: end[1]).tolist())
                self._lines += [drawn, text]
        for item in self._lines:
            self.item.addItem(item)
        line = self._line(view, view.tlu, a, b)
        ends = None if line is None else crossing(self._box, *line)
        side = [] if line is None else remaining(self._box, [line])
        self._fires.setPolygon([QPointF(x, y) for x, y in np.asarray(side).reshape(-1, 2).tolist()])
        self._fires.setPen(pg.mkPen(None))
        self._fires.setBrush(pg.mkBrush(self.wash("accent", 26)))
        if ends is None:
            self._drop_handle()
        elif not self._dragging_line:
            self._put_handle(*ends)

    def _line(self, view: View, id: str, a: int, b: int) -> tuple[float, float, float] | None:
        """The line of a TLU in this plane, the other sources at their means; None where it has none here."""
        unit, _, _ = view.session.place(id)
        mine, _, _ = view.session.place(view.tlu)
        weights, bias = view.state[id]
        where = {source: k for k, source in enumerate(unit.sources)}
        wanted = [where.get(mine.sources[k]) for k in (a, b)]
        if any(k is None for k in wanted):
            return None
        means = view.session.means(id)
        rest = bias + sum(weights[k] * means[k] for k in range(len(weights)) if k not in wanted)
        x, y = weights[wanted[0] or 0], weights[wanted[1] or 0] if b != a else 0.0
        return (x, y, rest) if x or y else None

    def _tell(self, view: View, free: int, *, is_seen: bool) -> None:
        said = [tr("✕ should fire   ● should be silent   ○ wrong now   □ this instance")]
        if view.editable:
            said = [tr(_HOW_TO_CLICK)]
        if not any(view.state[view.tlu][0]):
            said.append(tr("There is no line yet: all weights of {tlu} are 0.").format(tlu=view.tlu))
        elif not is_seen:
            said.append(tr("The line of {tlu} is outside of this picture.").format(tlu=view.tlu))
        if free > 2:
            said.append(tr("The line is drawn for the means of the other sources."))
        if view.session.count > MOST_DRAWN:
            said.append(tr("The first {count} instances are drawn.").format(count=MOST_DRAWN))
        self.legend.setText(" ".join(said))

    # The line under the hand

    def _put_handle(self, one: Any, other: Any) -> None:
        ends = [one.tolist(), other.tolist()]
        self._setting = True
        if self._handle is None:
            self._handle = pg.LineSegmentROI(ends, pen=self.pen("accent", 3), hoverPen=self.pen("selection", 4))
            self._handle.handlePen = self.pen("ink", 2)
            self._handle.sigRegionChanged.connect(self._moved)
            self._handle.sigRegionChangeFinished.connect(self._dropped)
            self.item.addItem(self._handle)
        else:
            self._handle.setPos((0, 0), update=False, finish=False)
            for handle, end in zip(self._handle.getHandles(), ends, strict=True):
                self._handle.movePoint(handle, self._handle.mapToParent(QPointF(*end)), finish=False, coords="parent")
        self._handle.setPen(self.pen("accent", 3))
        self._setting = False

    def _drop_handle(self) -> None:
        if self._handle is not None:
            self.item.removeItem(self._handle)
            self._handle = None

    def line_ends(self) -> list[tuple[float, float]]:
        """Where the ends of the line that can be dragged are; empty where there is none."""
        if self._handle is None:
            return []
        ends = [self._handle.mapToParent(handle.pos()) for handle in self._handle.getHandles()]
        return [(end.x(), end.y()) for end in ends]

    def _moved(self, *_: object) -> None:
        view = self.view
        if self._setting or view is None:
            return
        self._dragging_line = True
        weights = self._dragged(view)
        if weights is not None:
            self.line_dragged.emit(view.tlu, weights)

    def _dragged(self, view: View) -> Weights | None:
        """The weights whose line is where the hand has put it: as large as before, on the same side."""
        one, other = (np.array(end) for end in self.line_ends())
        free = view.free_sources()
        a, b = (free[k] for k in self.choice.picked)
        unit, _, _ = view.session.place(view.tlu)
        weights, bias = list(view.state[view.tlu][0]), view.state[view.tlu][1]
        if a == b:
            size = abs(weights[a])
            middle = float(one[0] + other[0]) / 2
            x, y, c = weights[a], 0.0, -weights[a] * middle if size else 0.0
        else:
            x, y, c = through(one, other, (weights[a], weights[b]))
            weights[b] = y
        weights[a] = x
        means = view.session.means(view.tlu)
        others = [k for k in free if k not in (a, b)]
        c -= sum(weights[k] * means[k] for k in others)
        if unit.own_bias:
            return weights, c
        first, *more = unit.bias_edges
        weights[first] = c - bias - sum(weights[k] for k in more)
        return weights, bias

    def _dropped(self, *_: object) -> None:
        if not self._setting and self._dragging_line:
            self._dragging_line = False
            self.line_dropped.emit()

    # Points of one's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Clicks on the ground add points, drags move them, Del removes the one that was clicked last."""
        if isinstance(event, QKeyEvent) and watched is self.widget and event.type() == QEvent.Type.KeyPress:
            if self.editable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._remove()
                return True
            return False
        if not isinstance(event, QMouseEvent) or watched is not self.widget.viewport():
            return False
        kind, at = event.type(), event.position()
        if kind == QEvent.Type.MouseButtonPress:
            return self._pressed(at, event.button())
        if kind == QEvent.Type.MouseMove and self._held is not None:
            place = self.at(at)
            self.point_moved.emit(self._held, place.x(), place.y())
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._held is not None:
            self._held = None
            return True
        return False

    def _pressed(self, at: QPointF, button: Qt.MouseButton) -> bool:
        hit = self._near(at)
        if hit is not None and button == Qt.MouseButton.LeftButton:
            self.picked.emit(hit)
            self.chosen_point = hit
        if not self.editable or button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        if hit is not None:
            self._held = self.chosen_point = hit
            self.widget.setFocus()
            return True
        if self._over_line(at) and button == Qt.MouseButton.LeftButton:
            return False
        if not self.item.vb.sceneBoundingRect().contains(self.widget.mapToScene(at.toPoint())):
            return False
        place = self.at(at)
        self.point_added.emit(place.x(), place.y(), int(button == Qt.MouseButton.LeftButton))
        self.chosen_point = len(self._at) - 1
        self.widget.setFocus()
        return True

    def _remove(self) -> None:
        if self.chosen_point is not None and self.chosen_point < len(self._at):
            gone, self.chosen_point = self.chosen_point, None
            self.point_removed.emit(gone)

    def _near(self, at: QPointF) -> int | None:
        if not len(self._at):
            return None
        pixels = np.array([(p.x(), p.y()) for p in (self.pixel(*place) for place in self._at[:MOST_DRAWN].tolist())])
        apart = np.hypot(*(pixels - (at.x(), at.y())).T)
        nearest = int(apart.argmin())
        return nearest if apart[nearest] <= _REACH else None

    def _over_line(self, at: QPointF) -> bool:
        ends = [self.pixel(*end) for end in self.line_ends()]
        if not ends:
            return False
        one, other, point = (np.array([p.x(), p.y()]) for p in (*ends, at))
        way = other - one
        part = float(np.clip((point - one) @ way / max(way @ way, 1e-9), 0, 1))
        return float(np.hypot(*(one + part * way - point))) <= _REACH

    def at(self, pixel: QPointF) -> QPointF:
        """The point of the plot at a pixel of the view."""
        return self.item.vb.mapSceneToView(self.widget.mapToScene(pixel.toPoint()))

    def pixel(self, x: float, y: float) -> QPointF:
        """The pixel of the view at a point of the plot."""
        return QPointF(self.widget.mapFromScene(self.item.vb.mapViewToScene(QPointF(x, y))))


PLOT = DataPlot
