"""Plain loops that run on lists as they stand, or compiled by numba where there is much to do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

COMPILE_ABOVE, LOADED_ABOVE = 50_000, 2_000
"""From how many lookups compiled loops pay, where numba has to be loaded and where it is."""


def has_numba() -> bool:
    """Whether numba can be had; it may be missing on a new Python."""
    return "numba" in sys.modules or find_spec("numba") is not None


def loop(function: Callable[..., Any], size: int, *arguments: Any) -> Any:
    """Call a function that is written in what numba knows: on lists if `size` is small, else compiled, on arrays."""
    if size > (LOADED_ABOVE if "numba" in sys.modules else COMPILE_ABOVE) and has_numba():
        return _compiled(function)(*arguments)
    return function(*(a.tolist() if isinstance(a, np.ndarray) else a for a in arguments))


@cache
def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    made: Callable[..., Any] = import_module("numba").njit(cache=True)(function)
    return made
