"""The circuit as arrays: what is painted, hit and lit up, one row a node, a bundle or a line.

Edges with the same ends lie in one *bundle*, whose synapses are counted together. A bundle of up to
three is drawn as that many *lines* side by side, a larger one as one line with its number on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from circuitsim.records import Edge, Node
from circuitsim.store import Store
from gui.canvas import shapes
from gui.canvas.labels import Label, name_label, put_on_lines
from gui.canvas.places import place_all
from gui.canvas.routes import SAMPLES, Ends, plain_routes, routes
from gui.canvas.shapes import CODE, Floats, half_size

Bools = NDArray[np.bool_]
Ints = NDArray[np.intp]

SIDE_BY_SIDE = 3
_CLEAR = np.array([-8.0, -8.0, 8.0, 8.0])
PLAIN, EXCITATORY, INHIBITORY, NEGATIVE = range(4)
"""How a line is drawn: into an output, delay or port; the two synapses; a weight below 0."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Edges with the same ends and the same meaning."""

    source: str
    target: str
    from_port: str | None
    to_port: str | None
    style: int
    count: int
    weight: float | None
    keys: tuple[int, ...]

    @property
    def text(self) -> str:
        """What stands on the line."""
        if self.weight is not None:
            return f"{self.weight:.4g}".replace("-", "\N{MINUS SIGN}")
        return f"×{self.count}" if self.count > SIDE_BY_SIDE else ""

    @property
    def lines(self) -> int:
        """How many lines it is drawn as."""
        return self.count if self.count <= SIDE_BY_SIDE else 1


