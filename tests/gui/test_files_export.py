"""Pictures of circuits for books."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog

import circuitsim as cs
from circuitsim.errors import FileError
from gui.canvas.arrays import NetArrays
from gui.files import export as export_module
from gui.files.export import SHARPNESS, export, export_circuit
from gui.files.print_painter import whole_bounds

SVG = "{http://www.w3.org/2000/svg}"


def inked(image):
    """Which pixels are not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return rows[:, : grey.width()] < 200


@pytest.fixture
def long_names():
    c = cs.Circuit(name="long")
    c.add_input("a_very_long_name_of_an_input_WWWWWW")
    c.add_neuron("n", threshold=1)
    c.add_output("a_very_long_name_of_an_output_MMMMMM")
    c.connect("a_very_long_name_of_an_input_WWWWWW", "n")
    c.connect("n", "a_very_long_name_of_an_output_MMMMMM")
    return c


@pytest.mark.parametrize("name", ["full_adder", "xor", "heat_and_cold"])
def test_a_png_is_sharp_white_at_the_edge_and_not_empty(qapp, tmp_path, name):
    circuit = cs.example(name)
    export_circuit(circuit, tmp_path / "c.png")
    image = QImage(str(tmp_path / "c.png"))
    left, _, right, _ = whole_bounds(NetArrays(circuit))
    assert abs(image.width() - SHARPNESS * (right - left)) <= SHARPNESS
    ink = inked(image)
    assert 0.005 < ink.mean() < 0.3
    for edge in (ink[:6], ink[-6:], ink[:, :6], ink[:, -6:]):
        assert not edge.any()
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_long_names_are_not_clipped(qapp, tmp_path, long_names):
    export_circuit(long_names, tmp_path / "c.png")
    ink = inked(QImage(str(tmp_path / "c.png")))
    assert not ink[:, :15].any()
    assert not ink[:, -15:].any()


def test_an_svg_is_made_of_shapes_and_holds_the_names_as_text(qapp, tmp_path):
    export_circuit(cs.example("full_adder"), tmp_path / "c.svg")
    root = ElementTree.parse(tmp_path / "c.svg").getroot()
    assert not list(root.iter(f"{SVG}image"))
    texts = {"".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")}
    assert {"carry", "sum", "carry_in", "only_one"} <= texts
    assert root.find(f"{SVG}title").text == cs.example("full_adder").name


def test_an_svg_and_a_png_show_the_same(qapp, tmp_path):
    for ending in ("svg", "png"):
        export_circuit(cs.example("half_adder"), tmp_path / f"c.{ending}")
    png = QImage(str(tmp_path / "c.png"))
    drawn = QImage(png.size(), QImage.Format.Format_RGB32)
    drawn.fill(0xFFFFFFFF)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(tmp_path / "c.svg")).render(painter)
    painter.end()
    assert (inked(drawn) != inked(png)).mean() < 0.02


