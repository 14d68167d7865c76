"""Pictures of circuits for books: SVG, PDF and PNG. Nothing here touches a widget: a thread may do it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgGenerator

from circuitsim.errors import FileError
from circuitsim.formats.files import write_bytes
from circuitsim.progress import Progress, silent, within
from circuitsim.store import Store
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.files.png import png
from gui.files.print_painter import PrintPainter, whole_bounds
from gui.language import tr

ENDINGS = (".svg", ".pdf", ".png")
SHARPNESS = 3.0
"""Pixels of a PNG for one on the screen: some 290 an inch."""
_MOST_PIXELS = 100e6
_BAND = 4e6  # pixels of a PNG that are painted at once
_A_PIECE = 24  # calls of `progress` in which a piece of an SVG is painted: some 1,200 shapes
_HEAD_ENDS, _ENDS = b"</defs>", b"</svg>"
_POINTS = 72 / 96  # a page is measured in points, a circuit in pixels of 96 an inch


def export(net: NetArrays, path: Path, *, title: str = "", progress: Progress = silent) -> None:
    """Write a picture of a circuit as it is laid out, whole and on white.

    Raises
    ------
    FileError
        Where the ending is none of these three, or the disk does not take the file.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        endings = ", ".join(ENDINGS[:-1])
        text = tr("{path}: a picture is written as {endings} or {last}")
        raise FileError(text.format(path=path, endings=endings, last=ENDINGS[-1]))
    if not net.nodes and not net.notes:
        raise FileError(tr("{path}: there is nothing to draw").format(path=path))
    make = {".svg": _svg, ".pdf": _pdf, ".png": _png}[ending]
    content = make(net, title, within(progress, 0.0, 0.95))
    progress(0.95)
    write_bytes(path, content)


def export_circuit(circuit: Store, path: Path) -> None:
    """Write a picture of a circuit at rest."""
    export(NetArrays(circuit), path, title=circuit.name)


def _size(net: NetArrays) -> QSizeF:
    left, top, right, bottom = whole_bounds(net)
    return QSizeF(math.ceil(right - left), math.ceil(bottom - top))


def _paint_band(net: NetArrays, image: QImage, zoom: float, progress: Progress, start: float, height: float) -> None:
    """Paint a band of the whole that begins `start` below its top."""
    painter = QPainter(image)
    try:
        painter.scale(zoom, zoom)
        _paint_with(painter, net, progress, start, height)
    finally:
        painter.end()


def _paint_with(
    painter: QPainter, net: NetArrays, progress: Progress, start: float = 0.0, height: float = math.inf
) -> None:
    left, top, right, bottom = whole_bounds(net)
    above = math.floor(start)  # whole units, as texts are rounded to them: a letter may lie in two bands
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, above - start)
    frame = Frame(1.0, -left, -top - above, math.ceil(right - left), math.ceil(min(height + 1, bottom - top)))
    PrintPainter(progress).paint(painter, net, frame)


def _svg(net: NetArrays, title: str, progress: Progress) -> bytes:
    pieces = _Pieces(_size(net), title)

    def tell(part: float | None) -> None:
        progress(part)
        pieces.go_on()

    try:
        _paint_with(pieces.painter, net, tell)
    finally:
        pieces.painter.end()
    return pieces.joined()


