"""The Learn menu: the panel that trains, its steps, and circuits to begin with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.feature import Feature
from gui.language import tr
from gui.live.panel import Panel
from gui.running.watching import Watching


class Learning(Feature):
    """Adds the menu; what it leads to is loaded when it is first asked for."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        menu = QT_TRANSLATE_NOOP("", "&Learn")
        train = tr("Show the panel that trains the layer of what is selected")
        self.action(menu, "trainLayer", tr("Train a La&yer"), train, self.panel, "Ctrl+Alt+L")
        layer = tr("Add a layer of TLUs, with what feeds it")
        self.action(menu, "makeLayer", tr("Make a &Layer…"), layer, self.make_layer, "Ctrl+Shift+L")
        self.separator(menu)
        steps: tuple[tuple[str, str, str, str], ...] = (
            ("trainStep", tr("&One Instance"), tr("Meet the next instance, and learn from it"), "Ctrl+J"),
            ("trainEpoch", tr("One &Epoch"), tr("Go on to the end of the epoch"), "Ctrl+Shift+J"),
            ("trainRun", tr("&Run or Stop"), tr("Train at the speed of the panel, or stop"), "Ctrl+T"),
            ("trainEnd", tr("To the En&d"), tr("Train until an epoch is without a mistake"), "Ctrl+Shift+T"),
            ("sameStart", tr("&Same Start"), tr("Back to the weights that this training began with"), "Ctrl+Alt+R"),
            ("newStart", tr("&New Start"), tr("Begin with other random weights"), "Ctrl+Alt+N"),
        )
        for name, text, tip, key in steps:
            self.action(menu, name, text, tip, partial(self.press, name), key)
        self.separator(menu)
        for name, text, tip, key in (
            (
                "irisPetals",
                tr("&Iris Petals"),
                tr("A TLU that is to know a flower by the size of its petals"),
                "Ctrl+Alt+I",
            ),
            ("xorAlone", tr("&XOR on One TLU"), tr("What one TLU cannot learn, and the proof"), "Ctrl+Alt+X"),
            ("xorOnTwo", tr("XOR on &Two Fixed Neurons"), tr("What it can learn behind two neurons"), "Ctrl+Alt+T"),
        ):
            self.action(menu, name, text, tip, partial(self.start, name), key)

    @property
    def _watching(self) -> Watching:
        found: Watching = next(each for each in self.window.features if isinstance(each, Watching))
        return found

    def panel(self) -> Any:
        """The panel, shown."""
        panel: Panel = self._watching.show_panel("training")
        return panel

    def press(self, name: str) -> None:
        """Press a button of the panel, which is shown for it."""
        button = self.panel().desk.transport.buttons[name]
        if button.isEnabled():
            button.click()
        else:
            self.say(tr("There is nothing to train yet: the Training panel says what is missing."))

    def make_layer(self) -> None:
        """Ask for a layer."""
        import_module("gui.learning.desk").ask_layer(self.window.workspace, self.window)

    def start(self, name: str) -> None:
        """Show a circuit to begin with, with its data chosen and the panel open."""
        starters = import_module("gui.learning.starters")
        made: dict[str, tuple[Callable[[], Any], str]] = {
            "irisPetals": (starters.iris_petals, "iris"),
            "xorAlone": (starters.xor_alone, "xor"),
            "xorOnTwo": (starters.xor_on_two_neurons, "xor"),
        }
        make, data = made[name]
        self.window.free_workspace().document.show(make())
        self.panel().desk.trainer.choose_data(data)
