"""Records to the circuit file: one node, edge, test row or position a line, in the document's order.

The text depends on the content alone, so that reading and writing a file gives the same bytes, and
moving one node changes one line.
"""

from __future__ import annotations

from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import Any

from circuitsim import rules
from circuitsim.formats.json_reader import FORMAT, VERSION
from circuitsim.kinds import EDGE_PARAMETERS, KINDS
from circuitsim.records import Body, Contents, Drive, Edge, Node, Place, Row, Test
from circuitsim.store import Store

_REPEAT = '"repeat": true'


def write_json(circuit: Store | Contents) -> bytes:
    """The text of the circuit's file."""
    contents = circuit.contents()
    head, body = contents.head, contents.body
    lines = [
        f'"format": {_text(FORMAT)}',
        f'"version": {VERSION}',
        f'"name": {_text(head.name)}',
    ]
    if head.description:
        lines.append(f'"description": {_text(head.description)}')
    lines.append(f'"timing": {_text(head.timing)}')
    if contents.definitions:
        parts = []
        for definition in contents.definitions:
            inner = _block("{", [*_nets(definition.body, "      "), *_layout(definition.body, "      ")], "}", "    ")
            parts.append(f"{_text(definition.name)}: {inner}")
        lines.append('"definitions": ' + _block("{", parts, "}", "  "))
    lines += _nets(body, "  ")
    if contents.layers:
        layers = [f"{_text(layer.name)}: {_ids(layer.members)}" for layer in contents.layers]
        lines.append('"layers": ' + _block("{", layers, "}", "  "))
    if contents.tests:
        lines.append('"tests": ' + _block("[", map(_test, contents.tests), "]", "  "))
    if contents.notes:
        notes = [
            f'{{"text": {_text(note.text)}, "at": [{_number(note.x)}, {_number(note.y)}]}}' for note in contents.notes
        ]
        lines.append('"notes": ' + _block("[", notes, "]", "  "))
    lines += _layout(body, "  ")
    return (_block("{", lines, "}", "") + "\n").encode()


def _block(opening: str, lines: Iterable[str], closing: str, indent: str) -> str:
    joined = f",\n{indent}  ".join(lines)
    return f"{opening}\n{indent}  {joined}\n{indent}{closing}" if joined else opening + closing


def _nets(body: Body, indent: str) -> list[str]:
    kind_of = {node.id: node.kind for node in body.nodes}
    return [
        '"nodes": ' + _block("[", map(_node, body.nodes), "]", indent),
        '"edges": ' + _block("[", (_edge(edge, kind_of[edge.target]) for edge in body.edges), "]", indent),
    ]


def _layout(body: Body, indent: str) -> list[str]:
    placed = [(node.id, body.layout[node.id]) for node in body.nodes if node.id in body.layout]
    if not placed:
        return []
    return ['"layout": ' + _block("{", (f"{_text(id)}: {_place(place)}" for id, place in placed), "}", indent)]


def _node(node: Node) -> str:
    parts = [f'"id": {_text(node.id)}', f'"kind": {_text(node.kind)}']
    for parameter in KINDS[node.kind].parameters:
        value = node.parameters[parameter.name]
        if value != parameter.default:
            parts.append(f'"{parameter.name}": {_value(value)}')
    if node.label is not None:
        parts.append(f'"label": {_text(node.label)}')
    return "{" + ", ".join(parts) + "}"


def _edge(edge: Edge, target_kind: str) -> str:
    parts = [f'"from": {_text(edge.source)}', f'"to": {_text(edge.target)}']
    for name in ("from_port", "to_port"):
        if getattr(edge, name) is not None:
            parts.append(f'"{name}": {_text(getattr(edge, name))}')
    for parameter in EDGE_PARAMETERS[KINDS[target_kind].synapse]:
        value = getattr(edge, parameter.name)
        if value != parameter.default:
            parts.append(f'"{parameter.name}": {_value(value)}')
    return "{" + ", ".join(parts) + "}"


def _test(test: Test) -> str:
    clocked = '"clocked": true, ' if test.clocked else ""
    head = f'"name": {_text(test.name)}, "inputs": {_ids(test.inputs)}, "outputs": {_ids(test.outputs)}, {clocked}'
    return f'{{{head}"rows": ' + _block("[", map(_row, test.rows), "]", "    ") + "}"


def _row(row: Row) -> str:
    symbols = rules.row_symbols(row)
    if symbols is not None:
        return _text(symbols)
    given, expected = row
    return f"[[{', '.join(map(_number, given))}], [{', '.join('null' if v is None else _number(v) for v in expected)}]]"


def _place(place: Place) -> str:
    turned = f", {_number(place.degrees)}" if place.degrees else ""
    return f"[{_number(place.x)}, {_number(place.y)}{turned}]"


def _ids(ids: Iterable[str]) -> str:
    return "[" + ", ".join(map(_text, ids)) + "]"


def _value(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    if isinstance(value, Drive):
        return f'{{"pattern": {_text(value.pattern)}{", " + _REPEAT if value.repeat else ""}}}'
    return _text(value)


def _number(value: float) -> str:
    """The shortest text that reads back as the same number; whole numbers have no point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        value = int(value)
    return repr(value)


_text = encode_basestring
