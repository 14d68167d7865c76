"""Which engine learns a task. All give the same bits; they differ in how long they take to start and to run."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

from circuitsim.learn import reference, unrolled
from circuitsim.learn.task import Outcome, Progress, Sparse, Task

COMPILE_ABOVE = 60_000
"""Multiplications in an epoch from which loading the compiled kernels pays."""
LOADED_ABOVE = 4_000
"""The same, where they are loaded already."""


def learn(task: Task, progress: Progress | None = None) -> Outcome:
    """Learn a task on the engine that is quickest for its size."""
    work = task.signs.size * task.weights.shape[1]
    if isinstance(task.rows, Sparse):
        work = len(task.rows.data) * len(task.signs)
    if task.held_back is not None:
        return reference.learn(task, progress)
    loaded = "circuitsim.learn.kernels" in sys.modules
    if work > (LOADED_ABOVE if loaded else COMPILE_ABOVE) and compiled():
        outcome: Outcome = import_module("circuitsim.learn.compiled").learn(task, progress)
        return outcome
    return unrolled.learn(task, progress) if unrolled.takes(task) else reference.learn(task, progress)


def compiled() -> bool:
    """Whether compiled kernels can be had here: numba may be missing on a new Python."""
    return "numba" in sys.modules or find_spec("numba") is not None
