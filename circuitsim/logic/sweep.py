"""A net of ANDs that finds nodes which are the same, or each other's inverse, while it is made.

Every node has the values that it takes under random inputs. Where a new one takes those of another, or all the
opposite ones, a SAT solver is asked whether they can ever differ, for a limited time; where they cannot they are
made one, and all that is built upon them with them. (Kuehlmann and Krohm 1997: SAT sweeping.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from circuitsim.errors import RunError
from circuitsim.netlist.aig import Aig
from circuitsim.sentences import Sentence

_RANDOM = 1024
"""Under how many random inputs each node is tried."""
_LEARNED = 64
"""After how many inputs that told two nodes apart all nodes are tried under these too."""
_CONFLICTS = 500
"""How long the solver may try to make two nodes one."""
_TRIES = 3
"""With how many nodes of the same values it tries."""


class Swept(Aig):
    """ANDs of two literals; nodes that never differ are one.

    Attributes
    ----------
    sources : dict
        The two literals of each variable that is an AND.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sources: dict[int, tuple[int, int]] = {}
        self._random = Random(1943)
        self.tries = _RANDOM  # how many inputs the values below are for, a bit each
        self._values = [0]
        self._alike: dict[int, list[int]] = {0: [0]}
        self._models: list[Mapping[int, int]] = []
        self._told = {0}
        self._solver: Any = None

    def variable(self) -> int:
        """A new literal, under random values."""
        literal = super().variable()
        self._values.append(self._random.getrandbits(self.tries))
        return literal

    def both(self, a: int, b: int) -> int:
        """The literal of an AND, or that of a node which is the same."""
        before = self.count
        literal = super().both(a, b)
        if self.count == before:
            return literal
        variable = literal // 2
        pair = (a, b) if a > b else (b, a)
        self.sources[variable] = pair
        self._values[variable] = self.values(a) & self.values(b)
        same = self._same(variable)
        if same is not None:
            self.ands[pair] = same
            return same
        return literal

    def values(self, literal: int) -> int:
        """What a literal is under the inputs that were tried, a bit each."""
        found = self._values[literal // 2]
        return found ^ ((1 << self.tries) - 1) if literal % 2 else found

    def _key(self, literal: int) -> int:
        """The values of a literal or of its inverse: those that begin with 0."""
        return self.values(literal ^ (self._values[literal // 2] & 1) ^ literal % 2)

    def _same(self, variable: int) -> int | None:
        """A literal of an older node that never differs from this one."""
        literal = 2 * variable
        asked = 0
        while self._has_solver() and asked < _TRIES:
            # The values may grow meanwhile, by an input that told two nodes apart.
            known = self._alike.get(self._key(literal), ())
            if asked >= len(known):
                break
            other = known[asked] ^ (self._values[variable] & 1) ^ (self._values[known[asked] // 2] & 1)
            tried = self.tries
            if self._equal(literal, other):
                return other
            asked = asked + 1 if tried == self.tries else 0
        self._alike.setdefault(self._key(literal), []).append(literal)
        return None

    def _learn(self, model: Mapping[int, int]) -> None:
        """Keep an input that told two nodes apart; try all nodes under the last of these from time to time."""
        self._models.append(model)
        if len(self._models) < _LEARNED:
            return
        more = [0] * len(self._values)
        for variable in range(1, len(more)):
            pair = self.sources.get(variable)
            if pair is None:
                bits = (model.get(variable, 0) << k for k, model in enumerate(self._models))
                more[variable] = sum(bits)
            else:
                a, b = (more[x // 2] ^ ((1 << _LEARNED) - 1 if x % 2 else 0) for x in pair)
                more[variable] = a & b
        self._values = [values | new << self.tries for values, new in zip(self._values, more, strict=True)]
        self.tries += _LEARNED
        self._models = []
        literals = sorted(literal for alike in self._alike.values() for literal in alike)
        self._alike = {}
        for literal in literals:
            self._alike.setdefault(self._key(literal), []).append(literal)

    # The solver

    def _equal(self, one: int, two: int) -> bool:
        """Whether two literals were proved the same, within the time for it."""
        self._tell([one, two])
        for assumed in ((one, two ^ 1), (one ^ 1, two)):
            self._solver.conf_budget(_CONFLICTS)
            apart = self._solver.solve_limited(assumptions=list(map(_number, assumed)))
            if apart:
                self._learn(self._model())
            if apart is not False:
                return False
        self._join(one, two)
        return True

    def differ(self, one: int, two: int) -> Mapping[int, int] | None:
        """The variables of an input under which two literals differ, or None where there is none.

        Raises
        ------
        RunError
            Where no solver is installed.
        """
        if not self._has_solver():
            said = Sentence("this proof needs a SAT solver, which is not installed (pip install 'circuitsim[sat]')")
            raise RunError(said)
        self._tell([one, two])
        for assumed in ((one, two ^ 1), (one ^ 1, two)):
            if self._solver.solve(assumptions=list(map(_number, assumed))):
                return self._model()
        self._join(one, two)
        return None

    def _model(self) -> Mapping[int, int]:
        return {abs(n) - 1: int(n > 0) for n in self._solver.get_model()}

    def _join(self, one: int, two: int) -> None:
        for clause in ((one, two ^ 1), (one ^ 1, two)):
            self._solver.add_clause(list(map(_number, clause)))

    def _has_solver(self) -> bool:
        if self._solver is None:
            try:
                from pysat.solvers import Solver
            except ImportError:
                self._solver = False
            else:
                self._solver = Solver(name="glucose4")
                self._solver.add_clause([-1])  # variable 0 is false
        return self._solver is not False

    def _tell(self, literals: Sequence[int]) -> None:
        """Say what the solver does not know yet of what these depend on."""
        todo = [literal // 2 for literal in literals]
        while todo:
            variable = todo.pop()
            if variable in self._told:
                continue
            self._told.add(variable)
            pair = self.sources.get(variable)
            if pair is None:
                continue
            left, (a, b) = variable + 1, map(_number, pair)
            for clause in ([-left, a], [-left, b], [left, -a, -b]):
                self._solver.add_clause(clause)
            todo += [literal // 2 for literal in pair]


def _number(literal: int) -> int:
    """A literal as solvers number them: from 1, with a sign."""
    return -(literal // 2 + 1) if literal % 2 else literal // 2 + 1
