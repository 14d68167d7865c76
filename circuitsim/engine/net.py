"""A circuit unfolded: subcircuits opened, pass-throughs resolved, every node that has a value of
its own one *signal*.

Signal 0 is silence, what a missing source gives. Unfolding is iterative and linear in the number of
unfolded nodes, however deep the hierarchy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any

from circuitsim import rules
from circuitsim.errors import InputError, LoopError, TooLargeError, name_some
from circuitsim.kinds import KINDS, Kind
from circuitsim.records import Body, Contents, Edge, Timing
from circuitsim.sentences import Sentence
from circuitsim.store import Store

Path = tuple[str, ...]
SILENCE = 0
LARGEST = 20_000_000


class Range(IntEnum):
    """What values a signal can take: 0 and 1; -1, 0 and 1; or any number."""

    BIT = 0
    SIGN = 1
    REAL = 2

    def takes(self, value: float) -> bool:
        """Whether a value is one of these."""
        return self == Range.REAL or value in (0, 1) or (self == Range.SIGN and value == -1)


@dataclass(frozen=True, slots=True)
class _Part:
    """A body ready to be unfolded many times: entries are its nodes, then those of its instances in turn.

    `sources[k]` are offsets from the start of an unfolded copy. `children` are (id, definition, offset).
    """

    ids: tuple[str, ...]
    kinds: tuple[Kind, ...]
    parameters: tuple[Mapping[str, Any], ...]
    sources: tuple[tuple[int, ...], ...]
    edges: tuple[tuple[Edge, ...], ...]
    children: tuple[tuple[str, str, int], ...]
    feeds: tuple[tuple[int, int], ...]  # (input of a child, its source), as offsets
    where: Mapping[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class _Scope:
    part: _Part
    start: int
    parent: int
    id: str


class Net:
    """The unfolded circuit.

    Attributes
    ----------
    kinds, parameters : list
        Of each signal; entry 0 is silence.
    sources : list of tuple of int
        The signals that feed each signal, one for each edge, in the document's order.
    edges : list of tuple of Edge
        What those edges carry.
    inputs, outputs : list of int
        The signal of each input and output of the circuit, in order.
    ranges : list of Range
        What values each signal can take.
    """

    def __init__(self, circuit: Store | Contents, largest: int = LARGEST) -> None:
        contents = circuit.contents()
        self.timing: Timing = contents.head.timing
        self.input_ids = list(contents.body.ports("input"))
        self.output_ids = list(contents.body.ports("output"))
        parts = _parts(contents, largest)
        self._scopes = [_Scope(parts[""], 0, -1, "")]
        roots = self._unfold(parts)
        self._number(roots)
        part = parts[""]
        self.inputs = [self._signal[part.where[id]] for id in self.input_ids]
        self.outputs = [self._signal[part.where[id]] for id in self.output_ids]
        self.ranges = self._ranges()

    def __len__(self) -> int:
        return len(self.kinds)

    @cached_property
    def gates(self) -> list[int]:
        """The signals that a firing rule computes."""
        return [k for k, kind in enumerate(self.kinds) if kind.role == "gate"]

    @cached_property
    def delays(self) -> list[int]:
        """The signals that remember their source."""
        return [k for k, kind in enumerate(self.kinds) if kind.role == "store"]

    @cached_property
    def biases(self) -> list[int]:
        """The signals that are always 1."""
        return [k for k, kind in enumerate(self.kinds) if kind.name == "bias"]

    @cached_property
    def keepers(self) -> list[int]:
        """The signals whose values are the state: the delays; in unit-delay timing every gate too."""
        return self.delays if self.timing == "settled" else sorted(self.gates + self.delays)

    def _unfold(self, parts: Mapping[str, _Part]) -> list[int]:
        """List all nodes of the hierarchy; a pass-through's root is its driver, another node's itself (or -1)."""
        self.kinds: list[Kind] = []
        self.parameters: list[Mapping[str, Any]] = []
        self.sources: list[tuple[int, ...]] = []
        self.edges: list[tuple[Edge, ...]] = []
        fed: dict[int, int] = {}
        todo = [0]
        while todo:
            number = todo.pop()
            part, start = self._scopes[number].part, self._scopes[number].start
            self.kinds += part.kinds
            self.parameters += part.parameters
            self.sources += [tuple([start + s for s in sources]) for sources in part.sources]
            self.edges += part.edges
            fed.update((start + port, start + source) for port, source in part.feeds)
            for id, of, offset in reversed(part.children):
                self._scopes.append(_Scope(parts[of], start + offset, number, id))
                todo.append(len(self._scopes) - 1)
        return self._resolve(fed)

    def _resolve(self, fed: Mapping[int, int]) -> list[int]:
        count = len(self.kinds)
        root = [-2] * count
        for entry, kind in enumerate(self.kinds):
            if kind.role != "wire" and not (kind.role == "given" and self._is_inner(entry)):
                root[entry] = entry
        for entry in range(count):
            trail: list[int] = []
            at = entry
            while at >= 0 and root[at] == -2:
                root[at] = -3
                trail.append(at)
                sources = self.sources[at]
                at = sources[0] if sources else fed.get(at, -1)
            if at >= 0 and root[at] == -3:
                loop = trail[trail.index(at) :]
                names = [self._entry_name(k) for k in loop]
                raise LoopError(
                    Sentence(
                        "nothing drives this loop of outputs and ports: {names}; "
                        "put a neuron or a delay into it, or remove a connection",
                        names=name_some(names),
                    ),
                    names,
                )
            end = at if at < 0 else root[at]
            for passed in trail:
                root[passed] = end
        return root

    def _number(self, roots: list[int]) -> None:
        """Keep the nodes that have a value of their own, and number them from 1."""
        self._signal = [SILENCE] * len(roots)
        kept = [entry for entry, root in enumerate(roots) if root == entry]
        for number, entry in enumerate(kept, 1):
            self._signal[entry] = number
        for entry, root in enumerate(roots):
            if root != entry:
                self._signal[entry] = self._signal[root] if root >= 0 else SILENCE
        signal = self._signal
        self._entries = kept
        self.sources = [(), *(tuple([signal[s] for s in self.sources[entry]]) for entry in kept)]
        self.edges = [(), *(self.edges[entry] for entry in kept)]
        self.parameters = [{}, *(self.parameters[entry] for entry in kept)]
        self.kinds = [_SILENT, *(self.kinds[entry] for entry in kept)]

    def _ranges(self) -> list[Range]:
        ranges = [Range.BIT] * len(self.kinds)
        for k, kind in enumerate(self.kinds):
            parameters = self.parameters[k]
            if kind.role == "given" and parameters["domain"] == "real":
                ranges[k] = Range.REAL
            elif kind.signed is not None and kind.signed(parameters):
                ranges[k] = Range.SIGN
            elif kind.role == "store" and parameters["initial"] not in (0, 1):
                ranges[k] = Range.SIGN if parameters["initial"] == -1 else Range.REAL
        readers: dict[int, list[int]] = {}
        for delay in self.delays:
            for source in self.sources[delay]:
                readers.setdefault(source, []).append(delay)
        todo = [k for k in readers if ranges[k] != Range.BIT]
        while todo:
            k = todo.pop()
            for delay in readers.get(k, ()):
                if ranges[delay] < ranges[k]:
                    ranges[delay] = ranges[k]
                    todo.append(delay)
        return ranges

    # Names

    def _is_inner(self, entry: int) -> bool:
        return entry >= len(self._scopes[0].part.ids)

    @cached_property
    def _by_start(self) -> tuple[list[int], list[int]]:
        # A scope without nodes of its own shares its start with a scope that has some: sort it before that one.
        order = sorted(range(len(self._scopes)), key=lambda k: (self._scopes[k].start, bool(self._scopes[k].part.ids)))
        return [self._scopes[k].start for k in order], order

    def _entry_path(self, entry: int) -> Path:
        starts, order = self._by_start
        number = order[bisect_right(starts, entry) - 1]
        scope = self._scopes[number]
        names = [scope.part.ids[entry - scope.start]]
        while scope.parent >= 0:
            names.append(scope.id)
            scope = self._scopes[scope.parent]
        return tuple(reversed(names))

    def _entry_name(self, entry: int) -> str:
        return "/".join(self._entry_path(entry))

    def path(self, signal: int) -> Path:
        """Where a signal's node stands: `("fa0", "both")`."""
        return self._entry_path(self._entries[signal - 1]) if signal != SILENCE else ("0",)

    def name(self, signal: int) -> str:
        """The printed path: `fa0/both`."""
        return "/".join(self.path(signal))

    def paths(self) -> Iterator[tuple[Path, int]]:
        """Every node of the hierarchy that has a value, with its signal (pass-throughs share one)."""
        for entry, signal in enumerate(self._signal):
            yield self._entry_path(entry), signal

    def find(self, name: str | Path) -> int:
        """The signal of a node, by path or by printed path where only one node can be meant.

        Raises
        ------
        InputError
            Where there is no such node, or more than one.
        """
        found = self._find_path(name) if isinstance(name, tuple) else self._find_printed(name)
        if len(found) == 1:
            return self._signal[found[0]]
        shown = name if isinstance(name, str) else "/".join(name)
        if found:
            paths = " or ".join(repr(self._entry_path(entry)) for entry in found)
            raise InputError(
                Sentence("{id!r} can mean more than one node; name it as a tuple: {paths}", id=shown, paths=paths)
            )
        raise InputError(Sentence("there is no node {id!r}{hint}", id=shown, hint=self._hint(shown)), [shown])

    def _hint(self, printed: str) -> str:
        """The names that could have been meant, as far into the hierarchy as the path leads."""
        number, way = 0, printed.split("/")[:-1]
        for depth, id in enumerate(way):
            if (number, id) not in self._inside:
                inside = [found for outer, found in self._inside if outer == number]
                return rules.suggest("/".join(way[: depth + 1]), ["/".join([*way[:depth], found]) for found in inside])
            number = self._inside[number, id]
        return rules.suggest(printed, ["/".join([*way, id]) for id in self._scopes[number].part.where])

    def signals_in(self, path: Path = ()) -> Mapping[str, int]:
        """The signals of the nodes of the circuit, or of an instance, by id; subcircuits have none of their own."""
        number = 0
        for id in path:
            if (number, id) not in self._inside:
                shown = "/".join(path)
                raise InputError(Sentence("there is no subcircuit {id!r}", id=shown), [shown])
            number = self._inside[number, id]
        start, part = self._scopes[number].start, self._scopes[number].part
        return dict(zip(part.ids, self._signal[start : start + len(part.ids)], strict=True))

    @cached_property
    def _inside(self) -> Mapping[tuple[int, str], int]:
        return {(scope.parent, scope.id): k for k, scope in enumerate(self._scopes)}

    def _find_path(self, path: Path) -> list[int]:
        number = 0
        for id in path[:-1]:
            found = self._inside.get((number, id))
            if found is None:
                return []
            number = found
        scope = self._scopes[number]
        return [scope.start + scope.part.where[path[-1]]] if path and path[-1] in scope.part.where else []

    def _find_printed(self, name: str) -> list[int]:
        words = name.split("/")
        found: list[int] = []
        todo = [(0, 0)]  # (scope, words used)
        while todo:
            number, used = todo.pop()
            scope = self._scopes[number]
            rest = "/".join(words[used:])
            if rest in scope.part.where:
                found.append(scope.start + scope.part.where[rest])
            for end in range(used + 1, len(words)):
                child = self._inside.get((number, "/".join(words[used:end])))
                if child is not None:
                    todo.append((child, end))
        return found


