"""What the features and the outputs of a trained model are called."""

from __future__ import annotations

from typing import Any


def feature_names(model: Any) -> list[str]:
    """What a model's features are called: as the columns of its data, or the sources of its layer, or x1, x2, ..."""
    known = getattr(model, "feature_names_in_", getattr(model, "source_names_", None))
    return [f"x{j}" for j in range(1, model.n_features_in_ + 1)] if known is None else [str(name) for name in known]


def output_names(model: Any) -> list[str]:
    """What each output says yes to."""
    if len(model.coef_) == 1:
        return [str(model.classes_[1])]
    return (
        [f"output {k}" for k in range(1, len(model.coef_) + 1)] if model._is_table else list(map(str, model.classes_))
    )
