"""Which executor runs lookups: the one that is done first, what it takes to make it included.

The figures are seconds on the machine that they were written on; what compiling really takes here replaces
the written figure as soon as something was compiled.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Literal

from circuitsim.errors import EngineError

Executor = Literal["words", "native"]


@dataclass
class Cost:
    """What an executor takes.

    Attributes
    ----------
    start : float
        Seconds until its libraries are loaded, the first time.
    make : float
        Seconds a lookup until it can run.
    run : float
        Seconds a lookup and word of 64 patterns.
    """

    start: float
    make: float
    run: float


COSTS: dict[Executor, Cost] = {"words": Cost(0.0, 4e-6, 8.5e-10), "native": Cost(0.1, 5e-5, 6e-11)}

COVER = Cost(0.5, 5e-6, 0.0)
"""What looking for fewer lookups takes; numba has to be loaded for it."""


@dataclass(frozen=True)
class Plan:
    """What will run, and what that is expected to take.

    Attributes
    ----------
    engine : {"reference", "words", "native"}
    lookups, slots : int
        How many three-input lookups a pattern takes, and how many values have to be kept at a time; 0 where the
        circuit does not run as lookups.
    seconds : float
        The forecast for one thread.
    reason : str
        Why the circuit does not run as lookups, or no machine code is made; empty where it does and is.
    """

    engine: Literal["reference", "words", "native"]
    lookups: int
    slots: int
    seconds: float
    reason: str = ""


def seconds(executor: Executor, lookups: int, words: int) -> float:
    """What making and running takes."""
    cost = COSTS[executor]
    loaded = executor == "words" or "llvmlite.binding" in sys.modules
    return cost.start * (not loaded) + cost.make * lookups + cost.run * lookups * words


def best(lookups: int, words: int, only: Executor | None = None) -> tuple[Executor, float, str]:
    """The executor for so many lookups and words, what it takes, and why quicker machine code cannot be had."""
    numpy, native = seconds("words", lookups, words), seconds("native", lookups, words)
    if only == "words" or (only is None and numpy <= native):
        return "words", numpy, ""
    reason = no_native() if only is None else None  # found out no sooner, as that loads LLVM
    return ("words", numpy, reason) if reason else ("native", native, "")


def worth_covering(lookups: int, words: int) -> bool:
    """Whether it pays to look for fewer lookups first; of gates with two inputs 2 of 3 go."""
    loaded = "numba" in sys.modules
    saved = 0.5 * best(lookups, words)[1]
    return saved > COVER.start * (not loaded) + COVER.make * lookups


def compiled(lookups: int, took: float) -> None:
    """Note what compiling really took."""
    if lookups >= 100:
        COSTS["native"].make = took / lookups


@cache
def no_native() -> str | None:
    """Why no machine code can be made here; None where it can."""
    try:
        import_module("circuitsim.engine.native.host").host()
    except ImportError as error:
        return f"llvmlite is missing: {error}"
    except EngineError as error:
        return str(error)
    return None
