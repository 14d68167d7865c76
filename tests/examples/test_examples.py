"""Every circuit that ships: it teaches, it is drawn tidily, and it does what its tests say."""

from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.engine.program import Engine
from circuitsim.logic.lint import lint
from circuitsim.records import Body

NAMES = cs.examples()
TWO_INPUTS = {
    "false": "0000", "nor": "1000", "b_and_not_a": "0100", "not_a": "1100", "a_and_not_b": "0010", "not_b": "1010",
    "xor": "0110", "nand": "1110", "and": "0001", "xnor": "1001", "b": "0101", "a_implies_b": "1101", "a": "0011",
    "b_implies_a": "1011", "or": "0111", "true": "1111",
}  # fmt: skip
"""The sixteen functions of two inputs: the output for 00, 01, 10 and 11."""
REQUIRED = {
    *TWO_INPUTS,
    *(f"mp1943_{figure}" for figure in "abcdefghi"),
    "identity", "not", "xor_two_tlus", "tlu", "perceptron_2_3", "half_adder", "full_adder", "full_adder_two_tlus",
    "adder_4bit", "adder_8bit", "comparator_4bit", "multiplexer", "decoder_3to8", "majority", "parity_8",
    "seven_segment", "multiplier_4bit", "alu_4bit", "sr_latch", "d_latch", "d_flip_flop", "jk_flip_flop", "t_flip_flop",
    "shift_register", "counter_4bit", "ring_counter", "lfsr", "blinker", "edge_detector", "serial_adder",
    "sequence_101", "binary_scaler", "traffic_light", "heat_and_cold", "iris_setosa",
}  # fmt: skip
SEGMENTS = (
    "abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc",
    "abcdefg", "abcdfg", "abcefg", "cdefg", "adef", "bcdeg", "adefg", "aefg",
)  # fmt: skip
"""What is lit in 0 to 9, A, b, C, d, E and F."""
NEAREST = 40
"""Scene units between the centres of two nodes, at the least."""


def bodies(circuit: cs.Circuit) -> dict[str, Body]:
    """The circuit itself and its definitions."""
    return {"": circuit.body()} | {name: definition.body for name, definition in circuit.definitions.items()}


def digits(number: int, width: int) -> list[int]:
    """A number in binary, the most significant digit first."""
    return [number >> k & 1 for k in reversed(range(width))]


def numbers(rows: np.ndarray) -> np.ndarray:
    """Rows of binary digits, as numbers."""
    return rows.astype(int) @ (1 << np.arange(rows.shape[1])[::-1])


def all_patterns(width: int) -> np.ndarray:
    """Every combination of `width` bits, in counting order."""
    return np.array(list(itertools.product((0, 1), repeat=width)))


def test_the_required_circuits_are_there() -> None:
    assert not REQUIRED - set(NAMES)
    assert len(NAMES) >= 55


@pytest.mark.parametrize("name", NAMES)
class TestEveryExample:
    """What holds for all of them."""

    def test_description_teaches(self, name: str) -> None:
        circuit = cs.example(name)
        assert circuit.name
        assert len(circuit.description) >= 60
        assert len(circuit.description.partition(". ")[0]) <= 110, "the first sentence is shown in lists"

    def test_own_tests_pass(self, name: str, engine: Engine) -> None:
        results = cs.example(name).run_tests(engine)
        assert results
        for result in results:
            assert result.passed, str(result)

    def test_every_output_is_pinned(self, name: str) -> None:
        circuit = cs.example(name)
        for output in circuit.outputs:
            pinned = {
                expected[test.outputs.index(output)]
                for test in circuit.tests
                if output in test.outputs
                for _, expected in test.rows
            } - {None}
            assert pinned == {0, 1} or (name, pinned) in [("false", {0}), ("true", {1})]

    def test_tests_list_the_inputs_that_play(self, name: str) -> None:
        circuit = cs.example(name)
        driven = {id for id in circuit.inputs if circuit.node(id).parameters["drive"] is not None}
        assert all(driven <= set(test.inputs) for test in circuit.tests)

    def test_saving_gives_the_same_bytes(self, name: str, root: Path, tmp_path: Path) -> None:
        shipped, copy = root / "circuits" / f"{name}.json", tmp_path / "copy.json"
        cs.load(shipped).save(copy)
        assert copy.read_bytes() == shipped.read_bytes()

    def test_every_node_has_a_place_of_its_own(self, name: str) -> None:
        for where, body in bodies(cs.example(name)).items():
            assert {node.id for node in body.nodes} == set(body.layout), where
            for one, other in itertools.combinations(body.layout.values(), 2):
                assert math.dist((one.x, one.y), (other.x, other.y)) >= NEAREST, where
            assert all(place.x % 20 == 0 == place.y % 20 for place in body.layout.values()), where

    def test_inputs_stand_left_and_outputs_right_in_order(self, name: str) -> None:
        for where, body in bodies(cs.example(name)).items():
            left = min((place.x for place in body.layout.values()), default=0)
            right = max((place.x for place in body.layout.values()), default=0)
            for side, x in (("input", left), ("output", right)):
                places = [body.layout[id] for id in body.ports(side)]
                assert {place.x for place in places} <= {x}, where
                heights = [place.y for place in places]
                assert heights == sorted(heights), where

    def test_nothing_is_odd(self, name: str) -> None:
        assert lint(cs.example(name)) == []