class NetArrays:
    """A circuit laid out.

    Attributes
    ----------
    nodes : tuple of Node
        In the document's order, which is the order of all node arrays.
    code, x, y, half_width, half_height : arrays
        Kind (an index of `shapes.CODE`), centre and half size of each node.
    active, selected, wrong : arrays of bool
        How each node is shown; `amount` is its value.
    bundles : list of Bundle
        `bundle_active` says which of them carry a value.
    line_bundle, line_style, curve, box : arrays
        Of each line its bundle, its style, its course and the box around it.
    """

    def __init__(self, circuit: Store) -> None:
        self.circuit = circuit
        self.nodes: tuple[Node, ...] = tuple(circuit.nodes.values())
        self.index = {node.id: k for k, node in enumerate(self.nodes)}
        count = len(self.nodes)
        self.code = np.array([CODE[node.kind] for node in self.nodes], np.intp).reshape(count)
        self.round: Bools = np.isin(self.code, shapes.ROUND)
        self.active: Bools = np.zeros(count, bool)
        self.selected: Bools = np.zeros(count, bool)
        self.wrong: Bools = np.zeros(count, bool)
        self.amount: Floats = np.zeros(count)
        self.ports = {
            node.id: (tuple(circuit.ports(of, "input")), tuple(circuit.ports(of, "output")))
            for node in self.nodes
            if (of := node.parameters.get("of")) is not None
        }
        self._bundle(circuit.edges)
        self._measure()
        self._sort_looks()
        self._list_ports()
        self.read_places()

    # What is where

    def read_places(self) -> None:
        """Take the places from the circuit, and lay the lines anew."""
        places = place_all(self.circuit)
        at = np.array([places[node.id] for node in self.nodes], float).reshape(len(self.nodes), 2)
        self.x, self.y = np.ascontiguousarray(at[:, 0]), np.ascontiguousarray(at[:, 1])
        self._assign_arrivals()
        self._lay(detours=True)

    def move(self, rows: Ints, dx: float, dy: float) -> None:
        """Show some nodes elsewhere, while they are being dragged."""
        self.x[rows] += dx
        self.y[rows] += dy
        moved = np.zeros(len(self.nodes), bool)
        moved[rows] = True
        lines = np.flatnonzero(moved[self.line_source] | moved[self.line_target])
        self.curve[lines] = plain_routes(self._ends(lines))
        self._finish_lines()

    def bounds(self) -> tuple[float, float, float, float] | None:
        """The box around all that is drawn; None where there is nothing."""
        boxes = [self.node_boxes(), self.label_boxes(), self.box, self._note_boxes()]
        every = np.concatenate(boxes)
        if not len(every):
            return None
        return tuple(map(float, (*every[:, :2].min(0), *every[:, 2:].max(0))))  # type: ignore[return-value]

    def _note_boxes(self) -> Floats:
        boxes = []
        for note in self.circuit.notes:
            lines = note.text.splitlines() or [""]
            width, height = max(map(len, lines)) * shapes.LETTER * 1.1, len(lines) * shapes.LETTER * 2.2
            boxes.append((note.x, note.y, note.x + width, note.y + height))
        return np.array(boxes, float).reshape(-1, 4)

    def node_boxes(self) -> Floats:
        """Left, top, right and bottom of every node."""
        return np.stack(
            (self.x - self.half_width, self.y - self.half_height, self.x + self.half_width, self.y + self.half_height),
            axis=1,
        )

    def label_boxes(self) -> Floats:
        """Left, top, right and bottom of every name."""
        left = self.x + self._label_dx - self._label_width * self._label_align
        top = self.y + self._label_dy
        return np.stack((left, top, left + self._label_width, top + shapes.LETTER * 2.2), axis=1)

    def port(self, id: str, side: str, name: str | None = None) -> tuple[float, float]:
        """Where lines leave a node ("out") or reach it ("in"), in scene units."""
        k = self.index[id]
        y = 0.0
        if id in self.ports:
            names = self.ports[id][side == "out"]
            number = names.index(name) if name is not None else 0
            y = shapes.port_offset(self.half_height[k], number) if names else 0.0
        sign = 1 if side == "out" else -1
        return float(self.x[k] + sign * self.half_width[k]), float(self.y[k] + y)

    # Bundles

    def _bundle(self, edges: Iterable[Edge]) -> None:
        groups: dict[tuple[object, ...], list[Edge]] = {}
        for edge in edges:
            own = edge.key if edge.count is None else -1  # only synapses into a neuron are counted together
            groups.setdefault((edge.source, edge.target, edge.from_port, edge.to_port, edge.kind, own), []).append(edge)
        self.bundles = [_bundle(group) for group in groups.values()]
        lines = [bundle.lines for bundle in self.bundles]
        self.line_bundle: Ints = np.repeat(np.arange(len(self.bundles)), lines)
        style = np.array([bundle.style for bundle in self.bundles], np.intp).reshape(-1)
        self.line_style: Ints = style[self.line_bundle]
        weights = np.array([bundle.weight or 0.0 for bundle in self.bundles], float).reshape(-1)
        largest = np.abs(weights).max(initial=0) or 1.0
        self.line_width: Floats = (1.4 + 1.4 * (np.abs(weights) / largest) ** 0.7)[self.line_bundle]
        source = np.array([self.index[b.source] for b in self.bundles], np.intp).reshape(-1)
        target = np.array([self.index[b.target] for b in self.bundles], np.intp).reshape(-1)
        self.line_source, self.line_target = source[self.line_bundle], target[self.line_bundle]
        self.bundle_active: Bools = np.zeros(len(self.bundles), bool)

    def _measure(self) -> None:
        count = len(self.nodes)
        arrivals = np.bincount(self.line_target, minlength=count)
        sizes = [
            shapes.box_size(node.label or node.id, *self.ports[node.id])
            if node.id in self.ports
            else half_size(int(self.code[k]), int(arrivals[k]))
            for k, node in enumerate(self.nodes)
        ]
        array = np.array(sizes, float).reshape(count, 2)
        self.half_width, self.half_height = np.ascontiguousarray(array[:, 0]), np.ascontiguousarray(array[:, 1])
        self.labels: list[Label] = [
            name_label(node, float(self.half_width[k]), float(self.half_height[k])) for k, node in enumerate(self.nodes)
        ]
        table = np.array([(lab.dx, lab.dy, lab.width, lab.align) for lab in self.labels], float).reshape(count, 4)
        self._label_dx, self._label_dy, self._label_width, self._label_align = table.T

    def _sort_looks(self) -> None:
        """`looks` are the different looks at rest (kind, half size, variant); `look` says whose is which."""
        found: dict[tuple[int, float, float, str], int] = {}
        self.look: Ints = np.zeros(len(self.nodes), np.intp)
        for k, node in enumerate(self.nodes):
            variant = str(node.parameters.get("inhibition") or node.parameters.get("step") or "")
            size = float(self.half_width[k]), float(self.half_height[k])
            self.look[k] = found.setdefault((int(self.code[k]), *size, variant), len(found))
        self.looks = list(found)

    def _list_ports(self) -> None:
        """The ports of all subcircuits, one row a port."""
        rows = [
            (self.index[id], side, name, shapes.port_offset(float(self.half_height[self.index[id]]), number))
            for id, sides in self.ports.items()
            for side, names in enumerate(sides)
            for number, name in enumerate(names)
        ]
        self.port_node: Ints = np.array([row[0] for row in rows], np.intp)
        self.port_out: Bools = np.array([row[1] for row in rows], bool)
        self.port_name = [row[2] for row in rows]
        self.port_y: Floats = np.array([row[3] for row in rows], float)
        self.port_active: Bools = np.zeros(len(rows), bool)

    # Lines

    def _assign_arrivals(self) -> None:
        """Give every line its height at both ends: sorted by where it comes from, so that few cross."""
        count = len(self.line_bundle)
        self._in_offset, self._out_offset = np.zeros(count), np.zeros(count)
        loops = self.line_source == self.line_target
        backward = self.x[self.line_source] > self.x[self.line_target]  # these come in over the top
        heights = np.where(loops, -np.inf, self.y[self.line_source] - 1e6 * backward)
        order = np.lexsort((self.line_bundle, heights, self.line_target))
        for rows in np.split(order, np.flatnonzero(np.diff(self.line_target[order])) + 1):
            if len(rows):
                self._spread_at(int(self.line_target[rows[0]]), rows)
        self._spread_departures()

    def _spread_at(self, target: int, rows: Ints) -> None:
        id = self.nodes[target].id
        if id not in self.ports:
            self._in_offset[rows] = shapes.spread(len(rows), float(self.half_height[target]))
            return
        names = self.ports[id][0]
        for row in rows:
            number = names.index(self.bundles[self.line_bundle[row]].to_port or "")
            self._in_offset[row] = shapes.port_offset(float(self.half_height[target]), number)

    def _spread_departures(self) -> None:
        first = np.searchsorted(self.line_bundle, self.line_bundle)
        many = np.bincount(self.line_bundle, minlength=len(self.bundles))[self.line_bundle]
        self._out_offset = (np.arange(len(self.line_bundle)) - first - (many - 1) / 2) * 6.0
        for row, number in enumerate(self.line_bundle):
            bundle = self.bundles[number]
            if bundle.from_port is not None:
                k = self.index[bundle.source]
                port = self.ports[bundle.source][1].index(bundle.from_port)
                self._out_offset[row] += shapes.port_offset(float(self.half_height[k]), port)

    def _ends(self, lines: Ints) -> Ends:
        source, target = self.line_source[lines], self.line_target[lines]
        out, into = self._out_offset[lines], self._in_offset[lines]
        reach = shapes.edge_of(self.round[source], self.half_width[source], out)
        depth = shapes.edge_of(self.round[target], self.half_width[target], into)
        ys, yt = self.y[source], self.y[target]
        return Ends(
            self.x[source] + reach,
            ys + out,
            self.x[target] - depth - shapes.GAP - shapes.HEAD,
            yt + into,
            np.minimum(ys - self.half_height[source], yt - self.half_height[target]),
            np.maximum(ys + self.half_height[source], yt + self.half_height[target]),
            source == target,
        )

    def _lay(self, *, detours: bool) -> None:
        every = np.arange(len(self.line_bundle))
        if not len(every):
            self.curve: Floats = np.zeros((0, SAMPLES, 2))
        elif detours:
            boxes = np.concatenate(
                (self.node_boxes() + _CLEAR, self.label_boxes() + _CLEAR / 2, self._note_boxes() + _CLEAR / 2)
            )
            skip = np.stack((self.line_source, self.line_target), axis=1)
            self.curve = routes(self._ends(every), boxes, skip, self.line_bundle)
        else:
            self.curve = plain_routes(self._ends(every))
        self._finish_lines()

    def _finish_lines(self) -> None:
        self.box: Floats = np.concatenate((self.curve.min(1), self.curve.max(1)), 1) + np.array([-6.0, -6, 16, 6])
        self.bundle_labels = put_on_lines(self)


def _bundle(group: Sequence[Edge]) -> Bundle:
    first = group[0]
    count = sum(edge.count or 1 for edge in group) if first.count is not None else 1
    style = PLAIN
    if first.kind == "inhibitory":
        style = INHIBITORY
    elif first.kind == "excitatory":
        style = EXCITATORY
    elif first.weight is not None:
        style = NEGATIVE if first.weight < 0 else EXCITATORY
    keys = tuple(edge.key for edge in group)
    return Bundle(first.source, first.target, first.from_port, first.to_port, style, count, first.weight, keys)
