"""How a layer is trained, and the buttons that train it: settings, steps, speed, and the slider over all steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from circuitsim.learn.rule import TIES
from gui.language import grouped, tr
from gui.learning.session import Settings
from gui.panels.decimal_box import DecimalBox

SLOWEST, FASTEST = 1.0, 10_000.0
_NOTCHES = 40
_LARGEST_SEED, _MOST_EPOCHS = 2**31 - 2, 1_000_000


class _Eta(DecimalBox):
    """eta without zeros at its end."""

    def textFromValue(self, value: float) -> str:
        """The number as it would be typed."""
        return self.locale().toString(value, "g", 6)


class SettingsBox(QWidget):
    """eta, the order, what a tie means, the seed, where to start, and how many epochs at most.

    Signals
    -------
    changed()
        `settings` is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.eta = _Eta(
            self, objectName="trainingEta", minimum=0.0001, maximum=1e6, decimals=4, value=1.0, singleStep=0.1
        )
        self.eta.setKeyboardTracking(False)
        self.epochs = QSpinBox(self, objectName="trainingEpochs", minimum=1, maximum=_MOST_EPOCHS, value=100)
        self.seed = QSpinBox(self, objectName="trainingSeed", minimum=0, maximum=_LARGEST_SEED)
        for spin in (self.epochs, self.seed):
            spin.setKeyboardTracking(False)
        self.tie = QComboBox(self, objectName="trainingTie")
        self.start = QComboBox(self, objectName="trainingStart")
        self.shuffle = QCheckBox(tr("Shuffle"), self, objectName="trainingShuffle")
        self.shuffle.setToolTip(tr("Each epoch in another order, which the seed decides; else in that of the rows"))
        ties = {
            "heaviside": tr("it fires"),
            "zero": tr("it is silent"),
            "error": tr("always a mistake"),
            "sign": tr("0, between −1 and 1"),
        }
        self.tie.addItem(tr("as the TLU"), None)
        for tie in TIES:
            self.tie.addItem(ties[tie], tie)
        for text, start in (
            (tr("as they are"), "present"), (tr("zero"), "zero"), (tr("random"), "random")
        ):  # fmt: skip
            self.start.addItem(text, start)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        rows = (
            (0, 0, tr("η"), self.eta, tr("eta: how far a mistake moves the weights")),
            (0, 2, tr("Epochs at most"), self.epochs, tr("Where training ends if it is never without a mistake")),
            (1, 0, tr("At z = 0"), self.tie, tr("What a net input of exactly 0 means")),
            (1, 2, tr("Seed"), self.seed, tr("Of the shuffle, and of random numbers to start from")),
            (
                2,
                0,
                tr("Start from"),
                self.start,
                tr("The weights before the first step: the circuit's, zeros, or random ones"),
            ),
        )
        for row, column, text, field, tip in rows:
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text)
            field.setToolTip(tip)
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.shuffle, 2, 2, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for signal in (
            self.eta.valueChanged, self.epochs.valueChanged, self.seed.valueChanged, self.shuffle.toggled,
            self.tie.currentIndexChanged, self.start.currentIndexChanged,
        ):  # fmt: skip
            signal.connect(lambda *_: self.changed.emit())

    @property
    def settings(self) -> Settings:
        """What is set."""
        return Settings(
            self.eta.value(), self.tie.currentData(), self.shuffle.isChecked(), self.seed.value(),
            self.start.currentData(), self.epochs.value(),
        )  # fmt: skip

    def put(self, *, start: str | None = None, seed: int | None = None) -> None:
        """Set where to start, or the seed, without telling."""
        with QSignalBlocker(self.start), QSignalBlocker(self.seed):
            if start is not None:
                self.start.setCurrentIndex(self.start.findData(start))
            if seed is not None:
                self.seed.setValue(seed)


class Transport(QWidget):
    """Steps, and the slider over them.

    Signals
    -------
    went(int)
        The slider was moved to a position.
    """

    went = Signal(int)

    def __init__(self, parent: QWidget, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        top, middle = QHBoxLayout(), QHBoxLayout()
        for row, name, text, tip in (
            (top, "trainStep", tr("Step"), tr("Meet the next instance, and learn from it")),
            (top, "trainEpoch", tr("Epoch"), tr("Go on to the end of the epoch")),
            (top, "trainRun", tr("Run"), tr("Train at the speed of the slider beside, or stop")),
            (top, "trainEnd", tr("To the End"), tr("Train until an epoch is without a mistake")),
            (middle, "sameStart", tr("Same Start"), tr("Back to the weights that this training began with")),
            (middle, "newStart", tr("New Start"), tr("Begin with other random weights: the next seed")),
        ):
            button = QPushButton(text, self, objectName=name, toolTip=tip)
            button.clicked.connect(lambda *_, name=name: acts[name]())
            row.addWidget(button)
            self.buttons[name] = button
        self.speed = QSlider(Qt.Orientation.Horizontal, self, objectName="trainSpeed", minimum=0, maximum=_NOTCHES)
        self.speed.setAccessibleName(tr("Instances a second"))
        self.speed.setValue(10)
        self.speed.valueChanged.connect(self._show_speed)
        self.speed_label = QLabel(self, objectName="trainSpeedLabel")
        middle.addWidget(self.speed, 1)
        middle.addWidget(self.speed_label)
        self.slider = QSlider(Qt.Orientation.Horizontal, self, objectName="trainSlider", minimum=0, maximum=0)
        self.slider.setAccessibleName(tr("Steps of the training"))
        self.slider.setToolTip(tr("Go back and forth over every step"))
        self.slider.valueChanged.connect(self.went)
        self.label = QLabel(self, objectName="trainPosition", wordWrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (top, middle):
            layout.addLayout(part)
        layout.addWidget(self.slider)
        layout.addWidget(self.label)
        self._show_speed()

    @property
    def rate(self) -> float:
        """Instances a second."""
        return float(SLOWEST * (FASTEST / SLOWEST) ** (self.speed.value() / _NOTCHES))

    def _show_speed(self, *_: object) -> None:
        shown = grouped(round(self.rate)) if self.rate >= 2 else "1"
        self.speed_label.setText(tr("{count} a second").format(count=shown))
        self.speed.setToolTip(tr("How many instances a second Run meets: {count}").format(count=shown))

    def show_position(self, position: int, steps: int, text: str) -> None:
        """Show where we are, without telling."""
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(steps)
            self.slider.setPageStep(max(1, steps // 10))
            self.slider.setValue(position)
        self.slider.setEnabled(steps > 0)
        self.label.setText(text)

    def show_running(self, running: bool) -> None:
        """Whether the button stops or runs."""
        self.buttons["trainRun"].setText(tr("Stop") if running else tr("Run"))
