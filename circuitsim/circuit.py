"""The document: what is drawn, edited and saved.

Every edit is checked and becomes one `Change` on the store below. Nothing here computes: the
engine reads `body()`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from circuitsim import rules
from circuitsim.errors import EditError, TakenNameError, UnknownNameError, name_some
from circuitsim.kinds import EDGE_PARAMETERS, KINDS, identifier, number, text
from circuitsim.records import (
    Body,
    Change,
    Definition,
    Edge,
    Layer,
    Node,
    Note,
    Place,
    Record,
    Row,
    Slot,
    Test,
)
from circuitsim.sentences import Sentence, message_of
from circuitsim.store import Store, checked


class Document(Store):
    """A circuit as a document; `circuitsim.Circuit` adds what computes.

    Examples
    --------
    >>> c = Document("and")
    >>> a, b, both = c.add_input("a"), c.add_input("b"), c.add_neuron("both", threshold=2)
    >>> first, second = c.connect(a, both), c.connect(b, both)
    >>> c.add_output("y", both)
    'y'
    >>> c.inputs, c.outputs, c.graph.number_of_edges("a", "both")
    (['a', 'b'], ['y'], 1)
    """

    # Edits

    def add(self, kind: str, id: str | None = None, *, label: str | None = None, at: Any = None, **given: Any) -> str:
        """Add a node of any kind of the table, and return its id (a fresh one where none is given).

        Parameters
        ----------
        kind : str
            A name from `circuitsim.kinds.KINDS`.
        label : str, optional
            The text to show instead of the id.
        at : (x, y), optional
            Where it is drawn.
        **given
            The kind's parameters.
        """
        rules.check_kind(kind, _raise("add"))
        id = self.fresh_id(kind) if id is None else self._free_id(id)
        parameters = rules.parse(KINDS[kind].parameters, given, rules.with_article(kind), _raise(id))
        if kind == "subcircuit":
            self._definition(parameters["of"])
        node = Node(id, kind, self._rank_up(), parameters, None if label is None else _text(label, "label"))
        after: dict[Slot, Record] = {("node", id): node}
        if at is not None:
            after["place", id] = _place(id, *_checked_pair(at, id))
        self.apply(Change({}, after))
        return id

    def add_input(self, id: str | None = None, *, domain: str = "binary", drive: Any = None, **more: Any) -> str:
        """Add an input. A `drive` plays a sequence: `{"pattern": "01", "repeat": True}` is a clock."""
        return self.add("input", id, domain=domain, drive=drive, **more)

    def add_bias(self, id: str | None = None, **more: Any) -> str:
        """Add a bias neuron, whose value is always 1."""
        return self.add("bias", id, **more)

    def add_neuron(self, id: str | None = None, threshold: int = 2, inhibition: str = "absolute", **more: Any) -> str:
        """Add a McCulloch-Pitts neuron (1943, eq. 1), which fires when `threshold` excitations arrive.

        `inhibition` is `"absolute"` (one active inhibitor vetoes) or `"relative"` (each takes one away).
        """
        return self.add("neuron", id, threshold=threshold, inhibition=inhibition, **more)

    def add_tlu(self, id: str | None = None, bias: float = 0.0, step: str = "heaviside", **more: Any) -> str:
        """Add a threshold logic unit: the step of the weighted sum plus `bias`.

        `step` is `"heaviside"` (0 or 1, and 1 at 0) or `"sign"` (-1, 0 or 1).
        """
        return self.add("tlu", id, bias=bias, step=step, **more)

    def add_delay(self, id: str | None = None, source: str | None = None, initial: float = 0, **more: Any) -> str:
        """Add a delay of one tick, which gives `initial` at tick 0."""
        return self._add_fed("delay", id, source, {"initial": initial, **more})

    def add_output(self, id: str | None = None, source: str | None = None, **more: Any) -> str:
        """Add an output, the named result of its one source (of port `from_port`, for a subcircuit)."""
        return self._add_fed("output", id, source, more)

    def add_subcircuit(self, id: str | None = None, *, of: str, **more: Any) -> str:
        """Add an instance of the definition `of`. Its ports are the definition's inputs and outputs."""
        return self.add("subcircuit", id, of=of, **more)

    def _add_fed(self, kind: str, id: str | None, source: str | None, given: dict[str, Any]) -> str:
        from_port = given.pop("from_port", None)
        with self.transaction():
            id = self.add(kind, id, **given)
            if source is not None:
                self.connect(source, id, from_port=from_port)
        return id

    def add_layer(
        self,
        name: str,
        inputs: Sequence[str],
        outputs: Sequence[str],
        *,
        bias: str | None = None,
        step: str = "heaviside",
        weight: float = 0.0,
    ) -> tuple[str, ...]:
        """Add a layer of TLUs, each connected to every input and to the bias neuron (Rosenblatt's figure).

        Parameters
        ----------
        name : str
            The layer's name, for training.
        inputs : sequence of str
            Ids of what feeds the layer; those that do not exist yet become inputs of domain "real".
        outputs : sequence of str
            Ids of the TLUs to add.
        bias : str, optional
            Id of the bias neuron, added where there is none; without it each TLU has a bias of its own.
        weight : float
            Every weight, until the layer is trained.

        Returns
        -------
        tuple of str
            The ids of the TLUs.
        """
        if name in self._tables["layer"]:
            raise TakenNameError(Sentence("there is a layer {name!r} already; choose another name", name=name))
        with self.transaction():
            for id in inputs:
                if id not in self._ids:
                    self.add_input(id, domain="real")
            if bias is not None and bias not in self._ids:
                self.add_bias(bias)
            for id in outputs:
                self.add_tlu(id, step=step)
                for source in (*inputs, *([bias] if bias is not None else [])):
                    self.connect(source, id, weight=weight)
            self.set_layer(name, outputs)
        return tuple(outputs)

    def connect(self, source: str, target: str, **given: Any) -> int:
        """Connect two nodes and return the edge's key.

        Parameters
        ----------
        kind : {"excitatory", "inhibitory"}, optional
            Into a neuron.
        count : int, optional
            Parallel synapses into a neuron; calling again adds another edge, which means the same.
        weight : float, optional
            Into a TLU.
        from_port, to_port : str, optional
            The port, where an end is a subcircuit.
        """
        ends = self.node(source), self.node(target)
        given = {name: value for name, value in given.items() if value is not None}
        edge = rules.join(
            self._rank_up(), *ends, given, self.ports,
            self.occupied,
            _raise(Sentence("{source!r} to {target!r}", source=source, target=target), nodes=(source, target)),
        )  # fmt: skip
        self.apply(Change({}, {("edge", edge.key): edge}))
        return edge.key

    def inhibit(self, source: str, target: str, count: int = 1, **more: Any) -> int:
        """Connect two nodes by inhibitory synapses, and return the edge's key."""
        return self.connect(source, target, kind="inhibitory", count=count, **more)

    def disconnect(self, key: int) -> None:
        """Remove an edge."""
        self.apply(Change({("edge", key): self.edge(key)}, {}))

    def remove(self, *ids: str) -> None:
        """Remove nodes with their edges, places, and mentions in layers and tests."""
        gone = {id: self.node(id) for id in ids}
        before: dict[Slot, Record] = {}
        after: dict[Slot, Record] = {}
        for id, node in gone.items():
            before["node", id] = node
            before.update({("edge", edge.key): edge for edge in (*self.incoming(id), *self.outgoing(id))})
            if id in self.layout:
                before["place", id] = self.layout[id]
        self._rewrite_mentions(before, after, lambda id: None if id in gone else id)
        self.apply(Change(before, after))

    def rename(self, old: str, new: str) -> None:
        """Give a node another id; its edges, place, layers and tests follow."""
        node = self.node(old)
        if new == old:
            return
        self._free_id(new)
        before: dict[Slot, Record] = {("node", old): node}
        after: dict[Slot, Record] = {("node", new): replace(node, id=new)}
        for edge in {edge.key: edge for edge in (*self.incoming(old), *self.outgoing(old))}.values():
            before["edge", edge.key] = edge
            after["edge", edge.key] = replace(
                edge,
                source=new if edge.source == old else edge.source,
                target=new if edge.target == old else edge.target,
            )
        if old in self.layout:
            before["place", old] = after["place", new] = self.layout[old]
        self._rewrite_mentions(before, after, lambda id: new if id == old else id)
        self.apply(Change(before, after))

    def set(self, id: str, **given: Any) -> None:
        """Set parameters of a node, and its `label` (None to show the id)."""
        node = self.node(id)
        label = given.pop("label", node.label)
        parsed = rules.parse(
            KINDS[node.kind].parameters,
            {**node.parameters, **given},
            rules.with_article(node.kind),
            _raise(id),
        )
        if parsed.get("of") != node.parameters.get("of"):
            self._check_instance(id, parsed["of"])
        changed = replace(node, parameters=parsed, label=None if label is None else _text(label, "label"))
        for test in self.tests:
            if id in test.inputs:
                where = Sentence("test {name!r}", name=test.name)
                rules.check_test(test, {**self.nodes, id: changed}, _raise(where))
        self._swap(("node", id), node, changed)

    def set_edge(self, key: int, **given: Any) -> None:
        """Set `kind`, `count` or `weight` of an edge."""
        edge = self.edge(key)
        parameters = EDGE_PARAMETERS[KINDS[self.node(edge.target).kind].synapse]
        now = {parameter.name: getattr(edge, parameter.name) for parameter in parameters}
        where = Sentence("{source!r} to {target!r}", source=edge.source, target=edge.target)
        owner = rules.edge_into(self.node(edge.target).kind)
        parsed = rules.parse(parameters, {**now, **given}, owner, _raise(where, nodes=(edge.source, edge.target)))
        self._swap(("edge", key), edge, replace(edge, **parsed))

    def place(self, id: str, x: float, y: float, degrees: float | None = None) -> None:
        """Draw a node with its centre at (x, y), in scene units; y grows downwards."""
        self.node(id)
        now: Place | None = self.layout.get(id)
        if degrees is None:
            degrees = now.degrees if now is not None else 0.0
        self._swap(("place", id), now, _place(id, x, y, degrees))

    def set_layer(self, name: str, members: Sequence[str] | None) -> None:
        """Say which TLUs a layer has, in order; None takes the layer away."""
        now: Layer | None = self._tables["layer"].get(name)
        if members is None:
            if now is None:
                raise UnknownNameError(f"there is no layer {name!r}{rules.suggest(name, self.layers)}")
            return self._swap(("layer", name), now, None)
        rank = self._rank_up() if now is None else now.rank
        checked = rules.check_members(members, self.nodes, _raise(Sentence("layer {name!r}", name=name)))
        return self._swap(("layer", name), now, Layer(_identifier(name, "layer"), rank, checked))

    def add_note(self, text: str, x: float, y: float) -> int:
        """Put a text on the canvas; the returned number names it for `set_note`."""
        at = _place("note", x, y)
        rank = self._rank_up()
        self._swap(("note", rank), None, Note(rank, _text(text, "note"), at.x, at.y))
        return rank

    def set_note(self, rank: int, text: str | None, x: float = 0, y: float = 0) -> None:
        """Change a note; a text of None takes it away."""
        at = _place("note", x, y)
        now: Note | None = self._tables["note"].get(rank)
        if now is None:
            raise UnknownNameError(f"there is no note number {rank!r}")
        note = None if text is None else Note(rank, _text(text, "note"), at.x, at.y)
        self._swap(("note", rank), now, note)

    def add_test(
        self,
        name: str,
        rows: Iterable[Any],
        *,
        inputs: Sequence[str] | None = None,
        outputs: Sequence[str] | None = None,
        clocked: bool = False,
    ) -> int:
        """Add a test; the returned number names it for `remove_test`.

        Parameters
        ----------
        rows : iterable
            Each like `"01 1"`, or `[[0, 1], [1]]`; `-` and None stand for "don't care".
        inputs, outputs : sequence of str, optional
            What the columns are; all inputs and all outputs where left out.
        clocked : bool
            Whether the rows are consecutive ticks from reset.
        """
        inputs = tuple(self.inputs if inputs is None else inputs)
        outputs = tuple(self.outputs if outputs is None else outputs)
        parsed: list[Row] = []
        for k, row in enumerate(rows):
            try:
                parsed.append(rules.parse_row(row, len(inputs), len(outputs)))
            except ValueError as error:
                where = Sentence("test {name!r}, row {number}", name=name, number=k)
                raise EditError(Sentence.of(where, ": ", message_of(error))) from None
        rank = self._rank_up()
        test = Test(rank, _text(name, "name"), inputs, outputs, tuple(parsed), bool(clocked))
        rules.check_test(test, self.nodes, _raise(Sentence("test {name!r}", name=name)))
        self._swap(("test", rank), None, test)
        return rank

    def remove_test(self, rank: int) -> None:
        """Take a test away."""
        if rank not in self._tables["test"]:
            raise UnknownNameError(f"there is no test number {rank!r}")
        self._swap(("test", rank), self._tables["test"][rank], None)

    def define(self, name: str, circuit: Document, *, replace: bool = False) -> str:
        """Make a circuit a definition, with the definitions that it uses; returns the name.

        Its tests, notes and timing stay behind. A different body under a taken name is refused
        unless `replace` is true; then every instance must still have the ports that are in use.
        """
        _identifier(name, "definition")
        incoming = {d.name: d.body for d in circuit.definitions.values()}
        if name in incoming:
            if not replace and incoming[name].meaning() != circuit.body().meaning():
                raise TakenNameError(
                    Sentence(
                        "{name!r} is also a different definition inside the circuit; choose another name", name=name
                    )
                )
            del incoming[name]
        incoming[name] = circuit.body()
        with self.transaction():
            for key, body in incoming.items():
                now: Definition | None = self._tables["definition"].get(key)
                same = now is not None and now.body.meaning() == body.meaning()
                if now is not None and not same and not (replace and key == name):
                    raise TakenNameError(
                        Sentence("there is a different definition {name!r} already; choose another name", name=key)
                    )
                if now is None or (replace and key == name):
                    rank = self._rank_up() if now is None else now.rank
                    self._swap(("definition", key), now, Definition(key, rank, body))
            rules.check_definitions(self.definitions)
            if replace:
                self._check_ports(name)
        return name

    def rename_definition(self, old: str, new: str) -> None:
        """Give a definition another name; every instance of it follows, also those in other definitions."""
        definition = self._definition(old)
        if new == old:
            return
        self._free_definition(new)
        before: dict[Slot, Record] = {("definition", old): definition}
        after: dict[Slot, Record] = {("definition", new): replace(definition, name=new)}
        for node in self.nodes.values():
            if node.parameters.get("of") == old:
                before["node", node.id], after["node", node.id] = node, _instance_of(node, new)
        for other in self.definitions.values():
            if old in other.children():
                nodes = tuple(_instance_of(n, new) if n.parameters.get("of") == old else n for n in other.body.nodes)
                before["definition", other.name] = other
                after["definition", other.name] = replace(other, body=replace(other.body, nodes=nodes))
        self.apply(Change(before, after))

    def copy_definition(self, name: str, new: str) -> str:
        """Add another definition with the same body, to be changed on its own; returns its name."""
        definition = self._definition(name)
        self._free_definition(new)
        self._swap(("definition", new), None, Definition(new, self._rank_up(), definition.body))
        return new

    def users(self, name: str) -> list[str]:
        """The instances of a definition in the circuit, and the definitions that have some."""
        self._definition(name)
        users = [id for id, node in self.nodes.items() if node.parameters.get("of") == name]
        return users + [d.name for d in self.definitions.values() if name in d.children()]

    def undefine(self, name: str) -> None:
        """Take a definition away that nothing uses."""
        definition = self._definition(name)
        users = self.users(name)
        if users:
            raise EditError(
                Sentence(
                    "definition {name!r} is in use by {names}; remove them first", name=name, names=name_some(users)
                ),
                users,
            )
        self._swap(("definition", name), definition, None)

    def fresh_id(self, stem: str) -> str:
        """An id that is free: the stem and the first number that makes it one.

        >>> c = Document()
        >>> c.add_input(), c.add_input(), c.fresh_id("input")
        ('input1', 'input2', 'input3')
        """
        k = self._stems.get(stem, 1)
        if f"{stem}{k - 1}" not in self._ids:
            k = 1  # some were removed since
        while f"{stem}{k}" in self._ids:
            k += 1
        self._stems[stem] = k + 1
        return f"{stem}{k}"

    # Checks that need the whole circuit

    def _free_id(self, id: str) -> str:
        _identifier(id, "id")
        if id in self._ids:
            raise TakenNameError(Sentence("there is a node {id!r} already; choose another id", id=id), [id])
        return id

    def _free_definition(self, name: str) -> None:
        _identifier(name, "definition")
        if name in self._tables["definition"]:
            raise TakenNameError(Sentence("there is a definition {name!r} already; choose another name", name=name))

    def _check_instance(self, id: str, of: str) -> None:
        """Whether every edge at an instance finds its port in the definition `of`."""
        body = self._definition(of).body
        _check_edges(self.incoming(id) + self.outgoing(id), {id}, body, Sentence("definition {name!r}", name=of))

    def _check_ports(self, name: str) -> None:
        """Whether every edge at every instance of a definition still finds its port."""
        body = self._definition(name).body
        subject = Sentence("definition {name!r}", name=name)
        scopes = [
            (subject, self.body()),
            *(
                (Sentence.of(Sentence("definition {name!r}", name=d.name), ": ", subject), d.body)
                for d in self.definitions.values()
            ),
        ]
        for where, scope in scopes:
            instances = {node.id for node in scope.nodes if node.parameters.get("of") == name}
            _check_edges(scope.edges, instances, body, where)

    def _rewrite_mentions(
        self, before: dict[Slot, Record], after: dict[Slot, Record], new_id: Callable[[str], str | None]
    ) -> None:
        """Follow a renaming or removal (new_id gives None) through layers and tests."""
        for layer in self._tables["layer"].values():
            members = tuple(m for m in map(new_id, layer.members) if m is not None)
            if members != layer.members:
                before["layer", layer.name] = layer
                if members:
                    after["layer", layer.name] = replace(layer, members=members)
        for test in self._tables["test"].values():
            changed = _keep_columns(test, new_id)
            if changed != test:
                before["test", test.rank] = test
                if changed.outputs:
                    after["test", test.rank] = changed


