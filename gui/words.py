"""Single words of circuits, files and systems that stand in texts of the window: marked here, and shown through `tr`.

The library has them as names, not as texts for people: it cannot mark them itself.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

KINDS = (
    QT_TRANSLATE_NOOP("", "input"),
    QT_TRANSLATE_NOOP("", "bias"),
    QT_TRANSLATE_NOOP("", "neuron"),
    QT_TRANSLATE_NOOP("", "tlu"),
    QT_TRANSLATE_NOOP("", "delay"),
    QT_TRANSLATE_NOOP("", "output"),
    QT_TRANSLATE_NOOP("", "subcircuit"),
)
PARAMETERS = (
    QT_TRANSLATE_NOOP("", "domain"),
    QT_TRANSLATE_NOOP("", "drive"),
    QT_TRANSLATE_NOOP("", "threshold"),
    QT_TRANSLATE_NOOP("", "inhibition"),
    QT_TRANSLATE_NOOP("", "step"),
    QT_TRANSLATE_NOOP("", "initial"),
    QT_TRANSLATE_NOOP("", "of"),
    QT_TRANSLATE_NOOP("", "kind"),
    QT_TRANSLATE_NOOP("", "count"),
    QT_TRANSLATE_NOOP("", "weight"),
)
OPTIONS = (
    QT_TRANSLATE_NOOP("", "binary"),
    QT_TRANSLATE_NOOP("", "real"),
    QT_TRANSLATE_NOOP("", "absolute"),
    QT_TRANSLATE_NOOP("", "relative"),
    QT_TRANSLATE_NOOP("", "heaviside"),
    QT_TRANSLATE_NOOP("", "sign"),
    QT_TRANSLATE_NOOP("", "excitatory"),
    QT_TRANSLATE_NOOP("", "inhibitory"),
)
FIELDS = (
    QT_TRANSLATE_NOOP("", "id"),
    QT_TRANSLATE_NOOP("", "name"),
    QT_TRANSLATE_NOOP("", "label"),
    QT_TRANSLATE_NOOP("", "description"),
    QT_TRANSLATE_NOOP("", "definition"),
    QT_TRANSLATE_NOOP("", "layer"),
    QT_TRANSLATE_NOOP("", "note"),
    QT_TRANSLATE_NOOP("", "from"),
    QT_TRANSLATE_NOOP("", "to"),
    QT_TRANSLATE_NOOP("", "from port"),
    QT_TRANSLATE_NOOP("", "to port"),
)
FILES = (
    QT_TRANSLATE_NOOP("", "read"),
    QT_TRANSLATE_NOOP("", "write"),
    QT_TRANSLATE_NOOP("", "no such file or directory"),
    QT_TRANSLATE_NOOP("", "permission denied"),
    QT_TRANSLATE_NOOP("", "is a directory"),
    QT_TRANSLATE_NOOP("", "not a directory"),
    QT_TRANSLATE_NOOP("", "no space left on device"),
    QT_TRANSLATE_NOOP("", "read-only file system"),
    QT_TRANSLATE_NOOP("", "file name too long"),
    QT_TRANSLATE_NOOP("", "Expecting value"),
    QT_TRANSLATE_NOOP("", "Expecting property name enclosed in double quotes"),
    QT_TRANSLATE_NOOP("", "Expecting ':' delimiter"),
    QT_TRANSLATE_NOOP("", "Expecting ',' delimiter"),
    QT_TRANSLATE_NOOP("", "Extra data"),
    QT_TRANSLATE_NOOP("", "Unterminated string starting at"),
)
"""What goes wrong with files, as the system and Python's JSON reader say it."""
