"""Random nets: two engines, the clock, and a third evaluator that is written here from the definitions alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import circuitsim as cs
from circuitsim.engine.net import Net, Range
from circuitsim.engine.packing import pack
from circuitsim.engine.words import WordEngine
from circuitsim.errors import LoopError, OscillationError

RELAXED = settings(deadline=None, max_examples=120, suppress_health_check=list(HealthCheck))
HEAVY = settings(RELAXED, max_examples=300)

# The third evaluator: networkx in, numbers out. It knows nothing of the engine.


def sources_of(graph: Any, id: str) -> list[tuple[str, dict[str, Any]]]:
    """What feeds a node, in the order in which the connections were made."""
    found = [(key, source, data) for source, _, key, data in graph.in_edges(id, keys=True, data=True)]
    return [(source, data) for _, source, data in sorted(found, key=lambda entry: entry[0])]


def fire(data: dict[str, Any], arrivals: list[tuple[float, dict[str, Any]]]) -> int:
    if data["kind"] == "neuron":
        excited = sum(edge["count"] for value, edge in arrivals if edge["kind"] == "excitatory" and value > 0)
        inhibited = sum(edge["count"] for value, edge in arrivals if edge["kind"] == "inhibitory" and value > 0)
        if data["inhibition"] == "relative":
            return 1 if excited - inhibited >= data["threshold"] else 0
        return 0 if inhibited else (1 if excited >= data["threshold"] else 0)
    total = 0.0
    for value, edge in arrivals:
        total += edge["weight"] * float(value)
    total += data["bias"]
    if data["step"] == "heaviside":
        return 1 if total >= 0 else 0
    return 1 if total > 0 else -1 if total < 0 else 0


def initial(graph: Any) -> dict[str, float]:
    return {id: data.get("initial", 0) for id, data in graph.nodes(data=True)}


def values_at(graph: Any, timing: str, state: dict[str, float], given: dict[str, float]) -> dict[str, float]:
    """Every node's value in a tick. The nets are small, so that recursion is a fair way to say "settles"."""
    known: dict[str, float] = {}

    def value(id: str) -> float:
        if id not in known:
            data = graph.nodes[id]
            kind = data["kind"]
            if kind == "input":
                known[id] = given[id]
            elif kind == "bias":
                known[id] = 1
            elif kind == "output":
                feeding = sources_of(graph, id)
                known[id] = value(feeding[0][0]) if feeding else 0
            elif kind == "delay" or timing == "unit-delay":
                known[id] = state[id]
            else:
                known[id] = fire(data, [(value(source), edge) for source, edge in sources_of(graph, id)])
        return known[id]

    return {id: value(id) for id in graph.nodes}


def state_after(graph: Any, values: dict[str, float]) -> dict[str, float]:
    after: dict[str, float] = {}
    for id, data in graph.nodes(data=True):
        arrivals = [(values[source], edge) for source, edge in sources_of(graph, id)]
        if data["kind"] == "delay":
            after[id] = arrivals[0][0] if arrivals else 0
        elif data["kind"] in ("neuron", "tlu"):
            after[id] = fire(data, arrivals)
        else:
            after[id] = 0
    return after


@dataclass(frozen=True)
class Oscillates:
    period: int
    nodes: frozenset[str]


def at_rest(graph: Any, given: dict[str, float]) -> dict[str, float] | Oscillates:
    """Hold the inputs and tick; every state is remembered here, so the first one to come back is seen at once."""
    state = initial(graph)
    seen: list[dict[str, float]] = []
    while state not in seen:
        seen.append(state)
        state = state_after(graph, values_at(graph, "unit-delay", state, given))
    lap = seen[seen.index(state) :]
    if len(lap) == 1:
        return values_at(graph, "unit-delay", state, given)
    return Oscillates(len(lap), frozenset(id for id in state if len({found[id] for found in lap}) > 1))


# Random circuits

