"""What part of the scene is shown, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect

from gui.canvas.shapes import Bools, Floats

EDGE = 8.0
"""How far, in pixels, a line may reach beyond its course."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the scene is shown, and where: device = scene * scale + (dx, dy).

    There are `ratio` pixels of the screen in one of the device.
    """

    scale: float
    dx: float
    dy: float
    width: float
    height: float
    ratio: float = 1.0

    def in_pixels(self) -> Frame:
        """The same in pixels of the screen."""
        by = self.ratio
        return Frame(self.scale * by, self.dx * by, self.dy * by, self.width * by, self.height * by)

    def part(self, rect: QRect) -> Frame:
        """What a rectangle, in pixels of the screen, shows of it."""
        left, top, by = rect.x() / self.ratio, rect.y() / self.ratio, self.ratio
        return Frame(self.scale, self.dx - left, self.dy - top, rect.width() / by, rect.height() / by, by)

    def points(self, scene: Floats) -> Floats:
        """Scene points (x, y), or lines (x1, y1, x2, y2), in device coordinates."""
        result: Floats = np.multiply(scene, self.scale, order="C")
        pairs = result.view(complex)  # one number is added to all far faster than two are to all pairs
        pairs += complex(self.dx, self.dy)
        return result

    def visible(self, boxes: Floats) -> Bools:
        """Which scene boxes can be seen."""
        left, top = -self.dx / self.scale, -self.dy / self.scale
        right, bottom = left + self.width / self.scale, top + self.height / self.scale
        result: Bools = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
        return result


def spans(along: Floats, low: float, high: float) -> Bools:
    """Which pieces of some courses have a part between two values of a coordinate, or may have."""
    over, under = along > low, along < high
    result: Bools = (over[:, :-1] | over[:, 1:]) & (under[:, :-1] | under[:, 1:])
    return result
