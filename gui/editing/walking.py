"""From node to node by the keys."""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.canvas.neighbours import nearest, towards
from gui.feature import Feature
from gui.language import tr

_WAYS = (
    (
        "Left", (-1, 0), QT_TRANSLATE_NOOP("", "Next Node on the Left"),
        QT_TRANSLATE_NOOP("", "Select the nearest node on the left of the selected one"),
    ),
    (
        "Right", (1, 0), QT_TRANSLATE_NOOP("", "Next Node on the Right"),
        QT_TRANSLATE_NOOP("", "Select the nearest node on the right of the selected one"),
    ),
    (
        "Up", (0, -1), QT_TRANSLATE_NOOP("", "Next Node Above"),
        QT_TRANSLATE_NOOP("", "Select the nearest node above the selected one"),
    ),
    (
        "Down", (0, 1), QT_TRANSLATE_NOOP("", "Next Node Below"),
        QT_TRANSLATE_NOOP("", "Select the nearest node below the selected one"),
    ),
)  # fmt: skip


class Walking(Feature):
    """Alt and an arrow key, on the canvas."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.separator("&Edit")
        for arrow, way, text, tip in _WAYS:
            walk = partial(self.walk, way)
            self.action("&Edit", f"walk{arrow}", tr(text), tr(tip), walk, f"Alt+{arrow}", canvas=True)

    def walk(self, way: tuple[int, int]) -> None:
        """Select the next node on a way; where none is selected, the one in the middle of what is in sight."""
        canvas = self.canvas
        rows = np.flatnonzero(canvas.net.selected)
        if len(rows):
            found = towards(canvas.net, rows, way)
        else:
            middle = canvas.mapToScene(canvas.viewport().rect().center())
            found = nearest(canvas.net, middle.x(), middle.y())
        if found is not None:
            canvas.reveal(canvas.net.nodes[found].id)