THRESHOLDS = st.integers(-3, 6) | st.sampled_from([10**30, -(10**30)])
COUNTS = st.integers(1, 4) | st.just(2**31 - 1)
WEIGHTS = (
    st.integers(-4, 4).map(float)
    | st.integers(-40, 40).map(lambda k: k / 8)
    | st.sampled_from([0.1, 0.2, -0.3, 1e16, -1e16, 1e308, -1e308, 5e-324, 2.0**52, -(2.0**53)])
    | st.floats(allow_nan=False, allow_infinity=False)
)
REALS = st.sampled_from([0.0, 1.0, -1.0, 0.1, 2.5, -3.75, 1e200, 1e-300, 7.0])
GATES = ("neuron", "tlu")


def add_node(draw: Any, c: cs.Circuit, kind: str, id: str, real: bool) -> None:
    if kind == "input":
        c.add_input(id, domain="real" if real and draw(st.booleans()) else "binary")
    elif kind == "neuron":
        c.add_neuron(id, draw(THRESHOLDS), draw(st.sampled_from(["absolute", "relative"])))
    elif kind == "tlu":
        c.add_tlu(id, draw(WEIGHTS), draw(st.sampled_from(["heaviside", "sign"])))
    elif kind == "delay":
        c.add_delay(id, initial=draw(st.sampled_from([0, 1, -1, 0.5, 3.0]) if real else st.sampled_from([0, 1])))
    else:
        c.add(kind, id)


def connect(draw: Any, c: cs.Circuit, source: tuple[str, str | None], target: str, to_port: str | None = None) -> None:
    kind = c.node(target).kind
    more: dict[str, Any] = {"from_port": source[1], "to_port": to_port}
    if kind == "neuron":
        more |= {"kind": draw(st.sampled_from(["excitatory"] * 3 + ["inhibitory"])), "count": draw(COUNTS)}
    elif kind == "tlu":
        more |= {"weight": draw(WEIGHTS)}
    c.connect(source[0], target, **more)


def draw_body(draw: Any, timing: str, real: bool, definitions: dict[str, cs.Circuit], size: int) -> cs.Circuit:
    c = cs.Circuit(timing=timing)
    for name, body in definitions.items():
        c.define(name, body)
    kinds = ["input", "neuron", "neuron", "tlu", "tlu", "delay", "bias"] + ["subcircuit"] * 3 * bool(definitions)
    chosen = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=size))
    ids = [f"{kind[0]}{k}" for k, kind in enumerate(chosen)]
    for id, kind in zip(ids, chosen, strict=True):
        if kind == "subcircuit":
            c.add_subcircuit(id, of=draw(st.sampled_from(sorted(definitions))))
        else:
            add_node(draw, c, kind, id, real)
    ends: list[tuple[int, str, tuple[str, str | None]]] = []
    for k, (id, kind) in enumerate(zip(ids, chosen, strict=True)):
        if kind != "subcircuit":
            ends.append((k, kind, (id, None)))
        else:
            ends += [(k, kind, (id, port)) for port in c.ports(c.node(id).parameters["of"], "output")]
    for k, (id, kind) in enumerate(zip(ids, chosen, strict=True)):
        # A settled gate reads what stands before it, or any delay: only then is there surely an order to settle in.
        free = timing == "unit-delay" or kind == "delay"
        near = [source for j, sort, source in ends if free or j < k or sort == "delay"]
        if not near:
            continue
        if kind in GATES:
            for source in draw(st.lists(st.sampled_from(near), max_size=5)):
                connect(draw, c, source, id)
        elif kind == "delay" and draw(st.integers(0, 4)):
            connect(draw, c, draw(st.sampled_from(near)), id)
        elif kind == "subcircuit":
            for port in c.ports(c.node(id).parameters["of"], "input"):
                if draw(st.integers(0, 4)):
                    connect(draw, c, draw(st.sampled_from(near)), id, port)
    for k in range(draw(st.integers(1, 3))):
        out = c.add_output(f"y{k}")
        if ends and draw(st.integers(0, 9)):
            connect(draw, c, draw(st.sampled_from(ends))[2], out)
    return c


