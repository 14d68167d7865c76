"""An edit taken over by the arrays of a large circuit, row by row, without building them anew.

What an edit touches spreads a little: a connection that comes or goes changes the size of the neuron it
reaches and the order of the lines there; a node that moves takes its lines along, and where these arrive
the order changes again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from circuitsim.records import Change, Edge, Node, Place
from gui.canvas.arrays import NetArrays, quarter_turns
from gui.canvas.bundles import bundle_up
from gui.canvas.shapes import CODE, ROUND, Bools, Floats, Ints

_NODE_COLUMNS = (
    "code", "round", "active", "selected", "wrong", "amount", "turn", "own_width", "own_height", "half_width",
    "half_height", "label_dx", "label_dy", "label_width", "label_align", "look", "x", "y",
)  # fmt: skip
_LINE_COLUMNS = ("in_offset", "curve", "box")
_TABLES = {"node", "edge", "place", "note", "layer", "test", "head"}
_TEXTS = np.array([-80.0, -30.0, 80.0, 30.0])  # how far weights and biases may reach beyond where they stand
_LARGEST_SHARE = 4
"""Where more than one in so many nodes is touched, building anew is as fast."""


def follow(net: NetArrays, change: Change) -> Floats | None:
    """Take over an edit that the circuit has made.

    Returns
    -------
    array of shape (boxes, 4) or None
        The boxes of the scene in which something may look otherwise; None where everything may.
    """
    if _only_weights(change):
        return _reweigh(net, change)
    keys = {table: [key for found, key in change.slots if found == table] for table in _TABLES}
    ids = {str(key) for key in (*keys["node"], *keys["place"])}
    if not _can_follow(net, change, ids):
        if not {table for table, _ in change.slots} <= {"place", "note"}:
            _build_anew(net)
        elif not _are_there(net, change):
            net.read_places()
        return None
    had = [net.index[id] for id in ids if id in net.index]
    touched = [net.node_boxes()[had], net.label_boxes()[had], net.note_boxes()]
    keys_before, boxes_before, widths_before = net.line_key, net.box.copy(), net.line_width
    if keys["node"]:
        _follow_nodes(net, change)
    rows = _follow_places(net, ids)
    net.notes = net.circuit.notes
    reached = np.zeros(len(net.nodes), bool)
    reached[rows] = True
    if keys["edge"]:
        reached[_follow_edges(net, change)] = True
    changed = np.flatnonzero(reached)
    net.measure(changed)
    net.list_ports()
    laid = _lay_again(net, reached)
    net.put_down_lines()
    if net.line_width.max(initial=0) != widths_before.max(initial=0):
        return None  # another weight is the largest now, and all are drawn in proportion to it
    gone = np.isin(keys_before, net.line_key[laid]) | ~np.isin(keys_before, net.line_key)
    touched += [boxes_before[gone], net.box[laid], net.node_boxes()[changed], net.label_boxes()[changed]]
    return np.concatenate((*touched, net.note_boxes()))


def _only_weights(change: Change) -> bool:
    """Whether nothing but weights and biases of TLUs is other than before, as in training."""
    if change.before.keys() != change.after.keys():
        return False
    for slot, after in change.after.items():
        before = change.before[slot]
        if isinstance(before, Edge) and isinstance(after, Edge) and before.weight is not None:
            if replace(before, weight=after.weight) != after:
                return False
        elif isinstance(before, Node) and isinstance(after, Node) and before.kind == "tlu":
            same = {**before.parameters, "bias": 0} == {**after.parameters, "bias": 0}
            if not same or replace(before, parameters=after.parameters) != after:
                return False
        else:
            return False
    return True


def _reweigh(net: NetArrays, change: Change) -> Floats | None:
    """Take over weights and biases: every line stays where it is."""
    widths = net.line_width
    number = {int(key): k for k, key in enumerate(net.bundle_key.tolist())}
    edges = [record for record in change.after.values() if isinstance(record, Edge)]
    rows = [number[edge.key] for edge in edges]
    for row, edge in zip(rows, edges, strict=True):
        (net.bundles[row],) = bundle_up([edge])
    net.weigh()
    texts = {row: net.bundles[row].text for row in rows}
    net.bundle_labels = [(k, texts.get(k, text), x, y) for k, text, x, y in net.bundle_labels]
    net.moves += 1  # what was looked up about lines holds their styles and texts
    tlus = [net.index[record.id] for record in change.after.values() if isinstance(record, Node)]
    if tlus:
        net.nodes = net.circuit.body().nodes
    if not np.array_equal(net.line_width, widths):
        return None
    labels = [(x, y, x, y) for k, _, x, y in net.bundle_labels if k in texts]
    touched = (net.box[np.isin(net.line_bundle, rows)], np.reshape(labels, (-1, 4)), net.node_boxes()[tlus])
    return np.concatenate(touched) + _TEXTS


def _can_follow(net: NetArrays, change: Change, ids: set[str]) -> bool:
    circuit = net.circuit
    if not net.nodes or net.is_small or {table for table, _ in change.slots} - _TABLES:
        return False
    few = len(change.slots) * _LARGEST_SHARE <= len(net.nodes)
    return few and all(id in circuit.layout for id in ids if id in circuit.graph)


def _are_there(net: NetArrays, change: Change) -> bool:
    """Whether everything is where a change of places put it: the new layout was taken over before."""
    places = {key: place for (_, key), place in change.after.items() if isinstance(place, Place)}
    if len(change.after) < len(change.slots) or not places.keys() <= net.index.keys() or net.notes != net.circuit.notes:
        return False
    rows = [net.index[str(id)] for id in places]
    at = [(place.x, place.y, quarter_turns(place.degrees)) for place in places.values()]
    return np.array_equal(np.stack((net.x[rows], net.y[rows], net.turn[rows]), axis=1), np.reshape(at, (-1, 3)))


def _build_anew(net: NetArrays) -> None:
    selected = {net.nodes[row].id for row in np.flatnonzero(net.selected).tolist()}
    net.build()
    net.selected[:] = [node.id in selected for node in net.nodes]


def _follow_nodes(net: NetArrays, change: Change) -> None:
    """Rows come, go and stay; those that come are filled in later."""
    before, labels = net.index, net.labels
    net.nodes = net.circuit.body().nodes
    net.index = {node.id: row for row, node in enumerate(net.nodes)}
    if list(before) != list(net.index):  # also where one went and another came by its name, at the end
        came_from = np.array([before.get(node.id, -1) for node in net.nodes], np.intp)
        fresh = came_from < 0
        for name in _NODE_COLUMNS:
            column = getattr(net, name)[came_from]
            column[fresh] = 0
            setattr(net, name, column)
        net.labels = [labels[row] for row in came_from.tolist()]
        row_of = np.full(len(before), -1)
        row_of[came_from[~fresh]] = np.flatnonzero(~fresh)
        for name in ("bundle_source", "bundle_target", "line_source", "line_target"):
            setattr(net, name, row_of[getattr(net, name)])
    for table, key in change.slots:
        if table == "node" and (row := net.index.get(str(key))) is not None:
            net.code[row] = CODE[net.nodes[row].kind]
            net.round[row] = net.code[row] in ROUND
    net.find_ports()


def _follow_places(net: NetArrays, ids: set[str]) -> Ints:
    """Where the touched nodes are now; returns their rows."""
    layout = net.circuit.layout
    rows = [net.index[id] for id in ids if id in net.index]
    for row in rows:
        place = layout[net.nodes[row].id]
        net.x[row], net.y[row], net.turn[row] = place.x, place.y, quarter_turns(place.degrees)
    return np.array(rows, np.intp)


class _Pairs(NamedTuple):
    """Between which nodes an edit touched edges."""

    ids: set[tuple[str, str]]

    def edges(self, net: NetArrays) -> list[Edge]:
        """What edges there are now, in the document's order."""
        graph, circuit = net.circuit.graph, net.circuit
        keys = [key for source, target in self.ids for key in graph.get_edge_data(source, target) or ()]
        return [circuit.edge(key) for key in sorted(keys)]

    def among(self, net: NetArrays) -> Bools:
        """Which bundles run between them; those of nodes that are no more are among them."""
        count = len(net.nodes)
        index = net.index
        codes = [
            index[source] * count + index[target] for source, target in self.ids if {source, target} <= index.keys()
        ]
        gone = (net.bundle_source < 0) | (net.bundle_target < 0)
        result: Bools = np.isin(net.bundle_source * count + net.bundle_target, np.array(codes, np.intp)) | gone
        return result


