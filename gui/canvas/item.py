"""The one item of the scene: it paints everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.canvas.frame import Frame

_FAR = 1e6
EVERYWHERE = QRectF(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)


class NetItem(QGraphicsItem):
    """Hands a painter, in device coordinates, to whoever paints the circuit."""

    def __init__(self, viewport: QWidget, paint_frame: Callable[[QPainter, Frame], None]) -> None:
        super().__init__()
        self._viewport, self._paint_frame = viewport, paint_frame

    def boundingRect(self) -> QRectF:
        """Everywhere: what is not visible is sorted out in painting."""
        return EVERYWHERE

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the circuit as far as it is in view."""
        transform, size = painter.worldTransform(), self._viewport.size()
        ratio = self._viewport.devicePixelRatioF()
        painter.save()
        painter.resetTransform()
        frame = Frame(transform.m11(), transform.dx(), transform.dy(), size.width(), size.height(), ratio)
        try:
            self._paint_frame(painter, frame)
        finally:
            painter.restore()
