"""Every file that goes in or out, chosen by its ending. A format is one entry in this table."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from circuitsim import collector
from circuitsim.errors import FileError, name_some
from circuitsim.formats.drawings.digital import read_digital
from circuitsim.formats.drawings.logisim import read_logisim
from circuitsim.formats.files import read_bytes, write_bytes
from circuitsim.formats.graphs import write_dot, write_graphml
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json
from circuitsim.formats.listing import write_latex, write_markdown
from circuitsim.formats.netlists.aiger import read_aiger, write_aiger
from circuitsim.formats.netlists.bench import read_bench, write_bench
from circuitsim.formats.netlists.blif import read_blif, write_blif
from circuitsim.formats.netlists.kiss2 import read_kiss2
from circuitsim.formats.netlists.pla import read_pla
from circuitsim.formats.netlists.verilog import read_verilog
from circuitsim.formats.netlists.verilog_writer import write_verilog
from circuitsim.formats.page import write_page
from circuitsim.formats.picture import write_pdf, write_png, write_svg
from circuitsim.formats.script import write_script
from circuitsim.netlist.build import circuit_of
from circuitsim.netlist.lower import design_of
from circuitsim.netlist.netlist import Design, Reading, Tell
from circuitsim.progress import Progress, silent, within
from circuitsim.sentences import Sentence
from circuitsim.store import Store

S = TypeVar("S", bound=Store)


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


def _netlist(
    read: Callable[[bytes, Reading], Design], data: bytes, source: str, make: type[Any], tell: Tell, progress: Progress
) -> Any:
    reading = Reading(source, tell, within(progress, 0.0, 0.4))
    design = read(data, reading)
    reading.check()
    design.name = design.name or Path(source).stem
    progress(0.4)
    return circuit_of(design, reading, make)


def _lowered(write: Callable[[Design], bytes]) -> Write:
    return lambda circuit: write(design_of(circuit))


FORMATS = (
    Format(Sentence("circuitsim JSON"), (".json",), _circuit, write_json, whole=True),
    Format(Sentence("ISCAS bench"), (".bench",), partial(_netlist, read_bench), _lowered(write_bench)),
    Format(Sentence("BLIF"), (".blif", ".eblif"), partial(_netlist, read_blif), _lowered(write_blif)),
    Format(Sentence("AIGER"), (".aig",), partial(_netlist, read_aiger), _lowered(partial(write_aiger, binary=True))),
    Format(
        Sentence("AIGER, as text"),
        (".aag",),
        partial(_netlist, read_aiger),
        _lowered(partial(write_aiger, binary=False)),
    ),
    Format(Sentence("PLA"), (".pla",), partial(_netlist, read_pla), None),
    Format(Sentence("KISS2"), (".kiss2", ".kiss"), partial(_netlist, read_kiss2), None),
    Format(Sentence("Verilog"), (".v", ".sv"), partial(_netlist, read_verilog), _lowered(write_verilog)),
    Format(Sentence("Logisim"), (".circ",), partial(_netlist, read_logisim), None),
    Format(Sentence("Digital"), (".dig",), partial(_netlist, read_digital), None),
    Format(Sentence("Graphviz DOT"), (".dot", ".gv"), None, write_dot),
    Format(Sentence("GraphML"), (".graphml",), None, write_graphml),
    Format(Sentence("SVG picture"), (".svg",), None, write_svg),
    Format(Sentence("PNG picture"), (".png",), None, write_png),
    Format(Sentence("PDF picture"), (".pdf",), None, write_pdf),
    Format(Sentence("HTML page"), (".html", ".htm"), None, write_page),
    Format(Sentence("Python script"), (".py",), None, write_script),
    Format(Sentence("Markdown table"), (".md",), None, write_markdown),
    Format(Sentence("LaTeX table"), (".tex",), None, write_latex),
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
