"""Data in tables: what a set is, and how one is read from text with any delimiter and decimal sign."""

from __future__ import annotations

import csv
import math
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from circuitsim import rules
from circuitsim.errors import FileError, name_some
from circuitsim.kinds import show
from circuitsim.sentences import Sentence

DELIMITERS = (",", ";", "\t", "|", " ")


@dataclass(frozen=True)
class DataSet:
    """Instances and what they are.

    Attributes
    ----------
    X : array of shape (n, features)
        The instances.
    y : array of shape (n,), or (n, outputs)
        The number of each one's class; or a table of 0 and 1, a column an output.
    features, classes : list of str
        What the columns and the classes (or outputs) are called.
    source : str
        Where the data come from.
    """

    name: str
    X: NDArray[Any]
    y: NDArray[Any]
    features: list[str]
    classes: list[str]
    source: str

    def __len__(self) -> int:
        return len(self.X)

    def only(self, *columns: str) -> DataSet:
        """The same with some of the features.

        >>> iris().only("petal_length", "petal_width").X[0].tolist()
        [1.4, 0.2]
        """
        places = [_place(name, self.features, self.name) for name in columns]
        return DataSet(self.name, self.X[:, places], self.y, list(columns), self.classes, self.source)

    def against_the_rest(self, name: str) -> DataSet:
        """One class (or output) against all others: 1 and 0.

        >>> int(iris().against_the_rest("setosa").y.sum())
        50
        """
        place = _place(name, self.classes, self.name)
        y = self.y[:, place] if self.y.ndim == 2 else (self.y == place).astype(int)
        return DataSet(self.name, self.X, y, self.features, [f"not {name}", name], self.source)

    def table(self) -> NDArray[np.uint8]:
        """The targets as a table, a column a class; one column where there are two."""
        if self.y.ndim == 2:
            return np.asarray(self.y, np.uint8)
        if len(self.classes) == 2:
            return np.asarray(self.y[:, None], np.uint8)
        return np.asarray(self.y[:, None] == np.arange(len(self.classes)), np.uint8)


def iris() -> DataSet:
    """150 flowers of three species, four lengths in centimetres each.

    R. A. Fisher, *The use of multiple measurements in taxonomic problems*, Annals of Eugenics 7 (1936); measured
    by E. Anderson.
    """
    source = "Fisher 1936 (measured by Anderson)"
    path = files("circuitsim.learn.data") / "iris.csv"
    with path.open(encoding="utf-8") as file:
        found = _read(file, "iris", "species", None, ",", ".")
    return DataSet("iris", found.X, found.y, found.features, found.classes, source)


def read_table(
    path: str | os.PathLike[str], target: str | Sequence[str], features: Sequence[str] | None = None, *,
    delimiter: str | None = None, decimal: str | None = None, progress: Callable[[int], object] | None = None,
) -> DataSet:  # fmt: skip
    """Read instances from a text file: CSV with any delimiter and decimal sign, which are found out.

    Parameters
    ----------
    path : path
        The file. Its first line names the columns, unless it holds numbers alone: then they are 1, 2, 3, ...
    target : str or sequence of str
        The column of the classes; or several, of 0 and 1, an output each.
    features : sequence of str, optional
        The columns of the features; all others where left out.
    delimiter, decimal : str, optional
        Where they should not be found out.
    progress : callable, optional
        Called now and then with how many bytes have been read.

    Raises
    ------
    FileError
        With file, line and column, for a missing cell or one that is not a number, a line that is cut
        short, or an unknown column.
    """
    source = os.fspath(path)
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return _read(file, source, target, features, delimiter, decimal, progress)
    except (OSError, ValueError) as error:
        raise FileError(_unread(source, error)) from None


