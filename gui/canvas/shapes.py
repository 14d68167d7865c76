"""How large nodes are, and where lines leave and reach them. In scene units; no painting here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.kinds import KINDS

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.intp]

CODE = {name: code for code, name in enumerate(KINDS)}
INPUT, BIAS, NEURON, TLU, DELAY, OUTPUT, SUBCIRCUIT = (
    CODE[name] for name in ("input", "bias", "neuron", "tlu", "delay", "output", "subcircuit")
)
ROUND = (BIAS, NEURON, TLU, OUTPUT)
"""The kinds that are circles."""

HEAD = 10.0
"""Length of an arrowhead, and diameter of an inhibitory end."""
GAP = 2.0
PITCH = 11.0
"""Between two lines that reach the same node."""
LETTER = 6.8
"""About the width of a letter of the smallest text."""
TITLE = 24.0
PORT_PITCH = 18.0

_HALF = {
    INPUT: (18.0, 18.0),
    BIAS: (15.0, 15.0),
    NEURON: (20.0, 20.0),
    TLU: (24.0, 24.0),
    DELAY: (24.0, 18.0),
    OUTPUT: (15.0, 15.0),
    SUBCIRCUIT: (36.0, 24.0),  # its ports make it as large as it is
}
_HALVES = np.array([_HALF[code] for code in sorted(_HALF)])
_LARGEST_RADIUS = 27.0
_COS, _SIN = np.array([1.0, 0.0, -1.0, 0.0]), np.array([0.0, 1.0, 0.0, -1.0])


def half_sizes(codes: Ints, arrivals: Ints) -> tuple[Floats, Floats]:
    """Half the width and height of nodes; a neuron that many lines reach is larger."""
    width, height = np.ascontiguousarray(_HALVES[codes].T)
    grows = (codes == NEURON) | (codes == TLU)
    radius = np.minimum(np.maximum(width, (arrivals - 1) * PITCH / 1.7), _LARGEST_RADIUS)
    return np.where(grows, radius, width), np.where(grows, radius, height)


def box_size(title: str, left: Sequence[str], right: Sequence[str]) -> tuple[float, float]:
    """Half the width and height of a subcircuit with these ports."""
    names = max(map(len, left), default=0) + max(map(len, right), default=0)
    width = max(names * LETTER + 42, len(title) * 1.2 * LETTER + 24, 72)
    height = TITLE + max(len(left), len(right), 1) * PORT_PITCH + 4
    return min(width, 170.0) / 2, height / 2


def port_offset(half_height: Any, number: Any) -> Any:
    """How far below a subcircuit's centre its port number `number` is."""
    return TITLE - half_height + (number + 0.5) * PORT_PITCH


def turn(turns: Any, x: Any, y: Any) -> tuple[Any, Any]:
    """A point beside a node that is turned by so many right angles.

    >>> [float(part) for part in turn(1, 5.0, 0.0)]
    [0.0, 5.0]
    """
    cos, sin = _COS[turns], _SIN[turns]
    return x * cos - y * sin, x * sin + y * cos


def spread(number: Any, count: Any, half_height: Any) -> Any:
    """Where line `number` of the `count` that reach a node does so, as an offset from its centre."""
    step = np.minimum(PITCH, 2 * 0.85 * half_height / np.maximum(count - 1, 1))
    return (number - (count - 1) / 2) * step


def edge_of(round: Floats, half_width: Floats, offset: Floats) -> Floats:
    """How far from the centre the outline is, at some height."""
    arc = np.sqrt(np.maximum(half_width**2 - offset**2, 0))
    return np.where(round, arc, half_width)
