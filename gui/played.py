"""A sequence that an input plays in a run: state of the run, not an edit."""

from __future__ import annotations

from dataclasses import dataclass

from gui.language import tr


@dataclass(frozen=True, slots=True)
class Played:
    """A sequence that an input plays from a tick on, in this run only; after its end it gives 0."""

    values: tuple[float, ...]
    repeat: bool = False
    start: int = 0

    def value(self, tick: int) -> float:
        """What it gives at a tick."""
        at = tick - self.start
        if self.repeat:
            return self.values[at % len(self.values)]
        return self.values[at] if 0 <= at < len(self.values) else 0

    def is_over(self, tick: int) -> bool:
        """Whether nothing of it is left to play."""
        return not self.repeat and tick >= self.start + len(self.values)

    def __str__(self) -> str:
        shown = (
            "".join(f"{v:g}" for v in self.values) if set(self.values) <= {0, 1} else " ".join(map(str, self.values))
        )
        shown = shown if len(shown) <= 32 else shown[:29] + "…"
        return tr("{sequence} repeated").format(sequence=shown) if self.repeat else shown
