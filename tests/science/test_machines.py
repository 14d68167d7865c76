"""Finite machines and regular events as nets: Kleene (1956), Minsky (1967), Glushkov."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

import circuitsim as cs


def machine(delta: dict[tuple[int, str], int], accepting: set[tuple[int, str]], symbols: str) -> cs.Circuit:
    """One AND cell for each pair of state and symbol, threshold 2, no inhibition: a tick a symbol."""
    c = cs.Circuit(timing="unit-delay")
    c.add_input("start")
    for symbol in symbols:
        c.add_input(symbol)
    for state, symbol in delta:
        c.add_neuron(f"c{state}{symbol}", 2)
    for state, symbol in delta:
        cell = f"c{state}{symbol}"
        c.connect(symbol, cell)
        if state == 0:
            c.connect("start", cell)
        for (before, read), after in delta.items():
            if after == state:
                c.connect(f"c{before}{read}", cell)
    c.add_neuron("Y", 1)
    for state, symbol in delta:
        if (state, symbol) in accepting:
            c.connect(f"c{state}{symbol}", "Y")
    c.add_output("y", "Y")
    return c


@pytest.mark.parametrize("seed", range(40))
def test_random_machines_are_their_nets(seed: int) -> None:
    rng = random.Random(seed)
    states, symbols = rng.randint(1, 6), "abc"[: rng.randint(1, 3)]
    delta = {(q, a): rng.randrange(states) for q in range(states) for a in symbols}
    accepting = {pair for pair in delta if rng.random() < 0.5}
    word = "".join(rng.choice(symbols) for _ in range(25))
    trains = {a: "".join(str(int(a == letter)) for letter in word) for a in symbols}
    trace = cs.Simulator(machine(delta, accepting, symbols)).run(27, {"start": "1", **trains})
    state = 0
    for t, letter in enumerate(word):
        cells = {pair: int(trace[f"c{pair[0]}{pair[1]}"][t + 1]) for pair in delta}
        assert [pair for pair, fires in cells.items() if fires] == [(state, letter)], "one cell, the right one"
        assert trace["y"][t + 2] == ((state, letter) in accepting)
        state = delta[state, letter]


Position = tuple[str, list[str], bool]  # symbol, predecessors, whether it can be first


def glushkov(positions: dict[str, Position], last: list[str]) -> cs.Circuit:
    c = cs.Circuit(timing="unit-delay")
    c.add_input("start")
    for symbol in "ab":
        c.add_input(symbol)
    for id, (_, before, first) in positions.items():
        c.add_neuron(id, len(before) + first + 1)
    for id, (symbol, before, first) in positions.items():
        for source in [*before, *(["start"] if first else [])]:
            c.connect(source, id)
        c.connect(symbol, id, count=len(before) + first)
    c.add_neuron("Y", 1)
    for id in last:
        c.connect(id, "Y")
    c.add_output("y", "Y")
    return c


def trains(word: str) -> dict[str, str]:
    return {a: "".join(str(int(a == letter)) for letter in word) for a in "ab"}


STAR = {
    "p0": ("a", ["p1", "p2"], True),
    "p1": ("b", ["p0"], False),
    "p2": ("b", ["p1", "p2"], True),
    "p3": ("b", ["p1", "p2"], True),
}


def test_the_worked_example() -> None:
    c = glushkov(STAR, ["p3"])
    assert [c.node(id).parameters["threshold"] for id in STAR] == [4, 2, 4, 4]
    trace = cs.Simulator(c).run(7, {"start": "1", **trains("abbb")})
    rows = {id: "".join(map(str, trace[id].tolist())) for id in (*STAR, "y")}
    assert rows == {"p0": "0100000", "p1": "0010000", "p2": "0001100", "p3": "0001100", "y": "0000110"}


def test_a_search_for_aba() -> None:
    positions = {"p0": ("a", [], True), "p1": ("b", ["p0"], False), "p2": ("a", ["p1"], False)}
    trace = cs.Simulator(glushkov(positions, ["p2"])).run(8, {"start": "11111111", **trains("ababa")})
    assert "".join(map(str, trace["y"].tolist())) == "00001010"


def test_the_star_accepts_what_the_expression_does() -> None:
    c = glushkov(STAR, ["p3"])
    pattern = re.compile("(ab|b)*b")
    sim = cs.Simulator(c)
    for length in range(1, 9):
        for code in range(1 << length):
            word = "".join("ab"[code >> k & 1] for k in range(length))
            sim.reset()
            y: Any = sim.run(length + 2, {"start": "1", **trains(word)}, watch=["y"])["y"]
            assert y[length + 1] == bool(pattern.fullmatch(word)), word