class _Pieces:
    """A drawing in SVG, made in pieces.

    Qt keeps a whole piece in one growing string, and holds the lock of the interpreter, and with it the event loop,
    whenever that string has to move and when it is written.
    """

    def __init__(self, size: QSizeF, title: str) -> None:
        self._size, self._title = size, title
        self._made: list[QByteArray] = []
        self._kept: list[object] = []
        self._calls = 0
        self.painter = QPainter(self._generator())

    def go_on(self) -> None:
        """Go on in another piece, with the painter as it is, where this one has become long."""
        self._calls += 1
        if self._calls % _A_PIECE:
            return
        painter = self.painter
        pen, brush, font, hints = painter.pen(), painter.brush(), painter.font(), painter.renderHints()
        transform, opacity = painter.worldTransform(), painter.opacity()
        painter.end()
        painter.begin(self._generator())
        painter.setRenderHints(hints)
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.setFont(font)
        painter.setWorldTransform(transform)
        painter.setOpacity(opacity)

    def joined(self) -> bytes:
        """The drawing, after the painter has ended."""
        first, *others = (piece.data() for piece in self._made)
        inner = [piece[piece.index(_HEAD_ENDS) + len(_HEAD_ENDS) : piece.rindex(_ENDS)] for piece in others]
        at = first.rindex(_ENDS)
        return b"".join([first[:at], *inner, first[at:]])

    def _generator(self) -> QSvgGenerator:
        content = QByteArray()
        buffer = QBuffer(content)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(96)
        generator.setSize(self._size.toSize())
        generator.setViewBox(QRectF(0, 0, self._size.width(), self._size.height()))
        generator.setTitle(self._title)
        self._made.append(content)
        self._kept = [buffer, generator]  # for as long as the painter paints on it
        return generator


def _pdf(net: NetArrays, title: str, progress: Progress) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    size = _size(net)
    page = QPageSize(size * _POINTS, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(1200)
    _Page(net, size, progress).print_to(writer)
    buffer.close()
    return content.data()


class _Page(QPyTextObject):
    """A circuit as the one letter of a document.

    To finish a large PDF takes a while, in which `QPainter.end` holds the lock of the interpreter and with it the
    event loop. The print of a document does not.
    """

    def __init__(self, net: NetArrays, size: QSizeF, progress: Progress) -> None:
        super().__init__()
        self._net, self._size, self._progress = net, size, progress
        self._error: BaseException | None = None

    def print_to(self, writer: QPdfWriter) -> None:
        """Paint the circuit on a page of its size."""
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setPageSize(self._size)
        kind = QTextFormat.ObjectTypes.UserObject.value
        document.documentLayout().registerHandler(kind, self)
        letter = QTextCharFormat()
        letter.setObjectType(kind)
        QTextCursor(document).insertText("\N{OBJECT REPLACEMENT CHARACTER}", letter)
        document.print_(writer)
        if self._error is not None:
            raise self._error

    def intrinsicSize(self, document: QTextDocument, position: int, letter: QTextFormat) -> QSizeF:
        """The whole page."""
        return self._size

    def drawObject(
        self, painter: QPainter, room: QRectF, document: QTextDocument, position: int, letter: QTextFormat
    ) -> None:
        """Paint the circuit. An error cannot pass through what calls this: it is raised afterwards."""
        try:
            _paint_with(painter, self._net, self._progress)
        except BaseException as error:
            self._error = error


def _png(net: NetArrays, title: str, progress: Progress) -> bytes:
    size = _size(net)
    zoom = min(SHARPNESS, math.sqrt(_MOST_PIXELS / (size.width() * size.height())))
    width, height = int(size.width() * zoom), int(size.height() * zoom)
    bands = _bands(net, width, height, zoom, progress)
    return png(width, height, bands, title=title, dots_per_metre=round(zoom * 96 / 0.0254))


def _bands(net: NetArrays, width: int, height: int, zoom: float, progress: Progress) -> Iterator[NDArray[np.uint8]]:
    rows = max(16, int(_BAND / width))
    for start in range(0, height, rows):
        progress(start / height)
        image = QImage(width, min(rows, height - start), QImage.Format.Format_RGB32)
        if image.isNull():
            raise FileError(tr("the picture would be too large for a PNG: export it as SVG or PDF"))
        image.fill(0xFFFFFFFF)
        _paint_band(net, image, zoom, lambda _: progress(None), start / zoom, image.height() / zoom)
        plain = image.convertToFormat(QImage.Format.Format_RGB888)
        lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
        yield lines[:, : 3 * width].reshape(plain.height(), width, 3)
