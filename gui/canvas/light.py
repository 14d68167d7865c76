"""From the values of a run to what is lit on the canvas."""

from __future__ import annotations

import numpy as np

from circuitsim.kinds import active
from gui.canvas.arrays import Ints, NetArrays
from gui.run import Run


class Lighting:
    """Which signal lights up which node, bundle and port; looked up once for each compiled circuit."""

    def __init__(self, net: NetArrays, run: Run) -> None:
        self._net, self._run = net, run
        self._node: Ints = np.array([0 if n.kind == "subcircuit" else run.signal(n.id) for n in net.nodes], np.intp)
        self._bundle: Ints = np.array([_signal(run, b.source, b.from_port) for b in net.bundles], np.intp)
        self._port: Ints = np.array(
            [_signal(run, net.nodes[k].id, name) for k, name in zip(net.port_node, net.port_name, strict=True)], np.intp
        )
        self.show()

    def show(self) -> None:
        """Take over the values of the present tick."""
        net, values = self._net, self._run.values
        net.amount = values[self._node]
        net.active = active(net.amount)
        net.bundle_active = active(values[self._bundle])
        net.port_active = active(values[self._port])
        net.wrong[:] = False
        error = self._run.error
        for path in error.nodes if error is not None else ():
            row = net.index.get(path, net.index.get(path.split("/")[0]))
            if row is not None:
                net.wrong[row] = True


def _signal(run: Run, id: str, port: str | None) -> int:
    return run.signal(id) if port is None else run.signal(id, port)
