"""What is kept from one start to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication

from gui.manners.remembered import Remembered


@pytest.fixture(autouse=True)
def own_settings():
    def forget():
        for key in ("theme", "geometry", "docks", "rate"):
            QSettings().remove(key)

    forget()
    yield
    forget()


def test_size_docks_and_rate_are_there_again(open_window):
    window = open_window()
    kept = Remembered(window)
    window.resize(777, 555)
    window.dock.hide()
    window.run.rate = 37
    kept.save()
    window.close()
    again = open_window()
    Remembered(again)
    assert (again.width(), again.height()) == (777, 555)
    assert again.dock.isHidden()
    assert again.run.rate == 37
    again.open_example("and")
    again.open_example("or")
    assert again.run.rate == 37


def test_settings_that_make_no_sense_are_passed_over(open_window):
    for key in ("geometry", "docks", "rate"):
        QSettings().setValue(key, "nonsense")
    window = open_window()
    Remembered(window)
    assert window.run.rate == 4
    assert window.isVisible()


def test_the_theme_follows_the_system_until_one_is_chosen(open_window, monkeypatch):
    window = open_window()
    monkeypatch.setattr("gui.window.system_theme", lambda: "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.canvas.theme.name == "dark"
    assert window.actions_by_name["dark"].isChecked()
    window.actions_by_name["dark"].trigger()
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert window.canvas.theme.name == "light"  # it was chosen
    window.actions_by_name["systemTheme"].trigger()
    assert window.canvas.theme.name == "dark"
    window.set_theme("light")


def test_a_new_tab_has_the_theme_of_the_window(open_window):
    window = open_window()
    window.open_example("and")
    window.set_theme("dark")
    window.open_example("or")
    assert [each.canvas.theme.name for each in window.workspaces] == ["dark", "dark"]
    window.set_theme("light")
