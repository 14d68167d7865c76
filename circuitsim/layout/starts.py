"""Orders to begin with: met on a walk from one end of the net to the other, or lying smoothly side by side."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from circuitsim.layout.chart import Chart, Floats, split

ENOUGH = 1e-5
"""How far from an eigenvector, of length 1, is near enough."""


def walks(plan: Chart) -> list[Floats]:
    """When each entry is met on a walk to the breadth from either end of the net: from what is met last.

    Entries with few neighbours are met first (Cuthill and McKee 1969).
    """
    count = len(plan.layer)
    one, other = np.concatenate((plan.left, plan.right)), np.concatenate((plan.right, plan.left))
    order = np.argsort(np.bincount(one, minlength=count)[other], kind="stable")
    neighbours = [part.tolist() for part in split(other[order], one[order], count)]
    _, end = _walk(neighbours, 0)
    there, end = _walk(neighbours, end)
    back, _ = _walk(neighbours, end)
    return [there, back]


def _walk(neighbours: list[list[int]], start: int) -> tuple[Floats, int]:
    """When each entry is met, and which one last."""
    met = [-1] * len(neighbours)
    met[start] = 0
    queue = [start]
    for node in queue:  # grows as it is walked
        for other in neighbours[node]:
            if met[other] < 0:
                met[other] = len(queue)
                queue.append(other)
    return np.array(met, float), queue[-1]


def smooth(plan: Chart, steps: int) -> Floats:
    """Heights at which entries lie near to their neighbours, though those of each layer are as far apart as ever.

    That is the first eigenvector of the net among those whose mean in every layer is 0, found by conjugate
    gradients (LOBPCG with one vector, Knyazev 2001).
    """
    count = len(plan.layer)
    weight = plan.weight.astype(float)
    degree = np.bincount(plan.left, weights=weight, minlength=count)
    degree += np.bincount(plan.right, weights=weight, minlength=count)
    root = np.sqrt(np.maximum(degree, 1e-9))
    pull = weight / (root[plan.left] * root[plan.right])
    share = root / np.bincount(plan.layer, weights=root * root)[plan.layer]

    def pulled(y: Floats) -> Floats:
        z: Floats = np.bincount(plan.left, weights=pull * y[plan.right], minlength=count).astype(float)
        z += np.bincount(plan.right, weights=pull * y[plan.left], minlength=count)
        return centred(z)

    def centred(y: Floats) -> Floats:
        return y - share * np.bincount(plan.layer, weights=y * root)[plan.layer]

    y = centred(np.random.default_rng(0).standard_normal(count))
    basis = _orthonormal([(y, pulled(y))])  # empty where no layer holds two entries
    for _ in range(steps if basis else 0):
        y, image = basis[0]
        rest = image - _dot(y, image) * y
        if _dot(rest, rest) < ENOUGH**2:
            break
        space = _orthonormal([basis[0], (rest, pulled(rest)), *basis[1:]])
        if len(space) < 2:
            break
        basis = _best(space)
    return y / root


Pair = tuple[Floats, Floats]
"""A vector, and its image."""


def _dot(one: Floats, other: Floats) -> float:
    return float(np.einsum("i,i", one, other))  # in one thread, unlike np.dot


def _orthonormal(pairs: list[Pair]) -> list[Pair]:
    """The same space, spanned by vectors of length 1 at right angles; those that add nothing are left out."""
    result: list[Pair] = []
    for vector, image in pairs:
        before = _dot(vector, vector)
        for known, its in result:
            part = _dot(known, vector)
            vector, image = vector - part * known, image - part * its
        now = _dot(vector, vector)
        if now > 1e-12 * before and now > 1e-24:
            length = np.sqrt(now)
            result.append((vector / length, image / length))
    return result


def _best(basis: list[Pair]) -> list[Pair]:
    """What is nearest to the eigenvector in a space, and what was added to the first vector to get there."""
    matrix = np.array([[_dot(one, image) for _, image in basis] for one, _ in basis])
    share = np.linalg.eigh((matrix + matrix.T) / 2)[1][:, -1]
    added = _sum(share[1:], basis[1:])
    return [_sum((share[0], 1.0), (basis[0], added)), added]


def _sum(shares: Iterable[float], pairs: Iterable[Pair]) -> Pair:
    parts = [(share * vector, share * image) for share, (vector, image) in zip(shares, pairs, strict=True)]
    vectors, images = zip(*parts, strict=True)
    return np.sum(vectors, axis=0), np.sum(images, axis=0)