def has_small_table(name: str) -> bool:
    """Whether a truth table says all of the circuit: settled, without memory, of at most eight bits."""
    circuit = cs.example(name)
    kinds = {node.kind for body in bodies(circuit).values() for node in body.nodes}
    binary = all(circuit.node(id).parameters["domain"] == "binary" for id in circuit.inputs)
    return circuit.timing == "settled" and "delay" not in kinds and binary and len(circuit.inputs) <= 8


@pytest.mark.parametrize("name", list(filter(has_small_table, NAMES)))
def test_small_tables_are_pinned_whole(name: str) -> None:
    circuit = cs.example(name)
    whole = [test for test in circuit.tests if [*test.inputs] == circuit.inputs and [*test.outputs] == circuit.outputs]
    rows = [row for test in whole if not test.clocked for row in test.rows]
    assert {given for given, _ in rows} == set(itertools.product((0, 1), repeat=len(circuit.inputs)))
    assert None not in {value for _, expected in rows for value in expected}


@pytest.mark.parametrize(("name", "column"), TWO_INPUTS.items())
def test_functions_of_two_inputs(name: str, column: str) -> None:
    circuit = cs.example(name)
    assert (circuit.inputs, circuit.outputs) == (["a", "b"], ["y"])
    assert "".join(str(circuit.evaluate(a=a, b=b)["y"]) for a, b in itertools.product((0, 1), repeat=2)) == column


@pytest.mark.parametrize("name", ["identity", "and", "or", "a_and_not_b", "not"])
def test_the_books_nets_have_two_synapses_as_threshold(name: str) -> None:
    circuit = cs.example(name)
    (neuron,) = [node for node in circuit.nodes.values() if node.kind == "neuron"]
    assert dict(neuron.parameters) == {"threshold": 2, "inhibition": "absolute"}
    assert {edge.count for edge in circuit.incoming(neuron.id) if edge.kind == "excitatory"} <= {1, 2}


class TestArithmetic:
    """The big ones against numpy, over more than their own tests list."""

    def test_adder_8bit(self, engine: Engine) -> None:
        patterns = np.random.default_rng(8).integers(0, 2, (3000, 17))
        found = cs.compile(cs.example("adder_8bit"), engine).run(patterns)
        a, b, carry = numbers(patterns[:, :8]), numbers(patterns[:, 8:16]), patterns[:, 16]
        assert np.array_equal(numbers(found), a + b + carry)

    def test_adder_8bit_whole(self) -> None:
        patterns = all_patterns(17)
        found = cs.compile(cs.example("adder_8bit")).run(patterns)
        a, b, carry = numbers(patterns[:, :8]), numbers(patterns[:, 8:16]), patterns[:, 16]
        assert np.array_equal(numbers(found), a + b + carry)

    def test_multiplier_4bit(self, engine: Engine) -> None:
        patterns = all_patterns(8)
        found = cs.compile(cs.example("multiplier_4bit"), engine).run(patterns)
        assert np.array_equal(numbers(found), numbers(patterns[:, :4]) * numbers(patterns[:, 4:]))

    def test_alu_4bit(self, engine: Engine) -> None:
        circuit = cs.example("alu_4bit")
        assert circuit.outputs == ["carry", "y3", "y2", "y1", "y0", "zero"]
        patterns = all_patterns(10)
        a, b, op = numbers(patterns[:, :4]), numbers(patterns[:, 4:8]), numbers(patterns[:, 8:])
        found = cs.compile(circuit, engine).run(patterns)
        result = np.select([op == 0, op == 1, op == 2, op == 3], [a + b, a - b, a & b, a | b])
        carry = np.select([op == 0, op == 1], [a + b > 15, a >= b], False)
        assert np.array_equal(numbers(found[:, 1:5]), result % 16)
        assert np.array_equal(found[:, 0], carry)
        assert np.array_equal(found[:, 5], result % 16 == 0)

    def test_comparator_4bit(self, engine: Engine) -> None:
        patterns = all_patterns(8)
        a, b = numbers(patterns[:, :4]), numbers(patterns[:, 4:])
        found = cs.compile(cs.example("comparator_4bit"), engine).run(patterns)
        assert np.array_equal(found, np.stack((a < b, a == b, a > b), axis=1))

    def test_seven_segment(self, engine: Engine) -> None:
        found = cs.compile(cs.example("seven_segment"), engine).run(all_patterns(4))
        for number, lit in enumerate(SEGMENTS):
            assert {segment for segment, value in zip("abcdefg", found[number], strict=True) if value} == set(lit)


