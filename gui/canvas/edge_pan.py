"""A view is pushed on while something is dragged to its edge, or beyond."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

EDGE = 16
"""Pixels from the edge of the view within which it is pushed."""
_PERIOD_MS, _FASTEST = 25, 24


def push(room: QRect, at: QPoint) -> QPoint:
    """By how many pixels to push the view for a pointer at a place: the more, the farther it is beyond.

    >>> push(QRect(0, 0, 200, 100), QPoint(100, 50)).isNull(), push(QRect(0, 0, 200, 100), QPoint(199, 50)).x()
    (True, -8)
    """
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    return QPoint(_along(at.x(), inner.left(), inner.right()), _along(at.y(), inner.top(), inner.bottom()))


def _along(at: int, low: int, high: int) -> int:
    beyond = max(low - at, 0) - max(at - high, 0)
    return max(min(beyond // 2, _FASTEST), -_FASTEST)


class EdgePan(QObject):
    """Pushes while it is told of a pointer at the edge; `step` is called with the way of each push.

    A drag that begins at the edge pushes nothing before it has been farther inside, or has left the view.
    """

    def __init__(self, step: Callable[[QPoint], None], parent: QObject) -> None:
        super().__init__(parent)
        self._step, self._way, self._armed = step, QPoint(), False
        self._timer = QTimer(self, interval=_PERIOD_MS)
        self._timer.timeout.connect(self._push)

    def watch(self, room: QRect, at: QPoint) -> None:
        """The pointer is somewhere in, or beside, the room of the view."""
        self._way = push(room, at)
        self._armed |= self._way.isNull() or not room.contains(at)
        if self._way.isNull():
            self._timer.stop()
        elif self._armed and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is dragged any more."""
        self._timer.stop()
        self._armed = False

    def _push(self) -> None:
        self._step(self._way)
