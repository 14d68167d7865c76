"""What lies still, kept as a picture: pushing the view paints what comes into sight, an edit what it touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from gui.canvas.frame import Frame
from gui.canvas.shapes import Floats

Paint = Callable[[QPainter, Frame], None]
MARGIN = 128
"""Pixels that the picture is larger than the view on each side, and that are painted ahead of a push."""
_EDGE = 14.0  # how far ends and broad lines reach beyond their course, in scene units
_MANY = 200


class Ground:
    """One picture, somewhat larger than the view; `_valid` is the part of it that is painted."""

    def __init__(self) -> None:
        self._key: object = None
        self._base: Frame | None = None  # of the whole picture
        self._pixmap = QPixmap()
        self._valid = QRegion()

    def touch(self, boxes: Floats) -> None:
        """Paint what lies in some scene boxes (left, top, right, bottom) anew."""
        base = self._base
        if base is None or not len(boxes):
            return
        if len(boxes) > _MANY:
            boxes = np.concatenate((boxes[:, :2].min(0), boxes[:, 2:].max(0)))[None]
        corners = base.points(boxes + np.array([-_EDGE, -_EDGE, _EDGE, _EDGE]))
        size = (base.width, base.height)
        low = np.clip(np.floor(corners[:, :2]) - 1, 0, size).astype(int)
        high = np.clip(np.ceil(corners[:, 2:]) + 1, 0, size).astype(int)
        for (left, top), (right, bottom) in zip(low.tolist(), high.tolist(), strict=True):
            self._valid -= QRegion(left, top, right - left, bottom - top)

    def draw(self, painter: QPainter, frame: Frame, key: object, paint: Paint) -> None:
        """Draw the picture, after `paint` has painted what of it is missing."""
        at = self._place_of(frame, key)
        if at is None:
            self._begin(frame)
            at = (MARGIN, MARGIN)
            missing = QRegion(*at, frame.width, frame.height)
        else:
            at = self._follow(at, frame)
            missing = QRegion(*at, frame.width, frame.height) - self._valid
            if not missing.isEmpty():
                missing = self._ahead(missing)
        self._key = key
        self._paint_missing(missing, paint)
        painter.drawPixmap(-at[0], -at[1], self._pixmap)

    def _begin(self, frame: Frame) -> None:
        self._base = replace(
            frame, dx=frame.dx + MARGIN, dy=frame.dy + MARGIN,
            width=frame.width + 2 * MARGIN, height=frame.height + 2 * MARGIN,
        )  # fmt: skip
        self._pixmap = QPixmap(QSize(self._base.width, self._base.height) * frame.ratio)
        self._pixmap.setDevicePixelRatio(frame.ratio)
        self._valid = QRegion()

    def _place_of(self, frame: Frame, key: object) -> tuple[int, int] | None:
        """Where the view lies on the picture; None where the picture is of no more use."""
        base = self._base
        if base is None or key != self._key or (frame.scale, frame.ratio) != (base.scale, base.ratio):
            return None
        if (frame.width + 2 * MARGIN, frame.height + 2 * MARGIN) != (base.width, base.height):
            return None
        x, y = base.dx - frame.dx, base.dy - frame.dy
        whole = all((part * unit).is_integer() for part in (x, y) for unit in (1, frame.ratio))
        near = abs(x) < 2 * frame.width and abs(y) < 2 * frame.height
        return (int(x), int(y)) if whole and near else None

    def _follow(self, at: tuple[int, int], frame: Frame) -> tuple[int, int]:
        """Push the picture under a view that has left it."""
        base = self._base
        assert base is not None
        if all(0 <= part <= 2 * MARGIN for part in at):
            return at
        dx, dy = MARGIN - at[0], MARGIN - at[1]
        self._pixmap.scroll(round(dx * frame.ratio), round(dy * frame.ratio), self._pixmap.rect())
        self._valid.translate(dx, dy)
        self._valid &= QRegion(0, 0, base.width, base.height)
        self._base = replace(base, dx=base.dx + dx, dy=base.dy + dy)
        return (MARGIN, MARGIN)

    def _ahead(self, missing: QRegion) -> QRegion:
        base = self._base
        assert base is not None
        box = missing.boundingRect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        return (QRegion(box) & QRegion(0, 0, base.width, base.height)) - self._valid

    def _paint_missing(self, missing: QRegion, paint: Paint) -> None:
        if missing.isEmpty():
            return
        inner = QPainter(self._pixmap)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in missing if missing.rectCount() <= 3 else (missing.boundingRect(),):
            self._paint_rect(inner, rect, paint)
        inner.end()
        self._valid |= missing

    def _paint_rect(self, inner: QPainter, rect: QRect, paint: Paint) -> None:
        base = self._base
        assert base is not None
        inner.save()
        inner.setClipRect(rect, Qt.ClipOperation.ReplaceClip)
        inner.translate(rect.topLeft())
        paint(
            inner,
            replace(base, dx=base.dx - rect.x(), dy=base.dy - rect.y(), width=rect.width(), height=rect.height()),
        )
        inner.restore()
