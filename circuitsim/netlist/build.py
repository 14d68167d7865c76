"""A net of gates as a circuit of neurons: names kept, flip-flops as delays, modules as definitions.

An output keeps its name; the node that drives a net of the same name is `NAME~`; where an input is an output too, the
output is `NAME~out`. The other neurons of a gate are `NET~1`, `NET~2`, ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from circuitsim import rules
from circuitsim.errors import EditError, quoted
from circuitsim.netlist.netlist import INNER, Design, Gate, Instance, Module, Reading
from circuitsim.netlist.neurons import neurons
from circuitsim.records import Body, Contents, Definition, Edge, Head, Node, Test
from circuitsim.sentences import Sentence, message_of
from circuitsim.store import Store

S = TypeVar("S", bound=Store)
_PLAIN: Mapping[str, object] = {}
_INPUT: Mapping[str, object] = {"domain": "binary", "drive": None}


def circuit_of(design: Design, reading: Reading, make: type[S]) -> S:
    """The circuit of a design.

    Raises
    ------
    InvalidFileError
        For a net with two drivers, a port that is not there, or a module that contains itself.
    """
    used = _used(design)
    ports = {name: _Ports(design.modules[name]) for name in used}
    bodies = {}
    for name in used:
        bodies[name] = _Builder(design.modules[name], ports, reading).body()
    top = design.top
    definitions = [Definition(name, k, body) for k, (name, body) in enumerate(bodies.items()) if name != top.name]
    _check_cycles(design, used, reading)
    reading.check()
    body = bodies[top.name]
    rank = len(body.nodes) + len(body.edges)
    tests = [
        Test(rank + k, found.name, found.inputs, tuple(ports[top.name].outputs[name] for name in found.outputs),
             found.rows, found.clocked)
        for k, found in enumerate(design.tests)
    ]  # fmt: skip
    reading.end()
    head = Head(design.name or top.name, design.description)
    return make.from_contents(Contents(head, body, tests=tuple(tests), definitions=tuple(definitions)))


def _used(design: Design) -> list[str]:
    """The modules that the whole is made of, itself first."""
    found = {design.top.name: None}
    todo = [design.top]
    while todo:
        for instance in todo.pop().instances:
            if instance.of not in found and instance.of in design.modules:
                found[instance.of] = None
                todo.append(design.modules[instance.of])
    return list(found)


def _check_cycles(design: Design, used: list[str], reading: Reading) -> None:
    """Whether a module contains itself."""
    shells = {}
    for name in used:
        inside = [instance.of for instance in design.modules[name].instances if instance.of in design.modules]
        nodes = (Node(str(k), "subcircuit", k, {"of": of}) for k, of in enumerate(inside))
        shells[name] = Definition(name, 0, Body(tuple(nodes), (), {}))
    try:
        rules.check_definitions(shells)
    except EditError as error:
        reading.problem(0, Sentence.of(message_of(error)))


class _Ports:
    """The ids of a module's ports, by name."""

    def __init__(self, module: Module) -> None:
        taken: set[str] = set()
        self.inputs = {port.name: _fresh(port.name, taken) for port in module.inputs}
        self.outputs: dict[str, str] = {}
        for port in module.outputs:
            name = port.name if port.name not in taken else f"{port.name}~out"
            self.outputs.setdefault(port.name, _fresh(name, taken))
        self.taken = taken


def _fresh(name: str, taken: set[str]) -> str:
    """An id like the name that no other node has."""
    name = name.strip()
    if not name.isprintable() or " " in name or not name:
        name = "".join(sign if sign.isprintable() and sign != " " else "_" for sign in name) or "_"
    while name in taken:
        name += "~"
    taken.add(name)
    return name


End = str | tuple[str, str]
"""Where a net comes from: a node, or a port of an instance."""


