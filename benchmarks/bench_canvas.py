"""The canvas at 10,000 nodes and 30,000 edges, in CPU time, beside a QGraphicsScene that paints item by item.

Run: python benchmarks/bench_canvas.py [nodes]
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsScene, QGraphicsView, QWidget

import circuitsim as cs
from gui.app import application
from gui.canvas import hit
from gui.canvas.view import CanvasView
from gui.document import Document
from gui.run import Run

REPEATS = 7
SIZE = (1600, 900)


def grid(count: int, seed: int = 0) -> cs.Circuit:
    """A jittered grid of neurons with three edges each, four fifths of them to neighbours, a fifth inhibitory."""
    rng = random.Random(seed)
    side = int(count**0.5)
    c = cs.Circuit(timing="unit-delay")
    for k in range(count):
        at = (k % side * 150 + rng.randrange(-20, 20), k // side * 110 + rng.randrange(-20, 20))
        c.add_neuron(f"n{k}", threshold=1, at=at)
    for k in range(3 * count):
        source, target = k // 3, rng.randrange(count)
        if rng.random() < 0.8:
            target = min(max(source + rng.randrange(-2, 3) + side * rng.randrange(-2, 3), 0), count - 1)
        c.connect(f"n{source}", f"n{target}", kind="inhibitory" if rng.random() < 0.2 else "excitatory")
    return c


def median(act: Callable[[int], object], repeats: int = REPEATS) -> float:
    """Milliseconds of CPU time that a call takes."""
    taken = []
    for number in range(repeats):
        start = time.process_time()
        act(number)
        taken.append((time.process_time() - start) * 1e3)
    return sorted(taken)[repeats // 2]


class Canvas:
    """What is measured of the canvas."""

    def __init__(self, circuit: cs.Circuit) -> None:
        self._document = Document()
        self._run = Run(self._document)
        self.view = CanvasView(self._document, self._run)
        self.view.resize(*SIZE)
        self.view.show()
        self._document.show(circuit)
        self._rng = np.random.default_rng(0)
        application().processEvents()
        self.paint()

    def paint(self) -> None:
        """Paint now."""
        self.view.viewport().repaint()

    def live(self, _: int) -> None:
        """Other values, half of them active."""
        self._run.values[:] = self._rng.random(len(self._run.values)) < 0.5
        self.view.lighting.show()
        self.paint()

    def uncached(self, number: int) -> None:
        """Another theme object forgets all that is kept."""
        self.view.set_theme(self.view.theme)
        self.paint()

    def pan(self, _: int) -> None:
        """Push by a few pixels."""
        self.view.pan(QPoint(3, 2))
        self.paint()

    def band(self, number: int) -> None:
        """Select half of the nodes, as a rubber band does."""
        net = self.view.net
        rows = hit.nodes_inside(net, -1e6, -1e6, float(net.x.max()) / 2 + number * 20, 1e6)
        self.view.selection.restore(None, rows)
        self.paint()

    def hit(self, number: int) -> None:
        """What is under the pointer: nodes, then lines."""
        at = self.view.mapToScene(QPoint(700 + 9 * number, 400))
        hit.node_at(self.view.net, at.x(), at.y())
        self.view.bundle_at(at)

    def drag(self, count: int) -> float:
        """A step of dragging some nodes of the middle."""
        net = self.view.net
        centre = self.view.mapToScene(self.view.viewport().rect().center())
        rows = np.argsort(np.hypot(net.x - centre.x(), net.y - centre.y()))[:count]
        self.view.show_moved(rows, 10.0, 0.0)
        self.paint()
        result = median(lambda _: (self.view.show_moved(rows, 10.0, 0.0), self.paint()))
        self.view.show_moved(rows, -10.0 * (REPEATS + 1), 0.0)
        self.view.put_down()
        self.paint()
        return result


class Neuron(QGraphicsItem):
    """A node of the peer."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        """The circle and its ring."""
        return QRectF(-22, -22, 44, 44)

    def paint(self, painter: QPainter, option: object, widget: QWidget | None = None) -> None:
        """A circle with its threshold."""
        painter.setPen(QPen(Qt.GlobalColor.black, 1.5))
        painter.setBrush(Qt.GlobalColor.blue if self.data(0) else Qt.GlobalColor.white)
        painter.drawEllipse(QPointF(0, 0), 20, 20)
        painter.drawText(QRectF(-20, -20, 40, 40), Qt.AlignmentFlag.AlignCenter, "1")


class Peer:
    """The same net with an item for each node and edge, as most editors have it."""

    def __init__(self, canvas: CanvasView) -> None:
        net = canvas.net
        self._scene = QGraphicsScene()
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._nodes = []
        for x, y in zip(net.x.tolist(), net.y.tolist(), strict=True):
            node = Neuron()
            node.setPos(x, y)
            self._scene.addItem(node)
            self._nodes.append(node)
        for curve in net.curve[:, ::8].tolist():
            path = QPainterPath(QPointF(*curve[0]))
            for x, y in curve[1:]:
                path.lineTo(x, y)
            self._scene.addItem(QGraphicsPathItem(path))
        self.view = QGraphicsView(self._scene)
        self.view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.view.resize(*SIZE)
        self.view.setTransform(canvas.transform())
        self.view.show()
        application().processEvents()

    def live(self, number: int) -> None:
        """Other values, half of them active."""
        for k, node in enumerate(self._nodes):
            node.setData(0, (k + number) % 2)
        self.view.viewport().repaint()


def main(count: int) -> None:
    """Print the table."""
    application()
    circuit = grid(count)
    start = time.process_time()
    canvas = Canvas(circuit)
    print(f"{count:,} nodes, {3 * count:,} edges; milliseconds of CPU time, median of {REPEATS}")
    print(f"{'open and first paint, compiled':34}{(time.process_time() - start) * 1e3:9.1f}")
    print(f"{'':34}{'fit-all':>9}{'1:1':>9}")
    rows: dict[str, list[float]] = {}
    for scale in (None, 1.0):
        canvas.view.fit()
        if scale is not None:
            canvas.view.set_zoom(scale)
        canvas.paint()
        for name, act in (
            ("live frame, half active", canvas.live),
            ("full repaint, nothing kept", canvas.uncached),
            ("pan", canvas.pan),
            ("rubber band", canvas.band),
            ("hit test", canvas.hit),
        ):
            rows.setdefault(name, []).append(median(act))
        canvas.view.selection.choose()
        for moved in (1, 1000):
            rows.setdefault(f"drag {moved:,}", []).append(canvas.drag(moved))
        peer = Peer(canvas.view)
        rows.setdefault("live frame, an item for each", []).append(median(peer.live, 3))
    for name, (whole, close) in rows.items():
        print(f"{name:34}{whole:9.1f}{close:9.1f}")
    ours, theirs = rows["live frame, half active"], rows["live frame, an item for each"]
    print(f"{'times faster than items':34}{theirs[0] / ours[0]:9.1f}{theirs[1] / ours[1]:9.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
