"""Structural Verilog: gate primitives, flip-flops, `assign` of bits, modules in modules.

General Verilog goes through Yosys (`yosys.py`); what this reader does not know it refuses with its line.
"""

from __future__ import annotations

from circuitsim.errors import InvalidFileError, Problem, quoted
from circuitsim.formats.netlists.cells import cell
from circuitsim.formats.netlists.verilog_expressions import Expressions
from circuitsim.formats.netlists.verilog_tokens import Token, tokens
from circuitsim.formats.netlists.yosys import has_yosys, read_general_verilog
from circuitsim.netlist.netlist import Design, Gate, Instance, Latch, Module, Port, Reading, text_of
from circuitsim.sentences import Sentence

_GATES = {
    "and": "AND",
    "or": "OR",
    "nand": "NAND",
    "nor": "NOR",
    "xor": "XOR",
    "xnor": "XNOR",
    "not": "NOT",
    "buf": "BUF",
}
_DIRECTIONS = ("input", "output", "inout")
_DECLARATIONS = (*_DIRECTIONS, "wire", "reg", "tri", "logic", "supply0", "supply1")
_CLOCKS = ("CK", "CLK", "C", "CLOCK")
_WIDEST = 10_000


def read_verilog(data: bytes, reading: Reading) -> Design:
    """The modules of a structural Verilog file; the whole is the one that no other uses.

    What is not structural goes through Yosys, where it is installed.
    """
    told: list[Sentence] = []
    own = Reading(reading.source, told.append)
    try:
        design = _Reader(text_of(data, reading.source), own).read()
        own.check()
    except InvalidFileError as error:
        if not has_yosys():
            hint = Sentence("Verilog that is not structural needs Yosys (pip install 'circuitsim[verilog]')")
            raise InvalidFileError(reading.source, [*error.problems, Problem("", hint)]) from None
        try:
            return read_general_verilog(data, reading)
        except InvalidFileError as other:
            raise InvalidFileError(reading.source, [*error.problems, *other.problems]) from None
    for sentence in told:
        reading.pass_on(sentence)
    return design


class _Parsed:
    """A module as it is read, before it is known what its instances are."""

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line = name, line
        self.module = Module(name)
        self.header: list[str] = []
        self.directions: dict[str, tuple[str, int]] = {}
        self.ranges: dict[str, range] = {}
        self.initial: dict[str, int] = {}
        self.clocks: dict[str, None] = {}  # what moves flip-flops
        self.ticks: set[str] = set()  # inputs that do nothing else, and are left out
        self.cells: list[tuple[str, str, list[tuple[str | None, str]], int]] = []  # (of, name, pins, line)
        self.expressions = Expressions(self.module)

    def in_order(self) -> list[tuple[str, tuple[str, int]]]:
        """Direction and line of every port, in the order of the header."""
        known = {name: self.directions[name] for name in self.header if name in self.directions}
        return list((known | self.directions).items())

    def bits(self, name: str) -> list[str]:
        """The nets of a port."""
        return [f"{name}[{k}]" for k in self.ranges[name]] if name in self.ranges else [name]


