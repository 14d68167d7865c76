"""The training panel, with real mouse and key events."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QTableView

import circuitsim as cs
from circuitsim.learn.data import dataset
from gui.running.learning import Learning

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def learning(window) -> Learning:
    return next(feature for feature in window.features if isinstance(feature, Learning))


def desk_of(window):
    return learning(window).panel().desk


def press(qtbot, owner, name):
    qtbot.mouseClick(owner.findChild(QPushButton, name), LEFT)


def choose(qtbot, box, data):
    """Choose an entry of a box with the keys, as one does who has no mouse."""
    box.setFocus()
    goal = box.findData(data)
    for _ in range(200):
        if box.currentIndex() == goal:
            break
        qtbot.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < goal else Qt.Key.Key_Up)
    assert box.currentIndex() == goal


def learn_from(qtbot, desk, name):
    choose(qtbot, desk.data_box.box, name)
    ready(qtbot, desk, name)


def ready(qtbot, desk, name=None):
    trainer = desk.trainer
    qtbot.waitUntil(lambda: trainer.session is not None and trainer.source == (name or trainer.source), timeout=60_000)
    qtbot.waitUntil(lambda: bool(trainer.verdicts) and not trainer.is_getting_ready, timeout=60_000)


def to_the_end(qtbot, desk):
    press(qtbot, desk, "trainEnd")
    qtbot.waitUntil(
        lambda: desk.trainer.session.is_learned and desk.trainer.position == desk.trainer.session.steps, timeout=60_000
    )


def weights(window, tlu="t"):
    circuit = window.document.circuit
    return [edge.weight for edge in circuit.incoming(tlu)], circuit.node(tlu).parameters["bias"]


@pytest.fixture
def gate():
    """Two inputs, a bias neuron and one TLU, all weights 0."""
    c = cs.Circuit("gate")
    c.add_layer("out", ["a", "b"], ["t"], bias="bias")
    c.add_output("y", "t")
    for k, id in enumerate(("a", "b", "bias")):
        c.place(id, 0, 100 * k)
    c.place("t", 200, 100)
    c.place("y", 400, 100)
    return c


@pytest.fixture
def desk(qtbot, open_window, gate):
    """The panel on that circuit, in a window large enough to show all of it."""
    window = open_window(gate)
    window.resize(1500, 1100)
    window.dock.hide()
    desk = desk_of(window)
    QApplication.processEvents()
    return desk


def test_another_circuit_has_not_the_axes_of_this_one(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    plot = desk.plots["dataPlot"]
    qtbot.waitUntil(lambda: plot.item.getAxis("bottom").labelText != "")
    window.open_example("half_adder")
    QApplication.processEvents()
    assert [plot.item.getAxis(side).labelText for side in ("bottom", "left")] == ["", ""]


# Steps


@pytest.mark.parametrize(
    ("tie", "learned", "corrections"),
    [("zero", [2, 1, -2], 10), ("heaviside", [2, 1, -3], 11), ("error", [3, 2, -4], 18), ("sign", [4, 2, -5], 11)],
)
def test_and_by_single_steps_is_what_the_tables_say(qtbot, desk, tie, learned, corrections):
    window = desk.window()
    choose(qtbot, desk.settings_box.tie, tie)
    learn_from(qtbot, desk, "and")
    press(qtbot, desk, "trainStep")
    qtbot.waitUntil(lambda: desk.trainer.position == 1, timeout=60_000)
    wrong = int(desk.trainer.lessons[0].times != 0)
    while desk.trainer.position < desk.trainer.session.steps:
        press(qtbot, desk, "trainStep")
        wrong += desk.trainer.lessons[0].times != 0
        assert weights(window)[0] == desk.trainer.session.state(desk.trainer.position)["t"][0]
    assert (weights(window)[0], wrong) == (learned, corrections)
    assert "Learned" in desk.outcome.text()
    assert f"{corrections} corrections" in desk.outcome.text()


def test_a_step_is_told_in_numbers_and_lights_up_what_it_changes(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    press(qtbot, desk, "trainStep")
    qtbot.waitUntil(lambda: desk.trainer.position == 1, timeout=60_000)
    assert "Epoch 1, instance 1 of 4" in desk.lesson_label.text()
    assert "a = 0, b = 0" in desk.lesson_label.text()
    model = desk.lesson_model
    heads = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(model.columnCount())]
    cells = [model.index(0, k).data() for k in range(model.columnCount())]
    assert heads == ["z", "ŷ", "y", "error", "Δw a", "Δw b", "Δw bias"]
    assert cells == ["0", "1", "0", "−1", "0", "0", "−1"]
    key = next(edge.key for edge in window.document.circuit.incoming("t") if edge.source == "bias")
    assert dict(window.canvas.taught) == {("edge", key): "−1"}
    shown = window.canvas.grab().toImage()
    window.canvas.mark({})
    assert window.canvas.grab().toImage() != shown
    for _ in range(3):
        press(qtbot, desk, "trainStep")
    assert (window.run.value("a"), window.run.value("b")) == (1, 1)


def test_an_epoch_and_the_slider_back_through_every_step(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    press(qtbot, desk, "trainEpoch")
    qtbot.waitUntil(lambda: desk.trainer.position == 4, timeout=60_000)
    to_the_end(qtbot, desk)
    slider = desk.transport.slider
    assert (slider.value(), slider.maximum()) == (24, 24)
    slider.setFocus()
    seen = []
    for position in range(23, -1, -1):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
        assert desk.trainer.position == position
        seen.append(weights(window)[0])
    assert seen[-1] == [0, 0, 0]
    assert [1, 1, 0] in seen
    assert window.document.undo_stack.index() == 0  # back at the start there is nothing to undo
    assert not dict(window.canvas.taught)


def test_run_at_a_speed_and_stop_in_the_middle(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    desk.transport.speed.setFocus()
    qtbot.keyClick(desk.transport.speed, Qt.Key.Key_End)
    for _ in range(24):
        qtbot.keyClick(desk.transport.speed, Qt.Key.Key_Left)
    press(qtbot, desk, "trainRun")
    assert desk.transport.buttons["trainRun"].text() == "Stop"
    qtbot.waitUntil(lambda: desk.trainer.position >= 3, timeout=60_000)
    press(qtbot, desk, "trainRun")
    at = desk.trainer.position
    assert desk.transport.buttons["trainRun"].text() == "Run"
    qtbot.wait(120)
    assert desk.trainer.position == at < desk.trainer.session.steps
    assert weights(window)[0] == desk.trainer.session.state(at)["t"][0]
    press(qtbot, desk, "trainRun")
    qtbot.waitUntil(lambda: not desk.trainer.is_running, timeout=10_000)
    assert weights(window)[0] == [2, 1, -3]


def test_stop_while_it_learns_keeps_what_was_reached(qtbot, desk):
    desk.settings_box.shuffle.setFocus()
    qtbot.keyClick(desk.settings_box.shuffle, Qt.Key.Key_Space)
    desk.settings_box.epochs.setValue(1_000_000)
    learn_from(qtbot, desk, "moons")
    press(qtbot, desk, "trainEnd")
    assert desk.trainer.is_running
    qtbot.wait(150)
    assert desk.transport.buttons["trainRun"].text() == "Stop"
    press(qtbot, desk, "trainRun")
    qtbot.waitUntil(lambda: not desk.trainer.is_running, timeout=60_000)
    assert desk.trainer.position == desk.trainer.session.steps > 0
    assert "Stopped after epoch" in desk.outcome.text()


def test_cancelling_a_training_changes_nothing(qtbot, desk):
    window = desk.window()
    desk.settings_box.shuffle.setChecked(True)
    desk.settings_box.epochs.setValue(1_000_000)
    learn_from(qtbot, desk, "moons")
    press(qtbot, desk, "trainEnd")
    qtbot.waitUntil(window.workspace.task_strip.isVisible, timeout=60_000)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.trainer.is_running, timeout=60_000)
    assert (desk.trainer.position, window.document.undo_stack.count()) == (0, 0)
    assert desk.trainer.session is not None


# Starts


def test_same_start_new_start_and_the_seed_that_is_shown(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    press(qtbot, desk, "sameStart")
    assert weights(window)[0] == [0, 0, 0]
    press(qtbot, desk, "newStart")
    ready(qtbot, desk)
    first = weights(window)[0]
    assert desk.settings_box.settings.start == "random"
    assert desk.settings_box.seed.value() == 1
    assert first == np.random.RandomState(1).standard_normal((1, 3)).tolist()[0]
    press(qtbot, desk, "newStart")
    ready(qtbot, desk)
    assert weights(window)[0] != first
    desk.settings_box.seed.setFocus()
    qtbot.keyClick(desk.settings_box.seed, Qt.Key.Key_Down)
    ready(qtbot, desk)
    assert weights(window)[0] == first
    to_the_end(qtbot, desk)
    press(qtbot, desk, "sameStart")
    assert weights(window)[0] == first


def test_another_eta_begins_again_at_the_same_start_and_both_can_be_undone(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    desk.settings_box.eta.setFocus()
    desk.settings_box.eta.selectAll()
    qtbot.keyClicks(desk.settings_box.eta, "0,5")
    qtbot.keyClick(desk.settings_box.eta, Qt.Key.Key_Return)
    ready(qtbot, desk)
    assert weights(window)[0] == [0, 0, 0]
    to_the_end(qtbot, desk)
    assert weights(window)[0] == [1, 0.5, -1.5]
    window.undo()
    assert weights(window)[0] == [2, 1, -3]
    window.undo()
    assert weights(window)[0] == [0, 0, 0]


def test_more_epochs_go_on_from_where_it_ended(qtbot, desk):
    desk.settings_box.epochs.setValue(2)
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    assert "the most allowed" in desk.outcome.text()
    desk.settings_box.epochs.setValue(100)
    qtbot.waitUntil(lambda: desk.trainer.session.steps == 24, timeout=60_000)
    assert desk.trainer.position == 8
    assert weights(desk.window())[0] == desk.trainer.session.state(8)["t"][0]


# Undo


def test_iris_petals_is_one_click_trains_to_a_clean_epoch_and_is_one_undo_step(qtbot, open_window, tmp_path):
    window = open_window()
    window.resize(1500, 1100)
    window.actions_by_name["irisPetals"].trigger()
    desk = desk_of(window)
    ready(qtbot, desk, "iris")
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    window.document.circuit.save(before)
    assert desk.data_box.columns.inputs == ("petal_length", "petal_width")
    assert "setosa can learn this" in desk.verdict.text()
    press(qtbot, desk, "trainEpoch")
    qtbot.waitUntil(lambda: desk.trainer.position == 150, timeout=60_000)
    to_the_end(qtbot, desk)
    assert "Learned: epoch 3 was without a mistake, after 4 corrections." in desk.outcome.text()
    assert weights(window, "setosa")[0] == [-0.6000000000000003, -0.8, 2]
    assert window.document.undo_stack.count() == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.document.circuit.save(after)
    assert after.read_bytes() == before.read_bytes()
    qtbot.waitUntil(lambda: desk.trainer.position == 0, timeout=60_000)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: desk.trainer.position == desk.trainer.session.steps, timeout=60_000)
    assert weights(window, "setosa")[0] == [-0.6000000000000003, -0.8, 2]


def test_a_weight_typed_by_hand_is_another_start(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    press(qtbot, desk, "trainEpoch")
    qtbot.waitUntil(lambda: desk.trainer.position == 4, timeout=60_000)
    key = window.document.circuit.incoming("t")[0].key
    with window.document.edit("by hand") as circuit:
        circuit.set_edge(key, weight=7)
    qtbot.waitUntil(lambda: desk.trainer.position == 0 and not desk.trainer.is_getting_ready, timeout=60_000)
    ready(qtbot, desk)
    assert desk.trainer.session.state(0)["t"][0][0] == 7
    to_the_end(qtbot, desk)
    press(qtbot, desk, "sameStart")
    assert weights(window)[0][0] == 7


def test_an_edit_that_has_nothing_to_do_with_it_leaves_the_position(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    with window.document.edit("move") as circuit:
        circuit.place("y", 500, 100)
    qtbot.wait(120)
    assert desk.trainer.position == 24


# Verdicts


def test_xor_shows_its_proof_and_that_it_will_never_stop(qtbot, desk):
    learn_from(qtbot, desk, "xor")
    assert "01 + 10 = 00 + 11" in desk.verdict.text()
    to_the_end(qtbot, desk)
    assert "It will never stop: the weights of t after epoch 3 are those after epoch 2." in desk.outcome.text()


def test_xor_is_learned_behind_two_fixed_neurons(qtbot, open_window):
    window = open_window()
    window.actions_by_name["xorOnTwo"].trigger()
    desk = desk_of(window)
    ready(qtbot, desk, "xor")
    to_the_end(qtbot, desk)
    assert "Learned" in desk.outcome.text()
    assert [window.document.circuit.evaluate(a=a, b=b)["y"] for a in (0, 1) for b in (0, 1)] == [0, 1, 1, 0]


def test_the_table_sets_targets_beside_outputs(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "xor")
    desk.tabs.setCurrentIndex(desk.tabs.count() - 1)
    model, view = desk.targets_model, desk.findChild(QTableView, "trainingTargets")
    rows = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert rows == [["0", "0", "0", "1 ✗"], ["0", "1", "1", "1 ✓"], ["1", "0", "1", "1 ✓"], ["1", "1", "0", "1 ✗"]]
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(model.index(2, 0)).center())
    assert (window.run.value("a"), window.run.value("b")) == (1, 0)


# Plots


@pytest.fixture
def plots(desk):
    pytest.importorskip("pyqtgraph")
    return desk.plots


def drag(qtbot, widget, start: QPoint, end: QPoint):
    """Drag with the left button, in a few moves."""
    qtbot.mousePress(widget, LEFT, pos=start)
    for k in range(1, 6):
        qtbot.mouseMove(widget, start + (end - start) * k / 5)
        QApplication.processEvents()
    qtbot.mouseRelease(widget, LEFT, pos=end)


def test_the_line_is_dragged_by_its_end_and_is_another_start(qtbot, desk, plots):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    plot = plots["dataPlot"]
    before = weights(window)[0]
    one, other = plot.line_ends()
    for x, y in (one, other):
        assert 2 * x + y - 3 == pytest.approx(0)
    goal = one[0], one[1] - 0.3 if one[1] > 0.5 else one[1] + 0.3
    drag(qtbot, plot.widget.viewport(), plot.pixel(*one).toPoint(), plot.pixel(*goal).toPoint())
    after = weights(window)[0]
    assert after != before
    assert np.hypot(*after[:2]) == pytest.approx(np.hypot(*before[:2]))
    for x, y in (goal, other):
        assert after[0] * x + after[1] * y + after[2] == pytest.approx(0, abs=0.05)
    ready(qtbot, desk)
    qtbot.waitUntil(lambda: desk.trainer.session.state(0)["t"][0] == after, timeout=60_000)
    assert window.document.undo_stack.undoText() == "Drag the line of t"
    window.undo()
    assert weights(window)[0] == before


def test_points_are_clicked_dragged_and_deleted(qtbot, desk, plots):
    choose(qtbot, desk.data_box.box, "points")
    plot = plots["dataPlot"]
    qtbot.waitUntil(lambda: plot.editable, timeout=60_000)
    viewport = plot.widget.viewport()
    for button, x, y in ((LEFT, 3, 3), (LEFT, 2, 4), (RIGHT, -3, -2), (RIGHT, -2, -4)):
        qtbot.mouseClick(viewport, button, pos=plot.pixel(x, y).toPoint())
        ready(qtbot, desk)
    found = desk.trainer.points.at
    assert [fires for _, _, fires in found] == [1, 1, 0, 0]
    assert np.array(found)[:, :2] == pytest.approx(np.array([(3, 3), (2, 4), (-3, -2), (-2, -4)]), abs=0.1)
    drag(qtbot, viewport, plot.pixel(3, 3).toPoint(), plot.pixel(4, 1).toPoint())
    ready(qtbot, desk)
    assert desk.trainer.points.at[0][:2] == pytest.approx((4, 1), abs=0.1)
    qtbot.mouseClick(viewport, LEFT, pos=plot.pixel(-3, -2).toPoint())
    assert len(desk.trainer.points.at) == 4  # a click on a point adds none
    qtbot.keyClick(plot.widget, Qt.Key.Key_Delete)
    ready(qtbot, desk)
    assert [fires for _, _, fires in desk.trainer.points.at] == [1, 1, 0]
    to_the_end(qtbot, desk)
    assert "Learned" in desk.outcome.text()


def test_points_are_typed_without_a_mouse(qtbot, desk):
    choose(qtbot, desk.data_box.box, "points")
    desk.tabs.setCurrentIndex(desk.tabs.count() - 1)
    for _ in range(2):
        add = desk.findChild(QPushButton, "trainingAddPoint")
        add.setFocus()
        qtbot.keyClick(add, Qt.Key.Key_Space)
        ready(qtbot, desk)
    view, model = desk.targets_view, desk.targets_model
    for column, text in ((0, "2,5"), (1, "-1"), (2, "0")):
        view.setFocus()
        view.setCurrentIndex(model.index(1, column))
        qtbot.keyClick(view, Qt.Key.Key_F2)
        field = [each for each in view.viewport().findChildren(QLineEdit) if each.isVisible()][-1]
        field.selectAll()
        qtbot.keyClicks(field, text)
        before = desk.trainer.points
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda before=before: desk.trainer.points is not before, timeout=60_000)
        ready(qtbot, desk)
    assert desk.trainer.points.at == [(0, 0, 1), (2.5, -1, 0)]
    view.setCurrentIndex(model.index(0, 0))
    press(qtbot, desk, "trainingRemovePoint")
    ready(qtbot, desk)
    assert desk.trainer.points.at == [(2.5, -1, 0)]


def test_the_plots_of_mistakes_and_weights_say_what_the_numbers_are(qtbot, desk, plots):
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    for k, name in ((1, "mistakesPlot"), (2, "weightsPlot")):
        desk.tabs.setCurrentIndex(k)
        QApplication.processEvents()
        assert plots[name].isVisible()
    mistakes = plots["mistakesPlot"]
    assert mistakes._bars.opts["height"].tolist() == [2, 3, 3, 2, 1, 0]
    assert mistakes._bound.value() == 51
    polygon = plots["weightsPlot"].polygon
    assert len(polygon) >= 3
    x, y = np.mean(polygon, axis=0)
    assert all((a * x + b * y - 3 >= 0) == (a and b) for a in (0, 1) for b in (0, 1))  # a solution, at the bias of -3


def test_without_pyqtgraph_the_panel_says_how_to_install_it_and_trains(qtbot, open_window, gate, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyqtgraph", None)
    window = open_window(gate)
    desk = desk_of(window)
    assert desk.plots == {}
    assert "pip install pyqtgraph" in desk.findChild(QLabel, "trainingNoPlots").text()
    learn_from(qtbot, desk, "or")
    to_the_end(qtbot, desk)
    assert "Learned" in desk.outcome.text()


# Files


def open_file(qtbot, desk, path):
    dialog = desk.data_box.ask_file()
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(lambda: not desk.trainer.is_getting_ready, timeout=60_000)


def test_a_table_of_ones_own_and_its_columns(qtbot, desk, tmp_path):
    path = tmp_path / "flowers.csv"
    path.write_text("name;length;width;kind\nada;1,5;0,2;small\nbob;5,5;2,0;large\neve;1,4;0,3;small\n")
    open_file(qtbot, desk, path)
    assert "column 'name'" in desk.note.text()
    assert "must be a number, not 'ada'" in desk.note.text()
    qtbot.mouseClick(desk.data_box.fold, LEFT)
    for k, name in enumerate(("length", "width")):
        choose(qtbot, desk.data_box._boxes[k], name)
        qtbot.waitUntil(lambda: not desk.trainer.is_getting_ready, timeout=60_000)
    ready(qtbot, desk)
    assert desk.note.text() == ""
    assert desk.trainer.session.X.tolist() == [[1.5, 0.2], [5.5, 2.0], [1.4, 0.3]]
    choose(qtbot, desk.data_box._boxes[2], "large")
    ready(qtbot, desk)
    assert desk.trainer.session.targets("t").tolist() == [0, 1, 0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("a,b,c\n1,2,x\n3,", "line 3: has 2 cells for 3 columns (the file is cut short there?)"),
        ("a,b,c\n1,,x\n", "line 2, column 'b': the cell is empty"),
        ("a,b,c\n1,nan,x\n", "line 2, column 'b': must be a finite number"),
    ],
)
def test_a_broken_table_is_told_and_changes_nothing(qtbot, desk, tmp_path, text, said):
    window = desk.window()
    path = tmp_path / "broken.csv"
    path.write_text(text)
    open_file(qtbot, desk, path)
    qtbot.waitUntil(lambda: said in desk.note.text(), timeout=60_000)
    assert str(path) in desk.note.text()
    assert not desk.transport.isEnabled()
    assert window.document.undo_stack.count() == 0


# What is missing


def test_nothing_to_train_is_said_with_what_helps(qtbot, open_window):
    window = open_window(cs.Circuit())
    desk = desk_of(window)
    assert "no layer of TLUs" in desk.note.text()
    assert not desk.transport.isEnabled()
    press(qtbot, desk, "trainingMakeLayer")
    dialog = desk.findChild(QDialogButtonBox, "layerButtons").parent()
    for field, text in ((dialog.inputs, "2"), (dialog.tlus, "both, one"), (dialog.name, "gates")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    circuit = window.document.circuit
    assert dict(circuit.layers) == {"gates": ("both", "one")}
    assert [edge.source for edge in circuit.incoming("one")] == ["x1", "x2", "bias"]
    qtbot.waitUntil(lambda: "Choose what layer gates is to learn from" in desk.note.text(), timeout=60_000)
    assert window.document.undo_stack.count() == 1


def test_what_the_circuit_refuses_is_said_in_the_dialog(qtbot, desk):
    window = desk.window()
    window.actions_by_name["makeLayer"].trigger()
    dialog = window.findChild(QDialogButtonBox, "layerButtons").parent()
    dialog.name.setText("out")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "'out'" in dialog.problem.text()
    assert window.document.undo_stack.count() == 0
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_selected_tlus_become_a_layer_and_the_selection_chooses_one(qtbot, open_window):
    c = cs.Circuit()
    c.add_layer("one", ["a"], ["t"])
    c.add_tlu("u")
    c.connect("a", "u", weight=1)
    window = open_window(c)
    desk = desk_of(window)
    window.canvas.select("u")
    assert "in no layer yet" in desk.note.text()
    press(qtbot, desk, "trainingLayerOfSelected")
    assert window.document.circuit.layers["layer1"] == ("u",)
    assert desk.layer_box.currentText() == "layer1"
    window.canvas.select("t")
    assert desk.layer_box.currentText() == "one"


def test_data_that_do_not_fit_offer_a_layer_that_does(qtbot, desk):
    window = desk.window()
    choose(qtbot, desk.data_box.box, "letters")
    qtbot.waitUntil(lambda: not desk.trainer.is_getting_ready, timeout=60_000)
    assert desk.trainer.session is not None or "columns" in desk.note.text()
    with window.document.edit("a third input") as circuit:
        circuit.add_input("c")
        circuit.connect("c", "t", weight=0)
    choose(qtbot, desk.data_box.box, "and")
    qtbot.waitUntil(lambda: "fed by 3 inputs, and these data have only 2 columns" in desk.note.text(), timeout=60_000)
    press(qtbot, desk, "trainingLayerForData")
    ready(qtbot, desk, "and")
    assert window.document.circuit.layers[desk.trainer.layer] == ("and",)
    to_the_end(qtbot, desk)
    assert "Learned" in desk.outcome.text()


def test_a_layer_in_a_loop_is_told(qtbot, open_window):
    c = cs.Circuit()
    c.add_layer("out", ["a", "b"], ["t"])
    c.add_delay("d", "t")
    c.connect("d", "t", weight=1)
    window = open_window(c)
    desk = desk_of(window)
    choose(qtbot, desk.data_box.box, "and")
    qtbot.waitUntil(lambda: "fed by itself" in desk.note.text(), timeout=60_000)


def test_two_tabs_keep_their_trainings_apart(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    window.actions_by_name["xorAlone"].trigger()
    ready(qtbot, desk, "xor")
    press(qtbot, desk, "trainStep")
    qtbot.waitUntil(lambda: desk.trainer.position == 1, timeout=60_000)
    window.previous_tab()
    assert (desk.trainer.source, desk.trainer.position) == ("and", 24)
    assert desk.outcome.text().startswith("Learned")


# Keys, themes, stalls


def test_the_menu_trains_by_keys(qtbot, desk):
    window = desk.window()
    learn_from(qtbot, desk, "and")
    window.canvas.setFocus()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_J, ctrl)
    qtbot.waitUntil(lambda: desk.trainer.position == 1, timeout=60_000)
    QTest.keyClick(window, Qt.Key.Key_J, ctrl | shift)
    assert desk.trainer.position == 4
    QTest.keyClick(window, Qt.Key.Key_T, ctrl | shift)
    assert desk.trainer.position == 24
    QTest.keyClick(window, Qt.Key.Key_R, ctrl | Qt.KeyboardModifier.AltModifier)
    assert desk.trainer.position == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_both_themes_draw_every_tab(qtbot, desk, plots, theme):
    window = desk.window()
    window.set_theme(theme)
    learn_from(qtbot, desk, "and")
    to_the_end(qtbot, desk)
    for k in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(k)
        QApplication.processEvents()
        image = desk.tabs.grab().toImage()
        ground = image.pixelColor(image.width() // 2, image.height() // 2).lightness()
        assert (ground > 128) == (theme == "light")
    window.set_theme("light")


def test_a_large_layer_is_trained_without_a_stall(qtbot, open_window, stalls):
    window = open_window(cs.Circuit())
    window.resize(1500, 1100)
    circuit = cs.Circuit("letters")
    letters = dataset("letters")
    circuit.add_layer("out", letters.features, [f"is_{name}" for name in letters.classes], bias="bias")
    window.document.show(circuit)
    desk = desk_of(window)
    learn_from(qtbot, desk, "letters")
    desk.transport.speed.setValue(desk.transport.speed.maximum() // 2)
    to_the_end(qtbot, desk)
    press(qtbot, desk, "sameStart")

    def run():
        desk.trainer.run(lambda: 200.0)
        qtbot.wait(400)
        desk.trainer.stop()

    assert stalls.least(run) <= 0.05


def test_a_tab_is_closed_while_it_trains(qtbot, desk):
    window = desk.window()
    window.actions_by_name["xorAlone"].trigger()
    ready(qtbot, desk, "xor")
    press(qtbot, desk, "trainRun")
    qtbot.waitUntil(lambda: desk.trainer.position > 0, timeout=60_000)
    window.document.undo_stack.setClean()
    window.close_tab()
    assert len(window.workspaces) == 1
    qtbot.wait(150)
    assert desk.trainer.workspace is window.workspace
