"""Circuits to measure with: built here, or read from a folder of well-known ones.

The folder is named by CIRCUITSIM_CIRCUITS, or is ../shared/data/circuits where that is there; it holds ISCAS and EPFL
circuits in the folders that their authors gave them. Whatever is missing is left out, and said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import circuitsim as cs
from circuitsim.records import Body, Contents, Edge, Head, Node

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("CIRCUITSIM_CIRCUITS", CHECKOUT.parent / "shared" / "data" / "circuits"))
ABC = shutil.which("berkeley-abc") or shutil.which("abc")
PLACES = {
    "c6288": "iscas85/c6288.bench",
    "c7552": "iscas85/c7552.bench",
    "multiplier": "epfl/multiplier.aig",
    "log2": "epfl/log2.aig",
    "hyp": "epfl/hyp.aig",
}


@dataclass(frozen=True)
class Ands:
    """An AND-inverter graph: literals are twice a variable, plus 1 where inverted; 1 is true."""

    inputs: int
    ands: list[tuple[int, int]]
    outputs: list[int]

    @classmethod
    def read(cls, path: Path) -> Ands:
        """A circuit in the AIGER format, binary and without latches."""
        data = path.read_bytes()
        at = data.index(b"\n") + 1
        _, inputs, _, outputs, count = map(int, data[: at - 1].split()[1:6])
        lines = data[at:].split(b"\n", outputs)
        rest = iter(lines[-1])

        def number() -> int:
            value = shift = 0
            while (byte := next(rest)) & 128:
                value |= (byte & 127) << shift
                shift += 7
            return value | byte << shift

        ands = []
        for k in range(count):
            first = 2 * (inputs + k + 1) - number()
            ands.append((first, first - number()))
        return cls(inputs, ands, list(map(int, lines[:-1])))

    @classmethod
    def converted(cls, path: Path) -> Ands:
        """Any netlist that ABC reads."""
        assert ABC is not None
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "c.aig"
            read = f"read_{path.suffix[1:]} {path}; strash; write_aiger {made}"
            subprocess.run([ABC, "-c", read], check=True, capture_output=True)
            return cls.read(made)

    def write(self, path: Path) -> None:
        """In the same format, with one latch that does nothing: ABC simulates no circuit without one."""
        latch = self.inputs + 1
        lines = [f"aig {latch + len(self.ands)} {self.inputs} 1 {len(self.outputs)} {len(self.ands)}", f"{2 * latch}"]
        lines += [str(self._moved(literal)) for literal in self.outputs]
        data = bytearray(("\n".join(lines) + "\n").encode())
        for k, operands in enumerate(self.ands):
            high, low = sorted(map(self._moved, operands), reverse=True)
            for value in (2 * (latch + k + 1) - high, high - low):
                while value >= 128:
                    data.append(value & 127 | 128)
                    value >>= 7
                data.append(value)
        path.write_bytes(bytes(data))

    def _moved(self, literal: int) -> int:
        return literal if literal >> 1 <= self.inputs else literal + 2

    def evaluate(self, inputs: list[int], mask: int) -> list[int]:
        """The outputs as bit vectors: an evaluator that shares nothing with circuitsim."""
        values = [0, *inputs]

        def value(literal: int) -> int:
            return values[literal >> 1] ^ (mask if literal & 1 else 0)

        for first, second in self.ands:
            values.append(value(first) & value(second))
        return [value(literal) for literal in self.outputs]

    def circuit(self) -> cs.Circuit:
        """A neuron an AND: one that is inverted comes in by an inhibitory synapse."""
        net = Builder()
        names = ["", *(net.input(f"i{k}") for k in range(self.inputs))]
        for operands in self.ands:
            signs = [literal & 1 for literal in operands]
            plus = [names[literal >> 1] for literal in operands if not literal & 1]
            minus = [names[literal >> 1] for literal in operands if literal & 1]
            names.append(net.neuron(2 - sum(signs), plus, minus))
        for k, literal in enumerate(self.outputs):
            if literal < 2:
                source = net.neuron(1 - literal, [])
            else:
                source = net.neuron(0, [], [names[literal >> 1]]) if literal & 1 else names[literal >> 1]
            net.output(f"o{k}", source)
        return net.done()


def known(name: str) -> Ands | None:
    """A circuit of the folder; None where it is not there (or ABC, to turn .bench into AIGER)."""
    path = FOLDER / PLACES[name]
    if not path.is_file():
        return None
    if path.suffix == ".aig":
        return Ands.read(path)
    if ABC is None:
        return None
    return Ands.converted(path)


class Builder:
    """Makes large circuits quickly."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []
        self._rank = 0

    def _next(self) -> int:
        self._rank += 1
        return self._rank

    def input(self, id: str) -> str:
        self._nodes.append(Node(id, "input", self._next(), {"domain": "binary", "drive": None}))
        return id

    def neuron(self, threshold: int, excite: Iterable[str], inhibit: Iterable[str] = (), times: int = 1) -> str:
        """A neuron with relative inhibition, each inhibitory synapse `times` fold."""
        rank = self._next()
        id = f"n{rank}"
        self._nodes.append(Node(id, "neuron", rank, {"threshold": threshold, "inhibition": "relative"}))
        for kind, sources, count in (("excitatory", excite, 1), ("inhibitory", inhibit, times)):
            self._edges += [Edge(self._next(), source, id, kind=kind, count=count) for source in sources]
        return id

    def output(self, id: str, source: str) -> None:
        self._nodes.append(Node(id, "output", self._next(), {}))
        self._edges.append(Edge(self._next(), source, id))

    def add(self, bits: list[str]) -> tuple[str, str]:
        """Sum and carry of two or three bits, two neurons."""
        carry = self.neuron(2, bits)
        return self.neuron(1, bits, [carry], times=2), carry

    def done(self) -> cs.Circuit:
        return cs.Circuit.from_contents(Contents(Head(), Body(tuple(self._nodes), tuple(self._edges), {})))


