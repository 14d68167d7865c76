"""Hold the inputs still, and tick until nothing changes: what evaluating a unit-delay circuit means.

A state that comes back proves that no rest is coming. Brent's method (1980) finds that with one
remembered state: periods can be astronomical, and memory stays constant.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from circuitsim.engine.net import Net, Range
from circuitsim.engine.walk import Values, Walk
from circuitsim.engine.words import Column, WordEngine, Words, pack, unpack
from circuitsim.errors import NotSettledError, OscillationError, name_some
from circuitsim.sentences import Sentence

MAX_TICKS = 1_000_000


def rest(walk: Walk, inputs: Sequence[float], max_ticks: int = MAX_TICKS) -> tuple[Values, int]:
    """The values at rest, and the tick at which they are first all there.

    Raises
    ------
    OscillationError
        Where the state comes back to an earlier one; `period` and `nodes` tell more.
    NotSettledError
        Where neither happens within `max_ticks`.
    """
    state = walk.start()
    remembered, lap, since = state, 1, 0
    for tick in range(max_ticks + 1):
        values = walk.look(state, inputs)
        following = walk.advance(values)
        if following == state:
            return values, tick
        since += 1
        if following == remembered:
            raise _oscillation(walk, following, inputs, since)
        if since == lap:
            remembered, lap, since = following, lap * 2, 0
        state = following
    raise _not_settled(max_ticks)


def rest_of_all(engine: WordEngine, inputs: Sequence[Column], count: int, max_ticks: int = MAX_TICKS) -> list[Column]:
    """The values at rest of `count` patterns at once; the errors of `rest`, for the first pattern to fail."""
    state = engine.start(count)
    remembered, lap, since = state, 1, 0
    for _ in range(max_ticks + 1):
        values = engine.look(state, inputs, count)
        following = engine.advance(values, count)
        moving = _differ(engine, following, state, count)
        if not moving.any():
            return values
        since += 1
        back = moving & ~_differ(engine, following, remembered, count)
        if back.any():
            guilty = int(np.flatnonzero(unpack(back, count))[0])
            walk = Walk(engine.net)
            rest(walk, _one(engine, inputs, guilty, count), max_ticks)
            raise AssertionError("the reference walk came to rest where the word engine did not")
        if since == lap:
            remembered, lap, since = following, lap * 2, 0
        state = following
    raise _not_settled(max_ticks)


def _differ(engine: WordEngine, one: Sequence[Column], other: Sequence[Column], count: int) -> Words:
    """The patterns whose states differ, as set bits."""
    differ = np.zeros(-(-count // 64), np.uint64)
    for keeper, a, b in zip(engine.net.keepers, one, other, strict=True):
        differ |= a ^ b if engine.net.ranges[keeper] == Range.BIT else pack(a != b)
    return differ & pack(np.ones(count, bool))


def _one(engine: WordEngine, inputs: Sequence[Column], pattern: int, count: int) -> list[float]:
    return [
        engine.numbers(signal, column, count)[pattern].item()
        for signal, column in zip(engine.net.inputs, inputs, strict=True)
    ]


def _oscillation(walk: Walk, state: tuple[float, ...], inputs: Sequence[float], period: int) -> OscillationError:
    net: Net = walk.net
    changing: set[int] = set()
    at = state
    for _ in range(min(period, 10_000)):  # enough to name them; a full lap may be very long
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
    )


def _not_settled(max_ticks: int) -> NotSettledError:
    return NotSettledError(
        Sentence(
            "not settled after {ticks:,} ticks, and no state came back either; allow more (max_ticks), "
            "or step the circuit through time with a Simulator",
            ticks=max_ticks,
        )
    )
