"""Values that come from outside: checked against the inputs, and turned into what engines take."""

from __future__ import annotations

import math
import operator
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from circuitsim import rules
from circuitsim.engine.net import Net, Range
from circuitsim.errors import InputError, name_some
from circuitsim.kinds import show
from circuitsim.sentences import Sentence


def one_value(net: Net, k: int, value: object) -> float:
    """A value for input number k: 0 or 1, or a finite number where its domain is "real"."""
    real = net.ranges[net.inputs[k]] == Range.REAL
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if isinstance(value, (str, bytes)) or not math.isfinite(number) or not (real or number in (0, 1)):
        raise InputError(_not_taken(net, k, show(value)), [net.input_ids[k]])
    return number if real else int(number)


def _not_taken(net: Net, k: int, shown: str) -> Sentence:
    id = net.input_ids[k]
    if net.ranges[net.inputs[k]] == Range.REAL:
        return Sentence("input {id!r} takes a finite number, not {value}", id=id, value=shown)
    return Sentence(
        "input {id!r} takes 0 or 1, not {value}; give it the domain 'real' for other numbers", id=id, value=shown
    )


def numbered(net: Net, given: Mapping[str, Any] | None, named: Mapping[str, Any] | None = None) -> dict[int, Any]:
    """What is given in either way, by the number of the input; unknown names are refused."""
    if not isinstance(given, Mapping | None):
        raise InputError(f"give values by the names of the inputs, like {{'a': 1}}, not as {type(given).__name__}")
    both = {**(given or {}), **(named or {})}
    order = {id: k for k, id in enumerate(net.input_ids)}
    for name in both:
        if name not in order:
            raise InputError(f"there is no input {name!r}{rules.suggest(name, order)}", [str(name)])
    return {order[name]: value for name, value in both.items()}


def driven(net: Net, tick: int, otherwise: Sequence[float]) -> list[float]:
    """What the inputs play at a tick; those without a drive have what `otherwise` says."""
    drives = [net.parameters[signal]["drive"] for signal in net.inputs]
    return [value if drive is None else drive.symbol(tick) for drive, value in zip(drives, otherwise, strict=True)]


def patterns(net: Net, given: Any) -> NDArray[Any]:
    """Patterns as they were given, of shape (n_patterns, n_inputs); their values are checked block by block."""
    width = len(net.inputs)
    try:
        array = np.asarray(given)
    except ValueError:
        raise InputError(f"patterns must be one table of numbers, a row a pattern: {_columns(net)}") from None
    if array.size == 0 and array.ndim < 2 and width:
        array = array.reshape(0, width)
    if array.ndim != 2 or array.shape[1] != width:
        raise InputError(f"patterns have the shape {array.shape}; they must be (n_patterns, {width}): {_columns(net)}")
    if array.dtype.kind not in "biuf":
        raise InputError(f"patterns must be numbers, not of the type {array.dtype}")
    return array


def only_bits(net: Net) -> None:
    """Raise an InputError where an input takes other numbers than 0 and 1."""
    for id, signal in zip(net.input_ids, net.inputs, strict=True):
        if net.ranges[signal] != Range.BIT:
            raise InputError(f"input {id!r} takes any number, so there are no random patterns; give patterns", [id])


def checked_block(net: Net, rows: NDArray[Any], first: int) -> NDArray[Any]:
    """Some rows of the patterns, from row number `first`: uint8 where all inputs are binary, else float64."""
    for k, signal in enumerate(net.inputs):
        column = rows[:, k]
        if net.ranges[signal] == Range.REAL:
            wrong = ~np.isfinite(column)
        elif column.dtype.kind == "b":
            continue
        else:
            wrong = (column != 0) & (column != 1)
        if wrong.any():
            row = int(np.flatnonzero(wrong)[0])
            raise InputError(f"pattern {first + row}: {_not_taken(net, k, str(column[row]))}", [net.input_ids[k]])
    only_bits = all(net.ranges[signal] == Range.BIT for signal in net.inputs)
    return rows.astype(np.uint8 if only_bits else np.float64)


def _columns(net: Net) -> str:
    return f"one column for each of {name_some(net.input_ids)}" if net.inputs else "no columns, as there are no inputs"


def sequence(net: Net, k: int, given: Any, ticks: int) -> NDArray[Any]:
    """What input number k is given at each of so many ticks, uint8 or float64; a shorter sequence ends in 0."""
    values: Any
    if isinstance(given, str):
        if set(given) - set("01"):
            raise InputError(f"input {net.input_ids[k]!r}: a sequence is written in 0 and 1, not {given[:60]!a}")
        values = np.frombuffer(given.encode(), np.uint8) - ord("0")
    elif (isinstance(given, np.ndarray) and given.ndim == 1) or isinstance(given, (list, tuple, range)):
        values = given
    else:
        raise InputError(
            f"input {net.input_ids[k]!r}: a sequence is a string like '0101' or a list of values, "
            f"not {type(given).__name__}"
        )
    result = np.zeros(ticks, dtype_of([net.ranges[net.inputs[k]]]))
    some = values[:ticks]
    bits = some if isinstance(some, np.ndarray) and some.dtype.kind in "bui" else None
    if bits is None or ((bits != 0) & (bits != 1)).any():
        some = [one_value(net, k, value) for value in (some.tolist() if isinstance(some, np.ndarray) else some)]
    result[: len(some)] = some
    return result


def dtype_of(ranges: Sequence[Range]) -> Any:
    """The narrowest type that holds signals of these ranges: uint8, int8 or float64."""
    return (np.uint8, np.int8, np.float64)[max(ranges, default=Range.BIT)]


def plain(net: Net, signal: int, value: float) -> float:
    """A value as a Python number: an int unless the signal takes any number."""
    return float(value) if net.ranges[signal] == Range.REAL else int(value)


def ticks_of(value: object) -> int:
    """A number of ticks: a whole number, not negative."""
    try:
        count = operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        count = -1
    if count < 0 or isinstance(value, bool):
        raise InputError(f"the number of ticks must be a whole number, 0 or more, not {value!r}")
    return count
