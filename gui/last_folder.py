"""File dialogs begin where one was the last time, in a dialog of that sort."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

_GROUP = "folders"


def begin_there(dialog: QFileDialog, sort: str, folder: str = "") -> None:
    """Let a dialog begin in the last folder of its sort, and in another where there was none; it is kept.

    Parameters
    ----------
    sort : str
        What is opened or saved: pictures are kept elsewhere than tables.
    folder : str
        Where to begin for the first time.
    """
    kept = str(QSettings().value(f"{_GROUP}/{sort}", ""))
    begin = kept if kept and Path(kept).is_dir() else folder
    if begin:
        dialog.setDirectory(begin)
    dialog.fileSelected.connect(lambda name: QSettings().setValue(f"{_GROUP}/{sort}", str(Path(name).parent)))
