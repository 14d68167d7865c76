"""The circuit as arrays: what is painted, hit and lit up, one row a node, a bundle or a line.

Edges with the same ends lie in one *bundle*, whose synapses are counted together. A bundle of up to
three is drawn as that many *lines* side by side, a larger one as one line with its number on it.
"""

from __future__ import annotations

import copy

import numpy as np

from circuitsim.records import Node
from circuitsim.store import Store
from gui.canvas import shapes
from gui.canvas.bundles import Bundle, bundle_up
from gui.canvas.labels import Label, name_label, put_on_lines
from gui.canvas.places import place_all
from gui.canvas.routes import SAMPLES, Ends, is_small, plain_routes, routes
from gui.canvas.shapes import CODE, Bools, Floats, Ints

_CLEAR = np.array([-8.0, -8.0, 8.0, 8.0])
_ALL = slice(None)
_BIAS = 10.0  # further up stands the bias of a TLU


class NetArrays:
    """A circuit laid out. An edit of a large one is taken over by gui/canvas/follow.py, row by row.

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
        In the order of their first edges. `bundle_active` says which of them carry a value,
        `bundle_selected` which are selected; `bundle_key` is the key of the first edge, and `shared`
        are the numbers of those that hold several edges.
    line_bundle, line_style, curve, box : arrays
        Of each line its bundle, its style, its course and the box around it. Those that are `lifted`
        follow the nodes that are `carried`, which are being dragged; `moves` counts the times that lines
        were laid, and `crowding` says how densely they lie.
    """

    def __init__(self, circuit: Store) -> None:
        self.circuit = circuit
        self.moves = 0
        self.build()

    def build(self) -> None:
        """Make everything from the circuit; nothing is active, selected or lifted."""
        self.nodes: tuple[Node, ...] = self.circuit.body().nodes
        count = len(self.nodes)
        self.index = {node.id: k for k, node in enumerate(self.nodes)}
        self.code: Ints = np.array([CODE[node.kind] for node in self.nodes], np.intp).reshape(count)
        self.round: Bools = np.isin(self.code, shapes.ROUND)
        self.active: Bools = np.zeros(count, bool)
        self.selected: Bools = np.zeros(count, bool)
        self.wrong: Bools = np.zeros(count, bool)
        self.amount: Floats = np.zeros(count)
        self.turn: Ints = self._turns()
        self.find_ports()
        self.put_bundles(bundle_up(self.circuit.edges))
        self.own_width, self.own_height = np.zeros(count), np.zeros(count)
        self.half_width, self.half_height = np.zeros(count), np.zeros(count)
        self.label_dx, self.label_dy = np.zeros(count), np.zeros(count)
        self.label_width, self.label_align = np.zeros(count), np.zeros(count)
        self.labels: list[Label] = [_NO_LABEL] * count
        self.look: Ints = np.zeros(count, np.intp)
        self.looks: list[Look] = []
        self._row_of: dict[Look, int] = {}
        self.measure(np.arange(count))
        self.list_ports()
        self.read_places()

    # What is where

    def read_places(self) -> None:
        """Take the places from the circuit, and lay the lines anew."""
        self.notes = self.circuit.notes
        turn = self._turns()
        turned = np.flatnonzero(turn != self.turn)
        if len(turned):
            self.turn = turn
            self.measure(turned)
        places = place_all(self)
        at = np.array([places[node.id] for node in self.nodes], float).reshape(len(self.nodes), 2)
        self.x, self.y = np.ascontiguousarray(at[:, 0]), np.ascontiguousarray(at[:, 1])
        every = np.arange(len(self.line_bundle))
        self.sort_arrivals(every)
        self._lay(every)
        self.put_down_lines()

    def _turns(self) -> Ints:
        """By how many right angles each node is turned."""
        layout = self.circuit.layout
        turns = [quarter_turns(layout[node.id].degrees) if node.id in layout else 0 for node in self.nodes]
        return np.array(turns, np.intp).reshape(len(self.nodes))

    def move(self, rows: Ints, dx: float | Floats, dy: float | Floats) -> None:
        """Show some nodes elsewhere, while they are being dragged."""
        self.x[rows] += dx
        self.y[rows] += dy
        moved = self._among(rows)
        at_source, at_target = moved[self.line_source], moved[self.line_target]
        lines = np.flatnonzero(at_source | at_target)
        if np.ndim(dx) == 0:  # a line whose both ends go the same way goes along as it is
            along = np.flatnonzero(at_source & at_target)
            self.curve.view(complex)[along] += complex(dx, dy)
            self.box[along] += (dx, dy, dx, dy)
            self.lay_plain(np.flatnonzero(at_source ^ at_target))
        else:
            self.lay_plain(lines)
        self._move_labels(lines)

    def lines_at(self, rows: Ints) -> Ints:
        """The lines that begin or end at some nodes."""
        moved = self._among(rows)
        return np.flatnonzero(moved[self.line_source] | moved[self.line_target])

    def _among(self, rows: Ints) -> Bools:
        moved = np.zeros(len(self.nodes), bool)
        moved[rows] = True
        return moved

    def _move_labels(self, lines: Ints) -> None:
        """Put the texts on some lines in the middle of them; the next layout finds better places."""
        there = self.label_of[self.line_bundle[lines]]
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

    def node_boxes(self, rows: Ints | slice = _ALL) -> Floats:
        """Left, top, right and bottom of every node, or of some."""
        x, y, wide, high = self.x[rows], self.y[rows], self.half_width[rows], self.half_height[rows]
        return np.stack((x - wide, y - high, x + wide, y + high)).T

    def label_boxes(self, rows: Ints | slice = _ALL) -> Floats:
        """Left, top, right and bottom of every name, or of some."""
        width = self.label_width[rows]
        left = self.x[rows] + self.label_dx[rows] - width * self.label_align[rows]
        top = self.y[rows] + self.label_dy[rows]
        return np.stack((left, top, left + width, top + shapes.LETTER * 2.2)).T

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

    # Nodes

    def find_ports(self) -> None:
        """The names of the ports of every subcircuit, left and right."""
        circuit = self.circuit
        self.ports = {
            node.id: (tuple(circuit.ports(of, "input")), tuple(circuit.ports(of, "output")))
            for node in self.nodes
            if (of := node.parameters.get("of")) is not None
        }

    def measure(self, rows: Ints) -> None:
        """How large some nodes are, where their names stand, and what they look like."""
        arrivals = np.bincount(self.line_target, minlength=len(self.nodes))[rows]
        width, height = shapes.half_sizes(self.code[rows], arrivals)
        for k, row in enumerate(rows.tolist()) if self.ports else ():
            node = self.nodes[row]
            if node.id in self.ports:
                width[k], height[k] = shapes.box_size(node.label or node.id, *self.ports[node.id])
        upright = self.turn[rows] % 2 == 0
        self.own_width[rows], self.own_height[rows] = width, height
        self.half_width[rows] = np.where(upright, width, height)
        self.half_height[rows] = np.where(upright, height, width)
        self._find_looks(rows)

    def _find_looks(self, rows: Ints) -> None:
        """`looks` are the different looks at rest (kind, half size, variant); `look` says whose is which."""
        columns = (rows, self.code[rows], self.half_width[rows], self.half_height[rows], self.turn[rows])
        labels, looks = [], []
        for row, code, width, height, turn in zip(*(column.tolist() for column in columns), strict=True):
            node = self.nodes[row]
            label = self.labels[row] = name_label(node, width, height, turn)
            labels.append((label.dx, label.dy, label.width, label.align))
            variant = node.parameters.get("inhibition") or node.parameters.get("step") or ""
            if turn and node.id in self.ports:
                variant = f"turn {turn}"
            looks.append(self._row_of.setdefault((code, width, height, variant), len(self._row_of)))
        self.look[rows] = looks
        self.looks = list(self._row_of)
        table = np.array(labels, float).reshape(len(rows), 4)
        self.label_dx[rows], self.label_dy[rows], self.label_width[rows], self.label_align[rows] = table.T

    def list_ports(self) -> None:
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

    # Bundles

    def put_bundles(self, bundles: list[Bundle]) -> None:
        """Take over the bundles, none of them active or selected, and count out their lines; the courses come later."""
        self.bundles = bundles
        count, index = len(bundles), self.index
        self.bundle_source: Ints = np.array([index[bundle.source] for bundle in bundles], np.intp).reshape(count)
        self.bundle_target: Ints = np.array([index[bundle.target] for bundle in bundles], np.intp).reshape(count)
        self.bundle_active: Bools = np.zeros(count, bool)
        self.bundle_selected: Bools = np.zeros(count, bool)
        self._number_ports()
        self.line_bundle: Ints = np.repeat(np.arange(count), [bundle.lines for bundle in bundles])
        self.line_source, self.line_target = self.bundle_source[self.line_bundle], self.bundle_target[self.line_bundle]
        self.weigh()
        # A key stays with its bundle when others come and go: bundles and lines are told apart by it.
        self.bundle_key: Ints = np.array([bundle.keys[0] for bundle in bundles], np.intp).reshape(count)
        self.line_key = self.bundle_key[self.line_bundle]
        self.shared = [number for number, bundle in enumerate(bundles) if len(bundle.keys) > 1]
        self.in_offset: Floats = np.zeros(len(self.line_bundle))
        self.curve: Floats = np.zeros((len(self.line_bundle), SAMPLES, 2))
        self.box: Floats = np.zeros((4, len(self.line_bundle))).T  # all boxes are compared at once, side by side

    def weigh(self) -> None:
        """The style of every line, and how thick it is: the largest weight is drawn thickest."""
        count = len(self.bundles)
        style = np.array([bundle.style for bundle in self.bundles], np.intp).reshape(count)
        self.line_style: Ints = style[self.line_bundle]
        weights = np.abs(np.array([bundle.weight or 0.0 for bundle in self.bundles], float).reshape(count))
        largest = weights.max(initial=0) or 1.0
        self.line_width: Floats = (1.4 + 1.4 * (weights / largest) ** 0.7)[self.line_bundle]

    def _number_ports(self) -> None:
        """Which port, by number, each bundle leaves and reaches; -1 for a node that has none."""
        self._from_number, self._to_number = (np.full(len(self.bundles), -1) for _ in range(2))
        numbers = {
            id: tuple({name: k for k, name in enumerate(names)} for names in sides) for id, sides in self.ports.items()
        }
        for k, bundle in enumerate(self.bundles) if numbers else ():
            if bundle.from_port is not None:
                self._from_number[k] = numbers[bundle.source][1][bundle.from_port]
            if bundle.to_port is not None:
                self._to_number[k] = numbers[bundle.target][0][bundle.to_port]

    # Lines

    def sort_arrivals(self, lines: Ints) -> None:
        """Let lines arrive in the order of where they come from, so that few cross.

        `lines` are all lines into some nodes.
        """
        source, target = self.line_source[lines], self.line_target[lines]
        backward = self.x[source] > self.x[target]  # these come in over the top
        heights = np.where(source == target, -np.inf, self.y[source] - 1e6 * backward)
        order = np.lexsort((self.line_bundle[lines], heights, target))
        lines, target = lines[order], target[order]
        first = np.searchsorted(target, target)
        many = np.searchsorted(target, target, side="right") - first
        self.in_offset[lines] = shapes.spread(np.arange(len(lines)) - first, many, self.own_height[target])
        port = self._to_number[self.line_bundle[lines]]
        at_port = port >= 0
        self.in_offset[lines[at_port]] = shapes.port_offset(self.own_height[target[at_port]], port[at_port])

    def _departures(self, lines: Ints) -> Floats:
        """How far below the middle of its node each line leaves."""
        bundle = self.line_bundle[lines]
        first = np.searchsorted(self.line_bundle, bundle)
        many = np.searchsorted(self.line_bundle, bundle, side="right") - first
        offset: Floats = (lines - first - (many - 1) / 2) * 6.0
        port = self._from_number[bundle]
        return offset + np.where(port >= 0, shapes.port_offset(self.own_height[self.line_source[lines]], port), 0.0)

    def port_heights(self, lines: Ints) -> Floats:
        """How far below the centres of their nodes the ports of lines are: (lines, 2); 0 where there is none."""
        bundle = self.line_bundle[lines]
        ends = (self._from_number[bundle], self.line_source[lines]), (self._to_number[bundle], self.line_target[lines])
        heights = [np.where(port >= 0, shapes.port_offset(self.own_height[node], port), 0.0) for port, node in ends]
        return np.stack(heights, axis=1)

    def _ends(self, lines: Ints) -> Ends:
        source, target = self.line_source[lines], self.line_target[lines]
        out, into = self._departures(lines), self.in_offset[lines]
        reach = shapes.edge_of(self.round[source], self.own_width[source], out)
        depth = shapes.edge_of(self.round[target], self.own_width[target], into)
        xs, xt, ys, yt = self.x[source], self.x[target], self.y[source], self.y[target]
        from_x, from_y = shapes.turn(self.turn[source], reach, out)
        to_x, to_y = shapes.turn(self.turn[target], -depth - shapes.GAP - shapes.HEAD, into)
        return Ends(
            self.x[source] + from_x,
            ys + from_y,
            self.x[target] + to_x,
            yt + to_y,
            np.minimum(xs - self.half_width[source], xt - self.half_width[target]),
            np.minimum(ys - self.half_height[source], yt - self.half_height[target]),
            np.maximum(xs + self.half_width[source], xt + self.half_width[target]),
            np.maximum(ys + self.half_height[source], yt + self.half_height[target]),
            source == target,
            self.turn[source],
            self.turn[target],
            _beside(out, self._from_number[self.line_bundle[lines]] >= 0, 1.0),
            _beside(into, self._to_number[self.line_bundle[lines]] >= 0, 0.5),
            self.line_key[lines] * 5 % 7 * 4.0,
        )

    @property
    def is_small(self) -> bool:
        """Whether lines go round nodes, so that every line depends on each place."""
        return is_small(len(self.line_bundle), 2 * len(self.nodes) + len(self.notes))

    def _lay(self, every: Ints) -> None:
        if not self.is_small or not len(every):
            self.lay_plain(every)
            return
        nodes = self.node_boxes() + _CLEAR
        nodes[self.code == shapes.TLU, 1] -= _BIAS
        boxes = np.concatenate((nodes, self.label_boxes() + _CLEAR / 2, self.note_boxes() + _CLEAR / 2))
        skip = np.stack((self.line_source, self.line_target), axis=1)
        self.curve[:] = routes(self._ends(every), boxes, skip, self.line_bundle)
        self.box[:] = _boxes(self.curve)

    def lay_plain(self, lines: Ints) -> None:
        """The course of some lines, without regard to what is in between."""
        if len(lines):
            numbers = lines if self.is_small else self.line_key[lines]
            self.curve[lines] = courses = plain_routes(self._ends(lines), numbers)
            self.box[lines] = _boxes(courses)

    # Beside the window

    def twin(self) -> NetArrays:
        """A copy whose nodes can be put elsewhere in a thread, whatever happens to these meanwhile."""
        twin = copy.copy(self)
        for name in _OF_PLACES:
            setattr(twin, name, copy.copy(getattr(self, name)))
        return twin

    def stand_upright(self, rows: Ints) -> None:
        """Turn some nodes of a twin back."""
        turned = rows[self.turn[rows] != 0]
        if len(turned):
            self.turn[turned] = 0
            self.measure(turned)

    def still(self) -> NetArrays:
        """A copy that shows for ever what this shows now."""
        still = copy.copy(self)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray | list):
                setattr(still, name, value.copy())
        return still

    def put_elsewhere(self, rows: Ints, centres: Floats) -> None:
        """Put some nodes of a twin elsewhere, and lay all lines anew."""
        self.x[rows], self.y[rows] = centres.T
        self.in_offset, self.curve = np.zeros_like(self.in_offset), np.zeros_like(self.curve)
        self.box = np.zeros((4, len(self.curve))).T
        every = np.arange(len(self.curve))
        self.sort_arrivals(every)
        self._lay(every)
        self.put_down_lines()

    def be_where(self, twin: NetArrays) -> None:
        """Be as a twin is, whose nodes were put elsewhere."""
        more = ("notes", "in_offset", "curve", "box", "lifted", "carried", "bundle_labels", "label_of")
        for name in (*_OF_PLACES, *more):
            setattr(self, name, getattr(twin, name))
        self.moves += 1

    def put_down_lines(self) -> None:
        """All lines lie still, with their texts on them."""
        self.lifted = np.zeros(len(self.curve), bool)
        self.carried = np.zeros(len(self.nodes), bool)
        self.moves += 1
        self.crowding = self._crowding()
        self.bundle_labels = put_on_lines(self)
        self.label_of = np.full(len(self.bundles), -1)
        self.label_of[[number for number, _, _, _ in self.bundle_labels]] = np.arange(len(self.bundle_labels))

    def _crowding(self) -> float:
        """How much of lines there is in an area of the scene."""
        wide, high = self.box[:, 2] - self.box[:, 0], self.box[:, 3] - self.box[:, 1]
        return (
            float(np.hypot(wide, high).sum() / ((np.ptp(self.x) + 100) * (np.ptp(self.y) + 100))) if len(wide) else 0.0
        )


_OF_PLACES = (
    "x", "y", "turn", "own_width", "own_height", "half_width", "half_height", "labels", "label_dx", "label_dy",
    "label_width", "label_align", "look", "looks", "_row_of",
)  # fmt: skip
"""What changes where nodes are moved and turned."""

Look = tuple[int, float, float, str]
_NO_LABEL = Label("", 0, 0, 0, 0)


def _beside(offset: Floats, at_port: Bools, part: float) -> Floats:
    """How far lines lie apart in a lane: as where they come from, but lines of ports come from further apart."""
    return offset * np.where(at_port, 0.25, part)


def quarter_turns(degrees: float) -> int:
    """By how many right angles a node is turned."""
    return round(degrees / 90) % 4


def _boxes(curves: Floats) -> Floats:
    """The box round each course and its end."""
    x, y = curves[:, :, 0], curves[:, :, 1]
    return np.stack((x.min(1) - 6.0, y.min(1) - 6, x.max(1) + 16, y.max(1) + 6)).T
