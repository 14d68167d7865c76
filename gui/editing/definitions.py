"""The definitions of subcircuits: renamed wherever they are used, copied, made independent, taken away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from gui.edits.pieces import free_definition
from gui.edits.scope import Scope
from gui.feature import Feature
from gui.language import told, tr


class Definitions(Feature):
    """A part of the Subcircuit menu, and the menu of a definition in the palette."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        menu = QT_TRANSLATE_NOOP("", "&Subcircuit")
        self.separator(menu)
        for name, text, tip, act, key in (
            (
                "renameDefinition", tr("Re&name Definition…"),
                tr("Give what is shown, or what the selected subcircuit is an instance of, another name"),
                self.ask_name, ("Ctrl+F2",),
            ),
            (
                "makeIndependent", tr("Make &Independent"),
                tr("Give the selected subcircuits a definition of their own, to be changed without the others"),
                self.make_independent, ("Ctrl+Alt+G",),
            ),
            (
                "deleteUnused", tr("&Delete Unused Definitions"),
                tr("Take away all definitions that no subcircuit is an instance of"),
                self.delete_unused, ("Ctrl+Alt+Shift+G",),
            ),
        ):  # fmt: skip
            self.action(menu, name, text, tip, act, *key)

    @contextmanager
    def _edit(self, text: str) -> Iterator[Circuit]:
        """Edit the whole document, whatever of its hierarchy is shown."""
        try:
            with self.window.document.edit(text) as circuit:
                yield circuit
        except CircuitError as error:
            self.say(told(error))

    def _meant(self) -> str | None:
        """What the selected subcircuit is an instance of, or else the definition that is shown."""
        canvas = self.canvas
        chosen = [canvas.circuit.node(id).parameters.get("of") for id in canvas.selection.ids()]
        return next((of for of in chosen if of is not None), canvas.scope.definition)

    def ask_name(self) -> None:
        """Ask for another name of the definition that is meant."""
        name = self._meant()
        if name is None:
            self.say(tr("Select a subcircuit first"))
            return
        dialog = QInputDialog(self.window, objectName="definitionDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Rename Definition"))
        dialog.setLabelText(tr("Another name for {name}, wherever it is used:").format(name=name))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(partial(self.rename, name))
        dialog.open()

    def rename(self, old: str, text: str) -> None:
        """Give a definition another name, in one undo step; blanks become underscores, as a name has none."""
        new = "_".join(text.split())
        if new != old:
            with self._edit(tr("Rename the definition {old} to {new}").format(old=old, new=new)) as circuit:
                circuit.rename_definition(old, new)

    def make_independent(self) -> None:
        """Give the selected instances copies of their definitions, one for those that had one in common."""
        canvas = self.canvas
        ids = [id for id in canvas.selection.ids() if canvas.circuit.node(id).kind == "subcircuit"]
        if not ids:
            self.say(tr("Select a subcircuit first"))
            return
        with canvas.edit(tr("Make {name} independent").format(name=ids[0])) as circuit:
            made: dict[str, str] = {}
            for id in ids:
                of = circuit.node(id).parameters["of"]
                if of not in made:
                    made[of] = circuit.copy_definition(of, free_definition(circuit, of))
                circuit.set(id, of=made[of])
        canvas.select(*(id for id in ids if id in canvas.net.index))

    def duplicate(self, name: str) -> None:
        """Add a copy of a definition."""
        with self._edit(tr("Duplicate the definition {name}").format(name=name)) as circuit:
            circuit.copy_definition(name, free_definition(circuit, name))

    def delete(self, name: str) -> None:
        """Take a definition away that nothing uses."""
        with self._edit(tr("Delete the definition {name}").format(name=name)) as circuit:
            circuit.undefine(name)

    def delete_unused(self) -> None:
        """Take away all that nothing uses, also what was used by these alone."""
        gone: list[str] = []
        with self._edit(tr("Delete unused definitions")) as circuit:
            while unused := [name for name in circuit.definitions if not circuit.users(name)]:
                for name in unused:
                    circuit.undefine(name)
                gone += unused
        if gone:
            self.say(tr("Deleted {names}").format(names=", ".join(gone)))
        else:
            self.say(tr("Every definition is in use"))

    def edit_definition(self, name: str) -> None:
        """Show a definition, to be edited."""
        self.canvas.show_scope(Scope((), name))

    def open_menu(self, name: str, at: QPoint, parent: QWidget) -> None:
        """Offer what can be done with a definition in a list."""
        users = self.window.document.circuit.users(name)
        menu = QMenu(parent, objectName="definitionMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for what, text, act in (
            ("edit", tr("&Edit Definition"), self.edit_definition),
            ("rename", tr("Re&name"), None),
            ("copy", tr("D&uplicate"), self.duplicate),
            ("delete", tr("&Delete"), self.delete),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"{what}ThisDefinition")
            if act is not None:
                action.triggered.connect(partial(_call, act, name))
            if what == "rename":
                action.triggered.connect(partial(_call, parent.edit_name, name))  # type: ignore[attr-defined]
            if what == "delete" and users:
                action.setEnabled(False)
                action.setToolTip(tr("In use by {names}").format(names=", ".join(users[:8])))
        menu.popup(at)


def _call(act: Any, name: str, *_: object) -> None:
    act(name)
