"""Recent files, recovery after a crash, locks between windows, files that change on the disk."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QListWidget, QMessageBox, QPushButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.files import autosave
from gui.files.autosave import STEPS, Autosave
from gui.files.folders import data_folder
from gui.files.recent import MOST, recent_files
from gui.files.recovery_store import left_over


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    QSettings().remove("recentFiles")


def autosave_of(window):
    return next(each for each in window.features if isinstance(each, Autosave))


def kept():
    return list(data_folder("recovery").glob("*.json"))


# Recent files


def test_recent_files_are_listed_the_latest_first_and_opened(open_window, half_adder, tmp_path):
    window = open_window()
    for k in range(MOST + 2):
        half_adder.save(tmp_path / f"c{k}.json")
        window.open_path(tmp_path / f"c{k}.json")
        window.close_tab()
    assert recent_files() == [str(tmp_path / f"c{k}.json") for k in range(MOST + 1, 1, -1)]
    window.findChild(QAction, "recent3").trigger()
    assert window.document.path == tmp_path / f"c{MOST - 2}.json"
    assert recent_files()[0] == str(tmp_path / f"c{MOST - 2}.json")
    window.findChild(QAction, "clearRecent").trigger()
    assert recent_files() == []


def test_a_recent_file_that_is_gone_is_told_of(open_window, half_adder, tmp_path):
    half_adder.save(tmp_path / "gone.json")
    window = open_window(tmp_path / "gone.json")
    window.close_tab()
    (tmp_path / "gone.json").unlink()
    window.findChild(QAction, "recent0").trigger()
    assert "gone.json" in window.message_bar.text


# Recovery


def test_an_unsaved_document_is_kept_as_json_after_some_steps(open_window, half_adder):
    window = open_window(half_adder)
    for k in range(STEPS - 1):
        window.document.circuit.place("a", k + 1, 3)
    autosave_of(window).finish()
    assert not kept()
    window.document.circuit.place("a", 77, 3)
    autosave_of(window).finish()
    (file,) = kept()
    content = json.loads(file.read_text())
    assert content["circuit"].encode() == write_json(window.document.circuit)
    assert content["path"] == str(window.document.path)


def test_an_unsaved_document_is_kept_as_soon_as_one_pauses(open_window, half_adder, qtbot, monkeypatch):
    assert autosave.QUIET_MS <= 3000
    monkeypatch.setattr(autosave, "QUIET_MS", 300)
    window = open_window(half_adder)
    window.canvas.setFocus()
    window.canvas.select("a")
    for _ in range(5):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
        qtbot.wait(20)
    assert not kept()  # not yet: one is at it
    qtbot.waitUntil(lambda: len(kept()) == 1)
    autosave_of(window).finish()
    assert json.loads(kept()[0].read_text())["circuit"].encode() == write_json(window.document.circuit)


def test_nothing_is_kept_of_what_is_saved_or_closed(open_window, half_adder):
    window = open_window(half_adder)
    window.document.circuit.place("a", 1, 3)
    autosave_of(window).keep_all()
    autosave_of(window).finish()
    assert len(kept()) == 1
    window.save()
    window.document.circuit.place("a", 2, 3)
    autosave_of(window).keep_all()
    window.document.undo_stack.setClean()
    window.close()
    assert not kept()
    assert not list(data_folder("recovery").glob("*.lock"))


def test_what_a_living_window_keeps_is_not_offered_to_another(open_window, half_adder):
    window = open_window(half_adder)
    window.document.circuit.place("a", 1, 3)
    autosave_of(window).keep_all()
    autosave_of(window).finish()
    assert kept()
    assert left_over(data_folder("recovery")) == []


CRASH = """
import os, sys
from gui.app import application, create_window
app = application()
app.setApplicationName(sys.argv[2])
app.setOrganizationName(sys.argv[3])
window = create_window(sys.argv[1])
window.document.circuit.place("a", 123, 45)
for feature in window.features:
    if type(feature).__name__ == "Autosave":
        feature.keep_all()
        feature.finish()
