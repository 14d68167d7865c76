"""What cannot be read, pasted, nested or written: one message says what and what to do, and nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.files.autosave import Autosave
from gui.panels.message import MessageBar
from gui.panels.quick_add import QuickAdd

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, half_adder, qtbot):
    """With a file, two steps that can be taken back, and one that can be made again."""
    window = open_window(half_adder)
    window.activateWindow()
    qtbot.waitUntil(window.canvas.hasFocus)
    for k in range(3):
        with window.document.edit(f"step {k}") as circuit:
            circuit.place("a", 10 * k + 10, 0)
    window.document.undo_stack.undo()
    return window


@pytest.fixture
def whole(window):
    """At the end everything is as it was, and can be taken back and made again."""
    stack, path = window.document.undo_stack, window.document.path

    def everything():
        return (
            write_json(window.document.circuit), [stack.text(k) for k in range(stack.count())], stack.index(),
            path.read_bytes(), window.document.path, sorted(path.parent.iterdir()), len(window.workspaces),
        )  # fmt: skip

    now = window.document, everything()
    yield
    assert window.document is now[0]
    assert everything() == now[1]
    states = []
    for _ in range(2):
        while stack.canUndo():
            stack.undo()
        states.append(write_json(window.document.circuit))
        while stack.canRedo():
            stack.redo()
        states.append(write_json(window.document.circuit))
    assert states[:2] == states[2:]
    assert len(set(states)) == 2


def messages(window):
    return [bar.text for bar in window.workspace.findChildren(MessageBar) if bar.isVisible()]


# Files that cannot be read


def nested(*pairs):
    """A file whose definitions use each other."""
    definitions = {
        name: {"nodes": [{"id": "x", "kind": "subcircuit", "of": of}], "edges": []} for name, of in pairs
    }  # fmt: skip
    nodes = [{"id": "s", "kind": "subcircuit", "of": pairs[0][0]}]
    content = {"format": "circuitsim", "version": 1, "nodes": nodes, "edges": [], "definitions": definitions}
    return json.dumps(content).encode()


BROKEN = {
    "empty": (b"", ""),
    "cut off": (b'{"format": "circuitsim", "version": 1, "nodes": [{"id": "a"', "line"),
    "binary": (bytes(range(256)), ""),
    "another program's": (b'{"nodes": []}', "format"),
    "newer": (b'{"format": "circuitsim", "version": 99, "nodes": [], "edges": []}', "version"),
    "in itself": (nested(("box", "box")), "box"),
    "in each other": (nested(("one", "other"), ("other", "one")), "one"),
    "a dangling wire": (
        b'{"format": "circuitsim", "version": 1, "nodes": [], "edges": [{"from": "a", "to": "b"}]}', "edges[0]",
    ),
    "deep": (b"[" * 100_000, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read(window, whole, tmp_path_factory, qtbot, name):
    content, word = BROKEN[name]
    path = tmp_path_factory.mktemp("broken") / "broken.json"
    path.write_bytes(content)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(messages(window)))
    (said,) = messages(window)
    assert "broken.json" in said
    assert word in said
    assert path.read_bytes() == content


@pytest.mark.parametrize("what", ["missing", "folder", "forbidden"])
def test_a_path_that_cannot_be_read(window, whole, tmp_path_factory, qtbot, monkeypatch, what):
    path = tmp_path_factory.mktemp("unreadable") / "it.json"
    if what == "folder":
        path.mkdir()
    elif what == "forbidden":  # a mode would not keep root out
        path.write_bytes(b"{}")
        read = Path.read_bytes

        def refuse(self):
            if self == path:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return read(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    window.open_path(path)
    qtbot.waitUntil(lambda: bool(messages(window)))
    (said,) = messages(window)
    assert "it.json: cannot be read" in said


# Pastes


@pytest.mark.parametrize(
    "text",
    ["", "not JSON", "[1, 2", "{}", "null", "\ud83d", '{"format": "circuitsim", "version": 99}', "x" * 1_000_000],
    ids=["nothing", "prose", "cut off", "an object", "null", "half a letter", "newer", "long"],
)
def test_a_paste_that_is_no_circuit(window, whole, text):
    QApplication.clipboard().setText(text)
    QTest.keyClick(window.canvas, Qt.Key.Key_V, CTRL)
    said = window.statusBar().currentMessage()
    assert "cannot be pasted" in said
    assert len(said) < 400


def test_a_paste_whose_subcircuits_hold_each_other(window, whole):
    QApplication.clipboard().setText(nested(("one", "other"), ("other", "one")).decode())
    QTest.keyClick(window.canvas, Qt.Key.Key_V, CTRL)
    assert "cannot be pasted" in window.statusBar().currentMessage()


# A subcircuit in itself


def test_a_definition_is_not_put_into_itself(open_window, qtbot):
    inner = cs.Circuit()
    inner.add_output("q", inner.add_input("p"))
    middle = cs.Circuit()
    middle.define("inner", inner)
    middle.add_subcircuit("i", of="inner", at=(0, 0))
    c = cs.Circuit()
    c.define("inner", inner)
    c.define("middle", middle)
    c.add_subcircuit("m", of="middle", at=(0, 0))
    window = open_window(c)
    before = write_json(window.document.circuit)
    window.canvas.select("m")
    window.actions_by_name["editDefinition"].trigger()
    for name in ("middle", "inner"):
        QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
        popup = window.canvas.viewport().findChild(QuickAdd)
        QTest.keyClicks(popup.field, name)
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
        if name == "middle":
            assert "middle" in window.statusBar().currentMessage()
            assert write_json(window.document.circuit) == before
            assert window.document.undo_stack.count() == 0
    assert len(window.document.circuit.definitions["middle"].body.nodes) == 2
    window.document.undo_stack.undo()
    assert write_json(window.document.circuit) == before


# Disks that take nothing


@pytest.fixture(params=["full", "full at the end", "read-only"])
def bad_disk(request, monkeypatch):
    """A disk below the atomic writer that refuses, the first time by the kernel's own answer."""
    make, sync = tempfile.mkstemp, os.fsync

    def full(**given):
        descriptor, name = make(**given)
        os.close(descriptor)
        return os.open("/dev/full", os.O_WRONLY), name

    def fail(code):
        def refuse(*given, **more):
            raise OSError(code, os.strerror(code))

        return refuse

    if request.param == "full":
        if not os.path.exists("/dev/full"):
            pytest.skip("there is no /dev/full here")
        monkeypatch.setattr(tempfile, "mkstemp", full)
    elif request.param == "full at the end":
        monkeypatch.setattr(os, "fsync", fail(errno.ENOSPC))
    else:
        monkeypatch.setattr(tempfile, "mkstemp", fail(errno.EROFS))
    yield "space" if request.param != "read-only" else "read-only"
    monkeypatch.setattr(tempfile, "mkstemp", make)
    monkeypatch.setattr(os, "fsync", sync)


