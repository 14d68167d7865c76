"""circuitsim: a logic-circuit simulator whose gates are neurons.

What is public is loaded when it is first asked for, so that the command line answers at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from circuitsim.api import Circuit, Simulator, Trace, compare, compile, example, examples, load
    from circuitsim.engine.program import Program
    from circuitsim.errors import CircuitError, ConvergenceWarning
    from circuitsim.learn.data import dataset, datasets, read_table
    from circuitsim.learn.estimator import Perceptron
    from circuitsim.learn.layer import layer_outputs, layer_weights, train
    from circuitsim.learn.separability import separability
    from circuitsim.records import Change

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Circuit",
    "CircuitError",
    "ConvergenceWarning",
    "LeftOutWarning",
    "Perceptron",
    "Program",
    "Simulator",
    "Trace",
    "compare",
    "compile",
    "dataset",
    "datasets",
    "differences",
    "equal",
    "example",
    "examples",
    "layer_outputs",
    "layer_weights",
    "load",
    "read_stimulus",
    "read_table",
    "separability",
    "train",
]

_HOMES = {
    name: home
    for home, names in {
        "api": ("Circuit", "Simulator", "Trace", "compare", "compile", "example", "examples", "load", "read_stimulus"),
        "engine.program": ("Program",),
        "errors": ("CircuitError", "ConvergenceWarning", "LeftOutWarning"),
        "learn.data": ("dataset", "datasets", "read_table"),
        "learn.estimator": ("Perceptron",),
        "learn.layer": ("layer_outputs", "layer_weights", "train"),
        "learn.separability": ("separability",),
        "logic.difference": ("differences",),
        "logic.equal": ("equal",),
        "records": ("Change",),
    }.items()
    for name in names
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'circuitsim' has no attribute {name!r}")
    value = getattr(import_module(f"circuitsim.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
