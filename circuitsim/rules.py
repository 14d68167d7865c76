"""What makes a node, an edge, a layer and a test well formed.

Edits and the file reader ask the same questions here. They differ in what follows an answer:
`report(field, message)` raises for an edit, and collects for a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Literal, Protocol

import networkx as nx

from circuitsim.errors import EditError, UnknownNameError, name_some, quoted
from circuitsim.kinds import EDGE_PARAMETERS, KINDS, Parameter, show
from circuitsim.records import Definition, Edge, Node, Row, Test
from circuitsim.sentences import Sentence, message_of

Known = tuple[object, Collection[str]]


class Report(Protocol):
    """Takes what is wrong with a field; `known` is a name that was not found, and the names there are."""

    def __call__(self, field: str, message: str, known: Known | None = None) -> None: ...


PortLookup = Callable[[str, Literal["input", "output"]], Collection[str]]
_NO_PORTS = ("from_port", "to_port")


def suggest(name: object, known: Collection[str]) -> str:
    """The end of a message about an unknown name: the nearest known one, or the known ones.

    >>> suggest("treshold", ["threshold", "inhibition"])
    "; did you mean 'threshold'?"
    """
    if len(known) > 500:  # comparing with each would take too long to be a help
        return ""
    near = get_close_matches(name, known, n=1) if isinstance(name, str) and len(name) < 200 else []
    if near:
        return Sentence("; did you mean {name}?", name=quoted(near[0]))
    if not known:
        return Sentence("; there is none")
    return Sentence("; there is {names}", names=name_some(sorted(known, key=lambda name: name[:200])))


def parse(parameters: Sequence[Parameter], given: Mapping[str, Any], owner: str, report: Report) -> dict[str, Any]:
    """A value for each parameter: the given one in canonical form, or the default."""
    result: dict[str, Any] = {}
    for parameter in parameters:
        if parameter.name not in given:
            if parameter.required:
                missing = Sentence("is missing: {owner} needs {what}", owner=owner, what=parameter.meaning)
                report(parameter.name, missing)
            result[parameter.name] = parameter.default
            continue
        try:
            result[parameter.name] = parameter.parse(given[parameter.name])
        except ValueError as error:
            report(parameter.name, message_of(error))
            result[parameter.name] = parameter.default
    if len(given) > len(result) or not given.keys() <= result.keys():
        known = [parameter.name for parameter in parameters]
        for name in given:
            if name not in result:
                report(str(name), Sentence("is nothing that {owner} has", owner=owner), (name, known))
    return result


def check_kind(kind: object, report: Report) -> bool:
    """Whether it is the name of a kind of node."""
    if isinstance(kind, str) and kind in KINDS:
        return True
    report("kind", Sentence("must be a kind of node, not {value}", value=show(kind)), (kind, KINDS))
    return False


@cache
def with_article(kind: str) -> Sentence:
    """A kind in a sentence.

    >>> with_article("input"), with_article("neuron")
    ('an input', 'a neuron')
    """
    word = Sentence.word(kind)
    return Sentence("an {kind}", kind=word) if kind[0] in "aeiou" else Sentence("a {kind}", kind=word)


@cache
def edge_into(kind: str) -> Sentence:
    """An edge into a node of some kind, in a sentence."""
    return Sentence("an edge into {kind}", kind=with_article(kind))


def join(
    key: int,
    source: Node,
    target: Node,
    given: Mapping[str, Any],
    ports: PortLookup,
    occupied: Callable[[str, str | None], bool],
    report: Report,
) -> Edge:
    """The edge that connects two nodes.

    `ports` gives the port names of a definition; `occupied` says whether an end that takes one
    source has it already.
    """
    from_port = _port(source, "output", "from_port", given, ports, report)
    to_port = _port(target, "input", "to_port", given, ports, report)
    kind = KINDS[target.kind]
    if not KINDS[source.kind].emits:
        no_way = Sentence(
            "{id!r} is an output, and nothing goes out of an output; connect its source instead", id=source.id
        )
        report("from", no_way)
    if kind.sources == 0:
        what = with_article(target.kind)
        report("to", Sentence("{id!r} is {kind}, which takes no connection", id=target.id, kind=what))
    elif (kind.sources == 1 or kind.role == "instance") and occupied(target.id, to_port):
        end = Sentence.of(repr(target.id))
        if to_port is not None:
            end = Sentence("the port {port!r} of {id!r}", port=to_port, id=target.id)
        report("to", Sentence("{end} has a source already, and takes one; remove the other edge first", end=end))
    attributes = {name: value for name, value in given.items() if name not in _NO_PORTS}
    parsed = parse(EDGE_PARAMETERS[kind.synapse], attributes, edge_into(target.kind), report)
    return Edge(key, source.id, target.id, from_port=from_port, to_port=to_port, **parsed)


def _port(
    node: Node,
    side: Literal["input", "output"],
    field: str,
    given: Mapping[str, Any],
    ports: PortLookup,
    report: Report,
) -> str | None:
    name = given.get(field)
    if KINDS[node.kind].role != "instance":
        if name is not None:
            what = with_article(node.kind)
            report(field, Sentence("{id!r} is {kind}, which has no named ports; leave it out", id=node.id, kind=what))
        return None
    known, word = ports(node.parameters["of"], side), Sentence.word(side)
    if name is None:
        report(field, Sentence("is missing: name the {side} of subcircuit {id!r}", side=word, id=node.id), ("", known))
    elif not isinstance(name, str) or name not in known:
        said = Sentence("{name} is no {side} of subcircuit {id}", name=show(name), side=word, id=quoted(node.id))
        report(field, said, (name, known))
    else:
        return name
    return None


def check_members(members: Sequence[Any], nodes: Mapping[str, Node], report: Report) -> tuple[str, ...]:
    """The TLUs of a layer, each once."""
    result: dict[str, None] = {}
    for k, member in enumerate(members):
        if not isinstance(member, str) or member not in nodes:
            known = isinstance(member, str)
            report(f"[{k}]", Sentence("there is no node {id!r}", id=member) if known else Sentence("must be an id"))
        elif nodes[member].kind != "tlu":
            what = with_article(nodes[member].kind)
            report(f"[{k}]", Sentence("{id!r} is {kind}; a layer is made of TLUs", id=member, kind=what))
        elif member in result:
            report(f"[{k}]", Sentence("{id!r} stands twice in the layer", id=member))
        else:
            result[member] = None
    return tuple(result)


def check_test(test: Test, nodes: Mapping[str, Node], report: Report) -> None:
    """Whether a test names inputs and outputs that exist and its values fit them."""
    for field, ids, kind in (("inputs", test.inputs, "input"), ("outputs", test.outputs, "output")):
        seen: set[str] = set()
        known: list[str] | None = None
        for k, name in enumerate(ids):
            if name not in nodes or nodes[name].kind != kind:
                if known is None:
                    known = [node.id for node in nodes.values() if node.kind == kind]
                missing = Sentence("there is no {kind} {name!r}", kind=Sentence.word(kind), name=name)
                report(f"{field}[{k}]", missing, (name, known))
            elif name in seen:
                report(f"{field}[{k}]", Sentence("{name!r} stands twice", name=name))
            seen.add(name)
    binary = [name not in nodes or nodes[name].parameters.get("domain") != "real" for name in test.inputs]
    for k, (given, _) in enumerate(test.rows):
        for name, value, is_binary in zip(test.inputs, given, binary, strict=False):
            if is_binary and value not in (0, 1):
                wrong = Sentence(
                    "input {name!r} takes 0 or 1, not {value}; give it the domain 'real' for more",
                    name=name,
                    value=value,
                )
                report(f"rows[{k}]", wrong)


def parse_row(row: Any, inputs: int, outputs: int) -> Row:
    """A test row from its written form: `"01 1"`, or `[[0, 1], [1]]` for other values than 0 and 1.

    >>> parse_row("01 1-", 2, 2)
    ((0, 1), (1, None))
    >>> parse_row([[1.4], [None]], 1, 1)
    ((1.4,), (None,))
    """
    if isinstance(row, str):
        given, _, expected = row.partition(" ")
        if set(given) - set("01") or set(expected) - set("01-"):
            raise ValueError(
                Sentence(
                    "must be {inputs} symbols 0 or 1, a blank, and {outputs} of 0, 1 or -, not {row}",
                    inputs=inputs,
                    outputs=outputs,
                    row=show(row),
                )
            )
        values: tuple[Any, Any] = (
            tuple(map(int, given)),
            tuple(None if symbol == "-" else int(symbol) for symbol in expected),
        )
    elif isinstance(row, (list, tuple)) and len(row) == 2 and all(isinstance(side, (list, tuple)) for side in row):
        values = (
            tuple(_plain(value) for value in row[0]),
            tuple(None if value is None else _plain(value) for value in row[1]),
        )
    else:
        raise ValueError(Sentence('must be a string like "01 1", or two lists like [[0, 1], [1]]'))
    if len(values[0]) != inputs:
        count = len(values[0])
        given = Sentence("1 input value") if count == 1 else Sentence("{count} input values", count=count)
        wanted = Sentence("1 input") if inputs == 1 else Sentence("{count} inputs", count=inputs)
        raise ValueError(Sentence("has {values} for {wanted}", values=given, wanted=wanted))
    if len(values[1]) != outputs:
        count = len(values[1])
        given = Sentence("1 output value") if count == 1 else Sentence("{count} output values", count=count)
        wanted = Sentence("1 output") if outputs == 1 else Sentence("{count} outputs", count=outputs)
        raise ValueError(Sentence("has {values} for {wanted}", values=given, wanted=wanted))
    return values


def row_symbols(row: Row) -> str | None:
    """A test row as `parse_row` reads it from a string, or None where it holds other values than 0 and 1.

    >>> row_symbols(((0, 1), (1, None))), row_symbols(((1.4,), (1,)))
    ('01 1-', None)
    """
    given, expected = row
    if not all(value in (0, 1) for value in given) or not all(value in (0, 1, None) for value in expected):
        return None
    symbols = "".join("-" if value is None else str(int(value)) for value in expected)
    return f"{''.join(str(int(value)) for value in given)} {symbols}"


def _plain(value: object) -> float:
    from_number = KINDS["delay"].parameters[0].parse(value)
    return int(from_number) if from_number.is_integer() and abs(from_number) < 2**53 else float(from_number)


def check_definitions(definitions: Mapping[str, Definition]) -> None:
    """Refuse definitions that contain themselves, by name; every `of` must be among them."""
    graph = nx.DiGraph()
    graph.add_nodes_from(definitions)
    for definition in definitions.values():
        for child in definition.children():
            if child not in definitions:
                raise UnknownNameError(
                    Sentence(
                        "definition {name!r} uses {child!r}, which is not defined{hint}",
                        name=definition.name,
                        child=child,
                        hint=suggest(child, definitions),
                    )
                )
            graph.add_edge(definition.name, child)
    if not nx.is_directed_acyclic_graph(graph):
        names = [source for source, _ in nx.find_cycle(graph)]
        path = Sentence.of(repr(names[0]), *(Sentence(" uses {name!r}", name=name) for name in [*names[1:], names[0]]))
        raise EditError(
            Sentence("a definition cannot contain itself: {path}; take one of these instances out", path=path), names
        )
