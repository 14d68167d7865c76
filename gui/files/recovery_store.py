"""Unsaved circuits on the disk, as JSON: what a crash leaves, and nothing else leaves."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

from circuitsim.api import Circuit
from circuitsim.errors import FileError
from circuitsim.formats.files import read_bytes, write_bytes
from circuitsim.formats.json_reader import read_json
from gui.files.locks import try_lock

_FORMAT = "circuitsim-recovery"


@dataclass(frozen=True, slots=True)
class Left:
    """A circuit that some window did not get to save."""

    file: Path
    title: str
    path: Path | None
    text: str

    def read(self) -> Circuit:
        """The circuit; CircuitError where the text does not hold one."""
        return read_json(self.text.encode(), self.title, Circuit)


class Slot:
    """Where one open document is kept. It is locked for as long as its window lives."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / f"{uuid.uuid4().hex}.json"
        self._lock: QLockFile | None = None

    def write(self, title: str, path: Path | None, text: bytes) -> None:
        """Keep the document as it is now; FileError where the disk does not take it."""
        if self._lock is None:
            self._lock = try_lock(self.file.with_suffix(".lock"))
        content = {"format": _FORMAT, "title": title, "path": None if path is None else str(path)}
        write_bytes(self.file, json.dumps({**content, "circuit": text.decode()}).encode())

    def clear(self) -> None:
        """Keep nothing: the document is saved, or was given up."""
        self.file.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def left_over(folder: Path) -> list[Left]:
    """The circuits whose windows are gone, the latest first; a file that is not ours is passed over."""
    found = []
    for file in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True):
        lock = try_lock(file.with_suffix(".lock"))
        if lock is None:
            continue  # its window lives
        lock.unlock()
        left = _read(file)
        if left is not None:
            found.append(left)
    return found


def _read(file: Path) -> Left | None:
    try:
        content = json.loads(read_bytes(file))
        if content["format"] != _FORMAT:
            return None
        path = content["path"]
        return Left(file, str(content["title"]), None if path is None else Path(path), str(content["circuit"]))
    except (FileError, ValueError, KeyError, TypeError):
        return None


def give_up(left: Left) -> None:
    """Keep a left circuit no longer."""
    left.file.unlink(missing_ok=True)
    left.file.with_suffix(".lock").unlink(missing_ok=True)
