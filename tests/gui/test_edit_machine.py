"""Random gestures and edits through the window: undone to the start and redone to the end, byte for byte.

CIRCUITSIM_MACHINE_RUNS says how many sequences of sixty gestures are tried; a hundred take some five minutes.
"""

from __future__ import annotations

import os
import time

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTreeWidget,
    QUndoView,
)

import circuitsim as cs
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.kinds import KINDS
from gui.edits.adding import ENTRY_MIME
from gui.panels.integer_box import IntegerBox
from gui.panels.quick_add import QuickAdd

RUNS = int(os.environ.get("CIRCUITSIM_MACHINE_RUNS", "20"))
STEPS = 60
LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ADDING = [f"add_{kind}" for kind in ("neuron", "tlu", "input", "output", "bias", "delay")]
EDITS = (
    "cut", "copy", "paste", "duplicate", "delete", "alignLeft", "alignRight", "alignTop", "alignBottom", "alignColumn",
    "alignRow", "distributeX", "distributeY", "rotate", "nudgeLeft", "nudgeRight", "nudgeUp", "nudgeDown",
    "makeSubcircuit", "unpack", "tidy", "unitDelay",
)  # fmt: skip
ELSEWHERE = ("lookInside", "editDefinition", "goOut", "selectAll", "tick", "back", "run", "reset", "why", "fit")
PANELS = ("inspector", "history", "palette", "show_truthTable", "show_tests", "show_drives", "show_nodeTable")
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
MEANWHILE = [
    (Qt.Key.Key_Escape,), (Qt.Key.Key_X,), (Qt.Key.Key_Tab,), (Qt.Key.Key_Delete,), (Qt.Key.Key_N,), (Qt.Key.Key_Left,),
    (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL), (Qt.Key.Key_V, CTRL), (Qt.Key.Key_L, CTRL), (Qt.Key.Key_G, CTRL),
]  # fmt: skip
"""Keys that are pressed in the middle of a drag."""
NUMBERS = ("3", "-1", "1/2", "0,5", "2.5", "x", "", "1e999", "12")
NAMES = ("a", "fresh", "two words", "", "n", "long_name_of_a_node", "ä", "a/b", "x~y")
SEARCHES = ("neuron", "lamp", "delay", "half adder", "xor", "veto", "nothing at all", "part")

ends = st.tuples(st.integers(0, 11), st.sampled_from(["in", "middle", "out"]))
spots = st.tuples(st.integers(-300, 300), st.integers(-200, 200))
places = st.one_of(ends, ends, ends, spots)


GESTURES: list = []


def gesture(weight: int = 1, **given):
    """Marks what can be done, how often in proportion, and what it is given."""

    def note(method):
        GESTURES.extend([st.tuples(st.just(method.__name__), st.fixed_dictionaries(given))] * weight)
        return method

    return note


def start_circuit() -> cs.Circuit:
    """A little of everything."""
    inner = cs.Circuit()
    inner.add_input("p", at=(0, 0))
    inner.add_neuron("m", threshold=1, at=(100, 0))
    inner.add_output("q", at=(200, 0))
    inner.connect("p", "m")
    inner.connect("m", "q")
    c = cs.Circuit("machine")
    c.define("box", inner)
    c.add_input("a", at=(0, 0))
    c.add_input("x", domain="real", at=(0, 160))
    c.add_neuron("n", at=(150, 0))
    c.add_neuron("m", threshold=1, at=(150, 120))
    c.add_tlu("t", at=(300, 160))
    c.add_delay("d", at=(300, 60))
    c.add_subcircuit("s", of="box", at=(300, -80))
    c.add_output("y", at=(450, 0))
    c.connect("a", "n", count=2)
    c.inhibit("m", "n")
    c.connect("x", "t", weight=0.5)
    c.connect("n", "d")
    c.add_note("a note", 0, 260)
    c.add_test("first", ["00 -", "10 -"], inputs=["a", "x"], outputs=["y"])
    return c


