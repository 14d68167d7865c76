"""What came of training a layer: how it went, every step of it, and whether it could be learned at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from circuitsim.learn.exact import table
from circuitsim.learn.history import History, Step
from circuitsim.learn.separability import Verdict, decide
from circuitsim.learn.task import Task
from circuitsim.records import Edge


class Source(NamedTuple):
    """What an edge brings: a node, or a port of a subcircuit."""

    id: str
    port: str | None


@dataclass(frozen=True)
class Unit:
    """A TLU of a layer: its edges in order, and which of them come from a bias neuron.

    If none does, its own bias learns; otherwise that edge is its bias, and its own stays.
    """

    id: str
    edges: tuple[Edge, ...]
    bias: float
    step: str
    bias_edges: tuple[int, ...]

    @property
    def own_bias(self) -> bool:
        """Whether its own bias learns."""
        return not self.bias_edges

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the edges come from."""
        return tuple(Source(edge.source, edge.from_port) for edge in self.edges)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One instance, as one TLU met it.

    Attributes
    ----------
    id : str
        The TLU.
    epoch, position, row : int
        The epoch, the place in it, and the instance.
    z : float
        The net input.
    answer, target : int
        What it said, and what it should have said.
    times : int
        How many times eta x was added to its weights; 0 where it was right.
    changes : dict
        By key of the edge, what was added to its weight; only those that changed.
    bias_change : float
        What was added to its own bias.
    """

    id: str
    epoch: int
    position: int
    row: int
    z: float
    answer: int
    target: int
    times: int
    changes: dict[int, float]
    bias_change: float


def _lesson(id: str, unit: Unit, met: Step, output: int) -> Lesson:
    added = met.weight_change[output].tolist()
    changes = {edge.key: change for edge, change in zip(unit.edges, added, strict=True) if change}
    return Lesson(
        id, met.epoch, met.position, met.row, float(met.z[output]), int(met.answer[output]), int(met.target[output]),
        int(met.error[output]), changes, float(met.bias_change[output]),
    )  # fmt: skip


@dataclass
class Training:
    """What came of training a layer.

    Attributes
    ----------
    converged : bool
        Whether the last epoch was without a mistake.
    mistakes_per_epoch : list of int
        Of all TLUs together.
    cycle : tuple or None
        Two epochs after which the weights of a TLU were the same, and its id.
    parts : dict
        By id each TLU, the history that it is in, and its number there.
    """

    layer: str
    converged: bool
    epochs: int
    mistakes: int
    mistakes_per_epoch: list[int]
    left: dict[str, int]
    cycle: tuple[int, int, str] | None
    stopped: bool
    parts: dict[str, tuple[Unit, History, int]] = field(repr=False, default_factory=dict)

    @property
    def steps(self) -> int:
        """How many instances were met."""
        return max((history.steps for _, history, _ in self.parts.values()), default=0)

    def state_at(self, step: int) -> dict[str, tuple[list[float], float]]:
        """The weights of each TLU, in the order of its edges, and its bias, after so many steps."""
        states: dict[int, Any] = {}
        found = {}
        for id, (_, history, output) in self.parts.items():
            if hash(history) not in states:
                states[hash(history)] = history.state_at(min(step, history.steps))
            weights, bias = states[hash(history)]
            found[id] = weights[output].tolist(), float(bias[output])
        return found

    def step(self, number: int) -> list[Lesson]:
        """What each TLU learned at a step; those that had ended before have no part in it."""
        steps: dict[int, Step | None] = {}
        found = []
        for id, (unit, history, output) in self.parts.items():
            if hash(history) not in steps:
                steps[hash(history)] = history.step(number) if number < history.steps else None
            met = steps[hash(history)]
            if met is not None:
                found.append(_lesson(id, unit, met, output))
        return found

    def verdicts(self) -> dict[str, Verdict]:
        """Whether what each TLU should learn can be separated at all, with the proof."""
        return {id: verdict_of(unit, history.task, output) for id, (unit, history, output) in self.parts.items()}


def verdict_of(unit: Unit, task: Task, output: int) -> Verdict:
    """Whether what one TLU, an output of a task, should learn can be separated at all, with the proof."""
    free = [k for k in range(len(unit.edges)) if k not in unit.bias_edges]
    names = [source.id if source.port is None else f"{source.id}.{source.port}" for source in unit.sources]
    rows = [tuple(row) for row in table(task.rows[:, free])]  # type: ignore[index]
    return decide(rows, task.signs[output].tolist(), names=[names[k] for k in free])
