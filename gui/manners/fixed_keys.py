"""What the mouse and the keys do on the canvas and in panels without being actions: listed, and not to be changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class FixedKey:
    """Keys or a gesture, and what comes of it.

    `keys` names those that no action of the window may have, as it would take them away from the canvas.
    """

    shown: str
    meaning: str
    keys: tuple[str, ...] = ()


CANVAS = (
    FixedKey(QT_TRANSLATE_NOOP("", "Tab"), QT_TRANSLATE_NOOP("", "Search for something to add"), ("Tab",)),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Shift+Tab"), QT_TRANSLATE_NOOP("", "Leave the canvas for the next panel"), ("Shift+Tab",)
    ),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Space"),
        QT_TRANSLATE_NOOP("", "Press the selected inputs; held without any, drag to pan"),
        ("Space",),
    ),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Enter"),
        QT_TRANSLATE_NOOP("", "Press the selected inputs; else name what is selected"),
        ("Return", "Enter"),
    ),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Esc"), QT_TRANSLATE_NOOP("", "End what the mouse does; else select nothing"), ("Esc",)
    ),
    FixedKey("X", QT_TRANSLATE_NOOP("", "While a connection is drawn: inhibitory, and back"), ("X",)),
    FixedKey(
        "0 – 9, −",
        QT_TRANSLATE_NOOP("", "Type the threshold, weight, count or bias of what is selected"),
        (*"0123456789", "-"),
    ),
)

MOUSE = (
    FixedKey(
        QT_TRANSLATE_NOOP("", "Click"), QT_TRANSLATE_NOOP("", "Select; on an input, press it; with Shift or Ctrl, add")
    ),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Drag"),
        QT_TRANSLATE_NOOP("", "From a port: connect; on a node: move; elsewhere: select what is inside"),
    ),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Ctrl+Drag"), QT_TRANSLATE_NOOP("", "From a port: connect by an inhibitory synapse")
    ),
    FixedKey(QT_TRANSLATE_NOOP("", "Drag to the left"), QT_TRANSLATE_NOOP("", "Select what the rectangle touches")),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Double click"),
        QT_TRANSLATE_NOOP("", "Change the value, look into the subcircuit; elsewhere: search for something to add"),
    ),
    FixedKey(QT_TRANSLATE_NOOP("", "Middle drag, Space+Drag"), QT_TRANSLATE_NOOP("", "Pan")),
    FixedKey(QT_TRANSLATE_NOOP("", "Wheel, Ctrl+Wheel"), QT_TRANSLATE_NOOP("", "Zoom, or pan: see Preferences")),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Right click"),
        QT_TRANSLATE_NOOP("", "The menu of a node, a connection, a note or the circuit"),
    ),
)

WAVES = (
    FixedKey(QT_TRANSLATE_NOOP("", "Left, Right"), QT_TRANSLATE_NOOP("", "To the next tick")),
    FixedKey(
        QT_TRANSLATE_NOOP("", "Home, End"), QT_TRANSLATE_NOOP("", "To the first tick; to the last, and follow it")
    ),
    FixedKey(QT_TRANSLATE_NOOP("", "PgUp, PgDown"), QT_TRANSLATE_NOOP("", "Along by a page")),
    FixedKey("+, −", QT_TRANSLATE_NOOP("", "Zoom")),
    FixedKey("F", QT_TRANSLATE_NOOP("", "Show every tick")),
)

SECTIONS = (
    (QT_TRANSLATE_NOOP("", "On the canvas (fixed)"), CANVAS),
    (QT_TRANSLATE_NOOP("", "With the mouse (fixed)"), MOUSE),
    (QT_TRANSLATE_NOOP("", "In the waveforms (fixed)"), WAVES),
)


def fixed(key: QKeySequence) -> FixedKey | None:
    """What a key does on the canvas, where it cannot be given to an action."""
    for each in CANVAS:
        if any(QKeySequence(name) == key for name in each.keys):
            return each
    return None
