"""A circuit compiled once, to be run over many patterns.

`Program` is the seam between what is asked and how it is computed: everything above it sees arrays of
patterns, everything below it is an engine. "reference" is the plain walk that states the meaning. "words" and
"native" run the circuit as three-input lookups, 64 patterns to a machine word, in numpy or as machine code of the
circuit's own; what has no such form (numbers, loops that must be ticked) runs gate by gate in words. All give the
same bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from circuitsim import collector
from circuitsim.engine import lowered, rows, values
from circuitsim.engine.choice import Executor, Plan
from circuitsim.engine.gatewise import Gatewise
from circuitsim.engine.lower.pipeline import UnfitError, lower
from circuitsim.engine.lowered import Lowered
from circuitsim.engine.net import LARGEST, Net, Range
from circuitsim.engine.packing import compiled_loops, words_of
from circuitsim.engine.parallel import in_order
from circuitsim.engine.patterns import Counting, Random, Stimulus
from circuitsim.engine.reduce import Tally
from circuitsim.engine.rest import MAX_TICKS
from circuitsim.engine.sweep import sweep
from circuitsim.errors import EngineError, InputError, TooLargeError
from circuitsim.kinds import either
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence
from circuitsim.store import Store

Engine = Literal["auto", "reference", "words", "native"]
ENGINES: tuple[Engine, ...] = ("auto", "reference", "words", "native")
BLOCK = rows.BLOCK
MOST_INPUTS = 40
"""The most inputs of which all patterns are run: 2**40 take some minutes for a small circuit."""


class Program:
    """A circuit compiled once; `circuitsim.compile` makes one.

    Attributes
    ----------
    inputs, outputs : list of str
        The ids of the columns, in order.
    engine : {"reference", "words", "native"}
        What ran last; before that, what would run a single pattern.
    """

    def __init__(self, circuit: Store, engine: Engine | None = None, *, largest: int = LARGEST) -> None:
        forced = engine or "auto"
        if forced not in ENGINES:
            raise InputError(
                Sentence("there is no engine {engine!r}; it is {engines}", engine=engine, engines=either(ENGINES))
            )
        self._forced: Engine = forced
        with collector.held():
            self.net = Net(circuit, largest)
            self._gatewise = Gatewise(self.net, "reference" if forced == "reference" else "words")
        self.inputs, self.outputs = self.net.input_ids, self.net.output_ids
        self.engine: Literal["reference", "words", "native"] = self._gatewise.name
        if forced == "native":
            self.plan(1)

    def run(
        self,
        patterns: Any,
        *,
        max_ticks: int = MAX_TICKS,
        threads: int | None = None,
        progress: Progress = silent,
    ) -> NDArray[Any]:
        """Evaluate every pattern from reset.

        Parameters
        ----------
        patterns : array of shape (n_patterns, n_inputs)
            0 and 1, or any finite number for an input of domain "real". The transpose of an array with a row an
            input is quickest; the result is one then too.
        max_ticks : int
            How long a unit-delay circuit may take to come to rest.
        threads : int, optional
            How many work side by side; all cores where it is left out.
        progress : callable
            Is told the part that is done; what it raises ends the run.

        Returns
        -------
        array of shape (n_patterns, n_outputs)
            uint8 where all outputs are 0 or 1, int8 where some can be -1, else float64.

        Raises
        ------
        InputError
            Where the shape or a value does not fit; the message names row and input.
        OscillationError, NotSettledError
            Where a unit-delay circuit finds no rest.

        Examples
        --------
        >>> import circuitsim as cs
        >>> cs.compile(cs.example("and")).run([[0, 1], [1, 1]]).tolist()
        [[0], [1]]
        """
        return self._run(patterns, max_ticks, progress, None, threads)

    def run_blocks(
        self, blocks: Iterable[Any], expected: int, *, max_ticks: int = MAX_TICKS, threads: int | None = None
    ) -> Iterator[NDArray[Any]]:
        """What `run` gives, a block at a time, so that neither patterns nor results need to be in memory.

        Parameters
        ----------
        blocks : iterable of arrays of shape (some, n_inputs)
            As for `run`; some tens of thousands of patterns each are best.
        expected : int
            About how many patterns there are in all: the engine is chosen by it.
        max_ticks, threads
            As for `run`.

        Examples
        --------
        >>> import circuitsim as cs
        >>> [found.tolist() for found in cs.compile(cs.example("and")).run_blocks([[[0, 1]], [[1, 1], [1, 0]]], 3)]
        [[[0]], [[1], [0]]]
        """
        net = self.net
        ranges = [net.ranges[signal] for signal in net.outputs]
        quick = self.executor(words_of(expected), max_ticks) if self.lookups(max_ticks) is not None else None
        compiled = quick is not None and compiled_loops(expected * (len(net.inputs) + len(ranges)))

        def run(numbered: tuple[int, NDArray[Any]]) -> NDArray[Any]:
            first, block = numbered
            result = np.zeros((len(block), len(ranges)), values.dtype_of(ranges))
            if quick is not None:
                rows.run_block(net, quick, block, first, result, compiled)
            else:
                self._gatewise.run_block(values.checked_block(net, block, first), result, max_ticks, silent, None)
            return result

        return in_order(self._numbered(blocks), run, threads)

    def _numbered(self, blocks: Iterable[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
        first = 0
        for block in blocks:
            array = values.patterns(self.net, block)
            yield first, array
            first += len(array)

    def run_each(
        self, patterns: Any, *, max_ticks: int = MAX_TICKS, progress: Progress = silent
    ) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        """What `run` gives, and which patterns never come to rest; what stands in their rows is left open.

        Examples
        --------
        >>> import circuitsim as cs
        >>> c = cs.Circuit(timing="unit-delay")
        >>> c.add_input("x"), c.add_neuron("n", threshold=1), c.add_output("y", "n")
        ('x', 'n', 'y')
        >>> key = c.connect("x", "n"), c.inhibit("n", "n")
        >>> found, restless = cs.compile(c).run_each([[0], [1]])
        >>> found[0].tolist(), restless.tolist()
        ([0], [False, True])
        """
        restless = np.zeros(len(values.patterns(self.net, patterns)), bool)
        return self._run(patterns, max_ticks, progress, restless), restless

    def run_packed(
        self,
        words: Any,
        *,
        max_ticks: int = MAX_TICKS,
        threads: int | None = None,
        progress: Progress = silent,
    ) -> NDArray[np.uint64]:
        """Evaluate 64 patterns a word: pattern k is bit k % 64 of word k // 64.

        Parameters
        ----------
        words : array of uint64 of shape (n_inputs, n_words)
        max_ticks, threads, progress
            As for `run`.

        Returns
        -------
        array of uint64 of shape (n_outputs, n_words)

        Raises
        ------
        InputError
            For another shape or type, or where an input or output is not 0 or 1 alone.

        Examples
        --------
        >>> import circuitsim as cs, numpy as np
        >>> words = np.array([[0b0011], [0b0101]], np.uint64)
        >>> int(cs.compile(cs.example("and")).run_packed(words)[0, 0])
        1
        """
        array = np.asarray(words)
        self.check_packable()
        if array.dtype != np.uint64 or array.ndim != 2 or len(array) != len(self.inputs):
            raise InputError(
                f"packed patterns must be uint64 of the shape ({len(self.inputs)}, n_words), "
                f"not {array.dtype} of {array.shape}"
            )
        result = np.empty((len(self.outputs), array.shape[1]), np.uint64)
        rows.run_packed(self.executor(array.shape[1], max_ticks), array, result, threads, progress)
        return result

    def exhaust(self, *, max_ticks: int = MAX_TICKS, threads: int | None = None, progress: Progress = silent) -> Tally:
        """Run every pattern of 0 and 1, in the order of a truth table, and say what the outputs did in all.

        Parameters
        ----------
        max_ticks, threads, progress
            As for `run`.

        Returns
        -------
        Tally
            How often each output was 1, how often it changed, and a signature of all values. It takes no memory to
            speak of, and is the same on any number of threads.

        Raises
        ------
        InputError
            Where an input or output is not 0 or 1 alone.
        TooLargeError
            Above 40 inputs.

        Examples
        --------
        >>> import circuitsim as cs
        >>> tally = cs.compile(cs.example("full_adder")).exhaust()
        >>> tally.patterns, tally.ones.tolist()
        (8, [4, 4])
        """
        return self._tally(self.counting(), max_ticks, threads, progress)

    def sample(
        self,
        patterns: int,
        seed: int = 0,
        *,
        max_ticks: int = MAX_TICKS,
        threads: int | None = None,
        progress: Progress = silent,
    ) -> Tally:
        """Run random patterns, and say what the outputs did in all.

        Parameters
        ----------
        patterns, seed : int
            How many, and which: the same seed gives the same patterns anywhere (`engine/patterns.py` says how).
        max_ticks, threads, progress
            As for `run`.

        Examples
        --------
        >>> import circuitsim as cs
        >>> cs.compile(cs.example("and")).sample(100_000, seed=1).ones.tolist()
        [25068]
        """
        return self._tally(self.random(patterns, seed), max_ticks, threads, progress)

    def counting(self) -> Counting:
        """All patterns, as a stimulus."""
        if len(self.inputs) > MOST_INPUTS:
            raise TooLargeError(
                Sentence(
                    "{count} inputs have 2**{count} patterns, more than the limit of 2**{most}; "
                    "run random ones instead (sample, or batch --random)",
                    count=len(self.inputs),
                    most=MOST_INPUTS,
                )
            )
        return Counting(len(self.inputs))

    def random(self, patterns: int, seed: int) -> Random:
        """Random patterns, as a stimulus."""
        for name, value, least in (("patterns", patterns, 1), ("seed", seed, 0)):
            if isinstance(value, bool) or not isinstance(value, int | np.integer) or value < least:
                raise InputError(
                    Sentence(
                        "{name} must be a whole number, {least} or more, not {value!r}",
                        name=Sentence.word(name),
                        least=least,
                        value=value,
                    )
                )
        return Random(len(self.inputs), int(patterns), int(seed))

    def _tally(self, stimulus: Stimulus, max_ticks: int, threads: int | None, progress: Progress) -> Tally:
        self.check_packable()
        words = words_of(stimulus.patterns)
        pace = self.plan(stimulus.patterns, max_ticks=max_ticks).seconds / words
        executor = self.executor(words, max_ticks)
        reduce = partial(Tally.of, compiled=compiled_loops(stimulus.patterns * len(self.outputs)))
        return sweep(executor, len(self.outputs), stimulus, reduce, threads, progress, pace=pace)

    def executor(self, words: int, max_ticks: int = MAX_TICKS) -> lowered.Executor:
        """What runs so many words; every input and output is a bit."""
        found = self.lookups(max_ticks)
        executor = found.executor(words) if found is not None else self._gatewise.executor(max_ticks)
        self.engine = executor.name
        return executor

    def evaluate(
        self, given: Mapping[str, Any] | None = None, /, *, max_ticks: int = MAX_TICKS, **named: Any
    ) -> dict[str, float]:
        """One evaluation from reset, by names; an input that is not given plays its drive, or is 0."""
        net = self.net
        inputs = values.driven(net, 0, [0] * len(net.inputs))
        for k, value in values.numbered(net, given, named).items():
            inputs[k] = values.one_value(net, k, value)
        found = self._gatewise.look(inputs, max_ticks)
        return {
            id: values.plain(net, signal, found[signal]) for id, signal in zip(self.outputs, net.outputs, strict=True)
        }

    def plan(self, patterns: int, *, max_ticks: int = MAX_TICKS) -> Plan:
        """What would run so many patterns, and how long one thread is expected to take.

        Raises
        ------
        EngineError
            Where machine code is asked for that cannot be made.

        Examples
        --------
        >>> import circuitsim as cs
        >>> plan = cs.compile(cs.example("full_adder")).plan(1000)
        >>> plan.engine, plan.lookups
        ('words', 5)
        """
        found = self.lookups(max_ticks)
        if found is not None:
            return found.plan(words_of(patterns))
        if self._forced == "reference":
            return Plan("reference", 0, 0, 2e-6 * len(self.net) * patterns)
        return Plan("words", 0, 0, 5e-10 * len(self.net) * patterns, self._reason)

    def check_packable(self) -> None:
        """Raise an InputError where an input or output is not 0 or 1 alone."""
        for ids, signals, word in (
            (self.inputs, self.net.inputs, "input"),
            (self.outputs, self.net.outputs, "output"),
        ):
            for id, signal in zip(ids, signals, strict=True):
                if self.net.ranges[signal] != Range.BIT:
                    raise InputError(f"{word} {id!r} is not 0 or 1 alone, so it has no packed form; use run", [id])

    @cached_property
    def _lowered(self) -> tuple[Lowered, int] | str:
        """The lookups, and the ticks that a unit-delay circuit may take to rest; or why there are none."""
        try:
            with collector.held():
                lookups, ticks = lower(self.net)
        except UnfitError as error:
            return error.reason
        forced: dict[str, Executor] = {"words": "words", "native": "native"}
        return Lowered(lookups, forced.get(self._forced)), ticks

    def lookups(self, max_ticks: int = MAX_TICKS) -> Lowered | None:
        """What runs lookups, where the circuit is to run so.

        Raises
        ------
        EngineError
            Where it must and cannot.
        """
        if self._forced == "reference":
            return None
        found = self._lowered
        if not isinstance(found, str) and found[1] <= max_ticks:
            return found[0]
        if self._forced == "native":
            raise EngineError(
                Sentence("this circuit has no machine code: {reason}; use engine='auto'", reason=self._reason)
            )
        self.engine = "words"
        return None

    @property
    def _reason(self) -> str:
        """Why the circuit does not run as lookups."""
        found = self._lowered
        return found if isinstance(found, str) else Sentence("it may need more ticks than it is allowed")

    def _run(
        self,
        patterns: Any,
        max_ticks: int,
        progress: Progress,
        restless: NDArray[np.bool_] | None,
        threads: int | None = None,
    ) -> NDArray[Any]:
        """Block by block; patterns without rest are noted in `restless`, or else are an error."""
        net = self.net
        array = values.patterns(net, patterns)
        if self.lookups(max_ticks) is not None:
            executor = self.executor(words_of(len(array)), max_ticks)
            return rows.run_rows(net, executor, array, threads, progress)
        ranges = [net.ranges[signal] for signal in net.outputs]
        result = np.zeros((len(array), len(ranges)), values.dtype_of(ranges))
        for start in range(0, len(array), BLOCK):
            progress(start / len(array))
            block = values.checked_block(net, array[start : start + BLOCK], start)
            some = None if restless is None else restless[start : start + BLOCK]
            self._gatewise.run_block(block, result[start : start + BLOCK], max_ticks, progress, some)
        return result
