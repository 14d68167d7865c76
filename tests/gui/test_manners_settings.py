"""What is kept from one start to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget

from gui.manners.remembered import Remembered


@pytest.fixture(autouse=True)
def own_settings():
    def forget():
        for key in ("theme", "geometry", "docks", "openDocks", "rate"):
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


@pytest.mark.parametrize("kept", [False, True])
def test_the_window_is_not_larger_than_the_screen(open_window, kept):
    room = QGuiApplication.primaryScreen().availableSize()
    window = open_window()
    window.resize(room.width() + 300, room.height() + 200)
    if kept:  # on a larger screen
        Remembered(window).save()
        QSettings().setValue("geometry", window.saveGeometry())
        window = open_window()
    else:
        assert window.width() > room.width()
    Remembered(window)
    assert window.width() <= room.width()
    assert window.height() < room.height()  # the window has a title
    assert min(window.width(), window.height()) > 400


def test_settings_that_make_no_sense_are_passed_over(open_window):
    for key in ("geometry", "docks", "openDocks", "rate"):
        QSettings().setValue(key, "nonsense")
    window = open_window()
    Remembered(window)
    assert window.run.rate == 4
    assert window.isVisible()
    QSettings().setValue("openDocks", ["run", "undo", "dark", 3])
    other = open_window()
    Remembered(other)
    assert not other.run.running
    assert other.theme.name == "light"


def test_panels_that_were_open_are_open_again_where_they_were(open_window):
    window = open_window()
    kept = Remembered(window)
    for name in ("inspector", "show_tests", "show_drives", "show_waveforms"):
        window.actions_by_name[name].trigger()
    window.actions_by_name["show_drives"].trigger()  # and away again
    inspector = window.findChild(QDockWidget, "inspectorDock")
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, inspector)
    kept.save()
    window.close()
    again = open_window()
    Remembered(again)
    shown = {dock.objectName() for dock in again.findChildren(QDockWidget) if not dock.isHidden()}
    assert shown == {"examplesDock", "inspectorDock", "paletteDock", "testsDock", "waveformsDock"}
    inspector = again.findChild(QDockWidget, "inspectorDock")
    assert again.dockWidgetArea(inspector) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert again.actions_by_name["show_tests"].isChecked()
    assert again.focusWidget() is again.canvas


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


def test_the_palette_is_there_at_the_first_start_until_it_is_closed(open_window):
    window = open_window()
    kept = Remembered(window)
    palette = window.findChild(QDockWidget, "paletteDock")
    assert palette.isVisible()
    assert palette.y() < window.dock.y()
    assert window.canvas.hasFocus()
    palette.close()
    window.dock.close()
    kept.save()
    again = open_window()
    Remembered(again)
    assert again.findChild(QDockWidget, "paletteDock") is None


def test_docks_are_as_wide_as_before_when_a_small_window_has_grown_again(open_window, qtbot):
    window = open_window()
    for name in ("palette", "show_truthTable"):
        window.actions_by_name[name].trigger()
    docks = [window.findChild(QDockWidget, name) for name in ("paletteDock", "truthTableDock")]
    window.resize(1200, 700)
    window.resizeDocks(docks, [310, 420], Qt.Orientation.Horizontal)  # as by hand
    qtbot.wait(20)
    before = [dock.width() for dock in docks]
    for width in (900, 700, 560, 700, 900, 1200):
        window.resize(width, 700)
        qtbot.wait(20)
        if width == 560:
            assert [dock.width() for dock in docks] != before
    assert [dock.width() for dock in docks] == before
