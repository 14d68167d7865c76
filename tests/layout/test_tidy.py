"""Tidy places: nothing overlaps, lines lead to the right, few of them cross."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from circuitsim.layout import tidy
from circuitsim.layout.crossings import crossings, fewest_crossings
from circuitsim.layout.heights import isotonic
from circuitsim.layout.layers import assign_layers, chart

Edges = list[tuple[int, int]]


@st.composite
def nets(draw: st.DrawFn) -> tuple[int, Edges]:
    count = draw(st.integers(1, 30))
    node = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(node, node), max_size=60))


@settings(deadline=None, max_examples=200)
@given(nets(), st.data())
def test_nodes_never_overlap(net: tuple[int, Edges], data: st.DataObject) -> None:
    count, edges = net
    sizes = data.draw(st.lists(st.tuples(st.integers(20, 120), st.integers(20, 160)), min_size=count, max_size=count))
    first = data.draw(st.lists(st.integers(0, count - 1), unique=True, max_size=4))
    at = tidy(sizes, edges, first=first)
    assert at.shape == (count, 2)
    assert np.isfinite(at).all()
    for a, b in itertools.combinations(range(count), 2):
        apart = np.abs(at[a] - at[b])
        room = (np.array(sizes[a]) + np.array(sizes[b])) / 2
        assert (apart >= room - 1e-6).any(), (a, b)


@settings(deadline=None, max_examples=200)
@given(nets())
def test_layers_open_every_loop_and_charts_join_neighbours(net: tuple[int, Edges]) -> None:
    count, edges = net
    layer, forward = assign_layers(count, edges, [], [])
    assert {frozenset(e) for e in forward} == {frozenset(e) for e in edges if e[0] != e[1]}
    assert all(layer[u] < layer[v] for u, v in forward)
    plan = chart(layer, forward)
    assert (plan.layer[plan.edges[1]] - plan.layer[plan.edges[0]] == 1).all()


def test_without_loops_every_line_leads_to_the_right() -> None:
    rng = random.Random(1)
    edges = [(u, v) for v in range(1, 60) for u in {rng.randrange(v) for _ in range(2)}]
    at = tidy([(40, 40)] * 60, edges)
    assert all(at[u][0] < at[v][0] for u, v in edges)


def test_inputs_stand_at_the_left_and_outputs_at_the_right() -> None:
    at = tidy([(40, 40)] * 6, [(0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 5)], first=[0, 1], last=[4, 5])
    assert at[0][0] == at[1][0] == at[:, 0].min()
    assert at[4][0] == at[5][0] == at[:, 0].max()


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(0, 9)), max_size=40))
def test_crossings_are_the_inverted_pairs(lines: list[tuple[int, int, int]]) -> None:
    expected = sum(a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0 for a, b in itertools.combinations(lines, 2))
    gap, left, right = np.array(lines, np.int64).reshape(-1, 3).T
    assert crossings(gap, left, right) == expected


def test_a_net_that_can_be_drawn_without_crossings_is() -> None:
    edges = [((k - 1) // 2, k) for k in range(1, 63)]  # a tree, its nodes numbered at random
    number = random.Random(3).sample(range(63), 63)
    layer, forward = assign_layers(63, [(number[u], number[v]) for u, v in edges], [], [])
    plan = chart(layer, forward)
    place = fewest_crossings(plan)
    assert crossings(plan.layer[plan.edges[0]], place[plan.edges[0]], place[plan.edges[1]]) == 0


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.5, 4)), min_size=1, max_size=12))
def test_isotonic_is_the_nearest_in_order(points: list[tuple[float, float]]) -> None:
    wanted, weight = np.array(points).T
    found = isotonic(wanted, weight)
    assert (np.diff(found) >= -1e-9).all()
    # the optimality conditions: sums of weighted residuals from the start are >= 0, and 0 at the end
    residual = np.cumsum(weight * (wanted - found))
    assert (residual >= -1e-6).all()
    assert abs(residual[-1]) < 1e-6


@pytest.mark.parametrize("count", [2_000])
def test_long_chains_and_loops_do_not_recurse(count: int) -> None:
    ring = [(k, (k + 1) % count) for k in range(count)]
    at = tidy([(40, 40)] * count, ring)
    assert len({tuple(place) for place in at.tolist()}) == count


def test_nothing_to_place() -> None:
    assert tidy([], []).shape == (0, 2)
