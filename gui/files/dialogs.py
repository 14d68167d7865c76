"""The questions about files; none of them holds anything up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from circuitsim import formats
from circuitsim.sentences import Sentence
from gui.language import told, tr
from gui.last_folder import begin_there

MOST_SHOWN = 5
"""How many of the things that could not be opened of a file are shown."""
_Buttons = QMessageBox.StandardButton


def file_dialog(parent: QWidget, title: str, mode: QFileDialog.AcceptMode, folder: str = "") -> QFileDialog:
    """A dialog over the files that circuitsim reads or writes; the caller connects and opens it."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(mode)
    saving = mode == QFileDialog.AcceptMode.AcceptSave
    able = [kind for kind in formats.FORMATS if (kind.write if saving else kind.read)]
    filters = [f"{told(kind.name)} ({' '.join(f'*{ending}' for ending in kind.endings)})" for kind in able]
    if not saving:
        every = tr("All circuits")  # not within the f-string, where lupdate does not see it
        endings = " ".join(f"*{ending}" for kind in able for ending in kind.endings)
        filters.insert(0, f"{every} ({endings})")
    dialog.setNameFilters([*filters, tr("All files (*)")])
    begin_there(dialog, "circuits")
    if folder:
        dialog.setDirectory(folder)
    return dialog


def plain_name(title: str) -> str:
    """What a document is called in a file's name, without the ending of the file that it came from.

    >>> plain_name("half adder"), plain_name("c17.bench"), plain_name("v1.2")
    ('half_adder', 'c17', 'v1.2')
    """
    name = title.replace(" ", "_")
    for kind in formats.FORMATS:
        for ending in kind.endings:
            if name.lower().endswith(ending):
                return name[: -len(ending)]
    return name


def listed(left_out: Sequence[Sentence]) -> str:
    """The first of the things that could not be opened of a file, a line each."""
    shown = [told(sentence) for sentence in left_out[:MOST_SHOWN]]
    if len(left_out) > MOST_SHOWN:
        shown.append(tr("and {count} more").format(count=len(left_out) - MOST_SHOWN))
    return "\n".join(shown)


def ask_about_unsaved(
    parent: QWidget, title: str, save: Callable[[], object], discard: Callable[[], object]
) -> QMessageBox:
    """Ask whether to save, discard or keep the changes to a document."""
    box = _question(parent, "unsavedQuestion", tr("Unsaved changes"))
    box.setText(tr("Save the changes to {title}?").format(title=title))
    box.setInformativeText(tr("They are lost if you discard them."))
    box.setStandardButtons(_Buttons.Save | _Buttons.Discard | _Buttons.Cancel)
    box.setDefaultButton(_Buttons.Save)
    box.buttonClicked.connect(partial(_answered, box, save, discard))
    box.open()
    return box


def _answered(box: QMessageBox, save: Callable[[], object], discard: Callable[[], object], button: object) -> None:
    answer = box.standardButton(button)
    if answer == _Buttons.Discard:
        discard()
    elif answer == _Buttons.Save:
        save()


def ask_about_foreign(
    parent: QWidget, path: Path, overwrite: Callable[[], object], elsewhere: Callable[[], object]
) -> QMessageBox:
    """Ask whether to overwrite what another program wrote, or to save in another file."""
    box = _question(parent, "foreignQuestion", tr("Changed by another program"))
    box.setText(tr("Overwrite what another program wrote in {name}?").format(name=path.name))
    box.setInformativeText(tr("{path} has changed since it was opened or saved here.").format(path=path))
    answers = {
        box.addButton(tr("&Overwrite"), QMessageBox.ButtonRole.DestructiveRole): overwrite,
        box.addButton(tr("Save &As…"), QMessageBox.ButtonRole.AcceptRole): elsewhere,
        box.addButton(_Buttons.Cancel): _nothing,
    }
    for button, name in zip(answers, ("overwrite", "saveElsewhere", "cancel"), strict=True):
        button.setObjectName(name)
        if name == "saveElsewhere":
            box.setDefaultButton(button)
    box.buttonClicked.connect(lambda button: answers[button]())
    box.open()
    return box


def _question(parent: QWidget, name: str, title: str) -> QMessageBox:
    box = QMessageBox(parent, objectName=name)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    return box


def _nothing() -> None:
    """What Cancel does."""
