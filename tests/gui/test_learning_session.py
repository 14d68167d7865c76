"""A training without widgets: what stands at each step, and what is read from data."""

from __future__ import annotations

import numpy as np
import pytest

import circuitsim as cs
from circuitsim.errors import CircuitError, DataError, FileError
from circuitsim.learn.data import dataset
from circuitsim.learn.layer import layer_units
from gui.learning import sources
from gui.learning.session import Settings, learn, open_session, prove, state_of, write_state
from gui.learning.sources import Columns, Points, Table, instances
from gui.learning.words import outcome_words, verdict_words


def nothing(part, text=""):
    """A report that nobody reads."""


def layer(inputs=("a", "b"), tlus=("t",), bias="bias"):
    c = cs.Circuit()
    c.add_layer("out", inputs, tlus, bias=bias)
    return c


def trained(circuit, X, Y, **settings):
    found = open_session(circuit.copier(), "out", X, Y, Settings(**settings), None)
    return learn(found, nothing, lambda: True)


GATE = [[0, 0], [0, 1], [1, 0], [1, 1]]


def test_every_step_is_the_rule_walked_by_hand():
    found = trained(layer(), GATE, [0, 0, 0, 1], tie="heaviside")
    weights, corrections = [0.0, 0.0, 0.0], 0
    keys = [edge.key for edge in found.units[0].edges]
    for step in range(found.steps):
        x, target = [*GATE[step % 4], 1], int(step % 4 == 3)
        z = sum(w * v for w, v in zip(weights, x, strict=True))
        error = target - int(z >= 0)
        (lesson,) = found.lessons(step + 1)
        assert (lesson.row, lesson.z, lesson.target, lesson.times) == (step % 4, z, target, error)
        assert [lesson.changes.get(key, 0) for key in keys] == [error * v for v in x]
        weights = [w + error * v for w, v in zip(weights, x, strict=True)]
        corrections += error != 0
        assert found.state(step + 1)["t"][0] == weights
    assert (weights, corrections) == ([2, 1, -3], 11)


def test_before_it_is_learned_there_are_no_steps():
    found = open_session(layer().copier(), "out", GATE, [0, 1, 1, 1], Settings(), None)
    assert (found.steps, found.is_learned, found.lessons(0)) == (0, False, [])
    assert found.state(0) == {"t": ([0, 0, 0], 0)}
    assert found.answers(found.state(0))["t"][1].tolist() == [False, True, True, True]  # H(0) = 1 is wrong for 00 alone


def test_a_training_begins_at_the_weights_that_it_is_given():
    found = open_session(layer().copier(), "out", GATE, [0, 1, 1, 1], Settings(), {"t": ([3, 4, -5], 0.0)})
    assert found.state(0) == {"t": ([3, 4, -5], 0)}
    assert not found.starts_at_zero


def test_outputs_are_told_as_the_tie_is_meant():
    answers = {}
    for tie in ("heaviside", "zero", "error", "sign"):
        found = open_session(layer().copier(), "out", GATE, [0, 1, 1, 1], Settings(tie=tie), None)
        said, right = found.answers(found.state(0))["t"]
        answers[tie] = said.tolist(), right.tolist()
    assert answers == {
        "heaviside": ([1] * 4, [False, True, True, True]),
        "zero": ([0] * 4, [True, False, False, False]),
        "error": ([0] * 4, [False] * 4),
        "sign": ([0] * 4, [False] * 4),
    }


def test_the_path_ends_where_the_training_does():
    iris = dataset("iris").only("petal_length", "petal_width").against_the_rest("setosa")
    found = trained(layer(iris.features), iris.X, iris.table())
    path = found.paths["t"]
    assert path.points[-1][:3] == pytest.approx(found.state(found.steps)["t"][0])
    assert len(path.points) == found.training.mistakes + 1
    assert path.steps.tolist() == sorted(path.steps.tolist())


def test_a_tlu_with_a_bias_of_its_own_learns_it():
    found = trained(layer(bias=None), GATE, [0, 0, 0, 1])
    assert found.state(found.steps) == {"t": ([2, 1], -3)}
    assert [lesson.bias_change for lesson in found.lessons(1)] == [-1]


