"""The plots, loaded when the panel opens: the panel works where pyqtgraph is missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

MODULES = ("plot_data", "plot_mistakes", "plot_weights")


def load() -> list[type[Any]] | None:
    """The plots, in the order of their tabs; None where pyqtgraph is not installed."""
    try:
        import_module("pyqtgraph")
    except ImportError:
        return None
    return [import_module(f"gui.learning.{name}").PLOT for name in MODULES]
