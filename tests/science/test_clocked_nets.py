"""Latches, adders, scalers: nets with loops in unit delay, against vectors and over all pulse trains."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.engine.walk import Walk

SR = "q: 1; S, q; inh R"
SETS = "q: 1; S x2, q; inh R"
PACEMAKER = """c: 1; c, start
n: 1; c; inh x"""
BLINKER = """c: 1; c, start
o: 1; c; inh o"""
EDGE = """d: 1; x
e: 1; x; inh d"""
D_LATCH = """s: 2; D, E
r: 1; E; inh D
q: 1; q, s; inh r"""
DETECTOR = """d1: 1; x
d2: 1; d1
y: 2; x, d2; inh d1"""
XOR3 = """p: 1; A; inh B
r: 1; B; inh A
x: 1; p, r"""

VECTORS: list[tuple[str, str, str, dict[str, str], dict[str, str]]] = [
    ("S R", SR, "absolute", {"S": "0100010100", "R": "0001010000"}, {"q": "0011000011"}),
    ("S R", SETS, "relative", {"S": "0100010100", "R": "0001010000"}, {"q": "0011001111"}),
    ("start x", PACEMAKER, "absolute", {"start": "1", "x": "0001001100"}, {"c": "0111111111", "n": "0011011001"}),
    ("start", BLINKER, "absolute", {"start": "1000000000"}, {"o": "0010101010"}),
    ("x", EDGE, "absolute", {"x": "011101001100"}, {"e": "001000100100"}),
    ("D E", D_LATCH, "absolute", {"D": "0110001000", "E": "0010010010000"}, {"q": "0000111000000"}),
    ("x", DETECTOR, "absolute", {"x": "1010110100"}, {"y": "0001010010"}),
    ("A B", XOR3, "absolute", {"A": "0011000", "B": "0101000"}, {"x": "0001100"}),
]


@pytest.mark.parametrize(("inputs", "rows", "inhibition", "trains", "expected"), VECTORS)
def test_vectors(
    net_of: Any, play: Any, inputs: str, rows: str, inhibition: str, trains: dict[str, str], expected: dict[str, str]
) -> None:
    found = play(net_of(inputs, rows, inhibition=inhibition), **trains)
    assert {id: found[id] for id in expected} == expected


def test_the_glitch_of_an_unbalanced_xor_and_its_cure(net_of: Any, play: Any) -> None:
    unbalanced = """h: 2; A, B
    x: 1; A, B; inh h x2"""
    train = "011110000"
    found = play(net_of("A B", unbalanced, inhibition="relative"), A=train, B=train)
    assert (found["h"], found["x"]) == ("001111000", "001000000")
    balanced = """ra: 1; A
    rb: 1; B
    h: 2; A, B
    x: 1; ra, rb; inh h x2"""
    assert play(net_of("A B", balanced, inhibition="relative"), A=train, B=train)["x"] == "000000000"
    for a, b in product("01", repeat=2):
        found = play(net_of("A B", balanced, inhibition="relative"), A=a * 5, B=b * 5)
        assert found["x"][-1] == str(int(a != b))


RELATIVE_ADDER = """c: 2; A, B, c
e1: 1; A, B, c
e3: 3; A, B, c
s: 1; e1, e3; inh c"""
ABSOLUTE_ADDER = """c: 2; A, B, c
e3: 3; A, B, c
xA: 1; A; inh B, c
xB: 1; B; inh A, c
xc: 1; c; inh A, B
s: 1; xA, xB, xc, e3"""


@pytest.mark.parametrize(("rows", "inhibition"), [(RELATIVE_ADDER, "relative"), (ABSOLUTE_ADDER, "absolute")])
def test_serial_adders_are_right_for_all_pairs_of_six_bit_numbers(
    net_of: Any, play_all: Any, rows: str, inhibition: str
) -> None:
    numbers = np.arange(4096)
    a, b = numbers >> 6, numbers & 63
    ticks = 9  # seven bits of the sum, lowest first, two ticks late
    trains = np.stack([(n[:, None] >> np.arange(ticks)) & 1 for n in (a, b)], axis=2).astype(np.uint8)
    found = play_all(net_of("A B", rows, inhibition=inhibition), trains, ["s"])[:, :, 0]
    assert not found[:, 0].any()
    assert np.array_equal((found[:, 2:].astype(int) << np.arange(7)).sum(axis=1), a + b)


SCALER = """c0: 1; c0, c2, in; inh c1
c1: 2; c0, c2, in; inh c1
c2: 2; c1, in"""


def test_the_binary_scaler_halves_all_8190_pulse_trains(net_of: Any, play_all: Any) -> None:
    total = 0
    for length in range(1, 13):
        trains = np.zeros((1 << length, length + 8, 1), np.uint8)
        trains[:, :length, 0] = np.arange(1 << length)[:, None] >> np.arange(length) & 1
        found = play_all(net_of("in", SCALER), trains, ["c1"])[:, :, 0]
        assert np.array_equal(found.sum(axis=1), trains.sum(axis=(1, 2)) // 2)
        total += len(trains)
    assert total == 8190


RIPPLE = "\n".join(
    f"""set{k}: 1; {source}; inh q{k}
    res{k}: 2; {source}, q{k}
    q{k}: 1; q{k}, set{k}; inh res{k}"""
    for k, source in enumerate(["T", "res0", "res1"])
)


@pytest.mark.parametrize("gap", [2, 3])
def test_ripple_stages_count_pulses_that_are_two_ticks_apart(net_of: Any, play: Any, gap: int) -> None:
    c = net_of("T", RIPPLE)
    for pulses in range(20):
        found = play(c, gap * pulses + 12, T=("1" + "0" * (gap - 1)) * pulses)
        assert sum(int(found[f"q{k}"][-1]) << k for k in range(3)) == pulses % 8


def test_ripple_stages_miscount_pulses_in_every_tick(net_of: Any, play: Any) -> None:
    c = net_of("T", RIPPLE)
    for pulses in range(2, 6):
        found = play(c, pulses + 14, T="1" * pulses)
        assert sum(int(found[f"q{k}"][-1]) << k for k in range(3)) != pulses


# From a net to its states: fixed points and cycles of small loops.


def step_states(net_of: Any, rows: str, count: int) -> list[int]:
    """The state that follows each state of a net without inputs: neurons started as delays would be."""
    c = net_of("", rows)
    walk = Walk(cs.compile(c).net)
    after = []
    for state in range(1 << count):
        bits = tuple(state >> k & 1 for k in range(count))
        following = walk.advance(walk.look(bits, []))
        after.append(sum(bit << k for k, bit in enumerate(following)))
    return after


def attractors(after: list[int]) -> int:
    found = set()
    for state in range(len(after)):
        for _ in range(len(after)):
            state = after[state]
        lap = [state]
        while after[lap[-1]] != state:
            lap.append(after[lap[-1]])
        found.add(min(lap))
    return len(found)


@pytest.mark.parametrize(("size", "count"), [(1, 2), (2, 3), (3, 4), (4, 6), (5, 8), (6, 14), (7, 20)])
def test_attractors_of_a_copy_ring(net_of: Any, size: int, count: int) -> None:
    rows = "\n".join(f"n{k}: 1; n{(k - 1) % size}" for k in range(size))
    after = step_states(net_of, rows, size)
    assert attractors(after) == count
    assert sorted(after) == list(range(1 << size)), "no garden of Eden"


@pytest.mark.parametrize(
    ("rows", "size", "fixed", "unreached"),
    [
        ("n: 1; n", 1, 2, 0),
        ("a: 1; a; inh b\nb: 1; b; inh a", 2, 3, 1),
        ("a: 2; a, b, c\nb: 2; a, b, c\nc: 2; a, b, c", 3, 2, 6),
    ],
)
def test_fixed_points(net_of: Any, rows: str, size: int, fixed: int, unreached: int) -> None:
    after = step_states(net_of, rows, size)
    assert sum(after[state] == state for state in range(1 << size)) == fixed
    assert len(set(range(1 << size)) - set(after)) == unreached


# Traps that other programs fell into


def test_a_released_inhibitor_leaves_no_trace(net_of: Any, play: Any) -> None:
    c = net_of("x i j", "n: 1; x; inh i, j")
    assert play(c, x="11111111", i="01100000", j="00110000")["n"] == "01000111"


def test_majorities_are_not_strict(net_of: Any) -> None:
    for n in (1, 3, 5):
        inputs = " ".join(f"i{k}" for k in range(n))
        c = net_of(inputs, f"m: {n // 2 + 1}; {inputs.replace(' ', ', ')}", timing="settled")
        assert [row[-1] for row in c.truth_table()] == [int(sum(bits) > n / 2) for bits in product((0, 1), repeat=n)]


def test_the_latch_of_others_is_ours_a_tick_later(net_of: Any, play: Any) -> None:
    assert play(net_of("S R", SR), S="010000", R="000010")["q"] == "001110"
    assert play(net_of("S R", SR), S="001000000", R="000000100")["q"] == "000111100"


def test_two_scalers_in_a_row_divide_by_four_whatever_the_gaps(net_of: Any, play_all: Any) -> None:
    """Counters elsewhere are right for unbroken input alone; every train of twelve ticks has its say here."""
    rows = SCALER + "\nd0: 1; d0, d2, c1; inh d1\nd1: 2; d0, d2, c1; inh d1\nd2: 2; d1, c1"
    trains = np.zeros((1 << 12, 24, 1), np.uint8)
    trains[:, :12, 0] = np.arange(1 << 12)[:, None] >> np.arange(12) & 1
    found = play_all(net_of("in", rows), trains, ["d1"])[:, :, 0]
    assert np.array_equal(found.sum(axis=1), trains.sum(axis=(1, 2)) // 4)
