"""What of a circuit is in sight, and how much of it is drawn: looked up once for a view, painted many times."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QRect

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY
from gui.canvas.frame import EDGE, Frame
from gui.canvas.routes import DASH, SAMPLES, SPACE
from gui.canvas.shapes import Bools, Floats, Ints
from gui.canvas.sprites import MARGIN
from gui.canvas.strokes import WHOLE, Courses, Pieces, Points, Reach, Strokes, both_ends, in_sight, strokes

SPRITES, CURVES, TEXTS = 0.12, 0.3, 0.45
"""Scales from which nodes are more than squares, lines are curved, and texts are shown."""
_TEXTS_OF_FEW, _FEW = 0.3, 300
"""The scale from which a net of so few nodes has its texts, in the smallest size that can be read."""
_LONGER = 1.6  # how much longer dashes are where lines are not smooth
_SMOOTH_ENDS = 0.7  # the scale from which the ends of lines in a crowd are smooth
_REACH, _SHORTEST, _LONGEST = 70.0, 30.0, 160.0  # of those ends: in scene units, and in pixels at the least and most
_FULL = 0.6  # how much of that is in full colour
_ARC = 10  # points of an arc; all turns of a course begin and end at multiples of it
_FINE = 1.3  # the scale beyond which the ends of lines are drawn with every point
_SMALL = 0.5  # the scale up to which lines that are not smooth have the fewest points
_HALF, _ROUGH, _CORNERS = (
    np.array([k for k in range(SAMPLES) if k % _ARC % every == 0 or k % _ARC == _ARC - 1]) for every in (2, 3, 5)
)
"""Which points of a course do where not all are needed: some of each arc, and both its ends."""


_ROUND_NODES, _ROUND_NAMES, _ROUND_LINES = (np.array([-by, -by, by, by]) for by in (MARGIN, 40.0, 2 * shapes.HEAD))
"""How far, in scene units, what is drawn may reach beyond the boxes of nodes, names and lines."""


class Detail(NamedTuple):
    """How lines are drawn: curved or straight, smooth or not, whole or as their two ends."""

    curved: bool
    smooth: bool
    whole: bool


ALL = Detail(curved=True, smooth=True, whole=True)
MANY, MOST, SMOOTH = 1000, 2500, 5000
"""How many lines a net may have without being a crowd; up to how many lines in sight each is drawn from end to end; and
up to how many pieces in sight they are smooth."""
CROWD = 0.08
"""How many pixels of lines there may be in a pixel of the screen before they are a crowd. Where all lines cross, none
can be followed: of a long one but its two ends are drawn, which shows what is connected nearby and keeps paper free."""


class Group(NamedTuple):
    """Lines of one style and width, as strokes whose owners are bundles: in full colour, and where they fade."""

    style: int
    width: float
    full: Strokes
    faint: Strokes


class Visible:
    """The nodes and lines of a net that a frame shows: those that lie still, or those that are carried about.

    Attributes
    ----------
    detail : Detail
        How the lines are drawn.
    lines : array
        The lines of which a part can be seen.
    kept : dict
        What whoever paints it has made of it, for the next time.
    """

    def __init__(
        self, net: NetArrays, frame: Frame, lines: Ints, *, carried: bool = False, detail: Detail | None = None
    ) -> None:
        """`lines` are those that are looked at, in the detail given or in one that is fit."""
        self.net, self.frame = net, frame
        self._pixels = frame.in_pixels()
        self._carried = carried
        boxes = net.box if len(lines) == len(net.box) else net.box[lines]
        self.lines: Ints = lines[frame.visible(boxes)]
        self.detail = detail or self._fitting()
        if self.detail.curved:
            self.lines = self.lines[self._seen().any(1) if self.detail.whole else self._ends_in_sight()]
        self.kept: dict[str, Any] = {}

    def _fitting(self) -> Detail:
        """The detail that is fit for the scale and the number of lines."""
        scale = self.frame.scale
        curved = scale >= CURVES
        if len(self.net.line_bundle) > MANY and self.net.crowding > CROWD * scale:
            return Detail(curved, scale >= _SMOOTH_ENDS, False)
        if not curved:
            return Detail(False, False, len(self.lines) <= MOST)
        self.detail = Detail(True, False, True)
        seen = self._seen()
        whole = int(seen.any(1).sum()) <= MOST
        return Detail(True, int(seen.sum()) <= SMOOTH if whole else scale >= _SMOOTH_ENDS, whole)

    def _points(self) -> Points:
        """The points of lines that are looked at (lines, points), in pixels: all, some, or the ends."""
        points = self.net.curve.view(complex)[:, :, 0]
        if not self.detail.curved:
            found = np.stack((points[self.lines, 0], points[self.lines, -1]), axis=1)
        elif self.detail.smooth and (self.detail.whole or self.frame.scale > _FINE):
            found = points[self.lines]
        else:
            some = _HALF if self.detail.smooth else _ROUGH if self.frame.scale > _SMALL else _CORNERS
            found = points[self.lines].take(some, axis=1)
        result: Points = self._pixels.points(found.view(float)).view(complex)
        return result

    def _seen(self) -> Bools:
        """Which pieces of the lines may be seen; the box of a curved one says little."""
        return in_sight(self._points(), self._pixels.width, self._pixels.height, self._edge)

    def _ends_in_sight(self) -> Bools:
        """Which lines begin or end so near that something of them is drawn."""
        edge, found = self._edge + self.reach.all, np.zeros(len(self.lines), bool)
        for end in (0, -1):
            at = self._pixels.points(self.net.curve[self.lines, end])
            inside = (at > -edge) & (at < (self._pixels.width + edge, self._pixels.height + edge))
            found |= inside[:, 0] & inside[:, 1]
        return found

    @property
    def has_texts(self) -> bool:
        """Whether names and numbers are shown."""
        return self.frame.scale >= (_TEXTS_OF_FEW if len(self.net.nodes) <= _FEW else TEXTS)

    @property
    def reach(self) -> Reach:
        """How much of long lines is drawn, in pixels of the screen."""
        if self.detail.whole:
            return WHOLE
        reach = min(max(_REACH * self.frame.scale, _SHORTEST), _LONGEST) * self.frame.ratio
        return Reach(reach * (_FULL if self.detail.curved else 1), reach)

    @property
    def _edge(self) -> float:
        return EDGE + shapes.HEAD * self._pixels.scale

    def within(self, part: QRect) -> Visible:
        """What a part of the frame shows, where that is less work than to use what was made for all of it."""
        if "groups" in self.__dict__ or self.narrow(part) is None:
            return self
        shown = self.frame.part(part)
        lines = self.lines[shown.visible(self.net.box[self.lines] + _ROUND_LINES)]
        found = Visible(self.net, self.frame, lines, carried=self._carried, detail=self.detail)
        found.nodes = self.nodes[shown.visible(self.net.node_boxes(self.nodes) + _ROUND_NODES)]
        found.named = self.named[shown.visible(self.net.label_boxes(self.named) + _ROUND_NAMES)]
        return found

    def narrow(self, part: QRect | None) -> QRect | None:
        """A part of the frame, where it is so small that it pays to sort out what is in it."""
        small = part is not None and 2 * part.width() * part.height() < self._pixels.width * self._pixels.height
        return part if small else None

    @property
    def zoom(self) -> float:
        """How much broader lines are than at scale 1."""
        return min(max(self.frame.scale, 0.6), 2.5)

    @cached_property
    def nodes(self) -> Ints:
        """The nodes that can be seen."""
        rows = np.flatnonzero(self.net.carried == self._carried)
        return rows[self.frame.visible(self.net.node_boxes(rows) + _ROUND_NODES)]

    @cached_property
    def named(self) -> Ints:
        """The nodes whose names can be seen."""
        rows = np.flatnonzero(self.net.carried == self._carried)
        return rows[self.frame.visible(self.net.label_boxes(rows) + _ROUND_NAMES)]

    @cached_property
    def groups(self) -> list[Group]:
        """The lines as strokes, in the order in which they are drawn."""
        net, found, points = self.net, [], self._points()
        widths = np.round(net.line_width[self.lines] * 2) / 2
        styles = net.line_style[self.lines]
        codes = styles * 100 + (widths * 10).astype(int)
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            rows = np.flatnonzero(codes == code)
            style = int(styles[rows[0]])
            owners = net.line_bundle[self.lines[rows]]
            full, faint = (
                strokes(pieces, owners[row], self.detail.curved, smooth=self.detail.smooth, joined=style != INHIBITORY)
                for pieces, row in self._cut(points[rows], dash=style == INHIBITORY)
            )
            found.append(Group(style, float(widths[rows[0]]), full, faint))
        return found

    def _cut(self, points: Points, *, dash: bool) -> tuple[Pieces, Pieces]:
        if not self.detail.curved:
            pieces, row = both_ends(points, self.reach.all)
            return (pieces, row), (pieces[:0], row[:0])
        size = self._pixels.width, self._pixels.height
        courses = Courses(points, in_sight(points, *size, self._edge), self.reach)
        if not dash:
            return courses.solid()
        by = self.frame.ratio * self.zoom * (1 if self.detail.smooth else _LONGER)
        return courses.dashed(size, DASH * by, SPACE * by)

    @cached_property
    def labelled(self) -> Ints:
        """The lines that have room for a text: what is cut short in the middle has none there."""
        lines = self.lines[self.net.label_of[self.net.line_bundle[self.lines]] >= 0]
        if self.detail.whole or not len(lines):
            return lines
        lengths = np.abs(np.diff(self.net.curve.view(complex)[lines, :, 0], axis=1)).sum(1)
        return lines[lengths * self._pixels.scale <= 2 * self.reach.all]

    @cached_property
    def heads(self) -> tuple[Ints, Floats, Floats]:
        """The lines whose ends are in sight, the middles of their heads, and by how much these are turned."""
        turns = self.net.turn[self.net.line_target[self.lines]]
        middles = self.net.curve[self.lines, -1] + np.stack(shapes.turn(turns, shapes.HEAD / 2, 0.0), axis=1)
        at = self.frame.points(middles)
        edge = self._edge
        there = ((at > -edge) & (at < (self.frame.width + edge, self.frame.height + edge))).all(1)
        return self.lines[there], at[there], turns[there] * 90.0

    @cached_property
    def centres(self) -> Floats:
        """The middle of every node in sight."""
        return self.frame.points(np.stack((self.net.x[self.nodes], self.net.y[self.nodes]), axis=1))
