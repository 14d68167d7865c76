"""Hold the inputs still, and tick until nothing changes: what evaluating a unit-delay circuit means.

A state that comes back proves that no rest is coming. Brent's method (1980) finds that with one
remembered state: periods can be astronomical, and memory stays constant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine.clock.compiled import Compiled, Quest, compiled, worth
from circuitsim.engine.net import Net, Range
from circuitsim.engine.packing import Words, pack, unpack
from circuitsim.engine.walk import State, Values, Walk
from circuitsim.engine.words import Column, WordEngine
from circuitsim.errors import NotSettledError, OscillationError, name_some
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence

MAX_TICKS = 1_000_000
_OFTEN = 64  # ticks after which somebody may want to know
_FEW = 1000  # patterns that are sooner done one by one in compiled loops than all at once in numpy


class Lap:
    """Tells when a state comes back, with one remembered state (Brent's method).

    >>> lap = Lap((0,))
    >>> [lap.came_back(state) for state in ((1,), (2,), (1,))]
    [False, False, True]
    >>> lap.length
    2
    """

    def __init__(self, state: object) -> None:
        self.remembered = state
        self.most = 1
        self.length = 0

    def came_back(self, state: object) -> bool:
        """Whether the state that follows is the remembered one; `length` is the number of ticks since."""
        self.length += 1
        if state == self.remembered:
            return True
        if self.length == self.most:
            self.remembered, self.most, self.length = state, 2 * self.most, 0
        return False


def rest(
    walk: Walk, inputs: Sequence[float], max_ticks: int = MAX_TICKS, progress: Progress = silent
) -> tuple[Values, int]:
    """The values at rest, and the tick at which they are first all there.

    Raises
    ------
    OscillationError
        Where the state comes back to an earlier one; `period`, `nodes` and `given` tell more.
    NotSettledError
        Where neither happens within `max_ticks`.
    """
    state = walk.start()
    lap = Lap(state)
    for tick in range(max_ticks + 1):
        values = walk.look(state, inputs)
        following = walk.advance(values)
        if following == state:
            return values, tick
        if lap.came_back(following):
            raise oscillation(walk, following, inputs, lap.length, progress)
        state = following
        if not tick % _OFTEN:
            progress(None)
            fast = compiled(walk.net) if worth(walk.net, tick) else None
            if fast is not None:
                return _rest(
                    fast,
                    walk,
                    Quest(state, lap.remembered, lap.length, lap.most, tick + 1),
                    inputs,
                    max_ticks,
                    progress,
                )
    raise _not_settled(max_ticks)


def _rest(
    fast: Compiled, walk: Walk, quest: Quest, inputs: Sequence[float], max_ticks: int, progress: Progress
) -> tuple[Values, int]:
    """`rest`, from some tick on, by compiled loops."""
    while not quest.rests and quest.tick <= max_ticks:
        progress(None)
        fast.search(quest, inputs, min(fast.block, max_ticks + 1 - quest.tick))
        if quest.cycles:
            raise oscillation(walk, tuple(quest.state.tolist()), inputs, quest.length, progress)
    if not quest.rests:
        raise _not_settled(max_ticks)
    return walk.look(tuple(quest.state.tolist()), inputs), quest.tick


def rest_of_all(
    engine: WordEngine,
    inputs: Sequence[Column],
    count: int,
    max_ticks: int = MAX_TICKS,
    progress: Progress = silent,
) -> list[Column]:
    """The values at rest of `count` patterns at once; the errors of `rest`, for the first pattern to fail."""
    values, restless = rest_of_each(engine, inputs, count, max_ticks, progress, first=True)
    if restless.any():
        guilty = int(np.flatnonzero(restless)[0])
        rest(Walk(engine.net), one_of(engine, inputs, guilty, count), max_ticks, progress)
        raise AssertionError("the reference walk came to rest where the word engine did not")
    return values


def rest_of_each(
    engine: WordEngine,
    inputs: Sequence[Column],
    count: int,
    max_ticks: int = MAX_TICKS,
    progress: Progress = silent,
    *,
    first: bool = False,
) -> tuple[list[Column], NDArray[np.bool_]]:
    """The values at rest of `count` patterns at once, and which of them never come to rest.

    What the values of a restless pattern are is left open. With `first` the search ends where one is found.
    """
    state = engine.start(count)
    remembered, most, length = state, 1, 0
    restless = np.zeros(-(-count // 64), np.uint64)
    for tick in range(max_ticks + 1):
        progress(None)
        values = engine.look(state, inputs, count)
        following = engine.advance(values, count)
        moving = _differ(engine, following, state, count) & ~restless
        if moving.any():
            length += 1
            back = moving & ~_differ(engine, following, remembered, count)
            restless |= back
        if not moving.any() or (first and back.any()):
            return values, unpack(restless, count).astype(bool)
        if not tick % _OFTEN and worth(engine.net, tick) and compiled(engine.net) is not None:
            movers = np.flatnonzero(unpack(moving & ~restless, count))
            if len(movers) <= _FEW:
                _one_by_one(engine, inputs, count, movers.tolist(), values, restless, max_ticks, progress, first)
                return values, unpack(restless, count).astype(bool)
        if length == most:
            remembered, most, length = following, most * 2, 0
        state = following
    raise _not_settled(max_ticks)


def _one_by_one(
    engine: WordEngine, inputs: Sequence[Column], count: int, movers: Sequence[int], values: list[Column],
    restless: Words, max_ticks: int, progress: Progress, first: bool,
) -> None:  # fmt: skip
    """Put the values at rest of some patterns, all of them bits, into those of all, each by itself."""
    walk = Walk(engine.net)
    table = np.array(values)
    for pattern in movers:
        word, bit = pattern // 64, np.uint64(pattern % 64)
        try:
            found, _ = rest(walk, one_of(engine, inputs, pattern, count), max_ticks, progress)
        except OscillationError:
            restless[word] |= np.uint64(1) << bit
            if first:
                break
        else:
            table[:, word] &= ~(np.uint64(1) << bit)
            table[:, word] |= np.array(found, np.uint64) << bit
    values[:] = table


def _differ(engine: WordEngine, one: Sequence[Column], other: Sequence[Column], count: int) -> Words:
    """The patterns whose states differ, as set bits."""
    differ = np.zeros(-(-count // 64), np.uint64)
    for keeper, a, b in zip(engine.net.keepers, one, other, strict=True):
        differ |= a ^ b if engine.net.ranges[keeper] == Range.BIT else pack(a != b)
    return differ & pack(np.ones(count, bool))


def one_of(engine: WordEngine, inputs: Sequence[Column], pattern: int, count: int) -> list[float]:
    """The inputs of one pattern."""
    return [
        engine.numbers(signal, column, count)[pattern].item()
        for signal, column in zip(engine.net.inputs, inputs, strict=True)
    ]


def oscillation(
    walk: Walk, state: State, inputs: Sequence[float], period: int, progress: Progress = silent
) -> OscillationError:
    """The error that says what goes on from a state that comes back after `period` ticks."""
    net: Net = walk.net
    ticks = min(period, 10_000)  # enough to name them; a full lap may be very long
    fast = compiled(net) if worth(net, ticks) else None
    if fast is not None:
        changing = _changing(fast, net, state, inputs, ticks, progress)
    else:
        changing = set()
        at = state
        for _ in range(ticks):
            progress(None)
            following = walk.advance(walk.look(at, inputs))
            changing.update(k for k, now, then in zip(net.keepers, at, following, strict=True) if now != then)
            at = following
    names = [net.name(k) for k in sorted(changing)]
    return OscillationError(
        Sentence(
            "with these inputs the circuit never comes to rest: it repeats every {period} ticks, and {names} keep "
            "changing; step it through time with a Simulator instead, or break the loop",
            period=period,
            names=name_some(names),
        ),
        period,
        names,
        dict(zip(net.input_ids, inputs, strict=True)),
    )


def _changing(
    fast: Compiled, net: Net, state: State, inputs: Sequence[float], ticks: int, progress: Progress
) -> set[int]:
    """The keepers that are not all the time what they are in a state, by compiled loops."""
    first = np.array(state, np.uint8)
    held = -np.array(inputs, np.uint64)[:, None]
    changes = np.zeros(len(first), bool)
    now: Any = first
    for done in range(0, ticks, fast.block):
        progress(None)
        count = min(fast.block, ticks - done)
        words = np.repeat(held, -(-count // 64), axis=1)
        now, trace = fast.play(now, words, count, net.keepers)
        changes |= (unpack(trace, count) != first[:, None]).any(axis=1) | (now != first)
    return {keeper for keeper, change in zip(net.keepers, changes.tolist(), strict=True) if change}


def _not_settled(max_ticks: int) -> NotSettledError:
    return NotSettledError(
        Sentence(
            "not settled after {ticks:,} ticks, and no state came back either; allow more (max_ticks), "
            "or step the circuit through time with a Simulator",
            ticks=max_ticks,
        )
    )
