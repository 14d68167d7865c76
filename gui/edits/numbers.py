"""Numbers as people type them: fractions, and a point or a comma before the decimals."""

from __future__ import annotations

import re
from fractions import Fraction

from circuitsim.kinds import MOST_DIGITS, Parameter
from gui.language import told, tr


def parse_number(text: str) -> float:
    """The number in a text; ValueError where there is none.

    >>> parse_number("1/3"), parse_number("0,5"), parse_number("−2.5")
    (0.3333333333333333, 0.5, -2.5)
    """
    plain = _plain(text)
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    top, slash, bottom = plain.partition("/")
    try:
        if len(plain) > 60:
            raise ValueError
        value = float(Fraction(top) / Fraction(bottom)) if slash else float(plain)
    except (ValueError, ZeroDivisionError, OverflowError):
        said = tr("{text!r} is not a number; write it like 2, 0.5, 0,5 or 1/3")
        raise ValueError(said.format(text=text[:60])) from None
    return value


def parse_exact(text: str) -> int | float:
    """The number in a text; a whole one is an int, with all its digits.

    >>> parse_exact("99999999999999999999"), parse_exact("2,0"), parse_exact("0,5")
    (99999999999999999999, 2, 0.5)
    """
    plain = _plain(text)
    if re.fullmatch(rf"[+-]?\d{{1,{MOST_DIGITS}}}", plain, re.ASCII):
        return int(plain)
    value = parse_number(text)
    return int(value) if value.is_integer() else value


def _plain(text: str) -> str:
    return text.strip().replace("\N{MINUS SIGN}", "-").replace(" ", "")


def parse_as(parameter: Parameter, text: str) -> object:
    """A typed text as the value of a parameter; ValueError with words for people."""
    given = parse_exact(text) if isinstance(parameter.default, (int, float)) else text
    try:
        return parameter.parse(given)
    except ValueError as error:
        raise ValueError(f"{tr(parameter.name)} {told(error)}") from None


def show_number(value: float) -> str:
    """A number in a field: whole numbers have no point.

    >>> show_number(2.0), show_number(0.25), show_number(10**20)
    ('2', '0.25', '100000000000000000000')
    """
    if isinstance(value, int):
        return str(value)
    return str(int(value)) if float(value).is_integer() and abs(value) < 2**53 else repr(value)
