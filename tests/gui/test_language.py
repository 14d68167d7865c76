"""The window speaks German, and nothing in it was forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QSettings, Qt, QTranslator
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTableView,
    QTabWidget,
    QTreeView,
    QWidget,
)

import circuitsim as cs
from gui import language
from gui.edits import adding
from gui.files.recovery_panel import RecoveryPanel
from gui.files.recovery_store import Left
from gui.language import LANGUAGES, TRANSLATIONS, told, tr, written
from gui.learning.sources import gate_title, gates
from gui.live import drives

Role = Qt.ItemDataRole


@pytest.fixture
def spoken(request) -> str:
    """German, where a test does not say otherwise."""
    return getattr(request, "param", "de")


def german() -> dict[str, str]:
    """English to German, where they are not the same word."""
    tree = ElementTree.parse(TRANSLATIONS / "circuitsim_de.ts")
    pairs = {m.findtext("source"): m.findtext("translation") for m in tree.iter("message") if m.get("numerus") is None}
    return {source: text for source, text in pairs.items() if source and text and source != text}


@pytest.fixture
def adder(half_adder):
    """A circuit with a node of every kind, a label, a note, a test and a subcircuit."""
    inner = half_adder.copy()
    c = cs.Circuit("Everything", description="A description of its own.")
    c.define("half", inner)
    for id in ("p", "q"):
        c.add_input(id)
    c.add_input("level", domain="real")
    c.set("q", drive={"pattern": "01", "repeat": True})
    c.add_bias("on")
    c.add_neuron("n", threshold=2, inhibition="relative", label="a label")
    c.add_tlu("t", bias=0.5)
    c.add_delay("d")
    c.add_subcircuit("h", of="half")
    c.add_output("y", "n")
    c.connect("p", "n", count=2)
    c.inhibit("q", "n")
    c.connect("level", "t", weight=0.5)
    c.connect("p", "h", to_port="a")
    c.connect("t", "d")
    c.add_note("a note", 0, -200)
    c.add_test("a test", ["00 0", "11 1"], inputs=["p", "q"], outputs=["y"])
    return c


# What stands in a window


def cells(view: QAbstractItemView) -> Iterator[str]:
    """The texts of a list or a table, and of its headings."""
    model, many = view.model(), isinstance(view, (QTableView, QTreeView))
    if model is None:
        return

    def walk(parent: QModelIndex) -> Iterator[str]:
        for row in range(model.rowCount(parent)):
            for column in range(model.columnCount(parent) if many else 1):
                index = model.index(row, column, parent)
                for role in (Role.DisplayRole, Role.ToolTipRole, Role.StatusTipRole):
                    yield str(model.data(index, role) or "")
            yield from walk(model.index(row, 0, parent)) if isinstance(view, QTreeView) else ()

    yield from walk(QModelIndex())
    if many:
        for way, count in (
            (Qt.Orientation.Horizontal, model.columnCount(QModelIndex())),
            (Qt.Orientation.Vertical, model.rowCount(QModelIndex())),
        ):
            yield from (str(model.headerData(k, way) or "") for k in range(count))


READ = (
    "text", "title", "windowTitle", "toolTip", "statusTip", "accessibleName", "accessibleDescription",
    "placeholderText", "suffix", "prefix", "informativeText", "labelText",
)  # fmt: skip


def of_qt(widget: QWidget) -> bool:
    """Whether Qt has made a widget, with texts of its own translation."""
    return widget.objectName().startswith(("qt_", "Scroll")) or isinstance(widget.parent(), QDialogButtonBox)


def texts(window: QWidget) -> Iterator[str]:
    """Every text of a window and all in it, seen or heard."""
    for widget in (window, *window.findChildren(QWidget)):
        if of_qt(widget):
            continue
        for name in READ:
            read = getattr(widget, name, None)
            if callable(read) and not (name == "text" and isinstance(widget, QMessageBox)):
                yield str(read())
        if isinstance(widget, QTabWidget):
            yield from (widget.tabText(k) for k in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(k) for k in range(widget.count()))
        if (
            isinstance(widget, QAbstractItemView)
            and widget.objectName() != "exampleList"
            and widget.model() is not None
        ):
            yield from cells(widget)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


def open_everything(window, qtbot) -> None:
    """Every dock, bar, popup and question that there is, and a selection of every kind."""
    for name, action in list(window.actions_by_name.items()):
        if (name.startswith("show_") or name in ("palette", "inspector", "history")) and not action.isChecked():
            action.trigger()
    canvas = window.canvas
    canvas.select_all()
    window.run.step()
    window.run.back()
    canvas.select("n")
    for name in ("why", "quickAdd", "find", "commands", "about", "preferences", "shortcuts"):
        window.actions_by_name[name].trigger()
    canvas._point_at(canvas.node_position("n"))
    menu = QMenu(window, objectName="inputMenu")
    drives.fill_menu(menu, window.workspace, "p", window.message_bar.say, window)
    drives.ask_sequence(window.workspace, "p", window.message_bar.say, window)
    with window.document.edit(tr("Move")) as circuit:
        circuit.place("p", -40, -40)
    window.ask_discard(window.workspace, lambda: None)
    RecoveryPanel([Left(TRANSLATIONS, "a test", None, "")], window)
    canvas.show_scope(canvas.scope.inside(window.document, "h"))
    qtbot.waitUntil(lambda: not any(len(workspace.tasks) for workspace in window.workspaces))


# Every text bears the mark of the translation


class Marked(QTranslator):
    """A language in which every word of ours stands in brackets, and what is put among them does not."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str | None:
        if context:
            return None  # Qt's own
        parts = []
        for said, name, spec, conversion in Formatter().parse(text):
            parts.append(f"⟦{said}⟧" if any(map(str.isalpha, said)) else said)
            if name is not None:
                parts.append("{" + name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "") + "}")
        return "".join(parts)


