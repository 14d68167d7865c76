"""The test cases of Digital: a table whose rows may come from loops and expressions. Nothing of it is executed."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from circuitsim.errors import quoted
from circuitsim.formats.drawings.sheet import Side
from circuitsim.netlist.netlist import Design, Module, Reading, Vectors
from circuitsim.sentences import Sentence, message_of

MOST_ROWS = 100_000
_MOST_STEPS = 1_000_000
_TOKEN = re.compile(
    r"\s*(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)|([A-Za-z_~][\w~\-.{}$^/]*)|(<<|>>|<=|>=|!=|[-+*/%&|^<>=~!(),;]))"
)
_HEAD = re.compile(r"\s*(loop|repeat|while|let|end)\b", re.IGNORECASE)
_BINARY: dict[str, tuple[int, Callable[[int, int], int]]] = {
    "|": (1, operator.or_), "^": (2, operator.xor), "&": (3, operator.and_),
    "=": (4, lambda a, b: int(a == b)), "!=": (4, lambda a, b: int(a != b)),
    "<": (5, lambda a, b: int(a < b)), ">": (5, lambda a, b: int(a > b)),
    "<=": (5, lambda a, b: int(a <= b)), ">=": (5, lambda a, b: int(a >= b)),
    "<<": (6, lambda a, b: a << min(b, 64) & 2**64 - 1 if b >= 0 else 0),
    ">>": (6, lambda a, b: a >> min(b, 64) if b >= 0 else 0),
    "+": (7, operator.add), "-": (7, operator.sub), "*": (8, operator.mul),
    "/": (8, lambda a, b: int(a / b) if b else 0), "%": (8, lambda a, b: a % b if b else 0),
}  # fmt: skip
_UNARY: dict[str, Callable[[int], int]] = {"~": operator.invert, "!": lambda a: int(not a), "-": operator.neg}
_WORD = 2**64 - 1

Cell = int | str
"""What stands in a column: a number, or X (any), C (a pulse of the clock), Z."""


class _UnreadError(Exception):
    """Something in a test that is not known."""


def read_test(
    design: Design,
    name: str,
    text: str,
    inputs: Sequence[Side],
    outputs: Sequence[Side],
    clocks: Sequence[str],
    reading: Reading,
    line: int,
) -> None:
    """Add a test to a design; one that cannot be said in rows is told and left out."""
    shown = quoted(name) if name else Sentence("without a name")
    try:
        header, *lines = _lines(text)
        names = header.split()
        rows = list(_rows(lines, len(names)))
        _add(design, name, names, rows, inputs, outputs, clocks, reading, line)
    except (_UnreadError, ValueError) as error:
        said = Sentence("the test {name} is left out: {reason}", name=shown, reason=message_of(error))
        reading.left_out(line, said)


def _lines(text: str) -> list[str]:
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    found = [line for line in lines if line]
    if not found:
        raise _UnreadError(Sentence("it is empty"))
    return found


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _UnreadError(Sentence("{text} is not read", text=quoted(text[at:])))
        found.append(match[1] or match[2] or match[3])
        at = match.end()
    return found


def _rows(lines: list[str], width: int) -> Iterator[list[Cell]]:
    """The rows, loops written out."""
    variables: dict[str, int] = {}
    loops: list[tuple[int, str, int]] = []  # where it begins, its variable, how often
    at, made, steps = 0, 0, 0
    while at < len(lines):
        steps += 1
        if made > MOST_ROWS or steps > _MOST_STEPS:
            raise _UnreadError(Sentence("it has more than {most:,} rows", most=MOST_ROWS))
        line = lines[at]
        head = _HEAD.match(line)
        word = head[1].lower() if head else ""
        if word == "loop":
            variable, count = _loop(line[head.end() :] if head else "", variables)
            variables[variable] = 0
            loops.append((at, variable, count))
            if count < 1:
                raise _UnreadError(Sentence("{text} is not read", text=quoted(line)))
        elif word == "end":
            if not loops:
                raise _UnreadError(Sentence("{text} is not read", text=quoted(line)))
            start, variable, count = loops[-1]
            variables[variable] += 1
            if variables[variable] < count:
                at = start
            else:
                loops.pop()
        elif word == "let":
            name, sign, value = line[head.end() :].partition("=") if head else ("", "", "")
            if not sign:
                raise _UnreadError(Sentence("{text} is not read", text=quoted(line)))
            variables[name.strip()] = _value(_tokens(value.strip().rstrip(";")), variables)
        elif word == "while":
            raise _UnreadError(Sentence("{text} is not read", text=quoted(line)))
        else:
            count = 1
            tokens = _tokens(line)
            if word == "repeat":
                end = _closing(tokens, 1)
                count, tokens = _value(tokens[2:end], variables), tokens[end + 1 :]
            for k in range(min(count, MOST_ROWS + 1)):
                if word == "repeat":
                    variables["n"] = k
                made += 1
                if made > MOST_ROWS:
                    raise _UnreadError(Sentence("it has more than {most:,} rows", most=MOST_ROWS))
                row = _row(tokens, variables)
                if len(row) != width:
                    raise _UnreadError(
                        Sentence("a row has {count} values for {width} columns", count=len(row), width=width)
                    )
                yield row
        at += 1
    if loops:
        raise _UnreadError(Sentence("a loop does not end"))


def _loop(text: str, variables: Mapping[str, int]) -> tuple[str, int]:
    tokens = _tokens(text)
    if len(tokens) < 5 or tokens[0] != "(" or tokens[2] != "," or tokens[-1] != ")":
        raise _UnreadError(Sentence("{text} is not read", text=quoted(text)))
    return tokens[1], _value(tokens[3:-1], variables)


def _closing(tokens: Sequence[str], start: int) -> int:
    depth = 0
    for k in range(start, len(tokens)):
        depth += (tokens[k] == "(") - (tokens[k] == ")")
        if depth == 0:
            return k
    raise _UnreadError(Sentence("a parenthesis does not end"))


def _row(tokens: Sequence[str], variables: Mapping[str, int]) -> list[Cell]:
    found: list[Cell] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.upper() in ("X", "C", "Z"):
            found.append(token.upper())
        elif token[0].isdigit():
            found.append(_number(token))
        elif token == "-" and at + 1 < len(tokens) and tokens[at + 1][0].isdigit():
            at += 1
            found.append(-_number(tokens[at]))
        elif token == "(":
            end = _closing(tokens, at)
            found.append(_value(tokens[at + 1 : end], variables))
            at = end
        elif token.lower() == "bits" and at + 1 < len(tokens) and tokens[at + 1] == "(":
            end = _closing(tokens, at + 1)
            inside = tokens[at + 2 : end]
            comma = inside.index(",") if "," in inside else 0
            count, value = _value(inside[:comma], variables), _value(inside[comma + 1 :], variables)
            if not 1 <= count <= 64:
                raise _UnreadError(Sentence("{text} is not read", text=quoted(" ".join(tokens))))
            found += [value >> bit & 1 for bit in reversed(range(count))]
            at = end
        else:
            raise _UnreadError(Sentence("{text} is not read", text=quoted(token)))
        at += 1
    return found


def _number(text: str) -> int:
    if len(text) > 70:
        raise _UnreadError(Sentence("{text} is not read", text=quoted(text)))
    return int(text, 0) if text[:2].lower() in ("0x", "0b") else int(text)


def _value(tokens: Sequence[str], variables: Mapping[str, int]) -> int:
    """The value of an expression, in 64 bits."""
    values: list[int] = []
    signs: list[str] = []
    operand = True

    def reduce() -> None:
        sign = signs.pop()
        if sign.startswith("unary"):
            values[-1] = _UNARY[sign[5:]](values[-1])
            return
        right, left = values.pop(), values.pop()
        found = _BINARY[sign][1](left, right)
        values.append(found if abs(found) <= _WORD else found & _WORD)

    def binds(sign: str) -> int:
        return 0 if sign == "(" else 9 if sign.startswith("unary") else _BINARY[sign][0]

    wrong = _UnreadError(Sentence("{text} is not read", text=quoted(" ".join(tokens))))
    for token in tokens:
        if operand and token in _UNARY:
            signs.append(f"unary{token}")
        elif operand and token == "(":
            signs.append(token)
        elif operand and (token[0].isdigit() or token in variables):
            values.append(_number(token) if token[0].isdigit() else variables[token])
            operand = False
        elif not operand and token == ")":
            while signs and signs[-1] != "(":
                reduce()
            if not signs:
                raise wrong
            signs.pop()
        elif not operand and token in _BINARY:
            while signs and binds(signs[-1]) >= _BINARY[token][0]:
                reduce()
            signs.append(token)
            operand = True
        else:
            raise wrong
    while signs:
        if signs[-1] == "(" or operand:
            raise wrong
        reduce()
    if len(values) != 1:
        raise wrong
    return values[0]


def _add(
    design: Design,
    name: str,
    names: list[str],
    rows: list[list[Cell]],
    inputs: Sequence[Side],
    outputs: Sequence[Side],
    clocks: Sequence[str],
    reading: Reading,
    line: int,
) -> None:
    sides = {side.name: side for side in (*inputs, *outputs)}
    given = [k for k, each in enumerate(names) if each in {side.name for side in inputs}]
    expected = [k for k, each in enumerate(names) if each in {side.name for side in outputs} and k not in given]
    pulse = [k for k, each in enumerate(names) if each in clocks or any(row[k] == "C" for row in rows)]
    for k, each in enumerate(names):
        if k not in given and k not in expected and k not in pulse:
            raise _UnreadError(Sentence("there is no port {name}", name=quoted(each)))
    given = [k for k in given if k not in pulse]

    def bits(row: list[Cell], columns: list[int], dont_care: bool) -> tuple[int | None, ...]:
        found: list[int | None] = []
        for k in columns:
            value = row[k]
            for bit in range(sides[names[k]].bits):
                if isinstance(value, int):
                    found.append(value >> bit & 1)
                elif dont_care and value == "X":
                    found.append(None)
                elif value == "X":
                    found.append(0)
                else:
                    raise _UnreadError(Sentence("{text} is not read", text=quoted(value)))
        return tuple(found)

    table = [(bits(row, given, False), bits(row, expected, True)) for row in rows]
    columns = [tuple(port for k in some for port in sides[names[k]].names) for some in (given, expected)]
    if not columns[1]:
        raise _UnreadError(Sentence("it expects nothing"))
    clocked = any(row[k] == "C" for row in rows for k in pulse)
    if clocked:
        if not all(any(row[k] == "C" for k in pulse) for row in rows):
            raise _UnreadError(Sentence("some rows pulse the clock and others do not"))
        table = _shifted(table, _depends(design.top), name, reading, line)
    plain = tuple((tuple(value or 0 for value in row), wanted) for row, wanted in table)
    design.tests.append(Vectors(name, columns[0], columns[1], plain, clocked))


Bits = tuple[int | None, ...]


def _shifted(
    table: list[tuple[Bits, Bits]], depends: bool, name: str, reading: Reading, line: int
) -> list[tuple[Bits, Bits]]:
    """Rows that look after the edge, as ticks that look before it: what a row expects is seen a tick later.

    An output that also depends on the inputs is seen there only where these stay the same.
    """
    found: list[tuple[Bits, Bits]] = []
    before: Bits = tuple(None for _ in table[0][1]) if table else ()
    last: Bits | None = None
    lost = False
    for inputs, expected in (*table, (table[-1][0], ())) if table else ():
        if depends and last is not None and last != inputs and any(value is not None for value in before):
            before = tuple(None for _ in before)
            lost = True
        found.append((inputs, before))
        before, last = expected, inputs
    if lost:
        said = Sentence(
            "the test {name}: outputs that change with the inputs are not checked where these change", name=quoted(name)
        )
        reading.left_out(line, said)
    return found


def _depends(module: Module) -> bool:
    """Whether an output of the whole can depend on an input within a tick."""
    readers: dict[str, list[str]] = {}
    for gate in module.gates:
        for source in gate.sources:
            readers.setdefault(source, []).append(gate.net)
    for instance in module.instances:
        for source in instance.inputs.values():
            readers.setdefault(source, []).extend(instance.outputs.values())
    todo = [port.net for port in module.inputs]
    seen = set(todo)
    for net in todo:  # grows
        for reader in readers.get(net, ()):
            if reader not in seen:
                seen.add(reader)
                todo.append(reader)
    return any(port.net in seen for port in module.outputs)
