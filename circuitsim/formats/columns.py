"""Columns of numbers from a CSV file whose first line names them."""

from __future__ import annotations

import csv
import os
from collections.abc import Collection

from circuitsim import rules
from circuitsim.errors import FileError
from circuitsim.formats.files import read_bytes


def read_columns(path: str | os.PathLike[str], names: Collection[str]) -> dict[str, list[float]]:
    """The columns of a stimulus, by name; one named "tick" that is not wanted is passed over.

    Raises
    ------
    FileError
        With file, line and column, for an unknown or repeated column, a missing or extra cell, or
        a cell that is not a number.
    """
    source = os.fspath(path)
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(f"{source}: is not UTF-8 text (byte {error.start})") from None
    lines = csv.reader(text.splitlines())
    try:
        header = next(lines, None)
        if header is None:
            raise FileError(f"{source}: is empty; its first line must name the columns")
        header = [name.strip() for name in header]
        for k, name in enumerate(header):
            if name in header[:k]:
                raise FileError(f"{source}, line 1: column {name!r} stands twice")
            if name not in names and name != "tick":
                raise FileError(f"{source}, line 1: there is no input {name!r}{rules.suggest(name, names)}")
        columns: dict[str, list[float]] = {name: [] for name in header}
        for cells in lines:
            if not cells:
                continue
            if len(cells) != len(header):
                raise FileError(f"{source}, line {lines.line_num}: has {len(cells)} cells for {len(header)} columns")
            for name, cell in zip(header, cells, strict=True):
                columns[name].append(_number(cell, f"{source}, line {lines.line_num}, column {name!r}"))
    except csv.Error as error:
        raise FileError(f"{source}, line {lines.line_num}: {error}") from None
    return {name: column for name, column in columns.items() if name in names}


def _number(cell: str, where: str) -> float:
    try:
        return float(cell)
    except ValueError:
        shown = f"not {cell[:60]!a}" if cell.strip() else "and the cell is empty"
        raise FileError(f"{where}: must be a number, {shown}") from None
