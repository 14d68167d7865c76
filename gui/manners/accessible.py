"""What assistive technology sees of a canvas: one child a node, with its name, kind and value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from circuitsim.kinds import KINDS
from gui.canvas.node_texts import show_value
from gui.canvas.view import CanvasView
from gui.language import told, tr


def node_name(canvas: CanvasView, row: int) -> str:
    """A node in words: "neuron both, threshold 2, fires"."""
    net = canvas.net
    node = net.nodes[row]
    parts = [f"{told(KINDS[node.kind].title)} {node.label or node.id}"]
    if node.kind == "neuron":
        parts.append(tr("threshold {value}").format(value=node.parameters["threshold"]))
        parts.append(tr("fires") if net.active[row] else tr("silent"))
    elif node.kind != "subcircuit":
        parts.append(tr("value {value}").format(value=show_value(float(net.amount[row]))))
    if net.selected[row]:
        parts.append(tr("selected"))
    return ", ".join(parts)


class AccessibleNode(QAccessibleInterface):
    """A node of a canvas."""

    def __init__(self, canvas: CanvasView, id: str) -> None:
        super().__init__()
        self._canvas, self._id = canvas, id

    def isValid(self) -> bool:
        """Whether the node is still there."""
        return self._id in self._canvas.net.index

    def object(self) -> QObject | None:
        """A node is no QObject."""
        return None

    def window(self) -> QWindow | None:
        """The window around the canvas."""
        return self._canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._canvas)

    def child(self, index: int) -> QAccessibleInterface | None:
        """A node has no parts."""
        return None

    def childCount(self) -> int:
        """None."""
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """Nothing."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Nothing."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """The node in words."""
        if kind == QAccessible.Text.Name and self.isValid():
            return node_name(self._canvas, self._canvas.net.index[self._id])
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are changed on the canvas and in the inspector."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        canvas, net = self._canvas, self._canvas.net
        if not self.isValid():
            return QRect()
        row = net.index[self._id]
        left, top, right, bottom = map(float, net.node_boxes()[row])
        one, other = canvas.mapFromScene(left, top), canvas.mapFromScene(right, bottom)
        return QRect(canvas.viewport().mapToGlobal(one), canvas.viewport().mapToGlobal(other))

    def role(self) -> QAccessible.Role:
        """An input can be pressed; all else is shown."""
        row = self._canvas.net.index.get(self._id)
        pressed = row is not None and self._canvas.net.nodes[row].kind == "input"
        return QAccessible.Role.Button if pressed else QAccessible.Role.Graphic

    def state(self) -> QAccessible.State:
        """What can be done with it."""
        state = QAccessible.State()
        row = self._canvas.net.index.get(self._id)
        state.invalid = row is None
        state.selectable = True
        state.selected = row is not None and bool(self._canvas.net.selected[row])
        return state

    def foregroundColor(self) -> QColor:
        """The ink of the theme."""
        return self._canvas.theme.color("ink")

    def backgroundColor(self) -> QColor:
        """The paper of the theme."""
        return self._canvas.theme.color("paper")


class AccessibleCanvas(QAccessibleWidget):
    """A canvas, whose children are its nodes in the document's order."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas, QAccessible.Role.Canvas, canvas.accessibleName())
        self._canvas = canvas
        self._nodes: dict[str, AccessibleNode] = {}  # Qt does not keep them alive

    def childCount(self) -> int:
        """How many nodes there are."""
        return len(self._canvas.net.nodes)

    def child(self, index: int) -> QAccessibleInterface | None:
        """A node by its place in the order."""
        nodes = self._canvas.net.nodes
        if not 0 <= index < len(nodes):
            return None
        id = nodes[index].id
        if id not in self._nodes:
            self._nodes[id] = AccessibleNode(self._canvas, id)
        return self._nodes[id]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a node in the order."""
        ids = [id for id, node in self._nodes.items() if node is child]
        return self._canvas.net.index.get(ids[0], -1) if ids else -1


_made: dict[int, QAccessibleInterface] = {}  # Qt does not keep them alive


def _make(key: str, subject: QObject) -> QAccessibleInterface | None:
    if not isinstance(subject, CanvasView):
        return None
    made, number = AccessibleCanvas(subject), id(subject)
    _made[number] = made
    subject.destroyed.connect(lambda *_: _made.pop(number, None))
    return made


class Accessible(QObject):
    """Tells Qt how canvases are made accessible."""

    installed = False

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        if not Accessible.installed:
            QAccessible.installFactory(_make)
            Accessible.installed = True

    def follow(self, workspace: Any) -> None:
        """Every canvas is made accessible when it is asked for."""
