"""A window that is animated for a while, in a process of its own: prints what it did, and what memory it took.

Run: python tests/gui/soaking.py [seconds]
"""

from __future__ import annotations

import gc
import json
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

import circuitsim as cs
from gui.app import application, create_window

EMITS = 100_000
WARM_UP = 1 / 5
"""The part of the time after which memory should not grow any more."""
_SLICES = 20  # emits come in so many lots a second


class Bell(QObject):
    """Rings."""

    rang = Signal(int)


class Frames(QObject):
    """Counts what is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let everything through."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def live_net(count: int = 400) -> cs.Circuit:
    """Neurons in rings, in which pulses go round, and some that they excite and inhibit."""
    rng = random.Random(0)
    c = cs.Circuit(timing="unit-delay")
    for k in range(count):
        c.add_neuron(f"n{k}", threshold=1, at=(k % 20 * 110, k // 20 * 90))
    for k in range(count):
        c.connect(f"n{k}", f"n{k // 20 * 20 + (k + 1) % 20}")
        if k % 3 == 0:
            c.inhibit(f"n{k}", f"n{rng.randrange(count)}")
    start = c.add("input", "start", drive={"pattern": "1010000000", "repeat": True}, at=(-120, 0))
    for k in range(0, count, 20):
        c.connect(start, f"n{k}")
    return c


def memory() -> float:
    """What the process has in memory, in MiB."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def soak(seconds: float) -> dict[str, float]:
    """Animate at 60 Hz, and ring the bell a hundred thousand times."""
    app = application()
    window = create_window()
    window.document.show(live_net())
    window.show()
    frames, rung = Frames(), [0]
    window.canvas.viewport().installEventFilter(frames)
    bell = Bell()
    bell.rang.connect(lambda number: rung.__setitem__(0, number + 1))
    begin = time.monotonic()

    def ring() -> None:
        due = min(EMITS, int(EMITS * (time.monotonic() - begin) / seconds * 1.02))
        for number in range(rung[0], due):
            bell.rang.emit(number)

    timer = QTimer(interval=1000 // _SLICES)
    timer.timeout.connect(ring)
    timer.start()
    window.run.rate = 60
    window.run.start()
    levels: list[float] = []
    QTimer.singleShot(int(seconds * WARM_UP * 1000), lambda: levels.append(memory()))
    QTimer.singleShot(int(seconds * 1000), app.quit)
    app.exec()
    levels.append(memory())
    told = {
        "seconds": time.monotonic() - begin, "ticks": window.run.tick, "frames": frames.count, "emits": rung[0],
        "warm_mib": levels[0], "end_mib": levels[-1], "growth_mib": levels[-1] - levels[0],
        "active": int(window.canvas.net.active.sum()),
    }  # fmt: skip
    window.close()
    return told


if __name__ == "__main__":
    print(json.dumps(soak(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)))
