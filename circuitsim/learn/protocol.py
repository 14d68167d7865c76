"""A scikit-learn estimator without scikit-learn: it is imported only where it is asked for, or already there.

The constructor stores its keyword arguments and nothing else; results end in `_`. That, and what
stands here, is all that pipelines, searches and cross-validation need.
"""

from __future__ import annotations

import inspect
import sys
import warnings
from functools import cache, lru_cache
from typing import Any, Self

import numpy as np

from circuitsim.errors import ConvergenceWarning, DataError, NotTrainedError


class Estimator:
    """Parameters, and the manners of an estimator."""

    _estimator_type = "classifier"

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """The parameters by name."""
        return {name: getattr(self, name) for name in _names(type(self))}

    def set_params(self, **given: Any) -> Self:
        """Set parameters by name."""
        known = _names(type(self))
        for name, value in given.items():
            if name not in known:
                raise DataError(f"Invalid parameter {name!r} for estimator {self}. Valid parameters are: {known}.")
            setattr(self, name, value)
        return self

    def __repr__(self) -> str:
        defaults = _defaults(type(self))  # type: ignore[arg-type]
        shown = [f"{k}={v!r}" for k, v in self.get_params().items() if repr(v) != repr(defaults[k])]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "coef_")

    def __sklearn_tags__(self) -> Any:
        from sklearn.utils import ClassifierTags, InputTags, Tags, TargetTags

        return Tags(
            estimator_type="classifier",
            target_tags=TargetTags(required=True),
            transformer_tags=None,
            regressor_tags=None,
            classifier_tags=ClassifierTags(),
            input_tags=InputTags(sparse=True),
        )

    def get_metadata_routing(self) -> Any:
        """Which metadata `fit`, `partial_fit` and `score` take (scikit-learn asks)."""
        return self._get_metadata_request()

    def _get_metadata_request(self) -> Any:
        from sklearn.utils.metadata_routing import MetadataRequest

        requests = MetadataRequest(owner=self)
        asked = getattr(self, "_metadata_request", {})
        for method, takes in (("fit", ("sample_weight",)), ("partial_fit", ("classes", "sample_weight"))):
            for name in takes:
                getattr(requests, method).add_request(param=name, alias=asked.get((method, name)))
        requests.score.add_request(param="sample_weight", alias=asked.get(("score", "sample_weight")))
        return requests

    def _ask(self, method: str, given: dict[str, Any]) -> Self:
        self._metadata_request = {
            **getattr(self, "_metadata_request", {}),
            **{(method, k): v for k, v in given.items()},
        }
        return self

    def set_fit_request(self, *, sample_weight: bool | str | None = None) -> Self:
        """Say whether scikit-learn's routing hands `sample_weight` to `fit`."""
        return self._ask("fit", {"sample_weight": sample_weight})

    def set_partial_fit_request(
        self, *, classes: bool | str | None = None, sample_weight: bool | str | None = None
    ) -> Self:
        """Say what scikit-learn's routing hands to `partial_fit`."""
        return self._ask("partial_fit", {"classes": classes, "sample_weight": sample_weight})

    def set_score_request(self, *, sample_weight: bool | str | None = None) -> Self:
        """Say whether scikit-learn's routing hands `sample_weight` to `score`."""
        return self._ask("score", {"sample_weight": sample_weight})


@cache
def _defaults(owner: Any) -> dict[str, Any]:
    parameters = inspect.signature(owner).parameters
    return {name: parameter.default for name, parameter in parameters.items()}


def _names(owner: Any) -> list[str]:
    return sorted(_defaults(owner))


def not_trained(model: object) -> NotTrainedError:
    """The error for a model without weights; scikit-learn's own as well, where it is loaded."""
    message = f"this {type(model).__name__} instance is not fitted yet: call fit with data first"
    made: NotTrainedError = _also(NotTrainedError, "NotFittedError")(message)
    return made


def warn_of_mistakes(message: str) -> None:
    """Say that training ended with mistakes."""
    warnings.warn(message, _also(ConvergenceWarning, "ConvergenceWarning"), stacklevel=4)


def warn_of_column(message: str) -> None:
    """Say that a column was taken for a row."""
    warnings.warn(message, _also(UserWarning, "DataConversionWarning"), stacklevel=4)


@lru_cache(maxsize=8)
def _joined(ours: type, theirs: type) -> type:
    if issubclass(theirs, ours):
        return theirs
    return type(ours.__name__, (ours, theirs), {"__module__": ours.__module__, "__doc__": ours.__doc__})


def _also(ours: Any, name: str) -> Any:
    """Our class, which is scikit-learn's too where that is loaded: its users filter and catch their own."""
    exceptions = sys.modules.get("sklearn.exceptions")
    return ours if exceptions is None else _joined(ours, getattr(exceptions, name))


def feature_names(given: Any) -> Any:
    """The names of the columns of a table, where all of them are text."""
    columns = getattr(given, "columns", None)
    if columns is None:
        return None
    names = np.asarray(columns, dtype=object)
    return names if len(names) and all(isinstance(name, str) for name in names) else None


def check_columns(model: Any, rows: Any, names: Any) -> None:
    """Whether instances have the features that a model was trained on."""
    if rows.shape[1] != model.n_features_in_:
        raise DataError(
            f"X has {rows.shape[1]} features, but {type(model).__name__} is expecting "
            f"{model.n_features_in_} features as input."
        )
    known = getattr(model, "feature_names_in_", None)
    if known is None:
        if names is not None:
            _warn(f"X has feature names, but {type(model).__name__} was fitted without feature names")
        return
    if names is None:
        _warn(f"X does not have valid feature names, but {type(model).__name__} was fitted with feature names")
    elif not np.array_equal(known, names):
        raise DataError(_other_names(known.tolist(), names.tolist()))


def _warn(message: str) -> None:
    warnings.warn(message, UserWarning, stacklevel=5)


def _other_names(known: list[str], names: list[str]) -> str:
    lines = ["The feature names should match those that were passed during fit."]
    for title, found in (
        ("Feature names unseen at fit time:", sorted(set(names) - set(known))),
        ("Feature names seen at fit time, yet now missing:", sorted(set(known) - set(names))),
    ):
        if found:
            lines += [title, *(f"- {name}" for name in found[:5]), *(["- ..."] if len(found) > 5 else [])]
    if len(lines) == 1:
        lines.append("Feature names must be in the same order as they were in fit.")
    return "\n".join(lines) + "\n"


def held_back(signs: Any, fraction: float, seed: Any) -> Any:
    """Which instances scikit-learn would hold back for early stopping."""
    try:
        from sklearn.model_selection import StratifiedShuffleSplit
    except ImportError:
        raise DataError(
            "early_stopping needs scikit-learn, which is not installed (pip install scikit-learn)"
        ) from None
    labels = (signs[0] > 0).astype(int) if len(signs) == 1 else signs.argmax(axis=0)
    split = StratifiedShuffleSplit(test_size=fraction, random_state=seed)
    mask = np.zeros(len(labels), bool)
    mask[next(split.split(np.zeros((len(labels), 1)), labels))[1]] = True
    return mask
