"""The five steps of the tour: what each says, what it points at, and how it is known that it was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from circuitsim.api import Circuit, example
from gui.language import tr
from gui.workspace import Workspace

INPUT, NEURON, OUTPUT, CLOCK = "a", "one", "sum", "b"
"""The nodes of the half adder that the tour speaks of."""
_MOST, _SPOTS, _SPOT = 50, 3, 4.0


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the tour takes place: a window, and the tab of its own."""

    window: Any
    workspace: Workspace

    def rect_of_node(self, id: str) -> QRect | None:
        """The box of a node and its name in the window; None where it is not in sight."""
        net = self.workspace.canvas.net
        if id not in net.index:
            return None
        row = net.index[id]
        found = (self._of_scene(boxes[row].tolist()) for boxes in (net.node_boxes(), net.label_boxes()))
        whole = [rect for rect in found if rect is not None]
        return whole[0].united(whole[-1]) if whole else None

    def rects_of_all(self) -> list[QRect]:
        """The boxes of the nodes and of their names, and spots along the lines; of very many the first."""
        net = self.workspace.canvas.net
        spots = net.curve[:_MOST, ::_SPOTS].reshape(-1, 2)
        boxes = (
            *net.node_boxes()[:_MOST].tolist(),
            *net.label_boxes()[:_MOST].tolist(),
            *((x - _SPOT, y - _SPOT, x + _SPOT, y + _SPOT) for x, y in spots.tolist()),
        )
        return [rect for box in boxes if (rect := self._of_scene(box)) is not None]

    def rects_of_popups(self) -> list[QRect]:
        """The boxes of what has popped up on the canvas: a list to add from, a card."""
        options = Qt.FindChildOption.FindDirectChildrenOnly
        over = self.workspace.canvas.viewport().findChildren(QWidget, options=options)
        found = (self.rect_of(each) for each in over if each.objectName() != "emptyHint")
        return [rect for rect in found if rect is not None]

    def _of_scene(self, box: Sequence[float]) -> QRect | None:
        canvas, (left, top, right, bottom) = self.workspace.canvas, box
        seen = QRect(canvas.mapFromScene(left, top), canvas.mapFromScene(right, bottom))
        return self._in_window(canvas.viewport(), seen & canvas.viewport().rect())

    def rect_of(self, widget: QWidget | None) -> QRect | None:
        """The box of a widget in the window; None where it is not in sight."""
        return None if widget is None or not widget.isVisible() else self._in_window(widget, widget.rect())

    def point_of_port(self, id: str, side: str) -> QPoint:
        """Where a node's lines leave it or reach it, in the window."""
        canvas = self.workspace.canvas
        return canvas.viewport().mapTo(self.window, canvas.port_position(id, side))

    def _in_window(self, widget: QWidget, rect: QRect) -> QRect | None:
        return None if rect.isEmpty() else QRect(widget.mapTo(self.window, rect.topLeft()), rect.size())


@dataclass(frozen=True, slots=True)
class Step:
    """A step.

    Attributes
    ----------
    title, words, done : str
        What it says, and what it says when it was done: rich text, with keys in `<kbd>`; `{tick}` stands for the key
        of the action of that name.
    begin : callable
        Makes ready: selects what the keys act on, and gives the keyboard to where it is done.
    targets : callable
        The boxes of what it points at, the first one by the arrow.
    measure : callable
        A number that is larger as long as the step is done.
    way : (str, str), optional
        A connection that is to be drawn.
    ringed : bool
        Whether the targets are marked by rings: those that are not selected.
    """

    title: str
    words: str
    done: str
    begin: Callable[[Stage], None]
    targets: Callable[[Stage], list[QRect]]
    measure: Callable[[Stage], float]
    way: tuple[str, str] | None = None
    ringed: bool = False


def practice() -> Circuit:
    """A half adder with one connection missing, and a clock as its second input."""
    circuit = example("half_adder")
    for test in circuit.tests:
        circuit.remove_test(test.rank)
    circuit.name = tr("Tour")
    circuit.description = tr("A half adder to try things out. It is a copy, and goes away with the tour.")
    for edge in circuit.edges:
        if (edge.source, edge.target) == (NEURON, OUTPUT):
            circuit.disconnect(edge.key)
    circuit.set(CLOCK, drive={"pattern": "01", "repeat": True})
    return circuit


def _select(*ids: str) -> Callable[[Stage], None]:
    def begin(stage: Stage) -> None:
        canvas = stage.workspace.canvas
        canvas.select(*(id for id in ids if id in canvas.net.index))
        canvas.setFocus()

    return begin


def _select_bare(*ids: str) -> Callable[[Stage], None]:
    """Select some nodes, and take away the card of an earlier step."""

    def begin(stage: Stage) -> None:
        card = _card(stage)
        if card is not None:
            card.hide()
        _select(*ids)(stage)

    return begin


def _begin_examples(stage: Stage) -> None:
    browser = stage.window.browser
    if browser.isVisible():
        browser.list.setFocus()


