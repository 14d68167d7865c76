"""The tests that the file carries: run, read, edited; a failing row can be seen on the canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError, OscillationError
from circuitsim.logic.verify import Failure, Result
from circuitsim.records import Test
from gui.language import told, tr
from gui.live.drives import attempt
from gui.live.panel import Link, Panel, Workspace
from gui.live.replay import show_failure
from gui.live.row_text import change_test, rows_to_text, text_to_rows
from gui.tasks import Report

_MOST_SHOWN, _MOST_EDITED = 200, 1000
_TEST, _ROW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TestsPanel(Panel):
    """A list of tests with what came of them; below it the rows of the chosen one, as text."""

    __test__ = False  # pytest is not to collect it

    title = QT_TRANSLATE_NOOP("", "Tests")
    name = "tests"
    key = "Alt+2"
    tip = QT_TRANSLATE_NOOP("", "The tests in the file: run them, see a failing row on the canvas, edit the rows")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.results: dict[int, Result] = {}
        self._filling = False
        self._shown: Test | None = None  # whose rows are in the field
        self.tree = QTreeWidget(self, objectName="testsTree")
        self.tree.setAccessibleName(tr("Tests"))
        self.tree.setHeaderLabels([tr("Test"), tr("Result")])
        self.tree.itemClicked.connect(self._see)
        self.tree.itemActivated.connect(self._see)
        self.tree.itemChanged.connect(self._renamed)
        self.tree.currentItemChanged.connect(self._show_rows)
        self.summary = QLabel(self, objectName="testsSummary")
        self.columns = QLabel(self, objectName="testColumns", wordWrap=True)
        self.rows = QPlainTextEdit(self, objectName="testRows")
        self.rows.setAccessibleName(tr("Rows of the test"))
        self.rows.setToolTip(tr("A row a line: the inputs, a space, the outputs; - where an output does not matter"))
        self.rows.setPlaceholderText("01 1")
        self.rows.setTabChangesFocus(True)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        self.buttons = {
            name: self._button(row, name, text, tip, act)
            for row, name, text, tip, act in (
                (top, "runTests", tr("Run All"), tr("Run every test in the file"), self.run_all),
                (top, "addTest", tr("Add"), tr("Add a test of all inputs and outputs"), self.add),
                (top, "deleteTest", tr("Delete"), tr("Take the chosen test out of the file"), self.delete),
                (
                    bottom,
                    "clockTest",
                    tr("Clocked"),
                    tr("Whether the rows are ticks one after the other"),
                    self.set_clocked,
                ),
                (bottom, "applyRows", tr("Apply Rows"), tr("Put the rows as typed into the file"), self.apply_rows),
            )
        }
        self.buttons["clockTest"].setCheckable(True)
        editor = QWidget(self)
        inner = QVBoxLayout(editor)
        inner.setContentsMargins(0, 0, 0, 0)
        for part in (self.columns, self.rows):
            inner.addWidget(part)
        inner.addLayout(bottom)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.tree)
        split.addWidget(editor)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.summary)
        layout.addWidget(split, 1)

    def _button(self, row: QHBoxLayout, name: str, text: str, tip: str, act: Callable[..., None]) -> QPushButton:
        button = QPushButton(text, self, objectName=name, toolTip=tip)
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """An edit makes the results stale."""
        yield workspace.document.changed, self._stale
        yield workspace.document.replaced, self.show_all

    def show_all(self) -> None:
        """List the tests, without results."""
        self.stop_working()
        self.results = {}
        self._list()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is shown now."""
        self._list()

    def _stale(self, change: object) -> None:
        if self.results or self.is_working:
            self.stop_working()
            self.results = {}
        if self.isVisible():
            self._list()

    @property
    def _circuit(self) -> Circuit:
        assert self.workspace is not None
        return self.workspace.document.circuit

    def current(self) -> Test | None:
        """The chosen test."""
        item = self.tree.currentItem()
        if item is None or self.workspace is None:
            return None
        rank = (item.parent() or item).data(0, _TEST)
        return next((test for test in self._circuit.tests if test.rank == rank), None)

    def choose(self, rank: int) -> None:
        """Choose a test by its number."""
        for k in range(self.tree.topLevelItemCount()):
            if self.tree.topLevelItem(k).data(0, _TEST) == rank:
                self.tree.setCurrentItem(self.tree.topLevelItem(k))

    # What it shows

    def _list(self) -> None:
        chosen = self.current()
        self._filling = True
        self.tree.clear()
        tests = self._circuit.tests if self.workspace is not None else ()
        for test in tests:
            self._add_item(test)
        self.tree.resizeColumnToContents(0)
        self.tree.setColumnWidth(0, min(self.tree.columnWidth(0), self.tree.viewport().width() * 2 // 5))
        self._filling = False
        self._summarise(len(tests))
        if tests:
            self.choose(chosen.rank if chosen in tests else tests[0].rank)
        self._show_rows()

    def _add_item(self, test: Test) -> None:
        result = self.results.get(test.rank)
        item = QTreeWidgetItem(self.tree, [test.name, self._verdict(test, result)])
        item.setData(0, _TEST, test.rank)
        for column in range(2):
            item.setToolTip(column, item.text(column))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if result is None:
            return
        item.setForeground(1, self.theme.color("selection" if result.passed else "error"))
        for failure in result.failures[:_MOST_SHOWN]:
            where = tr("tick {number}") if test.clocked else tr("row {number}")
            child = QTreeWidgetItem(item, [where.format(number=failure.row), _wrong(test, failure)])
            child.setData(0, _ROW, failure.row)
            child.setForeground(1, self.theme.color("error"))
            child.setToolTip(1, tr("Click to see this state on the canvas"))
        if len(result.failures) > _MOST_SHOWN:
            QTreeWidgetItem(item, ["", tr("and {count} more").format(count=len(result.failures) - _MOST_SHOWN)])
        item.setExpanded(True)

    @staticmethod
    def _verdict(test: Test, result: Result | None) -> str:
        if result is None:
            count = len(test.rows)
            return tr("%n rows, clocked", "", count) if test.clocked else tr("%n rows", "", count)
        text = tr("pass: {right} of {count} right") if result.passed else tr("FAIL: {right} of {count} right")
        return text.format(right=result.right, count=len(test.rows))

    def _summarise(self, count: int) -> None:
        if not count:
            self.summary.setText(tr("This file has no tests. Add one, or make one of the truth table."))
        elif self.results:
            passed = sum(result.passed for result in self.results.values())
            self.summary.setText(tr("{passed} of %n tests pass", "", count).format(passed=passed))
        else:
            self.summary.setText(tr("%n tests, not run yet", "", count))

    def _show_rows(self, *_: object) -> None:
        test = self.current()
        short = test is not None and len(test.rows) <= _MOST_EDITED
        for name, able in (("deleteTest", test is not None), ("applyRows", short), ("clockTest", test is not None)):
            self.buttons[name].setEnabled(able)
        self.rows.setEnabled(test is not None)
        self.rows.setReadOnly(not short)
        if test is None:
            self.rows.clear()
            self.columns.clear()
        elif test is not self._shown:
            self.buttons["clockTest"].setChecked(test.clocked)
            columns = f"{' '.join(test.inputs)}  →  {' '.join(test.outputs)}"
            if not short:
                more = tr("The first {shown} of {count} rows: so many cannot be edited here")
                columns += "\n" + more.format(shown=_MOST_EDITED, count=f"{len(test.rows):,}")
            self.columns.setText(columns)
            self.rows.setPlainText(rows_to_text(replace(test, rows=test.rows[:_MOST_EDITED])))
        self._shown = test

    # What it does

    def run_all(self, *_: object) -> None:
        """Run every test, in a thread."""
        if self.workspace is not None and self._circuit.tests:
            self.summary.setText(tr("running…"))
            work = partial(_run_tests, self._circuit.copier())
            self.work(tr("Running the tests"), work, self._done, self._failed, self._cancelled)

    def _done(self, results: list[Result]) -> None:
        self.results = {result.test.rank: result for result in results}
        self._list()

    def _failed(self, error: CircuitError) -> None:
        self._list()
        self._list()
        self.say(tr("The tests cannot run: {problem}").format(problem=told(error)))
        if isinstance(error, OscillationError) and self.workspace is not None:
            self.workspace.run.tell_oscillation(error)

    def _cancelled(self) -> None:
        self._list()
        self.say(tr("The tests were cancelled."))

    def _see(self, item: QTreeWidgetItem, *_: object) -> None:
        row, test = item.data(0, _ROW), self.current()
        if row is not None and test is not None and self.workspace is not None:
            attempt(self.say, partial(show_failure, self.workspace, test, row))

    @contextmanager
    def _edit(self, text: str) -> Iterator[Circuit]:
        assert self.workspace is not None
        try:
            with self.workspace.document.edit(text) as circuit:
                yield circuit
        except CircuitError as error:
            self.say(told(error))

    def add(self, *_: object) -> None:
        """Add a test of one row: what the circuit gives for all inputs at 0."""
        if self.workspace is None:
            return
        if not self._circuit.outputs:
            self.say(tr("A test compares outputs: add an output to the circuit first."))
            return
        names = {test.name for test in self._circuit.tests}
        possible = (tr("test {number}").format(number=k) for k in range(1, len(names) + 2))
        name = next(each for each in possible if each not in names)
        row = [[0] * len(self._circuit.inputs), [None] * len(self._circuit.outputs)]
        with self._edit(tr("Add {name}").format(name=name)) as circuit:
            rank = circuit.add_test(name, [row])
        self.choose(rank)
        self.rows.setFocus()

    def delete(self, *_: object) -> None:
        """Take the chosen test out."""
        test = self.current()
        if test is not None:
            with self._edit(tr("Delete test {name}").format(name=test.name)) as circuit:
                circuit.remove_test(test.rank)

    def apply_rows(self, *_: object) -> None:
        """Put the typed rows into the file."""
        test = self.current()
        if test is not None:
            with self._edit(tr("Edit test {name}").format(name=test.name)) as circuit:
                rows = text_to_rows(self.rows.toPlainText(), len(test.inputs), len(test.outputs))
                change_test(circuit, test, rows=rows)

    def set_clocked(self, on: bool) -> None:
        """Whether the rows are consecutive ticks."""
        test = self.current()
        if test is not None and test.clocked != on:
            text = tr("Make {name} clocked") if on else tr("Make {name} not clocked")
            with self._edit(text.format(name=test.name)) as circuit:
                change_test(circuit, test, clocked=on)

    def _renamed(self, item: QTreeWidgetItem, column: int) -> None:
        test = self.current()
        if self._filling or column != 0 or test is None or item.parent() is not None or item.text(0) == test.name:
            return
        with self._edit(tr("Rename test {name}").format(name=test.name)) as circuit:
            change_test(circuit, test, name=item.text(0))


def _run_tests(copy: Callable[[], Circuit], report: Report) -> list[Result]:
    return copy().run_tests(progress=report)


def _wrong(test: Test, failure: Failure) -> str:
    given = " ".join(f"{id}={value:g}" for id, value in zip(test.inputs, failure.inputs, strict=True))
    pairs = zip(test.outputs, failure.found, failure.expected, strict=True)
    text = tr("{id} is {found:g}, not {wanted:g}")
    wrong = [
        text.format(id=id, found=found, wanted=wanted) for id, found, wanted in pairs if wanted not in (None, found)
    ]
    where = given or tr("no inputs")
    return f"{where}: {'; '.join(wrong)}"