def _unread(source: str, error: Exception) -> Sentence:
    """Why a file cannot be read."""
    if isinstance(error, UnicodeDecodeError):
        return Sentence.of(source, ": ", Sentence("is not UTF-8 text (byte {byte})", byte=error.start))
    reason = Sentence.word((getattr(error, "strerror", None) or str(error)).lower())
    return Sentence("{path}: cannot be read: {reason}", path=source, reason=reason)


def _in_line(source: str, line: int, said: object) -> Sentence:
    """What is wrong with a line of a file."""
    return Sentence("{path}, line {line}: {problem}", path=source, line=line, problem=said)


def _in_column(source: str, line: int, column: str, said: object) -> Sentence:
    """What is wrong with a cell of a file."""
    return Sentence(
        "{path}, line {line}, column {column!r}: {problem}", path=source, line=line, column=column, problem=said
    )


def column_names(path: str | os.PathLike[str]) -> list[str]:
    """What the columns of a text file are called; 1, 2, 3, ... where its first line holds numbers alone."""
    source = os.fspath(path)
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            head = _head(file, source)
    except (OSError, ValueError) as error:
        raise FileError(_unread(source, error)) from None
    delimiter = _delimiter(head)
    first = next(csv.reader(head, delimiter=delimiter, skipinitialspace=True))
    return _names(first, _decimal(head[1:] or head, delimiter))[0]


def _head(file: IO[str], source: str) -> list[str]:
    head = [line for line in (file.readline() for _ in range(20)) if line.strip()]
    if not head:
        raise FileError(Sentence("{path}: is empty; its first line must name the columns", path=source))
    return head


def _names(first: list[str], decimal: str) -> tuple[list[str], bool]:
    """The names of the columns, and whether the first line holds them."""
    named = any(not _is_number(cell, decimal) for cell in first)
    return [cell.strip() for cell in first] if named else [str(k) for k in range(1, len(first) + 1)], named


def _read(
    file: IO[str], source: str, target: str | Sequence[str], features: Sequence[str] | None,
    delimiter: str | None, decimal: str | None, progress: Callable[[int], object] | None = None,
) -> DataSet:  # fmt: skip
    head = _head(file, source)
    file.seek(0)
    delimiter = delimiter or _delimiter(head)
    lines = _cells(file, source, delimiter)
    first = next(lines)[1]
    decimal = decimal or _decimal(head[1:] or head, delimiter)
    names, named = _names(first, decimal)
    for k, name in enumerate(names):
        if name in names[:k]:
            raise FileError(_in_line(source, 1, Sentence("column {name!r} stands twice", name=name)))
    targets = [target] if isinstance(target, str) else list(target)
    answers = [_place(name, names, source) for name in targets]
    chosen = [name for name in names if name not in targets] if features is None else list(features)
    inputs = [_place(name, names, source) for name in chosen]
    if not inputs:
        raise FileError(
            Sentence("{path}: has no column besides {names} to learn from", path=source, names=name_some(targets))
        )
    values, labels = array("d"), []
    known: dict[tuple[str, ...], tuple[str, ...]] = {}  # so that a label that comes again takes no memory
    rows: Iterable[tuple[int, list[str]]] = lines if named else _with_first(first, lines)
    for number, cells in rows:
        if len(cells) != len(names):
            wrong = Sentence("has {count} cells for {wanted} columns", count=len(cells), wanted=len(names))
            if len(cells) < len(names):
                wrong = Sentence.of(wrong, Sentence(" (the file is cut short there?)"))
            raise FileError(_in_line(source, number, wrong))
        for place in inputs:
            values.append(_number(cells[place], decimal, source, number, names[place]))
        label = tuple([cells[place].strip() for place in answers])
        labels.append(known.setdefault(label, label))
        if progress is not None and len(labels) % 8192 == 0:
            progress(file.buffer.tell())  # type: ignore[attr-defined]
        if "" in label:
            empty = targets[label.index("")]
            raise FileError(_in_column(source, number, empty, Sentence("the cell is empty")))
    if not labels:
        raise FileError(Sentence("{path}: has no rows below the names of the columns", path=source))
    X = np.frombuffer(values, np.float64).reshape(-1, len(inputs))
    y, classes = _classes(labels, targets, source, decimal)
    return DataSet(os.path.basename(source), X, y, chosen, classes, source)


