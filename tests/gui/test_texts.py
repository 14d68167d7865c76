"""Texts on a sheet: laid out once, placed to the pixel, never too small."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from gui.canvas.texts import Faces, Style, Text, Texts
from gui.theme import LIGHT, SMALLEST_TEXT

PLAIN = Style.of(12, "ink")


def drawn(text, ratio=1.0, *, directly=False):
    """The ink of a text on white, as shares of 255."""
    image = QImage(round(200 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if directly:
        Faces(LIGHT).write(painter, text)
    else:
        sheet = Texts(LIGHT, ratio)
        sheet.draw(painter, sheet.place([text]))
    painter.end()
    return 255 - np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 0].astype(
        int
    )


@pytest.mark.parametrize("align", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("text", ["n4545", "carry_in", "−0.25"])
def test_a_copied_text_is_the_text_itself(qapp, align, text):
    item = Text(text, 100, 100, PLAIN, align)
    copied, itself = drawn(item), drawn(item, directly=True)
    assert itself.sum() > 0
    assert np.abs(copied - itself).max() <= 2


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_where_texts_begin_and_end(qapp, ratio):
    for align, side in ((0.0, "left"), (0.5, "middle"), (1.0, "right")):
        columns = np.flatnonzero(drawn(Text("HHHH", 100, 100, PLAIN, align), ratio).sum(0)) / ratio
        at = {"left": columns[0], "middle": (columns[0] + columns[-1]) / 2, "right": columns[-1]}[side]
        assert at == pytest.approx(100, abs=2.5)


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_turned_text_is_the_same_pixels_turned(qapp, turn):
    upright = drawn(Text("carry", 100, 100, PLAIN, 0.5))
    turned = np.rot90(drawn(Text("carry", 100, 100, PLAIN, 0.5, turn=turn)), turn)
    one, other = (ink[ink.any(1)][:, ink.any(0)] for ink in (upright, turned))
    assert one.shape == other.shape
    assert (one == other).all()


def test_what_has_no_room_is_cut_short(qapp):
    wide = np.flatnonzero(drawn(Text("a very long name", 10, 100, PLAIN, 0.0, 50)).sum(0))
    assert wide[-1] <= 62


def test_a_text_in_another_color_stays_where_it_is(qapp):
    sheet = Texts(LIGHT, 1.0)
    first = sheet.place([Text(text, 10, 10, PLAIN) for text in ("1", "2", "1")])
    other = sheet.in_color(first, "accent")
    assert (other.centres == first.centres).all()
    assert (other.sources[:, 2:] == first.sources[:, 2:]).all()
    assert (other.sources[0] == other.sources[2]).all()
    assert not (other.sources == first.sources).all(1).any()
    assert len(sheet.in_color(sheet.place([]), "accent").rows) == 0


def test_a_sheet_grows_and_is_full_some_day(qapp):
    sheet, image = Texts(LIGHT, 1.0), QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for k in range(0, 8000, 500):
        sheet.draw(painter, sheet.place([Text(f"name{n}", 20, 20, PLAIN) for n in range(k, k + 500)]))
    painter.end()
    assert sheet.is_full
    assert drawn(Text("name7", 100, 100, PLAIN)).sum() > 0


def test_no_text_is_smaller_than_it_may_be():
    assert Style.of(3, "ink").size == SMALLEST_TEXT
