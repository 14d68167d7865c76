"""A Python script that builds the circuit anew through the public face."""

from __future__ import annotations

from typing import Any

from circuitsim import rules
from circuitsim.kinds import EDGE_PARAMETERS, KINDS
from circuitsim.records import Body, Definition, Drive, Edge, Node, Place, Test
from circuitsim.store import Store


def write_script(circuit: Store) -> bytes:
    """The text of the script; run, it leaves the circuit in `circuit`."""
    contents = circuit.contents()
    head = contents.head
    lines = ['"""Builds a circuit; written by circuitsim."""', "", "import circuitsim as cs", ""]
    if contents.definitions:
        lines += ["parts = {}", ""]
    for definition in _inner_first({d.name: d for d in contents.definitions}):
        lines.append(f"c = parts[{definition.name!r}] = cs.Circuit({definition.name!r})")
        lines += [*_uses(definition.body), *_body(definition.body), ""]
    timing = "" if head.timing == "settled" else f", timing={head.timing!r}"
    description = f", description={head.description!r}" if head.description else ""
    lines.append(f"c = circuit = cs.Circuit({head.name!r}{timing}{description})")
    lines += [f"c.define({d.name!r}, parts[{d.name!r}])" for d in contents.definitions]
    lines += _body(contents.body)
    lines += [f"c.set_layer({layer.name!r}, {list(layer.members)!r})" for layer in contents.layers]
    lines += [line for test in contents.tests for line in _test(test)]
    lines += [f"c.add_note({note.text!r}, {note.x!r}, {note.y!r})" for note in contents.notes]
    return ("\n".join(lines) + "\n").encode()


def _inner_first(definitions: dict[str, Definition]) -> list[Definition]:
    """The definitions, each after those that it uses."""
    order: dict[str, None] = {}
    seen: set[str] = set()
    todo = [(name, False) for name in reversed(definitions)]
    while todo:
        name, ready = todo.pop()
        if ready:
            order[name] = None
        elif name not in seen:
            seen.add(name)
            todo.append((name, True))
            todo += [(child, False) for child in definitions[name].children()]
    return [definitions[name] for name in order]


def _uses(body: Body) -> list[str]:
    names = dict.fromkeys(node.parameters["of"] for node in body.nodes if node.kind == "subcircuit")
    return [f"c.define({name!r}, parts[{name!r}])" for name in names]


def _body(body: Body) -> list[str]:
    kinds = {node.id: node.kind for node in body.nodes}
    lines = [_node(node, body.layout.get(node.id)) for node in body.nodes]
    return lines + [_edge(edge, kinds[edge.target]) for edge in body.edges]


def _node(node: Node, place: Place | None) -> str:
    given = {
        parameter.name: _value(node.parameters[parameter.name])
        for parameter in KINDS[node.kind].parameters
        if node.parameters[parameter.name] != parameter.default
    }
    if node.label is not None:
        given["label"] = repr(node.label)
    if place is not None:
        given["at"] = repr((place.x, place.y, place.degrees) if place.degrees else (place.x, place.y))
    return f"c.add_{node.kind}({', '.join([repr(node.id), *(f'{name}={value}' for name, value in given.items())])})"


def _edge(edge: Edge, kind: str) -> str:
    given: dict[str, Any] = {}
    for parameter in EDGE_PARAMETERS[KINDS[kind].synapse]:
        value = getattr(edge, parameter.name)
        if value != parameter.default:
            given[parameter.name] = value
    given |= {name: getattr(edge, name) for name in ("from_port", "to_port") if getattr(edge, name) is not None}
    call = "inhibit" if given.pop("kind", None) == "inhibitory" else "connect"
    parts = [repr(edge.source), repr(edge.target), *(f"{name}={value!r}" for name, value in given.items())]
    return f"c.{call}({', '.join(parts)})"


def _value(value: Any) -> str:
    if isinstance(value, Drive):
        return repr({"pattern": value.pattern, "repeat": value.repeat} if value.repeat else value.pattern)
    return repr(value)


def _test(test: Test) -> list[str]:
    rows = [rules.row_symbols(row) or [list(side) for side in row] for row in test.rows]
    clocked = ", clocked=True" if test.clocked else ""
    return [
        f"c.add_test({test.name!r}, [",
        *(f"    {row!r}," for row in rows),
        f"], inputs={list(test.inputs)!r}, outputs={list(test.outputs)!r}{clocked})",
    ]