def _classes(
    labels: list[tuple[str, ...]], targets: list[str], source: str, decimal: str
) -> tuple[NDArray[Any], list[str]]:
    if len(targets) > 1:
        for number, row in enumerate(labels):
            for cell, name in zip(row, targets, strict=True):
                if cell not in ("0", "1"):
                    raise FileError(
                        Sentence(
                            "{path}, row {row}, column {column!r}: must be 0 or 1, not {value}",
                            path=source,
                            row=number + 1,
                            column=name,
                            value=show(cell),
                        )
                    )
        return np.array([[int(cell) for cell in row] for row in labels], np.uint8), targets
    names = {cell for (cell,) in labels}
    if all(_is_number(name, decimal) for name in names):
        classes = sorted(names, key=lambda name: float(name.replace(decimal, ".")))
    else:
        classes = sorted(names)
    order = {name: k for k, name in enumerate(classes)}
    return np.array([order[cell] for (cell,) in labels]), classes


def _cells(file: IO[str], source: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is not blank, with its number."""
    lines = csv.reader(file, delimiter=delimiter, skipinitialspace=True)
    try:
        for cells in lines:
            if delimiter == " ":
                cells = [cell for cell in cells if cell]
            if any(cell.strip() for cell in cells):
                yield lines.line_num, cells
    except csv.Error as error:
        raise FileError(_in_line(source, lines.line_num, error)) from None


def _with_first(first: list[str], lines: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    yield 1, first
    yield from lines


def _delimiter(head: list[str]) -> str:
    """The sign that cuts all the first lines into equally many cells, and into most.

    >>> _delimiter(["a;b;c", "1,5;2;x"]), _delimiter(["1 2", "3 4"])
    (';', ' ')
    """
    best, most = ",", 1
    for delimiter in DELIMITERS:
        rows = csv.reader(head, delimiter=delimiter)
        counts = {len([cell for cell in cells if cell or delimiter != " "]) for cells in rows}
        if len(counts) == 1 and max(counts) > most:
            best, most = delimiter, max(counts)
    if most > 1:
        return best
    return max(DELIMITERS, key=lambda delimiter: head[0].count(delimiter))


def _decimal(lines: list[str], delimiter: str) -> str:
    cells = [cell for row in csv.reader(lines, delimiter=delimiter) for cell in row]
    commas = sum(not _is_number(cell, ".") and _is_number(cell, ",") for cell in cells)
    return "," if commas and not any("." in cell and _is_number(cell, ".") for cell in cells) else "."


def _is_number(cell: str, decimal: str) -> bool:
    try:
        float(cell.replace(decimal, ".") if decimal != "." else cell)
    except ValueError:
        return False
    return True


def _number(cell: str, decimal: str, source: str, line: int, column: str) -> float:
    try:
        value = float(cell.replace(decimal, ".") if decimal != "." else cell)
    except ValueError:
        wrong = Sentence("must be a number, not {value}", value=show(cell.strip()))
        said = wrong if cell.strip() else Sentence("the cell is empty")
        raise FileError(_in_column(source, line, column, said)) from None
    if not math.isfinite(value):
        said = Sentence("must be a finite number, not {value}", value=value)
        raise FileError(_in_column(source, line, column, said))
    return value


def _place(name: str, names: Sequence[str], source: str) -> int:
    if name in names:
        return list(names).index(name)
    if name.isdigit() and 1 <= int(name) <= len(names):
        return int(name) - 1
    hint = rules.suggest(name, names) or Sentence("; there are {names}", names=name_some(list(names)))
    raise FileError(Sentence("{path}: there is no column {name!r}{hint}", path=source, name=name, hint=hint))
