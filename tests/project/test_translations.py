"""The texts of the sources and their translations are the same, and the translations are whole."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QTranslator

from circuitsim.api import examples
from circuitsim.kinds import EDGE_PARAMETERS, KINDS
from gui import words
from gui.language import LANGUAGES, TRANSLATIONS
from gui.panels.node_table import EDGE_COLUMNS, NODE_COLUMNS
from gui.translations.update import collect, compile

SOURCES = [
    file for package in ("circuitsim", "gui") for file in sorted((TRANSLATIONS.parents[1] / package).rglob("*.py"))
]
FINDERS = {"tr": 0, "Sentence": 0, "QT_TRANSLATE_NOOP": 1}
"""What marks a text, and which of its arguments the text is."""
needs_tools = pytest.mark.skipif(
    not Path(sys.executable).with_name("pyside6-lupdate").exists(), reason="lupdate and lrelease are not installed here"
)


def messages(file: Path) -> dict[tuple[str, str], tuple[bool, list[str]]]:
    """Source and context to whether it counts, and the translations."""
    found = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation] or [translation.text or ""]
            assert translation.get("type") is None, f"{file.name}: {source!r} is {translation.get('type')}"
            assert all(forms), f"{file.name}: {source!r} has no translation"
            found[source, context.findtext("name") or ""] = message.get("numerus") == "yes", forms
    return found


GERMAN = messages(TRANSLATIONS / "circuitsim_de.ts")


def calls(file: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FINDERS:
            yield node, node.func.id


def marked() -> Iterator[tuple[str, str]]:
    """Every text that is marked in the sources, and where."""
    for file in SOURCES:
        for call, name in calls(file):
            text = call.args[FINDERS[name]]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value, f"{file.name}:{call.lineno}"


@needs_tools
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_of_the_sources_is_missing_and_none_is_left_over(code, tmp_path):
    """When this fails: python -m gui.translations.update, and translate what it says is unfinished."""
    there = TRANSLATIONS / f"circuitsim_{code}.ts"
    fresh = tmp_path / f"circuitsim_{code}.ts"
    fresh.write_bytes(there.read_bytes())
    collect(code, fresh)
    assert messages(fresh) == messages(there)


@needs_tools
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_travels_with_the_package_is_compiled_from_what_is_read(code, tmp_path):
    made = tmp_path / "made.qm"
    compile(TRANSLATIONS / f"circuitsim_{code}.ts", made)
    translators = [QTranslator(), QTranslator()]
    for translator, file in zip(translators, (made, TRANSLATIONS / f"circuitsim_{code}.qm"), strict=True):
        assert translator.load(str(file))
    for (source, context), (_, forms) in messages(TRANSLATIONS / f"circuitsim_{code}.ts").items():
        for number, form in zip((1, 2), forms, strict=False):
            assert [each.translate(context, source, "", number) for each in translators] == [form, form], source


def test_every_marked_text_is_found_also_where_the_tool_cannot_look():
    """lupdate does not look into f-strings; Python does."""
    known = {source for source, context in GERMAN if not context}
    lost = [(text, where) for text, where in marked() if text not in known]
    assert not lost


def test_marked_texts_are_literals_that_the_tool_can_read():
    for file in SOURCES:
        text = file.read_text(encoding="utf-8")
        for call, name in calls(file):
            given = call.args[FINDERS[name]] if len(call.args) > FINDERS[name] else None
            assert not isinstance(given, (ast.JoinedStr, ast.BinOp, ast.IfExp)), f"{file.name}:{call.lineno}"
            written = ast.get_source_segment(text, call) or ""
            assert r"\N{" not in written, f"{file.name}:{call.lineno}: write the character itself"
            if name == "QT_TRANSLATE_NOOP":
                context = call.args[0]
                assert isinstance(context, ast.Constant)
                assert context.value == "", f"{file.name}:{call.lineno}"


def placeholders(text: str) -> set[tuple[str, str | None]]:
    return {(name, conversion) for _, name, _, conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_are_the_same_in_both_languages(code):
    for (source, _), (counts, forms) in messages(TRANSLATIONS / f"circuitsim_{code}.ts").items():
        for form in forms:
            assert placeholders(form) == placeholders(source), source
            assert ("%n" in form) == ("%n" in source) or not counts, source
            assert form.count("\n") == source.count("\n"), source
            assert (form[0] == " ", form[-1] == " ") == (source[0] == " ", source[-1] == " "), source


def test_a_mnemonic_stays_a_mnemonic():
    for (source, _), (_, forms) in GERMAN.items():
        assert bool(re.search("&[^ ]", source)) == bool(re.search("&[^ ]", forms[0])), source


def test_examples_name_the_same_nodes_in_german():
    told = [(source, forms[0]) for (source, context), (_, forms) in GERMAN.items() if context == "examples"]
    assert len(told) >= len(examples())
    for source, text in told:
        assert set(re.findall("`[^`]+`", source)) == set(re.findall("`[^`]+`", text)), source


def test_an_ellipsis_and_a_sentence_end_alike():
    for (source, _), (_, forms) in GERMAN.items():
        for sign in ("…", ":", "?", "!"):
            assert source.endswith(sign) == forms[0].endswith(sign), source


def test_the_words_of_the_table_of_kinds_are_marked():
    assert set(KINDS) == set(words.KINDS)
    parameters = [*(kind.parameters for kind in KINDS.values()), *EDGE_PARAMETERS.values()]
    every = [parameter for row in parameters for parameter in row]
    known = {*words.KINDS, *words.PARAMETERS, *words.FIELDS}
    assert {parameter.name for parameter in every} <= known
    options = {option for parameter in every for option in parameter.schema.get("enum", ())}
    assert options == set(words.OPTIONS)
    assert {column.replace("_", " ") for column in (*NODE_COLUMNS, *EDGE_COLUMNS)} <= known


SINKS = {
    "setText", "setToolTip", "setStatusTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText",
    "setWindowTitle", "setTitle", "setInformativeText", "setLabelText", "setSuffix", "setPrefix", "showMessage", "say",
    "edit", "addTab", "addItem", "addItems", "addMenu", "addAction", "addRow", "setHorizontalHeaderLabels",
    "setHeaderLabels", "setTabText", "setTabToolTip", "setNameFilters", "drawText", "setEmptyLabel", "setWhatsThis",
    "QLabel", "QAction", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "QDockWidget",
    "QFileDialog", "QListWidgetItem", "QTableWidgetItem", "QTreeWidgetItem", "EditError", "InputError", "FileError",
    "RunError", "CircuitError",
}  # fmt: skip
"""What shows a text to people, or raises one for them."""
SHOWN_BY = {"text", "toolTip", "statusTip", "placeholderText", "suffix", "prefix", "windowTitle", "title", "whatsThis"}
AS_THEY_ARE = (
    "carry and not a",  # the grammar of conditions
    "circuitsim",
    "Hz",
    "Title",  # a field of a PNG file
    "the picture cannot be written; its ending must be .png or the like",  # of the command line, which is English
)


def literals(node: ast.expr) -> Iterator[str]:
    """The words that are written in an expression and shown as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, (ast.BinOp, ast.BoolOp)):
        for part in getattr(node, "values", None) or [node.left, node.right]:
            yield from literals(part)
    elif isinstance(node, (ast.List, ast.Tuple)):
        for part in node.elts:
            yield from literals(part)


def shown(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name in SINKS:
        for argument in call.args[:1] if name == "addItem" else call.args:  # what follows is the data of an item
            yield from literals(argument)
    if name == "Entry":  # of a menu: its text and its tip
        for argument in call.args[1:3]:
            yield from literals(argument)
    if name in SINKS or name.startswith("Q"):
        for keyword in call.keywords:
            if keyword.arg in SHOWN_BY:
                yield from literals(keyword.value)


def test_no_text_is_shown_that_does_not_go_through_the_translation():
    forgotten = []
    for file in SOURCES:
        if "gui" not in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                forgotten += [f"{file.name}:{node.lineno}: {text!r}" for text in shown(node) if has_words(text)]
    assert not forgotten


def has_words(text: str) -> bool:
    for known in AS_THEY_ARE:
        text = text.replace(known, "")
    return re.search(r"[^\W\d_]{2}", re.sub(r"<[^>]*>?|&[a-z]+;", "", text)) is not None
