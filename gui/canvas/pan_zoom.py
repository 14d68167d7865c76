"""A view that is zoomed at the cursor and pushed about, and that fits its contents until the user chooses a view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

SMALLEST, LARGEST = 0.02, 8.0
_STEP = 1.2  # zoom of one notch
_NOTCH = 120  # what a notched wheel turns by
_PUSH = 60  # pixels that a notch pans by
_FIT_LARGEST = 1.6
_FIT_MARGIN = 28

Box = tuple[float, float, float, float]


class PanZoomView(QGraphicsView):
    """Zoom, pan and fit.

    Attributes
    ----------
    wheel_zooms : bool
        Whether a notched wheel zooms, or pans as a trackpad does.

    Signals
    -------
    zoomed(float)
        The scale has changed.
    """

    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wheel_zooms = True
        self._hand_set = False  # whether the user chose the view; until then it keeps fitting
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    def contents_box(self) -> Box | None:
        """The box around all there is to see."""
        raise NotImplementedError

    @property
    def scale_factor(self) -> float:
        """Pixels for a scene unit."""
        return self.transform().m11()

    def fit(self) -> None:
        """Show everything."""
        box = self.contents_box()
        if box is None:
            self._set_scale(1.0)
            self.centerOn(0, 0)
        else:
            self.fit_box(*box)
        self._hand_set = False

    def fit_box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Show a part of the scene as large as it goes."""
        room = self.viewport().size()
        wide = max(room.width() - 2 * _FIT_MARGIN, 20) / max(right - left, 1)
        high = max(room.height() - 2 * _FIT_MARGIN, 20) / max(bottom - top, 1)
        self._set_scale(min(wide, high, _FIT_LARGEST))
        self.centerOn((left + right) / 2, (top + bottom) / 2)
        self._hand_set = True

    def sees_all(self) -> bool:
        """Whether everything is in sight."""
        box = self.contents_box()
        if box is None:
            return True
        seen = QRect(self.mapFromScene(box[0], box[1]), self.mapFromScene(box[2], box[3]))
        return self.viewport().rect().contains(seen)

    def bring_all_in_sight(self) -> None:
        """Show everything, and nothing larger than it is now."""
        box, scale = self.contents_box(), self.scale_factor
        if box is None or self.sees_all():
            return
        by_hand = self._hand_set
        self.fit_box(*box)
        if self.scale_factor > scale:
            self.set_zoom(scale)
        self._hand_set = by_hand

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, with the scene point under `at` (the middle where left out) staying where it is."""
        at = self.viewport().rect().center() if at is None else at
        before = self.mapToScene(at)
        self._set_scale(self.scale_factor * factor)
        self.pan(at - self.mapFromScene(before))
        self._hand_set = True

    def stay(self) -> None:
        """Keep the view as it is, even where more is added than fits."""
        self._hand_set = True

    def set_zoom(self, scale: float) -> None:
        """Zoom to a scale; 1 is 100 %."""
        self.zoom(scale / self.scale_factor)

    def pan(self, way: QPoint) -> None:
        """Push the canvas by so many pixels."""
        for bar, step in ((self.horizontalScrollBar(), way.x()), (self.verticalScrollBar(), way.y())):
            bar.setValue(bar.value() - step)
        self._hand_set = True

    def _set_scale(self, scale: float) -> None:
        scale = min(max(scale, SMALLEST), LARGEST)
        self.resetTransform()
        self.scale(scale, scale)
        self.zoomed.emit(scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in sight."""
        super().resizeEvent(event)
        if not self._hand_set:
            self.fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """A bar comes above the view, or goes: where the user chose the view, all stays under the pointer."""
        super().moveEvent(event)
        if self._hand_set and self.isVisible():
            self.pan(event.oldPos() - event.pos())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with everything in sight."""
        super().showEvent(event)
        if not self._hand_set:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and a wheel zooms at the cursor, and so does a notched wheel where that is wanted; else it pans."""
        turn = event.angleDelta()
        notched = event.pixelDelta().isNull() and not turn.x() % _NOTCH and not turn.y() % _NOTCH
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl or (notched and turn.y() and self.wheel_zooms):
            self.zoom(_STEP ** (turn.y() / _NOTCH), event.position().toPoint())
        else:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else turn * _PUSH / _NOTCH
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and not way.x()
            self.pan(QPoint(way.y(), 0) if sideways else way)
        event.accept()
