"""Patterns made inside and results reduced inside are those that arrays give, however the work is cut."""

from __future__ import annotations

import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.engine import parallel, sweep
from circuitsim.engine.equal import Pair
from circuitsim.engine.packing import pack, pack_rows, unpack, unpack_rows
from circuitsim.engine.patterns import Counting, Random, splitmix64
from circuitsim.engine.reduce import Tally
from circuitsim.errors import InputError, TooLargeError

sys.path.insert(0, str(Path(__file__).parent))
from random_nets import random_net


def rows_of(stimulus: Any) -> np.ndarray[Any, Any]:
    """All patterns of a stimulus, one a row."""
    words = -(-stimulus.patterns // 64)
    tile = stimulus.tile(1)
    found = np.zeros((stimulus.inputs, words), np.uint64)
    for k in range(words):
        tile.move(k)
        found[:, k] = tile.words[:, 0]
    return unpack(found, stimulus.patterns).T


def signature(found: np.ndarray[Any, Any]) -> int:
    """The signature by its definition, word by word."""
    mask = 2**64 - 1

    def mixed(state: int) -> int:
        state = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & mask
        state = (state ^ state >> 27) * 0x94D049BB133111EB & mask
        return state ^ state >> 31

    total = 0
    for k, row in enumerate(pack(found.T).tolist()):
        for w, word in enumerate(row):
            place = (w + 1) * 0x9E3779B97F4A7C15 + (k + 1) * 0xD1342543DE82EF95 & mask
            total += mixed(word ^ place)
    return total & mask


def test_splitmix64_is_the_published_generator() -> None:
    """The first outputs for the state 1234567, as the test vectors of other implementations give them."""
    expected = [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]
    assert splitmix64(1234567, 0, 5).tolist() == expected
    assert splitmix64(1234567, 2, 3).tolist() == expected[2:]


@pytest.mark.parametrize("inputs", [0, 1, 5, 6, 7, 12])
@pytest.mark.parametrize("words", [1, 2, 8, 64])
def test_counting_is_the_order_of_truth_tables(inputs: int, words: int) -> None:
    stimulus = Counting(inputs)
    tile = stimulus.tile(words)
    total = max(1, 2**inputs // 64)
    for first in [*range(0, total, words), 0]:  # and back again
        tile.move(first)
        bits = unpack(np.ascontiguousarray(tile.words), 64 * words)
        for k in range(min(64 * words, 2**inputs)):
            assert bits[:, k].tolist() == [int(digit) for digit in f"{64 * first + k:0{inputs}b}"[-inputs or 99 :]]


def test_random_patterns_do_not_depend_on_the_tile() -> None:
    whole = Random(5, 64 * 32, seed=7).all()
    for words in (1, 4, 32):
        tile = Random(5, 64 * 32, seed=7).tile(words)
        for first in range(0, 32, words):
            tile.move(first)
            assert np.array_equal(tile.words, whole[:, first : first + words])
    assert not np.array_equal(whole, Random(5, 64 * 32, seed=8).all())
    assert len(np.unique(whole)) == whole.size
    assert abs(unpack(np.ascontiguousarray(whole), 64 * 32).mean() - 0.5) < 0.02


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 3000), st.sampled_from(["auto", "words", "reference"]), st.booleans())
def test_tallies_count_what_arrays_show(seed: int, count: int, engine: Any, all_patterns: bool) -> None:
    c = random_net(seed, bits=True)
    if engine == "reference":
        count = min(count, 200)
    program = cs.compile(c, engine)
    stimulus = program.counting() if all_patterns else program.random(count, seed)
    found = program.run(rows_of(stimulus))
    tally = program.exhaust(threads=1) if all_patterns else program.sample(count, seed, threads=1)
    assert tally.patterns == len(found)
    assert tally.ones.tolist() == found.sum(axis=0).tolist()
    assert tally.toggles.tolist() == (found[1:] != found[:-1]).sum(axis=0).tolist()
    assert tally.signature == signature(found)


