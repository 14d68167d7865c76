"""In which order instances come: as they stand, or shuffled as scikit-learn shuffles.

scikit-learn's Fisher-Yates shuffle draws from xorshift32 (Marsaglia 2003). The seed goes into each
epoch by value, so every epoch applies the same permutation p to the order of the epoch before:
epoch e goes through p**(e + 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Order = NDArray[np.int32]
_LARGEST = 2**31 - 1


def random_state(seed: Any) -> np.random.RandomState:
    """What scikit-learn makes of `random_state`: None is numpy's global state, an integer a fresh one."""
    if seed is None or seed is np.random:
        return np.random.mtrand._rand
    return seed if isinstance(seed, np.random.RandomState) else np.random.RandomState(seed)


def binary_seed(seed: Any) -> int:
    """The seed of the shuffle, for one output.

    >>> [binary_seed(seed) for seed in (0, 1, 42)]
    [398764591, 2135392491, 1273642419]
    """
    if isinstance(seed, (int, np.integer)):
        return _known_seed(int(seed))
    return _drawn_seed(random_state(seed))


def class_seeds(seed: Any, count: int) -> list[int]:
    """A seed for each of many classes, of which each sees an order of its own.

    >>> class_seeds(0, 3)
    [1702673635, 1586107549, 1930872371]
    """
    if isinstance(seed, (int, np.integer)):
        return list(_known_seeds(int(seed), count))
    drawn = random_state(seed).randint(_LARGEST, size=count)
    return [binary_seed(int(each)) for each in drawn]


@lru_cache(maxsize=256)
def _known_seed(seed: int) -> int:
    return _drawn_seed(np.random.RandomState(seed))


@lru_cache(maxsize=64)
def _known_seeds(seed: int, count: int) -> tuple[int, ...]:
    drawn = np.random.RandomState(seed).randint(_LARGEST, size=count)
    return tuple(_drawn_seed(np.random.RandomState(int(each))) for each in drawn)


def _drawn_seed(state: np.random.RandomState) -> int:
    state.randint(1, _LARGEST)  # scikit-learn draws one for its data set first
    return int(state.randint(_LARGEST))


def permutation(count: int, seed: int) -> list[int]:
    """The permutation that every epoch applies to the order of the one before.

    >>> permutation(4, binary_seed(0)), permutation(10, binary_seed(0))
    ([3, 1, 2, 0], [7, 0, 6, 8, 1, 3, 2, 4, 9, 5])
    """
    order = list(range(count))
    seed = seed or 1
    for i in range(count - 1):
        seed ^= seed << 13 & 0xFFFFFFFF
        seed ^= seed >> 17
        seed ^= seed << 5 & 0xFFFFFFFF
        j = i + (seed & 0x7FFFFFFF) % (count - i)
        order[i], order[j] = order[j], order[i]
    return order


def epochs(count: int, seed: int | None) -> Iterator[Order]:
    """The order of each epoch, without end; the order of the rows where there is no seed.

    >>> orders = epochs(4, binary_seed(0))
    >>> next(orders).tolist(), next(orders).tolist()
    ([3, 1, 2, 0], [0, 1, 2, 3])
    """
    order = np.arange(count, dtype=np.int32)
    step = None if seed is None else np.array(permutation(count, seed), np.int32)
    while True:
        if step is not None:
            order = order[step]
        yield order
