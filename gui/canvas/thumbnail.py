"""A circuit as a small picture."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from circuitsim.store import Store
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.canvas.painter import NetPainter
from gui.theme import Theme

_MARGIN, _LARGEST = 5, 0.45


def paint_thumbnail(circuit: Store, theme: Theme, size: QSize, ratio: float = 1.0) -> QPixmap:
    """A small picture of a circuit."""
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(theme.color("paper"))
    net = NetArrays(circuit)
    if net.nodes:
        boxes = net.node_boxes()
        left, top, right, bottom = map(float, (*boxes[:, :2].min(0), *boxes[:, 2:].max(0)))
        scale = min(
            (size.width() - 2 * _MARGIN) / (right - left), (size.height() - 2 * _MARGIN) / (bottom - top), _LARGEST
        )
        dx, dy = size.width() / 2 - scale * (left + right) / 2, size.height() / 2 - scale * (top + bottom) / 2
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(0, 0, size.width(), size.height())
        NetPainter(theme, bare=True).paint(painter, net, Frame(scale, dx, dy, size.width(), size.height(), ratio))
        painter.end()
    return pixmap