def _nodes(*ids: str) -> Callable[[Stage], list[QRect]]:
    return lambda stage: [rect for id in ids if (rect := stage.rect_of_node(id)) is not None]


def _tick_button(stage: Stage) -> list[QRect]:
    bar = stage.window.transport
    rect = stage.rect_of(bar.widgetForAction(stage.window.actions_by_name["tick"]))
    return [] if rect is None else [rect]


def _examples(stage: Stage) -> list[QRect]:
    """The list, or the menu where the list is hidden."""
    window = stage.window
    rect = stage.rect_of(window.dock)
    if rect is None:
        bar = window.menuBar()
        menu = window.findChild(QWidget, "menuExamples").menuAction()
        rect = QRect(bar.mapTo(window, bar.actionGeometry(menu).topLeft()), bar.actionGeometry(menu).size())
    return [rect]


def _card(stage: Stage) -> QWidget | None:
    found: QWidget | None = stage.workspace.canvas.viewport().findChild(QWidget, "whyCard")
    return found


def _is_pressed(stage: Stage) -> float:
    known = INPUT in stage.workspace.document.circuit.inputs
    return stage.workspace.run.value(INPUT) if known and stage.workspace.run.simulator is not None else 0.0


def _ticks(stage: Stage) -> float:
    return float(stage.workspace.run.tick)


def _wires(stage: Stage) -> float:
    graph = stage.workspace.document.circuit.graph
    return graph.number_of_edges(NEURON, OUTPUT) if NEURON in graph and OUTPUT in graph else 0


def _is_explained(stage: Stage) -> float:
    card = _card(stage)
    return float(card is not None and card.isVisible())


def _open_circuits(stage: Stage) -> float:
    return sum(bool(workspace.document.circuit.nodes) for workspace in stage.window.workspaces)


STEPS = (
    Step(
        QT_TRANSLATE_NOOP("", "Press an input"),
        QT_TRANSLATE_NOOP(
            "",
            "Click <b>a</b>, or press <kbd>Space</kbd> with <b>a</b> selected. It becomes 1, "
            "and all that follows from it is worked out at once.",
        ),
        QT_TRANSLATE_NOOP(
            "", "<b>one</b> fires: one active synapse reaches its threshold of 1. <b>both</b> needs two."
        ),
        begin=_select(INPUT),
        targets=_nodes(INPUT),
        measure=_is_pressed,
    ),
    Step(
        QT_TRANSLATE_NOOP("", "Connect two nodes"),
        QT_TRANSLATE_NOOP(
            "",
            "<b>sum</b> has no source yet. Drag from the right side of <b>one</b> to the left side of <b>sum</b>.<br>"
            "By keyboard, with these two selected: <kbd>Tab</kbd>, type <b>excitatory</b>, <kbd>Enter</kbd>.",
        ),
        QT_TRANSLATE_NOOP(
            "", "<b>sum</b> shows what <b>one</b> does. <kbd>{undo}</kbd> takes back whatever you do to a circuit."
        ),
        begin=_select(NEURON, OUTPUT),
        targets=_nodes(OUTPUT, NEURON),
        measure=_wires,
        way=(NEURON, OUTPUT),
    ),
    Step(
        QT_TRANSLATE_NOOP("", "Ask why"),
        QT_TRANSLATE_NOOP(
            "",
            "Select <b>one</b> and press <kbd>{why}</kbd>: a card says why it has its value. "
            "Every node has such a card.",
        ),
        QT_TRANSLATE_NOOP("", "A click on a name in the card goes back to that cause."),
        begin=_select_bare(NEURON),
        targets=_nodes(NEURON),
        measure=_is_explained,
    ),
    Step(
        QT_TRANSLATE_NOOP("", "Let time pass"),
        QT_TRANSLATE_NOOP(
            "",
            "<b>b</b> is a clock: 0 and 1 in turn. Press <kbd>{tick}</kbd>, or this button, for one tick. "
            "Where <b>a</b> is 1 too, 1 + 1 gives a carry. <kbd>{back}</kbd> goes back, <kbd>{run}</kbd> runs.",
        ),
        QT_TRANSLATE_NOOP("", "Every tick is recorded: the slider at the foot of the window goes to any of them."),
        begin=_select_bare(CLOCK),
        targets=_tick_button,
        measure=_ticks,
        ringed=True,
    ),
    Step(
        QT_TRANSLATE_NOOP("", "Open an example"),
        QT_TRANSLATE_NOOP(
            "",
            "Choose any circuit here, by mouse or with the arrows and <kbd>Enter</kbd>. "
            "It opens as a copy in a tab of its own.",
        ),
        QT_TRANSLATE_NOOP(
            "",
            "That was the tour. <kbd>{commands}</kbd> finds every command, <kbd>{shortcuts}</kbd> lists all keys, "
            "and <kbd>{tour}</kbd> begins the tour again.",
        ),
        begin=_begin_examples,
        targets=_examples,
        measure=_open_circuits,
        ringed=True,
    ),
)
