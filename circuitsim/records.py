"""The frozen records that a circuit is made of, and `Change`, the one shape of every edit.

A record names others by id, never by reference, so that files, undo and compiled arrays agree.
`rank` is a record's place in the document's own order: a record that is taken out and put back
returns to where it was, and the file is the same byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Timing = Literal["settled", "unit-delay"]
TIMINGS: tuple[Timing, ...] = ("settled", "unit-delay")


@dataclass(frozen=True, slots=True)
class Drive:
    """A sequence that an input plays, one symbol a tick; one that does not repeat ends in 0.

    >>> [Drive("01", repeat=True).symbol(tick) for tick in range(4)]
    [0, 1, 0, 1]
    """

    pattern: str
    repeat: bool = False

    def symbol(self, tick: int) -> int:
        """What it gives at a tick."""
        if self.repeat:
            tick %= len(self.pattern)
        return int(tick < len(self.pattern) and self.pattern[tick] == "1")


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its id, its kind, and a value for every parameter of that kind."""

    id: str
    kind: str
    rank: int
    parameters: Mapping[str, Any]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A connection. What does not apply to its target is None.

    `kind` and `count` describe synapses into a neuron, `weight` the input of a TLU, the ports the
    ends at a subcircuit. `key` is the edge's key in the graph and its place in the order.
    """

    key: int
    source: str
    target: str
    kind: str | None = None
    count: int | None = None
    weight: float | None = None
    from_port: str | None = None
    to_port: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is drawn: the centre in scene units (y grows downwards), and its turn in degrees."""

    x: float
    y: float
    degrees: float = 0.0


@dataclass(frozen=True, slots=True)
class Layer:
    """TLUs that are trained together, in this order."""

    name: str
    rank: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A text on the canvas."""

    rank: int
    text: str
    x: float
    y: float


Row = tuple[tuple[float, ...], tuple[float | None, ...]]


@dataclass(frozen=True, slots=True)
class Test:
    """Rows of given inputs and expected outputs; None stands for "don't care".

    The rows of a clocked test are consecutive ticks from reset; otherwise each is one evaluation.
    """

    __test__ = False  # pytest is not to collect it

    rank: int
    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    rows: tuple[Row, ...]
    clocked: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Nodes and edges in the document's order: what a circuit and a definition have in common."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    layout: Mapping[str, Place]

    def ports(self, kind: Literal["input", "output"]) -> tuple[str, ...]:
        """The ids of the inputs or outputs, in order."""
        return tuple(node.id for node in self.nodes if node.kind == kind)

    def meaning(self) -> tuple[object, ...]:
        """What the body computes, layout aside: equal for bodies that may share a name."""
        nodes = tuple((node.id, node.kind, dict(node.parameters), node.label) for node in self.nodes)
        edges = tuple((e.source, e.target, e.kind, e.count, e.weight, e.from_port, e.to_port) for e in self.edges)
        return nodes, edges


@dataclass(frozen=True, slots=True)
class Definition:
    """A circuit that subcircuits are instances of. It has no timing of its own."""

    name: str
    rank: int
    body: Body

    def children(self) -> Iterator[str]:
        """The definitions that this one uses, once for each instance."""
        return (node.parameters["of"] for node in self.body.nodes if node.kind == "subcircuit")


@dataclass(frozen=True, slots=True)
class Head:
    """What a circuit says of itself."""

    name: str = ""
    description: str = ""
    timing: Timing = "settled"


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a circuit holds at one moment. It never changes, so a thread may read it while the circuit is edited."""

    head: Head
    body: Body
    layers: tuple[Layer, ...] = ()
    notes: tuple[Note, ...] = ()
    tests: tuple[Test, ...] = ()
    definitions: tuple[Definition, ...] = ()

    def contents(self) -> Contents:
        """Itself: who reads a circuit by its contents can be given either."""
        return self


Record = Node | Edge | Place | Layer | Note | Test | Definition | Head
Table = Literal["node", "edge", "place", "layer", "note", "test", "definition", "head"]
Slot = tuple[Table, str | int]
HEAD: Slot = ("head", "")


@dataclass(frozen=True, slots=True)
class Change:
    """An edit as data: what stood in some slots before it, and what stands there after.

    A slot is a table and a key, `("node", "a")`; one that a side leaves out is empty on that side.

    >>> head = Change({HEAD: Head("old")}, {HEAD: Head("new")})
    >>> head.inverse().after[HEAD].name
    'old'
    """

    before: Mapping[Slot, Record]
    after: Mapping[Slot, Record]
    _slots: tuple[Slot, ...] | None = field(default=None, init=False, repr=False, compare=False)

    def __bool__(self) -> bool:
        return bool(self.before or self.after)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot that the change touches."""
        if self._slots is None:  # asked for by every listener, and many in a large edit
            object.__setattr__(self, "_slots", tuple(dict.fromkeys((*self.before, *self.after))))
        assert self._slots is not None
        return self._slots

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)

    @staticmethod
    def merge(changes: Iterable[Change]) -> Change:
        """Changes made one after the other, as one; slots that end as they began drop out.

        >>> a = Place(0, 0)
        >>> there = Change({}, {("place", "n"): a})
        >>> Change.merge([there, there.inverse()])
        Change(before={}, after={})
        """
        changes = list(changes)
        if len(changes) == 1 and not any(changes[0].after.get(slot) == was for slot, was in changes[0].before.items()):
            return changes[0]
        before: dict[Slot, Record] = {}
        after: dict[Slot, Record] = {}
        touched: set[Slot] = set()
        for change in changes:
            for slot in change.slots:
                if slot not in touched and slot in change.before:
                    before[slot] = change.before[slot]
                if slot in change.after:
                    after[slot] = change.after[slot]
                else:
                    after.pop(slot, None)
                touched.add(slot)
        same = [slot for slot, record in before.items() if after.get(slot) == record]
        for slot in same:
            del before[slot], after[slot]
        return Change(before, after)
