"""New places for nodes: aligned, evenly spread, nudged, turned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gui.edits.adding import snap


@dataclass(frozen=True, slots=True)
class Box:
    """A node where it is shown: its centre, half its size, its turn."""

    id: str
    x: float
    y: float
    half_width: float
    half_height: float
    degrees: float = 0.0


Places = dict[str, tuple[float, float]]


def align(boxes: Sequence[Box], how: str) -> Places:
    """Places with one edge or centre in common: "left", "right", "top", "bottom", "column" or "row"."""
    if not boxes:
        return {}
    left, right = min(b.x - b.half_width for b in boxes), max(b.x + b.half_width for b in boxes)
    top, bottom = min(b.y - b.half_height for b in boxes), max(b.y + b.half_height for b in boxes)
    column, row = snap((left + right) / 2), snap((top + bottom) / 2)
    rules: dict[str, Callable[[Box], tuple[float, float]]] = {
        "left": lambda b: (left + b.half_width, b.y),
        "right": lambda b: (right - b.half_width, b.y),
        "top": lambda b: (b.x, top + b.half_height),
        "bottom": lambda b: (b.x, bottom - b.half_height),
        "column": lambda b: (column, b.y),
        "row": lambda b: (b.x, row),
    }
    return {box.id: rules[how](box) for box in boxes}


def distribute(boxes: Sequence[Box], axis: str) -> Places:
    """Places with equal gaps between the boxes, from the first to the last along "x" or "y"."""
    if len(boxes) < 3:
        return {}
    half = "half_width" if axis == "x" else "half_height"
    ordered = sorted(boxes, key=lambda box: float(getattr(box, axis)))
    first, last = ordered[0], ordered[-1]
    start = getattr(first, axis) - getattr(first, half)
    room = getattr(last, axis) + getattr(last, half) - start - sum(2 * getattr(box, half) for box in ordered)
    gap, at, places = room / (len(ordered) - 1), start, {}
    for box in ordered:
        centre = at + getattr(box, half)
        places[box.id] = (centre, box.y) if axis == "x" else (box.x, centre)
        at += 2 * getattr(box, half) + gap
    return places


def turned(degrees: float) -> float:
    """A quarter turn further."""
    return (round(degrees / 90) * 90 + 90) % 360
