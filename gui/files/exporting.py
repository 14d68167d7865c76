"""File > Export: the circuit as it is shown, or the selected part of it, as a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from gui.canvas.arrays import NetArrays
from gui.edits.pieces import cut_out
from gui.files.dialogs import plain_name
from gui.files.export import export
from gui.language import told, tr
from gui.last_folder import begin_there
from gui.menus import Entry, add_action
from gui.tasks import Report

Make = Callable[[], NetArrays]
"""What is drawn; made in the thread that draws it."""

_FILTERS = (
    QT_TRANSLATE_NOOP("", "SVG, for the web and for editing (*.svg)"),
    QT_TRANSLATE_NOOP("", "PDF, for print (*.pdf)"),
    QT_TRANSLATE_NOOP("", "PNG, in pixels (*.png)"),
)


class Exporting(QObject):
    """Two actions of the File menu."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        whole = Entry("export", tr("&Export Picture…"), tr("Save the circuit as SVG, PDF or PNG"), ("Ctrl+Shift+E",))
        part = Entry(
            "exportSelection",
            tr("Export Se&lection…"),
            tr("Save the selected part as SVG, PDF or PNG"),
            ("Ctrl+Alt+Shift+E",),
        )
        add_action(window, "&File", whole, self.ask, before="closeTab")
        add_action(window, "&File", part, self.ask_selection, before="closeTab")

    def follow(self, workspace: Any) -> None:
        """What is exported is asked of the window."""

    def ask(self) -> None:
        """Ask where to save the whole circuit, with the values that it shows now."""
        self._ask(tr("Export the circuit"), self._whole)

    def ask_selection(self) -> None:
        """Ask where to save the selected nodes and the connections between them."""
        if self._window.canvas.selection.ids():
            self._ask(tr("Export the selection"), self._selected)
        else:
            text = tr("Nothing is selected; click a node or drag a rectangle")
            self._window.statusBar().showMessage(text, 6000)

    def _whole(self) -> Make:
        still = self._window.canvas.net.still()
        return lambda: still

    def _selected(self) -> Make:
        canvas = self._window.canvas
        copy, places = canvas.circuit.copier(), canvas.places()
        ids, notes = canvas.selection.ids(), set(canvas.selection.notes)
        return lambda: NetArrays(cut_out(copy(), ids, notes, places))

    def _ask(self, title: str, take: Callable[[], Make]) -> None:
        document = self._window.document
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr(each) for each in _FILTERS])
        dialog.setDefaultSuffix("svg")
        dialog.filterSelected.connect(partial(_take_suffix, dialog))
        begin_there(dialog, "pictures", self._window.folder)
        dialog.selectFile(f"{plain_name(document.title)}.svg")
        dialog.fileSelected.connect(partial(self._write, take))
        dialog.open()

    def _write(self, take: Callable[[], Make], name: str) -> None:
        """Paint and write what is there now, beside the window."""
        window, path = self._window, Path(name)
        make, title = take(), window.document.circuit.name

        def work(report: Report) -> None:
            export(make(), path, title=title, progress=report)

        def done(_: None) -> None:
            window.statusBar().showMessage(tr("Saved {path}").format(path=path), 4000)

        message_bar = window.message_bar
        text = tr("Exporting {name}").format(name=path.name)
        window.workspace.tasks.thread(text, work, done, lambda error: message_bar.say(told(error), passing=True))


def _take_suffix(dialog: QFileDialog, chosen: str) -> None:
    suffix = chosen[-4:-1]
    dialog.setDefaultSuffix(suffix)
    name = Path(dialog.selectedFiles()[0]).stem if dialog.selectedFiles() else "circuit"
    dialog.selectFile(f"{name}.{suffix}")
