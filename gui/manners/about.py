"""What the program is, and what a report of a fault should name."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from circuitsim import __version__
from gui.language import tr


def open_about(parent: QWidget) -> QMessageBox:
    """Show it; nothing waits for it. The text can be selected and copied."""
    box = QMessageBox(parent, objectName="aboutBox")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("About circuitsim"))
    box.setText(f"<b>circuitsim {__version__}</b>")
    box.setInformativeText(
        "<p>{what}</p><p>{made}</p><p>{licence}</p>".format(
            what=tr("Logic circuits whose gates are neurons: build, run and check them."),
            made=f"Python {platform.python_version()}<br>Qt {qVersion()}<br>PySide6 {PySide6.__version__}",
            licence=tr("MIT licence"),
        )
    )
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
    return box
