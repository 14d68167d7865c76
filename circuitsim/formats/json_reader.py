"""The circuit file: JSON text to records, with every problem and its place (docs/file-format.md).

The text is read into plain data, its version is looked at, and only then are nodes and edges made,
by the same rules that edits obey. Reading goes on past a problem, so that all are told at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, Literal, TypeVar

from circuitsim import rules
from circuitsim.errors import EditError, InvalidFileError, Problem, UnknownNameError
from circuitsim.kinds import KINDS, MOST_DIGITS, either, identifier, number, text
from circuitsim.records import TIMINGS, Body, Contents, Definition, Edge, Head, Layer, Node, Note, Place, Test
from circuitsim.sentences import Sentence, message_of
from circuitsim.store import Store

FORMAT = "circuitsim"
VERSION = 1
MOST_PROBLEMS = 100
S = TypeVar("S", bound=Store)

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""What turns the data of a version into that of the next one; version 1 is the first."""

_KEYS = (
    "format", "version", "name", "description", "timing", "definitions", "nodes", "edges", "layers", "tests",
    "notes", "layout",
)  # fmt: skip


def read_json(data: bytes, source: str, make: type[S]) -> S:
    """The circuit in the text of a file.

    Raises
    ------
    InvalidFileError
        With every problem, where the text does not hold a circuit.
    """
    return _Reader(source).read(_parse(data, source), make)


class _Repeated(dict[str, Any]):
    """An object that gives some key twice."""

    key = ""


class IntegerOfTooManyDigits:
    """An integer of more digits than Python turns into a number; messages print the name."""


