"""What the plots have in common: axes and ground in the theme, and boxes to choose what the axes are."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.language import tr
from gui.learning.view import View
from gui.theme import LIGHT, Theme

_MARGIN = 0.12
pg.setConfigOptions(antialias=True)


class Plot(QWidget):
    """A plot with a line of text below it.

    Attributes
    ----------
    title, tip : str
        What its tab is called and shows, in English and marked.
    """

    title = ""
    tip = ""
    name = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.theme: Theme = LIGHT
        self.view: View | None = None
        self.widget = pg.PlotWidget(self, enableMenu=False)
        self.widget.setObjectName(f"{self.name}View")
        self.widget.setAccessibleName(tr(self.title))
        self.widget.setAccessibleDescription(tr(self.tip))
        self.widget.setToolTip(tr(self.tip))
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.hideButtons()
        for action in self.widget.scene().findChildren(QAction):
            action.setParent(None)  # pyqtgraph's own menu, which no language and no keyboard reaches
        self.widget.scene().contextMenu = []
        self.item = self.widget.getPlotItem()
        self.legend = QLabel(self, wordWrap=True, objectName=f"{self.name}Legend")
        self.legend.setMinimumHeight(2 * self.legend.fontMetrics().lineSpacing())
        self.legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # the plot gives way, and no line of the legend is cut
        self.legend.setSizePolicy(policy)
        self.axes = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(self.axes)
        layout.addWidget(self.widget, 1)
        layout.addWidget(self.legend)

    def show_view(self, view: View | None) -> None:
        """Show a moment of a training."""
        self.view = view
        if self.isVisible():
            self.draw()

    def showEvent(self, event: object) -> None:
        """It is drawn when it is seen."""
        self.draw()

    def draw(self) -> None:
        """Draw what is to be shown."""

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme."""
        self.theme = theme
        self.widget.setBackground(theme.color("paper"))
        for side in ("left", "bottom"):
            axis = self.item.getAxis(side)
            axis.setPen(pg.mkPen(theme.color("outline")))
            axis.setTextPen(pg.mkPen(theme.color("ink")))
        if self.isVisible():
            self.draw()

    def pen(self, token: str, width: float = 1.5, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> object:
        """A pen in a colour of the theme."""
        return pg.mkPen(self.theme.color(token), width=width, style=style)

    def wash(self, token: str, alpha: int) -> QColor:
        """A colour of the theme, so thin that what is below can be seen."""
        color = self.theme.color(token)
        color.setAlpha(alpha)
        return color


class AxisChoice(QWidget):
    """Two boxes that say what is across and what is up.

    Signals
    -------
    chosen()
        Another axis was chosen.
    """

    chosen = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        self.boxes = []
        for which, text in (("Across", tr("Across")), ("Up", tr("Up"))):
            box = QComboBox(self, objectName=f"{name}{which}")
            box.setAccessibleName(text)
            box.setToolTip(tr("What this axis of the plot shows"))
            box.activated.connect(lambda *_: self.chosen.emit())
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1)
            self.boxes.append(box)
        self._names: list[str] = []

    def offer(self, names: Sequence[str]) -> None:
        """Offer these axes, the first two at first."""
        if list(names) != self._names:
            self._names = list(names)
            for k, box in enumerate(self.boxes):
                box.clear()
                box.addItems(self._names)
                box.setCurrentIndex(min(k, len(names) - 1))
        self.setVisible(len(names) > 2)

    @property
    def picked(self) -> tuple[int, int]:
        """Which of the names are across and up; twice the same where there is only one."""
        across, up = (box.currentIndex() for box in self.boxes)
        return across, up


def roomy(low: float, high: float, least: float = 1.0) -> tuple[float, float]:
    """A range with some room around it.

    >>> roomy(0, 10), roomy(3, 3)
    ((-1.2, 11.2), (2.5, 3.5))
    """
    if high - low < least * 1e-3:
        return low - least / 2, high + least / 2
    room = _MARGIN * (high - low)
    return low - room, high + room
