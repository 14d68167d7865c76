"""The window around the canvas: menus, files, examples, messages, themes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QMessageBox, QToolBar, QWidget

import circuitsim as cs
from circuitsim.api import example_path
from circuitsim.formats.json_writer import write_json
from gui import app
from gui.edits.adding import entries
from gui.shelves import in_order, shelves
from gui.theme import THEMES, contrast

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def actions_of(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from actions_of(action.menu())
        yield action


def test_every_action_of_the_menus_has_a_name_and_a_text_and_a_tip(open_window):
    window = open_window()
    found = [action for menu in window.menuBar().actions() for action in actions_of(menu.menu())]
    names = [action.objectName() for action in found]
    assert all(names)
    assert len(set(names)) == len(names)
    for action in found:
        if not action.isSeparator():
            assert action.text()
            assert action.toolTip()
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)
    for key in (
        "Ctrl+N",
        "Ctrl+O",
        "Ctrl+S",
        "Ctrl+Shift+Z",
        "Ctrl+Y",
        "Ctrl+Z",
        "Del",
        ".",
        ",",
        "R",
        "F5",
        "Home",
        "Shift+1",
        "Ctrl+0",
    ):
        assert key in keys


def test_the_main_widgets_have_accessible_names(open_window):
    window = open_window()
    for name in ("canvas", "exampleFilter", "exampleList", "rateBox", "rateSlider", "tickLabel", "trueRate"):
        assert window.findChild(QWidget, name).accessibleName()


def test_an_empty_canvas_says_what_to_do(open_window, half_adder):
    assert "Open" in open_window().findChild(QLabel, "emptyHint").text()
    assert open_window().findChild(QLabel, "emptyHint").isVisible()
    assert not open_window(half_adder).findChild(QLabel, "emptyHint").isVisible()


def test_an_example_is_opened_from_the_list(open_window, qtbot):
    window = open_window()
    window.browser.filter.setText("half adder")
    names = [window.browser.list.model().index(k, 0).data() for k in range(window.browser.list.model().rowCount())]
    assert "half_adder" in names
    assert len(names) < len(cs.examples())
    index = window.browser.index_of("half_adder")
    window.browser.list.scrollTo(index)
    qtbot.waitUntil(lambda: index.data(Qt.ItemDataRole.DecorationRole) is not None)
    QTest.mouseClick(window.browser.list.viewport(), LEFT, NONE, window.browser.list.visualRect(index).center())
    assert write_json(window.document.circuit) == write_json(cs.example("half_adder"))
    assert window.document.path is None
    assert not window.isWindowModified()


def test_an_example_is_found_and_opened_by_the_keys_alone(open_window):
    window = open_window()
    field = window.browser.filter
    field.setFocus()
    QTest.keyClicks(field, "adder")
    names = [window.browser.list.model().index(k, 0).data() for k in range(window.browser.list.model().rowCount())]
    assert len(names) > 2
    assert window.browser.list.currentIndex().data() == names[0]
    for key, step in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
        QTest.keyClick(field, key)
        assert window.browser.list.currentIndex().data() == names[step]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert write_json(window.document.circuit) == write_json(cs.example(names[1]))


def test_enter_opens_nothing_where_nothing_is_found(open_window):
    window = open_window()
    QTest.keyClicks(window.browser.filter, "no such circuit")
    QTest.keyClick(window.browser.filter, Qt.Key.Key_Down)
    QTest.keyClick(window.browser.filter, Qt.Key.Key_Return)
    assert not window.document.circuit.nodes
    assert len(window.workspaces) == 1


def test_the_examples_stand_on_shelves_each_once_and_every_one(open_window):
    window = open_window()
    assert sorted(in_order()) == cs.examples()
    assert "Others" not in shelves()  # each has its place
    assert in_order()[:3] == ["and", "or", "not"]
    assert shelves()["Arithmetic"][0] == "half_adder"
    menu = window.findChild(QMenu, "menuExamples")
    found = {
        each.menu().title(): [a.objectName() for a in each.menu().actions()] for each in menu.actions() if each.menu()
    }
    assert found == {title: [f"example_{name}" for name in names] for title, names in shelves().items()}
    assert window.browser.model.names == in_order()
    offered = [entry.name for entry in entries() if entry.act == "example"]
    assert offered == in_order()


def test_a_heading_is_no_part_of_the_example_below_it(open_window):
    window = open_window()
    view = window.browser.list
    first, second = (view.visualRect(view.model().index(row, 0)) for row in (0, 1))
    assert first.height() > second.height()
    QTest.mouseClick(view.viewport(), LEFT, NONE, first.topLeft() + QPoint(30, 8))
    assert not window.document.circuit.nodes
    QTest.mouseClick(view.viewport(), LEFT, NONE, first.bottomLeft() + QPoint(30, -8))
    assert window.document.circuit.name == cs.example("and").name


def test_an_example_is_opened_from_the_menu(open_window):
    window = open_window()
    window.findChild(QAction, "example_xor").trigger()
    assert window.document.circuit.name == cs.example("xor").name


def test_every_example_can_be_opened_painted_and_ticked(open_window):
    window = open_window()
    for name in cs.examples():
        window.open_example(name)
        circuit, run = window.document.circuit, window.run
        assert run.simulator is not None, window.trouble_bar.text
        for _ in range(3):
            for id in circuit.inputs:
                run.toggle(id)
            run.step()
        applied = [run.simulator.inputs_at(tick) for tick in range(3)]
        plain = cs.Simulator(circuit)
        reported = [plain.step(given) for given in applied]
        for tick in (2, 1, 0):
            run.back()
            assert {id: run.value(id) for id in circuit.outputs} == reported[tick], (name, tick)
        assert not window.canvas.grab().isNull()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"format": "circuitsim", "version": 1, "nodes": 3}',
        b'{"format": "circuitsim", "version": 99}',
    ],
)
def test_a_malformed_file_gives_one_message_and_the_document_stays(open_window, half_adder, tmp_path, content):
    window = open_window(half_adder)
    before = write_json(window.document.circuit)
    (tmp_path / "broken.json").write_bytes(content)
    window.open_path(tmp_path / "broken.json")
    assert "broken.json" in window.message_bar.text
    assert window.message_bar.isVisible()
    assert write_json(window.document.circuit) == before
    window.open_example("and")
    assert not window.message_bar.isVisible()


@pytest.mark.parametrize("then", ["edit", "another tab", "save"])
def test_what_could_not_be_opened_is_forgotten_when_one_goes_on(open_window, half_adder, tmp_path, then):
    window = open_window(half_adder)
    own = window.workspace
    (tmp_path / "list.json").write_text("[]")
    window.open_path(tmp_path / "list.json")
    assert own.message_bar.isVisible()
    if then == "edit":
        window.canvas.select("a")
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    elif then == "another tab":
        window.open_example("and")
        window.show_workspace(own)
    else:
        window.save()
    assert not own.message_bar.isVisible()


def test_a_window_on_a_file_that_is_not_there_says_so(open_window, tmp_path):
    window = open_window(tmp_path / "missing.json")
    assert "missing.json" in window.message_bar.text


def test_unsaved_changes_are_marked_and_saving_clears_the_mark(open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    assert not window.isWindowModified()
    window.document.circuit.place("a", 50, 50)
    assert window.isWindowModified()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not window.isWindowModified()
    assert window.document.path.read_bytes() == write_json(window.document.circuit)
    window.document.undo_stack.undo()
    assert window.isWindowModified()


def test_a_save_that_fails_is_told_of(open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    window.document.circuit.place("a", 50, 50)
    assert not window.save_to(tmp_path / "no" / "folder.json")
    assert "cannot be written" in window.message_bar.text
    assert window.isWindowModified()


def test_saving_without_a_path_asks_for_one_and_nothing_waits(open_window, tmp_path, qtbot):
    window = open_window()
    window.open_example("and")
    window.actions_by_name["save"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(tmp_path / "mine"))
    dialog.close()
    assert (tmp_path / "mine.json").exists()
    assert window.document.path == tmp_path / "mine.json"


def test_opening_asks_for_a_file_and_nothing_waits(open_window, half_adder, tmp_path):
    window = open_window()
    window.actions_by_name["open"].trigger()
    half_adder.save(tmp_path / "h.json")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "h.json"))
    dialog.close()
    assert window.document.circuit.name == "half adder"


@pytest.mark.parametrize("answer", ["Discard", "Save", "Cancel"])
def test_unsaved_changes_are_asked_about_before_their_tab_is_closed(open_window, half_adder, answer):
    window = open_window(half_adder)
    path = window.document.path
    window.document.circuit.place("a", 50, 50)
    edited, old = write_json(window.document.circuit), path.read_bytes()
    window.open_example("xor")
    window.close_workspace(window.workspaces[0])
    assert window.document.circuit.name == "half adder"
    question = window.findChild(QMessageBox, "unsavedQuestion")
    question.button(getattr(QMessageBox.StandardButton, answer)).click()
    assert len(window.workspaces) == (2 if answer == "Cancel" else 1)
    assert (window.document.circuit.name == "half adder") == (answer == "Cancel")
    assert path.read_bytes() == (edited if answer == "Save" else old)


def test_closing_with_unsaved_changes_asks_first(open_window, half_adder):
    window = open_window(half_adder)
    window.document.circuit.place("a", 50, 50)
    window.close()
    assert window.isVisible()
    window.findChild(QMessageBox, "unsavedQuestion").button(QMessageBox.StandardButton.Discard).click()
    assert not window.isVisible()


def test_a_loop_is_told_of_and_its_nodes_light_up(open_window):
    c = cs.Circuit()
    for id in ("p", "q", "r"):
        c.add_neuron(id, threshold=1)
    c.connect("p", "q")
    c.connect("q", "p")
    window = open_window(c)
    assert "'p'" in window.trouble_bar.text
    assert window.trouble_bar.isVisible()
    wrong = {node.id for node, on in zip(window.canvas.net.nodes, window.canvas.net.wrong, strict=True) if on}
    assert wrong == {"p", "q"}
    window.actions_by_name["unitDelay"].trigger()
    assert window.document.circuit.timing == "unit-delay"
    assert not window.trouble_bar.isVisible()
    assert not window.canvas.net.wrong.any()
    window.actions_by_name["undo"].trigger()
    assert window.trouble_bar.isVisible()
    assert not window.actions_by_name["unitDelay"].isChecked()


def test_the_run_bar_ticks_backs_and_resets(open_window):
    window = open_window(app_path("blinker"))
    act = window.actions_by_name
    assert not act["back"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Period)
    act["tick"].trigger()
    assert window.findChild(QLabel, "tickLabel").text() == "Tick 2"
    QTest.keyClick(window, Qt.Key.Key_Comma)
    assert window.findChild(QLabel, "tickLabel").text() == "Tick 1"
    act["reset"].trigger()
    assert window.findChild(QLabel, "tickLabel").text() == "Tick 0"
    assert not act["back"].isEnabled()


def app_path(name):
    return example_path(name)


def test_run_and_pause_by_key_with_the_true_rate_shown(open_window, qtbot):
    window = open_window(app_path("blinker"))
    window.run.rate = 100
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.run.running
    qtbot.waitUntil(lambda: window.run.tick > 20)
    assert "makes" in window.findChild(QLabel, "trueRate").text()
    assert window.actions_by_name["run"].text() == "Pause"
    QTest.keyClick(window, Qt.Key.Key_R)
    assert not window.run.running
    assert window.findChild(QLabel, "trueRate").text() == "paused"


def test_a_window_can_start_running(open_window, qtbot):
    window = open_window(app_path("blinker"), running=True)
    assert window.run.running
    qtbot.waitUntil(lambda: window.run.tick > 1)


def test_the_rate_box_and_the_slider_agree(open_window):
    window = open_window()
    window.transport.rate_box.setValue(1000)
    assert (window.run.rate, window.transport.slider.value()) == (1000, 100)
    window.transport.slider.setValue(0)
    assert (window.run.rate, window.transport.rate_box.value()) == (0.5, 0.5)


def test_the_undo_action_says_what_it_takes_back(open_window, half_adder):
    window = open_window(half_adder)
    undo = window.actions_by_name["undo"]
    assert not undo.isEnabled()
    with window.document.edit("Lower the threshold") as circuit:
        circuit.set("both", threshold=1)
    assert undo.isEnabled()
    assert "Lower the threshold" in undo.text()
    undo.trigger()
    assert window.document.circuit.node("both").parameters["threshold"] == 2


def test_a_file_can_be_dropped_on_the_window(open_window, half_adder, tmp_path):
    half_adder.save(tmp_path / "h.json")
    window, data = open_window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "h.json"))])
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE))
    assert window.document.circuit.name == "half adder"


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_texts_have_contrast_and_lines_can_be_seen(theme):
    for text, ground in (
        ("ink", "paper"), ("ink", "panel"), ("ink", "raised"), ("muted", "paper"), ("muted", "panel"),
        ("muted", "raised"), ("accent", "paper"), ("inhibit", "paper"), ("on_accent", "accent"), ("on_error", "error"),
    ):  # fmt: skip
        assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5, (text, ground)
    for line in ("excite", "inhibit", "accent", "selection", "error"):
        assert contrast(getattr(theme, line), theme.paper) >= 3, line
    for ground in (theme.panel, theme.raised):
        assert contrast(theme.outline, ground) >= 3


def test_the_theme_is_chosen_and_remembered(open_window):
    window = open_window()
    window.actions_by_name["dark"].trigger()
    assert window.canvas.theme.name == "dark"
    assert open_window().canvas.theme.name == "dark"
    window.actions_by_name["dark"].trigger()
    assert open_window().canvas.theme.name == "light"


def test_a_screenshot_shows_the_circuit(qapp, tmp_path):
    pictures = []
    for name, inputs in (("off", {}), ("on", {"a": 1, "b": 1})):
        app.screenshot(app_path("half_adder"), tmp_path / f"{name}.png", size=(900, 600), inputs=inputs)
        pictures.append(QImage(str(tmp_path / f"{name}.png")))
    assert (pictures[0].width(), pictures[0].height()) == (900, 600)
    assert pictures[0] != pictures[1]


def test_probing_starts_qt_and_a_screenshot_needs_no_application(root, tmp_path):
    code = (
        "import sys; from gui.app import probe, screenshot; from circuitsim.api import example_path;"
        f"screenshot(example_path('and'), {str(tmp_path / 'and.png')!r}); sys.exit(probe())"
    )
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=60, check=False
    )
    assert child.returncode == 0, child.stderr
    assert (tmp_path / "and.png").stat().st_size > 1000


def test_the_toolbar_is_there(open_window):
    assert open_window().findChild(QToolBar, "transport") is not None


def test_home_fits_the_view_on_the_canvas_and_not_in_a_list(open_window, qtbot) -> None:
    window = open_window(example_path("full_adder"))
    window.canvas.set_zoom(0.3)
    window.browser.list.setFocus()
    qtbot.keyClick(window.browser.list, Qt.Key.Key_Home)
    assert window.canvas.scale_factor == pytest.approx(0.3)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Home)
    assert window.canvas.scale_factor > 0.5
