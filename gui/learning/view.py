"""What the parts of the panel show: a training, where in it we are, and which of the TLUs is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from circuitsim.learn.separability import Verdict
from circuitsim.learn.training import Lesson
from gui.learning.session import Answers, Session, State


@dataclass(frozen=True)
class View:
    """One moment of a training.

    Attributes
    ----------
    state : State
        The weights that the circuit has now.
    lessons : list of Lesson
        What the last step taught.
    editable : bool
        Whether the instances are points of one's own.
    """

    session: Session
    position: int
    state: State
    tlu: str
    lessons: list[Lesson] = field(default_factory=list)
    verdict: Verdict | None = None
    editable: bool = False

    @cached_property
    def answers(self) -> Answers:
        """What each TLU says to every instance, and whether that is right."""
        return self.session.answers(self.state)

    @property
    def mistakes(self) -> int:
        """How many answers are wrong."""
        return sum(int((~right).sum()) for _, right in self.answers.values())

    @property
    def row(self) -> int | None:
        """The instance that was met last."""
        return self.lessons[0].row if self.lessons else None

    def free_sources(self) -> list[int]:
        """The sources of the TLU that vary: all but bias neurons."""
        unit, _, _ = self.session.place(self.tlu)
        return [k for k in range(len(unit.edges)) if k not in unit.bias_edges]
