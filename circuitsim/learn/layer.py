"""Layers of TLUs, trained where they stand in a circuit, on whatever feeds them.

A TLU learns the weights of its edges. If a bias neuron feeds it, that edge is its bias and learns;
otherwise the TLU's own `bias` does. What lies before the layer is fixed, as Rosenblatt's association
units are: the values of its sources are computed once for every instance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import networkx as nx
import numpy as np

from circuitsim import rules
from circuitsim.engine.dense import Step, steps
from circuitsim.engine.program import Program
from circuitsim.errors import DataError, UnknownNameError, name_some
from circuitsim.learn import checks, engines, orders, protocol
from circuitsim.learn.history import History
from circuitsim.learn.rule import Tie
from circuitsim.learn.task import Array, Outcome, Progress, Stop, Task
from circuitsim.learn.training import Source, Training, Unit
from circuitsim.sentences import Sentence
from circuitsim.store import Store

Start = Literal["present", "zero", "random"]
WATCHED = 5_000
"""Up to how many weights are compared after every epoch, to find a cycle."""


@dataclass
class Group:
    """Units with the same sources, which learn as one task."""

    units: list[Unit]
    task: Task
    outcome: Outcome | None = None


@dataclass
class Layer:
    """A layer, and what it is to learn.

    Attributes
    ----------
    groups : list of Group
        Mostly one; units whose sources differ learn apart.
    order : list of (group, output)
        Where each TLU of the layer is, in the layer's order.
    """

    name: str
    units: list[Unit]
    groups: list[Group]
    order: list[tuple[int, int]]


def train(
    circuit: Store, layer: str, X: Any, Y: Any, *, eta: float = 1.0, epochs: int = 100, init: Start = "present",
    tie: Tie | None = None, shuffle: bool = False, random_state: Any = 0, keep: int = 1_000_000,
    progress: Progress | None = None,
) -> Training:  # fmt: skip
    """Train the TLUs of a layer by Rosenblatt's rule, until an epoch without a mistake; one edit of the circuit.

    Parameters
    ----------
    circuit : Circuit
        Its weights change; where anything is refused, they stay.
    layer : str
        The layer's name.
    X : array of shape (n_samples, inputs)
        Values for the inputs of the circuit, in its order; or a dict of columns by input.
    Y : array of shape (n_samples, TLUs)
        What each TLU of the layer should answer, in the layer's order: 0 and 1, or -1 and 1.
    eta : float
        How far a mistake moves the weights.
    epochs : int
        The most times to go through the instances.
    init : {"present", "zero", "random"}
        Where to start: from the weights that are there, from 0, or from normal numbers drawn by `random_state`.
    tie : {"heaviside", "zero", "error", "sign"}, optional
        What a net input of 0 means; what the TLU's own step says where left out.
    shuffle, random_state : bool, seed
        Whether each epoch shuffles the instances, and the seed.
    progress : callable, optional
        Called with the epochs done and the mistakes of the last one; what returns False ends training, and
        the weights reached so far are kept.

    Returns
    -------
    Training

    Examples
    --------
    >>> import circuitsim as cs
    >>> c = cs.Circuit()
    >>> _ = c.add_layer("out", ["a", "b"], ["both", "one"], bias="bias")
    >>> gate = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> found = train(c, "out", gate, [[0, 0], [0, 1], [0, 1], [1, 1]])
    >>> found.converged, found.mistakes_per_epoch
    (True, [4, 5, 4, 2, 1, 0])
    >>> layer_outputs(c, "out", gate).tolist()
    [[0, 0], [0, 1], [0, 1], [1, 1]]
    """
    prepared = prepare(
        circuit, layer, X, Y, eta=eta, epochs=epochs, init=init, tie=tie, shuffle=shuffle, random_state=random_state,
        keep=keep,
    )  # fmt: skip
    for group in prepared.groups:
        group.outcome = engines.learn(group.task, progress)
        if group.outcome.stopped:
            break
    found = summary(prepared)
    store(circuit, prepared)
    if not found.converged and not found.stopped:
        protocol.warn_of_mistakes(_left(found))
    return found


def prepare(
    circuit: Store, layer: str, X: Any, Y: Any, *, eta: float = 1.0, epochs: int = 100, init: Start = "present",
    tie: Tie | None = None, shuffle: bool = False, random_state: Any = 0, keep: int = 1_000_000,
) -> Layer:  # fmt: skip
    """What `train` is going to learn, checked: everything that can be refused is refused here."""
    members = layer_units(circuit, layer)
    if not (isinstance(eta, (int, float)) and 0 < eta < float("inf")):
        raise DataError(f"eta must be a number above 0, not {eta!r}")
    if not (isinstance(epochs, (int, np.integer)) and epochs >= 1):
        raise DataError(f"epochs must be a whole number, 1 or more, not {epochs!r}")
    if init not in ("present", "zero", "random"):
        raise DataError(f"init must be 'present', 'zero' or 'random', not {init!r}")
    grouped: dict[tuple[Any, ...], list[Unit]] = {}
    for unit in members:
        fixed = None if unit.own_bias else unit.bias
        grouped.setdefault((unit.sources, unit.step, unit.own_bias, fixed), []).append(unit)
    sources = list(dict.fromkeys(source for unit in members for source in unit.sources))
    values = source_values(circuit, layer, members, sources, X)
    signs = _targets(Y, len(values), members)
    column = {source: k for k, source in enumerate(sources)}
    place = {unit.id: k for k, unit in enumerate(members)}
    random = orders.random_state(random_state) if init == "random" else None
    seeds = (orders.binary_seed(random_state) if shuffle else None,)
    groups = []
    for (names, step, own_bias, _), units in grouped.items():
        rows = np.ascontiguousarray(values[:, [column[name] for name in names]])
        weights = np.array([[edge.weight for edge in unit.edges] for unit in units], float).reshape(len(units), -1)
        bias = np.array([unit.bias for unit in units])
        if init == "zero":
            weights, bias = np.zeros_like(weights), np.zeros_like(bias) if own_bias else bias
        elif random is not None:
            weights = random.standard_normal(weights.shape)
            bias = random.standard_normal(len(units)) if own_bias else bias
        task = Task(
            rows=rows, signs=np.ascontiguousarray(signs[[place[unit.id] for unit in units]]), weights=weights,
            bias=bias, eta=float(eta), tie=tie or ("sign" if step == "sign" else "heaviside"), stop=Stop("mistakes"),
            max_iter=int(epochs), seeds=seeds, learns_bias=own_bias, keep=keep,
            watch=not shuffle and weights.size <= WATCHED,
        )  # fmt: skip
        groups.append(Group(units, task))
    where = {unit.id: (g, k) for g, group in enumerate(groups) for k, unit in enumerate(group.units)}
    return Layer(layer, members, groups, [where[unit.id] for unit in members])


def summary(layer: Layer) -> Training:
    """What came of a layer whose groups have been through training."""
    found = Training(layer.name, True, 0, 0, [], {}, None, False)
    for group in layer.groups:
        outcome = group.outcome
        if outcome is None:
            found.stopped = True
            continue
        history = History(group.task, outcome)
        longest = max(len(found.mistakes_per_epoch), len(outcome.per_epoch))
        padded = [[*each, *[0] * (longest - len(each))] for each in (found.mistakes_per_epoch, outcome.per_epoch)]
        found.mistakes_per_epoch = [a + b for a, b in zip(*padded, strict=True)]
        found.stopped |= outcome.stopped
        if outcome.cycle is not None and found.cycle is None:
            first, again, output = outcome.cycle
            found.cycle = first, again, group.units[output].id
        for k, unit in enumerate(group.units):
            found.left[unit.id] = int(outcome.last[k])
            found.parts[unit.id] = unit, history, k
    found.epochs = len(found.mistakes_per_epoch)
    found.mistakes = sum(found.mistakes_per_epoch)
    found.converged = not any(found.left.values()) and not found.stopped
    return found


def store(circuit: Store, layer: Layer) -> None:
    """Write the weights that were learned into the circuit, as one edit."""
    with circuit.transaction():
        for group in layer.groups:
            if group.outcome is not None:
                put_weights(circuit, group.units, group.outcome.weights, group.outcome.bias)


def put_weights(circuit: Any, units: Sequence[Unit], weights: Array, bias: Array) -> None:
    """Give TLUs weights, and a bias where it is their own, as one edit."""
    with circuit.transaction():
        for unit, row, own in zip(units, weights.tolist(), bias.tolist(), strict=True):
            for edge, weight in zip(unit.edges, row, strict=True):
                circuit.set_edge(edge.key, weight=weight)
            if unit.own_bias:
                circuit.set(unit.id, bias=own)


def layer_units(circuit: Store, layer: str) -> list[Unit]:
    """The TLUs of a layer, in its order."""
    layers = circuit.layers
    if layer not in layers:
        known = f"; it has {name_some(list(layers))}" if layers else "; add_layer or set_layer makes one"
        raise UnknownNameError(f"there is no layer {layer!r}{rules.suggest(layer, layers) or known}")
    units = []
    for id in layers[layer]:
        node = circuit.node(id)
        edges = tuple(circuit.incoming(id))
        fed = tuple(k for k, edge in enumerate(edges) if circuit.node(edge.source).kind == "bias")
        if not edges:
            alone = Sentence(
                "TLU {id!r} of layer {layer!r} has no connections: connect what it is to learn from", id=id, layer=layer
            )
            raise DataError(alone, [id])
        units.append(Unit(id, edges, node.parameters["bias"], node.parameters["step"], fed))
    return units


def source_values(circuit: Store, layer: str, units: Sequence[Unit], sources: Sequence[Source], X: Any) -> Array:
    """What the sources of a layer are, for every instance: each is one evaluation from reset."""
    graph = circuit.graph
    needed = {source.id for source in sources}
    for id in list(needed):
        needed |= nx.ancestors(graph, id)
    fed_by_itself = sorted(needed & {unit.id for unit in units})
    if fed_by_itself:
        raise DataError(
            Sentence(
                "layer {layer!r} is fed by itself, through {names}: a layer that is trained must stand behind "
                "everything that feeds it; cut the loop, or take those TLUs out of the layer",
                layer=layer,
                names=name_some(fed_by_itself),
            ),
            fed_by_itself,
        )
    return _evaluate(circuit, needed | set(circuit.inputs), sources, X)


def layer_outputs(circuit: Store, layer: str, X: Any) -> Array:
    """What the TLUs of a layer answer: phi(X W + b), eq. 10-2 of the book, an instance a row.

    >>> import circuitsim as cs
    >>> layer_outputs(cs.example("perceptron_2_3"), "outputs", [[0, 1], [1, 1]]).tolist()
    [[0, 1, 1], [1, 1, 0]]
    """
    units = layer_units(circuit, layer)
    members, feeding = {unit.id for unit in units}, {source.id for unit in units for source in unit.sources}
    for id in list(feeding):
        feeding |= nx.ancestors(circuit.graph, id)
    if members & feeding or any(unit.sources != units[0].sources for unit in units):
        return _evaluate(circuit, members | feeding | set(circuit.inputs), [Source(unit.id, None) for unit in units], X)
    sources, W, b = layer_weights(circuit, layer)
    once = list(dict.fromkeys(sources))
    values = _evaluate(circuit, feeding | set(circuit.inputs), once, X)[:, [once.index(source) for source in sources]]
    signs = np.array([unit.step == "sign" for unit in units])
    result = np.zeros((len(values), len(units)), np.int8 if signs.any() else np.uint8)
    parts: list[tuple[Step, Any]] = [("heaviside", ~signs), ("sign", signs)]
    for step, some in parts:
        if some.any():
            result[:, some] = steps(values, W[:, some], b[some], step)
    return result


def layer_weights(circuit: Store, layer: str) -> tuple[list[Source], Array, Array]:
    """The sources, W of shape (sources, TLUs) and b of eq. 10-2, for a layer whose TLUs have the same sources.

    A bias neuron is one of the sources.
    """
    units = layer_units(circuit, layer)
    if any(unit.sources != units[0].sources for unit in units):
        raise DataError(f"the TLUs of layer {layer!r} have different sources: there is no one matrix of weights")
    weights = np.array([[edge.weight for edge in unit.edges] for unit in units], float)
    return list(units[0].sources), weights.T, np.array([unit.bias for unit in units])


def _evaluate(circuit: Any, needed: set[str], sources: Sequence[Source], X: Any) -> Array:
    """The values of some nodes, in a copy of the circuit that holds nothing else."""
    part = circuit.copy()
    part.remove(*(id for id in part.nodes if id not in needed))
    taken: list[str] = []
    for source in sources:
        id = part.fresh_id("layer~")
        part.add_output(id, source.id, **({} if source.port is None else {"from_port": source.port}))
        taken.append(id)
    return Program(part).run(_patterns(part, X))


def _patterns(circuit: Store, X: Any) -> Any:
    if hasattr(X, "tocsr"):
        raise DataError("a circuit takes dense patterns: use X.toarray()")
    if isinstance(X, Mapping):
        missing = [id for id in circuit.inputs if id not in X]
        if missing:
            raise DataError(f"X has no column for {name_some(missing)}", missing)
        return np.column_stack([np.asarray(X[id]) for id in circuit.inputs])
    array = np.asarray(X)
    if array.ndim == 2 and len(array) == 0:
        raise DataError("X has no rows: there is nothing to learn from")
    return array.astype(float) if array.dtype.kind == "O" else array


def _targets(Y: Any, count: int, units: Sequence[Unit]) -> Array:
    array = np.asarray(Y)
    if array.ndim == 1 and len(units) == 1:
        array = array[:, None]
    if array.ndim != 2 or array.shape != (count, len(units)):
        raise DataError(
            f"Y has the shape {array.shape}; for {count} instances and the layer's {len(units)} TLUs "
            f"({name_some([unit.id for unit in units])}) it must be ({count}, {len(units)})"
        )
    return checks.table(array, count)


def _left(found: Training) -> str:
    wrong = {id: left for id, left in found.left.items() if left}
    said = (
        f"layer {found.layer!r}: training ended after {found.epochs} epochs with {sum(wrong.values())} "
        f"mistake{'s' * (sum(wrong.values()) != 1)} in the last, of {name_some(list(wrong))}"
    )
    if found.cycle is not None:
        first, again, id = found.cycle
        said += f": the weights of {id!r} of epoch {again} are those of epoch {first}: it will never stop"
    return said
