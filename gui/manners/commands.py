"""The command palette: every action and every example, found by a few letters."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from gui.language import tr
from gui.manners.fuzzy import ranked
from gui.menus import Entry, add_action

_WIDTH, _ROWS = 520, 12
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


def plain(text: str) -> str:
    """The text of an action without the marks of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def commands(window: QWidget) -> list[tuple[str, QAction]]:
    """Every action of the menus with the way to it, in the order of the menus."""
    found: list[tuple[str, QAction]] = []

    def walk(menu: QMenu, way: str) -> None:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                walk(inner, f"{way}{plain(action.text())}: ")
            elif not action.isSeparator():
                found.append((f"{way}{plain(action.text())}", action))

    for top in window.menuBar().actions():  # type: ignore[attr-defined]
        menu = top.menu()
        if isinstance(menu, QMenu):
            walk(menu, f"{plain(top.text())}: ")
    return found


class CommandPalette(QFrame):
    """A field, and below it what answers to it. It lies over the window, and goes when something is chosen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self.setAccessibleName(tr("Commands"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._window = window
        self._commands: list[tuple[str, QAction]] = []
        self.field = QLineEdit(self, placeholderText=tr("Type a few letters of a command or an example"))
        self.field.setObjectName("commandField")
        self.field.setAccessibleName(tr("Search the commands"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list = QListWidget(self, objectName="commandList", uniformItemSizes=True)
        self.list.setAccessibleName(tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.hide()

    def open(self) -> None:
        """Show all commands, and take the keyboard."""
        self._commands = commands(self._window)
        self.field.clear()
        self._search("")
        width = min(_WIDTH, self._window.width() - 40)
        height = min(self.list.sizeHintForRow(0) * _ROWS + 70, self._window.height() - 80)
        self.setGeometry((self._window.width() - width) // 2, 60, width, height)
        self.show()
        self.raise_()
        self.field.setFocus()

    def _search(self, wanted: str) -> None:
        self.list.clear()
        for k in ranked(wanted, [text for text, _ in self._commands]):
            text, action = self._commands[k]
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(f"{text}    {key}" if key else text, self.list)
            item.setToolTip(action.toolTip())
            item.setData(Qt.ItemDataRole.UserRole, k)
            if not action.isEnabled():
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.list.setCurrentRow(0)

    def _choose(self, *_: object) -> None:
        item = self.list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        self.leave()
        self._commands[item.data(Qt.ItemDataRole.UserRole)][1].trigger()

    def leave(self) -> None:
        """Hide, and give the keyboard back to the canvas."""
        self.hide()
        self._window.canvas.setFocus()  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field has the keyboard; Escape and a click elsewhere leave."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape or Qt.Key(event.key()) in _STEPS:
                event.accept()  # these keys mean something else on the canvas
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


class Commands(QObject):
    """Opens the command palette."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None
        entry = Entry("commands", tr("&Find a Command…"), tr("Search all commands and examples"), ("Ctrl+Shift+P",))
        add_action(window, "&Help", entry, self.open, before="about")

    def follow(self, workspace: Any) -> None:
        """Commands act on what the window shows."""

    def open(self) -> None:
        """Show the palette, or hide it."""
        if self._palette is None:
            self._palette = CommandPalette(self._window)
        if self._palette.isVisible():
            self._palette.leave()
        else:
            self._palette.open()
