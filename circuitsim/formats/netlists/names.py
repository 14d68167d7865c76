"""Names that a format can hold: kept where they can be, changed and made unique where not."""

from __future__ import annotations

from collections.abc import Callable

from circuitsim.netlist.netlist import INNER, Gate, Module, Port, unique


class Names(dict[str, str]):
    """The text of every net: ports keep their names first, then nodes, then what has no name of its own.

    Parameters
    ----------
    legal : callable
        A name as the format can hold it.
    taken : set of str
        Words that are no names.
    """

    def __init__(self, module: Module, legal: Callable[[str], str], taken: set[str] | None = None) -> None:
        super().__init__()
        self._legal, self._taken = legal, set() if taken is None else taken
        ends = [port.net for port in (*module.inputs, *module.outputs)]
        nets = [gate.net for gate in module.gates] + [latch.net for latch in module.latches]
        for instance in module.instances:
            nets += instance.outputs.values()
        for inner in (False, True):
            for net in (*ends, *nets):
                if net.startswith(INNER) == inner and net not in self:
                    self[net] = unique(legal(net.strip()), self._taken)

    def __missing__(self, net: str) -> str:
        """One more name."""
        self[net] = found = unique(self._legal(net.strip()), self._taken)
        return found


def own_nets(module: Module, *, shared: bool) -> Module:
    """The module with a net for every output that has the output's name.

    `shared` says whether a net may be input and output at once.
    """
    inputs = {port.net for port in module.inputs}
    driven = inputs.union(gate.net for gate in module.gates)
    driven.update(latch.net for latch in module.latches)
    for instance in module.instances:
        driven.update(instance.outputs.values())
    gates, outputs, used = list(module.gates), [], set[str]()
    for port in module.outputs:
        if port.name == port.net and (shared or port.net not in inputs) and port.net not in used:
            outputs.append(port)
            used.add(port.net)
            continue
        name = f"{port.name}~out" if port.name in inputs else port.name
        name = unique(name, driven)
        used.add(name)
        gates.append(Gate("BUF", name, (port.net,)))
        outputs.append(Port(name, name))
    return Module(module.name, module.inputs, outputs, gates, module.latches, module.instances)


def used_modules(modules: dict[str, Module]) -> list[Module]:
    """The first module and those that it is made of, each after what it uses."""
    top = next(iter(modules))
    order: dict[str, None] = {}
    todo = [(top, False)]
    seen: set[str] = set()
    while todo:
        name, ready = todo.pop()
        if ready:
            order[name] = None
        elif name not in seen:
            seen.add(name)
            todo.append((name, True))
            todo += [(instance.of, False) for instance in modules[name].instances]
    return [modules[name] for name in order]
