"""Unit-delay ticks by permutations of bytes, for CPUs with AVX-512 VBMI. Importing this module loads numba.

The values of a tick are bits, 1024 to a *table* of 128 bytes, which two registers hold. One instruction picks 64
bytes of a table by their numbers, a second one tests a bit of each: so 64 synapses are looked up at once. A row
of up to four sources is looked up four times at most, and fires as its table of 16 bits says: those are kept as
16 vectors of bits, of which 15 choices by the four looked-up bits leave one, for 512 rows at a time.

Rows stand in an order in which neighbours have their sources in the same tables, as each table that 64 rows read
costs a lookup.
"""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
from llvmlite import binding, ir
from numba import config, njit, types
from numba.core import cgutils
from numba.extending import intrinsic
from numpy.typing import NDArray

from circuitsim.engine.clock.plan import FEW, Plan
from circuitsim.engine.words import Words

TABLE = 1024
"""Values to a table."""

SMALLEST, LARGEST = 64, 16 * TABLE
"""From and up to how many values this is quicker than row by row: the lookups grow with the square."""

_1, _6, _63 = np.uint64(1), np.uint64(6), np.uint64(63)
_BYTES = ir.VectorType(ir.IntType(8), 64)
_WORDS = ir.VectorType(ir.IntType(64), 8)
_WORD = ir.IntType(64)


def usable(plan: Plan) -> bool:
    """Whether this CPU can do it, and the net is one for it: unit-delay, all rows tabulated."""
    if plan.settled or plan.runs[:, 2].any() or config.CPU_NAME or config.CPU_FEATURES:
        return False
    try:
        return bool(binding.get_host_cpu_features().get("avx512vbmi", False))
    except RuntimeError:  # LLVM does not know the host
        return False