class Editing(RuleBasedStateMachine):
    """What a user does. After each step the text at each place of the undo stack is what it was."""

    window = None

    @initialize()
    def begin(self) -> None:
        """A fresh document in the same window."""
        for name in ("goOut", "goOut", "goOut"):
            self.window.actions_by_name[name].trigger()
        self.window.run.pause()
        self.window.document.show(start_circuit())
        self.start = self.text()
        self.known = {}  # what the text was after each change that was ever made
        self.window.canvas.setFocus()

    # What it is done with

    @property
    def canvas(self):
        return self.window.canvas

    @property
    def stack(self):
        return self.window.document.undo_stack

    def text(self) -> bytes:
        return write_json(self.window.document.circuit)

    def point(self, where) -> QPoint:
        """A place on the canvas: an end of a node, or so far from the middle."""
        canvas, middle = self.canvas, self.canvas.viewport().rect().center()
        if isinstance(where[1], int):
            return middle + QPoint(*where)
        ids = list(canvas.net.index)
        if not ids:
            return middle
        id = ids[where[0] % len(ids)]
        ports = canvas.net.ports.get(id)
        if where[1] == "middle" or (ports is not None and not ports[where[1] == "out"]):
            return canvas.node_position(id)
        return canvas.port_position(id, where[1])

    def act(self, name: str) -> None:
        """Choose an action by its key, or in the menu where it has none."""
        action: QAction = self.window.actions_by_name[name]
        self.canvas.setFocus()
        keys = action.shortcut()
        if keys.isEmpty() or name in ADDING:  # these keys have other meanings in a gesture that was lost
            action.trigger()
        else:
            QTest.keySequence(self.canvas, QKeySequence(keys))

    def find(self, kind, name):
        """A widget that is in sight."""
        found = self.window.findChild(kind, name)
        return found if found is not None and found.isVisible() else None

    def press(self, name: str) -> bool:
        """Click a button, where it is in sight."""
        button = self.find(QPushButton, name)
        if button is None or not button.isEnabled():
            return False
        QTest.mouseClick(button, LEFT)
        return True

    def answer(self, text: str) -> None:
        """Type into the field on the canvas, where it is open."""
        field = self.canvas.in_place
        if field.isVisible():
            self.write(field, text)
            QTest.keyClick(field, Qt.Key.Key_Escape)

    def write(self, field: QLineEdit, text: str) -> None:
        """Type a text in place of what stands in a field."""
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            field.insert(text)  # QTest has keys for ASCII alone
        QTest.keyClick(field, Qt.Key.Key_Return)

    def choose(self, text: str) -> None:
        """Search in the popup, where it is open, and take what is found."""
        for popup in self.canvas.viewport().findChildren(QuickAdd):
            if popup.isVisible():
                QTest.keyClicks(popup.field, text)
                QTest.keyClick(popup.field, Qt.Key.Key_Return)
                if popup.isVisible():
                    QTest.keyClick(popup.field, Qt.Key.Key_Escape)

    # Gestures

    @gesture(
        weight=2, start=places, end=places, by=st.none() | spots, held=st.sampled_from([NONE, NONE, CTRL, SHIFT]),
        meanwhile=st.sampled_from([None] * 6 + MEANWHILE),
        wanted=st.sampled_from(SEARCHES),
    )  # fmt: skip
    def drag(self, start, end, by, held, meanwhile, wanted) -> None:
        port, first, last = self.canvas.viewport(), self.point(start), self.point(end)
        QTest.mousePress(port, LEFT, held, first)
        for at in (*([] if by is None else [self.point(by)]), (first + last) / 2, last):
            QTest.mouseMove(port, at)
        if meanwhile is not None:
            QTest.keyClick(self.canvas, *meanwhile)
        QTest.mouseRelease(port, LEFT, held, last)
        self.choose(wanted)

    @gesture(weight=5, before=st.integers(0, 11), after=st.integers(0, 11), back=st.booleans(), inhibit=st.booleans())
    def wire(self, before, after, back, inhibit) -> None:
        """To what takes any number of them, so that many are really made; twice the same is a parallel synapse."""
        nodes = self.canvas.net.nodes
        sources = [node.id for node in nodes if KINDS[node.kind].emits]
        targets = [node.id for node in nodes if node.kind in ("neuron", "tlu")]
        if not sources or not targets:
            return
        source, target = sources[before % len(sources)], targets[after % len(targets)]
        one, other = self.canvas.port_position(source, "out"), self.canvas.port_position(target, "in")
        one, other = (other, one) if back else (one, other)
        port, held = self.canvas.viewport(), CTRL if inhibit else NONE
        for _ in range(1 + (before + after) % 2):
            QTest.mousePress(port, LEFT, held, one)
            if source == target:
                QTest.mouseMove(port, one + QPoint(0, 160))
            QTest.mouseMove(port, (one + other) / 2)
            QTest.mouseMove(port, other)
            QTest.mouseRelease(port, LEFT, held, other)
        self.choose("mccull")

    @gesture(at=places, held=st.sampled_from([NONE, NONE, SHIFT, CTRL]))
    def click(self, at, held) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, held, self.point(at))
        self.answer("0,5")

    @gesture(at=places, text=st.sampled_from(NUMBERS), wanted=st.sampled_from(SEARCHES))
    def click_twice(self, at, text, wanted) -> None:
        QTest.mouseClick(self.canvas.viewport(), LEFT, NONE, self.point(at))
        QTest.mouseDClick(self.canvas.viewport(), LEFT, NONE, self.point(at))
        QTest.mouseRelease(self.canvas.viewport(), LEFT, NONE, self.point(at))
        self.answer(text)
        self.choose(wanted)

    @gesture(number=st.integers(0, 40), text=st.sampled_from(NUMBERS))
    def value_of_a_wire(self, number, text) -> None:
        net = self.canvas.net
        if len(net.line_bundle):
            line = number % len(net.line_bundle)
            x, y = net.curve[line, net.curve.shape[1] // 2].tolist()
            QTest.mouseClick(self.canvas.viewport(), LEFT, NONE, self.canvas.mapFromScene(QPointF(x, y)))
            QTest.keyClick(self.canvas, Qt.Key.Key_2)
            self.answer(text)

    @gesture(key=st.sampled_from(KEYS))
    def key(self, key) -> None:
        QTest.keyClick(self.canvas, key)
        self.answer("")

    @gesture(text=st.sampled_from(NUMBERS))
    def type_a_value(self, text) -> None:
        QTest.keyClick(self.canvas, Qt.Key.Key_1)
        self.answer(text)

    # Actions

    @gesture(weight=2, name=st.sampled_from(EDITS))
    def edit(self, name) -> None:
        self.act(name)

    @gesture(weight=3, name=st.sampled_from(EDITS), several=st.lists(st.integers(0, 11), min_size=2, max_size=5))
    def edit_several(self, name, several) -> None:
        """Click some nodes with Ctrl, then do something to them."""
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)
        QTest.keyClick(self.canvas, Qt.Key.Key_Escape)
        for number in several:
            QTest.mouseClick(self.canvas.viewport(), LEFT, CTRL, self.point((number, "middle")))
        self.act(name)

    @gesture(name=st.sampled_from(["alignLeft", "distributeX", "rotate", "nudgeDown", "duplicate", "makeSubcircuit"]))
    def edit_all(self, name) -> None:
        self.act("selectAll")
        self.act(name)

    @gesture(name=st.sampled_from(ADDING))
    def add(self, name) -> None:
        self.act(name)

    @gesture(name=st.sampled_from(ELSEWHERE))
    def elsewhere(self, name) -> None:
        self.act(name)

    @gesture(name=st.sampled_from(["rename", "editLabel", "addNote"]), text=st.sampled_from(NAMES))
    def name(self, name, text) -> None:
        self.act(name)
        self.answer(text)

    @gesture(text=st.sampled_from(SEARCHES), first=st.booleans())
    def quick_add(self, text, first) -> None:
        QTest.keyClick(self.canvas, Qt.Key.Key_Tab)
        self.choose("" if first else text)

    @gesture(what=st.sampled_from(["kind/tlu", "example/xor", "connection/inhibitory", "definition/box", "kind/?"]))
    def drop(self, what) -> None:
        data, at = QMimeData(), QPoint(200, 150)
        data.setData(ENTRY_MIME, what.encode())
        port = self.canvas.viewport()
        QApplication.sendEvent(port, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, LEFT, NONE))
        QApplication.sendEvent(port, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, LEFT, NONE))

    @gesture(text=st.sampled_from(["", "no circuit", "{}", '{"format": "circuitsim", "version": 1, "nodes": [{}]}']))
    def paste_what_is_none(self, text) -> None:
        before = self.text(), self.stack.index()
        QApplication.clipboard().setText(text)
        self.act("paste")
        assert (self.text(), self.stack.index()) == before

    @gesture(steps=st.integers(1, 6), back=st.booleans())
    def undo_and_redo(self, steps, back) -> None:
        for _ in range(steps):
            self.act("undo" if back else "redo")

    # Panels

    @gesture(name=st.sampled_from(PANELS))
    def panel(self, name) -> None:
        self.window.actions_by_name[name].trigger()

    @gesture(up=st.booleans(), text=st.sampled_from(NAMES))
    def inspector(self, up, text) -> None:
        threshold = self.find(IntegerBox, "inspect_threshold")
        if threshold is not None:
            QTest.keyClick(threshold, Qt.Key.Key_Up if up else Qt.Key.Key_Down)
        for name in ("inspect_inhibition", "inspect_step", "inspect_kind"):
            choice = self.find(QComboBox, name)
            if choice is not None:
                choice.setFocus()
                QTest.keyClick(choice, Qt.Key.Key_Down if up else Qt.Key.Key_Up)
        field = self.find(QLineEdit, "inspect_label" if up else "inspect_name")
        if field is not None:
            self.write(field, text)
        drive = self.find(QLineEdit, "inspect_drive")
        if drive is not None:
            self.write(drive, "01...")

    @gesture(what=st.sampled_from(["drivesClock", "drivesPulse", "drivesKeep", "drivesHold", "drivesRelease"]))
    def drive(self, what) -> None:
        self.press(what)

    @gesture(what=st.sampled_from(["addTest", "deleteTest", "clockTest", "applyRows", "runTests", "rowsToTest"]))
    def tests(self, what) -> None:
        if what == "rowsToTest":
            table, end = self.find(QTableView, "truthTableView"), time.monotonic() + 1
            while table is not None and table.model().rowCount() == 0 and time.monotonic() < end:
                QApplication.processEvents()
        self.press(what)

    @gesture(text=st.sampled_from(["00 1", "0 1\n1 -", "nonsense", ""]))
    def rows_of_a_test(self, text) -> None:
        rows, tree = self.find(QPlainTextEdit, "testRows"), self.find(QTreeWidget, "testsTree")
        if rows is not None and tree is not None and rows.isEnabled():
            rows.setPlainText(text)
            self.press("applyRows")

    @gesture(before=st.sampled_from(["a", "n", "s/q", "nobody"]), after=st.sampled_from(["n", "t", "s/p", "y"]))
    def table(self, before, after) -> None:
        one, other = self.find(QLineEdit, "newSource"), self.find(QLineEdit, "newTarget")
        if one is not None and other is not None:
            one.setText(before)
            other.setText(after)
            self.press("tableConnect")
        elif self.find(QLineEdit, "newId") is not None:
            self.press("tableAdd")

    @gesture(row=st.integers(0, 30))
    def history(self, row) -> None:
        found = self.find(QUndoView, "history")
        if found is not None:
            index = found.model().index(row % found.model().rowCount(), 0)
            QTest.mouseClick(found.viewport(), LEFT, NONE, found.visualRect(index).center())

    @gesture(what=st.sampled_from(["cureDelay", "cureTiming"]))
    def cure(self, what) -> None:
        self.press(what)

    @rule(made=st.one_of(GESTURES))
    def make(self, made) -> None:
        """One rule for all gestures: several rules would be left out by turns, and most gestures need others before."""
        name, given = made
        getattr(self, name)(**given)

    # What holds

    @invariant()
    def the_canvas_shows_the_circuit(self) -> None:
        canvas = self.canvas
        assert set(canvas.net.index) == set(canvas.circuit.nodes)
        assert sum(len(bundle.keys) for bundle in canvas.net.bundles) == len(canvas.circuit.edges)
        assert len(canvas.net.notes) == len(canvas.circuit.notes)
        for id, place in canvas.circuit.layout.items():
            row = canvas.net.index[id]
            assert (canvas.net.x[row], canvas.net.y[row]) == (place.x, place.y)

    @invariant()
    def each_place_of_the_undo_stack_has_its_text(self) -> None:
        index, now = self.stack.index(), self.text()
        if index == 0:
            assert now == self.start
        else:
            change = self.stack.command(index - 1).change
            assert self.known.setdefault(id(change), (change, now))[1] == now

    def teardown(self) -> None:
        if not hasattr(self, "start"):
            return
        stack, end = self.stack, self.text()
        assert write_json(read_json(end, "what was made", cs.Circuit)) == end
        stack.setIndex(stack.count())
        states = [self.text()]
        while stack.canUndo():
            stack.undo()
            states.append(self.text())
            self.the_canvas_shows_the_circuit()
        assert states[-1] == self.start
        for state in reversed(states[:-1]):
            stack.redo()
            self.the_canvas_shows_the_circuit()
            assert self.text() == state


@pytest.mark.slow
def test_undo_to_the_start_and_redo_to_the_end(open_window):
    window = open_window()
    window.tabs.setFocus()
    Editing.window = window
    try:
        run_state_machine_as_test(
            Editing,
            settings=settings(
                max_examples=RUNS, stateful_step_count=STEPS, deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip
    finally:
        Editing.window = None
        window.run.pause()
