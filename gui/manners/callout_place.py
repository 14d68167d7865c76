"""Where a callout goes: beside what it points at, inside the window, over nothing that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

SIDES = ("right", "left", "below", "above")
ARROW = 12
"""How far the arrow reaches out of the bubble."""
_CORNER = 18  # the arrow stays so far away from a corner


@dataclass(frozen=True, slots=True)
class Place:
    """The box of the callout, its arrow's room included; which side of the target it is on; where the arrow ends.

    `side` is empty where there is nothing to point at.
    """

    box: QRect
    side: str = ""
    tip: QPoint | None = None


def place(target: QRect | None, size: QSize, room: QRect, needed: Sequence[QRect] = (), last: str = "") -> Place:
    """The best place for a callout of a size.

    Parameters
    ----------
    target : QRect, optional
        What it points at.
    room : QRect
        What it must stay in.
    needed : sequence of QRect
        What it should not cover, as far as that can be.
    last : str
        The side that it is on now, which it keeps if that is as good as any.
    """
    if target is None:
        box = QRect(QPoint(), size)
        box.moveCenter(room.center())
        return Place(_inside(box, room))
    sides = sorted(SIDES, key=lambda side: side != last)
    found = [_beside(target, size, room, side) for side in sides]
    return min(found, key=lambda each: sum(_area(each.box & other) for other in (target, *needed)))


def _beside(target: QRect, size: QSize, room: QRect, side: str) -> Place:
    box = QRect(QPoint(), size)
    box.moveCenter(target.center())
    if side == "right":
        box.moveLeft(target.right() + 1)
    elif side == "left":
        box.moveRight(target.left() - 1)
    elif side == "below":
        box.moveTop(target.bottom() + 1)
    else:
        box.moveBottom(target.top() - 1)
    box = _inside(box, room)
    if side in ("right", "left"):
        x = box.left() if side == "right" else box.right()
        tip = QPoint(x, _between(target.center().y(), box.top() + _CORNER, box.bottom() - _CORNER))
    else:
        y = box.top() if side == "below" else box.bottom()
        tip = QPoint(_between(target.center().x(), box.left() + _CORNER, box.right() - _CORNER), y)
    return Place(box, side, tip)


def _inside(box: QRect, room: QRect) -> QRect:
    """The box pushed into the room; where it is larger, its upper left corner is seen."""
    x = max(min(box.left(), room.right() - box.width() + 1), room.left())
    y = max(min(box.top(), room.bottom() - box.height() + 1), room.top())
    return QRect(QPoint(x, y), box.size())


def _between(value: int, low: int, high: int) -> int:
    return max(min(value, high), low)


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
