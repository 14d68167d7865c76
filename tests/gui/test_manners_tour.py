"""The tour: each step is done with the mouse or by keys, and nothing of it stays behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui import app
from gui.files.folders import data_folder
from gui.files.recovery_store import Slot, left_over
from gui.manners.callout_place import SIDES, place
from gui.manners.tour import Tour
from gui.manners.tour_steps import STEPS

LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def own_settings():
    QSettings().remove("tourShown")
    yield
    QSettings().remove("tourShown")


def tour_of(window) -> Tour:
    return next(feature for feature in window.features if isinstance(feature, Tour))


@pytest.fixture
def begun(open_window, half_adder):
    """A window with a circuit of the user's, and the tour begun by key."""
    window = open_window(half_adder)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F1)
    tour = tour_of(window)
    assert tour.callout.isVisible()
    yield window, tour
    tour.finish()


def click(canvas, at) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, at)


def drag(canvas, start, end) -> None:
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(canvas.viewport(), start + (end - start) * part)
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, end)


def press_button(window, name) -> None:
    QTest.mouseClick(window.findChild(QPushButton, name), LEFT)


def do_by_mouse(window, tour, number) -> None:
    canvas = tour.stage.workspace.canvas
    if number == 0:
        click(canvas, canvas.node_position("a"))
    elif number == 1:
        drag(canvas, canvas.port_position("one", "out"), canvas.port_position("sum", "in"))
    elif number == 2:
        click(canvas, canvas.node_position("both"))
        QTest.keyClick(canvas, Qt.Key.Key_W)
    elif number == 3:
        button = window.transport.widgetForAction(window.actions_by_name["tick"])
        QTest.mouseClick(button, LEFT)
    else:
        index = window.browser.index_of("and")
        window.browser.list.scrollTo(index)
        QTest.mouseClick(window.browser.list.viewport(), LEFT, NONE, window.browser.list.visualRect(index).center())


def do_by_key(window, tour, number, qtbot) -> None:
    canvas = tour.stage.workspace.canvas
    if number == 0:
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    elif number == 1:
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        field = canvas.viewport().findChild(QWidget, "quickAdd").findChild(QLineEdit)
        QTest.keyClicks(field, "excitatory")
        QTest.keyClick(field, Qt.Key.Key_Return)
    elif number == 2:
        QTest.keyClick(canvas, Qt.Key.Key_W)
    elif number == 3:
        QTest.keyClick(canvas, Qt.Key.Key_Period)
    else:
        QTest.keyClick(window.browser.list, Qt.Key.Key_Down)
        QTest.keyClick(window.browser.list, Qt.Key.Key_Return)


def texts(tour) -> str:
    return tour.callout.words.text()


# The five steps


def test_there_are_five_and_each_says_where_one_is(begun) -> None:
    _, tour = begun
    assert len(STEPS) == 5
    for number in range(5):
        assert tour.callout.progress.text() == f"{number + 1} of 5"
        assert tour.callout.title.text()
        assert "{" not in texts(tour)
        if number < 4:
            tour.go_on()


@pytest.mark.parametrize("way", ["mouse", "keys"])
def test_each_step_is_done_and_noticed_and_the_tour_goes_on_when_asked(begun, qtbot, way) -> None:
    window, tour = begun
    for number in range(5):
        assert tour.number == number
        assert not tour.is_done
        before = texts(tour)
        if way == "mouse":
            do_by_mouse(window, tour, number)
        else:
            do_by_key(window, tour, number, qtbot)
        qtbot.waitUntil(lambda: tour.is_done)
        assert texts(tour) != before
        assert tour.callout.title.text().startswith("✓")
        assert tour.number == number
        if way == "mouse" and number < 4:
            press_button(window, "tourNext")
        elif number < 4:
            QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert tour.callout.isVisible()  # the last words stay until they are read
    press_button(window, "tourNext")
    assert tour.stage is None


def test_what_is_done_has_the_effect_that_the_tour_tells_of(begun) -> None:
    window, tour = begun
    run = tour.stage.workspace.run
    do_by_mouse(window, tour, 0)
    assert (run.value("a"), run.value("one"), run.value("sum")) == (1, 1, 0)
    tour.go_on()
    do_by_mouse(window, tour, 1)
    assert run.value("sum") == 1
    tour.go_on()
    tour.go_on()
    do_by_mouse(window, tour, 3)
    assert (run.value("b"), run.value("carry"), run.value("sum")) == (1, 1, 0)


