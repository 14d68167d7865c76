"""What the user prefers: kept in the settings, and in force at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QApplication, QDockWidget

from gui.edits.adding import GRID
from gui.feature import Feature
from gui.language import tr
from gui.manners.preferences_dialog import PreferencesDialog
from gui.menus import Entry, add_action
from gui.settings import MOTION, SETTINGS, SNAP, WHEEL, Setting
from gui.theme import Theme

_FREE = 1.0  # without the grid places are still whole numbers, so that files stay readable
_EFFECTS = tuple(
    getattr(Qt.UIEffect, f"UI_{name}")
    for name in ("AnimateMenu", "FadeMenu", "AnimateCombo", "AnimateTooltip", "FadeTooltip", "AnimateToolBox")
)


class Preferences(Feature):
    """Puts the settings in force on the canvases and the window, and opens the dialog.

    What else a setting concerns listens to the window's `settings_changed`.
    """

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.dialog: PreferencesDialog | None = None
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self._values = {key: setting.read() for key, setting in SETTINGS.items()}
        self.separator("&Edit")
        entry = Entry("preferences", tr("Preference&s…"), tr("Change how the window looks and behaves"), ("Ctrl+,",))
        add_action(window, "&Edit", entry, self.open)
        window.workspace_added.connect(self._set_canvases)
        self._first_state: QByteArray | None = None

    def follow(self, workspace: Any) -> None:
        """By the first time the window is as it is without any settings."""
        super().follow(workspace)
        if self._first_state is None:
            self._first_state = self.window.saveState()
            self._put_in_force()

    def value(self, setting: Setting) -> bool | int:
        """What is chosen."""
        return self._values[setting.key]

    def put(self, setting: Setting, value: bool | int) -> None:
        """Choose something, for the next start too."""
        if value == self._values[setting.key]:
            return
        self._values[setting.key] = value
        setting.write(value)
        self._put_in_force()
        self.window.settings_changed.emit()

    @property
    def theme(self) -> str | None:
        """The theme that was chosen; None for that of the system."""
        found = QSettings().value("theme")
        return None if found is None else str(found)

    def put_theme(self, name: str | None) -> None:
        """Choose a theme; None is that of the system."""
        self.window.choose_theme(name)

    def restore(self) -> None:
        """Have everything as it is without any choice."""
        for setting in SETTINGS.values():
            self.put(setting, setting.default)
        self.put_theme(None)

    # In force

    def _put_in_force(self) -> None:
        self._set_canvases()
        on = bool(self.value(MOTION))
        self.window.setAnimated(on)  # docks; and whoever animates something asks the window
        for effect, before in self._effects.items():
            QApplication.setEffectEnabled(effect, on and before)

    def _set_canvases(self, *_: object) -> None:
        for workspace in self.window.workspaces:
            workspace.canvas.wheel_zooms = bool(self.value(WHEEL))
            workspace.canvas.grid = GRID if self.value(SNAP) else _FREE

    def reset_layout(self) -> None:
        """Put all bars and panels back where they are in a new window."""
        assert self._first_state is not None
        for dock in self.window.findChildren(QDockWidget):
            if dock.objectName() != "recoveryDock":  # it asks something, and is not shown again
                dock.setFloating(False)
                dock.hide()
        self.window.restoreState(self._first_state)
        self.say(tr("Bars and panels are where they were at first"))

    # The dialog

    def open(self) -> None:
        """Show the dialog; nothing waits for it."""
        if self.dialog is None:
            self.dialog = PreferencesDialog(self, self.window)
        self.dialog.refresh()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def set_theme(self, theme: Theme) -> None:
        """Show in the dialog which theme is chosen."""
        if self.dialog is not None:
            self.dialog.refresh()
