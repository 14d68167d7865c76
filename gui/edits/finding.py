"""Every node of the hierarchy, to be found by name, label or kind, or by a part of its path.

Definitions are looked through once each, and only instances that hold something are entered: so it does not
matter into how many nodes a circuit unfolds.
"""

from __future__ import annotations

from collections.abc import Iterator

from circuitsim.kinds import KINDS
from circuitsim.progress import Progress, silent
from circuitsim.records import Contents, Node
from gui.edits.scope import Scope
from gui.language import told

MOST, _MOST_ENTERED = 200, 20_000
_OFTEN = 500  # nodes after which somebody may want to stop it

Found = tuple[Scope, Node]


def find(contents: Contents, text: str, progress: Progress = silent) -> list[Found]:
    """The nodes that a text is found in, those of the outer circuits first, and of very many the first.

    A text with a slash is a part of a path (`fa0/bo`); any other is looked for in names, labels and kinds.
    """
    wanted = text.lower().strip()
    return list(_walk(_Index(contents, wanted, progress), wanted, progress)) if wanted else []


def title(scope: Scope, node: Node) -> str:
    """A found node in a list."""
    path = " › ".join((*scope.path, node.id))
    kind = told(KINDS[node.kind].title)
    return f"{path}   “{node.label}”, {kind}" if node.label else f"{path}   {kind}"


class _Index:
    """In which nodes of each circuit the text is found, and which definitions hold any, however deep."""

    def __init__(self, contents: Contents, wanted: str, progress: Progress) -> None:
        self.outer = contents.body.nodes
        self.inner = {definition.name: definition.body.nodes for definition in contents.definitions}
        self._last, self._progress = wanted.rpartition("/")[2], progress
        self._in_path = "/" in wanted
        self.hits = {name: self._hits(nodes) for name, nodes in {**self.inner, "": self.outer}.items()}
        self.holds = {name for name in self.inner if self.hits[name]}
        users: dict[str, set[str]] = {}
        for definition in contents.definitions:
            for child in definition.children():
                users.setdefault(child, set()).add(definition.name)
        todo = list(self.holds)
        while todo:
            fresh = users.get(todo.pop(), set()) - self.holds
            self.holds |= fresh
            todo += fresh

    def _hits(self, nodes: tuple[Node, ...]) -> list[Node]:
        found = []
        for k, node in enumerate(nodes):
            if not k % _OFTEN:
                self._progress(None)
            kind = KINDS[node.kind].title
            words = node.id if self._in_path else f"{node.id} {node.label or ''} {told(kind)} {kind}"
            if self._last in words.lower():
                found.append(node)
        return found


def _walk(index: _Index, wanted: str, progress: Progress) -> Iterator[Found]:
    left = MOST
    in_path = "/" in wanted
    level: list[tuple[Scope, str]] = [(Scope(), "")]
    while level and left:
        deeper: list[tuple[Scope, str]] = []
        for scope, name in level:
            progress(None)
            for node in index.hits[name]:
                if left and (not in_path or wanted in "/".join((*scope.path, node.id)).lower()):
                    left -= 1
                    yield scope, node
            for node in index.inner[name] if name else index.outer:
                of = node.parameters.get("of")
                if of in index.holds and len(deeper) < (_MOST_ENTERED if in_path else left):
                    deeper.append((Scope((*scope.path, node.id), of, editable=False), of))
        level = deeper
