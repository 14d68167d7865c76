"""The words of a Verilog file, each with its line; comments and directives are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\(\*(?!\s*\)).*?\*\)|`[^\n]*|(?P<escaped>\\[^\s]+)|(?P<bits>\d*\s*'[sS]?[bBoOdDhH]\s*[0-9a-fA-F_xXzZ?]+)"
    r"|(?P<word>[A-Za-z_][\w$]*)|(?P<number>\d+)|(?P<sign><=|~\^|\^~|~&|~\||&&|\|\||[^\s])",
    re.DOTALL,
)


class Token(NamedTuple):
    """A word of the file: its kind, text, and line."""

    kind: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, and at last one of the kind `end`."""
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is not None:
            line += text.count("\n", at, match.start())
            at = match.start()
            found = match[0]
            if kind == "escaped":
                yield Token("word", found[1:], line)
            else:
                yield Token(kind, found, line)
    yield Token("end", "", line + text.count("\n", at))
