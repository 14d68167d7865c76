"""Every file that goes in or out, chosen by its ending. A format is one entry in this table.

What reads and writes a format is imported when it is first asked for: to run a circuit needs no picture of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from circuitsim import collector
from circuitsim.errors import FileError, name_some
from circuitsim.formats.files import read_bytes, write_bytes
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence
from circuitsim.store import Store

S = TypeVar("S", bound=Store)


Tell = Callable[[Sentence], None]
Read = Callable[[bytes, str, type[Any], Tell, Progress], Any]
Write = Callable[[Store], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its endings, and what reads and writes it (None where it cannot).

    `whole` says whether all that a circuit holds is in it; the others keep what it computes.
    """

    name: str
    endings: tuple[str, ...]
    read: Read | None
    write: Write | None
    whole: bool = False


def _circuit(data: bytes, source: str, make: type[Any], tell: Tell, progress: Progress) -> Any:
    return read_json(data, source, make)


def _late(home: str) -> Callable[..., Any]:
    """What stands in a module of this package, as `module:name`."""
    module, _, name = home.partition(":")

    def call(*given: Any, **named: Any) -> Any:
        return getattr(import_module(f"circuitsim.formats.{module}"), name)(*given, **named)

    return call


def _read(home: str) -> Read:
    return partial(_late("through_gates:read_netlist"), _late(home))


def _write(home: str, **given: Any) -> Write:
    return partial(_late("through_gates:write_netlist"), partial(_late(home), **given))


FORMATS = (
    Format(Sentence("circuitsim JSON"), (".json",), _circuit, write_json, whole=True),
    Format(
        Sentence("ISCAS bench"), (".bench",), _read("netlists.bench:read_bench"), _write("netlists.bench:write_bench")
    ),
    Format(Sentence("BLIF"), (".blif", ".eblif"), _read("netlists.blif:read_blif"), _write("netlists.blif:write_blif")),
    Format(
        Sentence("AIGER"),
        (".aig",),
        _read("netlists.aiger:read_aiger"),
        _write("netlists.aiger:write_aiger", binary=True),
    ),
    Format(
        Sentence("AIGER, as text"),
        (".aag",),
        _read("netlists.aiger:read_aiger"),
        _write("netlists.aiger:write_aiger", binary=False),
    ),
    Format(Sentence("PLA"), (".pla",), _read("netlists.pla:read_pla"), None),
    Format(Sentence("KISS2"), (".kiss2", ".kiss"), _read("netlists.kiss2:read_kiss2"), None),
    Format(
        Sentence("Verilog"),
        (".v", ".sv"),
        _read("netlists.verilog:read_verilog"),
        _write("netlists.verilog_writer:write_verilog"),
    ),
    Format(Sentence("Logisim"), (".circ",), _read("drawings.logisim:read_logisim"), None),
    Format(Sentence("Digital"), (".dig",), _read("drawings.digital:read_digital"), None),
    Format(Sentence("Graphviz DOT"), (".dot", ".gv"), None, _late("graphs:write_dot")),
    Format(Sentence("GraphML"), (".graphml",), None, _late("graphs:write_graphml")),
    Format(Sentence("SVG picture"), (".svg",), None, _late("picture:write_svg")),
    Format(Sentence("PNG picture"), (".png",), None, _late("picture:write_png")),
    Format(Sentence("PDF picture"), (".pdf",), None, _late("picture:write_pdf")),
    Format(Sentence("HTML page"), (".html", ".htm"), None, _late("page:write_page")),
    Format(Sentence("Python script"), (".py",), None, _late("script:write_script")),
    Format(Sentence("Markdown table"), (".md",), None, _late("listing:write_markdown")),
    Format(Sentence("LaTeX table"), (".tex",), None, _late("listing:write_latex")),
)


def load(path: str | os.PathLike[str], make: type[S], tell: Tell, progress: Progress = silent) -> S:
    """Read a circuit; the file's ending says in which format.

    What cannot be opened of a file, while the rest can, is told to `tell`.
    """
    chosen = _by_ending(path, "read")
    assert chosen.read is not None
    with collector.held():
        circuit: S = chosen.read(read_bytes(path), os.fspath(path), make, tell, progress)
    return circuit


def save(circuit: Store, path: str | os.PathLike[str]) -> None:
    """Write a circuit, atomically; the file's ending says in which format."""
    chosen = _by_ending(path, "write")
    assert chosen.write is not None
    with collector.held():
        data = chosen.write(circuit)
    write_bytes(path, data)


def is_whole(path: str | os.PathLike[str]) -> bool:
    """Whether a file with this ending holds all of a circuit: its layout, its tests, its notes."""
    ending = Path(path).suffix.lower()
    return any(ending in entry.endings for entry in FORMATS if entry.whole)


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
