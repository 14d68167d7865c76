"""What can go wrong, as a tree of errors made for people.

    CircuitError                 every error that circuitsim raises on purpose
    ├── EditError                an edit that the circuit cannot take
    │   ├── UnknownNameError     a node, edge, layer or definition that is not there
    │   └── TakenNameError       a name that is already in use
    ├── FileError                a file that cannot be read or written
    │   └── InvalidFileError     a file that was read and holds no sound circuit; lists every problem
    ├── InputError               values, patterns or stimuli that do not fit the circuit
    │   └── DataError            training data or settings that nothing can be learned from
    └── RunError                 a circuit that cannot be run as asked
        ├── LoopError            a loop without a delay (or of pass-throughs alone)
        ├── OscillationError     inputs held still, and the circuit never comes to rest
        ├── NotSettledError      no rest within the ticks that were allowed
        ├── HistoryError         a tick that cannot be gone back to
        ├── TooLargeError        more nodes or rows than the limit
        ├── EngineError          an engine that this machine or this circuit cannot have
        └── NotTrainedError      a learner that has seen no data yet

    ConvergenceWarning           training ended, and mistakes are left
    LeftOutWarning               a file was opened, and something in it was left out

Each message says what is wrong, where, and what to do. `nodes` holds the ids in question, so that
a canvas can light them up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from circuitsim.sentences import Sentence


class CircuitError(Exception):
    """Base of every error that circuitsim raises on purpose.

    Attributes
    ----------
    nodes : tuple of str
        The printed paths (`"fa0/both"`) of the nodes in question; may be empty.
    """

    def __init__(self, message: str, nodes: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.nodes = tuple(nodes)


class EditError(CircuitError):
    """An edit that the circuit cannot take; the circuit is as it was."""


class UnknownNameError(EditError):
    """A node, edge, layer or definition that is not there."""


class TakenNameError(EditError):
    """A name that is already in use."""


class FileError(CircuitError):
    """A file that cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a file or a circuit, and its place (`nodes[3].threshold`)."""

    place: str
    message: str

    @property
    def sentence(self) -> Sentence:
        """Both, as one sentence."""
        return Sentence.of(self.place, ": ", self.message) if self.place else Sentence.of(self.message)

    def __str__(self) -> str:
        return str(self.sentence)


class InvalidFileError(FileError):
    """A file that was read and does not hold a circuit.

    Attributes
    ----------
    source : str
        What was read: a path, or a word for text that came from elsewhere.
    problems : tuple of Problem
        The first hundred, in the order of the file.
    count : int
        How many there are in all.
    """

    def __init__(self, source: str, problems: Sequence[Problem], count: int | None = None) -> None:
        self.source = source
        self.problems = tuple(problems)
        self.count = len(self.problems) if count is None else count
        lines = [problem.sentence for problem in self.problems]
        if self.count > len(self.problems):
            lines.append(Sentence("and {count} more problems", count=self.count - len(self.problems)))
        parts = (part for line in lines for part in ("\n", source, ": ", line))
        super().__init__(Sentence.of(*list(parts)[1:]))


class InputError(CircuitError):
    """Values, patterns or stimuli that do not fit the circuit."""


class DataError(InputError, ValueError):
    """Training data or settings that nothing can be learned from."""


class RunError(CircuitError):
    """A circuit that cannot be run as asked."""


class LoopError(RunError):
    """A loop without a delay in settled timing, or a loop of pass-throughs alone."""


class OscillationError(RunError):
    """Inputs held still, and the circuit never comes to rest.

    Attributes
    ----------
    period : int
        After how many ticks the state comes back.
    given : dict
        The inputs that were held.
    """

    def __init__(
        self, message: str, period: int, nodes: Iterable[str], given: Mapping[str, float] = MappingProxyType({})
    ) -> None:
        super().__init__(message, nodes)
        self.period = period
        self.given = dict(given)


class NotSettledError(RunError):
    """No rest within the ticks that were allowed."""


class HistoryError(RunError):
    """A tick that cannot be gone back to."""


class TooLargeError(RunError):
    """More nodes or rows than the limit."""


class EngineError(RunError):
    """An engine that was asked for, and that this machine or this circuit cannot have."""


class NotTrainedError(RunError, ValueError, AttributeError):
    """A learner that is asked for an answer before it has seen any data."""


class ConvergenceWarning(UserWarning):
    """Training ended, and mistakes are left."""


class LeftOutWarning(UserWarning):
    """A file was opened, and something in it was left out or is not as it stands there."""


def quoted(name: str) -> str:
    """A name in quotes for a message, cut where it is very long.

    >>> quoted("sum"), len(quoted("a" * 1_000_000))
    ("'sum'", 65)
    """
    return repr(name) if len(name) <= 60 else repr(name[:60] + "...")


def name_some(names: Sequence[str], most: int = 8) -> str:
    """Names in quotes for a message, the first few of many.

    >>> name_some(["a", "b"])
    "'a', 'b'"
    >>> name_some(["a", "b", "c"], most=2)
    "'a', 'b' and 1 more"
    """
    shown = ", ".join(map(quoted, names[:most]))
    if len(names) <= most:
        return shown
    return Sentence("{names} and {count} more", names=shown, count=len(names) - most)
