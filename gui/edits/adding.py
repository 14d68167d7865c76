"""Adding nodes: what there is to add, found by name and by meaning, and where it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from circuitsim.api import Circuit, example
from circuitsim.kinds import KINDS
from gui.edits.wiring import End, connect, free_port
from gui.language import told, tr
from gui.shelves import in_order

ENTRY_MIME = "application/x-circuitsim-entry"
"""What an entry is carried as from the palette to the canvas: its act, a slash, its name."""

GRID = 10.0

KEYS = {"neuron": "N", "tlu": "T", "input": "I", "output": "O", "bias": "B", "delay": "D"}
"""The key that adds each kind."""

_MEANINGS = {
    "neuron": QT_TRANSLATE_NOOP("", "gate threshold mcculloch pitts cell logic unit and or"),
    "tlu": QT_TRANSLATE_NOOP("", "perceptron weight rosenblatt linear classifier sum step"),
    "input": QT_TRANSLATE_NOOP("", "switch button key source sensor variable clock drive"),
    "output": QT_TRANSLATE_NOOP("", "lamp light result probe sink"),
    "bias": QT_TRANSLATE_NOOP("", "constant one always true power"),
    "delay": QT_TRANSLATE_NOOP("", "memory register latch z-1 wait tick store synaptic"),
    "inhibit": QT_TRANSLATE_NOOP("", "veto negate not block prevent negative minus stop"),
    "excite": QT_TRANSLATE_NOOP("", "wire connect synapse arrow positive plus"),
    "adder": QT_TRANSLATE_NOOP("", "add sum plus arithmetic carry"),
    "counter": QT_TRANSLATE_NOOP("", "count clock"),
    "latch": QT_TRANSLATE_NOOP("", "memory store remember set reset bit"),
    "flip": QT_TRANSLATE_NOOP("", "memory store remember bit clock edge"),
    "register": QT_TRANSLATE_NOOP("", "memory store remember shift"),
    "mux": QT_TRANSLATE_NOOP("", "choose select switch data"),
    "multiplexer": QT_TRANSLATE_NOOP("", "choose select switch"),
    "comparator": QT_TRANSLATE_NOOP("", "compare less greater equal"),
    "parity": QT_TRANSLATE_NOOP("", "odd even xor check"),
    "majority": QT_TRANSLATE_NOOP("", "vote most"),
    "multiplier": QT_TRANSLATE_NOOP("", "multiply product times arithmetic"),
    "alu": QT_TRANSLATE_NOOP("", "arithmetic add and or processor"),
    "lfsr": QT_TRANSLATE_NOOP("", "random noise pseudo"),
    "carry": QT_TRANSLATE_NOOP("", "add adder sum plus"),
}
"""Other words for what a part of a name says."""


_CONNECTIONS = (
    (
        "inhibitory",
        QT_TRANSLATE_NOOP("", "Inhibitory connection"),
        QT_TRANSLATE_NOOP("", "one pulse prevents firing"),
        "inhibit",
    ),
    (
        "excitatory",
        QT_TRANSLATE_NOOP("", "Excitatory connection"),
        QT_TRANSLATE_NOOP("", "counts towards the threshold"),
        "excite",
    ),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to add: a kind of node, a connection, a definition of the document, or an example.

    `act` is "kind", "connection", "definition" or "example"; `name` says which.
    """

    act: str
    name: str
    title: str
    meaning: str
    words: str
    key: str = ""


def entries(definitions: Sequence[str] = ()) -> list[Entry]:
    """All there is to add, the kinds first."""
    found = [
        Entry(
            "kind", kind.name, told(kind.title), told(kind.meaning), _both(_MEANINGS.get(kind.name, ""), kind.title),
            KEYS.get(kind.name, ""),
        )
        for kind in KINDS.values()
        if kind.role != "instance"
    ]  # fmt: skip
    found += [
        Entry("connection", name, tr(title), tr(meaning), _both(_MEANINGS[words], title))
        for name, title, meaning, words in _CONNECTIONS
    ]
    found += [
        Entry("definition", name, name.replace("_", " "), tr("a subcircuit of this document"), _words(name))
        for name in definitions
    ]
    known = set(definitions)
    found += [
        Entry("example", name, name.replace("_", " "), tr("an example, as a subcircuit"), _words(name))
        for name in in_order()
        if name not in known
    ]
    return found


def _words(name: str) -> str:
    return " ".join(_both(words) for part, words in _MEANINGS.items() if part in name)


def _both(words: str, title: str = "") -> str:
    """Words to search by in the chosen language, and those in English beside them."""
    if not words or tr(words) == words:
        return words
    return f"{tr(words)} {words} {title.lower()}"


def search(among: Sequence[Entry], text: str) -> list[Entry]:
    """The entries that have every word of a text, best first: in the name before in the meaning.

    >>> [entry.title for entry in search(entries(), "veto")][0]
    'Inhibitory connection'
    """
    wanted = text.lower().replace("_", " ").split()
    scored = []
    for place, entry in enumerate(among):
        ranks = [_rank(entry, word) for word in wanted]
        if all(rank is not None for rank in ranks):
            scored.append((sum(rank or 0 for rank in ranks), place, entry))
    return [entry for _, _, entry in sorted(scored, key=lambda row: row[:2])]


def _rank(entry: Entry, word: str) -> int | None:
    if word == entry.name:
        return -1
    if entry.act == "example":
        found = _rank_in_words(entry, word)
        return None if found is None else found + 3  # parts before circuits made of them
    return _rank_in_words(entry, word)


def _rank_in_words(entry: Entry, word: str) -> int | None:
    title = f"{entry.title} {entry.name}".lower().replace("_", " ")
    if any(part == word for part in title.split()):
        return 0
    if any(part.startswith(word) for part in title.split()):
        return 1
    if word in entry.words.split():
        return 2
    if word in title:
        return 3
    if any(part.startswith(word) for part in entry.words.split()):
        return 4
    return 5 if word in entry.meaning.lower() else None


def add(
    circuit: Circuit,
    entry: Entry,
    x: float,
    y: float,
    wire: End | None = None,
    *,
    inhibitory: bool = False,
    grid: float = GRID,
) -> str:
    """Add an entry's node on a grid, and connect it to an end."""
    given: dict[str, Any] = {}
    kind = entry.name
    if entry.act == "example":
        circuit.define(entry.name, example(entry.name))
    if entry.act in ("example", "definition"):
        kind, given = "subcircuit", {"of": entry.name}
    id = circuit.fresh_id(entry.name if kind == "subcircuit" else kind)
    circuit.add(kind, id, at=(snap(x, grid), snap(y, grid)), **given)
    if wire is not None:
        other = free_port(circuit, id, "in" if wire.side == "out" else "out")
        connect(circuit, wire, other, inhibitory=inhibitory)
    return id


def fits(circuit: Circuit, entry: Entry, wire: End | None) -> bool:
    """Whether an entry could be connected to an end: kinds without such a port could not."""
    if wire is None:
        return True
    if entry.act == "connection":
        return False
    if entry.act != "kind":
        return True
    kind = KINDS[entry.name]
    return kind.sources != 0 if wire.side == "out" else kind.emits


def snap(value: float, grid: float = GRID) -> float:
    """The nearest line of a grid.

    >>> snap(17), snap(17.4, 1)
    (20.0, 17)
    """
    return round(value / grid) * grid
