"""The undo history of saved files, as JSON: it goes on where it was when the file is opened again.

A history belongs to one content of one file. Where the file holds anything else, by a single byte,
it is passed over. The records of the circuit are kept with it, for keys and ranks that the file
does not tell but the changes refer to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from circuitsim import records
from circuitsim.api import Circuit
from circuitsim.errors import CircuitError
from circuitsim.formats.files import read_bytes, write_bytes
from circuitsim.formats.json_writer import write_json
from circuitsim.records import Change, Contents

FORMAT = "circuitsim-history-2"
_CLASSES = {
    made.__name__: made
    for made in (
        records.Node, records.Edge, records.Place, records.Layer, records.Note, records.Test, records.Body,
        records.Definition, records.Head, records.Drive, records.Contents,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """An undo step: what it is called, and what it changes."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class History:
    """A circuit with its own keys and ranks, the steps of its undo stack, and how many of them are made."""

    circuit: Circuit
    steps: tuple[Step, ...]
    made: int


def encode(value: Any) -> Any:
    """A record, or what stands in one, as JSON: a list that begins with what it is."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if type(value).__name__ in _CLASSES:
        return [type(value).__name__, *(encode(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, Mapping):
        return ["map", *([encode(key), encode(item)] for key, item in value.items())]
    if isinstance(value, Sequence):
        return ["tuple", *map(encode, value)]
    raise TypeError(f"{type(value).__name__} is no record")


def decode(value: Any) -> Any:
    """What `encode` was given; ValueError or TypeError for anything else."""
    if not isinstance(value, list):
        return value
    what, *parts = value
    if what == "map":
        return {decode(key): decode(item) for key, item in parts}
    if what == "tuple":
        return tuple(map(decode, parts))
    if what not in _CLASSES:
        raise ValueError(f"{what!r} is no record")
    return _CLASSES[what](*map(decode, parts))


def file_of(folder: Path, path: Path) -> Path:
    """Where the history of a file is kept."""
    return folder / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]}.json"


def save_history(folder: Path, path: Path, contents: Contents, steps: Sequence[Step], made: int) -> None:
    """Keep the history of a file that was just saved; FileError where the disk does not take it."""
    content = {
        "format": FORMAT,
        "digest": hashlib.sha256(write_json(contents)).hexdigest(),
        "contents": encode(contents),
        "steps": [[step.text, encode(step.change.before), encode(step.change.after)] for step in steps],
        "made": made,
    }
    write_bytes(file_of(folder, path), json.dumps(content, separators=(",", ":")).encode())


def load_history(folder: Path, path: Path) -> History | None:
    """The history of a file; None where there is none, or the file holds something else than it did then."""
    try:
        text = read_bytes(path)
        content = json.loads(read_bytes(file_of(folder, path)))
        if content["format"] != FORMAT or content["digest"] != hashlib.sha256(text).hexdigest():
            return None
        circuit = Circuit.from_contents(decode(content["contents"]))
        steps = tuple(
            Step(str(name), Change(decode(before), decode(after))) for name, before, after in content["steps"]
        )
        made = int(content["made"])
        if write_json(circuit) != text or not 0 <= made <= len(steps):
            return None
    except (CircuitError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return History(circuit, steps, made)
