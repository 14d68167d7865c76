"""A large circuit is opened and edited while the window stays alive."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui import ahead
from gui.canvas.arrays import NetArrays
from gui.panels import task_strip
from gui.run import AT_ONCE, compiled

COUNT = 6000


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The file of a net of 6,000 neurons."""
    rng = random.Random(1)
    c = cs.Circuit("large", timing="unit-delay")
    for k in range(COUNT):
        c.add_neuron(f"n{k}", threshold=1, at=(k % 80 * 120, k // 80 * 100))
    for k in range(2 * COUNT):
        c.connect(f"n{k // 2}", f"n{rng.randrange(COUNT)}")
    path = tmp_path_factory.mktemp("large") / "large.json"
    c.save(path)
    return path


@pytest.fixture
def opened(qtbot, open_window, large):
    """A window on that file, ready to run."""
    window = open_window(large)
    qtbot.waitUntil(lambda: window.run.simulator is not None, timeout=60_000)
    return window


def is_ready(window):
    return window.document.circuit.name == "large" and window.run.simulator is not None


def test_a_large_file_is_read_beside_the_window(qtbot, open_window, large, stalls):
    window = open_window()

    def act():
        window.close_tab()
        window.open_path(large)
        assert not window.document.circuit.nodes
        qtbot.waitUntil(lambda: is_ready(window), timeout=60_000)

    assert stalls.least(act) <= stalls.MOST
    assert len(window.canvas.net.nodes) == COUNT
    assert write_json(window.document.circuit) == large.read_bytes()


def test_reading_can_be_cancelled_by_its_button(qtbot, open_window, large, monkeypatch):
    monkeypatch.setattr(task_strip, "DELAY", 0.0)  # however soon it is read here
    window = open_window()
    window.open_path(large)
    assert [task.title for task in window.workspace.tasks] == ["Reading large.json"]
    qtbot.waitUntil(lambda: button(window) is not None and button(window).isVisible(), timeout=20_000)
    qtbot.mouseClick(button(window), Qt.MouseButton.LeftButton)
    qtbot.wait(50)
    assert len(window.workspaces) == 1
    assert not window.document.circuit.nodes
    window.open_path(large)
    qtbot.waitUntil(lambda: is_ready(window), timeout=60_000)


def button(window):
    return next(iter(window.workspace.task_strip.findChildren(QPushButton)), None)


def test_a_file_that_is_being_read_is_not_opened_twice(qtbot, open_window, large):
    window = open_window()
    window.open_path(large)
    window.open_path(large)
    qtbot.waitUntil(lambda: is_ready(window), timeout=60_000)
    window.open_path(large)
    assert len(window.workspaces) == 1


def test_what_is_wrong_with_a_large_file_is_said_and_nothing_is_lost(qtbot, open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    before = write_json(window.document.circuit)
    path = tmp_path / "broken.json"
    path.write_text('{"format": "circuitsim", "version": 1, "nodes": [' + " " * 200_000)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(window.message_bar.text), timeout=20_000)
    assert "broken.json" in window.message_bar.text
    assert len(window.workspaces) == 1
    assert write_json(window.document.circuit) == before


def test_an_edit_is_shown_at_once_and_compiled_beside_the_window(qtbot, opened):
    window = opened
    assert COUNT > AT_ONCE
    with window.canvas.edit("Add a neuron") as circuit:
        circuit.add_input("fresh", at=(-200, 0))
        circuit.connect("fresh", "n0")
    assert window.run.is_compiling
    assert "fresh" in window.canvas.net.index
    window.run.start()  # it is remembered
    qtbot.waitUntil(lambda: window.run.tick > 0, timeout=60_000)
    window.run.pause()
    window.run.toggle("fresh")
    window.run.step()
    window.run.step()
    assert window.run.value("n0") == 1
    window.undo()
    assert "fresh" not in window.canvas.net.index
    qtbot.waitUntil(lambda: window.run.simulator is not None, timeout=60_000)


def test_edits_in_a_row_leave_the_simulator_of_the_last(qtbot, opened):
    window = opened
    for k in range(5):
        with window.canvas.edit("Add an input") as circuit:
            circuit.add_input(f"fresh{k}", at=(-200, 100 * k))
    qtbot.waitUntil(lambda: window.run.simulator is not None, timeout=60_000)
    assert window.run.simulator.inputs == [f"fresh{k}" for k in range(5)]
    for _ in range(5):
        window.undo()
    qtbot.waitUntil(lambda: window.run.simulator is not None, timeout=60_000)
    assert window.run.simulator.inputs == []


def test_a_run_that_is_not_made_ready_says_so(qtbot, opened):
    window = opened
    with window.canvas.edit("Add an input") as circuit:
        circuit.add_input("fresh", at=(-200, 0))
    for task in window.workspace.tasks:
        task.cancel()
    assert "cancelled" in window.trouble_bar.text
    window.undo()
    qtbot.waitUntil(lambda: window.run.simulator is not None, timeout=60_000)
    assert not window.trouble_bar.text


def test_a_large_circuit_with_a_loop_that_cannot_settle_opens_and_says_why(qtbot, open_window, large, tmp_path):
    c = cs.load(large)
    c.timing = "settled"
    c.save(tmp_path / "loop.json")
    window = open_window()
    window.open_path(tmp_path / "loop.json")
    qtbot.waitUntil(lambda: "loop" in window.trouble_bar.text, timeout=60_000)
    assert window.run.simulator is None


def test_everything_can_be_selected_and_moved_in_a_large_net(qtbot, opened):
    window = opened
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.canvas.selected_ids()) == COUNT
    assert window.canvas.net.bundle_selected.all()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
    assert window.document.circuit.layout["n0"].x > 0


def test_what_is_made_ahead_is_taken_once_and_not_after_an_edit(half_adder):
    circuit = cs.load(half_adder) if not isinstance(half_adder, cs.Circuit) else half_adder
    ahead.make(circuit, NetArrays)
    ahead.make(circuit, compiled)
    assert isinstance(ahead.take(circuit, NetArrays), NetArrays)
    assert ahead.take(circuit, NetArrays) is None
    circuit.add_input("late")
    assert ahead.take(circuit, compiled) is None
