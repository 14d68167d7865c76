"""Every node of the hierarchy by its path, to be found by name, label or kind."""

from __future__ import annotations

from collections.abc import Iterator

from circuitsim.api import Circuit
from circuitsim.kinds import KINDS
from circuitsim.records import Node
from gui.edits.scope import Scope
from gui.language import told

MOST = 200
_LOOKED_AT = 200_000


def find(circuit: Circuit, text: str) -> list[tuple[Scope, Node]]:
    """The nodes whose path, label or kind holds a text, those of the outer circuits first."""
    wanted = text.lower().strip()
    found: list[tuple[Scope, Node]] = []
    for looked, (scope, node) in enumerate(_walk(circuit)):
        if wanted and (wanted in _words(scope, node)):
            found.append((scope, node))
        if len(found) >= MOST or looked >= _LOOKED_AT:
            break
    return found


def title(scope: Scope, node: Node) -> str:
    """A found node in a list."""
    path = " › ".join((*scope.path, node.id))
    kind = told(KINDS[node.kind].title)
    return f"{path}   “{node.label}”, {kind}" if node.label else f"{path}   {kind}"


def _words(scope: Scope, node: Node) -> str:
    kind = KINDS[node.kind].title
    return f"{'/'.join((*scope.path, node.id))} {node.label or ''} {told(kind)} {kind}".lower()


def _walk(circuit: Circuit) -> Iterator[tuple[Scope, Node]]:
    definitions = circuit.definitions
    level: list[tuple[Scope, tuple[Node, ...]]] = [(Scope(), tuple(circuit.nodes.values()))]
    while level:
        deeper: list[tuple[Scope, tuple[Node, ...]]] = []
        for scope, nodes in level:
            for node in nodes:
                yield scope, node
                of = node.parameters.get("of")
                if of is not None:
                    inside = Scope((*scope.path, node.id), of, editable=False)
                    deeper.append((inside, definitions[of].body.nodes))
        level = deeper