class TestClocked:
    """The clocked ones over runs that are longer than their own tests."""

    @pytest.mark.parametrize(
        ("given", "felt_heat", "felt_cold"),
        [
            ({"cold": "1"}, "000100000", "000000000"),
            ({"cold": "11"}, "000010000", "001000000"),
            ({"cold": "1111"}, "000000100", "001110000"),
            ({"cold": "101"}, "000101000", "000000000"),
            ({"cold": "1101"}, "000010100", "001000000"),
            ({"heat": "1"}, "010000", "000000"),
            ({"heat": "1", "cold": "1"}, "010100", "000000"),
        ],
    )
    def test_heat_and_cold(self, given: dict[str, str], felt_heat: str, felt_cold: str) -> None:
        trace = cs.Simulator(cs.example("heat_and_cold")).run(len(felt_heat), given)
        assert "".join(map(str, trace["felt_heat"])) == felt_heat
        assert "".join(map(str, trace["felt_cold"])) == felt_cold

    def test_serial_adder_adds_all_pairs_of_six_bits(self) -> None:
        pairs = [(a, b) for a in range(64) for b in range(64)]
        width = 9  # six digits, the carry, and two ticks for the carry neuron to fall silent
        stimulus = {
            name: "".join("".join(map(str, digits(pair[k], width)[::-1])) for pair in pairs)
            for k, name in enumerate(("a", "b"))
        }
        found = cs.Simulator(cs.example("serial_adder")).run(len(pairs) * width + 2, stimulus, watch=["sum"])["sum"]
        sums = numbers(found[2:].reshape(len(pairs), width)[:, ::-1])
        assert sums.tolist() == [a + b for a, b in pairs]

    def test_binary_scaler_halves_every_train(self) -> None:
        circuit = cs.example("binary_scaler")
        for train in itertools.product("01", repeat=9):
            found = cs.Simulator(circuit).run(11, {"pulse": "".join(train)}, watch=["half"])["half"]
            assert found.sum() == train.count("1") // 2

    def test_blinker_blinks_by_itself(self) -> None:
        trace = cs.Simulator(cs.example("blinker")).run(6)
        assert trace["light"].tolist() == [0, 0, 1, 0, 1, 0]

    def test_counter_counts_by_itself(self) -> None:
        trace = cs.Simulator(cs.example("counter_4bit")).run(40)
        counts = numbers(np.stack([trace[f"q{k}"] for k in (3, 2, 1, 0)], axis=1))
        assert counts.tolist() == [tick % 16 for tick in range(40)]

    def test_lfsr_visits_every_state_but_zero(self) -> None:
        trace = cs.Simulator(cs.example("lfsr")).run(30)
        states = numbers(np.stack([trace[id] for id in ("q1", "q2", "q3", "noise")], axis=1))
        assert set(states[:15]) == set(range(1, 16))
        assert states[:15].tolist() == states[15:].tolist()

    def test_traffic_light_never_shows_red_and_green(self) -> None:
        trace = cs.Simulator(cs.example("traffic_light")).run(64)
        assert not (trace["red"] & trace["green"]).any()
        assert (trace["red"] | trace["green"] | trace["amber"]).all()

    @pytest.mark.parametrize("length", range(1, 8))
    def test_regular_expression(self, length: int) -> None:
        circuit = cs.example("regular_expression")
        for word in map("".join, itertools.product("ab", repeat=length)):
            given = {"start": "1", "a": word.translate({97: "1", 98: "0"}), "b": word.translate({97: "0", 98: "1"})}
            found = cs.Simulator(circuit).run(length + 2, given)["match"].tolist()
            ends = [int(re.fullmatch("(ab|b)*b", word[: k + 1]) is not None) for k in range(length)]
            assert found == [0, 0, *ends]

    def test_memory_keeps_what_was_written(self) -> None:
        rng = np.random.default_rng(4)
        simulator = cs.Simulator(cs.example("memory_4x4"))
        words = [0] * 4
        for _ in range(300):
            address, data, write = int(rng.integers(4)), int(rng.integers(16)), int(rng.integers(2))
            bits = {"a1": address >> 1, "a0": address & 1, "write": write}
            found = simulator.step(bits | {f"d{k}": data >> k & 1 for k in range(4)})
            assert [found[f"q{k}"] for k in (3, 2, 1, 0)] == digits(words[address], 4)
            if write:
                words[address] = data


@pytest.mark.parametrize("name", NAMES)
def test_definitions_named_like_examples_are_those(name: str) -> None:
    """So that an example can be put into another as a subcircuit without a quarrel over its name."""
    for inner, definition in cs.example(name).definitions.items():
        if inner in NAMES:
            assert definition.body.meaning() == cs.example(inner).body().meaning()
