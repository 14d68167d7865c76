"""The questions about files; none of them holds anything up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from circuitsim import formats
from circuitsim.sentences import Sentence
from gui.language import told, tr

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
        endings = " ".join(f"*{ending}" for kind in able for ending in kind.endings)
        every = tr("All circuits")
        filters.insert(0, f"{every} ({endings})")
    dialog.setNameFilters([*filters, tr("All files (*)")])
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
    box = QMessageBox(parent, objectName="unsavedQuestion")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("Unsaved changes"))
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
