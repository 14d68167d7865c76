"""The settings that the user can choose: one table, each with what holds unless something is chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

_GROUP = "preferences"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: what it is unless something else was chosen, and between which numbers it lies."""

    key: str
    default: bool | int
    least: int = 0
    most: int = 1

    def read(self) -> bool | int:
        """The value that was kept; the default where that makes no sense."""
        found = str(QSettings().value(f"{_GROUP}/{self.key}", self.default)).lower()
        if isinstance(self.default, bool):
            return {"true": True, "false": False}.get(found, self.default)
        return min(max(int(found), self.least), self.most) if found.isascii() and found.isdecimal() else self.default

    def write(self, value: bool | int) -> None:
        """Keep a value; what nobody chose is not kept."""
        if value == self.default:
            QSettings().remove(f"{_GROUP}/{self.key}")
        else:
            QSettings().setValue(f"{_GROUP}/{self.key}", value)


WHEEL = Setting("wheelZooms", default=True)
SNAP = Setting("snapToGrid", default=True)
MOTION = Setting("motion", default=True)
AUTOSAVE = Setting("autosaveSeconds", 30, 5, 3600)
SETTINGS = {setting.key: setting for setting in (WHEEL, SNAP, MOTION, AUTOSAVE)}
