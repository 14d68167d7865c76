"""Where the desktop keeps what is its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def data_folder(name: str) -> Path:
    """A folder of ours in the user's data, made where there is none; others on the machine cannot look into it."""
    base = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    folder = base / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
