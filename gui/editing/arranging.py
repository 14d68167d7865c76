"""Where nodes stand: aligned, evenly spread, nudged, turned, and laid out tidily."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from circuitsim import collector
from circuitsim.progress import Progress, silent
from circuitsim.records import Change
from gui.canvas import places
from gui.canvas.arrays import NetArrays
from gui.canvas.view import CanvasView
from gui.edits import arranging
from gui.edits.adding import GRID
from gui.edits.arranging import Box
from gui.feature import Feature
from gui.language import tr
from gui.tasks import Task

AT_ONCE = 80
"""Up to how many nodes a layout is computed at once, and not beside the window."""
_ANIMATED = 2000

_ALIGN = (
    ("alignLeft", QT_TRANSLATE_NOOP("", "Align &Left"), "left", "L"),
    ("alignRight", QT_TRANSLATE_NOOP("", "Align &Right"), "right", "R"),
    ("alignTop", QT_TRANSLATE_NOOP("", "Align &Top"), "top", "T"),
    ("alignBottom", QT_TRANSLATE_NOOP("", "Align &Bottom"), "bottom", "B"),
    ("alignColumn", QT_TRANSLATE_NOOP("", "Centre in a &Column"), "column", "C"),
    ("alignRow", QT_TRANSLATE_NOOP("", "Centre in a Ro&w"), "row", "W"),
)
_TIPS = {
    "left": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: left"),
    "right": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: right"),
    "top": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: top"),
    "bottom": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: bottom"),
    "column": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: column"),
    "row": QT_TRANSLATE_NOOP("", "Move the selected nodes until they are aligned: row"),
}
_NUDGES = (
    ("Left", QT_TRANSLATE_NOOP("", "Nudge Left"), QT_TRANSLATE_NOOP("", "Move the selection to the left"), (-1, 0)),
    ("Right", QT_TRANSLATE_NOOP("", "Nudge Right"), QT_TRANSLATE_NOOP("", "Move the selection to the right"), (1, 0)),
    ("Up", QT_TRANSLATE_NOOP("", "Nudge Up"), QT_TRANSLATE_NOOP("", "Move the selection up"), (0, -1)),
    ("Down", QT_TRANSLATE_NOOP("", "Nudge Down"), QT_TRANSLATE_NOOP("", "Move the selection down"), (0, 1)),
)


class Arranging(Feature):
    """The Arrange menu."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._task: Task | None = None
        menu = QT_TRANSLATE_NOOP("", "&Arrange")
        tip = tr("Lay the circuit, or the selection, out tidily")
        self.action(menu, "tidy", tr("Tid&y Layout"), tip, self.tidy, "Ctrl+L")
        self.separator(menu)
        for name, text, how, key in _ALIGN:
            self.action(menu, name, tr(text), tr(_TIPS[how]), partial(self.align, how), f"Alt+Shift+{key}")
        self.separator(menu)
        tip = tr("Make the gaps between the selected nodes equal")
        for name, axis, text, key in (
            ("distributeX", "x", tr("Distribute H&orizontally"), "H"),
            ("distributeY", "y", tr("Distribute &Vertically"), "V"),
        ):
            self.action(menu, name, text, tip, partial(self.distribute, axis), f"Alt+Shift+{key}")
        self.separator(menu)
        tip = tr("Turn the selected nodes by a right angle")
        self.action(menu, "rotate", tr("Rotate by &90°"), tip, self.rotate, "Shift+R")
        for arrow, text, tip, way in _NUDGES:
            self.action(menu, f"nudge{arrow}", tr(text), tr(tip), partial(self.nudge, *way), arrow, canvas=True)

    # Small moves

    def _boxes(self) -> list[Box]:
        self.canvas.end_glide()
        net, layout = self.canvas.net, self.canvas.circuit.layout
        return [
            Box(
                net.nodes[k].id, float(net.x[k]), float(net.y[k]), float(net.half_width[k]), float(net.half_height[k]),
                layout[net.nodes[k].id].degrees if net.nodes[k].id in layout else 0.0,
            )
            for k in np.flatnonzero(net.selected).tolist()
        ]  # fmt: skip

    def _place(self, text: str, moved: Mapping[str, tuple[float, float]], *, merge: str = "") -> None:
        with self.canvas.edit(text, merge=merge) as circuit:
            for id, (x, y) in moved.items():
                circuit.place(id, x, y)

    def align(self, how: str) -> None:
        """Give the selected nodes an edge or a centre in common."""
        self._place(tr("Align"), arranging.align(self._boxes(), how))

    def distribute(self, axis: str) -> None:
        """Make the gaps between the selected nodes equal."""
        self._place(tr("Distribute"), arranging.distribute(self._boxes(), axis))

    def nudge(self, dx: int, dy: int) -> None:
        """Move the selection by a step of the grid; presses in a row are one undo step."""
        canvas = self.canvas
        ids, notes = canvas.selection.ids(), sorted(canvas.selection.notes)
        if not ids and not notes:
            return
        boxes = self._boxes()
        with canvas.edit(tr("Nudge"), merge=f"nudge {ids} {notes} {canvas.scope}") as circuit:
            for box in boxes:
                circuit.place(box.id, box.x + dx * GRID, box.y + dy * GRID)
            for note in circuit.notes:
                if note.rank in notes:
                    circuit.set_note(note.rank, note.text, note.x + dx * GRID, note.y + dy * GRID)

    def rotate(self) -> None:
        """Turn the selected nodes by a quarter."""
        with self.canvas.edit(tr("Rotate")) as circuit:
            for box in self._boxes():
                circuit.place(box.id, box.x, box.y, arranging.turned(box.degrees))

    # Tidy layout

    def tidy(self) -> None:
        """Lay out what is selected, or everything; it moves to its place, and is one undo step."""
        canvas = self.canvas
        if not canvas.scope.editable or (self._task is not None and self._task.is_on):
            return
        chosen = canvas.selection.ids()
        job = places.Job(canvas.net, chosen if len(chosen) > 1 else [node.id for node in canvas.net.nodes])
        if len(job.ids) <= AT_ONCE:
            self._arrive(canvas, job, *_tidied(job))
        else:
            done = partial(self._computed, canvas, job, (canvas.scope, canvas.document.circuit.version))
            self._task = self.window.workspace.tasks.thread(
                tr("Laying the circuit out"), lambda report: _tidied(job, report), done
            )

    def _computed(self, canvas: CanvasView, job: places.Job, shown: object, found: tuple[Change, NetArrays]) -> None:
        if shown == (canvas.scope, canvas.document.circuit.version):
            self._arrive(canvas, job, *found)
        else:
            self.say(tr("The circuit was changed meanwhile; choose Tidy Layout once more"))

    def _arrive(self, canvas: CanvasView, job: places.Job, change: Change, laid: NetArrays) -> None:
        rows = job.rows
        start = np.stack((canvas.net.x[rows], canvas.net.y[rows]), axis=1)
        with collector.held():
            canvas.net.be_where(laid)
            with canvas.edit(tr("Tidy layout")) as circuit:
                circuit.apply(change)
        if len(rows) == len(canvas.net.nodes):
            canvas.fit()
        if len(rows) <= _ANIMATED and self.window.isAnimated():
            canvas.glide(rows, start)


def _tidied(job: places.Job, progress: Progress = silent) -> tuple[Change, NetArrays]:
    """The edit that lays nodes out tidily, and the arrays after it."""
    centres = job.compute(progress)
    return job.change(centres), job.laid(centres)
