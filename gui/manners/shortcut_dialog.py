"""The dialog that lists every key of the window, and in which the keys of actions are changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.feature import Feature
from gui.language import tr
from gui.manners.key_edit import KeySlots
from gui.manners.shortcut_tree import ShortcutTree
from gui.manners.shortcuts import Shortcuts, shown
from gui.menus import Entry, add_action
from gui.theme import Theme


class ShortcutDialog(QDialog):
    """Search, choose a command, press the new key. What is changed is in force at once."""

    def __init__(self, shortcuts: Shortcuts, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutDialog")
        self.setWindowTitle(tr("Keyboard Shortcuts"))
        self.resize(840, 640)
        self._shortcuts, self._theme = shortcuts, theme
        self._answer: Callable[[], None] | None = None
        self.search = self._make_search()
        self.tree = ShortcutTree(shortcuts, self)
        self.tree.currentItemChanged.connect(self._show_chosen)
        self.tree.itemActivated.connect(self._to_slots)
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
        self.refresh()

    # What it is made of

    def _make_search(self) -> QLineEdit:
        search = QLineEdit(self, objectName="shortcutSearch", clearButtonEnabled=True)
        search.setPlaceholderText(tr("Search by command or by key, like tick or Ctrl+R"))
        search.setToolTip(tr("Show the commands and keys in which all of these words occur"))
        search.setAccessibleName(tr("Search the shortcuts"))
        search.textChanged.connect(self._filter)
        search.returnPressed.connect(self._to_tree)
        return search

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

    def refresh(self) -> None:
        """Show the keys as they are."""
        self.tree.refresh(self._theme)
        self._filter()
        self._show_chosen()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self._theme = theme
        self.refresh()

    def _filter(self, *_: object) -> None:
        self.tree.filter(self.search.text().lower().split())

    def _to_tree(self) -> None:
        """Go on with the row that is chosen, which is the first that was found: to its keys, as it says."""
        if self.tree.currentItem() is not None:
            self.tree.setFocus()
            self._to_slots()

    def _show_chosen(self, *_: object) -> None:
        name = self.tree.chosen()
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
        if self.tree.chosen() is not None:
            self.slots.fields[0].setFocus()

    # What it does

    def _wanted(self, keys: tuple[QKeySequence, ...]) -> None:
        """Give the chosen command its keys; ask first where another has one of them."""
        name = self.tree.chosen()
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
        name = self.tree.chosen()
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

    def copy(self) -> None:
        """Put the list on the clipboard."""
        QGuiApplication.clipboard().setText(self.tree.as_text())
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
