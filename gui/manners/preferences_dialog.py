"""The dialog of the preferences: each is in force as soon as it is changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.language import tr
from gui.manners.actions import plain
from gui.settings import AUTOSAVE, MOTION, SNAP, WHEEL, Setting

if TYPE_CHECKING:
    from gui.manners.preferences import Preferences


class PreferencesDialog(QDialog):
    """A form; it follows what is changed elsewhere."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(tr("Preferences"))
        self._preferences = preferences
        self._checks: dict[str, QCheckBox] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._add_looks()
        self._add_canvas()
        self._add_files()
        self._add_panels()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addLayout(self._last_row())
        preferences.window.settings_changed.connect(self.refresh)
        self.refresh()

    # What it is made of

    def _heading(self, text: str) -> None:
        label = QLabel(text, self)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        if self._form.rowCount():
            label.setContentsMargins(0, 10, 0, 0)
        self._form.addRow(label)

    def _row(self, text: str, field: QWidget) -> None:
        """A row with its label; the label's letter leads to the field."""
        label = QLabel(text, self)
        label.setBuddy(field)
        field.setAccessibleName(plain(text))
        self._form.addRow(label, field)

    def _check(self, setting: Setting, title: str, text: str, tip: str) -> None:
        box = QCheckBox(text, self, objectName=setting.key, toolTip=tip)
        box.toggled.connect(partial(self._preferences.put, setting))
        self._checks[setting.key] = box
        self._form.addRow(QLabel(title, self), box)

    def _note(self, text: str) -> None:
        note = QLabel(text, self, wordWrap=True)
        note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
        self._form.addRow("", note)

    def _button(self, name: str, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self, objectName=name, toolTip=tip, autoDefault=False)
        button.clicked.connect(lambda *_: act())
        return button

    def _add_looks(self) -> None:
        self._heading(tr("Look"))
        self.theme = QComboBox(self, objectName="themeChoice", toolTip=tr("The colours of the window"))
        for text, name in ((tr("That of the system"), None), (tr("Light"), "light"), (tr("Dark"), "dark")):
            self.theme.addItem(text, name)
        self.theme.activated.connect(lambda *_: self._preferences.put_theme(self.theme.currentData()))
        self._row(tr("&Theme"), self.theme)
        self._add_language()
        self._check(
            MOTION, tr("Motion"), tr("&Animate panels and layouts"), tr("Off: everything is in its new place at once")
        )

    def _add_language(self) -> None:
        """The languages that the menu of that name offers, where there is one."""
        menu = self._preferences.window.findChild(QMenu, "menuLanguage")
        self._languages = [] if menu is None else [each for each in menu.actions() if not each.isSeparator()]
        if not self._languages:
            return
        self.language = QComboBox(self, objectName="languageChoice", toolTip=menu.menuAction().toolTip())
        self.language.addItems([plain(each.text()) for each in self._languages])
        self.language.activated.connect(lambda k: self._languages[k].trigger())
        self._row(tr("Lan&guage"), self.language)

    def _add_canvas(self) -> None:
        self._heading(tr("Canvas"))
        self._check(
            WHEEL,
            tr("Mouse wheel"),
            tr("The &wheel zooms"),
            tr("Off: the wheel pans, and Shift and the wheel pans sideways"),
        )
        self._note(tr("Ctrl and the wheel always zooms; two fingers on a trackpad always pan."))
        self._check(SNAP, tr("Grid"), tr("&Snap to the grid"), tr("What is moved, added or pasted stands on the grid"))

    def _add_files(self) -> None:
        self._heading(tr("Files"))
        self.autosave = QSpinBox(
            self, objectName=AUTOSAVE.key, minimum=AUTOSAVE.least, maximum=AUTOSAVE.most, keyboardTracking=False
        )
        self.autosave.setSuffix(tr(" s"))
        self.autosave.setToolTip(tr("Unsaved changes are kept in every pause, and at the latest after so many seconds"))
        self.autosave.valueChanged.connect(partial(self._preferences.put, AUTOSAVE))
        self._row(tr("&Keep unsaved changes every"), self.autosave)

    def _add_panels(self) -> None:
        self._heading(tr("Window"))
        row = QHBoxLayout()
        row.setSpacing(8)
        reset_tip = tr("Put all bars and panels back where they are in a new window")
        row.addWidget(self._button("resetLayout", tr("Reset the &Layout"), reset_tip, self._preferences.reset_layout))
        keys = self._preferences.window.actions_by_name.get("shortcuts")
        if keys is not None:
            row.addWidget(self._button("openShortcuts", keys.text(), keys.statusTip(), keys.trigger))
        row.addStretch(1)
        self._form.addRow("", row)

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        tip = tr("Have everything here as it is without any choice")
        row.addWidget(self._button("restoreDefaults", tr("Restore &Defaults"), tip, self._preferences.restore))
        row.addStretch(1)
        close = self._button("closePreferences", tr("Close"), tr("Close (Esc)"), self.close)
        close.setDefault(True)
        row.addWidget(close)
        return row

    # What it shows

    def refresh(self) -> None:
        """Show what is chosen now."""
        for setting in (WHEEL, SNAP, MOTION):
            self._checks[setting.key].setChecked(bool(self._preferences.value(setting)))
        self.autosave.setValue(int(self._preferences.value(AUTOSAVE)))
        self.theme.setCurrentIndex(max(self.theme.findData(self._preferences.theme), 0))
        for k, each in enumerate(self._languages):
            if each.isChecked():
                self.language.setCurrentIndex(k)
