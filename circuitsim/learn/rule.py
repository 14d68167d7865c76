"""Rosenblatt's rule: what an answer is, and what an instance teaches. Every faster way is tested against this.

w += eta * (y - answer) * x, one instance at a time, for every output whose answer is wrong. A target
is +1 or -1 here, whatever the two classes are called. All functions take floats as well as Fractions.

The one question on which implementations differ is what a net input of exactly 0 means:

===========  ===============================  ====================================
tie          answer at 0                      what it is
===========  ===============================  ====================================
heaviside    the class +1                     H(0) = 1: a TLU's own step
zero         the class -1                     H(0) = 0
error        none: wrong for both classes     scikit-learn's
sign         0: wrong for both, by half       targets +1 and -1, moves 2 eta when wrong
===========  ===============================  ====================================
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, get_args

Tie = Literal["heaviside", "zero", "error", "sign"]
TIES: tuple[Tie, ...] = get_args(Tie)


def net_input(weights: Sequence[Any], row: Sequence[Any], bias: Any) -> Any:
    """The weighted sum, strictly from left to right, the bias last: in floats the order is part of the meaning.

    >>> net_input([1e16, 1.0], [1.0, 1.0], -1e16)
    0.0
    """
    total = 0.0 if not weights else weights[0] * row[0]
    for weight, value in zip(weights[1:], row[1:], strict=True):
        total = total + weight * value
    return total + bias


def correction(z: Any, target: int, tie: Tie) -> int:
    """How many times eta x is added to the weights: 0 where the answer is right.

    >>> [correction(0, target, tie) for tie in TIES for target in (1, -1)]
    [0, -1, 1, 0, 1, -1, 1, -1]
    >>> correction(-0.5, 1, "heaviside"), correction(-0.5, 1, "sign")
    (1, 2)
    """
    if tie == "sign":
        return target - int(z > 0) + int(z < 0)
    if tie == "error":
        right = bool(z * target > 0)
    else:
        right = bool(z >= 0 if tie == "heaviside" else z > 0) == (target > 0)
    return 0 if right else target


def answer(z: Any, tie: Tie) -> int:
    """The class that a net input means: 1 or 0, and -1, 0 or 1 for `sign`.

    >>> [answer(0, tie) for tie in TIES]
    [1, 0, 0, 0]
    """
    if tie == "sign":
        return int(z > 0) - int(z < 0)
    return int(z >= 0 if tie == "heaviside" else z > 0)


def loss(z: Any, target: int) -> Any:
    """How far on the wrong side a net input is: max(0, -y z), the perceptron's loss.

    >>> loss(-0.5, 1), loss(0.5, 1)
    (0.5, 0.0)
    """
    return max(0.0, -target * z)
