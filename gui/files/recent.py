"""The files that were opened or saved last, in the File menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.language import tr
from gui.menus import PASSING, Entry, add_action
from gui.workspace import Workspace

MOST = 10
_KEY = "recentFiles"


def recent_files() -> list[str]:
    """Paths, the latest first."""
    found = QSettings().value(_KEY, [])
    if isinstance(found, str):  # an ini file gives a list of one as its only entry
        found = [found]
    return [str(path) for path in found or []]


class RecentFiles(QObject):
    """The submenu "Open Recent"."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._known: set[Workspace] = set()
        self.menu = QMenu(tr("Open &Recent"), window, objectName="menuRecent")
        self.menu.menuAction().setObjectName("menuRecentAction")
        self.menu.menuAction().setToolTip(tr("Files that were opened or saved last"))
        self.menu.setToolTipsVisible(True)
        window.findChild(QMenu, "menuFile").insertMenu(window.actions_by_name["save"], self.menu)
        tip = tr("Forget the files that were opened or saved last")
        clear = Entry("clearRecent", tr("&Clear the List"), tip, ("Ctrl+Shift+Del",))
        self._clear = add_action(window, "&Recent", clear, self.clear)
        self.menu.aboutToShow.connect(self.fill)
        window.workspace_closing.connect(self._known.discard)
        self.fill()

    def follow(self, workspace: Workspace) -> None:
        """Note where a document is read from and saved to."""
        if workspace not in self._known:
            self._known.add(workspace)
            workspace.document.named.connect(partial(self._note, workspace))
            self._note(workspace)

    def _note(self, workspace: Workspace) -> None:
        if workspace.document.path is not None:
            path = str(workspace.document.path.resolve())
            files = recent_files()
            if files[:1] != [path]:
                QSettings().setValue(_KEY, [path, *(file for file in files if file != path)][:MOST])
                self.fill()

    def fill(self) -> None:
        """List the files."""
        self.menu.clear()
        files = recent_files()
        for k, path in enumerate(files):
            action = QAction(f"&{(k + 1) % 10} {Path(path).name.replace('&', '&&')}", self.menu)
            action.setObjectName(f"recent{k}")
            action.setProperty(PASSING, True)
            action.setToolTip(path)
            action.triggered.connect(partial(self._open, path))
            self.menu.addAction(action)
        self.menu.addSeparator().setObjectName("separatorRecent")
        self.menu.addAction(self._clear)
        self.menu.menuAction().setEnabled(bool(files))

    def _open(self, path: str, *_: object) -> None:
        self._window.open_path(path)

    def clear(self) -> None:
        """Forget all of them."""
        QSettings().setValue(_KEY, [])
        self.menu.menuAction().setEnabled(False)
