"""Cells that every library has, known by their names: `NAND2`, `sky130_nand2_1` is not one, `$_NAND_` is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from circuitsim.netlist.netlist import Gate, Latch

_NAME = re.compile(
    r"\$?_?(AND|OR|NAND|NOR|XOR|XNOR|NOT|INV|BUFF?|DFF|MUX|ANDNOT|ORNOT|ONE|ZERO)(_P)?\d*_?$", re.IGNORECASE
)
_OUTPUTS = ("Y", "O", "Z", "ZN", "Q", "OUT")
_CLOCKS = ("C", "CK", "CLK", "CLOCK")
_COVERS = {"MUX": ("1-0", "-11"), "ANDNOT": ("10",), "ORNOT": ("1-", "-0")}
_SAME = {"INV": "NOT", "BUFF": "BUF"}


def cell(name: str, pins: Mapping[str, str], line: int) -> Gate | Latch | None:
    """The gate or flip-flop of a known cell, its sources in the order of their pins' names; None for others.

    >>> cell("NAND2", {"A": "a", "B": "b", "Y": "y"}, 1)
    Gate(operator='NAND', net='y', sources=('a', 'b'), line=1, rows=(), on=True)
    """
    match = _NAME.match(name)
    out = next((pin for pin in pins if pin.upper() in _OUTPUTS), None)
    if match is None or out is None:
        return None
    word = match[1].upper()
    word = _SAME.get(word, word)
    others = {pin: net for pin, net in pins.items() if pin != out}
    if word == "DFF":
        data = [net for pin, net in others.items() if pin.upper() not in _CLOCKS]
        return Latch(pins[out], data[0], 0, line) if len(data) == 1 else None
    sources = tuple(others[pin] for pin in sorted(others))
    if word in ("ONE", "ZERO") or len(sources) == 0:
        return Gate(word, pins[out], (), line) if word in ("ONE", "ZERO") and not sources else None
    if word in ("NOT", "BUF") and len(sources) != 1:
        return None
    if word in _COVERS:
        rows = _COVERS[word]
        return Gate("COVER", pins[out], sources, line, rows) if len(sources) == len(rows[0]) else None
    return Gate(word, pins[out], sources, line)
