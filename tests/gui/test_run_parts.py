"""What the panels of a run are made of: parts cut out, sequences, rows as text, cures, records, hover."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPointF

import circuitsim as cs
from gui.canvas.describe import describe_bundle
from gui.document import Document
from gui.live.cone import cut_out
from gui.live.cures import edge_to_cut, insert_delay
from gui.live.drives import parse_sequence
from gui.live.record import Record
from gui.live.row_text import change_test, rows_to_text, text_to_rows
from gui.live.rows import compute_rows
from gui.live.wave_view import WaveView
from gui.run import Run


def running(circuit):
    document = Document()
    run = Run(document)
    document.show(circuit)
    return document, run


@pytest.fixture
def wide():
    """A net of so many gates that the simulator walks it level by level."""
    c = cs.Circuit("wide")
    for k in range(20):
        c.add_input(f"i{k}")
    rng = np.random.default_rng(3)
    for k in range(400):
        c.add_neuron(f"n{k}", threshold=1)
        for source in rng.integers(0, 20, 3):
            c.connect(f"i{source}", f"n{k}")
        c.add_delay(f"d{k}", f"n{k}")
        c.add_output(f"y{k}", f"d{k}")
    return c


# Parts cut out


@pytest.mark.parametrize("name", ["full_adder", "adder_4bit", "half_adder", "alu_4bit"])
def test_a_circuit_cut_out_whole_computes_the_same(name):
    circuit = cs.example(name)
    part = cut_out(circuit, list(circuit.nodes))
    rng = np.random.default_rng(0)
    for _ in range(20):
        given = {id: int(rng.integers(2)) for id in circuit.inputs}
        assert {id: part.evaluate(given)[id] for id in circuit.outputs} == circuit.evaluate(given)


def test_a_part_keeps_weights_counts_ports_and_the_bias_neuron(half_adder):
    c = cs.Circuit()
    c.define("ha", half_adder)
    c.add_subcircuit("h", of="ha")
    for id in "ab":
        c.connect(c.add_input(id), "h", to_port=id)
    c.add_bias("one")
    c.add_tlu("t", bias=0.25)
    c.connect("h", "t", from_port="sum", weight=-1.5)
    c.connect("one", "t", weight=0.5)
    part = cut_out(c, ["t"])
    assert list(part.inputs) == ["h/sum"]
    assert part.node("one").kind == "bias"
    assert [edge.weight for edge in part.incoming("t")] == [-1.5, 0.5]
    assert list(compute_rows(part).found[:, 0]) == [1, 0]
    assert tuple(cut_out(c, ["h"]).outputs) == ("h/carry", "h/sum")


def test_inputs_alone_are_no_part(half_adder):
    with pytest.raises(cs.CircuitError, match="select nodes"):
        cut_out(half_adder, ["a", "b"])


# Words


@pytest.mark.parametrize("text", ["", "  ", "a", "1 x", "nan", "1e999"])
def test_what_is_no_sequence_is_refused(text):
    with pytest.raises(cs.CircuitError):
        parse_sequence(text)


@pytest.mark.parametrize("name", cs.examples())
def test_the_rows_of_every_example_are_read_back_as_they_were(name):
    for test in cs.example(name).tests:
        assert text_to_rows(rows_to_text(test), len(test.inputs), len(test.outputs)) == test.rows


@pytest.mark.parametrize("text", ["01", "2 1", "[[0, 1]", "[[0], [1]]", '{"a": 1}', "[" * 5000])
def test_rows_that_do_not_fit_are_refused_with_their_line(text):
    with pytest.raises(cs.CircuitError, match="line 2"):
        text_to_rows("00 1\n" + text, 2, 1)


def test_a_changed_test_keeps_its_place(half_adder):
    half_adder.add_test("second", ["11 10"])
    change_test(half_adder, half_adder.tests[0], name="first")
    assert [test.name for test in half_adder.tests] == ["first", "second"]
    with pytest.raises(cs.CircuitError):
        change_test(half_adder, half_adder.tests[0], rows=(((5, 0), (0, 0)),))


# Cures


def test_a_self_loop_is_cut(qapp):
    c = cs.Circuit()
    c.add_neuron("n", threshold=1)
    c.connect("n", "n")
    document, run = running(c)
    insert_delay(document, edge_to_cut(c, run.error.nodes))
    assert run.error is None
    assert document.undo_stack.count() == 1


def test_a_loop_between_subcircuits_is_cut_at_their_ports(qapp):
    inner = cs.Circuit()
    inner.add_neuron("n", threshold=1)
    inner.connect(inner.add_input("x"), "n")
    inner.add_output("y", "n")
    c = cs.Circuit()
    c.define("gate", inner)
    for id in ("g", "h"):
        c.add_subcircuit(id, of="gate")
    for one, other in (("g", "h"), ("h", "g")):
        c.connect(one, other, from_port="y", to_port="x")
    document, run = running(c)
    assert run.error is not None
    insert_delay(document, edge_to_cut(c, run.error.nodes))
    assert run.error is None


def test_a_loop_inside_a_definition_has_no_edge_to_cut_here(qapp):
    inner = cs.Circuit()
    inner.add_neuron("n", threshold=1)
    inner.connect("n", "n")
    inner.add_output("y", "n")
    c = cs.Circuit()
    c.define("gate", inner)
    c.add_subcircuit("g", of="gate")
    _, run = running(c)
    assert edge_to_cut(c, run.error.nodes) is None


# Records and wide nets


def test_a_wide_net_is_recorded_and_looked_back_at(qtbot, wide):
    _, run = running(wide)
    seen = []
    for k in range(40):
        run.give({f"i{j}": (k * j) % 3 == 0 for j in range(20)})
        seen.append(run.values.copy())
        run.step()
    owner = QObject()
    record = Record(owner)
    record.follow(run, [("n7",), ("y7",)])
    qtbot.waitUntil(lambda: record.end == 40)
    assert record.column(0).tolist() == [values[run.signal("n7")] for values in seen]
    assert record.column(1).tolist() == [values[run.signal("y7")] for values in seen]
    assert list(run.values_at(13)) == seen[13].tolist()
    run.seek(20)
    assert run.values.tolist() == seen[20].tolist()
    run.settle(50)
    qtbot.waitUntil(lambda: not run.is_working)


def test_a_long_record_keeps_its_last_ticks(qtbot, monkeypatch, half_adder):
    monkeypatch.setattr("gui.live.record.LONGEST", 2048)
    _, run = running(half_adder)
    owner = QObject()
    record = Record(owner)
    record.follow(run, [("a",)])
    for k in range(2500):
        run.overrides["a"] = k % 5 == 0
        run.step()
    record.wake()
    qtbot.waitUntil(lambda: record.end == 2500)
    assert 0 < record.start <= 2500 - 1024
    expected = [int(k % 5 == 0) for k in range(record.start, 2500)]
    assert record.column(0).tolist() == expected
    assert len(record.trace()) == len(expected)


def test_signals_that_are_not_there_are_left_out(qapp, half_adder):
    _, run = running(half_adder)
    owner = QObject()
    record = Record(owner)
    record.follow(run, [("nobody",), ("a", "b"), ("sum",)])
    assert record.paths == [("sum",)]


# Hover


def test_a_connection_says_what_it_carries(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    net = window.canvas.net
    number = next(k for k, bundle in enumerate(net.bundles) if (bundle.source, bundle.target) == ("a", "one"))
    assert describe_bundle(net, number, window.canvas.lighting.carried(number)).endswith("synapse · carries 0")
    window.run.give({"a": 1})
    assert describe_bundle(net, number, window.canvas.lighting.carried(number)).endswith("synapse · carries 1")
    curve = net.curve[int(np.flatnonzero(net.line_bundle == number)[0])]
    at = window.canvas.mapFromScene(QPointF(*curve[len(curve) // 2]))
    qtbot.mouseMove(window.canvas.viewport(), at)
    assert window.pointed_label.text().endswith("carries 1")


def test_a_dense_wave_has_no_gaps(qtbot):
    """Every pixel is painted, and every change reaches from level to level."""
    view = WaveView(Record())
    qtbot.addWidget(view)
    view.resize(900, 120)
    view.scale_x = 0.4
    column = (np.arange(1500) // 8 % 2).astype(np.uint8)
    rects, lines = view._dense(column, *view._pixels(0, len(column)), 50.0, 0.0, 1.0)
    assert len(rects) == 1500 // 8
    assert (rects[:, 3] == 21).all()
    ends = sorted([(x0, x1) for x0, _, x1, _ in lines] + [(x, x + width) for x, _, width, _ in rects])
    assert all(end >= begin for (_, end), (begin, _) in pairwise(ends))
