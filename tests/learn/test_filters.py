"""The quick sums of the compiled kernels: what they are, and that nothing is lost where their bounds end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from circuitsim.learn import compiled, dots, reference
from circuitsim.learn.rule import TIES
from circuitsim.learn.task import Outcome, Stop, Task

numba = pytest.importorskip("numba")


@pytest.mark.parametrize("pairs", [True, False], ids=["as this processor does", "as any does"])
def test_sums_are_exact(pairs: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not pairs:
        monkeypatch.setattr(dots, "_has_pairs", lambda: False)
    dot, four_dots, dot_of_halves = dots.dot, dots.four_dots, dots.dot_of_halves

    @numba.njit  # type: ignore[untyped-decorator]
    def one(table: Any, weights: Any, row: int, output: int) -> Any:
        return dot(table, weights, row, output)

    @numba.njit  # type: ignore[untyped-decorator]
    def four(table: Any, weights: Any, row: int) -> Any:
        return four_dots(table, weights, row, 3, 0, 2, 4)

    @numba.njit  # type: ignore[untyped-decorator]
    def by_halves(table: Any, weights: Any, row: int, output: int) -> Any:
        return dot_of_halves(table, weights, row, output)

    rng = np.random.default_rng(0)
    for features in (1, 17, 31, 32, 33, 64, 95, 200, 784):
        weights = rng.integers(-32_000, 32_001, (5, features)).astype(np.int16)
        for dtype, low, high in ((np.uint8, 0, 256), (np.int16, -80, 81)):
            table = rng.integers(low, high, (7, features)).astype(dtype)
            expected = table.astype(np.int64) @ weights.T.astype(np.int64)
            if np.abs(expected).max() < 2**31:
                assert [[one(table, weights, r, o) for o in range(5)] for r in range(7)] == expected.tolist()
                assert [list(four(table, weights, r)) for r in range(7)] == expected[:, [3, 0, 2, 4]].tolist()
    for half in (32, 64, 416):
        weights = rng.integers(-32_000, 32_001, (3, 2 * half)).astype(np.int16)
        low, high = rng.integers(0, 16, (2, 7, half))
        table = (low + 16 * high).astype(np.uint8)
        expected = np.hstack([low, high]) @ weights.T.astype(np.int64)
        assert [[by_halves(table, weights, r, o) for o in range(3)] for r in range(7)] == expected.tolist()


def edge(kind: str, rng: Any) -> tuple[Any, float, float]:
    """Rows near the end of what a filter can hold, and sizes of the first weights and of eta."""
    n, d = 24, 70
    return {
        "bytes at their end": lambda: (
            np.full((n, d), 255, np.uint8) - rng.integers(0, 2, (n, d)).astype(np.uint8),
            0,
            1,
        ),
        "rows longer than 60,000": lambda: (rng.integers(250, 256, (6, 60_000)).astype(np.uint8), 0, 1),
        "words at their end": lambda: (rng.choice([-32_768, 32_767], (n, d)).astype(np.int16), 0, 1),
        "one word that fills a row": lambda: (np.eye(n, d, dtype=np.int16) * 32_767, 0, 1),
        "integers of 32 bits": lambda: (rng.integers(-(10**8), 10**8, (n, d)), 0, 1),
        "weights above 16 bits": lambda: (rng.integers(0, 256, (n, d)).astype(np.uint8), 1e6, 1),
        "weights that are all but none": lambda: (rng.integers(0, 16, (n, d)).astype(np.uint8), 0, 1e-9),
        "one great column": lambda: (rng.random((n, d)) * np.where(np.arange(d) == 3, 1e9, 1), 0, 0.1),
        "rows of all sizes": lambda: (rng.random((n, d)) * 10.0 ** rng.integers(-18, 18, (n, 1)), 0, 1),
        "rows of 0": lambda: (rng.random((n, d)) * rng.integers(0, 2, (n, 1)), 0, 0.3),
        "float32": lambda: (rng.random((n, d)).astype(np.float32), 0, 0.3),
        "decimals with ties": lambda: (np.round(rng.standard_normal((n, d)), 1), 0, 0.1),
    }[kind]()


KINDS = [
    "bytes at their end", "rows longer than 60,000", "words at their end", "one word that fills a row",
    "integers of 32 bits", "weights above 16 bits", "weights that are all but none", "one great column",
    "rows of all sizes", "rows of 0", "float32", "decimals with ties",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_the_bits_are_the_references(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without the table of four bits; four outputs at once, and one by one."""
    for seed in range(6):
        rng = np.random.default_rng(seed)
        rows, size, eta = edge(kind, rng)
        outputs = 1 if rows.shape[1] > 1000 else int(rng.integers(1, 8))
        signs = rng.choice([-1, 1], (outputs, len(rows))).astype(np.int8)
        single = rows.dtype == np.float32
        weights = np.round(size * rng.standard_normal((outputs, rows.shape[1])))
        task = Task(
            rows, signs, weights.astype(np.float32 if single else np.float64), np.zeros(outputs), eta,
            TIES[seed % 4], Stop("loss", 1e-3, 5) if seed % 2 else Stop(), max_iter=12,
            seeds=((None,), (5,), tuple(range(1, outputs + 1)))[seed % 3],
        )  # fmt: skip
        expected = plain(reference.learn(task))
        for least in (1 << 40, 0):
            monkeypatch.setattr(compiled, "LARGE", least)
            monkeypatch.setattr(compiled, "LOSSY", 2.0)
            assert plain(compiled.learn(task)) == expected, (seed, least)


def plain(outcome: Outcome) -> Any:
    """What can be compared of an outcome; zeros have no sign."""
    arrays = [(np.asarray(each) + 0.0).tolist() for each in (outcome.weights, outcome.bias)]
    return arrays, [np.asarray(each).tolist() for each in (outcome.epochs, outcome.mistakes, outcome.last)]


@pytest.mark.parametrize(
    ("odd", "type_"),
    [(None, np.uint8), (255.0, np.uint8), (-0.0, np.uint8), (256.0, np.int16), (-1.0, np.int16), (-32768.0, np.int16),
     (32767.0, np.int16), (32768.0, np.float64), (-32769.0, np.float64), (0.5, np.float64), (1e300, np.float64),
     (2.0**32, np.float64), (5e-324, np.float64)],
)  # fmt: skip
def test_whole_numbers_are_packed_where_all_fit(odd: float | None, type_: Any) -> None:
    rows = np.random.default_rng(0).integers(0, 200, (300, 40)).astype(float)
    if odd is not None:
        rows[299, 39] = odd
    packed = compiled.packed(rows)
    assert packed.dtype == type_
    assert np.array_equal(packed, rows)
