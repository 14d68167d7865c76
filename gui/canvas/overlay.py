"""What is drawn over the circuit while something is being done: the band, a wire in progress, a lit port."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.canvas import shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.edits.wiring import End
from gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Wire:
    """A connection that is being drawn: from an end to a scene point; `refused` says why it may not end there."""

    start: End
    to: tuple[float, float]
    inhibitory: bool
    over: End | None = None
    refused: str = ""


@dataclass(slots=True)
class Overlay:
    """Everything that is drawn for a gesture alone."""

    band: QRect | None = None
    touching: bool = False
    wire: Wire | None = None
    port: End | None = None

    def paint(self, painter: QPainter, net: NetArrays, frame: Frame, theme: Theme) -> None:
        """Paint it, in device coordinates."""
        if self.band is not None:
            self._paint_band(painter, self.band, theme)
        if self.wire is not None and self.wire.start.id in net.index:
            _paint_wire(painter, self.wire, net, frame, theme)
        elif self.port is not None and self.port.id in net.index:
            _paint_port(painter, self.port, net, frame, theme.color("accent"), theme)

    def _paint_band(self, painter: QPainter, band: QRect, theme: Theme) -> None:
        fill = QColor(theme.color("selection"))
        painter.setPen(QPen(fill, 1, Qt.PenStyle.DashLine if self.touching else Qt.PenStyle.SolidLine))
        fill.setAlpha(40)
        painter.setBrush(fill)
        painter.drawRect(band)


def _device(net: NetArrays, frame: Frame, x: float, y: float) -> QPointF:
    return QPointF(x * frame.scale + frame.dx, y * frame.scale + frame.dy)


def _paint_port(painter: QPainter, end: End, net: NetArrays, frame: Frame, color: QColor, theme: Theme) -> None:
    painter.setPen(QPen(color, 2))
    painter.setBrush(theme.color("raised"))
    size = min(max(5 * frame.scale, 4), 9)
    painter.drawEllipse(_device(net, frame, *net.port(end.id, end.side, end.port)), size, size)


def _away_from(net: NetArrays, end: End, reach: float) -> QPointF:
    """The way that a port looks: to the right or the left, unless its node is turned."""
    return QPointF(*shapes.turn(int(net.turn[net.index[end.id]]), reach if end.side == "out" else -reach, 0.0))


def _paint_wire(painter: QPainter, wire: Wire, net: NetArrays, frame: Frame, theme: Theme) -> None:
    color = theme.color("error" if wire.refused else "inhibit" if wire.inhibitory else "accent")
    start = _device(net, frame, *net.port(wire.start.id, wire.start.side, wire.start.port))
    end = _device(net, frame, *wire.to)
    if wire.over is not None and wire.over.id in net.index:
        end = _device(net, frame, *net.port(wire.over.id, wire.over.side, wire.over.port))
    reach = max(abs(end.x() - start.x()) / 2, 24.0)
    away = _away_from(net, wire.start, reach)
    back = -away
    if wire.over is not None and wire.over.id in net.index:
        reach = max(abs(end.y() - start.y()) / 2, reach) if net.turn[net.index[wire.over.id]] % 2 else reach
        back = _away_from(net, wire.over, reach)
    path = QPainterPath(start)
    path.cubicTo(start + away, end + back, end)
    pen = QPen(color, 2.4, Qt.PenStyle.DashLine if wire.inhibitory else Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _paint_port(painter, wire.start, net, frame, color, theme)
    if wire.over is not None and wire.over.id in net.index:
        _paint_port(painter, wire.over, net, frame, color, theme)
    if wire.refused:  # a cross, so that the refusal does not hang on a colour
        for dx, dy in ((6, 6), (6, -6)):
            painter.setPen(QPen(color, 3))
            painter.drawLine(end + QPointF(dx, dy), end - QPointF(dx, dy))
    elif wire.inhibitory:
        painter.setBrush(theme.color("paper"))
        painter.drawEllipse(end, 5, 5)
