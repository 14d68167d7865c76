"""A circuit of neurons as a net of gates, with its hierarchy; and the hierarchy taken out of a net.

Names come back as they were: the neuron `NAME~` of an output NAME drives the net NAME again. In unit-delay timing
every gate has a flip-flop behind it, since that is what the model says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from circuitsim.errors import RunError, TooLargeError, quoted
from circuitsim.kinds import KINDS
from circuitsim.netlist.netlist import INNER, Design, Gate, Instance, Latch, Module, Port
from circuitsim.netlist.thresholds import threshold_net
from circuitsim.records import Body, Contents, Edge, Node
from circuitsim.sentences import Sentence
from circuitsim.store import Store

WIDEST_TABLE = 10
"""Up to how many sources a TLU whose float64 sums may be rounded is written as a table."""
LARGEST = 20_000_000


def design_of(circuit: Store | Contents) -> Design:
    """The net of gates that computes what a circuit does.

    Raises
    ------
    RunError
        For a node whose value is not a bit: a real input, a step of sign, a delay that starts at other than 0 and 1.
    """
    contents = circuit.contents()
    delayed = contents.head.timing == "unit-delay"
    bodies: dict[str, Body] = {"": contents.body}
    bodies.update((definition.name, definition.body) for definition in contents.definitions)
    names = {of: _output_names(body) for of, body in bodies.items()}
    modules = {}
    for of, body in bodies.items():
        modules[of] = _Lowering(of, body, names, delayed).module()
    return Design(modules, contents.head.name, contents.head.description)


def _output_names(body: Body) -> dict[str, str]:
    """What each output is called outside: the names that a reader gave way with are taken back."""
    inputs = set(body.ports("input"))
    outputs = set(body.ports("output"))
    return {
        id: id.removesuffix("~out")
        if id.endswith("~out") and id.removesuffix("~out") in inputs and id.removesuffix("~out") not in outputs
        else id
        for id in body.ports("output")
    }


class _Lowering:
    """Makes the module of one body."""

    def __init__(self, name: str, body: Body, names: Mapping[str, Mapping[str, str]], delayed: bool) -> None:
        self._body, self._names, self._delayed = body, names, delayed
        self._where = Sentence("in definition {name}, ", name=quoted(name)) if name else Sentence.of("")
        self._made = Module(name)
        self._arrivals: dict[str, list[Edge]] = {node.id: [] for node in body.nodes}
        for edge in body.edges:
            self._arrivals[edge.target].append(edge)
        self._inverses: dict[str, str] = {}
        self._count = 0
        self._emitted = ""
        self._net = ""
        self._taken = {node.id for node in body.nodes if node.kind != "output"}
        self._nets = self._name_nets()
        self._silence: str | None = None

    def _name_nets(self) -> dict[str, str]:
        """The net of every node; that of an output's own driver has the output's name."""
        nets = {node.id: node.id for node in self._body.nodes if node.kind != "output"}
        kinds = {node.id: node.kind for node in self._body.nodes}
        for node in self._body.nodes:
            if node.kind == "output" and node.id not in self._taken:
                for edge in self._arrivals[node.id]:
                    own = edge.source == f"{node.id}~" and kinds[edge.source] not in ("input", "subcircuit")
                    if own:
                        nets[edge.source] = node.id
                        self._taken.add(node.id)
        return nets

    def module(self) -> Module:
        """The gates, flip-flops and instances."""
        made = self._made
        for node in self._body.nodes:
            self._net = net = self._nets.get(node.id, "")
            if node.kind == "input":
                if node.parameters["domain"] != "binary":
                    raise self._refuse(node, Sentence("takes any number"))
                made.inputs.append(Port(node.id, net))
            elif node.kind == "output":
                made.outputs.append(Port(self._names[made.name][node.id], self._source(node)))
            elif node.kind == "bias":
                made.gates.append(Gate("ONE", net, ()))
            elif node.kind == "delay":
                initial = node.parameters["initial"]
                if initial not in (0, 1):
                    raise self._refuse(node, Sentence("starts at {value}", value=initial))
                made.latches.append(Latch(net, self._source(node), int(initial)))
            elif node.kind == "subcircuit":
                self._instance(node)
            else:
                self._gate(node, net)
        return made

    def _refuse(self, node: Node, why: Sentence) -> RunError:
        said = Sentence(
            "{where}{kind} {id!r} {why}; a netlist of gates knows 0 and 1 alone",
            where=self._where, kind=Sentence.word(node.kind), id=node.id, why=why,
        )  # fmt: skip
        return RunError(said, [node.id])

    def _end(self, edge: Edge) -> str:
        if edge.from_port is None:
            return self._nets[edge.source]
        return self._port_net(edge.source, edge.from_port)

    def _port_net(self, id: str, port: str) -> str:
        return f"{INNER}{id}/{port}"

    def _source(self, node: Node) -> str:
        for edge in self._arrivals[node.id]:
            return self._end(edge)
        return self._nothing()

    def _nothing(self) -> str:
        if self._silence is None:
            self._silence = f"{INNER}zero"
            self._made.gates.append(Gate("ZERO", self._silence, ()))
        return self._silence

    def _instance(self, node: Node) -> None:
        of = node.parameters["of"]
        inputs = {edge.to_port: self._end(edge) for edge in self._arrivals[node.id]}
        outputs = {name: self._port_net(node.id, id) for id, name in self._names[of].items()}
        self._made.instances.append(Instance(node.id, of, inputs, outputs))  # type: ignore[arg-type]

    # Gates

    def _gate(self, node: Node, net: str) -> None:
        edges = self._arrivals[node.id]
        kind = KINDS[node.kind]
        if kind.signed is not None and kind.signed(node.parameters):
            raise self._refuse(node, Sentence("can give -1"))
        assert kind.threshold is not None
        form = kind.threshold(node.parameters, edges)
        if form is None:
            found = self._table(node, edges)
        else:
            weights: dict[str, int] = {}
            for edge, weight in zip(edges, form.weights, strict=True):
                source = self._end(edge)
                weights[source] = weights.get(source, 0) + weight
            found = threshold_net(weights, form.threshold, self._emit, self._inverted)
        self._name(found, net)

    def _name(self, found: str, net: str) -> None:
        """Give the last gate of a node the node's name."""
        last = self._made.gates[-1] if self._made.gates else None
        goal = f"{INNER}{net}~next" if self._delayed else net
        if last is not None and last.net == found == self._emitted:
            self._made.gates[-1] = last._replace(net=goal)
        else:
            self._made.gates.append(Gate("BUF", goal, (found,)))
        if self._delayed:
            self._made.latches.append(Latch(net, goal, 0))

    def _emit(self, operator: str, sources: Sequence[str]) -> str:
        self._count += 1
        self._emitted = net = f"{INNER}{self._net}~{self._count}"
        self._made.gates.append(Gate(operator, net, tuple(sources)))
        return net

    def _inverted(self, source: str) -> str:
        if source not in self._inverses:
            net = f"{INNER}{source.strip()}~not"
            self._made.gates.append(Gate("NOT", net, (source,)))
            self._inverses[source] = net
        return self._inverses[source]

    def _table(self, node: Node, edges: list[Edge]) -> str:
        """A TLU by its truth table, since its sums may be rounded."""
        sources = list(dict.fromkeys(self._end(edge) for edge in edges))
        if len(sources) > WIDEST_TABLE:
            why = Sentence(
                "adds up more than {most} weights of so different sizes that sums are rounded", most=WIDEST_TABLE
            )
            raise self._refuse(node, why)
        fire = KINDS[node.kind].fire
        assert fire is not None
        terms = []
        for point in product((0, 1), repeat=len(sources)):
            values = dict(zip(sources, point, strict=True))
            if fire(node.parameters, [(values[self._end(edge)], edge) for edge in edges]):
                literals = [s if value else self._inverted(s) for s, value in values.items()]
                terms.append(self._emit("AND" if literals else "ONE", literals))
        return self._emit("OR" if terms else "ZERO", terms)


