"""Tells a test of the real program what its window shows, and where on the screen.

It is there only where the environment variable CIRCUITSIM_WITNESS names a file. The file then holds, as
JSON, what is true once the event loop has nothing else to do; a test acts through the X server and waits
until the file says what it expects. A window manager's frame makes other ways to find the canvas wrong.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from circuitsim.formats.json_writer import write_json

VARIABLE = "CIRCUITSIM_WITNESS"
_PERIOD_MS = 25


class Witness(QObject):
    """Writes the file anew whenever something is different."""

    def __init__(self, window: Any, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._told: dict[str, Any] = {}
        self._timer = QTimer(self, interval=_PERIOD_MS)
        self._timer.timeout.connect(self._tell)
        self._timer.start()

    def _tell(self) -> None:
        seen = self.look()
        if seen != self._told:
            self._told = seen
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(seen))
            part.replace(self._path)  # whoever reads sees the one or the other, whole

    def look(self) -> dict[str, Any]:
        """What is true now; places are pixels of the screen."""
        window, canvas, run = self._window, self._window.canvas, self._window.run
        stack, focus = window.document.undo_stack, QApplication.focusWidget()
        return {
            "title": window.windowTitle(),
            "active": window.isActiveWindow(),
            "modified": window.isWindowModified(),
            "tabs": [each.document.title for each in window.workspaces],
            "text": write_json(window.document.circuit).decode(),
            "steps": [stack.index(), stack.count()],
            "nodes": {node.id: self._places(node.id) for node in canvas.net.nodes},
            "scale": canvas.scale_factor,
            "selected": canvas.selected_ids(),
            "connections": len(canvas.selection.bundles()),
            "tick": [run.tick, run.latest],
            "running": run.running,
            "values": self._values(),
            "message": window.message_bar.text,
            "status": window.statusBar().currentMessage(),
            "pointed": window.pointed_label.text(),
            "focus": "" if focus is None else focus.objectName(),
            "widgets": _widgets(),
        }

    def _values(self) -> dict[str, float]:
        run, nodes = self._window.run, self._window.document.circuit.nodes
        if run.simulator is None:
            return {}
        return {id: run.value(id) for id, node in nodes.items() if node.kind != "subcircuit"}

    def _places(self, id: str) -> dict[str, list[int]]:
        canvas = self._window.canvas
        spots = {"middle": canvas.node_position(id), **{side: canvas.port_position(id, side) for side in ("in", "out")}}
        return {name: _on_screen(canvas.viewport(), at) for name, at in spots.items()}


def _on_screen(widget: QWidget, at: QPoint) -> list[int]:
    found = widget.mapToGlobal(at)
    return [found.x(), found.y()]


def _widgets() -> dict[str, list[int]]:
    """Left, top, width and height of every visible widget that has a name."""
    return {
        each.objectName() or type(each).__name__: [*_on_screen(each, QPoint()), each.width(), each.height()]
        for each in QApplication.allWidgets()
        if each.isVisible() and (each.isWindow() or each.objectName())
    }


def bear_witness(window: Any) -> None:
    """Watch a window, where the environment asks for it."""
    path = os.environ.get(VARIABLE)
    if path:
        Witness(window, Path(path))
