"""What the mouse does, each gesture one generator: press, `yield` while dragging, release.

A gesture is sent the pointer's events. It ends by returning; Esc closes it, and then it leaves
everything as it was.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, Qt

from gui.canvas import hit, shapes
from gui.canvas.places import SNAP

if TYPE_CHECKING:
    from gui.canvas.view import CanvasView

DRAG = 4
"""Pixels that the pointer has to move before a press is a drag."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, in the viewport and in the scene, and whether the button was let go."""

    position: QPoint
    scene: QPointF
    shift: bool = False
    released: bool = False


Gesture = Generator[None, Pointer, None]


def press(canvas: CanvasView, start: Pointer) -> Gesture:
    """The left button: on a node select, press or move it; beside all nodes draw a rubber band."""
    row = hit.node_at(canvas.net, start.scene.x(), start.scene.y())
    if row is None:
        yield from rubber_band(canvas, start)
        return
    was_selected = bool(canvas.net.selected[row])
    if start.shift:
        canvas.select_rows([row], keep=True, toggle=True)
    elif not was_selected:
        canvas.select_rows([row])
    now = yield from _until_dragged(start)
    if not now.released:
        yield from move(canvas, start, now)
    elif not start.shift:
        canvas.select_rows([row])
        if canvas.net.code[row] == shapes.INPUT:
            canvas.press_input(canvas.net.nodes[row].id)


def _until_dragged(start: Pointer) -> Generator[None, Pointer, Pointer]:
    while True:
        now = yield
        if now.released or (now.position - start.position).manhattanLength() >= DRAG:
            return now


def move(canvas: CanvasView, start: Pointer, now: Pointer) -> Gesture:
    """Move the selected nodes, on the grid; one undo step when they are let go."""
    rows = np.flatnonzero(canvas.net.selected)
    moved = (0.0, 0.0)
    try:
        while True:
            to = _snapped(now.scene - start.scene)
            if to != moved and len(rows):
                canvas.show_moved(rows, to[0] - moved[0], to[1] - moved[1])
                moved = to
            if now.released:
                break
            now = yield
    except GeneratorExit:
        canvas.show_moved(rows, -moved[0], -moved[1])
        raise
    if moved != (0.0, 0.0):
        canvas.commit_move(rows)


def _snapped(way: QPointF) -> tuple[float, float]:
    return round(way.x() / SNAP) * SNAP, round(way.y() / SNAP) * SNAP


def rubber_band(canvas: CanvasView, start: Pointer) -> Gesture:
    """Select what lies inside a rectangle; with Shift add it to what is selected."""
    before = np.flatnonzero(canvas.net.selected)
    if not start.shift:
        canvas.select_rows([])
    try:
        now = yield from _until_dragged(start)
        while not now.released:
            canvas.band = QRect(start.position, now.position).normalized()
            a, b = start.scene, now.scene
            inside = hit.nodes_inside(canvas.net, a.x(), a.y(), b.x(), b.y())
            canvas.select_rows([*(before if start.shift else ()), *inside])
            now = yield
    except GeneratorExit:
        canvas.select_rows(before)
        raise
    finally:
        canvas.band = None
        canvas.viewport().update()


def pan(canvas: CanvasView, start: Pointer) -> Gesture:
    """Take hold of the canvas and push it."""
    last = start.position
    canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
    try:
        while True:
            now = yield
            canvas.pan(now.position - last)
            last = now.position
            if now.released:
                return
    finally:
        canvas.viewport().unsetCursor()
