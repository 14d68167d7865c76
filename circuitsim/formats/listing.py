"""A circuit as a table for papers and pages: a line a node, with what feeds it. Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Iterable

from circuitsim.records import Body, Edge, Node
from circuitsim.store import Store

_HEAD = ("node", "kind", "parameters", "sources")
_LATEX = {
    "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}",
    "≥": r"$\geq$", "×": r"$\times$", "·": r"$\cdot$", "¬": r"$\lnot$", "|": r"\textbar{}", '"': r"\textquotedbl{}",
}  # fmt: skip


def write_markdown(circuit: Store) -> bytes:
    """The circuit as Markdown: its description, a table, and one more for each definition."""
    parts = [f"# {_markdown(circuit.name or 'Circuit')}"]
    if circuit.description:
        parts.append(_markdown(circuit.description))
    for title, body in _bodies(circuit):
        if title:
            parts.append(f"## {_markdown(title)}")
        lines = [_HEAD, ("---",) * len(_HEAD), *_lines(body)]
        parts.append("\n".join(f"| {' | '.join(map(_markdown, line))} |" for line in lines))
    return ("\n\n".join(parts) + "\n").encode()


def write_latex(circuit: Store) -> bytes:
    """The same as LaTeX tables, to be taken in by `\\input`."""
    parts = []
    for title, body in _bodies(circuit):
        lines = [" & ".join(map(latex, line)) + r" \\" for line in _lines(body)]
        rows = "\n".join([" & ".join(_HEAD) + r" \\", r"\hline", *lines])
        parts.append(
            f"% {' '.join((title or circuit.name).split())}\n\\begin{{tabular}}{{llll}}\n{rows}\n\\end{{tabular}}\n"
        )
    return "\n".join(parts).encode()


def latex(text: str) -> str:
    """Text as LaTeX shows it.

    >>> latex("a_1 ≥ 50%")
    'a\\\\_1 $\\\\geq$ 50\\\\%'
    """
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _markdown(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in " ".join(text.split()))


def _bodies(circuit: Store) -> Iterable[tuple[str, Body]]:
    yield "", circuit.body()
    for name, definition in circuit.definitions.items():
        yield name, definition.body


def _lines(body: Body) -> Iterable[tuple[str, ...]]:
    arrivals: dict[str, list[Edge]] = {node.id: [] for node in body.nodes}
    for edge in body.edges:
        arrivals[edge.target].append(edge)
    for node in body.nodes:
        yield node.id, node.kind, _parameters(node), ", ".join(map(_source, arrivals[node.id]))


def _parameters(node: Node) -> str:
    given = node.parameters
    if node.kind == "neuron":
        return f"≥ {given['threshold']}" + (", relative" if given["inhibition"] == "relative" else "")
    if node.kind == "tlu":
        return f"bias {given['bias']:g}" + (", sign" if given["step"] == "sign" else "")
    if node.kind == "subcircuit":
        return str(given["of"])
    if node.kind == "delay":
        return f"starts at {given['initial']:g}" if given["initial"] else ""
    return ", ".join(str(value) for value in (given.get("domain"),) if value == "real")


def _source(edge: Edge) -> str:
    """A source as the table says it: `¬a` inhibits, `2×a` has two synapses, `0.5·a` a weight."""
    name = edge.source if edge.from_port is None else f"{edge.source}.{edge.from_port}"
    if edge.weight is not None:
        name = f"{edge.weight:g}·{name}"
    if edge.count not in (None, 1):
        name = f"{edge.count}×{name}"
    if edge.kind == "inhibitory":
        name = f"¬{name}"
    return name if edge.to_port is None else f"{edge.to_port}={name}"
