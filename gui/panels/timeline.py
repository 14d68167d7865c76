"""The bar of time: where the run is, a slider over all that was recorded, and many ticks at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSlider, QSpinBox, QToolBar, QToolButton, QWidget

from gui.language import tr
from gui.run import Run

MOST_TICKS = 10_000_000
_OWN_KEYS = {
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
}  # fmt: skip


class TimeSlider(QSlider):
    """Home, End and the arrows are its own keys while it has the focus."""

    def event(self, event: QEvent) -> bool:
        """Take keys before they become shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)


class TimelineBar(QToolBar):
    """Shows the recorded ticks of a run, and goes to any of them."""

    def __init__(self, advance: QAction, latest: QAction, parent: QWidget | None = None) -> None:
        super().__init__(tr("Time"), parent)
        self.setObjectName("timeline")
        self.setMovable(False)
        self._run: Run | None = None
        self._advance, self._latest = advance, latest
        self.label = QLabel(objectName="timeLabel", margin=6, toolTip=tr("The tick that is shown, of those recorded"))
        self.label.setAccessibleName(tr("Tick shown"))
        self.label.setMinimumWidth(
            self.label.fontMetrics().horizontalAdvance(
                tr("Tick {tick} of {latest}, recorded").format(tick="0000000", latest="0000000")
            )
        )
        self.slider = TimeSlider(Qt.Orientation.Horizontal, objectName="timeSlider", minimum=0, maximum=0)
        self.slider.setAccessibleName(tr("Tick"))
        self.slider.setToolTip(tr("Go to any recorded tick; what came after it stays until you change something there"))
        self.count = QSpinBox(objectName="tickCount", minimum=1, maximum=MOST_TICKS, value=100)
        self.count.valueChanged.connect(self._name_ticks)
        self._name_ticks(self.count.value())
        self.count.setAccessibleName(tr("How many ticks at once"))
        self.count.setToolTip(tr("How many ticks to make at once"))
        self.addWidget(self.label)
        self.addWidget(self.slider)
        self.addAction(latest)
        self.addSeparator()
        self.addWidget(self.count)
        self.addAction(advance)
        for action in (latest, advance):
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.slider.valueChanged.connect(self._slid)

    def _name_ticks(self, count: int) -> None:
        self.count.setSuffix(tr(" tick") if count == 1 else tr(" ticks"))

    def follow(self, run: Run) -> None:
        """Show another run."""
        self._run = run
        self.refresh()

    def refresh(self) -> None:
        """Show the run as it is."""
        run = self._run
        if run is None:
            return
        past = run.tick < run.latest
        text = tr("Tick {tick} of {latest}, recorded") if past else tr("Tick {tick} of {latest}")
        self.label.setText(text.format(tick=run.tick, latest=run.latest))
        self.slider.blockSignals(True)
        self.slider.setRange(run.first, run.latest)
        self.slider.setPageStep(max(1, (run.latest - run.first) // 10))
        self.slider.setValue(run.tick)
        self.slider.blockSignals(False)
        self.slider.setEnabled(run.latest > run.first)
        self._latest.setEnabled(past)
        self._advance.setEnabled(run.simulator is not None)

    def _slid(self, tick: int) -> None:
        if self._run is not None:
            self._run.seek(tick)
