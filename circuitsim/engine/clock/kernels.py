"""Ticks as compiled loops. Importing this module loads numba.

A tick is *synchronous*, every row fired in turn, or *event-driven*: only the rows are fired that read a value which
has changed; in settled timing in the same order, for which a bit is set for each. The latter is taken where few
values changed in the tick before. Both give the same bits.

Stimulus and traces are words by signal: tick t is bit t % 64 of word t // 64. Indices are unsigned, since
numba looks at the sign of others at every access.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

AUTO, SYNCHRONOUS, EVENTS = range(3)
SPARSE = 32
"""Event-driven where not more than one in so many values changed."""

MOVING, RESTING, CYCLING = range(3)
_0, _1, _2, _3, _6, _63 = (np.uint64(k) for k in (0, 1, 2, 3, 6, 63))
_ONE, _TWO, _THREE = (np.uint32(k) for k in (1, 2, 3))


@njit(cache=True, nogil=True, inline="always")
def _look_up(row: Any, sources: Any, tables: Any, values: Any) -> Any:
    combination = (
        np.uint32(values[sources[_0, row]])
        | np.uint32(values[sources[_1, row]]) << _ONE
        | np.uint32(values[sources[_2, row]]) << _TWO
        | np.uint32(values[sources[_3, row]]) << _THREE
    )
    return np.uint8(np.uint32(tables[row]) >> combination & _ONE)


@njit(cache=True, nogil=True, inline="always")
def _add_up(row: Any, starts: Any, synapses: Any, weights: Any, bias: Any, values: Any) -> Any:
    total = 0.0
    for k in range(np.uint64(starts[row]), np.uint64(starts[row + _1])):
        total += weights[np.uint64(k)] * values[synapses[np.uint64(k)]]
    return np.uint8(total + bias[row] >= 0)


@njit(cache=True, nogil=True)
def fire_all(
    first: Any, runs: Any, sources: Any, tables: Any, starts: Any, synapses: Any, weights: Any, bias: Any,
    values: Any, into: Any,
) -> None:  # fmt: skip
    """Fire every row on the values, into another array (or the same); `first` is the place of row 0."""
    for run in range(len(runs)):
        begin, end = np.uint64(runs[run, 0]), np.uint64(runs[run, 1])
        if runs[run, 2]:
            for k in range(begin, end):
                row = np.uint64(k)
                into[first + row] = _add_up(row, starts, synapses, weights, bias, values)
        else:
            for k in range(begin, end):
                row = np.uint64(k)
                into[first + row] = _look_up(row, sources, tables, values)


@njit(cache=True, nogil=True)
def _touch(place: Any, reader_starts: Any, readers: Any, dirty: Any) -> None:
    """Set the bits of the rows that read a place."""
    for k in range(np.uint64(reader_starts[place]), np.uint64(reader_starts[place + _1])):
        row = np.uint64(readers[np.uint64(k)])
        dirty[row >> _6] |= _1 << (row & _63)


@intrinsic
def _lowest(typingctx: Any, word: Any) -> Any:
    """The number of the lowest bit that is set."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.IntType(1)(1))

    return types.uint64(types.uint64), codegen


@njit(cache=True, nogil=True, inline="always")
def _fire(row: Any, sources: Any, tables: Any, starts: Any, synapses: Any, weights: Any, bias: Any, values: Any) -> Any:
    """Fire one row, of which the sources stand together."""
    if len(synapses) and starts[row] != starts[row + _1]:
        return _add_up(row, starts, synapses, weights, bias, values)
    combination = (
        np.uint32(values[sources[row, _0]])
        | np.uint32(values[sources[row, _1]]) << _ONE
        | np.uint32(values[sources[row, _2]]) << _TWO
        | np.uint32(values[sources[row, _3]]) << _THREE
    )
    return np.uint8(np.uint32(tables[row]) >> combination & _ONE)