class _Builder:
    """Makes the records of one module."""

    def __init__(self, module: Module, ports: Mapping[str, _Ports], reading: Reading) -> None:
        self._module, self._ports, self._reading = module, ports, reading
        self._own = ports[module.name]
        self._taken = set(self._own.taken)
        self._nodes: list[Node] = []
        self._lines: list[tuple[End, str, str | None, int | None, str | None]] = []
        self._ends: dict[str, End] = {}
        self._instances: list[tuple[str, Instance]] = []

    def body(self) -> Body:
        """The nodes and edges."""
        module, add = self._module, self._lines.append
        self._name_drivers()
        silent = self._undriven()
        for port in module.inputs:
            self._add(self._own.inputs[port.name], "input", _INPUT)
        self._add_gates([*module.gates, *silent])
        for latch in module.latches:
            self._add(self._id(latch.net), "delay", {"initial": float(latch.initial)})
            add((self._ends[latch.source], self._id(latch.net), None, None, None))
        for id, instance in self._instances:
            self._add(id, "subcircuit", {"of": instance.of})
            inputs = self._ports[instance.of].inputs
            for formal, net in instance.inputs.items():
                if formal in inputs:
                    add((self._ends[net], id, None, None, inputs[formal]))
        for id, net in {self._own.outputs[port.name]: port.net for port in module.outputs}.items():
            self._add(id, "output", _PLAIN)
            add((self._ends[net], id, None, None, None))
        return Body(tuple(self._nodes), self._edges(), {})

    def _id(self, net: str) -> str:
        end = self._ends[net]
        assert isinstance(end, str)
        return end

    def _add(self, id: str, kind: str, parameters: Mapping[str, object]) -> None:
        self._nodes.append(Node(id, kind, len(self._nodes), parameters))

    def _name_drivers(self) -> None:
        module, ends, taken = self._module, self._ends, self._taken
        lines: dict[str, int] = {}

        def drive(net: str, line: int, end: End | None = None) -> None:
            if net in ends:
                self._twice(net, line, lines[net])
            else:
                ends[net] = _fresh(net, taken) if end is None else end
                lines[net] = line

        for port in module.inputs:
            drive(port.net, port.line, self._own.inputs[port.name])
        inner = [gate for gate in module.gates if gate.net.startswith(INNER)]
        for gate in module.gates:
            if not gate.net.startswith(INNER):
                drive(gate.net, gate.line)
        for latch in module.latches:
            drive(latch.net, latch.line)
        for instance in module.instances:
            self._name_instance(instance, drive)
        for gate in inner:  # last, so that they take no name of the file
            drive(gate.net, gate.line)

    def _name_instance(self, instance: Instance, drive: Callable[[str, int, End | None], None]) -> None:
        reading = self._reading
        own = self._ports.get(instance.of)
        if own is None:
            said = Sentence("{what} is no model of this file; what it drives is 0", what=quoted(instance.of))
            reading.left_out(instance.line, said)
            return
        id = _fresh(instance.name, self._taken)
        self._instances.append((id, instance))
        for formal in (*instance.inputs, *instance.outputs):
            if formal not in own.inputs and formal not in own.outputs:
                said = Sentence("{what} has no port {port}", what=quoted(instance.of), port=quoted(formal))
                reading.problem(instance.line, said)
        for formal, net in instance.outputs.items():
            if formal in own.outputs:
                drive(net, instance.line, (id, own.outputs[formal]))

    def _twice(self, net: str, line: int, first: int) -> None:
        if line and first:
            said = Sentence(
                "net {net} is driven twice; the first time in line {line}", net=quoted(net.strip()), line=first
            )
        else:
            said = Sentence("net {net} is driven twice", net=quoted(net.strip()))
        self._reading.problem(line, said)

    def _undriven(self) -> list[Gate]:
        """A constant 0 for every net that is read and has no driver."""
        module, ends, made = self._module, self._ends, []

        def read(net: str, line: int) -> None:
            if net not in ends:
                said = Sentence("net {net} has no driver; it is taken as 0", net=quoted(net.strip()))
                self._reading.left_out(line, said)
                ends[net] = _fresh(net, self._taken)
                made.append(Gate("ZERO", net, ()))

        for gate in module.gates:
            for net in gate.sources:
                if net not in ends:
                    read(net, gate.line)
        for latch in module.latches:
            read(latch.source, latch.line)
        for instance in module.instances:
            for net in instance.inputs.values():
                read(net, instance.line)
        for port in module.outputs:
            read(port.net, port.line)
        return made

    def _add_gates(self, gates: Iterable[Gate]) -> None:
        nodes, add, ends = self._nodes, self._lines.append, self._ends
        shared: dict[tuple[int, str], dict[str, object]] = {}
        for operator, net, sources, _, rows, on in gates:
            last = ends[net]
            assert isinstance(last, str)
            if operator == "ONE":
                self._add(last, "bias", _PLAIN)
                continue
            made = neurons(operator, len(sources), rows, on)
            arrivals = [ends[source] for source in sources]
            if len(made) > 1:
                arrivals += [_fresh(f"{net}~{k}", self._taken) for k in range(1, len(made))]
            targets = [*arrivals[len(sources) :], last]
            for id, (threshold, inhibition, synapses) in zip(targets, made, strict=True):
                parameters = shared.get((threshold, inhibition))
                if parameters is None:
                    parameters = shared[threshold, inhibition] = {"threshold": threshold, "inhibition": inhibition}
                nodes.append(Node(id, "neuron", len(nodes), parameters))  # type: ignore[arg-type]
                for source, weight in synapses:
                    if weight > 0:
                        add((arrivals[source], id, "excitatory", weight, None))  # type: ignore[arg-type]
                    else:
                        add((arrivals[source], id, "inhibitory", -weight, None))  # type: ignore[arg-type]

    def _edges(self) -> tuple[Edge, ...]:
        first = len(self._nodes)
        return tuple(
            [
                Edge(key, end, target, kind, count, None, None, port)
                if isinstance(end, str)
                else Edge(key, end[0], target, kind, count, None, end[1], port)
                for key, (end, target, kind, count, port) in enumerate(self._lines, first)
            ]
        )