os._exit(9)
"""


def crash(root, path, qapp):
    child = subprocess.run(
        [sys.executable, "-c", CRASH, str(path), qapp.applicationName(), qapp.organizationName()],
        cwd=root, env=dict(os.environ), timeout=60, check=False,
    )  # fmt: skip
    assert child.returncode == 9


def test_a_crash_loses_nothing(open_window, half_adder, tmp_path, root, qapp, qtbot):
    path = tmp_path / "mine.json"
    half_adder.save(path)
    before = path.read_bytes()
    crash(root, path, qapp)
    window = open_window()
    window.offer_recovery()
    items = window.findChild(QListWidget, "recoveryList")
    qtbot.waitUntil(items.isVisible)
    assert "mine.json" in items.item(0).text()
    window.findChild(QPushButton, "recover").click()
    place = window.document.circuit.layout["a"]
    assert (place.x, place.y) == (123, 45)
    assert window.isWindowModified()
    assert window.document.path == path
    assert path.read_bytes() == before
    assert not items.isVisible()
    assert len(kept()) == 1  # it is still unsaved
    window.save()
    autosave_of(window).finish()
    assert path.read_bytes() == write_json(window.document.circuit)
    window.close()
    assert not kept()


def test_what_is_discarded_is_gone(open_window, half_adder, tmp_path, root, qapp):
    half_adder.save(tmp_path / "mine.json")
    crash(root, tmp_path / "mine.json", qapp)
    window = open_window()
    window.offer_recovery()
    window.findChild(QPushButton, "discardRecovery").click()
    assert not kept()
    assert not window.document.circuit.nodes


def test_a_broken_recovery_file_is_passed_over(open_window):
    (data_folder("recovery") / "x.json").write_text("{")
    (data_folder("recovery") / "y.json").write_text("[]")
    window = open_window()
    window.offer_recovery()
    assert window.findChild(QListWidget, "recoveryList") is None


# Locks


def test_a_second_window_on_a_file_gets_a_copy(open_window, half_adder, tmp_path):
    path = tmp_path / "shared.json"
    half_adder.save(path)
    first = open_window(path)
    second = open_window(path)
    assert "another window" in second.message_bar.text
    assert second.document.path is None
    assert write_json(second.document.circuit) == write_json(first.document.circuit)
    before = path.read_bytes()
    second.document.circuit.place("a", 8, 8)
    assert not second.save_to(path)
    assert path.read_bytes() == before
    first.close()
    assert second.save_to(path)


def test_a_file_is_free_when_its_tab_is_closed(open_window, half_adder, tmp_path):
    path = tmp_path / "shared.json"
    half_adder.save(path)
    first = open_window(path)
    first.close_tab()
    assert open_window(path).document.path == path


# The disk


def test_a_file_changed_by_another_program_is_told_of_and_reloaded(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    other = half_adder.copy()
    other.place("a", 400, 400)
    other.save(window.document.path)
    qtbot.waitUntil(lambda: "Another program" in window.message_bar.text)
    button = next(b for b in window.message_bar.findChildren(QPushButton) if b.text() == "Reload")
    button.click()
    assert write_json(window.document.circuit) == write_json(other)
    assert not window.isWindowModified()
    assert not window.message_bar.isVisible()


def test_a_changed_file_can_be_left_and_mine_kept(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    mine = write_json(window.document.circuit)
    other = half_adder.copy()
    other.place("a", 400, 400)
    other.save(window.document.path)
    qtbot.waitUntil(lambda: "Another program" in window.message_bar.text)
    next(b for b in window.message_bar.findChildren(QPushButton) if b.text() == "Keep Mine").click()
    assert write_json(window.document.circuit) == mine
    assert window.isWindowModified()


def edited_over_a_foreign_file(window, half_adder, qtbot):
    """An edit here, after another program has written the file; what it wrote."""
    other = half_adder.copy()
    other.place("a", 400, 400)
    other.save(window.document.path)
    qtbot.waitUntil(lambda: "Another program" in window.message_bar.text)
    window.document.circuit.place("b", 80, 80)
    return write_json(other)


@pytest.mark.parametrize("answer", ["overwrite", "saveElsewhere", "cancel"])
def test_saving_over_what_another_program_wrote_is_asked_about(open_window, half_adder, qtbot, answer):
    window = open_window(half_adder)
    path = window.document.path
    theirs = edited_over_a_foreign_file(window, half_adder, qtbot)
    window.undo()  # back at what was opened: the file is no more ours for that
    window.redo()
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    box = window.findChild(QMessageBox, "foreignQuestion")
    assert path.name in box.text()
    assert path.read_bytes() == theirs
    qtbot.mouseClick(box.findChild(QPushButton, answer), Qt.MouseButton.LeftButton)
    mine = write_json(window.document.circuit)
    assert path.read_bytes() == (mine if answer == "overwrite" else theirs)
    assert window.isWindowModified() == (answer != "overwrite")
    assert (window.findChild(QFileDialog) is not None) == (answer == "saveElsewhere")
    if answer == "overwrite":  # and from now on it is ours
        window.document.circuit.place("b", 120, 80)
        window.save()
        assert path.read_bytes() == write_json(window.document.circuit)


@pytest.mark.parametrize("answer", ["Keep Mine", "Reload"])
def test_once_decided_saving_asks_no_more(open_window, half_adder, qtbot, answer):
    window = open_window(half_adder)
    edited_over_a_foreign_file(window, half_adder, qtbot)
    next(b for b in window.message_bar.findChildren(QPushButton) if b.text() == answer).click()
    window.document.circuit.place("b", 120, 80)
    window.save()
    assert window.findChild(QMessageBox, "foreignQuestion") is None
    assert window.document.path.read_bytes() == write_json(window.document.circuit)


def test_our_own_save_is_no_news(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    for x in (5, 6):
        window.document.circuit.place("a", x, 5)
        window.save()
        qtbot.wait(80)
        assert not window.message_bar.isVisible()


def test_a_file_that_is_removed_is_told_of(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    window.document.path.unlink()
    qtbot.waitUntil(lambda: "removed" in window.message_bar.text)
    window.save_to(window.document.path)
    assert cs.load(window.document.path).name == "half adder"
