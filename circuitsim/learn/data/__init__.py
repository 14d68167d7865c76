"""Data to learn from: sets that come with the package, and tables of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from circuitsim import rules
from circuitsim.errors import UnknownNameError
from circuitsim.learn.data import made
from circuitsim.learn.data.letters import letters
from circuitsim.learn.data.tables import DataSet, iris, read_table

_SETS: Mapping[str, Callable[..., DataSet]] = {
    "iris": iris,
    "letters": letters,
    "gates": made.gates,
    "parity": made.parity,
    "blobs": made.blobs,
    "moons": made.moons,
}


def datasets() -> list[str]:
    """The names of the sets that come with the package; a gate goes by the name of its example, like "xor"."""
    return [*_SETS, *made.GATES]


def dataset(name: str, **options: Any) -> DataSet:
    """A set that comes with the package.

    Parameters
    ----------
    name : str
        "iris", "letters", "gates" (all 16, an output each), one of the gates, "parity", "blobs" or "moons".
    **options
        `inputs` for parity; `count`, `classes`, `spread` and `seed` for blobs; `count`, `noise` and `seed`
        for moons.

    Examples
    --------
    >>> xor = dataset("xor")
    >>> xor.X.tolist(), xor.y.tolist()
    ([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0])
    >>> dataset("iris").X.shape, dataset("iris").classes
    ((150, 4), ['setosa', 'versicolor', 'virginica'])
    """
    if name in _SETS:
        return _SETS[name](**options)
    if name in made.GATES:
        return made.gate(name, **options)
    raise UnknownNameError(f"there is no data set {name!r}{rules.suggest(name, datasets())}")


__all__ = ["DataSet", "dataset", "datasets", "read_table"]
