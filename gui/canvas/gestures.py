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

from gui.canvas import hit, ports, shapes
from gui.canvas.overlay import Wire
from gui.edits.adding import snap
from gui.edits.wiring import End, refusal
from gui.language import tr

if TYPE_CHECKING:
    from gui.canvas.view import CanvasView

DRAG = 4
"""Pixels that the pointer has to move before a press is a drag."""
_LEFT = 6.0  # how far beside a node a drag must have been for its return to be a self-loop


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, in the viewport and in the scene, what is held, and whether the button was let go."""

    position: QPoint
    scene: QPointF
    shift: bool = False
    ctrl: bool = False
    inhibit: bool = False
    released: bool = False


Gesture = Generator[None, Pointer, None]


def press(canvas: CanvasView, start: Pointer) -> Gesture:
    """The left button: on a port wire, on a node select, press or move it; beside all nodes draw a rubber band."""
    x, y = start.scene.x(), start.scene.y()
    row = hit.node_at(canvas.net, x, y)
    end = ports.port_at(canvas.net, x, y, canvas.scale_factor) if canvas.scope.editable else None
    if end is not None:
        yield from _from_port(canvas, start, end, row)
    elif row is not None:
        yield from _on_node(canvas, start, row)
    elif (note := hit.note_at(canvas.net, x, y)) is not None:
        yield from _on_note(canvas, start, note)
    elif (bundle := canvas.bundle_at(start.scene)) is not None:
        now = yield from _until_dragged(start)
        if now.released:
            several = start.shift or start.ctrl
            canvas.selection.choose(bundles=[bundle], keep=several, toggle=several)
        else:
            yield from rubber_band(canvas, start, now)
    else:
        yield from rubber_band(canvas, start)


def _from_port(canvas: CanvasView, start: Pointer, end: End, row: int | None) -> Gesture:
    now = yield from _until_dragged(start)
    if not now.released:
        yield from wire(canvas, end, now)
        return
    several = start.shift or start.ctrl
    number = canvas.net.index[end.id] if row is None else row
    canvas.selection.choose([number], keep=several, toggle=several)
    if not several and row is not None and canvas.net.code[row] == shapes.INPUT:
        canvas.press_input(canvas.net.nodes[row].id)


def _on_node(canvas: CanvasView, start: Pointer, row: int) -> Gesture:
    several = start.shift or start.ctrl
    if several:
        canvas.select_rows([row], keep=True, toggle=True)
    elif not canvas.net.selected[row]:
        canvas.select_rows([row])
    now = yield from _until_dragged(start)
    if not now.released:
        yield from move(canvas, start, now, (float(canvas.net.x[row]), float(canvas.net.y[row])))
    elif not several:
        canvas.select_rows([row])
        if canvas.net.code[row] == shapes.INPUT:
            canvas.press_input(canvas.net.nodes[row].id)


def _on_note(canvas: CanvasView, start: Pointer, rank: int) -> Gesture:
    several = start.shift or start.ctrl
    if several or rank not in canvas.selection.notes:
        canvas.selection.choose(notes=[rank], keep=several, toggle=several)
    now = yield from _until_dragged(start)
    if not now.released:
        held = next(note for note in canvas.net.notes if note.rank == rank)
        yield from move(canvas, start, now, (held.x, held.y))


def press_twice(canvas: CanvasView, start: Pointer) -> Gesture:
    """The second press in a row has opened something; dragged, it is a press like any other after all."""
    now = yield from _until_dragged(start)
    if now.released:
        return
    canvas.in_place.cancel()
    canvas.setFocus()
    gesture = press(canvas, start)
    next(gesture)
    try:
        while True:
            gesture.send(now)
            now = yield
    except StopIteration:
        return
    finally:
        gesture.close()


def _until_dragged(start: Pointer) -> Generator[None, Pointer, Pointer]:
    while True:
        now = yield
        if now.released or (now.position - start.position).manhattanLength() >= DRAG:
            return now


def wire(canvas: CanvasView, start: End, now: Pointer) -> Gesture:
    """Draw a connection from a port, forwards or backwards; on empty canvas ask what to add at its end."""
    net, left = canvas.net, False
    own = net.index[start.id]
    try:
        while True:
            x, y = now.scene.x(), now.scene.y()
            row = hit.node_at(net, x, y, 4.0)
            left |= row != own and not _beside(canvas, own, x, y)
            over = _end_under(canvas, start, x, y, row)
            if over is not None and over.id == start.id and not left:
                over = None
            refused = ""
            if over is not None:
                refused = refusal(canvas.circuit, start, over, inhibitory=now.inhibit)
            elif row is not None and row != own:
                refused = _no_port(canvas, start, row)
            canvas.overlay.wire = Wire(start, (x, y), now.inhibit, over, refused)
            canvas.say_wire(canvas.overlay.wire)
            canvas.viewport().update()
            if now.released:
                break
            now = yield
    finally:
        last, canvas.overlay.wire = canvas.overlay.wire, None
        canvas.viewport().update()
    if last is not None and last.over is not None and not last.refused:
        canvas.connect_ends(start, last.over, inhibitory=last.inhibitory)
    elif last is not None and last.refused:
        canvas.refused.emit(last.refused)
    elif row is None and left:
        canvas.quick_add_wanted.emit(now.scene, start, now.inhibit)


def _beside(canvas: CanvasView, row: int, x: float, y: float) -> bool:
    """Whether a point still is as good as on a node."""
    net = canvas.net
    return bool(
        abs(net.x[row] - x) <= net.half_width[row] + _LEFT and abs(net.y[row] - y) <= net.half_height[row] + _LEFT
    )


def _end_under(canvas: CanvasView, start: End, x: float, y: float, row: int | None) -> End | None:
    end = ports.port_at(canvas.net, x, y, canvas.scale_factor)
    if end is not None and (end.side != start.side or row is None):
        return None if end == start else end
    if row is None:
        return None
    return ports.nearest_end(canvas.net, row, "in" if start.side == "out" else "out", y)


def _no_port(canvas: CanvasView, start: End, row: int) -> str:
    id = canvas.net.nodes[row].id
    text = tr("{id} takes no connection") if start.side == "out" else tr("nothing goes out of {id}")
    return text.format(id=id)


def move(canvas: CanvasView, start: Pointer, now: Pointer, held: tuple[float, float]) -> Gesture:
    """Move what is selected so that what is `held` comes to stand on the grid; one undo step when it is let go."""
    rows = np.flatnonzero(canvas.net.selected)
    moved = (0.0, 0.0)
    if not canvas.scope.editable:
        return
    try:
        while True:
            way = now.scene - start.scene
            to = snap(held[0] + way.x(), canvas.grid) - held[0], snap(held[1] + way.y(), canvas.grid) - held[1]
            if to != moved:
                canvas.show_moved(rows, to[0] - moved[0], to[1] - moved[1])
                moved = to
            if now.released:
                break
            now = yield
    except GeneratorExit:
        canvas.read_places()  # lines go round nodes again as they did
        raise
    if moved != (0.0, 0.0):
        canvas.commit_move(rows, *moved)


def rubber_band(canvas: CanvasView, start: Pointer, now: Pointer | None = None) -> Gesture:
    """Select what lies inside a rectangle; what it touches, if it is drawn to the left. Shift adds, Ctrl toggles."""
    before = canvas.selection.state()
    several = start.shift or start.ctrl
    if not several:
        canvas.selection.choose()
    try:
        if now is None:
            now = yield from _until_dragged(start)
        while not now.released:
            canvas.overlay.band = QRect(canvas.mapFromScene(start.scene), now.position).normalized()
            a, b = start.scene, now.scene
            canvas.overlay.touching = b.x() < a.x()
            inside = hit.nodes_inside(canvas.net, a.x(), a.y(), b.x(), b.y(), touch=canvas.overlay.touching)
            canvas.selection.restore(before if several else None, inside, toggle=start.ctrl)
            canvas.viewport().update()
            now = yield
    except GeneratorExit:
        canvas.selection.restore(before)
        raise
    finally:
        canvas.overlay.band = None
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