def test_stopping_keeps_what_was_reached():
    found = open_session(layer().copier(), "out", GATE, [0, 1, 1, 0], Settings(shuffle=True, epochs=1000), None)
    epochs = []
    found = learn(found, nothing, lambda: epochs.append(1) or len(epochs) < 5)
    assert found.training.stopped
    assert found.steps == 5 * 4
    assert "epoch 5" in outcome_words(found, found.steps, 2)


def test_only_weights_that_differ_are_written():
    c = layer(tlus=("t", "u"))
    units = layer_units(c, "out")
    heard = []
    c.listen(heard.append)
    write_state(c, units, {**state_of(units), "t": ([0, 5, 0], 0.0)})
    assert [len(change.slots) for change in heard] == [1]


def test_xor_is_refused_with_its_proof_and_and_is_not():
    no = prove(open_session(layer().copier(), "out", GATE, [0, 1, 1, 0], Settings(), None), nothing)["t"]
    yes = prove(open_session(layer().copier(), "out", GATE, [0, 0, 0, 1], Settings(), None), nothing)["t"]
    assert "01 + 10 = 00 + 11" in verdict_words("t", no)
    assert "margin of 0.243" in verdict_words("t", yes)
    assert "at most 51" in verdict_words("t", yes)


# Data


def test_inputs_that_do_not_feed_the_layer_need_no_column():
    data = dataset("and")
    X, Y = instances(data, Columns(("a", "", "b"), ("1",)), [True, False, True], ["t"])
    assert X.tolist() == [[0, 0, 0], [0, 0, 1], [1, 0, 0], [1, 0, 1]]
    assert Y.tolist() == [[0], [0], [0], [1]]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (Columns(("a", "b", ""), ("1",)), "fed by 3 inputs, and these data have only 2"),
        (Columns(("a", "b", "a"), ("",)), "choose what t is to learn"),
    ],
)
def test_data_that_do_not_fit_are_refused_in_words(columns, said):
    with pytest.raises(DataError, match=said):
        instances(dataset("and"), columns, [True, True, True], ["t"])


def test_points_become_a_set():
    data = Points([(1.0, 2.0, 1), (3.0, 4.0, 0)]).as_data(["x", "y"])
    assert (data.X.tolist(), data.y.tolist(), data.features) == ([[1, 2], [3, 4]], [1, 0], ["x", "y"])
    with pytest.raises(DataError, match="no points yet"):
        Points().as_data(["x", "y"])


def test_a_file_is_read_by_the_columns_that_are_chosen(tmp_path):
    path = tmp_path / "flowers.csv"
    path.write_text("name;length;width;kind\nada;1,5;0,2;small\nbob;5,5;2,0;large\n")
    table = Table.of(str(path), ["t"])
    assert (table.names, table.target) == (("name", "length", "width", "kind"), "kind")
    data = table.read(Columns(("length", "width"), ("small",)))
    assert (data.X.tolist(), data.classes) == ([[1.5, 0.2], [5.5, 2.0]], ["large", "small"])
    with pytest.raises(FileError, match="line 2, column 'name'"):
        table.read(Columns(("name", "width"), ("small",)))


def test_each_tlu_may_have_a_column_of_its_own(tmp_path):
    path = tmp_path / "gates.csv"
    path.write_text("a,b,both,one\n0,0,0,0\n0,1,0,1\n1,0,0,1\n1,1,1,1\n")
    table = Table.of(str(path), ["both", "one"])
    assert table.target == sources.NO_COLUMN
    data = table.read(Columns(("a", "b"), ("both", "one")))
    _, Y = instances(data, Columns(("a", "b"), ("both", "one")), [True, True], ["both", "one"])
    assert Y.tolist() == [[0, 0], [0, 1], [0, 1], [1, 1]]
    one = table.read(Columns(("a", "b"), ("one",)))
    assert np.ravel(instances(one, Columns(("a", "b"), ("one",)), [True, True], ["t"])[1]).tolist() == [0, 1, 1, 1]


def test_a_loop_is_refused_before_anything_is_learned():
    c = layer()
    c.set("t", bias=0)
    c.add_delay("d", "t")
    c.connect("d", "t", weight=1)
    with pytest.raises(CircuitError, match="fed by itself"):
        open_session(c.copier(), "out", GATE, [0, 0, 0, 1], Settings(), None)
