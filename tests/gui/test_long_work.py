"""Whatever takes long leaves the window alive: it is done beside it, shown, and can be cancelled."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox

import circuitsim as cs
from gui.files.exporting import Exporting
from gui.running.watching import Watching

pytestmark = pytest.mark.slow

NODES = 3000
LEFT = Qt.MouseButton.LeftButton


def feature(window, kind):
    return next(each for each in window.features if isinstance(each, kind))


def panel(window, name):
    return feature(window, Watching).show_panel(name)


def net(count, seed=0):
    """A grid of neurons with three connections each, most of them to neighbours."""
    rng = random.Random(seed)
    side = int(count**0.5)
    c = cs.Circuit("net", timing="unit-delay")
    for k in range(count):
        c.add_neuron(f"n{k}", threshold=1, at=(k % side * 150, k // side * 110))
    for k in range(3 * count):
        source, target = k // 3, rng.randrange(count)
        if rng.random() < 0.8:
            target = min(max(source + rng.randrange(-2, 3) + side * rng.randrange(-2, 3), 0), count - 1)
        c.connect(f"n{source}", f"n{target}", kind="inhibitory" if rng.random() < 0.2 else "excitatory")
    c.add_bias("one", at=(0, -110))  # keeps it going
    for k in range(0, count, 7):
        c.connect("one", f"n{k}")
    return c


def wide():
    """Twenty inputs, and a test of very many rows."""
    c = cs.Circuit("wide")
    for k in range(20):
        c.add_input(f"x{k}")
    for j in range(8):
        c.add_neuron(f"n{j}", threshold=j + 1)
        for k in range(20):
            if (j + k) % 3:
                c.connect(f"x{k}", f"n{j}")
        c.add_output(f"y{j}", f"n{j}")
    rng = random.Random(1)
    rows = [f"{rng.getrandbits(20):020b} {rng.getrandbits(8):08b}" for _ in range(4000)]
    c.add_test("many rows", rows)
    c.add_test("many ticks", rows[:1500], clocked=True)
    return c


@pytest.fixture
def large(qtbot, open_window):
    window = open_window(net(NODES))
    qtbot.waitUntil(lambda: window.run.simulator is not None and len(window.canvas.net.nodes) > NODES, timeout=30_000)
    qtbot.wait(300)
    return window


def finished(qtbot, window):
    tasks, run = window.workspace.tasks, window.run
    qtbot.waitUntil(lambda: not len(tasks) and not run.is_working, timeout=120_000)


def test_a_tidy_layout(qtbot, large, stalls):
    def act():
        large.actions_by_name["tidy"].trigger()
        assert len(large.workspace.tasks) == 1
        finished(qtbot, large)

    assert stalls.least(act) <= stalls.MOST
    assert large.document.undo_stack.undoText() == "Tidy layout"


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_an_export(qtbot, large, stalls, tmp_path, ending):
    exporting = feature(large, Exporting)
    path = tmp_path / f"net.{ending}"

    def act():
        exporting._write(exporting._whole, str(path))
        assert len(large.workspace.tasks) == 1
        finished(qtbot, large)

    assert stalls.least(act) <= stalls.MOST
    assert path.stat().st_size > 50_000


def test_many_ticks(qtbot, large, stalls):
    large.findChild(QSpinBox, "tickCount").setValue(60)
    start = large.run.tick

    def act():
        large.actions_by_name["advance"].trigger()
        assert len(large.workspace.tasks) == 1
        finished(qtbot, large)

    assert stalls.least(act) <= stalls.MOST
    assert (large.run.tick - start) % 60 == 0


def test_finding_and_the_tables(qtbot, large, stalls):
    table = panel(large, "nodeTable")
    qtbot.wait(300)

    def act():
        large.actions_by_name["find"].trigger()
        field = large.canvas.viewport().findChild(QLineEdit, "findField")
        field.setText("")
        qtbot.keyClicks(field, "n29")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        finished(qtbot, large)
        table.filter.setText("n29")
        finished(qtbot, large)
        table.filter.clear()
        table.node_view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        finished(qtbot, large)

    assert stalls.least(act) <= stalls.MOST
    assert large.canvas.selected_ids() == ["n29"]
    assert table.node_view.model().index(0, 0).data() == "one"
    assert table.node_view.model().index(1, 0).data() == f"n{NODES - 1}"


def test_a_truth_table_of_twenty_inputs(qtbot, open_window, stalls):
    window = open_window(wide())
    table = panel(window, "truthTable")
    qtbot.waitUntil(lambda: table.model.rows is not None)
    button = table.findChild(QPushButton, "computeTable")
    assert button.text() == "Compute All 1,048,576 Rows"

    def act():
        table.compute_all()
        assert len(window.workspace.tasks) == 1
        finished(qtbot, window)
        table.table.selectAll()
        qtbot.wait(50)
        window.run.toggle("x3")
        qtbot.wait(50)

    assert stalls.least(act) <= stalls.MOST
    assert len(table.model.rows) == 2**20
    given = table.model.rows.given
    assert (given[0].sum(), given[-1].sum(), given[1].tolist()) == (0, 20, [0] * 19 + [1])
    for row in (0, 1, 77_777, 2**20 - 1):
        values = dict(zip(table.model.rows.inputs, given[row].tolist(), strict=True))
        assert list(window.document.circuit.evaluate(values).values()) == table.model.rows.found[row].tolist()
    assert table.model.live == table.model.rows.row_of({f"x{k}": window.run.value(f"x{k}") for k in range(20)})


def test_the_tests_of_a_file(qtbot, open_window, stalls):
    window = open_window(wide())
    tests = panel(window, "tests")
    qtbot.wait(300)

    def act():
        qtbot.mouseClick(tests.findChild(QPushButton, "runTests"), LEFT)
        assert len(window.workspace.tasks) == 1
        finished(qtbot, window)

    assert stalls.least(act) <= stalls.MOST
    assert {result.passed for result in tests.results.values()} == {False}


def test_each_can_be_cancelled(qtbot, large, tmp_path):
    """By Esc, and as if nothing had been asked for."""
    before, version = dict(large.document.circuit.layout), large.document.circuit.version
    exporting = feature(large, Exporting)
    table = panel(large, "truthTable")
    for start in (
        large.actions_by_name["tidy"].trigger,
        lambda: exporting._write(exporting._whole, str(tmp_path / "net.png")),
        lambda: large.run.advance(1_000_000),
        large.actions_by_name["settle"].trigger,
        table.compute_all,
    ):
        start()
        qtbot.waitUntil(large.workspace.task_strip.isVisible, timeout=30_000)
        large.canvas.setFocus()
        qtbot.keyClick(large.canvas, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not len(large.workspace.tasks))
        assert not large.run.is_working
        large.workspace.tasks.finish()
    assert dict(large.document.circuit.layout) == before
    assert large.document.circuit.version == version
    assert not (tmp_path / "net.png").exists()
