"""Whether two circuits do the same, pattern by pattern, on all patterns or on random ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from circuitsim.engine.lower.miter import miter
from circuitsim.engine.lowered import Executor, Lowered
from circuitsim.engine.packing import Words, spread, words_of
from circuitsim.engine.patterns import Stimulus
from circuitsim.engine.program import Program
from circuitsim.engine.reduce import Differences
from circuitsim.engine.sweep import sweep
from circuitsim.errors import InputError, name_some
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence

Name = Literal["reference", "words", "native"]


@dataclass(frozen=True)
class Comparison:
    """What comparing two circuits came to.

    Attributes
    ----------
    equal : bool
        Whether they did the same on all patterns that were run.
    patterns : int
        How many were run; not all where the search ended at the first difference.
    mismatches : int
        In how many of these some output differs.
    given : dict of str to int, or None
        The inputs of the first of these: a counter-example.
    found, others : dict of str to int
        What the circuits make of it.
    engine : {"reference", "words", "native"}
        What computed.
    """

    equal: bool
    patterns: int
    mismatches: int
    given: Mapping[str, float] | None
    found: Mapping[str, float]
    others: Mapping[str, float]
    engine: Name

    def __str__(self) -> str:
        if self.given is None:
            return str(Sentence("equal on all {count:,} patterns", count=self.patterns))
        wrong = [id for id, value in self.found.items() if value != self.others[id]]
        return str(
            Sentence(
                "not equal: for {given} {outputs}",
                given=" ".join(f"{id}={value}" for id, value in self.given.items()) or Sentence("no inputs"),
                outputs="; ".join(f"{id} is {self.found[id]}, not {self.others[id]}" for id in wrong),
            )
        )


class Pair:
    """Two circuits to be compared.

    Inputs and outputs that have the same names belong together; where they have not, those in the same places do.

    Raises
    ------
    InputError
        Where inputs or outputs do not fit, or are not 0 or 1 alone.

    Examples
    --------
    >>> import circuitsim as cs
    >>> one, other = (cs.compile(cs.example(name)) for name in ("full_adder", "full_adder_two_tlus"))
    >>> print(Pair(one, other).compare())
    equal on all 8 patterns
    """

    def __init__(self, one: Program, other: Program) -> None:
        self._one, self._other = one, other
        self._inputs, self._outputs = partners(one, other)
        first, second = one.lookups(), other.lookups()
        self._joint: Lowered | None = None
        if first is not None and second is not None and first.forced == second.forced:
            self._joint = Lowered(miter(first.lookups, second.lookups, self._inputs, self._outputs), first.forced)

    def plan(self, patterns: int) -> tuple[Name, float]:
        """The engine for so many patterns, and how long one thread is expected to take."""
        if self._joint is not None:
            plan = self._joint.plan(words_of(patterns))
            return plan.engine, plan.seconds
        one, other = self._one.plan(patterns), self._other.plan(patterns)
        return one.engine, one.seconds + other.seconds

    def compare(
        self,
        *,
        patterns: int | None = None,
        seed: int = 0,
        count: bool = True,
        threads: int | None = None,
        progress: Progress = silent,
    ) -> Comparison:
        """Run both over the same patterns.

        Parameters
        ----------
        patterns, seed : int, optional
            How many random patterns to run, and of which seed; all patterns where it is left out.
        count : bool
            Whether to count all differences; otherwise the search ends soon after the first.
        threads, progress
            As for `Program.run`.
        """
        stimulus = self._one.counting() if patterns is None else self._one.random(patterns, seed)
        words = words_of(stimulus.patterns)
        pace = self.plan(stimulus.patterns)[1] / words
        executor = self.executor(words)

        def stop(sofar: Differences) -> bool:
            return not count and sofar.count > 0

        found = sweep(executor, 1, stimulus, Differences.of, threads, progress, stop, pace=pace)
        return self.conclude(stimulus, found, executor.name)

    def executor(self, words: int) -> Executor:
        """What runs so many words through both; its one output is 1 where they differ."""
        if self._joint is not None:
            return self._joint.executor(words)
        return _Both(self._one.executor(words), self._other.executor(words), self._inputs, self._outputs)

    def conclude(self, stimulus: Stimulus, found: Differences, engine: Name) -> Comparison:
        """What the differences that were found say."""
        if found.first is None:
            return Comparison(True, found.patterns, 0, None, {}, {}, engine)
        bits = stimulus.pattern(found.first)
        given = dict(zip(self._one.inputs, bits, strict=True))
        theirs = {self._other.inputs[place]: bit for place, bit in zip(self._inputs, bits, strict=True)}
        values = list(self._other.evaluate(theirs).values())
        others = {id: values[place] for id, place in zip(self._one.outputs, self._outputs, strict=True)}
        return Comparison(False, found.patterns, found.count, given, self._one.evaluate(given), others, engine)


def partners(one: Program, other: Program) -> tuple[list[int], list[int]]:
    """For each input and output of one program, the number of the other's."""
    one.check_packable()
    other.check_packable()
    return _matched(one.inputs, other.inputs, Sentence("inputs")), _matched(
        one.outputs, other.outputs, Sentence("outputs")
    )


def _matched(ours: Sequence[str], theirs: Sequence[str], what: Sentence) -> list[int]:
    if len(ours) != len(theirs):
        raise InputError(
            Sentence(
                "one circuit has {one} {what} ({ours}), the other {other} ({theirs})",
                what=what,
                one=len(ours),
                other=len(theirs),
                ours=name_some(ours),
                theirs=name_some(theirs),
            )
        )
    if set(ours) != set(theirs):
        return list(range(len(ours)))
    place = {id: k for k, id in enumerate(theirs)}
    return [place[id] for id in ours]


class _Both:
    """Runs two executors, and says where they differ; for circuits that have no lookups."""

    seconds = 0.0

    def __init__(self, one: Executor, other: Executor, inputs: list[int], outputs: list[int]) -> None:
        self._one, self._other, self._inputs, self._outputs = one, other, inputs, outputs
        self.name = one.name

    def run(self, given: Words, out: Words) -> None:
        """Fill the one row of `out`."""
        width = out.shape[1]
        ours, theirs = spread(len(self._outputs), width), spread(len(self._outputs), width)
        self._one.run(given, ours)
        arranged = np.empty((len(given), width), np.uint64)
        arranged[self._inputs] = given
        self._other.run(arranged, theirs)
        out[0] = np.bitwise_or.reduce(ours ^ theirs[self._outputs], axis=0) if self._outputs else 0
