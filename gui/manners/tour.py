"""The tour: five steps that are done, not read, in a tab of their own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from gui.feature import Feature
from gui.language import tr
from gui.manners.callout import Callout, Marks
from gui.manners.shortcuts import shown
from gui.manners.tour_steps import STEPS, Stage, Step, practice
from gui.menus import Entry, add_action
from gui.theme import Theme
from gui.workspace import Workspace

_SHOWN = "tourShown"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEAR = 10  # between a target and the arrow: a selected node has a ring
_MOVES = (QEvent.Type.Paint, QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest)


class Tour(Feature):
    """Begins the tour, goes from step to step as one asks it to, and leaves nothing behind."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.stage: Stage | None = None
        self.number = 0
        self.is_done = False
        self._before = 0.0
        self._came_from: Workspace | None = None
        self._callout: Callout | None = None
        self._marks: Marks | None = None
        entry = Entry("tour", tr("&Tour"), tr("Learn the first things by doing them, in five steps"), ("F1",))
        add_action(window, "&Help", entry, self.start, before="about")
        window.workspace_changed.connect(self._went)
        window.workspace_closing.connect(self._closing)
        window.actions_by_name["why"].triggered.connect(self._look)

    @property
    def callout(self) -> Callout:
        """The bubble."""
        assert self._callout is not None
        return self._callout

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return STEPS[self.number]

    # Begin and end

    def offer(self) -> None:
        """Begin, unless it was begun at some time before."""
        if str(QSettings().value(_SHOWN, "")).lower() != "true":
            self.start()

    def start(self) -> None:
        """Begin, in a tab of its own."""
        self.finish()
        QSettings().setValue(_SHOWN, True)
        self._came_from = self.window.workspace
        workspace = self.window.free_workspace()
        workspace.throwaway = True
        workspace.document.show(practice())
        self.stage = Stage(self.window, workspace)
        self._build()
        for signal in (workspace.run.values_changed, workspace.run.compiled, workspace.document.changed):
            signal.connect(self._look)
        for watched in self._watched():
            watched.installEventFilter(self)
        self._show(0)

    def _build(self) -> None:
        if self._callout is None:
            self._marks, self._callout = Marks(self.window), Callout(self.window)
            self._callout.next.connect(self.go_on)
            self._callout.back.connect(self.go_back)
            self._callout.skipped.connect(self.skip)
        self.set_theme(self.window.theme)

    def _watched(self) -> list[QObject]:
        """Where Esc may be pressed, and what moves when the window changes."""
        assert self.stage is not None
        canvas = self.stage.workspace.canvas
        return [self.window, canvas, canvas.viewport(), self.window.dock, self.window.transport]

    def skip(self) -> None:
        """End before the end."""
        self.finish()
        self.say(tr("Help > Tour begins the tour again"))

    def finish(self) -> None:
        """End: the tab goes, unless what was done in it was saved."""
        stage = self._leave()
        if stage is None:
            return
        workspace, back = stage.workspace, self._came_from
        if self.window.workspace is workspace and back in self.window.workspaces and back is not workspace:
            self.window.show_workspace(back)
        if workspace.document.path is None:
            self.window.close_workspace(workspace)
        self.window.canvas.setFocus()

    def _closing(self, workspace: Workspace) -> None:
        """The tab of the tour is closed by hand, or with the window."""
        if self.stage is not None and workspace is self.stage.workspace:
            self._leave()

    def _leave(self) -> Stage | None:
        """Take everything down but the tab."""
        stage = self.stage
        if stage is None:
            return None
        for watched in self._watched():
            watched.removeEventFilter(self)
        self.stage = None
        for part in (self._callout, self._marks):
            if part is not None:
                part.hide()
        run, document = stage.workspace.run, stage.workspace.document
        for signal in (run.values_changed, run.compiled, document.changed):
            signal.disconnect(self._look)
        stage.workspace.throwaway = stage.workspace.document.path is None
        return stage

    # From step to step

    def _show(self, number: int) -> None:
        assert self.stage is not None
        self.number, self.is_done = number, False
        if number < len(STEPS) - 1 and self.window.workspace is not self.stage.workspace:
            self.window.show_workspace(self.stage.workspace)
        self.step.begin(self.stage)
        self._before = self.step.measure(self.stage)
        self._say()
        self._put()

    def go_on(self) -> None:
        """To the next step; behind the last one is the end."""
        if self.number + 1 < len(STEPS):
            self._show(self.number + 1)
        else:
            self.finish()

    def go_back(self) -> None:
        """To the step before."""
        self._show(max(self.number - 1, 0))

    def _say(self) -> None:
        words, other = (self._with_keys(tr(each)) for each in (self.step.words, self.step.done))
        if self.is_done:
            words, other = other, words
        title = f"{'✓ ' if self.is_done else ''}{tr(self.step.title)}"
        last = tr("&Finish") if self.number + 1 == len(STEPS) else ""
        self.callout.say(self.number + 1, len(STEPS), title, words, instead=other, last=last)
        self.callout.next_button.setDefault(self.is_done)
        self.callout.skip_button.setVisible(not (last and self.is_done))
        self._raise()

    def _raise(self) -> None:
        """Over all else, the callout over the marks."""
        for part in (self._marks, self._callout):
            if part is not None:
                part.raise_()

    def _with_keys(self, words: str) -> str:
        """The words with the keys that the actions have now; an action without keys is called by its name."""
        actions = self.window.actions_by_name
        names = [name for name in actions if f"{{{name}}}" in words]
        said = {name: shown(actions[name].shortcuts()[:1]) or actions[name].text().replace("&", "") for name in names}
        return words.format(**said)

    def _look(self, *_: object) -> None:
        """See whether the step is done; where it was undone, its words are true again."""
        if self.stage is None:
            return
        is_done = self.step.measure(self.stage) > self._before
        if is_done != self.is_done:
            self.is_done = is_done
            self._say()
        self._put()

    def _went(self, *_: object) -> None:
        """Another tab is shown; what is opened in it comes after that."""
        self._put()
        QTimer.singleShot(0, self, self._look)

    # Where it is shown

    def _put(self) -> None:
        """Put the callout beside what it speaks of; while another tab is shown it has nothing to say."""
        stage, marks, callout = self.stage, self._marks, self._callout
        if stage is None or marks is None or callout is None:
            return
        at_home = self.window.workspace is stage.workspace or self.number + 1 == len(STEPS)
        callout.setVisible(at_home)
        marks.setVisible(at_home)
        if not at_home:
            return
        targets = self.step.targets(stage)
        ends = self.step.way if self.step.way is not None and len(targets) == 2 and not self.is_done else None
        way = None if ends is None else (stage.point_of_port(ends[0], "out"), stage.point_of_port(ends[1], "in"))
        marks.mark([rect & self.window.rect().adjusted(8, 8, -8, -8) for rect in targets if self.step.ringed], way)
        callout.point_at(
            targets[0].adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR) if targets else None, self._needed(stage)
        )

    def _needed(self, stage: Stage) -> list[QRect]:
        """The nodes, and what has popped up on the canvas."""
        if self.window.workspace is not stage.workspace:
            return []
        return [*stage.rects_of_all(), *stage.rects_of_popups()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves; Esc that nobody else needs ends the tour, and Enter goes on when a step is done."""
        if self.stage is None:
            return False
        if event.type() in _MOVES:
            self._put()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            canvas = self.stage.workspace.canvas
            at_canvas, busy = watched is canvas, canvas.is_busy
            if event.key() == Qt.Key.Key_Escape and not (at_canvas and (busy or self.stage.rects_of_popups())):
                self.skip()
                return True
            if at_canvas and self.is_done and not busy and event.key() in _ENTER:
                self.go_on()
                return True
        return False

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        for part in (self._callout, self._marks):
            if part is not None:
                part.set_theme(theme)
