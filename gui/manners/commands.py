"""The command palette: every action and every example, found by a few letters; the last used ones first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.feature import Feature
from gui.language import tr
from gui.manners.actions import Command, commands
from gui.manners.announce import announce
from gui.manners.command_list import KEYS, PLACES, REMARK, CommandDelegate
from gui.manners.fuzzy import Match, ranked
from gui.menus import PASSING, Entry, add_action
from gui.theme import Theme

_WIDTH, _ROWS, _TOP = 560, 12, 60
_PAGES = {Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_RECENT, _MOST_RECENT = "recentCommands", 12
_FAVOUR = 9
"""What the command that was used last is worth against letters that fit better; those before it are worth less."""
_NUMBER = Qt.ItemDataRole.UserRole


def recent_commands() -> list[str]:
    """The names of the commands that were used last, the latest first."""
    found = QSettings().value(_RECENT, [])
    if isinstance(found, str):  # an ini file gives a list of one as its only entry
        found = [found]
    return [str(name) for name in found or []]


class CommandPalette(QFrame):
    """A field, and below it what answers to it. It lies over the window, and goes when something is chosen."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAccessibleName(tr("Commands"))
        self.setAutoFillBackground(True)
        self._window = window
        self._back: QWidget | None = None
        self._commands: list[Command] = []
        self.field = QLineEdit(self, placeholderText=tr("Type a few letters of a command or an example"))
        self.field.setObjectName("commandField")
        self.field.setAccessibleName(tr("Search the commands"))
        self.field.setToolTip(tr("Up and Down choose, Enter does it, Esc leaves"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list = QListWidget(self, objectName="commandList", uniformItemSizes=True, mouseTracking=True)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = CommandDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        window.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self._delegate.theme = theme
        self.setStyleSheet(
            f"#commandPalette {{ background: {theme.panel}; border: 1px solid {theme.muted}; border-radius: 6px; }}"
        )

    def open(self) -> None:
        """Show all commands, those that were used last first, and take the keyboard."""
        self._back = self._window.focusWidget()
        names = recent_commands()
        every = [each for each in commands(self._window) if each.action.isVisible()]
        latest = {name: place for place, name in enumerate(names)}
        self._commands = sorted(every, key=lambda each: latest.get(each.name, len(names)))
        self._recent = {each.name for each in every} & set(names)
        self.field.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _place(self) -> None:
        width = min(_WIDTH, self._window.width() - 40)
        height = min(self.list.sizeHintForRow(0) * _ROWS + 56, self._window.height() - _TOP - 20)
        self.setGeometry((self._window.width() - width) // 2, _TOP, width, height)

    def _search(self, wanted: str) -> None:
        self.list.clear()
        recent = len(self._recent)
        favours = [max(_FAVOUR - k // 2, 1) if k < recent else 0 for k in range(len(self._commands))]
        found = ranked(wanted, [each.title for each in self._commands], favours)
        by_title = {number for number, _ in found}
        words = wanted.lower().split()
        found += [
            (k, Match(0, ()))
            for k, each in enumerate(self._commands)
            if k not in by_title and all(word in each.action.statusTip().lower() for word in words)
        ]
        for number, each in found:
            self._add(number, each)
        if not found:
            none = QListWidgetItem(tr("No command has these letters"), self.list)
            none.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setCurrentRow(0)

    def _add(self, number: int, found: Match) -> None:
        command = self._commands[number]
        keys = command.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        item = QListWidgetItem(command.title, self.list)
        item.setData(_NUMBER, number)
        item.setData(PLACES, found.places)
        item.setData(KEYS, keys)
        item.setData(REMARK, tr("recently used") if number == 0 and self._recent else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{command.title}, {keys}" if keys else command.title)
        item.setToolTip(command.action.statusTip() or command.action.toolTip())
        if not command.action.isEnabled():
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            item.setData(REMARK, tr("not now"))

    def _choose(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.leave()
        command = self._commands[item.data(_NUMBER)]
        if not command.action.property(PASSING):
            names = [name for name in recent_commands() if name != command.name]
            QSettings().setValue(_RECENT, [command.name, *names][:_MOST_RECENT])
        command.action.trigger()

    def leave(self) -> None:
        """Hide, and give the keyboard back to who had it."""
        self.hide()
        back = self._back
        if back is None or back is self.field or not back.isVisible():
            back = self._window.canvas
        back.setFocus()

    def _go(self, row: int) -> None:
        self.list.setCurrentRow(row)
        item = self.list.currentItem()
        if item is not None:
            announce(self.field, item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field has the keyboard; Escape and a click elsewhere leave."""
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or Qt.Key(event.key()) in _STEPS | _PAGES:
                event.accept()  # these keys mean something else on the canvas
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        row, count = self.list.currentRow(), self.list.count()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _STEPS:
            self._go((row + _STEPS[key]) % count)  # beyond the last comes the first
        elif key in _PAGES:
            self._go(min(max(row + _PAGES[key], 0), count - 1))
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return True


class Commands(Feature):
    """Opens the command palette."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._palette: CommandPalette | None = None
        entry = Entry("commands", tr("&Find a Command…"), tr("Search all commands and examples"), ("Ctrl+Shift+P",))
        add_action(window, "&Help", entry, self.open, before="about")

    def open(self) -> None:
        """Show the palette, or hide it."""
        if self._palette is None:
            self._palette = CommandPalette(self.window)
            self._palette.set_theme(self.window.theme)
        if self._palette.isVisible():
            self._palette.leave()
        else:
            self._palette.open()

    def set_theme(self, theme: Theme) -> None:
        """Show the palette in a theme."""
        if self._palette is not None:
            self._palette.set_theme(theme)
