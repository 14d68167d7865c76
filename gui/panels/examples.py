"""The examples that ship with circuitsim, with a picture of each, and a field to search in them.

A picture is painted when it first comes into sight, and kept.
"""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from circuitsim.api import Circuit, example
from circuitsim.errors import CircuitError
from gui.language import of_example, tr
from gui.shelves import in_order, shelf_of
from gui.theme import LIGHT, SMALLEST_TEXT, Theme

THUMBNAIL = QSize(96, 64)
_ROW, _HEADING = 76, 26
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
Index = QModelIndex | QPersistentModelIndex
DESCRIPTION = Qt.ItemDataRole.UserRole
_SEARCHED = Qt.ItemDataRole.UserRole + 1
_SHELF = Qt.ItemDataRole.UserRole + 2


@lru_cache(maxsize=256)
def _read(name: str) -> Circuit | None:
    try:
        return example(name)
    except CircuitError:  # a broken file in the folder must not keep the others from being shown
        return None


class PaintThumbnail(Protocol):
    """What paints a small picture of a circuit."""

    def __call__(self, circuit: Circuit, theme: Theme, size: QSize, ratio: float) -> QPixmap: ...


class ExampleModel(QAbstractListModel):
    """One row an example."""

    def __init__(self, paint: PaintThumbnail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self.names = in_order()
        self._theme = LIGHT
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self._wanted: deque[int] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._paint_next)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many examples there are."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, description, picture."""
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        if role in (DESCRIPTION, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return describe_example(name)
        if role == _SHELF:
            return tr(shelf_of(name))
        if role == _SEARCHED:
            circuit = _read(name)
            own = "" if circuit is None else f"{circuit.name} {circuit.description}"
            return f"{name.replace('_', ' ')} {name} {describe_example(name)} {own}"
        return None

    def set_theme(self, theme: Theme) -> None:
        """Paint pictures in another theme."""
        self._theme = theme
        if self.names:
            self.dataChanged.emit(self.index(0), self.index(len(self.names) - 1), [Qt.ItemDataRole.DecorationRole])

    def is_painting(self) -> bool:
        """Whether pictures are still to be painted."""
        return bool(self._wanted)

    def _picture(self, row: int) -> QPixmap | None:
        picture = self._pictures.get((self.names[row], self._theme.name))
        if picture is None and row not in self._wanted:
            self._wanted.append(row)
            self._timer.start()
        return picture

    def _paint_next(self) -> None:
        if not self._wanted:
            self._timer.stop()
            return
        row = self._wanted.popleft()
        circuit = _read(self.names[row])
        if circuit is not None:
            self._pictures[self.names[row], self._theme.name] = self._paint(circuit, self._theme, THUMBNAIL, 2.0)
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])


def describe_example(name: str) -> str:
    """The first line of an example's description."""
    circuit = _read(name)
    if circuit is None:
        return tr("cannot be read")
    title, words = of_example(circuit.name, circuit.description)
    return (words.strip() or title).splitlines()[0]


def _heading(index: Index) -> str:
    """What stands over a row: its shelf, where that begins with it."""
    shelf = str(index.data(_SHELF))
    before = index.row() > 0 and index.sibling(index.row() - 1, 0).data(_SHELF) == shelf
    return "" if before else shelf


class _Delegate(QStyledItemDelegate):
    """Paints a row: the heading if it has one, the picture, the name in bold, the description below it."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(180, _ROW + (_HEADING if _heading(index) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box: QRect = option.rect
        if heading := _heading(index):
            self._paint_heading(painter, option, box.adjusted(6, 0, -6, 0), heading)
            box = box.adjusted(0, _HEADING, 0, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.fillRect(box, self.theme.color("accent" if chosen else "grid"))
        picture = QRect(box.left() + 6, box.top() + 6, THUMBNAIL.width(), THUMBNAIL.height())
        painter.fillRect(picture, self.theme.color("paper"))
        pixmap = index.data(Qt.ItemDataRole.DecorationRole)
        if pixmap is not None:
            painter.drawPixmap(picture, pixmap)
        painter.setPen(self.theme.color("grid"))
        painter.drawRect(picture)
        self._paint_texts(painter, option, index, box.adjusted(THUMBNAIL.width() + 14, 8, -6, -6), chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str) -> None:
        font = option.font
        font.setPixelSize(SMALLEST_TEXT + 1)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.color("muted"))
        painter.drawText(box.adjusted(0, 8, 0, 0), Qt.AlignmentFlag.AlignTop, text)

    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect, chosen: bool
    ) -> None:
        font = option.font
        font.setPixelSize(SMALLEST_TEXT + 2)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.color("on_accent" if chosen else "ink"))
        name = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, name)
        font.setPixelSize(SMALLEST_TEXT)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(self.theme.color("on_accent" if chosen else "muted"))
        below = box.adjusted(0, 18, 0, 0)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, flags, _three_lines(painter, index.data(DESCRIPTION), below.width()))


def _three_lines(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width * 2.7))


class _Examples(QListView):
    """A list in which a heading is no part of the row below it."""

    def indexAt(self, at: QPoint) -> QModelIndex:
        """The row at a point."""
        index = super().indexAt(at)
        over = index.isValid() and _heading(index) and at.y() < self.visualRect(index).top() + _HEADING
        return QModelIndex() if over else index


class ExampleBrowser(QWidget):
    """A list of examples; `chosen` tells which one is to be opened.

    While one types in the field the arrow keys go up and down in the list, and Enter opens what is marked there.
    """

    chosen = Signal(str)

    def __init__(self, paint: PaintThumbnail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ExampleModel(paint, self)
        self._shown = QSortFilterProxyModel(self, filterRole=_SEARCHED)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setSourceModel(self.model)
        self.filter = QLineEdit(self, placeholderText=tr("Search the examples"), clearButtonEnabled=True)
        self.filter.setObjectName("exampleFilter")
        self.filter.setAccessibleName(tr("Search the examples"))
        self.filter.setToolTip(
            tr("Show the examples in whose name or description this text occurs; Up and Down choose, Enter opens")
        )
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.filter.textChanged.connect(self._mark_first)
        self.filter.returnPressed.connect(self._choose_marked)
        self.filter.installEventFilter(self)
        self.list = _Examples(self, mouseTracking=True)
        self.list.setObjectName("exampleList")
        self.list.setAccessibleName(tr("Examples"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = _Delegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self._shown)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self._delegate.theme = theme
        self.model.set_theme(theme)
        self.list.viewport().update()

    def index_of(self, name: str) -> QModelIndex:
        """Where an example stands in the list."""
        return self._shown.mapFromSource(self.model.index(self.model.names.index(name)))

    def _mark_first(self) -> None:
        self.list.setCurrentIndex(self._shown.index(0, 0))
        self.list.scrollToTop()

    def _choose_marked(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._choose(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list from the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            row = self.list.currentIndex().row() + _STEPS[Qt.Key(event.key())]
            self.list.setCurrentIndex(self._shown.index(min(max(row, 0), self._shown.rowCount() - 1), 0))
            return True
        return False

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data())
