"""The main window: menus and docks around the canvas; opening, saving and closing."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from circuitsim import __version__, formats
from circuitsim.api import examples
from circuitsim.errors import CircuitError
from circuitsim.records import Timing
from gui.canvas.thumbnail import paint_thumbnail
from gui.canvas.view import CanvasView
from gui.document import Document
from gui.menus import build_menus
from gui.panels.caption import Caption
from gui.panels.examples import ExampleBrowser
from gui.panels.message import MessageBar
from gui.panels.transport import TransportBar
from gui.run import Run
from gui.theme import THEMES, dress, system_theme

_ZOOM_STEP = 1.25
ABOUT = f"circuitsim {__version__}: logic circuits whose gates are neurons. Open an example and press its inputs."


class MainWindow(QMainWindow):
    """A window on one document.

    Attributes
    ----------
    document : Document
        The circuit and its undo stack.
    run : Run
        The simulator, the inputs set by hand, the clock.
    canvas : CanvasView
        Where it is drawn.
    message_bar, trouble_bar : MessageBar
        What went wrong with a file or an edit; and why the circuit cannot run.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.document = Document(self)
        self.run = Run(self.document, self)
        self.canvas = CanvasView(self.document, self.run, self)
        self.message_bar = MessageBar("messageBar", self)
        self.trouble_bar = MessageBar("troubleBar", self)
        self.actions_by_name = build_menus(self)
        self._build()
        self._connect()
        self.set_theme(str(QSettings().value("theme", system_theme())))
        self.resize(1280, 800)
        self._show_name()

    # What it is made of

    def _build(self) -> None:
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.caption = Caption(self.document, self)
        for widget in (self.message_bar, self.trouble_bar, self.caption):
            layout.addWidget(widget)
        layout.addWidget(self.canvas, 1)
        self.setCentralWidget(centre)
        self.transport = TransportBar(self.run, self.actions_by_name, self)
        self.addToolBar(self.transport)
        self.browser = ExampleBrowser(paint_thumbnail, self)
        self.dock = QDockWidget("Examples", self, objectName="examplesDock")
        self.dock.setWidget(self.browser)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.resizeDocks([self.dock], [290], Qt.Orientation.Horizontal)
        self.pointed_label = QLabel(objectName="pointed")
        self.zoom_label = QLabel(objectName="zoom")
        self.size_label = QLabel(objectName="size", toolTip="What the circuit is made of, and how time passes in it")
        self.statusBar().addWidget(self.pointed_label, 1)
        for label in (self.size_label, self.zoom_label):
            label.setMargin(4)
            self.statusBar().addPermanentWidget(label)
        self.size_label.setAccessibleName("Size and timing")
        self.pointed_label.setAccessibleName("Under the pointer")
        self.zoom_label.setAccessibleName("Zoom")
        self.setAcceptDrops(True)
        self._fill_examples_menu()

    def _fill_examples_menu(self) -> None:
        menu = self.findChild(QWidget, "menuExamples")
        show = self.dock.toggleViewAction()
        show.setObjectName("showExamples")
        show.setText("Show the &List")
        show.setToolTip("Show or hide the list of examples (Ctrl+E)")
        show.setShortcut("Ctrl+E")
        menu.addAction(show)
        menu.addSeparator().setObjectName("separatorExamples")
        for name in examples():
            action = QAction(name.replace("_", " "), self, objectName=f"example_{name}")
            action.setToolTip(f"Open the example {name}")
            action.triggered.connect(partial(self.open_example, name))
            menu.addAction(action)

    def _connect(self) -> None:
        document = self.document
        document.named.connect(self._show_name)
        document.undo_stack.cleanChanged.connect(self._show_name)
        document.undo_stack.indexChanged.connect(self._show_steps)
        document.replaced.connect(self.message_bar.clear)
        self.run.compiled.connect(self._show_trouble)
        self.canvas.pointed.connect(self.pointed_label.setText)
        self.canvas.zoomed.connect(self._show_zoom)
        self.canvas.selection_changed.connect(self._show_steps)
        self.browser.chosen.connect(self.open_example)
        self._show_steps()
        self._show_size()

    # What it shows

    def _show_name(self) -> None:
        self.setWindowTitle(f"{self.document.title}[*] \N{EM DASH} circuitsim")
        self.setWindowModified(not self.document.undo_stack.isClean())

    def _show_steps(self) -> None:
        stack, actions = self.document.undo_stack, self.actions_by_name
        for name, can, text in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            actions[name].setEnabled(can)
            actions[name].setText(f"&{name.title()} {text}".strip())
        actions["delete"].setEnabled(bool(self.canvas.selected_ids()))

    def _show_zoom(self, scale: float) -> None:
        self.zoom_label.setText(f"{scale * 100:.0f} %")

    def _show_size(self) -> None:
        graph = self.document.circuit.graph
        nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
        self.actions_by_name["unitDelay"].setChecked(self.document.circuit.timing == "unit-delay")
        self.size_label.setText(f"{nodes:,} nodes, {edges:,} connections, {self.document.circuit.timing} timing")

    def _show_trouble(self) -> None:
        self._show_size()
        error = self.run.error
        if error is None:
            self.trouble_bar.clear()
        else:
            self.trouble_bar.say(f"This circuit cannot run yet: {error}")

    def set_theme(self, name: str) -> None:
        """Dress everything in the theme of that name."""
        theme = THEMES.get(name, THEMES["light"])
        dress(QApplication.instance(), theme)
        for part in (self.canvas, self.caption, self.browser, self.transport, self.message_bar, self.trouble_bar):
            part.set_theme(theme)
        self.actions_by_name["dark"].setChecked(theme.name == "dark")

    def set_dark(self, dark: bool) -> None:
        """Choose the dark theme or the light one, for the next start too."""
        name = "dark" if dark else "light"
        if self.canvas.theme.name != name:
            QSettings().setValue("theme", name)
            self.set_theme(name)

    # Files

    def new(self) -> None:
        """Show an empty circuit."""
        self._unless_unsaved(self.document.new)

    def open_path(self, path: str | os.PathLike[str]) -> None:
        """Show the circuit in a file, or say what is wrong with the file."""
        self._unless_unsaved(partial(self._try, partial(self.document.open, path)))

    def open_example(self, name: str, *_: object) -> None:
        """Show a copy of an example."""
        self._unless_unsaved(partial(self._try, partial(self.document.open_example, name)))

    def save(self) -> None:
        """Save in the document's file; ask for one where it has none."""
        if self.document.path is None:
            self.ask_save()
        else:
            self.save_to(self.document.path)

    def save_to(self, path: str | os.PathLike[str]) -> bool:
        """Save in a file; False, and a message, where that fails."""
        target = Path(path)
        if not target.suffix:
            target = target.with_suffix(".json")
        done = self._try(partial(self.document.save, target))
        if done:
            self.message_bar.clear()
            self.statusBar().showMessage(f"Saved {target}", 4000)
        return done

    def ask_open(self) -> None:
        """Ask for a file to open; the dialog does not hold anything up."""
        dialog = self._file_dialog("Open a circuit", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    def ask_save(self) -> None:
        """Ask for a file to save in."""
        dialog = self._file_dialog("Save the circuit", QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self.document.title.replace(' ', '_').removesuffix('.json')}.json")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        kinds = formats.FORMATS
        able = [kind for kind in kinds if (kind.write if mode == QFileDialog.AcceptMode.AcceptSave else kind.read)]
        filters = [f"{kind.name} ({' '.join(f'*{ending}' for ending in kind.endings)})" for kind in able]
        dialog.setNameFilters([*filters, "All files (*)"])
        if self.document.path is not None:
            dialog.setDirectory(str(self.document.path.parent))
        return dialog

    def _try(self, act: Callable[[], None]) -> bool:
        """Do something that can go wrong; say what did."""
        try:
            act()
        except CircuitError as error:
            self.message_bar.say(str(error))
            return False
        return True

    def _unless_unsaved(self, act: Callable[[], object]) -> None:
        """Go on at once, or when the user has said what to do with unsaved changes."""
        if self.document.undo_stack.isClean():
            act()
        else:
            self.ask_discard(act)

    def ask_discard(self, act: Callable[[], object]) -> None:
        """Ask whether to save, discard or keep unsaved changes before `act`; nothing waits for the answer."""
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self, objectName="unsavedQuestion")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Unsaved changes")
        box.setText(f"Save the changes to {self.document.title}?")
        box.setInformativeText("They are lost if you discard them.")
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        box.buttonClicked.connect(partial(self._answered, box, act))
        box.open()

    def _answered(self, box: QMessageBox, act: Callable[[], object], button: object) -> None:
        answer = box.standardButton(button)
        if answer == QMessageBox.StandardButton.Discard:
            act()
        elif answer == QMessageBox.StandardButton.Save:
            self.save()
            if self.document.undo_stack.isClean():
                act()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless there are unsaved changes that nobody has decided on."""
        if self.document.undo_stack.isClean():
            self.run.pause()
            event.accept()
        else:
            event.ignore()
            self.ask_discard(self._close_unsaved)

    def _close_unsaved(self) -> None:
        self.document.undo_stack.setClean()
        self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that is dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    # What the other actions do

    def undo(self) -> None:
        """Take the last edit back."""
        self.document.undo_stack.undo()

    def redo(self) -> None:
        """Make it again."""
        self.document.undo_stack.redo()

    def delete_selected(self) -> None:
        """Remove the selected nodes, with their connections."""
        ids = self.canvas.selected_ids()
        if ids:
            with self.document.edit(f"Delete {ids[0]}" if len(ids) == 1 else f"Delete {len(ids)} nodes") as circuit:
                circuit.remove(*ids)

    def select_all(self) -> None:
        """Select every node."""
        self.canvas.select_all()

    def toggle_running(self, on: bool) -> None:
        """Let the clock tick, or pause it."""
        if on:
            self.run.start()
        else:
            self.run.pause()
        self.transport.refresh()

    def tick(self) -> None:
        """Make one tick."""
        self.run.step()

    def back(self) -> None:
        """Go back by one tick."""
        self.run.back()

    def reset(self) -> None:
        """Go to tick 0."""
        self.run.reset()

    def set_unit_delay(self, on: bool) -> None:
        """Choose between the two timings."""
        timing: Timing = "unit-delay" if on else "settled"
        if self.document.circuit.timing != timing:
            with self.document.edit(f"Change to {timing} timing") as circuit:
                circuit.timing = timing

    def zoom_in(self) -> None:
        """Show it larger."""
        self.canvas.zoom(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self.canvas.zoom(1 / _ZOOM_STEP)

    def zoom_full(self) -> None:
        """Show it at 100 %."""
        self.canvas.set_zoom(1.0)

    def fit(self) -> None:
        """Show the whole circuit."""
        self.canvas.fit()

    def about(self) -> None:
        """Say what this is."""
        self.statusBar().showMessage(ABOUT, 10000)
