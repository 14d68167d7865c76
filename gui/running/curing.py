"""A circuit that cannot run, and buttons that cure it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from circuitsim.errors import LoopError
from gui.feature import Feature
from gui.language import tr
from gui.live.cures import edge_to_cut, insert_delay, use_unit_delay


class Curing(Feature):
    """Puts the cures into the bar that says what is wrong."""

    def follow(self, workspace: Any) -> None:
        """Listen to a run that is seen for the first time."""
        if workspace.canvas is not self._followed and workspace.canvas.property("curing") is None:
            workspace.canvas.setProperty("curing", True)
            workspace.run.compiled.connect(partial(self._offer, workspace))
            self._offer(workspace)
        super().follow(workspace)

    def _offer(self, workspace: Any) -> None:
        """Put the cures of the present error into the bar."""
        bar: QWidget = workspace.trouble_bar
        old = bar.findChild(QWidget, "cures")
        if old is not None:
            old.setObjectName("")
            old.hide()
            old.deleteLater()
        error, document = workspace.run.error, workspace.document
        if not isinstance(error, LoopError):
            return
        buttons = QWidget(bar, objectName="cures")
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        edge = edge_to_cut(document.circuit, error.nodes)
        if edge is not None:
            tip = tr("Put a delay between {source} and {target}, in one undo step")
            tip = tip.format(source=edge.source, target=edge.target)
            row.addWidget(_button("cureDelay", tr("Insert a Delay"), tip, partial(insert_delay, document, edge)))
        if document.circuit.timing == "settled":
            tip = tr("Every neuron takes a tick, as in 1943; loops are free then")
            row.addWidget(_button("cureTiming", tr("Use Unit-Delay Timing"), tip, partial(use_unit_delay, document)))
        bar.layout().insertWidget(1, buttons)
        buttons.show()


def _button(name: str, text: str, tip: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text, objectName=name, toolTip=tip)
    button.clicked.connect(lambda *_: act())
    return button
