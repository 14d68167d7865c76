"""Building: the lookups of a whole net, gate after gate, each a copy of its shape's template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from circuitsim.engine.lower.fold import Folded, Folder, Shape, template_of
from circuitsim.engine.lower.lookups import FALSE, TRUE, Ints, Lookups, Tables, as_array
from circuitsim.engine.lower.templates import Literal, Template
from circuitsim.engine.net import SILENCE, Net

INVERTER = 0b01010101


def build(
    net: Net, order: Sequence[int], given: Sequence[int], fixed: Mapping[int, float], wanted: Sequence[int]
) -> Lookups:
    """The lookups that compute some signals from others.

    Parameters
    ----------
    order : sequence of int
        The gates to compute, each after all that feed it. A delay among them passes its source through.
    given : sequence of int
        The signals that are the inputs.
    fixed : mapping of int to float
        The signals that always have one value.
    wanted : sequence of int
        The signals that are the outputs.

    Raises
    ------
    UnfitError
        Where a gate has no Boolean form.
    """
    copies = _Copies(len(given))
    folder = Folder(net, fixed)
    root = list(range(len(net)))
    root[SILENCE] = 0
    for signal, value in fixed.items():
        root[signal] = -1 if value == 1 else 0
    for gate in order:
        if net.kinds[gate].role == "gate":
            root[gate] = copies.add(gate, folder.fold(gate, root))
        else:
            root[gate] = root[net.sources[gate][0]] if net.sources[gate] else 0
    return copies.lookups(given, [root[signal] for signal in wanted])


@dataclass
class _Group:
    """Gates of one shape."""

    template: Template
    gates: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    sources: list[tuple[int, ...]] = field(default_factory=list)


class _Copies:
    """Templates and where their copies go, until all are made at once."""

    def __init__(self, inputs: int) -> None:
        self._inputs = inputs
        self._count = 0
        self._groups: dict[tuple[Shape, int], _Group] = {}
        self._twins: dict[Folded, int] = {}

    def add(self, gate: int, folded: Folded) -> int:
        """Note a gate; what stands for it (see `Folder.fold`)."""
        known = self._twins.get(folded)
        if known is None:
            known = self._twins[folded] = self._add(gate, *folded)
        return known

    def _add(self, gate: int, shape: Shape, sources: tuple[int, ...]) -> int:
        key = shape, len(sources)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(_uninverted(template_of(shape, len(sources))))
        template = group.template
        result = template.result
        if isinstance(result, bool):
            return -1 if result else 0
        if result.value < template.inputs:
            return sources[result.value]
        group.gates.append(gate)
        group.places.append(self._count)
        group.sources.append(sources)
        self._count += len(template.lookups)
        return gate

    def lookups(self, given: Sequence[int], wanted: Sequence[int]) -> Lookups:
        """All copies, with the signals of their inputs replaced by the values that stand for them."""
        signals = max((*given, *(gate for group in self._groups.values() for gate in group.gates)), default=0) + 1
        value = np.full(signals, FALSE, np.int32)
        value[list(given)] = np.arange(len(given))
        for group in self._groups.values():
            if group.gates:
                assert isinstance(group.template.result, Literal)
                own = group.template.result.value - group.template.inputs
                value[group.gates] = self._inputs + as_array(group.places) + own
        operands = np.full((self._count, 3), -1, np.int32)
        tables = np.zeros(self._count, np.uint8)
        for group in self._groups.values():
            if group.gates:
                self._copy(group, value, operands, tables)
        outputs = [int(value[signal]) if signal > 0 else TRUE if signal else FALSE for signal in wanted]
        return Lookups(self._inputs, operands, tables, as_array(outputs))

    def _copy(self, group: _Group, value: Ints, operands: Ints, tables: Tables) -> None:
        places = as_array(group.places)
        sources = as_array(group.sources)
        inputs = group.template.inputs
        for k, (table, reads) in enumerate(group.template.lookups):
            tables[places + k] = table
            for i, read in enumerate(reads):
                from_inside = read >= inputs
                operands[places + k, i] = (
                    self._inputs + places + read - inputs if from_inside else value[sources[:, read]]
                )


def _uninverted(template: Template) -> Template:
    """The template with a result that is no complement."""
    result = template.result
    if isinstance(result, Literal) and result.inverted:
        template.result = template.look_up(INVERTER, Literal(result.value))
    return template