def test_steps_are_passed_over_and_gone_back_to_by_key_and_by_mouse(begun, qtbot) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    assert not window.findChild(QPushButton, "tourBack").isEnabled()
    QTest.keyClick(canvas, Qt.Key.Key_N, ALT)  # a button that is pressed by key is down for a moment
    qtbot.waitUntil(lambda: tour.number == 1)
    press_button(window, "tourNext")
    assert tour.number == 2
    QTest.keyClick(canvas, Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: tour.number == 1)
    press_button(window, "tourBack")
    assert tour.number == 0
    for _ in range(5):
        press_button(window, "tourNext")
    assert tour.stage is None


def test_the_keyboard_is_where_the_step_is_done(begun) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    chosen = [["a"], ["one", "sum"], ["one"], ["b"]]
    for ids in chosen:
        assert window.focusWidget() is canvas
        assert canvas.selected_ids() == ids
        tour.go_on()
    assert window.focusWidget() is window.browser.list


def test_keys_that_were_changed_are_named_as_they_are_now(begun) -> None:
    window, tour = begun
    window.actions_by_name["why"].setShortcut("Ctrl+Alt+Y")
    window.actions_by_name["tick"].setShortcuts([])
    tour.go_on()
    tour.go_on()
    assert "Ctrl+Alt+Y" in texts(tour)
    tour.go_on()
    assert "Tick" in texts(tour)
    window.actions_by_name["tick"].setShortcut(".")


# Leaving


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("way", ["escape", "button", "close tab"])
def test_it_is_left_at_any_time_and_nothing_stays(begun, half_adder, way, number) -> None:
    window, tour = begun
    for step in range(number):
        do_by_mouse(window, tour, step)
        tour.go_on()
    if number == 1:  # an edit is under way
        do_by_mouse(window, tour, 1)
    if way == "escape":
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    elif way == "button":
        press_button(window, "tourSkip")
    else:
        window.close_tab()
    assert tour.stage is None
    assert not tour.callout.isVisible()
    assert not window.findChild(QWidget, "calloutMarks").isVisible()
    assert [workspace.document.title for workspace in window.workspaces] == ["circuit0.json"]
    assert write_json(window.document.circuit) == write_json(half_adder)
    assert not window.isWindowModified()
    assert window.focusWidget() is window.canvas
    assert window.close()


def test_escape_ends_first_what_the_mouse_is_doing(begun) -> None:
    _, tour = begun
    canvas = tour.stage.workspace.canvas
    start = canvas.port_position("one", "out")
    QTest.mousePress(canvas.viewport(), LEFT, NONE, start)
    QTest.mouseMove(canvas.viewport(), start + QPoint(60, 30))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tour.stage is not None
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, start + QPoint(60, 30))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tour.stage is None


def test_escape_closes_first_what_has_popped_up(begun) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    popup = canvas.viewport().findChild(QWidget, "quickAdd")
    assert popup.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_W)
    card = canvas.viewport().findChild(QWidget, "whyCard")
    assert card.isVisible()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert tour.stage is not None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tour.stage is None


def test_what_is_undone_is_said_to_be_to_do_again(begun) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    to_do = texts(tour)
    click(canvas, canvas.node_position("a"))
    assert tour.is_done
    click(canvas, canvas.node_position("a"))
    assert (tour.is_done, texts(tour)) == (False, to_do)
    assert not tour.callout.title.text().startswith("✓")
    tour.go_on()
    do_by_mouse(window, tour, 1)
    assert tour.is_done
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not tour.is_done


def test_the_buttons_stay_where_they_are_when_a_step_is_done(begun) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    QApplication.processEvents()
    button = window.findChild(QPushButton, "tourNext")
    before = button.mapTo(window, QPoint())
    click(canvas, canvas.node_position("a"))
    assert tour.is_done
    QApplication.processEvents()
    assert button.mapTo(window, QPoint()) == before


def test_edits_in_it_are_no_unsaved_document_and_are_not_kept_for_recovery(begun) -> None:
    window, tour = begun
    do_by_mouse(window, tour, 1)
    assert tour.stage.workspace.document.undo_stack.count() == 1
    assert not window.isWindowModified()
    for feature in window.features:
        if hasattr(feature, "keep_all"):
            feature.keep_all()
            feature.finish()
    assert left_over(data_folder("recovery")) == []
    assert window.close()  # nothing is asked


