"""What changed in the meaning of a circuit: nodes, synapses, definitions, tests, the order of ports. Places, notes and
texts for people are no part of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from circuitsim import rules
from circuitsim.kinds import KINDS
from circuitsim.records import Body, Drive, Edge, Node, Test
from circuitsim.store import Store

Sign = Literal["+", "-", "~"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is new (`+`), gone (`-`) or changed (`~`), and where."""

    sign: Sign
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.sign} {self.where}: {self.what}" if self.what else f"{self.sign} {self.where}"


def differences(left: Store, right: Store) -> list[Difference]:
    """What is in the right circuit and not in the left one, and the other way round.

    Examples
    --------
    >>> from circuitsim.api import example
    >>> c = example("half_adder")
    >>> d = c.copy()
    >>> d.set("both", threshold=1); d.place("a", 99, 99)
    >>> print(*differences(c, d))
    ~ node both: threshold 2 -> 1
    """
    found = []
    if left.timing != right.timing:
        found.append(Difference("~", "timing", f"{left.timing} -> {right.timing}"))
    found += _bodies("", left.body(), right.body())
    one, two = left.definitions, right.definitions
    for name in dict.fromkeys((*one, *two)):
        where = f"definition {name}"
        if name not in two:
            found.append(Difference("-", where, f"{len(one[name].body.nodes)} nodes"))
        elif name not in one:
            found.append(Difference("+", where, f"{len(two[name].body.nodes)} nodes"))
        else:
            found += _bodies(f"{where}, ", one[name].body, two[name].body)
    found += _layers(left.layers, right.layers)
    return [*found, *_tests(left.tests, right.tests)]


def _bodies(where: str, left: Body, right: Body) -> Iterator[Difference]:
    one, two = ({node.id: node for node in body.nodes} for body in (left, right))
    for id in dict.fromkeys((*one, *two)):
        place = f"{where}node {id}"
        if id not in two:
            yield Difference("-", place, _node(one[id]))
        elif id not in one:
            yield Difference("+", place, _node(two[id]))
        elif _node(one[id]) != _node(two[id]):
            yield Difference("~", place, _changed(one[id], two[id]))
    for side in ("input", "output"):
        before, after = (body.ports(side) for body in (left, right))
        if before != after and set(before) == set(after):
            yield Difference("~", f"{where}{side}s", f"{' '.join(before)} -> {' '.join(after)}")
    yield from _edges(where, left, right)


def _edges(where: str, left: Body, right: Body) -> Iterator[Difference]:
    counts = [_synapses(body) for body in (left, right)]
    before, after = counts[0] - counts[1], counts[1] - counts[0]
    gone, new = _by_ends(before), _by_ends(after)
    for ends in dict.fromkeys((*gone, *new)):
        place = f"{where}edge {ends}"
        if ends not in new:
            yield Difference("-", place, gone[ends])
        elif ends not in gone:
            yield Difference("+", place, new[ends])
        else:
            yield Difference("~", place, f"{gone[ends]} -> {new[ends]}")
    if not before and not after:
        for id in _reordered(left, right):
            yield Difference("~", f"{where}node {id}", "sums its sources in another order, which may round otherwise")


def _synapses(body: Body) -> Counter[tuple[str, str]]:
    """What lies between nodes: parallel synapses of one kind are one entry, with their number."""
    total: dict[tuple[str, str], int] = {}
    found: Counter[tuple[str, str]] = Counter()
    for edge in body.edges:
        ends = f"{_end(edge.source, edge.from_port)} -> {_end(edge.target, edge.to_port)}"
        if edge.kind is not None:
            total[ends, edge.kind] = total.get((ends, edge.kind), 0) + (edge.count or 0)
        else:
            found[ends, "" if edge.weight is None else f"weight {edge.weight:g}"] += 1
    found.update((ends, kind if count == 1 else f"{kind} x{count}") for (ends, kind), count in total.items())
    return found


