"""What the features of the window have in common: actions of the window, and the canvas that is followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDockWidget, QMenu, QWidget

from gui.canvas.view import CanvasView
from gui.language import tr
from gui.menus import DOCK, give_keys
from gui.theme import Theme


class Feature(QObject):
    """Something that the window can do. It adds actions, and follows the document that is shown."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window = window
        self._followed: CanvasView | None = None
        self._canvas_actions: list[QAction] = []
        window.theme_changed.connect(self.set_theme)

    @property
    def canvas(self) -> CanvasView:
        """The canvas of the document that is shown."""
        canvas: CanvasView = self.window.canvas
        return canvas

    def follow(self, workspace: Any) -> None:
        """Go on with another document."""
        if self._followed is workspace.canvas:
            return
        self._followed = workspace.canvas
        if workspace.canvas.property(type(self).__name__) is None:
            workspace.canvas.setProperty(type(self).__name__, True)
            workspace.canvas.addActions(self._canvas_actions)
            self.attach(workspace.canvas)

    def attach(self, canvas: CanvasView) -> None:
        """Listen to a canvas that is seen for the first time."""

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""

    def is_shown(self, canvas: CanvasView) -> bool:
        """Whether this is the canvas that the window shows."""
        return self.window.canvas is canvas

    def say(self, text: str) -> None:
        """Say something in the status bar."""
        self.window.statusBar().showMessage(text, 6000)

    def menu(self, title: str) -> QMenu:
        """The menu of that title in English, made before "Run" where there is none."""
        name = f"menu{title.replace('&', '')}"
        bar = self.window.menuBar()
        found = self.window.findChild(QMenu, name)
        if found is None:
            found = QMenu(tr(title), bar)
            found.setObjectName(name)
            found.setToolTipsVisible(True)
            found.menuAction().setObjectName(f"{name}Action")
            run = self.window.findChild(QMenu, "menuRun")
            bar.insertMenu(run.menuAction() if run is not None else None, found)
        return found

    def action(
        self, menu: str, name: str, text: str, tip: str, slot: Callable[[], object], *keys: str, canvas: bool = False
    ) -> QAction:
        """Add an action to a menu; `canvas` is for keys that mean something else in other panels."""
        action = QAction(text, self.window, objectName=name)
        action.setStatusTip(tip)
        give_keys(action, [QKeySequence(key) for key in keys])
        if canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._canvas_actions.append(action)
        action.triggered.connect(lambda *_: slot())
        self.menu(menu).addAction(action)
        self.window.actions_by_name[name] = action
        return action

    def separator(self, menu: str) -> None:
        """A line in a menu."""
        where = self.menu(menu)
        where.addSeparator().setObjectName(f"{where.objectName()}Separator{len(where.actions())}")

    def docks_in(self, area: Qt.DockWidgetArea) -> list[QDockWidget]:
        """The docks on a side of the window, also those that are hidden there."""
        docks: list[QDockWidget] = self.window.findChildren(QDockWidget)
        return [dock for dock in docks if self.window.dockWidgetArea(dock) == area and not dock.isFloating()]

    def put_dock(self, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
        """Put a new dock on a side of the window, in front of those that are there."""
        beside = self.docks_in(area)
        self.window.addDockWidget(area, dock)
        if beside:
            self.window.tabifyDockWidget(beside[-1], dock)

    def _put_above(self, dock: QDockWidget, area: Qt.DockWidgetArea) -> None:
        """Put a new dock above what is on a side of the window."""
        beside = [other for other in self.docks_in(area) if not other.isHidden()]
        self.window.addDockWidget(area, dock)
        if beside:
            self.window.splitDockWidget(dock, beside[0], Qt.Orientation.Vertical)
            self.window.resizeDocks([dock, beside[0]], [5, 4], Qt.Orientation.Vertical)

    def show_dock(self, dock: QDockWidget, *, shown: bool) -> None:
        """Show a dock in front of others and give it the keys, or hide it; what was in sight of a circuit stays so."""
        canvas = self.canvas
        whole = canvas.sees_all()
        dock.setVisible(shown)
        if shown:
            dock.raise_()
            dock.widget().setFocus()
            if whole:
                QTimer.singleShot(0, canvas, canvas.bring_all_in_sight)  # when the docks have their places

    def dock(
        self, name: str, title: str, make: Callable[[], QWidget], key: str, *, right: bool = True
    ) -> Callable[[], QDockWidget]:
        """An action that shows and hides a dock, which is built when it is first shown."""
        built: list[QDockWidget] = []

        def show() -> QDockWidget:
            if not built:
                side = Qt.DockWidgetArea
                dock = QDockWidget(tr(title), self.window, objectName=f"{name}Dock")
                dock.setWidget(make())
                area = side.RightDockWidgetArea if right else side.LeftDockWidgetArea
                if right:
                    self.put_dock(dock, area)
                else:
                    self._put_above(dock, area)
                dock.visibilityChanged.connect(lambda *_: action.setChecked(not dock.isHidden()))
                built.append(dock)
            return built[0]

        def toggle() -> None:
            made = bool(built)
            dock = show()
            self.show_dock(dock, shown=not made or not is_in_sight(dock))
            action.setChecked(not dock.isHidden())

        shown = tr(title)
        text, tip = tr("{title} Panel").format(title=shown), tr("Show or hide: {title}").format(title=shown)
        action = self.action("&View", name, text, tip, toggle, key)
        action.setCheckable(True)
        action.setProperty(DOCK, f"{name}Dock")
        return show


def is_in_sight(dock: QDockWidget) -> bool:
    """Whether a dock is shown, and not behind another tab."""
    return dock.isVisible() and not dock.visibleRegion().isEmpty()
