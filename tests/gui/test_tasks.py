"""What takes a while is shown, tells how far it is, can be cancelled, and does not hold up the window."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from circuitsim.errors import InputError
from gui.tasks import Stopped, Tasks

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.finish()


class Heard:
    """What was called back."""

    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        return lambda *what: self.calls.append((name, *what))


def busy(seconds):
    """Work that computes, and tells how far it is."""

    def work(report):
        began = time.perf_counter()
        while (part := (time.perf_counter() - began) / seconds) < 1:
            sum(range(200))
            report(part)
        return "ready"

    return work


def test_a_thread_brings_its_result_to_the_event_loop(qtbot, tasks):
    heard = Heard()
    task = tasks.thread("Counting", lambda report: 6 * 7, heard.done, heard.failed, heard.stopped)
    assert list(tasks) == [task]
    qtbot.waitUntil(lambda: not len(tasks))
    assert heard.calls == [("done", 42)]
    assert not task.is_on


def test_a_thread_brings_its_error(qtbot, tasks):
    heard = Heard()

    def work(report):
        raise InputError("not so")

    tasks.thread("Failing", work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: not len(tasks))
    assert [(name, str(error)) for name, error in heard.calls] == [("failed", "not so")]


def test_a_fault_of_ours_in_a_thread_is_not_hidden(qtbot, tasks):
    def work(report):
        raise KeyError("a fault")

    with qtbot.captureExceptions() as found:
        tasks.thread("Failing", work)
        qtbot.waitUntil(lambda: bool(found))
    assert found[0][0] is KeyError
    assert not len(tasks)


def test_a_cancelled_thread_ends_at_its_next_report_and_nobody_hears_of_it(qtbot, tasks):
    heard, left = Heard(), []

    def work(report):
        try:
            busy(60)(report)
        except Stopped:
            left.append(True)
            raise

    task = tasks.thread("Long", work, heard.done, heard.failed, heard.stopped)
    qtbot.waitUntil(lambda: (task.part or 0) > 0)
    task.cancel()
    qtbot.waitUntil(lambda: bool(left))
    qtbot.wait(50)
    assert heard.calls == [("stopped",)]
    task.cancel()  # once more does nothing
    assert heard.calls == [("stopped",)]


def test_the_title_follows_what_is_being_done(qtbot, tasks):
    def work(report):
        report(0.5, "Second part")
        time.sleep(0.05)

    task = tasks.thread("First part", work)
    qtbot.waitUntil(lambda: task.title == "Second part")
    assert task.part == 0.5
    qtbot.waitUntil(lambda: not len(tasks))


def test_slices_are_done_in_the_event_loop(qtbot, tasks):
    heard, seen = Heard(), []

    def steps():
        for k in range(5):
            seen.append(k)
            yield k / 5
        return sum(seen)

    task = tasks.slices("Adding", steps(), heard.done, heard.failed)
    qtbot.waitUntil(lambda: not len(tasks))
    assert (heard.calls, task.is_on) == ([("done", 10)], False)


def test_cancelled_slices_are_closed(qtbot, tasks):
    heard, left = Heard(), []

    def steps():
        try:
            while True:
                yield None
        finally:
            left.append(True)

    task = tasks.slices("Endless", steps(), heard.done, heard.failed, heard.stopped)
    qtbot.wait(40)
    task.cancel()
    assert (left, heard.calls, len(tasks)) == ([True], [("stopped",)], 0)


def test_slices_that_fail_tell_so(qtbot, tasks):
    heard = Heard()

    def steps():
        yield 0.1
        raise InputError("not so")

    tasks.slices("Failing", steps(), heard.done, heard.failed)
    qtbot.waitUntil(lambda: not len(tasks))
    assert heard.calls[0][0] == "failed"


def test_finish_cancels_and_waits(qtbot, tasks):
    threads = [tasks.thread("Long", busy(60)) for _ in range(2)]
    tasks.finish()
    assert not len(tasks)
    assert not any(thread.is_on for thread in threads)
    assert not any(thread.is_alive() for thread in tasks._threads)


# The strip


def strip_of(window):
    return window.workspace.task_strip


def test_what_is_done_at_once_is_not_shown(qtbot, open_window):
    window = open_window()
    window.workspace.tasks.thread("Short", lambda report: None)
    qtbot.waitUntil(lambda: not len(window.workspace.tasks))
    assert strip_of(window).isHidden()


def test_a_long_task_is_shown_with_its_part_and_cancelled_by_its_button(qtbot, open_window):
    window = open_window()
    strip = strip_of(window)
    window.workspace.tasks.thread("Computing the table", busy(30))
    qtbot.waitUntil(strip.isVisible)
    assert strip.findChild(QLabel, "taskTitle").text() == "Computing the table"
    bar = strip.findChild(QProgressBar, "taskBar")
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before)
    assert window.canvas.viewport().rect().contains(strip.geometry())
    qtbot.mouseClick(strip.findChild(QPushButton, "taskCancel"), LEFT)
    assert strip.isHidden()
    assert not len(window.workspace.tasks)


def test_escape_cancels_the_newest(qtbot, open_window):
    window = open_window()
    tasks, heard = window.workspace.tasks, Heard()
    first = tasks.begin("Older", heard.older)
    second = tasks.begin("Newer", heard.newer)
    qtbot.waitUntil(lambda: len(strip_of(window).findChildren(QPushButton, "taskCancel")) == 2)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert (first.is_on, second.is_on, heard.calls) == (True, False, [("newer",)])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert heard.calls == [("newer",), ("older",)]
    assert strip_of(window).isHidden()


def test_the_bar_of_unknown_length_moves_and_a_known_one_counts(qtbot, open_window):
    window = open_window()
    task = window.workspace.tasks.begin("Waiting")
    qtbot.waitUntil(strip_of(window).isVisible)
    bar = strip_of(window).findChild(QProgressBar, "taskBar")
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    task.report(0.25)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() // 4 > 0)
    task.end()
    assert strip_of(window).isHidden()


def test_closing_a_tab_ends_what_it_was_doing(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    task = window.workspace.tasks.thread("Long", busy(60))
    tasks = window.workspace.tasks
    window.close_tab()
    assert not task.is_on
    assert not any(thread.is_alive() for thread in tasks._threads)


def test_a_gesture_keeps_its_escape(qtbot, open_window, half_adder):
    window = open_window(half_adder)
    canvas = window.canvas
    task = window.workspace.tasks.begin("Long")
    qtbot.waitUntil(strip_of(window).isVisible)
    canvas.setFocus()
    at = canvas.node_position("both")
    qtbot.mousePress(canvas.viewport(), LEFT, pos=at)
    qtbot.mouseMove(canvas.viewport(), at + at / 10)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at)
    assert task.is_on
    assert window.document.undo_stack.count() == 0
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not task.is_on


def test_a_thread_that_computes_does_not_hold_up_the_window(qtbot, open_window, half_adder, stalls):
    window = open_window(half_adder)

    def act():
        window.workspace.tasks.thread("Long", busy(0.6))
        qtbot.waitUntil(lambda: not len(window.workspace.tasks), timeout=20_000)

    assert stalls.least(act) <= stalls.MOST


def test_the_meter_finds_a_stall(qtbot, stalls):
    from PySide6.QtCore import QTimer

    def hold_up():
        began = time.process_time()
        while time.process_time() - began < 0.12:
            pass

    with stalls.measure():
        QTimer.singleShot(20, hold_up)
        qtbot.wait(300)
    assert stalls.longest >= 0.1
