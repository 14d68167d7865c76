"""What there is to learn from, and which of its columns feed which input and teach which TLU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP

from circuitsim.errors import DataError
from circuitsim.learn.data import DataSet, dataset
from circuitsim.learn.data.made import GATES
from circuitsim.learn.data.tables import column_names, read_table
from gui.language import tr

POINTS, FILE = "points", "file"
SETS = {
    "iris": QT_TRANSLATE_NOOP("", "Iris flowers"),
    "letters": QT_TRANSLATE_NOOP("", "Letters, 5 by 7"),
    "blobs": QT_TRANSLATE_NOOP("", "Two clouds"),
    "moons": QT_TRANSLATE_NOOP("", "Two moons"),
    "parity": QT_TRANSLATE_NOOP("", "Parity of the inputs"),
    "gates": QT_TRANSLATE_NOOP("", "All 16 gates"),
}
OWN = {
    POINTS: QT_TRANSLATE_NOOP("", "Points of my own"),
    FILE: QT_TRANSLATE_NOOP("", "A CSV file…"),
}
MOST_PARITY = 12
NO_COLUMN = ""
"""In the place of a column: nothing feeds this input, nothing teaches this TLU."""


def gate_title(name: str) -> str:
    """How a gate is listed.

    >>> gate_title("a_and_not_b")
    'A AND NOT B'
    """
    return name.replace("_", " ").upper()


def gates() -> list[str]:
    """The gates, those first that people know by name."""
    first = ["and", "or", "nand", "nor", "xor", "xnor"]
    return first + [name for name in GATES if name not in first]


@dataclass
class Points:
    """Instances that somebody clicks: x, y, and the class 0 or 1."""

    at: list[tuple[float, float, int]] = field(default_factory=list)

    def as_data(self, features: Sequence[str]) -> DataSet:
        """The points as a set."""
        if not self.at:
            raise DataError(
                tr("There are no points yet: click into the plot, left for the one class and right for the other.")
            )
        X = np.array([point[:2] for point in self.at], float)
        y = np.array([point[2] for point in self.at])
        return DataSet("points", X, y, list(features), ["0", "1"], "points")


def built_in(name: str, inputs: int) -> DataSet:
    """A set that comes with circuitsim; parity fits the number of inputs."""
    if name == "parity":
        return dataset(name, inputs=min(max(inputs, 2), MOST_PARITY))
    return dataset(name)


@dataclass(frozen=True)
class Table:
    """A file, and which of its columns are what: the classes in one, or a column of 0 and 1 for each TLU.

    Attributes
    ----------
    names : tuple of str
        All columns.
    target : str
        The column of the classes; `NO_COLUMN` where each TLU has a column of its own.
    """

    path: str
    names: tuple[str, ...]
    target: str

    @classmethod
    def of(cls, path: str, tlus: Sequence[str]) -> Table:
        """A file with its columns; the classes are looked for in the last one."""
        names = tuple(column_names(path))
        apart = len(tlus) > 1 and set(tlus) <= set(names)
        return cls(path, names, NO_COLUMN if apart else names[-1])

    def features(self) -> list[str]:
        """The columns that may feed inputs."""
        return [name for name in self.names if name != self.target]

    def read(self, columns: Columns) -> DataSet:
        """Read the columns that are chosen."""
        wanted = list(dict.fromkeys(name for name in columns.inputs if name != NO_COLUMN))
        if self.target != NO_COLUMN:
            return read_table(self.path, self.target, wanted or None)
        targets = list(dict.fromkeys(name for name in columns.targets if name != NO_COLUMN))
        if not targets:
            raise DataError(tr("Choose the column that teaches each TLU."))
        if len(targets) > 1:
            return read_table(self.path, targets, wanted or None)
        one = read_table(self.path, targets[0], wanted or None)
        if not set(one.classes) <= {"0", "1"}:
            said = tr("Column {name} must hold 0 and 1 alone to teach a TLU; or choose it as the column of classes.")
            raise DataError(said.format(name=targets[0]))
        y = np.array([int(name) for name in one.classes])[one.y]
        return DataSet(one.name, one.X, y[:, None], one.features, targets, one.source)


@dataclass(frozen=True)
class Columns:
    """For each input of the circuit a feature, and for each TLU a class (or a column of 0 and 1)."""

    inputs: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def match_features(features: Sequence[str], inputs: Sequence[str]) -> tuple[str, ...]:
    """The feature that each input is fed from at first: by name, else in order.

    >>> match_features(["sepal", "petal"], ["petal"]), match_features(["x", "y", "z"], ["a", "b"])
    (('petal',), ('x', 'y'))
    """
    if set(inputs) <= set(features):
        return tuple(inputs)
    return tuple(features[k] if k < len(features) else NO_COLUMN for k in range(len(inputs)))


def match_targets(classes: Sequence[str], tlus: Sequence[str], *, table: bool = False) -> tuple[str, ...]:
    """What each TLU learns at first: the class of its name, else one in order; of two classes the second.

    >>> match_targets(["0", "1"], ["t", "u"]), match_targets(["setosa", "versicolor", "virginica"], ["t"])
    (('1', '1'), ('setosa',))
    """
    if set(tlus) <= set(classes):
        return tuple(tlus)
    if len(classes) == 2 and not table:
        return (classes[1],) * len(tlus)
    return tuple(classes[k] if k < len(classes) else NO_COLUMN for k in range(len(tlus)))


def instances(data: DataSet, columns: Columns, needed: Sequence[bool], tlus: Sequence[str]) -> tuple[Any, Any]:
    """X and Y for `train`: a column for each input of the circuit, and one for each TLU.

    Parameters
    ----------
    needed : sequence of bool
        Which inputs feed the layer; the others are 0 where no column feeds them.
    """
    fed = sum(needed)
    if len(data.features) < fed and any(
        name == NO_COLUMN for name, need in zip(columns.inputs, needed, strict=True) if need
    ):
        said = tr("The layer is fed by {inputs} inputs, and these data have only {columns} columns.")
        raise DataError(said.format(inputs=fed, columns=len(data.features)))
    taken = []
    for name, need in zip(columns.inputs, needed, strict=True):
        if name == NO_COLUMN:
            if need:
                raise DataError(tr("Choose a column for every input that feeds the layer."))
            taken.append(np.zeros(len(data), data.X.dtype))
        else:
            taken.append(data.X[:, data.features.index(name)])
    targets = []
    for name, tlu in zip(columns.targets, tlus, strict=True):
        if name == NO_COLUMN:
            said = tr("The layer has {tlus} TLUs, and these data teach only {classes}: choose what {tlu} is to learn.")
            raise DataError(said.format(tlus=len(tlus), classes=len(data.classes), tlu=tlu))
        place = data.classes.index(name)
        targets.append(data.y[:, place] if data.y.ndim == 2 else (data.y == place).astype(np.uint8))
    return np.column_stack(taken), np.column_stack(targets)
