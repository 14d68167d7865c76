"""A bubble beside something, with an arrow to it; and marks around what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.language import tr
from gui.manners.announce import announce
from gui.manners.callout_place import ARROW, Place, place
from gui.theme import LIGHT, Theme

_WIDTH = 330
_ROUND = 7.0
_HALF = 9.0  # of the arrow's base
_RING = 5
_BOW = 46.0


class Callout(QWidget):
    """Says one thing at a time; it takes no keys but those of its buttons, and Esc.

    Signals
    -------
    next(), back(), skipped()
        What was pressed.
    """

    next = Signal()
    back = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("callout")
        self.theme = LIGHT
        self._place = Place(QRect())
        self._words = self._instead = ""
        self.progress = QLabel(self, objectName="calloutProgress")
        self.title = QLabel(self, objectName="calloutTitle", wordWrap=True)
        self.words = QLabel(self, objectName="calloutWords", wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.skip_button = self._button("tourSkip", tr("S&kip"), tr("End the tour (Esc)"), self.skipped)
        self.back_button = self._button("tourBack", tr("&Back"), tr("Go to the step before"), self.back)
        self.next_button = self._button("tourNext", tr("&Next"), tr("Go to the next step"), self.next)
        self._lay_out()
        self.hide()

    def _button(self, name: str, text: str, tip: str, signal: Signal) -> QPushButton:
        button = QPushButton(text, self, objectName=name, toolTip=tip)
        button.clicked.connect(signal)
        return button

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        top.addWidget(self.title, 1)
        top.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self.skip_button)
        bottom.addStretch(1)
        for button in (self.back_button, self.next_button):
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ARROW + 14, ARROW + 12, ARROW + 14, ARROW + 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.words)
        layout.addLayout(bottom)

    def say(self, number: int, count: int, title: str, words: str, *, instead: str = "", last: str = "") -> None:
        """Show a step.

        Parameters
        ----------
        words : str
            Rich text; keys in it stand in `<kbd>`.
        instead : str
            What else is said of this step: there is room for either, so that the buttons stay where they are.
        last : str
            What stands on the button that goes on, instead of "Next".
        """
        self.progress.setText(tr("{number} of {count}").format(number=number, count=count))
        self.title.setText(title)
        self._words, self._instead = words, instead
        self._show_words()
        self.back_button.setEnabled(number > 1)
        self.next_button.setText(last or tr("&Next"))
        self.next_button.setToolTip(tr("End the tour") if last else tr("Go to the next step"))
        self.setAccessibleName(f"{self.progress.text()}: {title}")
        self.setAccessibleDescription(QTextDocumentFragment.fromHtml(words).toPlainText())
        announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}")

    def _show_words(self) -> None:
        """Keys look like keys."""
        look = f'<span style="background-color: {self.theme.grid}; font-weight: bold">&nbsp;'
        margins = self.layout().contentsMargins()
        wide = self._wide() - margins.left() - margins.right()
        self.words.setMinimumHeight(0)
        high = 0
        for text in (self._instead, self._words):
            self.words.setText(text.replace("<kbd>", look).replace("</kbd>", "&nbsp;</span>"))
            high = max(high, self.words.heightForWidth(wide))
        self.words.setMinimumHeight(high)

    def _wide(self) -> int:
        return min(_WIDTH, self.parentWidget().width() - 8)

    def point_at(self, target: QRect | None, needed: Sequence[QRect] = ()) -> None:
        """Go beside something, given in the coordinates of the parent."""
        room = self.parentWidget().rect().adjusted(4, 4, -4, -4)
        width = self._wide()
        size = QSize(width, self.layout().totalHeightForWidth(width))
        found = place(target, size, room, needed, self._place.side)
        if found != self._place:
            self._place = found
            self.setGeometry(found.box)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Show it in a theme."""
        self.theme = theme
        self.progress.setStyleSheet(f"color: {theme.muted}")
        self._show_words()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; Esc is left to the tour."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
                return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bubble and its arrow, in one outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bubble = QRectF(self.rect()).adjusted(ARROW, ARROW, -ARROW, -ARROW)
        path = QPainterPath()
        path.addRoundedRect(bubble, _ROUND, _ROUND)
        if self._place.tip is not None:
            arrow = QPainterPath()
            arrow.addPolygon(_arrow(QPointF(self._place.tip - self._place.box.topLeft()), self._place.side))
            path = path.united(arrow)
        painter.setPen(QPen(self.theme.color("accent"), 1.6))
        painter.setBrush(self.theme.color("raised"))
        painter.drawPath(path)


def _arrow(tip: QPointF, side: str) -> QPolygonF:
    """A triangle from the tip into the bubble."""
    deep = ARROW + 2.0
    ways = {"right": (1, 0), "left": (-1, 0), "below": (0, 1), "above": (0, -1)}
    dx, dy = ways[side]
    base = QPointF(tip.x() + dx * deep, tip.y() + dy * deep)
    across = QPointF(dy * _HALF, dx * _HALF)
    return QPolygonF([tip, base + across, base - across, tip])


class Marks(QWidget):
    """Rings around things, and a dashed way from one to the next; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("calloutMarks")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rings: tuple[QRect, ...] = ()
        self._way: tuple[QPoint, QPoint] | None = None
        self._color = LIGHT.color("accent")
        self.hide()

    def mark(self, rings: Sequence[QRect], way: tuple[QPoint, QPoint] | None = None) -> None:
        """Mark some boxes of the parent, and a way from a point to another."""
        rings = tuple(rings)
        if (rings, way) == (self._rings, self._way):
            return
        self._rings, self._way = rings, way
        whole = QRect()
        for ring in rings:
            whole |= ring.adjusted(-12, -12, 12, 12)
        if way is not None:
            whole |= _arc(*way).boundingRect().toAlignedRect().adjusted(-12, -12, 12, 12)
        self.setGeometry(whole)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Mark in the accent of a theme."""
        self._color = QColor(theme.color("accent"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rings and the way."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        painter.setPen(QPen(self._color, 2.4))
        for ring in self._rings:
            painter.drawRoundedRect(QRectF(ring).adjusted(-_RING, -_RING, _RING, _RING), 10, 10)
        if self._way is not None:
            self._paint_way(painter, _arc(*self._way))

    def _paint_way(self, painter: QPainter, path: QPainterPath) -> None:
        pen = QPen(self._color, 2.4, Qt.PenStyle.DashLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        angle = path.angleAtPercent(1.0)
        painter.translate(path.currentPosition())
        painter.rotate(-angle)
        painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(-11, 5.5), QPointF(-11, -5.5)]))


def _arc(start: QPoint, end: QPoint) -> QPainterPath:
    """A bow over the straight way."""
    path = QPainterPath(QPointF(start))
    path.quadTo(QPointF((start.x() + end.x()) / 2, min(start.y(), end.y()) - _BOW), QPointF(end))
    return path
