"""Layers trained where they stand, and models that become circuits, files, and models again."""

from __future__ import annotations

import csv
import ctypes
import io
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.formats.json_writer import write_json
from circuitsim.learn.layer import prepare, store, summary

pytestmark = pytest.mark.filterwarnings("ignore::circuitsim.errors.ConvergenceWarning")


def layered(outputs: int = 1, bias: str | None = None, step: str = "heaviside") -> cs.Circuit:
    """Two inputs and a layer called "l"."""
    c = cs.Circuit("layered")
    c.add_layer("l", ["a", "b"], [f"t{k}" for k in range(outputs)], bias=bias, step=step)
    return c


class TestTraining:
    """The rule in a circuit."""

    @pytest.mark.parametrize("bias", [None, "one"])
    def test_every_gate_that_can_be_learned_is(self, bias: str | None) -> None:
        gates = cs.dataset("gates")
        for k, name in enumerate(gates.classes):
            c = layered(bias=bias)
            found = cs.train(c, "l", gates.X, gates.y[:, k])
            assert found.converged == (name not in ("xor", "xnor"))
            if found.converged:
                assert cs.layer_outputs(c, "l", gates.X)[:, 0].tolist() == gates.y[:, k].tolist()
            plain = cs.Perceptron(max_iter=100).fit(gates.X, np.column_stack([gates.y[:, k]] * 2))
            learned = [edge.weight for edge in c.incoming("t0")]
            expected = [*plain.coef_[0].tolist(), *([plain.intercept_[0]] if bias else [])]
            assert learned == expected
            assert c.node("t0").parameters["bias"] == (0 if bias else plain.intercept_[0])

    def test_the_literatures_path(self, gate: Any) -> None:
        c = layered()
        found = cs.train(c, "l", gate, [[0], [0], [0], [1]])
        assert found.mistakes_per_epoch == [2, 3, 3, 2, 1, 0]
        assert found.state_at(4) == {"t0": ([1, 1], 0)}
        assert found.steps == 24
        (lesson,) = found.step(3)
        a, b = (edge.key for edge in c.incoming("t0"))
        assert (lesson.id, lesson.row, lesson.z, lesson.answer, lesson.target, lesson.times) == ("t0", 3, -1, 0, 1, 1)
        assert (lesson.changes, lesson.bias_change) == ({a: 1, b: 1}, 1)
        (quiet,) = found.step(1)
        assert (quiet.times, quiet.changes, quiet.bias_change) == (0, {}, 0)

    def test_xor_on_two_fixed_neurons(self, gate: Any) -> None:
        c = cs.example("xor_association_units")
        found = cs.train(c, "response", gate, [0, 1, 1, 0], init="zero")
        assert found.converged
        assert [row[-1] for row in c.truth_table()] == [0, 1, 1, 0]
        assert write_json(c) == write_json(cs.example("xor_association_units"))
        verdict = found.verdicts()["learned"]
        assert verdict
        assert "both" in str(verdict)

    def test_the_digit_reader_is_what_training_gives(self) -> None:
        c = cs.example("digit_reader")
        (digits,) = [test for test in c.tests if test.name == "the ten digits"]
        X = np.array([given for given, _ in digits.rows])
        assert cs.train(c, "digits", X, np.eye(10, dtype=int), init="zero").mistakes == 228
        assert write_json(c) == write_json(cs.example("digit_reader"))

    def test_the_iris_example_is_what_training_gives(self, petals: Any) -> None:
        c = cs.example("iris_setosa")
        c.set_layer("l", ["small_petal"])
        cs.train(c, "l", petals.X, petals.y == 0, init="zero")
        weights = [edge.weight for edge in c.incoming("small_petal")]
        assert weights == pytest.approx([-0.6, -0.8])
        assert c.node("small_petal").parameters["bias"] == 2

    def test_it_goes_on_from_the_present_weights(self, gate: Any) -> None:
        c = layered()
        first = cs.train(c, "l", gate, [0, 0, 0, 1], epochs=2)
        second = cs.train(c, "l", gate, [0, 0, 0, 1])
        assert first.mistakes_per_epoch + second.mistakes_per_epoch == [2, 3, 3, 2, 1, 0]
        assert cs.train(c, "l", gate, [0, 0, 0, 1]).mistakes == 0
        assert cs.train(c, "l", gate, [0, 0, 0, 1], init="zero").mistakes == 11

    def test_a_random_start_is_the_same_for_the_same_seed(self, gate: Any) -> None:
        found = []
        for seed in (1, 1, 2):
            c = layered()
            cs.train(c, "l", gate, [0, 0, 0, 1], init="random", random_state=seed)
            found.append([edge.weight for edge in c.incoming("t0")])
        assert found[0] == found[1] != found[2]

    def test_units_with_other_sources_learn_apart(self, gate: Any) -> None:
        c = layered(2)
        c.add_tlu("t2")
        c.connect("b", "t2")
        c.connect("a", "t2")
        c.set_layer("l", ["t2", "t0", "t1"])
        Y = [[0, 0, 1], [0, 1, 1], [0, 1, 1], [1, 1, 0]]
        before = write_json(c)
        told: list[Any] = []
        c.listen(told.append)
        found = cs.train(c, "l", gate, Y)
        assert found.converged
        assert len(told) == 1  # one edit all the same
        twin = c.copy()
        twin.apply(told[0].inverse())
        assert write_json(twin) == before
        assert cs.layer_outputs(c, "l", gate).tolist() == Y
        assert set(found.left) == {"t0", "t1", "t2"}
        assert len(found.step(0)) == 3

    def test_signs(self) -> None:
        X, y = [[-1, -1], [-1, 1], [1, -1], [1, 1]], [-1, -1, -1, 1]
        c = layered(step="sign")
        for id in ("a", "b"):
            c.set(id, domain="real")
        found = cs.train(c, "l", X, y)
        assert found.mistakes <= 9
        assert cs.layer_outputs(c, "l", X)[:, 0].tolist() == y

    def test_parallel_and_bias_edges_and_a_fixed_bias(self, gate: Any) -> None:
        c = cs.Circuit()
        c.add_input("a"), c.add_input("b"), c.add_bias("one"), c.add_tlu("t", bias=0.5)
        for source in ("a", "a", "one", "b"):
            c.connect(source, "t", weight=0)
        c.set_layer("l", ["t"])
        assert cs.train(c, "l", gate, [0, 0, 0, 1]).converged
        weights = [edge.weight for edge in c.incoming("t")]
        assert weights[0] == weights[1]
        assert c.node("t").parameters["bias"] == 0.5, "a bias neuron feeds it, so its own bias does not learn"
        assert cs.layer_outputs(c, "l", gate)[:, 0].tolist() == [0, 0, 0, 1]

    def test_on_a_subcircuit_and_a_delay_and_beside_a_loop(self, gate: Any) -> None:
        c = cs.Circuit(timing="unit-delay")
        c.define("xor", cs.example("xor"))
        c.add_input("a"), c.add_input("b")
        c.add_subcircuit("x", of="xor")
        c.connect("a", "x", to_port="a"), c.connect("b", "x", to_port="b")
        c.add_neuron("ring", threshold=0)
        c.inhibit("ring", "ring")
        c.add_tlu("t")
        c.connect("x", "t", from_port="y")
        c.connect("a", "t")
        c.set_layer("l", ["t"])
        assert cs.train(c, "l", gate, [0, 1, 0, 0]).converged
        assert cs.layer_outputs(c, "l", gate)[:, 0].tolist() == [0, 1, 0, 0]

    def test_it_is_one_edit(self, gate: Any) -> None:
        c = layered(3)
        before = write_json(c)
        told: list[Any] = []
        c.listen(told.append)
        cs.train(c, "l", gate, [[0, 0, 1], [0, 1, 1], [0, 1, 1], [1, 1, 0]])
        assert len(told) == 1
        c.apply(told[0].inverse())
        assert write_json(c) == before

    def test_it_can_be_stopped(self, gate: Any) -> None:
        c = layered()
        found = cs.train(c, "l", gate, [0, 1, 1, 0], progress=lambda epoch, wrong: epoch < 2)
        assert (found.stopped, found.epochs, found.converged) == (True, 2, False)

    def test_it_says_what_is_left(self, gate: Any) -> None:
        with pytest.warns(cs.ConvergenceWarning, match="the weights of 't0' of epoch 3 are those of epoch 2"):
            found = cs.train(layered(), "l", gate, [0, 1, 1, 0])
        assert found.cycle == (2, 3, "t0")
        assert str(found.verdicts()["t0"]) == "not separable: 01 + 10 = 00 + 11"

    def test_what_the_desktop_needs_can_be_had_in_parts(self, gate: Any) -> None:
        c = layered()
        layer = prepare(c, "l", gate, [0, 0, 0, 1])
        from circuitsim.learn import engines

        for group in layer.groups:
            group.outcome = engines.learn(group.task)
        found = summary(layer)
        assert [edge.weight for edge in c.incoming("t0")] == [0, 0], "nothing is written before it is stored"
        store(c, layer)
        assert found.converged
        assert [edge.weight for edge in c.incoming("t0")] == [2, 1]

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"layer": "m"}, "there is no layer 'm'"),
            ({"X": [[0, 0]]}, "Y has the shape"),
            ({"X": [[0, 0, 0]] * 4}, "must be"),
            ({"X": [[0, float("nan")]] * 4}, "finite number"),
            ({"X": np.zeros((0, 2))}, "no rows"),
            ({"X": {"a": [0, 0, 1, 1]}}, "no column for 'b'"),
            ({"Y": [[0, 1]] * 4}, "must be (4, 1)"),
            ({"Y": [0, 1, 2, 0]}, "must be 0 or 1"),
            ({"Y": ["a", "b", "c", "d"]}, "0 and 1"),
            ({"eta": 0}, "eta"),
            ({"epochs": 0}, "epochs"),
            ({"init": "ones"}, "init"),
        ],
    )
    def test_bad_input_leaves_the_weights(self, change: dict[str, Any], says: str, gate: Any) -> None:
        c = layered()
        before = write_json(c)
        given = {"layer": "l", "X": gate, "Y": [0, 0, 0, 1], **change}
        with pytest.raises(cs.CircuitError) as caught:
            cs.train(c, given.pop("layer"), given.pop("X"), given.pop("Y"), **given)
        assert says in str(caught.value)
        assert write_json(c) == before

    def test_a_layer_that_is_fed_by_itself(self, gate: Any) -> None:
        c = layered(2)
        c.add_delay("d", "t0")
        c.connect("d", "t1")
        with pytest.raises(cs.CircuitError, match="fed by itself, through 't0'"):
            cs.train(c, "l", gate, [[0, 0]] * 4)
        lonely = cs.Circuit()
        lonely.add_tlu("t")
        lonely.set_layer("l", ["t"])
        with pytest.raises(cs.CircuitError, match="no connections"):
            cs.train(lonely, "l", np.zeros((1, 0)), [0])
        looped = layered()
        looped.add_neuron("n", threshold=1)
        looped.connect("n", "n"), looped.connect("n", "t0")
        with pytest.raises(cs.CircuitError, match="loop"):
            cs.train(looped, "l", gate, [0, 0, 0, 1])

    def test_columns_by_name(self) -> None:
        c = layered()
        assert cs.train(c, "l", {"b": [0, 1, 0, 1], "a": [0, 0, 1, 1]}, [0, 0, 1, 0]).converged
        assert c.incoming("t0")[0].weight > 0 > c.incoming("t0")[1].weight

    def test_layer_outputs_is_eq_10_2(self) -> None:
        rng = np.random.default_rng(0)
        for bias in (None, "one"):
            c = cs.Circuit()
            c.add_layer("l", ["a", "b", "c"], ["t0", "t1"], bias=bias)
            for edge in c.edges:
                c.set_edge(edge.key, weight=float(rng.integers(-9, 10)))
            sources, W, b = cs.layer_weights(c, "l")
            X = rng.integers(-5, 6, (50, 3))
            full = np.column_stack([X, np.ones(50)]) if bias else X
            assert [source.id for source in sources] == ["a", "b", "c", *(["one"] if bias else [])]
            assert np.array_equal(cs.layer_outputs(c, "l", X), full @ W + b >= 0)


