"""The waveforms of 32 signals over 10,000 ticks, repainted, beside pyqtgraph's step plots of the same values.

Run: python benchmarks/bench_waves.py
"""

from __future__ import annotations

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from results import Results, in_turn, time_of

import circuitsim as cs
from gui.app import application, create_window
from gui.running.watching import Watching

SIGNALS, TICKS, ROUNDS = 32, 10_000, 9
SIZE = (1300, SIGNALS * 34 + 60)


kept: list[object] = []
"""What Qt would otherwise take away."""


def ours(values: np.ndarray) -> object:
    """The view of the desktop, with values of its own."""
    c = cs.Circuit()
    for k in range(SIGNALS):
        c.add_output(f"y{k}", c.add_input(f"x{k}"))
    window = create_window()
    window.document.show(c)
    window.show()
    application().processEvents()
    watching = next(feature for feature in window.features if isinstance(feature, Watching))
    panel = watching.show_panel("waveforms")
    application().processEvents()
    panel.pick([(f"x{k}",) for k in range(SIGNALS)])
    panel.record._columns = list(values)
    panel.record._length = TICKS
    view = panel.view
    view.resize(*SIZE)
    view.scale_x, view.latest = SIZE[0] / TICKS, TICKS
    view.refresh()
    kept.append(window)
    return view


def theirs(values: np.ndarray) -> object | None:
    """The same with pyqtgraph; None where it is not installed."""
    try:
        import pyqtgraph
    except ImportError:
        return None
    plot = pyqtgraph.PlotWidget()
    ticks = np.arange(TICKS + 1)
    for k, column in enumerate(values):
        plot.plot(ticks, column * 0.8 + k, stepMode="center", pen="b")
    plot.resize(*SIZE)
    return plot


def main() -> None:
    """Print the times and their ratio."""
    application()
    values = np.random.default_rng(1).integers(0, 2, (SIGNALS, TICKS), dtype=np.uint8)
    views = {"circuitsim": ours(values)}
    peer = theirs(values)
    if peer is None:
        print("pyqtgraph is not installed (pip install pyqtgraph): no peer")
    else:
        views["pyqtgraph"] = peer

    def grab(view: object) -> float:
        began = time.process_time()
        view.grab()
        return time.process_time() - began

    for view in views.values():
        grab(view)
    seconds = in_turn({name: lambda view=view: grab(view) for name, view in views.items()}, ROUNDS)
    work = f"{SIGNALS} signals of {TICKS:,} ticks, a repaint"
    if peer is not None:
        Results().compare(work, seconds, "circuitsim", "pyqtgraph", note="the goal is 10 ms")
    else:
        print(work, time_of(sorted(seconds["circuitsim"])[ROUNDS // 2]), "the goal is 10 ms")


if __name__ == "__main__":
    main()
