"""Loops that cannot settle and circuits that never come to rest: their cures, as buttons beside the message."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from circuitsim.engine.rest import oscillation
from circuitsim.errors import LoopError, OscillationError
from circuitsim.records import Edge
from gui.feature import Feature
from gui.language import tr
from gui.live.cures import edge_to_cut, insert_delay, use_unit_delay
from gui.live.restless import Cures, cut_connection, describe_oscillation, find_cures, settle_with_delays
from gui.panels.message import Choice
from gui.panels.waveforms import WaveformsPanel
from gui.running.watching import Watching

_MOST_WAVES = 24
_FEWEST_TICKS, _MOST_TICKS, _LAPS = 24, 2000, 4


class Curing(Feature):
    """Puts the cures into the bar that says what is wrong."""

    def follow(self, workspace: Any) -> None:
        """Listen to a run that is seen for the first time."""
        if workspace.canvas is not self._followed and workspace.canvas.property("curing") is None:
            workspace.canvas.setProperty("curing", True)
            workspace.run.compiled.connect(partial(self._show_loop, workspace))
            workspace.run.came_back.connect(partial(self._look_closer, workspace))
            workspace.run.oscillated.connect(partial(self._show_oscillation, workspace))
            workspace.trouble_bar.closed.connect(partial(workspace.run.tell_oscillation, None))
            self._show_loop(workspace)
        super().follow(workspace)

    def _show_loop(self, workspace: Any) -> None:
        """Offer the cures of a loop."""
        error, document = workspace.run.error, workspace.document
        if not isinstance(error, LoopError):
            return
        cures: list[Choice] = []
        edge = edge_to_cut(document.circuit, error.nodes)
        if edge is not None:
            tip = tr("Put a delay between {source} and {target}, in one undo step")
            tip = tip.format(source=edge.source, target=edge.target)
            cures.append(Choice(tr("Insert a Delay"), partial(insert_delay, document, edge), "cureDelay", tip))
        if document.circuit.timing == "settled":
            tip = tr("Every neuron takes a tick, as in 1943; loops are free then")
            act = partial(use_unit_delay, document)
            cures.append(Choice(tr("Use Unit-Delay Timing"), act, "cureTiming", tip))
        workspace.trouble_bar.offer(*cures)

    # Oscillations

    def _look_closer(self, workspace: Any, period: int) -> None:
        """The state has come back while the circuit was to settle: find out what keeps changing."""
        run = workspace.run
        simulator = run.simulator
        held = [run.value(id) for id in simulator.inputs]
        state, walk = simulator.state, simulator.walk

        def done(error: OscillationError) -> None:
            if run.simulator is simulator:
                run.tell_oscillation(error)

        workspace.tasks.thread(
            tr("Looking for what keeps changing"), lambda report: oscillation(walk, state, held, period, report), done
        )

    def _show_oscillation(self, workspace: Any) -> None:
        error = workspace.run.oscillation
        if error is None:
            if workspace.run.error is None:
                workspace.trouble_bar.clear()
            return
        workspace.trouble_bar.say(describe_oscillation(error), self._watch_choice(workspace, error))
        workspace.tasks.thread(
            tr("Trying what brings it to rest"),
            partial(find_cures, workspace.document.circuit.copier(), error),
            partial(self._found, workspace, error),
        )

    def _watch_choice(self, workspace: Any, error: OscillationError) -> Choice:
        tip = tr("Begin at tick 0 with these inputs, and show what the nodes do, tick by tick")
        return Choice(tr("Watch as Waveforms"), partial(self.watch, workspace, error), "cureWatch", tip)

    def _found(self, workspace: Any, error: OscillationError, cures: Cures) -> None:
        """Offer what was found to help."""
        if workspace.run.oscillation is not error:
            return
        choices = [self._watch_choice(workspace, error)]
        if cures.delays is not None:
            choices.append(_settled_choice(workspace.document, cures.delays))
        if cures.cut is not None:
            choices.append(_cut_choice(workspace.document, cures.cut, every=cures.every))
        workspace.trouble_bar.offer(*choices)

    def watch(self, workspace: Any, error: OscillationError) -> None:
        """Show an oscillation from tick 0 on, as waveforms."""
        run = workspace.run
        watching = next(feature for feature in self.window.features if isinstance(feature, Watching))
        panel = watching.show_panel(WaveformsPanel.name)
        assert isinstance(panel, WaveformsPanel)
        run.reset()
        run.give(error.given)
        net = run.simulator.net
        inputs = [(id,) for id, value in error.given.items() if value][:_MOST_WAVES]
        panel.pick([*inputs, *(net.path(net.find(name)) for name in error.nodes[:_MOST_WAVES])])
        run.advance(min(max(_LAPS * error.period, _FEWEST_TICKS), _MOST_TICKS))
        panel.view.fit()


def _settled_choice(document: Any, delays: Sequence[Edge]) -> Choice:
    text = tr("Use Settled Timing")
    tip = tr("Everything settles within a tick, and only delays remember; its values may be others then")
    if delays:
        text = tr("Settled Timing and a Delay")
        if len(delays) > 1:
            text = tr("Settled Timing and {count} Delays").format(count=len(delays))
        where = ", ".join(f"{edge.source} → {edge.target}" for edge in delays)
        tip = tr("{tip}. A delay is put into {where}, all in one undo step").format(tip=tip, where=where)
    return Choice(text, partial(settle_with_delays, document, delays), "cureSettled", tip)


def _cut_choice(document: Any, edge: Edge, *, every: bool) -> Choice:
    text = tr("Cut {source} → {target}").format(source=edge.source, target=edge.target)
    tip = tr("Take this connection away, in one undo step. Tried: with these inputs the circuit comes to rest then")
    if every:
        tip = tr("Take this connection away, in one undo step. Tried: with all inputs the circuit comes to rest then")
    return Choice(text, partial(cut_connection, document, edge), "cureCut", tip)