def flat(design: Design) -> Module:
    """The whole as one module: what is inside an instance is called `instance/name`.

    Raises
    ------
    TooLargeError
        Where it unfolds to more than 20 million gates.
    """
    top = design.top
    made = Module(top.name, top.inputs, top.outputs)
    zero: str | None = None
    count = 0
    todo: list[tuple[Module, str, dict[str, str]]] = [(top, "", {port.net: port.net for port in top.inputs})]
    while todo:
        module, path, nets = todo.pop()
        count += len(module.gates) + len(module.latches) + len(module.instances)
        if count > LARGEST:
            raise TooLargeError(Sentence("unfolds to more than {most:,} gates", most=LARGEST))

        def at(net: str, path: str = path, nets: dict[str, str] = nets) -> str:
            found = nets.get(net)
            if found is None:
                inner = net.startswith(INNER)
                found = nets[net] = net if not path else f"{INNER if inner else ''}{path}{net.strip()}"
            return found

        for instance in module.instances:
            inside = design.modules[instance.of]
            child: dict[str, str] = {}
            for port in inside.inputs:
                if port.name in instance.inputs:
                    child[port.net] = at(instance.inputs[port.name])
                else:
                    zero = zero or f"{INNER}zero~"
                    child[port.net] = zero
            for port in inside.outputs:
                if port.name in instance.outputs and port.net not in child:
                    child[port.net] = at(instance.outputs[port.name])
                elif port.name in instance.outputs:  # a net with two names, or a way through
                    made.gates.append(Gate("BUF", at(instance.outputs[port.name]), (child[port.net],)))
            todo.append((inside, f"{path}{instance.name}/", child))
        made.gates += [
            Gate(gate.operator, at(gate.net), tuple(map(at, gate.sources)), gate.line, gate.rows, gate.on)
            for gate in module.gates
        ]
        made.latches += [Latch(at(latch.net), at(latch.source), latch.initial) for latch in module.latches]
    if zero is not None:
        made.gates.append(Gate("ZERO", zero, ()))
    return made
