"""Nodes or connections as a table that can be filtered and sorted; of very many this is done beside the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from circuitsim.kinds import EDGE_KINDS, EDGE_PARAMETERS, KINDS
from circuitsim.progress import Progress, silent
from circuitsim.records import Drive, Edge, Node
from gui.language import tr

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Record = Node | Edge

AT_ONCE = 2000
"""Up to how many records are filtered and sorted at once."""
_OFTEN = 500


class Rows(NamedTuple):
    """The numbers of some records, in the order in which they are shown."""

    records: Sequence[Record]
    numbers: Sequence[int]


class RecordModel(QAbstractTableModel):
    """One row a record, a column a field.

    Attributes
    ----------
    records : list
        All of them, in the document's order.
    rows : list of int
        The numbers of those that are shown, in the order in which they are shown.

    Signals
    -------
    asked(Record, str, object)
        A value was typed into a field.
    arranging(callable)
        Very many records are to be filtered and sorted: `take` is to be given what the callable gives.
    """

    asked = Signal(object, str, object)
    arranging = Signal(object)

    def __init__(self, columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.records: list[Record] = []
        self.rows: Sequence[int] = []
        self.edges_into: Callable[[str], str] = str
        self._wanted, self._sorted, self._descending = "", -1, False

    def show_records(self, records: Iterable[Record]) -> None:
        """Show these, filtered and sorted as before."""
        self.records = list(records)
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Show those alone in which a text is found."""
        self._wanted = text.strip().lower()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the document's order."""
        self._sorted, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        records, columns, by = self.records, self.columns, (self._sorted, self._descending)
        wanted = self._wanted

        def work(progress: Progress = silent) -> Rows:
            return Rows(records, arranged(records, columns, wanted, *by, progress))

        if not wanted and self._sorted < 0:
            self.take(Rows(records, range(len(records))))
        elif len(records) <= AT_ONCE:
            self.take(work())
        else:
            self.take(Rows(records, []))  # what was shown is not there any more
            self.arranging.emit(work)

    def take(self, rows: Rows) -> None:
        """Show these rows, unless there are other records by now."""
        if rows.records is self.records:
            self.beginResetModel()
            self.rows = rows.numbers
            self.endResetModel()

    def record_at(self, index: Index) -> Record:
        """The record of a row that is shown."""
        return self.records[self.rows[index.row()]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many records are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many fields there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The names of the fields."""
        if role != Role.DisplayRole:
            return None
        return tr(self.columns[section].replace("_", " ")) if orientation == Qt.Orientation.Horizontal else section + 1

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell shows."""
        if role not in (Role.DisplayRole, Role.EditRole):
            return None
        return shown(self.record_at(index), self.columns[index.column()])

    def can_edit(self, record: Record, column: str) -> bool:
        """Whether a field can be typed into."""
        if isinstance(record, Node):
            return column in ("id", "label") or KINDS[record.kind].parameter(column) is not None
        known = EDGE_PARAMETERS[KINDS[self.edges_into(record.target)].synapse]
        return any(parameter.name == column for parameter in known)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields that the record has can be typed into."""
        flags = super().flags(index)
        able = self.can_edit(self.record_at(index), self.columns[index.column()])
        return flags | Qt.ItemFlag.ItemIsEditable if able else flags

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Pass on what was typed."""
        if role != Role.EditRole or str(value) == self.data(index, Role.EditRole):
            return False
        record, column = self.record_at(index), self.columns[index.column()]
        meant = {tr(option): option for option in options(record, column)}
        self.asked.emit(record, column, meant.get(str(value).strip(), value))
        return True


def field(record: Record, column: str) -> Any:
    """A field of a record; None where it has no such field."""
    if isinstance(record, Node):
        return record.parameters.get(column) if column not in ("id", "kind", "label") else getattr(record, column)
    return getattr(record, {"from": "source", "to": "target"}.get(column, column))


def options(record: Record, column: str) -> tuple[str, ...]:
    """The words among which a field has one; empty for a field of any other sort."""
    if isinstance(record, Edge):
        return tuple(EDGE_KINDS) if column == "kind" else ()
    found = KINDS[record.kind].parameter(column)
    return tuple(KINDS) if column == "kind" else () if found is None else tuple(found.schema.get("enum", ()))


def shown(record: Record, column: str) -> str:
    """A field as a cell shows it."""
    value = field(record, column)
    if isinstance(value, Drive):
        return value.pattern + ("*" if value.repeat else "")
    if value is None:
        return ""
    if options(record, column):
        return tr(str(value))
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def arranged(
    records: Sequence[Record],
    columns: Sequence[str],
    wanted: str,
    by: int,
    descending: bool,
    progress: Progress = silent,
) -> list[int]:
    """The numbers of the records in which a text is found, sorted by a column: `n2` comes before `n10`."""
    rows = []
    for number, record in enumerate(records):
        if not number % _OFTEN:
            progress(number / len(records))
        if not wanted or any(wanted in shown(record, column).lower() for column in columns):
            rows.append(number)
    if by >= 0:
        keys = {number: _key(records[number], columns[by]) for number in rows}
        rows.sort(key=keys.__getitem__, reverse=descending)
    return rows


def _key(record: Record, column: str) -> tuple[Any, ...]:
    """Numbers before texts, and numbers in texts as numbers."""
    value = field(record, column)
    if isinstance(value, (int, float)):
        return 0, value
    parts = re.split(r"(\d+)", shown(record, column).lower())
    return 1, tuple((int(part), "") if k % 2 else (0, part) for k, part in enumerate(parts))