def multiplier(bits: int, *, tree: bool) -> cs.Circuit:
    """A multiplier: an array, row after row; or a Wallace tree, all partial products at once."""
    net = Builder()
    a = [net.input(f"a{k}") for k in range(bits)]
    b = [net.input(f"b{k}") for k in range(bits)]
    columns: list[list[str]] = [[] for _ in range(2 * bits + 1)]
    if tree:
        for i in range(bits):
            for j in range(bits):
                columns[i + j].append(net.neuron(2, [a[i], b[j]]))
        while max(map(len, columns)) > 2:
            columns = _reduced(net, columns)
    for j in range(0 if tree else bits):
        for i in range(bits):
            columns[i + j].append(net.neuron(2, [a[i], b[j]]))
        columns = _rippled(net, columns)
    for k, column in enumerate(_rippled(net, columns)[: 2 * bits]):
        net.output(f"p{k}", column[0] if column else net.neuron(1, []))
    return net.done()


def _reduced(net: Builder, columns: list[list[str]]) -> list[list[str]]:
    """Every three bits of a column become two."""
    found: list[list[str]] = [[] for _ in columns]
    for k, column in enumerate(columns):
        whole = len(column) - len(column) % 3
        for at in range(0, whole, 3):
            total, carry = net.add(column[at : at + 3])
            found[k].append(total)
            found[k + 1].append(carry)
        found[k] += column[whole:]
    return found


def _rippled(net: Builder, columns: list[list[str]]) -> list[list[str]]:
    """One bit a column, by a carry that runs through."""
    found: list[list[str]] = []
    carry: list[str] = []
    for column in columns:
        bits = column + carry
        carry = []
        if len(bits) > 1:
            total, over = net.add(bits)
            bits, carry = [total], [over]
        found.append(bits)
    return found


def layered(neurons: int, fan_in: int = 4, width: int = 1000, seed: int = 0) -> cs.Circuit:
    """Random layers: a quarter of the synapses inhibitory, thresholds 1 and 2."""
    rng = np.random.default_rng(seed)
    net = Builder()
    before = [net.input(f"i{k}") for k in range(width)]
    left = neurons
    while left:
        layer = []
        for _ in range(min(width, left)):
            sources = [before[k] for k in rng.choice(len(before), min(fan_in, len(before)), replace=False)]
            minus = rng.random(len(sources)) < 0.25
            excite = [source for source, inhibits in zip(sources, minus, strict=True) if not inhibits]
            inhibit = [source for source, inhibits in zip(sources, minus, strict=True) if inhibits]
            layer.append(net.neuron(int(rng.integers(1, 3)), excite, inhibit))
        before, left = layer, left - len(layer)
    for k, source in enumerate(before):
        net.output(f"o{k}", source)
    return net.done()
