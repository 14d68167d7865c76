"""The perceptron as a scikit-learn estimator."""

from __future__ import annotations

import math
import numbers
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn, Self

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn import checks, engines, orders, protocol, reference, rule, unrolled, variants
from circuitsim.learn.history import History
from circuitsim.learn.task import Array, Outcome, Progress, Rows, Sparse, Stop, Task

SMALL = 2_000
"""Up to how many numbers a table of instances is small."""
_FAR_FROM_OVERFLOW = 1e100
"""Weights that are learned in so many steps of eta, from instances whose squares add up to less, stay finite."""
WATCHED = 5_000
"""Up to how many weights are compared after every epoch, to find a cycle."""


class Perceptron(protocol.Estimator):
    """Rosenblatt's perceptron: learns, one instance at a time, until no mistake is left.

    Parameters carry scikit-learn's names. What scikit-learn's own `Perceptron` does, to the bit, is
    `Perceptron.like_sklearn()`.

    Parameters
    ----------
    eta0 : float
        How far a mistake moves the weights.
    max_iter : int
        The most epochs.
    tol, n_iter_no_change : float or None, int
        For `stop="loss"`: training ends when the mean loss was not better than the best by `tol` for so
        many epochs; None goes through all epochs.
    shuffle : bool
        Whether instances are shuffled in each epoch; otherwise they come in the order of the rows.
    random_state : int, RandomState or None
        The seed of the shuffle.
    fit_intercept : bool
        Whether there is a bias.
    tie : {"heaviside", "zero", "error", "sign"}
        What a net input of exactly 0 means: the second class (H(0) = 1), the first (H(0) = 0), neither
        (scikit-learn's: always a mistake), or sgn with targets -1 and 1.
    stop : {"mistakes", "loss"}
        Whether training ends after the first epoch without a mistake, or by the loss, as scikit-learn's.
    variant : {"perceptron", "averaged", "pocket", "hebb", "delta"}
        What becomes of the rule: see docs/learning.md.
    exact : bool
        Compute in fractions, with decimals as they were typed, and say where float64 departs from that.
    class_weight : dict, "balanced" or None
        What corrections by each class are multiplied by.
    warm_start : bool
        Whether `fit` goes on from the weights that are there.
    orders : {"shared", "apart"}
        Whether all classes see the instances in one order, or each in its own (scikit-learn's).
    sparse_intercept_decay : float
        What corrections of the bias are multiplied by for sparse data (scikit-learn: 0.01).
    early_stopping, validation_fraction : bool, float
        Hold a part of the data back, and end training when its score gets no better (needs scikit-learn,
        which splits the data; `tol` and `n_iter_no_change` apply).
    keep : int
        The most corrections to keep in `history_`.

    Attributes
    ----------
    coef_, intercept_ : arrays of shape (outputs, features) and (outputs,)
        The weights. Two classes have one output, more have one each, a table of targets one a column.
    classes_ : array
        The labels; the values 0 and 1 (or -1 and 1) where y was a table.
    n_iter_, t_ : int, float
        The epochs, and the instances met plus 1.
    n_mistakes_, mistakes_per_epoch_ : int, array
        The corrections made.
    converged_ : bool
        Whether the last epoch was without a mistake.
    cycle_ : tuple or None
        Two epochs after which the weights were the same: training would never end.
    exact_coef_, exact_intercept_ : lists
        With `exact=True`: the weights as fractions.
    departures_ : list
        With `exact=True`: for each output the first instance at which float64 decides otherwise, or None.
    n_features_in_, feature_names_in_
        As scikit-learn has them.

    Examples
    --------
    >>> model = Perceptron().fit([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 0, 1])
    >>> model.coef_.tolist(), model.intercept_.tolist(), model.mistakes_per_epoch_.tolist()
    ([[2.0, 1.0]], [-3.0], [2, 3, 3, 2, 1, 0])
    >>> model.predict([[0, 1], [1, 1]]).tolist()
    [0, 1]
    """

    def __init__(
        self,
        *,
        eta0: float = 1.0,
        max_iter: int = 1000,
        tol: float | None = 1e-3,
        n_iter_no_change: int = 5,
        shuffle: bool = False,
        random_state: Any = 0,
        fit_intercept: bool = True,
        tie: rule.Tie = "heaviside",
        stop: str = "mistakes",
        variant: str = "perceptron",
        exact: bool = False,
        class_weight: Any = None,
        warm_start: bool = False,
        orders: str = "shared",
        sparse_intercept_decay: float = 1.0,
        early_stopping: bool = False,
        validation_fraction: float = 0.1,
        keep: int = 1_000_000,
    ) -> None:
        self.eta0 = eta0
        self.max_iter = max_iter
        self.tol = tol
        self.n_iter_no_change = n_iter_no_change
        self.shuffle = shuffle
        self.random_state = random_state
        self.fit_intercept = fit_intercept
        self.tie = tie
        self.stop = stop
        self.variant = variant
        self.exact = exact
        self.class_weight = class_weight
        self.warm_start = warm_start
        self.orders = orders
        self.sparse_intercept_decay = sparse_intercept_decay
        self.early_stopping = early_stopping
        self.validation_fraction = validation_fraction
        self.keep = keep

    @classmethod
    def like_sklearn(cls, **given: Any) -> Self:
        """One that gives `coef_`, `intercept_` and `n_iter_` of `sklearn.linear_model.Perceptron`, bit for bit.

        A tie is always a mistake, training ends by the loss, every class sees an order of its own,
        and the bias learns slowly on sparse data. Parameters mean what they mean there.

        >>> gate = [[0, 0], [0, 1], [1, 0], [1, 1]]
        >>> model = Perceptron.like_sklearn().fit(gate, [0, 1, 1, 1])
        >>> model.coef_.tolist(), model.intercept_.tolist(), model.n_iter_
        ([[2.0, 2.0]], [-1.0], 7)
        """
        return cls(**(_THEIRS | given))

    # Learning

    def fit(
        self, X: Any, y: Any, coef_init: Any = None, intercept_init: Any = None, sample_weight: Any = None,
        progress: Progress | None = None,
    ) -> Self:  # fmt: skip
        """Learn from instances and their classes.

        Parameters
        ----------
        X : array or sparse matrix of shape (n_samples, n_features)
            The instances.
        y : array of shape (n_samples,) or (n_samples, outputs)
            Their classes; or a table of 0 and 1 (or -1 and 1), a column an output.
        coef_init, intercept_init : arrays, optional
            Where to start; at 0 where left out.
        sample_weight : array of shape (n_samples,), optional
            What the corrections by each instance are multiplied by.
        progress : callable, optional
            Called with the epochs done and the mistakes of the last one; what returns False ends training.
        """
        self._check_parameters()
        plain = coef_init is None and intercept_init is None and sample_weight is None and progress is None
        if plain and type(X) is np.ndarray and X.size <= SMALL and self._fit_small(X, y):
            return self
        rows = checks.instances(X)
        classes, signs, is_table = self._targets(y, rows.shape[0])
        start = self._start(rows, len(signs), coef_init, intercept_init)
        task = self._task(rows, signs, classes, is_table, start, sample_weight, self.max_iter)
        if self.early_stopping:
            held = protocol.held_back(signs, self.validation_fraction, self.random_state)
            task = replace(task, stop=task.stop._replace(kind="score"), held_back=held, watch=False)
        outcome = self._outcome(task, progress, X)
        self.t_ = 1.0
        self._keep(task, outcome, X, classes, is_table)
        self._warn(outcome)
        return self

    def _fit_small(self, X: Array, y: Any) -> bool:
        """Fit where little but the loop itself takes time: few instances, two whole-number classes."""
        dtype = X.dtype
        if not (
            X.ndim == 2
            and dtype.char in "dlqLQ"
            and type(y) is np.ndarray
            and y.ndim == 1
            and y.dtype.kind in "iu"
            and len(y) == len(X)
            and 0 < X.shape[1] <= unrolled.MOST_FEATURES
            and self.variant == "perceptron"
            and self.class_weight is None
            and not (self.exact or self.warm_start or self.early_stopping)
            and np.vdot(X, X) < _FAR_FROM_OVERFLOW
        ):
            return False
        labels = y.tolist()
        distinct = list(set(labels))
        if len(distinct) != 2:
            return False
        distinct.sort()
        plus, features, eta, decay = distinct[1], X.shape[1], float(self.eta0), float(bool(self.fit_intercept))
        seed = orders.binary_seed(self.random_state) if self.shuffle else None
        if len(labels) * self.max_iter * eta > _FAR_FROM_OVERFLOW:
            return False
        by_loss, instances = self.stop == "loss", (X if dtype.char == "d" else X.astype(np.float64)).tolist()
        stop = Stop("loss" if by_loss else "mistakes", self.tol, self.n_iter_no_change)
        seen: dict[Any, int] | None = None
        if not by_loss and not self.shuffle:
            seen = {(0.0,) * (features + 1): 0}
        weights, bias, per_epoch, _, cycle, _ = unrolled.run(
            (features, self.tie, by_loss, False, decay, eta == 1, False),
            instances, labels, plus, None, [0.0] * features, 0.0, eta, seed, self.max_iter, seen, stop,
        )  # fmt: skip
        self.classes_, self.n_features_in_, self._is_table = np.array(distinct, y.dtype), features, False
        self.coef_, self.intercept_ = np.array([weights]), np.array([bias])
        self.n_iter_ = len(per_epoch)
        self.t_ = 1.0 + self.n_iter_ * len(labels)
        self.mistakes_per_epoch_ = np.array(per_epoch)
        self.n_mistakes_ = sum(per_epoch)
        self.cycle_ = cycle
        self._history: History | tuple[Any, ...] = (
            instances, labels, plus, eta, self.tie, stop, self.n_iter_, seed, decay > 0, self.keep
        )  # fmt: skip
        self.__dict__.pop("feature_names_in_", None)
        left = per_epoch[-1]
        self.converged_ = not left
        if left:
            protocol.warn_of_mistakes(self._left(left, False, cycle and (*cycle, 0)))
        return True

    @property
    def history_(self) -> History:
        """Every correction of the last fit; any step can be rebuilt."""
        if not hasattr(self, "_history"):
            raise protocol.not_trained(self)
        if not isinstance(self._history, History):
            self._history = _small_history(*self._history)
        return self._history

    def __getstate__(self) -> dict[str, Any]:
        if hasattr(self, "_history"):
            _ = self.history_  # made, so that the data can stay behind
        return dict(self.__dict__)

    def partial_fit(self, X: Any, y: Any, classes: Any = None, sample_weight: Any = None) -> Self:
        """Go through the instances once, from the weights that are there.

        Parameters
        ----------
        classes : array, optional
            All classes that there will be; needed in the first call. For a table of targets, leave it out.
        """
        self._check_parameters()
        if self.variant != "perceptron" or self.exact:
            raise DataError("partial_fit goes with variant='perceptron' in floats; use fit for the others")
        rows = checks.instances(X)
        first = not hasattr(self, "classes_")
        if first and classes is None and np.ndim(y) < 2:
            raise DataError("classes must be passed on the first call to partial_fit.")
        if self.early_stopping:
            raise DataError("early_stopping should be False with partial_fit: there is but one epoch")
        if isinstance(self.class_weight, str):
            raise DataError("class_weight 'balanced' is not supported for partial_fit; give the weights as a dict")
        if not first:
            protocol.check_columns(self, rows, protocol.feature_names(X))
            if classes is not None and not np.array_equal(np.unique(classes), self.classes_):
                raise DataError(f"classes={classes!r} is not the same as on the last call: {self.classes_!r}")
        known = np.unique(classes) if first and classes is not None else None if first else self.classes_
        found, signs, is_table = self._targets(y, rows.shape[0], known)
        if first:
            start = self._start(rows, len(signs), None, None)
        elif is_table != self._is_table or len(signs) != len(self.coef_):
            raise DataError(f"y gives {len(signs)} outputs, and the model has {len(self.coef_)}")
        else:
            start = self.coef_.astype(np.float32 if rows.dtype == np.float32 else np.float64), self.intercept_
        task = self._task(rows, signs, found, is_table, start, sample_weight, 1)
        outcome = self._outcome(task, None, None)
        before = [] if first else self.mistakes_per_epoch_.tolist()
        if first:
            self.t_ = 1.0
        self._keep(task, outcome, X, found, is_table)
        self.mistakes_per_epoch_ = np.array(before + self.mistakes_per_epoch_.tolist())
        self.n_mistakes_ = int(self.mistakes_per_epoch_.sum())
        return self

    def _task(
        self, rows: Rows, signs: Array, classes: Array, is_table: bool, start: tuple[Array, Array], sample_weight: Any,
        epochs: int,
    ) -> Task:  # fmt: skip
        outputs, n = signs.shape
        seeds: tuple[int | None, ...] = (None,)
        if self.shuffle:
            apart = self.orders == "apart" and outputs > 1 and not is_table
            seeds = (
                tuple(orders.class_seeds(self.random_state, outputs))
                if apart
                else (orders.binary_seed(self.random_state),)
            )
        weights, bias = start
        sparse = isinstance(rows, Sparse)
        return Task(
            rows=rows,
            signs=signs,
            weights=weights,
            bias=bias,
            eta=float(self.eta0),
            tie=self.tie,
            stop=Stop("loss" if self.stop == "loss" else "mistakes", self.tol, int(self.n_iter_no_change)),
            max_iter=epochs,
            seeds=seeds,
            row_weights=checks.weights(sample_weight, n, weights.dtype),
            class_weights=self._class_weights(signs, classes, is_table, weights.dtype),
            learns_bias=bool(self.fit_intercept),
            decay=self.sparse_intercept_decay if sparse else 1.0,
            keep=self.keep,
            watch=self.stop == "mistakes" and not self.shuffle and epochs > 1 and weights.size <= WATCHED,
        )

    def _outcome(self, task: Task, progress: Progress | None, given: Any) -> Outcome:
        if self.variant == "perceptron" and not self.exact:
            return engines.learn(task, progress)
        return variants.learn(self.variant, task, progress, given if self.exact else None)

    def _keep(self, task: Task, outcome: Outcome, given: Any, classes: Array, is_table: bool) -> None:
        """Take over what was learned; nothing is set before, so that a refusal leaves the model as it was."""
        self.classes_, self._is_table = classes, is_table
        self.n_features_in_ = task.rows.shape[1]
        names = protocol.feature_names(given)
        if names is not None:
            self.feature_names_in_ = names
        elif hasattr(self, "feature_names_in_"):
            del self.feature_names_in_
        self.coef_, self.intercept_ = outcome.weights, outcome.bias
        if task.single and len(task.signs) > 1:
            self.intercept_ = outcome.bias.astype(np.float32)
        if outcome.exact is not None:
            self.exact_coef_, self.exact_intercept_, self.departures_ = outcome.exact
        self.n_iter_ = len(outcome.per_epoch)
        self.t_ += self.n_iter_ * task.count
        self.mistakes_per_epoch_ = np.array(outcome.per_epoch)
        self.n_mistakes_ = sum(outcome.per_epoch)
        self.converged_ = outcome.left == 0 and not outcome.stopped
        self.cycle_ = None if outcome.cycle is None else outcome.cycle[:2]
        self._history = History(task, outcome)

    def _warn(self, outcome: Outcome) -> None:
        if not self.converged_:
            protocol.warn_of_mistakes(self._left(outcome.left, outcome.stopped, outcome.cycle))

    def _left(self, left: int, stopped: bool, cycle: tuple[int, int, int] | None) -> str:
        said = f"training ended after {self.n_iter_} epochs with {left} mistake{'s' * (left != 1)} in the last"
        if stopped:
            return f"{said}: it was stopped"
        if cycle is not None:
            first, again, output = cycle
            which = f" of output {output}" if len(self.coef_) > 1 else ""
            return (
                f"{said}: the weights{which} of epoch {again} are those of epoch {first}: it will never stop; "
                "the classes cannot be separated by a line (see circuitsim.separability)"
            )
        if self.variant == "pocket":
            return f"the best weights found leave {left} mistake{'s' * (left != 1)}; more epochs may find better ones"
        if self.variant in ("hebb", "averaged"):
            return f"the weights leave {left} mistake{'s' * (left != 1)} on the training set"
        if self.early_stopping:
            return f"{said}: the score of what was held back got no better"
        if self.stop == "loss":
            return f"{said}: the loss got no better; stop='mistakes' goes on until there is none"
        return f"{said}; more epochs (max_iter) may help, if the classes can be separated (circuitsim.separability)"

    # What comes in

    def _check_parameters(self) -> None:
        if not (_number(self.eta0) and 0 < self.eta0 < math.inf):
            self._refuse("eta0", "a number above 0")
        if self.tol is not None and not (_number(self.tol) and self.tol >= 0):
            self._refuse("tol", "0 or more, or None")
        if not (_whole(self.max_iter) and self.max_iter >= 1):
            self._refuse("max_iter", "a whole number, 1 or more")
        if not (_whole(self.n_iter_no_change) and self.n_iter_no_change >= 1):
            self._refuse("n_iter_no_change", "a whole number, 1 or more")
        if not (_whole(self.keep) and self.keep >= 0):
            self._refuse("keep", "a whole number, 0 or more")
        if (
            self.tie not in rule.TIES
            or self.stop not in _CHOICES["stop"]
            or self.variant not in variants.VARIANTS
            or self.orders not in _CHOICES["orders"]
        ):
            name = next(name for name, known in _CHOICES.items() if getattr(self, name) not in known)
            self._refuse(name, f"one of {', '.join(map(repr, _CHOICES[name]))}")

    def _refuse(self, name: str, says: str) -> NoReturn:
        raise DataError(f"{name} must be {says}, not {getattr(self, name)!r}")

    def _targets(self, y: Any, count: int, known: Any = None) -> tuple[Array, Array, bool]:
        """The classes, the targets of every output as +1 and -1, and whether they came as a table."""
        if y is None:
            raise DataError("requires y to be passed, but the target y is None")
        y = y if hasattr(y, "tocsr") else np.asarray(y)
        shape = y.shape
        if len(shape) == 2 and shape[1] > 1:
            signs = checks.table(y, count)
            array = np.asarray(y)
            low = -1 if (array == -1).any() else 0
            classes = np.array([low, 1], dtype=array.dtype if array.dtype.kind in "if" else np.int64)
            return (classes if known is None else known), signs, True
        if len(shape) == 2:
            protocol.warn_of_column("A column-vector y was passed when a 1d array was expected")
            y = np.asarray(y).ravel()
        labels = checks.labels(y, count)
        if known is None and labels.dtype.kind in "iub":
            two = _two_classes(labels)
            if two is not None:
                return *two, False
        classes = np.unique(labels) if known is None else known
        if known is not None and not np.isin(labels, known).all():
            raise DataError(f"y holds {np.setdiff1d(labels, known).tolist()[:5]}, which the classes do not name")
        if len(classes) < 2:
            raise DataError(
                f"y holds one class alone, {classes.tolist()}: the number of classes has to be greater than one; "
                "got 1 class. (A table of targets may have columns that never change)"
            )
        positive = classes[1:] if len(classes) == 2 else classes
        signs = np.array([labels == each for each in positive]).view(np.int8) * np.int8(2) - np.int8(1)
        return classes, signs, False

    def _start(self, rows: Rows, outputs: int, coef: Any, intercept: Any) -> tuple[Array, Array]:
        dtype = np.float32 if rows.dtype == np.float32 else np.float64
        features = rows.shape[1]
        for name, given in (("coef_init", coef), ("intercept_init", intercept)):
            if given is not None and not np.isfinite(np.asarray(given, np.float64)).all():
                raise DataError(f"{name} holds NaN or infinity (inf)")
        if self.warm_start and hasattr(self, "coef_"):
            coef = self.coef_ if coef is None else coef
            intercept = self.intercept_ if intercept is None else intercept
        if coef is None:
            weights = np.zeros((outputs, features), dtype)
        else:
            if np.size(coef) != outputs * features:
                raise DataError(f"coef_init (or the weights to go on from) does not have the shape {outputs, features}")
            weights = np.array(coef, dtype).reshape(-1, features)
        if intercept is None:
            bias = np.zeros(outputs)
        else:
            bias = np.array(intercept, dtype).reshape(-1).astype(np.float64)
            if len(bias) != outputs:
                raise DataError(f"intercept_init must have one value for each of {outputs} outputs")
        return weights, bias

    def _class_weights(self, signs: Array, classes: Array, is_table: bool, dtype: Any) -> Array | None:
        if self.class_weight is None:
            return None
        if is_table:
            raise DataError("class_weight is for classes; a table of targets has none (use sample_weight)")
        single = len(classes) == 2
        if isinstance(self.class_weight, str):
            if self.class_weight != "balanced":
                raise DataError(f"class_weight must be a dict, 'balanced' or None, not {self.class_weight!r}")
            plus = (signs > 0).sum(axis=1)
            counts = np.array([signs.shape[1] - plus[0], plus[0]]) if single else plus
            with np.errstate(divide="ignore"):
                each = signs.shape[1] / (len(classes) * counts)
        elif isinstance(self.class_weight, Mapping):
            named = {**self.class_weight}
            each = np.array([float(named.pop(label, 1.0)) for label in classes.tolist()])
            if named:
                raise DataError(f"class_weight names {list(named)}, and y has no such class")
        else:
            raise DataError(f"class_weight must be a dict, 'balanced' or None, not {self.class_weight!r}")
        pairs = [[each[0], each[1]]] if single else [[1.0, weight] for weight in each]
        return np.array(pairs, dtype)

    # Answering

    def decision_function(self, X: Any) -> Array:
        """The net inputs: of shape (n_samples,) for two classes, else (n_samples, outputs)."""
        if not hasattr(self, "coef_"):
            raise protocol.not_trained(self)
        rows = checks.instances(X)
        protocol.check_columns(self, rows, protocol.feature_names(X))
        if isinstance(rows, Sparse):
            z = X.tocsr() @ self.coef_.T
        else:
            z = rows @ self.coef_.T
        z = (z.toarray() if hasattr(z, "toarray") else z) + self.intercept_
        return np.asarray(z.ravel() if self.coef_.shape[0] == 1 else z)

    def predict(self, X: Any) -> Array:
        """The class of each instance; of each output, where the targets were a table.

        Where a net input is so near to 0 that rounding could decide, it is summed as in training.
        """
        z = self.decision_function(X)
        if z.ndim == 2 and not self._is_table:
            return np.asarray(self.classes_[z.argmax(axis=1)])
        self._settle_ties(X, z)
        plus = z >= 0 if self.tie == "heaviside" else z > 0
        return np.asarray(self.classes_[plus.astype(np.intp)])

    def _settle_ties(self, X: Any, z: Array) -> None:
        """Sum the net inputs strictly that another order could have put on the other side of 0."""
        rows = checks.instances(X)
        coef = self.coef_.toarray() if hasattr(self.coef_, "toarray") else self.coef_
        square = rows.data**2 if isinstance(rows, Sparse) else np.einsum("ij,ij->i", rows, rows, dtype=float)
        if isinstance(rows, Sparse):
            square = np.bincount(np.repeat(np.arange(len(z)), np.diff(rows.indptr)), square, len(z))
        reach = np.sqrt(square)[:, None] * np.linalg.norm(coef.astype(float), axis=1) + np.abs(self.intercept_)
        unit = 2.0**-22 if coef.dtype == np.float32 else 2.0**-51
        near = np.abs(z.reshape(len(z), -1)) <= unit * (coef.shape[1] + 16) * reach
        flat = z.reshape(len(z), -1)
        arithmetic = reference.Single() if coef.dtype == np.float32 else reference.Double()
        for row, output in np.argwhere(near).tolist():
            flat[row, output] = arithmetic.net_input(
                coef[output].tolist(), reference.cells_of(rows, row), float(self.intercept_[output])
            )

    def score(self, X: Any, y: Any, sample_weight: Any = None) -> float:
        """The share of instances that are answered rightly (in every output, for a table)."""
        found, expected = self.predict(X), np.asarray(y)
        if expected.ndim == 2 and found.ndim == 1:
            expected = expected.ravel()
        right = found == expected
        if right.ndim == 2:
            right = right.all(axis=1)
        return float(np.average(right, weights=sample_weight))

    # Elsewhere

    def to_circuit(
        self, name: str = "perceptron", inputs: Sequence[str] | None = None, outputs: Sequence[str] | None = None
    ) -> Any:
        """A circuit of one layer of TLUs that answer as the model's outputs do, to the bit, ties included.

        Two classes have one output; of more, each has its own, which says whether an instance is of the class:
        the model's `predict` goes on to take the largest net input, which no layer of TLUs can say.

        A TLU fires at exactly 0. Where the model does not (`tie` "zero" and "error"), the bias is the next
        smaller float: then the sum reaches 0 exactly where the model's exceeds it. `tie="sign"` gives TLUs with
        that step.

        Parameters
        ----------
        inputs, outputs : sequence of str, optional
            Names; those of the features and classes where left out.

        Examples
        --------
        >>> from circuitsim import Perceptron
        >>> gate = [[0, 0], [0, 1], [1, 0], [1, 1]]
        >>> model = Perceptron().fit(gate, [0, 0, 0, 1])
        >>> c = model.to_circuit("and", inputs=["a", "b"], outputs=["y"])
        >>> [c.evaluate(a=a, b=b)["y"] for a, b in gate]
        [0, 0, 0, 1]
        """
        from circuitsim.learn import transfer  # loads the circuits, which learning needs not

        return transfer.to_circuit(self, name, inputs, outputs)

    @classmethod
    def from_circuit(cls, circuit: Any, layer: str) -> Self:
        """A trained model with the weights of a layer of a circuit; the sources of its TLUs are the features.

        >>> import circuitsim as cs
        >>> Perceptron.from_circuit(cs.example("perceptron_2_3"), "outputs").predict([[1, 1]]).tolist()
        [[1, 1, 0]]
        """
        from circuitsim.learn import transfer

        model: Self = transfer.from_circuit(cls, circuit, layer)
        return model

    def export(self, path: str | os.PathLike[str]) -> None:
        """Write the trained model: `.onnx`, `.c` (a C function), or `.csv` (a table of the weights)."""
        if not hasattr(self, "coef_"):
            raise protocol.not_trained(self)
        from circuitsim.learn import exports

        exports.export(self.densify(), path)

    def sparsify(self) -> Self:
        """Hold the weights as a sparse matrix, as scikit-learn's estimators can."""
        from scipy.sparse import csr_array

        if not hasattr(self, "coef_"):
            raise protocol.not_trained(self)
        self.coef_ = csr_array(self.coef_)
        return self

    def densify(self) -> Self:
        """Hold the weights as an array again."""
        if not hasattr(self, "coef_"):
            raise protocol.not_trained(self)
        if hasattr(self.coef_, "toarray"):
            self.coef_ = self.coef_.toarray()
        return self


