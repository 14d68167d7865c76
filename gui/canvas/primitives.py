"""Many primitives in one call: QPainter is given a pointer into a numpy array.

PySide6 takes the first element and a count where C++ takes a pointer and a count; the array has to
be contiguous, of the type that C++ expects, not empty, and alive during the call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QPolygonF
from shiboken6 import wrapInstance

from gui.canvas.shapes import Floats

_AT_ONCE = 256
FRAGMENT = 10
"""x, y, source x, source y, width, height, scale x, scale y, rotation, opacity."""


@contextmanager
def in_pixels(painter: QPainter, ratio: float) -> Iterator[None]:
    """Paint in pixels of the screen, of which `ratio` are one of the device."""
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    yield
    painter.restore()


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw rows of (x1, y1, x2, y2)."""
    held = np.ascontiguousarray(lines, float)
    for start in range(0, len(held), _AT_ONCE):  # no call is long: a thread that paints holds up the event loop in it
        some = held[start : start + _AT_ONCE]
        painter.drawLines(wrapInstance(some.ctypes.data, QLineF), len(some))


def draw_curves(painter: QPainter, curves: Floats) -> None:
    """Draw courses of (points, 2), each in one stroke: smoother than short lines, and several times dearer."""
    for curve in curves:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in curve.tolist()]))


def draw_points(painter: QPainter, points: Floats) -> None:
    """Draw rows of (x, y)."""
    if len(points):
        held = np.ascontiguousarray(points, float)
        painter.drawPoints(wrapInstance(held.ctypes.data, QPointF), len(held))


def draw_rects(painter: QPainter, rects: Floats) -> None:
    """Draw rows of (x, y, width, height)."""
    if len(rects):
        held = np.ascontiguousarray(rects, float)
        painter.drawRects(wrapInstance(held.ctypes.data, QRectF), len(held))


def draw_boxes(painter: QPainter, boxes: NDArray[np.int32]) -> None:
    """Fill rows of (left, top, right, bottom), in whole numbers and all inclusive: faster than rectangles."""
    if len(boxes):
        held = np.ascontiguousarray(boxes, np.int32)
        painter.drawRects(wrapInstance(held.ctypes.data, QRect), len(held))


def draw_fragments(
    painter: QPainter, centres: Floats, sources: Floats, pixmap: QPixmap, scale: float, degrees: Any = 0.0
) -> None:
    """Draw parts (x, y, width, height) of a pixmap, each centred on a point."""
    if not len(centres):
        return
    held = np.empty((len(centres), FRAGMENT))
    held[:, :2], held[:, 2:6] = centres, sources
    held[:, 6:8], held[:, 8], held[:, 9] = scale, degrees, 1
    painter.drawPixmapFragments(wrapInstance(held.ctypes.data, QPainter.PixmapFragment), len(held), pixmap)
