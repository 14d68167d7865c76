"""The list of all keys: a row for every command, menu by menu, and below them what is fixed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.language import tr
from gui.manners.fixed_keys import SECTIONS
from gui.manners.shortcuts import Shortcuts, shown
from gui.theme import Theme

_NAME = Qt.ItemDataRole.UserRole
_COMMAND, _KEYS, _DEFAULT = range(3)
_ROOM = 6


class _Roomy(QStyledItemDelegate):
    """Some room between the rows. A style sheet would say so too, but what has one takes no other palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _ROOM)


class ShortcutTree(QTreeWidget):
    """Shows the keys as they are, and which of them are not those of the command's own."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutTree")
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAccessibleName(tr("Commands and their keys"))
        self.setHeaderLabels([tr("Command"), tr("Keys"), tr("Default")])
        self.header().setSectionResizeMode(_COMMAND, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.setColumnWidth(_KEYS, 200)
        self.setColumnWidth(_DEFAULT, 170)
        self.setItemDelegate(_Roomy(self))
        self._shortcuts = shortcuts
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._fill()

    def _fill(self) -> None:
        heads: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for name in self._shortcuts.names:
            menus = self._shortcuts.menus(name)
            if menus not in heads:
                heads[menus] = self._head(": ".join(menus))
            item = QTreeWidgetItem(heads[menus], [self._shortcuts.text(name)])
            item.setData(_COMMAND, _NAME, name)
            item.setToolTip(_COMMAND, self._shortcuts.tip(name))
            self._rows[name] = item
        for title, keys in SECTIONS:
            head = self._head(tr(title))
            for key in keys:
                item = QTreeWidgetItem(head, [tr(key.meaning), tr(key.shown), tr("fixed")])
                item.setToolTip(_COMMAND, tr(key.meaning))

    def _head(self, text: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self, [text])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setFont(_COMMAND, self._font(bold=True))
        head.setFirstColumnSpanned(True)
        head.setExpanded(True)
        return head

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        return font

    def heads(self) -> Iterator[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]]:
        """Each heading with the rows below it."""
        for k in range(self.topLevelItemCount()):
            head = self.topLevelItem(k)
            yield head, [head.child(j) for j in range(head.childCount())]

    def refresh(self, theme: Theme) -> None:
        """Show the keys that the commands have now."""
        muted, ink = theme.color("muted"), theme.color("ink")
        for name, item in self._rows.items():
            changed = self._shortcuts.is_changed(name)
            own = shown(self._shortcuts.default(name)) or tr("none")
            item.setText(_KEYS, shown(self._shortcuts.keys(name)))
            item.setToolTip(_KEYS, item.text(_KEYS))
            item.setText(_DEFAULT, tr("was {keys}").format(keys=own) if changed else tr("default"))
            item.setToolTip(_DEFAULT, tr("Its own keys: {keys}").format(keys=own))
            item.setForeground(_DEFAULT, ink if changed else muted)
            for column in (_KEYS, _DEFAULT):
                item.setFont(column, self._font(bold=changed))

    def filter(self, words: list[str]) -> None:
        """Show what has every word, and choose the first such row where that chosen has not."""
        for head, rows in self.heads():
            for row in rows:
                text = f"{head.text(0)} {row.text(_COMMAND)} {row.text(_KEYS)}".lower()
                row.setHidden(not all(word in text for word in words))
            head.setHidden(all(row.isHidden() for row in rows))
        chosen = self.currentItem()
        if chosen is None or chosen.isHidden():
            self.setCurrentItem(self.first())

    def first(self) -> QTreeWidgetItem | None:
        """The first row that is shown."""
        return next((row for _, rows in self.heads() for row in rows if not row.isHidden()), None)

    def chosen(self) -> str | None:
        """The command that is chosen, by its name; None for a key that is fixed, or nothing."""
        item = self.currentItem()
        return None if item is None else item.data(_COMMAND, _NAME)

    def as_text(self) -> str:
        """The whole list as text, menu by menu; what has no keys is left out."""
        lines: list[str] = []
        wide = max((len(item.text(_COMMAND)) for item in self._rows.values()), default=0)
        for head, rows in self.heads():
            with_keys = [row for row in rows if row.text(_KEYS)]
            if with_keys:
                lines += ["", head.text(_COMMAND)]
                lines += [f"  {row.text(_COMMAND):{wide}}  {row.text(_KEYS)}" for row in with_keys]
        return "\n".join(lines[1:]) + "\n"
