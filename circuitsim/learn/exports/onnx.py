"""A model as ONNX (opset 13, float64): `scores` are the net inputs, `label` the class.

An ONNX file is a protocol buffer, whose few shapes that are needed here are written by hand: a field is its
number and wire type, then a number in groups of seven bits, or a length and that many bytes.
"""

from __future__ import annotations

import struct
from typing import Any

import numpy as np

_DOUBLE, _INT64, _STRING = 11, 7, 8


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _field(number: int, value: int | str | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    data = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(data)) + data


def _tensor(name: str, kind: int, shape: tuple[int, ...], data: bytes | list[bytes]) -> bytes:
    content = b"".join(_field(6, each) for each in data) if isinstance(data, list) else _field(9, data)
    return b"".join(_field(1, size) for size in shape) + _field(2, kind) + _field(8, name) + content


def _node(kind: str, inputs: list[str], outputs: list[str], **attributes: int) -> bytes:
    found = b"".join(_field(1, name) for name in inputs) + b"".join(_field(2, name) for name in outputs)
    for name, value in attributes.items():
        found += _field(5, _field(1, name) + _field(3, value) + _field(20, 2))
    return found + _field(4, kind)


def _value(name: str, kind: int, shape: tuple[str | int, ...]) -> bytes:
    sizes = b"".join(_field(1, _field(2 if isinstance(size, str) else 1, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, sizes)))


def write(model: Any) -> bytes:
    """The file. Its sums may be taken in another order than the rule's: net inputs agree to rounding."""
    coef = np.asarray(model.coef_, float)
    outputs, features = coef.shape
    several = outputs > 1
    labels = model.classes_
    text = labels.dtype.kind not in "iub"
    kind = _STRING if text else _INT64
    initial = [
        _tensor("W", _DOUBLE, (features, outputs), np.ascontiguousarray(coef.T, "<f8").tobytes()),
        _tensor("b", _DOUBLE, (outputs,), np.asarray(model.intercept_, "<f8").tobytes()),
        _tensor("zero", _DOUBLE, (), struct.pack("<d", 0.0)),
        _tensor("classes", kind, (len(labels),), _labels(labels, text)),
    ]
    nodes = [_node("MatMul", ["X", "W"], ["XW"]), _node("Add", ["XW", "b"], ["scores"])]
    if several and not model._is_table:
        nodes.append(_node("ArgMax", ["scores"], ["which"], axis=1, keepdims=0))
    else:
        nodes.append(_node("GreaterOrEqual" if model.tie == "heaviside" else "Greater", ["scores", "zero"], ["fires"]))
        nodes.append(_node("Cast", ["fires"], ["which" if model._is_table else "column"], to=_INT64))
        if not model._is_table:
            initial.append(_tensor("flat", _INT64, (1,), struct.pack("<q", -1)))
            nodes.append(_node("Reshape", ["column", "flat"], ["which"]))
    nodes.append(_node("Gather", ["classes", "which"], ["label"], axis=0))
    shape: tuple[str | int, ...] = ("n", outputs) if model._is_table else ("n",)
    graph = b"".join(_field(1, node) for node in nodes) + _field(2, "perceptron")
    graph += b"".join(_field(5, tensor) for tensor in initial)
    graph += _field(11, _value("X", _DOUBLE, ("n", features)))
    graph += _field(12, _value("label", kind, shape)) + _field(12, _value("scores", _DOUBLE, ("n", outputs)))
    return _field(1, 7) + _field(2, "circuitsim") + _field(7, graph) + _field(8, _field(1, "") + _field(2, 13))


def _labels(labels: Any, text: bool) -> bytes | list[bytes]:
    return [str(each).encode() for each in labels.tolist()] if text else labels.astype("<i8").tobytes()
