"""What is given from outside: rules for values, sequences, arrays and drives, and errors that name what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.errors import InputError

HUGE = pytest.param(10**5000, id="huge")  # its digits are more than Python prints


def pair() -> cs.Circuit:
    c = cs.Circuit()
    for id in ("a", "b"):
        c.add_output(f"y{id}", c.add_input(id))
    return c


def real() -> cs.Circuit:
    c = cs.Circuit()
    c.add_output("y", c.add_input("x", domain="real"))
    return c


def driven(repeat: bool) -> cs.Circuit:
    c = pair()
    c.set("a", drive={"pattern": "101", "repeat": repeat})
    return c


def test_evaluate_takes_names_a_mapping_or_both() -> None:
    c = pair()
    assert c.evaluate(a=1) == c.evaluate({"a": 1}) == c.evaluate({"a": 0}, a=1) == {"ya": 1, "yb": 0}
    assert c.evaluate({"a": 1}, b=1) == {"ya": 1, "yb": 1}
    assert c.evaluate(a=True, b=np.uint8(1)) == c.evaluate(a=1.0, b=Decimal(1)) == {"ya": 1, "yb": 1}


def test_an_input_may_be_called_what_it_likes() -> None:
    c = cs.Circuit()
    for id in ("self", "given", "max_ticks", "a[0]", "10"):
        c.add_output(f"{id}~out", c.add_input(id))
    names = dict.fromkeys(c.inputs, 1)
    assert set(c.evaluate(names).values()) == {1}
    assert set(cs.Simulator(c).step(names).values()) == {1}


@pytest.mark.parametrize(
    "value", [2, -1, 0.5, "1", "x", b"1", None, float("nan"), float("inf"), [1], 1j, 10**400, HUGE, object()]
)
def test_a_binary_input_takes_0_and_1_alone(value: Any) -> None:
    c = pair()
    for run in (lambda: c.evaluate(a=value), lambda: cs.Simulator(c).step(a=value)):
        with pytest.raises(InputError, match="input 'a' takes 0 or 1, not") as error:
            run()
        assert error.value.nodes == ("a",)
    with pytest.raises(InputError):
        cs.Simulator(c).run(1, {"a": [value]})


@pytest.mark.parametrize("value", ["1.5", None, float("nan"), float("-inf"), 1j, 10**400, HUGE])
def test_a_real_input_takes_any_finite_number(value: Any) -> None:
    with pytest.raises(InputError, match="input 'x' takes a finite number, not"):
        real().evaluate(x=value)
    for fine in (-1.5, 1e308, 5e-324, 2**60, np.float32(0.1)):
        assert real().evaluate(x=fine) == {"y": float(fine)}


def test_unknown_inputs_are_named_with_the_nearest_known() -> None:
    c = cs.Circuit()
    c.add_input("clock")
    for run in (
        lambda: c.evaluate(clok=1),
        lambda: cs.Simulator(c).step(clok=1),
        lambda: cs.Simulator(c).run(1, {"clok": "1"}),
    ):
        with pytest.raises(InputError, match="there is no input 'clok'; did you mean 'clock'"):
            run()


def test_step_holds_and_run_and_evaluate_do_not() -> None:
    c = pair()
    sim = cs.Simulator(c)
    assert sim.step(a=1) == {"ya": 1, "yb": 0}
    assert sim.step(b=1) == {"ya": 1, "yb": 1}
    assert sim.step() == {"ya": 1, "yb": 1}
    assert sim.held == {"a": 1, "b": 1}
    assert sim.run(2, {"b": "1"}).table().tolist() == [[0, 1], [0, 0]]
    assert sim.step() == {"ya": 0, "yb": 0}
    sim.step(a=1)
    sim.reset()
    assert sim.step() == {"ya": 0, "yb": 0}
    assert c.evaluate() == {"ya": 0, "yb": 0}


@pytest.mark.parametrize(("repeat", "expected"), [(False, [1, 0, 1, 0, 0, 0, 0]), (True, [1, 0, 1, 1, 0, 1, 1])])
def test_drives_play_and_repeat_or_end_in_0(repeat: bool, expected: list[int]) -> None:
    c = driven(repeat)
    assert cs.Simulator(c).run(7)["a"].tolist() == expected
    sim = cs.Simulator(c)
    assert [sim.step()["ya"] for _ in range(7)] == expected
    assert c.evaluate() == {"ya": 1, "yb": 0}, "symbol 0"
    assert c.evaluate(a=0) == {"ya": 0, "yb": 0}, "a given value overrides it"


def test_given_values_override_a_drive_for_their_tick() -> None:
    sim = cs.Simulator(driven(True))
    assert [sim.step(a=0)["ya"], sim.step()["ya"], sim.step(a=0)["ya"], sim.step()["ya"]] == [0, 0, 0, 1]
    sim.reset()
    assert sim.run(6, {"a": "011"})["a"].tolist() == [0, 1, 1, 0, 0, 0], "a given sequence that is short ends in 0"


def test_run_goes_on_and_its_arrays_count_from_its_first_tick() -> None:
    sim = cs.Simulator(driven(True))
    first = sim.run(2)
    second = sim.run(4, {"b": "01"})
    assert (first.start, second.start, sim.tick, len(second)) == (0, 2, 6, 4)
    assert second["a"].tolist() == [1, 1, 0, 1]
    assert second["b"].tolist() == [0, 1, 0, 0]


def test_stimuli_as_strings_lists_and_arrays() -> None:
    c = pair()
    want = [[0, 1], [1, 1], [1, 0]]
    for stimulus in (
        {"a": "011", "b": "110"},
        {"a": [0, 1, 1], "b": (1, 1)},
        {"a": np.array([0, 1, 1]), "b": np.array([True, True])},
        np.array(want),
        want,
        np.array(want, bool),
        np.array(want, np.float32),
    ):
        assert cs.Simulator(c).run(3, stimulus).table().tolist() == want
    assert len(cs.Simulator(c).run(None, {"a": "01", "b": "011"})) == 3
    assert len(cs.Simulator(c).run(None, np.zeros((4, 2)))) == 4
    assert len(cs.Simulator(c).run(0)) == 0


@pytest.mark.parametrize(
    ("ticks", "stimulus"),
    [
        (None, None), (None, {}), (None, {"a": 1}), (None, 5), (3, 5), (3, {"a": 1}), (3, {"a": "012"}),
        (3, {"a": "0 1"}), (2, {"a": [0, 2]}), (2, np.zeros((3, 2))), (2, np.zeros((2, 3))), (2, [[0, 1], [1]]),
        (2, [["0", "1"]] * 2), (-1, None), (1.5, None), (True, None), ("3", None), (2, {"a": np.zeros((2, 2))}),
        (2, {"a": iter("01")}), (2, {"z": "01"}), (2, [[0.5, 0]] * 2), (2, {"a": {"0": 1}}),
    ],
)  # fmt: skip
def test_wrong_stimuli_are_refused_and_nothing_moves(ticks: Any, stimulus: Any) -> None:
    sim = cs.Simulator(pair())
    with pytest.raises(InputError):
        sim.run(ticks, stimulus)
    assert sim.tick == 0


@pytest.mark.parametrize(
    "patterns",
    [
        [[0, 2]], [[0]], [0, 1], [[0, 1, 0]], [[[0, 1]]], [["0", "1"]], [[0, None]], [[0, 1], [0]], [[0.5, 0]],
        [[float("nan"), 0]], np.zeros((2, 2), complex), "01", 5, None, {"a": [0]}, [[10**30, 0]],
    ],
)  # fmt: skip
def test_wrong_patterns_are_refused(engine: Any, patterns: Any) -> None:
    with pytest.raises(InputError):
        cs.compile(pair(), engine).run(patterns)


def test_the_message_names_row_and_input(engine: Any) -> None:
    with pytest.raises(InputError, match=r"pattern 2: input 'b' takes 0 or 1, not 7"):
        cs.compile(pair(), engine).run([[0, 0], [1, 1], [0, 7]])


def test_patterns_of_many_types_and_none_at_all(engine: Any) -> None:
    program = cs.compile(pair(), engine)
    for dtype in (bool, np.uint8, np.int64, np.uint64, np.float16, np.float64, ">i4"):
        array = np.array([[0, 1], [1, 1]], dtype)
        assert program.run(array).tolist() == [[0, 1], [1, 1]]
        assert program.run(np.asfortranarray(array)).tolist() == [[0, 1], [1, 1]]
        assert program.run(array[::-1]).tolist() == [[1, 1], [0, 1]]
    for nothing in (np.zeros((0, 2)), []):
        assert program.run(nothing).shape == (0, 2)


def test_types_of_results(engine: Any) -> None:
    assert cs.compile(pair(), engine).run([[1, 0]]).dtype == np.uint8
    assert cs.compile(real(), engine).run([[1]]).dtype == np.float64
    c = cs.Circuit()
    c.add_output("y", c.add_tlu("t", step="sign"))
    assert cs.compile(c, engine).run(np.zeros((1, 0))).dtype == np.int8
    assert [type(v) for v in c.evaluate().values()] == [int]
    assert [type(v) for v in real().evaluate().values()] == [float]


@pytest.mark.parametrize("count", [1, 63, 64, 65, 1000, 65_536, 65_537, 131_073])
def test_any_number_of_patterns(count: int) -> None:
    bits = np.random.default_rng(count).integers(0, 2, (count, 2))
    assert np.array_equal(cs.compile(pair()).run(bits), bits)


def test_packed_patterns(engine: Any) -> None:
    program = cs.compile(pair(), engine)
    words = np.random.default_rng(3).integers(0, 2**64, (2, 1100), np.uint64)[:, : 5 if engine == "reference" else 1100]
    assert np.array_equal(program.run_packed(words), words)
    assert np.array_equal(program.run_packed(np.asfortranarray(words)), words)
    assert np.array_equal(program.run_packed(words[:, ::2]), words[:, ::2])
    assert program.run_packed(words[:, :0]).shape == (2, 0)
    found = program.run_packed(words)
    found[:] = 0
    assert words.any(), "the result is not a view of what was given"
    for wrong in (words[0], words[:1], words.astype(np.int64), words.astype(">u8"), [[1], [2]], None):
        with pytest.raises(InputError, match="uint64 of the shape"):
            program.run_packed(wrong)


def test_packed_without_inputs_or_outputs(engine: Any) -> None:
    c = cs.Circuit()
    c.add_output("y", c.add_bias("one"))
    assert cs.compile(c, engine).run_packed(np.zeros((0, 2), np.uint64)).tolist() == [[2**64 - 1] * 2]
    c.remove("y")
    c.add_input("x")
    assert cs.compile(c, engine).run_packed(np.zeros((1, 2), np.uint64)).shape == (0, 2)


def test_packed_refuses_what_is_not_a_bit(engine: Any) -> None:
    with pytest.raises(InputError, match="input 'x' is not 0 or 1 alone"):
        cs.compile(real(), engine).run_packed(np.zeros((1, 1), np.uint64))
    c = cs.Circuit()
    c.add_output("y", c.add_tlu("t", step="sign"))
    with pytest.raises(InputError, match="output 'y' is not 0 or 1 alone"):
        cs.compile(c, engine).run_packed(np.zeros((0, 1), np.uint64))
    c = cs.Circuit()
    c.add_output("y", c.add_delay("d", initial=0.5))
    with pytest.raises(InputError, match="output 'y'"):
        cs.compile(c, engine).run_packed(np.zeros((0, 1), np.uint64))


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(
        InputError, match="there is no engine 'gpu'; it is 'auto' or 'reference' or 'words' or 'native'"
    ):
        cs.compile(pair(), "gpu")  # type: ignore[arg-type]


def test_a_circuit_of_nothing(engine: Any) -> None:
    c = cs.Circuit()
    assert c.evaluate() == {}
    assert cs.compile(c, engine).run(np.zeros((3, 0))).shape == (3, 0)
    assert len(cs.Simulator(c).run(3)) == 3


def test_a_program_is_made_anew_after_an_edit_and_a_simulator_is_not() -> None:
    c = cs.Circuit()
    c.add_neuron("n", 1)
    c.connect(c.add_input("x"), "n")
    c.add_output("y", "n")
    assert c.evaluate(x=1) == {"y": 1}
    program, sim = c.program, cs.Simulator(c)
    assert c.program is program
    c.set("n", threshold=2)
    assert c.evaluate(x=1) == {"y": 0}
    assert (program.evaluate({"x": 1}), sim.step(x=1)) == ({"y": 1}, {"y": 1})
    c.timing = "unit-delay"
    assert c.program.net.timing == "unit-delay"