@njit(cache=True, nogil=True, inline="always")
def _fire_readers(
    first: Any, sources: Any, tables: Any, starts: Any, synapses: Any, weights: Any, bias: Any, reader_starts: Any,
    readers: Any, marked: Any, listed: Any, values: Any, changed: Any, count: Any,
) -> Any:  # fmt: skip
    """Fire the rows that read so many changed places, all on the same values, and list the places that change.

    `marked` has a byte for each row, 0 between calls. There is no branch for a row: the memory is asked for many at
    once.
    """
    number = np.uint64(0)
    for k in range(count):
        place = changed[k]
        for j in range(np.uint64(reader_starts[place]), np.uint64(reader_starts[place + _1])):
            row = np.uint64(readers[np.uint64(j)])
            listed[number] = np.uint32(row)
            number += np.uint64(_1 - marked[row])
            marked[row] = 1
    count = 0
    for k in range(number):
        row = np.uint64(listed[np.uint64(k)])
        marked[row] = 0
        value = _fire(row, sources, tables, starts, synapses, weights, bias, values)
        changed[count] = first + row
        count += value != values[first + row]
    return count


@njit(cache=True, nogil=True)
def _fire_in_turn(
    first: Any, sources: Any, tables: Any, starts: Any, synapses: Any, weights: Any, bias: Any, reader_starts: Any,
    readers: Any, dirty: Any, values: Any,
) -> Any:  # fmt: skip
    """Fire the rows whose bits are set, each on what those before it gave; clear the bits, and count the changes."""
    count = 0
    for k in range(len(dirty)):
        while dirty[k]:  # grows as it is walked, at its end
            row = (np.uint64(k) << _6) + _lowest(dirty[k])
            dirty[k] &= dirty[k] - _1
            value = _fire(row, sources, tables, starts, synapses, weights, bias, values)
            if value != values[first + row]:
                values[first + row] = value
                _touch(first + row, reader_starts, readers, dirty)
                count += 1
    return count


@njit(cache=True, nogil=True)
def _apply(stimulus: Any, tick: Any, first: Any, values: Any, changed: Any, count: Any) -> Any:
    """Give the inputs their values, and add those that change to a list."""
    for k in range(len(stimulus)):
        bit = np.uint8(stimulus[k, tick >> 6] >> np.uint64(tick & 63) & _1)
        place = np.uint64(first + k)
        if bit != values[place]:
            values[place] = bit
            changed[count] = place
            count += 1
    return count


@njit(cache=True, nogil=True)
def _record(watch: Any, values: Any, tick: Any, last: Any, gathered: Any, trace: Any) -> None:
    """Note what is watched; words go to the trace when they are full."""
    shift = np.uint64(tick & 63)
    if not shift:
        gathered[:] = 0
    for k in range(len(watch)):
        gathered[k] |= np.uint64(values[watch[k]]) << shift
    if shift == _63 or tick == last:
        trace[:, tick >> 6] = gathered


@njit(cache=True, nogil=True)
def _differences(one: Any, other: Any) -> Any:
    count = 0
    for k in range(len(one)):
        count += one[k] != other[k]
    return count


