"""McCulloch and Pitts (1943), figure 1: each net against its formula, over all input histories."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

Bits = Any  # a column of the lanes
At = Callable[[str, int], Bits]  # an input so many ticks ago; silent before t = 0

NETS: dict[str, tuple[str, str, dict[str, Callable[[At], Bits]]]] = {
    "a": ("N1", "N2: 2; N1 x2", {"N2": lambda n: n("N1", 1)}),
    "b": ("N1 N2", "N3: 2; N1 x2, N2 x2", {"N3": lambda n: n("N1", 1) | n("N2", 1)}),
    "c": ("N1 N2", "N3: 2; N1, N2", {"N3": lambda n: n("N1", 1) & n("N2", 1)}),
    "d": ("N1 N2", "N3: 2; N1 x2; inh N2", {"N3": lambda n: n("N1", 1) & ~n("N2", 1)}),
    "e": (
        "N1 N2",
        """a: 2; N2 x2
        b: 2; a x2; inh N2
        N3: 2; N1 x2, b x2
        N4: 2; a, N2""",
        {"N3": lambda n: n("N1", 1) | (n("N2", 3) & ~n("N2", 2)), "N4": lambda n: n("N2", 2) & n("N2", 1)},
    ),
    "f, absolute": (
        "N1 N2 N3",
        """a: 2; N2 x2, N3 x2; inh N1
        b: 2; N2, N3
        N4: 2; a x2, b x2""",
        {"N4": lambda n: (~n("N1", 2) & (n("N2", 2) | n("N3", 2))) | (n("N1", 2) & n("N2", 2) & n("N3", 2))},
    ),
    "g": (
        "N1 N2",
        """a: 2; N1 x2
        b: 2; N2 x2
        a2: 2; a x2
        N3: 2; b x2; inh a2""",
        {"N3": lambda n: n("N2", 2) & ~n("N1", 3)},
    ),
    "h": (
        "N1",
        """a: 2; N1 x2
        N2: 2; a, N1""",
        {"N2": lambda n: n("N1", 1) & n("N1", 2)},
    ),
    "i": (
        "N1 N2",
        """m: 2; N1, N2, m x2
        N3: 2; N2 x2, N1, m""",
        {},  # its formula looks at all of the past: below
    ),
}
RELATIVE = "N4: 1; N2, N3; inh N1"


def check(c: cs.Circuit, formulas: dict[str, Any], play_all: Any, trains: Any) -> None:
    names = {id: k for k, id in enumerate(c.inputs)}
    found = play_all(c, trains, list(formulas)).astype(bool)
    lanes, ticks, _ = trains.shape
    for k, formula in enumerate(formulas.values()):
        for t in range(ticks):

            def at(id: str, ago: int, t: int = t) -> Bits:
                return trains[:, t - ago, names[id]].astype(bool) if t >= ago else np.zeros(lanes, bool)

            # Before the first pulse has come through, the net is silent, and so are its formula's terms.
            assert np.array_equal(found[:, t, k], formula(at)), t


@pytest.mark.parametrize("figure", [name for name in NETS if name != "i"])
def test_a_net_of_figure_1_is_its_formula(figure: str, net_of: Any, play_all: Any, all_histories: Any) -> None:
    inputs, rows, formulas = NETS[figure]
    c = net_of(inputs, rows)
    check(c, formulas, play_all, all_histories(len(c.inputs), 4 if len(c.inputs) == 3 else 6))


def test_figure_1f_with_relative_inhibition(net_of: Any, play_all: Any, all_histories: Any) -> None:
    formula = {"N4": lambda n: (~n("N1", 1) & (n("N2", 1) | n("N3", 1))) | (n("N1", 1) & n("N2", 1) & n("N3", 1))}
    check(net_of("N1 N2 N3", RELATIVE, inhibition="relative"), formula, play_all, all_histories(3, 4))


def test_theorem_4_absolute_inhibition_replaces_relative_a_tick_later(
    net_of: Any, play_all: Any, all_histories: Any
) -> None:
    trains = all_histories(3, 5)
    relative = play_all(net_of("N1 N2 N3", RELATIVE, inhibition="relative"), trains, ["N4"])
    absolute = play_all(net_of(*NETS["f, absolute"][:2]), trains, ["N4"])
    assert np.array_equal(relative[:, :-1], absolute[:, 1:])
    assert not absolute[:, 0].any()


def test_figure_1i_learns(net_of: Any, play_all: Any, all_histories: Any) -> None:
    trains = all_histories(2, 6)
    found = play_all(net_of(*NETS["i"][:2]), trains, ["N3"])[:, :, 0]
    both = (trains[:, :, 0] & trains[:, :, 1]).astype(bool)
    for t in range(6):
        if t == 0:
            expected: Any = np.zeros(len(trains), bool)
        else:
            once = both[:, : t - 1].any(axis=1) if t >= 2 else np.zeros(len(trains), bool)
            # N1 and N2 together fire N3 anyway, so "at some x <= t-1" may count that tick too
            expected = trains[:, t - 1, 1].astype(bool) | (trains[:, t - 1, 0].astype(bool) & (once | both[:, t - 1]))
        assert np.array_equal(found[:, t].astype(bool), expected), t


def test_the_learning_vector_of_figure_1i(net_of: Any, play: Any) -> None:
    found = play(net_of(*NETS["i"][:2]), 8, N1="101010", N2="001000")
    assert (found["m"], found["N3"]) == ("00011111", "00010100")


@pytest.mark.parametrize(
    ("heat", "cold", "felt_heat", "felt_cold"),
    [
        ("", "1", "000100000", "000000000"),
        ("", "11", "000010000", "001000000"),
        ("", "1111", "000000100", "001110000"),
        ("", "101", "000101000", "000000000"),
        ("", "1101", "000010100", "001000000"),
        ("1", "", "010000", "000000"),
        ("1", "1", "010100", "000000"),
    ],
)
def test_the_illusion_of_heat(net_of: Any, play: Any, heat: str, cold: str, felt_heat: str, felt_cold: str) -> None:
    found = play(net_of(*NETS["e"][:2]), len(felt_heat), N1=heat, N2=cold)
    assert (found["N3"], found["N4"]) == (felt_heat, felt_cold)


@pytest.mark.parametrize(
    ("rows", "table"),
    [("C: 2; A x2", "0011"), ("C: 2; A, B", "0001"), ("C: 2; A x2, B x2", "0111"), ("C: 2; A x2; inh B", "0010")],
)
@pytest.mark.parametrize("inhibition", ["absolute", "relative"])
@pytest.mark.parametrize("timing", ["settled", "unit-delay"])
def test_gerons_figure_10_3(net_of: Any, engine: Any, rows: str, table: str, inhibition: str, timing: str) -> None:
    c = net_of("A B", rows, inhibition=inhibition, timing=timing)
    found = cs.compile(c, engine).run([[0, 0], [0, 1], [1, 0], [1, 1]])
    assert "".join(map(str, found[:, 0].tolist())) == table
