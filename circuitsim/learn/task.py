"""What is to be learned and what came of it: the two records between the estimator and the engines.

An engine is a function from a `Task` to an `Outcome`; all of them give the same bits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from circuitsim.learn.rule import Tie
from circuitsim.sentences import Sentence

Array = NDArray[Any]
Progress = Callable[[int, int], bool | None]
"""Called with the epochs that are done and the mistakes of the last one; False ends the training."""


@dataclass(frozen=True, slots=True)
class Sparse:
    """Rows of a matrix in compressed form (CSR)."""

    data: Array
    indices: Array
    indptr: Array
    shape: tuple[int, int]

    @property
    def dtype(self) -> Any:
        """The type of the values."""
        return self.data.dtype


Rows = Array | Sparse


class Stop(NamedTuple):
    """When training ends: after the first epoch without a mistake, or as scikit-learn's does.

    By the loss on the training set, or by the share of right answers on a part that is held back.
    """

    kind: Literal["mistakes", "loss", "score"] = "mistakes"
    tol: float | None = None
    patience: int = 5


BY_MISTAKES = Stop()


@dataclass
class Plateau:
    """scikit-learn's rule: the mean loss is not better by `tol` than the best so far, `patience` epochs running."""

    stop: Stop
    best: float = math.inf
    bad: int = 0

    def ends(self, mean: float) -> bool:
        """Whether training ends with an epoch of this mean loss."""
        if self.stop.tol is not None and mean > self.best - self.stop.tol:
            self.bad += 1
        else:
            self.bad = 0
        self.best = min(self.best, mean)
        return self.bad >= self.stop.patience

    def ends_by_score(self, score: float) -> bool:
        """Whether training ends with an epoch after which so many held-back instances are right."""
        best = -self.best if self.best < math.inf else -math.inf
        if self.stop.tol is not None and score < best + self.stop.tol:
            self.bad += 1
        else:
            self.bad = 0
        self.best = -max(score, best)
        return self.bad >= self.stop.patience

    def epochs_without_loss(self, left: int) -> int:
        """How many more epochs it takes, of at most `left`, where each has the loss 0."""
        for epoch in range(left):
            if self.stop.tol is None or (self.stop.tol == 0 and self.best == 0):
                return left
            if self.ends(0.0):
                return epoch + 1
        return left


@dataclass(slots=True)
class Task:
    """What is to be learned; engines leave it as it is.

    Attributes
    ----------
    rows : array of shape (n, features), or Sparse
        The instances, in the type in which they came.
    signs : array of int8 of shape (outputs, n)
        The targets, +1 and -1.
    weights, bias : arrays of shape (outputs, features) and (outputs,)
        Where to start. float32 where the rows are (then the arithmetic is scikit-learn's for it).
    seeds : tuple of int or None
        One seed of the shuffle for all outputs, or one for each; None keeps the order of the rows.
    row_weights : array of shape (n,), optional
        Each instance's weight.
    class_weights : array of shape (outputs, 2), optional
        The weights of the targets -1 and +1.
    decay : float
        What each correction of the bias is multiplied by (scikit-learn's 0.01 for sparse data).
    keep : int
        The most corrections to keep.
    watch : bool
        Whether to look for a cycle, and to stop when one is found.
    """

    rows: Rows
    signs: NDArray[np.int8]
    weights: Array
    bias: NDArray[np.float64]
    eta: float = 1.0
    tie: Tie = "heaviside"
    stop: Stop = BY_MISTAKES
    max_iter: int = 1000
    seeds: tuple[int | None, ...] = (None,)
    row_weights: Array | None = None
    class_weights: Array | None = None
    learns_bias: bool = True
    decay: float = 1.0
    held_back: NDArray[np.bool_] | None = None
    keep: int = 1_000_000
    watch: bool = False

    @property
    def count(self) -> int:
        """How many instances there are."""
        return int(self.signs.shape[1])

    @property
    def single(self) -> bool:
        """Whether the arithmetic is that of float32."""
        return bool(self.weights.dtype == np.float32)


Corrections = tuple[NDArray[np.int64], NDArray[np.int32]]


@dataclass(slots=True)
class Outcome:
    """What came of a task.

    Attributes
    ----------
    epochs, mistakes, last : sequences of int
        How many epochs each output went through, and how many corrections it took in all of them and
        in the last.
    per_epoch : list of int
        The corrections of every epoch, of all outputs together.
    kept : int
        How many corrections were kept.
    corrections : callable
        Gives them, as arrays: epoch * n + row, and output * 8 + how many times eta x, plus 2. They
        stand by output, and in order of time for each.
    cycle : tuple of int, optional
        Two epochs after which the weights of an output were the same, and the output.
    stopped : bool
        Whether the caller ended it.
    exact : optional
        What the exact mode adds: weights and biases as fractions, and where float64 departs from them.
    """

    weights: Array
    bias: NDArray[np.float64]
    epochs: Sequence[int] | Array
    mistakes: Sequence[int] | Array
    last: Sequence[int] | Array
    per_epoch: list[int]
    kept: int
    corrections: Callable[[], Corrections]
    cycle: tuple[int, int, int] | None = None
    stopped: bool = False
    exact: Any = None

    @property
    def left(self) -> int:
        """The mistakes of all outputs in their last epochs."""
        return sum(map(int, self.last)) if isinstance(self.last, list) else int(np.sum(self.last))


def overflow(epoch: int) -> str:
    """What is said where weights are no finite numbers any more."""
    return Sentence(
        "the weights left the range of floating-point numbers in epoch {epoch}; scale the data, or take a smaller eta0",
        epoch=epoch,
    )
