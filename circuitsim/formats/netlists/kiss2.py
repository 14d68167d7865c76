"""KISS2: a state machine as rows of input, state, next state, output. A delay for every state, one of them active."""

from __future__ import annotations

from circuitsim.errors import quoted
from circuitsim.netlist.netlist import Design, Gate, Latch, Module, Port, Reading, text_of, unique
from circuitsim.sentences import Sentence

_ANY = ("*", "-")


def read_kiss2(data: bytes, reading: Reading) -> Design:
    """The machine of a KISS2 file, one flip-flop a state; a row that is not there leads nowhere, and gives 0."""
    counts: dict[str, int] = {}
    names: dict[str, list[str]] = {}
    reset = None
    rows: list[tuple[int, list[str]]] = []
    for line, full in enumerate(text_of(data, reading.source).splitlines(), 1):
        words = full.partition("#")[0].split()
        if not words or words[0] in (".start_kiss", ".end_kiss"):
            continue
        if words[0] in (".e", ".end"):
            break
        if words[0] in (".i", ".o", ".s", ".p"):
            if len(words) != 2 or not (words[1].isascii() and words[1].isdigit()) or len(words[1]) > 6:
                raise reading.refuse(line, Sentence("{word} takes one whole number", word=words[0]))
            counts[words[0][1]] = int(words[1])
        elif words[0] == ".r" and len(words) == 2:
            reset = words[1]
        elif words[0] in (".ilb", ".ob"):
            names[words[0]] = words[1:]
        elif words[0].startswith("."):
            reading.left_out(line, Sentence("{word} is left out: it is not known", word=quoted(words[0])))
        else:
            rows.append((line, words))
    for key in "io":
        if key not in counts:
            raise reading.refuse(0, Sentence("has no .{key}: how many columns there are", key=key))
    return _Machine(counts, names, reset, rows, reading).design()


class _Machine:
    def __init__(
        self, counts: dict[str, int], names: dict[str, list[str]], reset: str | None,
        rows: list[tuple[int, list[str]]], reading: Reading,
    ) -> None:  # fmt: skip
        self.counts, self.names, self.reading = counts, names, reading
        self.rows = [(line, row) for line, words in rows if (row := self._row(line, words)) is not None]
        states = dict.fromkeys(word for _, row in self.rows for word in row[1:3] if word not in _ANY)
        # The first row's state is the first one, where none is said to be.
        self.states = list(states)
        self.reset = reset if reset is not None else next(iter(states), None)
        if reset is not None and reset not in states:
            reading.problem(0, Sentence("there is no state {name} to start in", name=quoted(reset)))
        if "s" in counts and counts["s"] != len(states):
            said = Sentence(".s says {said} states, and the rows have {found}", said=counts["s"], found=len(states))
            reading.left_out(0, said)
        if not states:
            reading.problem(0, Sentence("holds no row with a state"))
        reading.check()

    def _row(self, line: int, words: list[str]) -> list[str] | None:
        inputs, outputs = self.counts["i"], self.counts["o"]
        if inputs == 0 and len(words) == 3:
            words = ["", *words]
        fits = len(words) == 4 and len(words[0]) == inputs and len(words[3]) == outputs
        if not fits or set(words[0]) - set("01-") or set(words[3]) - set("01-"):
            said = Sentence(
                "a row has {inputs} symbols of input, a state, the next one, and {outputs} of output, not {text}",
                inputs=inputs, outputs=outputs, text=quoted(" ".join(words)),
            )  # fmt: skip
            self.reading.problem(line, said)
            return None
        return words

    def design(self) -> Design:
        """A product a row, and an OR for every state and output."""
        inputs, outputs = self._ports(".ilb", "i", "x"), self._ports(".ob", "o", "z")
        taken = set(inputs)
        ends = [unique(name, taken) for name in outputs]
        nets = {state: unique(state, taken) for state in self.states}
        module = Module("", [Port(name, name) for name in inputs])
        module.outputs = [Port(name, net) for name, net in zip(outputs, ends, strict=True)]
        into: dict[str, list[str]] = {state: [] for state in self.states}
        on: list[list[str]] = [[] for _ in outputs]
        for k, (line, (cube, state, following, out)) in enumerate(self.rows, 1):
            literals = [(name, symbol) for name, symbol in zip(inputs, cube, strict=True) if symbol != "-"]
            if state not in _ANY:
                literals.append((nets[state], "1"))
            sources, row = tuple(name for name, _ in literals), "".join(symbol for _, symbol in literals)
            term = unique(f"row{k}", taken)
            module.gates.append(Gate("COVER", term, sources, line, (row,)) if row else Gate("ONE", term, (), line))
            if following not in _ANY:
                into[following].append(term)
            for column, symbol in enumerate(out):
                if symbol == "1":
                    on[column].append(term)
        for state, terms in into.items():
            following = unique(f"{nets[state]}+", taken)
            module.gates.append(Gate("OR" if terms else "ZERO", following, tuple(terms)))
            module.latches.append(Latch(nets[state], following, int(state == self.reset)))
        for net, terms in zip(ends, on, strict=True):
            module.gates.append(Gate("OR" if terms else "ZERO", net, tuple(terms)))
        return Design({"": module})

    def _ports(self, key: str, side: str, stem: str) -> list[str]:
        names, count = self.names.get(key, []), self.counts[side]
        if len(names) == count and len(set(names)) == count:
            return names
        if names:
            said = Sentence("there are {names} names for {count} columns", names=len(names), count=count)
            self.reading.left_out(0, said)
        return [f"{stem}{k}" for k in range(count)]
