"""Every step of lowering against the plain meaning, and the executors against the reference walk."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.engine import choice
from circuitsim.engine.bitwise import BitwiseExecutor
from circuitsim.engine.lower.counting import counted
from circuitsim.engine.lower.cuts import cover
from circuitsim.engine.lower.lookups import FALSE, TRUE, UNUSED, Lookups, as_array, look_up, support
from circuitsim.engine.lower.miter import miter
from circuitsim.engine.lower.order import depth_first
from circuitsim.engine.lower.pipeline import UnfitError, covered, lower
from circuitsim.engine.lower.recipes import recipes
from circuitsim.engine.lower.share import shared
from circuitsim.engine.lower.slots import NOWHERE, Slots, allocate, rows_of
from circuitsim.engine.lower.tables import at_least_table, projection, tabled
from circuitsim.engine.lower.templates import Template
from circuitsim.engine.native import code, registers
from circuitsim.engine.native.executor import NativeExecutor
from circuitsim.engine.native.host import Host, host
from circuitsim.engine.native.interleave import interleaved
from circuitsim.engine.net import Net
from circuitsim.engine.packing import pack, unpack
from circuitsim.errors import EngineError, OscillationError

sys.path.insert(0, str(Path(__file__).parent))
from random_nets import random_net

MANY = int(os.environ.get("CIRCUITSIM_FUZZ_NETS", "300"))
"""How many random nets; 20000 are the whole."""
RELAXED = settings(deadline=None)  # the first call loads numba
HOSTS = {
    "as it is": host(),
    "recipes": Host(host().cpu, host().features, host().lanes, False, 11),
    "narrow": Host(host().cpu, host().features, 2, False, 4),
}


def computed(template: Template) -> int:
    """The truth table of a template, lookup by lookup."""
    inputs = template.inputs
    mask = (1 << (1 << inputs)) - 1
    values = [projection(inputs, k) for k in range(inputs)]
    for table, reads in template.lookups:
        values.append(look_up(table, [values[read] for read in reads], mask))
    result = template.result
    if isinstance(result, bool):
        return mask if result else 0
    return values[result.value] ^ (mask if result.inverted else 0)


@RELAXED
@given(st.integers(0, 7).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, (1 << (1 << n)) - 1))))
def test_a_truth_table_becomes_lookups_that_give_it(case: tuple[int, int]) -> None:
    inputs, table = case
    assert computed(tabled(table, inputs)) == table


@RELAXED
@given(st.lists(st.integers(-9, 9), max_size=9), st.integers(-30, 30))
def test_counting_reaches_the_threshold_where_the_weights_do(weights: list[int], threshold: int) -> None:
    assert computed(counted(tuple(weights), threshold)) == at_least_table(tuple(weights), threshold)


@RELAXED
@given(st.lists(st.integers(-(2**40), 2**40), min_size=1, max_size=7), st.data())
def test_counting_with_great_weights(weights: list[int], data: st.DataObject) -> None:
    """Thresholds at the sums themselves, where one off would show."""
    chosen = data.draw(st.lists(st.booleans(), min_size=len(weights), max_size=len(weights)))
    threshold = sum(w for w, on in zip(weights, chosen, strict=True) if on) + data.draw(st.integers(-1, 1))
    assert computed(counted(tuple(weights), threshold)) == at_least_table(tuple(weights), threshold)


@pytest.mark.parametrize("width", [33, 64, 200])
def test_counting_of_wide_neurons(width: int) -> None:
    rng = random.Random(width)
    template = counted((1,) * width, width // 3)
    rows = [rng.getrandbits(500) for _ in range(width)]
    values = list(rows)
    for table, reads in template.lookups:
        values.append(look_up(table, [values[read] for read in reads], (1 << 500) - 1))
    assert not isinstance(template.result, bool)
    assert not template.result.inverted
    found = values[template.result.value]
    for k in range(500):
        assert found >> k & 1 == (sum(row >> k & 1 for row in rows) >= width // 3)
    assert len(template.lookups) < 2 * width


def test_every_recipe_gives_its_table() -> None:
    for table, steps in enumerate(recipes()):
        rows = [0xAA, 0xCC, 0xF0]
        for operation, one, other in steps:
            a, b = rows[one], rows[other]
            rows.append({"and": a & b, "or": a | b, "xor": a ^ b, "not": ~a & 255}[operation])
        if table not in (0, 255):
            assert rows[-1] == table or (not steps and table in rows)


@st.composite
def networks(draw: Any) -> Lookups:
    """Any lookups: unused ones, constants and copies among them."""
    inputs = draw(st.integers(0, 5))
    operands, tables = [], []
    for k in range(draw(st.integers(0, 25))):
        reads = draw(st.lists(st.integers(0, inputs + k - 1), max_size=3, unique=True)) if inputs + k else []
        table = draw(st.integers(0, 255))
        for unused in range(len(reads), 3):  # its table must not depend on it
            by = 1 << unused
            low = table & (0x55, 0x33, 0x0F)[unused]
            table = low | low << by
        operands.append(reads + [UNUSED] * (3 - len(reads)))
        tables.append(table)
    values = st.integers(0, inputs + len(tables) - 1) if inputs + len(tables) else st.just(FALSE)
    outputs = draw(st.lists(values | st.sampled_from([FALSE, TRUE]), max_size=6))
    return Lookups(inputs, as_array(operands).reshape(-1, 3), np.array(tables, np.uint8), as_array(outputs).reshape(-1))


def results(lookups: Lookups) -> list[int]:
    mask = (1 << (1 << lookups.inputs)) - 1
    return lookups.values([projection(lookups.inputs, k) for k in range(lookups.inputs)], mask)


@RELAXED
@given(networks())
def test_order_and_cover_keep_the_outputs(lookups: Lookups) -> None:
    expected = results(lookups)
    in_order = depth_first(lookups)
    assert results(in_order) == expected
    assert len(in_order) <= len(lookups)
    fewer = cover(in_order)
    assert results(fewer) == expected
    assert len(fewer) <= len(in_order)
    assert results(covered(lookups)) == expected


@RELAXED
@given(networks())
def test_sharing_keeps_the_outputs(lookups: Lookups) -> None:
    fewer = shared(lookups)
    assert results(fewer) == results(lookups)
    assert len(fewer) <= len(lookups)
    assert results(covered(fewer)) == results(lookups)
    again = shared(fewer)
    assert len(again) == len(fewer)


@RELAXED
@given(networks(), networks(), st.randoms(use_true_random=False))
def test_a_miter_is_1_where_outputs_differ(one: Lookups, other: Lookups, rng: random.Random) -> None:
    """The second circuit gets as many inputs and outputs as the first, in another order."""
    inputs, outputs = list(range(one.inputs)), list(range(len(one.outputs)))
    rng.shuffle(inputs)
    rng.shuffle(outputs)
    room = one.inputs + len(other)
    moved = np.where(other.operands < other.inputs, other.operands % max(1, one.inputs), other.operands)
    moved = np.where(other.operands >= other.inputs, other.operands - other.inputs + one.inputs, moved)
    moved[other.operands < 0] = UNUSED
    alike = (np.sort(moved, axis=1)[:, 1:] == np.sort(moved, axis=1)[:, :-1]) & (np.sort(moved, axis=1)[:, 1:] >= 0)
    if (one.inputs == 0 and (other.operands >= 0).any()) or alike.any() or not room:
        return
    twin = Lookups(one.inputs, moved, other.tables, as_array([rng.randrange(-2, room) for _ in outputs]))
    mask = (1 << (1 << one.inputs)) - 1
    rows = [projection(one.inputs, k) for k in range(one.inputs)]
    theirs = twin.values([rows[inputs.index(k)] for k in range(one.inputs)], mask)
    ours = one.values(rows, mask)
    expected = 0
    for k, output in enumerate(outputs):
        expected |= ours[k] ^ theirs[output]
    assert miter(one, twin, inputs, outputs).values(rows, mask) == [expected]
    same = miter(one, one, range(one.inputs), range(len(one.outputs)))
    assert results(same) == [0]
    assert len(depth_first(same)) == 0  # all is shared


def check_slots(lookups: Lookups) -> None:
    """The sanitizer: what is read from a slot or a row was written there, and is what was meant."""
    slots = allocate(lookups)
    inputs = lookups.inputs
    memory: dict[tuple[str, int], int] = {}
    for k in range(len(lookups)):
        for value in lookups.operands[k].tolist():
            if value >= inputs:
                assert memory.get(place_of(slots, value - inputs)) == value - inputs, (k, value)
        memory[place_of(slots, k)] = k
    for output, value in enumerate(lookups.outputs.tolist()):
        assert (output, value) in slots.copies or memory["row", output] == value - inputs


def place_of(slots: Slots, k: int) -> tuple[str, int]:
    if slots.row[k] != NOWHERE:
        return "row", int(slots.row[k])
    assert 0 <= slots.slot[k] < slots.count
    return "slot", int(slots.slot[k])


def check_registers(lookups: Lookups, count: int, chunk: int) -> None:
    """The sanitizer of registers: no more than there are, none kept between chunks, nothing read that is not there."""
    moves = registers.allocate(lookups, count, chunk)
    inputs = lookups.inputs
    slots: dict[int, int] = {}
    rows: dict[int, int] = {}
    done = 0
    for part in moves.moves:
        # A value is in a register from when it is made or loaded until its last use before it is loaded again.
        spans: list[list[int]] = []
        at: dict[int, int] = {}
        for step, (what, value, place) in enumerate(part):
            if what == registers.STORE_SLOT:
                spans[at[value]][1] = step
                assert 0 <= place < moves.slots
                slots[place] = value
                continue
            if what == registers.LOAD_INPUT:
                assert value == place < inputs
            elif what == registers.LOAD_SLOT:
                assert slots[place] == value
            elif what == registers.LOAD_ROW:
                assert rows[place] == value
            else:
                assert value == inputs + done
                for read in lookups.operands[done].tolist():
                    if read >= 0:
                        spans[at[read]][1] = step
                if place != NOWHERE:
                    rows[place] = value
                done += 1
            at[value] = len(spans)
            spans.append([step, step])
        for step in range(len(part)):
            assert sum(start < step <= end for start, end in spans) <= count + 1  # one may be on its way to a slot
        assert len(part) == 0 or done % chunk == 0 or done == len(lookups)
    assert done == len(lookups)


@RELAXED
@given(networks(), st.integers(4, 9), st.integers(1, 9))
def test_every_slot_is_written_before_it_is_read(lookups: Lookups, count: int, chunk: int) -> None:
    in_order = depth_first(lookups)
    moved = interleaved(in_order)
    assert results(moved) == results(in_order)
    for some in (in_order, moved):
        check_slots(some)
        check_registers(some, count, chunk)
    operands, targets = rows_of(in_order, allocate(in_order))
    assert operands.shape == (len(in_order), 3)
    assert (targets >= lookups.inputs).all()


@settings(max_examples=30, deadline=None)
@given(networks(), st.integers(1, 1000), st.sampled_from(sorted(HOSTS)), st.sampled_from([0, 4000]))
def test_executors_give_what_the_lookups_mean(lookups: Lookups, count: int, machine: str, small: int) -> None:
    in_order = depth_first(lookups)
    rng = np.random.default_rng(count)
    patterns = rng.integers(0, 2, (lookups.inputs, count), np.uint8)
    words = pack(patterns)
    rows = [sum(int(bit) << k for k, bit in enumerate(row)) for row in patterns.tolist()]
    expected = [[row >> k & 1 for k in range(count)] for row in in_order.values(rows, (1 << count) - 1)]
    for executor in (BitwiseExecutor(in_order), NativeExecutor(in_order, HOSTS[machine], small)):
        found = np.full((len(lookups.outputs), words.shape[1]), 0xDEAD, np.uint64)
        executor.run(words, found)
        assert unpack(found, count).tolist() == expected


@pytest.mark.parametrize("machine", sorted(HOSTS))
@pytest.mark.parametrize("chunk", [1, 7, 100])
def test_chunks_and_strides(monkeypatch: pytest.MonkeyPatch, chunk: int, machine: str) -> None:
    """Small chunks of a net, over rows of many lengths: crowded ones, whole ones, and ones with a rest."""
    monkeypatch.setattr(code, "CHUNK", chunk)
    lookups, _ = lower(Net(cs.example("multiplier_4bit")))
    native, plain = NativeExecutor(lookups, HOSTS[machine], small=5), BitwiseExecutor(lookups)
    rng = np.random.default_rng(0)
    for width in (1, 7, 8, 9, 63, 64, 65, 128, 1024, 5000):
        for pad in (0, 3):
            given = rng.integers(0, 2**64, (8, width + pad), np.uint64)[:, :width]
            expected, found = np.zeros((8, width), np.uint64), np.zeros((8, width + pad), np.uint64)
            plain.run(given, expected)
            native.run(given, found[:, :width])
            assert np.array_equal(found[:, :width], expected)
            assert not found[:, width:].any()


def check_net(c: cs.Circuit, seed: int) -> bool:
    """Whether the net ran as lookups, too; whatever it ran as, it gave what the walk gives."""
    rng = np.random.default_rng(seed)
    count = int(rng.choice([1, 3, 17, 64, 65, 127, 1000])) if seed % 50 == 0 else int(rng.integers(1, 30))
    net = Net(c)
    columns = [
        rng.normal(size=count) if net.parameters[signal]["domain"] == "real" else rng.integers(0, 2, count)
        for signal in net.inputs
    ]
    patterns = np.array(columns, float).reshape(len(columns), count).T
    walk = cs.compile(c, "reference")
    expected, restless = walk.run_each(patterns, max_ticks=3000)
    quick = cs.compile(c, "words")
    if restless.any():
        with pytest.raises(OscillationError):
            quick.run(patterns, max_ticks=3000)
        found, stuck = quick.run_each(patterns, max_ticks=3000)
        assert np.array_equal(stuck, restless)
        assert np.array_equal(found[~restless], expected[~restless])
        return False
    assert np.array_equal(quick.run(patterns), expected)
    assert np.array_equal(quick.run(np.asfortranarray(patterns)), expected)
    try:
        lookups, _ = lower(net)
    except UnfitError:
        return False
    bits = patterns.astype(np.uint8)
    assert np.array_equal(quick.run_packed(pack(bits.T)), walk.run_packed(pack(bits.T)))
    fewer = covered(lookups)
    for some in (lookups, fewer):
        check_slots(some)
        check_registers(some, 5, 7)
        found = np.zeros((len(net.outputs), -(-count // 64)), np.uint64)
        BitwiseExecutor(some).run(pack(bits.T), found)
        assert np.array_equal(unpack(found, count).T, expected)
    if seed % 5 == 0:
        assert np.array_equal(cs.compile(c, "native").run(bits), expected)
    return True


@pytest.mark.parametrize("part", range(10))
def test_random_nets_give_what_the_walk_gives(part: int) -> None:
    fit = sum(check_net(random_net(seed), seed) for seed in range(part, MANY, 10))
    assert fit > MANY // 10 * 0.3  # the generator still makes nets that run as lookups


@pytest.mark.parametrize("part", range(5))
def test_random_nets_of_bits_run_as_lookups(part: int) -> None:
    fit = sum(check_net(random_net(seed, bits=True), seed) for seed in range(part, MANY // 2, 5))
    assert fit > MANY // 10 * 0.7  # the others have wide sums that float64 rounds


def test_acyclic_nets_at_rest_need_no_ticks_and_keep_their_limit() -> None:
    c = cs.Circuit(timing="unit-delay")
    last = c.add_input("x")
    for k in range(5):
        n = c.add_neuron(f"n{k}", 1)
        c.connect(last, n)
        last = n
    c.add_output("y", last)
    program = cs.compile(c, "native")
    assert program.run([[0], [1]]).tolist() == [[0], [1]]
    quick, walk = cs.compile(c), cs.compile(c, "reference")
    for ticks in range(8):
        found: list[Any] = []
        for one in (quick, walk):
            try:
                found.append(one.run([[1]], max_ticks=ticks).tolist())
            except cs.CircuitError as error:
                found.append(type(error))
        assert found[0] == found[1], ticks


def test_deep_nets_do_not_recurse() -> None:
    c = cs.Circuit()
    last = c.add_input("x")
    for k in range(5000):
        n = c.add_neuron(f"n{k}", 0)
        c.inhibit(last, n)
        last = n
    c.add_output("y", last)
    for engine in ("words", "native"):
        assert cs.compile(c, engine).run([[0], [1]]).tolist() == [[0], [1]]
    assert len(covered(lower(Net(c))[0])) <= 1


def test_tables_depend_on_what_they_depend_on() -> None:
    assert [support(table) for table in (0, 255, 0xAA, 0x88, 0xE8, 0x96)] == [0, 0, 1, 3, 7, 7]


def test_without_machine_code_words_run_and_native_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> str:
        return "no machine code can be made here (nothing works)"

    monkeypatch.setattr(choice, "no_native", none)
    c = cs.example("adder_8bit")
    with pytest.raises(EngineError, match="nothing works"):
        cs.compile(c, "native")
    program = cs.compile(c)
    plan = program.plan(10**12)
    assert (plan.engine, plan.reason) == ("words", none())
    patterns = np.random.default_rng(0).integers(0, 2, (100, len(program.inputs)), np.uint8)
    assert np.array_equal(program.run(patterns), cs.compile(c, "reference").run(patterns))


def test_code_that_cannot_be_made_after_all_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("memory may not be run")

    monkeypatch.setattr("circuitsim.engine.native.host.llvm.create_mcjit_compiler", refuse)
    c = cs.example("adder_8bit")
    with pytest.raises(EngineError, match="memory may not be run"):
        cs.compile(c, "native").run([[0] * 17])
    monkeypatch.setattr(choice, "best", lambda lookups, words, only=None: (only or "native", 0.0, ""))
    program = cs.compile(c)
    assert program.run([[0] * 17]).tolist() == [[0] * 9]
    assert program.engine == "words"
    assert "memory may not be run" in program.plan(1).reason


def test_native_refuses_what_has_no_code() -> None:
    c = cs.Circuit()
    c.add_input("x", domain="real")
    c.add_output("y", "x")
    with pytest.raises(EngineError, match="'x' can be another number than 0 and 1"):
        cs.compile(c, "native")


def test_the_choice_grows_with_the_work() -> None:
    program = cs.compile(cs.example("multiplier_4bit"))
    assert program.plan(10).engine == "words"
    assert program.plan(10**11).engine == "native"
    assert program.plan(10**11).slots > 0
