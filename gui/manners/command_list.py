"""How a row of the command palette is painted: the letters that were found stand out, keys are at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import LIGHT, Theme

PLACES, KEYS, REMARK = (Qt.ItemDataRole.UserRole + k for k in range(1, 4))
"""Roles of a row: the places of the letters found, its keys, and a remark at its right."""

_HIGH, _SIDE, _GAP, _PAD = 28, 10, 10, 6
Index = QModelIndex | QPersistentModelIndex


class CommandDelegate(QStyledItemDelegate):
    """Paints the rows in a theme."""

    theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are alike."""
        return QSize(200, max(_HIGH, option.fontMetrics.height() + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        able = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        box: QRect = option.rect
        if chosen:
            painter.fillRect(box, self.theme.color("accent" if able else "grid"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, self.theme.color("grid"))
        on_accent = chosen and able
        ink = self.theme.color("on_accent" if on_accent else "ink" if able else "muted")
        faint = self.theme.color("on_accent" if on_accent else "muted")
        right = self._paint_end(painter, option, index, box, faint)
        self._paint_text(
            painter, option, index, QRect(box.left() + _SIDE, box.top(), right - box.left(), box.height()), ink
        )
        painter.restore()

    def _paint_end(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect, color: QColor
    ) -> int:
        """The keys, and before them the remark; returns what is left of the row."""
        right, metrics = box.right() - _SIDE, option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(color)
        for role in (KEYS, REMARK):
            text = index.data(role) or ""
            if not text:
                continue
            wide, high = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + 2
            where = QRect(right - wide, box.center().y() - high // 2, wide, high)
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)
            if role == KEYS:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            right -= wide + _GAP
        return right - _SIDE

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect, color: QColor
    ) -> None:
        text = QFontMetrics(option.font).elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
        layout = QTextLayout(text, option.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        found = QTextCharFormat()
        found.setFontWeight(QFont.Weight.Bold)
        found.setFontUnderline(True)  # not by weight alone: some fonts hardly differ
        formats = []
        for place in index.data(PLACES) or ():
            if place < len(text):
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = place, 1, found
                formats.append(part)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        painter.setPen(color)
        top = box.top() + (box.height() - line.height()) / 2
        painter.setClipRect(QRectF(box))
        layout.draw(painter, QPointF(box.left(), top))
