"""Lines as strokes: nothing of what is in sight is lost, nothing is drawn that should not be."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.canvas.strokes import WHOLE, Courses, Reach, both_ends, in_sight, strokes

STRAIGHT = np.array([[0j, 100 + 0j, 300 + 0j, 400 + 0j]])
BENT = np.array([[0j, 50 + 0j, 50 + 50j, 200 + 50j]])
EVERYWHERE = np.ones((1, 3), bool)


def length(pieces):
    return float(np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]).sum())


@pytest.mark.parametrize("course", [STRAIGHT, BENT])
def test_a_whole_line_is_all_of_it(course):
    (full, rows), (faint, _) = Courses(course, EVERYWHERE, WHOLE).solid()
    assert length(full) == pytest.approx(np.abs(np.diff(course)).sum())
    assert len(faint) == 0
    assert rows.tolist() == [0, 0, 0]


@pytest.mark.parametrize("course", [STRAIGHT, BENT])
def test_of_a_long_line_both_ends_are_drawn_and_fade(course):
    (full, _), (faint, _) = Courses(course, EVERYWHERE, Reach(30, 70)).solid()
    assert length(full) == pytest.approx(60)
    assert length(faint) == pytest.approx(80)
    ends = {(0.0, 0.0), (course[0, -1].real, course[0, -1].imag)}
    assert ends <= {tuple(point) for piece in full for point in (piece[:2].tolist(), piece[2:].tolist())}


def test_a_short_line_does_not_fade():
    (full, _), (faint, _) = Courses(BENT, EVERYWHERE, Reach(60, 130)).solid()
    assert length(full) == pytest.approx(250)
    assert len(faint) == 0


def test_dashes_begin_and_end_with_the_line_and_are_alike_wherever_it_is_cut():
    whole = Courses(BENT, EVERYWHERE, WHOLE).dashed((500, 500), 5, 4)[0][0]
    assert whole[0, :2].tolist() == [0, 0]
    assert whole[-1, 2:].tolist() == pytest.approx([200, 50])
    assert length(whole) < 250
    seen = in_sight(BENT, 60, 60, 8)
    some = Courses(BENT, seen, WHOLE).dashed((60, 60), 5, 4)[0][0]
    assert {tuple(dash) for dash in some.round(6).tolist()} <= {tuple(dash) for dash in whole.round(6).tolist()}
    in_view = whole[(whole[:, [0, 2]] < 60).all(1)]
    assert {tuple(dash) for dash in in_view.round(6).tolist()} <= {tuple(dash) for dash in some.round(6).tolist()}


def test_a_dash_goes_round_a_bend():
    dashes = Courses(BENT, EVERYWHERE, WHOLE).dashed((500, 500), 30, 10)[0][0]
    on_course = (dashes[:, 3] == 0) | (dashes[:, 3] == 50) | (dashes[:, 2] == 50)
    assert on_course.all()


def test_straight_lines_are_cut_too():
    lines = np.array([[0j, 100 + 0j], [0j, 10j]])
    pieces, rows = both_ends(lines, 20)
    assert sorted(rows.tolist()) == [0, 0, 1]
    assert length(pieces) == pytest.approx(50)
    assert both_ends(lines, np.inf)[1].tolist() == [0, 1]


@pytest.mark.parametrize("width", [1, 2, 3])
@pytest.mark.parametrize("smooth", [False, True])
def test_level_upright_and_slanted_pieces_are_as_broad_as_they_should(qapp, width, smooth):
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setClipRect(0, 0, 60, 60)
    pieces = np.array([[5.0, 10, 55, 10], [30, 20, 30, 55], [5, 20, 25, 55]])
    found = strokes(pieces, np.array([0, 1, 2]), smooth=smooth, joined=True)
    assert len(found.level) == (0 if smooth else 2)
    found.draw(painter, QColor("black"), width, np.array([True, True, False]))
    painter.end()
    ink = 255 - np.frombuffer(image.constBits(), np.uint8).reshape(60, 60, 4)[..., 0].astype(int)
    assert ink[:, 20].sum() == pytest.approx(255 * width, rel=0.02)
    assert ink[40].sum() == pytest.approx(255 * width, rel=0.02)
    assert ink[30:50, 5:24].sum() == 0  # the third is not chosen


def test_what_a_part_does_not_show_is_left_out(qapp):
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    for part, drawn in ((QRect(0, 0, 20, 20), True), (QRect(30, 30, 20, 20), False)):
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        strokes(np.array([[2.0, 5, 12, 9]]), np.array([0]), smooth=True, joined=True).draw(
            painter, QColor("black"), 1, part=part
        )
        painter.end()
        blank = QImage(60, 60, QImage.Format.Format_RGB32)
        blank.fill(0xFFFFFFFF)
        assert (image != blank) == drawn
