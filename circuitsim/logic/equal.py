"""Do two circuits do the same? Proved for every input, or a counter-example.

Both are lowered to ANDs over shared inputs, thresholds as adders, and nodes that never differ become one on the way
(`sweep`). Where outputs are still apart, random inputs and then a SAT solver decide: nothing is enumerated.
Circuits with memory are unrolled from reset, tick by tick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from circuitsim.errors import InputError, name_some
from circuitsim.logic.sweep import Swept
from circuitsim.netlist.lower import design_of, flat
from circuitsim.netlist.netlist import Module
from circuitsim.progress import Progress, silent
from circuitsim.sentences import Sentence
from circuitsim.store import Store


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
        self._aig = Swept()
        self._state = [{latch.net: latch.initial for latch in net.latches} for net in nets]
        self._given: list[dict[str, int]] = []  # the literal of each input, by tick

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
        for name, one in outputs[0].items():
            two = outputs[1][name]
            if one == two:
                continue
            found = self._tried(one, two) or self._aig.differ(one, two)
            if found is not None:
                return self._example(found, name, one, two)
        return None

    def _tried(self, one: int, two: int) -> Mapping[int, int] | None:
        """The variables of a random input under which two literals differ."""
        apart = self._aig.values(one) ^ self._aig.values(two)
        if not apart:
            return None
        bit = apart.bit_length() - 1
        literals = (literal for given in self._given for literal in given.values())
        return {literal // 2: self._aig.values(literal) >> bit & 1 for literal in literals}

    def _example(
        self, model: Mapping[int, int], name: str, one: int, two: int
    ) -> tuple[tuple[dict[str, int], ...], str, tuple[int, int]]:
        rows = tuple({id: model.get(literal // 2, 0) for id, literal in given.items()} for given in self._given)
        values = {literal // 2: model.get(literal // 2, 0) for given in self._given for literal in given.values()}
        values[0] = 0
        for variable, (a, b) in self._aig.sources.items():
            values[variable] = (values[a // 2] ^ a % 2) & (values[b // 2] ^ b % 2)
        found = tuple(values[literal // 2] ^ literal % 2 for literal in (one, two))
        assert found[0] != found[1]
        return rows, name, (found[0], found[1])
