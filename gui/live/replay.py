"""A row of a test as a state that can be looked at on the canvas."""

from __future__ import annotations

from circuitsim.records import Test
from gui.live.panel import Workspace

_MOST_TICKS = 2000  # in which a unit-delay circuit is given time to come to rest


def show_failure(workspace: Workspace, test: Test, row: int) -> None:
    """Bring the run to the state of a row: its inputs, or for a clocked test its tick."""
    run = workspace.run
    run.reset()
    if test.clocked:
        for k, id in enumerate(test.inputs):
            run.play(id, [given[k] for given, _ in test.rows])
        run.advance(row)
    else:
        given, _ = test.rows[row]
        run.give({**_at_first(workspace), **dict(zip(test.inputs, given, strict=True))})
        if workspace.document.circuit.timing == "unit-delay":
            run.settle(_MOST_TICKS)
    workspace.canvas.select(*(id for id in _wrong_outputs(workspace, test, row) if id in workspace.canvas.net.index))


def _at_first(workspace: Workspace) -> dict[str, float]:
    """An evaluation holds the first symbol of every sequence."""
    circuit = workspace.document.circuit
    drives = {id: circuit.node(id).parameters["drive"] for id in circuit.inputs}
    return {id: drive.symbol(0) for id, drive in drives.items() if drive is not None}


def _wrong_outputs(workspace: Workspace, test: Test, row: int) -> list[str]:
    """The outputs that are not as expected; while ticks are still being made, all that the test looks at."""
    run = workspace.run
    expected = test.rows[row][1]
    if run.is_working:
        return list(test.outputs)
    return [
        id for id, wanted in zip(test.outputs, expected, strict=True) if wanted is not None and run.value(id) != wanted
    ]