@settings(deadline=None)
@given(st.integers(1, 9), st.integers(1, 400), st.integers(0, 10**12), st.integers(0, 2**64 - 1))
def test_compiled_loops_draw_and_tally_the_same(rows: int, patterns: int, first: int, seed: int) -> None:
    words = -(-patterns // 64)
    drawn = []
    for compiled in (False, True):
        stimulus = Random(rows, patterns, seed)
        stimulus._compiled = compiled
        tile = stimulus.tile(words)
        tile.move(first)
        drawn.append(tile.words.copy())
    assert np.array_equal(*drawn)
    plain, quick = (Tally.of(drawn[0].copy(), first, patterns, compiled) for compiled in (False, True))
    assert plain.ones.tolist() == quick.ones.tolist()
    assert plain.toggles.tolist() == quick.toggles.tolist()
    assert plain.signature == quick.signature
    assert plain.then(plain).toggles.tolist() == quick.then(quick).toggles.tolist()


@pytest.mark.parametrize("tile", [1, 4, 2048])
@pytest.mark.parametrize("piece", [1, 3])
@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("moment", [1e-12, 0.1])
def test_results_are_the_same_however_the_work_is_cut(
    monkeypatch: pytest.MonkeyPatch, tile: int, piece: int, threads: int, moment: float
) -> None:
    program = cs.compile(cs.example("multiplier_4bit"))
    expected = program.sample(5000, seed=3)
    monkeypatch.setattr(sweep, "TILE", tile)
    monkeypatch.setattr(sweep, "PIECE", piece)
    monkeypatch.setattr(sweep, "MOMENT", moment)
    found = program.sample(5000, seed=3, threads=threads)
    assert found.ones.tolist() == expected.ones.tolist()
    assert found.toggles.tolist() == expected.toggles.tolist()
    assert found.signature == expected.signature
    broken = cs.example("multiplier_4bit")
    last = broken.outputs[-1]
    broken.disconnect(broken.incoming(last)[0].key)
    broken.connect(broken.inputs[0], last)
    one = Pair(program, cs.compile(broken)).compare(threads=threads)
    patterns = (np.arange(256)[:, None] >> np.arange(8)[::-1] & 1).astype(np.uint8)
    wrong = np.flatnonzero((program.run(patterns) != cs.compile(broken).run(patterns)).any(axis=1))
    assert (one.equal, one.patterns, one.mismatches) == (False, 256, len(wrong))
    assert one.given == dict(zip(program.inputs, patterns[wrong[0]].tolist(), strict=True))


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.data())
def test_comparing_finds_what_arrays_show(seed: int, data: st.DataObject) -> None:
    """A net against itself with one neuron changed; by names, with the inputs in another order."""
    c = random_net(seed, bits=True)
    twin = c.copy()
    neurons = [id for id, node in c.nodes.items() if node.kind == "neuron"]
    if neurons:
        twin.set(data.draw(st.sampled_from(neurons)), threshold=data.draw(st.integers(-1, 3)))
    engine = data.draw(st.sampled_from(["auto", "words", "reference"]))
    one, other = cs.compile(c), cs.compile(twin, engine)
    patterns = rows_of(one.counting())
    wrong = (one.run(patterns) != other.run(patterns)).any(axis=1)
    found = Pair(one, other).compare(count=data.draw(st.booleans()))
    assert found.equal == (not wrong.any())
    if not found.equal:
        first = int(np.flatnonzero(wrong)[0])
        assert found.given == dict(zip(one.inputs, patterns[first].tolist(), strict=True))
        assert found.found == c.evaluate(found.given)
        assert found.others == twin.evaluate(found.given)
        assert str(found).startswith("not equal: for ")


def test_inputs_of_the_same_names_belong_together() -> None:
    one, other = cs.Circuit(), cs.Circuit()
    for c, order in ((one, "ab"), (other, "ba")):
        for id in order:
            c.add_input(id)
        c.add_neuron("n", 1)
        c.connect("a", "n")
        c.inhibit("b", "n")
        c.add_output("y", "n")
    assert Pair(cs.compile(one), cs.compile(other)).compare().equal
    other.rename("a", "c")
    assert not Pair(cs.compile(one), cs.compile(other)).compare().equal  # by place now: c is the second
    other.add_input("more")
    with pytest.raises(InputError, match=r"one circuit has 2 inputs \('a', 'b'\), the other 3"):
        Pair(cs.compile(one), cs.compile(other)).compare()


def test_random_comparison_names_the_pattern() -> None:
    one, other = cs.compile(cs.example("and")), cs.compile(cs.example("or"))
    found = Pair(one, other).compare(patterns=1000, seed=5)
    rows = rows_of(one.random(1000, 5))
    wrong = (one.run(rows) != other.run(rows)).any(axis=1)
    assert found.mismatches == wrong.sum()
    assert list(found.given.values()) == rows[np.flatnonzero(wrong)[0]].tolist()  # type: ignore[union-attr]


