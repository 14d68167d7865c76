"""Sentences that can be said in another language."""

from __future__ import annotations

import copy
import pickle
import re

import pytest

import circuitsim as cs
from circuitsim.errors import EditError, InvalidFileError, Problem, name_some
from circuitsim.kinds import EDGE_PARAMETERS, KINDS
from circuitsim.sentences import Sentence, message_of


def loud(template: str) -> str:
    """Another language, in which one sees what was said anew: templates are in capitals, but for names of values."""
    return "".join(
        part if part.startswith("{") else part.upper()
        for part in template.replace("{", "\0{").replace("}", "}\0").split("\0")
    )


def test_a_sentence_is_its_text_in_english():
    said = Sentence("there is no node {id!r}{hint}", id="x", hint=Sentence("; did you mean {name}?", name="y"))
    assert said == "there is no node 'x'; did you mean y?"
    assert isinstance(said, str)
    assert said.said(loud) == "THERE IS NO NODE 'x'; DID YOU MEAN y?"


def test_another_language_may_have_another_order():
    german = {"is {value}, as {cause} is": "{cause} ist {value}, also auch dies"}
    said = Sentence("is {value}, as {cause} is", value=1, cause="a")
    assert said.said(lambda template: german.get(template, template)) == "a ist 1, also auch dies"


def test_parts_are_words_and_values_as_they_are():
    marker = object()
    said = Sentence.of("a ", Sentence("{one} and {two:03d}", one=marker, two=7), " {braces}")
    assert list(said.parts()) == ["a ", marker, " and ", "007", " {braces}"]


def test_words_with_braces_are_words():
    assert Sentence.word("rows[{k}]") == "rows[{k}]"
    assert Sentence.word("rows[{k}]").said(str) == "rows[{k}]"


@pytest.mark.parametrize("said", [Sentence("a {x}", x=1), Sentence.of("{", 2), Sentence.word("{}")])
def test_copies_are_sentences_too(said):
    for made in (copy.copy(said), copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert (made, made.template, made.said(loud)) == (said, said.template, said.said(loud))


def test_an_error_keeps_its_sentence(half_adder):
    with pytest.raises(EditError) as caught:
        half_adder.add_neuron("both")
    assert message_of(caught.value).said(loud) == "THERE IS A NODE 'both' ALREADY; CHOOSE ANOTHER ID"
    assert message_of(ValueError()) == ""
    assert message_of(OSError(2, "gone")) == str(OSError(2, "gone"))


def test_an_error_of_a_file_has_every_problem_in_the_language():
    error = InvalidFileError("f.json", [Problem("nodes[0]", Sentence("is missing")), Problem("", "plain")], 5)
    assert str(error) == "f.json: nodes[0]: is missing\nf.json: plain\nf.json: and 3 more problems"
    assert message_of(error).said(loud) == "f.json: nodes[0]: IS MISSING\nf.json: plain\nf.json: AND 3 MORE PROBLEMS"


@pytest.mark.parametrize(
    ("attempt", "english"),
    [
        (lambda c: c.rename("a", "b"), "there is a node 'b' already; choose another id"),
        (lambda c: c.rename("a", "a b"), "id must be printable characters without white space, not 'a b'"),
        (lambda c: c.set("both", threshold=2.5), "both: threshold must be an integer, not 2.5"),
        (lambda c: c.set("both", treshold=3), "both: treshold is nothing that a neuron has; did you mean 'threshold'?"),
        (
            lambda c: c.connect("carry", "one"),
            "'carry' to 'one': from 'carry' is an output, and nothing goes out of an output; "
            "connect its source instead",
        ),
        (
            lambda c: c.connect("a", "sum"),
            "'a' to 'sum': to 'sum' has a source already, and takes one; remove the other edge first",
        ),
        (lambda c: c.connect("a", "b"), "'a' to 'b': to 'b' is an input, which takes no connection"),
    ],
)
def test_what_people_meet_most_is_said_in_the_language_to_the_last_word(half_adder, attempt, english):
    with pytest.raises(EditError) as caught:
        attempt(half_adder)
    assert str(caught.value) == english
    loudly = message_of(caught.value).said(loud)
    ours = re.sub(r"'[^']*'|^both", "", loudly)  # what people have written themselves
    assert ours.isupper(), loudly


def test_a_loop_and_an_oscillation_are_said_in_the_language():
    loop = cs.Circuit()
    loop.add_neuron("n", threshold=1)
    loop.connect("n", "n")
    with pytest.raises(cs.CircuitError) as caught:
        loop.evaluate()
    assert message_of(caught.value).said(loud).startswith("THE SELF-LOOP 'n' HAS NO DELAY")
    restless = cs.Circuit(timing="unit-delay")
    restless.add_bias("on")
    restless.add_neuron("n", threshold=1)
    restless.connect("on", "n")
    restless.inhibit("n", "n")
    with pytest.raises(cs.CircuitError) as caught:
        restless.evaluate()
    assert "IT REPEATS EVERY 2 TICKS" in message_of(caught.value).said(loud)


def test_names_that_are_too_many_are_counted_in_the_language():
    some = name_some(["a", "b", "c"], most=2)
    assert isinstance(some, Sentence)
    assert some.said(loud) == "'a', 'b' AND 1 MORE"


def test_the_table_of_kinds_is_made_of_sentences():
    for kind in KINDS.values():
        assert isinstance(kind.title, Sentence)
        assert isinstance(kind.meaning, Sentence)
    for parameters in (*(kind.parameters for kind in KINDS.values()), *EDGE_PARAMETERS.values()):
        assert all(isinstance(parameter.meaning, Sentence) for parameter in parameters)
