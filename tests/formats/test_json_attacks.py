"""Files that are broken on purpose: each loads or gives a CircuitError, soon; what loads, runs and is saved again."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.formats.json_reader import read_json
from circuitsim.formats.json_writer import write_json

SEED = {
    "format": "circuitsim",
    "version": 1,
    "name": "seed é",
    "description": "all there is",
    "timing": "unit-delay",
    "definitions": {
        "half": {
            "nodes": [{"id": "p", "kind": "input"}, {"id": "n", "kind": "delay"}, {"id": "q", "kind": "output"}],
            "edges": [{"from": "p", "to": "n"}, {"from": "n", "to": "q"}],
            "layout": {"p": [0, 0]},
        },
        "whole": {
            "nodes": [{"id": "p", "kind": "input"}, {"id": "s", "kind": "subcircuit", "of": "half"}],
            "edges": [{"from": "p", "to": "s", "to_port": "p"}],
        },
    },
    "nodes": [
        {"id": "a", "kind": "input", "drive": {"pattern": "01", "repeat": True}},
        {"id": "x", "kind": "input", "domain": "real"},
        {"id": "b", "kind": "bias", "label": "one"},
        {"id": "n", "kind": "neuron", "threshold": 1, "inhibition": "relative"},
        {"id": "t", "kind": "tlu", "bias": -0.5, "step": "sign"},
        {"id": "d", "kind": "delay", "initial": 0.25},
        {"id": "s", "kind": "subcircuit", "of": "whole"},
        {"id": "h", "kind": "subcircuit", "of": "half"},
        {"id": "y", "kind": "output"},
        {"id": "z", "kind": "output"},
    ],
    "edges": [
        {"from": "a", "to": "n", "count": 2},
        {"from": "b", "to": "n", "kind": "inhibitory"},
        {"from": "x", "to": "t", "weight": 0.1},
        {"from": "n", "to": "d"},
        {"from": "n", "to": "h", "to_port": "p"},
        {"from": "t", "to": "y"},
        {"from": "h", "to": "z", "from_port": "q"},
    ],
    "layers": {"layer": ["t"]},
    "tests": [
        {"name": "clocked", "inputs": ["a"], "outputs": ["y", "z"], "clocked": True, "rows": ["0 --", "1 -0"]},
        {"name": "real", "inputs": ["x"], "outputs": ["y"], "rows": [[[1.5], [-1]], [[0], [None]]]},
    ],
    "notes": [{"text": "note", "at": [1, 2.5]}],
    "layout": {"a": [0, 0], "n": [10, 20, 90]},
}
TEXT = json.dumps(SEED, ensure_ascii=False).encode()
SLOW = 1.5  # seconds for one small file


def survive(text: bytes) -> bool:
    """Read a file; where it loads, run it, save it, read it again. Says whether it loaded."""
    start = time.perf_counter()
    try:
        c = read_json(text, "attack", cs.Circuit)
    except cs.CircuitError:
        c = None
    if c is not None:
        again = write_json(c)
        assert write_json(read_json(again, "again", cs.Circuit)) == again
        for run in (
            lambda: cs.compile(c, largest=10_000).evaluate({}, max_ticks=50),
            lambda: c.timing == "settled" and c.run_tests(),
            lambda: cs.Simulator(c, largest=10_000).run(2),
        ):
            with suppress(cs.CircuitError):
                run()
    assert time.perf_counter() - start < SLOW, text[:2000]
    return c is not None


def test_the_seed_itself_loads() -> None:
    assert survive(TEXT)


def test_a_file_cut_off_at_any_byte_is_an_error_or_nothing() -> None:
    written = write_json(read_json(TEXT, "seed", cs.Circuit))
    for text in (TEXT, written):
        for end in range(len(text.rstrip())):
            with pytest.raises(cs.CircuitError):
                read_json(text[:end], "cut", cs.Circuit)


VALUES: list[Any] = [
    None, True, False, 0, 1, -1, 2, 0.5, -0.0, 1e300, 10**30, 10**400, float("nan"), float("inf"), "", "a", "n", "y",
    "p", "q", "s", "d", "half", "whole", "input", "neuron", "tlu", "subcircuit", "real", "sign", "relative", "01",
    "0 -", "\ud800", "\x00", "two words", "é", "x" * 300, [], {}, [0, 0], [0, 0, 0], [[0], [0]], ["t"],
    {"pattern": "1"},
    {"id": "m", "kind": "bias"}, {"from": "a", "to": "n"}, [[[]]], "2", {"nodes": [], "edges": []},
]  # fmt: skip
KEYS = [
    "id", "kind", "from", "to", "of", "from_port", "to_port", "count", "weight", "threshold", "label", "drive", "nodes",
    "edges", "layout", "tests", "rows", "at", "half", "whole", "a", "n", "bias", "initial", "version", "zzz", "",
]  # fmt: skip


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    todo = [data]
    while todo:
        at = todo.pop()
        for key in list(at) if isinstance(at, dict) else range(len(at)):
            yield at, key
            if isinstance(at[key], (dict, list)):
                todo.append(at[key])


def mutate(rng: random.Random, data: Any) -> None:
    """Change one place of the structure."""
    found = list(places(data))
    at, key = rng.choice(found)
    kind = rng.randrange(7)
    if kind <= 1:
        at[key] = rng.choice(VALUES)
    elif kind == 2:
        other, there = rng.choice(found)
        at[key] = json.loads(json.dumps(other[there])) if there in other or isinstance(other, list) else None
    elif kind == 3:
        del at[key]
    elif isinstance(at, dict):
        at[rng.choice(KEYS)] = rng.choice(VALUES) if kind == 4 else at[key]
    elif kind == 4:
        at.append(rng.choice(VALUES))
    elif kind == 5:
        at.insert(rng.randrange(len(at) + 1), json.loads(json.dumps(at[key])))
    else:
        rng.shuffle(at)


def structural(seed: int, count: int) -> int:
    rng = random.Random(seed)
    loaded = 0
    for _ in range(count):
        data = json.loads(TEXT)
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            mutate(rng, data)
        loaded += survive(json.dumps(data).encode())
    return loaded


BYTES = [
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"0",
    b"9",
    b"-",
    b"e",
    b".",
    b"\\",
    b"\\u",
    b"\x00",
    b"\xff",
    b"null",
]


def bytewise(seed: int, count: int) -> int:
    rng = random.Random(seed)
    loaded = 0
    for _ in range(count):
        text = bytearray(TEXT)
        for _ in range(rng.choice([1, 1, 2, 4])):
            at = rng.randrange(len(text))
            kind = rng.randrange(5)
            if kind == 0:
                text[at] = rng.randrange(256)
            elif kind == 1:
                text[at:at] = rng.choice(BYTES)
            elif kind == 2:
                del text[at : at + rng.choice([1, 1, 2, 8, 40])]
            elif kind == 3:
                text[at : at + 1] = rng.choice(BYTES)
            else:
                end = at + rng.randrange(60)
                text[at:at] = text[at:end]
        loaded += survive(bytes(text))
    return loaded


def test_thousands_of_structures_that_are_nearly_right() -> None:
    loaded = structural(1, 4000)
    assert loaded > 100, "some mutations must be harmless, or the attack never gets behind the gate"


def test_thousands_of_texts_that_are_nearly_right() -> None:
    assert bytewise(2, 12_000) > 100


@pytest.mark.slow
def test_tens_of_thousands_more() -> None:
    assert structural(3, 8000) > 300
    assert bytewise(4, 20_000) > 300


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(VALUES[:30]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner),
    max_leaves=12,
)


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from(sorted(SEED)), JSONS))
def test_anything_under_the_right_keys(parts: dict[str, Any]) -> None:
    survive(json.dumps({**SEED, **parts}).encode())


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=60) | JSONS.map(lambda data: json.dumps(data).encode()))
def test_anything_at_all(text: bytes) -> None:
    survive(text)


@settings(deadline=None, max_examples=200)
@given(st.integers(0, len(SEED["nodes"]) - 1), st.dictionaries(st.sampled_from(KEYS), JSONS, max_size=3))
def test_anything_in_a_node(k: int, parts: dict[str, Any]) -> None:
    data = json.loads(TEXT)
    data["nodes"][k].update(parts)
    survive(json.dumps(data).encode())


@settings(deadline=None, max_examples=200)
@given(st.integers(0, len(SEED["edges"]) - 1), st.dictionaries(st.sampled_from(KEYS), JSONS, max_size=3))
def test_anything_in_an_edge(k: int, parts: dict[str, Any]) -> None:
    data = json.loads(TEXT)
    data["edges"][k].update(parts)
    survive(json.dumps(data).encode())


def large(count: int) -> bytes:
    nodes = [{"id": f"node{k}", "kind": "neuron", "threshold": 1} for k in range(count)]
    edges = [{"from": f"node{k}", "to": f"node{k + 1}"} for k in range(count - 1)]
    layout = {f"node{k}": [k, k % 100] for k in range(count)}
    head = {"format": "circuitsim", "version": 1, "nodes": nodes, "edges": edges, "layout": layout}
    return json.dumps(head).encode()


@pytest.mark.slow
def test_a_hundred_thousand_nodes_load_run_and_are_written() -> None:
    text = large(100_000)
    start = time.perf_counter()
    c = read_json(text, "large", cs.Circuit)
    assert c.evaluate() == {}
    assert len(c.nodes) == 100_000
    assert read_json(write_json(c), "again", cs.Circuit).body().meaning() == c.body().meaning()
    assert time.perf_counter() - start < 60


@pytest.mark.slow
def test_a_million_problems_are_counted_soon() -> None:
    entry = '{"id":"n","kind":"neuron","threshold":0.5}'
    text = ('{"format":"circuitsim","version":1,"edges":[],"nodes":[' + ",".join([entry] * 500_000) + "]}").encode()
    start = time.perf_counter()
    with pytest.raises(cs.CircuitError) as error:
        read_json(text, "many", cs.Circuit)
    assert error.value.count == 999_999
    assert time.perf_counter() - start < 30


def test_what_holds_a_key_twice_is_still_an_object(tmp_path):
    path = tmp_path / "twice.json"
    path.write_text('{"format": "circuitsim", "version": 1, "name": "t", "nodes": {"a": 1, "a": 2}, "edges": []}')
    with pytest.raises(cs.CircuitError, match="nodes: must be a list, not an object"):
        cs.load(path)
