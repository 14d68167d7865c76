"""Circuits of others, where they are laid beside the checkout; and small files of our own."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import circuitsim as cs

SHARED = Path(os.environ.get("CIRCUITSIM_SHARED", Path(__file__).parents[3] / "shared")) / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Benchmark circuits and what they give, where they are laid beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no shared data beside the checkout (CIRCUITSIM_SHARED says where it is)")
    return SHARED


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., tuple[cs.Circuit, list[str]]]:
    """Read a text as a file with some ending; the circuit, and what was left out."""

    def read(text: str | bytes, ending: str) -> tuple[cs.Circuit, list[str]]:
        path = tmp_path / f"net{ending}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        left_out: list[Any] = []
        circuit = cs.load(path, left_out=left_out)
        return circuit, [sentence.replace(str(path), "FILE") for sentence in left_out]

    return read


@pytest.fixture
def problems(tmp_path: Path) -> Callable[[str | bytes, str], str]:
    """What is said of a file that cannot be read."""

    def problems(text: str | bytes, ending: str) -> str:
        path = tmp_path / f"net{ending}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(cs.CircuitError) as caught:
            cs.load(path, left_out=[])
        return str(caught.value).replace(str(path), "FILE")

    return problems
