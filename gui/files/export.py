"""Pictures of circuits for books: SVG, PDF and PNG."""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from circuitsim.errors import FileError
from circuitsim.formats.files import write_bytes
from circuitsim.store import Store
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.files.print_painter import PrintPainter, whole_bounds
from gui.language import tr

ENDINGS = (".svg", ".pdf", ".png")
SHARPNESS = 3.0
"""Pixels of a PNG for one on the screen: some 290 an inch."""
_MOST_PIXELS = 100e6
_POINTS = 72 / 96  # a page is measured in points, a circuit in pixels of 96 an inch


def export(net: NetArrays, path: Path, *, title: str = "") -> None:
    """Write a picture of a circuit as it is laid out, whole and on white.

    Raises
    ------
    FileError
        Where the ending is none of these three, or the disk does not take the file.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise FileError(tr("{path}: a picture is written as .svg, .pdf or .png").format(path=path))
    if not net.nodes and not net.notes:
        raise FileError(tr("{path}: there is nothing to draw").format(path=path))
    make = {".svg": _svg, ".pdf": _pdf, ".png": _png}[ending]
    write_bytes(path, make(net, title))


def export_circuit(circuit: Store, path: Path) -> None:
    """Write a picture of a circuit at rest."""
    export(NetArrays(circuit), path, title=circuit.name)


def _size(net: NetArrays) -> QSizeF:
    left, top, right, bottom = whole_bounds(net)
    return QSizeF(math.ceil(right - left), math.ceil(bottom - top))


def _paint(net: NetArrays, device: QPaintDevice, zoom: float) -> None:
    left, top, right, bottom = whole_bounds(net)
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    frame = Frame(1.0, -left, -top, math.ceil(right - left), math.ceil(bottom - top))
    PrintPainter().paint(painter, net, frame)
    painter.end()


def _svg(net: NetArrays, title: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    size = _size(net)
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    _paint(net, generator, 1.0)
    return content.data()


def _pdf(net: NetArrays, title: str) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    page = QPageSize(_size(net) * _POINTS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(1200)
    _paint(net, writer, 1200 / 96)
    buffer.close()
    return content.data()


def _png(net: NetArrays, title: str) -> bytes:
    size = _size(net)
    zoom = min(SHARPNESS, math.sqrt(_MOST_PIXELS / (size.width() * size.height())))
    image = QImage(QSize(int(size.width() * zoom), int(size.height() * zoom)), QImage.Format.Format_RGB32)
    if image.isNull():
        raise FileError(tr("the picture would be too large for a PNG: export it as SVG or PDF"))
    image.fill(0xFFFFFFFF)
    image.setText("Title", title)
    image.setDotsPerMeterX(round(zoom * 96 / 0.0254))
    image.setDotsPerMeterY(round(zoom * 96 / 0.0254))
    _paint(net, image, zoom)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    return content.data()
