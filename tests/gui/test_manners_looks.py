"""What can be filled in can be seen, in both themes; and what the program says of itself."""

from __future__ import annotations

import platform
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

import circuitsim
from gui.manners.announce import announce
from gui.theme import THEMES, contrast


@pytest.fixture(params=list(THEMES))
def theme(request, open_window):
    window = open_window()
    window.set_theme(request.param)
    yield window.theme
    window.set_theme("light")


@pytest.fixture
def shown(qtbot, theme):
    """Grabs a widget on the ground of a panel."""
    kept = []

    def show(widget: QWidget) -> QImage:
        panel = QWidget()
        kept.append(panel)
        QVBoxLayout(panel).addWidget(widget)
        qtbot.addWidget(panel)
        panel.resize(QSize(240, 120))
        panel.show()
        return widget.grab().toImage()

    return show


def best_contrast(image: QImage, ground: str) -> float:
    """The contrast of the pixel that stands out most in the upper left corner, where an edge is and no text."""
    pixels = [image.pixelColor(x, y) for x in range(8) for y in range(image.height() // 2 - 7, image.height() // 2)]
    return max(contrast(pixel.name(), ground) for pixel in pixels)


def _list_with_boxes() -> QListWidget:
    made = QListWidget()
    item = QListWidgetItem(made)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    return made


@pytest.mark.parametrize(
    "make", [QCheckBox, QLineEdit, QSpinBox, QPlainTextEdit, QListWidget], ids=lambda kind: kind.__name__
)
def test_the_edge_of_a_field_stands_out_from_the_panel(theme, shown, make) -> None:
    assert best_contrast(shown(make()), theme.panel) >= 3


def test_an_empty_box_in_a_list_can_be_seen(theme, shown) -> None:
    made = _list_with_boxes()
    image = shown(made)
    row = made.visualItemRect(made.item(0))
    pixels = [image.pixelColor(x, row.center().y()) for x in range(4, 24)]
    assert max(contrast(pixel.name(), theme.raised) for pixel in pixels) >= 3


def test_the_ground_beside_the_columns_of_a_header_is_that_of_a_panel(theme, shown) -> None:
    made = QTreeWidget()
    made.setHeaderLabels(["one"])
    made.header().setStretchLastSection(False)
    image = shown(made)
    beside = QColor(image.pixelColor(image.width() - 8, 8))
    assert contrast(beside.name(), theme.panel) < 1.3


def test_what_the_program_is_and_its_versions_can_be_read_and_copied(open_window) -> None:
    window = open_window()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    box = window.findChild(QMessageBox, "aboutBox")
    assert box.isVisible()
    for part in (circuitsim.__version__, platform.python_version(), qVersion(), "MIT"):
        assert part in box.text() + box.informativeText()
    assert box.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_what_is_announced_reaches_a_screen_reader_that_listens(open_window, monkeypatch) -> None:
    window, heard = open_window(), []
    listening = SimpleNamespace(isActive=lambda: True, updateAccessibility=heard.append)
    monkeypatch.setattr("gui.manners.announce.QAccessible", listening)
    announce(window.canvas, "step 2 of 5")
    assert [event.message() for event in heard] == ["step 2 of 5"]
    assert heard[0].object() is window.canvas
    listening.isActive = lambda: False
    announce(window.canvas, "nobody listens")
    assert len(heard) == 1
    window.actions_by_name["tour"].trigger()
    listening.isActive = lambda: True
    QTest.mouseClick(window.findChild(QPushButton, "tourNext"), Qt.MouseButton.LeftButton)
    assert heard[-1].message().startswith("2 of 5: Connect two nodes")
    QTest.mouseClick(window.findChild(QPushButton, "tourSkip"), Qt.MouseButton.LeftButton)