_THEIRS: dict[str, Any] = {
    "shuffle": True, "tie": "error", "stop": "loss", "orders": "apart", "sparse_intercept_decay": 0.01,
}  # fmt: skip
_CHOICES: dict[str, Sequence[str]] = {
    "tie": rule.TIES, "stop": ("mistakes", "loss"), "variant": variants.VARIANTS, "orders": ("shared", "apart"),
}  # fmt: skip


def _small_history(
    instances: list[list[float]], labels: list[int], plus: int, eta: float, tie: rule.Tie, stop: Stop, epochs: int,
    seed: int | None, learns_bias: bool, keep: int,
) -> History:  # fmt: skip
    """The history of a small fit, which is gone through once more where it is asked for."""
    signs = np.array([[1 if label == plus else -1 for label in labels]], np.int8)
    rows = np.array(instances)
    task = Task(
        rows, signs, np.zeros((1, rows.shape[1])), np.zeros(1), eta, tie, stop, epochs, (seed,),
        learns_bias=learns_bias, keep=keep,
    )  # fmt: skip
    return History(task, unrolled.learn(task))


def _two_classes(labels: Array) -> tuple[Array, Array] | None:
    """The classes and signs of whole-number labels of two values; None for any other number of them."""
    if len(labels) <= 40:
        found = labels.tolist()
        distinct = sorted(set(found))
        if len(distinct) != 2:
            return None
        plus = distinct[1]
        return np.array(distinct, labels.dtype), np.array([[1 if each == plus else -1 for each in found]], np.int8)
    low, high = labels.min(), labels.max()
    ones = labels == high
    if low == high or not (ones | (labels == low)).all():
        return None
    return np.array([low, high]), (ones.view(np.int8) * np.int8(2) - np.int8(1))[None, :]


def _number(value: object) -> bool:
    return type(value) is float or (isinstance(value, numbers.Real) and not isinstance(value, (bool, np.bool_)))


def _whole(value: object) -> bool:
    return type(value) is int or (isinstance(value, numbers.Integral) and not isinstance(value, (bool, np.bool_)))
