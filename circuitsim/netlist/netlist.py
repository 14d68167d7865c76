"""Gates, flip-flops and instances, joined by nets: what every netlist reader gives and every writer takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from circuitsim.errors import FileError, InvalidFileError, Problem
from circuitsim.progress import Progress, silent
from circuitsim.records import Row
from circuitsim.sentences import Sentence

Tell = Callable[[Sentence], None]
"""Takes what was left out of a file that could be read in part."""

MOST = 100
"""How many problems, and how many things left out, are told one by one."""

_STRIDE = 10_000

INNER = " "
"""What the name of a net begins with that the file has no name for: no name of a file does."""


class Gate(NamedTuple):
    """A gate that drives a net.

    `rows` and `on` are those of a cover: one of 0, 1 and - a source in each row; the net is 1 where some row
    matches, or, where `on` is false, where none does.
    """

    operator: str
    net: str
    sources: tuple[str, ...]
    line: int = 0
    rows: tuple[str, ...] = ()
    on: bool = True


class Latch(NamedTuple):
    """A flip-flop: its net is what its source was a tick ago."""

    net: str
    source: str
    initial: int = 0
    line: int = 0


class Port(NamedTuple):
    """A named end of a module: an input drives its net, an output is driven by it."""

    name: str
    net: str
    line: int = 0


class Instance(NamedTuple):
    """A module inside another: which of its ports is on which net."""

    name: str
    of: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    line: int = 0


@dataclass(slots=True)
class Module:
    """A net of gates with ports."""

    name: str
    inputs: list[Port] = field(default_factory=list)
    outputs: list[Port] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    latches: list[Latch] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)


class Vectors(NamedTuple):
    """A test that came with a file."""

    name: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    rows: tuple[Row, ...]
    clocked: bool = False


@dataclass(slots=True)
class Design:
    """Modules by name; the first is the whole, and the others are what it is made of."""

    modules: dict[str, Module]
    name: str = ""
    description: str = ""
    tests: list[Vectors] = field(default_factory=list)

    @property
    def top(self) -> Module:
        """The module that is the whole."""
        return next(iter(self.modules.values()))


class Reading:
    """What is said of a file while it is read: problems, which refuse it, and what is left out of it."""

    def __init__(self, source: str, tell: Tell, progress: Progress = silent) -> None:
        self.source = source
        self.progress = progress
        self._tell = tell
        self._problems: list[Problem] = []
        self._count = 0
        self._left = 0

    def lines(self, text: str) -> Iterator[tuple[int, str]]:
        """The lines of a text and their numbers, from 1; tells now and then how far it is."""
        lines = text.splitlines()
        for start in range(0, len(lines), _STRIDE):
            self.progress(start / len(lines))
            yield from enumerate(lines[start : start + _STRIDE], start + 1)

    def problem(self, line: int, message: Sentence) -> None:
        """Something for which the file cannot be opened."""
        self._count += 1
        if self._count <= MOST:
            self._problems.append(Problem(_place(line), message))

    def left_out(self, line: int, message: Sentence) -> None:
        """Something that is not opened, or not as it stands there, while the rest is."""
        self._left += 1
        if self._left <= MOST:
            self._tell(Sentence.of(self.source, ": ", Problem(_place(line), message).sentence))

    def pass_on(self, sentence: Sentence) -> None:
        """Tell what another reading of the file was told."""
        self._tell(sentence)

    def refuse(self, line: int, message: Sentence) -> InvalidFileError:
        """The error that ends the reading here."""
        self.problem(line, message)
        return InvalidFileError(self.source, self._problems, self._count)

    def check(self) -> None:
        """End the reading where there were problems."""
        if self._count:
            raise InvalidFileError(self.source, self._problems, self._count)

    def end(self) -> None:
        """Say how much more was left out than was told."""
        if self._left > MOST:
            more = Sentence("and {count} more that is left out", count=self._left - MOST)
            self._tell(Sentence.of(self.source, ": ", more))


def unique(name: str, taken: set[str]) -> str:
    """The name, with as many `~` after it as make it a new one; it is taken from now on.

    >>> taken = {"p1"}
    >>> unique("p1", taken), unique("p1", taken)
    ('p1~', 'p1~~')
    """
    while name in taken:
        name += "~"
    taken.add(name)
    return name


def _place(line: int) -> str:
    return Sentence("line {line}", line=line) if line else ""


def text_of(data: bytes, source: str) -> str:
    """The text of a file that people or old tools wrote: UTF-8, or else Latin-1."""
    if b"\0" in data:
        raise FileError(Sentence("{path}: is not text", path=source))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
