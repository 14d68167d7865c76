"""PLA, as espresso takes it: rows of two planes. The on-set is what an output is; what may be either is 0."""

from __future__ import annotations

from circuitsim.errors import quoted
from circuitsim.netlist.netlist import Design, Gate, Module, Port, Reading, text_of, unique
from circuitsim.sentences import Sentence

_TYPES = ("f", "fd", "fr", "fdr")
_IN, _OUT = frozenset("01-2"), frozenset("014-2~")
_NO_LOGIC = (".p", ".phase", ".pair", ".symbolic", ".kiss")


def read_pla(data: bytes, reading: Reading) -> Design:
    """The two planes of a PLA file: a gate a product term, and one an output."""
    return _Reader(reading).read(text_of(data, reading.source))


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.counts: dict[str, int] = {}
        self.names: dict[str, list[str]] = {}
        self.symbols: list[str] = []  # of rows, which may go on over lines
        self.length = 0
        self.rows: list[tuple[int, str]] = []
        self.start = 0

    def read(self, text: str) -> Design:
        for line, full in enumerate(text.splitlines(), 1):
            words = full.partition("#")[0].split()
            if not words:
                continue
            if words[0].startswith("."):
                if words[0] in (".e", ".end"):
                    break
                self._directive(line, words)
            else:
                self._symbols(line, "".join(words).replace("|", ""))
        if self.symbols:
            self.reading.problem(self.start, Sentence("a row ends before its last symbol"))
        for key in ("i", "o"):
            if key not in self.counts:
                self.reading.problem(0, Sentence("has no .{key}: how many columns there are", key=key))
        self.reading.check()
        if sum(self.counts.values()) > 1000 + len(text):
            raise self.reading.refuse(
                0,
                Sentence("says that there are {count} columns, and has no such rows", count=sum(self.counts.values())),
            )
        return self._design()

    def _directive(self, line: int, words: list[str]) -> None:
        key, rest = words[0][1:], words[1:]
        if key in ("i", "o"):
            if len(rest) == 1 and rest[0].isascii() and rest[0].isdigit() and len(rest[0]) < 7 and not self.rows:
                self.counts[key] = int(rest[0])
            else:
                raise self.reading.refuse(
                    line, Sentence("{word} takes one whole number, before the rows", word=words[0])
                )
        elif key in ("ilb", "ob"):
            self.names["i" if key == "ilb" else "o"] = rest
        elif key == "type":
            if rest not in [[known] for known in _TYPES]:
                self.reading.problem(line, Sentence("there is no type {text}", text=quoted(" ".join(rest))))
        elif key in ("mv", "label"):
            raise self.reading.refuse(line, Sentence("columns of more than two values are not read"))
        elif words[0] not in _NO_LOGIC:
            self.reading.left_out(line, Sentence("{word} is left out: it is not known", word=quoted(words[0])))

    def _symbols(self, line: int, symbols: str) -> None:
        if not self.counts.keys() >= {"i", "o"}:
            raise self.reading.refuse(line, Sentence("rows come after .i and .o"))
        width = self.counts["i"] + self.counts["o"]
        if not self.symbols:
            self.start = line
        self.symbols.append(symbols)
        self.length += len(symbols)
        if self.length < width:
            return
        row = "".join(self.symbols)
        self.symbols, self.length = [], 0
        split = self.counts["i"]
        if len(row) != width or not _IN.issuperset(row[:split]) or not _OUT.issuperset(row[split:]):
            said = Sentence(
                "a row has {inputs} symbols 0, 1 or -, and {outputs} of 0, 1, - or ~, not {text}",
                inputs=split, outputs=self.counts["o"], text=quoted(row),
            )  # fmt: skip
            raise self.reading.refuse(self.start, said)
        self.rows.append((self.start, row))

    def _design(self) -> Design:
        inputs, outputs = self._ports("i", "x"), self._ports("o", "z")
        split = self.counts["i"]
        module = Module("", [Port(name, name) for name in inputs], [])
        taken = set(inputs)
        nets = [unique(name, taken) for name in outputs]
        module.outputs = [Port(name, net) for name, net in zip(outputs, nets, strict=True)]
        terms: dict[str, str] = {}
        on: list[dict[str, None]] = [{} for _ in outputs]
        for line, row in self.rows:
            cube = row[:split].replace("2", "-")
            hit = [k for k, symbol in enumerate(row[split:]) if symbol in "14"]
            if not hit:
                continue
            if cube not in terms:
                terms[cube] = unique(f"p{len(terms) + 1}", taken)
                module.gates.append(_term(terms[cube], cube, inputs, line))
            for k in hit:
                on[k][terms[cube]] = None
        for net, found in zip(nets, on, strict=True):
            module.gates.append(Gate("OR" if found else "ZERO", net, tuple(found)))
        return Design({"": module})

    def _ports(self, side: str, stem: str) -> list[str]:
        count, names = self.counts[side], self.names.get(side, [])
        if names and len(names) != count:
            said = Sentence("there are {names} names for {count} columns", names=len(names), count=count)
            self.reading.left_out(0, said)
        taken = dict.fromkeys(names[:count])
        if len(taken) != len(names[:count]):
            raise self.reading.refuse(0, Sentence("a name stands twice among {names}", names=quoted(" ".join(names))))
        return [*taken, *(f"{stem}{k}" for k in range(len(taken), count))]


def _term(net: str, cube: str, inputs: list[str], line: int) -> Gate:
    """A product term over the inputs that it asks for."""
    used = [(name, symbol) for name, symbol in zip(inputs, cube, strict=True) if symbol != "-"]
    sources, row = tuple(name for name, _ in used), "".join(symbol for _, symbol in used)
    return Gate("COVER", net, sources, line, (row,)) if used else Gate("ONE", net, (), line)
