"""Sentences for people, which can be said in another language too.

A sentence is a `str`, in English: whatever takes text takes it. It remembers the template and the
values that it was made of, so that who shows it can say it anew from a translation of the template.
Write the template as a literal, never as an f-string: translators' tools look for it in the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import Any, Self

Say = Callable[[str], str]
"""Gives a template in another language, or the template itself."""

_FORMATTER = Formatter()


def message_of(error: Exception) -> str:
    """What an error says: the sentence, where it was raised with one."""
    said = error.args[0] if error.args else None
    return said if isinstance(said, str) else str(error)


def english(template: str) -> str:
    """The template itself."""
    return template


class Sentence(str):
    """A text made of a template and values, which may be sentences themselves.

    Attributes
    ----------
    template : str
        As for `str.format`, with the names of the values.
    values : mapping
        What stands in it.

    Examples
    --------
    >>> said = Sentence("there is no node {id!r}", id="x")
    >>> said
    "there is no node 'x'"
    >>> said.said({"there is no node {id!r}": "{id!r} gibt es nicht"}.get)
    "'x' gibt es nicht"
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    @classmethod
    def of(cls, *parts: object) -> Self:
        """Parts one after the other, in every language.

        >>> Sentence.of("a", ": ", Sentence("must not be empty"))
        'a: must not be empty'
        """
        return cls("".join(f"{{p{k}}}" for k in range(len(parts))), **{f"p{k}": part for k, part in enumerate(parts)})

    @classmethod
    def word(cls, text: str) -> Self:
        """A word that a language may have another one for, such as the name of a parameter."""
        return cls(text.replace("{", "{{").replace("}", "}}"))

    def parts(self, say: Say = english) -> Iterator[Any]:
        """The words between the values, and the values: those that are no text come as they are."""
        for words, name, spec, conversion in _FORMATTER.parse(say(self.template)):
            if words:
                yield words
            if name is None:
                continue
            value = self.values[name]
            if isinstance(value, Sentence):
                yield from value.parts(say)
            elif spec or conversion:
                yield _FORMATTER.format_field(_FORMATTER.convert_field(value, conversion), spec or "")
            else:
                yield value

    def said(self, say: Say) -> str:
        """The sentence in another language."""
        return "".join(map(str, self.parts(say)))

    def __getnewargs_ex__(self) -> tuple[tuple[str], Mapping[str, Any]]:
        return (self.template,), self.values
