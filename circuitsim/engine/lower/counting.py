"""Counting: whether weights of set bits add up to a threshold, for any number of inputs.

1. A weight -w on x is w on (not x), less w; so all weights are positive.
2. *Peeling*: without an input whose weight the rest cannot do without, nothing fires (and); an input whose
   weight is enough by itself fires alone (or). An absolute inhibitor is one of the former.
3. *Columns* (Wallace 1964, Dadda 1965): column i holds bits of value 2**i. A full adder takes three bits of
   a column and leaves their sum (xor) in it and their carry (majority) in the next: two lookups.
4. *The comparison*: the total reaches the threshold t iff total + (2**m - t) reaches 2**m. So the bits of the
   constant 2**m - t lie in the columns too, and only carries matter: the last sum of a column is never made.
5. *The end*: up to four bits of one value are not added any more, for their number is seen in three lookups.
"""

from __future__ import annotations

from math import gcd

from circuitsim.engine.lower.lookups import A, B, C
from circuitsim.engine.lower.templates import Literal, Template, Term

XOR3, MAJORITY, XOR2, AND2, OR2 = A ^ B ^ C, A & B | A & C | B & C, A ^ B, A & B, A | B


def counted(weights: tuple[int, ...], threshold: int) -> Template:
    """The template of: the weights of the set inputs add up to the threshold.

    >>> counted((1, 1, 1), 2).lookups == [(MAJORITY, (0, 1, 2))]
    True
    """
    template = Template(len(weights))
    terms = [(template.inlet(k), weight) for k, weight in enumerate(weights)]
    template.result = _at_least(template, terms, threshold)
    return template


def _at_least(template: Template, terms: list[tuple[Literal, int]], threshold: int) -> Term:
    threshold -= sum(weight for _, weight in terms if weight < 0)
    rows = [(literal if weight > 0 else ~literal, abs(weight)) for literal, weight in terms if weight]
    rows.sort(key=lambda row: row[1])
    shells: list[tuple[bool, list[Literal]]] = []
    while True:
        total = sum(weight for _, weight in rows)
        if threshold <= 0 or threshold > total:
            core: Term = threshold <= 0
            break
        needed = [row for row in rows if total - row[1] < threshold]
        if needed:
            rows = [row for row in rows if total - row[1] >= threshold]
            threshold -= sum(weight for _, weight in needed)
            shells.append((True, [literal for literal, _ in needed]))
            continue
        enough = [literal for literal, weight in rows if weight >= threshold]
        if enough:
            rows = [row for row in rows if row[1] < threshold]
            shells.append((False, enough))
            continue
        core = _carried(template, rows, threshold)
        break
    for conjunction, literals in reversed(shells):
        core = _shell(template, conjunction, literals, core)
    return core


def _shell(template: Template, conjunction: bool, literals: list[Literal], core: Term) -> Term:
    if isinstance(core, bool):
        if core != conjunction:
            return core
        core_terms = literals
    else:
        core_terms = [*literals, core]
    return template.all_of(core_terms) if conjunction else template.any_of(core_terms)


def _carried(template: Template, rows: list[tuple[Literal, int]], threshold: int) -> Term:
    """The carry out of weights + (2**m - threshold); here 0 < threshold <= the total."""
    unit = gcd(*(weight for _, weight in rows))
    rows = [(literal, weight // unit) for literal, weight in rows]
    threshold = -(-threshold // unit)
    m = sum(weight for _, weight in rows).bit_length()
    constant = (1 << m) - threshold
    columns: list[list[Literal]] = [[] for _ in range(m + 1)]
    for literal, weight in rows:
        for i in range(weight.bit_length()):
            if weight >> i & 1:
                columns[i].append(literal)
    for i in range(m):
        if len(columns[i]) <= 4 and not any(columns[i + 1 :]):
            return _few(template, columns[i], (1 << m - i) - (constant >> i))
        columns[i + 1] += _carries(template, columns[i], constant >> i & 1)
    return template.any_of(columns[m])  # all together are below 2**(m + 1): no two of these are set at once


def _few(template: Template, bits: list[Literal], count: int) -> Term:
    """Whether so many of up to four bits are set; of four, two are known by whether one and two of three are."""
    if not 0 < count <= len(bits):
        return count <= 0
    if count == 1:
        return template.any_of(bits)
    if count == len(bits):
        return template.all_of(bits)
    majority = template.look_up(MAJORITY, *bits[:3])
    if len(bits) == 3:
        return majority
    others = template.look_up(A | B | C if count == 2 else A & B & C, *bits[:3])
    return template.look_up(A | B & C if count == 2 else B | A & C, majority, others, bits[3])


def _carries(template: Template, bits: list[Literal], constant: int) -> list[Literal]:
    """The carries out of a column whose own sum nobody wants."""
    carries: list[Literal] = []
    queue, at = list(bits), 0
    while len(queue) - at + constant > 3:
        three = queue[at : at + 3]
        at += 3
        carries.append(template.look_up(MAJORITY, *three))
        queue.append(template.look_up(XOR3, *three))
    left = queue[at:]
    if len(left) == 3:
        carries.append(template.look_up(MAJORITY, *left))
    elif len(left) == 2:
        carries.append(template.look_up(OR2 if constant else AND2, *left))
    elif len(left) == 1 and constant:
        carries.append(left[0])
    return carries
