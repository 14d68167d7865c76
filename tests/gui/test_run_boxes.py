"""A box that is opened by the keys in a panel is chosen from by the keys; they are no shortcuts meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from circuitsim.api import example_path

BOXES = (
    ("irisPetals", "trainingStart"),
    ("irisPetals", "trainingData"),
    ("show_nodeTable", "newKind"),
    ("show_truthTable", "truthTableOf"),
    ("inspector", "inspect_inhibition"),
    ("circuitProperties", "circuitTiming"),
)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=["Return", "Enter", "Space"]
)
@pytest.mark.parametrize(("action", "name"), BOXES)
def test_an_open_list_takes_what_the_key_chooses(open_window, qtbot, action, name, key):
    window = open_window(example_path("full_adder"))
    window.canvas.select("two")
    window.actions_by_name[action].trigger()
    box = window.findChild(QComboBox, name)
    qtbot.waitUntil(lambda: box.isVisible() and box.currentIndex() >= 0)
    nodes = len(window.document.circuit.nodes)
    before = box.currentIndex()
    box.setFocus()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    QApplication.processEvents()
    chosen = []
    box.activated.connect(chosen.append)
    view = box.view()
    QTest.keyClick(view, Qt.Key.Key_T)  # on the canvas it would add a node
    view.setCurrentIndex(box.model().index(before, 0))
    QTest.keyClick(view, Qt.Key.Key_Down if before == 0 else Qt.Key.Key_Up)
    wanted = view.currentIndex().row()
    assert wanted != before
    QTest.keyClick(view, key)
    assert chosen == [wanted]
    assert not view.isVisible()
    assert len(window.document.circuit.nodes) == nodes
