"""Do two circuits do the same? Proved for every input, or a counter-example.

Both are lowered to ANDs over shared inputs, where what is built alike is one and the same from the start. What is left
is tried on random inputs, then given to a SAT solver, thresholds as adders: nothing is enumerated. Circuits with
memory are unrolled from reset, tick by tick.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from circuitsim.errors import InputError, RunError, name_some
from circuitsim.netlist.aig import Aig
from circuitsim.netlist.lower import design_of, flat
from circuitsim.netlist.netlist import Module
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence
from circuitsim.store import Store

_WORDS = 16
"""How many times 64 random inputs are tried before anything is proved."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a comparison came to.

    Attributes
    ----------
    equal : bool
        Whether every output is the same for all inputs.
    ticks : int or None
        How many ticks from reset that was shown for; None where neither circuit has a memory.
    inputs : list of dict
        A counter-example: what the inputs are, tick by tick; empty where there is none.
    output : str
        The output that differs after these.
    values : tuple of int
        What it is in the one circuit, and in the other.
    """

    equal: bool
    ticks: int | None
    inputs: tuple[dict[str, int], ...] = ()
    output: str = ""
    values: tuple[int, int] = (0, 0)


def equal(
    left: Store, right: Store, *, ticks: int = 20, by_order: bool = False, progress: Progress = silent
) -> Verdict:
    """Compare two circuits.

    Parameters
    ----------
    ticks : int
        How far circuits with memory are followed from reset.
    by_order : bool
        Whether inputs and outputs belong together by their order; otherwise by their names.

    Raises
    ------
    InputError
        Where inputs or outputs have other names, or are more or fewer.
    RunError
        Where a circuit holds values that are no bits, or needs a solver and there is none.

    Examples
    --------
    >>> from circuitsim.api import example
    >>> equal(example("xor"), example("xor_two_tlus")).equal
    True
    """
    nets = flat(design_of(left)), flat(design_of(right))
    if by_order:
        _name_alike(*nets)
    _check_ports(*nets)
    sequential = any(net.latches for net in nets)
    proof = _Proof(nets)
    for tick in range(ticks if sequential else 1):
        progress(tick / ticks if sequential else 0.0)
        found = proof.tick()
        if found is not None:
            return Verdict(False, tick + 1 if sequential else None, *found)
    return Verdict(True, ticks if sequential else None)


def _name_alike(left: Module, right: Module) -> None:
    """Give the ports of the right net the names of the left one's."""
    for what, one, two in (("inputs", left.inputs, right.inputs), ("outputs", left.outputs, right.outputs)):
        if len(one) != len(two):
            said = Sentence(
                "there are {left} and {right} {what}", left=len(one), right=len(two), what=Sentence.word(what)
            )
            raise InputError(said)
        two[:] = [port._replace(name=model.name) for model, port in zip(one, two, strict=True)]


def _check_ports(left: Module, right: Module) -> None:
    for what, one, two in (
        ("inputs", left.inputs, right.inputs),
        ("outputs", left.outputs, right.outputs),
    ):
        names = [{port.name for port in ports} for ports in (one, two)]
        if names[0] != names[1]:
            apart = sorted(names[0] ^ names[1])
            raise InputError(
                Sentence("the circuits have other {what}: {names}", what=Sentence.word(what), names=name_some(apart)),
                apart,
            )