_SILENT = Kind("silence", "Silence", "always 0", "constant", 0, True)


def _parts(contents: Contents, largest: int) -> dict[str, _Part]:
    """Every body that is in use, ready to be unfolded; the circuit's own has the name "".

    Sizes are added up before anything is unfolded: definitions can unfold exponentially.
    """
    weight = unfolded_size(contents)
    if weight > largest:
        raise TooLargeError(
            Sentence(
                "unfolded, the circuit has {count} nodes, more than the limit of {largest:,}; "
                "use fewer nested instances, or raise the limit (compile(..., largest=...))",
                count=f"{weight:,}" if weight < 10**18 else Sentence("more than 10**18"),
                largest=largest,
            )
        )
    bodies = {definition.name: definition.body for definition in contents.definitions}
    parts: dict[str, _Part] = {}
    todo = [("", contents.body)]
    while todo:
        name, body = todo[-1]
        missing = [of for of in _uses(body) if of not in parts]
        if missing:
            todo += [(of, bodies[of]) for of in dict.fromkeys(missing)]
            continue
        todo.pop()
        if name not in parts:
            parts[name] = _part(body, parts)
    return parts


def unfolded_size(contents: Contents) -> int:
    """How many nodes and instances unfolding makes, counted without unfolding: definitions can grow exponentially."""
    definitions = {definition.name: definition for definition in contents.definitions}
    rules.check_definitions(definitions)
    sizes: dict[str, int] = {}
    todo = [("", contents.body)]
    while todo:
        name, body = todo[-1]
        used = _uses(body)
        missing = [of for of in used if of not in sizes]
        if missing:
            todo += [(of, definitions[of].body) for of in dict.fromkeys(missing)]
            continue
        todo.pop()
        sizes[name] = len(body.nodes) + sum(sizes[of] for of in used)
    return sizes[""]