class _Reader:
    def __init__(self, text: str, reading: Reading) -> None:
        self.reading = reading
        self.tokens = list(tokens(text))
        self.at = 0
        self.most = 10_000 + len(text)  # bits of ports
        self.parsed: dict[str, _Parsed] = {}

    def read(self) -> Design:
        while self.now.kind != "end":
            if self.now.text != "module":
                raise self.fail(Sentence("expected {word}, not {text}", word="module", text=quoted(self.now.text)))
            self._module()
        if not self.parsed:
            raise self.fail(Sentence("holds no module"))
        for parsed in self._inner_first():
            self._connect(parsed)
        used = {of for parsed in self.parsed.values() for of, *_ in parsed.cells}
        modules = [p for p in self.parsed.values() if p.name.lower() != "dff"] or list(self.parsed.values())
        tops = [parsed for parsed in modules if parsed.name not in used] or modules
        top = tops[-1]
        for net in sorted(top.ticks):
            said = Sentence("input {net} is the clock: every tick is one", net=quoted(net))
            self.reading.left_out(top.directions[net][1] if net in top.directions else top.line, said)
        if len(tops) > 1:
            said = Sentence(
                "module {name} is taken for the whole: it is the last that no other uses", name=quoted(top.name)
            )
            self.reading.left_out(top.line, said)
        rest = [parsed for parsed in modules if parsed is not top]
        return Design({parsed.name: parsed.module for parsed in [top, *rest]})

    def _inner_first(self) -> list[_Parsed]:
        """The modules, each after those that it uses, so that their clocks are known."""
        order: dict[str, None] = {}
        todo = [(name, False) for name in reversed(self.parsed)]
        seen: set[str] = set()
        while todo:
            name, ready = todo.pop()
            if ready:
                order[name] = None
            elif name not in seen:
                seen.add(name)
                todo.append((name, True))
                todo += [(of, False) for of, *_ in self.parsed[name].cells if of in self.parsed]
        return [self.parsed[name] for name in order]

    # Tokens

    @property
    def now(self) -> Token:
        return self.tokens[self.at]

    def fail(self, message: Sentence, line: int | None = None) -> InvalidFileError:
        return self.reading.refuse(self.now.line if line is None else line, message)

    def take(self, text: str) -> bool:
        """Whether the next word is this one; it is passed then."""
        if self.now.kind in ("word", "sign") and self.now.text == text:
            self.at += 1
            return True
        return False

    def need(self, text: str) -> None:
        if not self.take(text):
            raise self.fail(
                Sentence("expected {word}, not {text}", word=quoted(text), text=quoted(self.now.text or "end"))
            )

    def name(self) -> str:
        if self.now.kind != "word":
            raise self.fail(Sentence("expected a name, not {text}", text=quoted(self.now.text or "end")))
        self.at += 1
        return self.tokens[self.at - 1].text

    def number(self) -> int:
        if self.now.kind != "number" or len(self.now.text) > 9:
            raise self.fail(Sentence("expected a whole number, not {text}", text=quoted(self.now.text or "end")))
        self.at += 1
        return int(self.tokens[self.at - 1].text)

    # Modules

    def _module(self) -> None:
        line = self.now.line
        self.need("module")
        name = self.name()
        if name in self.parsed:
            raise self.fail(Sentence("there is a module {name} already", name=quoted(name)), line)
        parsed = self.parsed[name] = _Parsed(name, line)
        if self.take("("):
            self._header(parsed)
        self.need(";")
        if name.lower() == "dff":  # a flip-flop, however it is drawn
            self._skip_body(parsed)
            return
        while not self.take("endmodule"):
            self._item(parsed)

    def _skip_body(self, parsed: _Parsed) -> None:
        while not self.take("endmodule"):
            if self.now.kind == "end":
                self.need("endmodule")
            self.at += 1

    def _header(self, parsed: _Parsed) -> None:
        direction, within = "", None
        while not self.take(")"):
            if self.now.text in _DIRECTIONS:
                direction, within = self.name(), None
                while self.now.text in ("wire", "reg", "logic"):
                    self.at += 1
                within = self._range()
            line = self.now.line
            name = self.name()
            parsed.header.append(name)
            if direction:
                self._declare(parsed, name, direction, within, line)
            if not self.take(",") and self.now.text != ")":
                self.need(",")

    def _range(self) -> range | None:
        if not self.take("["):
            return None
        high = self.number()
        self.need(":")
        low = self.number()
        self.need("]")
        found = range(high, low - 1, -1) if high >= low else range(high, low + 1)
        if len(found) > _WIDEST:
            raise self.fail(Sentence("is wider than {most} bits", most=_WIDEST))
        return found

    def _declare(self, parsed: _Parsed, name: str, direction: str, within: range | None, line: int) -> None:
        if direction == "inout":
            raise self.fail(Sentence("net {net} goes in and out; only one way is read", net=quoted(name)), line)
        if direction in ("input", "output"):
            parsed.directions[name] = direction, line
        if within is not None:
            parsed.ranges[name] = within
        if direction in ("supply0", "supply1"):
            parsed.module.gates.append(Gate("ONE" if direction == "supply1" else "ZERO", name, (), line))

    def _item(self, parsed: _Parsed) -> None:
        token = self.now
        if token.kind == "end":
            self.need("endmodule")
        if token.text in _DECLARATIONS:
            self._declaration(parsed)
        elif token.text == "assign":
            self.at += 1
            self._assign(parsed)
            while self.take(","):
                self._assign(parsed)
            self.need(";")
        elif token.text in _GATES:
            self._primitives(parsed)
        elif token.text == "always":
            self._always(parsed)
        elif token.text == "initial":
            self._initial(parsed)
        elif self.take(";"):
            pass
        else:
            self._instances(parsed)

    def _declaration(self, parsed: _Parsed) -> None:
        direction = self.name()
        while self.now.text in ("wire", "reg", "logic"):
            self.at += 1
        within = self._range()
        while True:
            line, name = self.now.line, self.name()
            self._declare(parsed, name, direction, within, line)
            if self.take("="):
                if direction == "reg":
                    parsed.initial[name] = self._constant()
                else:
                    self._expression(parsed, name, line)
            if not self.take(","):
                break
        self.need(";")

    def _net(self, parsed: _Parsed) -> str:
        name = self.name()
        if name in parsed.ranges:
            if not self.take("["):
                raise self.fail(Sentence("net {net} is a vector; one bit of it is needed here", net=quoted(name)))
            bit = self.number()
            self.need("]")
            if bit not in parsed.ranges[name]:
                raise self.fail(Sentence("net {net} has no bit {bit}", net=quoted(name), bit=bit))
            return f"{name}[{bit}]"
        return name

    def _constant(self) -> int:
        token = self.now
        if token.kind == "number" and token.text in ("0", "1"):
            self.at += 1
            return int(token.text)
        if token.kind == "bits":
            size, _, digits = token.text.partition("'")
            if size.strip() in ("1", "") and digits[1:].strip() in ("0", "1"):
                self.at += 1
                return int(digits[-1])
            if digits[-1:] in "xXzZ?":
                self.at += 1
                said = Sentence("{text} is no bit; it is taken as 0", text=quoted(token.text))
                self.reading.left_out(token.line, said)
                return 0
        raise self.fail(Sentence("expected a bit, not {text}", text=quoted(token.text or "end")))

    # Items

    def _assign(self, parsed: _Parsed) -> None:
        line, net = self.now.line, self._net(parsed)
        self.need("=")
        self._expression(parsed, net, line)

    def _expression(self, parsed: _Parsed, net: str | None, line: int) -> str:
        """Make the gates of an expression; its net."""
        expressions = parsed.expressions
        expressions.begin(line, net or f"e{line}")
        while True:
            token = self.now
            if token.kind == "word" and expressions.due:
                expressions.operand(self._net(parsed))
            elif token.kind in ("bits", "number") and expressions.due:
                expressions.constant(self._constant())
            elif token.kind == "sign" and expressions.sign(token.text):
                self.at += 1
            else:
                break
        found = expressions.end(net)
        if found is None:
            raise self.fail(
                Sentence("{text} stands where an expression of bits cannot go on", text=quoted(self.now.text or "end"))
            )
        return found

    def _primitives(self, parsed: _Parsed) -> None:
        word = self.name()
        if self.take("#"):
            self._skip_delay()
        while True:
            line = self.now.line
            if self.now.text != "(":
                self.name()
            self.need("(")
            net = self._net(parsed)
            sources = []
            while self.take(","):
                sources.append(self._expression(parsed, None, line))
            self.need(")")
            if not sources:
                raise self.fail(Sentence("net {net}: its gate has no source", net=quoted(net)), line)
            if word in ("not", "buf") and len(sources) > 1:
                raise self.fail(
                    Sentence("net {net}: {word} with several outputs is not read", net=quoted(net), word=word), line
                )
            parsed.module.gates.append(Gate(_GATES[word], net, tuple(sources), line))
            if not self.take(","):
                break
        self.need(";")

    def _skip_delay(self) -> None:
        if self.take("("):
            while not self.take(")"):
                if self.now.kind == "end":
                    self.need(")")
                self.at += 1
        else:
            self.at += 1

    def _always(self, parsed: _Parsed) -> None:
        self.need("always")
        self.need("@")
        self.need("(")
        if not (self.take("posedge") or self.take("negedge")):
            raise self.fail(Sentence("only flip-flops are read: always @(posedge clock) net <= source;"))
        parsed.clocks[self._net(parsed)] = None
        self.need(")")
        many = self.take("begin")
        while True:
            line, net = self.now.line, self._net(parsed)
            self.need("<=")
            if self.take("#"):
                self._skip_delay()
            parsed.module.latches.append(Latch(net, self._expression(parsed, None, line), 0, line))
            self.need(";")
            if not many or self.take("end"):
                return

    def _initial(self, parsed: _Parsed) -> None:
        self.need("initial")
        many = self.take("begin")
        while True:
            net = self._net(parsed)
            if not self.take("="):
                self.need("<=")
            parsed.initial[net] = self._constant()
            self.need(";")
            if not many or self.take("end"):
                return

    def _instances(self, parsed: _Parsed) -> None:
        of = self.name()
        if self.now.text == "#":
            raise self.fail(Sentence("parameters are not read"))
        while True:
            line, name = self.now.line, self.name()
            self.need("(")
            pins: list[tuple[str | None, str]] = []
            while not self.take(")"):
                if self.take("."):
                    formal = self.name()
                    self.need("(")
                    if not self.take(")"):
                        pins.append((formal, self._expression(parsed, None, line)))
                        self.need(")")
                elif self.now.text == ",":
                    pins.append((None, ""))
                else:
                    pins.append((None, self._expression(parsed, None, line)))
                if not self.take(",") and self.now.text != ")":
                    self.need(",")
            parsed.cells.append((of, name, pins, line))
            if not self.take(","):
                break
        self.need(";")

    # What instances are, and ports

    def _connect(self, parsed: _Parsed) -> None:
        module = parsed.module
        for name in parsed.header:
            if name not in parsed.directions and parsed.name.lower() != "dff":
                said = Sentence(
                    "port {name} of module {module} has no direction", name=quoted(name), module=quoted(parsed.name)
                )
                self.reading.problem(parsed.line, said)
        for of, name, pins, line in parsed.cells:
            if of.lower() == "dff":
                self._flip_flop(parsed, of, pins, line)
            elif of in self.parsed:
                self._instance(parsed, self.parsed[of], name, pins, line)
            else:
                self._cell(parsed, of, name, pins, line)
        module.latches = [latch._replace(initial=parsed.initial.get(latch.net, 0)) for latch in module.latches]
        read = {net for gate in module.gates for net in gate.sources} | {latch.source for latch in module.latches}
        read.update(net for instance in module.instances for net in instance.inputs.values())
        for name, (direction, line) in parsed.in_order():
            self.most -= len(parsed.ranges.get(name, "1"))
            if self.most < 0:
                raise self.fail(Sentence("the ports have more bits than a file of this length is read for"), line)
            for net in parsed.bits(name):
                if direction == "output":
                    module.outputs.append(Port(net, net, line))
                elif net in parsed.clocks and net not in read:
                    parsed.ticks.add(net)
                else:
                    module.inputs.append(Port(net, net, line))

    def _flip_flop(self, parsed: _Parsed, of: str, pins: list[tuple[str | None, str]], line: int) -> None:
        header = self.parsed[of].header if of in self.parsed else []
        formals = header if len(header) == len(pins) else ["CK", "Q", "D"][-len(pins) :]
        by = {(given or formal).upper(): net for (given, net), formal in zip(pins, formals, strict=False)}
        if "Q" not in by or "D" not in by:
            raise self.fail(Sentence("a flip-flop has the pins {names}", names="CK, Q, D"), line)
        parsed.clocks.update((net, None) for formal, net in by.items() if formal in _CLOCKS)
        parsed.module.latches.append(Latch(by["Q"], by["D"], 0, line))

    def _instance(
        self, parsed: _Parsed, model: _Parsed, name: str, pins: list[tuple[str | None, str]], line: int
    ) -> None:
        formals = {formal or header: net for (formal, net), header in zip(pins, model.header, strict=False) if net}
        if any(formal is not None for formal, _ in pins):
            formals = {formal or "": net for formal, net in pins}
        elif len(pins) > len(model.header):
            said = Sentence(
                "{name} has {count} pins for {ports} ports", name=quoted(name), count=len(pins), ports=len(model.header)
            )
            raise self.fail(said, line)
        sides: dict[str, dict[str, str]] = {"input": {}, "output": {}}
        for formal, net in formals.items():
            if formal not in model.directions:
                said = Sentence("{what} has no port {port}", what=quoted(model.name), port=quoted(formal))
                self.reading.problem(line, said)
            elif formal in model.ticks:
                parsed.clocks[net] = None
            elif formal in model.ranges:
                raise self.fail(
                    Sentence("port {name} is a vector; only bits are connected here", name=quoted(formal)), line
                )
            else:
                sides[model.directions[formal][0]][formal] = net
        parsed.module.instances.append(Instance(name, model.name, sides["input"], sides["output"], line))

    def _cell(self, parsed: _Parsed, of: str, name: str, pins: list[tuple[str | None, str]], line: int) -> None:
        made = cell(of, {formal: net for formal, net in pins if formal}, line)
        if made is None:
            said = Sentence(
                "module {name} is not in this file; what {instance} drives is 0", name=quoted(of), instance=quoted(name)
            )
            self.reading.left_out(line, said)
        elif isinstance(made, Gate):
            parsed.module.gates.append(made)
        else:
            parsed.module.latches.append(made)
            parsed.clocks.update((net, None) for formal, net in pins if formal and formal.upper() in _CLOCKS)
