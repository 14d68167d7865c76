"""What is selected: nodes, connections and notes. It outlives the arrays, which edits build anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import Bundle


class Selection:
    """Nodes are selected in the arrays; connections by a key of theirs, notes by their number."""

    def __init__(self, net: Callable[[], NetArrays], changed: Callable[[], None]) -> None:
        self._net, self._changed = net, changed
        self.keys: set[int] = set()
        self.notes: set[int] = set()

    def ids(self) -> list[str]:
        """The ids of the selected nodes."""
        net = self._net()
        return [net.nodes[k].id for k in np.flatnonzero(net.selected).tolist()]

    def bundles(self) -> list[Bundle]:
        """The selected connections."""
        net = self._net()
        return [net.bundles[k] for k in np.flatnonzero(net.bundle_selected).tolist()]

    def __bool__(self) -> bool:
        net = self._net()
        return bool(net.selected.any() or net.bundle_selected.any() or self.notes)

    def choose(
        self,
        rows: Iterable[int] = (),
        *,
        bundles: Iterable[int] = (),
        notes: Iterable[int] = (),
        keep: bool = False,
        toggle: bool = False,
    ) -> None:
        """Select nodes by row, connections by number, notes by number."""
        net = self._net()
        before = net.selected.copy(), set(self.keys), set(self.notes)
        if not keep:
            self.clear_quietly()
        some, many = list(rows), list(bundles)
        net.selected[some] = ~net.selected[some] if toggle else True
        for number in many:
            keys = net.bundles[number].keys
            if toggle and not self.keys.isdisjoint(keys):
                self.keys.difference_update(keys)
            else:
                self.keys.update(keys)
        for rank in notes:
            self.notes = self.notes - {rank} if toggle and rank in self.notes else self.notes | {rank}
        self.mark()
        if (net.selected != before[0]).any() or (self.keys, self.notes) != before[1:]:
            self._changed()

    def state(self) -> tuple[list[str], frozenset[int], frozenset[int]]:
        """What is selected, to be restored."""
        return self.ids(), frozenset(self.keys), frozenset(self.notes)

    def restore(
        self,
        state: tuple[list[str], frozenset[int], frozenset[int]] | None,
        rows: Iterable[int] = (),
        *,
        toggle: bool = False,
    ) -> None:
        """Select what was selected then, with more rows added or toggled."""
        net = self._net()
        ids, keys, notes = state or ([], frozenset(), frozenset())
        selected = np.zeros_like(net.selected)
        selected[[net.index[id] for id in ids if id in net.index]] = True
        more = np.array(list(rows), np.intp)
        selected[more] = ~selected[more] if toggle else True
        changed = (selected != net.selected).any() or (keys, notes) != (self.keys, self.notes)
        net.selected[:] = selected
        self.keys, self.notes = set(keys), set(notes)
        if changed:
            self.mark()
            self._changed()

    def clear_quietly(self) -> None:
        """Select nothing, and tell nobody."""
        self._net().selected[:] = False
        self.keys, self.notes = set(), set()

    def mark(self) -> None:
        """Say in the arrays which connections are selected; forget those that are no more."""
        net = self._net()
        net.bundle_selected[:] = False
        if self.keys:
            net.bundle_selected[:] = np.isin(net.bundle_key, np.fromiter(self.keys, np.intp))
            for number in net.shared:
                net.bundle_selected[number] = not self.keys.isdisjoint(net.bundles[number].keys)
            self.keys = {key for bundle in self.bundles() for key in bundle.keys}
        if self.notes:
            self.notes &= {note.rank for note in net.circuit.notes}
