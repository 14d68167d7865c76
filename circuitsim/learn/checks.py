"""What comes from outside, checked: instances, targets, weights. Each refusal is one clear message.

scikit-learn's own checks look for some of its phrases in them, so they are kept.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from circuitsim.errors import DataError
from circuitsim.learn.task import Array, Rows, Sparse


def instances(given: Any) -> Rows:
    """The rows of X: integers stay what they are, float32 too, all else becomes float64."""
    if type(given) is np.ndarray and given.ndim == 2 and given.dtype == np.float64 and given.flags.c_contiguous:
        return _finite(_shaped(given))
    if hasattr(given, "tocsr"):
        return _sparse(given)
    array = np.asarray(given)
    if array.dtype.kind == "c":
        raise DataError("Complex data not supported: X must hold real numbers")
    if array.ndim != 2:
        raise DataError(
            f"Expected 2D array, got {'scalar' if array.ndim == 0 else f'{array.ndim}D'} array instead: X must be "
            "(n_samples, n_features). Reshape your data, with X.reshape(-1, 1) where it is one feature"
        )
    if array.dtype.kind in "iu":
        return np.ascontiguousarray(_shaped(array))
    if array.dtype.kind == "b":
        return np.ascontiguousarray(_shaped(array)).view(np.uint8)
    if array.dtype != np.float32:
        array = _numbers(array)
    return _finite(_shaped(np.ascontiguousarray(array)))


def _numbers(array: Array) -> Array:
    try:
        return array.astype(np.float64)
    except ValueError:
        for place, value in np.ndenumerate(array):
            try:
                float(value)
            except ValueError:
                row, column = place[0], place[1]
                raise DataError(f"X, row {row}, column {column}: must be a number, not {str(value)[:60]!r}") from None
        raise


def _shaped(array: Array) -> Array:
    for size, word in zip(array.shape, ("sample", "feature"), strict=True):
        if size == 0:
            raise DataError(f"Found array with 0 {word}(s) (shape={array.shape}) while a minimum of 1 is required.")
    return array


def _finite(array: Array) -> Array:
    if array.size <= 4096:
        good = bool(np.isfinite(array).all())
    else:  # a sum needs no memory; it can overflow where all is well
        with np.errstate(over="ignore", invalid="ignore"):
            good = math.isfinite(float(np.add.reduce(array, axis=None))) or bool(np.isfinite(array).all())
    if not good:
        row, column = np.argwhere(~np.isfinite(array))[0].tolist()
        word = "NaN" if np.isnan(array[row, column]) else "infinity (inf)"
        raise DataError(f"X, row {row}, column {column}: holds {word}; every value must be a finite number")
    return array


def _sparse(given: Any) -> Sparse:
    csr = given.tocsr()
    if csr.data.dtype.kind == "c":
        raise DataError("Complex data not supported: X must hold real numbers")
    _shaped(np.empty(csr.shape, np.bool_) if 0 in csr.shape else np.empty((1, 1)))
    data = csr.data if csr.data.dtype in (np.float32, np.float64) else csr.data.astype(np.float64)
    if not np.isfinite(data).all():
        raise DataError("X holds NaN or infinity (inf); every value must be a finite number")
    if max(csr.shape[1], len(data)) >= 2**31:
        raise DataError("sparse X is too large: at most 2**31 - 1 columns and non-zero values")
    return Sparse(data, csr.indices.astype(np.int32, copy=False), csr.indptr.astype(np.int32, copy=False), csr.shape)


def weights(given: Any, count: int, dtype: Any) -> Array | None:
    """The weights of the instances, or None where all are 1."""
    if given is None:
        return None
    array = np.asarray(given, dtype=np.float64)
    if array.ndim == 0:
        array = np.full(count, float(array))
    if array.shape != (count,):
        raise DataError(f"sample_weight has the shape {array.shape}; it must have one weight for each of {count} rows")
    if not np.isfinite(array).all():
        raise DataError("sample_weight holds NaN or infinity (inf)")
    if not array.any():
        raise DataError("sample_weight is all zero: Sample weights must contain at least one non-zero number")
    return array.astype(dtype)


def labels(given: Any, count: int) -> Array:
    """A column of class labels, one for each instance."""
    if type(given) is np.ndarray and given.ndim == 1 and given.dtype.kind in "iub" and len(given) == count:
        return given
    if given is None:
        raise DataError("requires y to be passed, but the target y is None")
    if hasattr(given, "tocsr"):
        raise DataError("y is sparse; give the targets as a dense array (y.toarray())")
    array = np.asarray(given)
    if array.dtype.kind == "c":
        raise DataError("Complex data not supported: y must hold class labels")
    if array.ndim != 1:
        raise DataError(f"y should be a 1d array, got an array of shape {array.shape} instead.")
    if len(array) != count:
        raise DataError(f"X has {count} rows and y has {len(array)}: inconsistent numbers of samples")
    if array.dtype.kind == "f":
        if not np.isfinite(array).all():
            raise DataError("Input y contains NaN or infinity (inf)")
        if (array != np.floor(array)).any():
            raise DataError("Unknown label type: continuous. y must hold the names of classes, not measured values")
    elif array.dtype.kind == "O":
        for value in array:
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                raise DataError("Input y contains NaN: every instance needs a class")
    return array


def table(given: Any, count: int) -> Array:
    """Targets of several outputs, a column each: +1 and -1, as int8 of shape (outputs, n).

    >>> table([[0, 1], [1, 1]], 2).tolist()
    [[-1, 1], [1, 1]]
    """
    array = np.asarray(given)
    if array.ndim != 2 or len(array) != count:
        raise DataError(f"Y has the shape {array.shape}; for {count} rows of X it must be ({count}, outputs)")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise DataError("Input Y contains NaN or infinity (inf)")
    if array.dtype.kind not in "biuf":
        raise DataError("Unknown label type: Y must hold 0 and 1 (or -1 and 1), a column an output")
    array = array.T
    ones = array == 1
    wrong = ~(ones | (array == 0) if not (array == -1).any() else ones | (array == -1))
    if wrong.any():
        output, row = np.argwhere(wrong)[0].tolist()
        value = array[output, row]
        raise DataError(f"Unknown label type: Y, row {row}, column {output}: must be 0 or 1 (or -1 or 1), not {value}")
    return np.asarray(ones.view(np.int8) * np.int8(2) - np.int8(1))
