"""Many stimulus streams at once, 64 to a word, as compiled loops. Importing this module loads numba."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

_0, _1, _2, _3, _63 = (np.uint64(k) for k in (0, 1, 2, 3, 63))


@njit(cache=True, nogil=True)
def _choose(table: Any, a: Any, b: Any, c: Any, d: Any, into: Any) -> None:
    """Word by word the bit of a table that four others choose: of 16 words of equal bits, 15 choices leave one."""
    t = np.empty(16, np.uint64)
    for k in range(16):
        t[k] = _0 - (np.uint64(table) >> np.uint64(k) & _1)
    ab = np.empty(8, np.uint64)
    for k in range(8):
        ab[k] = t[2 * k] ^ t[2 * k + 1]
    t0, t1, t2, t3, t4, t5, t6, t7 = t[0], t[2], t[4], t[6], t[8], t[10], t[12], t[14]
    x0, x1, x2, x3, x4, x5, x6, x7 = ab[0], ab[1], ab[2], ab[3], ab[4], ab[5], ab[6], ab[7]
    for w in range(len(into)):
        p = a[w]
        e0, e1, e2, e3 = t0 ^ x0 & p, t1 ^ x1 & p, t2 ^ x2 & p, t3 ^ x3 & p
        e4, e5, e6, e7 = t4 ^ x4 & p, t5 ^ x5 & p, t6 ^ x6 & p, t7 ^ x7 & p
        q, r = b[w], c[w]
        f0, f1, f2, f3 = e0 ^ (e0 ^ e1) & q, e2 ^ (e2 ^ e3) & q, e4 ^ (e4 ^ e5) & q, e6 ^ (e6 ^ e7) & q
        g0, g1 = f0 ^ (f0 ^ f1) & r, f2 ^ (f2 ^ f3) & r
        into[w] = g0 ^ (g0 ^ g1) & d[w]


@njit(cache=True, nogil=True)
def _add_up(begin: Any, end: Any, synapses: Any, weights: Any, bias: Any, values: Any, into: Any) -> None:
    totals = np.empty(64)
    for w in range(len(into)):
        totals[:] = 0.0
        for k in range(begin, end):
            word = values[synapses[k], w]
            for lane in range(64):
                totals[lane] += weights[k] * (word >> np.uint64(lane) & _1)
        found = _0
        for lane in range(64):
            found |= np.uint64(totals[lane] + bias >= 0) << np.uint64(lane)
        into[w] = found


@njit(cache=True, nogil=True)
def play_lanes(
    settled: Any, inputs: Any, first: Any, runs: Any, sources: Any, tables: Any, starts: Any, synapses: Any,
    weights: Any, bias: Any, delays: Any, watch: Any, stimulus: Any, trace: Any, values: Any,
) -> None:  # fmt: skip
    """Make ticks in all streams.

    `values` has the shape (places, words), `stimulus` (ticks, inputs, words), `trace` (ticks, watched, words).
    """
    now, following = values, values if settled else values.copy()
    taken = np.empty((len(delays), values.shape[1]), np.uint64)
    for tick in range(len(stimulus)):
        now[inputs : inputs + stimulus.shape[1]] = stimulus[tick]
        if not settled:
            following[inputs : inputs + stimulus.shape[1]] = stimulus[tick]
            for k in range(len(watch)):
                trace[tick, k] = now[watch[k]]
        for run in range(len(runs)):
            for row in range(runs[run, 0], runs[run, 1]):
                into = following[first + row]
                if runs[run, 2]:
                    _add_up(starts[row], starts[row + 1], synapses, weights, bias[row], now, into)
                else:
                    a, b, c, d = sources[0, row], sources[1, row], sources[2, row], sources[3, row]
                    _choose(tables[row], now[a], now[b], now[c], now[d], into)
        if settled:
            for k in range(len(watch)):
                trace[tick, k] = now[watch[k]]
            for k in range(len(delays)):
                taken[k] = now[delays[k, 1]]
            for k in range(len(delays)):
                now[delays[k, 0]] = taken[k]
        else:
            now, following = following, now
    values[:] = now