def _instance_of(node: Node, definition: str) -> Node:
    return replace(node, parameters={**node.parameters, "of": definition})


def _keep_columns(test: Test, new_id: Callable[[str], str | None]) -> Test:
    inputs, outputs = tuple(map(new_id, test.inputs)), tuple(map(new_id, test.outputs))
    rows = tuple(
        (
            tuple(value for value, id in zip(given, inputs, strict=True) if id is not None),
            tuple(value for value, id in zip(expected, outputs, strict=True) if id is not None),
        )
        for given, expected in test.rows
    )
    return replace(
        test,
        inputs=tuple(id for id in inputs if id is not None),
        outputs=tuple(id for id in outputs if id is not None),
        rows=rows,
    )


def _check_edges(edges: Iterable[Edge], instances: Collection[str], body: Body, where: str) -> None:
    sides = (("source", "from_port", body.ports("output")), ("target", "to_port", body.ports("input")))
    for edge in edges:
        for end, field, ports in sides:
            port = getattr(edge, field)
            if getattr(edge, end) in instances and port not in ports:
                raise EditError(
                    Sentence(
                        "{where} has no port {port!r}, which {source!r} to {target!r} uses; remove that edge first",
                        where=where,
                        port=port,
                        source=edge.source,
                        target=edge.target,
                    ),
                    (edge.source, edge.target),
                )


def _raise(where: str, *, nodes: Sequence[str] = ()) -> rules.Report:
    def report(field: str, message: str, known: rules.Known | None = None) -> NoReturn:
        hint = rules.suggest(*known) if known is not None else ""
        subject = Sentence.word(field)
        raise EditError(Sentence.of(where, ": ", subject, " ", message, hint), nodes or [where])

    return report


def _identifier(value: object, field: str) -> str:
    return str(checked(identifier, value, field))


def _text(value: object, field: str) -> str:
    return str(checked(text, value, field))


def _checked_pair(at: Any, id: str) -> tuple[Any, ...]:
    if not isinstance(at, Sequence) or len(at) not in (2, 3):
        raise EditError(f"{id!r}: at must be (x, y), or (x, y, degrees)", [id])
    return tuple(at)


def _place(id: str, x: object, y: object, degrees: object = 0.0) -> Place:
    return Place(*(checked(number, value, f"{id!r}: place") for value in (x, y, degrees)))
