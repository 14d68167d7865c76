"""A net of gates as ANDs of two literals, each made once: for AIGER files, and for proofs.

A literal is twice a variable, plus one where it is inverted; 0 is false and 1 is true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from circuitsim.errors import LoopError, name_some
from circuitsim.netlist.netlist import Gate, Module
from circuitsim.sentences import Sentence


class Aig:
    """ANDs of two literals, numbered as they are made: the sources of each stand before it.

    Examples
    --------
    >>> aig = Aig()
    >>> a, b = aig.variable(), aig.variable()
    >>> aig.both(a, b) == aig.both(b, a), aig.both(a, a ^ 1)
    (True, 0)
    """

    def __init__(self) -> None:
        self.ands: dict[tuple[int, int], int] = {}
        self.count = 0  # of variables

    def variable(self) -> int:
        """A new literal that is no AND."""
        self.count += 1
        return 2 * self.count

    def both(self, a: int, b: int) -> int:
        """The literal of an AND."""
        if a < b:
            a, b = b, a
        if b < 2:
            return a if b else 0
        if a == b:
            return a
        if a == b ^ 1:
            return 0
        found = self.ands.get((a, b))
        if found is None:
            found = self.ands[a, b] = self.variable()
        return found

    def every(self, literals: Iterable[int]) -> int:
        """The literal that is true where all are."""
        row = list(literals)
        while len(row) > 1:  # as a tree, so that depth grows with the logarithm
            row = [self.both(*row[k : k + 2]) if k + 1 < len(row) else row[k] for k in range(0, len(row), 2)]
        return row[0] if row else 1

    def odd(self, literals: Iterable[int]) -> int:
        """The literal that is true where an odd number of them is."""
        found = 0
        for literal in literals:
            either = self.both(found ^ 1, literal ^ 1) ^ 1
            found = self.both(either, self.both(found, literal) ^ 1)
        return found

    def gate(self, gate: Gate, sources: Sequence[int]) -> int:
        """The literal of a gate."""
        operator = gate.operator
        if operator in ("AND", "NAND", "BUF", "NOT"):
            return self.every(sources) ^ (operator in ("NAND", "NOT"))
        if operator in ("OR", "NOR"):
            return self.every(s ^ 1 for s in sources) ^ (operator == "OR")
        if operator in ("XOR", "XNOR"):
            return self.odd(sources) ^ (operator == "XNOR")
        if operator in ("ZERO", "ONE"):
            return int(operator == "ONE")
        matches = (
            self.every(source ^ (symbol == "0") for source, symbol in zip(sources, row, strict=True) if symbol != "-")
            for row in gate.rows
        )
        return self.every(match ^ 1 for match in matches) ^ gate.on

    def add(self, module: Module, known: Mapping[str, int]) -> Callable[[str], int]:
        """Add the gates of a flat module; gives the literal of a net, which is 0 where nothing drives it.

        Parameters
        ----------
        known : mapping
            The literals of inputs and of what flip-flops hold.

        Raises
        ------
        LoopError
            Where gates form a loop.
        """
        literals = dict(known)
        for gate in sorted_gates(module.gates):
            literals[gate.net] = self.gate(gate, [literals.get(source, 0) for source in gate.sources])
        return lambda net: literals.get(net, 0)


def sorted_gates(gates: Sequence[Gate]) -> list[Gate]:
    """The gates, each after those that it reads."""
    driver = {gate.net: gate for gate in gates}
    waiting = {gate.net: sum(source in driver for source in gate.sources) for gate in gates}
    readers: dict[str, list[Gate]] = {}
    for gate in gates:
        for source in gate.sources:
            if source in driver:
                readers.setdefault(source, []).append(gate)
    done = [gate for gate in gates if not waiting[gate.net]]
    for gate in done:  # grows
        for reader in readers.get(gate.net, ()):
            waiting[reader.net] -= 1
            if not waiting[reader.net]:
                done.append(reader)
    if len(done) < len(gates):
        names = _loop([gate for gate in gates if waiting[gate.net]], driver, waiting)
        said = Sentence(
            "the loop through {names} has no delay; put one into it, or give the circuit the timing {timing!r}",
            names=name_some(names), timing="unit-delay",
        )  # fmt: skip
        raise LoopError(said, names)
    return done


def _loop(left: Sequence[Gate], driver: Mapping[str, Gate], waiting: Mapping[str, int]) -> list[str]:
    """The nets of one loop: from a gate that waits to one that it waits for, until one comes again."""
    at, seen = left[0], dict[str, int]()
    while at.net not in seen:
        seen[at.net] = len(seen)
        at = next(driver[source] for source in at.sources if waiting.get(source))
    return [net.strip() for net in list(seen)[seen[at.net] :]]
