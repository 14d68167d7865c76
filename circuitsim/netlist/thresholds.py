"""A threshold function as gates of two values: what every writer of netlists and every proof needs.

AND, OR and their like are found at once; a small one is written out by cases, the heaviest source first; for the rest
adders count the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

Emit = Callable[[str, Sequence[str]], str]
"""Makes a gate of an operator and its sources; gives its net."""

MOST_CASES = 8
"""How many cases a source by-case writing may have on average; adders take over above."""


def threshold_net(weights: Mapping[str, int], threshold: int, emit: Emit, inverted: Callable[[str], str]) -> str:
    """The net that is 1 iff the weights of active sources come to the threshold.

    `inverted` gives the net of a source's inverse.
    """
    literals = {source: weight for source, weight in weights.items() if weight}
    negative = [source for source, weight in literals.items() if weight < 0]
    threshold -= sum(literals[source] for source in negative)
    total = sum(map(abs, literals.values()))
    if threshold <= 0:
        return emit("ONE", ())
    if threshold > total:
        return emit("ZERO", ())
    size = {source: min(abs(weight), threshold) for source, weight in literals.items()}
    alike = not negative or len(negative) == len(size)
    for operator, other, found in (
        ("OR", "NAND", min(size.values()) >= threshold),
        ("AND", "NOR", total - min(map(abs, literals.values())) < threshold),
    ):
        if found and alike:
            if len(size) == 1:
                return emit("NOT" if negative else "BUF", tuple(size))
            return emit(other if negative else operator, tuple(size))
        if found:
            return emit(operator, [inverted(s) if literals[s] < 0 else s for s in size])
    terms = sorted(((weight, inverted(s) if literals[s] < 0 else s) for s, weight in size.items()), key=lambda t: -t[0])
    cases = _cases([weight for weight, _ in terms], threshold)
    if cases is None:
        return _count(terms, threshold, emit)
    return _by_cases(terms, cases, emit)


def _cases(weights: list[int], threshold: int) -> list[list[int]] | None:
    """What can be left to reach before each source; None where there are too many cases."""
    rest = sum(weights)
    levels = [[threshold]]
    count = 0
    for weight in weights:
        rest -= weight
        found = {left for before in levels[-1] for left in (before, before - weight) if 0 < left <= rest}
        count += len(found)
        if count > MOST_CASES * len(weights):
            return None
        levels.append(sorted(found))
    return levels


def _by_cases(terms: list[tuple[int, str]], levels: list[list[int]], emit: Emit) -> str:
    below: dict[int, str] = {}
    for k in range(len(terms) - 1, -1, -1):
        weight, source = terms[k]
        here: dict[int, str] = {}
        for left in levels[k]:
            without, reached = below.get(left), left <= weight
            within = None if reached else below.get(left - weight)
            if reached:
                here[left] = source if without is None else emit("OR", (source, without))
            elif within is not None:
                both = emit("AND", (source, within))
                here[left] = both if without is None or without == within else emit("OR", (without, both))
            elif without is not None:
                here[left] = without
        below = here
    (found,) = below.values()
    return found


def _count(terms: list[tuple[int, str]], threshold: int, emit: Emit) -> str:
    """Add up the weights and what is missing to a power of two: the sum carries iff the threshold is reached."""
    top = sum(weight for weight, _ in terms).bit_length()
    missing = (1 << top) - threshold
    columns: list[list[str]] = [[] for _ in range(top + 1)]
    for weight, source in terms:
        for bit in range(weight.bit_length()):
            if weight >> bit & 1:
                columns[bit].append(source)
    for bit, column in enumerate(columns[:-1]):
        above = columns[bit + 1]
        while len(column) > 2:
            a, b, c = column.pop(), column.pop(), column.pop()
            half = emit("XOR", (a, b))
            column.insert(0, emit("XOR", (half, c)))
            above.append(emit("OR", (emit("AND", (a, b)), emit("AND", (half, c)))))
        if len(column) == 2:
            above.append(emit("OR" if missing >> bit & 1 else "AND", column))
        elif len(column) == 1 and missing >> bit & 1:
            above.append(column[0])
    (last,) = columns[top:]
    return last[0] if len(last) == 1 else emit("OR" if last else "ZERO", last)
