"""What is under a point: the fast answer is the plain one, on nets at random, wherever lines are cut short too."""

from __future__ import annotations

import itertools
import math
import random

import numpy as np
import pytest
from PySide6.QtCore import QPointF

import circuitsim as cs
from gui.canvas import hit, visible
from gui.canvas.arrays import NetArrays
from gui.canvas.hit import Drawn
from tests.gui.test_edit_ground import net as random_net


def plainly_node_at(net, x, y):
    """The last node in the document's order whose outline the point is in."""
    found = None
    for k in range(len(net.nodes)):
        dx, dy = abs(float(net.x[k]) - x), abs(float(net.y[k]) - y)
        inside = dx <= net.half_width[k] and dy <= net.half_height[k]
        if inside and (not net.round[k] or math.hypot(dx, dy) <= net.half_width[k]):
            found = k
    return found


def plainly_distance(course, x, y, ends):
    """How far a point is from what is drawn of a course: from every piece, walked along one by one."""
    points = [tuple(map(float, point)) for point in course]
    total = sum(math.dist(a, b) for a, b in itertools.pairwise(points))
    best, along = math.inf, 0.0
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        length = math.dist((ax, ay), (bx, by))
        share = 0.0
        if length:
            share = min(max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length**2, 0), 1)
        at = along + share * length
        if at <= ends or at >= total - ends:
            best = min(best, math.dist((x, y), (ax + share * (bx - ax), ay + share * (by - ay))))
        along += length
    return best


def points_near(net, rng, count):
    """Points of which many lie on something."""
    for _ in range(count):
        if rng.random() < 0.5:
            line = rng.randrange(len(net.curve))
            x, y = net.curve[line, rng.randrange(net.curve.shape[1])].tolist()
        else:
            row = rng.randrange(len(net.nodes))
            x, y = float(net.x[row]), float(net.y[row])
        yield x + rng.uniform(-12, 12), y + rng.uniform(-12, 12)


@pytest.mark.parametrize("seed", range(3))
def test_nodes(qapp, seed):
    net, rng = NetArrays(random_net(60, seed)), random.Random(seed)
    hits = [(hit.node_at(net, x, y), plainly_node_at(net, x, y)) for x, y in points_near(net, rng, 150)]
    assert [fast for fast, _ in hits] == [plain for _, plain in hits]
    assert sum(fast is not None for fast, _ in hits) > 30


@pytest.mark.parametrize("ends", [math.inf, 60.0])
@pytest.mark.parametrize("seed", range(3))
def test_lines(qapp, seed, ends):
    net, rng = NetArrays(random_net(60, seed)), random.Random(seed)
    among = np.array(sorted(rng.sample(range(len(net.curve)), len(net.curve) // 2)))
    found = 0
    for x, y in points_near(net, rng, 120):
        distances = {line: plainly_distance(net.curve[line], x, y, ends) for line in among.tolist()}
        nearest = min(distances.values())
        answer = hit.bundle_at(net, x, y, 6.0, [Drawn(among, ends)])
        if answer is None:
            assert nearest > 6.0 - 1e-6
        else:
            found += 1
            own = min(distances[line] for line in among.tolist() if net.line_bundle[line] == answer)
            assert own == pytest.approx(nearest, abs=1e-6)
    assert 5 < found < 120


def test_a_net_without_lines_is_never_hit(qapp):
    c = cs.Circuit()
    c.add_neuron("n", at=(0, 0))
    net = NetArrays(c)
    assert hit.bundle_at(net, 0, 0, 6.0) is None
    assert hit.node_at(net, 0, 0) == 0


def test_in_a_crowd_a_line_is_hit_where_it_is_drawn(open_window, monkeypatch):
    monkeypatch.setattr(visible, "MANY", 0)
    monkeypatch.setattr(visible, "CROWD", 0.0)
    c = cs.Circuit(timing="unit-delay")
    c.add_neuron("a", at=(0, 0))
    c.add_neuron("b", at=(700, 0))
    c.connect("a", "b")
    canvas = open_window(c).canvas
    canvas.set_zoom(1.0)
    canvas.grab()
    assert [canvas.bundle_at(QPointF(x, 0)) for x in (60, 350, 640)] == [0, None, 0]
    canvas.select("a")
    canvas.grab()
    assert [canvas.bundle_at(QPointF(x, 0)) for x in (60, 350, 640)] == [0, 0, 0]  # a chosen node's lines are whole
