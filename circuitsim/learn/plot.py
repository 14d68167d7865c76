"""A training run as a picture: the data with the line of each TLU, and the mistakes by epoch.

Drawn as SVG by hand; a PNG is that picture, rasterised by resvg where it is installed.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

from circuitsim.errors import FileError
from circuitsim.formats.files import write_bytes
from circuitsim.learn.data.tables import DataSet
from circuitsim.learn.task import Array

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#f0e442")
"""Okabe and Ito's, which colour-blind people tell apart; classes differ in shape too."""
SIDE, MARGIN = 360, 56
FONTS = "DejaVu Sans, Arial, Helvetica, Liberation Sans, Noto Sans, sans-serif"

Lines = Sequence[tuple[str, Sequence[float], float]]
"""The name, the two weights and the bias of each TLU."""


def write_plot(path: str | os.PathLike[str], data: DataSet, lines: Lines, mistakes: Sequence[int], title: str) -> None:
    """Write the picture, in the format of the ending: .svg or .png."""
    ending = Path(path).suffix.lower()
    if ending not in (".svg", ".png"):
        raise FileError(f"{os.fspath(path)}: a plot can be written to files that end in '.svg' or '.png'")
    text = draw(data, lines, mistakes, title)
    if ending == ".svg":
        write_bytes(path, text.encode())
        return
    try:
        import resvg_py
    except ImportError:
        raise FileError(
            f"{os.fspath(path)}: a PNG needs resvg-py, which is not installed (pip install 'circuitsim[png]'); "
            "an SVG needs nothing"
        ) from None
    write_bytes(path, bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=2)))


def draw(data: DataSet, lines: Lines, mistakes: Sequence[int], title: str) -> str:
    """The picture as SVG; data of other than two features are not drawn."""
    panels = ([_points(data, lines)] if data.X.shape[1] == 2 else []) + [_bars(mistakes)]
    width, height = (SIDE + 2 * MARGIN) * len(panels), SIDE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONTS}" font-size="13" fill="#222222">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="{MARGIN}" y="28" font-size="16">{escape(title)}</text>',
    ]
    for k, panel in enumerate(panels):
        parts += [f'<g transform="translate({(SIDE + 2 * MARGIN) * k + MARGIN} {MARGIN})">', *panel, "</g>"]
    return "\n".join([*parts, "</svg>\n"])


def _points(data: DataSet, lines: Lines) -> list[str]:
    X = np.asarray(data.X, float)
    low, high = X.min(axis=0), X.max(axis=0)
    room = np.where(high > low, 0.08 * (high - low), 0.5)
    low, high = low - room, high + room

    def place(x: float, y: float) -> tuple[float, float]:
        return SIDE * (x - low[0]) / (high[0] - low[0]), SIDE * (high[1] - y) / (high[1] - low[1])

    parts = _frame(low, high, data.features)
    y = data.y if data.y.ndim == 1 else data.y @ (1 << np.arange(data.y.shape[1]))
    for (a, b), label in zip(X.tolist(), y.tolist(), strict=True):
        parts.append(_mark(*place(a, b), int(label)))
    for k, (name, weights, bias) in enumerate(lines):
        ends = clip(weights, bias, low, high)
        if ends is None:
            continue
        (x1, y1), (x2, y2) = (place(*end) for end in ends)
        dash = "" if k == 0 else f' stroke-dasharray="{4 + 3 * k} 4"'
        parts.append(f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="#222222" stroke-width="2"{dash}/>')
        top = min((x1, y1), (x2, y2), key=lambda end: end[1])
        parts.append(f'<text x="{min(top[0] + 6, SIDE - 40):.1f}" y="{max(top[1] + 14, 14):.1f}">{escape(name)}</text>')
    if data.y.ndim == 1 and len(data.classes) <= 8:
        for k, name in enumerate(data.classes):
            at = SIDE * k / max(len(data.classes), 1)
            parts += [_mark(at + 6, SIDE + 44, k), f'<text x="{at + 16:.1f}" y="{SIDE + 48}">{escape(name)}</text>']
    return parts


def clip(weights: Sequence[float], bias: float, low: Array, high: Array) -> tuple[Array, Array] | None:
    """Where the line of a TLU leaves a rectangle; None where it does not cross it.

    >>> ends = clip([1.0, 1.0], -1.0, np.array([0.0, 0.0]), np.array([1.0, 1.0]))
    >>> sorted(end.tolist() for end in ends)
    [[0.0, 1.0], [1.0, 0.0]]
    """
    corners = [np.array(c) for c in ((low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1]))]
    z = [float(np.dot(weights, corner)) + bias for corner in corners]
    found: list[Array] = []
    for k in range(4):
        one, other = z[k], z[(k + 1) % 4]
        if (one < 0) != (other < 0):
            found.append(corners[k] + (corners[(k + 1) % 4] - corners[k]) * (one / (one - other)))
    return (found[0], found[1]) if len(found) >= 2 else None


