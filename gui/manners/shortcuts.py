"""The keys of the actions: those that the user chose instead of ours, kept for the next start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from gui.language import tr
from gui.manners.actions import commands, plain
from gui.manners.fixed_keys import fixed
from gui.menus import PASSING, give_keys

_GROUP = "shortcuts"
_PORTABLE = QKeySequence.SequenceFormat.PortableText
Keys = tuple[QKeySequence, ...]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a key already: `name` is that of an action; None for what keeps its key whatever happens."""

    key: QKeySequence
    title: str
    name: str | None


class Shortcuts(QObject):
    """The keys of every action of the menus, by the action's name.

    Signals
    -------
    changed()
        Some action has other keys.
    """

    changed = Signal()

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._titles: dict[str, tuple[tuple[str, ...], str]] = {}
        self._defaults: dict[str, Keys] = {}

    # What there is

    @property
    def names(self) -> list[str]:
        """The actions in the order of the menus."""
        return list(self._actions)

    def menus(self, name: str) -> tuple[str, ...]:
        """The menus that lead to an action."""
        return self._titles[name][0]

    def text(self, name: str) -> str:
        """What an action is called, whatever it says at the moment ("Undo", not "Undo Move")."""
        return self._titles[name][1]

    def title(self, name: str) -> str:
        """The way to an action, and its text."""
        return ": ".join((*self.menus(name), self.text(name)))

    def tip(self, name: str) -> str:
        """What an action does."""
        return self._actions[name].statusTip()

    def keys(self, name: str) -> Keys:
        """The keys that an action has now."""
        return tuple(self._actions[name].shortcuts())

    def default(self, name: str) -> Keys:
        """The keys that it has unless the user chose others."""
        return self._defaults[name]

    def is_changed(self, name: str) -> bool:
        """Whether the user chose others."""
        return self.keys(name) != self._defaults[name]

    def take_in(self) -> None:
        """Know every action that there is by now, and give those their keys that the user chose some for."""
        fresh = [
            each
            for each in commands(self._window)
            if each.name not in self._actions and not each.action.property(PASSING)
        ]
        for each in fresh:
            self._actions[each.name] = each.action
            self._titles[each.name] = each.menus, each.text
            self._defaults[each.name] = tuple(each.action.shortcuts())
        stored = _stored()
        chosen = {each.name: stored[each.name] for each in fresh if each.name in stored}
        taken = {key for keys in chosen.values() for key in keys}
        for each in fresh:
            kept = [key for key in self._defaults[each.name] if key not in taken]
            keys = chosen.get(each.name, tuple(kept))
            if keys != self.keys(each.name):
                give_keys(each.action, keys)

    # Who has what

    def holders(self, name: str, keys: Sequence[QKeySequence]) -> list[Holder]:
        """Who else has one of some keys that are to be an action's."""
        found = []
        for key in keys:
            own = fixed(key)
            if own is not None:
                found.append(Holder(key, tr(own.meaning), None))
                continue
            for top in self._window.menuBar().actions():
                if isinstance(top.menu(), QMenu) and QKeySequence.mnemonic(top.text()) == key:
                    found.append(Holder(key, tr("{menu} menu").format(menu=plain(top.text())), None))
            found += [
                Holder(key, self.title(other), other)
                for other in self._actions
                if other != name and key in self.keys(other)
            ]
        return found

    # Changing them

    def give(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Give an action keys; whoever had one of them loses it."""
        for holder in self.holders(name, keys):
            if holder.name is not None:
                self._give(holder.name, [key for key in self.keys(holder.name) if key != holder.key])
        self._give(name, keys)
        self.changed.emit()

    def _give(self, name: str, keys: Sequence[QKeySequence]) -> None:
        give_keys(self._actions[name], keys)
        settings = QSettings()
        if tuple(keys) == self._defaults[name]:
            settings.remove(f"{_GROUP}/{name}")
        else:
            settings.setValue(f"{_GROUP}/{name}", QKeySequence.listToString(list(keys), _PORTABLE))

    def reset_all(self) -> None:
        """Give every action the keys that it has unless others are chosen."""
        QSettings().remove(_GROUP)
        for name, action in self._actions.items():
            if self.is_changed(name):
                give_keys(action, self._defaults[name])
        self.changed.emit()


def _stored() -> dict[str, Keys]:
    """The keys that were chosen, by the names of the actions; what makes no sense is passed over."""
    settings = QSettings()
    settings.beginGroup(_GROUP)
    found = {name: settings.value(name) for name in settings.childKeys()}
    lists = {
        name: QKeySequence.listFromString(text, _PORTABLE) for name, text in found.items() if isinstance(text, str)
    }
    return {name: tuple(key for key in keys if key.toString() and fixed(key) is None) for name, keys in lists.items()}


def shown(keys: Sequence[QKeySequence]) -> str:
    """Keys as people read them.

    >>> shown([QKeySequence("Ctrl+Y"), QKeySequence("F5")])
    'Ctrl+Y, F5'
    """
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
