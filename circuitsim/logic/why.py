"""Why a node has its value: one sentence whose parts can be followed back to their causes.

The sentence is made from the role and the synapses that the table of kinds gives, and adds up just
what the firing rule adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from circuitsim.engine.net import Net, Path
from circuitsim.errors import InputError, UnknownNameError
from circuitsim.kinds import KINDS, active
from circuitsim.records import Body, Edge, Node
from circuitsim.store import Store

MOST_TERMS = 8
"""Sources that are named one by one; of more, those that were silent are only counted."""


@dataclass(frozen=True, slots=True)
class Cause:
    """A node that had a part in a value: where it stands, what its value was, and at which tick."""

    path: Path
    value: float
    tick: int

    def __str__(self) -> str:
        return "/".join(self.path)


Part = str | Cause


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for a value.

    Attributes
    ----------
    parts : tuple
        The sentence, its causes as `Cause` among the words.
    """

    path: Path
    tick: int
    value: float | None
    parts: tuple[Part, ...]

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The nodes that the sentence names."""
        return tuple(part for part in self.parts if isinstance(part, Cause))


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Synapses from one source, counted together."""

    cause: Cause
    edge: Edge
    count: int


@dataclass(frozen=True)
class _Scene:
    """What a sentence is made of: the circuit, and the values of this tick and of the one before."""

    circuit: Store
    net: Net
    tick: int
    now: Sequence[float]
    before: Sequence[float] | None

    def seen(self, path: Path, *, earlier: bool = False) -> Cause:
        """A node as a cause, now or a tick ago."""
        values = self.before if earlier and self.before is not None else self.now
        return Cause(path, float(values[self.net.find(path)]), self.tick - earlier)

    def body(self, scope: Path) -> Body | Store:
        """The circuit, or the definition that the instance at a path is made of."""
        at: Body | Store = self.circuit
        for id in scope:
            of = _node(at, id).parameters.get("of")
            if of is None:
                raise UnknownNameError(f"{'/'.join(scope)!r} is not a subcircuit", ["/".join(scope)])
            at = self.circuit.definitions[of].body
        return at

    def incoming(self, path: Path) -> list[tuple[Edge, Path]]:
        """The edges into a node or, for an input of a subcircuit, into its port; each with its source."""
        scope, id, port = path[:-1], path[-1], None
        if scope and _node(self.body(scope), id).kind == "input":
            scope, id, port = scope[:-1], scope[-1], id
        found = [edge for edge in _incoming(self.body(scope), id) if edge.to_port == port]
        ends = [(e.source,) if e.from_port is None else (e.source, e.from_port) for e in found]
        return [(edge, scope + end) for edge, end in zip(found, ends, strict=True)]


def explain(
    circuit: Store,
    net: Net,
    path: Path,
    tick: int,
    now: Sequence[float],
    before: Sequence[float] | None = None,
) -> Why:
    """Why a node has its value.

    Parameters
    ----------
    net : Net
        The unfolded circuit, such as `Simulator(circuit).net`.
    path : tuple of str
        The node: `("both",)`, or inside subcircuits `("fa0", "both")`.
    tick : int
        The tick that is explained.
    now, before : sequence of float
        The value of every signal at that tick and at the one before (`Simulator.look`). `before` is
        read by what takes a tick: delays and, in unit-delay timing, gates. At tick 0 there is none.

    Examples
    --------
    >>> import circuitsim as cs
    >>> c = cs.Circuit()
    >>> for name in ("a", "b"):
    ...     _ = c.add_input(name)
    >>> _ = c.add_neuron("n", threshold=2), c.connect("a", "n", count=2), c.connect("b", "n")
    >>> sim = cs.Simulator(c)
    >>> str(explain(c, sim.net, ("n",), 0, sim.look(a=1)))
    '2 (a twice) + 0 (b) >= 2: fires'
    """
    scene = _Scene(circuit, net, tick, now, before)
    if tick > 0 and before is None and _takes_a_tick(scene, path):
        raise InputError(f"to explain {'/'.join(path)!r} at tick {tick}, give the values of the tick before")
    node = _node(scene.body(path[:-1]), path[-1])
    kind = KINDS[node.kind]
    if kind.role == "instance":
        return Why(path, tick, None, tuple(_instance(scene, path, node)))
    sentence = _GATES[kind.synapse] if kind.role == "gate" else _ROLES[kind.role]
    return Why(path, tick, float(now[net.find(path)]), tuple(sentence(scene, path, node)))


