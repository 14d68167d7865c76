"""Finding a command by a few of its letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_WORD, _RUN, _GAP = 8, 5, 1


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text answers, and the places of the letters that were found in it."""

    value: int
    places: tuple[int, ...]


def match(wanted: str, text: str) -> Match | None:
    """Find some letters in a text, those of a word in their order and the words in any; None where one is missing.

    Letters at the beginning of a word count most, then letters in a row.

    >>> match("s a", "Save As").places
    (0, 5)
    """
    low, value, places = text.lower(), -len(text) // 8, set()
    for word in wanted.lower().split():
        found = _best(word, low)
        if found is None:
            return None
        value += found.value
        places.update(found.places)
    return Match(value, tuple(sorted(places)))


def score(wanted: str, text: str) -> int | None:
    """How well a text answers to some letters; None where it does not.

    >>> score("tt", "Truth Table") > score("tt", "Settle")
    True
    >>> score("xyz", "Settle") is None
    True
    """
    found = match(wanted, text)
    return None if found is None else found.value


def _best(word: str, low: str) -> Match | None:
    """The best of all ways to find the letters: by letter, the best way that ends at each place."""
    ends: dict[int, Match] = {-1: Match(0, ())}
    for letter in word:
        found: dict[int, Match] = {}
        place = low.find(letter)
        while place >= 0:
            best: Match | None = None
            for end, so_far in ends.items():
                if end < place:
                    value = so_far.value + (_RUN if place == end + 1 and end >= 0 else -_GAP * min(place - end - 1, 4))
                    if best is None or value > best.value:
                        best = Match(value, so_far.places)
            if best is not None:
                starts_word = place == 0 or not low[place - 1].isalnum()
                found[place] = Match(best.value + (_WORD if starts_word else 0), (*best.places, place))
            place = low.find(letter, place + 1)
        ends = found
    return max(ends.values(), key=lambda way: way.value, default=None)


def ranked(wanted: str, texts: Iterable[str], favours: Sequence[int] = ()) -> list[tuple[int, Match]]:
    """The numbers of the texts that answer, the best first; all, in their order, where nothing is wanted.

    Parameters
    ----------
    favours : sequence of int
        What is added to the value of each text, where it is more likely to be meant.

    >>> [number for number, _ in ranked("sa", ["Undo", "Save", "Select All"])]
    [1, 2]
    """
    found = [(k, each) for k, text in enumerate(texts) if (each := match(wanted, text)) is not None]

    def rank(pair: tuple[int, Match]) -> tuple[int, int]:
        number, each = pair
        favour = favours[number] if favours else 0
        return -(each.value if wanted.strip() else 0) - favour, number

    return sorted(found, key=rank)