def test_an_svg_in_pieces_is_the_same_drawing(qapp, tmp_path, monkeypatch):
    circuit = cs.example("alu_4bit")
    drawn = []
    for length in (10**9, 1):
        monkeypatch.setattr("gui.files.export._A_PIECE", length)
        export_circuit(circuit, tmp_path / "c.svg")
        image = QImage(1400, 900, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        QSvgRenderer(str(tmp_path / "c.svg")).render(painter)
        painter.end()
        drawn.append(((tmp_path / "c.svg").read_bytes(), image))
    (whole, one), (pieces, other) = drawn
    assert len(pieces) > len(whole)
    assert one == other


def test_a_pdf_has_one_page_of_the_size_of_the_circuit(qapp, tmp_path):
    circuit = cs.example("half_adder")
    export_circuit(circuit, tmp_path / "c.pdf")
    content = (tmp_path / "c.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    box = content.split(b"/MediaBox [")[1].split(b"]")[0].split()
    left, top, right, bottom = whole_bounds(NetArrays(circuit))
    assert float(box[2]) == pytest.approx((right - left) * 0.75, abs=2)
    assert float(box[3]) == pytest.approx((bottom - top) * 0.75, abs=2)


@pytest.mark.parametrize(("name", "word"), [("c.gif", "svg"), ("no/such/folder/c.svg", "cannot be written")])
def test_what_cannot_be_written_is_told_of(qapp, tmp_path, name, word):
    with pytest.raises(FileError, match=word):
        export_circuit(cs.example("and"), tmp_path / name)


def test_an_empty_circuit_is_not_drawn(qapp, tmp_path):
    with pytest.raises(FileError, match="nothing"):
        export_circuit(cs.Circuit(), tmp_path / "c.svg")
    assert not (tmp_path / "c.svg").exists()


def choose(window, action, path):
    """Choose where to export to."""
    window.actions_by_name[action].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    dialog.setParent(None)


def test_the_menu_exports_the_circuit_with_its_values(qtbot, open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    for name in ("off", "on"):
        choose(window, "export", tmp_path / f"{name}.svg")
        window.run.give({"a": 1, "b": 1})  # what is exported is what was there when it was asked for
        qtbot.waitUntil(lambda: not len(window.workspace.tasks))
    off, on = (QSvgRenderer(str(tmp_path / f"{name}.svg")) for name in ("off", "on"))
    assert off.defaultSize() == on.defaultSize()
    assert (tmp_path / "off.svg").read_bytes() != (tmp_path / "on.svg").read_bytes()


def test_the_selection_alone_is_exported(qtbot, open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    window.actions_by_name["exportSelection"].trigger()
    assert window.findChild(QFileDialog) is None  # nothing is selected
    window.canvas.select("a", "both")
    choose(window, "exportSelection", tmp_path / "part.svg")
    qtbot.waitUntil(lambda: "Saved" in window.statusBar().currentMessage())
    root = ElementTree.parse(tmp_path / "part.svg").getroot()
    texts = {"".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")}
    assert {"a", "both"} <= texts
    assert "b" not in texts


def test_an_export_that_fails_says_so_in_the_window(qtbot, open_window, half_adder, tmp_path):
    window = open_window(half_adder)
    choose(window, "export", tmp_path / "none" / "c.svg")
    qtbot.waitUntil(lambda: "cannot be written" in window.message_bar.text)


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_an_export_that_is_cancelled_leaves_the_old_file(qapp, tmp_path, ending):
    class EnoughError(Exception):
        pass

    told = []

    def stop(part):
        told.append(part)
        if len(told) == 3:
            raise EnoughError

    c = cs.Circuit()
    for k in range(400):
        c.add_neuron(at=(k % 20 * 90, k // 20 * 90))
    path = tmp_path / f"c.{ending}"
    path.write_text("old")
    with pytest.raises(EnoughError):
        export(NetArrays(c), path, progress=stop)
    assert path.read_text() == "old"


def test_a_png_of_many_bands_is_that_of_one(qapp, tmp_path, monkeypatch):
    circuit = cs.example("adder_4bit")
    pictures = []
    for band in (1e9, 1e5):
        monkeypatch.setattr(export_module, "_BAND", band)
        export_circuit(circuit, tmp_path / "c.png")
        pictures.append(inked(QImage(str(tmp_path / "c.png"))))
    assert pictures[0].shape == pictures[1].shape
    assert (pictures[0] != pictures[1]).mean() < 0.0005


def test_a_png_says_its_title_and_its_size(qapp, tmp_path):
    circuit = cs.Circuit("Übung 1")
    circuit.add_neuron()
    export_circuit(circuit, tmp_path / "c.png")
    image = QImage(str(tmp_path / "c.png"))
    assert image.text("Title") == "Übung 1"
    assert abs(image.dotsPerMeterX() * 0.0254 / 96 - SHARPNESS) < 0.01


def test_a_dialog_begins_where_one_was_the_last_time_in_one_of_its_sort(qtbot, open_window, half_adder, tmp_path):
    for name in ("pictures", "waves", "mine"):
        (tmp_path / name).mkdir()
    half_adder.save(tmp_path / "mine" / "h.json")
    window = open_window(tmp_path / "mine" / "h.json")

    def asked(open_it):
        open_it()
        dialog = window.findChild(QFileDialog)
        found = dialog.directory().absolutePath()
        dialog.setParent(None)
        return found, dialog

    waves = window.features[[type(each).__name__ for each in window.features].index("Watching")].show_panel("waveforms")
    ways = {
        "pictures": window.actions_by_name["export"].trigger,
        "waves": lambda: waves.ask_export("csv"),
    }
    for name, way in ways.items():
        QSettings().remove(f"folders/{name}")
        found, dialog = asked(way)
        assert found == str(tmp_path / "mine")  # that of the circuit, the first time
        dialog.fileSelected.emit(str(tmp_path / name / "x.svg"))
    qtbot.waitUntil(lambda: not len(window.workspace.tasks))
    for name, way in ways.items():
        assert asked(way)[0] == str(tmp_path / name)
        QSettings().remove(f"folders/{name}")
