"""Every colour and measure of the window, in one table for the light theme and one for the dark.

The hues are Okabe and Ito's, which colour-blind eyes can tell apart; those that carry text or thin
lines are darkened (on paper) or lightened (on the dark ground) until the contrast is enough. What a
hue means is the same in every panel, and no state is told by hue alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SMALLEST_TEXT = 11
"""Pixels on the screen below which no text is drawn."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of a theme, each a colour as `#rrggbb`.

    Attributes
    ----------
    paper, panel, raised : str
        The canvas, the docks and bars around it, and fields and nodes on top of them.
    ink, muted, grid : str
        Text and outlines; secondary text and lines at rest; what is hardly there.
    outline : str
        The edge of a field or a box that can be filled in.
    accent, on_accent : str
        What is active, and text on it.
    excite, inhibit : str
        Lines of excitatory and inhibitory synapses (and of positive and negative weights).
    error, selection : str
        What is wrong, and what is selected.
    """

    name: str
    paper: str
    panel: str
    raised: str
    ink: str
    muted: str
    grid: str
    outline: str
    accent: str
    on_accent: str
    excite: str
    inhibit: str
    error: str
    on_error: str
    selection: str

    def color(self, token: str) -> QColor:
        """The colour of a token, by its name."""
        return QColor(getattr(self, token))


LIGHT = Theme(
    "light",
    paper="#fbfaf6",
    panel="#f1efe9",
    raised="#ffffff",
    ink="#1d232a",
    muted="#59616b",
    grid="#dcd9d0",
    outline="#70767d",
    accent="#0072b2",
    on_accent="#ffffff",
    excite="#59616b",
    inhibit="#b34700",
    error="#a3206b",
    on_error="#ffffff",
    selection="#00795a",
)

DARK = Theme(
    "dark",
    paper="#171b20",
    panel="#20252b",
    raised="#2a3038",
    ink="#eceff2",
    muted="#a3adb8",
    grid="#333b44",
    outline="#838c97",
    accent="#56b4e9",
    on_accent="#0c1116",
    excite="#a3adb8",
    inhibit="#f0893c",
    error="#ee8fc3",
    on_error="#0c1116",
    selection="#2fc79b",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

_OUTLINED = ("QCheckBox", "QTreeView", "QListView", "QPlainTextEdit", "QLineEdit", "QAbstractSpinBox", "QSlider")
_INSIDE = ("QHeaderView", "QScrollBar")  # parts of these that do paint a ground
_DARKER = 140  # by how much the Fusion style draws an edge darker than the ground of the window


def palette(theme: Theme) -> QPalette:
    """The palette of the widgets: Qt's own dark scheme does not reach every platform."""
    result = QPalette()
    role = QPalette.ColorRole
    tokens = {
        role.Window: "panel",
        role.WindowText: "ink",
        role.Base: "raised",
        role.AlternateBase: "panel",
        role.Text: "ink",
        role.Button: "panel",
        role.ButtonText: "ink",
        role.BrightText: "error",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.ToolTipBase: "raised",
        role.ToolTipText: "ink",
        role.PlaceholderText: "muted",
        role.Link: "accent",
        role.LinkVisited: "muted",
        role.Light: "raised",  # edges of bars; Qt's own are those of a light desktop
        role.Midlight: "grid",
        role.Mid: "grid",
        role.Dark: "grid",
    }
    for key, token in tokens.items():
        result.setColor(key, theme.color(token))
    for key in (role.WindowText, role.Text, role.ButtonText):
        faint = theme.color("muted")
        faint.setAlpha(150)
        result.setColor(QPalette.ColorGroup.Disabled, key, faint)
    return result


def system_theme() -> str:
    """The theme that the desktop around us asks for."""
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application a theme."""
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(palette(theme))
    edged = palette(theme)
    edged.setColor(QPalette.ColorRole.Window, theme.color("outline").lighter(_DARKER))
    for kind in _OUTLINED:  # these paint no ground of a window, only edges, which would hardly be seen
        application.setPalette(edged, kind)
    for kind in _INSIDE:
        application.setPalette(palette(theme), kind)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours after WCAG 2: from 1 to 21.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = [part / 255 for part in QColor(color).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