@st.composite
def flat_nets(draw: Any, timing: str | None = None, real: bool | None = None) -> cs.Circuit:
    timing = timing or draw(st.sampled_from(["settled", "unit-delay"]))
    return draw_body(draw, timing, draw(st.booleans()) if real is None else real, {}, 9)


@st.composite
def deep_nets(draw: Any) -> cs.Circuit:
    timing, real = draw(st.sampled_from(["settled", "unit-delay"])), draw(st.booleans())
    inner = draw_body(draw, timing, real, {}, 5)
    middle = draw_body(draw, timing, real, {"inner": inner}, 5)
    return draw_body(draw, timing, real, {"inner": inner, "middle": middle}, 6)


@st.composite
def stimuli(draw: Any, c: cs.Circuit, rows: int) -> np.ndarray[Any, Any]:
    columns = [
        draw(
            st.lists(
                REALS if c.node(id).parameters["domain"] == "real" else st.integers(0, 1), min_size=rows, max_size=rows
            )
        )
        for id in c.inputs
    ]
    return np.array(columns, float).reshape(len(columns), rows).T


def numbers(table: np.ndarray[Any, Any]) -> list[list[float]]:
    return table.astype(float).tolist()


def check_patterns(c: cs.Circuit, patterns: np.ndarray[Any, Any]) -> None:
    expected, sound = [], []
    for row in patterns:
        given = dict(zip(c.inputs, row.tolist(), strict=True))
        if c.timing == "settled":
            found: Any = values_at(c.graph, "settled", initial(c.graph), given)
        else:
            found = at_rest(c.graph, given)
        if isinstance(found, Oscillates):
            for engine in ("reference", "words"):
                with pytest.raises(OscillationError) as error:
                    cs.compile(c, engine).run(row[None, :])
                assert (error.value.period, frozenset(error.value.nodes)) == (found.period, found.nodes)
            continue
        sound.append(row)
        expected.append([found[id] for id in c.outputs])
        assert list(c.evaluate(given).values()) == expected[-1]
    if not sound:
        return
    table = np.array(sound).reshape(len(sound), len(c.inputs))
    for engine in ("reference", "words"):
        assert numbers(cs.compile(c, engine).run(table)) == expected
    net = Net(c)
    if all(net.ranges[signal] == Range.BIT for signal in net.inputs + net.outputs):
        padded = np.vstack([table, np.repeat(table[:1], -len(table) % 64, axis=0)])
        words = pack(padded.T)
        one, other = (cs.compile(c, engine).run_packed(words) for engine in ("reference", "words"))
        assert np.array_equal(one, other)
        assert [[int(one[k, 0]) >> row & 1 for k in range(len(one))] for row in range(len(expected))] == expected


def check_clock(c: cs.Circuit, stimulus: np.ndarray[Any, Any]) -> None:
    trace = cs.Simulator(c).run(len(stimulus), stimulus)
    state = initial(c.graph)
    for tick, row in enumerate(stimulus):
        values = values_at(c.graph, c.timing, state, dict(zip(c.inputs, row.tolist(), strict=True)))
        assert {id: trace[(id,)][tick] for id in c.nodes} == values, tick
        state = state_after(c.graph, values)


def check_lanes(c: cs.Circuit, stimuli: list[np.ndarray[Any, Any]]) -> None:
    """The word engine, with a lane for each stimulus, does what as many simulators do."""
    traces = [cs.Simulator(c).run(len(stimulus), stimulus) for stimulus in stimuli]
    net = Net(c)
    engine, lanes = WordEngine(net), len(stimuli)
    state = engine.start(lanes)
    for tick in range(len(stimuli[0])):
        now = np.array([stimulus[tick] for stimulus in stimuli]).reshape(lanes, len(c.inputs))
        columns = [
            pack(column) if net.ranges[signal] == Range.BIT else column.astype(float)
            for signal, column in zip(net.inputs, now.T, strict=True)
        ]
        values = engine.look(state, columns, lanes)
        for id in c.nodes:
            signal = net.find((id,))
            found = engine.numbers(signal, values[signal], lanes).tolist()
            assert found == [trace[(id,)][tick] for trace in traces], (id, tick)
        state = engine.advance(values, lanes)


