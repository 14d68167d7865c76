"""The public face: a circuit that can be evaluated, saved and stepped, above the rooms that do it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from circuitsim import formats, rules
from circuitsim.circuit import Document
from circuitsim.engine import equal
from circuitsim.engine.net import LARGEST
from circuitsim.engine.net import Path as NodePath
from circuitsim.engine.program import Engine, Program
from circuitsim.engine.recording import Recording
from circuitsim.engine.rest import MAX_TICKS
from circuitsim.engine.simulator import Simulator as _Simulator
from circuitsim.errors import LeftOutWarning, UnknownNameError
from circuitsim.formats import stimulus, waves
from circuitsim.logic.table import TruthTable, truth_table
from circuitsim.logic.verify import Result, run_tests
from circuitsim.progress import Progress, silent
from circuitsim.records import Timing
from circuitsim.sentences import Sentence


class Circuit(Document):
    """A circuit of neurons: built, evaluated, tested, saved.

    Parameters
    ----------
    name, description : str
        What the circuit is, for people.
    timing : {"settled", "unit-delay"}
        Whether a tick lets everything settle, or moves every neuron on by one synaptic delay.

    Examples
    --------
    Two neurons add two bits:

    >>> c = Circuit("half adder")
    >>> a, b = c.add_input("a"), c.add_input("b")
    >>> both, one = c.add_neuron("both", threshold=2), c.add_neuron("one", threshold=1)
    >>> for target in (both, one):
    ...     _ = c.connect(a, target), c.connect(b, target)
    >>> _ = c.inhibit(both, one)
    >>> c.add_output("carry", both), c.add_output("sum", one)
    ('carry', 'sum')
    >>> c.evaluate(a=1, b=0)
    {'carry': 0, 'sum': 1}
    """

    def __init__(self, name: str = "", *, timing: Timing = "settled", description: str = "") -> None:
        super().__init__(name, timing=timing, description=description)
        self._program: tuple[int, Program] | None = None

    @property
    def program(self) -> Program:
        """The compiled circuit, made anew after an edit."""
        if self._program is None or self._program[0] != self.version:
            self._program = self.version, Program(self)
        return self._program[1]

    def evaluate(
        self, given: Mapping[str, Any] | None = None, /, *, max_ticks: int = MAX_TICKS, **named: Any
    ) -> dict[str, float]:
        """The outputs for some inputs, from reset; an input that is not given is 0 (or plays its drive).

        A unit-delay circuit holds the inputs and ticks until nothing changes.

        Raises
        ------
        InputError
            For an unknown input or a value that it does not take.
        LoopError
            Where a settled circuit has a loop without a delay.
        OscillationError, NotSettledError
            Where a unit-delay circuit finds no rest within `max_ticks`.
        """
        return self.program.evaluate(given, max_ticks=max_ticks, **named)

    def truth_table(self) -> TruthTable:
        """Every combination of the inputs with what the outputs make of it."""
        return truth_table(self.program)

    def run_tests(self, engine: Engine = "auto", *, progress: Progress = silent) -> list[Result]:
        """Run the tests that the circuit carries."""
        return run_tests(self, engine, progress)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the circuit to a file, in the format of its ending; the old file or the new one is there whole."""
        formats.save(self, path)


class Trace(Recording):
    """What the watched nodes did over a run: `trace["sum"]` is an array, one value a tick.

    Examples
    --------
    >>> trace = Simulator(example("blinker")).run(6, {"start": "1"})
    >>> trace["light"].tolist()
    [0, 0, 1, 0, 1, 0]
    """

    def to_csv(self, target: waves.Target, names: waves.Names = None) -> None:
        """Write a row a tick to a path or an open text file."""
        waves.write_csv(self, target, names)

    def to_vcd(self, target: waves.Target, names: waves.Names = None) -> None:
        """Write a value change dump, for wave viewers, to a path or an open text file."""
        waves.write_vcd(self, target, names)

    def to_svg(self, target: waves.Target, names: waves.Names = None) -> None:
        """Write a timing diagram to a path or an open text file."""
        waves.write_svg(self, target, names)


class Simulator(_Simulator):
    __doc__ = _Simulator.__doc__
    recording = Trace

    def run(
        self,
        ticks: int | None = None,
        stimulus: Any = None,
        watch: Iterable[str | NodePath] | None = None,
        *,
        progress: Progress = silent,
    ) -> Trace:
        trace: Trace = super().run(ticks, stimulus, watch, progress=progress)
        return trace

    run.__doc__ = _Simulator.run.__doc__


