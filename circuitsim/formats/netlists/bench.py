"""ISCAS `.bench`: a gate a line, `10 = NAND(1, 3)`. Flip-flops have no start value in it: they start at 0."""

from __future__ import annotations

import re

from circuitsim.errors import quoted
from circuitsim.formats.netlists.names import Names, own_nets
from circuitsim.netlist.lower import flat
from circuitsim.netlist.netlist import INNER, Design, Gate, Latch, Module, Port, Reading, text_of
from circuitsim.sentences import Sentence

_GATE = re.compile(r"\s*([^\s()=,#]+)\s*=\s*([A-Za-z]\w*)\s*(0x[0-9A-Fa-f]+)?\s*(?:\(([^()#=]*)\))?\s*(?:#.*)?$")
_PORT = re.compile(r"\s*(INPUT|OUTPUT)\s*\(\s*([^\s()=,#]+)\s*\)\s*(?:#.*)?$", re.IGNORECASE)
_OPERATORS = {
    "AND": "AND", "OR": "OR", "NAND": "NAND", "NOR": "NOR", "XOR": "XOR", "XNOR": "XNOR", "NOT": "NOT", "INV": "NOT",
    "BUF": "BUF", "BUFF": "BUF", "VDD": "ONE", "GND": "ZERO",
}  # fmt: skip
_WORDS = {"BUF": "BUFF", "ONE": "vdd", "ZERO": "gnd"}
_ILLEGAL = re.compile(r"[\s()=,#]")
_ONE_SOURCE = ("NOT", "BUF")
_WIDEST_TABLE = 16


def read_bench(data: bytes, reading: Reading) -> Design:
    """The net of a .bench file; a flip-flop starts at 0."""
    module = Module("")
    line = 0
    for line, text in reading.lines(text_of(data, reading.source)):
        if match := _GATE.match(text):
            _statement(module, reading, line, *match.groups())
        elif match := _PORT.match(text):
            ports = module.inputs if match[1].upper() == "INPUT" else module.outputs
            ports.append(Port(match[2], match[2], line))
        elif text.strip() and not text.lstrip().startswith("#"):
            said = Sentence(
                "{text} is neither INPUT(net), OUTPUT(net) nor net = GATE(net, ...)", text=quoted(text.strip())
            )
            reading.problem(line, said)
    if line == 0:
        reading.problem(0, Sentence("is empty"))
    module.outputs = _once(module.outputs, reading)
    return Design({"": module})


def _statement(
    module: Module, reading: Reading, line: int, net: str, word: str, table: str | None, inside: str | None
) -> None:
    sources = tuple(re.split(r"\s*,\s*", inside.strip())) if inside and inside.strip() else ()
    operator = _OPERATORS.get(word.upper())
    for source in sources:
        if not source or " " in source or "\t" in source:
            reading.problem(line, Sentence("net {net}: a source is missing or has no comma", net=quoted(net)))
            return
    if word.upper() == "LUT" and table is not None:
        _table(module, reading, line, net, table, sources)
    elif word.upper() == "DFF" and len(sources) == 1:
        module.latches.append(Latch(net, sources[0], 0, line))
    elif operator in ("ZERO", "ONE") and not sources:
        module.gates.append(Gate(operator, net, (), line))
    elif operator is None and word.upper() != "DFF":
        said = Sentence("net {net}: there is no gate {word}", net=quoted(net), word=quoted(word))
        reading.problem(line, said)
    elif not sources or operator is None or (operator in _ONE_SOURCE and len(sources) > 1):
        said = Sentence("net {net}: {count} sources do not fit {word}", net=quoted(net), count=len(sources), word=word)
        reading.problem(line, said)
    else:
        module.gates.append(Gate(operator, net, sources, line))


def _table(module: Module, reading: Reading, line: int, net: str, table: str, sources: tuple[str, ...]) -> None:
    """`LUT 0x8 (a, b)`: bit k is the value where the sources, the first the lowest bit, are k."""
    count, bits = len(sources), int(table, 16)
    if count > _WIDEST_TABLE or bits >> (1 << count):
        said = Sentence(
            "net {net}: the table {table} does not fit {count} sources",
            net=quoted(net),
            table=quoted(table),
            count=count,
        )
        reading.problem(line, said)
        return
    rows = tuple(format(k, f"0{count}b")[::-1] if count else "" for k in range(1 << count) if bits >> k & 1)
    module.gates.append(Gate("COVER", net, sources, line, rows))


def _once(ports: list[Port], reading: Reading) -> list[Port]:
    found: dict[str, Port] = {}
    for port in ports:
        if port.name in found:
            reading.left_out(
                port.line, Sentence("output {net} is named twice; it is one output", net=quoted(port.name))
            )
        found.setdefault(port.name, port)
    return list(found.values())


def write_bench(design: Design) -> bytes:
    """The text of a .bench file, subcircuits unfolded."""
    module = own_nets(flat(design), shared=True)
    names = Names(module, lambda net: _ILLEGAL.sub("_", net) or "_")
    lines = [f"# {' '.join(design.name.split())}"]
    lines += [f"INPUT({names[port.net]})" for port in module.inputs]
    lines += [f"OUTPUT({names[port.net]})" for port in module.outputs]
    for latch in module.latches:
        net, source = names[latch.net], names[latch.source]
        if latch.initial:  # the format has no word for it: a flip-flop that starts at 0 holds the inverse
            held, turned = (names[f"{INNER}{latch.net.strip()}~{end}"] for end in ("held", "turned"))
            lines += [f"{turned} = NOT({source})", f"{held} = DFF({turned})", f"{net} = NOT({held})"]
        else:
            lines.append(f"{net} = DFF({source})")
    for gate in module.gates:
        sources = ", ".join([names[source] for source in gate.sources])
        word = _WORDS.get(gate.operator, gate.operator)
        lines.append(f"{names[gate.net]} = {word}" + (f"({sources})" if sources else ""))
    return ("\n".join(lines) + "\n").encode()
