"""The painter of the canvas: it keeps what it has painted, and paints anew what has changed.

What lies still is kept as a picture, and what has values as another on top of it. A frame in which nothing
changes copies a picture, one with new values paints the upper picture anew, and only what is being carried
about is painted each time.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.canvas.hit import Drawn
from gui.canvas.painter import NetPainter
from gui.canvas.pictures import Pictures
from gui.canvas.shapes import Bools, Floats
from gui.canvas.visible import SPRITES, Detail, Visible
from gui.theme import Theme

_FEW = 200
"""Up to how many lines are drawn from end to end even in a crowd, where they are chosen or carried about."""
_STATE = ("active", "selected", "wrong", "amount", "bundle_active", "bundle_selected", "port_active", "carried")
"""The arrays of a net that the upper picture shows."""


class _Kept(NamedTuple):
    """What was looked up, and what for."""

    key: object
    moves: int
    base: Frame
    carried: bytes
    rest: Visible


class KeptPainter(NetPainter):
    """Paints one circuit again and again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._pictures = Pictures()
        self._kept: _Kept | None = None
        self._state: list[object] = []
        self._chosen: Visible | None = None

    def touch(self, boxes: Floats) -> None:
        """Paint what is in some scene boxes anew: something there was lifted, moved or put down."""
        self._pictures.touch(boxes)

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame, key: object = None) -> None:
        """Paint a circuit; while `key` is the same, what lies still is not painted again."""
        if self._take_sheets(frame):
            self._kept = None
        base = self._pictures.place(frame)
        rest = self._look_up(net, base, key)
        self._notice(net, rest)
        self._pictures.draw(painter, frame, partial(self._paint_lower, rest), partial(self._paint_upper, rest))
        if net.carried.any():
            self._paint_carried(painter, net, frame, rest)

    def drawn(self, net: NetArrays, key: object) -> list[Drawn] | None:
        """Which lines have been painted, and how much of them; None where nothing has since the last change."""
        kept = self._kept
        if kept is None or kept[:2] != (key, net.moves) or kept.carried != net.carried.tobytes():
            return None
        rest, scale = kept.rest, kept.base.scale * kept.base.ratio
        found = [Drawn(rest.lines, rest.reach.all / scale), Drawn(np.flatnonzero(net.lifted), np.inf)]
        return found if self._chosen is None else [*found, Drawn(self._chosen.lines, np.inf)]

    # What is kept

    def _look_up(self, net: NetArrays, base: Frame, key: object) -> Visible:
        """What can be seen of what lies still, looked up again when it or the view has changed."""
        kept, carried = self._kept, net.carried.tobytes()
        if kept is not None and kept[:4] == (key, net.moves, base, carried):
            return kept.rest
        rest = Visible(net, base, np.flatnonzero(~net.lifted))
        self._kept = _Kept(key, net.moves, base, carried, rest)
        if kept is None or kept.key != key or kept.rest.detail != rest.detail:
            self._pictures.forget()
        elif (kept.moves, kept.carried) != (net.moves, carried):
            self._pictures.forget_upper()
        self._chosen = self._look_at_chosen(net, rest)
        return rest

    def _notice(self, net: NetArrays, rest: Visible) -> None:
        """Paint the upper picture anew where what it shows has changed."""
        state = [getattr(net, name) for name in _STATE]
        if len(self._state) == len(state) and all(map(np.array_equal, self._state, state)):
            return
        self._state = [array.copy() for array in state]
        self._chosen = self._look_at_chosen(net, rest)
        self._pictures.forget_upper()

    def _look_at_chosen(self, net: NetArrays, rest: Visible) -> Visible | None:
        """In a crowd, the lines of the selected nodes and the selected lines: they are drawn from end to end."""
        if rest.detail.whole:
            return None
        lines: Bools = net.selected[net.line_source] | net.selected[net.line_target]
        lines = (lines | net.bundle_selected[net.line_bundle]) & ~net.lifted
        chosen = np.flatnonzero(lines)
        if not 0 < len(chosen) <= _FEW:
            return None
        return Visible(net, rest.frame, chosen, detail=Detail(rest.detail.curved, rest.detail.curved, True))

    def _paint_lower(self, rest: Visible, painter: QPainter, part: QRect) -> None:
        self._paint_still(painter, rest.within(part), part)

    def _paint_upper(self, rest: Visible, painter: QPainter, part: QRect) -> None:
        seen = rest.within(part)
        self._paint_values(painter, seen, part)
        if self._chosen is not None:
            self._paint_lines(painter, self._chosen, active=False, part=part)
            self._paint_values(painter, self._chosen, part)
            if self._texts_of(rest):
                self._write_on_lines(painter, self._chosen)
        if not self._is_under_carried(rest):
            self._paint_nodes(painter, seen, part)

    # What is carried about

    def _is_under_carried(self, rest: Visible) -> bool:
        """Whether nodes are painted on top of lines that are carried, and so each time; squares are too small."""
        return rest.frame.scale >= SPRITES and bool(rest.net.carried.any())

    def _paint_carried(self, painter: QPainter, net: NetArrays, frame: Frame, rest: Visible) -> None:
        """What is carried: its lines whole, or where there are many in the detail of all others."""
        lifted, detail = np.flatnonzero(net.lifted), rest.detail
        few = len(lifted) <= _FEW
        whole = few or detail.whole
        shown = Detail(detail.curved, detail.curved and (few or (detail.smooth and whole)), whole)
        carried = Visible(net, frame, lifted, carried=True, detail=shown)
        self._paint_lines(painter, carried, active=False)
        self._paint_values(painter, carried)
        if self._is_under_carried(rest):
            painter.save()
            painter.translate(frame.dx - rest.frame.dx, frame.dy - rest.frame.dy)
            self._paint_nodes(painter, rest)
            painter.restore()
        else:
            self._paint_squares(painter, carried, ("muted",))
        self._paint_nodes(painter, carried)
