"""The circuit as arrays: what is painted, hit and lit up, one row a node, a bundle or a line.

Edges with the same ends lie in one *bundle*, whose synapses are counted together. A bundle of up to
three is drawn as that many *lines* side by side, a larger one as one line with its number on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from circuitsim.records import Edge, Node
from circuitsim.store import Store
from gui.canvas import shapes
from gui.canvas.labels import Label, name_label, put_on_lines
from gui.canvas.places import place_all
from gui.canvas.routes import SAMPLES, Ends, is_small, plain_routes, routes
from gui.canvas.shapes import CODE, Bools, Floats, half_size

Ints = NDArray[np.intp]

SIDE_BY_SIDE = 3
_CLEAR = np.array([-8.0, -8.0, 8.0, 8.0])
PLAIN, EXCITATORY, INHIBITORY, NEGATIVE = range(4)
"""How a line is drawn: into an output, delay or port; the two synapses; a weight below 0."""


class Bundle(NamedTuple):
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
        Kind (an index of `shapes.CODE`), centre and half size of each node as it is drawn;
        `turn` counts the right angles that it is turned by, and `own_width`, `own_height` are its
        half size before that.
    active, selected, wrong : arrays of bool
        How each node is shown; `amount` is its value.
    bundles : list of Bundle
        `bundle_active` says which of them carry a value, `bundle_selected` which are selected.
    line_bundle, line_style, curve, box : arrays
        Of each line its bundle, its style, its course and the box around it. Those that are `lifted`
        follow nodes that are being dragged; `moves` counts the times that lines were laid.
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
        self.moves = 0
        self.ports = {
            node.id: (tuple(circuit.ports(of, "input")), tuple(circuit.ports(of, "output")))
            for node in self.nodes
            if (of := node.parameters.get("of")) is not None
        }
        self.turn = self._turns()
        self._bundle(circuit.edges)
        self._measure()
        self._sort_looks()
        self._list_ports()
        self.read_places()

    # What is where

    def read_places(self) -> None:
        """Take the places from the circuit, and lay the lines anew."""
        self.notes = self.circuit.notes
        turn = self._turns()
        if (turn != self.turn).any():
            self.turn = turn
            self._measure()
            self._sort_looks()
        places = place_all(self)
        at = np.array([places[node.id] for node in self.nodes], float).reshape(len(self.nodes), 2)
        self.x, self.y = np.ascontiguousarray(at[:, 0]), np.ascontiguousarray(at[:, 1])
        self._assign_arrivals()
        self._lay(detours=True)

    def _turns(self) -> Ints:
        """By how many right angles each node is turned."""
        layout = self.circuit.layout
        turns = [round(layout[node.id].degrees / 90) % 4 if node.id in layout else 0 for node in self.nodes]
        return np.array(turns, np.intp).reshape(len(self.nodes))

    def move(self, rows: Ints, dx: float | Floats, dy: float | Floats) -> None:
        """Show some nodes elsewhere, while they are being dragged."""
        self.x[rows] += dx
        self.y[rows] += dy
        lines = self.lines_at(rows)
        self.curve[lines] = plain_routes(self._ends(lines), lines)
        self.box[lines] = _boxes(self.curve[lines])
        self._move_labels(lines)

    def lines_at(self, rows: Ints) -> Ints:
        """The lines that begin or end at some nodes."""
        moved = np.zeros(len(self.nodes), bool)
        moved[rows] = True
        return np.flatnonzero(moved[self.line_source] | moved[self.line_target])

    def _move_labels(self, lines: Ints) -> None:
        """Put the texts on some lines in the middle of them; the next layout finds better places."""
        there = self._label_of[self.line_bundle[lines]]
        for line, place in zip(lines[there >= 0].tolist(), there[there >= 0].tolist(), strict=True):
            number, text, _, _ = self.bundle_labels[place]
            x, y = self.curve[line, SAMPLES // 2].tolist()
            self.bundle_labels[place] = (number, text, x, y)

    def bounds(self) -> tuple[float, float, float, float] | None:
        """The box around all that is drawn; None where there is nothing."""
        boxes = [self.node_boxes(), self.label_boxes(), self.box, self.note_boxes()]
        every = np.concatenate(boxes)
        if not len(every):
            return None
        return tuple(map(float, (*every[:, :2].min(0), *every[:, 2:].max(0))))  # type: ignore[return-value]

    def note_boxes(self) -> Floats:
        """Left, top, right and bottom of every note."""
        boxes = []
        for note in self.notes:
            lines = note.text.splitlines() or [""]
            width, height = max(map(len, lines)) * shapes.LETTER * 1.1, len(lines) * shapes.LETTER * 2.2
            boxes.append((note.x, note.y, note.x + width, note.y + height))
        return np.array(boxes, float).reshape(-1, 4)

    def node_boxes(self) -> Floats:
        """Left, top, right and bottom of every node."""
        return np.stack(
            (self.x - self.half_width, self.y - self.half_height, self.x + self.half_width, self.y + self.half_height)
        ).T

    def label_boxes(self) -> Floats:
        """Left, top, right and bottom of every name."""
        left = self.x + self._label_dx - self._label_width * self._label_align
        top = self.y + self._label_dy
        return np.stack((left, top, left + self._label_width, top + shapes.LETTER * 2.2)).T

    def port(self, id: str, side: str, name: str | None = None) -> tuple[float, float]:
        """Where lines leave a node ("out") or reach it ("in"), in scene units."""
        k = self.index[id]
        y = 0.0
        if id in self.ports:
            names = self.ports[id][side == "out"]
            number = names.index(name) if name is not None else 0
            y = shapes.port_offset(self.own_height[k], number) if names else 0.0
        sign = 1 if side == "out" else -1
        dx, dy = shapes.turn(int(self.turn[k]), sign * self.own_width[k], y)
        return float(self.x[k] + dx), float(self.y[k] + dy)

    # Bundles

    def _bundle(self, edges: Iterable[Edge]) -> None:
        groups: dict[tuple[object, ...], list[Edge]] = {}
        for edge in edges:
            own = edge.key if edge.count is None else -1  # only synapses into a neuron are counted together
            groups.setdefault((edge.source, edge.target, edge.from_port, edge.to_port, edge.kind, own), []).append(edge)
        self.bundles: list[Bundle] = [_bundle(group) for group in groups.values()]
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
        self.bundle_selected: Bools = np.zeros(len(self.bundles), bool)

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
        self.own_width, self.own_height = np.ascontiguousarray(array[:, 0]), np.ascontiguousarray(array[:, 1])
        upright = self.turn % 2 == 0
        self.half_width = np.where(upright, self.own_width, self.own_height)
        self.half_height = np.where(upright, self.own_height, self.own_width)
        self.labels: list[Label] = [
            name_label(node, float(self.half_width[k]), float(self.half_height[k]), int(self.turn[k]))
            for k, node in enumerate(self.nodes)
        ]
        table = np.array([(lab.dx, lab.dy, lab.width, lab.align) for lab in self.labels], float).reshape(count, 4)
        self._label_dx, self._label_dy, self._label_width, self._label_align = table.T

    def _sort_looks(self) -> None:
        """`looks` are the different looks at rest (kind, half size, variant); `look` says whose is which."""
        found: dict[tuple[int, float, float, str], int] = {}
        self.look: Ints = np.zeros(len(self.nodes), np.intp)
        for k, node in enumerate(self.nodes):
            variant = str(node.parameters.get("inhibition") or node.parameters.get("step") or "")
            if node.id in self.ports and self.turn[k]:
                variant = f"turn {self.turn[k]}"
            size = float(self.half_width[k]), float(self.half_height[k])
            self.look[k] = found.setdefault((int(self.code[k]), *size, variant), len(found))
        self.looks = list(found)

    def _list_ports(self) -> None:
        """The ports of all subcircuits, one row a port."""
        rows = [
            (self.index[id], side, name, shapes.port_offset(float(self.own_height[self.index[id]]), number))
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
        """Give every line its height at both ends."""
        count = len(self.line_bundle)
        self._in_offset, self._out_offset = np.zeros(count), np.zeros(count)
        self._sort_arrivals(np.arange(count))
        self._spread_departures()

    def _sort_arrivals(self, lines: Ints) -> None:
        """Let lines arrive in the order of where they come from, so that few cross."""
        source, target = self.line_source[lines], self.line_target[lines]
        backward = self.x[source] > self.x[target]  # these come in over the top
        heights = np.where(source == target, -np.inf, self.y[source] - 1e6 * backward)
        order = lines[np.lexsort((self.line_bundle[lines], heights, target))]
        for rows in np.split(order, np.flatnonzero(np.diff(self.line_target[order])) + 1):
            if len(rows):
                self._spread_at(int(self.line_target[rows[0]]), rows)

    def follow_places(self, ids: Collection[str]) -> Ints | None:
        """Take over the places of a few nodes; returns the lines that moved, or None where all had to be laid anew.

        In a small circuit a line may go round any node, so that all of them depend on each place.
        """
        layout = self.circuit.layout
        known = all(id in self.index and id in layout for id in ids)
        if not known or is_small(len(self.line_bundle), 2 * len(self.nodes) + len(self.notes)):
            self.read_places()
            return None
        rows = np.array([self.index[id] for id in ids], np.intp)
        if any(round(layout[id].degrees / 90) % 4 != self.turn[row] for id, row in zip(ids, rows, strict=True)):
            self.read_places()
            return None
        self.x[rows], self.y[rows] = [layout[id].x for id in ids], [layout[id].y for id in ids]
        reached = np.zeros(len(self.nodes), bool)
        reached[rows] = True
        reached[self.line_target[reached[self.line_source]]] = True
        into = np.flatnonzero(reached[self.line_target])
        self._sort_arrivals(into)
        lines = np.union1d(into, self.lines_at(rows))
        self.curve[lines] = plain_routes(self._ends(lines), lines)
        self.box[lines] = _boxes(self.curve[lines])
        self.moves += 1
        self._move_labels(lines)
        return lines

    def _spread_at(self, target: int, rows: Ints) -> None:
        id = self.nodes[target].id
        if id not in self.ports:
            self._in_offset[rows] = shapes.spread(len(rows), float(self.own_height[target]))
            return
        names = self.ports[id][0]
        for row in rows:
            number = names.index(self.bundles[self.line_bundle[row]].to_port or "")
            self._in_offset[row] = shapes.port_offset(float(self.own_height[target]), number)

    def _spread_departures(self) -> None:
        first = np.searchsorted(self.line_bundle, self.line_bundle)
        many = np.bincount(self.line_bundle, minlength=len(self.bundles))[self.line_bundle]
        self._out_offset = (np.arange(len(self.line_bundle)) - first - (many - 1) / 2) * 6.0
        for row, number in enumerate(self.line_bundle):
            bundle = self.bundles[number]
            if bundle.from_port is not None:
                k = self.index[bundle.source]
                port = self.ports[bundle.source][1].index(bundle.from_port)
                self._out_offset[row] += shapes.port_offset(float(self.own_height[k]), port)

    def _ends(self, lines: Ints) -> Ends:
        source, target = self.line_source[lines], self.line_target[lines]
        out, into = self._out_offset[lines], self._in_offset[lines]
        reach = shapes.edge_of(self.round[source], self.own_width[source], out)
        depth = shapes.edge_of(self.round[target], self.own_width[target], into)
        ys, yt = self.y[source], self.y[target]
        from_x, from_y = shapes.turn(self.turn[source], reach, out)
        to_x, to_y = shapes.turn(self.turn[target], -depth - shapes.GAP - shapes.HEAD, into)
        return Ends(
            self.x[source] + from_x,
            ys + from_y,
            self.x[target] + to_x,
            yt + to_y,
            np.minimum(ys - self.half_height[source], yt - self.half_height[target]),
            np.maximum(ys + self.half_height[source], yt + self.half_height[target]),
            source == target,
            self.turn[source],
            self.turn[target],
        )

    def _lay(self, *, detours: bool) -> None:
        every = np.arange(len(self.line_bundle))
        if not len(every):
            self.curve: Floats = np.zeros((0, SAMPLES, 2))
        elif detours:
            boxes = np.concatenate(
                (self.node_boxes() + _CLEAR, self.label_boxes() + _CLEAR / 2, self.note_boxes() + _CLEAR / 2)
            )
            skip = np.stack((self.line_source, self.line_target), axis=1)
            self.curve = routes(self._ends(every), boxes, skip, self.line_bundle)
        else:
            self.curve = plain_routes(self._ends(every))
        self._finish_lines()

    def _finish_lines(self) -> None:
        self.box = _boxes(self.curve)
        self.lifted = np.zeros(len(self.curve), bool)
        self.moves += 1
        self.bundle_labels = put_on_lines(self)
        self._label_of = np.full(len(self.bundles), -1)
        for place, (number, _, _, _) in enumerate(self.bundle_labels):
            self._label_of[number] = place


def _boxes(curves: Floats) -> Floats:
    """The box round each course and its end; each side is contiguous, since all of them are compared at once."""
    x, y = curves[:, :, 0], curves[:, :, 1]
    return np.stack((x.min(1) - 6.0, y.min(1) - 6, x.max(1) + 16, y.max(1) + 6)).T


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
