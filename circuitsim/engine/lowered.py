"""Lookups and what runs them: made when first needed, and better where there is more to do."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from circuitsim.engine import choice
from circuitsim.engine.bitwise import BitwiseExecutor
from circuitsim.engine.choice import Plan
from circuitsim.engine.lower.lookups import Lookups
from circuitsim.engine.lower.pipeline import covered
from circuitsim.engine.lower.slots import allocate
from circuitsim.errors import EngineError

Words = NDArray[np.uint64]


class Executor(Protocol):
    """What runs lookups; several threads may call it at a time."""

    @property
    def name(self) -> Literal["reference", "words", "native"]:
        """What it is called."""

    seconds: float

    def run(self, given: Words, out: Words) -> None:
        """Fill `out` (outputs, words) from `given` (inputs, words); both may be parts of longer rows."""


class Lowered:
    """Lookups that run on the executor that is done first.

    Parameters
    ----------
    forced : {"words", "native"}, optional
        The executor to take in any case.
    """

    def __init__(self, lookups: Lookups, forced: choice.Executor | None = None) -> None:
        self._plain, self.forced = lookups, forced
        self._made: tuple[tuple[bool, int], Executor] | None = None
        self._spent = 0
        self._slots: dict[int, int] = {}
        self._failed = ""

    @cached_property
    def _covered(self) -> Lookups:
        return covered(self._plain)

    def plan(self, words: int) -> Plan:
        """What would run so many words of patterns.

        Raises
        ------
        EngineError
            Where machine code is asked for that cannot be made.
        """
        if self.forced == "native" and (reason := self._failed or choice.no_native()):
            raise EngineError(reason)
        lookups = self._lookups(words)
        executor, seconds, reason = choice.best(len(lookups), words, "words" if self._failed else self.forced)
        if len(lookups) not in self._slots:
            self._slots[len(lookups)] = allocate(lookups).count
        return Plan(executor, len(lookups), self._slots[len(lookups)], seconds, self._failed or reason)

    def executor(self, words: int) -> Executor:
        """What runs so many words of patterns; a better one is made where all that was run so far is worth it."""
        self._spent += words
        plan = self.plan(self._spent)
        rank = plan.engine == "native", -plan.lookups
        if self._made is None or rank > self._made[0]:
            self._made = rank, self._make(plan, self._lookups(self._spent))
        return self._made[1]

    def _make(self, plan: Plan, lookups: Lookups) -> Executor:
        if plan.engine == "native":
            native = import_module("circuitsim.engine.native.executor")
            try:
                made: Executor = native.NativeExecutor(lookups)
            except EngineError as error:
                if self.forced:
                    raise
                self._failed = str(error)
            else:
                choice.compiled(len(lookups), made.seconds)
                return made
        return BitwiseExecutor(lookups)

    @property
    def lookups(self) -> Lookups:
        """The lookups as they were given."""
        return self._plain

    def _lookups(self, words: int) -> Lookups:
        if "_covered" in self.__dict__ or choice.worth_covering(len(self._plain), words):
            return self._covered
        return self._plain
