"""Circuits of others, where they are laid beside the checkout."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("CIRCUITSIM_SHARED", Path(__file__).parents[3] / "shared")) / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Benchmark circuits, where they are laid beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no shared data beside the checkout (CIRCUITSIM_SHARED says where it is)")
    return SHARED
