"""The main window: menus and docks around the tabs; opening, saving and closing."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QTabWidget,
    QWidget,
)

from circuitsim.records import Timing
from gui.canvas.thumbnail import paint_thumbnail
from gui.canvas.view import CanvasView
from gui.document import Document
from gui.editing.adding import Adding
from gui.editing.arranging import Arranging
from gui.editing.clipboard import Clipboard
from gui.editing.context_menu import ContextMenu
from gui.editing.definitions import Definitions
from gui.editing.hierarchy import Hierarchy
from gui.editing.values import Values
from gui.editing.walking import Walking
from gui.files.autosave import Autosave
from gui.files.dialogs import ask_about_unsaved, file_dialog
from gui.files.exporting import Exporting
from gui.files.history import UndoHistory
from gui.files.locks import FileLocks
from gui.files.opening import Opening
from gui.files.recent import RecentFiles
from gui.files.saving import Saving
from gui.files.watch import FileWatch
from gui.language import grouped, tr
from gui.manners.about import open_about
from gui.manners.accessible import Accessible
from gui.manners.commands import Commands
from gui.manners.dock_widths import DockWidths
from gui.manners.languages import Languages
from gui.manners.preferences import Preferences
from gui.manners.shortcut_dialog import KeyList
from gui.manners.tour import Tour
from gui.menus import build_menus, give_keys
from gui.panels.caption import Caption
from gui.panels.examples import ExampleBrowser
from gui.panels.message import MessageBar
from gui.panels.transport import TransportBar
from gui.run import Run
from gui.running.curing import Curing
from gui.running.learning import Learning
from gui.running.reasons import Reasons
from gui.running.ticking import Ticking
from gui.running.watching import Watching
from gui.shelves import shelves
from gui.theme import THEMES, dress, system_theme
from gui.workspace import Workspace

FEATURES = (
    Clipboard,
    Adding,
    Arranging,
    Hierarchy,
    Definitions,
    Values,
    Walking,
    ContextMenu,
    Ticking,
    Watching,
    Reasons,
    Curing,
    Learning,
    RecentFiles,
    Autosave,
    UndoHistory,
    FileWatch,
    Exporting,
    Commands,
    Accessible,
    Languages,
    Preferences,
    Tour,
    DockWidths,
    KeyList,
)
"""What the window can do: each is built with the window, and follows the document that is shown."""

_ZOOM_STEP = 1.25


class MainWindow(QMainWindow):
    """A window on several documents, one a tab.

    Attributes
    ----------
    document, run, canvas
        The document of the current tab, what runs of it, and where it is drawn.
    message_bar, trouble_bar : MessageBar
        What went wrong with a file or an edit; and why the circuit cannot run.
    features : list
        What `FEATURES` made.

    Signals
    -------
    workspace_changed(Workspace)
        Another tab is shown.
    workspace_added(Workspace), workspace_closing(Workspace)
        A tab has come; a tab is about to go.
    theme_changed(Theme)
        The window is dressed in another theme.
    settings_changed()
        The user prefers something else.
    """

    workspace_changed = Signal(object)
    workspace_added = Signal(object)
    workspace_closing = Signal(object)
    theme_changed = Signal(object)
    settings_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.features: list[Any] = []
        self.locks = FileLocks()
        self._opening, self._saving = Opening(self), Saving(self)
        self.theme = THEMES["light"]
        self.tabs = QTabWidget(self, objectName="tabs", documentMode=True, tabsClosable=True, movable=True)
        self.tabs.setAccessibleName(tr("Open circuits"))
        self.tabs.setTabBarAutoHide(True)
        self.setCentralWidget(self.tabs)
        self._current = self._add_workspace()
        self.actions_by_name = build_menus(self)
        # Home goes to the start of a list or a slider that has the focus, so it fits the view on a canvas alone.
        self.actions_by_name["fit"].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._build()
        self._connect()
        self.features = [feature(self) for feature in FEATURES]
        for feature in self.features:
            feature.follow(self._current)
        self.set_theme(str(QSettings().value("theme", system_theme())))
        self.resize(1280, 800)
        self._show_name()
        self.canvas.setFocus()

    # The tabs

    @property
    def workspaces(self) -> list[Workspace]:
        """Every open document, in the order of the tabs."""
        found = (self.tabs.widget(k) for k in range(self.tabs.count()))
        return [each for each in found if isinstance(each, Workspace)]

    @property
    def workspace(self) -> Workspace:
        """The current tab."""
        return self._current

    @property
    def document(self) -> Document:
        """The document of the current tab."""
        return self._current.document

    @property
    def run(self) -> Run:
        """What runs in the current tab."""
        return self._current.run

    @property
    def canvas(self) -> CanvasView:
        """The canvas of the current tab."""
        return self._current.canvas

    @property
    def caption(self) -> Caption:
        """What the current circuit says of itself."""
        return self._current.caption

    @property
    def message_bar(self) -> MessageBar:
        """What went wrong with a file or an edit of the current tab."""
        return self._current.message_bar

    @property
    def trouble_bar(self) -> MessageBar:
        """Why the circuit of the current tab cannot run."""
        return self._current.trouble_bar

    def _add_workspace(self) -> Workspace:
        workspace = Workspace()
        workspace.set_theme(self.theme)
        self.tabs.addTab(workspace, workspace.document.title)
        return workspace

    def _connect_workspace(self, workspace: Workspace) -> None:
        """Only the tab that is shown is pointed at, so that each may write in the same places."""
        document = workspace.document
        document.named.connect(self._show_name)
        document.named.connect(self.free_locks)
        document.clean_changed.connect(self._show_name)
        document.undo_stack.indexChanged.connect(self._show_steps)
        workspace.run.compiled.connect(self._show_size)
        workspace.canvas.addAction(self.actions_by_name["fit"])
        workspace.canvas.pointed.connect(self.pointed_label.setText)
        workspace.canvas.zoomed.connect(self._show_zoom)
        workspace.canvas.selection_changed.connect(self._show_steps)

    def free_workspace(self) -> Workspace:
        """A tab for another circuit: the current one where that is untouched, else a new one."""
        if not self._current.is_untouched:
            workspace = self._add_workspace()
            self._connect_workspace(workspace)
            self.workspace_added.emit(workspace)
            self.show_workspace(workspace)
        self.canvas.setFocus()
        return self._current

    def show_workspace(self, workspace: Workspace) -> None:
        """Go to a tab."""
        self.tabs.setCurrentWidget(workspace)
        workspace.canvas.setFocus()

    def _went_to(self, index: int) -> None:
        workspace = self.tabs.widget(index)
        if not isinstance(workspace, Workspace) or workspace is self._current:
            return
        self._current.run.pause()  # what is not seen does not run
        self._current.message_bar.pass_away()
        self._current = workspace
        self.transport.follow(workspace.run)
        self._show_all()
        for feature in self.features:
            feature.follow(workspace)
        self.workspace_changed.emit(workspace)

    def close_tab(self) -> None:
        """Close the current tab, unless there are unsaved changes that nobody has decided on."""
        self.close_workspace(self._current)

    def _close_at(self, index: int) -> None:
        self.close_workspace(self.workspaces[index])

    def close_workspace(self, workspace: Workspace) -> None:
        """Close a tab, unless there are unsaved changes that nobody has decided on."""
        if workspace.is_unsaved:
            self.ask_discard(workspace, partial(self._remove, workspace))
        else:
            self._remove(workspace)

    def _remove(self, workspace: Workspace) -> None:
        self.workspace_closing.emit(workspace)
        workspace.run.pause()
        if len(self.workspaces) == 1:
            fresh = self._add_workspace()
            self._connect_workspace(fresh)
            self.workspace_added.emit(fresh)
        if workspace is self._current:
            self.show_workspace(next(each for each in reversed(self.workspaces) if each is not workspace))
        self.tabs.removeTab(self.tabs.indexOf(workspace))
        workspace.deleteLater()
        self.free_locks()

    def free_locks(self) -> None:
        """Give up the locks of files that no tab shows any more."""
        self.locks.keep([each.document.path for each in self.workspaces if each.document.path is not None])

    def next_tab(self) -> None:
        """Go to the next tab."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def previous_tab(self) -> None:
        """Go to the tab before."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() - 1) % self.tabs.count())

    # What it is made of

    def _build(self) -> None:
        self.transport = TransportBar(self.run, self.actions_by_name, self)
        self.addToolBar(self.transport)
        self.browser = ExampleBrowser(paint_thumbnail, self)
        self.dock = QDockWidget(tr("Examples"), self, objectName="examplesDock")
        self.dock.setWidget(self.browser)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.dock)
        self.resizeDocks([self.dock], [290], Qt.Orientation.Horizontal)
        self.pointed_label = QLabel(objectName="pointed")
        self.zoom_label = QLabel(objectName="zoom")
        self.size_label = QLabel(
            objectName="size", toolTip=tr("What the circuit is made of, and how time passes in it")
        )
        self.statusBar().addWidget(self.pointed_label, 1)
        for label in (self.size_label, self.zoom_label):
            label.setMargin(4)
            self.statusBar().addPermanentWidget(label)
        self.size_label.setAccessibleName(tr("Size and timing"))
        self.pointed_label.setAccessibleName(tr("Under the pointer"))
        self.zoom_label.setAccessibleName(tr("Zoom"))
        self.setAcceptDrops(True)
        self._fill_examples_menu()

    def _fill_examples_menu(self) -> None:
        menu = self.findChild(QMenu, "menuExamples")
        show = self.dock.toggleViewAction()
        show.setObjectName("showExamples")
        show.setText(tr("Show the &List"))
        show.setStatusTip(tr("Show or hide the list of examples"))
        give_keys(show, [QKeySequence("Ctrl+E")])
        menu.addAction(show)
        menu.addSeparator().setObjectName("separatorExamples")
        for number, (title, names) in enumerate(shelves().items()):
            shelf = menu.addMenu(tr(title))
            shelf.setObjectName(f"menuShelf{number}")
            shelf.menuAction().setObjectName(f"{shelf.objectName()}Action")
            shelf.setToolTipsVisible(True)
            for name in names:
                action = QAction(name.replace("_", " "), self, objectName=f"example_{name}")
                action.setStatusTip(tr("Open the example {name}").format(name=name))
                give_keys(action, [])
                action.triggered.connect(partial(self.open_example, name))
                shelf.addAction(action)

    def _connect(self) -> None:
        self._connect_workspace(self._current)
        self.tabs.currentChanged.connect(self._went_to)
        self.tabs.tabCloseRequested.connect(self._close_at)
        self.workspace_closing.connect(_finish_tasks)
        self.browser.chosen.connect(self.open_example)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        QApplication.instance().focusChanged.connect(self._focus_moved)
        self._show_all()

    # What it shows

    def _show_all(self) -> None:
        self._show_name()
        self._show_steps()
        self._show_size()
        self._show_zoom(self.canvas.transform().m11())
        self.pointed_label.clear()

    def _show_name(self) -> None:
        self.setWindowTitle(f"{self.document.title}[*] \N{EM DASH} circuitsim")
        self.setWindowModified(self._current.is_unsaved)
        for k, workspace in enumerate(self.workspaces):
            title = workspace.document.title.replace("&", "&&")
            self.tabs.setTabText(k, f"{title} \N{BULLET}" if workspace.is_unsaved else title)
            self.tabs.setTabToolTip(k, str(workspace.document.path or tr("Not saved in a file yet")))

    def _show_steps(self) -> None:
        stack, actions = self.document.undo_stack, self.actions_by_name
        for name, can, plain, text, step in (
            ("undo", stack.canUndo(), tr("&Undo"), tr("&Undo {step}"), stack.undoText()),
            ("redo", stack.canRedo(), tr("&Redo"), tr("&Redo {step}"), stack.redoText()),
        ):
            actions[name].setEnabled(can)
            actions[name].setText(text.format(step=step) if step else plain)
        actions["delete"].setEnabled(bool(self.canvas.selection))

    def _show_zoom(self, scale: float) -> None:
        self.zoom_label.setText(f"{scale * 100:.0f} %")

    def _show_size(self) -> None:
        body = self.document.circuit.body()
        nodes, edges = len(body.nodes), len(body.edges)
        self.actions_by_name["unitDelay"].setChecked(self.document.circuit.timing == "unit-delay")
        timed = tr("settled timing") if self.document.circuit.timing == "settled" else tr("unit-delay timing")
        counted = (
            tr("{count} nodes", "", nodes).format(count=grouped(nodes)),
            tr("{count} connections", "", edges).format(count=grouped(edges)),
        )
        self.size_label.setText(", ".join((*counted, timed)))

    def set_theme(self, name: str) -> None:
        """Dress everything in the theme of that name."""
        self.theme = theme = THEMES.get(name, THEMES["light"])
        dress(QApplication.instance(), theme)
        for part in (*self.workspaces, self.browser, self.transport):
            part.set_theme(theme)
        self.theme_changed.emit(theme)
        self.actions_by_name["dark"].setChecked(theme.name == "dark")

    def set_dark(self, dark: bool) -> None:
        """Choose the dark theme or the light one, for the next start too."""
        name = "dark" if dark else "light"
        if self.theme.name != name:
            self.choose_theme(name)

    def follow_system(self) -> None:
        """Have the theme of the desktop around us, now and when it changes."""
        self.choose_theme(None)

    def choose_theme(self, name: str | None) -> None:
        """Have a theme, for the next start too; None is that of the desktop around us."""
        if name is None:
            QSettings().remove("theme")
        else:
            QSettings().setValue("theme", name)
        self.set_theme(system_theme() if name is None else name)

    def _system_changed(self) -> None:
        if QSettings().value("theme") is None:
            self.set_theme(system_theme())

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """What had the keys is gone: the canvas has them then, and never nobody."""
        if now is None and self.isActiveWindow() and QApplication.activePopupWidget() is None:
            self.canvas.setFocus()

    # Files

    def new(self) -> None:
        """Show an empty circuit."""
        self.free_workspace().document.named.emit()

    def open_path(self, path: str | os.PathLike[str], *, wait: bool = False) -> None:
        """Show the circuit in a file, or say what is wrong with the file; a shipped example is shown as a copy.

        A large file is read beside the window, unless somebody has to `wait` for it.
        """
        self._opening.open_path(Path(path), wait=wait)

    def workspace_of(self, path: Path) -> Workspace | None:
        """The tab that shows a file."""
        for workspace in self.workspaces:
            if workspace.document.path is not None and workspace.document.path.resolve() == path:
                return workspace
        return None

    def open_example(self, name: str, *_: object) -> None:
        """Show a copy of an example."""
        self._opening.open_example(name)

    def save(self) -> None:
        """Save in the document's file; ask for one where it has none."""
        self._saving.save()

    def save_to(self, path: str | os.PathLike[str]) -> bool:
        """Save in a file; False, and a message, where that fails."""
        return self._saving.save_to(path)

    def ask_save(self) -> None:
        """Ask for a file to save in."""
        self._saving.ask()

    def ask_open(self) -> None:
        """Ask for a file to open; the dialog does not hold anything up."""
        dialog = file_dialog(self, tr("Open a circuit"), QFileDialog.AcceptMode.AcceptOpen, self.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    @property
    def folder(self) -> str:
        """Where the document's file is, for dialogs to begin in."""
        return "" if self.document.path is None else str(self.document.path.parent)

    def ask_discard(self, workspace: Workspace, act: Callable[[], object]) -> None:
        """Ask whether to save, discard or keep the changes of a tab before `act`; nothing waits for the answer."""
        self.show_workspace(workspace)
        ask_about_unsaved(self, workspace.document.title, partial(self._save_and, workspace, act), act)

    def offer_recovery(self) -> bool:
        """Show what a crash has left; whether there is anything."""
        return any(feature.offer() for feature in self.features if isinstance(feature, Autosave))

    def offer_tour(self) -> None:
        """Begin the tour, where it was never begun before."""
        for feature in self.features:
            if isinstance(feature, Tour):
                feature.offer()

    def _save_and(self, workspace: Workspace, act: Callable[[], object]) -> None:
        self.save()
        if not workspace.is_unsaved:
            act()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless there are unsaved changes that nobody has decided on."""
        unsaved = [workspace for workspace in self.workspaces if workspace.is_unsaved]
        if unsaved:
            event.ignore()
            self.ask_discard(unsaved[0], partial(self._close_unsaved, unsaved[0]))
            return
        for workspace in self.workspaces:
            workspace.run.pause()
            self.workspace_closing.emit(workspace)
        self.locks.keep([])
        event.accept()

    def _close_unsaved(self, workspace: Workspace) -> None:
        workspace.document.undo_stack.setClean()
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
        for path in paths:
            self.open_path(path)

    # What the other actions do

    def undo(self) -> None:
        """Take the last edit back."""
        self.document.undo_stack.undo()

    def redo(self) -> None:
        """Make it again."""
        self.document.undo_stack.redo()

    def delete_selected(self) -> None:
        """Remove what is selected."""
        for feature in self.features:
            if isinstance(feature, Clipboard):
                feature.remove()

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
        """Go to tick 0; what inputs play begins anew."""
        self.run.reset(replay=True)

    def set_unit_delay(self, on: bool) -> None:
        """Choose between the two timings."""
        timing: Timing = "unit-delay" if on else "settled"
        if self.document.circuit.timing != timing:
            text = tr("Change to unit-delay timing") if on else tr("Change to settled timing")
            with self.document.edit(text) as circuit:
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

    def fit_selection(self) -> None:
        """Show what is selected; everything where nothing is."""
        self.canvas.fit_selection()

    def about(self) -> None:
        """Say what this is."""
        open_about(self)


def _finish_tasks(workspace: Workspace) -> None:
    """What a tab was doing ends with it."""
    workspace.tasks.finish()