def _follow_edges(net: NetArrays, change: Change) -> Ints:
    """Bundles and their lines come, go and stay; returns the rows of the nodes at those that changed."""
    records = (*change.before.values(), *change.after.values())
    pairs = _Pairs({(record.source, record.target) for record in records if isinstance(record, Edge)})
    changed = pairs.among(net)
    stays = np.flatnonzero(~changed)
    fresh = bundle_up(pairs.edges(net))
    bundles = [net.bundles[number] for number in stays.tolist()] + fresh
    order = np.argsort(np.concatenate((net.bundle_key[stays], [bundle.keys[0] for bundle in fresh])))
    came_from = np.concatenate((stays, np.full(len(fresh), -1)))[order]
    old = {name: getattr(net, name) for name in ("bundle_active", "bundle_selected", "line_bundle", *_LINE_COLUMNS)}
    net.put_bundles([bundles[number] for number in order.tolist()])
    kept = came_from >= 0
    for name in ("bundle_active", "bundle_selected"):
        getattr(net, name)[kept] = old[name][came_from[kept]]
    _keep_lines(net, old, came_from)
    ends = [net.index[id] for pair in pairs.ids for id in pair if id in net.index]
    return np.array(ends, np.intp)


def _keep_lines(net: NetArrays, old: dict[str, Floats | Ints], came_from: Ints) -> None:
    """Take over the lines of the bundles that stay."""
    first = np.searchsorted(net.line_bundle, net.line_bundle)
    source = came_from[net.line_bundle]
    kept = source >= 0
    rows = np.searchsorted(old["line_bundle"], source[kept]) + (np.arange(len(first)) - first)[kept]
    for name in _LINE_COLUMNS:
        getattr(net, name)[kept] = old[name][rows]


def _lay_again(net: NetArrays, reached: Bools) -> Ints:
    """Lay the lines at the nodes that were reached, and all that arrive where one of these does."""
    beyond = reached.copy()
    beyond[net.line_target[reached[net.line_source]]] = True
    into = np.flatnonzero(beyond[net.line_target])
    net.sort_arrivals(into)
    lines = np.union1d(into, np.flatnonzero(reached[net.line_source]))
    net.lay_plain(lines)
    return lines