class TestModels:
    """From an estimator to a circuit, and to files."""

    @pytest.mark.parametrize("tie", ["heaviside", "zero", "error", "sign"])
    def test_a_circuit_answers_as_the_model_ties_included(self, tie: Any) -> None:
        rng = np.random.default_rng(3)
        for round_ in range(20):
            X = rng.integers(-2, 3, (30, 3)) / (1 if round_ % 2 else 10)
            y = rng.integers(0, 2, 30)
            y[:2] = [0, 1]
            model = cs.Perceptron(tie=tie, max_iter=3).fit(X, y)
            c = model.to_circuit()
            grid = np.array(np.meshgrid(*[np.unique(X)] * 3)).reshape(3, -1).T
            found = cs.compile(c).run(grid)[:, 0]
            if tie == "sign":
                assert np.array_equal(found > 0, model.predict(grid) == 1)
            else:
                assert np.array_equal(found, model.predict(grid))

    def test_several_outputs_and_back(self) -> None:
        iris = cs.dataset("iris")
        model = cs.Perceptron(max_iter=30).fit(iris.X, np.array(iris.classes)[iris.y])
        c = model.to_circuit("iris", inputs=iris.features)
        assert c.inputs == iris.features
        assert c.outputs == ["is_setosa", "is_versicolor", "is_virginica"]
        assert np.array_equal(cs.compile(c).run(iris.X), model.decision_function(iris.X) >= 0)
        back = cs.Perceptron.from_circuit(c, "outputs")
        assert back.coef_.tobytes() == model.coef_.tobytes()
        assert back.intercept_.tobytes() == model.intercept_.tobytes()
        assert np.array_equal(back.predict(iris.X), cs.compile(c).run(iris.X))
        assert cs.compile(back.to_circuit()).outputs == ["y1", "y2", "y3"]
        assert back.to_circuit().inputs == iris.features

    def test_from_a_layer_with_a_bias_neuron(self, gate: Any) -> None:
        c = layered(bias="one")
        cs.train(c, "l", gate, [0, 0, 0, 1])
        model = cs.Perceptron.from_circuit(c, "l")
        assert (model.coef_.tolist(), model.intercept_.tolist()) == ([[2, 1]], [-3])
        assert model.predict(gate).tolist() == [0, 0, 0, 1]

    def test_what_does_not_fit(self, gate: Any) -> None:
        model = cs.Perceptron().fit(gate, [0, 0, 0, 1])
        with pytest.raises(cs.CircuitError, match="give that many names"):
            model.to_circuit(inputs=["a"])
        with pytest.raises(cs.CircuitError, match="not fitted"):
            cs.Perceptron().to_circuit()
        with pytest.raises(cs.CircuitError, match=r"end in '\.onnx'"):
            model.export("model.pkl")
        mixed = layered()
        mixed.add_tlu("u")
        mixed.connect("a", "u")
        mixed.set_layer("l", ["t0", "u"])
        with pytest.raises(cs.CircuitError, match="different sources"):
            cs.Perceptron.from_circuit(mixed, "l")

    def models(self) -> list[tuple[Any, Any]]:
        """Models of every shape, and data for them."""
        iris, gates = cs.dataset("iris"), cs.dataset("gates")
        names = np.array(iris.classes)[iris.y]
        return [
            (cs.Perceptron().fit(iris.X, iris.y == 0), iris.X),
            (cs.Perceptron.like_sklearn().fit(iris.X, iris.y), iris.X),
            (cs.Perceptron(max_iter=9).fit(iris.X, names), iris.X),
            (cs.Perceptron().fit(iris.X, names == "setosa"), iris.X),
            (cs.Perceptron(tie="zero").fit(gates.X, gates.y), gates.X.astype(float)),
        ]

    def test_onnx_answers_the_same(self, tmp_path: Path) -> None:
        runtime = pytest.importorskip("onnxruntime")
        for model, X in self.models():
            model.export(tmp_path / "model.onnx")
            session = runtime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
            label, scores = session.run(["label", "scores"], {"X": X})
            assert np.array_equal(label, model.predict(X))
            expected = model.decision_function(X)
            assert scores.reshape(expected.shape) == pytest.approx(expected)

    def test_c_answers_the_same_bits(self, tmp_path: Path) -> None:
        compiler = shutil.which("cc") or shutil.which("gcc")
        if compiler is None:
            pytest.skip("no C compiler")
        from circuitsim.learn.rule import net_input

        for k, (model, X) in enumerate(self.models()):
            source, library = tmp_path / f"model{k}.c", tmp_path / f"model{k}.so"
            model.export(source)
            command = [compiler, "-O2", "-Wall", "-Werror", "-std=c99", "-ffp-contract=off", "-shared", "-fPIC"]
            subprocess.run([*command, "-o", library, source], check=True, capture_output=True)
            loaded = ctypes.CDLL(str(library))
            outputs = len(model.coef_)
            for row, expected in zip(np.ascontiguousarray(X, float), model.predict(X), strict=True):
                given = (ctypes.c_double * len(row))(*row)
                z = (ctypes.c_double * outputs)()
                loaded.perceptron_scores(given, z)
                strict = [
                    net_input(w, row.tolist(), b) for w, b in zip(model.coef_.tolist(), model.intercept_, strict=True)
                ]
                assert [*z] == strict
                if model.predict(X).ndim == 2:
                    said = (ctypes.c_int * outputs)()
                    loaded.perceptron_predict(given, said)
                    assert [*said] == expected.tolist()
                else:
                    assert model.classes_[loaded.perceptron_predict(given)] == expected

    def test_the_table_of_weights(self, tmp_path: Path) -> None:
        iris = cs.dataset("iris")
        model = cs.Perceptron(max_iter=5).fit(iris.X, np.array(iris.classes)[iris.y])
        model.export(tmp_path / "weights.csv")
        rows = list(csv.reader(io.StringIO((tmp_path / "weights.csv").read_text())))
        assert rows[0] == ["class", "x1", "x2", "x3", "x4", "bias"]
        assert [row[0] for row in rows[1:]] == iris.classes
        assert np.array([[float(cell) for cell in row[1:-1]] for row in rows[1:]]).tobytes() == model.coef_.tobytes()

    def test_names_cannot_break_out_of_the_comment(self, tmp_path: Path) -> None:
        class Frame(np.ndarray):
            columns = ("a*/ int x = ;", "b\n#error")

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = cs.Perceptron().fit(np.array([[0.0, 1], [1, 0]]).view(Frame), [0, 1])
        model.export(tmp_path / "m.c")
        text = (tmp_path / "m.c").read_text()
        assert text.index("*/") > text.index("Compile without")
        assert "\n#error" not in text
