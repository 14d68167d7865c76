"""A node or a connection in one sentence, for the status bar and the tooltip."""

from __future__ import annotations

from circuitsim.kinds import KINDS, Drive, Parameter
from gui.canvas.arrays import NetArrays
from gui.canvas.bundles import INHIBITORY
from gui.canvas.node_texts import show_value
from gui.language import told, tr
from gui.run import Run


def describe_node(net: NetArrays, run: Run, row: int, path: tuple[str, ...] = (), *, alive: bool = True) -> str:
    """Kind, parameters and value of a node."""
    node = net.nodes[row]
    kind = KINDS[node.kind]
    parts = [f"{node.label} ({node.id})" if node.label else node.id, told(kind.title)]
    given = [(each, node.parameters[each.name]) for each in kind.parameters]
    parts += [f"{tr(each.name)} {_shown(each, value)}" for each, value in given if value is not None]
    if node.id in net.ports:
        values = [
            f"{net.port_name[k]} {show_value(run.value(*path, node.id, net.port_name[k]))}"
            for k in range(len(net.port_name))
            if net.port_node[k] == row and net.port_out[k]
        ]
        parts += (
            [tr("gives {values}").format(values=", ".join(values))]
            if values and run.simulator is not None and alive
            else []
        )
    elif run.simulator is not None and alive:
        parts.append(tr("value {value}").format(value=show_value(float(net.amount[row]))))
    if not path and node.id in run.overrides and node.parameters.get("drive") is not None:
        parts.append(tr("held by hand; press again to let its sequence play"))
    return " · ".join(parts)


def _shown(parameter: Parameter, value: object) -> str:
    if isinstance(value, float):
        return show_value(value)
    if isinstance(value, Drive):
        return tr("{pattern} repeating").format(pattern=value.pattern) if value.repeat else value.pattern
    return tr(str(value)) if "enum" in parameter.schema else str(value)


def describe_bundle(net: NetArrays, number: int, carried: float | None = None) -> str:
    """Ends and synapses of a connection, and what it carries."""
    said = _ends_and_synapses(net, number)
    if carried is None:
        return said
    carries = tr("carries {value}").format(value=show_value(carried))
    return f"{said} · {carries}"


def _ends_and_synapses(net: NetArrays, number: int) -> str:
    bundle = net.bundles[number]
    source = bundle.source if bundle.from_port is None else f"{bundle.source}/{bundle.from_port}"
    target = bundle.target if bundle.to_port is None else f"{bundle.target}/{bundle.to_port}"
    text = f"{source} → {target}"
    if bundle.weight is not None:
        weight = tr("weight {value}").format(value=show_value(bundle.weight))
        return f"{text} · {weight}"
    if net.nodes[net.index[bundle.target]].kind != "neuron":
        return text
    inhibitory, count = bundle.style == INHIBITORY, bundle.count
    said = tr("%n inhibitory synapses", "", count) if inhibitory else tr("%n excitatory synapses", "", count)
    return f"{text} · {said}"
