"""Nodes on their way to new places, which the document has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QVariantAnimation

from gui.canvas.arrays import Ints
from gui.canvas.shapes import Floats

if TYPE_CHECKING:
    from gui.canvas.net_view import NetView

DURATION_MS = 200


class Glide(QVariantAnimation):
    """Belongs to a canvas, and ends at once when the mouse or an edit comes in between."""

    def __init__(self, canvas: NetView, rows: Ints, start: Floats) -> None:
        super().__init__(canvas, startValue=0.0, endValue=1.0, duration=DURATION_MS)
        self._canvas, self._net, self._rows, self._start = canvas, canvas.net, rows, start
        self._end = np.stack((canvas.net.x[rows], canvas.net.y[rows]), axis=1)
        self.valueChanged.connect(self._show)
        self.finished.connect(self._arrive)
        self.start()

    def end(self) -> None:
        """Be there."""
        if self.state() != QVariantAnimation.State.Stopped:
            self.stop()
            self._arrive()

    def _show(self, part: float) -> None:
        if self._canvas.net is self._net:
            eased = part * part * (3 - 2 * part)
            self._canvas.show_at(self._rows, self._start + (self._end - self._start) * eased)

    def _arrive(self) -> None:
        if self._canvas.net is self._net:
            self._canvas.read_places()
