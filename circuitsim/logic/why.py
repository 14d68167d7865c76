"""Why a node has its value: one sentence whose parts can be followed back to their causes.

The sentence is made from the role and the synapses that the table of kinds gives, and adds up just
what the firing rule adds up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from circuitsim.engine.net import Net, Path
from circuitsim.errors import InputError, UnknownNameError
from circuitsim.kinds import KINDS, active
from circuitsim.records import Body, Edge, Node
from circuitsim.sentences import Sentence
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


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for a value.

    Attributes
    ----------
    sentence : Sentence
        In whatever language it is said, its parts are words and causes.
    """

    path: Path
    tick: int
    value: float | None
    sentence: Sentence

    def __str__(self) -> str:
        return str(self.sentence)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The nodes that the sentence names."""
        return tuple(part for part in self.sentence.parts() if isinstance(part, Cause))


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
        return Why(path, tick, None, _instance(scene, path, node))
    sentence = _GATES[kind.synapse] if kind.role == "gate" else _ROLES[kind.role]
    return Why(path, tick, float(now[net.find(path)]), sentence(scene, path, node))


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


def _given(scene: _Scene, path: Path, node: Node) -> Sentence:
    if len(path) > 1:
        return _passed(scene, path, node)
    value = _number(scene.now[scene.net.find(path)])
    drive = node.parameters["drive"]
    if drive is None or drive.symbol(scene.tick) != scene.now[scene.net.find(path)]:
        return Sentence("is given {value} from outside", value=value)
    pattern = drive.pattern if len(drive.pattern) <= 32 else drive.pattern[:29] + "..."
    plays = Sentence(
        "plays {value} at tick {tick}, from its sequence {pattern}", value=value, tick=scene.tick, pattern=pattern
    )
    return Sentence("{plays}, repeated", plays=plays) if drive.repeat else plays


def _constant(scene: _Scene, path: Path, node: Node) -> Sentence:
    return Sentence("is always 1")


def _passed(scene: _Scene, path: Path, node: Node) -> Sentence:
    """An output, or an input of a subcircuit: its one source, unchanged."""
    sources = scene.incoming(path)
    if not sources:
        return Sentence("is 0: nothing is connected to it")
    cause = scene.seen(sources[0][1])
    return Sentence("is {value}, as {cause} is", value=_number(cause.value), cause=cause)


def _stored(scene: _Scene, path: Path, node: Node) -> Sentence:
    if scene.tick == 0:
        return Sentence("is {value} at tick 0, its initial value", value=_number(node.parameters["initial"]))
    sources = scene.incoming(path)
    if not sources:
        return Sentence("is 0: nothing is connected to it")
    cause = scene.seen(sources[0][1], earlier=True)
    return Sentence(
        "is {value}, as {cause} was {value} at tick {tick}",
        value=_number(cause.value),
        cause=cause,
        tick=cause.tick,
    )


def _instance(scene: _Scene, path: Path, node: Node) -> Sentence:
    of = node.parameters["of"]
    causes = [scene.seen((*path, name)) for name in scene.circuit.definitions[of].body.ports("output")]
    if not causes:
        return Sentence("is a {definition}; it gives nothing, as it has no outputs", definition=of)
    parts = [part for cause in causes for part in (", ", cause, f" = {_number(cause.value)}")]
    return Sentence("is a {definition}; it gives {values}", definition=of, values=Sentence.of(*parts[1:]))


_ROLES = {"given": _given, "constant": _constant, "wire": _passed, "store": _stored}


# Gates


def _counted(scene: _Scene, path: Path, node: Node) -> Sentence:
    """A neuron: its active excitatory synapses against the threshold, and what inhibits it."""
    if _has_not_begun(scene):
        return _silent_start()
    arrivals = _arrivals(scene, path)
    excite = [a for a in arrivals if a.edge.kind == "excitatory"]
    inhibit = [a for a in arrivals if a.edge.kind == "inhibitory"]
    relative = node.parameters["inhibition"] == "relative"
    terms = [(a, 1) for a in excite] + [(a, -1) for a in inhibit if relative]
    total = sum(sign * a.count for a, sign in terms if active(a.cause.value))
    threshold = node.parameters["threshold"]
    parts = _sum_of_synapses(terms)
    if sum(1 for a, _ in terms if active(a.cause.value)) > 1:
        parts.append(f" = {total}")
    enough = total >= threshold
    said = Sentence.of(*parts, f" {'>=' if enough else '<'} {threshold}")
    vetoes = [a for a in inhibit if active(a.cause.value)] if not relative else []
    if vetoes:
        said = _vetoed(said, vetoes)
    elif inhibit and not relative:
        said = Sentence("{sum}, no inhibitor active", sum=said)
    fires = enough and not vetoes
    return _when(scene, Sentence("{why}: fires", why=said) if fires else Sentence("{why}: silent", why=said))


def _sum_of_synapses(terms: Sequence[tuple[_Arrival, int]]) -> list[object]:
    if not terms:
        return [Sentence("0 (no synapse)")]
    shown = list(terms)
    if len(shown) > MOST_TERMS:
        shown = [(a, sign) for a, sign in terms if active(a.cause.value)][:MOST_TERMS]
    parts: list[object] = []
    for k, (arrival, sign) in enumerate(shown):
        parts.append(("" if sign > 0 else "-") if k == 0 else (" + " if sign > 0 else " - "))
        parts.append(_term(arrival))
    hidden = [(a, sign) for a, sign in terms if (a, sign) not in shown] if len(shown) < len(terms) else []
    if hidden:
        rest = sum(sign * a.count for a, sign in hidden if active(a.cause.value))
        parts.append(" + " if shown else "")
        parts.append(Sentence("{value} ({count} other sources)", value=rest, count=len(hidden)))
    return parts


def _term(arrival: _Arrival) -> Sentence:
    value = arrival.count if active(arrival.cause.value) else 0
    if arrival.count == 1:
        return Sentence.of(value, " (", arrival.cause, ")")
    if arrival.count == 2:
        return Sentence("{value} ({cause} twice)", value=value, cause=arrival.cause)
    return Sentence("{value} ({cause} {count} times)", value=value, cause=arrival.cause, count=arrival.count)


def _vetoed(said: Sentence, vetoes: Sequence[_Arrival]) -> Sentence:
    if len(vetoes) == 1:
        return Sentence("{sum}, but {cause} inhibits", sum=said, cause=vetoes[0].cause)
    *named, last = [arrival.cause for arrival in vetoes[:MOST_TERMS]]
    first = Sentence.of(*[part for cause in named for part in (", ", cause)][1:])
    causes = Sentence("{first} and {last}", first=first, last=last)
    if len(vetoes) > MOST_TERMS:
        causes = Sentence("{names} and {count} more", names=causes, count=len(vetoes) - MOST_TERMS)
    return Sentence("{sum}, but {causes} inhibit", sum=said, causes=causes)


def _weighted(scene: _Scene, path: Path, node: Node) -> Sentence:
    """A TLU: weights times values, and the bias last, in the order in which they are added."""
    if _has_not_begun(scene):
        return _silent_start()
    earlier = scene.net.timing == "unit-delay"
    sources = scene.incoming(path)
    total: Any = 0.0
    parts: list[object] = []
    many = len(sources) > MOST_TERMS
    shown = 0
    for edge, source in sources:
        cause = scene.seen(source, earlier=earlier)
        weight = edge.weight or 0.0
        total = total + weight * cause.value
        if many and (cause.value == 0 or shown == MOST_TERMS):
            continue
        parts += [_signed(weight, first=not shown), f" x {_number(cause.value)} (", cause, ")"]
        shown += 1
    if shown < len(sources):
        parts += [" + " if shown else "", Sentence("{count} other sources", count=len(sources) - shown)]
    bias = node.parameters["bias"]
    total = total + bias
    parts += [Sentence("{value} (bias)", value=_signed(bias, first=not sources)), f" = {_number(total)}"]
    return _when(scene, _step_verdict(node.parameters["step"], Sentence.of(*parts), total))


def _step_verdict(step: str, said: Sentence, total: float) -> Sentence:
    if step == "heaviside":
        said = Sentence.of(said, " >= 0" if total >= 0 else " < 0")
        return Sentence("{why}: fires", why=said) if total >= 0 else Sentence("{why}: silent", why=said)
    if total:
        said = Sentence.of(said, " > 0" if total > 0 else " < 0")
    return Sentence("{why}: gives {value}", why=said, value=(total > 0) - (total < 0))


_GATES = {"counted": _counted, "weighted": _weighted}


def _silent_start() -> Sentence:
    return Sentence("is 0 at tick 0: in unit-delay timing nothing has come in yet")


def _has_not_begun(scene: _Scene) -> bool:
    return scene.net.timing == "unit-delay" and scene.tick == 0


def _when(scene: _Scene, said: Sentence) -> Sentence:
    if scene.net.timing == "unit-delay":
        return Sentence("at tick {tick}: {why}", tick=scene.tick - 1, why=said)
    return said


def _arrivals(scene: _Scene, path: Path) -> list[_Arrival]:
    earlier = scene.net.timing == "unit-delay"
    groups: dict[tuple[Path, str | None], list[Edge]] = {}
    for edge, source in scene.incoming(path):
        groups.setdefault((source, edge.kind), []).append(edge)
    return [
        _Arrival(scene.seen(source, earlier=earlier), edges[0], sum(edge.count or 1 for edge in edges))
        for (source, _), edges in groups.items()
    ]


def _number(value: float) -> str:
    return f"{value:.6g}"


def _signed(value: float, *, first: bool) -> str:
    if first:
        return _number(value)
    return f" - {_number(-value)}" if value < 0 else f" + {_number(value)}"