def test_what_is_saved_in_it_stays_open(begun, tmp_path) -> None:
    window, tour = begun
    do_by_mouse(window, tour, 1)
    assert window.save_to(tmp_path / "mine.json")
    with window.document.edit("Rename") as circuit:
        circuit.name = "mine"
    assert window.isWindowModified()  # from now on it is a document like any other
    tour.finish()
    assert [workspace.document.title for workspace in window.workspaces] == ["circuit0.json", "mine.json"]
    assert cs.load(tmp_path / "mine.json").graph.number_of_edges("one", "sum") == 1
    window.workspaces[1].document.undo_stack.setClean()


def test_the_document_of_the_user_is_not_touched(begun, half_adder) -> None:
    window, tour = begun
    for number in range(5):
        do_by_mouse(window, tour, number)
        if number < 4:
            tour.go_on()
    tour.finish()
    own = window.workspaces[0]
    assert write_json(own.document.circuit) == write_json(half_adder)
    assert own.document.undo_stack.count() == 0
    assert window.document.circuit.name == cs.example("and").name  # the example that was opened is shown


def test_it_takes_an_empty_tab_and_leaves_one(open_window) -> None:
    window = open_window()
    window.actions_by_name["tour"].trigger()
    assert len(window.workspaces) == 1
    tour_of(window).finish()
    assert len(window.workspaces) == 1
    assert window.workspace.is_untouched


def test_it_begins_anew_while_it_is_on(begun) -> None:
    window, tour = begun
    tour.go_on()
    window.actions_by_name["tour"].trigger()
    assert tour.number == 0
    assert [workspace.document.title for workspace in window.workspaces] == ["circuit0.json", "Tour"]


def test_in_another_tab_it_is_silent_until_one_comes_back(begun) -> None:
    window, tour = begun
    window.actions_by_name["nextTab"].trigger()
    assert window.workspace is not tour.stage.workspace
    assert not tour.callout.isVisible()
    window.actions_by_name["nextTab"].trigger()
    assert tour.callout.isVisible()


def test_nodes_that_are_gone_are_no_reason_to_fail(begun, qtbot) -> None:
    window, tour = begun
    with window.document.edit("Delete") as circuit:
        circuit.remove(*circuit.nodes)
    for number in range(1, 5):
        tour.go_on()
        assert tour.number == number
        assert window.rect().contains(tour.callout.geometry())


# Where it is


def box_of_node(window, tour, id) -> QRect:
    return tour.stage.rect_of_node(id)


def test_the_callout_follows_the_node_through_resizes_zooms_and_moves(begun, qtbot) -> None:
    window, tour = begun
    canvas = tour.stage.workspace.canvas
    places = []

    def settled() -> None:
        QApplication.processEvents()
        callout, node = tour.callout.geometry(), box_of_node(window, tour, "a")
        assert window.rect().contains(callout)
        assert not callout.intersects(node)
        gap = callout.adjusted(-30, -30, 30, 30)
        assert gap.intersects(node), "the arrow does not reach"
        places.append(callout.topLeft())

    settled()
    for size in (QSize(1000, 620), QSize(1250, 900), QSize(900, 560)):
        window.resize(size)
        settled()
    canvas.zoom(1.3)
    settled()
    window.dock.hide()
    settled()
    with window.document.edit("Move") as circuit:
        circuit.place("a", 40, 60)
    settled()
    window.actions_by_name["show_waveforms"].trigger()
    settled()
    assert len({(at.x(), at.y()) for at in places}) > 4


def test_nodes_names_and_cards_are_not_covered(begun) -> None:
    window, tour = begun
    window.resize(1250, 850)
    canvas = tour.stage.workspace.canvas
    for number in range(3):
        QApplication.processEvents()
        for id in tour.stage.workspace.document.circuit.nodes:
            assert not tour.callout.geometry().intersects(box_of_node(window, tour, id)), (number, id)
        do_by_mouse(window, tour, number)
        if number == 2:
            QApplication.processEvents()
            card = canvas.viewport().findChild(QWidget, "whyCard")
            assert card.isVisible()
            assert not tour.callout.geometry().intersects(tour.stage.rect_of(card))
        tour.go_on()


