"""The path of a TLU's weights, and the polygon of the weights that solve it, in a plane of two of them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QPointF, Qt
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from gui.language import tr
from gui.learning.geometry import Box, remaining
from gui.learning.plot import AxisChoice, Plot, roomy
from gui.learning.view import View
from gui.learning.words import number, source_name

MOST_CUTS = 2_000
"""Up to how many different instances cut the polygon."""


class WeightsPlot(Plot):
    """Every instance cuts off the weights that get it wrong; what remains are the solutions."""

    title = QT_TRANSLATE_NOOP("", "Weights")
    tip = QT_TRANSLATE_NOOP("", "The path of the weights, and what remains of the plane of weights that solve it")
    name = "weightsPlot"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = AxisChoice(self.name, self)
        self.choice.chosen.connect(self.draw)
        self.axes.addWidget(self.choice)
        self._met, self._all = (QGraphicsPolygonItem() for _ in range(2))
        self._ahead, self._path = pg.PlotCurveItem(), pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(pxMode=True, symbol="o", size=5)
        self._start = pg.ScatterPlotItem(pxMode=True, symbol="s", size=10)
        self._now = pg.ScatterPlotItem(pxMode=True, symbol="star", size=18)
        for item in (self._met, self._all, self._ahead, self._path, self._dots, self._start, self._now):
            self.item.addItem(item)
        self.polygon: Any = np.zeros((0, 2))

    def draw(self) -> None:
        """Draw the path up to here, and what remains."""
        view = self.view
        if view is None:
            self._clear()
            return
        unit, _, _ = view.session.place(view.tlu)
        names = [tr("weight of {source}").format(source=source_name(source)) for source in unit.sources]
        if unit.own_bias:
            names.append(tr("bias"))
        self.choice.offer(names)
        a, b = self.choice.picked
        if a == b:
            self._clear()
            self.legend.setText(tr("Choose two different weights."))
            return
        weights, bias = view.state[view.tlu]
        now = np.array([*weights, bias])
        path = view.session.paths.get(view.tlu)
        steps, points = (np.zeros(1, int), now[None]) if path is None else (path.steps, path.points)
        done = int(np.searchsorted(steps, view.position, side="right"))
        plane = points[:, [a, b]]
        box = self._box(np.concatenate((plane, now[None, [a, b]])))
        self.item.vb.setRange(xRange=box[::2], yRange=box[1::2], padding=0)
        for side, k in (("bottom", a), ("left", b)):
            self.item.setLabel(side, names[k], color=self.theme.ink)
        self._draw_polygons(view, now, a, b, box)
        self._ahead.setData(*plane[max(done - 1, 0) :].T, pen=self.pen("muted", 1, Qt.PenStyle.DotLine))
        walked = np.concatenate((plane[:done], now[None, [a, b]]))
        self._path.setData(*walked.T, pen=self.pen("ink", 1.5))
        self._dots.setData(*plane[:done].T, pen=None, brush=pg.mkBrush(self.theme.color("ink")))
        self._start.setData(*plane[:1].T, pen=self.pen("ink", 1.5), brush=pg.mkBrush(self.theme.color("paper")))
        self._now.setData([now[a]], [now[b]], pen=self.pen("paper", 1), brush=pg.mkBrush(self.theme.color("selection")))
        self._tell(view, names, now, a, b)

    def _clear(self) -> None:
        for curve in (self._ahead, self._path, self._dots, self._start, self._now):
            curve.setData([], [])
        self._met.setPolygon([])
        self._all.setPolygon([])
        self.legend.setText("")

    @staticmethod
    def _box(points: Any) -> Box:
        low, high = points.min(axis=0), points.max(axis=0)
        size = 1.3 * max(float((high - low).max()), 0.5 * float(np.abs(points).max()), 1e-6)
        (left, right), (bottom, top) = (roomy(lo, hi, size) for lo, hi in zip(low.tolist(), high.tolist(), strict=True))
        across, up = max(0.0, size - (right - left)) / 2, max(0.0, size - (top - bottom)) / 2
        return left - across, bottom - up, right + across, top + up

    def _draw_polygons(self, view: View, now: Any, a: int, b: int, box: Box) -> None:
        """The other weights are held where they are: each instance is a half plane then."""
        unit, task, output = view.session.place(view.tlu)
        rows = np.asarray(task.rows, float)
        one = np.ones((len(rows), 1)) if unit.own_bias else np.zeros((len(rows), 1))
        wide = np.column_stack((rows, one))
        rest = wide @ now - wide[:, a] * now[a] - wide[:, b] * now[b] + (0 if unit.own_bias else now[-1])
        planes = np.column_stack((wide[:, a], wide[:, b], rest)) * task.signs[output].astype(float)[:, None]
        met = planes[view.session.rows_met(view.tlu, view.position)]
        self.polygon = remaining(box, np.unique(planes, axis=0)[:MOST_CUTS].tolist())
        for item, polygon, token, alpha in (
            (self._met, remaining(box, np.unique(met, axis=0)[:MOST_CUTS].tolist()), "muted", 40),
            (self._all, self.polygon, "selection", 80),
        ):
            item.setPolygon([QPointF(x, y) for x, y in np.asarray(polygon).reshape(-1, 2).tolist()])
            item.setPen(self.pen(token, 1.5))
            item.setBrush(pg.mkBrush(self.wash(token, alpha)))

    def _tell(self, view: View, names: list[str], now: Any, a: int, b: int) -> None:
        said = [tr("□ start   ★ now   grey: right for all instances met so far   green: the remaining solutions.")]
        held = [f"{name} = {number(float(now[k]))}" for k, name in enumerate(names) if k not in (a, b)]
        if held:
            shown = ", ".join(held[:4]) + (" …" if len(held) > 4 else "")
            said.append(tr("Seen at {held}.").format(held=shown))
        if not len(self.polygon):
            said.append(tr("No weights in this plane solve it."))
        self.legend.setText(" ".join(said))


PLOT = WeightsPlot
