"""Waveforms, painted from arrays: change points where there is room, else what lies in each pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.canvas.node_texts import show_value
from gui.canvas.primitives import draw_lines, draw_rects
from gui.language import tr
from gui.live.record import Record
from gui.theme import LIGHT, SMALLEST_TEXT, Theme

GUTTER, RULER, ROW = 190, 24, 34
_HIGH = 20
NARROWEST, WIDEST = 1e-3, 64.0
_STEP = 1.25
_LABEL_ROOM = 56

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


class WaveView(QAbstractScrollArea):
    """Shows a record.

    Signals
    -------
    went(int)
        A tick was chosen, by a click or a key.
    """

    went = Signal(int)

    def __init__(self, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waveView")
        self.setAccessibleName(tr("Waveforms"))
        self.setAccessibleDescription(tr("Arrows go from tick to tick, plus and minus zoom, F shows all, End follows"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.record = record
        self.theme: Theme = LIGHT
        self.scale_x = 16.0  # pixels a tick
        self.tick, self.latest = 0, 0
        self.following = True
        self._hover: int | None = None
        record.changed.connect(self.refresh)
        self.horizontalScrollBar().sliderMoved.connect(self._stop_following)

    # What is where

    @property
    def first(self) -> int:
        """The tick at the left edge."""
        return self.horizontalScrollBar().value()

    def x_of(self, tick: float) -> float:
        """Where a tick begins."""
        return GUTTER + (tick - self.first) * self.scale_x

    def tick_at(self, x: float) -> int:
        """The tick at a place."""
        return int((x - GUTTER) // self.scale_x) + self.first

    def _room(self) -> int:
        return max(1, self.viewport().width() - GUTTER)

    # Following the run

    def show_tick(self, tick: int, latest: int) -> None:
        """The run has gone somewhere."""
        moved, self.tick, self.latest = tick != self.tick, tick, latest
        self.refresh()
        if moved and not self.following:
            self._bring_in(tick)

    def refresh(self) -> None:
        """Fit the scroll bars to what there is, and paint."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        shown = max(1, int(self._room() / self.scale_x))
        across.setRange(self.record.start, max(self.record.start, self.latest + 1 - shown))
        across.setPageStep(shown)
        down.setRange(0, max(0, RULER + ROW * len(self.record.paths) - self.viewport().height()))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(ROW)
        if self.following:
            across.setValue(across.maximum())
        self.viewport().update()

    def _bring_in(self, tick: int) -> None:
        across = self.horizontalScrollBar()
        if not across.value() <= tick < across.value() + across.pageStep():
            across.setValue(tick - across.pageStep() // 2)

    def _stop_following(self, *_: object) -> None:
        across = self.horizontalScrollBar()
        self.following = across.value() >= across.maximum()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Zoom, with the tick under `at` staying where it is."""
        at = GUTTER + self._room() / 2 if at is None else max(at, GUTTER)
        under = self.first + (at - GUTTER) / self.scale_x
        self.scale_x = min(max(self.scale_x * factor, NARROWEST), WIDEST)
        self.refresh()
        if not self.following:
            self.horizontalScrollBar().setValue(round(under - (at - GUTTER) / self.scale_x))
        self.viewport().update()

    def fit(self) -> None:
        """Show every tick."""
        self.following = True
        self.scale_x = min(max(self._room() / max(1, self.latest + 1 - self.record.start), NARROWEST), WIDEST)
        self.refresh()

    def pan(self, ticks: int) -> None:
        """Go along by some ticks."""
        across = self.horizontalScrollBar()
        across.setValue(across.value() + ticks)
        self._stop_following()
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ruler, waves, names and values, cursor."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        painter.fillRect(area, self.theme.color("paper"))
        font = painter.font()
        font.setPixelSize(SMALLEST_TEXT + 1)
        painter.setFont(font)
        painter.setClipRect(GUTTER, 0, area.width() - GUTTER, area.height())
        self._paint_grid(painter)
        self._paint_waves(painter)
        self._paint_cursors(painter)
        painter.setClipping(False)
        self._paint_gutter(painter)
        if not self.record.paths:
            painter.setPen(self.theme.color("muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("Pick signals in the list on the left"))
        painter.end()

    def _ticks_shown(self) -> tuple[int, int]:
        first = max(self.first, self.record.start)
        return first, min(self.record.end, self.tick_at(self.viewport().width()) + 1)

    def _paint_grid(self, painter: QPainter) -> None:
        every = 1
        steps = (2, 2.5, 2)
        k = 0
        while every * self.scale_x < _LABEL_ROOM:
            every = int(every * steps[k % 3])
            k += 1
        begin = -(-self.first // every) * every
        last = min(self.latest, self.tick_at(self.viewport().width()))
        for tick in range(begin, last + 1, every):
            x = round(self.x_of(tick))
            painter.setPen(self.theme.color("grid"))
            painter.drawLine(x, RULER, x, self.viewport().height())
            painter.setPen(self.theme.color("muted"))
            painter.drawText(QPointF(x + 3, RULER - 8), str(tick))

    def _paint_waves(self, painter: QPainter) -> None:
        first, last = self._ticks_shown()
        lines: list[Floats] = []
        blocks: list[Floats] = []
        starts, pixels = self._pixels(first, last - first)
        for k, base in self._rows_shown():
            column = self.record.column(k)[first - self.record.start : last - self.record.start]
            if not len(column):
                continue
            low, high = self._range(k)
            if self.scale_x >= 1.5:
                lines.append(self._steps(column, first, base, low, high))
            else:
                rects, thin = self._dense(column, starts, pixels, base, low, high)
                blocks.append(rects)
                lines.append(thin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        accent = self.theme.color("accent")
        if blocks and (rects := np.concatenate(blocks)).size:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            draw_rects(painter, np.ascontiguousarray(rects))
        if lines and (every := np.concatenate(lines)).size:
            painter.setPen(QPen(accent, 2 if self.scale_x >= 6 else 0))
            draw_lines(painter, np.ascontiguousarray(every))

    def _rows_shown(self) -> list[tuple[int, float]]:
        """Signals in sight, each with the y of its zero line."""
        top = RULER - self.verticalScrollBar().value()
        rows = [(k, top + ROW * k + (ROW + _HIGH) / 2) for k in range(len(self.record.paths))]
        return [(k, base) for k, base in rows if base > RULER - ROW and base - ROW < self.viewport().height()]

    def _range(self, k: int) -> tuple[float, float]:
        column = self.record.column(k)
        if column.dtype == np.uint8:
            return 0.0, 1.0
        return min(0.0, float(column.min(initial=0))), max(float(column.max(initial=0)), 0.0) or 1.0

    def _steps(self, column: NDArray[Any], first: int, base: float, low: float, high: float) -> Floats:
        """Level lines between changes, and a line at each change."""
        change = np.flatnonzero(column[1:] != column[:-1]) + 1
        begin = np.concatenate(([0], change))
        end = np.concatenate((change, [len(column)]))
        y = base - _HIGH * _part(column[begin], low, high)
        x0, x1 = self.x_of(first) + begin * self.scale_x, self.x_of(first) + end * self.scale_x
        level = np.stack((x0, y, x1, y), axis=1)
        rise = np.stack((x0[1:], y[:-1], x0[1:], y[1:]), axis=1)
        return np.concatenate((level, rise))

    def _pixels(self, first: int, count: int) -> tuple[Ints, Floats]:
        """The ticks that begin a new column of pixels, and where that is."""
        pixel = np.floor((np.arange(count) + first - self.first) * self.scale_x).astype(np.intp)
        starts = np.concatenate(([0], np.flatnonzero(pixel[1:] != pixel[:-1]) + 1))[:count]
        return starts, GUTTER + pixel[starts].astype(float)

    def _dense(
        self, column: NDArray[Any], starts: Ints, x: Floats, base: float, low: float, high: float
    ) -> tuple[Floats, Floats]:
        """Pixels in which the signal moves, as blocks; pixels at one level, as lines. Neighbours alike are one."""
        least, most = np.minimum.reduceat(column, starts), np.maximum.reduceat(column, starts)
        came = column[starts[1:] - 1]  # a pixel begins where the one before it ended, so that each change is drawn
        least[1:], most[1:] = np.minimum(least[1:], came), np.maximum(most[1:], came)
        new = np.concatenate(([True], (least[1:] != least[:-1]) | (most[1:] != most[:-1])))
        x0, bottom = x[new], base - _HIGH * _part(least[new], low, high)
        top = base - _HIGH * _part(most[new], low, high)
        x1 = np.concatenate((x0[1:], [x[-1] + 1]))
        moving = top < bottom
        rects = np.stack((x0, top, x1 - x0, bottom - top + 1), axis=1)[moving]
        level = np.stack((x0, top, x1, top), axis=1)[~moving]
        return rects, level

    def _paint_cursors(self, painter: QPainter) -> None:
        height = self.viewport().height()
        shade = self.theme.color("accent")
        shade.setAlpha(40)
        x, width = self.x_of(self.tick), max(2.0, self.scale_x)
        painter.fillRect(QRectF(x, 0, width, height), shade)
        self._paint_present(painter)
        if self._hover is not None:
            pen = QPen(self.theme.color("ink"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            at = round(self.x_of(self._hover) + self.scale_x / 2)
            painter.drawLine(at, 0, at, height)

    def _paint_present(self, painter: QPainter) -> None:
        """The values of the present tick, which is not made yet."""
        if self.tick < self.record.end or self.scale_x < 3:
            return
        painter.setPen(QPen(self.theme.color("accent"), 2, Qt.PenStyle.DotLine))
        x = self.x_of(self.tick)
        for k, base in self._rows_shown():
            value = self.record.value(k, self.tick)
            if value is not None:
                y = base - _HIGH * float(_part(np.array(value), *self._range(k)).clip(0, 1))
                painter.drawLine(QPointF(x, y), QPointF(x + self.scale_x, y))

    def _paint_gutter(self, painter: QPainter) -> None:
        height = self.viewport().height()
        painter.fillRect(0, 0, GUTTER - 1, height, self.theme.color("panel"))
        painter.fillRect(GUTTER - 1, 0, 1, height, self.theme.color("grid"))
        tick = self.tick if self._hover is None else self._hover
        metrics = painter.fontMetrics()
        painter.setClipRect(0, RULER, GUTTER, height - RULER)
        for k, base in self._rows_shown():
            value = self.record.value(k, tick)
            text = "" if value is None else show_value(value)
            wide = metrics.horizontalAdvance(text)
            y = int(base - _HIGH / 2 + metrics.ascent() / 2)
            painter.setPen(self.theme.color("ink"))
            name = metrics.elidedText("/".join(self.record.paths[k]), Qt.TextElideMode.ElideMiddle, GUTTER - wide - 32)
            painter.drawText(10, y, name)
            painter.drawText(GUTTER - wide - 12, y, text)
        painter.setClipping(False)
        painter.setPen(self.theme.color("muted"))
        painter.drawText(10, RULER - 8, tr("at tick {tick}").format(tick=tick))

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The values under the pointer are shown; a drag goes along."""
        x = event.position().x()
        if event.buttons() & Qt.MouseButton.LeftButton and x >= GUTTER:
            self.went.emit(self._clamped(x))
        tick = self._clamped(x) if x >= GUTTER else None
        if tick != self._hover:
            self._hover = tick
            self.viewport().update()

    def _clamped(self, x: float) -> int:
        return min(max(self.tick_at(x), self.record.start), self.latest)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to a tick."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= GUTTER:
            self.following = False
            self.went.emit(self._clamped(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Without a pointer the values are those of the tick that is shown."""
        self._hover = None
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl zoom; with Shift, or sideways, go along; else up and down where there is more."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_STEP ** (turn.y() / 120), event.position().x())
        elif (
            turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not self.verticalScrollBar().maximum()
        ):
            step = -(turn.x() or turn.y()) / 120 * self.horizontalScrollBar().pageStep() / 8
            self.pan(round(step) or (1 if step > 0 else -1))
        else:
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tick to tick; page keys go along; plus and minus zoom."""
        key, page = event.key(), self.horizontalScrollBar().pageStep()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.following = False
            step = 1 if key == Qt.Key.Key_Right else -1
            self.went.emit(min(max(self.tick + step, self.record.start), self.latest))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.following = key == Qt.Key.Key_End
            self.went.emit(self.latest if self.following else self.record.start)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pan(page if key == Qt.Key.Key_PageDown else -page)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / _STEP if key == Qt.Key.Key_Minus else _STEP)
        elif key == Qt.Key.Key_F:
            self.fit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """These keys are not those of the window while the waves have the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room."""
        super().resizeEvent(event)
        self.refresh()


_OWN_KEYS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F,
    Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus,
}  # fmt: skip


def _part(values: NDArray[Any], low: float, high: float) -> Floats:
    """Where values lie between the lowest and the highest, from 0 to 1."""
    return (values.astype(float) / 4 - low / 4) / (high / 4 - low / 4)  # differences of large values must not overflow
