"""Run the tests that a circuit carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from circuitsim import rules
from circuitsim.engine.program import Engine, Program
from circuitsim.engine.simulator import Simulator
from circuitsim.errors import InputError
from circuitsim.progress import Progress, silent, within
from circuitsim.records import Test
from circuitsim.sentences import Sentence
from circuitsim.store import Store

Values = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A row whose outputs are not the expected ones."""

    row: int
    inputs: Values
    expected: tuple[float | None, ...]
    found: Values


@dataclass(frozen=True, slots=True)
class Result:
    """What a test came to; `problem` says why it could not be run at all."""

    test: Test
    failures: tuple[Failure, ...] = ()
    problem: str = ""

    @property
    def passed(self) -> bool:
        """Whether every row was right."""
        return not self.failures and not self.problem

    @property
    def right(self) -> int:
        """How many rows were right."""
        return 0 if self.problem else len(self.test.rows) - len(self.failures)

    @property
    def credit(self) -> float:
        """The part of the rows that was right."""
        return self.right / len(self.test.rows) if self.test.rows else float(self.passed)

    def __str__(self) -> str:
        name = f"{self.test.name or 'test'}: {self.right} of {len(self.test.rows)} rows right"
        lines = [name]
        if self.problem:
            lines.append(f"  {self.problem}")
        for failure in self.failures[:10]:
            where = "tick" if self.test.clocked else "row"
            given = " ".join(_assign(self.test.inputs, failure.inputs)) or "no inputs"
            wrong = [
                f"{id} is {found:g}, expected {wanted:g}"
                for id, found, wanted in zip(self.test.outputs, failure.found, failure.expected, strict=True)
                if wanted is not None and found != wanted
            ]
            lines.append(f"  {where} {failure.row} ({given}): {'; '.join(wrong)}")
        if len(self.failures) > 10:
            lines.append(f"  and {len(self.failures) - 10} more")
        return "\n".join(lines)


def _assign(names: tuple[str, ...], values: Values) -> list[str]:
    return [f"{name}={value:g}" for name, value in zip(names, values, strict=True)]


def run_tests(circuit: Store, engine: Engine = "auto", progress: Progress = silent) -> list[Result]:
    """Run every test of a circuit.

    Parameters
    ----------
    engine : {"auto", "reference", "words", "native"}
        What evaluates the tests that are not clocked.
    progress : callable
        Is told the part that is done; what it raises ends the tests.
    """
    if not circuit.tests:
        return []
    program = Program(circuit, engine)
    rows = [max(1, len(test.rows)) for test in circuit.tests]
    ends = list(accumulate(rows))
    return [
        run_test(circuit, program, test, within(progress, (end - count) / ends[-1], end / ends[-1]))
        for test, count, end in zip(circuit.tests, rows, ends, strict=True)
    ]


def run_each(circuit: Store, tests: Sequence[Test], engine: Engine = "words") -> list[Result]:
    """Run tests that may be meant for another circuit: one that does not fit this one fails, and says why."""
    program: Program | None = None
    results = []
    for test in tests:
        problems: list[str] = []

        def report(field: str, message: str, known: rules.Known | None = None, problems: list[str] = problems) -> None:
            problems.append(message)

        rules.check_test(test, circuit.nodes, report)
        if problems:
            results.append(Result(test, problem="; ".join(problems[:5])))
            continue
        program = program or Program(circuit, engine)
        results.append(run_test(circuit, program, test))
    return results


def random_test(reference: Store, rows: int, seed: int) -> Test:
    """What a reference circuit does on random inputs, as a test; consecutive ticks where it has a memory.

    Raises
    ------
    InputError
        Where an input takes other numbers than 0 and 1.
    """
    inputs, outputs = tuple(reference.inputs), tuple(reference.outputs)
    for id in inputs:
        if reference.node(id).parameters["domain"] != "binary":
            raise InputError(Sentence("input {id!r} takes any number; random rows are of 0 and 1", id=id), [id])
    given = np.random.default_rng(seed).integers(0, 2, (max(1, rows), len(inputs)))
    bodies = (reference.body(), *(definition.body for definition in reference.definitions.values()))
    clocked = any(node.kind == "delay" for body in bodies for node in body.nodes)
    if clocked:
        paths = [(id,) for id in outputs]
        found = Simulator(reference).run(len(given), given, watch=paths).table(paths)
    else:
        found = Program(reference).run(given)
    pairs = zip(given.tolist(), found.tolist(), strict=True)
    name = f"{len(given)} random rows, seed {seed}"
    return Test(0, name, inputs, outputs, tuple((tuple(a), tuple(b)) for a, b in pairs), clocked)


def run_test(circuit: Store, program: Program, test: Test, progress: Progress = silent) -> Result:
    """Run one test: a clocked one from reset, another row by row."""
    found = _clocked(circuit, test, progress) if test.clocked else _evaluated(program, test, progress)
    failures = [
        Failure(k, given, expected, values)
        for k, ((given, expected), values) in enumerate(zip(test.rows, found, strict=True))
        if any(wanted is not None and value != wanted for value, wanted in zip(values, expected, strict=True))
    ]
    return Result(test, tuple(failures))


def _evaluated(program: Program, test: Test, progress: Progress) -> list[Values]:
    drives = [program.net.parameters[signal]["drive"] for signal in program.net.inputs]
    start = [0 if drive is None else drive.symbol(0) for drive in drives]
    patterns = np.tile(np.array(start, float), (len(test.rows), 1))
    column = {id: k for k, id in enumerate(program.inputs)}
    for k, id in enumerate(test.inputs):
        patterns[:, column[id]] = [given[k] for given, _ in test.rows]
    found = program.run(patterns, progress=progress)
    column = {id: k for k, id in enumerate(program.outputs)}
    return [tuple(row) for row in found[:, [column[id] for id in test.outputs]].tolist()]


def _clocked(circuit: Store, test: Test, progress: Progress) -> list[Values]:
    simulator = Simulator(circuit)
    stimulus = {id: [given[k] for given, _ in test.rows] for k, id in enumerate(test.inputs)}
    paths = [(id,) for id in test.outputs]
    recording = simulator.run(len(test.rows), stimulus, watch=paths, progress=progress)
    return [tuple(row) for row in recording.table(paths).tolist()]
