"""Logisim and Logisim-evolution `.circ`: gates, pins, splitters, flip-flops, circuits in circuits.

A gate's inputs that nothing drives are left out, as Logisim does. What is not known is named, and the rest opens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from circuitsim.errors import InvalidFileError, name_some, quoted
from circuitsim.formats.drawings.sheet import MOST_BITS, Point, Sheet, Side, exactly_one
from circuitsim.formats.drawings.xml import Element, parse
from circuitsim.netlist.netlist import Design, Reading
from circuitsim.sentences import Sentence

_PLACE = re.compile(r"\s*\(\s*(-?\d{1,9})\s*,\s*(-?\d{1,9})\s*\)\s*$")
_GATES = {
    "AND Gate": "AND", "OR Gate": "OR", "NAND Gate": "NAND", "NOR Gate": "NOR", "XOR Gate": "XOR", "XNOR Gate": "XNOR",
    "Odd Parity": "XOR", "Even Parity": "XNOR",
}  # fmt: skip
_NO_LOGIC = ("Text", "Label", "Probe", "Menu Tool", "Poke Tool", "Edit Tool", "Text Tool")
_FLIP_FLOPS = {
    "D Flip-Flop": ("D", ("D",)), "T Flip-Flop": ("T", ("T",)), "J-K Flip-Flop": ("JK", ("J", "K")),
    "S-R Flip-Flop": ("SR", ("S", "R")),
}  # fmt: skip
_TURNS = {"east": 0, "north": 1, "west": 2, "south": 3}


def read_logisim(data: bytes, reading: Reading) -> Design:
    """The circuits of a .circ file; the whole is its main one."""
    return _Reader(reading).read(data)


class _Part:
    """A component: its attributes and its place."""

    def __init__(self, element: Element, defaults: dict[str, str]) -> None:
        self.name, self.line = element.get("name"), element.line
        self.known = {each.get("name"): each.get("val", each.text) for each in element.all("a")}
        self.attributes = defaults | self.known
        match = _PLACE.match(element.get("loc"))
        self.at: Point = (int(match[1]), int(match[2])) if match else (0, 0)
        self.turn = _TURNS.get(self.text("facing", "east"), 0)

    def text(self, name: str, otherwise: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, otherwise)

    def number(self, name: str, otherwise: int) -> int:
        """An attribute as a whole number."""
        text = self.text(name)
        try:
            return int(text, 0) if 0 < len(text) < 25 else otherwise
        except ValueError:
            return otherwise

    @property
    def bits(self) -> int:
        """How wide its values are."""
        return self.number("width", 1)

    def pin(self, x: int, y: int) -> Point:
        """Where a pin is, of a part that faces east."""
        turned = ((x, y), (y, -x), (-x, -y), (-y, x))[self.turn]
        return self.at[0] + turned[0], self.at[1] + turned[1]

    def mirrored(self, x: int, y: int) -> Point:
        """The same for a gate: its inputs lie from left to right, or from top to bottom, whichever way it faces."""
        turned = ((x, y), (y, -x), (-x, y), (y, x))[self.turn]
        return self.at[0] + turned[0], self.at[1] + turned[1]


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.sheets: dict[str, Sheet] = {}
        self.circuits: dict[str, Element] = {}
        self.defaults: dict[str, dict[str, str]] = {}
        self.unknown: dict[str, int] = {}
        self.old = False

    def read(self, data: bytes) -> Design:
        top = parse(data, self.reading)
        if top.tag != "project":
            raise self.reading.refuse(top.line, Sentence("is no project of Logisim"))
        version = re.match(r"\d+", top.get("source"))
        self.old = version is not None and int(version[0]) < 3
        for library in top.all("lib"):
            for tool in library.all("tool"):
                self.defaults[tool.get("name")] = {a.get("name"): a.get("val", a.text) for a in tool.all("a")}
        self.circuits = {circuit.get("name"): circuit for circuit in top.all("circuit")}
        if not self.circuits:
            raise self.reading.refuse(top.line, Sentence("holds no circuit"))
        main = top.first("main")
        whole = (
            main.get("name") if main is not None and main.get("name") in self.circuits else next(iter(self.circuits))
        )
        modules = {}
        for name in self._inner_first(whole):
            self.sheets[name] = sheet = Sheet(name, self.reading)
            self._draw(sheet, self.circuits[name])
            modules[name] = sheet.module()
        if self.unknown:
            kinds = [f"{kind} ({count})" for kind, count in self.unknown.items()]
            self.reading.left_out(0, Sentence("parts that are not known are left out: {names}", names=name_some(kinds)))
        return Design({whole: modules.pop(whole), **modules}, whole)

    def _inner_first(self, whole: str) -> list[str]:
        """The circuits that the whole is made of, each after those in it."""
        order: dict[str, None] = {}
        seen: set[str] = set()
        todo = [(whole, False)]
        while todo:
            name, ready = todo.pop()
            if ready:
                order[name] = None
            elif name not in seen:
                seen.add(name)
                todo.append((name, True))
                inside = (part.get("name") for part in self.circuits[name].all("comp") if not part.get("lib"))
                todo += [(inner, False) for inner in inside if inner in self.circuits]
        return list(order)

    def _draw(self, sheet: Sheet, circuit: Element) -> None:
        for wire in circuit.all("wire"):
            ends = [_PLACE.match(wire.get(end)) for end in ("from", "to")]
            if ends[0] is None or ends[1] is None:
                raise self.reading.refuse(wire.line, Sentence("a wire goes from a place like (10,20) to another"))
            sheet.wire(*((int(end[1]), int(end[2])) for end in ends if end is not None))
        for element in circuit.all("comp"):
            part = _Part(element, self.defaults.get(element.get("name"), {}))
            if not 1 <= part.bits <= MOST_BITS:
                about = {"part": quoted(part.name), "bits": part.bits, "most": MOST_BITS}
                raise self.reading.refuse(
                    part.line, Sentence("{part} has {bits} bits; at most {most} are read", **about)
                )
            self._part(sheet, part, bool(element.get("lib")))

    # Parts

    def _unfit(self, part: _Part, count: int) -> InvalidFileError:
        said = Sentence("{count} inputs do not fit {part}", count=count, part=part.name)
        return self.reading.refuse(part.line, said)

    def _part(self, sheet: Sheet, part: _Part, built_in: bool) -> None:
        name = part.name
        if not built_in and name in self.circuits:
            self._instance(sheet, part)
        elif name in _GATES:
            self._gate(sheet, part)
        elif name in _FLIP_FLOPS:
            self._flip_flop(sheet, part)
        elif name in _PARTS:
            _PARTS[name](self, sheet, part)
        elif name not in _NO_LOGIC:
            self.unknown[name] = self.unknown.get(name, 0) + 1

    def _gate(self, sheet: Sheet, part: _Part) -> None:
        count, size = part.number("inputs", 5 if self.old else 2), part.number("size", 50)
        if not 1 <= count <= 64:
            raise self._unfit(part, count)
        operator = _GATES[part.name]
        length = size
        length += 10 * (part.name in ("XOR Gate", "XNOR Gate", "Odd Parity", "Even Parity"))
        length += 10 * (operator in ("NAND", "NOR") or part.name == "XNOR Gate")
        turned = [k for k in range(count) if part.text(f"negate{k}") == "true"]
        heights = _input_heights(count, size)
        sources = [part.mirrored(-length - 10 * (k in turned), heights[k]) for k in range(count)]
        if part.bits == 1:
            sheet.label(part.text("label"), part.at)
        rows, on = None, True
        if part.name in ("XOR Gate", "XNOR Gate") and count > 2 and part.text("xor", "1") == "1":
            rows, on = exactly_one, operator == "XOR"  # Logisim's XOR of more than two
            operator = "COVER"
        sheet.gate(
            operator,
            sources,
            part.at,
            bits=part.bits,
            inverted=turned,
            rows=rows,
            on=on,
            open_ends=True,
            line=part.line,
        )

    def _not(self, sheet: Sheet, part: _Part) -> None:
        length = 20 if part.name == "Buffer" else part.number("size", 30)
        operator = "BUF" if part.name == "Buffer" else "NOT"
        sheet.gate(operator, [part.pin(-length, 0)], part.at, bits=part.bits, line=part.line)

    def _port(self, sheet: Sheet, part: _Part) -> None:
        out = part.text("output") == "true" or part.text("type") == "output"
        side = "output" if out else "input"
        sheet.port(side, part.text("label").strip() or ("out" if out else "in"), part.at, part.bits, part.line)

    def _input(self, sheet: Sheet, part: _Part) -> None:
        sheet.port("input", part.text("label").strip() or "in", part.at, 1, part.line)

    def _light(self, sheet: Sheet, part: _Part) -> None:
        sheet.port("output", part.text("label").strip() or "led", part.at, 1, part.line)

    def _clock(self, sheet: Sheet, part: _Part) -> None:
        sheet.clock(part.text("label").strip() or "clock", part.at, part.line)

    def _constant(self, sheet: Sheet, part: _Part) -> None:
        sheet.constant(part.number("value", 1), part.at, part.bits, part.line)

    def _power(self, sheet: Sheet, part: _Part) -> None:
        sheet.constant(-1 if part.name == "Power" else 0, part.at, part.bits, part.line)

    def _tunnel(self, sheet: Sheet, part: _Part) -> None:
        sheet.tunnel(part.text("label").strip(), part.at)

    def _splitter(self, sheet: Sheet, part: _Part) -> None:
        fanout, bits = part.number("fanout", 2), part.number("incoming", 2)
        if not (1 <= fanout <= MOST_BITS and 1 <= bits <= MOST_BITS):
            raise self._unfit(part, fanout)
        even = _spread(bits, fanout)
        ends: list[list[int]] = [[] for _ in range(fanout)]
        for bit in range(bits):
            text = part.text(f"bit{bit}")
            end = part.number(f"bit{bit}", -1) if text else even[bit]
            if text != "none" and 0 <= end < fanout:
                ends[end].append(bit)
        places = _splitter_ends(part, fanout)
        sheet.split(part.at, bits, [(at, taken) for at, taken in zip(places, ends, strict=True) if taken])

    def _flip_flop(self, sheet: Sheet, part: _Part) -> None:
        kind, names = _FLIP_FLOPS[part.name]
        classic = self.old or part.text("appearance", "logisim_evolution") == "classic"
        # Its pins by name; Logisim calls preset what sets, and counts it after reset.
        if classic:
            heights = {"D": 20, "T": 20, "C": 0} if len(names) == 1 else {names[0]: 0, names[1]: 20, "C": 10}
            places = {name: part.pin(-40, y) for name, y in heights.items() if name in (*names, "C")}
            ends = {"q": (0, 0), "not": (0, 20), "reset": (-10, 30), "preset": (-30, 30)}
            if self.old:
                places["EN"] = part.pin(-20, 30)
        else:
            places = {name: part.pin(-10, 10 + 20 * k) for k, name in enumerate(names)}
            places["C"] = part.pin(-10, 50)
            ends = {"q": (50, 10), "not": (50, 50), "reset": (20, 60), "preset": (20, 0)}
        found = {name: part.pin(*at) for name, at in ends.items()}
        if kind != "SR":
            places |= {"R": found["reset"], "S": found["preset"]}
        if part.text("trigger", "rising") in ("high", "low"):
            said = Sentence(
                "{name} follows a level; it moves with the tick", name=quoted(part.text("label") or part.name)
            )
            self.reading.left_out(part.line, said)
        sheet.flip_flop(kind, places, found["q"], found["not"], name=part.text("label").strip(), line=part.line)

    def _instance(self, sheet: Sheet, part: _Part) -> None:
        inner = self.sheets.get(part.name)
        if inner is None:
            raise self.reading.refuse(part.line, Sentence("circuit {name} contains itself", name=quoted(part.name)))
        places = self._pin_places(part.name)
        if places is None:
            said = Sentence("{name} has a shape whose pins are not known, and is left out", name=quoted(part.name))
            self.reading.left_out(part.line, said)
            return
        sides: list[list[tuple[Side, Point]]] = [
            [(side, part.pin(*place)) for side, place in zip(some, found, strict=True)]
            for some, found in zip((inner.inputs, inner.outputs), places, strict=True)
        ]
        sheet.instance(part.text("label").strip(), part.name, sides[0], sides[1], part.line)

    def _pin_places(self, name: str) -> tuple[list[Point], list[Point]] | None:
        """Where the pins of a circuit are, from its anchor: inputs and outputs, in the order of the file."""
        circuit = self.circuits[name]
        pins = []
        for element in circuit.all("comp"):
            part = _Part(element, self.defaults.get(element.get("name"), {}))
            if part.name == "Pin" and element.get("lib"):
                pins.append((part, part.text("output") == "true" or part.text("type") == "output"))
        if len(pins) != len(self.sheets[name].inputs) + len(self.sheets[name].outputs):
            return None  # buttons and lights are no pins
        attributes = {each.get("name"): each.get("val") for each in circuit.all("a")}
        style = attributes.get("appearance", "classic" if self.old else "logisim_evolution")
        drawn = circuit.first("appear")
        if drawn is not None and (style == "custom" or self.old):
            found = _custom(drawn, pins)
        elif style == "classic" or self.old:
            found = _classic(pins)
        elif style == "logisim_evolution":
            found = _evolution(pins, name, attributes.get("circuitnamedboxfixedsize", "true") == "true")
        else:
            found = None
        if found is None:
            return None
        return (
            [at for (_, out), at in zip(pins, found, strict=True) if not out],
            [at for (_, out), at in zip(pins, found, strict=True) if out],
        )


_PARTS: dict[str, Callable[[_Reader, Sheet, _Part], None]] = {
    "NOT Gate": _Reader._not,
    "Buffer": _Reader._not,
    "Pin": _Reader._port,
    "Button": _Reader._input,
    "LED": _Reader._light,
    "Clock": _Reader._clock,
    "Constant": _Reader._constant,
    "Power": _Reader._power,
    "Ground": _Reader._power,
    "Tunnel": _Reader._tunnel,
    "Splitter": _Reader._splitter,
}
Pins = Sequence[tuple[_Part, bool]]


def _input_heights(count: int, size: int) -> list[int]:
    """How far above or below its output a gate's inputs are: closer together in small gates and in full ones."""
    step = 10
    if count <= 3:
        step = 10 if size < 40 else 20 if size < 60 or count <= 2 else 30
    elif count == 4 and size >= 60:
        return [-30, -10, 10, 30]
    if count % 2:
        return [step * (k - count // 2) for k in range(count)]
    half = count // 2  # the middle stays free, for the output's own line
    return [step * (k - half + (k >= half)) if step != 20 or count != 2 else 20 * (2 * k - 1) for k in range(count)]


def _spread(bits: int, fanout: int) -> list[int]:
    """Which end each bit goes to where a file does not say: evenly, the first ends get what is left over."""
    each, more = divmod(bits, fanout)
    found: list[int] = []
    for end in range(fanout):
        found += [end] * (each + (end < more))
    return found


def _splitter_ends(part: _Part, fanout: int) -> list[Point]:
    gap = 10 * max(1, part.number("spacing", 1))
    style = part.text("appear", "left")
    side = {"right": 1, "center": 0, "legacy": 0}.get(style, -1)
    x, y = part.at
    if part.turn in (1, 3):
        up = 1 if part.turn == 1 else -1
        first = gap * ((fanout + 1) // 2 - 1) if side == 0 else -10 if up * side < 0 else 10 + gap * (fanout - 1)
        return [(x + first - gap * k, y - 20 * up) for k in range(fanout)]
    right = -1 if part.turn == 2 else 1
    first = -gap * (fanout // 2) if side == 0 else 10 if right * side > 0 else -(10 + gap * (fanout - 1))
    return [(x + 20 * right, y + first + gap * k) for k in range(fanout)]


def _classic(pins: Pins) -> list[Point]:
    """The box of Logisim 2: every pin on the side that it faces away from."""
    edges: dict[str, list[int]] = {"north": [], "south": [], "east": [], "west": []}
    away = {0: "west", 1: "south", 2: "east", 3: "north"}
    for k, (part, _) in enumerate(pins):
        edges[away[part.turn]].append(k)
    for edge, members in edges.items():
        axis = 0 if edge in ("north", "south") else 1
        members.sort(key=lambda k: (pins[k][0].at[axis], pins[k][0].at[1 - axis]))
    count = {edge: len(members) for edge, members in edges.items()}
    tall, broad = max(count["east"], count["west"]), max(count["north"], count["south"])

    def length(own: int, others: int) -> int:
        return 30 if own < 3 else 10 * own + (10 if others else 0)

    def offset(own: int, opposite: int, others: int) -> int:
        most = max(own, opposite)
        start = (10 if others else 15) if most <= 1 else 10 if most == 2 or others else 5
        return start + 10 * ((most - own) // 2)

    width, height = length(broad, tall), length(tall, broad)
    start = {
        "north": (offset(count["north"], count["south"], tall), 0),
        "south": (offset(count["south"], count["north"], tall), height),
        "east": (width, offset(count["east"], count["west"], broad)),
        "west": (0, offset(count["west"], count["east"], broad)),
    }
    anchor = next((start[edge] for edge in ("east", "north", "west", "south") if edges[edge]), (0, 0))
    found: list[Point] = [(0, 0)] * len(pins)
    for edge, members in edges.items():
        step = (10, 0) if edge in ("north", "south") else (0, 10)
        for j, k in enumerate(members):
            found[k] = start[edge][0] + j * step[0] - anchor[0], start[edge][1] + j * step[1] - anchor[1]
    return found


_LETTER = 8
"""How wide Logisim-evolution takes a letter of a box to be."""


def _evolution(pins: Pins, name: str, fixed: bool) -> list[Point]:
    """The box of Logisim-evolution: inputs on the left, outputs on the right."""
    order = sorted(range(len(pins)), key=lambda k: (pins[k][0].at[1], pins[k][0].at[0]))
    sides = [[k for k in order if pins[k][1] == out] for out in (False, True)]
    widest = [max((_LETTER * len(pins[k][0].text("label")) for k in side), default=0) for side in sides]
    text = 25 * _LETTER if fixed else max(sum(widest) + 35, _LETTER * len(name) + 15)
    width = text // 10 * 10 + 20
    anchor = width if sides[1] else 0
    found: list[Point] = [(0, 0)] * len(pins)
    for x, side in ((0, sides[0]), (width, sides[1])):
        for j, k in enumerate(side):
            found[k] = x - anchor, 20 * j
    return found


def _custom(drawn: Element, pins: Pins) -> list[Point] | None:
    """The ports of a drawn box, by the places of their pins."""

    def middle(element: Element) -> Point | None:
        try:
            x, y, width, height = (int(float(element.get(key, "0"))) for key in ("x", "y", "width", "height"))
        except (ValueError, OverflowError):
            return None
        return x + width // 2, y + height // 2

    origin = drawn.first("circ-anchor")
    anchor = None if origin is None else middle(origin)
    places: dict[Point, Point] = {}
    for port in drawn.all("circ-port"):
        match, at = _PLACE.match(f"({port.get('pin')})"), middle(port)
        if match is not None and at is not None:
            places[int(match[1]), int(match[2])] = at
    found = [places.get(part.at) for part, _ in pins]
    if anchor is None or None in found:
        return None
    return [(at[0] - anchor[0], at[1] - anchor[1]) for at in found if at is not None]
