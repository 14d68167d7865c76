"""The canvas at 10,000 nodes and 30,000 edges, in CPU time, beside a QGraphicsScene that paints item by item.

Run: python benchmarks/bench_canvas.py
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

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


GOALS = {
    "live frame, half active": 8,
    "full repaint, nothing kept": 20,
    "pan": 2,
    "rubber band": 8,
    "hit test": 0.5,
    "drag 1": 4,
    "drag 1,000": 12,
}
"""Milliseconds of CPU time at 10,000 nodes, at any scale."""


def at_every_scale(canvas: Canvas) -> dict[str, list[float]]:
    """Each thing that is measured, with the whole net in sight and at 1:1."""
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
    return rows


def resident() -> float:
    """MiB of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def large() -> None:
    """One row for a net that is five times as large; in a process of its own."""
    application()
    canvas = Canvas(grid(50_000))
    canvas.view.fit()
    canvas.paint()
    whole = median(canvas.live)
    canvas.view.set_zoom(1.0)
    canvas.paint()
    print(f"{'live frame at 50,000 nodes':34}{whole:9.1f}{median(canvas.live):9.1f}{16:9}")


def start() -> None:
    """From the start of a process to its first window; as installed, with the bytecode of an earlier start."""
    code = (
        "import os, sys; from gui.app import application, create_window; app = application(); "
        "window = create_window(); window.show(); app.processEvents(); sys.stdout.flush(); os._exit(0)"
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken = []
    with tempfile.TemporaryDirectory() as kept:
        environment["PYTHONPYCACHEPREFIX"] = kept
        for _ in range(REPEATS + 1):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, "-c", code], env=environment, check=True, stderr=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            taken.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3)
    print(f"{'process start to first window':34}{statistics.median(taken[1:]):9.0f}{'':9}{800:9}")


def main() -> None:
    """Print the table."""
    application()
    circuit = grid(10_000)
    compiling = median(lambda _: cs.Simulator(circuit), 3)  # what the window makes of it
    before, began = resident(), time.process_time()
    canvas = Canvas(circuit)
    first = (time.process_time() - began) * 1e3 - compiling
    added = resident() - before
    print(f"10,000 nodes, 30,000 edges; milliseconds of CPU time, median of {REPEATS}")
    print(f"{'':34}{'fit-all':>9}{'1:1':>9}{'goal':>9}")
    rows = at_every_scale(canvas)
    for name, (whole, close) in rows.items():
        print(f"{name:34}{whole:9.1f}{close:9.1f}{GOALS.get(name, ''):>9}")
    ours, theirs = rows["live frame, half active"], rows["live frame, an item for each"]
    print(f"{'times faster than items':34}{theirs[0] / ours[0]:9.1f}{theirs[1] / ours[1]:9.1f}")
    print(f"{'open and first paint':34}{first:9.0f}{'':9}{300:9}")
    print(f"{'compiling, beside it':34}{compiling:9.0f}")
    print(f"{'memory added, MiB':34}{added:9.0f}{'':9}{80:9}", flush=True)
    subprocess.run([sys.executable, __file__, "large"], check=True, stderr=subprocess.DEVNULL)
    start()


if __name__ == "__main__":
    large() if sys.argv[1:] == ["large"] else main()
