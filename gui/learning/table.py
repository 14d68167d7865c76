"""The instances as a table: targets against outputs; and what the last step taught, in numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from circuitsim.learn.training import Lesson, Unit
from gui.canvas.node_texts import show_value
from gui.edits.numbers import parse_number
from gui.language import tr
from gui.learning.view import View
from gui.learning.words import number, source_name
from gui.theme import LIGHT

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_RIGHT, _WRONG = "✓", "✗"


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


class TargetsModel(QAbstractTableModel):
    """A row an instance: its values, and for each TLU what it should say and what it says.

    Signals
    -------
    typed(int, int, float)
        A cell of a point of one's own: its row, and 0 (x), 1 (y) or 2 (the class); and the number.
    """

    typed = Signal(int, int, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view: View | None = None
        self.theme = LIGHT
        self._answers: list[Any] = []
        self._targets: list[Any] = []
        self._right: list[Any] = []

    def show_view(self, view: View | None) -> None:
        """Show a moment of a training; the same instances keep their place."""
        before = self.view
        same = (
            view is not None and before is not None and view.session.X is before.session.X
            and view.session.units == before.session.units
        )  # fmt: skip
        if not same:
            self.beginResetModel()
        self.view = view
        if view is not None:
            found = [view.answers[id] for id in view.state]
            self._answers, self._right = [said for said, _ in found], [right for _, right in found]
            self._targets = [view.session.targets(id) for id in view.state]
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(self.rowCount() - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many instances there are."""
        return 0 if parent.isValid() or self.view is None else self.view.session.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The inputs, and two columns a TLU."""
        if parent.isValid() or self.view is None:
            return 0
        return len(self.view.session.inputs) + 2 * len(self.view.state)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Names above; the instance that was met last is marked at the side."""
        if role != Role.DisplayRole or self.view is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"▶ {section + 1}" if section == self.view.row else str(section + 1)
        inputs = self.view.session.inputs
        if section < len(inputs):
            return inputs[section]
        tlu, says = divmod(section - len(inputs), 2)
        if tlu >= len(self.view.state):
            return None
        id = list(self.view.state)[tlu]
        return tr("{tlu} says").format(tlu=id) if says else tr("{tlu} should").format(tlu=id)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows: what is wrong has a cross, and is red as well."""
        if self.view is None:
            return None
        row, column, inputs = index.row(), index.column(), len(self.view.session.inputs)
        tlu, says = divmod(column - inputs, 2)
        if role in (Role.DisplayRole, Role.EditRole):
            if column < inputs:
                return show_value(float(self.view.session.X[row, column]))
            if not says:
                return str(int(self._targets[tlu][row]))
            mark = _RIGHT if self._right[tlu][row] else _WRONG
            return f"{int(self._answers[tlu][row])} {mark}".replace("-", "\N{MINUS SIGN}")
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if column < inputs or not says:
            return None
        if role == Role.ForegroundRole and not self._right[tlu][row]:
            return self.theme.color("error")
        return _bold() if role == Role.FontRole and not self._right[tlu][row] else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Points of one's own can be typed over."""
        flags = super().flags(index)
        editable = self.view is not None and self.view.editable and index.column() <= len(self.view.session.inputs)
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Take in what was typed: a number, or 0 or 1 for the class."""
        if role != Role.EditRole or self.view is None:
            return False
        try:
            typed = float(parse_number(str(value)))
        except ValueError:
            return False
        of_class = index.column() == len(self.view.session.inputs)
        if not np.isfinite(typed) or (of_class and typed not in (0, 1)):
            return False
        self.typed.emit(index.row(), 2 if of_class else index.column(), typed)
        return True


class LessonModel(QAbstractTableModel):
    """A row a TLU: z, what it said, what it should have said, the error, and each change of a weight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lessons: list[Lesson] = []
        self._units: list[Unit] = []
        self._named: dict[str, list[str]] = {}
        self._sources: list[str] = []
        self._changes: list[list[float | None]] = []
        self._with_bias = False
        self.theme = LIGHT

    def show_view(self, view: View | None) -> None:
        """Show what the last step taught."""
        lessons = [] if view is None else view.lessons
        units = {} if view is None else {unit.id: unit for unit in view.session.units}
        if view is not None and view.session.units is not self._units:
            self._units = view.session.units
            self._named = {unit.id: [source_name(source) for source in unit.sources] for unit in self._units}
        sources = dict.fromkeys(name for lesson in lessons for name in self._named[lesson.id])
        with_bias = any(units[lesson.id].own_bias for lesson in lessons)
        same = (len(lessons), list(sources), with_bias) == (len(self._lessons), self._sources, self._with_bias)
        if not same:
            self.beginResetModel()
        self._lessons, self._sources, self._with_bias = lessons, list(sources), with_bias
        self._changes = []
        for lesson in lessons:
            added: dict[str, float] = {}
            for edge, name in zip(units[lesson.id].edges, self._named[lesson.id], strict=True):
                added[name] = added.get(name, 0.0) + lesson.changes.get(edge.key, 0.0)
            self._changes.append([added.get(name) for name in self._sources])
            if with_bias:
                self._changes[-1].append(lesson.bias_change if units[lesson.id].own_bias else None)
        if not same:
            self.endResetModel()
        elif lessons:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lessons) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each TLU that met the instance."""
        return 0 if parent.isValid() else len(self._lessons)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """z, the answer, the target, the error; and the changes."""
        return 0 if parent.isValid() or not self._lessons else 4 + len(self._sources) + self._with_bias

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """What the columns are; the TLUs at the side."""
        if orientation == Qt.Orientation.Vertical:
            return self._lessons[section].id if role == Role.DisplayRole and section < len(self._lessons) else None
        titles = ["z", "ŷ", "y", tr("error"), *(f"Δw {name}" for name in self._sources)]
        if self._with_bias:
            titles.append(tr("Δ bias"))
        tips = [tr("The net input"), tr("What it said"), tr("What it should say"), tr("y − ŷ: how often η x is added")]
        if role == Role.DisplayRole and section < len(titles):
            return titles[section]
        return tips[section] if role == Role.ToolTipRole and section < len(tips) else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The numbers; what changed is bold."""
        lesson, column = self._lessons[index.row()], index.column()
        value: float | None
        if column < 4:
            value = (lesson.z, lesson.answer, lesson.target, lesson.times)[column]
        else:
            value = self._changes[index.row()][column - 4]
        if role == Role.DisplayRole:
            if value is None:
                return ""
            text = number(float(value))
            return f"+{text}" if column >= 3 and value > 0 else text
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Role.FontRole and column >= 3 and value:
            return _bold()
        return self.theme.color("error") if role == Role.ForegroundRole and column == 3 and value else None