def _bars(mistakes: Sequence[int]) -> list[str]:
    most = max(1, *mistakes) if mistakes else 1
    low, high = np.array([0.0, 0.0]), np.array([float(max(1, len(mistakes))), most * 1.08])
    parts = _frame(low, high, ["epoch", "mistakes"])
    width = SIDE / max(1, len(mistakes))
    for k, count in enumerate(mistakes):
        tall = SIDE * count / high[1]
        parts.append(
            f'<rect x="{k * width + 0.1 * width:.2f}" y="{SIDE - tall:.2f}" width="{0.8 * width:.2f}" '
            f'height="{tall:.2f}" fill="#0072b2"><title>epoch {k + 1}: {count}</title></rect>'
        )
    return parts


def _frame(low: Array, high: Array, names: Sequence[str]) -> list[str]:
    parts = [f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#888888"/>']
    for value in ticks(float(low[0]), float(high[0])):
        x = SIDE * (value - low[0]) / (high[0] - low[0])
        parts.append(f'<path d="M{x:.2f} {SIDE}v5" stroke="#888888"/>')
        parts.append(f'<text x="{x:.2f}" y="{SIDE + 18}" text-anchor="middle" font-size="11">{value:g}</text>')
    for value in ticks(float(low[1]), float(high[1])):
        y = SIDE * (high[1] - value) / (high[1] - low[1])
        parts.append(f'<path d="M0 {y:.2f}h-5" stroke="#888888"/>')
        parts.append(f'<text x="-8" y="{y + 4:.2f}" text-anchor="end" font-size="11">{value:g}</text>')
    parts.append(f'<text x="{SIDE / 2}" y="{SIDE + 32}" text-anchor="middle">{escape(names[0])}</text>')
    parts.append(
        f'<text transform="translate(-36 {SIDE / 2}) rotate(-90)" text-anchor="middle">{escape(names[1])}</text>'
    )
    return parts


def ticks(low: float, high: float) -> list[float]:
    """About five round numbers between two others.

    >>> ticks(0, 10), ticks(0.13, 0.52)
    ([0.0, 2.0, 4.0, 6.0, 8.0, 10.0], [0.2, 0.3, 0.4, 0.5])
    """
    raw = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= raw * 0.999)
    return [round(k * step, 12) for k in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _mark(x: float, y: float, label: int) -> str:
    colour = COLOURS[label % len(COLOURS)]
    shape = label % 4
    if shape == 0:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="4" fill="{colour}" fill-opacity="0.75"/>'
    path = {1: "M-4-4h8v8h-8z", 2: "M0-5l5 9h-10z", 3: "M0-5l5 5-5 5-5-5z"}[shape]
    return f'<path transform="translate({x:.2f} {y:.2f})" d="{path}" fill="{colour}" fill-opacity="0.75"/>'
