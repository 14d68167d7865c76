"""What is made of a circuit before it is shown, in the thread that has read it, so that showing it takes no time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from circuitsim.api import Circuit

T = TypeVar("T")
Maker = Callable[[Circuit], T]

_made: WeakKeyDictionary[Circuit, dict[Maker[object], tuple[int, object]]] = WeakKeyDictionary()


def make(circuit: Circuit, maker: Maker[object]) -> None:
    """Make something of a circuit that nobody edits yet."""
    _made.setdefault(circuit, {})[maker] = circuit.version, maker(circuit)


def take(circuit: Circuit, maker: Maker[T]) -> T | None:
    """What was made ahead, once; None where nothing was, or the circuit was edited since.

    >>> circuit = Circuit("half adder")
    >>> make(circuit, str)
    >>> take(circuit, str), take(circuit, str)
    ("<Circuit 'half adder': empty>", None)
    """
    version, found = _made.get(circuit, {}).pop(maker, (None, None))
    return found if version == circuit.version else None  # type: ignore[return-value]