class _Proof:
    """Two nets over the same variables, a tick after the other."""

    def __init__(self, nets: tuple[Module, Module]) -> None:
        self._nets = nets
        self._aig = Aig()
        self._state = [{latch.net: latch.initial for latch in net.latches} for net in nets]
        self._given: list[dict[str, int]] = []  # the variable of each input, by tick
        self._solver = _Solver(self._aig)
        self._random = np.random.default_rng(1943)
        self._words: list[Any] = [np.zeros(_WORDS, np.uint64)]

    def tick(self) -> tuple[tuple[dict[str, int], ...], str, tuple[int, int]] | None:
        """Compare the outputs of one more tick; a counter-example, or None."""
        given = {port.name: self._aig.variable() for port in self._nets[0].inputs}
        self._given.append(given)
        outputs: list[dict[str, int]] = []
        for k, net in enumerate(self._nets):
            known = {port.net: given[port.name] for port in net.inputs} | self._state[k]
            literal = self._aig.add(net, known)
            outputs.append({port.name: literal(port.net) for port in net.outputs})
            self._state[k] = {latch.net: literal(latch.source) for latch in net.latches}
        self._simulate()
        pairs = {name: (one, outputs[1][name]) for name, one in outputs[0].items() if one != outputs[1][name]}
        for name, (one, two) in pairs.items():
            found = self._tried(one, two) or self._solver.differ(one, two)
            if found is not None:
                return self._example(found, name, one, two)
        return None

    def _simulate(self) -> None:
        """The values of the new variables under random inputs."""
        ands = self._aig.ands
        source = {left // 2: pair for pair, left in list(ands.items())[-(self._aig.count - len(self._words) + 1) :]}
        for variable in range(len(self._words), self._aig.count + 1):
            pair = source.get(variable)
            if pair is None:
                self._words.append(self._random.integers(0, 2**64, _WORDS, np.uint64))
            else:
                self._words.append(self._word(pair[0]) & self._word(pair[1]))

    def _word(self, literal: int) -> Any:
        word = self._words[literal // 2]
        return ~word if literal % 2 else word

    def _tried(self, one: int, two: int) -> Mapping[int, int] | None:
        """The variables of a random input under which two literals differ."""
        apart = self._word(one) ^ self._word(two)
        hit = np.flatnonzero(apart)
        if not len(hit):
            return None
        word = int(hit[0])
        bit = int(apart[word]) & -int(apart[word])
        variables = (literal // 2 for given in self._given for literal in given.values())
        return {variable: int(int(self._words[variable][word]) & bit != 0) for variable in variables}

    def _example(
        self, model: Mapping[int, int], name: str, one: int, two: int
    ) -> tuple[tuple[dict[str, int], ...], str, tuple[int, int]]:
        rows = tuple({id: model.get(literal // 2, 0) for id, literal in given.items()} for given in self._given)
        values = {literal // 2: model.get(literal // 2, 0) for given in self._given for literal in given.values()}
        values[0] = 0
        for (a, b), left in self._aig.ands.items():
            values[left // 2] = (values[a // 2] ^ a % 2) & (values[b // 2] ^ b % 2)
        found = tuple(values[literal // 2] ^ literal % 2 for literal in (one, two))
        assert found[0] != found[1]
        return rows, name, (found[0], found[1])


class _Solver:
    """A SAT solver that is told of the ANDs which a question is about, and no others."""

    def __init__(self, aig: Aig) -> None:
        self._aig = aig
        self._solver: Any = None
        self._told: set[int] = set()
        self._source: dict[int, tuple[int, int]] = {}

    def differ(self, one: int, two: int) -> Mapping[int, int] | None:
        """The variables of an input under which two literals differ, or None where there is none."""
        if self._solver is None:
            self._solver = _new_solver()
        self._tell([one, two])
        for first, second in ((one, two ^ 1), (one ^ 1, two)):
            if self._solver.solve(assumptions=[_number(first), _number(second)]):
                return {abs(n) - 1: int(n > 0) for n in self._solver.get_model()}
        for clause in ([one, two ^ 1], [one ^ 1, two]):
            self._solver.add_clause([_number(literal) for literal in clause])
        return None

    def _tell(self, literals: Sequence[int]) -> None:
        ands = self._aig.ands
        if len(self._source) < len(ands):
            for pair, left in list(ands.items())[len(self._source) :]:
                self._source[left // 2] = pair
        if 0 not in self._told:
            self._told.add(0)
            self._solver.add_clause([-1])  # variable 0 is false
        todo = [literal // 2 for literal in literals]
        while todo:
            variable = todo.pop()
            if variable in self._told:
                continue
            self._told.add(variable)
            found = self._source.get(variable)
            if found is None:
                continue
            left, (a, b) = variable + 1, map(_number, found)
            for clause in ([-left, a], [-left, b], [left, -a, -b]):
                self._solver.add_clause(clause)
            todo += [literal // 2 for literal in found]


def _number(literal: int) -> int:
    """A literal as solvers number them: from 1, with a sign."""
    return -(literal // 2 + 1) if literal % 2 else literal // 2 + 1


def _new_solver() -> Any:
    try:
        from pysat.solvers import Solver
    except ImportError:
        said = Sentence("this proof needs a SAT solver, which is not installed (pip install 'circuitsim[sat]')")
        raise RunError(said) from None
    return Solver(name="cadical153")
