"""Conditions over the values of nodes, such as `carry and not a` or `count0 == 1`.

They are written in a small part of Python's own grammar: Python parses them, and nothing but the
forms listed here is accepted. Nothing is ever handed to `eval`.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from circuitsim.engine.net import Net
from circuitsim.errors import InputError
from circuitsim.kinds import active, show
from circuitsim.sentences import Sentence

LONGEST = 1000
"""Characters that a condition may have."""
_DEEPEST = 60

ValueOf = Callable[[str], Any]
_Rule = Callable[[ValueOf], Any]

_COMPARE: Mapping[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_COMPUTE: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was understood; `parse` makes one.

    Attributes
    ----------
    text : str
        As it was written.
    names : tuple of str
        The nodes that it speaks of, each once, as printed paths.
    """

    text: str
    names: tuple[str, ...]
    _rule: _Rule

    def holds(self, value_of: ValueOf) -> bool:
        """Whether it is true, given the value of a node by its name."""
        return bool(active(self._rule(value_of)))

    def bind(self, net: Net) -> Callable[[Sequence[float]], bool]:
        """The condition as a function of all the values of a tick, such as `Simulator.look` gives.

        Raises
        ------
        InputError
            Where the circuit has no node of one of the names, or more than one.
        """
        signals = {name: net.find(name) for name in self.names}
        return lambda values: self.holds(lambda name: values[signals[name]])


def parse(text: str) -> Condition:
    """Understand a condition.

    Nodes are named by their ids and paths: `carry`, `fa0/both`, `a[0]`; one that is not a name in
    Python is put in quotes, like `"10" or "P.0"`. There are `and`, `or`, `not`, comparisons, `+`, `-`
    and `*`, and numbers. A value alone holds where it is active, greater than 0.

    Raises
    ------
    InputError
        For anything else, saying where.

    Examples
    --------
    >>> condition = parse("carry and not a")
    >>> condition.names, condition.holds({"carry": 1, "a": 0}.get)
    (('carry', 'a'), True)
    >>> parse("fa0/sum + fa1/sum == 2").names
    ('fa0/sum', 'fa1/sum')
    """
    if len(text) > LONGEST:
        raise InputError(Sentence("a condition may have {most} characters, not {count}", most=LONGEST, count=len(text)))
    if not text.strip():
        raise InputError(Sentence("a condition is written like: carry and not a"))
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except SyntaxError as error:
        where = Sentence(" at character {number}", number=error.offset) if error.offset else ""
        raise InputError(
            Sentence("{text} is not a condition{where}; write it like: carry and not a", text=show(text), where=where)
        ) from None
    except (MemoryError, RecursionError, ValueError):
        raise InputError(
            Sentence("{text} is not a condition: it is nested too deep or holds a null character", text=show(text))
        ) from None
    reader = _Reader(text.strip())
    rule = reader.read(tree.body)
    return Condition(reader.text, tuple(reader.names), rule)


class _Reader:
    """Turns what Python parsed into rules, and notes the names in the order of the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: dict[str, None] = {}

    def read(self, at: ast.expr, depth: int = 0) -> _Rule:
        if depth > _DEEPEST:
            raise InputError(Sentence("this condition is nested too deep; make it simpler"))
        name = _name(at)
        if name is not None:
            self.names[name] = None
            return lambda value_of: value_of(name)
        match at:
            case ast.BoolOp(op=op, values=parts):
                rules = [self.read(part, depth + 1) for part in parts]
                every = all if isinstance(op, ast.And) else any
                return lambda value_of: every(active(rule(value_of)) for rule in rules)
            case ast.UnaryOp(op=ast.Not(), operand=part):
                rule = self.read(part, depth + 1)
                return lambda value_of: not active(rule(value_of))
            case ast.UnaryOp(op=ast.USub(), operand=part):
                rule = self.read(part, depth + 1)
                return lambda value_of: -rule(value_of)
            case ast.Compare(left=left, ops=ops, comparators=others) if all(type(op) in _COMPARE for op in ops):
                return _comparison([self.read(part, depth + 1) for part in (left, *others)], ops)
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _COMPUTE:
                compute, one, other = _COMPUTE[type(sign)], self.read(left, depth + 1), self.read(right, depth + 1)
                return lambda value_of: compute(one(value_of), other(value_of))
            case ast.Constant(value=bool() | int() | float() as value):
                return lambda value_of: value
        raise InputError(
            Sentence(
                "{text} cannot stand in a condition; it is made of names, numbers, and, or, not, "
                "comparisons, +, - and *",
                text=show(ast.get_source_segment(self.text, at)),
            )
        )


def _comparison(rules: Sequence[_Rule], ops: Sequence[ast.cmpop]) -> _Rule:
    tests = [_COMPARE[type(op)] for op in ops]

    def compare(value_of: ValueOf) -> bool:
        values = [rule(value_of) for rule in rules]
        return all(test(one, other) for test, one, other in zip(tests, values, values[1:], strict=False))

    return compare


def _name(at: ast.expr) -> str | None:
    """The node that is meant; `fa0/both` is written as a quotient, and `a[0]` as an index, of names."""
    match at:
        case ast.Name(id=id):
            return id
        case ast.Constant(value=str() as text) if text:
            return text
        case ast.Subscript(value=value, slice=ast.Constant(value=int() as number)) if not isinstance(number, bool):
            stem = _name(value)
            return None if stem is None else f"{stem}[{number}]"
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            outer, inner = _name(left), _name(right)
            return None if outer is None or inner is None else f"{outer}/{inner}"
    return None
