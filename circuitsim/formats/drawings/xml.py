"""XML as a tree whose elements know their line: small, and safe against files that are made to blow up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from circuitsim.errors import FileError
from circuitsim.netlist.netlist import Reading
from circuitsim.sentences import Sentence


@dataclass(slots=True)
class Element:
    """An element: its tag, attributes, text, and what is in it."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[Element] = field(default_factory=list)
    parent: Element | None = field(default=None, repr=False)

    def resolved(self) -> Element:
        """What an element stands for: one with a `reference` means another, by the way to it (`../entry[2]/value`)."""
        at: Element = self
        for step in self.get("reference").split("/") if self.get("reference") else ():
            found: Element | None
            if step == "..":
                found = at.parent
            else:
                tag, _, number = step.partition("[")
                digits = number.rstrip("]")
                place = int(digits) if digits.isdigit() and len(digits) < 9 else 1
                found = next((child for k, child in enumerate(at.all(tag), 1) if k == place), None)
            if found is None:
                return self
            at = found
        return at

    def all(self, tag: str) -> Iterator[Element]:
        """Its children of a tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        """Its first child of a tag."""
        return next(self.all(tag), None)

    def get(self, name: str, otherwise: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, otherwise)


def parse(data: bytes, reading: Reading) -> Element:
    """The outermost element of an XML text.

    Raises
    ------
    FileError
        Where it is no XML, or declares entities: no editor of circuits does.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    top = Element("", {}, 0)
    stack = [top]
    texts: list[list[str]] = [[]]

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, parser.CurrentLineNumber, parent=stack[-1])
        stack[-1].children.append(element)
        stack.append(element)
        texts.append([])

    def end(tag: str) -> None:
        stack.pop().text = "".join(texts.pop())

    def refuse(*declared: object) -> None:
        raise reading.refuse(parser.CurrentLineNumber, Sentence("declares a document type, which is not read"))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: texts[-1].append(text)
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        said = Sentence("is not XML: {problem}", problem=Sentence.word(expat.ErrorString(error.code)))
        raise reading.refuse(error.lineno, said) from None
    except (ValueError, LookupError) as error:  # an encoding that there is not
        raise FileError(Sentence("{path}: {problem}", path=reading.source, problem=str(error))) from None
    return top.children[0]
