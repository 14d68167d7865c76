"""One tab of the window: a document, what runs of it, and the canvas that it is drawn on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.canvas.view import CanvasView
from gui.document import Document
from gui.language import told, tr
from gui.panels.caption import Caption
from gui.panels.message import MessageBar
from gui.panels.task_strip import TaskStrip
from gui.run import Run
from gui.tasks import Tasks
from gui.theme import Theme


class Workspace(QWidget):
    """One open document.

    Attributes
    ----------
    document : Document
        The circuit and its undo stack.
    run : Run
        The simulator, the inputs set by hand, the clock.
    canvas : CanvasView
        Where it is drawn.
    caption : Caption
        What the circuit says of itself.
    message_bar, trouble_bar : MessageBar
        What went wrong with a file or an edit; and why the circuit cannot run.
    tasks : Tasks
        What takes a while; the strip over the foot of the canvas shows it.
    throwaway : bool
        Whether what is done here is only to be tried out: it counts as saved until it has a file.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.tasks = Tasks(self)
        self.throwaway = False
        self.document = Document(self)
        self.run = Run(self.document, self, self.tasks)
        self.canvas = CanvasView(self.document, self.run, self)
        self.caption = Caption(self.document, self)
        self.message_bar = MessageBar("messageBar", self)
        self.trouble_bar = MessageBar("troubleBar", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.message_bar, self.trouble_bar, self.caption):
            layout.addWidget(widget)
        layout.addWidget(self.canvas, 1)
        self.task_strip = TaskStrip(self.tasks, self.canvas.viewport())
        self.document.replaced.connect(self.message_bar.clear)
        self.document.changed.connect(self.message_bar.pass_away)
        self.run.compiled.connect(self._show_trouble)

    @property
    def is_unsaved(self) -> bool:
        """Whether there are changes that no file has."""
        tried_out = self.throwaway and self.document.path is None
        return not tried_out and not self.document.undo_stack.isClean()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing would be lost by showing another circuit here."""
        document = self.document
        empty = not document.circuit.nodes and not document.circuit.notes and not document.circuit.definitions
        return empty and document.path is None and document.undo_stack.count() == 0

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        for part in (self.canvas, self.caption, self.message_bar, self.trouble_bar, self.task_strip):
            part.set_theme(theme)

    def _show_trouble(self) -> None:
        error = self.run.error
        if error is None:
            self.trouble_bar.clear()
        else:
            if self.document.undo_stack.index():
                self.canvas.stay()  # a bar that comes while one draws does not have all fitted anew
            self.trouble_bar.say(tr("This circuit cannot run yet: {problem}").format(problem=told(error)))
