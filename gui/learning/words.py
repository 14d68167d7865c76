"""What happens in a training, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from circuitsim.learn.separability import Verdict
from circuitsim.learn.training import Lesson, Source
from gui.canvas.node_texts import show_value
from gui.language import grouped, tr
from gui.learning.session import Session

_LONGEST = 240
_MOST_VALUES = 6


def number(value: float) -> str:
    """A weight or a change of one, in at most six digits, with a real minus sign.

    >>> number(-0.5000000000000004), number(2.0)
    ('−0.5', '2')
    """
    return f"{value + 0.0:.6g}".replace("-", "\N{MINUS SIGN}")


def source_name(source: Source) -> str:
    """How a source is called."""
    return source.id if source.port is None else f"{source.id}.{source.port}"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """A text that is not too long to be read."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def instance_words(session: Session, lessons: Sequence[Lesson]) -> str:
    """Which instance a step met."""
    if not lessons:
        return ""
    met = lessons[0]
    values = session.X[met.row].tolist()
    pairs = [f"{id} = {show_value(float(value))}" for id, value in zip(session.inputs, values, strict=True)]
    shown = ", ".join(pairs[:_MOST_VALUES]) + (" …" if len(pairs) > _MOST_VALUES else "")
    said = tr("Epoch {epoch}, instance {place} of {count} (row {row}): {values}")
    return said.format(
        epoch=grouped(met.epoch + 1), place=grouped(met.position + 1), count=grouped(session.count),
        row=grouped(met.row + 1), values=shown,
    )  # fmt: skip


def position_words(session: Session, position: int) -> str:
    """Where the slider stands."""
    if not session.is_learned:
        return tr("Not trained yet: %n instances.", "", session.count)
    if position == 0:
        return tr("At the start, of {steps} steps").format(steps=grouped(session.steps))
    said = tr("Step {step} of {steps}, epoch {epoch} of {epochs}")
    return said.format(
        step=grouped(position), steps=grouped(session.steps), epoch=grouped((position - 1) // session.count + 1),
        epochs=grouped(session.training.epochs),
    )  # fmt: skip


def outcome_words(session: Session, position: int, left: int) -> str:
    """How the layer does now, with so many mistakes `left`, and at the end how the training ended."""
    now = tr("%n mistakes with the weights as they are now.", "", left)
    if not session.is_learned or position < session.steps:
        return now
    found = session.training
    if found.converged:
        said = tr("Learned: epoch {epoch} was without a mistake, after %n corrections.", "", found.mistakes)
        return said.format(epoch=grouped(found.epochs))
    if found.cycle is not None:
        first, again, id = found.cycle
        said = tr("It will never stop: the weights of {tlu} after epoch {again} are those after epoch {first}.")
        if first == 0:
            said = tr("It will never stop: the weights of {tlu} after epoch {again} are those of the start.")
        return f"{said.format(tlu=id, again=grouped(again), first=grouped(first))} {now}"
    if found.stopped:
        said = tr("Stopped after epoch {epoch}.").format(epoch=grouped(found.epochs))
        return f"{said} {now}"
    said = tr("Ended after {epochs} epochs, the most allowed, with {left} mistakes in the last: allow more to go on.")
    return said.format(epochs=grouped(found.epochs), left=grouped(sum(found.left.values())))


def verdict_words(tlu: str, verdict: Verdict | None) -> str:
    """Whether a TLU can learn what it should, with the proof."""
    if verdict is None:
        return tr("So many instances are not looked through unasked for a proof whether a line separates them.")
    if verdict.separable:
        if verdict.margin == float("inf"):
            return tr("{tlu} can learn this: all its targets are the same.").format(tlu=tlu)
        said = tr(
            "{tlu} can learn this: a line separates the two classes with a margin of {margin}. From weights of 0 that "
            "takes at most %n corrections (Novikoff).",
            "",
            verdict.bound or 0,
        )
        return said.format(tlu=tlu, margin=show_value(verdict.margin or 0.0))
    if verdict.separable is None:
        return tr("{tlu} cannot learn this, as far as floats can tell: the proof would be too long.").format(tlu=tlu)
    said = tr(
        "{tlu} cannot learn this: {equation}. What should fire is on the left, what should not on the right, and both "
        "sides have the same sum: no weights tell them apart."
    )
    return said.format(tlu=tlu, equation=verdict.text.partition(": ")[2])


def verdicts_words(verdicts: Mapping[str, Verdict | None], picked: str) -> str:
    """The verdict on the picked TLU, and which others cannot learn."""
    if picked not in verdicts:
        return ""
    said = [verdict_words(picked, verdicts[picked])]
    others = [id for id, found in verdicts.items() if id != picked and found is not None and found.separable is False]
    if others:
        shown = ", ".join(others[:8]) + (" …" if len(others) > 8 else "")
        said.append(tr("Among the others these cannot learn theirs: {tlus}.").format(tlus=shown))
    return " ".join(said)
