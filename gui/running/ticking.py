"""The bar of time at the foot of the window: many ticks at once, until all is at rest, and any tick of the history."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from gui.feature import Feature
from gui.language import tr
from gui.panels.timeline import TimelineBar
from gui.run import Run
from gui.tasks import Task


class Ticking(Feature):
    """Adds the bar and its actions to the Run menu."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.separator("&Run")
        advance = self.action(
            "&Run",
            "advance",
            tr("&Advance"),
            tr("Make as many ticks at once as the field says"),
            self.advance,
            "Ctrl+.",
        )
        latest = self.action(
            "&Run",
            "latest",
            tr("&Latest Tick"),
            tr("Go forward to the last tick that was recorded"),
            self.latest,
            "Ctrl+End",
        )
        tip = tr("Hold the inputs and make ticks until nothing changes any more")
        self.action("&Run", "settle", tr("&Settle"), tip, self.settle, "S")
        self.bar = TimelineBar(advance, latest, window)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.bar)
        self._run: Run | None = None
        self._tasks: dict[Run, Task] = {}

    def follow(self, workspace: Any) -> None:
        """Show the run of another document."""
        if workspace.canvas.property("ticking") is None:
            workspace.canvas.setProperty("ticking", True)
            workspace.run.state_changed.connect(partial(self._show_working, workspace))
        super().follow(workspace)
        self._run = workspace.run
        self.bar.follow(workspace.run)

    def attach(self, canvas: Any) -> None:
        """Listen to a run that is seen for the first time."""
        for signal in (canvas.run.values_changed, canvas.run.state_changed, canvas.run.compiled):
            signal.connect(self.bar.refresh)
        canvas.run.said.connect(self.say)

    def _show_working(self, workspace: Any) -> None:
        """Ticks on the way to a goal are a task that can be cancelled."""
        run, way = workspace.run, workspace.run.way
        task = self._tasks.get(run)
        if way is None:
            if task is not None:
                del self._tasks[run]
                task.end()
            return
        if task is None:
            task = self._tasks[run] = workspace.tasks.begin("", run.pause)
        start, goal = way
        if run.is_settling:
            task.title = tr("Waiting for rest: {count} ticks").format(count=f"{run.tick - start:,}")
        else:
            text = tr("Going to tick {goal}: now at {tick}")
            task.title = text.format(goal=f"{goal:,}", tick=f"{run.tick:,}")
            task.part = (run.tick - start) / max(1, goal - start)

    def advance(self) -> None:
        """Make as many ticks as the field says; pressed again meanwhile, stop."""
        if self._run is None:
            return
        if self._run.is_working:
            self._run.pause()
        else:
            self._run.advance(self.bar.count.value())

    def settle(self) -> None:
        """Make ticks until nothing changes; pressed again meanwhile, stop."""
        if self._run is None:
            return
        if self._run.is_working:
            self._run.pause()
        else:
            self._run.settle()

    def latest(self) -> None:
        """Go to the end of what was recorded."""
        if self._run is not None:
            self._run.seek(self._run.latest)
