"""Finding a command by a few of its letters."""

from __future__ import annotations

from collections.abc import Iterable

_WORD, _RUN, _GAP = 8, 5, 1


def score(wanted: str, text: str) -> int | None:
    """How well a text answers to some letters, which must occur in it in their order; None where they do not.

    Letters at the beginning of a word count most, then letters in a row.

    >>> score("tt", "Truth Table") > score("tt", "Settle")
    True
    >>> score("xyz", "Settle") is None
    True
    """
    wanted, low = wanted.lower().replace(" ", ""), text.lower()
    best = _best(wanted, low)
    return None if best is None else best - len(low) // 8


def _best(wanted: str, low: str) -> int | None:
    """The best of all ways to find the letters: by letter, the best score of a way that ends at each place."""
    ends: dict[int, int] = {-1: 0}
    for letter in wanted:
        found: dict[int, int] = {}
        for place in (k for k, each in enumerate(low) if each == letter):
            ways = [
                value + (_RUN if place == end + 1 and end >= 0 else -_GAP * min(place - end - 1, 4))
                for end, value in ends.items()
                if end < place
            ]
            if ways:
                starts_word = place == 0 or not low[place - 1].isalnum()
                found[place] = max(ways) + (_WORD if starts_word else 0)
        ends = found
    return max(ends.values(), default=None)


def ranked(wanted: str, texts: Iterable[str]) -> list[int]:
    """The numbers of the texts that answer, the best first; all, in their order, where nothing is wanted.

    >>> ranked("sa", ["Undo", "Save", "Select All"])
    [1, 2]
    """
    found = [(value, k) for k, text in enumerate(texts) if (value := score(wanted, text)) is not None]
    if not wanted.strip():
        return [k for _, k in found]
    return [k for _, k in sorted(found, key=lambda pair: (-pair[0], pair[1]))]