def compile(circuit: Document, engine: Engine | None = None, *, largest: int = LARGEST) -> Program:
    """Compile a circuit, once, to be run over many patterns.

    Parameters
    ----------
    engine : {"auto", "reference", "words", "native"}, optional
        What computes; all give the same bits. "auto", or none, takes what is done first, machine code ("native") or
        numpy ("words"), by the number of patterns; `Program.engine` says what it was.
    largest : int
        The most nodes that the circuit may unfold to.

    Raises
    ------
    EngineError
        Where "native" is asked for, and this machine or this circuit cannot have it.
    """
    return Program(circuit, engine, largest=largest)


def compare(
    one: Document,
    other: Document,
    *,
    patterns: int | None = None,
    seed: int = 0,
    count: bool = True,
    threads: int | None = None,
    progress: Progress = silent,
) -> equal.Comparison:
    """Whether two circuits do the same: on all patterns of 0 and 1, or on random ones.

    Inputs and outputs of the same names belong together; where the names are not the same, the places count.

    Parameters
    ----------
    patterns, seed : int, optional
        How many random patterns to run, and of which seed; all patterns (of up to 40 inputs) where it is left out.
    count : bool
        Whether to count all differences; otherwise the search ends soon after the first.
    threads : int, optional
        How many work side by side; all cores where it is left out.
    progress : callable
        Is told the part that is done; what it raises ends the comparison.

    Raises
    ------
    InputError
        Where inputs or outputs do not fit, or are not 0 or 1 alone.

    Examples
    --------
    >>> print(compare(example("full_adder"), example("full_adder_two_tlus")))
    equal on all 8 patterns
    >>> found = compare(example("and"), example("xor"))
    >>> found.equal, found.mismatches, found.given
    (False, 3, {'a': 0, 'b': 1})
    """
    pair = equal.Pair(Program(one), Program(other))
    return pair.compare(patterns=patterns, seed=seed, count=count, threads=threads, progress=progress)


def load(
    path: str | os.PathLike[str], *, left_out: list[Sentence] | None = None, progress: Progress = silent
) -> Circuit:
    """Read a circuit from a file, in the format of its ending.

    Parameters
    ----------
    left_out : list, optional
        Takes, a sentence each, what could not be opened while the rest could. Without it each is a
        `LeftOutWarning`.
    progress : callable, optional
        Is told the part that is done; what it raises ends the reading.

    Raises
    ------
    FileError
        Where the file cannot be read, or holds no circuit: every problem, with its line and net.
    """
    told: list[Sentence] = [] if left_out is None else left_out
    circuit = formats.load(path, Circuit, told.append, progress)
    if left_out is None:
        for sentence in told:
            warnings.warn(sentence, LeftOutWarning, stacklevel=2)
    return circuit


def read_stimulus(
    path: str | os.PathLike[str],
    inputs: Iterable[str],
    *,
    step: int | None = None,
    left_out: list[Sentence] | None = None,
) -> dict[str, list[float]]:
    """Sequences for inputs from a CSV or VCD file, to be given to `Simulator.run`.

    Parameters
    ----------
    inputs : iterable of str
        The inputs that are wanted, such as `circuit.inputs`.
    step : int, optional
        How many time units of a VCD are a tick; found out where left out.
    left_out : list, optional
        Takes, a sentence each, what could not be read. Without it each is a `LeftOutWarning`.
    """
    told: list[Sentence] = [] if left_out is None else left_out
    found = stimulus.read_stimulus(path, tuple(inputs), told.append, step=step)
    if left_out is None:
        for sentence in told:
            warnings.warn(sentence, LeftOutWarning, stacklevel=2)
    return found


def examples() -> list[str]:
    """The names of the circuits that ship with the package."""
    return sorted(path.name.removesuffix(".json") for path in _shelf().iterdir() if path.name.endswith(".json"))


def example(name: str) -> Circuit:
    """A circuit that ships with the package.

    >>> example("and").evaluate(a=1, b=1)
    {'y': 1}
    """
    return load(example_path(name))


def example_path(name: str) -> Path:
    """The file of a circuit that ships with the package."""
    known = examples()
    if name not in known:
        raise UnknownNameError(f"there is no example {name!r}{rules.suggest(name, known)}")
    return _shelf() / f"{name}.json"


def _shelf() -> Path:
    """The folder of examples: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("circuitsim")))
    inside = package / "circuits"
    return inside if inside.is_dir() else package.parent / "circuits"
