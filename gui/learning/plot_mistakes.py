"""The mistakes of each epoch, all of them together, and the bound that they cannot pass."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QWidget

from gui.language import grouped, tr
from gui.learning.plot import Plot

_FAR = 6
"""How many times the mistakes the bound may be and still be drawn: else nothing but it could be seen."""


class MistakesPlot(Plot):
    """Bars by epoch, and a line that counts them together."""

    title = QT_TRANSLATE_NOOP("", "Mistakes")
    tip = QT_TRANSLATE_NOOP("", "The mistakes of each epoch, and how many the rule can make at most")
    name = "mistakesPlot"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = pg.BarGraphItem(x=[], height=[], width=0.7)
        self._total = pg.PlotCurveItem()
        self._bound = pg.InfiniteLine(angle=0, movable=False)
        self._now = pg.InfiniteLine(angle=90, movable=False)
        for item in (self._bars, self._total, self._bound, self._now):
            self.item.addItem(item)
        self.item.vb.setMouseEnabled(False, False)

    def draw(self) -> None:
        """Draw the epochs that were learned."""
        view = self.view
        counts = [] if view is None else view.session.mistakes_by_epoch(view.tlu)
        self.item.setLabel("bottom", tr("Epoch"), color=self.theme.ink)
        self.item.setLabel("left", tr("Mistakes"), color=self.theme.ink)
        epochs = np.arange(1, len(counts) + 1)
        done = 0 if view is None else -(-view.position // view.session.count)
        brushes = [pg.mkBrush(self.wash("accent", 220 if epoch <= done else 90)) for epoch in epochs.tolist()]
        self._bars.setOpts(
            x=epochs, height=np.array(counts, float), width=0.7, brushes=brushes, pen=self.pen("accent", 1)
        )
        total = np.cumsum(counts) if counts else np.zeros(0)
        self._total.setData(epochs.astype(float), total.astype(float), pen=self.pen("ink", 2, Qt.PenStyle.DotLine))
        most = float(total[-1]) if len(total) else 1.0
        bound = None if view is None or view.verdict is None else view.verdict.bound
        drawn = bound is not None and view is not None and view.session.starts_at_zero and bound <= _FAR * max(most, 1)
        self._bound.setVisible(drawn)
        self._bound.setPen(self.pen("error", 2, Qt.PenStyle.DashLine))
        if drawn and bound is not None:
            self._bound.setValue(bound)
            most = max(most, float(bound))
        self._now.setVisible(bool(counts))
        self._now.setPen(self.pen("muted", 1))
        self._now.setValue(0.5 + (0.0 if view is None else view.position / view.session.count))
        self.item.vb.setRange(xRange=(0.4, max(len(counts), 1) + 0.6), yRange=(0, max(most, 1) * 1.1), padding=0)
        self.item.getAxis("bottom").setTicks([_ticks(len(counts))])
        self._tell(int(total[-1]) if len(total) else 0, bound, drawn)

    def _tell(self, total: int, bound: int | None, drawn: bool) -> None:
        if self.view is None:
            self.legend.setText("")
            return
        said = [tr("Bars: mistakes of {tlu} in each epoch. Dots: all so far, {total}.").format(
            tlu=self.view.tlu, total=grouped(total)
        )]  # fmt: skip
        if bound is None:
            said.append(tr("There is no bound: no line separates the classes, or it is not known yet."))
        elif not self.view.session.starts_at_zero:
            said.append(tr("Novikoff's bound, {bound}, holds from weights of 0.").format(bound=grouped(bound)))
        elif drawn:
            said.append(tr("Dashes: Novikoff's bound, {bound}.").format(bound=grouped(bound)))
        else:
            said.append(tr("Novikoff's bound, {bound}, is far above this picture.").format(bound=grouped(bound)))
        self.legend.setText(" ".join(said))


def _ticks(epochs: int) -> list[tuple[int, str]]:
    """About ten numbers of epochs.

    >>> [[number for number, _ in _ticks(epochs)] for epochs in (3, 30)]
    [[1, 2, 3], [5, 10, 15, 20, 25, 30]]
    """
    step = next(s * p for p in (1, 10, 100, 1000, 10_000, 100_000) for s in (1, 2, 5) if epochs / (s * p) <= 10)
    return [(k, str(k)) for k in range(step, epochs + 1, step)]


PLOT = MistakesPlot