class Lookups:
    """A net laid out for lookups.

    Attributes
    ----------
    bit : array of int64
        Where the value at each place of the plan stands among the bits of a tick.
        The rows come first, then what no row gives.
    words : int
        How many words all values take, in whole tables.
    """

    def __init__(self, plan: Plan) -> None:
        rows = len(plan.tables)
        fired = -(-rows // 512) * 512
        self.words = -(-(fired + plan.rows) // TABLE) * TABLE // 64
        bit = np.concatenate([fired + np.arange(plan.rows), np.arange(rows)])
        sources, tables = plan.sources.astype(np.int64), plan.tables
        # What a row reads, by table and in the order of the tables; silence needs no lookup, and comes last.
        where = np.where(sources > 0, bit[sources] // TABLE, self.words)
        turn = np.argsort(where, axis=0, kind="stable")
        where, sources = np.take_along_axis(where, turn, 0), np.take_along_axis(sources, turn, 0)
        tables = _turned(tables, turn)
        # Rows change places within their own table, so that `where` stays true.
        own = bit[plan.rows :] // TABLE
        order = np.lexsort((*where[::-1], own))
        bit[plan.rows + order] = np.arange(rows)
        self.bit = bit
        self._lay_out(bit[sources[:, order]], where[:, order])
        room = np.zeros((1 << FEW, -(-rows // 512) * 8), np.uint64)
        for k in range(1 << FEW):
            packed = np.packbits(tables[order] >> k & 1, bitorder="little")
            room[k].view(np.uint8)[: len(packed)] = packed
        self._looked_up = _zeros((FEW * room.shape[1],), np.uint64)
        self._truths = _zeros((room.size,), np.uint64)
        self._truths[:] = room.reshape(1 << FEW, -1, 8).transpose(1, 0, 2).ravel()

    def _lay_out(self, bits: NDArray[np.int64], where: NDArray[np.int64]) -> None:
        """One lookup for each 64 rows, source and table that they have in common."""
        slot, row = np.nonzero(where < self.words)
        at, table = bits[slot, row] % TABLE, where[slot, row]
        target = (row // 512 * FEW + slot) * 8 + row // 64 % 8
        kinds, number = np.unique(np.stack([table, target]), axis=1, return_inverse=True)
        again = np.ones(kinds.shape[1], bool)  # whether a target was looked up before, in another table
        again[np.unique(kinds[1], return_index=True)[1]] = False
        order = np.lexsort((kinds[1], again, kinds[0]))
        number = np.argsort(order)[number]
        self._indices, self._masks = _zeros((2, len(order), 64), np.uint8)
        self._indices[number, row % 64] = at // 8
        self._masks[number, row % 64] = 1 << at % 8
        self._targets = kinds[1, order]
        steps = np.arange(2 * (self.words // 16) + 1)
        self._begins = np.searchsorted((2 * kinds[0] + again)[order], steps)

    def play(
        self, values: NDArray[np.uint8], stimulus: Words, inputs: int, ticks: int, places: NDArray[Any], trace: Words
    ) -> int:
        """Make ticks from these values at the plan's places, leave there those after them, and fill in the trace.

        Returns how many rows changed in the last tick.
        """
        start = np.zeros(self.words * 64, np.uint8)
        start[self.bit] = values
        state = _zeros((65, self.words), np.uint64)
        state[:] = np.packbits(start, bitorder="little").view(np.uint64)
        watched = self.bit[places]
        words, number = np.unique(watched // 64, return_inverse=True)
        _play(
            state, stimulus, self.bit[inputs], ticks, self._truths, self._indices, self._masks, self._targets,
            self._begins, self._looked_up, words, np.zeros((len(words), 64), np.uint64), number * 64 + watched % 64,
            trace,
        )  # fmt: skip
        values[:] = np.unpackbits(state[0].view(np.uint8), bitorder="little")[self.bit]
        last = (ticks - 1) % 64
        return int(np.unpackbits((state[last] ^ state[last + 1]).view(np.uint8)).sum())


def _zeros(shape: tuple[int, ...], dtype: Any) -> NDArray[Any]:
    """Zeros that begin with a line of the cache, so that no vector lies across two of them."""
    size = math.prod(shape) * np.dtype(dtype).itemsize
    room = np.zeros(size + 63, np.uint8)
    start = -room.ctypes.data % 64
    return room[start : start + size].view(dtype).reshape(shape)


def _turned(tables: NDArray[np.uint16], turn: NDArray[np.int64]) -> NDArray[np.uint16]:
    """The tables of rows whose sources change places: the new source k was number `turn[k]`."""
    found = np.zeros_like(tables)
    for combination in range(1 << FEW):
        before = sum((combination >> k & 1) << turn[k] for k in range(FEW))
        found |= (tables >> np.asarray(before).astype(np.uint16) & 1) << np.uint16(combination)
    return found


@njit(cache=True, nogil=True)
def _play(
    state: Any, stimulus: Any, inputs: Any, ticks: Any, truths: Any, indices: Any, masks: Any,
    targets: Any, begins: Any, looked_up: Any, words: Any, turned: Any, watched: Any, trace: Any,
) -> None:  # fmt: skip
    """64 ticks at a time: tick by tick into the rows of `state`, then what is watched turned into words."""
    for first in range(0, ticks, 64):
        count = min(64, ticks - first)
        for k in range(len(stimulus)):
            word, bit = np.uint64(inputs + k) >> _6, np.uint64(inputs + k) & _63
            given = stimulus[k, first >> 6]
            for tick in range(64):
                state[tick, word] = state[tick, word] & ~(_1 << bit) | (given >> np.uint64(tick) & _1) << bit
        for tick in range(count):
            for table in range(len(begins) // 2):
                begin, more, end = begins[2 * table], begins[2 * table + 1], begins[2 * table + 2]
                if begin < more:
                    _look_up(state, tick, table * 16, indices, masks, targets, looked_up, begin, more)
                if more < end:
                    _look_up_more(state, tick, table * 16, indices, masks, targets, looked_up, more, end)
            _choose(truths, looked_up, state, tick + 1, len(looked_up) // 32)
        for k in range(len(words)):
            for tick in range(64):
                turned[k, tick] = state[tick, words[k]] if tick < count else np.uint64(0)
            _transpose(turned[k])
        for k in range(len(watched)):
            trace[k, first >> 6] = turned[watched[k] >> 6, watched[k] & 63]
        state[0] = state[count]


@njit(cache=True, nogil=True)
def _transpose(square: Any) -> None:
    """Make bit i of word k bit k of word i: quarters are exchanged, then quarters of quarters."""
    half, mask = np.uint64(32), np.uint64(0xFFFFFFFF)
    while half:
        for k in range(64):
            if not np.uint64(k) & half:
                one, other = np.uint64(k), np.uint64(k) + half
                exchange = (square[one] >> half ^ square[other]) & mask
                square[other] ^= exchange
                square[one] ^= exchange << half
        half >>= _1
        mask ^= mask << half


def _vector(builder: Any, pointer: Any, kind: Any) -> Any:
    load = builder.load(builder.bitcast(pointer, kind.as_pointer()))
    load.align = 64
    return load


def _emit_lookups(more: bool, context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
    """64 synapses at a time in one table, from lookup `begin` to `end`; `more` adds to what was found before."""
    table, index_data, mask_data, target_data, results = (
        context.make_array(signature.args[k])(context, builder, arguments[k]) for k in (0, 3, 4, 5, 6)
    )
    _, tick, word, *_, begin, end = arguments
    width = builder.extract_value(table.shape, 1)
    start = builder.gep(table.data, [builder.add(builder.mul(tick, width), word)])
    low, high = (_vector(builder, builder.gep(start, [_WORD(8 * half)]), _BYTES) for half in range(2))
    kind = ir.FunctionType(_BYTES, [_BYTES] * 3)
    permute = builder.module.declare_intrinsic("llvm.x86.avx512.vpermi2var.qi.512", fnty=kind)
    with cgutils.for_range_slice(builder, begin, end, _WORD(1)) as (k, _):
        at = builder.mul(k, _WORD(64))
        index = _vector(builder, builder.gep(index_data.data, [at]), _BYTES)
        mask = _vector(builder, builder.gep(mask_data.data, [at]), _BYTES)
        bits = builder.and_(builder.call(permute, [low, index, high]), mask)
        hits = builder.bitcast(builder.icmp_unsigned("!=", bits, _BYTES(None)), _WORD)
        place = builder.gep(results.data, [builder.load(builder.gep(target_data.data, [k]))])
        builder.store(builder.or_(builder.load(place), hits) if more else hits, place)
    return context.get_dummy_value()


@intrinsic
def _look_up(
    typingctx: Any, state: Any, tick: Any, word: Any, indices: Any, masks: Any, targets: Any, looked_up: Any,
    begin: Any, end: Any,
) -> Any:  # fmt: skip
    kind = types.void(state, tick, word, indices, masks, targets, looked_up, begin, end)
    return kind, partial(_emit_lookups, False)


@intrinsic
def _look_up_more(
    typingctx: Any, state: Any, tick: Any, word: Any, indices: Any, masks: Any, targets: Any, looked_up: Any,
    begin: Any, end: Any,
) -> Any:  # fmt: skip
    kind = types.void(state, tick, word, indices, masks, targets, looked_up, begin, end)
    return kind, partial(_emit_lookups, True)


@intrinsic
def _choose(typingctx: Any, truths: Any, looked_up: Any, state: Any, tick: Any, count: Any) -> Any:
    """Fire 512 rows at a time: of 16 vectors of bits leave the one that four looked-up bits choose."""

    def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        truth_data, results, bits = (
            context.make_array(signature.args[k])(context, builder, arguments[k]) for k in range(3)
        )
        *_, tick, count = arguments
        width = builder.extract_value(bits.shape, 1)
        start = builder.gep(bits.data, [builder.mul(tick, width)])
        with cgutils.for_range(builder, count) as loop:
            here = builder.mul(loop.index, _WORD(8 << FEW))
            left = [
                _vector(builder, builder.gep(truth_data.data, [builder.add(here, _WORD(8 * k))]), _WORDS)
                for k in range(1 << FEW)
            ]
            for k in range(FEW):
                there = builder.add(builder.mul(loop.index, _WORD(8 * FEW)), _WORD(8 * k))
                by = _vector(builder, builder.gep(results.data, [there]), _WORDS)
                left = [
                    builder.xor(no, builder.and_(by, builder.xor(no, yes)))
                    for no, yes in zip(left[::2], left[1::2], strict=True)
                ]
            place = builder.gep(start, [builder.mul(loop.index, _WORD(8))])
            builder.store(left[0], builder.bitcast(place, _WORDS.as_pointer())).align = 64
        return context.get_dummy_value()

    return types.void(truths, looked_up, state, tick, count), codegen