@njit(cache=True, nogil=True)
def play_unit(
    mode: Any, inputs: Any, first: Any, runs: Any, sources: Any, tables: Any, starts: Any, synapses: Any,
    weights: Any, bias: Any, reader_starts: Any, readers: Any, by_row: Any, watch: Any, stimulus: Any, ticks: Any,
    trace: Any, values: Any,
) -> Any:  # fmt: skip
    """Make ticks in unit-delay timing: all rows fire on the values before. Gives how many changed in the last."""
    now, following = values.copy(), values.copy()
    gathered = np.zeros(len(watch), np.uint64)
    changed = np.empty(len(values) + 1, np.uint64)
    marked = np.zeros(len(tables), np.uint8)
    listed = np.empty(len(tables) + 1, np.uint32)
    sparse = False  # whether `changed` lists what changed in the last tick
    count = 0
    for tick in range(ticks):
        count = _apply(stimulus, tick, inputs, now, changed, count if sparse else 0)
        _record(watch, now, tick, ticks - 1, gathered, trace)
        if sparse and (mode == EVENTS or count * SPARSE <= len(tables)):
            count = _fire_readers(
                first, by_row, tables, starts, synapses, weights, bias, reader_starts, readers, marked, listed, now,
                changed, count,
            )  # fmt: skip
            for k in range(count):
                now[changed[k]] ^= np.uint8(1)
        else:
            for k in range(inputs, inputs + len(stimulus)):
                following[k] = now[k]
            fire_all(first, runs, sources, tables, starts, synapses, weights, bias, now, following)
            now, following = following, now
            count = len(tables) if mode == SYNCHRONOUS else _differences(now, following)
            sparse = mode == EVENTS or count * SPARSE <= len(tables)
            if sparse:
                count = 0
                for k in range(first, np.uint64(len(now))):
                    if now[np.uint64(k)] != following[np.uint64(k)]:
                        changed[count] = np.uint64(k)
                        count += 1
    values[:] = now
    return count


@njit(cache=True, nogil=True)
def play_settled(
    mode: Any, inputs: Any, first: Any, runs: Any, sources: Any, tables: Any, starts: Any, synapses: Any,
    weights: Any, bias: Any, reader_starts: Any, readers: Any, by_row: Any, delays: Any, watch: Any, stimulus: Any,
    ticks: Any, trace: Any, values: Any,
) -> None:  # fmt: skip
    """Make ticks in settled timing: rows fire one after the other, then the delays take in their sources."""
    before = values.copy()
    taken = np.zeros(len(delays), np.uint8)
    gathered = np.zeros(len(watch), np.uint64)
    changed = np.empty(len(values) + 1, np.uint64)
    dirty = np.zeros((len(tables) + 63) >> 6, np.uint64)
    sparse = False
    count = 0
    for tick in range(ticks):
        count = _apply(stimulus, tick, inputs, values, changed, count)
        if sparse and (mode == EVENTS or count * SPARSE <= len(tables)):
            for k in range(count):
                _touch(changed[k], reader_starts, readers, dirty)
            count = _fire_in_turn(
                first, by_row, tables, starts, synapses, weights, bias, reader_starts, readers, dirty, values
            )  # fmt: skip
        else:
            if mode == AUTO:
                before[:] = values
            fire_all(first, runs, sources, tables, starts, synapses, weights, bias, values, values)
            count = _differences(before, values) if mode == AUTO else 0
        sparse = mode == EVENTS or (mode == AUTO and count * SPARSE <= len(tables))
        _record(watch, values, tick, ticks - 1, gathered, trace)
        for k in range(len(delays)):
            taken[k] = values[delays[k, 1]]
        count = 0
        for k in range(len(delays)):
            if values[delays[k, 0]] != taken[k]:
                values[delays[k, 0]] = taken[k]
                changed[count] = delays[k, 0]
                count += 1


@njit(cache=True, nogil=True)
def rest_unit(
    first: Any, runs: Any, sources: Any, tables: Any, starts: Any, synapses: Any, weights: Any, bias: Any,
    values: Any, remembered: Any, lap: Any, ticks: Any,
) -> Any:  # fmt: skip
    """Tick with the inputs held, until nothing changes or the remembered values come back (Brent).

    `lap` is how long ago the values were remembered, and how long they are kept. Gives the ticks made, and why
    they ended; `values` are then those that rest or have come back.
    """
    now, following = values.copy(), values.copy()
    why, tick = MOVING, 0
    while tick < ticks and why == MOVING:
        fire_all(first, runs, sources, tables, starts, synapses, weights, bias, now, following)
        if not _differences(now, following):
            why = RESTING
            break
        now, following = following, now
        tick += 1
        lap[0] += 1
        if not _differences(now, remembered):
            why = CYCLING
        elif lap[0] == lap[1]:
            remembered[:] = now
            lap[0], lap[1] = 0, 2 * lap[1]
    values[:] = now
    return tick, why
