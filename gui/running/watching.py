"""The panels that show and steer a run, each in a dock that is built when it is first shown."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QDockWidget

from gui.feature import Feature, is_in_sight
from gui.language import tr
from gui.learning.panel import TrainingPanel
from gui.live.panel import Panel
from gui.menus import DOCK
from gui.panels.breakpoints import BreakpointsPanel
from gui.panels.drives import DrivesPanel
from gui.panels.node_table import NodeTablePanel
from gui.panels.snapshots import SnapshotsPanel
from gui.panels.tests import TestsPanel
from gui.panels.truth_table import TruthTablePanel
from gui.panels.waveforms import WaveformsPanel
from gui.theme import Theme

_AREA = Qt.DockWidgetArea
_WIDE, _HIGH = 360, 280
PANELS: tuple[tuple[type[Panel], Qt.DockWidgetArea], ...] = (
    (TruthTablePanel, _AREA.RightDockWidgetArea),
    (TestsPanel, _AREA.RightDockWidgetArea),
    (WaveformsPanel, _AREA.BottomDockWidgetArea),
    (DrivesPanel, _AREA.RightDockWidgetArea),
    (BreakpointsPanel, _AREA.RightDockWidgetArea),
    (SnapshotsPanel, _AREA.RightDockWidgetArea),
    (NodeTablePanel, _AREA.BottomDockWidgetArea),
    (TrainingPanel, _AREA.RightDockWidgetArea),
)


class Watching(Feature):
    """A Panels menu with one action a panel."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._docks: dict[str, QDockWidget] = {}
        window.theme_changed.connect(self.set_theme)
        self._workspace: Any = None
        menu = QT_TRANSLATE_NOOP("", "&Panels")
        for panel, area in PANELS:
            name, text, tip = f"show_{panel.name}", tr(panel.title), tr(panel.tip)
            action = self.action(menu, name, text, tip, partial(self.toggle, panel, area), panel.key)
            action.setCheckable(True)
            action.setProperty(DOCK, f"{panel.name}Dock")

    def follow(self, workspace: Any) -> None:
        """Every panel goes over to another document."""
        super().follow(workspace)
        self._workspace = workspace
        for dock in self._docks.values():
            self._panel(dock).follow(workspace)

    @staticmethod
    def _panel(dock: QDockWidget) -> Panel:
        panel = dock.widget()
        assert isinstance(panel, Panel)
        return panel

    def toggle(self, panel: type[Panel], area: Qt.DockWidgetArea) -> None:
        """Show a panel, in front of others, or hide it."""
        dock = self._docks.get(panel.name)
        self.show_dock(self.dock_of(panel, area), shown=dock is None or not is_in_sight(dock))
        self._seen(panel.name)

    def show_panel(self, name: str) -> Panel:
        """Show a panel by its name."""
        panel, area = next((panel, area) for panel, area in PANELS if panel.name == name)
        dock = self.dock_of(panel, area)
        self.show_dock(dock, shown=True)
        return self._panel(dock)

    def dock_of(self, panel: type[Panel], area: Qt.DockWidgetArea) -> QDockWidget:
        """The dock of a panel, built when it is first asked for."""
        dock = self._docks.get(panel.name)
        if dock is None:
            dock = QDockWidget(tr(panel.title), self.window, objectName=f"{panel.name}Dock")
            made = panel(self.say, dock)
            dock.setWidget(made)
            beside = [other for other in self.docks_in(area) if not other.isHidden()]
            self.put_dock(dock, area)
            across = area == _AREA.RightDockWidgetArea
            room = [other.width() if across else other.height() for other in beside]
            way = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
            self.window.resizeDocks([dock], [max(_WIDE if across else _HIGH, *room, 0)], way)
            self._docks[panel.name] = dock
            made.keep_keys()
            made.set_theme(self.canvas.theme)
            made.follow(self._workspace)
            dock.visibilityChanged.connect(partial(self._seen, panel.name))
        return dock

    def _seen(self, name: str, *_: object) -> None:
        self.window.actions_by_name[f"show_{name}"].setChecked(not self._docks[name].isHidden())

    def set_theme(self, theme: Theme) -> None:
        """Show every panel in a theme."""
        for dock in self._docks.values():
            self._panel(dock).set_theme(theme)
