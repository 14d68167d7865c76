"""Long animation: PySide6 6.12.0 loses references to None and aborts below Python 3.12 after some 6,000 calls."""

from __future__ import annotations

import os
import time

import pytest
from PySide6.QtCore import QObject, Signal

from circuitsim.api import example_path

SECONDS = float(os.environ.get("CIRCUITSIM_SOAK_SECONDS", "6"))
EMITS = 100_000


class Bell(QObject):
    rang = Signal(int)


@pytest.mark.slow
def test_an_animated_window_and_many_signals_do_not_end_the_process(open_window, qtbot):
    window = open_window(example_path("blinker"))
    frames = []
    window.run.values_changed.connect(lambda: frames.append(window.run.tick))
    window.run.rate = 1000
    window.run.start()
    end = time.monotonic() + SECONDS
    bell, heard = Bell(), []
    bell.rang.connect(heard.append)
    while time.monotonic() < end:
        qtbot.wait(200)
        for k in range(int(EMITS * 0.2 / SECONDS) + 1):
            bell.rang.emit(k)
    for k in range(EMITS - len(heard)):
        bell.rang.emit(k)
    window.run.pause()
    assert len(heard) >= EMITS
    assert len(frames) > 10 * SECONDS
    assert frames[-1] > 100 * SECONDS
