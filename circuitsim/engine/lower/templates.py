"""Templates: a few lookups that compute one kind of gate, ready to be set in wherever such a gate stands.

Gates of one kind share a template, however many there are, so what it costs to find it hardly counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from circuitsim.engine.lower.lookups import A, B, C


@dataclass(frozen=True, slots=True)
class Literal:
    """A value of a template, or its complement."""

    value: int
    inverted: bool = False

    def __invert__(self) -> Literal:
        return Literal(self.value, not self.inverted)


Term = Literal | bool
"""A literal or a constant."""

_CARRIERS = (A, B, C)


@dataclass
class Template:
    """Lookups over `inputs` inputs, which are the values from 0 on; `result` is what they compute."""

    inputs: int
    lookups: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    result: Term = False

    def inlet(self, k: int) -> Literal:
        """Input number k."""
        return Literal(k)

    def look_up(self, table: int, *operands: Literal) -> Literal:
        """A new lookup; complements of operands go into its table.

        >>> template = Template(2)
        >>> template.look_up(A & B, template.inlet(0), ~template.inlet(1))
        Literal(value=2, inverted=False)
        >>> template.lookups == [(A & ~B & 255, (0, 1))]
        True
        """
        for k, operand in enumerate(operands):
            if operand.inverted:
                by, high = 1 << k, _CARRIERS[k]
                table = (table & high) >> by | (table & ~high & 255) << by
        self.lookups.append((table, tuple(operand.value for operand in operands)))
        return Literal(self.inputs + len(self.lookups) - 1)

    def all_of(self, terms: list[Literal]) -> Term:
        """Whether all are set, three a lookup."""
        return self._tree(terms, A & B & C, A & B, True)

    def any_of(self, terms: list[Literal]) -> Term:
        """Whether any is set, three a lookup."""
        return self._tree(terms, A | B | C, A | B, False)

    def _tree(self, terms: list[Literal], three: int, two: int, none: bool) -> Term:
        if not terms:
            return none
        terms = list(terms)
        at = 0
        while len(terms) - at > 1:
            some = terms[at : at + 3] if len(terms) - at != 4 else terms[at : at + 2]
            at += len(some)
            terms.append(self.look_up(three if len(some) == 3 else two, *some))
        return terms[at]
