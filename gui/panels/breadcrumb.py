"""Where one is in the hierarchy, with the way back out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from gui.edits.scope import Scope
from gui.language import tr
from gui.theme import Theme


class Breadcrumb(QWidget):
    """A bar over the canvas, hidden while the document's own circuit is shown.

    Signals
    -------
    chosen(Scope)
        Another circuit of the hierarchy was chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 2, 8, 2)
        self._layout.setSpacing(2)
        self.hide()

    def show_scope(self, scope: Scope, outer: str, definitions: list[str | None]) -> None:
        """Show the way to a scope; `definitions` are those of the instances on its path."""
        while (item := self._layout.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        self._button(outer or tr("Circuit"), Scope(), "crumb0")
        for depth, id in enumerate(scope.path):
            inside = Scope(scope.path[: depth + 1], definitions[depth], editable=False)
            self._label("›")
            self._button(f"{id}: {definitions[depth]}", inside, f"crumb{depth + 1}")
        if scope.editable and scope.definition is not None:
            self._label(tr("›  editing the definition {name}, for every instance of it").format(name=scope.definition))
        elif scope.definition is not None:
            self._label(tr("  looking inside while it runs  "))
            self._button(tr("Edit Definition"), Scope(scope.path, scope.definition), "editDefinitionHere")
        self._layout.addStretch(1)
        self.setVisible(scope.definition is not None)

    def _label(self, text: str) -> None:
        self._layout.addWidget(QLabel(text, self))

    def _button(self, text: str, scope: Scope, name: str) -> None:
        button = QToolButton(self, text=text, autoRaise=True, objectName=name)
        button.setToolTip(tr("Show {name}").format(name=text))
        button.clicked.connect(partial(self.chosen.emit, scope))
        self._layout.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self.setStyleSheet(f"QLabel {{ color: {theme.muted}; }}")