@pytest.fixture
def marked(qapp):
    """Puts the brackets on."""
    language.speak("en")
    translator = Marked(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


JUSTIFIED = {
    "circuitsim": "the name of the program",
    "English": "a language, in its own words",
    "Deutsch": "a language, in its own words",
    "carry and not a": "a condition: its grammar is the same in every language",
    "Hz": "a unit",
    "CSV": "a format",
    "VCD": "a format",
    "SVG": "a format",
    "Close Tab": "of Qt's own translation",
    "Python": "a name",
    "PySide6": "a name",
    "Qt": "a name",
}


def unmarked(text: str, data: list[str]) -> str:
    """The words of a text that went through no translation and are nobody's data."""
    text = re.sub(r"<[^<>]*>|&[a-z]+;", " ", text)
    while (fewer := re.sub("⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = fewer
    text = re.sub(r"\(?[^()⟦⟧ ]*\)$| {3,}\S+$", " ", text) if text.strip() != text or "  " in text else text
    for known in data:
        text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", " ", text)
    return text.strip() if any(map(str.isalpha, text)) else ""


def data_of(circuit: cs.Circuit) -> list[str]:
    """What its author has written, and the names of the examples: the longest first."""
    inner = [node.id for definition in circuit.definitions.values() for node in definition.body.nodes]
    own = [*circuit.nodes, *inner, *circuit.definitions, circuit.name, circuit.description]
    own += [node.label for node in circuit.nodes.values() if node.label]
    own += [test.name for test in circuit.tests]
    names = [name for each in cs.examples() for name in (each, each.replace("_", " "))]
    names += map(gate_title, gates())
    return sorted({*own, *names, *JUSTIFIED}, key=len, reverse=True)


def test_every_text_of_the_window_went_through_the_translation(marked, adder, qtbot, tmp_path):
    from gui.app import create_window

    QSettings().remove("recentFiles")  # names of files of other tests
    path = tmp_path / "everything.json"
    adder.save(path)
    window = create_window(path)
    qtbot.addWidget(window)
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    open_everything(window, qtbot)
    keys = {key.toString(key.SequenceFormat.NativeText) for a in window.findChildren(QAction) for key in a.shortcuts()}
    data = sorted([*data_of(adder), *keys, str(path), path.name], key=len, reverse=True)
    found = list(texts(window))
    assert sum("⟦" in text for text in found) > 300
    left = {text: rest for text in found if (rest := unmarked(text, data))}
    window.document.undo_stack.setClean()
    assert not left


# German


def test_no_english_word_is_left_in_a_german_window(open_window, adder, qtbot):
    window = open_window(adder)
    open_everything(window, qtbot)
    table = german()
    english = {source for source in table if " " in source or len(source) > 4} - set(data_of(adder))
    found = {re.sub(r" \([^()]*\)$", "", text) for text in texts(window)}
    assert len(found & set(table.values())) > 200
    assert not found & english


@pytest.mark.parametrize("spoken", ["en", "de"], indirect=True)
def test_mnemonics_are_unique_in_each_menu_and_no_key_is_lost(open_window, half_adder):
    window = open_window(half_adder)
    menus = [menu for menu in window.findChildren(QMenu) if menu.objectName()]
    assert len(menus) > 10
    for actions in (window.menuBar().actions(), *(menu.actions() for menu in menus)):
        found = [found[1].lower() for each in actions if (found := re.search("&([^& ])", each.text()))]
        assert len(set(found)) == len(found), sorted(found)
    for name, key in {"cut": "Ctrl+X", "alignRow": "Alt+Shift+W", "tidy": "Ctrl+L", "nudgeLeft": "Left"}.items():
        assert window.actions_by_name[name].shortcut().toString() == key
    assert window.findChild(QMenu, "menuFile").title() == {"en": "&File", "de": "&Datei"}[language.spoken()]


def test_german_in_the_places_that_are_seen_first(open_window, half_adder):
    window = open_window(half_adder)
    assert window.findChild(QLabel, "size").text() == "6 Knoten, 7 Verbindungen, Einschwingen je Takt"
    assert window.actions_by_name["copy"].toolTip().endswith("(Strg+C)")
    assert window.dock.windowTitle() == "Beispiele"
    assert window.findChild(QWidget, "rateBox").text() == "4,0 Hz"
    with window.document.edit(tr("Rename {id}").format(id="a")) as circuit:
        circuit.rename("a", "x")
    assert window.actions_by_name["undo"].text() == "&Rückgängig: a umbenennen"
    name = QAccessible.queryAccessibleInterface(window.canvas).child(2).text(QAccessible.Text.Name)
    assert name == "McCulloch-Pitts-Neuron both, Schwelle 2, feuert nicht"


def test_numbers_on_the_canvas_have_the_sign_of_the_language(open_window):
    assert (written(-0.25, 3), written(2.0, 3)) == ("\N{MINUS SIGN}0,25", "2")
    c = cs.Circuit()
    c.add_input("x")
    c.add_tlu("t", bias=0.5)
    c.connect("x", "t", weight=0.268)
    window = open_window(c)
    assert [bundle.text for bundle in window.canvas.net.bundles] == ["0,268"]


def test_a_reason_is_german_and_its_links_lead_to_the_causes(open_window, half_adder):
    window = open_window(half_adder)
    window.run.give({"a": 1, "b": 1})
    window.canvas.select("one")
    window.actions_by_name["why"].trigger()
    card = window.findChild(QWidget, "whyCard")
    assert card.text == "1 (a) + 1 (b) = 2 >= 1, aber both hemmt: feuert nicht"
    assert "bei Takt 0" in card.heading.text()
    links = re.findall('href="(\\d+)"[^>]*>([^<]*)<', card.words.text())
    assert [(str(card._why.causes[int(number)]), shown) for number, shown in links] == [(id, id) for _, id in links]
    assert {id for _, id in links} == {"a", "b", "both"}
    card._follow(links[-1][0])
    assert card.path == ("both",)


def test_what_the_library_refuses_is_said_in_german(open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    said = []
    window.canvas.refused.connect(said.append)
    with window.canvas.edit(tr("Move")) as circuit:
        circuit.rename("a", "b")
    assert said == ["es gibt schon einen Knoten 'b'; eine andere Id wählen"]
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "circuitsim", "version": 1, "nodes": [{"id": "n", "kind": "neuron", "threshold": "x"}]}')
    window.open_path(bad)
    assert window.message_bar.text == f"{bad}: nodes[0].threshold: muss eine ganze Zahl sein, nicht 'x'"
    window.open_path(tmp_path / "nowhere.json")
    assert window.message_bar.text.endswith("kann nicht gelesen werden: keine solche Datei und kein solcher Ordner")


def test_a_loop_is_told_of_in_german_with_its_cures(open_window):
    c = cs.Circuit()
    c.add_neuron("n", threshold=1)
    c.connect("n", "n")
    window = open_window(c)
    assert window.trouble_bar.text.startswith("Diese Schaltung kann noch nicht laufen: die Selbstschleife 'n'")
    assert window.findChild(QWidget, "cureDelay").text() == "Verzögerung einfügen"


def test_what_is_chosen_in_german_is_written_as_the_file_has_it(open_window, adder, qtbot):
    window = open_window(adder)
    window.canvas.select("n")
    window.actions_by_name["inspector"].trigger()
    box = window.findChild(QComboBox, "inspect_inhibition")
    assert [box.itemText(k) for k in range(box.count())] == ["absolut", "relativ"]
    assert box.currentText() == "relativ"
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: box.currentText() == "absolut")
    box.activated.emit(box.currentIndex())
    assert window.document.circuit.node("n").parameters["inhibition"] == "absolute"
    window.actions_by_name["show_nodeTable"].trigger()
    model = window.findChild(QWidget, "nodesView").model()
    columns = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(model.columnCount())]
    row = list(window.document.circuit.nodes).index("n")
    index = model.index(row, columns.index("Hemmung"))
    assert index.data() == "absolut"
    assert model.setData(index, "relativ")
    qtbot.waitUntil(lambda: window.document.circuit.node("n").parameters["inhibition"] == "relative")


def test_things_are_found_by_german_words_and_by_english_ones(open_window):
    open_window()
    for words in ("veto", "hemmung", "hemmend", "inhibitory", "inhibitory connection"):
        assert adding.search(adding.entries(), words)[0].name == "inhibitory", words
    for words in ("schwelle", "threshold"):
        assert {entry.name for entry in adding.search(adding.entries(), words)[:2]} == {"tlu", "neuron"}
    for words in ("speicher", "memory", "verzögerung", "delay"):
        assert adding.search(adding.entries(), words)[0].name == "delay"


def test_questions_and_qts_own_buttons_are_german(open_window, half_adder, qtbot):
    window = open_window(half_adder)
    with window.document.edit(tr("Move")) as circuit:
        circuit.place("a", 10, 10)
    window.close_tab()
    box = window.findChild(QMessageBox, "unsavedQuestion")
    assert box.text().startswith("Die Änderungen an circuit0.json speichern?")
    assert box.button(QMessageBox.StandardButton.Discard).text().replace("&", "") == "Verwerfen"
    box.button(QMessageBox.StandardButton.Cancel).click()
    window.ask_open()
    dialog = window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Schaltung öffnen"
    assert dialog.nameFilters()[1] == "circuitsim-JSON (*.json)"
    assert dialog.nameFilters()[-1] == "Alle Dateien (*)"
    dialog.reject()


def test_numbers_are_taken_with_both_decimal_signs(open_window, adder, qtbot):
    window = open_window(adder)
    rate = window.findChild(QWidget, "rateBox")
    for typed in ("12.5", "12,5"):
        rate.setValue(4)
        rate.selectAll()
        QTest.keyClicks(rate, typed)
        QTest.keyClick(rate, Qt.Key.Key_Return)
        assert (rate.value(), rate.text()) == (12.5, "12,5 Hz")
    window.canvas.select("t")
    window.actions_by_name["inspector"].trigger()
    for typed, value in (("0.25", 0.25), ("0,75", 0.75), ("1/2", 0.5)):
        field = window.findChild(QWidget, "inspect_bias")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert window.document.circuit.node("t").parameters["bias"] == value


# Which language


def test_the_choice_is_kept_for_the_next_start_and_says_so_in_both_languages(open_window):
    window = open_window()
    actions = window.actions_by_name
    assert actions["languageSystem"].isChecked()
    try:
        actions["languageEn"].trigger()
        assert language.chosen() == "en"
        assert not actions["languageSystem"].isChecked()
        told_of = window.statusBar().currentMessage()
        assert "from its next start on" in told_of
        assert "vom nächsten Start an" in told_of
        assert window.dock.windowTitle() == "Beispiele"
        actions["languageSystem"].trigger()
        assert language.chosen() == ""
    finally:
        QSettings().remove("language")


def test_a_choice_that_no_longer_exists_is_that_of_the_system(qapp):
    language.choose("xx")
    try:
        assert language.chosen() == ""
        assert language.of_system() in LANGUAGES
    finally:
        QSettings().remove("language")


def test_the_first_of_the_languages_of_the_system_that_there_is(monkeypatch):
    class System:
        def __init__(self, *names):
            self.names = names

        def uiLanguages(self):  # noqa: N802
            return list(self.names)

    for names, code in ((("fr-FR", "de-AT", "en"), "de"), (("C",), "en"), ((), "en"), (("en-GB", "de"), "en")):
        monkeypatch.setattr(language.QLocale, "system", staticmethod(lambda names=names: System(*names)))
        assert language.of_system() == code


def test_a_fresh_window_speaks_what_was_chosen(qapp, qtbot, monkeypatch):
    from gui.app import create_window

    language.choose("de")
    monkeypatch.setattr(language, "_spoken", [])
    try:
        window = create_window()
        qtbot.addWidget(window)
        assert window.dock.windowTitle() == "Beispiele"
        assert QLocale().decimalPoint() == ","
    finally:
        QSettings().remove("language")
        language.speak("en")
    assert (tr("Examples"), QLocale().decimalPoint()) == ("Examples", ".")


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_english_counts_one_and_many(open_window):
    c = cs.Circuit()
    c.add_input("a")
    window = open_window(c)
    assert window.findChild(QLabel, "size").text() == "1 node, 0 connections, settled timing"
    for count, text in ((0, "Delete 0 rows"), (1, "Delete 1 row"), (2, "Delete 2 rows")):
        assert tr("Delete %n rows", "", count) == text


def test_what_is_told_is_said_as_it_is_where_it_is_no_sentence(qapp):
    assert told("plain") == "plain"
    assert told(ValueError("plain")) == "plain"
    assert QCoreApplication.translate("", "Nothing of this is translated") == "Nothing of this is translated"


def test_examples_speak_german_and_a_circuit_of_ones_own_speaks_for_itself(open_window, half_adder):
    window = open_window()
    index = window.browser.index_of("half_adder")
    assert index.data(Role.ToolTipRole).startswith("Zwei Neuronen addieren zwei Bits.")
    for words in ("übertrag", "Two neurons add", "half adder"):
        window.browser.filter.setText(words)
        shown = window.browser.list.model()
        assert "half_adder" in [shown.index(k, 0).data() for k in range(shown.rowCount())], words
    window.open_example("half_adder")
    assert window.windowTitle().startswith("Halbaddierer[*]")
    assert "Zwei Neuronen addieren" in window.caption.text()
    assert window.document.circuit.name == "Half adder"
    own = cs.Circuit("Half adder", description="Mine.")
    window.document.show(own)
    assert window.document.title == "Half adder"
    assert "Mine." in window.caption.text()


def test_the_question_for_a_sequence_is_german(open_window, half_adder):
    window = open_window(half_adder)
    dialog = drives.ask_sequence(window.workspace, "a", window.message_bar.say, window)
    assert isinstance(dialog, QInputDialog)
    assert (dialog.windowTitle(), dialog.labelText()[:12]) == ("Folge von a", "Ein Wert je ")
    dialog.reject()
    assert window.findChildren(QDockWidget)
