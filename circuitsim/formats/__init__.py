"""Every file that goes in or out, chosen by its ending. A format is one entry in this table."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from circuitsim import collector
from circuitsim.errors import FileError, name_some
from circuitsim.formats.files import read_bytes, write_bytes
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.sentences import Sentence
from circuitsim.store import Store

S = TypeVar("S", bound=Store)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its endings, and what reads and writes it (None where it cannot)."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str, type[Any]], Any] | None
    write: Callable[[Store], bytes] | None


FORMATS = (Format(Sentence("circuitsim JSON"), (".json",), read_json, write_json),)


def load(path: str | os.PathLike[str], make: type[S]) -> S:
    """Read a circuit; the file's ending says in which format."""
    chosen = _by_ending(path, "read")
    assert chosen.read is not None
    with collector.held():
        circuit: S = chosen.read(read_bytes(path), os.fspath(path), make)
    return circuit


def save(circuit: Store, path: str | os.PathLike[str]) -> None:
    """Write a circuit, atomically; the file's ending says in which format."""
    chosen = _by_ending(path, "write")
    assert chosen.write is not None
    with collector.held():
        data = chosen.write(circuit)
    write_bytes(path, data)


def _by_ending(path: str | os.PathLike[str], verb: str) -> Format:
    ending = Path(path).suffix.lower()
    able = [entry for entry in FORMATS if getattr(entry, verb) is not None]
    for entry in able:
        if ending in entry.endings:
            return entry
    known = [known for entry in able for known in entry.endings]
    shown = Sentence("the ending {ending!r}", ending=ending) if ending else Sentence("no ending")
    raise FileError(
        Sentence(
            "{path}: has {ending}; files that circuitsim can {verb} end in {names}",
            path=os.fspath(path),
            ending=shown,
            verb=Sentence.word(verb),
            names=name_some(known),
        )
    )
