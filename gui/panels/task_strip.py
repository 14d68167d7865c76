"""What takes a while, at the foot of the canvas: a line a task, with how far it is and a Cancel button."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.language import tr
from gui.tasks import Task, Tasks
from gui.theme import Theme

DELAY = 0.3
"""Seconds after which a task is shown: what is done at once needs no telling."""
_REFRESH_MS = 80
_WIDTH, _MARGIN = 460, 14
_STEPS = 1000


class TaskStrip(QFrame):
    """Floats over the foot of its parent, so that nothing moves when it comes and goes."""

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("taskStrip")
        self.setAccessibleName(tr("What takes a while"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # a press here is none on the canvas
        self.tasks = tasks
        self._rows: dict[Task, _Row] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 8, 8, 8)
        self._layout.setSpacing(4)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancel, enabled=False)
        tasks.changed.connect(self._changed)
        parent.installEventFilter(self)
        self.hide()

    def cancel(self) -> None:
        """Cancel the newest task that is shown."""
        if self._rows:
            next(reversed(self._rows)).cancel()

    def _changed(self) -> None:
        for task in [task for task in self._rows if not task.is_on]:
            row = self._rows.pop(task)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        if len(self.tasks):
            self._timer.start()
        else:
            self._timer.stop()
        self._show()

    def _refresh(self) -> None:
        now = time.monotonic()
        for task in self.tasks:
            if task not in self._rows and now - task.began >= DELAY:
                self._rows[task] = row = _Row(task, self)
                self._layout.addWidget(row)
        for row in self._rows.values():
            row.refresh()
        self._show()

    def _show(self) -> None:
        shown = bool(self._rows)
        self._escape.setEnabled(shown)
        self.setVisible(shown)
        if shown:
            self._put()

    def _put(self) -> None:
        room = self.parentWidget().rect()
        width = min(_WIDTH, room.width() - 2 * _MARGIN)
        height = self._layout.sizeHint().height()
        self.setGeometry((room.width() - width) // 2, room.height() - height - _MARGIN, width, height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._put()
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.setStyleSheet(
            f"#taskStrip {{ background: {theme.raised}; border: 1px solid {theme.muted}; border-radius: 6px; }}"
            f"#taskStrip QLabel {{ color: {theme.ink}; }}"
        )


class _Row(QWidget):
    """A task."""

    def __init__(self, task: Task, parent: QWidget) -> None:
        super().__init__(parent)
        self._task = task
        self._label = QLabel(self, textFormat=Qt.TextFormat.PlainText, objectName="taskTitle")
        self._bar = QProgressBar(self, objectName="taskBar", textVisible=False)
        self._bar.setFixedHeight(8)
        self._percent = QLabel(self)
        self._percent.setFixedWidth(self._percent.fontMetrics().horizontalAdvance("100 %") + 2)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cancel = QPushButton(tr("Cancel"), self, objectName="taskCancel", toolTip=tr("Stop this (Esc)"))
        cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        cancel.clicked.connect(lambda *_: task.cancel())
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(self._percent)
        layout.addWidget(cancel)
        self.refresh()

    def refresh(self) -> None:
        """Show how far it is."""
        task = self._task
        part = task.part
        shown = self._label.fontMetrics().elidedText(task.title, Qt.TextElideMode.ElideMiddle, self._label.width())
        self._label.setText(shown if self._label.width() > 100 else task.title)
        self._bar.setAccessibleName(task.title)
        if part is None:
            self._bar.setRange(0, 0)
            self._percent.clear()
        else:
            self._bar.setRange(0, _STEPS)
            self._bar.setValue(round(_STEPS * min(max(part, 0.0), 1.0)))
            self._percent.setText(f"{100 * min(max(part, 0.0), 1.0):.0f} %")
