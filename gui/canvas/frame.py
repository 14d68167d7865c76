"""What part of the scene is shown, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gui.canvas.shapes import Bools, Floats

EDGE = 8.0
"""How far, in pixels, a line may reach beyond its course."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the scene is shown, and where: device = scene * scale + (dx, dy)."""

    scale: float
    dx: float
    dy: float
    width: int
    height: int
    ratio: float = 1.0

    def grown(self, margin: int) -> Frame:
        """The part shown with more of it on every side."""
        return Frame(
            self.scale,
            self.dx + margin,
            self.dy + margin,
            self.width + 2 * margin,
            self.height + 2 * margin,
            self.ratio,
        )

    def points(self, scene: Floats) -> Floats:
        """Scene points (x, y), or lines (x1, y1, x2, y2), in device coordinates."""
        return scene * self.scale + np.array([self.dx, self.dy] * (scene.shape[-1] // 2))

    def inside(self, lines: Floats) -> Floats:
        """Those of some lines (x1, y1, x2, y2; device coordinates) that may be seen."""
        return lines[self.sees(lines)]

    def sees(self, lines: Floats) -> Bools:
        """Which of some lines (in device coordinates) may be seen."""
        x1, y1, x2, y2 = lines.T
        right, bottom = self.width + EDGE, self.height + EDGE
        result: Bools = (np.minimum(x1, x2) < right) & (np.maximum(x1, x2) > -EDGE)
        result &= (np.minimum(y1, y2) < bottom) & (np.maximum(y1, y2) > -EDGE)
        return result

    def visible(self, boxes: Floats) -> Bools:
        """Which scene boxes can be seen."""
        left, top = -self.dx / self.scale, -self.dy / self.scale
        right, bottom = left + self.width / self.scale, top + self.height / self.scale
        result: Bools = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
        return result
