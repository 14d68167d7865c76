"""Every action of the menus, with the way to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True, slots=True)
class Command:
    """An action, and the titles of the menus that lead to it."""

    menus: tuple[str, ...]
    action: QAction

    @property
    def name(self) -> str:
        """What settings know it by."""
        return self.action.objectName()

    @property
    def text(self) -> str:
        """What stands in the menu, without the mark of the mnemonic."""
        return plain(self.action.text())

    @property
    def title(self) -> str:
        """The way to it and its text: "Edit: Undo"."""
        return ": ".join((*self.menus, self.text))


def plain(text: str) -> str:
    """The text of an action without the marks of its mnemonic.

    >>> plain("Find && &Replace")
    'Find & Replace'
    """
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def commands(window: Any) -> list[Command]:
    """Every action of the menus, in their order."""
    found: list[Command] = []

    def walk(menu: QMenu, way: tuple[str, ...]) -> None:
        for action in menu.actions():
            inner = action.menu()
            if isinstance(inner, QMenu):
                walk(inner, (*way, plain(action.text())))
            elif not action.isSeparator():
                found.append(Command(way, action))

    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            walk(menu, (plain(top.text()),))
    return found
