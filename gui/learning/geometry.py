"""Half planes and what is left of a rectangle between them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def cut(polygon: Points, a: float, b: float, c: float) -> Points:
    """The part of a convex polygon where a x + b y + c >= 0.

    >>> square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    >>> cut(square, 1, 0, -0.5).tolist()
    [[0.5, 0.0], [1.0, 0.0], [1.0, 1.0], [0.5, 1.0]]
    """
    if not len(polygon):
        return polygon
    z = polygon @ np.array([a, b]) + c
    if (z >= 0).all():
        return polygon
    found = []
    for k in range(len(polygon)):
        n = (k + 1) % len(polygon)
        if z[k] >= 0:
            found.append(polygon[k])
        if (z[k] >= 0) != (z[n] >= 0):
            found.append(polygon[k] + (polygon[n] - polygon[k]) * (z[k] / (z[k] - z[n])))
    return np.array(found, float).reshape(-1, 2)


def corners(box: Box) -> Points:
    """A rectangle as a polygon."""
    left, bottom, right, top = box
    return np.array([(left, bottom), (right, bottom), (right, top), (left, top)], float)


def remaining(box: Box, half_planes: Iterable[tuple[float, float, float]]) -> Points:
    """What of a rectangle lies in all half planes a x + b y + c >= 0; no points where nothing does.

    >>> len(remaining((0, 0, 1, 1), [(1, 0, -2)])), remaining((0, 0, 1, 1), [(1, 1, -1.5)]).tolist()
    (0, [[1.0, 0.5], [1.0, 1.0], [0.5, 1.0]])
    """
    polygon = corners(box)
    for a, b, c in half_planes:
        polygon = cut(polygon, a, b, c)
        if not len(polygon):
            break
    return polygon


def crossing(box: Box, a: float, b: float, c: float) -> tuple[Points, Points] | None:
    """Where the line a x + b y + c = 0 leaves a rectangle; None where it does not cross it.

    >>> ends = crossing((0, 0, 1, 1), 1, 1, -1)
    >>> sorted(end.tolist() for end in ends)
    [[0.0, 1.0], [1.0, 0.0]]
    """
    polygon = corners(box)
    z = polygon @ np.array([a, b]) + c
    found: list[Points] = []
    for k in range(4):
        n = (k + 1) % 4
        if (z[k] < 0) != (z[n] < 0):
            found.append(polygon[k] + (polygon[n] - polygon[k]) * (z[k] / (z[k] - z[n])))
    return (found[0], found[1]) if len(found) == 2 else None


def through(one: Points, other: Points, like: tuple[float, float]) -> tuple[float, float, float]:
    """The line a x + b y + c = 0 through two points, with the side and the size of (a, b) of `like`.

    >>> through(np.array([0.0, 1.0]), np.array([0.0, 3.0]), (3.0, 4.0))
    (5.0, 0.0, 0.0)
    """
    dx, dy = (other - one).tolist()
    length = float(np.hypot(dx, dy)) or 1.0
    size = float(np.hypot(*like)) or 1.0
    a, b = dy / length * size, -dx / length * size
    if a * like[0] + b * like[1] < 0:
        a, b = -a, -b
    return a + 0.0, b + 0.0, 0.0 - a * float(one[0]) - b * float(one[1])
