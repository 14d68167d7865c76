"""A model's weights as CSV: a row an output, a column a feature, the bias last."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np

from circuitsim.learn.naming import feature_names, output_names


def write(model: Any) -> bytes:
    """The table as bytes; numbers are written so that reading gives the same float."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["class", *feature_names(model), "bias"])
    for name, weights, bias in zip(
        output_names(model), np.asarray(model.coef_), np.asarray(model.intercept_), strict=True
    ):
        writer.writerow([name, *map(float, weights), float(bias)])
    return text.getvalue().encode()
