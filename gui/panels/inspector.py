"""The parameters of what is selected, in fields made from the table of kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QFormLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from circuitsim.kinds import Drive, Parameter
from circuitsim.records import Head
from gui.edits.numbers import parse_as, show_number
from gui.edits.sequences import parse_sequence, show_sequence
from gui.language import told, tr
from gui.live.plain_keys import PlainKeys
from gui.panels.circuit_fields import CircuitFields
from gui.panels.field_keys import FieldKeys
from gui.panels.integer_box import IntegerBox

VARIOUS = QT_TRANSLATE_NOOP("", "various")


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes or connections that have the same parameters.

    `what` is "node" or "edge"; `members` are ids, or the keys of connections, each a tuple. `values`
    gives the values there are, of all members, for each parameter; `definitions` are those that a subcircuit
    may be an instance of.
    """

    what: str
    title: str
    members: tuple[Any, ...]
    parameters: tuple[Parameter, ...]
    values: dict[str, tuple[Any, ...]]
    definitions: tuple[str, ...] = ()


class Inspector(QScrollArea):
    """Fields for one selection.

    Signals
    -------
    changed(Group, str, object)
        A parameter of a group was given a value.
    renamed(str, str), labelled(str, str)
        A node was given an id, or a label.
    described(str, str)
        The circuit was given a name, a description or a timing.
    refused(str)
        Why what was typed does not do.
    """

    changed = Signal(object, str, object)
    renamed = Signal(str, str)
    labelled = Signal(str, str)
    described = Signal(str, str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(tr("Inspector"))
        self.setWidgetResizable(True)
        self.setMinimumWidth(230)
        self._keys, self._undo = PlainKeys(self), FieldKeys(self)
        self._groups: tuple[Group, ...] = ()
        self._shown: object = None
        self._fields: dict[tuple[int, str], QWidget] = {}
        self._about: CircuitFields | None = None
        self.show_groups((), None, Head())

    @property
    def about(self) -> CircuitFields | None:
        """The fields of the circuit itself, while nothing of it is selected."""
        return self._about

    def show_groups(self, groups: Sequence[Group], node: tuple[str, str] | None, head: Head) -> None:
        """Show the parameters of some groups, or where there are none what the circuit says of itself.

        `node` is the id and label of a node that is selected alone.
        """
        shape = (
            tuple((g.what, g.title, g.members, tuple(p.name for p in g.parameters), g.definitions) for g in groups),
            node,
        )
        self._groups = tuple(groups)
        if shape == self._shown:
            self._refresh(head)
            return
        self._shown, self._fields, self._about = shape, {}, None
        inner = QWidget(self)
        layout = QVBoxLayout(inner)
        if not groups:
            self._about = CircuitFields(inner)
            self._about.changed.connect(self.described)
            layout.addWidget(self._about)
            hint = QLabel(tr("Select a node or a connection to see and change its values."), inner, wordWrap=True)
            layout.addWidget(hint)
        for number, group in enumerate(groups):
            heading = QLabel(f"<b>{group.title}</b>", inner, wordWrap=True)
            layout.addWidget(heading)
            form = QFormLayout()
            layout.addLayout(form)
            if number == 0 and node is not None:
                self._add_names(form, *node)
            for parameter in group.parameters:
                self._add_field(form, number, parameter)
        layout.addStretch(1)
        self._put(inner)
        self._refresh(head)

    def _put(self, inner: QWidget) -> None:
        """Show other fields; that of the same name has the keys where one had them.

        The old ones go later: one of them may be in the middle of telling what was typed into it.
        """
        before, focused, name = self.widget(), QApplication.focusWidget(), ""
        if before is not None:
            if focused is not None and before.isAncestorOf(focused):
                name = focused.objectName()
            for child in before.findChildren(QWidget):
                child.blockSignals(True)
            self.takeWidget().deleteLater()
        self.setWidget(inner)
        field = inner.findChild(QWidget, name) if name else None
        if field is not None:
            field.setFocus()

    def _add_names(self, form: QFormLayout, id: str, label: str) -> None:
        for name, text, signal in (("name", id, self.renamed), ("label", label, self.labelled)):
            field = QLineEdit(text, objectName=f"inspect_{name}")
            field.setAccessibleName(tr(name))
            field.setToolTip(tr("What the node is called") if name == "name" else tr("The text that is shown instead"))
            field.editingFinished.connect(partial(_tell_if_new, field, signal, id))
            self._undo.keep(field)
            form.addRow(tr(name), field)

    def _add_field(self, form: QFormLayout, number: int, parameter: Parameter) -> None:
        options = parameter.schema.get("enum")
        field: QWidget
        if parameter.name == "of":
            field = _combo(self._groups[number].definitions, words=False)
            field.activated.connect(partial(self._chose, number, parameter, field))
        elif options:
            field = _combo(options)
            field.activated.connect(partial(self._chose, number, parameter, field))
        elif parameter.schema.get("type") == "integer":
            field = IntegerBox(parameter.schema.get("minimum"))
            field.stepped.connect(partial(self._stepped, number, parameter))
            field.typed.connect(partial(self._typed, number, parameter))
        else:
            field = QLineEdit()
            field.editingFinished.connect(partial(self._finished, number, parameter, field))
        if isinstance(field, QComboBox):
            self._keys.keep(field)
        else:
            self._undo.keep(field)
        field.setObjectName(f"inspect_{parameter.name}")
        field.setAccessibleName(tr(parameter.name))
        field.setToolTip(told(parameter.meaning))
        self._fields[number, parameter.name] = field
        form.addRow(tr(parameter.name), field)

    def _refresh(self, head: Head | None = None) -> None:
        """Show the present values in the fields there are."""
        if self._about is not None and head is not None:
            self._about.show_head(head)
        for (number, name), field in self._fields.items():
            meanings = {each.name: told(each.meaning) for each in self._groups[number].parameters}
            values = self._groups[number].values[name]
            same = len(set(map(repr, values))) == 1
            field.blockSignals(True)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(str(values[0])) if same else -1)
                field.setPlaceholderText(tr(VARIOUS))
            elif isinstance(field, IntegerBox):
                field.show_values(values)
                field.setToolTip(meanings[name] if same else f"{meanings[name]}: {_some(values)}")
            elif isinstance(field, QLineEdit):
                field.setText(_show(values[0]) if same else "")
                field.setPlaceholderText("" if same else tr(VARIOUS))
                field.setModified(False)
            field.blockSignals(False)

    def _chose(self, number: int, parameter: Parameter, field: QComboBox, index: int) -> None:
        self.changed.emit(self._groups[number], parameter.name, field.itemData(index))

    def _stepped(self, number: int, parameter: Parameter, value: int) -> None:
        self.changed.emit(self._groups[number], parameter.name, value)

    def _finished(self, number: int, parameter: Parameter, field: QLineEdit) -> None:
        if field.isModified():
            field.setModified(False)
            self._typed(number, parameter, field.text())

    def _typed(self, number: int, parameter: Parameter, text: str) -> None:
        try:
            value = parse_sequence(text) if parameter.name == "drive" else parse_as(parameter, text)
        except ValueError as error:
            self.refused.emit(told(error))
            self._refresh()
            return
        self.changed.emit(self._groups[number], parameter.name, value)


def _tell_if_new(field: QLineEdit, signal: Any, id: str) -> None:
    if field.isModified():
        field.setModified(False)
        signal.emit(id, field.text())


def _some(values: Sequence[int]) -> str:
    """The first of values that differ."""
    shown = [text if len(text := str(value)) <= 12 else f"{text[:9]}…" for value in sorted(set(values))]
    return tr("various: {values}").format(values=", ".join(shown[:5]) + ("…" if len(shown) > 5 else ""))


def _combo(options: Sequence[str], *, words: bool = True) -> QComboBox:
    """A choice among words of ours, which have a translation, or among names that the user gave."""
    box = QComboBox()
    for option in options:
        box.addItem(tr(option) if words else option, option)
    return box


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Drive):
        return show_sequence(value)
    return show_number(value) if isinstance(value, (int, float)) else str(value)