class Paints(QObject):
    """Counts how often something is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize("number", range(5))
def test_while_nothing_happens_nothing_is_painted(begun, qtbot, number) -> None:
    _, tour = begun
    for _ in range(number):
        tour.go_on()
    QApplication.processEvents()
    qtbot.wait(50)
    watched = [Paints(each) for each in (tour.stage.workspace.canvas.viewport(), tour.callout)]
    qtbot.wait(300)
    assert max(each.count for each in watched) <= 3  # a cursor may blink


def test_the_examples_menu_is_pointed_at_where_the_list_is_hidden(begun) -> None:
    window, tour = begun
    window.dock.hide()
    for _ in range(4):
        tour.go_on()
    assert tour.step.targets(tour.stage)[0].top() < window.menuBar().height()
    assert window.focusWidget() is not None


boxes = st.builds(QRect, st.integers(-50, 900), st.integers(-50, 700), st.integers(1, 300), st.integers(1, 300))


@given(boxes, st.lists(boxes, max_size=6), st.integers(60, 400), st.integers(40, 300), st.sampled_from(("", *SIDES)))
def test_a_callout_is_always_inside_and_keeps_off_its_target_where_there_is_room(target, needed, wide, high, last):
    room = QRect(0, 0, 1000, 700)
    found = place(target, QSize(wide, high), room, needed, last)
    assert room.contains(found.box)
    assert found.box.size() == QSize(wide, high)
    assert found.box.contains(found.tip)
    free = [
        room.right() - target.right() > wide, target.left() > wide,
        room.bottom() - target.bottom() > high, target.top() > high,
    ]  # fmt: skip
    if any(free) and not needed:
        assert not found.box.intersects(target)


def test_a_callout_larger_than_the_room_shows_its_corner() -> None:
    found = place(QRect(10, 10, 20, 20), QSize(500, 400), QRect(4, 4, 300, 200))
    assert found.box.topLeft() == QPoint(4, 4)
    nothing = place(None, QSize(100, 80), QRect(0, 0, 400, 300))
    assert nothing.tip is None
    assert nothing.box.center() == QRect(0, 0, 400, 300).center()


# The first start


@pytest.fixture
def start(qapp, qtbot, monkeypatch):
    """Runs the desktop as the command does, until `look` has looked at its window."""

    def run(path=None, **more):
        seen = []
        monkeypatch.setattr(app, "create_window", lambda *a, **k: seen.append(app.MainWindow()) or seen[-1])
        monkeypatch.setattr(type(qapp), "exec", lambda *_: 0)
        assert app.main(path, **more) == 0
        qtbot.addWidget(seen[0])
        return seen[0]

    return run


def test_it_begins_at_the_first_start_and_only_then(start) -> None:
    first = start()
    assert tour_of(first).stage is not None
    tour_of(first).skip()
    assert tour_of(start()).stage is None
    assert start().actions_by_name["tour"].isEnabled()


def test_a_start_on_a_file_or_a_demo_waits_for_another_time(start, tmp_path, half_adder) -> None:
    half_adder.save(tmp_path / "h.json")
    assert tour_of(start(str(tmp_path / "h.json"))).stage is None
    assert tour_of(start(str(tmp_path / "h.json"), running=True)).stage is None
    assert tour_of(start()).stage is not None


def test_it_does_not_begin_beside_the_offer_of_recovery(start, half_adder) -> None:
    slot = Slot(data_folder("recovery"))
    slot.write("lost", None, write_json(half_adder))
    slot._lock.unlock()
    window = start()
    assert window.findChild(QWidget, "recoveryList") is not None
    assert tour_of(window).stage is None
    slot.clear()
    assert tour_of(start()).stage is not None


def test_a_window_that_is_only_made_does_not_begin_it(open_window) -> None:
    assert tour_of(open_window()).stage is None


# Both themes, and to listen to


def test_it_is_dressed_as_the_window_is(begun) -> None:
    window, tour = begun
    corner = QPoint(tour.callout.width() // 2, tour.callout.height() - 18)
    lightness = []
    for theme in ("light", "dark"):
        window.set_theme(theme)
        lightness.append(tour.callout.grab().toImage().pixelColor(corner).lightness())
    assert lightness[0] > 200 > 80 > lightness[1]
    window.set_theme("light")


def test_what_it_says_can_be_heard(begun) -> None:
    _, tour = begun
    assert tour.callout.accessibleName() == "1 of 5: Press an input"
    assert "press Space" in " ".join(tour.callout.accessibleDescription().split())
    assert "<" not in tour.callout.accessibleDescription()
