"""The keys of one action as fields: a key that is pressed in one of them takes the place of the key there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QToolButton, QWidget

from gui.language import tr

_WIDTH = 128
_NATIVE = QKeySequence.SequenceFormat.NativeText


class KeyEdit(QKeySequenceEdit):
    """Takes the next key that is pressed. Esc leaves it as it was, Tab goes on to the next field.

    Signals
    -------
    pressed(QKeySequence)
        Another key was pressed.
    left()
        Esc was pressed.
    """

    pressed = Signal(QKeySequence)
    left = Signal()

    def __init__(self, key: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self._key = key
        self.setMaximumSequenceLength(1)
        self.setFixedWidth(_WIDTH)
        field = self.findChild(QLineEdit)
        if key.isEmpty():
            self.setAccessibleName(tr("Another key"))
            self.setToolTip(tr("Press a key to give it to the command too"))
            field.setPlaceholderText(tr("press a key"))
        else:
            self.setAccessibleName(tr("Key {key}").format(key=key.toString(_NATIVE)))
            self.setToolTip(tr("Press the key that is to take the place of {key}").format(key=key.toString(_NATIVE)))
        field.setAccessibleName(self.accessibleName())
        self.editingFinished.connect(self._finished)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is no key to be taken."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.setKeySequence(self._key)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _finished(self) -> None:
        if self.keySequence() != self._key and not self.keySequence().isEmpty():
            self.pressed.emit(self.keySequence())


class KeySlots(QWidget):
    """A field for every key of an action, each with a button that takes the key away, and one for another key.

    Signals
    -------
    wanted(tuple)
        The keys that the action is to have.
    left()
        Esc was pressed.
    """

    wanted = Signal(tuple)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[QKeySequence, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    @property
    def fields(self) -> list[KeyEdit]:
        """The fields, that for another key last."""
        found = (self._row.itemAt(k).widget() for k in range(self._row.count()))
        return [widget for widget in found if isinstance(widget, KeyEdit)]

    def show_keys(self, keys: Sequence[QKeySequence]) -> None:
        """Show the keys of an action."""
        self._keys = tuple(keys)
        while (item := self._row.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        for place, key in enumerate((*keys, QKeySequence())):
            field = KeyEdit(key, self)
            field.setObjectName(f"key{place}")
            field.pressed.connect(partial(self._pressed, place))
            field.left.connect(self.left)
            self._row.addWidget(field)
            if not key.isEmpty():
                self._row.addWidget(self._remover(place, key))
                self._row.addSpacing(8)
        self._row.addStretch(1)

    def _remover(self, place: int, key: QKeySequence) -> QToolButton:
        text = tr("Take {key} away").format(key=key.toString(_NATIVE))
        button = QToolButton(self, text="✕", autoRaise=True, toolTip=text, objectName=f"removeKey{place}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(text)
        button.clicked.connect(partial(self._removed, place))
        return button

    def _pressed(self, place: int, key: QKeySequence) -> None:
        keys = [*self._keys[:place], key, *self._keys[place + 1 :]]
        self.wanted.emit(tuple(dict.fromkeys(keys)))

    def _removed(self, place: int, *_: object) -> None:
        self.wanted.emit((*self._keys[:place], *self._keys[place + 1 :]))
