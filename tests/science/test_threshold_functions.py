"""How many functions one neuron computes, and what few threshold gates can do: by compiling all of them."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

import circuitsim as cs


def rows_of(n: int) -> np.ndarray[Any, Any]:
    return np.array(list(product((0, 1), repeat=n)), np.uint8).reshape(2**n, n)


def functions(c: cs.Circuit, engine: Any) -> set[bytes]:
    """The truth tables of all outputs."""
    return {column.tobytes() for column in cs.compile(c, engine).run(rows_of(len(c.inputs))).T.copy()}


def many_neurons(n: int, weights: Any, thresholds: Any, inhibition: str) -> cs.Circuit:
    """A circuit with every neuron: each weight is so many synapses, inhibitory where negative."""
    c = cs.Circuit()
    with c.transaction():
        inputs = [c.add_input(f"x{k}") for k in range(n)]
        for j, (given, threshold) in enumerate(product(product(weights, repeat=n), thresholds)):
            c.add_neuron(f"n{j}", threshold, inhibition)
            for id, weight in zip(inputs, given, strict=True):
                if weight:
                    c.connect(id, f"n{j}", kind="excitatory" if weight > 0 else "inhibitory", count=abs(weight))
            c.add_output(f"y{j}", f"n{j}")
    return c


COLUMNS = [
    ("absolute", (-1, 0, 1), range(1, 6), (2, 7, 28, 109)),
    ("absolute", (-1, 0, 1, 2, 3), range(1, 13), (2, 7, 34, 249)),
    ("absolute", (-1, 0, 1, 2, 3), range(13), (4, 11, 42, 265)),
    ("absolute", (-2, -1, 0, 1, 2), [2], (2, 7, 30, 133)),
    ("relative", (-1, 0, 1), range(-4, 6), (4, 14, 56, 218)),
    ("relative", (-2, -1, 0, 1, 2), range(1, 7), (2, 7, 52, None)),
    ("relative", (-2, -1, 0, 1, 2), range(-6, 7), (4, 14, 104, None)),
]


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize(("inhibition", "weights", "thresholds", "counts"), COLUMNS, ids=range(len(COLUMNS)))
def test_how_many_functions_one_neuron_computes(
    engine: Any, n: int, inhibition: str, weights: Any, thresholds: Any, counts: tuple[int, ...]
) -> None:
    assert len(functions(many_neurons(n, weights, thresholds, inhibition), engine)) == counts[n - 1]


@pytest.mark.slow
@pytest.mark.parametrize(("inhibition", "weights", "thresholds", "counts"), COLUMNS[:5], ids=range(5))
def test_how_many_functions_of_four_inputs_one_neuron_computes(
    inhibition: str, weights: Any, thresholds: Any, counts: tuple[int, ...]
) -> None:
    assert len(functions(many_neurons(4, weights, thresholds, inhibition), "words")) == counts[3]


def test_which_functions_of_two_inputs_they_are(engine: Any) -> None:
    def tables(*column: Any) -> set[str]:
        return {"".join(map(str, table)) for table in functions(many_neurons(2, *column), engine)}

    of_1943 = {"0000", "0011", "0101", "0001", "0111", "0010", "0100"}
    assert tables(COLUMNS[1][1], COLUMNS[1][2], "absolute") == of_1943
    minsky = of_1943 | {"1111", "1100", "1010", "1000"}
    assert tables(COLUMNS[2][1], COLUMNS[2][2], "absolute") == minsky
    relative = minsky | {"1110", "1101", "1011"}
    assert tables(COLUMNS[6][1], COLUMNS[6][2], "relative") == relative, "all but XOR and XNOR"


@pytest.mark.parametrize(("n", "count"), [(0, 2), (1, 4), (2, 14), (3, 104)])
def test_how_many_threshold_functions_there_are(engine: Any, n: int, count: int) -> None:
    c = cs.Circuit()
    with c.transaction():
        inputs = [c.add_input(f"x{k}") for k in range(n)]
        for j, (weights, bias) in enumerate(product(product(range(-2, 3), repeat=n), range(-7, 7))):
            c.add_tlu(f"t{j}", bias + 0.5)
            for id, weight in zip(inputs, weights, strict=True):
                c.connect(id, f"t{j}", weight=weight)
            c.add_output(f"y{j}", f"t{j}")
    assert len(functions(c, engine)) == count


def test_theorem_3_needs_a_tonic_source_for_a_true_at_rest(engine: Any) -> None:
    """Without one, whatever neurons of threshold 1 or more do, rows of zeros give 0."""
    c = many_neurons(3, (-1, 0, 1, 2), range(1, 7), "absolute")
    assert not cs.compile(c, engine).run(np.zeros((1, 3))).any()


def test_theorem_4_inverse_a_relative_inhibitor_that_outweighs_all_is_absolute(engine: Any) -> None:
    for weights, threshold in product(product((0, 1, 2), repeat=2), range(1, 5)):
        columns = []
        for inhibition, count in (("absolute", 1), ("relative", sum(weights) + 1)):
            c = cs.Circuit()
            ids = [c.add_input(id) for id in "abi"]
            c.add_neuron("n", threshold, inhibition)
            for id, weight in zip(ids[:2], weights, strict=True):
                if weight:
                    c.connect(id, "n", count=weight)
            c.inhibit("i", "n", count)
            c.add_output("y", "n")
            columns.append(cs.compile(c, engine).run(rows_of(3)).tolist())
        assert columns[0] == columns[1]


# Few gates: `s` stands for the sum of the inputs


def gates(n: int, rows: list[tuple[str, float, list[tuple[str, float]]]], step: str = "heaviside") -> cs.Circuit:
    """TLUs from (id, threshold, weighted sources); "s" as a source is every input. All are outputs, the last first."""
    c = cs.Circuit()
    inputs = [c.add_input(f"x{k}") for k in range(n)]
    for id, threshold, sources in rows:
        c.add_tlu(id, -threshold, step)
        for source, weight in sources:
            for each in inputs if source == "s" else [source]:
                c.connect(each, id, weight=weight)
    for id, *_ in reversed(rows):
        c.add_output(f"={id}", id)
    return c


def test_a_full_adder_of_two_tlus(engine: Any) -> None:
    c = gates(3, [("carry", 2, [("s", 1)]), ("sum", 1, [("s", 1), ("carry", -2)])])
    for row, (low, high) in zip(rows_of(3), cs.compile(c, engine).run(rows_of(3)).tolist(), strict=True):
        assert 2 * high + low == row.sum()


@pytest.mark.parametrize("n", range(2, 9))
def test_parity_in_two_layers_with_shortcuts(engine: Any, n: int) -> None:
    hidden = [(f"h{k}", 2 * k, [("s", 1.0)]) for k in range(1, n // 2 + 1)]
    c = gates(n, [*hidden, ("out", 1, [("s", 1), *((id, -2.0) for id, *_ in hidden)])])
    assert len(cs.compile(c).net.gates) == n // 2 + 1
    assert np.array_equal(cs.compile(c, engine).run(rows_of(n))[:, 0], rows_of(n).sum(axis=1) % 2)


@pytest.mark.parametrize("n", range(2, 9))
def test_parity_in_layers(engine: Any, n: int) -> None:
    hidden = [(f"h{k}", k, [("s", 1.0)]) for k in range(1, n + 1)]
    c = gates(n, [*hidden, ("out", 1, [(f"h{k}", 1.0 if k % 2 else -1.0) for k in range(1, n + 1)])])
    assert np.array_equal(cs.compile(c, engine).run(rows_of(n))[:, 0], rows_of(n).sum(axis=1) % 2)


@pytest.mark.parametrize("n", range(2, 9))
def test_the_bits_of_a_population_count(engine: Any, n: int) -> None:
    top = n.bit_length() - 1
    rows: list[Any] = []
    for m in range(top, -1, -1):
        rows.append((f"b{m}", 2**m, [("s", 1.0), *((f"b{k}", -(2.0**k)) for k in range(top, m, -1))]))
    found = cs.compile(gates(n, rows), engine).run(rows_of(n)).astype(int)  # lowest bit first
    assert found.shape[1] == top + 1
    assert np.array_equal((found << np.arange(top + 1)).sum(axis=1), rows_of(n).sum(axis=1))


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_a_carry_and_a_comparison_are_one_gate_each(engine: Any, n: int) -> None:
    powers = [2.0**k for k in range(n)]
    rows = rows_of(2 * n).astype(int)
    a, b = (rows[:, half] @ (2 ** np.arange(n)) for half in (slice(n), slice(n, 2 * n)))
    ids = [f"x{k}" for k in range(2 * n)]
    carry = gates(2 * n, [("c", 2.0**n, list(zip(ids, powers + powers, strict=True)))])
    assert np.array_equal(cs.compile(carry, engine).run(rows)[:, 0], a + b >= 2**n)
    compare = gates(2 * n, [("g", 0, list(zip(ids, powers + [-p for p in powers], strict=True)))])
    assert np.array_equal(cs.compile(compare, engine).run(rows)[:, 0], a >= b)


def test_symmetric_functions_need_a_gate_for_each_change(engine: Any) -> None:
    for n in (3, 4):
        for values in product((0, 1), repeat=n + 1):
            changes = [k for k in range(1, n + 1) if values[k] != values[k - 1]]
            hidden = [(f"h{k}", k, [("s", 1.0)]) for k in changes]
            weights = [(f"h{k}", float(values[k] - values[k - 1])) for k in changes]
            c = gates(n, [*hidden, ("out", 1 - values[0], weights)])
            assert cs.compile(c, engine).run(rows_of(n))[:, 0].tolist() == [values[s] for s in rows_of(n).sum(axis=1)]


MINIMAL = {
    "ab": (1, 1, 2), "a+b": (1, 1, 1), "abc": (1, 1, 1, 3), "ab+ac": (2, 1, 1, 3), "ab+ac+bc": (1, 1, 1, 2),
    "a+bc": (2, 1, 1, 2), "a+b+c": (1, 1, 1, 1), "abcd": (1, 1, 1, 1, 4), "abc+abd": (2, 2, 1, 1, 5),
    "abc+abd+acd": (2, 1, 1, 1, 4), "abc+abd+acd+bcd": (1, 1, 1, 1, 3), "ab+acd": (3, 2, 1, 1, 5),
    "ab+acd+bcd": (2, 2, 1, 1, 4), "ab+ac+bcd": (3, 2, 2, 1, 5), "ab+ac+ad": (3, 1, 1, 1, 4),
    "ab+ac+ad+bcd": (2, 1, 1, 1, 3), "ab+ac+ad+bc": (3, 2, 2, 1, 4), "a+bcd": (3, 1, 1, 1, 3),
    "ab+ac+ad+bc+bd": (2, 2, 1, 1, 3), "ab+ac+ad+bc+bd+cd": (1, 1, 1, 1, 2), "a+bc+bd": (3, 2, 1, 1, 3),
    "a+bc+bd+cd": (2, 1, 1, 1, 2), "a+b+cd": (2, 2, 1, 1, 2), "a+b+c+d": (1, 1, 1, 1, 1),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["neuron", "tlu"])
def test_the_minimal_weights_of_all_positive_functions(engine: Any, kind: str) -> None:
    for formula, (*weights, threshold) in MINIMAL.items():
        n = len(weights)
        c = cs.Circuit()
        if kind == "tlu":
            c.add_tlu("g", -threshold)
        else:
            c.add_neuron("g", threshold)
        for id, weight in zip("abcd", weights, strict=False):
            c.connect(c.add_input(id), "g", **({"weight": weight} if kind == "tlu" else {"count": weight}))
        c.add_output("y", "g")
        found = cs.compile(c, engine).run(rows_of(n))[:, 0].tolist()
        for row, bit in zip(rows_of(n), found, strict=True):
            value = dict(zip("abcd", row.tolist(), strict=False))
            assert bit == any(all(value[letter] for letter in term) for term in formula.split("+")), formula


def test_xor_is_no_threshold_function_and_two_gates_do_it(engine: Any) -> None:
    xor = gates(2, [("h", 2, [("s", 1)]), ("x", 1, [("s", 1), ("h", -2)])])
    assert cs.compile(xor, engine).run(rows_of(2))[:, 0].tolist() == [0, 1, 1, 0]
    rows = rows_of(2)
    assert (rows[1] + rows[2] == rows[0] + rows[3]).all(), "two points on and two off with one sum: no single gate"
