"""A drawing as a net of gates: what touches is one net, and a wire of several bits is so many nets.

A reader says what there is (wires, gates, ports, splitters, instances) in any order; `module` then joins points to
nets, and makes the gates. Points are pairs of whole numbers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from circuitsim.errors import quoted
from circuitsim.netlist.netlist import INNER, Gate, Instance, Latch, Module, Port, Reading, unique
from circuitsim.sentences import Sentence

Point = tuple[int, int]
Ends = Sequence[Point]
MOST_BITS = 64


class Side(NamedTuple):
    """Ports of a module that stand for one pin: a name, and how many bits."""

    name: str
    bits: int

    @property
    def names(self) -> list[str]:
        """The names of the ports, the lowest bit first."""
        return [self.name] if self.bits == 1 else [f"{self.name}[{k}]" for k in range(self.bits)]


class _Groups:
    """What belongs together (union and find)."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def find(self, what: object) -> object:
        parent = self._parent
        root = what
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[what] != root:
            parent[what], what = root, parent[what]
        return root

    def join(self, one: object, two: object) -> None:
        self._parent[self.find(one)] = self.find(two)


class Sheet:
    """One drawing."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.reading = reading
        self._module = Module(name)
        self._wires: list[tuple[Point, Point]] = []
        self._pins: set[Point] = set()
        self._tunnels: dict[str, Point] = {}
        self._points = _Groups()
        self._bits = _Groups()
        self._splits: list[Callable[[], None]] = []
        self._makes: list[Callable[[], None]] = []
        self._names: dict[object, str] = {}
        self._taken: set[str] = set()
        self._labels: list[tuple[str, Point]] = []
        self._count = 0
        self._clocks: list[tuple[str, Point, int]] = []
        self._clocked: list[tuple[str, Point, int]] = []
        self._drivers: set[tuple[Point, int]] = set()
        self._driven: set[object] = set()
        self.inputs: list[Side] = []
        self.outputs: list[Side] = []

    # What is drawn

    def wire(self, one: Point, two: Point) -> None:
        """A wire from point to point."""
        self._wires.append((one, two))

    def tunnel(self, name: str, at: Point) -> None:
        """A point that is joined with all others of that name."""
        self._pin(at)
        if name in self._tunnels:
            self._points.join(self._tunnels[name], at)
        self._tunnels[name] = at

    def label(self, name: str, at: Point) -> None:
        """A name for the net at a point."""
        if name:
            self._labels.append((name, at))

    def port(self, side: str, name: str, at: Point, bits: int, line: int) -> None:
        """An input or output of the whole, of one or more bits."""
        self._pin(at)
        taken = {found.name for found in (self.inputs if side == "input" else self.outputs)}
        found = Side(unique(name, taken), bits)
        (self.inputs if side == "input" else self.outputs).append(found)
        self._makes.append(lambda: self._make_port(side, found, at, line))
        if side == "input":
            self._drives(at, bits)

    def clock(self, name: str, at: Point, line: int) -> None:
        """A clock: the tick, where flip-flops alone take it; else an input."""
        self._pin(at)
        self._clocks.append((name, at, line))

    def constant(self, value: int, at: Point, bits: int, line: int) -> None:
        """A value that stays."""
        self._pin(at)
        self._drives(at, bits)
        for bit in range(bits):
            self._gate("ONE" if value >> bit & 1 else "ZERO", (), at, bit, line)

    def gate(
        self,
        operator: str,
        sources: Ends,
        out: Point,
        *,
        bits: int = 1,
        inverted: Iterable[int] = (),
        rows: Callable[[int], tuple[str, ...]] | None = None,
        on: bool = True,
        open_ends: bool = False,
        line: int = 0,
    ) -> None:
        """A gate, once for each bit.

        Parameters
        ----------
        inverted : iterable of int
            Which sources go through an inverter.
        rows : callable, optional
            The rows of a cover for so many sources.
        open_ends : bool
            Whether sources that nothing drives are left out.
        """
        for point in (*sources, out):
            self._pin(point)
        self._drives(out, bits)
        turned = set(inverted)

        def make() -> None:
            for bit in range(bits):
                ends = list(enumerate(sources))
                if open_ends:
                    ends = [(k, end) for k, end in ends if self._key(end, bit) in self._driven] or ends
                nets = [
                    self._inverse(self._net(end, bit), line) if k in turned else self._net(end, bit) for k, end in ends
                ]
                cover = () if rows is None else rows(len(nets))
                self._module.gates.append(Gate(operator, self._net(out, bit), tuple(nets), line, cover, on))

        self._makes.append(make)

    def select(
        self,
        control: Sequence[tuple[Point, int]],
        sources: Ends,
        out: Point,
        bits: int,
        rows: tuple[str, ...],
        line: int,
    ) -> None:
        """A multiplexer: a cover of the bits that control it, and a bit of each source."""
        for point in (*(at for at, _ in control), *sources, out):
            self._pin(point)
        self._drives(out, bits)

        def make() -> None:
            for bit in range(bits):
                nets = [self._net(at, k) for at, k in control] + [self._net(at, bit) for at in sources]
                self._module.gates.append(Gate("COVER", self._net(out, bit), tuple(nets), line, rows))

        self._makes.append(make)

    def flip_flop(
        self,
        kind: str,
        sources: Mapping[str, Point],
        q: Point,
        not_q: Point | None,
        *,
        bits: int = 1,
        initial: int = 0,
        inverted: Collection[str] = (),
        name: str = "",
        line: int = 0,
    ) -> None:
        """A flip-flop of kind D, T, JK or SR; its sources by the names of its pins.

        `EN` holds it, `S` and `R` (of any but SR) set and reset it at once; what is not connected does nothing.
        """
        for point in (*sources.values(), q, *([] if not_q is None else [not_q])):
            self._pin(point)
        self._drives(q, bits)
        if not_q is not None:
            self._drives(not_q, bits)
        clock = sources.get("C")
        if bits == 1:
            self.label(name, q)
        if clock is not None:
            self._clocked.append((name or kind, clock, line))

        def make() -> None:
            for bit in range(bits):
                self._make_flip_flop(kind, sources, q, not_q, bit, initial >> bit & 1, inverted, line)

        self._makes.append(make)

    def split(self, wide: Point, bits: int, ends: Sequence[tuple[Point, Sequence[int]]]) -> None:
        """A splitter: each end is joined with some bits of the wide side, the lowest first."""
        self._pin(wide)
        for point, _ in ends:
            self._pin(point)

        def join() -> None:
            for point, taken in ends:
                for k, bit in enumerate(taken):
                    self._bits.join((self._points.find(wide), bit), (self._points.find(point), k))

        self._splits.append(join)

    def bundle(self, left: Sequence[tuple[Point, int]], right: Sequence[tuple[Point, int]]) -> None:
        """A splitter with several ends on both sides: bits in order are joined."""
        for point, _ in (*left, *right):
            self._pin(point)

        def join() -> None:
            sides = [[(point, k) for point, bits in side for k in range(bits)] for side in (left, right)]
            for (one, j), (two, k) in zip(*sides, strict=False):
                self._bits.join((self._points.find(one), j), (self._points.find(two), k))

        self._splits.append(join)

    def instance(
        self, name: str, of: str, inputs: Iterable[tuple[Side, Point]], outputs: Iterable[tuple[Side, Point]], line: int
    ) -> None:
        """Another drawing in this one."""
        inputs, outputs = list(inputs), list(outputs)
        for _, point in (*inputs, *outputs):
            self._pin(point)
        for side, point in outputs:
            self._drives(point, side.bits)

        def make() -> None:
            pins = [
                {port: self._net(point, k) for side, point in sides for k, port in enumerate(side.names)}
                for sides in (inputs, outputs)
            ]
            self._count += 1
            self._module.instances.append(Instance(name or f"{of}_{self._count}", of, pins[0], pins[1], line))

        self._makes.append(make)

    # The net

    def module(self) -> Module:
        """Join what touches, and make the gates."""
        self._join_wires()
        for split in self._splits:
            split()
        for name, at in self._labels:
            self._names.setdefault(self._key(at, 0), unique(name, self._taken))
        self._driven = {self._key(point, bit) for point, bit in self._drivers}
        clocks = {self._key(at, 0) for _, at, _ in self._clocks}
        self._driven |= clocks
        for make in self._makes:
            make()
        self._settle_clocks(clocks)
        return self._module

    def _settle_clocks(self, clocks: set[object]) -> None:
        module = self._module
        read = {net for gate in module.gates for net in gate.sources} | {latch.source for latch in module.latches}
        read |= {net for instance in module.instances for net in instance.inputs.values()}
        read |= {port.net for port in module.outputs}
        inputs = {port.net for port in module.inputs}
        for name, at, line in self._clocks:
            net = self._net(at, 0)
            if net in read:
                module.inputs.append(Port(name, net, line))
                self.inputs.append(Side(name, 1))
                said = Sentence("clock {name} is an input here; flip-flops move with the tick", name=quoted(name))
                self.reading.left_out(line, said)
        for name, at, line in self._clocked:
            if self._key(at, 0) not in clocks and self._net(at, 0) not in inputs:
                said = Sentence("{name} is not moved by a clock; it moves with the tick", name=quoted(name))
                self.reading.left_out(line, said)

    def _pin(self, at: Point) -> None:
        self._pins.add(at)

    def _drives(self, at: Point, bits: int) -> None:
        self._drivers.update((at, bit) for bit in range(bits))

    def _key(self, at: Point, bit: int) -> object:
        return self._bits.find((self._points.find(at), bit))

    def _net(self, at: Point, bit: int) -> str:
        key = self._key(at, bit)
        if key not in self._names:
            self._names[key] = unique(f"{INNER}w{len(self._names) + 1}", self._taken)
        return self._names[key]

    def _gate(self, operator: str, sources: tuple[str, ...], at: Point, bit: int, line: int) -> None:
        self._makes.append(lambda: self._module.gates.append(Gate(operator, self._net(at, bit), sources, line)))

    def _inner(self, stem: str) -> str:
        self._count += 1
        return f"{INNER}{stem.strip()}~{self._count}"

    def _inverse(self, net: str, line: int) -> str:
        made = Gate("NOT", self._inner(net), (net,), line)
        self._module.gates.append(made)
        return made.net

    def _make_port(self, side: str, found: Side, at: Point, line: int) -> None:
        ports = self._module.inputs if side == "input" else self._module.outputs
        for bit, name in enumerate(found.names):
            ports.append(Port(name, self._net(at, bit), line))

    def _make_flip_flop(
        self, kind: str, sources: Mapping[str, Point], q: Point, not_q: Point | None,
        bit: int, initial: int, inverted: Collection[str], line: int,
    ) -> None:  # fmt: skip
        gates, latches = self._module.gates, self._module.latches
        single = {pin: self._net(at, bit if pin == "D" else 0) for pin, at in sources.items() if pin != "C"}
        single |= {pin: self._inverse(net, line) for pin, net in single.items() if pin in inverted}
        live = {
            pin: net for pin, net in single.items() if self._key(sources[pin], bit if pin == "D" else 0) in self._driven
        }
        out = self._net(q, bit)
        forced = kind != "SR" and ("S" in live or "R" in live)
        state = self._inner(out) if forced else out
        if kind == "D":
            following = single["D"]
        elif kind == "T":
            turned = "T" in live
            following = self._cover(("10", "01"), (live["T"], state), line) if turned else self._inverse(state, line)
        elif kind == "JK":
            following = self._cover(("1-0", "-01"), (single["J"], single["K"], state), line)
        else:
            following = self._cover(("1--", "-01"), (single["S"], single["R"], state), line)
        if "EN" in live:
            following = self._cover(("11-", "0-1"), (live["EN"], following, state), line)
        if forced:
            pins = [pin for pin in ("S", "R") if pin in live]
            nets = tuple(live[pin] for pin in pins)
            # A reset wins over a set, as both editors have it.
            rows = {("S",): ("1-", "-1"), ("R",): ("01",), ("S", "R"): ("10-", "-01")}[tuple(pins)]
            following = self._cover(rows, (*nets, following), line)
            gates.append(Gate("COVER", out, (*nets, state), line, rows))
        latches.append(Latch(state, following, initial, line))
        if not_q is not None:
            gates.append(Gate("NOT", self._net(not_q, bit), (out,), line))

    def _cover(self, rows: tuple[str, ...], sources: tuple[str, ...], line: int) -> str:
        net = self._inner("next")
        self._module.gates.append(Gate("COVER", net, sources, line, rows))
        return net

    def _join_wires(self) -> None:
        """Join the ends of every wire, and whatever ends or stands upon it."""
        points = self._pins.union(*self._wires)
        for axis in (0, 1):
            lines: dict[int, list[tuple[int, int]]] = {}
            on: dict[int, list[int]] = {}
            for one, two in self._wires:
                if one[1 - axis] == two[1 - axis]:
                    lines.setdefault(one[1 - axis], []).append((min(one[axis], two[axis]), max(one[axis], two[axis])))
            for point in points:
                if point[1 - axis] in lines:
                    on.setdefault(point[1 - axis], []).append(point[axis])
            for at, spans in lines.items():
                self._join_line(axis, at, spans, sorted(on[at]))
        for one, two in self._wires:
            if one[0] != two[0] and one[1] != two[1]:
                self._points.join(one, two)

    def _join_line(self, axis: int, at: int, spans: list[tuple[int, int]], on: list[int]) -> None:
        """Wires along one line: those that overlap are one."""
        spans.sort()
        start, end = spans[0]
        for low, high in (*spans[1:], (None, None)):
            if low is not None and low <= end:
                end = max(end, high or 0)
                continue
            first = bisect_left(on, start)
            while first + 1 < len(on) and on[first + 1] <= end:
                pair = ((on[first], at), (on[first + 1], at))
                self._points.join(*(pair if axis == 0 else (p[::-1] for p in pair)))
                first += 1
            if low is not None and high is not None:
                start, end = low, high


def exactly_one(count: int) -> tuple[str, ...]:
    """The rows where exactly one of the sources is active."""
    return tuple("".join("1" if k == one else "0" for k in range(count)) for one in range(count))