def _by_ends(synapses: Counter[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for (ends, what), count in synapses.items():
        found.setdefault(ends, []).extend([what] * count)
    return {ends: ", ".join(filter(None, parts)) for ends, parts in found.items()}


def _reordered(left: Body, right: Body) -> Iterator[str]:
    """TLUs whose float64 sums may be rounded, and whose sources come in another order."""
    before, after = _weighted(left), _weighted(right)
    nodes = {node.id: node for node in right.nodes}
    for id, edges in before.items():
        orders = [[(e.source, e.from_port, e.weight) for e in found] for found in (edges, after.get(id, []))]
        threshold = KINDS[nodes[id].kind].threshold
        if orders[0] != orders[1] and threshold is not None and threshold(nodes[id].parameters, edges) is None:
            yield id


def _weighted(body: Body) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in body.edges:
        if edge.weight is not None:
            found.setdefault(edge.target, []).append(edge)
    return found


def _end(id: str, port: str | None) -> str:
    return id if port is None else f"{id}.{port}"


def _node(node: Node) -> str:
    parts = [f"{name} {_value(value)}" for name, value in node.parameters.items() if value is not None]
    return ", ".join([node.kind, *parts])


def _changed(before: Node, after: Node) -> str:
    if before.kind != after.kind:
        return f"{_node(before)} -> {_node(after)}"
    pairs = ((name, before.parameters[name], after.parameters[name]) for name in after.parameters)
    return ", ".join(f"{name} {_value(old)} -> {_value(new)}" for name, old, new in pairs if old != new)


def _value(value: Any) -> str:
    if isinstance(value, Drive):
        return value.pattern + ("..." if value.repeat else "")
    return f"{value:g}" if isinstance(value, float) else str(value)


def _layers(left: Mapping[str, tuple[str, ...]], right: Mapping[str, tuple[str, ...]]) -> Iterator[Difference]:
    for name in dict.fromkeys((*left, *right)):
        before, after = left.get(name), right.get(name)
        if before != after:
            sign: Sign = "+" if before is None else "-" if after is None else "~"
            shown = [" ".join(members) for members in (before, after) if members is not None]
            yield Difference(sign, f"layer {name}", " -> ".join(shown))


def _tests(left: tuple[Test, ...], right: tuple[Test, ...]) -> Iterator[Difference]:
    one, two = (_numbered(tests) for tests in (left, right))
    for name in dict.fromkeys((*one, *two)):
        before, after = one.get(name), two.get(name)
        if before is None or after is None:
            test = before or after
            assert test is not None
            yield Difference("-" if after is None else "+", f"test {name}", f"{len(test.rows)} rows")
        elif _columns(before) != _columns(after):
            yield Difference("~", f"test {name}", f"{_columns(before)} -> {_columns(after)}")
        elif before.rows != after.rows:
            yield Difference("~", f"test {name}", _rows(before, after))


def _numbered(tests: tuple[Test, ...]) -> dict[str, Test]:
    found: dict[str, Test] = {}
    for test in tests:
        name = test.name or "without a name"
        k = 1
        while name in found:
            k += 1
            name = f"{test.name or 'without a name'} ({k})"
        found[name] = test
    return found


def _columns(test: Test) -> str:
    return f"{' '.join(test.inputs)} | {' '.join(test.outputs)}{' clocked' if test.clocked else ''}"


def _rows(before: Test, after: Test) -> str:
    if len(before.rows) != len(after.rows):
        return f"{len(before.rows)} rows -> {len(after.rows)} rows"
    changed = [k for k, rows in enumerate(zip(before.rows, after.rows, strict=True)) if rows[0] != rows[1]]
    first = changed[0]
    shown = [rules.row_symbols(test.rows[first]) or str(test.rows[first]) for test in (before, after)]
    more = f", and {len(changed) - 1} more rows" if len(changed) > 1 else ""
    return f"row {first}: {shown[0]} -> {shown[1]}{more}"
