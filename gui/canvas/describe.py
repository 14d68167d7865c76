"""A node or a connection in one sentence, for the status bar and the tooltip."""

from __future__ import annotations

from circuitsim.kinds import KINDS, Drive
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY
from gui.canvas.node_texts import show_value
from gui.run import Run


def describe_node(net: NetArrays, run: Run, row: int, path: tuple[str, ...] = (), *, alive: bool = True) -> str:
    """Kind, parameters and value of a node."""
    node = net.nodes[row]
    parts = [f"{node.label} ({node.id})" if node.label else node.id, KINDS[node.kind].title]
    parts += [f"{name} {_shown(value)}" for name, value in node.parameters.items() if value is not None]
    if node.id in net.ports:
        values = [
            f"{net.port_name[k]} {show_value(run.value(*path, node.id, net.port_name[k]))}"
            for k in range(len(net.port_name))
            if net.port_node[k] == row and net.port_out[k]
        ]
        parts += ["gives " + ", ".join(values)] if values and run.simulator is not None and alive else []
    elif run.simulator is not None and alive:
        parts.append(f"value {show_value(float(net.amount[row]))}")
    if not path and node.id in run.overrides and node.parameters.get("drive") is not None:
        parts.append("held by hand; press again to let its sequence play")
    return " · ".join(parts)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return show_value(value)
    if isinstance(value, Drive):
        return f"{value.pattern}{' repeating' if value.repeat else ''}"
    return str(value)


def describe_bundle(net: NetArrays, number: int, carried: float | None = None) -> str:
    """Ends and synapses of a connection, and what it carries."""
    said = _ends_and_synapses(net, number)
    return said if carried is None else f"{said} · carries {show_value(carried)}"


def _ends_and_synapses(net: NetArrays, number: int) -> str:
    bundle = net.bundles[number]
    source = bundle.source if bundle.from_port is None else f"{bundle.source}/{bundle.from_port}"
    target = bundle.target if bundle.to_port is None else f"{bundle.target}/{bundle.to_port}"
    text = f"{source} → {target}"
    if bundle.weight is not None:
        return f"{text} · weight {show_value(bundle.weight)}"
    if net.nodes[net.index[bundle.target]].kind != "neuron":
        return text
    kind = "inhibitory" if bundle.style == INHIBITORY else "excitatory"
    return f"{text} · {bundle.count} {kind} synapse{'s' * (bundle.count != 1)}"
