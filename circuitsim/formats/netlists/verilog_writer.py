"""Structural Verilog out: a module a definition, gate primitives, and flip-flops on one clock."""

from __future__ import annotations

import re

from circuitsim.formats.netlists.names import Names, own_nets, used_modules
from circuitsim.netlist.netlist import Design, Gate, Module, unique

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_$]*$")
_ILLEGAL = re.compile(r"[^!-~]")
_KEYWORDS = {
    "always", "and", "assign", "begin", "buf", "bufif0", "bufif1", "case", "casex", "casez", "cmos", "deassign",
    "default", "defparam", "disable", "edge", "else", "end", "endcase", "endfunction", "endmodule", "endprimitive",
    "endspecify", "endtable", "endtask", "event", "for", "force", "forever", "fork", "function", "highz0", "highz1",
    "if", "ifnone", "initial", "inout", "input", "integer", "join", "large", "macromodule", "medium", "module",
    "nand", "negedge", "nmos", "nor", "not", "notif0", "notif1", "or", "output", "parameter", "pmos", "posedge",
    "primitive", "pull0", "pull1", "pulldown", "pullup", "rcmos", "real", "realtime", "reg", "release", "repeat",
    "rnmos", "rpmos", "rtran", "rtranif0", "rtranif1", "scalared", "small", "specify", "specparam", "strong0",
    "strong1", "supply0", "supply1", "table", "task", "time", "tran", "tranif0", "tranif1", "tri", "tri0", "tri1",
    "triand", "trior", "trireg", "vectored", "wait", "wand", "weak0", "weak1", "while", "wire", "wor", "xnor",
    "xor", "logic", "bit", "byte", "int", "do", "return", "final", "var", "unique", "priority",
}  # fmt: skip
_LINE = 100


def write_verilog(design: Design) -> bytes:
    """The text of a Verilog file; a circuit with delays has one more input, the clock."""
    modules = {name: own_nets(module, shared=False) for name, module in design.modules.items()}
    ordered = used_modules(modules)
    sides = {name: [port.name for port in module.outputs] for name, module in design.modules.items()}
    taken: set[str] = set()
    words = {module.name: unique(_legal(module.name or design.name or "circuit"), taken) for module in ordered[::-1]}
    clocked: set[str] = set()
    for module in ordered:
        if module.latches or any(instance.of in clocked for instance in module.instances):
            clocked.add(module.name)
    names = {module.name: Names(module, _legal) for module in ordered}
    clocks = {name: names[name][" clk"] for name in clocked}
    lines: list[str] = []
    for module in ordered:
        lines += _Writer(module, names, clocks, words, modules, sides).lines()
    return ("\n".join(lines) + "\n").encode()


def _legal(name: str) -> str:
    return _ILLEGAL.sub("_", name) or "_"


def shown(name: str) -> str:
    """A name as Verilog writes it: what is no plain word is escaped, and ends with a blank.

    >>> shown("a"), shown("a[0]"), shown("and")
    ('a', '\\\\a[0] ', '\\\\and ')
    """
    return name if _PLAIN.match(name) and name not in _KEYWORDS else f"\\{name} "


class _Writer:
    def __init__(
        self, module: Module, names: dict[str, Names], clocks: dict[str, str], words: dict[str, str],
        modules: dict[str, Module], sides: dict[str, list[str]],
    ) -> None:  # fmt: skip
        self._module, self._all, self._clocks, self._words = module, names, clocks, words
        self._modules, self._sides = modules, sides
        self._names = names[module.name]
        self._cells: set[str] = set(self._names.values())

    def lines(self) -> list[str]:
        """The module."""
        module, clock = self._module, self._clocks.get(self._module.name)
        inputs = ([shown(clock)] if clock else []) + [self._net(port.net) for port in module.inputs]
        outputs = [self._net(port.net) for port in module.outputs]
        lines = _list(f"module {shown(self._words[module.name])} (", [*inputs, *outputs], ");")
        lines += _list("  input ", inputs, ";") if inputs else []
        lines += _list("  output ", outputs, ";") if outputs else []
        held = [self._net(latch.net) for latch in module.latches]
        known = {*inputs, *outputs, *held}
        wires = dict.fromkeys(self._net(gate.net) for gate in module.gates)
        for instance in module.instances:
            wires |= dict.fromkeys(self._net(net) for net in instance.outputs.values())
        inner = [wire for wire in wires if wire not in known]
        lines += _list("  wire ", inner, ";") if inner else []
        lines += _list("  reg ", held, ";") if held else []
        for latch in module.latches:
            assert clock is not None
            lines.append(f"  always @(posedge {shown(clock)}) {self._net(latch.net)} <= {self._net(latch.source)};")
        lines += [f"  initial {self._net(latch.net)} = 1'b{latch.initial};" for latch in module.latches]
        lines += [self._gate(gate) for gate in module.gates]
        lines += [line for k in range(len(module.instances)) for line in self._instance(k)]
        return [*lines, "endmodule", ""]

    def _net(self, net: str) -> str:
        return shown(self._names[net])

    def _gate(self, gate: Gate) -> str:
        net, sources = self._net(gate.net), [self._net(source) for source in gate.sources]
        if gate.operator in ("ZERO", "ONE"):
            return f"  assign {net} = 1'b{int(gate.operator == 'ONE')};"
        return f"  {gate.operator.lower()} ({', '.join([net, *sources])});"

    def _instance(self, k: int) -> list[str]:
        instance = self._module.instances[k]
        inside, inner = self._modules[instance.of], self._all[instance.of]
        pins = []
        if instance.of in self._clocks:
            pins.append((self._clocks[instance.of], shown(self._clocks[self._module.name])))
        for port in inside.inputs:
            if port.name in instance.inputs:
                pins.append((inner[port.net], self._net(instance.inputs[port.name])))
            else:
                pins.append((inner[port.net], "1'b0"))
        for name, port in zip(self._sides[instance.of], inside.outputs, strict=True):
            if name in instance.outputs:
                pins.append((inner[port.net], self._net(instance.outputs[name])))
        cell = unique(_legal(instance.name), self._cells)
        texts = [f".{shown(formal)}({net})" for formal, net in pins]
        return _list(f"  {shown(self._words[instance.of])} {shown(cell)} (", texts, ");")


def _list(head: str, texts: list[str], end: str) -> list[str]:
    """A list that goes on over lines."""
    lines, line = [], head
    for k, text in enumerate(texts):
        piece = text + (", " if k + 1 < len(texts) else "")
        if len(line) + len(piece) > _LINE and line.strip():
            lines.append(line.rstrip())
            line = "    "
        line += piece
    return [*lines, line + end]
