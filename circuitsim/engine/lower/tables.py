"""Truth tables: any function of a few inputs, as lookups.

Bit k of a table is what the function gives where input i is bit i of k. Up to three inputs are one lookup. For
a few more, three of the inputs are bundled into one new one where that loses nothing (Ashenhurst 1957, Curtis
1962): the other inputs must never see more than two different functions of the bundle. Otherwise an input
chooses between the two functions that are left without it (Shannon 1949), equal ones made once.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations

from circuitsim.engine.lower.lookups import A, B, C
from circuitsim.engine.lower.templates import Literal, Template, Term

BUNDLED = 4
"""Up to how many inputs are searched for bundles."""
CHOOSE = C & B | ~C & 255 & A
"""The second operand where the third is set, else the first."""


@cache
def projection(inputs: int, k: int) -> int:
    """The table of input number k itself.

    >>> bin(projection(2, 1))
    '0b1100'
    """
    run = 1 << k
    return (((1 << run) - 1) << run) * (((1 << (1 << inputs)) - 1) // ((1 << 2 * run) - 1))


def at_least_table(weights: tuple[int, ...], threshold: int) -> int:
    """The table of: the weights of the set inputs add up to the threshold.

    >>> bin(at_least_table((1, 1), 2))
    '0b1000'
    """
    sums = [0]
    for weight in weights:
        sums += [total + weight for total in sums]
    return sum(1 << k for k, total in enumerate(sums) if total >= threshold)


def cofactor(table: int, inputs: int, k: int, value: int) -> int:
    """The table of the other inputs where input number k is fixed."""
    run = 1 << k
    kept, found = (1 << run) - 1, 0
    for at in range(1 << (inputs - 1 - k)):  # once for the last input, most often for the first
        found |= (table >> (2 * at * run + value * run) & kept) << at * run
    return found


def depends(table: int, inputs: int, k: int) -> bool:
    """Whether the table is another where input number k is."""
    high = projection(inputs, k)
    return (table & high) >> (1 << k) != table & ~high


def tabled(table: int, inputs: int) -> Template:
    """The template of a truth table.

    >>> tabled(0b1000, 2).lookups == [(0b10001000, (0, 1))]
    True
    """
    template = Template(inputs)
    places = list(range(inputs))
    template.result = _Maker(template).make(table, [template.inlet(k) for k in places])
    return template


class _Maker:
    """Adds lookups to a template; the same function of the same inputs is made once."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._made: dict[tuple[int, tuple[int, ...]], Term] = {}

    def make(self, table: int, inputs: list[Literal]) -> Term:
        """What computes a table over some inputs."""
        for k in reversed(range(len(inputs))):
            if not depends(table, len(inputs), k):
                table, inputs = cofactor(table, len(inputs), k, 0), inputs[:k] + inputs[k + 1 :]
        if not inputs:
            return bool(table)
        key = table, tuple(literal.value for literal in inputs)
        if key not in self._made:
            self._made[key] = self._split(table, inputs)
        return self._made[key]

    def _split(self, table: int, inputs: list[Literal]) -> Term:
        count = len(inputs)
        if count <= 3:
            if (count, table) == (1, 0b10):
                return inputs[0]
            return self._template.look_up(_widened(table, count), *inputs)
        bundle = _bundle(table, count) if count <= BUNDLED else None
        if bundle is not None:
            inner, chosen, outer, rest = bundle
            made = self.make(inner, [inputs[k] for k in chosen])
            assert isinstance(made, Literal)
            return self.make(outer, [*(inputs[k] for k in rest), made])
        k = _chooser(table, count)
        rest_inputs = inputs[:k] + inputs[k + 1 :]
        low = self.make(cofactor(table, count, k, 0), rest_inputs)
        high = self.make(cofactor(table, count, k, 1), rest_inputs)
        return self._choose(inputs[k], low, high)

    def _choose(self, by: Literal, low: Term, high: Term) -> Term:
        look_up = self._template.look_up
        if isinstance(low, bool):
            assert isinstance(high, Literal)  # two constants would be a function of one input
            return look_up(A | ~B & 255 if low else A & B, high, by)
        if isinstance(high, bool):
            return look_up(A | B if high else A & ~B & 255, low, by)
        return look_up(CHOOSE, low, high, by)


def _widened(table: int, count: int) -> int:
    for k in range(count, 3):
        table |= table << (1 << k)
    return table


def _chooser(table: int, count: int) -> int:
    """The input to choose by: one of whose values leaves a constant behind, else the last."""
    best, most = count - 1, 0
    full = (1 << (1 << count)) - 1
    for k in reversed(range(count)):
        high = projection(count, k)
        simple = (table & high in (0, high)) + (table & ~high in (0, full ^ high))
        if simple > most:
            best, most = k, simple
    return best


Bundle = tuple[int, tuple[int, ...], int, tuple[int, ...]]
"""The inner table and its inputs, the outer table and its inputs but for the last, which is the inner one's result."""


@lru_cache(maxsize=1 << 14)
def _bundle(table: int, count: int) -> Bundle | None:
    """Three inputs that can be bundled; one of them may be seen by the rest as well."""
    for chosen in combinations(range(count), 3):
        others = tuple(k for k in range(count) if k not in chosen)
        for shared in (None, *chosen):
            rest = others if shared is None else (*others, shared)
            found = _try(table, count, chosen, rest, shared)
            if found is not None:
                return found
    return None


def _try(table: int, count: int, chosen: tuple[int, ...], rest: tuple[int, ...], shared: int | None) -> Bundle | None:
    """Bundle `chosen`, of which `rest` may hold one: for each value of that one, two functions at the most."""
    inner, outer = 0, 0
    lift = len(rest)
    for side in range(1 if shared is None else 2):
        columns: dict[int, int] = {}  # what the others see for a setting of the bundle -> 0 or 1
        for setting in range(8):
            if shared is not None and setting >> chosen.index(shared) & 1 != side:
                continue
            fixed = sum((setting >> i & 1) << k for i, k in enumerate(chosen))
            seen = 0
            others = [k for k in rest if k != shared]
            for other in range(1 << len(others)):
                at = fixed | sum((other >> i & 1) << k for i, k in enumerate(others))
                seen |= (table >> at & 1) << other
            if len(columns) == 2 and seen not in columns:
                return None
            value = columns.setdefault(seen, len(columns))
            inner |= value << setting
        side_bit = side << (lift - 1) if shared is not None else 0
        for value in (0, 1):
            seen = next((seen for seen, of in columns.items() if of == value), next(iter(columns)))
            for other in range(1 << (lift - (shared is not None))):
                outer |= (seen >> other & 1) << (other | side_bit | value << lift)
    return inner, chosen, outer, rest