def test_what_cannot_be_swept_says_so() -> None:
    c = cs.Circuit()
    for k in range(41):
        c.add_input(f"i{k}")
    with pytest.raises(TooLargeError, match="more than the limit of 2\\*\\*40"):
        cs.compile(c).exhaust()
    c = cs.Circuit()
    c.add_input("x", domain="real")
    with pytest.raises(InputError, match="input 'x' is not 0 or 1 alone"):
        cs.compile(c).exhaust()
    with pytest.raises(InputError, match="patterns must be a whole number, 1 or more, not 0"):
        cs.compile(cs.example("and")).sample(0)
    with pytest.raises(InputError, match="threads must be 1 or more, not 0"):
        cs.compile(cs.example("and")).run([[0, 1]], threads=0)


@pytest.mark.parametrize("threads", [1, 3])
def test_what_progress_raises_ends_the_run_and_its_threads(threads: int) -> None:
    class StopError(Exception):
        pass

    seen: list[float | None] = []

    def progress(part: float | None) -> None:
        seen.append(part)
        if len(seen) == 3:
            raise StopError

    before = threading.active_count()
    program = cs.compile(cs.example("and"), "words")
    with pytest.raises(StopError):
        program.run(np.zeros((2_000_000, 2), np.uint8), threads=threads, progress=progress)
    seen.clear()
    with pytest.raises(StopError):
        program.sample(10**9, threads=threads, progress=progress)
    assert threading.active_count() == before
    assert seen == sorted(seen, key=float)  # type: ignore[arg-type]


def test_control_c_stops_a_sweep() -> None:
    program = cs.compile(cs.example("adder_8bit"), "words")
    main = threading.main_thread().ident
    assert main is not None
    start = time.monotonic()

    def impatient(_: float | None) -> None:
        assert time.monotonic() - start < 30

    # Where the tests run in the background of a shell, Ctrl-C is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Timer(0.5, signal.pthread_kill, (main, signal.SIGINT)).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            program.sample(10**13, progress=impatient)
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_error_in_a_piece_comes_out() -> None:
    def work(piece: int) -> int:
        if piece == 5:
            raise ValueError("five")
        return piece

    for threads in (1, 2):
        with pytest.raises(ValueError, match="five"):
            list(parallel.in_order(range(100), work, threads))


@settings(deadline=None)
@given(st.integers(0, 300), st.integers(0, 70), st.booleans(), st.integers(0, 2**32))
def test_rows_are_packed_and_unpacked_by_both_ways(count: int, width: int, compiled: bool, seed: int) -> None:
    rows = np.random.default_rng(seed).integers(0, 2, (count, width), np.uint8)
    expected = pack(rows.T)
    for same in (rows, rows.astype(bool), np.asfortranarray(rows), rows.astype(float), rows.astype(np.int64)):
        found = pack_rows(same, compiled)
        assert found is not None
        assert np.array_equal(found, expected)
    into = np.full((count, width), 9, np.uint8)
    unpack_rows(expected, into, compiled)
    assert np.array_equal(into, rows)
    if rows.size:
        wrong = rows.copy()
        wrong.flat[seed % rows.size] = 2
        assert pack_rows(wrong, compiled) is None
        assert pack_rows(wrong.astype(float) / 2, compiled) is None or not (wrong == 1).any()


def test_results_that_do_not_fit_say_what_to_do() -> None:
    """A trillion patterns that take no memory themselves: one value, seen everywhere."""
    patterns = np.broadcast_to(np.zeros((1, 2), np.uint8), (10**15, 2))
    with pytest.raises(TooLargeError, match="take them block by block"):
        cs.compile(cs.example("half_adder")).run(patterns)


def test_blocks_that_are_large_use_compiled_loops_and_name_a_bad_value() -> None:
    program = cs.compile(cs.example("multiplier_4bit"))
    patterns = np.random.default_rng(0).integers(0, 2, (150_001, 8), np.uint8)
    found = program.run(patterns)
    assert np.array_equal(found, program.run(np.asfortranarray(patterns)))
    assert np.array_equal(found[::997], cs.compile(cs.example("multiplier_4bit"), "reference").run(patterns[::997]))
    patterns[140_000, 3] = 7
    with pytest.raises(InputError, match=r"pattern 140000: input '\w+' takes 0 or 1, not 7"):
        program.run(patterns)
