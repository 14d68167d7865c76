"""BLIF, the Berkeley Logic Interchange Format: covers, latches, and models as subcircuits.

Every latch moves with the tick, whatever its clock. A start value of 2 or 3 (any, unknown) is 0, and is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product

from circuitsim.errors import name_some, quoted
from circuitsim.formats.netlists.cells import cell
from circuitsim.formats.netlists.names import Names, own_nets, used_modules
from circuitsim.netlist.netlist import Design, Gate, Instance, Latch, Module, Port, Reading, text_of, unique
from circuitsim.sentences import Sentence

Words = list[str]
_SYMBOLS = frozenset("01-")
_ILLEGAL = re.compile(r"[\s#=\\]")
_LATCH_TYPES = ("fe", "re", "ah", "al", "as")
_NO_LOGIC = (
    ".area", ".delay", ".wire_load_slope", ".wire", ".input_arrival", ".output_required", ".input_drive",
    ".output_load", ".default_input_arrival", ".default_output_required", ".default_input_drive",
    ".default_output_load", ".max_input_load", ".default_max_input_load", ".param", ".attr", ".latch_order",
    ".code", ".clock_event", ".cycle",
)  # fmt: skip


def read_blif(data: bytes, reading: Reading) -> Design:
    """The models of a BLIF file; the first is the whole."""
    return _Reader(reading).read(text_of(data, reading.source))


def _lines(text: str, reading: Reading) -> Iterator[tuple[int, Words]]:
    """The words of each logical line, with its number; a backslash at the end joins the next one."""
    joined: Words = []
    start = 0
    for number, line in reading.lines(text):
        if "#" in line:
            line = line[: line.index("#")]
        if not joined:
            start = number
        if line.rstrip().endswith("\\"):
            joined += line.rstrip()[:-1].split()
            continue
        words = joined + line.split() if joined else line.split()
        joined = []
        if words:
            yield start, words
    if joined:
        yield start, joined


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.modules: dict[str, Module] = {}
        self.module: Module | None = None
        self.clocks: set[str] = set()
        self.cover: tuple[int, Words, list[str]] | None = None
        self.skipping = False
        self.unknown: list[str] = []  # latches that start at 2 or 3
        self.controls: dict[str, None] = {}
        self.has_ports: set[str] = set()

    def read(self, text: str) -> Design:
        for line, words in _lines(text, self.reading):
            if words[0][0] != ".":
                self._row(line, words)
                continue
            self._end_cover()
            if self.skipping and words[0] not in (".end", ".model", ".end_kiss"):
                continue
            self._statement(line, words)
        self._end_cover()
        self._close()
        if not self.modules:
            raise self.reading.refuse(0, Sentence("holds no .model"))
        if self.unknown:
            said = Sentence("{names} start at an unknown value; they start at 0", names=name_some(self.unknown))
            self.reading.left_out(0, said)
        if len(self.controls) > 1:
            said = Sentence(
                "there are clocks {names}; every latch moves with the tick", names=name_some(list(self.controls))
            )
            self.reading.left_out(0, said)
        for module in self.modules.values():
            self._resolve(module)
        return Design(self.modules)

    def _resolve(self, module: Module) -> None:
        """Sort the pins of instances by side, now that every model is known."""
        resolved = []
        for instance in module.instances:
            model = self.modules.get(instance.of)
            pins = instance.inputs
            if model is not None:
                outputs = {port.name for port in model.outputs}
                back = {formal: net for formal, net in pins.items() if formal in outputs}
                resolved.append(
                    instance._replace(inputs={f: net for f, net in pins.items() if f not in back}, outputs=back)
                )
                continue
            made = cell(instance.of, pins, instance.line)
            if made is None:
                resolved.append(instance._replace(inputs={}, outputs={}))
            elif isinstance(made, Gate):
                module.gates.append(made)
            else:
                module.latches.append(made)
        module.instances = resolved

    def _statement(self, line: int, words: Words) -> None:
        word, rest = words[0], words[1:]
        if word == ".model":
            self._close()
            self._model(line, rest)
            return
        if word in (".end", ".end_kiss"):
            if word == ".end" and not self.skipping:
                self._close()
            self.skipping = False
            return
        if word in _NO_LOGIC:
            return
        module = self.module
        if module is None:
            if self.modules:
                self.reading.problem(line, Sentence("{word} stands outside a .model", word=quoted(word)))
                return
            module = self._model(line, [])
        act = _STATEMENTS.get(word)
        if act is not None:
            act(self, module, line, rest)
        elif word in (".exdc", ".start_kiss"):
            self.skipping = True
            self.reading.left_out(line, Sentence("{word}: what follows is left out", word=word))
        else:
            self.reading.left_out(line, Sentence("{word} is left out: it is not known", word=quoted(word)))

    def _model(self, line: int, names: Words) -> Module:
        name = names[0] if names else ""
        if name in self.modules:
            self.reading.problem(line, Sentence("there is a model {name} already", name=quoted(name)))
        self.module = Module(name)
        self.modules.setdefault(name, self.module)
        self.clocks, self.skipping = set(), False
        self.has_ports = set()
        return self.module

    def _close(self) -> None:
        """End a model: ports that are not said are found, and a clock that only latches use is the tick."""
        module, self.module = self.module, None
        if module is None:
            return
        driven = {gate.net for gate in module.gates} | {latch.net for latch in module.latches}
        read = {net for gate in module.gates for net in gate.sources} | {latch.source for latch in module.latches}
        for instance in module.instances:
            driven.update(instance.outputs.values())
            read.update(instance.inputs.values())
        if not module.instances:  # else it is not known which side a net is on
            if "inputs" not in self.has_ports:
                module.inputs += [Port(net, net) for net in sorted(read - driven - self.clocks)]
            if "outputs" not in self.has_ports:
                module.outputs += [Port(net, net) for net in sorted(driven - read)]

    def _inputs(self, module: Module, line: int, names: Words) -> None:
        self.has_ports.add("inputs")
        module.inputs += [Port(name, name, line) for name in names]

    def _outputs(self, module: Module, line: int, names: Words) -> None:
        self.has_ports.add("outputs")
        known = {port.name for port in module.outputs}
        for name in names:
            if name in known:
                self.reading.left_out(line, Sentence("output {net} is named twice; it is one output", net=quoted(name)))
            else:
                module.outputs.append(Port(name, name, line))
            known.add(name)

    def _clock(self, module: Module, line: int, names: Words) -> None:
        self.clocks.update(names)

    # Covers

    def _names(self, module: Module, line: int, nets: Words) -> None:
        if nets:
            self.cover = line, nets, []
        else:
            self.reading.problem(line, Sentence("{word} names no net", word=".names"))

    def _row(self, line: int, words: Words) -> None:
        if self.skipping:
            return
        if self.cover is None:
            self.reading.problem(line, Sentence("{text} belongs to no cover", text=quoted(" ".join(words))))
            return
        inside, out = "".join(words[:-1]), words[-1]
        if len(words) == 1 and len(self.cover[1]) > 1:
            inside, out = out[:-1], out[-1:]
        if out not in ("0", "1") or len(inside) != len(self.cover[1]) - 1 or not _SYMBOLS.issuperset(inside):
            said = Sentence(
                "net {net}: a row has {count} symbols 0, 1 or - and then 0 or 1, not {text}",
                net=quoted(self.cover[1][-1]), count=len(self.cover[1]) - 1, text=quoted(" ".join(words)),
            )  # fmt: skip
            self.reading.problem(line, said)
            return
        self.cover[2].append(out + inside)

    def _end_cover(self) -> None:
        if self.cover is None or self.module is None:
            return
        line, nets, rows = self.cover
        self.cover = None
        on = not rows or rows[0][0] == "1"
        if len({row[0] for row in rows}) > 1:
            said = Sentence("net {net}: its rows give both 0 and 1; a cover gives one of them", net=quoted(nets[-1]))
            self.reading.problem(line, said)
        cover = tuple([row[1:] for row in rows])
        if cover and not nets[:-1]:
            self.module.gates.append(Gate("ONE" if on else "ZERO", nets[-1], (), line))
        else:
            self.module.gates.append(Gate("COVER", nets[-1], tuple(nets[:-1]), line, cover, on))

    # Latches and instances

    def _latch(self, module: Module, line: int, words: Words) -> None:
        initial = "3"
        if len(words) in (3, 5):
            initial = words[-1]
        elif len(words) not in (2, 4):
            said = Sentence(".latch takes a source, a net, maybe type and control, and maybe a start value")
            self.reading.problem(line, said)
            return
        source, net = words[:2]
        if initial not in ("0", "1", "2", "3") or (len(words) > 3 and words[2] not in _LATCH_TYPES):
            said = Sentence(
                "latch {net}: {text} is no type or start value", net=quoted(net), text=quoted(" ".join(words[2:]))
            )
            self.reading.problem(line, said)
            return
        if len(words) > 3:
            self._control(net, line, *words[2:4])
        if initial in "23":
            self.unknown.append(net)
        module.latches.append(Latch(net, source, int(initial == "1"), line))

    def _control(self, net: str, line: int, kind: str, control: str) -> None:
        if control != "NIL":
            self.controls[control] = None
        if kind in ("ah", "al", "as"):
            said = Sentence("latch {net} follows a level ({kind}); it moves with the tick", net=quoted(net), kind=kind)
            self.reading.left_out(line, said)

    def _subckt(self, module: Module, line: int, words: Words) -> None:
        pins = self._pins(line, words)
        if pins is None:
            return
        # Which side each pin is on is known when all models are: until then all stand on both.
        instance = Instance(f"{words[0]}_{len(module.instances) + 1}", words[0], pins, pins, line)
        module.instances.append(instance)

    def _gate(self, module: Module, line: int, words: Words) -> None:
        pins = self._pins(line, words)
        if pins is None:
            return
        made = cell(words[0], pins, line)
        if made is None:
            self.reading.left_out(line, Sentence("cell {name} is left out: it is not known", name=quoted(words[0])))
        elif isinstance(made, Gate):
            module.gates.append(made)
        else:
            module.latches.append(made)

    def _pins(self, line: int, words: Words) -> dict[str, str] | None:
        pairs = [word.partition("=") for word in words[1:]]
        if not words or not all(formal and net for formal, _, net in pairs):
            self.reading.problem(line, Sentence("an instance is a model, and then pairs like port=net"))
            return None
        pins = {formal: net for formal, _, net in pairs}
        if len(pins) < len(pairs):
            self.reading.problem(line, Sentence("a port of {name} is connected twice", name=quoted(words[0])))
        return pins

    def _conn(self, module: Module, line: int, words: Words) -> None:
        if len(words) == 2:
            module.gates.append(Gate("BUF", words[1], (words[0],), line))
        else:
            self.reading.problem(line, Sentence("{word} takes two nets", word=".conn"))

    def _cname(self, module: Module, line: int, words: Words) -> None:
        if len(words) == 1 and module.instances:
            module.instances[-1] = module.instances[-1]._replace(name=words[0])

    def _blackbox(self, module: Module, line: int, words: Words) -> None:
        said = Sentence("model {name} is a black box; its outputs are 0", name=quoted(module.name))
        self.reading.left_out(line, said)

    def _mlatch(self, module: Module, line: int, words: Words) -> None:
        self.reading.left_out(
            line, Sentence("cell {name} is left out: it is not known", name=quoted(" ".join(words[:1])))
        )

    def _search(self, module: Module, line: int, words: Words) -> None:
        self.reading.left_out(line, Sentence("{word}: other files are not read", word=".search"))


_STATEMENTS: dict[str, Callable[[_Reader, Module, int, Words], None]] = {
    ".inputs": _Reader._inputs,
    ".outputs": _Reader._outputs,
    ".clock": _Reader._clock,
    ".names": _Reader._names,
    ".latch": _Reader._latch,
    ".subckt": _Reader._subckt,
    ".gate": _Reader._gate,
    ".mlatch": _Reader._mlatch,
    ".conn": _Reader._conn,
    ".cname": _Reader._cname,
    ".blackbox": _Reader._blackbox,
    ".search": _Reader._search,
}


def write_blif(design: Design) -> bytes:
    """The text of a BLIF file; definitions are models, and subcircuits `.subckt`."""
    modules = {name: own_nets(module, shared=module is design.top) for name, module in design.modules.items()}
    ordered = used_modules(modules)[::-1]  # the whole comes first
    taken: set[str] = set()
    models = {module.name: unique(_legal(module.name or design.name or "circuit"), taken) for module in ordered}
    ports = {module.name: Names(module, _legal) for module in ordered}
    sides = {name: [port.name for port in module.outputs] for name, module in design.modules.items()}
    lines: list[str] = []
    for module in ordered:
        names = ports[module.name]
        lines.append(f".model {models[module.name]}")
        lines.append(" ".join([".inputs", *(names[port.net] for port in module.inputs)]))
        lines.append(" ".join([".outputs", *(names[port.net] for port in module.outputs)]))
        lines += [f".latch {names[latch.source]} {names[latch.net]} {latch.initial}" for latch in module.latches]
        for instance in module.instances:
            inside, inner = modules[instance.of], ports[instance.of]
            pins = [
                f"{inner[port.net]}={names[instance.inputs[port.name]]}"
                for port in inside.inputs
                if port.name in instance.inputs
            ]
            pins += [
                f"{inner[port.net]}={names[instance.outputs[name]]}"
                for name, port in zip(sides[instance.of], inside.outputs, strict=True)
                if name in instance.outputs
            ]
            lines.append(" ".join([".subckt", models[instance.of], *pins]))
        for gate in module.gates:
            lines.append(" ".join([".names", *(names[source] for source in gate.sources), names[gate.net]]))
            lines += _rows(gate)
        lines.append(".end")
    return ("\n".join(lines) + "\n").encode()


def _legal(name: str) -> str:
    return _ILLEGAL.sub("_", name) or "_"


def _rows(gate: Gate) -> list[str]:
    """The cover of a gate."""
    operator, count = gate.operator, len(gate.sources)
    if operator in ("AND", "NAND", "BUF", "NOT"):
        return [f"{'1' * count} {int(operator in ('AND', 'BUF'))}"]
    if operator in ("OR", "NOR"):
        return [f"{'0' * count} {int(operator == 'NOR')}"]
    if operator in ("ZERO", "ONE"):
        return ["1"] if operator == "ONE" else []
    odd = operator == "XOR"
    points = ("".join(point) for point in product("01", repeat=count))
    return [f"{point} 1" for point in points if point.count("1") % 2 == odd]
