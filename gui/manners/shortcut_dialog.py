"""The dialog that lists every key of the window, and in which the keys of actions are changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.feature import Feature
from gui.language import tr
from gui.manners.fixed_keys import SECTIONS
from gui.manners.key_edit import KeySlots
from gui.manners.shortcuts import Shortcuts, shown
from gui.menus import Entry, add_action
from gui.theme import Theme

_NAME = Qt.ItemDataRole.UserRole
_COMMAND, _KEYS, _DEFAULT = range(3)
_ROOM = 6


class _Roomy(QStyledItemDelegate):
    """Some room between the rows. A style sheet would say so too, but what has one takes no other palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _ROOM)


class ShortcutDialog(QDialog):
    """Search, choose a command, press the new key. What is changed is in force at once."""

    def __init__(self, shortcuts: Shortcuts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutDialog")
        self.setWindowTitle(tr("Keyboard Shortcuts"))
        self.resize(840, 640)
        self._shortcuts, self._theme = shortcuts, theme
        self._rows: dict[str, QTreeWidgetItem] = {}
        self._answer: Callable[[], None] | None = None
        self.search = self._make_search()
        self.tree = self._make_tree()
        self.caption = QLabel(self, objectName="shortcutCaption", wordWrap=True)
        self.slots = KeySlots(self)
        self.slots.wanted.connect(self._wanted)
        self.slots.left.connect(self.tree.setFocus)
        self.reset_one = self._button("resetShortcut", tr("&Reset"), tr("Give the command its own keys"), self._reset)
        self.message = QLabel(self, objectName="shortcutMessage", wordWrap=True)
        self.message.setAccessibleName(tr("Message"))
        self.agree = self._button("shortcutAgree", "", "", self._agreed)
        self._lay_out()
        shortcuts.changed.connect(self.refresh)
        self._fill()
        self._show_chosen()

    # What it is made of

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self, objectName="shortcutSearch", clearButtonEnabled=True)
        search.setPlaceholderText(tr("Search by command or by key, like tick or Ctrl+R"))
        search.setToolTip(tr("Show the commands and keys in which all of these words occur"))
        search.setAccessibleName(tr("Search the shortcuts"))
        search.textChanged.connect(self._filter)
        search.returnPressed.connect(self._to_tree)
        return search

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self, objectName="shortcutTree", uniformRowHeights=True, alternatingRowColors=True)
        tree.setAccessibleName(tr("Commands and their keys"))
        tree.setHeaderLabels([tr("Command"), tr("Keys"), tr("Default")])
        tree.header().setSectionResizeMode(_COMMAND, QHeaderView.ResizeMode.Stretch)
        tree.header().setStretchLastSection(False)
        tree.setColumnWidth(_KEYS, 200)
        tree.setColumnWidth(_DEFAULT, 170)
        tree.setItemDelegate(_Roomy(tree))
        tree.currentItemChanged.connect(self._show_chosen)
        tree.itemActivated.connect(self._to_slots)
        return tree

    def _button(self, name: str, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self, objectName=name, toolTip=tip, autoDefault=False)
        button.clicked.connect(lambda *_: act())
        return button

    def _lay_out(self) -> None:
        keys, said, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        keys.addWidget(self.slots, 1)
        keys.addWidget(self.reset_one)
        said.addWidget(self.message, 1)
        said.addWidget(self.agree)
        copy_tip = tr("Copy the list as text, to print it or to send it")
        last.addWidget(self._button("copyShortcuts", tr("&Copy the List"), copy_tip, self.copy))
        reset_tip = tr("Give every command its own keys")
        last.addWidget(self._button("resetAllShortcuts", tr("Reset &All…"), reset_tip, self._ask_reset_all))
        last.addStretch(1)
        last.addWidget(self._button("closeShortcuts", tr("Close"), tr("Close (Esc)"), self.close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.caption)
        for row in (keys, said, last):
            layout.addLayout(row)

    # What it shows

    def _fill(self) -> None:
        self.tree.clear()
        self._rows = {}
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
        self.refresh()
        self.tree.setCurrentItem(next(iter(self._rows.values()), None))

    def _head(self, text: str) -> QTreeWidgetItem:
        head = QTreeWidgetItem(self.tree, [text])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setBold(True)
        head.setFont(_COMMAND, font)
        head.setFirstColumnSpanned(True)
        head.setExpanded(True)
        return head

    def refresh(self) -> None:
        """Show the keys as they are."""
        muted, ink = self._theme.color("muted"), self._theme.color("ink")
        for name, item in self._rows.items():
            changed = self._shortcuts.is_changed(name)
            own = shown(self._shortcuts.default(name))
            item.setText(_KEYS, shown(self._shortcuts.keys(name)))
            item.setText(_DEFAULT, tr("was {keys}").format(keys=own or tr("none")) if changed else tr("default"))
            item.setToolTip(_DEFAULT, tr("Its own keys: {keys}").format(keys=own or tr("none")))
            item.setToolTip(_KEYS, item.text(_KEYS))
            item.setForeground(_DEFAULT, ink if changed else muted)
            font = QFont(self.font())
            font.setBold(changed)
            item.setFont(_KEYS, font)
            item.setFont(_DEFAULT, font)
        self._filter()
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self._theme = theme
        self.refresh()

    def _filter(self, *_: object) -> None:
        """Show what has every word that is searched for."""
        words = self.search.text().lower().split()
        for k in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(k)
            shown_rows = 0
            for row in (head.child(j) for j in range(head.childCount())):
                text = f"{head.text(0)} {row.text(_COMMAND)} {row.text(_KEYS)}".lower()
                row.setHidden(not all(word in text for word in words))
                shown_rows += not row.isHidden()
            head.setHidden(not shown_rows)
        chosen = self.tree.currentItem()
        if chosen is None or chosen.isHidden():
            self.tree.setCurrentItem(self._first())

    def _first(self) -> QTreeWidgetItem | None:
        """The first row that is found."""
        heads = (self.tree.topLevelItem(k) for k in range(self.tree.topLevelItemCount()))
        rows = (head.child(j) for head in heads for j in range(head.childCount()))
        return next((row for row in rows if not row.isHidden()), None)

    def _to_tree(self) -> None:
        """Go to the first row that is found."""
        first = self._first()
        if first is not None:
            self.tree.setCurrentItem(first)
            self.tree.setFocus()

    def chosen(self) -> str | None:
        """The command that is chosen, by its name."""
        item = self.tree.currentItem()
        return None if item is None else item.data(_COMMAND, _NAME)

    def _show_chosen(self, *_: object) -> None:
        name = self.chosen()
        self._say("")
        self.slots.setVisible(name is not None)
        self.reset_one.setVisible(name is not None)
        if name is None:
            item = self.tree.currentItem()
            fixed = item is not None and item.parent() is not None
            self.caption.setText(tr("This key cannot be changed.") if fixed else tr("Choose a command."))
            return
        self.caption.setText(
            tr("Keys of {command}. Press Enter, then the new key.").format(command=self._shortcuts.title(name))
        )
        self.slots.show_keys(self._shortcuts.keys(name))
        self.reset_one.setEnabled(self._shortcuts.is_changed(name))

    def _to_slots(self, *_: object) -> None:
        if self.chosen() is not None:
            self.slots.fields[0].setFocus()

    # What it does

    def _wanted(self, keys: tuple[QKeySequence, ...]) -> None:
        """Give the chosen command its keys; ask first where another has one of them."""
        name = self.chosen()
        if name is None:
            return
        others = [
            holder for holder in self._shortcuts.holders(name, keys) if holder.key not in self._shortcuts.keys(name)
        ]
        firm = next((holder for holder in others if holder.name is None), None)
        if firm is not None:
            self.slots.show_keys(self._shortcuts.keys(name))
            self._say(tr("{key} is fixed ({what}): choose another key.").format(key=shown([firm.key]), what=firm.title))
            self._to_slots()
        elif others:
            self._say(
                tr("{keys} belongs to {others}.").format(
                    keys=shown([holder.key for holder in others]), others=", ".join(holder.title for holder in others)
                ),
                tr("&Take It Over"),
                tr("Give the key to this command; the other one loses it"),
                lambda: self._give(name, keys),
            )
        else:
            self._give(name, keys)

    def _give(self, name: str, keys: tuple[QKeySequence, ...]) -> None:
        self._shortcuts.give(name, keys)
        self.tree.setFocus()

    def _reset(self) -> None:
        name = self.chosen()
        if name is not None:
            self._wanted(self._shortcuts.default(name))

    def _ask_reset_all(self) -> None:
        count = sum(self._shortcuts.is_changed(name) for name in self._shortcuts.names)
        if not count:
            self._say(tr("No key is changed."))
            return
        self._say(
            tr("All commands get their own keys again; changed now: {count}.").format(count=count),
            tr("Reset &Them"),
            tr("Give every command its own keys"),
            self._shortcuts.reset_all,
        )

    def _say(self, text: str, button: str = "", tip: str = "", act: Callable[[], None] | None = None) -> None:
        """Say something below the keys, with a button beside it where there is something to agree to."""
        self._answer = act
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.agree.setVisible(act is not None)
        self.agree.setText(button)
        self.agree.setToolTip(tip)
        if act is not None:
            self.agree.setFocus()

    def _agreed(self) -> None:
        act, self._answer = self._answer, None
        if act is not None:
            act()
            self.tree.setFocus()

    def as_text(self) -> str:
        """The whole list as text, menu by menu."""
        lines: list[str] = []
        wide = max((len(item.text(_COMMAND)) for item in self._rows.values()), default=0)
        for k in range(self.tree.topLevelItemCount()):
            head = self.tree.topLevelItem(k)
            rows = [head.child(j) for j in range(head.childCount())]
            with_keys = [row for row in rows if row.text(_KEYS)]
            if with_keys:
                lines += ["", head.text(_COMMAND)]
                lines += [f"  {row.text(_COMMAND):{wide}}  {row.text(_KEYS)}" for row in with_keys]
        return "\n".join(lines[1:]) + "\n"

    def copy(self) -> None:
        """Put the list on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())
        self._say(tr("The list is on the clipboard."))


class KeyList(Feature):
    """Opens the dialog, and keeps the keys that were chosen."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.shortcuts = Shortcuts(window)
        self.dialog: ShortcutDialog | None = None
        entry = Entry("shortcuts", tr("&Keyboard Shortcuts…"), tr("List all keys, and change them"), ("Ctrl+F1", "?"))
        add_action(window, "&Help", entry, self.open, before="about")

    def follow(self, workspace: Any) -> None:
        """By the first time all features have added their actions."""
        self.shortcuts.take_in()
        super().follow(workspace)

    def open(self) -> None:
        """Show the dialog; nothing waits for it."""
        if self.dialog is None:
            self.dialog = ShortcutDialog(self.shortcuts, self.window.theme, self.window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.search.setFocus()
        self.dialog.search.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Show the dialog in a theme."""
        if self.dialog is not None:
            self.dialog.set_theme(theme)
