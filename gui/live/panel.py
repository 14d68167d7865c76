"""What the panels have in common: they show one workspace, and go over to another with the tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from gui.document import Document
from gui.language import tr
from gui.live.plain_keys import PlainKeys
from gui.run import Run
from gui.tasks import Done, Failed, Report, Task, Tasks
from gui.theme import LIGHT, Theme

Link = tuple[SignalInstance, Callable[..., Any]]


class Workspace(Protocol):
    """What a panel shows."""

    document: Document
    run: Run
    canvas: Any
    tasks: Tasks


class Panel(QWidget):
    """A panel on the workspace that it follows.

    Attributes
    ----------
    title, tip, key : str
        What its dock is called and what it is for, in English and marked, and the shortcut that shows it.
    """

    title = ""
    name = ""
    key = ""
    tip = ""

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.setAccessibleName(tr(self.title))
        self.say = say
        self.theme = LIGHT
        self.workspace: Workspace | None = None
        self._links: list[Link] = []
        self._task: Task | None = None

    def follow(self, workspace: Workspace | None) -> None:
        """Show another workspace."""
        self.stop_working()
        if self.workspace is not None and shiboken6.isValid(self.workspace.run):
            for signal, slot in self._links:
                signal.disconnect(slot)
        self.workspace = workspace
        self._links = list(self.links(workspace)) if workspace is not None else []
        for signal, slot in self._links:
            signal.connect(slot)
        self.show_all()

    @property
    def is_working(self) -> bool:
        """Whether a result is awaited."""
        return self._task is not None and self._task.is_on

    def work(
        self,
        title: str,
        work: Callable[[Report], Any],
        done: Done,
        failed: Failed,
        stopped: Callable[[], object] = lambda: None,
    ) -> None:
        """Compute something beside the window, in the place of what was being computed before."""
        self.stop_working()
        assert self.workspace is not None
        self._task = self.workspace.tasks.thread(title, work, done, failed, stopped)

    def stop_working(self) -> None:
        """Wait for no result any more."""
        if self._task is not None:
            self._task.end()
            self._task = None

    def keep_keys(self) -> None:
        """Plain keys in lists and boxes are no shortcuts of the window."""
        keys = PlainKeys(self)
        for kind in (QAbstractItemView, QComboBox):
            for child in self.findChildren(kind):
                if child.window() is self.window():  # a list that a box pops up has its keys already
                    keys.keep(child)

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """Which signals of the workspace call what."""
        return ()

    def show_all(self) -> None:
        """Show the workspace from scratch."""

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.theme = theme
        self.update()
