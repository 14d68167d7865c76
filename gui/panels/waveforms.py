"""The waveforms of picked signals, with a tree of all signals to pick from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import islice
from pathlib import Path as FilePath

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from circuitsim.engine.net import Path
from circuitsim.errors import CircuitError
from circuitsim.records import Node
from gui.edits.finding import Found, find
from gui.language import grouped, told, tr
from gui.last_folder import begin_there
from gui.live.drives import attempt
from gui.live.panel import Link, Panel, Workspace
from gui.live.record import Record
from gui.live.wave_view import WaveView
from gui.theme import Theme

_PATH = Qt.ItemDataRole.UserRole
_MOST_LISTED = 1000
_AT_FIRST = 12
_WRITERS = {"csv": "to_csv", "vcd": "to_vcd", "svg": "to_svg"}


class WaveformsPanel(Panel):
    """Follows the run while it is seen."""

    title = QT_TRANSLATE_NOOP("", "Waveforms")
    name = "waveforms"
    key = "Alt+3"
    tip = QT_TRANSLATE_NOOP("", "What signals did, tick by tick; a click goes to that tick")

    def __init__(self, say: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.record = Record(self)
        self.view = WaveView(self.record, self)
        self.view.went.connect(self._go)
        self._filling = False
        self._wanted: list[Path] = []
        self.search = QLineEdit(self, objectName="signalSearch", placeholderText=tr("Search signals"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search signals"))
        self.search.setToolTip(tr("List the signals in whose name this text occurs"))
        self.search.textChanged.connect(self._fill)
        self.tree = QTreeWidget(self, objectName="signalTree", headerHidden=True)
        self.tree.setAccessibleName(tr("Signals"))
        self.tree.itemExpanded.connect(self._expand)
        self.tree.itemChanged.connect(self._picked)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._buttons())
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        split = QSplitter(self)
        split.addWidget(left)
        split.addWidget(self.view)
        split.setSizes([190, 700])
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(split)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, tip, act in (
            ("waveFit", tr("Fit"), tr("Show every tick (F)"), self.view.fit),
            ("waveClear", tr("None"), tr("Show no signals"), self.clear),
        ):
            button = QPushButton(text, self, objectName=name, toolTip=tip)
            button.clicked.connect(act)
            row.addWidget(button)
        export = QToolButton(self, objectName="waveExport", text=tr("Export"), toolTip=tr("Save the waves to a file"))
        menu = QMenu(export)
        for kind in _WRITERS:
            action = menu.addAction(kind.upper())
            action.setObjectName(f"waveExport_{kind}")
            action.triggered.connect(partial(self.ask_export, kind))
        export.setMenu(menu)
        export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        export.setMinimumWidth(export.sizeHint().width() + 2 * export.fontMetrics().horizontalAdvance("n"))  # its arrow
        row.addWidget(export)
        return row

    def links(self, workspace: Workspace) -> Iterable[Link]:
        """Every tick is shown; an edit makes another record."""
        yield workspace.run.compiled, self._compiled
        yield workspace.run.values_changed, self._gone_on
        yield workspace.run.rewritten, self.record.forget_from
        yield workspace.document.replaced, self.show_all

    def show_all(self) -> None:
        """Begin with the inputs and outputs of the circuit."""
        circuit = self.workspace.document.circuit if self.workspace is not None else None
        first = [*circuit.inputs, *circuit.outputs][:_AT_FIRST] if circuit is not None else []
        self._follow([(id,) for id in first])
        self._fill()

    def _follow(self, paths: list[Path]) -> None:
        seen = self.workspace is not None and self.isVisible()
        self.record.follow(self.workspace.run if seen and self.workspace is not None else None)
        self._wanted = paths
        if seen:
            self.record.pick(paths)
        self._gone_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep up with the run again."""
        self._follow(self._wanted)
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        """While nobody looks, nothing is recorded."""
        self.record.follow(None)

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        super().set_theme(theme)
        self.view.set_theme(theme)

    def _compiled(self) -> None:
        if self.isVisible():
            self.record.pick(self._wanted)
            self._fill()

    def _gone_on(self) -> None:
        if self.workspace is not None and self.isVisible():
            self.record.wake()
            self.view.show_tick(self.workspace.run.tick, self.workspace.run.latest)

    def _go(self, tick: int) -> None:
        if self.workspace is not None:
            self.workspace.run.seek(tick)

    # Picking

    def pick(self, paths: Iterable[Path]) -> None:
        """Show these signals."""
        self._pick(paths)
        self._fill()

    def _pick(self, paths: Iterable[Path]) -> None:
        self._wanted = list(dict.fromkeys(paths))
        self.record.pick(self._wanted)
        self.view.refresh()

    def clear(self, *_: object) -> None:
        """Show none."""
        self.pick(())

    def _picked(self, item: QTreeWidgetItem, column: int) -> None:
        path = item.data(0, _PATH)
        if self._filling or path is None:
            return
        if item.checkState(0) == Qt.CheckState.Checked:
            self._pick([*self._wanted, path])
        else:
            self._pick(other for other in self._wanted if other != path)

    def _fill(self, *_: object) -> None:
        if self.workspace is None or not self.isVisible():
            return
        self.stop_working()
        wanted = self.search.text().strip()
        contents = self.workspace.document.circuit.contents()
        if wanted:
            title = tr("Looking for {text}").format(text=wanted)
            self.work(title, lambda report: find(contents, wanted, report), self._show_hits, self._failed)
            return
        self._filling = True
        self.tree.clear()
        self._add_all(self.tree.invisibleRootItem(), (), contents.body.nodes)
        self._filling = False

    def _show_hits(self, found: list[Found]) -> None:
        self._filling = True
        self.tree.clear()
        for scope, node in found:
            path = (*scope.path, node.id)
            self._add(self.tree.invisibleRootItem(), path, node, name="/".join(path))
        self._filling = False

    def _failed(self, error: CircuitError) -> None:
        self.say(told(error))

    def _add_all(self, parent: QTreeWidgetItem, path: Path, nodes: Collection[Node]) -> None:
        """List nodes; of very many the first, as nobody reads on and the window must not wait."""
        for node in islice(nodes, _MOST_LISTED):
            self._add(parent, (*path, node.id), node)
        if len(nodes) > _MOST_LISTED:
            more = QTreeWidgetItem(
                parent, [tr("and {count} more: search for them").format(count=grouped(len(nodes) - _MOST_LISTED))]
            )
            more.setDisabled(True)

    def _add(self, parent: QTreeWidgetItem, path: Path, node: Node, name: str = "") -> None:
        shown = name or node.id
        item = QTreeWidgetItem(parent, [f"{shown}  ({node.label})" if node.label else shown])
        item.setToolTip(0, "/".join(path))
        if node.kind == "subcircuit":
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            item.setData(0, _PATH + 1, (path, node.parameters["of"]))
        else:
            self._make_checkable(item, path)

    def _make_checkable(self, item: QTreeWidgetItem, path: Path) -> None:
        item.setData(0, _PATH, path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if path in self._wanted else Qt.CheckState.Unchecked)

    def _expand(self, item: QTreeWidgetItem) -> None:
        """The inside of a subcircuit is listed when it is opened."""
        inside = item.data(0, _PATH + 1)
        if inside is None or item.childCount() or self.workspace is None:
            return
        path, of = inside
        self._filling = True
        self._add_all(item, path, self.workspace.document.circuit.definitions[of].body.nodes)
        self._filling = False

    # Export

    def ask_export(self, kind: str, *_: object) -> None:
        """Ask for a file; the dialog does not hold anything up."""
        dialog = QFileDialog(
            self, tr("Save the waves as {kind}").format(kind=kind.upper()), "", f"{kind.upper()} (*.{kind})"
        )
        dialog.setObjectName("waveExportDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        path = None if self.workspace is None else self.workspace.document.path
        begin_there(dialog, "waves", "" if path is None else str(path.parent))
        dialog.fileSelected.connect(self.export)
        dialog.open()

    def export(self, file: str) -> None:
        """Write the waves, in the format of the ending."""
        trace = self.record.trace()
        kind = FilePath(file).suffix.lower().removeprefix(".")
        if kind not in _WRITERS:
            self.say(tr("{file}: waves are saved as .csv, .vcd or .svg").format(file=FilePath(file).name))
        elif trace is None:
            self.say(tr("There is nothing to save yet: pick signals, and make some ticks."))
        else:
            attempt(self.say, partial(getattr(trace, _WRITERS[kind]), file, trace.watched))
