"""The records of a circuit in a `networkx.MultiDiGraph`, changed by `Change` alone.

A change is applied whole or not at all, is told to the listeners, and can be taken back by its
inverse; `transaction()` makes one of many. What edits there are stands in circuit.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Literal, NoReturn, Self

import networkx as nx

from circuitsim import rules
from circuitsim.errors import EditError, UnknownNameError
from circuitsim.kinds import text
from circuitsim.records import (
    HEAD,
    TIMINGS,
    Body,
    Change,
    Contents,
    Definition,
    Edge,
    Head,
    Node,
    Note,
    Place,
    Record,
    Slot,
    Test,
    Timing,
)
from circuitsim.sentences import Sentence, message_of

Listener = Callable[[Change], None]


class _Attributes(dict[str, Any]):
    """The attributes of a node or an edge: filled once, by networkx, and fixed from then on.

    A write through `Circuit.graph` would pass by the checks, undo and every listener.
    """

    __slots__ = ("_filled",)

    def update(self, *given: Any, **named: Any) -> None:
        if hasattr(self, "_filled"):
            self._refuse()
        super().update(*given, **named)
        self._filled = True

    def _refuse(self, *given: Any, **named: Any) -> NoReturn:
        raise EditError("the graph of a circuit is read-only; edit through the circuit (set, set_edge, ...)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    setdefault = pop = popitem = clear = _refuse


class _Graph(nx.MultiDiGraph):  # type: ignore[misc]
    node_attr_dict_factory = edge_attr_dict_factory = _Attributes

    def put_node(self, id: str, attributes: dict[str, Any]) -> None:
        """Add a node, or give one that is there other attributes; its edges stay."""
        if id in self._node:
            self._node[id] = _Attributes()
        self.add_node(id, **attributes)


class Store:
    """What a circuit holds. Records come out of it; only changes go in."""

    def __init__(self, name: str = "", *, timing: Timing = "settled", description: str = "") -> None:
        self._tables: dict[str, dict[Any, Any]] = {
            table: {} for table in ("node", "edge", "place", "layer", "note", "test", "definition")
        }
        self._ids: dict[str, Node] = self._tables["node"]
        self._keys: dict[int, Edge] = self._tables["edge"]
        self._disordered = False  # whether a node or an edge went back to an earlier place in the order
        self._head = _head(name, description, timing)
        self._next = 0
        self._stems: dict[str, int] = {}
        self._ports: dict[tuple[str, str], tuple[Definition, dict[str, None]]] = {}
        self._listeners: list[Listener] = []
        self._pending: list[Change] | None = None
        self._version = 0
        self._nodes: tuple[int, Mapping[str, Node]] = (-1, {})
        self._contents: tuple[int, Contents] | None = None

    def __repr__(self) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in Counter(n.kind for n in self.nodes.values()).items())
        return f"<{type(self).__name__} {self.name!r}: {kinds or 'empty'}>"

    # What there is

    @property
    def graph(self) -> Any:
        """The `networkx.MultiDiGraph`, live and read-only: edit through the circuit.

        A node's attributes are its kind and parameters, an edge's its kind, count, weight and ports.
        """
        return self._view

    @cached_property
    def _graph(self) -> _Graph:
        """Made of the records when it is first asked for: a large circuit that only runs does without."""
        graph = _Graph()
        for node in self._ids.values():
            graph.put_node(node.id, _node_attributes(node))
        for edge in self._keys.values():
            graph.add_edge(edge.source, edge.target, key=edge.key, **_edge_attributes(edge))
        return graph

    @cached_property
    def _view(self) -> Any:
        return nx.freeze(nx.graphviews.generic_graph_view(self._graph, nx.MultiDiGraph))

    @property
    def name(self) -> str:
        """What the circuit is called."""
        return self._head.name

    @name.setter
    def name(self, name: str) -> None:
        self._put_head(_head(name, self.description, self.timing))

    @property
    def description(self) -> str:
        """What the circuit is and shows."""
        return self._head.description

    @description.setter
    def description(self, description: str) -> None:
        self._put_head(_head(self.name, description, self.timing))

    @property
    def timing(self) -> Timing:
        """`"settled"` or `"unit-delay"`."""
        return self._head.timing

    @timing.setter
    def timing(self, timing: Timing) -> None:
        self._put_head(_head(self.name, self.description, timing))

    @property
    def version(self) -> int:
        """Grows with every change, so that what was computed from the circuit can tell when it is stale."""
        return self._version

    @property
    def nodes(self) -> Mapping[str, Node]:
        """The nodes by id, in the document's order."""
        if self._nodes[0] != self._version:
            self._order()
            self._nodes = (self._version, MappingProxyType(dict(self._ids)))
        return self._nodes[1]

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges in the document's order."""
        return self.body().edges

    @property
    def inputs(self) -> list[str]:
        """The ids of the inputs, in the order in which they were added."""
        return list(self.body().ports("input"))

    @property
    def outputs(self) -> list[str]:
        """The ids of the outputs, in the order in which they were added."""
        return list(self.body().ports("output"))

    @property
    def layout(self) -> Mapping[str, Place]:
        """Where nodes are drawn; those that have no place are left out."""
        return MappingProxyType(self._tables["place"])

    @property
    def layers(self) -> Mapping[str, tuple[str, ...]]:
        """The TLUs that are trained together, by the layer's name."""
        return {layer.name: layer.members for layer in self._ranked("layer")}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The texts on the canvas."""
        return tuple(self._ranked("note"))

    @property
    def tests(self) -> tuple[Test, ...]:
        """The tests that the circuit carries."""
        return tuple(self._ranked("test"))

    @property
    def definitions(self) -> Mapping[str, Definition]:
        """What subcircuits are instances of, by name."""
        return {definition.name: definition for definition in self._ranked("definition")}

    def node(self, id: str) -> Node:
        """The record of one node."""
        if id not in self._ids:
            hint = rules.suggest(id, self._ids)
            raise UnknownNameError(Sentence("there is no node {id!r}{hint}", id=id, hint=hint), [str(id)])
        return self._ids[id]

    def edge(self, key: int) -> Edge:
        """The record of one edge."""
        if key not in self._keys:
            raise UnknownNameError(f"there is no edge {key!r}")
        return self._keys[key]

    def incoming(self, id: str) -> list[Edge]:
        """The edges into a node, in the document's order."""
        return [self._keys[key] for key in sorted(key for _, _, key in self._graph.in_edges(id, keys=True))]

    def outgoing(self, id: str) -> list[Edge]:
        """The edges out of a node, in the document's order."""
        return [self._keys[key] for key in sorted(key for _, _, key in self._graph.out_edges(id, keys=True))]

    def occupied(self, id: str, port: str | None) -> bool:
        """Whether an edge goes into a node, at a port where the node is a subcircuit."""
        return any(found == port for _, _, found in self._graph.in_edges(id, data="to_port"))

    def body(self) -> Body:
        """Nodes, edges and layout as one frozen record."""
        return self.contents().body

    def contents(self) -> Contents:
        """All that the circuit holds now, as one frozen record."""
        if self._contents is None or self._contents[0] != self._version:
            self._order()
            body = Body(tuple(self._ids.values()), tuple(self._keys.values()), dict(self.layout))
            others = (tuple(self._ranked(table)) for table in ("layer", "note", "test", "definition"))
            self._contents = self._version, Contents(self._head, body, *others)
        return self._contents[1]

    def _order(self) -> None:
        """Bring nodes and edges into the document's order; only an undo puts them out of it."""
        if self._disordered:
            self._disordered = False
            nodes, edges = sorted(self._ids.values(), key=lambda n: n.rank), sorted(self._keys.items())
            self._ids.clear()
            self._ids.update((node.id, node) for node in nodes)
            self._keys.clear()
            self._keys.update(edges)

    def ports(self, definition: str, side: Literal["input", "output"]) -> Collection[str]:
        """The names of a definition's ports, in order."""
        found = self._definition(definition)
        known = self._ports.get((definition, side))
        if known is None or known[0] is not found:  # a definition that was replaced is another record
            known = self._ports[definition, side] = found, dict.fromkeys(found.body.ports(side))
        return known[1]

    def copy(self) -> Self:
        """An independent copy, without listeners."""
        return self.copier()()

    def copier(self) -> Callable[[], Self]:
        """What makes a copy of the circuit as it is now, whenever it is called and in whichever thread."""
        return partial(self.from_contents, self.contents())

    def __deepcopy__(self, memo: object) -> Self:
        return self.copy()

    def __reduce__(self) -> tuple[Any, ...]:
        """Records travel between processes; listeners do not."""
        return type(self).from_contents, (self.contents(),)

    @classmethod
    def from_contents(cls, contents: Contents) -> Self:
        """A circuit of records that are known to be well formed (a reader checked them)."""
        head, body = contents.head, contents.body
        self = cls(head.name, timing=head.timing, description=head.description)
        self._ids.update((node.id, node) for node in body.nodes)
        self._keys.update((edge.key, edge) for edge in body.edges)
        self._next = max([-1, *(node.rank for node in body.nodes[-1:]), *(edge.key for edge in body.edges[-1:])]) + 1
        self._tables["place"].update(body.layout)
        for table, named in (("layer", contents.layers), ("definition", contents.definitions)):
            for record in named:
                self._put(table, record.name, record)
        for table, numbered in (("note", contents.notes), ("test", contents.tests)):
            for entry in numbered:
                self._put(table, entry.rank, entry)
        return self

    # Changes

    def apply(self, change: Change) -> None:
        """Apply a change, such as one that a listener was told, or its inverse.

        Raises
        ------
        EditError
            Where the circuit is not as the change says it was; nothing is applied then.
        """
        if not change:
            return
        for slot in change.slots:
            if self._get(slot) != change.before.get(slot):
                raise EditError(f"the circuit has moved on: {slot[0]} {slot[1]!r} is not as this change found it")
        order = {"definition": 0, "node": 1, "edge": 2}
        slots = sorted(change.slots, key=lambda slot: order.get(slot[0], 3))
        for slot in reversed(slots):
            if slot in change.before and not (slot[0] in ("node", "edge") and slot in change.after):
                self._take(slot)
        for slot in slots:
            if slot in change.after:
                self._put(*slot, change.after[slot])
        self._version += 1
        if self._pending is not None:
            self._pending.append(change)
        else:
            self._tell(change)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one change of all edits inside; where one of them fails, none is made."""
        outer, self._pending = self._pending, []
        try:
            yield
        except BaseException:
            self.apply(Change.merge(self._pending).inverse())
            self._pending = outer
            raise
        made, self._pending = self._pending, outer
        if outer is not None:
            outer += made
        elif change := Change.merge(made):
            self._tell(change)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Have a function called with every change after it is applied; returns what ends it.

        >>> store = Store()
        >>> stop = store.listen(lambda change: print(*change.slots))
        >>> store.name = "half adder"
        ('head', '')
        >>> stop()
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)

    def _swap(self, slot: Slot, before: Record | None, after: Record | None) -> None:
        if before != after:
            self.apply(Change({} if before is None else {slot: before}, {} if after is None else {slot: after}))

    def _put_head(self, head: Head) -> None:
        self._swap(HEAD, self._head, head)

    def _get(self, slot: Slot) -> Record | None:
        table, key = slot
        if table == "head":
            return self._head
        record: Record | None = self._tables[table].get(key)
        return record

    def _put(self, table: str, key: Any, record: Any) -> None:
        if table == "head":
            self._head = record
            return
        if table == "node":
            self._put_node(record)
        elif table == "edge":
            self._put_edge(record)
        self._tables[table][key] = record
        self._next = max(self._next, _rank(record) + 1)

    def _take(self, slot: Slot) -> None:
        table, key = slot
        if table == "node":
            self._graph.remove_node(key)
        elif table == "edge":
            edge = self._keys[int(key)]
            self._graph.remove_edge(edge.source, edge.target, key=edge.key)
        if table != "head":
            del self._tables[table][key]

    def _put_node(self, node: Node) -> None:
        self._graph.put_node(node.id, _node_attributes(node))
        known = self._ids.get(node.id)
        self._disordered |= node.rank < self._next and (known is None or known.rank != node.rank)

    def _put_edge(self, edge: Edge) -> None:
        known = self._keys.get(edge.key)
        if known is not None and self._graph.has_edge(known.source, known.target, known.key):
            self._graph.remove_edge(known.source, known.target, known.key)
        self._graph.add_edge(edge.source, edge.target, key=edge.key, **_edge_attributes(edge))
        self._disordered |= edge.key < self._next and known is None

    def _ranked(self, table: str) -> list[Any]:
        return sorted(self._tables[table].values(), key=lambda record: record.rank)

    def _rank_up(self) -> int:
        self._next += 1
        return self._next - 1

    def _definition(self, name: str) -> Definition:
        if name not in self._tables["definition"]:
            known = self._tables["definition"]
            hint = rules.suggest(name, known)
            raise UnknownNameError(Sentence("there is no definition {name!r}{hint}", name=name, hint=hint))
        found: Definition = self._tables["definition"][name]
        return found


_EDGE_FIELDS = ("kind", "count", "weight", "from_port", "to_port")


def _node_attributes(node: Node) -> dict[str, Any]:
    """What is None is left out, so that the graph can be written to any format of networkx."""
    given = {"kind": node.kind, **node.parameters, "label": node.label}
    return {name: value for name, value in given.items() if value is not None}


def _edge_attributes(edge: Edge) -> dict[str, Any]:
    return {name: value for name in _EDGE_FIELDS if (value := getattr(edge, name)) is not None}


def _rank(record: Any) -> int:
    """The place in the document's order; -1 for what has none."""
    rank: int = record.key if isinstance(record, Edge) else getattr(record, "rank", -1)
    return rank


def _head(name: str, description: str, timing: str) -> Head:
    if timing not in TIMINGS:
        raise EditError(f"timing must be {' or '.join(map(repr, TIMINGS))}, not {timing!r}")
    return Head(checked(text, name, "name"), checked(text, description, "description"), timing)


def checked(parse: Callable[[object], Any], value: object, field: str) -> Any:
    """The parsed value, or an EditError that names the field."""
    try:
        return parse(value)
    except ValueError as error:
        raise EditError(Sentence.of(Sentence.word(field), " ", message_of(error))) from None
