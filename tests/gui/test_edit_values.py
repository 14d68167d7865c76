"""Values changed in place and in the inspector; names and labels; the history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyleOptionSpinBox

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from gui.panels.history import History
from gui.panels.inspector import Inspector
from gui.panels.integer_box import IntegerBox

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window):
    c = cs.Circuit()
    c.add_input("a", at=(0, 0))
    c.add_neuron("n", at=(220, 0))
    c.add_neuron("m", threshold=5, at=(220, 120))
    c.add_tlu("t", at=(440, 0))
    c.connect("a", "n")
    c.connect("a", "n")
    c.connect("n", "t", weight=0.5)
    return open_window(c)


def type_in(window, text, key=Qt.Key.Key_Return):
    field = window.canvas.in_place
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)


def parameter(window, id, name):
    return window.document.circuit.node(id).parameters[name]


@pytest.mark.parametrize(("typed", "value"), [("3", 3), ("12", 12), ("-1", -1)])
def test_digits_typed_on_a_selected_neuron_are_its_threshold(window, typed, value):
    window.canvas.select("n")
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, typed[0])
    assert window.canvas.in_place.isVisible()
    type_in(window, typed[1:])
    assert parameter(window, "n", "threshold") == value
    assert window.document.undo_stack.count() == 1


@pytest.mark.parametrize(("typed", "value"), [("1/3", 1 / 3), ("0,5", 0.5), ("0.25", 0.25), ("-2,5", -2.5), ("7", 7.0)])
def test_biases_take_fractions_and_both_decimal_signs(window, typed, value):
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("t"))
    window.canvas.in_place.selectAll()
    type_in(window, typed)
    assert parameter(window, "t", "bias") == value


@pytest.mark.parametrize("typed", ["x", "1/0", "", "2.5", "1/2/3", "nan", "1e999"])
def test_what_is_no_threshold_is_refused_and_can_be_mended(window, typed):
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("n"))
    window.canvas.in_place.selectAll()
    QTest.keyClick(window.canvas.in_place, Qt.Key.Key_Delete)
    type_in(window, typed)
    assert window.canvas.in_place.isVisible()
    assert window.statusBar().currentMessage()
    assert window.document.undo_stack.count() == 0
    window.canvas.in_place.selectAll()
    type_in(window, "4")
    assert parameter(window, "n", "threshold") == 4


def test_escape_leaves_the_value(window):
    window.canvas.select("n")
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, "9")
    type_in(window, "9", Qt.Key.Key_Escape)
    assert parameter(window, "n", "threshold") == 2
    assert not window.canvas.in_place.isVisible()


def test_a_double_click_on_a_weight_changes_it(window):
    number, _, x, y = window.canvas.net.bundle_labels[-1]
    assert window.canvas.net.bundles[number].weight == 0.5
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, window.canvas.mapFromScene(x, y))
    window.canvas.in_place.selectAll()
    type_in(window, "-1/4")
    assert [edge.weight for edge in window.document.circuit.edges] == [None, None, -0.25]


def test_the_count_of_a_connection_is_that_of_all_its_synapses(window):
    window.canvas.selection.choose(bundles=[0])
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, "5")
    type_in(window, "")
    (edge,) = [edge for edge in window.document.circuit.edges if edge.target == "n"]
    assert edge.count == 5
    assert window.document.undo_stack.count() == 1


def test_digits_set_several_nodes_at_once(window):
    window.canvas.select("n", "m")
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, "7")
    type_in(window, "")
    assert [parameter(window, id, "threshold") for id in "nm"] == [7, 7]
    assert window.document.undo_stack.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_rename_in_place(window, key):
    window.canvas.select("n")
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, key)
    window.canvas.in_place.selectAll()
    type_in(window, "sum")
    assert "sum" in window.document.circuit.nodes
    assert window.canvas.selected_ids() == ["sum"]
    assert [edge.target for edge in window.document.circuit.edges] == ["sum", "sum", "t"]


def test_a_taken_name_is_refused(window):
    window.canvas.select("n")
    window.actions_by_name["rename"].trigger()
    window.canvas.in_place.selectAll()
    type_in(window, "a")
    assert "already" in window.statusBar().currentMessage()
    assert "n" in window.document.circuit.nodes


def test_labels(window):
    window.canvas.select("n")
    window.actions_by_name["editLabel"].trigger()
    type_in(window, "the sum")
    assert window.document.circuit.node("n").label == "the sum"


@pytest.fixture
def inspector(window):
    window.actions_by_name["inspector"].trigger()
    (found,) = window.findChildren(Inspector)
    return found


def field(inspector, kind, name):
    return inspector.widget().findChild(kind, f"inspect_{name}")


def test_the_inspector_changes_a_node_and_spins_merge(window, inspector):
    window.canvas.select("n")
    spin = field(inspector, IntegerBox, "threshold")
    QTest.keyClick(spin, Qt.Key.Key_Up)
    for _ in range(2):
        QTest.mouseClick(spin, LEFT, NONE, arrow(spin, QStyle.SubControl.SC_SpinBoxUp))
    assert parameter(window, "n", "threshold") == 5
    assert window.document.undo_stack.count() == 1
    choice = field(inspector, QComboBox, "inhibition")
    choice.setCurrentText("relative")
    choice.activated.emit(choice.currentIndex())
    assert parameter(window, "n", "inhibition") == "relative"
    assert window.document.undo_stack.count() == 2
    window.document.undo_stack.setIndex(0)
    assert field(inspector, IntegerBox, "threshold").value() == 2


def arrow(spin, which):
    option = QStyleOptionSpinBox()
    spin.initStyleOption(option)
    return spin.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, which, spin).center()


def test_the_inspector_changes_several_nodes_at_once(window, inspector):
    window.canvas.select("n", "m")
    spin = field(inspector, IntegerBox, "threshold")
    spin.setFocus()
    QTest.keyClicks(spin, "9")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert [parameter(window, id, "threshold") for id in "nm"] == [9, 9]
    assert window.document.undo_stack.count() == 1


def test_numbers_that_differ_are_said_to_and_kept_by_a_click(window, inspector):
    window.canvas.select("n", "m")
    spin = field(inspector, IntegerBox, "threshold")
    assert (spin.value(), spin.text(), spin.lineEdit().placeholderText()) == (None, "", "various")
    assert "2, 5" in spin.toolTip()
    for which in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
        QTest.mouseClick(spin, LEFT, NONE, arrow(spin, which))
    QTest.keyClick(spin, Qt.Key.Key_Up)
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert [parameter(window, id, "threshold") for id in "nm"] == [2, 5]
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize("how", ["typed", "stepped"])
def test_undo_takes_back_what_a_field_did_while_it_has_the_keys(window, inspector, how):
    window.canvas.select("n")
    spin = field(inspector, IntegerBox, "threshold")
    spin.setFocus()
    if how == "typed":
        spin.selectAll()
        QTest.keyClicks(spin, "12")
        QTest.keyClick(spin, Qt.Key.Key_Return)
    else:
        QTest.keyClick(spin, Qt.Key.Key_Up)
    changed = parameter(window, "n", "threshold")
    assert changed == {"typed": 12, "stepped": 3}[how]
    QTest.keyClick(spin, Qt.Key.Key_Z, CTRL)
    assert parameter(window, "n", "threshold") == spin.value() == 2
    QTest.keyClick(spin, Qt.Key.Key_Y, CTRL)
    assert parameter(window, "n", "threshold") == spin.value() == changed


def test_undo_takes_back_letters_that_are_not_accepted_yet(window, inspector):
    window.canvas.select("n", "m")
    window.actions_by_name["nudgeRight"].trigger()  # something that must not be taken back
    spin = field(inspector, IntegerBox, "threshold")
    spin.setFocus()
    QTest.keyClicks(spin, "7")
    QTest.keyClick(spin, Qt.Key.Key_Z, CTRL)
    assert spin.text() == ""
    assert window.document.undo_stack.index() == 1


def test_undo_reaches_text_fields_too(window, inspector):
    window.canvas.select("t")
    line = field(inspector, QLineEdit, "bias")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "0,5")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert parameter(window, "t", "bias") == 0.5
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert (parameter(window, "t", "bias"), line.text()) == (0.0, "0")


LARGE = "99999999999999999999"


def test_a_large_threshold_has_all_its_digits_everywhere(window, inspector):
    window.canvas.select("n")
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, LARGE[0])
    type_in(window, LARGE[1:])
    assert parameter(window, "n", "threshold") == int(LARGE)
    spin = field(inspector, IntegerBox, "threshold")
    assert spin.text() == LARGE
    spin.setFocus()
    QTest.keyClick(spin, Qt.Key.Key_Down)
    assert parameter(window, "n", "threshold") == int(LARGE) - 1
    spin.selectAll()
    QTest.keyClicks(spin, "-" + LARGE)
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert parameter(window, "n", "threshold") == -int(LARGE)
    QTest.mouseDClick(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("n"))
    assert window.canvas.in_place.text() == "-" + LARGE


def test_a_refused_number_is_said_and_the_old_one_stands_again(window, inspector):
    window.canvas.select("n")
    spin = field(inspector, IntegerBox, "threshold")
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "2.5")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert "integer" in window.statusBar().currentMessage()
    assert (spin.text(), parameter(window, "n", "threshold")) == ("2", 2)


def test_a_count_does_not_go_below_one(window, inspector):
    net = window.canvas.net
    window.canvas.selection.choose(bundles=[k for k, bundle in enumerate(net.bundles) if bundle.weight is None])
    field(inspector, IntegerBox, "count").setFocus()
    for _ in range(4):  # the first makes one edge of two, whose field is another one
        spin = field(inspector, IntegerBox, "count")
        assert spin.hasFocus()
        QTest.keyClick(spin, Qt.Key.Key_Down)
    assert field(inspector, IntegerBox, "count").value() == 1
    assert [edge.count for edge in window.document.circuit.edges if edge.target == "n"] == [1]


def test_the_inspector_changes_connections(window, inspector):
    net = window.canvas.net
    (weighted,) = [k for k, bundle in enumerate(net.bundles) if bundle.weight is not None]
    window.canvas.selection.choose(bundles=[weighted])
    line = field(inspector, QLineEdit, "weight")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "1/3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.document.circuit.edges[-1].weight == 1 / 3
    window.canvas.selection.choose(bundles=[1 - weighted])
    choice = field(inspector, QComboBox, "kind")
    choice.setCurrentText("inhibitory")
    choice.activated.emit(choice.currentIndex())
    assert [edge.kind for edge in window.document.circuit.edges] == ["inhibitory", "inhibitory", None]


def test_the_inspector_renames_and_plays_sequences(window, inspector):
    window.canvas.select("a")
    line = field(inspector, QLineEdit, "drive")
    QTest.keyClicks(line, "01...")
    QTest.keyClick(line, Qt.Key.Key_Return)
    drive = parameter(window, "a", "drive")
    assert (drive.pattern, drive.repeat) == ("01", True)
    name = field(inspector, QLineEdit, "name")
    name.selectAll()
    QTest.keyClicks(name, "first")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert "first" in window.document.circuit.nodes


def test_the_history_lists_every_step_and_goes_there(window):
    before = write_json(window.document.circuit)
    window.actions_by_name["history"].trigger()
    (history,) = window.findChildren(History)
    window.canvas.select("n")
    window.canvas.setFocus()
    QTest.keyClicks(window.canvas, "3")
    type_in(window, "")
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    texts = [history.model().index(row, 0).data() for row in range(history.model().rowCount())]
    assert texts == ["As it was opened", "Set threshold of n", "Delete n"]
    history.setCurrentIndex(history.model().index(0, 0))
    assert write_json(window.document.circuit) == before
