"""What of a run an edit leaves as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from circuitsim.records import HEAD, Change, Edge, Head, Node


class Carried(NamedTuple):
    """What an edit means to a run: new ids of nodes by their old ones, and whether it is nothing but that."""

    renamed: dict[str, str]
    same: bool

    def then(self, later: Carried) -> Carried:
        """Both edits, one after the other."""
        renamed = {old: later.renamed.get(new, new) for old, new in self.renamed.items()}
        renamed.update((old, new) for old, new in later.renamed.items() if old not in self.renamed.values())
        return Carried(renamed, self.same and later.same)


NOTHING = Carried({}, True)


def computes_otherwise(change: Change) -> bool:
    """Whether an edit is to anything that runs; a place, a note, a test, a name or a description is not."""
    return any(slot[0] in ("node", "edge", "definition") for slot in change.slots) or not _same_timing(change)


def carried(change: Change) -> Carried:
    """What is left of a run after an edit.

    Names, labels and drives do not change what was recorded; a node keeps its rank when it is renamed.
    """
    before = {node.rank: node for node in change.before.values() if isinstance(node, Node)}
    after = {node.rank: node for node in change.after.values() if isinstance(node, Node)}
    both = before.keys() & after.keys()
    renamed = {before[rank].id: after[rank].id for rank in both if before[rank].id != after[rank].id}
    same = before.keys() == after.keys() and _same_timing(change)
    same = same and all(_is_as_it_was(before[rank], after[rank]) for rank in both)
    for slot in change.slots:
        was, now = change.before.get(slot), change.after.get(slot)
        if slot[0] == "edge":
            same = same and isinstance(was, Edge) and isinstance(now, Edge) and _joins_the_same(was, now, renamed)
        elif slot[0] == "definition":
            same = False
    return Carried(renamed, same)


def _same_timing(change: Change) -> bool:
    was, now = change.before.get(HEAD), change.after.get(HEAD)
    return isinstance(was, Head) == isinstance(now, Head) and getattr(was, "timing", 0) == getattr(now, "timing", 0)


def _is_as_it_was(was: Node, now: Node) -> bool:
    parameters = {**now.parameters, "drive": was.parameters["drive"]} if "drive" in was.parameters else now.parameters
    return was.kind == now.kind and dict(was.parameters) == dict(parameters)


def _joins_the_same(was: Edge, now: Edge, renamed: dict[str, str]) -> bool:
    source, target = renamed.get(was.source, was.source), renamed.get(was.target, was.target)
    return replace(was, source=source, target=target) == now
