"""What is kept of a painting looks like what would be painted anew, whatever was done, in every detail and sharpness.

A walk at random pushes and zooms the view, carries nodes about and puts them down, selects, and changes values;
after each step a painter that has kept nothing paints the same.
"""

from __future__ import annotations

import random

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from gui.canvas import kept_painter, visible
from gui.canvas.arrays import NetArrays
from gui.canvas.frame import Frame
from gui.canvas.kept_painter import KeptPainter
from gui.theme import LIGHT
from tests.gui.test_edit_ground import net as random_net

FLIPS = 5e-4  # of all pixels: a stroke that is not smoothed may fall to either of two that it runs between
SHADES = 8  # the same smooth stroke, drawn at two places of a larger picture, may differ by that much of 255
SIZE = 330, 240

DETAILS = {
    # what a net is by its numbers: many lines, most that are whole, pieces that are smooth, few that are whole anyway
    "smooth": {"MANY": 10**6, "MOST": 10**6, "SMOOTH": 10**6},
    "sharp": {"MANY": 10**6, "MOST": 10**6, "SMOOTH": 0},
    "ends": {"MANY": 0, "MOST": 10**6, "SMOOTH": 10**6},
}


def pixels(image):
    return (
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3].astype(np.int16)
    )


class Walk:
    """A net, a view of it, and a painter that has kept what it painted on the way."""

    def __init__(self, seed, scale, ratio):
        self.rng = random.Random(seed)
        self.net = NetArrays(random_net(80, seed))
        self.painter, self.layout = KeptPainter(LIGHT), 0
        self.scale, self.ratio = scale, ratio
        self.x, self.y = -300, -120
        self._values(0.5)

    def _values(self, share):
        net = self.net
        net.active[:] = [self.rng.random() < share for _ in net.nodes]
        net.amount[:] = net.active
        net.bundle_active[:] = net.active[net.bundle_source]

    def rows(self, count):
        return np.array(sorted(self.rng.sample(range(len(self.net.nodes)), count)), np.intp)

    def steps(self):
        """Everything that can be done, a few times each, in an order of its own."""
        acts = (
            [self.push] * 5
            + [self.leap] * 2
            + [self.carry] * 5
            + [self.put_down] * 2
            + [self.select] * 3
            + [self.tick] * 2
        )
        self.rng.shuffle(acts)
        for act in acts:
            act()
            yield act.__name__

    def push(self):
        self.x += self.rng.randint(-40, 40)
        self.y += self.rng.randint(-40, 40)

    def leap(self):
        self.x, self.y = self.rng.randint(-1500, 100), self.rng.randint(-400, 100)

    def carry(self):
        net = self.net
        rows = np.flatnonzero(net.carried)
        if not len(rows):
            rows = self.rows(self.rng.choice([1, 3, 60]))
            lines = net.lines_at(rows)
            self.painter.touch(np.concatenate((net.box[lines], net.node_boxes(rows))))
            net.lifted[lines], net.carried[rows] = True, True
        net.move(rows, float(self.rng.randint(-30, 30)), float(self.rng.randint(-30, 30)))

    def put_down(self):
        net = self.net
        lines, nodes = np.flatnonzero(net.lifted), np.flatnonzero(net.carried)
        self.painter.touch(np.concatenate((net.box[lines], net.node_boxes(nodes))))
        net.lifted[:], net.carried[:] = False, False
        net.moves += 1

    def select(self):
        self.net.selected[:] = False
        self.net.selected[self.rows(self.rng.choice([0, 1, 5, 70]))] = True
        self.net.bundle_selected[:] = [self.rng.random() < 0.05 for _ in self.net.bundles]

    def tick(self):
        self._values(self.rng.choice([0.0, 0.1, 0.5, 1.0]))

    def paint(self, painter):
        width, height = SIZE
        image = QImage(round(width * self.ratio), round(height * self.ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        image.fill(0xFFFF00FF)
        inner = QPainter(image)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.setClipRect(0, 0, width, height)
        shift = 1 / self.ratio  # the view is pushed by pixels of the screen
        frame = Frame(self.scale, self.x * shift, self.y * shift, width, height, self.ratio)
        painter.paint(inner, self.net, frame, (self.layout, id(self.net)))
        inner.end()
        return pixels(image)


@pytest.mark.parametrize("detail", DETAILS)
@pytest.mark.parametrize(("scale", "ratio"), [(0.08, 1.0), (0.2, 1.0), (0.4, 2.0), (0.6, 1.0), (1.0, 1.0), (1.0, 1.5)])
def test_a_walk(qapp, monkeypatch, detail, scale, ratio):
    for name, value in DETAILS[detail].items():
        monkeypatch.setattr(visible, name, value)
    monkeypatch.setattr(kept_painter, "_FEW", 12)
    walk = Walk(f"{detail} {scale}", scale, ratio)
    done = []
    for act in walk.steps():
        done.append(act)
        kept, fresh = walk.paint(walk.painter), walk.paint(KeptPainter(LIGHT))
        differs = np.abs(kept - fresh).max(2) > SHADES
        assert differs.mean() <= FLIPS, done
        assert not (fresh == (255, 0, 255)).all(2).any(), "something was left out"


def test_the_details_are_what_they_are_called(qapp, monkeypatch):
    found = {}
    for name, numbers in DETAILS.items():
        for key, value in numbers.items():
            monkeypatch.setattr(visible, key, value)
        walk = Walk(0, 1.0, 1.0)
        seen = visible.Visible(walk.net, Frame(1.0, -300, -120, *SIZE), np.arange(len(walk.net.line_bundle)))
        found[name] = seen.detail[1:]
    assert found == {"smooth": (True, True), "sharp": (False, True), "ends": (True, False)}


def test_the_measure_is_not_blind(qapp):
    walk = Walk(0, 1.0, 1.0)
    walk.paint(walk.painter)
    shown = walk.net.index["n24"]
    walk.net.x[shown] += 30  # without a word to the painter
    kept, fresh = walk.paint(walk.painter), walk.paint(KeptPainter(LIGHT))
    assert (np.abs(kept - fresh).max(2) > SHADES).mean() > FLIPS


def test_pushing_and_zooming_a_window(open_window):
    window = open_window(random_net(300))
    canvas, rng = window.canvas, random.Random(1)
    for _ in range(30):
        if rng.random() < 0.25:
            canvas.zoom(rng.choice([0.5, 0.8, 1.25, 2.0]))
        canvas.pan(QPoint(rng.randint(-90, 90), rng.randint(-90, 90)))
        kept = pixels(canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        canvas.set_theme(canvas.theme)
        fresh = pixels(canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
        assert (np.abs(kept - fresh).max(2) > SHADES).mean() <= FLIPS
