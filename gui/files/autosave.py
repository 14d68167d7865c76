"""Keeps every unsaved document on the disk, and offers at the next start what a crash has left."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget

from circuitsim.errors import CircuitError
from circuitsim.formats.json_writer import write_json
from circuitsim.records import Contents
from gui.files.folders import data_folder
from gui.files.recovery_panel import RecoveryPanel
from gui.files.recovery_store import Left, Slot, give_up, left_over
from gui.language import told, tr
from gui.settings import AUTOSAVE
from gui.workspace import Workspace

STEPS = 20
QUIET_MS = 2000
"""A document is kept when nothing was edited for a moment; and while one goes on editing after so many undo steps,
and every so many seconds as the settings say."""


class Autosave(QObject):
    """Keeps unsaved documents. The text is made and written beside the window, so that nothing stalls."""

    failed = Signal(str)

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self._slots: dict[Workspace, Slot] = {}
        self._steps: dict[Workspace, int] = {}
        self._stale: set[Workspace] = set()
        self._writer = ThreadPoolExecutor(max_workers=1)
        self._last: Future[None] | None = None
        self.panel: RecoveryPanel | None = None
        self._dock: QDockWidget | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep_all)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.keep_all)
        self._set_period()
        window.settings_changed.connect(self._set_period)
        self.failed.connect(self._say)
        window.workspace_closing.connect(self._closing)

    def _set_period(self) -> None:
        milliseconds = int(AUTOSAVE.read()) * 1000
        if milliseconds != self._timer.interval():
            self._timer.start(milliseconds)

    def follow(self, workspace: Workspace) -> None:
        """Keep a document from now on."""
        if workspace not in self._slots:
            self._slots[workspace] = Slot(data_folder("recovery"))
            self._steps[workspace] = 0
            workspace.document.undo_stack.indexChanged.connect(partial(self._stepped, workspace))
            workspace.document.clean_changed.connect(partial(self._cleaned, workspace))

    def _stepped(self, workspace: Workspace, *_: object) -> None:
        if workspace not in self._slots or not shiboken6.isValid(self):
            return
        self._stale.add(workspace)
        self._quiet.start()
        self._steps[workspace] += 1
        if self._steps[workspace] >= STEPS:
            self._keep(workspace)

    def _cleaned(self, workspace: Workspace, clean: bool) -> None:
        if clean and workspace in self._slots:
            self._forget(workspace)

    def keep_all(self) -> None:
        """Keep every document with changes that are not kept yet."""
        for workspace in list(self._stale):
            self._keep(workspace)

    def _keep(self, workspace: Workspace) -> None:
        self._stale.discard(workspace)
        self._steps[workspace] = 0
        if not workspace.is_unsaved:
            return
        document = workspace.document
        contents = document.circuit.contents()  # they do not change any more, whatever the user does next
        job = partial(self._write, self._slots[workspace], document.title, document.path, contents)
        self._last = self._writer.submit(job)

    def _write(self, slot: Slot, title: str, path: Path | None, contents: Contents) -> None:
        try:
            slot.write(title, path, write_json(contents))
        except CircuitError as error:
            self.failed.emit(told(error))

    def finish(self) -> None:
        """Wait until all that was to be kept is on the disk."""
        if self._last is not None:
            self._last.result()

    def _forget(self, workspace: Workspace) -> None:
        self._stale.discard(workspace)
        self._steps[workspace] = 0
        self._writer.submit(self._slots[workspace].clear)  # after what is still being written

    def _closing(self, workspace: Workspace) -> None:
        slot = self._slots.pop(workspace, None)
        self._stale.discard(workspace)
        if slot is not None:
            self._last = self._writer.submit(slot.clear)
            self.finish()

    def _say(self, text: str) -> None:
        said = tr("The circuit could not be kept for recovery: {problem}").format(problem=text)
        self._window.statusBar().showMessage(said, 10000)

    # What a crash has left

    def offer(self) -> bool:
        """Show what was left unsaved; whether there is anything. Nothing waits for the answer."""
        left = left_over(data_folder("recovery"))
        if not left:
            return False
        self.panel = RecoveryPanel(left, self._window)
        self.panel.recovered.connect(self._recover)
        self.panel.discarded.connect(give_up)
        self._dock = QDockWidget(tr("Recovered Circuits"), self._window, objectName="recoveryDock")
        self._dock.setWidget(self.panel)
        self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, self._dock)
        self.panel.emptied.connect(self._dock.close)
        self._dock.show()
        return True

    def _recover(self, left: Left) -> None:
        try:
            circuit = left.read()
        except CircuitError as error:
            self._window.message_bar.say(told(error), passing=True)
            return
        path = left.path if left.path is not None and self._window.locks.take(left.path) else None
        workspace = self._window.free_workspace()
        workspace.document.show(circuit, path)
        workspace.document.undo_stack.resetClean()  # no file has it
        self.follow(workspace)
        self._keep(workspace)
        self.finish()
        give_up(left)