def test_a_save_to_a_bad_disk(window, whole, bad_disk, qtbot):
    QTest.keyClick(window.canvas, Qt.Key.Key_S, CTRL)
    (said,) = messages(window)
    assert window.document.path.name in said
    assert bad_disk in said
    assert "nothing was changed" in said
    assert "another place" in said
    assert window.isWindowModified()
    button = next(b for b in window.message_bar.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    window.findChild(QFileDialog).reject()


def test_a_save_elsewhere_on_a_bad_disk_leaves_the_lock_there_free(window, whole, bad_disk, open_window, tmp_path):
    target = tmp_path / "elsewhere" / "copy.json"
    target.parent.mkdir()
    before = sorted(window.document.path.parent.iterdir())
    assert not window.save_to(target)
    assert not list(target.parent.iterdir())
    target.parent.rmdir()
    assert before != sorted(window.document.path.parent.iterdir())
    assert open_window().locks.take(target)


def test_what_is_kept_for_recovery_on_a_bad_disk(window, whole, bad_disk, qtbot):
    autosave = next(each for each in window.features if isinstance(each, Autosave))
    window.document.undo_stack.undo()
    window.document.undo_stack.redo()
    autosave.keep_all()
    autosave.finish()
    qtbot.waitUntil(lambda: "could not be kept for recovery" in window.statusBar().currentMessage())
    assert bad_disk in window.statusBar().currentMessage()


def test_a_picture_on_a_bad_disk(window, whole, bad_disk, qtbot, tmp_path):
    target = tmp_path / "picture.svg"
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(messages(window)))
    (said,) = messages(window)
    assert "picture.svg" in said
    assert bad_disk in said


def test_a_close_that_is_to_save_on_a_bad_disk_closes_nothing(window, whole, bad_disk, qtbot):
    assert not window.close()
    box = window.findChild(QMessageBox, "unsavedQuestion")
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert bad_disk in messages(window)[0]
