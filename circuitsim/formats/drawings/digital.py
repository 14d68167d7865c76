"""Digital `.dig` (H. Neemann): gates, ports, splitters, flip-flops, embedded circuits, and the test cases in them.

Embedded circuits are read from the files beside; what is not known is named and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from circuitsim.errors import FileError, name_some, quoted
from circuitsim.formats.drawings.digital_tests import read_test
from circuitsim.formats.drawings.sheet import MOST_BITS, Point, Sheet, Side
from circuitsim.formats.drawings.xml import Element, parse
from circuitsim.formats.files import read_bytes
from circuitsim.netlist.netlist import Design, Module, Reading
from circuitsim.sentences import Sentence

_SIZE = 20
_GATES = {"And": "AND", "Or": "OR", "NAnd": "NAND", "NOr": "NOR", "XOr": "XOR", "XNOr": "XNOR", "Not": "NOT"}
_INVERTING = ("NAnd", "NOr", "XNOr", "Not")
_NO_LOGIC = ("Text", "Rectangle", "Data", "Probe", "Break", "Stop", "Testcase", "PowerSupply", "GenericInitCode")
_FLIP_FLOPS = {
    "D_FF": ("D", ("D", "C")),
    "T_FF": ("T", ("T", "C")),
    "JK_FF": ("JK", ("J", "C", "K")),
    "RS_FF": ("SR", ("S", "C", "R")),
    "D_FF_AS": ("D", ("S", "D", "C", "R")),
    "JK_FF_AS": ("JK", ("S", "J", "C", "K", "R")),
}
VERSION = 2
MOST_FILES = 1000
MOST_NETS = 4096
"""How many nets one part may touch: a short line of a file is not to become a large net."""


def read_digital(data: bytes, reading: Reading) -> Design:
    """The circuit of a .dig file, and those that are embedded in it."""
    return _Reader(reading).read(data)


class _Part:
    """A part of a drawing: its attributes, and where its pins are."""

    def __init__(self, element: Element) -> None:
        self.line = element.line
        name = element.first("elementName")
        self.name = "" if name is None else name.text.strip()
        self.attributes: dict[str, Element] = {}
        at = element.first("elementAttributes")
        for entry in [] if at is None else at.all("entry"):
            if len(entry.children) == 2:
                self.attributes[entry.children[0].text] = entry.children[1].resolved()
        self.at = _point(element.first("pos"))
        turned = self.attributes.get("rotation") or self.attributes.get("Rotation")
        old = element.first("rotate")
        self.turn = _whole(turned.get("rotation"), 0) if turned is not None else _whole(old.text if old else "", 0)

    def text(self, name: str) -> str:
        """An attribute as text."""
        found = self.attributes.get(name)
        return "" if found is None else found.text.strip()

    def number(self, name: str, otherwise: int) -> int:
        """An attribute as a whole number."""
        return _whole(self.text(name), otherwise)

    @property
    def label(self) -> str:
        """What it is called."""
        return self.text("Label")

    @property
    def bits(self) -> int:
        """How wide its values are."""
        return self.number("Bits", 1)

    @property
    def inverted(self) -> list[str]:
        """The inputs with an inverter before them, which makes them stick out."""
        found = self.attributes.get("inverterConfig")
        return [] if found is None else [each.text.strip() for each in found.children]

    def pin(self, x: int, y: int) -> Point:
        """Where a pin is that lies there in the part itself."""
        turned = ((x, y), (y, -x), (-x, -y), (-y, x))[self.turn % 4]
        return self.at[0] + turned[0], self.at[1] + turned[1]

    def box(self, inputs: int, outputs: int, width: int) -> tuple[list[Point], list[Point]]:
        """The pins of a box: inputs on its left, outputs on its right."""
        single = outputs == 1
        gap = single and inputs % 2 == 0
        left = [self.pin(0, (k + (gap and k >= inputs // 2)) * _SIZE) for k in range(inputs)]
        offset = inputs // 2 if single else 0
        return left, [self.pin(width * _SIZE, (k + offset) * _SIZE) for k in range(outputs)]


def _point(element: Element | None) -> Point:
    return (0, 0) if element is None else (_whole(element.get("x"), 0), _whole(element.get("y"), 0))


def _whole(text: str, otherwise: int) -> int:
    try:
        return int(text.strip(), 0) if len(text) < 25 else otherwise
    except ValueError:
        return otherwise


class _Drawn:
    """A file that was read: its net, and how it looks as a part of another."""

    def __init__(self, module: Module, sheet: Sheet, attributes: dict[str, Element]) -> None:
        self.module, self.inputs, self.outputs = module, sheet.inputs, sheet.outputs
        self.attributes = attributes


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.files: dict[str, _Drawn | None] = {}
        self.unknown: dict[str, int] = {}
        self.path: list[str] = []

    def read(self, data: bytes) -> Design:
        name = Path(self.reading.source).name
        top = parse(data, self.reading)
        version = top.first("version")
        if version is not None and _whole(version.text, 0) > VERSION:
            said = Sentence(
                "is of version {version}, newer than {known}; it is read as far as it is known",
                version=version.text.strip(),
                known=VERSION,
            )
            self.reading.left_out(version.line, said)
        waiting = self._embedded(top)
        tops = {name: top}
        order = [name]
        for each in waiting:  # grows: every file that some file needs, once
            if each in tops or len(tops) > MOST_FILES:
                continue
            found = self._open(each)
            if found is not None:
                tops[each] = found
                order.append(each)
                waiting += self._embedded(found)
        for each in _inner_first(order, {each: self._embedded(tops[each]) for each in order}):
            self.files[each] = self._draw(each, tops[each])
        if self.unknown:
            kinds = [f"{kind} ({count})" for kind, count in self.unknown.items()]
            self.reading.left_out(0, Sentence("parts that are not known are left out: {names}", names=name_some(kinds)))
        whole = self.files[name]
        assert whole is not None
        modules = {name: whole.module}
        modules |= {each: drawn.module for each, drawn in self.files.items() if drawn is not None and each != name}
        design = Design(modules, name.removesuffix(".dig"))
        self._tests(design, top, whole)
        return design

    def _embedded(self, top: Element) -> list[str]:
        parts = top.first("visualElements")
        names = [part.first("elementName") for part in ([] if parts is None else parts.all("visualElement"))]
        return [name.text.strip() for name in names if name is not None and name.text.strip().endswith(".dig")]

    def _open(self, name: str) -> Element | None:
        """A circuit beside this one; only a plain name is looked for."""
        if Path(name).name == name:
            path = Path(self.reading.source).parent / name
            try:
                return parse(read_bytes(path), Reading(str(path), lambda _: None))
            except FileError as error:
                self.reading.left_out(0, Sentence.of(str(error)))
        return None

    def _draw(self, name: str, top: Element) -> _Drawn:
        sheet = Sheet(name, self.reading)
        wires = top.first("wires")
        for wire in [] if wires is None else wires.all("wire"):
            sheet.wire(_point(wire.first("p1")), _point(wire.first("p2")))
        parts = top.first("visualElements")
        for element in [] if parts is None else parts.all("visualElement"):
            part = _Part(element)
            if not 1 <= part.bits <= MOST_BITS:
                said = Sentence(
                    "{part} has {bits} bits; at most {most} are read",
                    part=quoted(part.name),
                    bits=part.bits,
                    most=MOST_BITS,
                )
                raise self.reading.refuse(part.line, said)
            self._part(sheet, part)
        attributes = {}
        own = top.first("attributes")
        for entry in [] if own is None else own.all("entry"):
            if len(entry.children) == 2:
                attributes[entry.children[0].text] = entry.children[1].resolved()
        return _Drawn(sheet.module(), sheet, attributes)

    # Parts

    def _part(self, sheet: Sheet, part: _Part) -> None:
        name = part.name
        if part.text("mirror") == "true" and name not in _NO_LOGIC:
            self.unknown[f"{name}, mirrored"] = self.unknown.get(f"{name}, mirrored", 0) + 1
        elif name in _GATES:
            self._gate(sheet, part)
        elif name in _FLIP_FLOPS:
            self._flip_flop(sheet, part)
        elif name in _PARTS:
            _PARTS[name](self, sheet, part)
        elif name.endswith(".dig"):
            self._instance(sheet, part)
        elif name not in _NO_LOGIC:
            self.unknown[name] = self.unknown.get(name, 0) + 1

    def _gate(self, sheet: Sheet, part: _Part) -> None:
        inverting = part.name in _INVERTING
        count = 1 if part.name == "Not" else part.number("Inputs", 2)
        if not 1 <= count <= 1024 or count * part.bits > MOST_NETS:
            raise self.reading.refuse(
                part.line, Sentence("{count} inputs do not fit {part}", count=count, part=part.name)
            )
        wide = part.text("wideShape") == "true"
        width = (1 if part.name == "Not" else 3) + wide + inverting
        sources, (out,) = part.box(count, 1, width)
        turned = [_whole(each.rpartition("_")[2], 0) - 1 for each in part.inverted]
        for k in turned:
            if 0 <= k < count:
                y = (k + (count % 2 == 0 and k >= count // 2)) * _SIZE
                sources[k] = part.pin(-_SIZE, y)
        if part.bits == 1:
            sheet.label(part.label, out)
        sheet.gate(_GATES[part.name], sources, out, bits=part.bits, inverted=turned, line=part.line)

    def _flip_flop(self, sheet: Sheet, part: _Part) -> None:
        kind, names = _FLIP_FLOPS[part.name]
        if part.name == "T_FF" and part.text("withEnable") == "false":
            names = ("C",)
        pins, (q, not_q) = part.box(len(names), 2, 3)
        short = {"Set": "S", "Clr": "R"}
        turned = [short.get(name, name) for name in part.inverted]
        for k, name in enumerate(names):
            if name in turned:
                pins[k] = part.pin(-_SIZE, k * _SIZE)
        sheet.flip_flop(
            kind,
            dict(zip(names, pins, strict=True)),
            q,
            not_q,
            bits=part.bits if kind == "D" else 1,
            initial=part.number("Default", 0),
            inverted=turned,
            name=part.label,
            line=part.line,
        )

    def _register(self, sheet: Sheet, part: _Part) -> None:
        pins, (q,) = part.box(3, 1, 3)
        sources = dict(zip(("D", "C", "EN"), pins, strict=True))
        sheet.flip_flop("D", sources, q, None, bits=part.bits, name=part.label, line=part.line)

    def _input(self, sheet: Sheet, part: _Part) -> None:
        sheet.port("input", part.label or "in", part.at, part.bits, part.line)

    def _output(self, sheet: Sheet, part: _Part) -> None:
        sheet.port("output", part.label or "out", part.at, part.bits, part.line)

    def _clock(self, sheet: Sheet, part: _Part) -> None:
        sheet.clock(part.label or "clock", part.at, part.line)

    def _constant(self, sheet: Sheet, part: _Part) -> None:
        sheet.constant(part.number("Value", 1), part.at, part.bits, part.line)

    def _ground(self, sheet: Sheet, part: _Part) -> None:
        sheet.constant(0, part.at, part.bits, part.line)

    def _power(self, sheet: Sheet, part: _Part) -> None:
        sheet.constant(-1, part.at, part.bits, part.line)

    def _tunnel(self, sheet: Sheet, part: _Part) -> None:
        sheet.tunnel(part.text("NetName"), part.at)

    def _splitter(self, sheet: Sheet, part: _Part) -> None:
        sides = []
        apart = _SIZE * max(1, part.number("splitterSpreading", 1))
        for x, key, otherwise in ((0, "Input Splitting", "4,4"), (_SIZE, "Output Splitting", "8")):
            sizes = _splitting(part.text(key) or otherwise)
            if sizes is None:
                said = Sentence("the splitter says {text}, which is not read", text=quoted(part.text(key)))
                self.reading.left_out(part.line, said)
                return
            sides.append([(start, size, part.pin(x, k * apart)) for k, (start, size) in enumerate(sizes)])
        wide = [(point, size) for _, size, point in sides[0]]
        if [start for start, *_ in sides[1]] == _starts([size for _, size, _ in sides[1]]):
            sheet.bundle(wide, [(point, size) for _, size, point in sides[1]])
        elif len(wide) == 1:  # ends that overlap, or leave bits out
            ends = [(point, range(start, start + size)) for start, size, point in sides[1]]
            sheet.split(wide[0][0], wide[0][1], ends)
        else:
            self.reading.left_out(
                part.line, Sentence("a splitter of several ends, some of them overlapping, is left out")
            )

    def _multiplexer(self, sheet: Sheet, part: _Part) -> None:
        select = part.number("Selector Bits", 1)
        if not 1 <= select <= 6 or part.bits << select > MOST_NETS:
            raise self.reading.refuse(
                part.line, Sentence("{count} inputs do not fit {part}", count=select, part=part.name)
            )
        count = 1 << select
        step = 2 * _SIZE if count == 2 else _SIZE
        sources = [part.pin(0, k * step) for k in range(count)]
        control = part.pin(_SIZE, 0 if part.text("flipSelPos") == "true" else count * _SIZE)
        out = part.pin(2 * _SIZE, count // 2 * _SIZE)
        rows = []
        for k in range(count):
            chosen = "".join(str(k >> bit & 1) for bit in range(select))
            rows.append(chosen + "".join("1" if j == k else "-" for j in range(count)))
        sheet.select([(control, bit) for bit in range(select)], sources, out, part.bits, tuple(rows), part.line)

    def _instance(self, sheet: Sheet, part: _Part) -> None:
        drawn = self.files.get(part.name)
        if drawn is None:
            self.unknown[part.name] = self.unknown.get(part.name, 0) + 1
            return
        pins = _pins(part, drawn)
        if pins is None:
            said = Sentence("{name} has a shape whose pins are not known, and is left out", name=quoted(part.name))
            self.reading.left_out(part.line, said)
            return
        inputs, outputs = pins
        sheet.instance(part.label, part.name, inputs, outputs, part.line)

    def _tests(self, design: Design, top: Element, drawn: _Drawn) -> None:
        parts = top.first("visualElements")
        for element in [] if parts is None else parts.all("visualElement"):
            part = _Part(element)
            data = part.attributes.get("Testdata")
            text = None if data is None else data.first("dataString")
            if part.name == "Testcase" and text is not None:
                clocks = (
                    [part.label for part in map(_Part, parts.all("visualElement")) if part.name == "Clock"]
                    if parts
                    else []
                )
                read_test(design, part.label, text.text, drawn.inputs, drawn.outputs, clocks, self.reading, text.line)


_PARTS: dict[str, Callable[[_Reader, Sheet, _Part], None]] = {
    "In": _Reader._input,
    "Button": _Reader._input,
    "DipSwitch": _Reader._input,
    "Out": _Reader._output,
    "LED": _Reader._output,
    "Clock": _Reader._clock,
    "Const": _Reader._constant,
    "Ground": _Reader._ground,
    "VDD": _Reader._power,
    "Tunnel": _Reader._tunnel,
    "Splitter": _Reader._splitter,
    "Multiplexer": _Reader._multiplexer,
    "Register": _Reader._register,
}


def _pins(part: _Part, drawn: _Drawn) -> tuple[list[tuple[Side, Point]], list[tuple[Side, Point]]] | None:
    """Where the pins of an embedded circuit are; None for shapes that are not known."""
    shape = drawn.attributes.get("shapeType")
    kind = "DEFAULT" if shape is None else shape.text.strip()
    if kind in ("DEFAULT", ""):
        width = drawn.attributes.get("Width")
        places = part.box(len(drawn.inputs), len(drawn.outputs), 3 if width is None else _whole(width.text, 3))
        return list(zip(drawn.inputs, places[0], strict=True)), list(zip(drawn.outputs, places[1], strict=True))
    own = drawn.attributes.get("customShape")
    if kind != "CUSTOM" or own is None:
        return None
    found: dict[str, Point] = {}
    pins = own.first("pins")
    for entry in [] if pins is None else pins.all("entry"):
        name, pin = entry.first("string"), entry.first("pin")
        if name is not None and pin is not None:
            at = _point(pin.first("pos"))
            found[name.text] = part.pin(*at)
    if not all(side.name in found for side in (*drawn.inputs, *drawn.outputs)):
        return None
    sides = [[(side, found[side.name]) for side in sides] for sides in (drawn.inputs, drawn.outputs)]
    return sides[0], sides[1]


def _splitting(text: str) -> list[tuple[int, int]] | None:
    """What a splitter's side says: `4,4`, `1*8` or `0-3,7`; the first bit and the number of bits of each end."""
    found: list[tuple[int, int]] = []
    at = 0
    for piece in filter(None, map(str.strip, text.split(","))):
        low, dash, high = piece.partition("-")
        size, star, times = piece.partition("*")
        count = _whole(times, 0) if star else 1
        if dash:
            start, size_of = min(_whole(low, -1), _whole(high, -1)), abs(_whole(high, -1) - _whole(low, -1)) + 1
        else:
            start, size_of = at, _whole(size, 0)
        if start < 0 or not 1 <= size_of <= MOST_BITS or not 1 <= count <= MOST_BITS:
            return None
        for _ in range(count):
            found.append((start, size_of))
            start += size_of
        at = start
    return found if found and at <= MOST_BITS else None


def _starts(sizes: Sequence[int]) -> list[int]:
    return [sum(sizes[:k]) for k in range(len(sizes))]


def _inner_first(names: Sequence[str], uses: dict[str, list[str]]) -> list[str]:
    """The files, each after those that it needs."""
    order: dict[str, None] = {}
    seen: set[str] = set()
    todo = [(name, False) for name in reversed(names)]
    while todo:
        name, ready = todo.pop()
        if ready:
            order[name] = None
        elif name not in seen:
            seen.add(name)
            todo.append((name, True))
            todo += [(inner, False) for inner in uses[name] if inner in uses]
    return list(order)
