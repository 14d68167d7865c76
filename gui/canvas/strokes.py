"""Very many lines as strokes: cut to what is in sight, and to the parts that are drawn.

A box is filled an order of magnitude faster than a line is stroked, and most of the lines of a circuit
run level or upright for most of their way: where nothing is smoothed, those parts are boxes. All is in
pixels of the screen.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.canvas.frame import spans
from gui.canvas.primitives import draw_boxes, draw_lines
from gui.canvas.shapes import Bools, Floats, Ints

Points = NDArray[np.complex128]
"""Points x + yi: numbers are gathered, moved and measured several times as fast as pairs of numbers."""
Pieces = tuple[Floats, Ints]
"""Straight pieces (x1, y1, x2, y2), and of each the row of its course."""


class Strokes(NamedTuple):
    """Pieces of lines that are drawn alike; `owners` say whose piece each is. `joined` pieces lie end to end."""

    level: NDArray[np.int32]
    level_owner: Ints
    slanted: Floats
    slanted_owner: Ints
    smooth: bool
    joined: bool

    def draw(
        self, painter: QPainter, color: QColor, width: float, chosen: Bools | None = None, part: QRect | None = None
    ) -> None:
        """Draw them, those of chosen owners alone, and those alone that a rectangle may show."""
        level, slanted = self.level, self.slanted
        if not len(level) and not len(slanted):
            return
        if chosen is not None:
            level, slanted = level[chosen[self.level_owner]], slanted[chosen[self.slanted_owner]]
        if part is not None:
            level, slanted = level[_inside(level, part, width)], slanted[_inside(slanted, part, width)]
        if self.smooth:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            draw_lines(painter, _longer(slanted, _OVERLAP) if self.joined else slanted)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            _draw_sharp(painter, color, max(round(width), 1), level, slanted)


_OVERLAP = 0.2  # pixels by which pieces of smooth lines reach into each other, so that no seam is seen


def _longer(pieces: Floats, by: float) -> Floats:
    """Pieces that are longer on both sides."""
    way = pieces[:, 2:] - pieces[:, :2]
    way *= (by / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9))[:, None]
    return np.concatenate((pieces[:, :2] - way, pieces[:, 2:] + way), axis=1)


def _draw_sharp(painter: QPainter, color: QColor, width: int, level: NDArray[np.int32], slanted: Floats) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    draw_boxes(painter, _thick(level, width))
    if width == 1:
        painter.setPen(QPen(color, 0))  # drawn without stroking a path
        draw_lines(painter, slanted)
    else:
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_lines(painter, slanted + 0.5)  # what is broad is measured from the edges of pixels, not from their middles


def _inside(pieces: NDArray[np.number], part: QRect, width: float) -> Bools:
    x1, y1, x2, y2 = pieces.T
    left, right = part.left() - width - 1, part.right() + width + 1
    top, bottom = part.top() - width - 1, part.bottom() + width + 1
    result: Bools = (np.minimum(x1, x2) <= right) & (np.maximum(x1, x2) >= left)
    result &= (np.minimum(y1, y2) <= bottom) & (np.maximum(y1, y2) >= top)
    return result


def _thick(level: NDArray[np.int32], width: int) -> NDArray[np.int32]:
    """Boxes (left, top, right, bottom), all inclusive, of lines (x1, y1, x2, y2) that are level or upright."""
    if width == 1:
        return level
    before, after = (width - 1) // 2, width // 2
    result = level.copy()
    upright = level[:, 1] != level[:, 3]
    result[upright, 0] -= before
    result[upright, 2] += after
    result[~upright, 1] -= before
    result[~upright, 3] += after
    return result


def strokes(pieces: Floats, owners: Ints, sort: bool = True, *, smooth: bool, joined: bool) -> Strokes:
    """Sort pieces out: those that stay in one row or column of pixels are boxes, where nothing is smoothed.

    Straight lines are not worth it: hardly any of them do.
    """
    if smooth or not sort:
        return Strokes(np.zeros((0, 4), np.int32), owners[:0], pieces, owners, smooth, joined)
    rounded = np.floor(pieces + 0.5).astype(np.int32)
    is_level = (rounded[:, 1] == rounded[:, 3]) | (rounded[:, 0] == rounded[:, 2])
    one, other = rounded[is_level, :2], rounded[is_level, 2:]
    boxes = np.concatenate((np.minimum(one, other), np.maximum(one, other)), axis=1)
    return Strokes(boxes, owners[is_level], pieces[~is_level], owners[~is_level], smooth, joined)


class Reach(NamedTuple):
    """How much of a long line is drawn at each of its ends, and how much of that in full colour."""

    full: float
    all: float


WHOLE = Reach(np.inf, np.inf)


def in_sight(courses: Points, width: float, height: float, edge: float) -> Bools:
    """Which pieces of courses (lines, points) a picture of some size shows, or may show."""
    return spans(courses.real, -edge, width + edge) & spans(courses.imag, -edge, height + edge)


class Courses:
    """Courses of lines (lines, points), of which some pieces are seen."""

    def __init__(self, courses: Points, seen: Bools, reach: Reach) -> None:
        self._points, self._reach = courses, reach
        self._along = np.zeros(courses.shape)
        np.cumsum(np.abs(np.diff(courses, axis=1)), axis=1, out=self._along[:, 1:])
        total = self._along[:, -1]
        self._far = total > 2 * reach.all
        if self._far.any():
            near = (self._along[:, :-1] < reach.all) | (self._along[:, 1:] > (total - reach.all)[:, None])
            seen = seen & (near | ~self._far[:, None])
        self._row, piece = np.nonzero(seen)
        at = self._row * courses.shape[1] + piece
        self._from, self._to = courses.ravel()[at], courses.ravel()[at + 1]
        self._begin, self._end = self._along.ravel()[at], self._along.ravel()[at + 1]
        self._length = np.maximum(self._end - self._begin, 1e-9)
        self._total = total[self._row]

    def solid(self) -> tuple[Pieces, Pieces]:
        """The pieces to be drawn: those in full colour, and those that fade."""
        far = self._far[self._row]
        near = np.flatnonzero(~far)
        whole = _pairs(self._from[near], self._to[near]), self._row[near]
        if len(near) == len(far):
            return whole, (whole[0][:0], near[:0])
        reach, rows = self._reach, np.flatnonzero(far)
        head, tail = rows[self._begin[rows] < reach.all], rows[self._end[rows] > self._total[rows] - reach.all]
        last = self._total[tail]
        full = self._parts(head, 0.0, reach.full), self._parts(tail, last - reach.full, last)
        faint = self._parts(head, reach.full, reach.all), self._parts(tail, last - reach.all, last - reach.full)
        return _joined(whole, *full), _joined(*faint)

    def _parts(self, rows: Ints, low: Floats | float, high: Floats | float) -> Pieces:
        """What of some pieces lies between two lengths along the line."""
        low, high = np.maximum(low, self._begin[rows]), np.minimum(high, self._end[rows])
        kept = np.flatnonzero(low < high)
        rows = rows[kept]
        return self._between(rows, low[kept], high[kept]), self._row[rows]

    def _between(self, rows: Ints, low: Floats, high: Floats) -> Floats:
        """Parts of pieces, from one length along the line to another; they may go on straight beyond the piece."""
        start = self._from[rows]
        way, begin = (self._to[rows] - start) / self._length[rows], self._begin[rows]
        return _pairs(start + way * (low - begin), start + way * (high - begin))

    def dashed(self, size: tuple[float, float], dash: float, space: float) -> tuple[Pieces, Pieces]:
        """The same as dashes; each course begins and ends with one, wherever it is cut."""
        total, begin, end, reach = self._total, self._begin, self._end, self._reach
        period = (total + space) / np.maximum(np.round((total + space) / (dash + space)), 1)
        low, high = self._clip(size, dash)  # of a long piece most dashes are out of sight
        # A dash belongs to the piece that it begins in.
        first = np.maximum(np.ceil(begin / period), np.ceil((low - dash) / period))
        after = np.minimum(np.ceil(end / period), np.ceil(high / period))
        count = np.maximum(after - first, 0).astype(np.intp)
        owner = np.repeat(np.arange(len(count)), count)
        rank = first[owner] + np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
        start = rank * period[owner]
        stop = np.minimum(start + period[owner] - space, total[owner])
        near = (total[owner] <= 2 * reach.all) | (start < reach.full) | (stop > total[owner] - reach.full)
        faint = ~near & ((start < reach.all) | (stop > total[owner] - reach.all))
        return self._dashes(owner[near], start[near], stop[near]), self._dashes(owner[faint], start[faint], stop[faint])

    def _clip(self, size: tuple[float, float], edge: float) -> tuple[Floats, Floats]:
        """From which length along the line to which each piece is in sight."""
        low, high = np.zeros(len(self._from)), np.ones(len(self._from))
        for start, stop, most in zip(
            (self._from.real, self._from.imag), (self._to.real, self._to.imag), size, strict=True
        ):
            way = stop - start
            way = np.where(np.abs(way) < 1e-9, 1e-9, way)
            one, other = (-edge - start) / way, (most + edge - start) / way
            low = np.maximum(low, np.minimum(one, other))
            high = np.minimum(high, np.maximum(one, other))
        return self._begin + low * self._length, self._begin + np.maximum(high, low) * self._length

    def _dashes(self, owner: Ints, start: Floats, stop: Floats) -> Pieces:
        found = self._between(owner, start, stop)
        over = np.flatnonzero(stop > self._end[owner])  # these end in a piece after that
        if len(over):
            found[over, 2:] = self._at(self._row[owner[over]], stop[over])
        return found, self._row[owner]

    def _at(self, row: Ints, length: Floats) -> Floats:
        """The point of each course at a length along it."""
        shift = np.arange(len(self._along)) * (self._along[:, -1].max() + 1.0)
        flat = (self._along + shift[:, None]).ravel()  # one length for all courses, one behind the other
        return np.interp(length + shift[row], flat, self._points.ravel()).view(float).reshape(-1, 2)


def both_ends(lines: Points, reach: float) -> Pieces:
    """Straight lines (lines, 2); of a long one those parts alone that are within `reach` of its ends."""
    start, stop = lines[:, 0], lines[:, 1]
    way = stop - start
    total = np.abs(way)
    far = np.flatnonzero(total > 2 * reach)
    if not len(far):
        return lines.view(float), np.arange(len(lines))
    part, near = way[far] * (reach / total[far]), np.flatnonzero(total <= 2 * reach)
    pieces = np.concatenate(
        (lines[near], np.stack((start[far], start[far] + part), 1), np.stack((stop[far] - part, stop[far]), 1))
    )
    return pieces.view(float), np.concatenate((near, far, far))


def _joined(*parts: Pieces) -> Pieces:
    return np.concatenate([pieces for pieces, _ in parts]), np.concatenate([row for _, row in parts])


def _pairs(start: Points, stop: Points) -> Floats:
    """Pieces (x1, y1, x2, y2)."""
    return np.stack((start, stop), axis=1).view(float)
