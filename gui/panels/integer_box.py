"""A field for a whole number of any size, which may also stand for several that differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from gui.language import tr


class IntegerBox(QAbstractSpinBox):
    """Qt's own holds 32 bits, and always one number. What is typed is not looked at here.

    Signals
    -------
    stepped(int)
        The arrows have chosen another number.
    typed(str)
        Another text was typed and accepted.
    """

    stepped = Signal(object)
    typed = Signal(str)

    def __init__(self, minimum: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._value: int | None = None
        self._is_modified = False
        self.lineEdit().textEdited.connect(self._edited)
        self.editingFinished.connect(self._accept)

    def value(self) -> int | None:
        """The number; None where there are several."""
        return self._value

    def isModified(self) -> bool:
        """Whether something was typed that is not accepted yet."""
        return self._is_modified

    def _edited(self) -> None:
        self._is_modified = True

    def _accept(self) -> None:
        if self._is_modified:
            self._is_modified = False
            self.typed.emit(self.text())

    def show_values(self, values: Sequence[int]) -> None:
        """Show a number, or that there are several."""
        same, self._is_modified = len(set(values)) == 1, False
        self._value = values[0] if same else None
        self.lineEdit().setText(str(self._value) if same else "")
        self.lineEdit().setPlaceholderText("" if same else tr("various"))

    def stepBy(self, steps: int) -> None:
        """Go up or down."""
        if self._value is None or self._is_modified:
            return
        wanted = self._value + steps
        wanted = wanted if self._minimum is None else max(wanted, self._minimum)
        if wanted != self._value:
            self.show_values([wanted])
            self.stepped.emit(wanted)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Numbers that differ have no next."""
        if self._value is None:
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        down = self._minimum is None or self._value > self._minimum
        up = QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        return up | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled if down else up
