"""Truth tables: every combination of the inputs and what the outputs make of it."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from circuitsim.engine.net import Range
from circuitsim.engine.program import Program
from circuitsim.errors import InputError, TooLargeError

MOST_INPUTS = 20


Row = tuple[float, ...]


@dataclass(frozen=True)
class TruthTable:
    """A truth table; it prints as one, and a notebook shows it as one.

    Attributes
    ----------
    inputs, outputs : list of str
        What the columns are.
    rows : list of tuple
        Inputs, then outputs, in counting order; the first input is the most significant.

    Examples
    --------
    >>> import circuitsim as cs
    >>> print(cs.example("and").truth_table())
    a b | y
    0 0 | 0
    0 1 | 0
    1 0 | 0
    1 1 | 1
    """

    inputs: list[str]
    outputs: list[str]
    rows: list[Row]

    @property
    def columns(self) -> list[str]:
        """The names of all columns, inputs first."""
        return self.inputs + self.outputs

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __str__(self) -> str:
        lines = [list(map(str, line)) for line in (self.columns, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        padded = [[cell.rjust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
        split = len(self.inputs)
        return "\n".join(" | ".join(" ".join(side) for side in (line[:split], line[split:]) if side) for line in padded)

    def to_csv(self) -> str:
        """The table as CSV text."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()

    def to_markdown(self) -> str:
        """The table in Markdown."""
        lines = [self.columns, ["---:"] * len(self.columns), *self.rows]
        return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)

    def to_latex(self) -> str:
        """The table as a LaTeX tabular, a line between inputs and outputs."""
        shape = "|".join("r" * count for count in (len(self.inputs), len(self.outputs)) if count)
        head = " & ".join(_latex(name) for name in self.columns)
        rows = [" & ".join(map(str, row)) + r" \\" for row in self.rows]
        return "\n".join([rf"\begin{{tabular}}{{{shape}}}", rf"{head} \\ \hline", *rows, r"\end{tabular}"])

    def _repr_html_(self) -> str:
        def line(cells: Sequence[object], tag: str) -> str:
            return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in cells) + "</tr>"

        return "<table>" + line(self.columns, "th") + "".join(line(row, "td") for row in self.rows) + "</table>"


_LATEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def _latex(name: str) -> str:
    return name.translate(_LATEX)


def truth_table(program: Program) -> TruthTable:
    """The truth table of a compiled circuit; every row is one evaluation from reset.

    Raises
    ------
    InputError
        Where an input takes other numbers than 0 and 1.
    TooLargeError
        Above 20 inputs.
    """
    for id, signal in zip(program.inputs, program.net.inputs, strict=True):
        if program.net.ranges[signal] == Range.REAL:
            raise InputError(
                f"input {id!r} takes any number, so there is no truth table; use run on chosen patterns", [id]
            )
    count = len(program.inputs)
    if count > MOST_INPUTS:
        raise TooLargeError(
            f"a truth table of {count} inputs has 2**{count} rows, more than the limit of 2**{MOST_INPUTS}; "
            "run chosen patterns instead"
        )
    patterns = (np.arange(1 << count)[:, None] >> np.arange(count)[::-1] & 1).astype(np.uint8)
    found = program.run(patterns)
    whole = found.dtype.kind != "f"
    outputs = (
        found.tolist()
        if whole
        else [[int(v) if v.is_integer() and abs(v) < 2**53 else v for v in row] for row in found.tolist()]
    )
    rows = [(*given, *row) for given, row in zip(patterns.tolist(), outputs, strict=True)]
    return TruthTable(program.inputs, program.outputs, rows)
