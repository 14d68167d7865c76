"""Two pictures of what is in view, kept: what lies still, and all else painted on a copy of it.

Both are somewhat larger than the view. Pushing the view paints what comes into sight, an edit what it
touches, new values only the upper picture. Where the pictures begin depends on the view alone, not on
the way to it, so that what is kept looks like what would be painted anew.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from gui.canvas.frame import Frame
from gui.canvas.shapes import Floats

Paint = Callable[[QPainter, QRect], None]
"""Paints a part of the base, with the painter in the base's device coordinates; the part is in pixels of the screen."""
MARGIN = 128
"""Pixels that the pictures are larger than the view on each side, and that are painted ahead of a push."""
_STEP = 128
_EDGE = 14.0  # how far ends and broad lines reach beyond their course, in scene units
_MANY = 200


class Pictures:
    """The two pictures; `_valid` are the parts of them that are painted."""

    def __init__(self) -> None:
        self._base: Frame | None = None  # of both pictures
        self._offset = QPoint()  # of the view in them
        self._pixmaps = [QPixmap(), QPixmap()]
        self._valid = [QRegion(), QRegion()]

    def place(self, frame: Frame) -> Frame:
        """Lay the pictures under a view; returns what they show."""
        x, y = frame.dx * frame.ratio, frame.dy * frame.ratio
        self._offset = QPoint(*(MARGIN // 2 - (math.floor(at) + MARGIN // 2) % -_STEP for at in (x, y)))
        width, height = (math.ceil(side * frame.ratio) + 2 * MARGIN for side in (frame.width, frame.height))
        base = replace(
            frame,
            dx=(x + self._offset.x()) / frame.ratio,
            dy=(y + self._offset.y()) / frame.ratio,
            width=width / frame.ratio,
            height=height / frame.ratio,
        )
        if base != self._base:
            self._move(base, width, height)
        return base

    def _move(self, base: Frame, width: int, height: int) -> None:
        """Show another part of the scene, with as much as is of use of what was painted."""
        before, self._base = self._base, base
        if before is not None and replace(before, dx=base.dx, dy=base.dy) == base:
            dx, dy = (base.dx - before.dx) * base.ratio, (base.dy - before.dy) * base.ratio
            if dx.is_integer() and dy.is_integer() and abs(dx) < width and abs(dy) < height:
                for layer, pixmap in enumerate(self._pixmaps):
                    if not self._valid[layer].isEmpty():
                        pixmap.scroll(int(dx), int(dy), pixmap.rect())
                        self._valid[layer] = self._valid[layer].translated(int(dx), int(dy)) & pixmap.rect()
                return
        if self._pixmaps[0].size() != QRect(0, 0, width, height).size():
            self._pixmaps = [QPixmap(width, height) for _ in self._pixmaps]
        self.forget()

    def forget(self) -> None:
        """Paint everything anew."""
        self._valid = [QRegion(), QRegion()]

    def forget_upper(self) -> None:
        """Paint anew what does not lie still."""
        self._valid[1] = QRegion()

    def touch(self, boxes: Floats) -> None:
        """Paint what lies in some scene boxes (left, top, right, bottom) anew."""
        if self._base is None or not len(boxes):
            return
        base = self._base.in_pixels()
        if len(boxes) > _MANY:
            boxes = np.concatenate((boxes[:, :2].min(0), boxes[:, 2:].max(0)))[None]
        corners = base.points(boxes + np.array([-_EDGE, -_EDGE, _EDGE, _EDGE]))
        size = (base.width, base.height)
        low = np.clip(np.floor(corners[:, :2]) - 1, 0, size).astype(int)
        high = np.clip(np.ceil(corners[:, 2:]) + 1, 0, size).astype(int)
        gone = QRegion()
        for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True):
            gone += QRegion(left, top, right - left, bottom - top)
        self._valid = [valid - gone for valid in self._valid]

    def draw(self, painter: QPainter, frame: Frame, paint_lower: Paint, paint_upper: Paint) -> None:
        """Draw the view, after what is missing of it is painted."""
        size = QPoint(math.ceil(frame.width * frame.ratio), math.ceil(frame.height * frame.ratio))
        view = QRegion(QRect(self._offset, self._offset + size - QPoint(1, 1)))
        upper = self._missing(view, 1)
        self._paint(0, self._missing(view + upper, 0), paint_lower)
        self._paint(1, upper, paint_upper)
        painter.save()
        painter.scale(1 / frame.ratio, 1 / frame.ratio)
        painter.drawPixmap(-self._offset, self._pixmaps[1])
        painter.restore()

    def _missing(self, wanted: QRegion, layer: int) -> QRegion:
        """What has to be painted; of a strip that comes into sight somewhat more."""
        missing = wanted - self._valid[layer]
        if missing.isEmpty() or missing == wanted:
            return missing
        box = missing.boundingRect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        return (QRegion(box) & self._pixmaps[layer].rect()) - self._valid[layer]

    def _paint(self, layer: int, missing: QRegion, paint: Paint) -> None:
        if missing.isEmpty():
            return
        assert self._base is not None
        inner = QPainter(self._pixmaps[layer])
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in missing if missing.rectCount() <= 3 else (missing.boundingRect(),):
            inner.setClipRect(rect, Qt.ClipOperation.ReplaceClip)
            if layer:
                inner.drawPixmap(rect.topLeft(), self._pixmaps[0], rect)
            inner.save()
            inner.scale(self._base.ratio, self._base.ratio)
            paint(inner, rect)
            inner.restore()
        inner.end()
        self._valid[layer] += missing
