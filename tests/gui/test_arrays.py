"""The circuit as arrays: synapses counted, places found, lines and names that keep clear of each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.canvas import hit, shapes
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY, NEGATIVE


def fan(*counts, inhibit=0):
    c = cs.Circuit()
    c.add_input("a")
    c.add_neuron("n", threshold=1)
    for count in counts:
        c.connect("a", "n", count=count)
    if inhibit:
        c.inhibit("a", "n", count=inhibit)
    return NetArrays(c)


@pytest.mark.parametrize(
    ("counts", "total", "lines", "text"),
    [
        ((1,), 1, 1, ""),
        ((3,), 3, 3, ""),
        ((1, 1), 2, 2, ""),
        ((2, 1), 3, 3, ""),
        ((4,), 4, 1, "×4"),
        ((2, 3), 5, 1, "×5"),
    ],
)
def test_parallel_synapses_lie_side_by_side_or_are_counted(counts, total, lines, text):
    net = fan(*counts)
    (bundle,) = net.bundles
    assert (bundle.count, len(net.line_bundle), bundle.text) == (total, lines, text)
    assert len({tuple(end) for end in net.curve[:, -1].tolist()}) == lines


def test_inhibitory_synapses_are_bundles_of_their_own():
    net = fan(2, inhibit=1)
    assert sorted((bundle.style, bundle.count) for bundle in net.bundles) == [(1, 2), (INHIBITORY, 1)]


def test_every_weight_stands_on_its_own_line():
    c = cs.Circuit()
    c.add_input("a")
    c.add_tlu("t")
    for weight in (0.5, -2.0):
        c.connect("a", "t", weight=weight)
    net = NetArrays(c)
    assert [text for _, text, _, _ in net.bundle_labels] == ["0.5", "−2"]
    assert [bundle.style == NEGATIVE for bundle in net.bundles] == [False, True]
    assert net.line_width[1] > net.line_width[0]


def test_ends_at_a_neuron_do_not_overlap():
    c = cs.Circuit()
    c.add_neuron("n")
    for k in range(5):
        c.connect(c.add_input(f"i{k}"), "n")
    heights = np.sort(NetArrays(c).curve[:, -1, 1])
    assert np.diff(heights).min() >= 8


def test_arrivals_are_in_the_order_of_their_sources():
    c = cs.Circuit()
    c.add_neuron("n", at=(200, 0))
    for k, y in enumerate((300, -300, 0)):
        c.connect(c.add_input(f"i{k}", at=(0, y)), "n")
    net = NetArrays(c)
    assert np.argsort(net.curve[:, -1, 1]).tolist() == [1, 2, 0]


def test_nodes_without_a_place_get_one_and_the_document_stays():
    c = cs.Circuit()
    a, b = c.add_input("a"), c.add_input("b")
    n = c.add_neuron("n")
    c.connect(a, n)
    c.connect(b, n)
    c.connect(n, n)
    c.add_output("y", n)
    before = write_json(c)
    one, two = NetArrays(c), NetArrays(c)
    assert write_json(c) == before
    assert one.x.tolist() == two.x.tolist()
    assert one.x[0] == one.x[1] < one.x[2] < one.x[3]
    assert len(set(zip(one.x.tolist(), one.y.tolist(), strict=True))) == 4


def test_a_loop_of_neurons_gets_places_too():
    c = cs.Circuit(timing="unit-delay")
    for k in range(4):
        c.add_neuron(f"n{k}")
    for k in range(4):
        c.connect(f"n{k}", f"n{(k + 1) % 4}")
    net = NetArrays(c)
    assert len(set(zip(net.x.tolist(), net.y.tolist(), strict=True))) == 4


def test_lines_leave_to_the_right_and_arrive_from_the_left():
    c = cs.Circuit(timing="unit-delay")
    for k, at in enumerate(((0, 0), (200, 80), (100, -120))):
        c.add_neuron(f"n{k}", at=at)
    for pair in ((0, 1), (1, 0), (1, 2), (2, 2)):
        c.connect(*(f"n{k}" for k in pair))
    steps = np.diff(NetArrays(c).curve, axis=1)
    for step in (steps[:, 0], steps[:, -1]):
        assert (step[:, 0] > 0).all()
        assert (np.abs(step[:, 1]) < 0.6 * step[:, 0]).all()


def test_a_line_goes_round_a_node_in_its_way():
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("between", at=(150, 0))
    c.add_output("y", "a", at=(300, 0))
    net = NetArrays(c)
    row = net.index["between"]
    points = net.curve[0]
    assert np.hypot(points[:, 0] - net.x[row], points[:, 1] - net.y[row]).min() > net.half_width[row]


@pytest.mark.parametrize("name", cs.examples())
def test_no_node_or_name_covers_another_in_the_examples(name):
    net = NetArrays(cs.example(name))
    labels = np.flatnonzero([bool(label.text) for label in net.labels])
    boxes = np.concatenate((net.node_boxes(), net.label_boxes()[labels]))
    owner = np.concatenate((np.arange(len(net.nodes)), labels))
    wide = np.minimum(boxes[:, None, 2], boxes[:, 2]) - np.maximum(boxes[:, None, 0], boxes[:, 0])
    high = np.minimum(boxes[:, None, 3], boxes[:, 3]) - np.maximum(boxes[:, None, 1], boxes[:, 1])
    covered = (wide > 2) & (high > 2) & (owner[:, None] < owner)
    pairs = [(net.nodes[owner[i]].id, net.nodes[owner[j]].id) for i, j in np.argwhere(covered)]
    assert pairs == []


def test_parallel_lines_go_round_side_by_side():
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("between", at=(150, 0))
    c.add_neuron("n", at=(300, 0))
    c.connect("a", "n", count=3)
    middle = NetArrays(c).curve[:, 20, 1]
    assert np.abs(middle).min() > 20
    assert np.diff(np.sort(middle)).tolist() == pytest.approx([6, 6], abs=1.5)


WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))
AROUND = ((160, 0), (160, 120), (0, 160), (-160, 100), (-160, 0), (-120, -130), (0, -160), (160, -120), (70, 40))


def turned(first, second, away, between=()):
    """Two synapses of either kind between neurons that are turned by right angles."""
    c = cs.Circuit(timing="unit-delay")
    c.add_neuron("a", at=(0, 0, 90 * first))
    c.add_neuron("b", at=(*away, 90 * second))
    c.connect("a", "b", count=2)
    c.inhibit("a", "b")
    for k, at in enumerate(between):
        c.add_neuron(f"m{k}", at=at)
    return NetArrays(c)


def densely(course):
    """Points of a course that lie close together."""
    return np.concatenate([np.linspace(one, other, 20) for one, other in pairwise(course)])


def distances(one, other):
    """How far each point of a course is from another course."""
    start, step = other[:-1], np.diff(other, axis=0)
    to = one[:, None] - start
    part = np.clip((to * step).sum(2) / np.maximum((step**2).sum(1), 1e-9), 0, 1)
    return np.hypot(*np.moveaxis(to - part[..., None] * step, 2, 0)).min(1)


@pytest.mark.parametrize("away", AROUND[:-1], ids=str)
@pytest.mark.parametrize("second", range(4))
@pytest.mark.parametrize("first", range(4))
def test_lines_at_turned_nodes_leave_and_arrive_as_the_ports_look(first, second, away):
    net = turned(first, second, away)
    steps = np.diff(net.curve, axis=1)
    for step, way in ((steps[:, 0], WAYS[first]), (steps[:, -1], WAYS[second])):
        along = step @ np.array(way)
        assert (along > 0.5 * np.hypot(*step.T)).all()
    for row in range(2):  # a line ends short of its nodes, and runs through none
        for line in range(len(net.curve)):
            dense = densely(net.curve[line])
            assert np.hypot(dense[:, 0] - net.x[row], dense[:, 1] - net.y[row]).min() > net.half_width[row] - 2
    inhibits = int(np.flatnonzero(net.line_style == INHIBITORY)[0])
    head = net.curve[inhibits, -1] + np.array(WAYS[second]) * shapes.HEAD
    gap = np.hypot(head[0] - net.x[1], head[1] - net.y[1]) - net.half_width[1]
    assert 0 < gap < 4  # the circle of an inhibitory line touches the side of the node that the port is on


@pytest.mark.parametrize("away", AROUND[:-1], ids=str)
@pytest.mark.parametrize(("first", "second"), [(0, 1), (1, 0), (0, 2), (1, 3), (3, 2), (2, 1)])
def test_parallel_synapses_at_turned_nodes_lie_side_by_side(first, second, away):
    net = turned(first, second, away)
    one, other = net.curve[net.line_style != INHIBITORY]
    apart = distances(one[2:-2], other)
    assert apart.min() > 1.5
    assert apart.max() < 16


@pytest.mark.parametrize("second", range(4))
@pytest.mark.parametrize("first", range(4))
def test_lines_at_turned_nodes_go_round_a_node_in_their_way(first, second):
    for away, between in (((320, 0), (160, 0)), ((0, 320), (0, 160)), ((300, 200), (150, 100)), ((-300, 0), (-150, 0))):
        net = turned(first, second, away, [between])
        row = net.index["m0"]
        for course in net.curve:
            dense = densely(course)
            assert np.hypot(dense[:, 0] - net.x[row], dense[:, 1] - net.y[row]).min() > net.half_width[row]


def test_a_turned_loop_goes_out_and_comes_back_as_its_port_looks():
    for quarter in range(4):
        c = cs.Circuit(timing="unit-delay")
        c.add_neuron("n", at=(0, 0, 90 * quarter))
        c.connect("n", "n")
        (course,) = NetArrays(c).curve
        for step in (course[1] - course[0], course[-1] - course[-2]):
            assert step @ np.array(WAYS[quarter]) > 0.5 * np.hypot(*step)


def test_a_large_net_of_turned_nodes_is_laid_as_plainly_as_any(monkeypatch):
    monkeypatch.setattr("gui.canvas.routes._TRIES", 0)
    for first in range(4):
        for second in range(4):
            net = turned(first, second, (160, 120))
            steps = np.diff(net.curve, axis=1)
            for step, way in ((steps[:, 0], WAYS[first]), (steps[:, -1], WAYS[second])):
                assert (step @ np.array(way) > 0.5 * np.hypot(*step.T)).all()


def test_notes_are_kept_clear_of():
    c = cs.Circuit()
    c.add_note("a note that is long enough", 60, -10)
    c.add_input("a", at=(0, 0))
    c.add_output("y", "a", at=(300, 0))
    net = NetArrays(c)
    inside = (net.curve[0, :, 0] > 60) & (net.curve[0, :, 0] < 200) & (np.abs(net.curve[0, :, 1]) < 4)
    assert not inside.any()
    c.add_input("loose")
    assert NetArrays(c).y[2] > 60


def test_hits():
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(200, 0))
    c.connect("a", "n")
    net = NetArrays(c)
    assert hit.node_at(net, 1, -3) == 0
    assert hit.node_at(net, 200 + 18, 18) is None  # the corner of a circle's box
    assert hit.node_at(net, 0 + 17, 17) == 0
    assert hit.bundle_at(net, 100, 3, 6) == 0
    assert hit.bundle_at(net, 100, 9, 6) is None
    assert hit.nodes_inside(net, -30, -30, 30, 30).tolist() == [0]


def test_a_subcircuit_has_its_ports_below_each_other():
    inner = cs.Circuit()
    for id in ("p", "q"):
        inner.add_input(id)
    inner.add_output("r", "p")
    c = cs.Circuit()
    c.define("box", inner)
    c.add_subcircuit("s", of="box", at=(0, 0))
    for port in ("p", "q"):
        c.connect(c.add_input(f"to_{port}"), "s", to_port=port)
    c.add_output("y", "s", from_port="r")
    net = NetArrays(c)
    ends = net.curve[:2, -1, 1]
    assert ends[1] - ends[0] == shapes.PORT_PITCH
    assert net.port("s", "in", "q")[1] == ends[1]
    assert net.port("s", "out", "r")[1] == net.curve[2, 0, 1]
