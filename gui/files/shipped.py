"""Which files are examples that ship with circuitsim."""

from __future__ import annotations

from pathlib import Path

from circuitsim.api import example_path, examples


def is_shipped(path: Path) -> bool:
    """Whether a resolved path is that of a shipped example: those are shown as copies, and never written."""
    return path.suffix == ".json" and path.stem in examples() and example_path(path.stem).resolve() == path
