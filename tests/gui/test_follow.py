"""An edit taken over row by row leaves the arrays that building anew would make."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import circuitsim as cs
from gui.canvas import follow as room
from gui.canvas import routes
from gui.canvas.arrays import NetArrays

COLUMNS = (
    "code", "round", "turn", "own_width", "own_height", "half_width", "half_height", "label_dx", "label_dy",
    "label_width", "label_align", "x", "y", "bundle_source", "bundle_target", "line_bundle",
    "line_source", "line_target", "line_style", "line_width", "line_key", "in_offset", "curve", "box",
    "port_node", "port_out", "port_y",
)  # fmt: skip
ACTS = ("add", "connect", "edge", "place", "set", "rename", "remove", "disconnect", "note")
KINDS = ("input", "bias", "neuron", "tlu", "delay", "output", "subcircuit")


@pytest.fixture(autouse=True)
def every_circuit_is_large(monkeypatch):
    monkeypatch.setattr(routes, "_TRIES", -1)
    monkeypatch.setattr(room, "_LARGEST_SHARE", 0)


def start():
    inner = cs.Circuit()
    inner.connect(inner.add_input("in"), inner.add_neuron("n"))
    inner.add_output("out", "n")
    c = cs.Circuit(timing="unit-delay")
    c.define("box", inner)
    for k in range(4):
        c.add_neuron(f"n{k}", at=(120 * k, 40 * (k % 2)))
    c.connect("n0", "n1")
    c.connect("n1", "n2", count=3)
    return c


def edit(c, data):
    """One random edit; one that the circuit refuses changes nothing."""
    ids = list(c.nodes)
    pick = st.sampled_from(ids)
    try:
        act = data.draw(
            st.sampled_from(["add", "connect", "edge", "place", "set", "rename", "remove", "disconnect", "note"])
        )
        if act == "add" or not ids:
            kind = data.draw(st.sampled_from(KINDS))
            at = data.draw(st.tuples(st.integers(-300, 300), st.integers(-300, 300), st.sampled_from((0, 90, 180))))
            c.add(kind, at=at, **({"of": "box"} if kind == "subcircuit" else {}))
        elif act == "connect":
            source, target = data.draw(pick), data.draw(pick)
            kinds = c.node(source).kind, c.node(target).kind
            more = {"from_port": "out"} if kinds[0] == "subcircuit" else {}
            if kinds[1] == "subcircuit":
                more["to_port"] = "in"
            if kinds[1] == "neuron":
                more |= {
                    "count": data.draw(st.integers(1, 5)),
                    "kind": data.draw(st.sampled_from(["excitatory", "inhibitory"])),
                }
            if kinds[1] == "tlu":
                more["weight"] = data.draw(st.sampled_from((-2.0, 0.5, 1.0)))
            c.connect(source, target, **more)
        elif act == "edge" and c.edges:
            edge = data.draw(st.sampled_from(c.edges))
            if edge.count is not None:
                c.set_edge(edge.key, count=data.draw(st.integers(1, 5)))
            elif edge.weight is not None:
                c.set_edge(edge.key, weight=data.draw(st.sampled_from((-3.0, 0.25, 1.5))))
        elif act == "disconnect" and c.edges:
            c.disconnect(data.draw(st.sampled_from(c.edges)).key)
        elif act == "place":
            c.place(data.draw(pick), data.draw(st.integers(-300, 300)), data.draw(st.integers(-300, 300)))
        elif act == "set":
            c.set(data.draw(pick), label=data.draw(st.sampled_from((None, "a long label", "b"))))
        elif act == "rename":
            c.rename(data.draw(pick), data.draw(st.sampled_from(("p", "q", "r"))))
        elif act == "remove":
            c.remove(data.draw(pick))
        elif act == "note":
            c.add_note("see here", data.draw(st.integers(-300, 300)), 0)
    except cs.CircuitError:
        pass


def check(net):
    anew = NetArrays(net.circuit)
    assert [node.id for node in net.nodes] == [node.id for node in anew.nodes]
    assert net.nodes == anew.nodes
    assert net.index == anew.index
    assert net.bundles == anew.bundles
    assert net.labels == anew.labels
    assert net.ports == anew.ports
    assert net.notes == anew.notes
    assert [label[:2] for label in net.bundle_labels] == [label[:2] for label in anew.bundle_labels]
    places = [np.array([label[2:] for label in each.bundle_labels]) for each in (net, anew)]
    np.testing.assert_allclose(*places, atol=1e-9)
    assert [net.looks[k] for k in net.look] == [anew.looks[k] for k in anew.look]
    for name in COLUMNS:
        np.testing.assert_allclose(getattr(net, name), getattr(anew, name), atol=1e-9, err_msg=name)
    for name in ("active", "selected", "wrong", "amount"):
        assert len(getattr(net, name)) == len(anew.nodes)
    for name in ("bundle_active", "bundle_selected"):
        assert len(getattr(net, name)) == len(anew.bundles)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_following_edits_and_their_undoing_is_building_anew(data):
    c = start()
    net = NetArrays(c)
    changes = []
    c.listen(changes.append)
    followed = []
    for _ in range(data.draw(st.integers(1, 12))):
        with c.transaction():
            for _ in range(data.draw(st.integers(1, 3))):
                edit(c, data)
        for change in changes:
            room.follow(net, change)
            followed.append(change)
        changes.clear()
        check(net)
    for change in reversed(followed):
        c.apply(change.inverse())
        changes.clear()
        room.follow(net, change.inverse())
        check(net)


def test_a_node_that_goes_and_comes_again_in_one_edit_stands_at_the_end():
    c = start()
    c.add_neuron("again", at=(0, 0))
    c.add_input("last", at=(0, 60))
    net = NetArrays(c)
    changes = []
    c.listen(changes.append)
    with c.transaction():
        c.remove("again")
        c.add_neuron("again", at=(0, 0))
    room.follow(net, changes[-1])
    check(net)
    assert [node.id for node in net.nodes][-2:] == ["last", "again"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_boxes_told_cover_every_line_that_changed(data):
    c = start()
    for _ in range(8):
        edit(c, data)
    net = NetArrays(c)
    before = dict(zip(net.line_key.tolist(), net.box.tolist(), strict=True))
    changes = []
    c.listen(changes.append)
    with c.transaction():
        edit(c, data)
    for change in changes:
        touched = room.follow(net, change)
        if touched is None:
            continue
        told = {tuple(box) for box in touched.tolist()}
        after = dict(zip(net.line_key.tolist(), net.box.tolist(), strict=True))
        for key in before.keys() | after.keys():
            if before.get(key) != after.get(key):
                assert {tuple(box) for box in (before.get(key), after.get(key)) if box is not None} <= told


def test_what_is_selected_and_lit_stays_so(monkeypatch):
    c = start()
    net = NetArrays(c)
    net.selected[net.index["n2"]] = net.active[net.index["n1"]] = True
    net.bundle_active[1] = True
    changes = []
    c.listen(changes.append)
    c.remove("n0")
    room.follow(net, changes.pop())
    assert [node.id for node, on in zip(net.nodes, net.selected, strict=True) if on] == ["n2"]
    assert [node.id for node, on in zip(net.nodes, net.active, strict=True) if on] == ["n1"]
    assert net.bundle_active.tolist() == [True]


@pytest.mark.parametrize("large", [True, False])
def test_a_node_without_a_place_gets_one(large, monkeypatch):
    if not large:
        monkeypatch.setattr(routes, "_TRIES", 80_000)
    c = start()
    net = NetArrays(c)
    changes = []
    c.listen(changes.append)
    c.add_neuron("loose")
    assert room.follow(net, changes.pop()) is None
    assert "loose" in net.index
