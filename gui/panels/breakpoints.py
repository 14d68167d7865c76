"""Conditions at which a run stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from circuitsim.errors import CircuitError
from circuitsim.logic.condition import Condition, parse
from gui.language import told, tr
from gui.live.panel import Link, Panel, Workspace
from gui.run import Run

_CONDITION = Qt.ItemDataRole.UserRole


@dataclass
class Breakpoint:
    """A condition, bound to the circuit as it is compiled now."""

    condition: Condition
    enabled: bool = True
    holds: Callable[[Sequence[float]], bool] | None = None
    trouble: str = ""


class BreakpointsPanel(Panel):
    """Each workspace has its own list; a run that stops lights up the nodes of the condition."""

    title = QT_TRANSLATE_NOOP("", "Breakpoints")
    name = "breakpoints"
    key = "Alt+5"
    tip = QT_TRANSLATE_NOOP("", "Stop the run where a condition over names is true")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self._by_run: WeakKeyDictionary[Run, list[Breakpoint]] = WeakKeyDictionary()
        self._filling = False
        self._stopped_at: int | None = None  # the tick that the note speaks of
        self.text = QLineEdit(self, objectName="conditionText", placeholderText="carry and not a")
        self.text.setAccessibleName(tr("Condition"))
        self.text.setToolTip(
            tr('Names, numbers, and, or, not, == != < <= > >=, + - *. Like: count0 == 1, or "10" and fa0/sum')
        )
        self.text.returnPressed.connect(self.add)
        self.text.textChanged.connect(self._check)
        add = QPushButton(tr("Add"), self, objectName="addBreakpoint", toolTip=tr("Stop where this is true"))
        add.clicked.connect(self.add)
        self.list = QListWidget(self, objectName="breakpointList")
        self.list.setAccessibleName(tr("Breakpoints"))
        self.list.itemChanged.connect(self._switched)
        remove = QPushButton(
            tr("Remove"), self, objectName="removeBreakpoint", toolTip=tr("Remove the chosen breakpoint")
        )
        remove.clicked.connect(self.remove)
        self.note = QLabel(self, objectName="breakpointNote", wordWrap=True)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(add)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)
        layout.addWidget(remove)

    @property
    def breakpoints(self) -> list[Breakpoint]:
        """Those of the workspace that is shown."""
        return self._by_run.setdefault(self.workspace.run, []) if self.workspace is not None else []

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """Conditions are bound anew after an edit."""
        yield workspace.run.compiled, self._bind
        yield workspace.run.stopped, self._stopped
        yield workspace.run.values_changed, self._moved_on

    def show_all(self) -> None:
        """List those of the workspace."""
        self._stopped_at = None
        self.note.clear()
        self._bind()

    def add(self, *_: object) -> None:
        """Add the typed condition."""
        if self.workspace is None:
            return
        try:
            condition = parse(self.text.text())
            if self.workspace.run.simulator is not None:
                condition.bind(self.workspace.run.simulator.net)
        except CircuitError as error:
            self.note.setText(told(error))
            return
        self.breakpoints.append(Breakpoint(condition))
        self.text.clear()
        self._bind()

    def remove(self, *_: object) -> None:
        """Remove the chosen one."""
        row = self.list.currentRow()
        if 0 <= row < len(self.breakpoints):
            del self.breakpoints[row]
            self._bind()

    def _check(self, text: str) -> None:
        """What is typed is checked while it is typed; half a condition is no reason to complain yet."""
        self.note.setText("")

    def _switched(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.breakpoints[self.list.row(item)].enabled = item.checkState() == Qt.CheckState.Checked
            self._arm()

    def _bind(self) -> None:
        simulator = self.workspace.run.simulator if self.workspace is not None else None
        for point in self.breakpoints:
            point.holds, point.trouble = None, ""
            if simulator is not None:
                try:
                    point.holds = point.condition.bind(simulator.net)
                except CircuitError as error:
                    point.trouble = told(error)
        self._list()
        self._arm()

    def _list(self) -> None:
        self._filling = True
        row = self.list.currentRow()
        self.list.clear()
        for point in self.breakpoints:
            item = QListWidgetItem(point.condition.text + (f"   ({point.trouble})" if point.trouble else ""), self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if point.enabled else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._filling = False

    def _arm(self) -> None:
        if self.workspace is not None:
            rules = [point.holds for point in self.breakpoints if point.enabled and point.holds is not None]
            self.workspace.run.stop_rules[:] = rules

    def _stopped(self) -> None:
        """Say where the run has stopped, and light up what the condition speaks of."""
        workspace = self.workspace
        if workspace is None:
            return
        values = workspace.run.values.tolist()
        for point in self.breakpoints:
            if point.enabled and point.holds is not None and point.holds(values):
                text = tr("Stopped at tick {tick}: {condition}").format(
                    tick=workspace.run.tick, condition=point.condition.text
                )
                self.note.setText(text)
                self._stopped_at = workspace.run.tick
                self.say(text)
                self._light(workspace, point.condition)
                return

    def _moved_on(self) -> None:
        """What was said of a tick goes with it."""
        if self.workspace is not None and self._stopped_at not in (None, self.workspace.run.tick):
            self._stopped_at = None
            self.note.clear()

    def _light(self, workspace: Workspace, condition: Condition) -> None:
        index = workspace.canvas.net.index
        found = (name if name in index else name.split("/")[0] for name in condition.names)
        workspace.canvas.select(*dict.fromkeys(id for id in found if id in index))
