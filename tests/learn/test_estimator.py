"""The estimator: parameters, refusals, scikit-learn's manners, partial fits, multi-output, warnings."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import warnings
from typing import Any

import numpy as np
import pytest

import circuitsim as cs

PLAIN = pytest.mark.filterwarnings("ignore::circuitsim.errors.ConvergenceWarning")


def test_importing_loads_no_heavy_library_and_small_fits_neither() -> None:
    code = """
import sys, circuitsim as cs
cs.Perceptron().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1]).predict([[1, 1]])
print("networkx" in sys.modules)
c = cs.Circuit(); c.add_layer("l", ["a", "b"], ["t"])
cs.train(c, "l", [[0, 0], [0, 1], [1, 0], [1, 1]], [[0], [0], [0], [1]])
cs.separability([[0], [1]], [0, 1])
print([name for name in ("sklearn", "numba", "scipy", "PySide6", "llvmlite", "resvg_py") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n[]\n"


def test_a_large_fit_loads_the_compiled_kernels() -> None:
    code = """
import sys, numpy as np, circuitsim as cs
X = np.random.default_rng(0).integers(0, 9, (3000, 40)); y = X.sum(axis=1) > 160
cs.Perceptron(max_iter=1).partial_fit(X, y, classes=[0, 1])
print("numba" in sys.modules, "sklearn" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True False\n"


@PLAIN
class TestRefusals:
    """Bad input: one clear message, and the model is as it was."""

    @pytest.mark.parametrize(
        ("X", "y", "says"),
        [
            ([[0.0, np.nan], [1, 1]], [0, 1], "row 0, column 1: holds NaN"),
            ([[0.0, 1], [np.inf, 1]], [0, 1], "row 1, column 0: holds infinity"),
            (np.zeros((0, 2)), [], "0 sample"),
            (np.zeros((2, 0)), [0, 1], "0 feature"),
            ([0, 1], [0, 1], "Expected 2D array"),
            ([[0], [1]], [1, 1], "one class alone"),
            ([[0], [1]], [0, 1, 1], "2 rows and y has 3"),
            ([[0], [1]], [0.5, 1.5], "continuous"),
            ([[0], [1]], [0, None], "NaN"),
            ([[0], [1]], None, "None"),
            ([["a", 1], [0, 1]], [0, 1], "row 0, column 0: must be a number, not 'a'"),
            ([[0j], [1j]], [0, 1], "Complex"),
            ([[0], [1]], [[0, 2], [1, 1]], "row 0, column 1: must be 0 or 1"),
            ([[0], [1]], [[0, 1]], "it must be (2, outputs)"),
        ],
    )
    def test_data(self, X: Any, y: Any, says: str) -> None:
        model = cs.Perceptron().fit([[0, 1], [1, 0]], [0, 1])
        before = {name: str(value) for name, value in vars(model).items()}
        with pytest.raises(cs.CircuitError) as caught:
            model.fit(X, y)
        assert says in str(caught.value)
        assert isinstance(caught.value, ValueError)
        assert {name: str(value) for name, value in vars(model).items() if name in before} == before

    @pytest.mark.parametrize(
        "parameters",
        [
            {"eta0": 0}, {"eta0": float("nan")}, {"eta0": "1"}, {"max_iter": 0}, {"max_iter": 1.5}, {"tol": -1},
            {"tie": "tie"}, {"stop": "never"}, {"variant": "best"}, {"orders": "any"}, {"n_iter_no_change": 0},
            {"class_weight": "heavy"}, {"class_weight": {7: 1.0}}, {"keep": -1},
        ],
    )  # fmt: skip
    def test_parameters(self, parameters: dict[str, Any]) -> None:
        with pytest.raises(cs.CircuitError, match=next(iter(parameters))):
            cs.Perceptron(**parameters).fit([[0], [1]], [0, 1])

    def test_unknown_parameters(self) -> None:
        with pytest.raises(TypeError):
            cs.Perceptron(eta=1)  # type: ignore[call-arg]
        with pytest.raises(ValueError, match="Invalid parameter 'eta'"):
            cs.Perceptron().set_params(eta=1)

    @pytest.mark.parametrize("weights", [[1], [1, np.nan], [0, 0]])
    def test_sample_weights(self, weights: list[float]) -> None:
        with pytest.raises(cs.CircuitError, match="weight"):
            cs.Perceptron().fit([[0], [1]], [0, 1], sample_weight=weights)

    def test_not_trained(self) -> None:
        with pytest.raises(cs.CircuitError, match="not fitted yet"):
            cs.Perceptron().predict([[0]])
        with pytest.raises(AttributeError):
            _ = cs.Perceptron().history_

    def test_other_features(self) -> None:
        with pytest.raises(ValueError, match="X has 3 features, but Perceptron is expecting 1"):
            cs.Perceptron().fit([[0], [1]], [0, 1]).predict([[0, 1, 2]])

    def test_starts_that_do_not_fit(self) -> None:
        with pytest.raises(ValueError, match="coef_init"):
            cs.Perceptron().fit([[0], [1]], [0, 1], coef_init=[[1, 2]])
        with pytest.raises(ValueError, match="intercept_init"):
            cs.Perceptron().fit([[0], [1]], [0, 1], intercept_init=[1, 2])

    def test_partial_fit(self) -> None:
        with pytest.raises(ValueError, match="first call"):
            cs.Perceptron().partial_fit([[0], [1]], [0, 1])
        model = cs.Perceptron().partial_fit([[0], [1]], [0, 1], classes=[0, 1])
        with pytest.raises(ValueError, match="not the same"):
            model.partial_fit([[0], [1]], [0, 1], classes=[0, 1, 2])
        with pytest.raises(ValueError, match="do not name"):
            model.partial_fit([[0], [1]], [0, 5])


@PLAIN
class TestResults:
    """What fitting gives."""

    def test_strings_are_classes(self, gate: Any) -> None:
        model = cs.Perceptron().fit(gate, ["no", "yes", "yes", "yes"])
        assert model.classes_.tolist() == ["no", "yes"]
        assert model.predict(gate).tolist() == ["no", "yes", "yes", "yes"]
        assert model.score(gate, ["no", "yes", "yes", "no"]) == 0.75

    def test_bool_lists_and_integers(self, gate: Any) -> None:
        for X in (gate, np.array(gate, bool), np.array(gate, np.int16), np.asfortranarray(gate, float)):
            for y in ([False, False, False, True], np.array([0, 0, 0, 1], np.uint8), [0.0, 0.0, 0.0, 1.0]):
                assert cs.Perceptron().fit(X, y).coef_.tolist() == [[2, 1]]

    def test_a_column_is_taken_for_a_row_with_a_word(self, gate: Any) -> None:
        with pytest.warns(UserWarning, match="column-vector"):
            model = cs.Perceptron().fit(gate, [[0], [0], [0], [1]])
        assert model.predict(gate).shape == (4,)

    def test_more_classes_are_one_against_the_rest(self) -> None:
        iris = cs.dataset("iris")
        model = cs.Perceptron(max_iter=20).fit(iris.X, iris.y)
        assert model.coef_.shape == (3, 4)
        for k in range(3):
            single = cs.Perceptron(max_iter=20).fit(iris.X, iris.y == k)
            assert single.coef_[0].tolist() == model.coef_[k].tolist()
        assert model.decision_function(iris.X).shape == (150, 3)

    def test_a_table_is_several_outputs(self) -> None:
        gates = cs.dataset("gates")
        model = cs.Perceptron(max_iter=20).fit(gates.X, gates.y)
        assert model.coef_.shape == (16, 2)
        wrong = (model.predict(gates.X) != gates.y).any(axis=0)
        assert [name for name, bad in zip(gates.classes, wrong, strict=True) if bad] == ["xor", "xnor"]
        assert model.cycle_ == (2, 3)
        assert model.score(gates.X, gates.y) < 1

    def test_a_table_of_signs(self) -> None:
        X, Y = [[-1, -1], [-1, 1], [1, -1], [1, 1]], [[-1, -1], [-1, 1], [-1, 1], [1, 1]]
        model = cs.Perceptron(tie="sign").fit(X, Y)
        assert model.classes_.tolist() == [-1, 1]
        assert model.predict(X).tolist() == Y

    def test_partial_fit_is_an_epoch(self, gate: Any) -> None:
        whole = cs.Perceptron().fit(gate, [0, 0, 0, 1])
        model = cs.Perceptron()
        for _ in range(6):
            model.partial_fit(gate, [0, 0, 0, 1], classes=[0, 1])
        assert (model.coef_.tolist(), model.intercept_.tolist()) == (whole.coef_.tolist(), whole.intercept_.tolist())
        assert model.mistakes_per_epoch_.tolist() == [2, 3, 3, 2, 1, 0]
        assert (model.n_mistakes_, model.n_iter_, model.t_, model.converged_) == (11, 1, 25, True)

    def test_partial_fit_of_a_table(self) -> None:
        gates = cs.dataset("gates")
        model = cs.Perceptron()
        for _ in range(20):
            model.partial_fit(gates.X, gates.y)
        assert (model.predict(gates.X) == gates.y).all(axis=0).sum() == 14

    def test_warm_start_goes_on(self, gate: Any) -> None:
        model = cs.Perceptron(max_iter=2, warm_start=True).fit(gate, [0, 0, 0, 1]).fit(gate, [0, 0, 0, 1])
        assert model.mistakes_per_epoch_.tolist() == [3, 2]
        assert cs.Perceptron(max_iter=2).fit(gate, [0, 0, 0, 1]).mistakes_per_epoch_.tolist() == [2, 3]

    def test_weights_of_instances_and_classes(self, gate: Any) -> None:
        doubled = cs.Perceptron().fit(gate, [0, 0, 0, 1], sample_weight=[2, 2, 2, 2])
        assert doubled.coef_.tolist() == [[4, 2]]
        same = cs.Perceptron(class_weight={0: 2, 1: 2}).fit(gate, [0, 0, 0, 1])
        assert same.coef_.tolist() == [[4, 2]]
        without = cs.Perceptron().fit(gate, [0, 1, 1, 0], sample_weight=[1, 1, 1, 0])
        assert without.converged_, "an instance of weight 0 is no mistake"

    def test_ties_are_answered_as_they_are_learned(self) -> None:
        X, y = [[0.0], [1.0]], [0, 1]
        assert cs.Perceptron(fit_intercept=False, max_iter=3).fit(X, y).predict([[0.0]]).tolist() == [1]
        for tie in ("zero", "error", "sign"):
            model = cs.Perceptron(fit_intercept=False, tie=tie, max_iter=3).fit(X, y)
            assert model.predict([[0.0]]).tolist() == [0]

    def test_what_is_learned_strictly_is_predicted_strictly(self) -> None:
        rng = np.random.default_rng(5)
        for _ in range(50):
            X = np.round(rng.standard_normal((30, 20)), 1) * 0.1
            y = (X @ rng.standard_normal(20) > 0).astype(int)
            if len(set(y.tolist())) < 2:
                continue
            model = cs.Perceptron(max_iter=5000).fit(X, y)
            assert not model.converged_ or model.score(X, y) == 1

    def test_a_warning_says_why(self, gate: Any) -> None:
        with pytest.warns(
            cs.ConvergenceWarning, match="the weights of epoch 3 are those of epoch 2: it will never stop"
        ):
            model = cs.Perceptron().fit(gate, [0, 1, 1, 0])
        assert (model.cycle_, model.converged_, model.n_iter_) == ((2, 3), False, 3)
        with pytest.warns(cs.ConvergenceWarning, match="2 mistakes in the last; more epochs"):
            cs.Perceptron(max_iter=1).fit(gate, [0, 0, 0, 1])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            cs.Perceptron().fit(gate, [0, 0, 0, 1])

    @pytest.mark.parametrize(("inputs", "tie"), [(k, tie) for k in (2, 3, 4, 5) for tie in ("heaviside", "zero")])
    def test_parity_comes_back(self, inputs: int, tie: Any) -> None:
        data = cs.dataset("parity", inputs=inputs)
        model = cs.Perceptron(tie=tie).fit(data.X, data.y)
        assert model.cycle_ is not None
        if tie == "heaviside":
            assert model.cycle_[1] == 3

    def test_iris_over_all_seeds_is_theirs(self) -> None:
        pytest.importorskip("sklearn")
        from sklearn.linear_model import Perceptron as Theirs

        iris = cs.dataset("iris")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for seed in range(20):
                ours = cs.Perceptron.like_sklearn(random_state=seed).fit(iris.X, iris.y)
                theirs = Theirs(random_state=seed).fit(iris.X, iris.y)
                assert ours.coef_.tobytes() == theirs.coef_.tobytes()
                assert (ours.predict(iris.X) == theirs.predict(iris.X)).all()
                state = np.random.RandomState(seed)
                again = cs.Perceptron.like_sklearn(random_state=state).fit(iris.X, iris.y)
                assert again.coef_.tobytes() == ours.coef_.tobytes()


@PLAIN
class TestManners:
    """What scikit-learn expects of an estimator."""

    def test_check_estimator_finds_what_it_expects(self) -> None:
        checks = pytest.importorskip("sklearn.utils.estimator_checks")
        for model in (cs.Perceptron(max_iter=100), cs.Perceptron.like_sklearn()):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = checks.check_estimator(model, on_fail=None)
            failed = [each["check_name"] for each in found if each["status"] == "failed"]
            assert failed == [
                "check_sample_weight_equivalence_on_dense_data",
                "check_sample_weight_equivalence_on_sparse_data",
            ], "scikit-learn expects these two of its own Perceptron: an online rule knows no equivalence"
            assert len(found) > 60

    def test_in_the_company_of_others(self) -> None:
        pytest.importorskip("sklearn")
        from sklearn.base import clone, is_classifier
        from sklearn.calibration import CalibratedClassifierCV
        from sklearn.ensemble import BaggingClassifier, StackingClassifier, VotingClassifier
        from sklearn.feature_selection import RFE, SelectFromModel
        from sklearn.inspection import permutation_importance
        from sklearn.linear_model import Perceptron as Theirs
        from sklearn.model_selection import GridSearchCV, cross_val_score
        from sklearn.multiclass import OneVsRestClassifier
        from sklearn.multioutput import ClassifierChain, MultiOutputClassifier
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        iris = cs.dataset("iris")
        X, y, ours = iris.X, iris.y, cs.Perceptron.like_sklearn
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert cross_val_score(ours(), X, y).tolist() == cross_val_score(Theirs(), X, y).tolist()
            search = GridSearchCV(make_pipeline(StandardScaler(), ours()), {"perceptron__eta0": [0.1, 1]}).fit(X, y)
            assert search.best_score_ > 0.8
            for make in (
                CalibratedClassifierCV, OneVsRestClassifier, lambda model: BaggingClassifier(model, random_state=0),
                lambda model: VotingClassifier([("a", model)]), lambda model: StackingClassifier([("a", model)]),
                lambda model: RFE(model, n_features_to_select=2),
            ):  # fmt: skip
                found, expected = (make(model).fit(X, y).score(X, y) for model in (ours(), Theirs()))
                assert found == expected
            Y = np.column_stack([y == 0, y == 1]).astype(int)
            for several in (MultiOutputClassifier, ClassifierChain):
                assert several(ours()).fit(X, Y).score(X, Y) == several(Theirs()).fit(X, Y).score(X, Y)
            assert SelectFromModel(ours()).fit(X, y).transform(X).shape[0] == 150
            assert permutation_importance(ours().fit(X, y), X, y, n_repeats=2).importances.shape == (4, 2)
        assert is_classifier(ours())
        assert clone(ours(eta0=0.5)).eta0 == 0.5

    def test_their_exceptions_and_warnings_are_caught(self, gate: Any) -> None:
        exceptions = pytest.importorskip("sklearn.exceptions")
        with pytest.raises(exceptions.NotFittedError):
            cs.Perceptron().predict(gate)
        with pytest.warns(exceptions.ConvergenceWarning):
            cs.Perceptron().fit(gate, [0, 1, 1, 0])

    def test_sample_weights_are_routed(self) -> None:
        sklearn = pytest.importorskip("sklearn")
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        iris = cs.dataset("iris")
        weights = 1.0 + np.arange(150) % 3
        with sklearn.config_context(enable_metadata_routing=True), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = cs.Perceptron(max_iter=5).set_fit_request(sample_weight=True)
            scaler = StandardScaler().set_fit_request(sample_weight=False)
            piped = make_pipeline(scaler, model).fit(iris.X, iris.y, sample_weight=weights)
        direct = cs.Perceptron(max_iter=5).fit(StandardScaler().fit_transform(iris.X), iris.y, sample_weight=weights)
        assert piped[-1].coef_.tolist() == direct.coef_.tolist()

    def test_storing_leaves_the_data_behind(self) -> None:
        rng = np.random.default_rng(0)
        X = rng.standard_normal((500, 10))
        for model in (cs.Perceptron(max_iter=3).fit(X, X[:, 0] > 0), cs.Perceptron().fit(X[:20], X[:20, 0] > 0)):
            data = pickle.dumps(model)
            assert len(data) < X.nbytes / 2
            again = pickle.loads(data)
            assert again.coef_.tobytes() == model.coef_.tobytes()
            assert len(again.history_) == len(model.history_)
            assert copy.deepcopy(model).predict(X).tolist() == model.predict(X).tolist()

    def test_repr_shows_what_is_not_usual(self) -> None:
        assert repr(cs.Perceptron(eta0=0.5, tie="zero")) == "Perceptron(eta0=0.5, tie='zero')"

    def test_tables_with_names(self) -> None:
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"a": [0, 0, 1, 1], "b": [0, 1, 0, 1]})
        model = cs.Perceptron().fit(frame, [0, 0, 0, 1])
        assert model.feature_names_in_.tolist() == ["a", "b"]

    def test_names_of_columns_without_pandas(self, gate: Any) -> None:
        class Frame(np.ndarray):
            columns = ("a", "b")

        model = cs.Perceptron().fit(np.array(gate).view(Frame), [0, 0, 0, 1])
        assert model.feature_names_in_.tolist() == ["a", "b"]
        with pytest.warns(UserWarning, match="does not have valid feature names"):
            model.predict(gate)
        other = np.array(gate).view(type("Other", (np.ndarray,), {"columns": ("a", "c")}))
        with pytest.raises(ValueError, match="- c"):
            model.predict(other)

    def test_sparse_weights(self, gate: Any) -> None:
        pytest.importorskip("scipy")
        model = cs.Perceptron().fit(gate, [0, 0, 0, 1]).sparsify()
        assert model.predict(gate).tolist() == [0, 0, 0, 1]
        assert model.densify().coef_.tolist() == [[2, 1]]


def test_sparse_rows_that_name_a_feature_twice() -> None:
    sparse = pytest.importorskip("scipy.sparse")
    matrix = sparse.csr_matrix(
        (np.array([1.0, 1.0, 1.0, 2.0]), np.array([0, 0, 1, 1]), np.array([0, 2, 3, 4])), shape=(3, 2)
    )
    plain = matrix.toarray()
    for y in ([0, 1, 1], [1, 0, 0]):
        ours = cs.Perceptron().fit(matrix, y)
        dense = cs.Perceptron().fit(plain, y)
        assert ours.coef_.tolist() == dense.coef_.tolist()
        assert (ours.predict(matrix) == y).all()
