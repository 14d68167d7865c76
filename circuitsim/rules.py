"""What makes a node, an edge, a layer and a test well formed.

Edits and the file reader ask the same questions here. They differ in what follows an answer:
`report(field, message)` raises for an edit, and collects for a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Literal, Protocol

import networkx as nx

from circuitsim.errors import EditError, UnknownNameError, name_some, quoted
from circuitsim.kinds import EDGE_PARAMETERS, KINDS, Parameter, show
from circuitsim.records import Definition, Edge, Node, Row, Test

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
        return f"; did you mean {quoted(near[0])}?"
    return f"; there is {name_some(sorted(known, key=lambda name: name[:200]))}" if known else "; there is none"


def parse(parameters: Sequence[Parameter], given: Mapping[str, Any], owner: str, report: Report) -> dict[str, Any]:
    """A value for each parameter: the given one in canonical form, or the default."""
    result: dict[str, Any] = {}
    for parameter in parameters:
        if parameter.name not in given:
            if parameter.required:
                report(parameter.name, f"is missing: {owner} needs {parameter.meaning}")
            result[parameter.name] = parameter.default
            continue
        try:
            result[parameter.name] = parameter.parse(given[parameter.name])
        except ValueError as error:
            report(parameter.name, str(error))
            result[parameter.name] = parameter.default
    if len(given) > len(result) or not given.keys() <= result.keys():
        known = [parameter.name for parameter in parameters]
        for name in given:
            if name not in result:
                report(str(name), f"is nothing that {owner} has", (name, known))
    return result


def check_kind(kind: object, report: Report) -> bool:
    """Whether it is the name of a kind of node."""
    if isinstance(kind, str) and kind in KINDS:
        return True
    report("kind", f"must be a kind of node, not {show(kind)}", (kind, KINDS))
    return False


def with_article(kind: str) -> str:
    """A kind in a sentence.

    >>> with_article("input"), with_article("neuron")
    ('an input', 'a neuron')
    """
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


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
        report(
            "from",
            f"{source.id!r} is an output, and nothing goes out of an output; connect its source instead",
        )
    if kind.sources == 0:
        report("to", f"{target.id!r} is {with_article(target.kind)}, which takes no connection")
    elif (kind.sources == 1 or kind.role == "instance") and occupied(target.id, to_port):
        port = f"the port {to_port!r} of " if to_port is not None else ""
        report("to", f"{port}{target.id!r} has a source already, and takes one; remove the other edge first")
    attributes = {name: value for name, value in given.items() if name not in _NO_PORTS}
    owner = f"an edge into {with_article(target.kind)}"
    parsed = parse(EDGE_PARAMETERS[kind.synapse], attributes, owner, report)
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
            report(field, f"{node.id!r} is {with_article(node.kind)}, which has no named ports; leave it out")
        return None
    known = ports(node.parameters["of"], side)
    if name is None:
        report(field, f"is missing: name the {side} of subcircuit {node.id!r}", ("", known))
    elif not isinstance(name, str) or name not in known:
        report(field, f"{show(name)} is no {side} of subcircuit {quoted(node.id)}", (name, known))
    else:
        return name
    return None


def check_members(members: Sequence[Any], nodes: Mapping[str, Node], report: Report) -> tuple[str, ...]:
    """The TLUs of a layer, each once."""
    result: dict[str, None] = {}
    for k, member in enumerate(members):
        if not isinstance(member, str) or member not in nodes:
            report(f"[{k}]", f"there is no node {member!r}" if isinstance(member, str) else "must be an id")
        elif nodes[member].kind != "tlu":
            report(f"[{k}]", f"{member!r} is {with_article(nodes[member].kind)}; a layer is made of TLUs")
        elif member in result:
            report(f"[{k}]", f"{member!r} stands twice in the layer")
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
                report(f"{field}[{k}]", f"there is no {kind} {name!r}", (name, known))
            elif name in seen:
                report(f"{field}[{k}]", f"{name!r} stands twice")
            seen.add(name)
    binary = [name not in nodes or nodes[name].parameters.get("domain") != "real" for name in test.inputs]
    for k, (given, _) in enumerate(test.rows):
        for name, value, is_binary in zip(test.inputs, given, binary, strict=False):
            if is_binary and value not in (0, 1):
                report(
                    f"rows[{k}]",
                    f"input {name!r} takes 0 or 1, not {value}; give it the domain 'real' for more",
                )


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
            raise ValueError(f"must be {inputs} symbols 0 or 1, a blank, and {outputs} of 0, 1 or -, not {show(row)}")
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
        raise ValueError('must be a string like "01 1", or two lists like [[0, 1], [1]]')
    for side, wanted, word in ((values[0], inputs, "input"), (values[1], outputs, "output")):
        if len(side) != wanted:
            raise ValueError(f"has {len(side)} {word} value{'s' * (len(side) != 1)} for {wanted} {word}s")
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
                    f"definition {definition.name!r} uses {child!r}, which is not defined{suggest(child, definitions)}"
                )
            graph.add_edge(definition.name, child)
    if not nx.is_directed_acyclic_graph(graph):
        names = [source for source, _ in nx.find_cycle(graph)]
        path = " uses ".join(map(repr, [*names, names[0]]))
        raise EditError(f"a definition cannot contain itself: {path}; take one of these instances out", names)