def _parse(data: bytes, source: str) -> Any:
    try:
        decoded = data.decode("utf-8-sig")
        try:
            return json.loads(decoded, object_pairs_hook=_object)
        except json.JSONDecodeError:
            raise
        except ValueError:  # Python's limit on the digits of an integer; the place is found by the checks
            return json.loads(decoded, object_pairs_hook=_object, parse_int=_integer)
    except UnicodeDecodeError as error:
        message = Sentence("is not UTF-8 text (byte {byte})", byte=error.start)
    except json.JSONDecodeError as error:
        message = Sentence(
            "is not JSON: {problem} at line {line}, column {column}",
            problem=Sentence.word(error.msg),
            line=error.lineno,
            column=error.colno,
        )
        if error.pos >= len(decoded.rstrip()):
            message = Sentence.of(message, Sentence("; the file seems to be cut off"))
    except RecursionError:
        message = Sentence("is nested too deeply to be a circuit")
    raise InvalidFileError(source, [Problem("", message)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) == len(pairs):
        return result
    repeated = _Repeated(result)
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            repeated.key = key
        seen.add(key)
    return repeated


def _integer(digits: str) -> int | IntegerOfTooManyDigits:
    return int(digits) if len(digits) <= MOST_DIGITS else IntegerOfTooManyDigits()


class _Reader:
    """Reads one file; `problems` grows on the way."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.count = 0
        self.place: tuple[str | int, ...] = ()
        self.definitions: dict[str, tuple[dict[str, Node], Any]] = {}
        self._ports: dict[tuple[str, str], dict[str, None]] = {}

    # Problems

    def report(self, field: str, message: str, known: rules.Known | None = None) -> None:
        """Note a problem with a field of what is at `place`."""
        self.count += 1
        if self.count <= MOST_PROBLEMS:
            hint = rules.suggest(*known) if known is not None else ""
            # Ids and keys are quoted in messages, and a hostile file makes them as long as it likes.
            said = Sentence.of(message, hint) if hint else message
            self.problems.append(Problem(_cut(_printed(self.place, field)), _cut(said)))

    def refuse(self) -> InvalidFileError:
        return InvalidFileError(self.source, self.problems, self.count)

    # The whole file

    def read(self, data: Any, make: type[S]) -> S:
        data = self._current(data)
        self._known_keys(data, _KEYS, Sentence("a circuit"))
        head = self._head(data)
        self._read_definitions(data.get("definitions", {}))
        self.place = ()
        nodes = self._nodes(data)
        definitions = [
            Definition(name, k, self._body(inner, found, ("definitions", name)))
            for k, (name, (inner, found)) in enumerate(self.definitions.items())
        ]
        self.place = ()
        body = self._body(nodes, data, ())
        if not self.count:
            self._check_cycles(definitions)
        rank = len(body.nodes) + len(body.edges)
        layers = self._layers(data.get("layers", {}), nodes, rank)
        tests = self._tests(data.get("tests", []), nodes, rank)
        notes = self._notes(data.get("notes", []), rank)
        if self.count:
            raise self.refuse()
        return make.from_contents(Contents(head, body, tuple(layers), tuple(notes), tuple(tests), tuple(definitions)))

    def _current(self, data: Any) -> dict[str, Any]:
        """The data in the form of the present version."""
        if not isinstance(data, dict):
            self.report("", Sentence("is not a circuit: it holds {found}, not an object", found=_word(data)))
        elif data.get("format") != FORMAT:
            self.report("format", Sentence("must be {word!r}; this is not a circuitsim file", word=FORMAT))
        else:
            version = data.get("version")
            if isinstance(version, bool) or not isinstance(version, int) or version < 1:
                self.report("version", Sentence("must be a version from 1 to {latest}", latest=VERSION))
            elif version > VERSION:
                newer = Sentence(
                    "is {version}, newer than the version {latest} that this circuitsim reads; "
                    "update circuitsim to open it",
                    version=version,
                    latest=VERSION,
                )
                self.report("version", newer)
            else:
                current: dict[str, Any] = data
                for old in range(version, VERSION):
                    current = MIGRATIONS[old](current)
                return current
        raise self.refuse()

    def _known_keys(self, data: Mapping[str, Any], known: Collection[str], owner: str) -> None:
        if isinstance(data, _Repeated):
            self.report(data.key, Sentence("is given twice; keep one of them"))
        for key in data:
            if key not in known:
                self.report(key, Sentence("is nothing that {owner} has", owner=owner), (key, known))

    def _head(self, data: Mapping[str, Any]) -> Head:
        timing = data.get("timing", "settled")
        if timing not in TIMINGS:
            self.report("timing", Sentence("must be {options}", options=either(TIMINGS)))
            timing = "settled"
        return Head(self._text(data, "name"), self._text(data, "description"), timing)

    def _text(self, data: Mapping[str, Any], key: str) -> str:
        return str(self._checked(text, data.get(key, ""), key, ""))

    def _checked(self, parse: Callable[[object], Any], value: object, field: str, otherwise: Any) -> Any:
        try:
            return parse(value)
        except ValueError as error:
            self.report(field, message_of(error))
            return otherwise

    def _list(self, value: Any, field: str, *, required: bool = False) -> list[Any]:
        if isinstance(value, list):
            return value
        missing = value is None and required
        wrong = Sentence("must be a list, not {found}", found=_word(value))
        self.report(field, Sentence("is missing: it must be a list") if missing else wrong)
        return []

    def _dict(self, value: Any, field: str) -> dict[str, Any]:
        if isinstance(value, _Repeated):
            self.report(field, Sentence("has {key!r} twice; keep one of them", key=value.key))
        if isinstance(value, dict):
            return value
        self.report(field, Sentence("must be an object, not {found}", found=_word(value)))
        return {}

    # Nodes and edges

    def _read_definitions(self, data: Any) -> None:
        for name, inner in self._dict(data, "definitions").items():
            self._checked(identifier, name, "definitions", "")
            self.place = ("definitions", name)
            if isinstance(inner, dict):
                self._known_keys(inner, ("nodes", "edges", "layout"), Sentence("a definition"))
                self.definitions[name] = self._nodes(inner), inner
            else:
                self.report("", Sentence("must be an object, not {found}", found=_word(inner)))
                self.definitions[name] = {}, {}
            self.place = ()

    def _nodes(self, data: Mapping[str, Any]) -> dict[str, Node]:
        where = self.place
        result: dict[str, Node] = {}
        for k, entry in enumerate(self._list(data.get("nodes"), "nodes", required=True)):
            self.place = (*where, "nodes", k)
            node = self._node(entry, k)
            if node is None:
                continue
            if node.id in result:
                self.report("id", Sentence("{id!r} is taken by another node; ids are unique", id=node.id))
            else:
                result[node.id] = node
        self.place = where
        return result

    def _node(self, entry: Any, rank: int) -> Node | None:
        if not isinstance(entry, dict):
            self.report("", Sentence("must be an object, not {found}", found=_word(entry)))
            return None
        if isinstance(entry, _Repeated):
            self.report(entry.key, Sentence("is given twice; keep one of them"))
        given = dict(entry)
        missing = [key for key in ("id", "kind") if key not in given]
        for key in missing:
            self.report(key, Sentence("is missing"))
        id, kind, label = given.pop("id", None), given.pop("kind", None), given.pop("label", None)
        if "id" not in missing:
            id = self._checked(identifier, id, "id", None)
        if "kind" in missing or not rules.check_kind(kind, self.report):
            # The other keys cannot be judged; the id stands, so that edges to it are not problems too.
            return None if id is None else Node(id, "?", rank, {})
        if "label" in entry:
            label = self._checked(text, label, "label", None)
        for key, value in given.items():
            if isinstance(value, _Repeated):
                self.report(key, Sentence("has {key!r} twice; keep one of them", key=value.key))
        parameters = rules.parse(KINDS[kind].parameters, given, rules.with_article(kind), self.report)
        return None if id is None else Node(id, kind, rank, parameters, label)

    def _body(self, nodes: dict[str, Node], data: Mapping[str, Any], where: tuple[str | int, ...]) -> Body:
        self.place = where
        for node in nodes.values():
            of = node.parameters.get("of")
            if of is not None and of not in self.definitions:
                self.place = (*where, "nodes", node.rank)
                self.report("of", Sentence("there is no definition {name!r}", name=of), (of, self.definitions))
        self.place = where
        edges = self._edges(data, nodes, where)
        self.place = where
        layout = {}
        for id, at in self._dict(data.get("layout", {}), "layout").items():
            place = self._position(at, id, (2, 3))
            if id not in nodes:
                self.report(f'layout["{id}"]', Sentence("there is no such node"), (id, nodes))
            elif place is not None:
                layout[id] = Place(*place)
        return Body(tuple(nodes.values()), tuple(edges), layout)

    def _edges(self, data: Mapping[str, Any], nodes: dict[str, Node], where: tuple[str | int, ...]) -> list[Edge]:
        taken: set[tuple[str, str | None]] = set()

        def occupied(target: str, port: str | None) -> bool:
            known = (target, port) in taken
            taken.add((target, port))
            return known

        result: list[Edge] = []
        for k, entry in enumerate(self._list(data.get("edges", []), "edges")):
            self.place = (*where, "edges", k)
            if not isinstance(entry, dict):
                self.report("", Sentence("must be an object, not {found}", found=_word(entry)))
                continue
            if isinstance(entry, _Repeated):
                self.report(entry.key, Sentence("is given twice; keep one of them"))
            given = dict(entry)
            source, target = (self._end(given, end, nodes) for end in ("from", "to"))
            if source is not None and target is not None and "?" not in (source.kind, target.kind):
                key = len(nodes) + k
                result.append(rules.join(key, source, target, given, self._port_names, occupied, self.report))
        return result

    def _end(self, given: dict[str, Any], end: str, nodes: dict[str, Node]) -> Node | None:
        id = given.pop(end, None)
        if isinstance(id, str) and id in nodes:
            return nodes[id]
        if id is None:
            self.report(end, Sentence("is missing: it must be the id of a node"))
        elif isinstance(id, str):
            self.report(end, Sentence("there is no node {id!a}", id=id[:200]), (id, nodes))
        else:
            self.report(end, Sentence("must be the id of a node, not {found}", found=_word(id)))
        return None

    def _port_names(self, of: str, side: Literal["input", "output"]) -> Collection[str]:
        if (of, side) not in self._ports:
            nodes = self.definitions[of][0] if of in self.definitions else {}
            self._ports[of, side] = dict.fromkeys(node.id for node in nodes.values() if node.kind == side)
        return self._ports[of, side]

    def _check_cycles(self, definitions: list[Definition]) -> None:
        try:
            rules.check_definitions({definition.name: definition for definition in definitions})
        except UnknownNameError:  # pragma: no cover - told with the node that uses it
            pass
        except EditError as error:
            self.report("definitions", message_of(error))

    # The rest

    def _position(self, at: Any, id: str, lengths: tuple[int, ...]) -> tuple[float, ...] | None:
        if isinstance(at, list) and len(at) in lengths:
            try:
                return tuple(number(value) for value in at)
            except ValueError as error:
                self.report(f'layout["{id}"]' if id else "at", message_of(error))
                return None
        shape = Sentence("must be [x, y], or [x, y, degrees]") if 3 in lengths else Sentence("must be [x, y]")
        self.report(f'layout["{id}"]' if id else "at", shape)
        return None

    def _layers(self, data: Any, nodes: dict[str, Node], rank: int) -> list[Layer]:
        self.place = ()
        result: list[Layer] = []
        for name, members in self._dict(data, "layers").items():
            self.place = ("layers", name)
            self._checked(identifier, name, "", "")
            ids = rules.check_members(self._list(members, "", required=True), nodes, self.report)
            result.append(Layer(name, rank + len(result), ids))
        return result

    def _tests(self, data: Any, nodes: dict[str, Node], rank: int) -> list[Test]:
        self.place = ()
        result: list[Test] = []
        for k, entry in enumerate(self._list(data, "tests")):
            self.place = ("tests", k)
            if not isinstance(entry, dict):
                self.report("", Sentence("must be an object, not {found}", found=_word(entry)))
                continue
            self._known_keys(entry, ("name", "inputs", "outputs", "clocked", "rows"), Sentence("a test"))
            inputs, outputs = (
                tuple(id for id in self._list(entry.get(key), key, required=True) if self._is_id(id, key))
                for key in ("inputs", "outputs")
            )
            clocked = entry.get("clocked", False)
            if not isinstance(clocked, bool):
                self.report("clocked", Sentence("must be true or false"))
            rows = []
            for r, row in enumerate(self._list(entry.get("rows"), "rows", required=True)):
                try:
                    rows.append(rules.parse_row(row, len(inputs), len(outputs)))
                except ValueError as error:
                    self.report(f"rows[{r}]", message_of(error))
            test = Test(rank + k, self._text(entry, "name"), inputs, outputs, tuple(rows), clocked is True)
            rules.check_test(test, nodes, self.report)
            result.append(test)
        return result

    def _is_id(self, value: Any, field: str) -> bool:
        if not isinstance(value, str):
            self.report(field, Sentence("must be a list of ids, and has {found}", found=_word(value)))
        return isinstance(value, str)

    def _notes(self, data: Any, rank: int) -> list[Note]:
        self.place = ()
        result: list[Note] = []
        for k, entry in enumerate(self._list(data, "notes")):
            self.place = ("notes", k)
            if not isinstance(entry, dict):
                self.report("", Sentence("must be an object, not {found}", found=_word(entry)))
                continue
            self._known_keys(entry, ("text", "at"), Sentence("a note"))
            at = self._position(entry.get("at"), "", (2,))
            if at is not None:
                result.append(Note(rank + k, self._text(entry, "text"), at[0], at[1]))
        return result


def _cut(text: str, most: int = 1000) -> str:
    return text if len(text) <= most else text[:most] + "..."


def _word(value: Any) -> Sentence:
    words = {
        dict: Sentence("an object"), _Repeated: Sentence("an object"), list: Sentence("a list"), str: Sentence("text"),
        bool: Sentence("true or false"), type(None): Sentence("null"),
    }  # fmt: skip
    return words.get(type(value), Sentence("a number"))


def _printed(place: tuple[str | int, ...], field: str) -> str:
    """A place as people write it: `definitions["add"].nodes[3].threshold`."""
    result = ""
    for step in place:
        if isinstance(step, int):
            result += f"[{step}]"
        elif result in ("definitions", "layers"):
            result += f'["{step}"]'
        else:
            result += f".{step}" if result else step
    if field and not field.startswith("["):
        result += f".{field}" if result else field
    else:
        result += field
    return ascii(result)[1:-1] if not result.isprintable() else result
