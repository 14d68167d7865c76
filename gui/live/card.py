"""A reason as text with links: each name in it leads back to that cause."""

from __future__ import annotations

import html

from circuitsim.errors import InputError
from circuitsim.logic.why import Cause, Why, explain
from circuitsim.sentences import Sentence
from gui.language import tr
from gui.live.panel import Workspace
from gui.run import Run

Place = tuple[tuple[str, ...], int]


def reason(workspace: Workspace, path: tuple[str, ...]) -> Why | None:
    """Why a node has the value that is shown; None where the circuit cannot run."""
    run: Run = workspace.run
    if run.simulator is None:
        return None
    before = run.values_at(run.tick - 1) if run.tick > run.first else None
    try:
        return explain(workspace.document.circuit, run.simulator.net, path, run.tick, run.values.tolist(), before)
    except InputError:  # the tick before was another circuit's
        return Why(path, run.tick, run.value(*path), Sentence("comes from before the circuit was edited"))


def as_html(why: Why, color: str) -> str:
    """The sentence, its links in a colour; each is numbered by the place of its cause, whatever the order of words."""
    words = []
    for part in why.sentence.parts(tr):
        if isinstance(part, Cause):
            number = why.causes.index(part)
            words.append(f'<a href="{number}" style="color: {color}">{html.escape(str(part))}</a>')
        else:
            words.append(html.escape(str(part)).replace("&gt;=", "&ge;"))
    return "".join(words)
