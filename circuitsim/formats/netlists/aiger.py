"""AIGER: and-inverter graphs, as text (.aag) and binary (.aig), with the header of version 1.9.

Bad states, constraints, justice and fairness are properties for provers, not logic: they are named and left out,
but bad states become outputs where a file has no others (tools write them so).
"""

from __future__ import annotations

from typing import NamedTuple

from circuitsim.errors import name_some, quoted
from circuitsim.netlist.aig import Aig
from circuitsim.netlist.lower import flat
from circuitsim.netlist.netlist import Design, Gate, Latch, Module, Port, Reading, unique
from circuitsim.sentences import Sentence

_COUNTS = "MILOABCJF"
_AND = {(0, 0): ("11",), (0, 1): ("10",), (1, 0): ("01",), (1, 1): ("00",)}
_PROPERTIES = {
    "b": Sentence("bad states"), "c": Sentence("constraints"), "j": Sentence("justice"), "f": Sentence("fairness"),
}  # fmt: skip


class _Latch(NamedTuple):
    variable: int
    next: int
    reset: int
    line: int


def read_aiger(data: bytes, reading: Reading) -> Design:
    """The net of an AIGER file, ascii or binary by its first word."""
    return _Reader(data, reading).read()


class _Reader:
    def __init__(self, data: bytes, reading: Reading) -> None:
        self.data, self.reading = data, reading
        self.at, self.number = 0, 0
        self.ands: list[tuple[int, int, int, int]] = []
        self.inputs: list[tuple[int, int]] = []
        self.latches: list[_Latch] = []
        self.properties: dict[str, list[tuple[int, int]]] = {"o": [], "b": [], "c": [], "f": []}
        self.symbols: dict[tuple[str, int], str] = {}

    def read(self) -> Design:
        counts = self._header()
        self.most = counts["M"]
        for k in range(counts["I"]):
            self.inputs.append((2 * k + 2, self.number) if self.binary else (self._variable(), self.number))
        for k in range(counts["L"]):
            self.latches.append(self._latch(2 * (counts["I"] + k) + 2))
        for letter in "obc":
            self.properties[letter] = [(self._literal(), self.number) for _ in range(counts[letter.upper()])]
        self.justice = counts["J"]
        sizes = [self._numbers(1)[0] for _ in range(counts["J"])]
        if sum(sizes) > len(self.data):
            raise self.reading.refuse(self.number, Sentence("ends before all that its header counts"))
        for _ in range(sum(sizes)):
            self._literal()
        self.properties["f"] = [(self._literal(), self.number) for _ in range(counts["F"])]
        if self.binary:
            self._deltas(counts)
        else:
            for _ in range(counts["A"]):
                left, *right = self._numbers(3)
                self._check(left, even=True)
                self.ands.append((left, self._check(right[0]), self._check(right[1]), self.number))
        self._read_symbols(counts)
        return self._design(counts)

    # Text

    def _line(self) -> bytes:
        if self.at >= len(self.data):
            raise self.reading.refuse(self.number, Sentence("ends before all that its header counts"))
        end = self.data.find(b"\n", self.at)
        end = len(self.data) if end < 0 else end
        found = self.data[self.at : end]
        self.at, self.number = end + 1, self.number + 1
        return found

    def _numbers(self, least: int, most: int = 0) -> list[int]:
        line = self._line()
        words = line.split()
        if not least <= len(words) <= (most or least) or not all(w.isdigit() and len(w) < 20 for w in words):
            shown = quoted(line.decode("latin-1"))
            raise self.reading.refuse(
                self.number, Sentence("must be {count} whole numbers, not {text}", count=least, text=shown)
            )
        return list(map(int, words))

    def _header(self) -> dict[str, int]:
        words = self._line().split() if self.data else []
        if not words or words[0] not in (b"aag", b"aig"):
            raise self.reading.refuse(1, Sentence("an AIGER file begins with aag or aig"))
        self.binary = words[0] == b"aig"
        given = words[1:]
        if not 5 <= len(given) <= 9 or not all(word.isdigit() and len(word) < 20 for word in given):
            raise self.reading.refuse(1, Sentence("the header must be 5 to 9 counts: M I L O A B C J F"))
        counts = dict.fromkeys(_COUNTS, 0) | dict(zip(_COUNTS, map(int, given), strict=False))
        inside = counts["I"] + counts["L"] + counts["A"]
        if counts["M"] < inside or (self.binary and counts["M"] != inside):
            raise self.reading.refuse(
                1, Sentence("the header counts {inside} variables, and M is {most}", inside=inside, most=counts["M"])
            )
        # Whatever a header counts takes bytes, but for the inputs of a binary file.
        listed = sum(counts.values()) - counts["M"] - (counts["I"] if self.binary else 0)
        if listed > len(self.data) or (self.binary and counts["I"] > 1000 + 100 * len(self.data)):
            raise self.reading.refuse(1, Sentence("ends before all that its header counts"))
        return counts

    def _check(self, literal: int, *, even: bool = False) -> int:
        if literal > 2 * self.most + 1 or (even and (literal % 2 or literal < 2)):
            said = Sentence("{literal} is no literal here: M is {most}", literal=literal, most=self.most)
            raise self.reading.refuse(self.number, said)
        return literal

    def _literal(self) -> int:
        return self._check(self._numbers(1)[0])

    def _variable(self) -> int:
        return self._check(self._numbers(1)[0], even=True)

    def _latch(self, variable: int) -> _Latch:
        numbers = self._numbers(1, 2) if self.binary else self._numbers(2, 3)
        if not self.binary:
            variable = self._check(numbers.pop(0), even=True)
        following, reset = self._check(numbers[0]), numbers[1] if len(numbers) > 1 else 0
        if reset not in (0, 1, variable):
            said = Sentence("latch {net}: the start value must be 0, 1 or {itself}", net=variable, itself=variable)
            raise self.reading.refuse(self.number, said)
        return _Latch(variable, following, reset, self.number)

    def _deltas(self, counts: dict[str, int]) -> None:
        data, at = self.data, self.at
        left = 2 * (counts["I"] + counts["L"])
        try:
            for _ in range(counts["A"]):
                left += 2
                literals = [left, 0, 0]
                for k in (1, 2):
                    byte = data[at]
                    at += 1
                    delta, shift = byte & 127, 7
                    while byte & 128:
                        byte = data[at]
                        at += 1
                        delta |= (byte & 127) << shift
                        shift += 7
                        if shift > 70:
                            raise IndexError
                    literals[k] = literals[k - 1] - delta
                _, first, second = literals
                if not left > first >= second >= 0:
                    said = Sentence("AND {net}: its sources must come before it", net=left)
                    raise self.reading.refuse(0, said)
                self.ands.append((left, first, second, 0))
        except IndexError:
            raise self.reading.refuse(0, Sentence("ends before all that its header counts")) from None
        self.at = at

    def _read_symbols(self, counts: dict[str, int]) -> None:
        while self.at < len(self.data):
            line = self._line().rstrip(b"\r")
            if line == b"c":
                return
            place, _, name = line.decode("utf-8", "replace").partition(" ")
            letter, digits = place[:1], place[1:]
            known = letter.upper() in "ILOBCJF" and digits.isascii() and digits.isdigit() and len(digits) < 20
            if not place and not name:
                continue
            if not letter or not known or not name or int(digits) >= counts[letter.upper()]:
                said = Sentence(
                    "{text} is no symbol like {example}",
                    text=quoted(line.decode("utf-8", "replace")),
                    example="i0 name",
                )
                self.reading.left_out(self.number, said)
                continue
            self.symbols[letter, int(digits)] = name

    # The net

    def _design(self, counts: dict[str, int]) -> Design:
        self.module = module = Module("")
        self.names: dict[int, str] = {}
        taken: set[str] = set()
        for k, (literal, line) in enumerate(self.inputs):
            name = unique(self.symbols.get(("i", k), f"i{k}"), taken)
            self._drive(literal, name, line)
            module.inputs.append(Port(name, name, line))
        for k, latch in enumerate(self.latches):
            self._drive(latch.variable, unique(self.symbols.get(("l", k), f"l{k}"), taken), latch.line)
        for left, *_, line in self.ands:
            self._drive(left, unique(f"n{left // 2}", taken), line)
        self.taken = taken
        for left, first, second, line in self.ands:
            self._and(left, first, second, line)
        unset = []
        for latch in self.latches:
            net = self.names[latch.variable]
            module.latches.append(Latch(net, self._net(latch.next), int(latch.reset == 1), latch.line))
            if latch.reset > 1:
                unset.append(net)
        if unset:
            said = Sentence("{names} start at an unknown value; they start at 0", names=name_some(unset))
            self.reading.left_out(0, said)
        self._outputs()
        return Design({"": module})

    def _outputs(self) -> None:
        letter = "o"
        if not self.properties["o"] and self.properties["b"]:
            letter = "b"
            self.reading.left_out(0, Sentence("there are no outputs; the bad states are taken for them"))
        for other, word in _PROPERTIES.items():
            if other != letter and (self.properties.get(other) or (other == "j" and self.justice)):
                self.reading.left_out(0, Sentence("{what}: left out, since that is no logic", what=word))
        names: set[str] = set()
        for k, (literal, line) in enumerate(self.properties[letter]):
            name = unique(self.symbols.get((letter, k), f"{letter}{k}"), names)
            self.module.outputs.append(Port(name, self._net(literal), line))

    def _drive(self, literal: int, name: str, line: int) -> None:
        if literal in self.names:
            said = Sentence("net {net} is driven twice", net=quoted(str(literal)))
            self.reading.problem(line, said)
        self.names[literal] = name

    def _net(self, literal: int) -> str:
        """The net of a literal: constants and inverters are made where they are first used."""
        if literal not in self.names:
            if literal == 1:
                gate = Gate("ONE", unique("true", self.taken), ())
            elif literal == 0:
                gate = Gate("ZERO", unique("false", self.taken), ())
            elif literal % 2:
                gate = Gate("NOT", "", (self._net(literal - 1),))
                gate = gate._replace(net=unique(f"{gate.sources[0]}~not", self.taken))
            else:
                self.names[literal] = unique(f"n{literal // 2}", self.taken)  # has no driver
                return self.names[literal]
            self.module.gates.append(gate)
            self.names[literal] = gate.net
        return self.names[literal]

    def _and(self, left: int, first: int, second: int, line: int) -> None:
        sources = []
        for literal in (first, second):
            if literal < 2:
                sources.append(self._net(literal))
            else:
                sources.append(self.names.get(literal & ~1) or self._net(literal & ~1))
        rows = _AND[first % 2 if first > 1 else 0, second % 2 if second > 1 else 0]
        self.module.gates.append(Gate("COVER", self.names[left], tuple(sources), line, rows))


