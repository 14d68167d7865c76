"""Tidy places: nothing overlaps, lines lead to the right, few of them cross."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from circuitsim.layout import tidy
from circuitsim.layout.chart import chart
from circuitsim.layout.crossings import crossings
from circuitsim.layout.heights import isotonic
from circuitsim.layout.layers import assign_layers
from circuitsim.layout.loops import flow
from circuitsim.layout.ordering import order_layers

Edges = list[tuple[int, int]]


@st.composite
def nets(draw: st.DrawFn) -> tuple[int, Edges]:
    count = draw(st.integers(1, 30))
    node = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(node, node), max_size=60))


def square(count: int, half: float = 20) -> list[tuple[float, ...]]:
    return [(half,) * 4] * count


reach = st.tuples(*[st.integers(10, 80)] * 4)


@settings(deadline=None, max_examples=150)
@given(nets(), st.data())
def test_nodes_never_overlap_and_lie_on_the_grid(net: tuple[int, Edges], data: st.DataObject) -> None:
    count, edges = net
    room = data.draw(st.lists(reach, min_size=count, max_size=count))
    some = st.lists(st.integers(0, count - 1), unique=True, max_size=4)
    at = tidy(room, edges, first=data.draw(some), last=data.draw(some), grid=10)
    assert at.shape == (count, 2)
    assert (at % 10 == 0).all()
    for a, b in itertools.combinations(range(count), 2):
        boxes = [
            (at[k][0] - room[k][0], at[k][1] - room[k][1], at[k][0] + room[k][2], at[k][1] + room[k][3]) for k in (a, b)
        ]
        one, other = boxes
        wide = min(one[2], other[2]) - max(one[0], other[0])
        high = min(one[3], other[3]) - max(one[1], other[1])
        assert wide <= 1e-6 or high <= 1e-6, (a, b)


@settings(deadline=None, max_examples=60)
@given(nets())
def test_the_same_net_always_looks_the_same(net: tuple[int, Edges]) -> None:
    count, edges = net
    assert tidy(square(count), edges).tolist() == tidy(square(count), edges).tolist()


@settings(deadline=None, max_examples=150)
@given(nets())
def test_the_order_turns_few_lines_round_and_every_layer_follows_it(net: tuple[int, Edges]) -> None:
    count, edges = net
    order = flow(count, edges)
    assert sorted(order) == list(range(count))
    place = {node: k for k, node in enumerate(order)}
    forward = [(u, v) if place[u] < place[v] else (v, u) for u, v in edges if u != v]
    layer = assign_layers(count, forward, [1] * len(forward), [], [])
    assert all(layer[u] < layer[v] for u, v in forward)
    ends = np.zeros((len(forward), 2))
    plan = chart(layer, np.array(forward, np.int64).reshape(-1, 2), ends, np.ones(len(forward), np.int64))
    assert (plan.layer[plan.right] - plan.layer[plan.left] == 1).all()


def test_without_loops_every_line_leads_to_the_right() -> None:
    rng = random.Random(1)
    edges = [(u, v) for v in range(1, 60) for u in {rng.randrange(v) for _ in range(2)}]
    at = tidy(square(60), edges)
    assert all(at[u][0] < at[v][0] for u, v in edges)


def test_inputs_stand_at_the_left_and_outputs_at_the_right() -> None:
    at = tidy(square(6), [(0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 5)], first=[0, 1], last=[4, 5])
    assert at[0][0] == at[1][0] == at[:, 0].min()
    assert at[4][0] == at[5][0] == at[:, 0].max()


def test_a_chain_is_straight() -> None:
    at = tidy(square(12), [(k, k + 1) for k in range(11)])
    assert len(set(at[:, 1].tolist())) == 1


def test_parts_that_nothing_connects_stand_side_by_side() -> None:
    edges = [(4 * part + k, 4 * part + k + 1) for part in range(5) for k in range(3)]
    at = tidy(square(20), edges)
    wide, high = np.ptp(at, axis=0)
    assert wide < 5 * 4 * 100
    assert high < 5 * 200


def drawn(count: int, edges: Edges) -> tuple[object, np.ndarray]:
    place = np.empty(count, np.int64)
    place[flow(count, edges)] = np.arange(count)
    forward = [(u, v) if place[u] < place[v] else (v, u) for u, v in edges if u != v]
    layer = assign_layers(count, forward, [1] * len(forward), [], [])
    ends, weight = np.zeros((len(forward), 2)), np.ones(len(forward), np.int64)
    plan = chart(layer, np.array(forward, np.int64).reshape(-1, 2), ends, weight)
    return plan, order_layers(plan)


@settings(deadline=None, max_examples=100)
@given(nets())
def test_crossings_are_the_inverted_pairs(net: tuple[int, Edges]) -> None:
    plan, place = drawn(*net)
    pieces = list(
        zip(plan.gap.tolist(), place[plan.left].tolist(), place[plan.right].tolist(), plan.weight.tolist(), strict=True)
    )
    expected = sum(
        a[3] * b[3] for a, b in itertools.combinations(pieces, 2) if a[0] == b[0] and (a[1] - b[1]) * (a[2] - b[2]) < 0
    )
    assert crossings(plan, place).sum() == expected


def test_a_net_that_can_be_drawn_without_crossings_is() -> None:
    number = random.Random(3).sample(range(63), 63)
    edges = [(number[(k - 1) // 2], number[k]) for k in range(1, 63)]  # a tree, its nodes numbered at random
    plan, place = drawn(63, edges)
    assert crossings(plan, place).sum() == 0


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
    at = tidy(square(count), ring)
    assert len({tuple(place) for place in at.tolist()}) == count


def test_nothing_to_place() -> None:
    assert tidy([], []).shape == (0, 2)


def test_whatever_its_progress_raises_ends_the_layout() -> None:
    class EnoughError(Exception):
        pass

    def stop(part: float | None) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        tidy(square(30), [(k, (7 * k + 3) % 30) for k in range(30)], progress=stop)
