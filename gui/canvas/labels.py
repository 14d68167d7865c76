"""Texts beside nodes and on lines: what they say, and where they cover nothing.

A name stands where no line can run: left of an input, right of an output, below all else; or, where a node is
turned, at the side that has been turned there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from circuitsim.records import Node
from gui.canvas import shapes
from gui.canvas.shapes import CODE, LETTER, Floats

if TYPE_CHECKING:
    from gui.canvas.arrays import NetArrays

LABEL_GAP, BESIDE = 6.0, 9.0
"""Between a node and its name below or beside it: the ring of a selected node lies in it."""
LINE = 15.0
_LONGEST = 150.0
_ROOM_BELOW = 112.0
_MOST_ON_LINES = 250
_ALONG = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8)


class Label(NamedTuple):
    """A text at a place relative to a node; `align` is 0 where it begins there, 1 where it ends there."""

    text: str
    dx: float
    dy: float
    width: float
    align: float
    room: float = 0.0


def name_label(node: Node, half_width: float, half_height: float, turn: int = 0) -> Label:
    """The name of a node, or nothing where the name stands inside."""
    code = CODE[node.kind]
    text = node.label or node.id
    width = min(len(text) * LETTER + 4, _LONGEST)
    if code == shapes.SUBCIRCUIT:
        return Label("", 0, 0, 0, 0)
    beside = turn % 2 == 1  # lines come and go above and below
    if turn == 1 and code not in (shapes.INPUT, shapes.OUTPUT):  # a loop runs at the right
        return Label(text, -half_width - BESIDE, -LINE / 2, width, 1, _LONGEST)
    if beside or (turn == 2 and code == shapes.INPUT):
        return Label(text, half_width + BESIDE, -LINE / 2, width, 0, _LONGEST)
    if code == shapes.INPUT or (turn == 2 and code == shapes.OUTPUT):
        return Label(text, -half_width - BESIDE, -LINE / 2, width, 1, _LONGEST)
    if code == shapes.OUTPUT:
        return Label(text, half_width + BESIDE, -LINE / 2, width, 0, _LONGEST)
    width = min(width, _ROOM_BELOW)
    if turn == 2:  # a loop runs below
        return Label(text, 0, -half_height - LABEL_GAP - LINE, width, 0.5, _ROOM_BELOW)
    return Label(text, 0, half_height + LABEL_GAP, width, 0.5, _ROOM_BELOW)


def put_on_lines(net: NetArrays) -> list[tuple[int, str, float, float]]:
    """Number of the bundle, text and centre of each text on a line.

    In a small circuit each is moved along its line until it covers nothing.
    """
    with_text = [(k, bundle.text) for k, bundle in enumerate(net.bundles) if bundle.text]
    if not with_text:
        return []
    first = np.searchsorted(net.line_bundle, np.array([k for k, _ in with_text]))
    if len(with_text) > _MOST_ON_LINES or not net.is_small:
        middle = net.curve[first, net.curve.shape[1] // 2]
        return [(k, text, float(x), float(y)) for (k, text), (x, y) in zip(with_text, middle, strict=True)]
    taken = np.concatenate((net.node_boxes() + np.array([-4.0, -2, 4, 2]), net.label_boxes()))
    result = []
    for (k, text), line in zip(with_text, first, strict=True):
        x, y, box = _best_place(net.curve[line], text, taken)
        taken = np.concatenate((taken, box[None]))
        result.append((k, text, x, y))
    return result


def _best_place(curve: Floats, text: str, taken: Floats) -> tuple[float, float, Floats]:
    lengths = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))))
    at = np.array(_ALONG) * lengths[-1]
    x, y = np.interp(at, lengths, curve[:, 0]), np.interp(at, lengths, curve[:, 1])
    half_width, half_height = (len(text) * LETTER + 4) / 2, LINE / 2
    boxes = np.stack((x - half_width, y - half_height, x + half_width, y + half_height), axis=1)
    wide = np.minimum(boxes[:, None, 2], taken[:, 2]) - np.maximum(boxes[:, None, 0], taken[:, 0])
    high = np.minimum(boxes[:, None, 3], taken[:, 3]) - np.maximum(boxes[:, None, 1], taken[:, 1])
    covered = (wide.clip(0) * high.clip(0)).sum(1)
    best = int(np.argmin(covered))
    return float(x[best]), float(y[best]), boxes[best]
