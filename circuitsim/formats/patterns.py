"""Tables of patterns, a block at a time: CSV and numpy's .npy in, the same out.

A CSV file has a column a name and a row a pattern. A plain one, of nothing but 0, 1 and commas, is read and written at
the speed of memory; any other is read cell by cell, and a bad cell is told with its line and column.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from circuitsim import rules
from circuitsim.errors import FileError
from circuitsim.formats.files import replacing

BLOCK = 1 << 16
"""Patterns of a block."""
_HEADER = 128  # bytes of the head of an .npy file
_COMMA, _NEWLINE, _ZERO = b","[0], b"\n"[0], b"0"[0]


class Patterns(Protocol):
    """Patterns in a file."""

    count: int
    """How many there are; for CSV about how many."""

    def blocks(self) -> Iterator[NDArray[Any]]:
        """The patterns in order, of shape (some, inputs)."""


def open_patterns(path: str, names: Sequence[str], default: Sequence[float]) -> Patterns:
    """The patterns in a file, with a column for each name; those that it leaves out have their default.

    Raises
    ------
    FileError
        Where the file cannot be read, or has another ending, shape or type.
    """
    ending = Path(path).suffix.lower()
    if ending == ".npy":
        return _Array(path, names)
    if ending == ".csv":
        return _Csv(path, names, default)
    raise FileError(f"{path}: patterns are read from .csv and .npy files")


class _Array:
    def __init__(self, path: str, names: Sequence[str]) -> None:
        try:
            self._array = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, EOFError) as error:
            reason = getattr(error, "strerror", None) or str(error).partition("\n")[0]
            raise FileError(f"{path}: cannot be read: {reason.lower()}") from None
        shape, kind = self._array.shape, self._array.dtype
        if len(shape) != 2 or shape[1] != len(names):
            raise FileError(
                f"{path}: the array has the shape {shape}; it must be (patterns, {len(names)}), a column for each input"
            )
        if kind.kind not in "biuf":
            raise FileError(f"{path}: the array holds {kind}, not numbers")
        self.count = shape[0]

    def blocks(self) -> Iterator[NDArray[Any]]:
        """The patterns in order."""
        return (self._array[start : start + BLOCK] for start in range(0, self.count, BLOCK))


class _Csv:
    def __init__(self, path: str, names: Sequence[str], default: Sequence[float]) -> None:
        self._path, self._default = path, list(default)
        with self._opened() as file:
            try:
                head = file.readline().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise FileError(f"{path}, line 1: is not UTF-8 text (byte {error.start})") from None
            self._start = file.tell()
            sample = file.read(1 << 16)
            size = file.seek(0, os.SEEK_END)
        if not head.strip() and names:
            raise FileError(f"{path}: is empty; its first line must name the columns")
        self._header = [name.strip() for name in next(csv.reader([head]), [])]
        for k, name in enumerate(self._header):
            if name in self._header[:k]:
                raise FileError(f"{path}, line 1: column {name!r} stands twice")
            if name not in names:
                raise FileError(f"{path}, line 1: there is no input {name!r}{rules.suggest(name, names)}")
        place = {name: k for k, name in enumerate(names)}
        self._columns = [place[name] for name in self._header]
        a_line = len(sample) / max(1, sample.count(b"\n")) if sample else 1.0
        self.count = round((size - self._start) / a_line)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        try:
            with open(self._path, "rb") as file:
                yield file
        except OSError as error:
            raise FileError(f"{self._path}: cannot be read: {(error.strerror or str(error)).lower()}") from None

    def blocks(self) -> Iterator[NDArray[Any]]:
        """The patterns in order."""
        line = 2
        with self._opened() as file:
            file.seek(self._start)
            rest = b""
            while True:
                read = file.read(2 * BLOCK * max(1, len(self._header)))
                text = rest + read
                end = text.rfind(b"\n") + 1 if read else len(text)
                if end:
                    table: NDArray[Any] | None = self._plain(text[:end])
                    if table is None:
                        table = self._parsed(text[:end], line)
                    line += text.count(b"\n", 0, end)
                    yield self._arranged(table)
                rest = text[end:]
                if not read:
                    return

    def _arranged(self, table: NDArray[Any]) -> NDArray[Any]:
        if self._columns == list(range(len(self._default))):
            return table
        kind = table.dtype if set(self._default) <= {0, 1} else np.float64
        rows = np.empty((len(table), len(self._default)), kind)
        rows[:] = self._default
        rows[:, self._columns] = table
        return rows

    def _plain(self, text: bytes) -> NDArray[np.uint8] | None:
        """The bits of lines that hold nothing else, all at once; None where they do."""
        width = len(self._header)
        signs = np.frombuffer(text.replace(b"\r\n", b"\n"), np.uint8)
        if not width or len(signs) % (2 * width):
            return None
        rows = signs.reshape(-1, 2 * width)
        bits = rows[:, ::2] - _ZERO  # below "0" wraps round to more than 1
        if (rows[:, 1:-1:2] != _COMMA).any() or (rows[:, -1] != _NEWLINE).any() or (bits > 1).any():
            return None
        return bits

    def _parsed(self, text: bytes, first: int) -> NDArray[np.float64]:
        try:
            lines = csv.reader(text.decode().splitlines())
        except UnicodeDecodeError as error:
            line = first + text.count(b"\n", 0, error.start)
            raise FileError(f"{self._path}, line {line}: is not UTF-8 text") from None
        rows: list[list[float]] = []
        try:
            for cells in lines:
                if not cells and self._header:
                    continue
                line = first + lines.line_num - 1
                if len(cells) != len(self._header):
                    raise FileError(
                        f"{self._path}, line {line}: has {len(cells)} cells for {len(self._header)} columns"
                    )
                rows.append([self._number(cell, line, k) for k, cell in enumerate(cells)])
        except csv.Error as error:
            raise FileError(f"{self._path}, line {first + lines.line_num - 1}: {error}") from None
        return np.array(rows, float).reshape(len(rows), len(self._header))

    def _number(self, cell: str, line: int, column: int) -> float:
        try:
            return float(cell)
        except ValueError:
            shown = f"not {cell[:60]!a}" if cell.strip() else "and the cell is empty"
            where = f"{self._path}, line {line}, column {self._header[column]!r}"
            raise FileError(f"{where}: must be a number, {shown}") from None


class PatternWriter:
    """Writes blocks to a .csv or .npy file, which is there once all are written, and not at all where that fails.

    Parameters
    ----------
    path : str
        Its ending says in which format.
    names : sequence of str
        The columns.
    dtype : numpy type
        What the values are.
    """

    def __init__(self, path: str, names: Sequence[str], dtype: Any) -> None:
        self._csv = Path(path).suffix.lower() == ".csv"
        if not self._csv and Path(path).suffix.lower() != ".npy":
            raise FileError(f"{path}: results are written to .csv and .npy files")
        self._names, self._dtype = list(names), np.dtype(dtype)
        self._replacing = replacing(path)
        self.count = 0

    def __enter__(self) -> Self:
        self._file = self._replacing.__enter__()
        if self._csv:
            self._write_lines([self._names])
        else:
            self._file.write(self._head())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> bool | None:
        if error is None and not self._csv:
            try:
                self._file.seek(0)
                self._file.write(self._head())
            except OSError as failed:
                return self._replacing.__exit__(type(failed), failed, failed.__traceback__)
        return self._replacing.__exit__(kind, error, at)

    def write(self, rows: NDArray[Any]) -> None:
        """Write some more rows."""
        self.count += len(rows)
        if not self._csv:
            self._file.write(np.ascontiguousarray(rows, self._dtype).tobytes())
        elif self._dtype == np.uint8 and len(self._names):
            signs = np.full((len(rows), 2 * len(self._names)), _COMMA, np.uint8)
            signs[:, ::2] = rows + _ZERO
            signs[:, -1] = _NEWLINE
            self._file.write(signs.tobytes())
        else:
            self._write_lines(rows.tolist())

    def _write_lines(self, rows: Sequence[Sequence[Any]]) -> None:
        class Encoded:
            def write(_, text: str) -> int:  # noqa: N805
                return self._file.write(text.encode())

        csv.writer(Encoded(), lineterminator="\n").writerows(rows)

    def _head(self) -> bytes:
        """The head of an .npy file of version 1.0, always of one length, as the number of rows is known last."""
        shape = (self.count, len(self._names))
        said = f"{{'descr': {self._dtype.str!r}, 'fortran_order': False, 'shape': {shape}, }}"
        return b"\x93NUMPY\x01\x00" + (_HEADER - 10).to_bytes(2, "little") + said.ljust(_HEADER - 11).encode() + b"\n"
