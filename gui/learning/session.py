"""One training of a layer: where it began, what came of it, and what stands at any step of it. No widgets.

A run is learned ahead, in a thread, and kept as its corrections. Stepping, running and the slider only go to
another position of it: the weights there are rebuilt to the bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from typing import Any

import networkx as nx
import numpy as np

from circuitsim.api import Circuit
from circuitsim.learn import engines, orders
from circuitsim.learn.history import History
from circuitsim.learn.layer import Layer, Start, layer_units, prepare, put_weights, summary
from circuitsim.learn.rule import Tie
from circuitsim.learn.separability import Verdict
from circuitsim.learn.task import Outcome, Task
from circuitsim.learn.training import Lesson, Training, Unit, verdict_of
from circuitsim.store import Store
from gui.language import tr
from gui.tasks import Report

Weights = tuple[list[float], float]
State = Mapping[str, Weights]
"""By TLU: the weights of its edges, in their order, and its own bias."""

Answers = Mapping[str, tuple[Any, Any]]
"""By TLU: what it says to every instance, and whether that is right."""

MOST_PROVED = 200_000
"""Up to how many numbers in a table of instances it is proved unasked whether it can be separated."""
MOST_OF_PATH = 4_000
"""Up to how many corrections the path of the weights is drawn."""


@dataclass(frozen=True)
class Settings:
    """How a layer is trained."""

    eta: float = 1.0
    tie: Tie | None = None
    shuffle: bool = False
    seed: int = 0
    start: Start = "present"
    epochs: int = 100


def state_of(units: Sequence[Unit]) -> State:
    """The weights that some TLUs have now."""
    return {unit.id: ([edge.weight or 0.0 for edge in unit.edges], unit.bias) for unit in units}


def shape_of(units: Sequence[Unit]) -> tuple[Any, ...]:
    """What of some TLUs a training depends on, their weights aside."""
    return tuple((unit.id, unit.step, unit.own_bias, tuple(edge.key for edge in unit.edges)) for unit in units)


def feeding(circuit: Store, units: Sequence[Unit]) -> list[bool]:
    """Which inputs of a circuit some TLUs depend on."""
    sources = {source.id for unit in units for source in unit.sources}
    before = sources.union(*(nx.ancestors(circuit.graph, id) for id in sources))
    return [id in before for id in circuit.inputs]


def write_state(circuit: Circuit, units: Sequence[Unit], state: State) -> None:
    """Give TLUs other weights; those that stay are left alone."""
    for unit in units:
        weights, bias = state[unit.id]
        for edge, weight in zip(unit.edges, weights, strict=True):
            if circuit.edge(edge.key).weight != weight:
                circuit.set_edge(edge.key, weight=weight)
        if unit.own_bias and circuit.node(unit.id).parameters["bias"] != bias:
            circuit.set(unit.id, bias=bias)


@dataclass(frozen=True)
class Path:
    """How the weights of a TLU went: after which step each correction stood, and the weights (bias last) then."""

    steps: Any
    points: Any


@dataclass(frozen=True)
class Session:
    """A training that is prepared, or done.

    Attributes
    ----------
    prepared : Layer
        The layer, and what each of its groups is to learn.
    X : array
        The instances, a column for each input of the circuit.
    training : Training
        What came of it; one of no steps before it was learned.
    is_learned : bool
        Whether it was learned: further steps need no more computing.
    """

    prepared: Layer
    X: Any
    inputs: tuple[str, ...]
    settings: Settings
    training: Training
    is_learned: bool = False
    paths: dict[str, Path] = field(default_factory=dict)

    @property
    def units(self) -> list[Unit]:
        """The TLUs, in the layer's order."""
        return self.prepared.units

    @property
    def count(self) -> int:
        """How many instances there are."""
        return len(self.X)

    @property
    def steps(self) -> int:
        """How many steps were learned."""
        return self.training.steps

    def place(self, tlu: str) -> tuple[Unit, Task, int]:
        """A TLU, the task that it learns in, and its number there."""
        k = next(k for k, unit in enumerate(self.units) if unit.id == tlu)
        group, output = self.prepared.order[k]
        return self.units[k], self.prepared.groups[group].task, output

    @cached_property
    def _means(self) -> list[list[float]]:
        return [np.asarray(group.task.rows, float).mean(axis=0).tolist() for group in self.prepared.groups]

    def means(self, tlu: str) -> list[float]:
        """The mean of each source of a TLU over all instances."""
        k = next(k for k, unit in enumerate(self.units) if unit.id == tlu)
        return self._means[self.prepared.order[k][0]]

    def state(self, position: int) -> State:
        """The weights after so many steps."""
        return self.training.state_at(position)

    def lessons(self, position: int) -> list[Lesson]:
        """What the step that led to a position taught each TLU; nothing at the start."""
        return self.training.step(position - 1) if position > 0 else []

    def epoch_end(self, position: int) -> int:
        """The position at which the epoch of the next step ends."""
        return min((position // self.count + 1) * self.count, self.steps)

    def answers(self, state: State) -> Answers:
        """What each TLU says to every instance with some weights, and whether that is right."""
        found = {}
        for group in self.prepared.groups:
            ids = [unit.id for unit in group.units]
            z = _net_inputs(group.task, [state[id][0] for id in ids], [state[id][1] for id in ids])
            for id, said, right in zip(ids, *_judged(group.task, z), strict=True):
                found[id] = said, right
        return {unit.id: found[unit.id] for unit in self.units}

    def targets(self, tlu: str) -> Any:
        """What a TLU should say to every instance."""
        _, task, output = self.place(tlu)
        signs = task.signs[output]
        return signs.astype(int) if task.tie == "sign" else (signs > 0).astype(int)

    def mistakes_by_epoch(self, tlu: str) -> list[int]:
        """The mistakes that a TLU made in each epoch."""
        _, history, output = self.training.parts[tlu]
        return history.mistakes(output)

    def rows_met(self, tlu: str, position: int) -> Any:
        """The instances that a TLU has met by then, each once."""
        _, task, output = self.place(tlu)
        order = next(orders.epochs(task.count, task.seeds[output if len(task.seeds) > 1 else 0]))
        return order[:position]

    @property
    def starts_at_zero(self) -> bool:
        """Whether Novikoff's bound holds: all weights that learn begin at 0."""
        state = self.state(0)
        return all(not any(state[unit.id][0]) and not (unit.own_bias and state[unit.id][1]) for unit in self.units)


def _net_inputs(task: Task, weights: list[list[float]], bias: list[float]) -> Any:
    """The net inputs of outputs for every instance, summed in the rule's own order: a tie is a tie."""
    rows, wide = np.asarray(task.rows), np.array(weights, float).reshape(len(bias), -1)
    total: Any = np.zeros((len(bias), task.count))
    for k in range(rows.shape[1]):
        total = total + wide[:, k, None] * rows[None, :, k]
    return total + np.array(bias, float)[:, None]


def _judged(task: Task, z: Any) -> tuple[Any, Any]:
    if task.tie == "sign":
        return np.sign(z).astype(int), np.sign(z) == task.signs
    said = z >= 0 if task.tie == "heaviside" else z > 0
    return said.astype(int), z * task.signs > 0 if task.tie == "error" else said == (task.signs > 0)


def open_session(
    make: Callable[[], Circuit], layer: str, X: Any, Y: Any, settings: Settings, origin: State | None
) -> Session:
    """Prepare a training, or say why it cannot be. `origin` are the weights to begin at, where not those present."""
    circuit = make()
    if origin is not None:
        units = layer_units(circuit, layer)
        weights = [np.array(origin[unit.id][0], float) for unit in units]
        for unit, row in zip(units, weights, strict=True):
            put_weights(circuit, [unit], row[None], np.array([origin[unit.id][1]]))
    prepared = prepare(
        circuit, layer, X, Y, eta=settings.eta, epochs=settings.epochs, init=settings.start, tie=settings.tie,
        shuffle=settings.shuffle, random_state=settings.seed,
    )  # fmt: skip
    untrained = replace(
        prepared, groups=[replace(group, outcome=_nothing_yet(group.task)) for group in prepared.groups]
    )
    return Session(prepared, np.asarray(X), tuple(circuit.inputs), settings, summary(untrained))


def _nothing_yet(task: Task) -> Outcome:
    outputs = len(task.signs)
    none = [0] * outputs
    return Outcome(
        task.weights, task.bias, none, none, none, [], 0, lambda: (np.zeros(0, np.int64), np.zeros(0, np.int32))
    )


def learn(session: Session, report: Report, go_on: Callable[[], bool]) -> Session:
    """Learn a whole run, until an epoch without a mistake, or as many as the settings say; False of `go_on` ends it."""
    groups = []
    for number, group in enumerate(session.prepared.groups):
        part, whole = number / len(session.prepared.groups), len(session.prepared.groups)

        def progress(epoch: int, wrong: int, part: float = part, whole: int = whole) -> bool:
            report(part + epoch / session.settings.epochs / whole)
            return go_on()

        groups.append(replace(group, outcome=engines.learn(group.task, progress)))
        if groups[-1].outcome.stopped:
            break
    groups += [replace(group, outcome=_nothing_yet(group.task)) for group in session.prepared.groups[len(groups) :]]
    training = summary(replace(session.prepared, groups=groups))
    made = replace(session, training=training, is_learned=True)
    return replace(made, paths={id: _path(*training.parts[id]) for id in training.parts})


def _path(unit: Unit, history: History, output: int) -> Path:
    """The weights after each correction, as they are drawn: summed up, not rebuilt to the last bit."""
    task = history.task
    own = [each for each in islice(history, MOST_OF_PATH * len(task.signs)) if each.output == output][:MOST_OF_PATH]
    start = np.append(task.weights[output], task.bias[output]).astype(float)
    rows = np.asarray(task.rows, float)[[each.row for each in own]].reshape(len(own), task.weights.shape[1])
    moved = np.column_stack((rows, np.full(len(own), float(task.learns_bias))))
    moved *= task.eta * np.array([each.times for each in own], float)[:, None]
    steps = [0, *(each.epoch * task.count + each.position + 1 for each in own)]
    return Path(np.array(steps), start + np.concatenate((np.zeros((1, len(start))), np.cumsum(moved, axis=0))))


def prove(session: Session, report: Report) -> dict[str, Verdict | None]:
    """Whether each TLU can learn what it should at all, with the proof; None where that would take too long."""
    return dict(_verdicts(session, report))


def _verdicts(session: Session, report: Report) -> Iterator[tuple[str, Verdict | None]]:
    for k, unit in enumerate(session.units):
        report(k / len(session.units), tr("Looking for a line"))
        _, task, output = session.place(unit.id)
        size = task.weights.shape[1] * task.count
        yield unit.id, verdict_of(unit, task, output) if size <= MOST_PROVED else None
