"""The bar of time at the foot of the window: many ticks at once, and any tick of the history."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from gui.feature import Feature
from gui.panels.timeline import TimelineBar
from gui.run import Run


class Ticking(Feature):
    """Adds the bar and its actions to the Run menu."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.separator("&Run")
        advance = self.action(
            "&Run", "advance", "&Advance", "Make as many ticks at once as the field says", self.advance, "Ctrl+."
        )
        latest = self.action(
            "&Run", "latest", "&Latest Tick", "Go forward to the last tick that was recorded", self.latest, "Ctrl+End"
        )
        self.bar = TimelineBar(advance, latest, window)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.bar)
        self._run: Run | None = None

    def follow(self, workspace: Any) -> None:
        """Show the run of another document."""
        super().follow(workspace)
        self._run = workspace.run
        self.bar.follow(workspace.run)

    def attach(self, canvas: Any) -> None:
        """Listen to a run that is seen for the first time."""
        for signal in (canvas.run.values_changed, canvas.run.state_changed, canvas.run.compiled):
            signal.connect(self.bar.refresh)
        canvas.run.said.connect(self.say)

    def advance(self) -> None:
        """Make as many ticks as the field says; pressed again meanwhile, stop."""
        if self._run is None:
            return
        if self._run.is_working:
            self._run.pause()
        else:
            self._run.advance(self.bar.count.value())

    def latest(self) -> None:
        """Go to the end of what was recorded."""
        if self._run is not None:
            self._run.seek(self._run.latest)
