"""A field for a number that takes both decimal signs, whichever the language writes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """Qt alone would read "2.5" as 25 where one writes "2,5", and the other way round."""

    def validate(self, text: str, at: int) -> Any:
        """Put the sign of the language in the place of the other one, while it is typed."""
        return super().validate(self._usual(text), at)

    def valueFromText(self, text: str) -> float:
        """The number in a text."""
        return float(super().valueFromText(self._usual(text)))

    def _usual(self, text: str) -> str:
        sign = self.locale().decimalPoint()
        return text.replace("," if sign == "." else ".", sign)
