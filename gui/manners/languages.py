"""View > Language: which language the window speaks from its next start on."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from gui import language
from gui.language import tr
from gui.menus import Entry, add_action

LATER = QT_TRANSLATE_NOOP("", "The window speaks this language from its next start on.")
_KEYS = {"": "Ctrl+Shift+F10", "en": "Ctrl+Shift+F11", "de": "Ctrl+Shift+F12"}


class Languages(QObject):
    """A choice that is kept. Texts that are shown stay as they are: half a window in each language would be worse."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        menu = QMenu(tr("Lan&guage"), window, objectName="menuLanguage", toolTipsVisible=True)
        menu.menuAction().setObjectName("menuLanguageAction")
        menu.menuAction().setToolTip(tr("The language of the window, from its next start on"))
        window.findChild(QMenu, "menuView").insertMenu(window.actions_by_name["dark"], menu)
        group = QActionGroup(self)
        of_system = tr("&System Language"), tr("Speak the language of the system, from the next start on")
        rows = {"": of_system} | {
            code: (name, tr("Speak {language} from the next start on").format(language=name))
            for code, name in language.LANGUAGES.items()
        }
        for code, (text, tip) in rows.items():
            entry = Entry(f"language{code.title() or 'System'}", text, tip, (_KEYS[code],), checkable=True)
            action = add_action(window, "&Language", entry, partial(self._choose, code))
            action.setChecked(code == language.chosen())
            group.addAction(action)

    def follow(self, workspace: Any) -> None:
        """All documents are shown in the same language."""

    def _choose(self, code: str, on: bool) -> None:
        if not on or code == language.chosen():
            return
        language.choose(code)
        wanted = code or language.of_system()
        said = [tr(LATER)]
        if wanted != language.spoken():
            said.insert(0, language.in_language(wanted, LATER))
        self._window.statusBar().showMessage("  ".join(dict.fromkeys(said)), 15000)
