"""The signs of the run bar, painted, so that they have the theme's ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPolygonF

from gui.theme import Theme

_SIDE = 16
_RATIO = 3


def transport_icon(name: str, theme: Theme) -> QIcon:
    """An icon for "run" (with a pause sign while it is on), "tick", "back" or "reset"."""
    icon = QIcon()
    for state, shapes in ((QIcon.State.Off, _SIGNS[name]), (QIcon.State.On, _SIGNS.get(f"{name}-on", _SIGNS[name]))):
        for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, 0.4)):
            icon.addPixmap(_paint(shapes, theme, opacity), mode, state)
    return icon


def _paint(shapes: tuple[QPolygonF, ...], theme: Theme, opacity: float) -> QPixmap:
    pixmap = QPixmap(_SIDE * _RATIO, _SIDE * _RATIO)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    for shape in shapes:
        painter.drawPolygon(shape)
    painter.end()
    return pixmap


def _triangle(left: float, right: float) -> QPolygonF:
    return QPolygonF([QPointF(left, 2.5), QPointF(right, 8), QPointF(left, 13.5)])


def _bar(left: float, width: float = 2.4) -> QPolygonF:
    return QPolygonF(QRectF(left, 2.5, width, 11))


_SIGNS = {
    "run": (_triangle(4, 13.5),),
    "run-on": (_bar(3.5, 3.2), _bar(9.3, 3.2)),
    "tick": (_bar(2.5), _triangle(6.5, 14)),
    "back": (_triangle(9.5, 2), _bar(11.1)),
    "reset": (_bar(1.5), _triangle(8.7, 3.9), _triangle(14, 9.2)),
}