def _uses(body: Body) -> list[str]:
    return [node.parameters["of"] for node in body.nodes if node.kind == "subcircuit"]


def _part(body: Body, parts: Mapping[str, _Part]) -> _Part:
    own = [node for node in body.nodes if KINDS[node.kind].role != "instance"]
    where = {node.id: k for k, node in enumerate(own)}
    children: list[tuple[str, str, int]] = []
    starts: dict[str, tuple[int, _Part]] = {}
    size = len(own)
    for node in body.nodes:
        if node.kind == "subcircuit":
            of = node.parameters["of"]
            children.append((node.id, of, size))
            starts[node.id] = size, parts[of]
            size += parts[of].size
    sources: list[list[int]] = [[] for _ in own]
    edges: list[list[Edge]] = [[] for _ in own]
    feeds: list[tuple[int, int]] = []
    for edge in body.edges:
        if edge.from_port is None:
            source = where[edge.source]
        else:
            start, part = starts[edge.source]
            source = start + part.where[edge.from_port]
        if edge.to_port is None:
            sources[where[edge.target]].append(source)
            edges[where[edge.target]].append(edge)
        else:
            start, part = starts[edge.target]
            feeds.append((start + part.where[edge.to_port], source))
    return _Part(
        tuple(node.id for node in own),
        tuple(KINDS[node.kind] for node in own),
        tuple(node.parameters for node in own),
        tuple(map(tuple, sources)),
        tuple(map(tuple, edges)),
        tuple(children),
        tuple(feeds),
        where,
        size,
    )
