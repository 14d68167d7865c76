"""The why card by the keyboard alone, and as something that lies over the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    window.activateWindow()
    qtbot.waitUntil(window.canvas.hasFocus)
    window.run.give({"a": 1, "b": 1})
    window.canvas.select("one")
    QTest.keyClick(window.canvas, Qt.Key.Key_W)
    return window


@pytest.fixture
def card(window):
    found = window.canvas.viewport().findChild(object, "whyCard")
    assert found.isVisible()
    return found


def test_the_keys_lead_to_a_cause_and_out_again(window, card):
    assert card.words.hasFocus()
    QTest.keyClick(card.words, Qt.Key.Key_Tab)
    QTest.keyClick(card.words, Qt.Key.Key_Return)
    assert window.canvas.selected_ids() == ["a"]
    QTest.keyClick(card.words, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert window.canvas.hasFocus()


def test_escape_on_the_canvas_closes_the_card_first(window, card):
    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, window.canvas.node_position("both"))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert window.canvas.selected_ids() == ["both"]
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.canvas.selected_ids() == []


def test_a_click_on_the_card_does_not_reach_the_canvas(window, card):
    QTest.mouseClick(card, LEFT, NONE, QPoint(5, card.height() - 4))
    assert window.canvas.selected_ids() == ["one"]


def test_the_card_covers_no_node_where_there_is_room(window, card):
    canvas = window.canvas
    canvas.set_zoom(0.6)
    for id in canvas.net.index:
        canvas.select(id)
        QTest.keyClick(canvas, Qt.Key.Key_W)
        taken = card.geometry()
        for other in canvas.net.index:
            assert not taken.contains(canvas.node_position(other)), (id, other)
        assert canvas.viewport().rect().contains(taken)
