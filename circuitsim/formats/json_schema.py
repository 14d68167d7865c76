"""The JSON Schema of the circuit file, made from the table of kinds.

The published copy, circuitsim/formats/circuit-1.schema.json, is what this gives; a test holds them
together. `python -m circuitsim.formats.json_schema` prints it.
"""

from __future__ import annotations

import json
from typing import Any

from circuitsim.formats.json_reader import FORMAT, VERSION
from circuitsim.kinds import EDGE_PARAMETERS, KINDS, Parameter
from circuitsim.records import TIMINGS

_ID = {"type": "string", "minLength": 1, "pattern": r"^\S+$"}
_POINT = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
_PLACE = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 3}


def schema() -> dict[str, Any]:
    """The schema as plain data (JSON Schema, draft 2020-12)."""
    net = {
        "nodes": {"type": "array", "items": {"oneOf": [_node(kind) for kind in KINDS]}},
        "edges": {"type": "array", "items": _edge()},
        "layout": {"type": "object", "additionalProperties": _PLACE},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"circuitsim circuit, version {VERSION}",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "nodes"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "name": {"type": "string"},
            "description": {"type": "string"},
            "timing": {"enum": list(TIMINGS), "default": TIMINGS[0]},
            "definitions": {"type": "object", "additionalProperties": _object(net, ["nodes"])},
            **net,
            "layers": {"type": "object", "additionalProperties": {"type": "array", "items": _ID}},
            "tests": {"type": "array", "items": _test()},
            "notes": {"type": "array", "items": _object({"text": {"type": "string"}, "at": _POINT}, ["at"])},
        },
    }


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _node(kind: str) -> dict[str, Any]:
    properties = {"id": _ID, "kind": {"const": kind}, "label": {"type": "string"}}
    parameters = KINDS[kind].parameters
    properties |= {parameter.name: _parameter(parameter) for parameter in parameters}
    found = _object(properties, ["id", "kind", *(p.name for p in parameters if p.required)])
    return {"title": KINDS[kind].title, "description": KINDS[kind].meaning, **found}


def _edge() -> dict[str, Any]:
    properties: dict[str, Any] = {"from": _ID, "to": _ID, "from_port": _ID, "to_port": _ID}
    for parameters in EDGE_PARAMETERS.values():
        properties |= {parameter.name: _parameter(parameter) for parameter in parameters}
    return _object(properties, ["from", "to"])


def _parameter(parameter: Parameter) -> dict[str, Any]:
    default = {} if parameter.default is None else {"default": parameter.default}
    return {"description": parameter.meaning, **parameter.schema, **default}


def _test() -> dict[str, Any]:
    values = {"type": "array", "items": {"type": "number"}}
    expected = {"type": "array", "items": {"type": ["number", "null"]}}
    row = {
        "oneOf": [
            {"type": "string", "pattern": "^[01]*( [01-]*)?$"},
            {"type": "array", "prefixItems": [values, expected], "minItems": 2, "maxItems": 2},
        ]
    }
    ids = {"type": "array", "items": _ID, "uniqueItems": True}
    properties = {
        "name": {"type": "string"},
        "inputs": ids,
        "outputs": ids,
        "clocked": {"type": "boolean", "default": False},
        "rows": {"type": "array", "items": row},
    }
    return _object(properties, ["inputs", "outputs", "rows"])


if __name__ == "__main__":
    print(json.dumps(schema(), indent=2))