@RELAXED
@given(st.data())
def test_both_engines_and_the_definitions_agree_on_patterns(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    check_patterns(c, data.draw(stimuli(c, 5)))


@RELAXED
@given(st.data())
def test_bits_agree_packed(data: st.DataObject) -> None:
    c = data.draw(flat_nets(real=False))
    check_patterns(c, data.draw(stimuli(c, 5)))


@RELAXED
@given(st.data())
def test_the_clock_follows_the_definitions_at_every_node(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    check_clock(c, data.draw(stimuli(c, 8)))


@RELAXED
@given(st.data())
def test_lanes_of_the_word_engine_are_simulators(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    check_lanes(c, [data.draw(stimuli(c, 6)) for _ in range(3)])


@pytest.mark.slow
@HEAVY
@given(st.data())
def test_many_nets_agree_on_patterns_and_through_time(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    check_patterns(c, data.draw(stimuli(c, 4)))
    check_clock(c, data.draw(stimuli(c, 6)))


# Subcircuits: a circuit equals its twin that is flattened by hand.


class PassLoopError(Exception):
    """The hand finds a loop of outputs and ports alone."""


def driver(scopes: dict[tuple[str, ...], Any], path: tuple[str, ...], id: str, port: str | None) -> Any:
    """The node with a value of its own that an end stands for; None where nothing drives it."""
    seen = set()
    while True:
        if (path, id, port) in seen:
            raise PassLoopError
        seen.add((path, id, port))
        node = next(node for node in scopes[path].nodes if node.id == id)
        if node.kind == "subcircuit":
            path, id, port = (*path, id), port, None
        elif node.kind == "output":
            edge = next((edge for edge in scopes[path].edges if edge.target == id), None)
            if edge is None:
                return None
            id, port = edge.source, edge.from_port
        elif node.kind == "input" and path:
            outer, instance = path[:-1], path[-1]
            edge = next((e for e in scopes[outer].edges if e.target == instance and e.to_port == id), None)
            if edge is None:
                return None
            path, id, port = outer, edge.source, edge.from_port
        else:
            return "/".join((*path, id))


def scopes_of(c: cs.Circuit) -> dict[tuple[str, ...], Any]:
    scopes: dict[tuple[str, ...], Any] = {}
    todo: list[tuple[tuple[str, ...], Any]] = [((), c.body())]
    while todo:
        path, body = todo.pop()
        scopes[path] = body
        for node in body.nodes:
            if node.kind == "subcircuit":
                todo.append(((*path, node.id), c.definitions[node.parameters["of"]].body))
    return scopes


def flattened(c: cs.Circuit) -> cs.Circuit:
    flat = cs.Circuit(timing=c.timing)
    scopes = scopes_of(c)
    flat.add_delay("nothing")
    inner = ("input", "output", "subcircuit")
    kept = [
        (path, node)
        for path, body in scopes.items()
        for node in body.nodes
        if (not path and node.kind != "subcircuit") or node.kind not in inner
    ]
    for path, node in kept:
        flat.add(node.kind, "/".join((*path, node.id)), **node.parameters)
    for path, node in kept:
        for edge in (edge for edge in scopes[path].edges if edge.target == node.id):
            source = driver(scopes, path, edge.source, edge.from_port)
            flat.connect(
                source or "nothing", "/".join((*path, node.id)), kind=edge.kind, count=edge.count, weight=edge.weight
            )
    for path, body in scopes.items():  # loops that nothing listens to are loops too
        for node in body.nodes:
            if node.kind in ("input", "output"):
                driver(scopes, path, node.id, None)
    return flat


def check_twins(c: cs.Circuit, patterns: np.ndarray[Any, Any]) -> None:
    try:
        flat = flattened(c)
    except PassLoopError:
        with pytest.raises(LoopError, match="nothing drives this loop"):
            cs.compile(c)
        return
    for engine in ("reference", "words"):
        results = []
        for circuit in (c, flat):
            try:
                program = cs.compile(circuit, engine)
                results.append(numbers(program.run(patterns)))
            except (LoopError, OscillationError) as error:
                results.append(type(error))
        assert results[0] == results[1]
    if results[0] is not LoopError:
        one, other = (cs.Simulator(circuit).run(len(patterns), patterns) for circuit in (c, flat))
        for id in flat.nodes:
            if id != "nothing":
                assert one[id].tolist() == other[(id,)].tolist(), id


@RELAXED
@given(st.data())
def test_a_hierarchy_equals_its_flattened_twin(data: st.DataObject) -> None:
    c = data.draw(deep_nets())
    check_twins(c, data.draw(stimuli(c, 5)))


@pytest.mark.slow
@HEAVY
@given(st.data())
def test_many_hierarchies_equal_their_flattened_twins(data: st.DataObject) -> None:
    c = data.draw(deep_nets())
    check_twins(c, data.draw(stimuli(c, 4)))


# What must not matter


@RELAXED
@given(st.data())
def test_names_and_the_order_of_nodes_do_not_matter(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    order = data.draw(st.permutations(list(c.nodes)))
    twin = cs.Circuit(timing=c.timing)
    for id in order:
        node = c.node(id)
        twin.add(node.kind, f"<{id}>", **node.parameters)
    for edge in c.edges:  # the order of edges is the order of sums: it stays
        more = {"kind": edge.kind, "count": edge.count, "weight": edge.weight}
        twin.connect(f"<{edge.source}>", f"<{edge.target}>", **more)
    stimulus = data.draw(stimuli(c, 6))
    columns = {id: stimulus[:, k].tolist() for k, id in enumerate(c.inputs)}
    one = cs.Simulator(c).run(6, columns)
    other = cs.Simulator(twin).run(6, {f"<{id}>": column for id, column in columns.items()})
    for id in c.nodes:
        assert one[(id,)].tolist() == other[(f"<{id}>",)].tolist()


@RELAXED
@given(st.data())
def test_a_count_means_as_many_edges(data: st.DataObject) -> None:
    c = data.draw(flat_nets())
    twin = cs.Circuit(timing=c.timing)
    for node in c.nodes.values():
        twin.add(node.kind, node.id, **node.parameters)
    for edge in c.edges:
        if edge.count is None or edge.count > 10:
            twin.connect(edge.source, edge.target, kind=edge.kind, count=edge.count, weight=edge.weight)
        else:
            for _ in range(edge.count):
                twin.connect(edge.source, edge.target, kind=edge.kind)
    stimulus = data.draw(stimuli(c, 6))
    one, other = (cs.Simulator(circuit).run(6, stimulus) for circuit in (c, twin))
    assert all(one[(id,)].tolist() == other[(id,)].tolist() for id in c.nodes)


def test_the_third_evaluator_itself_knows_the_1943_law() -> None:
    """An oracle that is never checked is no oracle."""
    absolute = {"kind": "neuron", "threshold": 2, "inhibition": "absolute"}
    plus, minus = {"kind": "excitatory", "count": 2}, {"kind": "inhibitory", "count": 1}
    assert fire(absolute, [(1, plus)]) == 1
    assert fire(absolute, [(1, plus), (1, minus)]) == 0
    assert fire({**absolute, "inhibition": "relative", "threshold": 1}, [(1, plus), (1, minus)]) == 1
    assert fire({"kind": "tlu", "bias": 0.0, "step": "sign"}, [(-1, {"weight": 2.0})]) == -1
    assert not math.isnan(fire({"kind": "tlu", "bias": 0.0, "step": "heaviside"}, []))
