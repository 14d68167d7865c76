"""The bar that runs time: run, tick, back, reset, the rate that is wanted and the one that is reached."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSlider, QToolBar, QWidget

from gui.language import decimal, tr
from gui.panels.decimal_box import DecimalBox
from gui.panels.icons import transport_icon
from gui.run import FASTEST, SLOWEST, Run
from gui.theme import Theme

_STEPS = 100
ACTIONS = ("reset", "back", "run", "tick")


class TransportBar(QToolBar):
    """Shows and sets how a run goes on."""

    def __init__(self, run: Run, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(tr("Run"), parent)
        self.setObjectName("transport")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._run, self._actions = run, actions
        self._following = False
        for name in ACTIONS:
            self.addAction(actions[name])
        self._keep_width("run", "Pause")
        self.addSeparator()
        self.tick_label = self._label(
            "tickLabel", tr("Tick"), tr("The tick that is shown"), tr("Tick {tick}").format(tick="0000000")
        )
        self.addSeparator()
        self.slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=_STEPS, maximumWidth=140)
        self.rate_box = DecimalBox(minimum=SLOWEST, maximum=FASTEST, decimals=1, suffix=" Hz", keyboardTracking=False)
        for widget, name in ((self.slider, "rateSlider"), (self.rate_box, "rateBox")):
            widget.setObjectName(name)
            widget.setAccessibleName(tr("Ticks a second"))
            widget.setToolTip(tr("How many ticks a second"))
            self.addWidget(widget)
        self.rate_label = self._label(
            "trueRate",
            tr("True rate"),
            tr("The ticks a second that are really made"),
            tr("makes {rate} Hz").format(rate="0000.0"),
        )
        self.slider.valueChanged.connect(self._slid)
        self.rate_box.valueChanged.connect(self._typed)
        self.follow(run)

    def _keep_width(self, name: str, other: str) -> None:
        """Let a button be as wide as it is with its other text, so that what follows stays where it is."""
        button, text = self.widgetForAction(self._actions[name]), self._actions[name].text()
        wide = button.sizeHint().width()
        self._actions[name].setText(other)
        button.setMinimumWidth(max(wide, button.sizeHint().width()))
        self._actions[name].setText(text)

    def _label(self, name: str, title: str, tip: str, widest: str) -> QLabel:
        label = QLabel(toolTip=tip, objectName=name, margin=6)
        label.setAccessibleName(title)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(widest) + 12)
        self.addWidget(label)
        return label

    def follow(self, run: Run) -> None:
        """Show and set another run."""
        for signal in (self._run.values_changed, self._run.state_changed):
            if self._following:
                signal.disconnect(self.refresh)
        self._run, self._following = run, True
        run.values_changed.connect(self.refresh)
        run.state_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the run as it is."""
        run = self._run
        self.tick_label.setText(tr("Tick {tick}").format(tick=run.tick))
        rate = run.true_rate
        if rate is not None:
            self.rate_label.setText(tr("makes {rate} Hz").format(rate=decimal(rate, 1)))
        else:
            self.rate_label.setText(tr("running") if run.running else tr("paused"))
        for widget in (self.slider, self.rate_box):
            widget.blockSignals(True)
        self.rate_box.setValue(run.rate)
        self.slider.setValue(round(_STEPS * math.log(run.rate / SLOWEST) / math.log(FASTEST / SLOWEST)))
        for widget in (self.slider, self.rate_box):
            widget.blockSignals(False)
        can_run = run.simulator is not None
        for name in ACTIONS:
            self._actions[name].setEnabled(can_run and (name != "back" or run.tick > run.first))
        action = self._actions["run"]
        if action.isChecked() != run.running:
            action.setChecked(run.running)
        action.setText(tr("Pause") if run.running else tr("&Run"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        for name in ACTIONS:
            self._actions[name].setIcon(transport_icon(name, theme))

    def _slid(self, step: int) -> None:
        self._run.rate = round(SLOWEST * (FASTEST / SLOWEST) ** (step / _STEPS), 1)

    def _typed(self, rate: float) -> None:
        self._run.rate = rate
