"""States of a run, kept by name for the session."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from circuitsim.api import Circuit
from circuitsim.engine.simulator import Snapshot
from gui.language import tr
from gui.live.drives import attempt
from gui.live.panel import Link, Panel, Workspace
from gui.played import Played
from gui.run import Run


@dataclass(frozen=True)
class Kept:
    """A state, and what the circuit meant when it was taken."""

    name: str
    snapshot: Snapshot
    overrides: dict[str, float]
    played: dict[str, Played]
    meaning: tuple[Any, ...]
    version: int


def meaning_of(circuit: Circuit) -> tuple[Any, ...]:
    """What a circuit computes: a state fits only the circuit that it is of."""
    return circuit.timing, tuple(circuit.nodes.values()), circuit.edges, tuple(circuit.definitions.values())


class SnapshotsPanel(Panel):
    """Take, list, restore, remove."""

    title = QT_TRANSLATE_NOOP("", "Snapshots")
    name = "snapshots"
    key = "Alt+6"
    tip = QT_TRANSLATE_NOOP("", "Keep the state of the run under a name, and come back to it")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self._by_run: WeakKeyDictionary[Run, list[Kept]] = WeakKeyDictionary()
        self.text = QLineEdit(self, objectName="snapshotName", placeholderText=tr("Name"))
        self.text.setAccessibleName(tr("Name of the snapshot"))
        self.text.setToolTip(tr("What the state is to be called"))
        self.text.returnPressed.connect(self.take)
        self.list = QListWidget(self, objectName="snapshotList")
        self.list.setAccessibleName(tr("Snapshots"))
        self.list.itemActivated.connect(self.restore)
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.text, 1)
        for row, name, text, tip, act in (
            (top, "takeSnapshot", tr("Take"), tr("Keep the state that is shown"), self.take),
            (bottom, "restoreSnapshot", tr("Restore"), tr("Go to the chosen state, its past included"), self.restore),
            (bottom, "removeSnapshot", tr("Remove"), tr("Forget the chosen state"), self.remove),
        ):
            button = QPushButton(text, self, objectName=name, toolTip=tip)
            button.clicked.connect(act)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    @property
    def kept(self) -> list[Kept]:
        """Those of the workspace that is shown."""
        return self._by_run.setdefault(self.workspace.run, []) if self.workspace is not None else []

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """After an edit a state may no longer fit."""
        yield workspace.run.compiled, self.show_all
        yield workspace.document.replaced, self._forget

    def _forget(self) -> None:
        self.kept.clear()
        self.show_all()

    def show_all(self) -> None:
        """List them; those of another circuit cannot be chosen."""
        self.list.clear()
        if self.workspace is None or not self.kept:
            return
        circuit = self.workspace.document.circuit
        for kept in self.kept:
            fits = kept.version == circuit.version or kept.meaning == meaning_of(circuit)
            text = tr("{name}   tick {tick}") if fits else tr("{name}   tick {tick}   (of the circuit before an edit)")
            item = QListWidgetItem(text.format(name=kept.name, tick=kept.snapshot.tick), self.list)
            if not fits:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.list.setCurrentRow(self.list.count() - 1)

    def take(self, *_: object) -> None:
        """Keep the state that is shown."""
        run = self.workspace.run if self.workspace is not None else None
        if self.workspace is None or run is None or run.simulator is None:
            return
        name = self.text.text().strip() or tr("state {number}").format(number=len(self.kept) + 1)
        self.kept[:] = [kept for kept in self.kept if kept.name != name]
        circuit = self.workspace.document.circuit
        state = run.simulator.snapshot(), dict(run.overrides), dict(run.played)
        self.kept.append(Kept(name, *state, meaning_of(circuit), circuit.version))
        self.text.clear()
        self.show_all()

    def restore(self, *_: object) -> None:
        """Go to the chosen state."""
        row, item = self.list.currentRow(), self.list.currentItem()
        if item is None or self.workspace is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        kept = self.kept[row]
        if attempt(self.say, partial(self.workspace.run.restore, kept.snapshot, kept.overrides, kept.played)):
            self.say(tr("Restored {name}, at tick {tick}.").format(name=kept.name, tick=kept.snapshot.tick))

    def remove(self, *_: object) -> None:
        """Forget the chosen state."""
        if 0 <= self.list.currentRow() < len(self.kept):
            del self.kept[self.list.currentRow()]
            self.show_all()
