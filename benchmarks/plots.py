"""Rows of ratios as a picture."""

from __future__ import annotations

import math
import statistics
from html import escape

from results import Row

_WIDE, _LEFT, _HIGH = 1100, 520, 26
_COLOURS = {"bar": "#0072b2", "least": "#1b1b1b", "aim": "#8a8a8a"}


def ratios(rows: list[Row]) -> str:
    """Bars on a logarithmic scale, in SVG: median and spread, a line at what was asked for, a dashed one at the aim."""
    rows = [row for row in rows if row.ratios]
    values = [value for row in rows for value in (*row.ratios, row.least, row.aim) if value]
    low = math.floor(math.log10(min([*values, 1.0])))
    high = math.ceil(math.log10(max([*values, 10.0])))

    def x(value: float) -> float:
        return _LEFT + (math.log10(value) - low) / (high - low) * (_WIDE - _LEFT - 20)

    height = _HIGH * (len(rows) + 1) + 10
    box = f'viewBox="0 0 {_WIDE} {height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDE}" height="{height}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        at = x(10.0**power)
        parts.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="20" y2="{height}" stroke="#dddddd"/>')
        parts.append(f'<text x="{at:.1f}" y="14" text-anchor="middle">{10.0**power:g}</text>')
    for number, row in enumerate(rows):
        y = _HIGH * (number + 1)
        middle = statistics.median(row.ratios)
        parts.append(
            f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(row.work)} / {escape(row.peer)}</text>'
        )
        bar = sorted((x(1.0), x(middle)))
        parts.append(
            f'<rect x="{bar[0]:.1f}" y="{y + 4}" width="{bar[1] - bar[0]:.1f}" height="14" fill="{_COLOURS["bar"]}"/>'
        )
        spread = f'x1="{x(min(row.ratios)):.1f}" x2="{x(max(row.ratios)):.1f}"'
        parts.append(f'<line {spread} y1="{y + 11}" y2="{y + 11}" stroke="black"/>')
        for value, colour, dash in ((row.least, "least", ""), (row.aim, "aim", ' stroke-dasharray="3 2"')):
            if value:
                at = f'x1="{x(value):.1f}" x2="{x(value):.1f}"'
                parts.append(
                    f'<line {at} y1="{y + 1}" y2="{y + 21}" stroke="{_COLOURS[colour]}" stroke-width="2"{dash}/>'
                )
    return "\n".join([*parts, "</svg>"])
