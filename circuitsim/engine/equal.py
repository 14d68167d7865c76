"""Whether two circuits do the same, pattern by pattern, on all patterns or on random ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from circuitsim.engine.lower.miter import miter
from circuitsim.engine.lowered import Executor, Lowered
from circuitsim.engine.packing import Words, spread, words_of
from circuitsim.engine.patterns import Random, Stimulus
from circuitsim.engine.program import Program
from circuitsim.engine.reduce import Differences
from circuitsim.engine.sweep import sweep
from circuitsim.errors import InputError, name_some
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence


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
    engine: Literal["reference", "words", "native"]

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


def compare(
    one: Program,
    other: Program,
    *,
    patterns: int | None = None,
    seed: int = 0,
    count: bool = True,
    threads: int | None = None,
    progress: Progress = silent,
) -> Comparison:
    """Run two circuits over the same patterns.

    Inputs and outputs that have the same names belong together; where they have not, those in the same places do.

    Parameters
    ----------
    patterns, seed : int, optional
        How many random patterns to run, and of which seed; all patterns where it is left out.
    count : bool
        Whether to count all differences; otherwise the search ends soon after the first.
    threads, progress
        As for `Program.run`.

    Raises
    ------
    InputError
        Where inputs or outputs do not fit, or are not 0 or 1 alone.

    Examples
    --------
    >>> import circuitsim as cs
    >>> one, other = (cs.compile(cs.example(name)) for name in ("full_adder", "full_adder_two_tlus"))
    >>> print(compare(one, other))
    equal on all 8 patterns
    """
    stimulus = one.counting() if patterns is None else one.random(patterns, seed)
    both = executor(one, other, words_of(stimulus.patterns))
    found = sweep(both, 1, stimulus, Differences.of, threads, progress, lambda sofar: not count and sofar.count > 0)
    return conclude(one, other, stimulus, found, both.name)


def conclude(
    one: Program,
    other: Program,
    stimulus: Stimulus,
    found: Differences,
    engine: Literal["reference", "words", "native"],
) -> Comparison:
    """What the differences that were found say."""
    if found.first is None:
        return Comparison(True, found.patterns, 0, None, {}, {}, engine)
    inputs, outputs = partners(one, other)
    if isinstance(stimulus, Random):
        tile = stimulus.tile(1)
        tile.move(found.first // 64)
        bits = [int(word) >> found.first % 64 & 1 for word in tile.words[:, 0]]
    else:
        bits = [found.first >> k & 1 for k in reversed(range(len(one.inputs)))]
    given = dict(zip(one.inputs, bits, strict=True))
    theirs = list(other.evaluate({other.inputs[place]: bit for place, bit in zip(inputs, bits, strict=True)}).values())
    others = {id: theirs[place] for id, place in zip(one.outputs, outputs, strict=True)}
    return Comparison(False, found.patterns, found.count, given, one.evaluate(given), others, engine)


def seconds(one: Program, other: Program) -> float:
    """How long one thread is expected to take for all patterns."""
    words = words_of(one.counting().patterns)
    first, second = one.lookups(), other.lookups()
    if first is None or second is None:
        return one.plan(64 * words).seconds + other.plan(64 * words).seconds
    return Lowered(miter(first.lookups, second.lookups, *partners(one, other))).plan(words).seconds


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


def executor(one: Program, other: Program, words: int) -> Executor:
    """What runs so many words through both; its one output is 1 where they differ."""
    inputs, outputs = partners(one, other)
    first, second = one.lookups(), other.lookups()
    if first is not None and second is not None and first.forced == second.forced:
        return Lowered(miter(first.lookups, second.lookups, inputs, outputs), first.forced).executor(words)
    return _Both(one.executor(words), other.executor(words), inputs, outputs)


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
