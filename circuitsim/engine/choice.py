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


COSTS: dict[tuple[Executor, int], Cost] = {
    ("words", 0): Cost(0.0, 4e-6, 8.5e-10),
    ("native", 0): Cost(0.1, 3e-5, 9e-11),
    ("native", 1): Cost(0.1, 1e-4, 6e-11),
}
"""By executor and level of optimization."""

COVER = Cost(0.5, 5e-6, 0.0)
"""What looking for fewer lookups takes; numba has to be loaded for it."""


@dataclass(frozen=True)
class Plan:
    """What will run, and what that is expected to take.

    Attributes
    ----------
    engine : {"reference", "words", "native"}
    level : int
        How hard the code is optimized, for "native".
    lookups, slots : int
        How many three-input lookups a pattern takes, and how many values have to be kept at a time; 0 where the
        circuit does not run as lookups.
    seconds : float
        The forecast for one thread.
    reason : str
        Why the circuit does not run as lookups, or no machine code is made; empty where it does and is.
    """

    engine: Literal["reference", "words", "native"]
    level: int
    lookups: int
    slots: int
    seconds: float
    reason: str = ""


def seconds(executor: Executor, level: int, lookups: int, words: int) -> float:
    """What making and running takes."""
    cost = COSTS[executor, level]
    loaded = executor == "words" or "llvmlite.binding" in sys.modules
    return cost.start * (not loaded) + cost.make * lookups + cost.run * lookups * words


def best(lookups: int, words: int, forced: Executor | None = None) -> tuple[Executor, int, float]:
    """The executor and its level for so many lookups and words, and what that takes."""
    found = [
        (seconds(executor, level, lookups, words), executor, level)
        for executor, level in COSTS
        if forced in (None, executor) and (executor == "words" or forced or no_native() is None)
    ]
    took, executor, level = min(found)
    return executor, level, took


def worth_covering(lookups: int, words: int) -> bool:
    """Whether it pays to look for fewer lookups first; of gates with two inputs 2 of 3 go."""
    loaded = "numba" in sys.modules
    saved = 0.5 * best(lookups, words)[2]
    return saved > COVER.start * (not loaded) + COVER.make * lookups


def compiled(level: int, lookups: int, took: float) -> None:
    """Note what compiling really took."""
    if lookups >= 100:
        COSTS["native", level].make = took / lookups


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
