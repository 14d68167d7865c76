"""What an input can be told to do in a run: be held, give a pulse, be a clock, play a sequence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from circuitsim.errors import CircuitError, InputError
from circuitsim.kinds import number
from gui.canvas.node_texts import show_value
from gui.language import told, tr
from gui.live.panel import Workspace

Say = Callable[[str], None]


def pulse(workspace: Workspace, id: str) -> None:
    """1 for the present tick, then 0."""
    workspace.run.play(id, [1])


def hold(workspace: Workspace, id: str) -> None:
    """Keep the value that it has now."""
    workspace.run.give({id: workspace.run.value(id)})


def clock(workspace: Workspace, id: str) -> None:
    """0 and 1 in turn."""
    workspace.run.play(id, [0, 1], repeat=True)


def sequence(workspace: Workspace, id: str, text: str, *, repeat: bool = False) -> None:
    """A sequence as it was typed: `0110`, or numbers with blanks between them."""
    workspace.run.play(id, parse_sequence(text), repeat=repeat)


def parse_sequence(text: str) -> list[float]:
    """Read a typed sequence.

    >>> parse_sequence("0110"), parse_sequence("0,5 -1 2.5")
    ([0, 1, 1, 0], [0.5, -1.0, 2.5])
    """
    text = text.strip()
    if text and not set(text) - {"0", "1"}:
        return [int(symbol) for symbol in text]
    try:
        values = [number(float(word.replace(",", "."))) for word in text.replace(";", " ").split()]
    except ValueError:
        said = tr("a sequence is written like 0110, or as numbers with blanks between them, not {text!r}")
        raise InputError(said.format(text=text[:60])) from None
    if not values:
        raise InputError(tr("type a sequence, like 0110"))
    return values


def release(workspace: Workspace, id: str) -> None:
    """Let it go."""
    workspace.run.release(id)


def keep(workspace: Workspace, id: str) -> None:
    """Make the sequence of this run part of the circuit: an edit."""
    played = workspace.run.played.get(id)
    if played is None:
        raise InputError(tr("{id!r} plays no sequence in this run; give it one first").format(id=id))
    if set(played.values) - {0, 1}:
        said = tr("only a sequence of 0 and 1 can be kept in the circuit; that of {id!r} has other numbers")
        raise InputError(said.format(id=id))
    pattern = "".join(str(int(value)) for value in played.values)
    del workspace.run.played[id]
    with workspace.document.edit(tr("Keep the sequence of {id}").format(id=id)) as circuit:
        circuit.set(id, drive={"pattern": pattern, "repeat": played.repeat})


def describe_drive(workspace: Workspace, id: str) -> str:
    """What an input does, in a few words."""
    run, drive = workspace.run, workspace.document.circuit.node(id).parameters["drive"]
    free = drive is None and id not in run.played
    if id in run.overrides and (run.overrides[id] or not free):  # what is free gives 0
        return tr("held at {value}").format(value=show_value(run.overrides[id]))
    if id in run.played:
        return tr("plays {sequence}, in this run only").format(sequence=run.played[id])
    if drive is not None:
        pattern = drive.pattern if len(drive.pattern) <= 32 else drive.pattern[:29] + "…"
        sequence = tr("{sequence} repeated").format(sequence=pattern) if drive.repeat else pattern
        return tr("plays {sequence}").format(sequence=sequence)
    return tr("free")


def attempt(say: Say, act: Callable[[], None]) -> bool:
    """Do something that can be refused; say why where it is."""
    try:
        act()
    except CircuitError as error:
        say(told(error))
        return False
    return True


def ask_sequence(workspace: Workspace, id: str, say: Say, parent: QWidget) -> QInputDialog:
    """Ask for a sequence; the dialog does not hold anything up."""
    dialog = QInputDialog(parent, objectName="sequenceDialog")
    dialog.setWindowTitle(tr("Sequence of {id}").format(id=id))
    dialog.setLabelText(tr("One value a tick, like 0110 (add * to repeat it):"))
    dialog.textValueSelected.connect(partial(_typed, workspace, id, say))
    dialog.open()
    return dialog


def _typed(workspace: Workspace, id: str, say: Say, text: str) -> None:
    repeat = text.rstrip().endswith("*")
    attempt(say, partial(sequence, workspace, id, text.rstrip().rstrip("*"), repeat=repeat))


def fill_menu(menu: QMenu, workspace: Workspace, id: str, say: Say, parent: QWidget) -> None:
    """Put what an input can be told into a menu."""
    real = workspace.document.circuit.node(id).parameters["domain"] == "real"
    entries: list[tuple[str, str, Callable[[], object], bool]] = [
        ("driveToggle", tr("&Toggle"), partial(workspace.run.toggle, id), not real),
        ("drivePulse", tr("&Pulse (one tick)"), partial(pulse, workspace, id), True),
        ("driveHold", tr("&Hold"), partial(hold, workspace, id), True),
        ("driveClock", tr("&Clock"), partial(clock, workspace, id), True),
        ("driveSequence", tr("&Sequence…"), partial(ask_sequence, workspace, id, say, parent), True),
        ("driveRelease", tr("&Let Go"), partial(release, workspace, id), True),
        ("driveKeep", tr("&Keep in the Circuit"), partial(keep, workspace, id), id in workspace.run.played),
    ]
    for name, text, act, enabled in entries:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.setEnabled(enabled and workspace.run.simulator is not None)
        action.triggered.connect(partial(_do, say, act))


def _do(say: Say, act: Callable[[], object], *_: object) -> None:
    attempt(say, act)  # type: ignore[arg-type]