def _takes_a_tick(scene: _Scene, path: Path) -> bool:
    role = KINDS[_node(scene.body(path[:-1]), path[-1]).kind].role
    return role == "store" or (role == "gate" and scene.net.timing == "unit-delay")


def _node(body: Body | Store, id: str) -> Node:
    if isinstance(body, Store):
        return body.node(id)
    for node in body.nodes:
        if node.id == id:
            return node
    raise UnknownNameError(f"there is no node {id!r} in this definition", [id])


def _incoming(body: Body | Store, id: str) -> list[Edge]:
    return body.incoming(id) if isinstance(body, Store) else [edge for edge in body.edges if edge.target == id]


# What is not a gate


def _given(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    if len(path) > 1:
        yield from _passed(scene, path, node)
        return
    value = _number(scene.now[scene.net.find(path)])
    drive = node.parameters["drive"]
    if drive is not None and drive.symbol(scene.tick) == scene.now[scene.net.find(path)]:
        shown = drive.pattern if len(drive.pattern) <= 32 else drive.pattern[:29] + "..."
        yield f"plays {value} at tick {scene.tick}, from its sequence {shown}{', repeated' if drive.repeat else ''}"
    else:
        yield f"is given {value} from outside"


def _constant(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    yield "is always 1"


def _passed(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    """An output, or an input of a subcircuit: its one source, unchanged."""
    sources = scene.incoming(path)
    if not sources:
        yield "is 0: nothing is connected to it"
        return
    cause = scene.seen(sources[0][1])
    yield f"is {_number(cause.value)}, as "
    yield cause
    yield " is"


def _stored(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    if scene.tick == 0:
        yield f"is {_number(node.parameters['initial'])} at tick 0, its initial value"
        return
    sources = scene.incoming(path)
    if not sources:
        yield "is 0: nothing is connected to it"
        return
    cause = scene.seen(sources[0][1], earlier=True)
    yield f"is {_number(cause.value)}, as "
    yield cause
    yield f" was {_number(cause.value)} at tick {cause.tick}"


def _instance(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    names = scene.circuit.definitions[node.parameters["of"]].body.ports("output")
    yield f"is a {node.parameters['of']}; it gives "
    for k, name in enumerate(names):
        cause = scene.seen((*path, name))
        yield ", " if k else ""
        yield cause
        yield f" = {_number(cause.value)}"
    if not names:
        yield "nothing, as it has no outputs"


_ROLES = {"given": _given, "constant": _constant, "wire": _passed, "store": _stored}


# Gates


def _counted(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    """A neuron: its active excitatory synapses against the threshold, and what inhibits it."""
    if _has_not_begun(scene):
        yield _SILENT_START
        return
    arrivals = _arrivals(scene, path)
    excite = [a for a in arrivals if a.edge.kind == "excitatory"]
    inhibit = [a for a in arrivals if a.edge.kind == "inhibitory"]
    relative = node.parameters["inhibition"] == "relative"
    terms = [(a, 1) for a in excite] + [(a, -1) for a in inhibit if relative]
    total = sum(sign * a.count for a, sign in terms if active(a.cause.value))
    threshold = node.parameters["threshold"]
    yield from _when(scene)
    yield from _sum_of_synapses(terms)
    if sum(1 for a, _ in terms if active(a.cause.value)) > 1:
        yield f" = {total}"
    yield f" {'>=' if total >= threshold else '<'} {threshold}"
    vetoes = [a for a in inhibit if active(a.cause.value)] if not relative else []
    if vetoes:
        yield ", but "
        yield from _named(vetoes)
        yield " inhibits" if len(vetoes) == 1 else " inhibit"
    elif inhibit and not relative:
        yield ", no inhibitor active"
    yield ": fires" if total >= threshold and not vetoes else ": silent"


def _sum_of_synapses(terms: Sequence[tuple[_Arrival, int]]) -> Iterator[Part]:
    if not terms:
        yield "0 (no synapse)"
    shown = list(terms)
    if len(shown) > MOST_TERMS:
        shown = [(a, sign) for a, sign in terms if active(a.cause.value)][:MOST_TERMS]
    for k, (arrival, sign) in enumerate(shown):
        yield ("" if sign > 0 else "-") if k == 0 else (" + " if sign > 0 else " - ")
        yield f"{arrival.count if active(arrival.cause.value) else 0} ("
        yield arrival.cause
        yield f"{_times(arrival.count)})"
    hidden = [(a, sign) for a, sign in terms if (a, sign) not in shown] if len(shown) < len(terms) else []
    if hidden:
        rest = sum(sign * a.count for a, sign in hidden if active(a.cause.value))
        yield f"{' + ' if shown else ''}{rest} ({len(hidden)} other sources)"


def _weighted(scene: _Scene, path: Path, node: Node) -> Iterator[Part]:
    """A TLU: weights times values, and the bias last, in the order in which they are added."""
    if _has_not_begun(scene):
        yield _SILENT_START
        return
    earlier = scene.net.timing == "unit-delay"
    sources = scene.incoming(path)
    total: Any = 0.0
    yield from _when(scene)
    many = len(sources) > MOST_TERMS
    shown = 0
    for edge, source in sources:
        cause = scene.seen(source, earlier=earlier)
        weight = edge.weight or 0.0
        total = total + weight * cause.value
        if many and (cause.value == 0 or shown == MOST_TERMS):
            continue
        yield _signed(weight, first=not shown)
        yield f" x {_number(cause.value)} ("
        yield cause
        yield ")"
        shown += 1
    if shown < len(sources):
        yield f"{' + ' if shown else ''}{len(sources) - shown} other sources"
    bias = node.parameters["bias"]
    total = total + bias
    yield f"{_signed(bias, first=not sources)} (bias) = {_number(total)}"
    yield from _step_verdict(node.parameters["step"], total)


def _step_verdict(step: str, total: float) -> Iterator[str]:
    if step == "heaviside":
        yield " >= 0: fires" if total >= 0 else " < 0: silent"
    elif total == 0:
        yield ": gives 0"
    else:
        yield " > 0: gives 1" if total > 0 else " < 0: gives -1"


_GATES = {"counted": _counted, "weighted": _weighted}
_SILENT_START = "is 0 at tick 0: in unit-delay timing nothing has come in yet"


def _has_not_begun(scene: _Scene) -> bool:
    return scene.net.timing == "unit-delay" and scene.tick == 0


def _when(scene: _Scene) -> Iterator[str]:
    if scene.net.timing == "unit-delay":
        yield f"at tick {scene.tick - 1}: "


def _arrivals(scene: _Scene, path: Path) -> list[_Arrival]:
    earlier = scene.net.timing == "unit-delay"
    groups: dict[tuple[Path, str | None], list[Edge]] = {}
    for edge, source in scene.incoming(path):
        groups.setdefault((source, edge.kind), []).append(edge)
    return [
        _Arrival(scene.seen(source, earlier=earlier), edges[0], sum(edge.count or 1 for edge in edges))
        for (source, _), edges in groups.items()
    ]


def _named(arrivals: Sequence[_Arrival]) -> Iterator[Part]:
    for k, arrival in enumerate(arrivals[:MOST_TERMS]):
        yield ("" if k == 0 else " and ") if k == len(arrivals[:MOST_TERMS]) - 1 else (", " if k else "")
        yield arrival.cause
    if len(arrivals) > MOST_TERMS:
        yield f" and {len(arrivals) - MOST_TERMS} more"


_WORDS: Mapping[int, str] = {1: "", 2: " twice"}


def _times(count: int) -> str:
    return _WORDS.get(count, f" {count} times")


def _number(value: float) -> str:
    return f"{value:.6g}"


def _signed(value: float, *, first: bool) -> str:
    if first:
        return _number(value)
    return f" - {_number(-value)}" if value < 0 else f" + {_number(value)}"
