"""Locks on open files, so that two windows do not overwrite each other's work."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QLockFile

from gui.files.folders import data_folder


def try_lock(path: Path) -> QLockFile | None:
    """Lock a lock file; None where a living process holds it. The lock of a dead one is taken over at once."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    return None if lock.error() == QLockFile.LockError.LockFailedError else lock


class FileLocks:
    """The files that a window holds. The locks lie in the user's data, so that no folder is littered."""

    def __init__(self) -> None:
        self._held: dict[Path, QLockFile] = {}

    def take(self, path: Path) -> bool:
        """Hold a file; False where another window does."""
        target = path.resolve()
        if target in self._held:
            return True
        name = hashlib.sha256(str(target).encode()).hexdigest()[:32]
        lock = try_lock(data_folder("locks") / f"{name}.lock")
        if lock is not None:
            self._held[target] = lock
        return lock is not None

    def keep(self, paths: Collection[Path]) -> None:
        """Let all files go but these."""
        kept = {path.resolve() for path in paths}
        for path in [path for path in self._held if path not in kept]:
            self._held.pop(path).unlock()