def write_aiger(design: Design, *, binary: bool) -> bytes:
    """The bytes of an AIGER file, subcircuits unfolded; a start value of 1 is written as version 1.9 has it."""
    module = flat(design)
    aig = Aig()
    held = (*(port.net for port in module.inputs), *(latch.net for latch in module.latches))
    literal = aig.add(module, {net: aig.variable() for net in held})
    inputs, latches = len(module.inputs), len(module.latches)
    counts = [aig.count, inputs, latches, len(module.outputs), len(aig.ands)]
    lines = [f"{'aig' if binary else 'aag'} {' '.join(map(str, counts))}"]
    if not binary:
        lines += [str(2 * k) for k in range(1, inputs + 1)]
    for k, latch in enumerate(module.latches, inputs + 1):
        itself = "" if binary else f"{2 * k} "
        lines.append(f"{itself}{literal(latch.source)}{' 1' * latch.initial}")
    lines += [str(literal(port.net)) for port in module.outputs]
    if not binary:
        lines += [f"{left} {a} {b}" for (a, b), left in aig.ands.items()]
    made = ("\n".join(lines) + "\n").encode()
    if binary:
        made += b"".join(_delta(left - a) + _delta(a - b) for (a, b), left in aig.ands.items())
    symbols = [f"i{k} {port.name}" for k, port in enumerate(module.inputs)]
    symbols += [f"l{k} {latch.net.strip()}" for k, latch in enumerate(module.latches)]
    symbols += [f"o{k} {port.name}" for k, port in enumerate(module.outputs)]
    if design.name:
        symbols += ["c", *design.name.splitlines()]
    return made + "".join(f"{symbol}\n" for symbol in symbols).encode()


def _delta(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)
